// Rich text: the structure that Slack's own composer makes.

import { h } from "../dom.js";
import { emoji } from "../emoji.js";
import { anchor, mention } from "../mrkdwn.js";

const WRAP = { bold: "strong", italic: "em", strike: "s", code: "code" };

const LEAVES = {
  text: (leaf) => leaf.text,
  link: (leaf) => anchor(leaf.url, leaf.text ?? leaf.url),
  emoji: (leaf) => emoji(leaf.name) ?? `:${leaf.name}:`,
  user: (leaf, names) => mention(`@${names.user(leaf.user_id)}`),
  channel: (leaf, names) => mention(`#${names.channel(leaf.channel_id)}`),
  broadcast: (leaf) => mention(`@${leaf.range}`),
  usergroup: (leaf) => mention(`@${leaf.usergroup_id}`),
  color: (leaf) => leaf.value,
  date: (leaf) => leaf.fallback ?? new Date(leaf.timestamp * 1000).toDateString(),
};

function leaf(each, names) {
  let node = LEAVES[each.type]?.(each, names) ?? "";
  for (const [style, tag] of Object.entries(WRAP)) if (each.style?.[style]) node = h(tag, {}, node);
  return node;
}

const leaves = (part, names) => part.elements.map((each) => leaf(each, names));

const PARTS = {
  rich_text_section: (part, names) => h("div", { class: "text" }, leaves(part, names)),
  rich_text_quote: (part, names) => h("blockquote", {}, leaves(part, names)),
  rich_text_preformatted: (part, names) => h("pre", {}, h("code", {}, leaves(part, names))),
  rich_text_list: (part, names) =>
    h(
      part.style === "ordered" ? "ol" : "ul",
      { class: `indent-${Math.min(part.indent ?? 0, 4)}`, start: part.offset ? part.offset + 1 : null },
      part.elements.map((item) => h("li", {}, leaves(item, names))),
    ),
};

export function richText(block, surface) {
  return h("div", { class: "block rich-text" }, block.elements.map((part) => PARTS[part.type]?.(part, surface.names)));
}
