// A list of messages, oldest first: of a channel or of a thread. What arrives is read aloud; what is drawn
// because somebody went elsewhere is not.

import { fill, h } from "./dom.js";
import { draw } from "./message.js";
import { compare } from "./store.js";
import { day } from "./when.js";

const NEAR = 120;

export class Log {
  /**
   * @param {HTMLElement} node Has the role `log`.
   * @param {import("./store.js").Store} store
   * @param {{inThread: boolean, toasts: Object}} place
   */
  constructor(node, store, place) {
    Object.assign(this, { node, store, place, drawn: new Map() });
    this.status = h("p", { class: "typing", role: "status", hidden: true });
    node.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** Show these messages, with something above them. */
  reset(messages, above = []) {
    this.node.setAttribute("aria-busy", "true");
    this.drawn.clear();
    fill(this.node, above);
    for (const message of messages) this.#place(message);
    this.node.append(this.status);
    if (messages.length) this.#reveal(messages.at(-1));
    requestAnimationFrame(() => this.node.removeAttribute("aria-busy"));
  }

  add(message) {
    if (this.drawn.has(message.ts)) return;
    const near = this.#near();
    this.#place(message);
    this.node.append(this.status);
    if (near || !message.bot) this.#reveal(message);
  }

  /** Draw a message anew; what had the focus in it has it again. */
  update(message) {
    const old = this.drawn.get(message.ts);
    if (!old) return;
    const active = old.contains(document.activeElement) ? document.activeElement : null;
    const near = this.#near();
    const why = old.querySelector('[data-action="why"]')?.getAttribute("aria-expanded") === "true";
    const node = draw(message, this.store, { ...this.place, why });
    old.replaceWith(node);
    this.drawn.set(message.ts, node);
    if (near) this.#reveal(message);
    if (active) (sameIn(node, active) ?? node).focus({ preventScroll: true });
  }

  remove(ts) {
    const node = this.drawn.get(ts);
    const had = node?.contains(document.activeElement);
    const next = node?.nextElementSibling ?? node?.previousElementSibling;
    node?.remove();
    this.drawn.delete(ts);
    if (had) (next?.matches(".message") ? next : this.node).focus();
  }

  say(text, name) {
    this.status.hidden = !text;
    fill(this.status, text ? [h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), `${name} ${text}`] : []);
    if (text && this.#near()) this.bottom();
  }

  bottom() {
    this.node.scrollTop = this.node.scrollHeight;
  }

  #near() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR;
  }

  /** Show the beginning of a long message rather than its end. */
  #reveal(message) {
    const node = this.drawn.get(message.ts);
    if (node.offsetHeight > this.node.clientHeight) node.scrollIntoView({ block: "start" });
    else this.bottom();
  }

  #place(message) {
    const node = draw(message, this.store, this.place);
    const after = this.#before(message.ts);
    const label = day(message.ts);
    if (!after) this.node.append(divider(label), node);
    else if (day(after[0]) === label) after[1].after(node);
    else after[1].after(divider(label), node);
    this.drawn.set(message.ts, node);
  }

  /** The drawn message that a new one comes after: the last one but for what arrives late. */
  #before(ts) {
    return [...this.drawn].reverse().reduce((best, each) => {
      if (compare(each[0], ts) > 0) return best;
      return best && compare(best[0], each[0]) > 0 ? best : each;
    }, null);
  }

  /** Arrow keys go from message to message. */
  #walk(event) {
    const at = document.activeElement;
    if (!["ArrowUp", "ArrowDown"].includes(event.key) || (at !== this.node && !at.matches(".message"))) return;
    const all = [...this.node.querySelectorAll(".message")];
    const number = all.indexOf(at);
    const next = event.key === "ArrowUp" ? (number < 0 ? all.at(-1) : all[number - 1]) : all[number + 1];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}

const divider = (label) => h("div", { class: "day", role: "separator", "aria-label": label }, h("span", {}, label));

/** The control that does the same in the message as it is drawn now. */
function sameIn(node, active) {
  const { action, value } = active.dataset;
  if (!action) return null;
  const same = `[data-action="${CSS.escape(action)}"]`;
  return node.querySelector(value ? `${same}[data-value="${CSS.escape(value)}"]` : same);
}
