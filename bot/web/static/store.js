// What the page knows: the workspace, the messages by channel, and what the bot says of itself. Events of
// the feed go in, and whoever shows something is told what changed.

export class Store {
  #listeners = new Map();
  #messages = new Map();
  #status = new Map();

  /** @param {Object} workspace What the server says of people, channels, commands and shortcuts. */
  constructor(workspace) {
    this.workspace = workspace;
    this.unread = new Map();
    /** Questions that the app proposes in its own conversation, by channel. */
    this.prompts = new Map();
    /** Messages that the person pressed something in, by `ts`: what is replied to them is awaited. */
    this.pressed = new Set();
    this.home = null;
    this.channel = null;
    this.thread = null;
    /** Whether what comes happens now; what was there before opens no windows. */
    this.live = false;
    this.names = { user: (id) => this.user(id), channel: (id) => this.channelName(id) };
  }

  on(type, listener) {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  emit(type, detail) {
    for (const listener of this.#listeners.get(type) ?? []) listener(detail);
  }

  user(id) {
    const { me, bot } = this.workspace;
    return { [me.id]: me.name, [bot.id]: bot.name }[id] ?? id;
  }

  channelName(id) {
    return this.workspace.channels.find((each) => each.id === id)?.name ?? id;
  }

  /** All messages of a channel, oldest first. */
  messages(channel) {
    return [...(this.#messages.get(channel)?.values() ?? [])].sort((one, other) => compare(one.ts, other.ts));
  }

  /** What stands in the channel itself, without replies. */
  roots(channel) {
    return this.messages(channel).filter((each) => !isReply(each));
  }

  replies(channel, ts) {
    return this.messages(channel).filter((each) => isReply(each) && each.thread_ts === ts);
  }

  message(channel, ts) {
    return this.#messages.get(channel)?.get(ts) ?? null;
  }

  status(channel, thread) {
    return this.#status.get(`${channel}/${thread ?? ""}`) ?? "";
  }

  /** Take in one event of the feed. */
  apply(event) {
    const handle = HANDLERS[event.type];
    if (handle) handle(this, event);
  }

  put(message) {
    const { channel, ts } = message;
    if (!this.#messages.has(channel)) this.#messages.set(channel, new Map());
    const known = this.#messages.get(channel).has(ts);
    this.#messages.get(channel).set(ts, message);
    return known;
  }

  drop(channel, ts) {
    return this.#messages.get(channel)?.delete(ts) ?? false;
  }

  /** Everything is told anew. */
  forget() {
    this.#messages.clear();
    this.#status.clear();
    this.unread.clear();
    this.live = false;
    this.select(this.channel);
  }

  setStatus(channel, thread, text) {
    const key = `${channel}/${thread ?? ""}`;
    if ((this.#status.get(key) ?? "") === text) return;
    this.#status.set(key, text);
    this.emit("status", { channel, thread, text });
  }

  /** Show a channel, or nothing but the Home (`null`). */
  select(channel) {
    this.channel = channel;
    this.thread = null;
    this.unread.delete(channel);
    this.emit("select", channel);
  }

  openThread(ts, { focus = false } = {}) {
    this.thread = ts;
    this.emit("thread", { ts, focus });
  }
}

const HANDLERS = {
  message: added,
  update: (store, { message }) => store.emit(store.put(message) ? "updated" : "added", message),
  delete: (store, { channel, ts }) => store.drop(channel, ts) && store.emit("removed", { channel, ts }),
  unfurl: unfurled,
  status: (store, { channel, thread_ts: thread, text }) => store.live && store.setStatus(channel, thread, text ?? ""),
  home: (store, { view }) => {
    store.home = view;
    store.emit("home", view);
  },
  prompts: (store, { channel, title, prompts }) => {
    store.prompts.set(channel, { title, prompts });
    store.emit("prompts", channel);
  },
  modal: (store, event) => store.live && store.emit("modal", event),
  modal_close: (store, event) => store.live && store.emit("modal_close", event),
  error: (store, event) => store.live && store.emit("error", event.text ?? event.error ?? "Something went wrong."),
};

function added(store, { message }) {
  if (store.put(message)) {
    store.emit("updated", message);
    return;
  }
  if (message.bot) {
    store.setStatus(message.channel, message.thread_ts, "");
    store.setStatus(message.channel, null, "");
  }
  if (store.live && message.bot && message.channel !== store.channel) {
    store.unread.set(message.channel, (store.unread.get(message.channel) ?? 0) + 1);
  }
  store.emit("added", message);
}

function unfurled(store, { channel, ts, attachments }) {
  const message = store.message(channel, ts);
  if (!message || !attachments) return;
  store.put({ ...message, attachments });
  store.emit("updated", { ...message, attachments });
}

export const isReply = (message) => Boolean(message.thread_ts) && message.thread_ts !== message.ts;

/** Order of two `ts`, which are too long to be compared as numbers. */
export function compare(one, other) {
  const [[seconds, rest = ""], [others, remains = ""]] = [one.split("."), other.split(".")];
  return Number(seconds) - Number(others) || (rest < remains ? -1 : Number(rest > remains));
}
