// Slack's mark-up as nodes: what it means there, and nothing else. Every word ends up in a text node.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const decode = (text) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);

// A mark opens after a space or punctuation, before a word, and closes the other way round; links
// inside are skipped as a whole, because addresses contain such characters.
const marked = (mark) =>
  String.raw`(?<![\p{L}\p{N}${mark}])${mark}(?=[^\s${mark}])((?:<[^<>\n]*>|[^${mark}\n<])*?(?<!\s))${mark}(?![\p{L}\p{N}${mark}])`;
const TOKEN = new RegExp(
  [
    String.raw`<([^<>\n]+)>`,
    "`([^`\\n]+)`",
    marked(String.raw`\*`),
    marked("_"),
    marked("~"),
    String.raw`:([a-z0-9_+-]+):`,
    String.raw`(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"])`,
  ].join("|"),
  "gu",
);
const BROADCASTS = new Set(["here", "channel", "everyone"]);

/** A link that leaves nothing behind; only a label where the address is none of the web's. */
export function anchor(address, label) {
  let url;
  try {
    url = new URL(decode(address));
  } catch {
    return h("span", {}, label);
  }
  if (!["http:", "https:", "mailto:"].includes(url.protocol)) return h("span", {}, label);
  return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, label);
}

/**
 * Mark-up as nodes.
 *
 * @param {string} text
 * @param {{user: Function, channel: Function}} names Names of people and channels by their ids.
 * @param {{verbatim: boolean}} options Whether bare addresses stay text.
 * @returns {Array<Node|string>}
 */
export function mrkdwn(text, names, { verbatim = false } = {}) {
  return text
    .split(/```\n?([\s\S]+?)\n?```\n?/)
    .flatMap((part, at) => (at % 2 ? [h("pre", {}, h("code", {}, decode(part)))] : lines(part, names, verbatim)));
}

/** Lines, those that begin with ">" together in a quote. */
function lines(text, names, verbatim) {
  const groups = [];
  for (const line of text === "" ? [] : text.split("\n")) {
    const quoted = /^(?:&gt;|>) ?/.exec(line);
    const last = groups.at(-1);
    const content = quoted ? line.slice(quoted[0].length) : line;
    if (last && last.quoted === Boolean(quoted)) last.lines.push(content);
    else groups.push({ quoted: Boolean(quoted), lines: [content] });
  }
  return groups.flatMap((group) => {
    const nodes = group.lines.flatMap((line, at) => [...(at ? [h("br")] : []), ...inline(line, names, verbatim)]);
    return group.quoted ? [h("blockquote", {}, nodes)] : nodes;
  });
}

function inline(text, names, verbatim) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(TOKEN)) {
    const node = token(found, names, verbatim);
    if (node === null) continue;
    nodes.push(decode(text.slice(end, found.index)), node);
    end = found.index + found[0].length;
  }
  nodes.push(decode(text.slice(end)));
  return nodes.filter((node) => node !== "");
}

function token(found, names, verbatim) {
  const [all, angle, code, strong, em, strike, name, address] = found;
  const inner = (part) => inline(part, names, verbatim);
  if (angle !== undefined) return reference(angle, names, verbatim);
  if (code !== undefined) return h("code", {}, decode(code));
  if (strong !== undefined) return h("strong", {}, inner(strong));
  if (em !== undefined) return h("em", {}, inner(em));
  if (strike !== undefined) return h("s", {}, inner(strike));
  if (name !== undefined) return emoji(name) ?? null;
  return verbatim || address === undefined ? null : anchor(address, decode(all));
}

/** What stands in angle brackets: a person, a channel, a call to all, a date, or a link. */
function reference(inside, names, verbatim) {
  const [target, label] = split(inside);
  if (/^@[UWB]/.test(target)) return mention(`@${label ?? names.user(target.slice(1))}`);
  if (/^#[CGD]/.test(target)) return mention(`#${label ?? names.channel(target.slice(1))}`);
  if (target.startsWith("!date^")) return date(target, label ?? "");
  if (target.startsWith("!")) {
    const word = target.slice(1).split("^")[0];
    return mention(label ?? (BROADCASTS.has(word) ? `@${word}` : word));
  }
  return anchor(target, label === undefined ? decode(target) : inline(label, names, verbatim));
}

function split(inside) {
  const bar = inside.indexOf("|");
  return bar < 0 ? [inside, undefined] : [inside.slice(0, bar), inside.slice(bar + 1)];
}

export const mention = (text) => h("span", { class: "mention" }, text);

const DATES = {
  date: { dateStyle: "long" },
  date_long: { dateStyle: "full" },
  date_num: { dateStyle: "short" },
  date_short: { dateStyle: "medium" },
  date_slash: { dateStyle: "short" },
  time: { timeStyle: "short" },
  time_secs: { timeStyle: "medium" },
};

/** A date in the way that a name asks for; "pretty" ones say yesterday, today and tomorrow. */
function written(at, name) {
  const plain = name.replace(/_pretty$/, "");
  const style = DATES[plain] && new Intl.DateTimeFormat("en", DATES[plain]);
  if (plain === name || !style) return style?.format(at);
  const midnight = (when) => new Date(when).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(at) - midnight(Date.now())) / 86_400_000);
  const near = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  return Math.abs(days) > 1 ? style.format(at) : near.format(days, "day");
}

/** `<!date^seconds^{date_short} at {time}^link|fallback>` in the reader's own time. */
function date(target, fallback) {
  const [, seconds, format = "", link] = target.split("^");
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.valueOf())) return h("span", {}, decode(fallback));
  const text = format.replace(/\{(\w+)\}/g, (all, name) => written(at, name) ?? all);
  const time = h("time", { datetime: at.toISOString() }, decode(text));
  return link ? anchor(link, time) : time;
}
