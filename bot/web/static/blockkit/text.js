// Text objects.

import { h } from "../dom.js";
import { withEmoji } from "../emoji.js";
import { mrkdwn } from "../mrkdwn.js";

/** The words of a text object, without mark-up. */
export function plain(object) {
  if (!object) return "";
  return object.emoji === false || object.type === "raw_text" ? object.text : withEmoji(object.text);
}

/** The nodes of a text object. */
export function text(object, names) {
  return object.type === "mrkdwn" ? mrkdwn(object.text, names, { verbatim: object.verbatim }) : [plain(object)];
}

export const paragraph = (object, names) => h("div", { class: "text" }, text(object, names));
