// A button that opens a menu: arrow keys move, Enter chooses, Escape gives the focus back.

import { h, uid } from "./dom.js";
import { float, outside, sink } from "./floating.js";

/**
 * Make a button open a menu.
 *
 * @param {HTMLButtonElement} button Has a name already.
 * @param {Function} items Gives `[{label, hint, run, href}]` each time it is opened.
 * @param {string} label The name of the menu.
 */
export function withMenu(button, items, label) {
  const id = uid("menu");
  let close = () => {};
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  const open = (at = 0) => {
    close();
    const menu = h("div", { class: "floating menu", id, role: "menu", popover: "manual", "aria-label": label });
    menu.append(...items().map((item) => entry(item, () => close(true))));
    button.after(menu);
    const stop = outside([menu, button], () => close());
    close = (refocus = false) => {
      stop();
      sink(menu);
      menu.remove();
      button.setAttribute("aria-expanded", "false");
      if (refocus) button.focus();
      close = () => {};
    };
    button.setAttribute("aria-expanded", "true");
    menu.addEventListener("keydown", (event) => steer(event, menu, close));
    menu.addEventListener("focusout", (event) => !menu.contains(event.relatedTarget) && event.relatedTarget && close());
    float(menu, button);
    menu.children[at < 0 ? menu.children.length - 1 : at]?.focus();
  };
  button.addEventListener("click", () => (button.getAttribute("aria-expanded") === "true" ? close(true) : open()));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowUp" ? -1 : 0);
  });
  return button;
}

function entry({ label, hint, run, href }, done) {
  const tag = href ? "a" : "button";
  const extra = href ? { href, target: "_blank", rel: "noopener noreferrer" } : { type: "button" };
  const choose = () => {
    done();
    run?.();
  };
  return h(
    tag,
    { class: "entry", role: "menuitem", tabindex: "-1", ...extra, on: { click: choose } },
    h("span", {}, label),
    hint && h("span", { class: "hint" }, hint),
  );
}

function steer(event, menu, close) {
  const all = [...menu.children];
  const at = all.indexOf(document.activeElement);
  const targets = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 };
  if (event.key in targets) {
    event.preventDefault();
    all[targets[event.key]].focus();
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close(true);
  } else if (event.key === "Tab") {
    close(true);
  }
}
