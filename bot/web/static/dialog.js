// Windows of the browser's own kind: the page behind them is out of reach, Escape closes them, and the
// focus goes back to where it was.

import { h, stops, uid } from "./dom.js";
import { icon } from "./icons.js";

/**
 * Open a window.
 *
 * @param {{title: string, body: Node[], foot: Node[], className: string, onClose: Function}} parts
 * @returns {{node: HTMLDialogElement, close: Function}}
 */
export function openDialog({ title, body, foot = [], className = "", onClose = () => {} }) {
  const id = uid("title");
  const before = document.activeElement;
  const shut = h("button", { class: "small-icon", type: "button", "aria-label": "Close", on: { click: () => node.close() } }, icon("close"));
  const node = h(
    "dialog",
    { class: `window ${className}`, "aria-labelledby": id },
    h("header", {}, h("h2", { id }, title), shut),
    h("div", { class: "window-body", tabindex: "-1" }, body),
    foot.length ? h("footer", {}, foot) : null,
  );
  node.addEventListener("keydown", (event) => event.key === "Tab" && circle(event, node));
  node.addEventListener("close", () => {
    node.remove();
    onClose();
    if (before?.isConnected) before.focus();
  });
  document.body.append(node);
  node.showModal();
  return { node, close: () => node.close() };
}

/** Keep the Tab key inside: after the last stop comes the first. */
export function circle(event, node) {
  const all = stops(node);
  const edge = event.shiftKey ? all[0] : all.at(-1);
  if (document.activeElement !== edge && node.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0])?.focus();
}
