// The panel beside the channel: one message and the replies to it.

import { Composer } from "./composer.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { Log } from "./log.js";
import { isReply } from "./store.js";

export class Thread {
  #before = null;

  constructor(node, store, toasts) {
    Object.assign(this, { node, store });
    this.where = h("span", { class: "where" });
    const close = h("button", { class: "small-icon", type: "button", "aria-label": "Close the thread", on: { click: () => this.close() } }, icon("close"));
    this.title = h("h2", { id: "thread-title", tabindex: "-1" }, "Thread ", this.where);
    const list = h("div", { class: "log", role: "log", tabindex: "0", "aria-label": "Messages of the thread" });
    this.log = new Log(list, store, { inThread: true, toasts });
    this.composer = new Composer(store, { label: () => this.#label(), thread: () => store.thread, said: () => this.log.bottom() });
    node.append(h("header", { class: "bar" }, this.title, close), list, this.composer.node);
    node.addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && this.close());
    store.on("thread", ({ ts, focus }) => this.show(ts, focus));
    store.on("select", () => this.show(null));
    store.on("added", (message) => this.#has(message) && this.log.add(message));
    store.on("updated", (message) => this.log.update(message));
    store.on("removed", ({ ts }) => this.log.remove(ts));
    store.on("status", () => this.#status());
  }

  /** In a channel the bot hears replies that name it, unless the channel lets it listen to whole threads. */
  #label() {
    const direct = this.store.channel?.startsWith("D");
    return direct ? "Reply…" : `Reply, or ask @${this.store.workspace.bot.name} more`;
  }

  #has(message) {
    return message.channel === this.store.channel && isReply(message) && message.thread_ts === this.store.thread;
  }

  show(ts, focus = false) {
    const { channel } = this.store;
    this.node.hidden = !ts;
    document.body.classList.toggle("with-thread", Boolean(ts));
    if (!ts) return;
    if (!this.node.contains(document.activeElement)) this.#before = document.activeElement;
    this.where.textContent = channel?.startsWith("D") ? this.store.channelName(channel) : `#${this.store.channelName(channel)}`;
    this.log.reset([this.store.message(channel, ts), ...this.store.replies(channel, ts)].filter(Boolean));
    this.composer.refresh();
    this.#status();
    if (focus) this.composer.focus();
  }

  #status() {
    const { channel, thread } = this.store;
    if (thread) this.log.say(this.store.status(channel, thread), this.store.workspace.bot.name);
  }

  close() {
    this.store.openThread(null);
    if (this.#before?.isConnected) this.#before.focus();
  }
}
