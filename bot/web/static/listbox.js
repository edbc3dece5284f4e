// A floating list that a text field steers: the field keeps the focus, the list shows what is meant.

import { fill, h, uid } from "./dom.js";
import { float, outside, sink } from "./floating.js";

export class Listbox {
  #stop = () => {};

  /**
   * @param {HTMLInputElement|HTMLTextAreaElement} field
   * @param {{label: string, above: boolean, multiple: boolean, pick: Function, onToggle: Function}} options
   *   `pick` is handed the chosen entry.
   */
  constructor(field, { label, above = false, multiple = false, pick, onToggle = () => {} }) {
    Object.assign(this, { field, above, pick, onToggle, active: -1, entries: [] });
    this.node = h("div", {
      class: "floating listbox",
      id: uid("list"),
      role: "listbox",
      popover: "manual",
      "aria-label": label,
      "aria-multiselectable": multiple ? "true" : null,
    });
    field.setAttribute("aria-autocomplete", "list");
  }

  get open() {
    return this.node.isConnected && this.node.matches(":popover-open");
  }

  /**
   * Show entries in their groups.
   *
   * @param {Array<{label: string, entries: Array<{text, hint, selected, value}>}>} groups
   * @param {string} empty What is said when there are none.
   */
  show(groups, empty = "Nothing found") {
    this.entries = groups.flatMap((group) => group.entries);
    if (!this.node.isConnected) this.field.after(this.node);
    let number = 0;
    const option = (entry) => this.#option(entry, number++);
    fill(this.node, this.entries.length ? groups.map((group) => grouped(group, option)) : h("div", { class: "empty", role: "option", "aria-disabled": "true", "aria-selected": "false" }, empty));
    if (!this.open) {
      this.#stop = outside([this.node, this.field], () => this.hide());
      this.field.setAttribute("aria-controls", this.node.id);
      this.onToggle(true);
    }
    float(this.node, this.field, { width: !this.above, above: this.above });
    this.move(this.entries.length ? 0 : -1);
  }

  #option(entry, number) {
    const choose = (event) => {
      event.preventDefault(); // The field keeps the focus.
      this.choose(number);
    };
    return h(
      "div",
      {
        class: "entry",
        role: "option",
        id: `${this.node.id}-${number}`,
        "aria-selected": entry.selected ? "true" : "false",
        on: { mousedown: choose },
      },
      h("span", {}, entry.text),
      entry.hint && h("span", { class: "hint" }, entry.hint),
    );
  }

  move(to) {
    this.active = to;
    for (const [number, node] of this.node.querySelectorAll('[id][role="option"]').entries()) {
      node.classList.toggle("active", number === to);
      if (number === to) node.scrollIntoView({ block: "nearest" });
    }
    if (to < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", `${this.node.id}-${to}`);
  }

  choose(number = this.active) {
    const entry = this.entries[number];
    if (entry) this.pick(entry);
  }

  hide() {
    if (!this.node.isConnected) return;
    this.#stop();
    sink(this.node);
    this.node.remove();
    this.move(-1);
    this.field.removeAttribute("aria-controls");
    this.onToggle(false);
  }

  /** Steer by a key; whether it was one of the list's. */
  key(event) {
    if (!this.open) return false;
    const last = this.entries.length - 1;
    const moves = { ArrowDown: this.active >= last ? 0 : this.active + 1, ArrowUp: this.active <= 0 ? last : this.active - 1 };
    if (event.key in moves) this.move(moves[event.key]);
    else if (event.key === "Escape") this.hide();
    else if (["Enter", "Tab"].includes(event.key) && this.active >= 0) this.choose();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}

function grouped({ label, entries }, option) {
  if (!label) return entries.map(option);
  const id = uid("group");
  return h("div", { role: "group", "aria-labelledby": id }, h("div", { class: "group", id }, label), entries.map(option));
}
