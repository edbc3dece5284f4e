// "Are you sure?", as an app words it.

import { plain, text } from "./blockkit/text.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";

/** Whether the person goes on. */
export function confirmed(object, names) {
  return new Promise((resolve) => {
    let yes = false;
    const answer = (value) => () => {
      yes = value;
      opened.close();
    };
    const go = `button ${object.style === "danger" ? "danger" : "primary"}`;
    const opened = openDialog({
      title: plain(object.title),
      className: "narrow",
      body: [h("p", {}, text(object.text, names))],
      foot: [
        h("button", { class: "button", type: "button", on: { click: answer(false) } }, plain(object.deny)),
        h("button", { class: go, type: "button", on: { click: answer(true) } }, plain(object.confirm)),
      ],
      onClose: () => resolve(yes),
    });
  });
}
