// Where one writes. Slash commands and the bot's name complete themselves; Enter sends.

import { Refused, post } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { Listbox } from "./listbox.js";
import { withMenu } from "./menu.js";

export class Composer {
  #sending = false;

  /**
   * @param {import("./store.js").Store} store
   * @param {{label: Function, thread: Function, said: Function}} place `label` names the conversation, `thread`
   *   gives the thread that is written in, or null, and `said` hears of everything that is sent.
   */
  constructor(store, { label, thread = () => null, said = () => {} }) {
    Object.assign(this, { store, label, thread, said });
    this.field = h("textarea", { rows: 1, "aria-label": "Message", autocomplete: "off", enterkeyhint: "send" });
    this.send = h("button", { class: "send", type: "submit", "aria-label": "Send", title: "Send" }, icon("send"));
    const tools = h("div", { class: "tools" }, this.#shortcuts(), this.#insert("@", `Mention ${store.workspace.bot.name}`, `@${store.workspace.bot.name} `), this.#insert("/", "Slash commands", "/"), h("span", { class: "keys", "aria-hidden": "true" }, "Enter sends, Shift + Enter starts a line"), this.send);
    this.node = h("form", { class: "composer", on: { submit: (event) => this.#submit(event) } }, this.field, tools);
    this.list = new Listbox(this.field, { label: "Suggestions", above: true, pick: (entry) => this.#complete(entry) });
    this.#listen();
    this.refresh();
  }

  /** Name the conversation anew. */
  refresh() {
    const label = this.label();
    this.field.placeholder = label;
    this.field.setAttribute("aria-label", label);
    this.list.hide();
    this.#grow();
  }

  focus() {
    this.field.focus();
  }

  /** Put text into the field without sending it. */
  write(text) {
    this.field.value = text;
    this.field.setSelectionRange(text.length, text.length);
    this.#grow();
    this.focus();
  }

  /** Say something in this conversation; what the app refuses stays in the field. */
  async say(text) {
    this.store.live = true;
    this.said();
    try {
      await post("say", { channel: this.store.channel, thread_ts: this.thread(), text });
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.store.emit("error", error.message);
      return false;
    }
  }

  #listen() {
    this.field.addEventListener("input", () => {
      this.#grow();
      this.#suggest();
    });
    this.field.addEventListener("blur", () => this.list.hide());
    this.field.addEventListener("keydown", (event) => {
      if (event.isComposing || this.list.key(event)) return;
      if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        this.node.requestSubmit();
      }
    });
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text || this.#sending) return;
    this.#sending = true;
    this.field.value = "";
    this.#grow();
    const taken = await this.say(text);
    this.#sending = false;
    if (!taken && this.field.value === "") this.write(text);
  }

  /** What is being typed at the cursor, if it is a command or a name. */
  #typed() {
    const before = this.field.value.slice(0, this.field.selectionStart);
    return /^\/[\w-]*$/.exec(before)?.[0] ?? /(?:^|\s)(@\w*)$/.exec(before)?.[1] ?? "";
  }

  #suggest() {
    const typed = this.#typed().toLowerCase();
    const { commands, bot } = this.store.workspace;
    const known = typed.startsWith("/")
      ? commands.map((each) => ({ value: each.name, text: `${each.name} ${each.usage_hint ?? ""}`.trim(), hint: each.description }))
      : [{ value: `@${bot.name}`, text: `@${bot.name}`, hint: "Asks the bot; it answers in a thread" }];
    const entries = typed ? known.filter((each) => each.value.toLowerCase().startsWith(typed)) : [];
    if (entries.length) this.list.show([{ label: "", entries }]);
    else this.list.hide();
  }

  #complete(entry) {
    const typed = this.#typed();
    const at = this.field.selectionStart;
    const before = this.field.value.slice(0, at - typed.length) + entry.value + " ";
    this.field.value = before + this.field.value.slice(at).trimStart();
    this.field.setSelectionRange(before.length, before.length);
    this.list.hide();
    this.#grow();
    this.focus();
  }

  #insert(sign, label, text) {
    const press = () => {
      this.write(sign === "/" ? text : text + this.field.value.replace(text, ""));
      this.#suggest();
    };
    return h("button", { class: "small-icon sign", type: "button", "aria-label": label, title: label, on: { click: press } }, sign);
  }

  #shortcuts() {
    const global = this.store.workspace.shortcuts.filter((each) => each.kind === "global");
    if (!global.length) return null;
    const button = h("button", { class: "small-icon", type: "button", "aria-label": "Shortcuts", title: "Shortcuts" }, icon("bolt"));
    const run = (each) => () =>
      post("shortcut", { callback_id: each.callback_id, channel: this.store.channel }).catch((error) => this.store.emit("error", error.message));
    return h("span", {}, withMenu(button, () => global.map((each) => ({ label: each.name, hint: each.description, run: run(each) })), "Shortcuts"));
  }

  /** As high as its text, up to a third of the window. */
  #grow() {
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${Math.min(this.field.scrollHeight, window.innerHeight / 3)}px`;
  }
}
