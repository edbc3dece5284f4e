// The app's windows. They lie on one another; the one on top is shown, and what was filled in below it
// is there again when it is uncovered.

import { Refused, post } from "./api.js";
import { complain } from "./blockkit/fields.js";
import { blocks } from "./blockkit/index.js";
import { Surface } from "./blockkit/surface.js";
import { plain } from "./blockkit/text.js";
import { circle } from "./dialog.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";

const FIELDS = 'input:not([type="hidden"]), textarea';

export class Modals {
  #stack = [];
  #before = null;

  constructor(store) {
    this.store = store;
    this.node = h("dialog", { class: "window modal", "aria-labelledby": "modal-title" });
    this.node.addEventListener("keydown", (event) => event.key === "Tab" && circle(event, this.node));
    this.node.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.dismiss();
    });
    this.node.addEventListener("close", () => this.#stack.length && this.dismiss()); // Closed by the browser.
    document.body.append(this.node);
    store.on("modal", (event) => this.show(event));
    store.on("modal_close", (event) => this.closed(event));
  }

  get #top() {
    return this.#stack.at(-1);
  }

  show({ view, pushed = false }) {
    const open = this.#stack.find((each) => each.view.id === view.id);
    if (open) open.view = view;
    else {
      const entry = { view, surface: new Surface({ type: "view", id: view.id }, this.store) };
      this.#stack = pushed ? [...this.#stack, entry] : [entry];
    }
    this.#draw(!open || view.submit === undefined);
  }

  /** The app closed a window, or all of them. */
  closed({ view_ids: ids }) {
    if (!this.#stack.some((each) => ids.includes(each.view.id))) return;
    this.#stack = this.#stack.filter((each) => !ids.includes(each.view.id));
    this.#draw(true);
  }

  /** The person closes the window on top. */
  dismiss() {
    const { view } = this.#top;
    this.closed({ view_ids: [view.id] });
    post("close", { view_id: view.id }).catch((error) => this.store.emit("error", error.message));
  }

  #draw(refocus) {
    if (!this.#stack.length) {
      this.node.close();
      if (this.#before?.isConnected) this.#before.focus();
      this.#before = null;
      return;
    }
    const active = this.node.contains(document.activeElement) ? document.activeElement.dataset.action : null;
    const { view, surface } = this.#top;
    this.body = h("div", { class: "window-body", tabindex: "0", role: "group", "aria-label": "Content" }, blocks(view.blocks, surface));
    fill(this.node, h("form", { novalidate: true, on: { submit: (event) => this.#submit(event) } }, this.#head(view), this.body, this.#foot(view)));
    if (!this.node.open) {
      this.#before = document.activeElement;
      this.node.showModal();
    }
    this.#focus(refocus ? null : active);
  }

  #focus(action) {
    const same = action && this.node.querySelector(`[data-action="${CSS.escape(action)}"]`);
    (same ?? this.body.querySelector(FIELDS) ?? this.body).focus();
  }

  #head(view) {
    const back = this.#stack.length > 1;
    const leave = { click: () => this.dismiss() };
    return h(
      "header",
      {},
      back && h("button", { class: "small-icon", type: "button", "aria-label": "Back", on: leave }, icon("back")),
      h("h2", { id: "modal-title" }, plain(view.title)),
      h("button", { class: "small-icon", type: "button", "aria-label": "Close", on: leave }, icon("close")),
    );
  }

  #foot(view) {
    const leave = { click: () => this.dismiss() };
    return h(
      "footer",
      {},
      h("p", { class: "window-error", role: "alert" }),
      h("button", { class: "button", type: "button", on: leave }, view.close ? plain(view.close) : "Cancel"),
      view.submit && h("button", { class: "button primary", type: "submit" }, plain(view.submit)),
    );
  }

  async #submit(event) {
    event.preventDefault();
    const { view, surface } = this.#top;
    const said = missing(view, surface.values);
    complain(this.node, said);
    if (!view.submit || Object.keys(said).length) return;
    const button = this.node.querySelector('[type="submit"]');
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await post("submit", { view_id: view.id, state: { values: surface.values } });
      if (answer.errors) complain(this.node, answer.errors);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.node.querySelector(".window-error").textContent = error.message;
    } finally {
      button.removeAttribute("aria-busy");
    }
  }
}

/** What Slack refuses to send before the app hears of it: fields that have to be filled in. */
function missing(view, values) {
  const empty = (block) => {
    const { type, ...state } = values[block.block_id]?.[block.element.action_id] ?? {};
    return Object.values(state).every((value) => value === null || value === "" || value?.length === 0);
  };
  const wrong = view.blocks.filter((block) => block.type === "input" && !block.optional && empty(block));
  return Object.fromEntries(wrong.map((block) => [block.block_id, "Please complete this required field."]));
}
