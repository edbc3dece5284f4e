// Short notes at the edge: what went wrong, what was copied.

import { h } from "./dom.js";

const STAYS = 5000;

/** Notes are shown in one place and read aloud from another, which is there before any note is. */
export class Toasts {
  constructor() {
    this.heard = h("div", { class: "unseen", role: "status" });
    this.node = h("div", { class: "toasts", popover: "manual", "aria-hidden": "true" });
    document.body.append(this.heard, this.node);
  }

  say(text, kind = "") {
    const note = h("p", { class: `toast ${kind}` }, text);
    this.heard.textContent = text;
    this.node.append(note);
    this.node.hidePopover(); // Shown anew, it lies above a window that was opened since.
    this.node.showPopover();
    setTimeout(() => {
      note.remove();
      if (!this.node.children.length) this.node.hidePopover();
    }, STAYS);
  }
}
