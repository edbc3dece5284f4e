// Blocks that arrange others: section, context, actions, header, divider.

import { h } from "../dom.js";
import { paragraph, plain, text } from "./text.js";

export function section(block, surface, { block: id, element }) {
  return h(
    "div",
    { class: "block section" },
    h(
      "div",
      { class: "words" },
      block.text && paragraph(block.text, surface.names),
      block.fields && h("div", { class: "fields" }, block.fields.map((field) => paragraph(field, surface.names))),
    ),
    block.accessory &&
      h("div", { class: "accessory" }, element(block.accessory, surface, { block: id, about: plainOf(block) })),
  );
}

/** What a section is about, in a few words: names its menu for people who hear the page. */
function plainOf(block) {
  const words = plain(block.text ?? block.fields?.[0]).split("\n")[0].replace(/<[^|>]*\|([^>]*)>/g, "$1");
  return words.replace(/[*_~`]/g, "").slice(0, 60);
}

export function context(block, surface, { block: id, element }) {
  const part = (each) =>
    each.type === "image"
      ? element(each, surface, { block: id })
      : h("span", { class: "text" }, text(each, surface.names));
  return h("div", { class: "block context" }, block.elements.map(part));
}

const row = (name) => (block, surface, { block: id, element }) =>
  h("div", { class: `block ${name}` }, block.elements.map((each) => element(each, surface, { block: id })));

export const actions = row("actions");
export const contextActions = row("context-actions");

export const header = (block) => h("h3", { class: "block header" }, plain(block.text));

export const divider = () => h("hr", { class: "block divider" });
