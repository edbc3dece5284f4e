// One message: who, when, what, and beside it what the playground knows about it.

import { post } from "./api.js";
import { blocks } from "./blockkit/index.js";
import { Surface } from "./blockkit/surface.js";
import { h, uid } from "./dom.js";
import { icon } from "./icons.js";
import { inspect } from "./inspector.js";
import { withMenu } from "./menu.js";
import { anchor, mrkdwn } from "./mrkdwn.js";
import { full, hour, iso, took } from "./when.js";

/**
 * Draw a message.
 *
 * @param {Object} message
 * @param {import("./store.js").Store} store
 * @param {{inThread: boolean, toasts: Object, why: boolean}} place `why`: the reasons are shown at once.
 */
export function draw(message, store, { inThread = false, toasts, why = false }) {
  const head = uid("by");
  const node = h(
    "article",
    { class: looks(message), tabindex: "-1", data: { ts: message.ts }, "aria-labelledby": head },
    message.ephemeral && h("p", { class: "only-you" }, icon("eye"), "Only visible to you"),
    avatar(message, store),
    h(
      "div",
      { class: "message-body" },
      byline(message, store, head),
      message.asked && h("p", { class: "asked" }, message.asked),
      content(message, store),
      (message.attachments ?? []).map((each) => attachment(each, message, store)),
      strip(message, toasts, why),
      !inThread && replies(message, store),
    ),
    toolbar(message, store, inThread),
  );
  return node;
}

function looks(message) {
  return ["message", message.bot && "of-bot", message.ephemeral && "ephemeral"].filter(Boolean).join(" ");
}

function avatar(message, store) {
  if (message.bot) return h("img", { class: "avatar", src: "/static/mark.svg", alt: "", width: 36, height: 36 });
  return h("span", { class: "avatar initial", "aria-hidden": "true" }, store.user(message.user).slice(0, 1).toUpperCase());
}

function byline(message, store, id) {
  return h(
    "p",
    { class: "byline", id },
    h("strong", {}, store.user(message.user)),
    message.bot && h("span", { class: "badge" }, "App"),
    h("time", { datetime: iso(message.ts), title: full(message.ts) }, hour(message.ts)),
  );
}

/** The blocks, which say all that the text says; the text where there are none. */
function content(message, store) {
  if (!message.blocks?.length) return h("div", { class: "text" }, mrkdwn(message.text ?? "", store.names));
  return blocks(message.blocks, new Surface({ type: "message", id: message.ts }, store, message.channel));
}

/** A card under a link. */
function attachment(card, message, store) {
  const surface = new Surface({ type: "message", id: message.ts }, store, message.channel);
  const title = card.title && h("p", {}, card.title_link ? anchor(card.title_link, card.title) : card.title);
  const text = card.text ?? (card.blocks ? "" : card.fallback);
  return h("div", { class: "card" }, title, card.blocks && blocks(card.blocks, surface), text && h("div", { class: "text" }, mrkdwn(text, store.names)));
}

/** What is no part of Slack: the time it took, the reasons for the order, the JSON. */
function strip(message, toasts, open) {
  if (!message.bot) return null;
  const reasons = message.explain ?? [];
  const id = uid("why");
  const list = h("ol", { class: "why", id, hidden: !open }, reasons.map(reason));
  const why = h("button", { type: "button", data: { action: "why" }, "aria-expanded": String(open), "aria-controls": id }, icon("sort"), "Why this order");
  why.addEventListener("click", () => {
    list.hidden = !list.hidden;
    if (!list.hidden) list.scrollIntoView({ block: "nearest" });
    why.setAttribute("aria-expanded", String(!list.hidden));
  });
  const json = h("button", { type: "button", data: { action: "json" }, "aria-haspopup": "dialog", on: { click: () => inspect(message, toasts) } }, icon("code"), "JSON");
  const time = typeof message.took_ms === "number" && h("span", { class: "took", title: "From your question to this message" }, icon("bolt"), took(message.took_ms));
  const shown = [time, reasons.length > 0 && why, message.blocks?.length > 0 && json].filter(Boolean);
  return shown.length ? [h("div", { class: "strip", role: "group", "aria-label": "About this message" }, shown), reasons.length > 0 && list] : null;
}

/** A line that explains: a score, what it belongs to, and the parts that it is the sum of. */
function reason(line) {
  const [, score, text, parts] = /^(-?\d+\.\d+) (.*) \{(.*)\}$/s.exec(line) ?? [];
  if (score === undefined) return h("li", {}, line);
  const each = [...parts.matchAll(/['"](.+?)['"]: (-?[\d.e-]+)/g)];
  const named = each.map(([, name, value]) => h("span", { class: "part" }, `${name} `, h("b", {}, Number(value).toFixed(2))));
  return h("li", {}, h("strong", {}, score), ` ${text} `, h("span", { class: "parts" }, named));
}

/** The way into the thread of a message. */
function replies(message, store) {
  const all = store.replies(message.channel, message.ts);
  if (!all.length) return null;
  const open = () => store.openThread(message.ts, { focus: true });
  return h(
    "button",
    { class: "replies", type: "button", data: { action: "thread" }, on: { click: open } },
    h("strong", {}, all.length === 1 ? "1 reply" : `${all.length} replies`),
    h("span", {}, `last at ${hour(all.at(-1).ts)}`),
  );
}

/** What can be done with a message; an ephemeral one takes no replies. */
function toolbar(message, store, inThread) {
  const shortcuts = store.workspace.shortcuts.filter((each) => each.kind === "message");
  const reply = () => store.openThread(message.ts, { focus: true });
  const tools = [];
  if (!message.ephemeral && !inThread) {
    tools.push(h("button", { class: "small-icon", type: "button", "aria-label": "Reply in thread", title: "Reply in thread", data: { action: "reply" }, on: { click: reply } }, icon("reply")));
  }
  if (!message.ephemeral && shortcuts.length) {
    const more = h("button", { class: "small-icon", type: "button", "aria-label": "Message shortcuts", title: "Message shortcuts", data: { action: "shortcuts" } }, icon("bolt"));
    const run = (each) => () =>
      post("shortcut", { callback_id: each.callback_id, channel: message.channel, ts: message.ts }).catch((error) => store.emit("error", error.message));
    tools.push(h("span", {}, withMenu(more, () => shortcuts.map((each) => ({ label: each.name, hint: each.description, run: run(each) })), "Message shortcuts")));
  }
  return tools.length ? h("div", { class: "toolbar", role: "group", "aria-label": "This message" }, tools) : null;
}
