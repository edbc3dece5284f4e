// What is pressed: buttons, icon buttons, thumbs, and the menu behind three dots.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { withMenu } from "../menu.js";
import { confirmed } from "../confirm.js";
import { plain } from "./text.js";

const STYLES = { primary: "button primary", danger: "button danger" };
const ICONS = { trash: "trash" };

export function button(element, surface, { block }) {
  const label = plain(element.text);
  const change = { text: element.text, ...(element.value === undefined ? {} : { value: element.value }), ...(element.style ? { style: element.style } : {}) };
  const node = h(element.url ? "a" : "button", {
    class: STYLES[element.style] ?? "button",
    data: { action: element.action_id ?? "" },
    "aria-label": element.accessibility_label,
    ...(element.url ? linked(element.url) : { type: "button" }),
  }, label);
  node.addEventListener("click", () => press(element, surface, block, change, node));
  return node;
}

/** A button with an address opens it, if it is one of the web's. */
function linked(url) {
  return /^https?:\/\//i.test(url) ? { href: url, target: "_blank", rel: "noopener noreferrer" } : {};
}

async function press(element, surface, block, change, node) {
  if (node.getAttribute("aria-busy") === "true") return;
  if (element.confirm && !(await confirmed(element.confirm, surface.names))) return;
  await surface.act(block, element, change, node);
}

export function iconButton(element, surface, { block }) {
  const node = h("button", {
    class: "small-icon",
    type: "button",
    data: { action: element.action_id },
    "aria-label": element.accessibility_label ?? plain(element.text),
    title: plain(element.text),
  }, icon(ICONS[element.icon] ?? "spark"));
  const change = { icon: element.icon, value: element.value };
  node.addEventListener("click", () => press(element, surface, block, change, node));
  return node;
}

/** Thumbs up and down; the one that was pressed stays marked. */
export function feedback(element, surface, { block }) {
  const thumbs = [
    [element.positive_button, "thumb_up"],
    [element.negative_button, "thumb_down"],
  ].map(([thumb, name]) => {
    const label = thumb.accessibility_label ?? plain(thumb.text);
    return h("button", {
      class: "small-icon",
      type: "button",
      title: plain(thumb.text),
      "aria-label": label,
      "aria-pressed": String(surface.kept(block, element)?.value === thumb.value),
      data: { action: element.action_id, value: thumb.value ?? "" },
    }, icon(name));
  });
  for (const [at, node] of thumbs.entries()) {
    node.addEventListener("click", () => {
      const value = (at === 0 ? element.positive_button : element.negative_button).value;
      for (const each of thumbs) each.setAttribute("aria-pressed", String(each === node));
      press(element, surface, block, { value }, node);
    });
  }
  return h("div", { class: "feedback", role: "group", "aria-label": "Was this answer helpful?" }, thumbs);
}

export function overflow(element, surface, { block, about }) {
  const node = h("button", {
    class: "small-icon",
    type: "button",
    "aria-label": about ? `More about ${about}` : "More",
    data: { action: element.action_id },
  }, icon("more"));
  const items = () =>
    element.options.map((option) => ({
      label: plain(option.text),
      hint: option.description && plain(option.description),
      href: option.url && linked(option.url).href,
      run: () => press(element, surface, block, { selected_option: option }, node),
    }));
  withMenu(node, items, about ? `More about ${about}` : "More");
  return h("span", {}, node);
}
