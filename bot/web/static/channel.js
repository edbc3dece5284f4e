// The middle of the page: a conversation, or the Home.

import { post } from "./api.js";
import { Composer } from "./composer.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { Home } from "./home.js";
import { Log } from "./log.js";
import { HOME } from "./sidebar.js";
import { isReply } from "./store.js";
import { addressed, ideas, welcome } from "./suggestions.js";

export class Channel {
  /**
   * @param {{bar: HTMLElement, list: HTMLElement, home: HTMLElement, foot: HTMLElement}} places
   * @param {import("./store.js").Store} store
   */
  constructor({ bar, list, home, foot }, store, toasts) {
    Object.assign(this, { bar, list, foot, store, homeNode: home });
    this.log = new Log(list, store, { toasts });
    this.home = new Home(home, store);
    this.composer = new Composer(store, { label: () => this.#label(), said: () => this.log.bottom() });
    const ask = (question) => this.ask(question);
    this.ideas = ideas(store, ask);
    foot.append(this.ideas, this.composer.node);
    store.on("select", (channel) => this.show(channel));
    store.on("live", () => this.show(store.channel));
    store.on("prompts", (channel) => channel === store.channel && !this.log.drawn.size && this.#redraw());
    store.on("added", (message) => this.#added(message));
    store.on("updated", (message) => this.log.update(message));
    store.on("removed", ({ ts }) => this.log.remove(ts));
    store.on("status", () => this.#status());
    this.#upwards();
  }

  /** From an empty field, the arrow key goes up to the messages. */
  #upwards() {
    this.composer.field.addEventListener("keydown", (event) => {
      const last = [...this.list.querySelectorAll(".message")].at(-1);
      if (event.key !== "ArrowUp" || event.defaultPrevented || this.composer.field.value || !last) return;
      event.preventDefault();
      last.focus();
    });
  }

  ask(question) {
    return this.composer.say(addressed(this.store, question));
  }

  get #place() {
    return this.store.workspace.channels.find((each) => each.id === this.store.channel);
  }

  #label() {
    const place = this.#place;
    const bot = this.store.workspace.bot.name;
    return place?.kind === "im" ? `Ask ${bot} anything` : `Message #${place?.name ?? ""}, or ask @${bot}`;
  }

  show(channel) {
    const atHome = channel === null;
    this.homeNode.hidden = !atHome;
    this.list.hidden = atHome;
    this.foot.hidden = atHome;
    this.#title();
    if (atHome) {
      this.home.draw();
      this.#opened("home");
      return;
    }
    if (this.#place?.kind === "im") this.#opened("messages");
    this.#redraw();
    this.composer.refresh();
    this.#status();
  }

  /** Tell the app that its own pages were opened, as Slack does. */
  #opened(tab) {
    post("home", { tab }).catch((error) => this.store.emit("error", error.message));
  }

  #redraw() {
    const roots = this.store.roots(this.store.channel);
    const empty = roots.length === 0;
    this.ideas.hidden = empty;
    this.list.setAttribute("aria-label", `Messages in ${this.#title()}`);
    this.log.reset(roots, empty && this.store.live ? [welcome(this.store, (question) => this.ask(question))] : []);
  }

  #title() {
    const place = this.#place;
    const { bot } = this.store.workspace;
    const direct = this.store.workspace.channels.find((each) => each.kind === "im");
    const name = place?.kind === "channel" ? `#${place.name}` : bot.name;
    document.title = `${name} · Playhead`;
    const tab = (id, label) => h("a", { href: `#/${id}`, "aria-current": (this.store.channel ?? HOME) === id ? "page" : null }, label);
    const tabs = place?.kind !== "channel" && direct && h("nav", { class: "tabs", "aria-label": bot.name }, tab(HOME, "Home"), tab(direct.id, "Messages"));
    const sign = place?.kind === "channel" ? icon("hash") : h("img", { src: "/static/mark.svg", alt: "", width: 24, height: 24 });
    fill(this.bar, h("h2", { id: "channel-title", tabindex: "-1" }, sign, place?.kind === "channel" ? place.name : bot.name), tabs);
    return name;
  }

  #added(message) {
    if (message.channel !== this.store.channel) return;
    if (isReply(message)) {
      this.#replied(message);
      return;
    }
    if (this.log.drawn.size) this.log.add(message);
    else this.#redraw();
  }

  /** A reply shows below its message; the answer to what we asked or pressed opens the thread. */
  #replied(message) {
    const root = this.store.message(message.channel, message.thread_ts);
    if (!root) return;
    this.log.update(root);
    const ours = root.user === this.store.workspace.me.id || this.store.pressed.has(root.ts);
    if (this.store.live && message.bot && ours && this.store.thread !== root.ts) this.store.openThread(root.ts);
  }

  #status() {
    const { channel } = this.store;
    if (channel) this.log.say(this.store.status(channel, null), this.store.workspace.bot.name);
  }
}
