// Light or dark, against the system's wish where a person says so; remembered on this machine.

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";

const KEY = "playhead.theme";

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage is switched off.
  }
}

const dark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function remember(theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

/** A button that switches; its name says what a press does. */
export function themeButton() {
  const node = h("button", { class: "small-icon theme", type: "button" });
  const show = () => {
    const label = dark() ? "Switch to light colours" : "Switch to dark colours";
    node.setAttribute("aria-label", label);
    node.title = label;
    fill(node, icon(dark() ? "sun" : "moon"));
  };
  node.addEventListener("click", () => {
    remember(dark() ? "light" : "dark");
    show();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  if (remembered()) document.documentElement.dataset.theme = remembered();
  show();
  return node;
}
