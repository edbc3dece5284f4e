// What the app sent for a message, to be read and to be taken into Block Kit Builder.

import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";

/** Show the blocks of a message; Block Kit Builder takes exactly this text. */
export function inspect(message, toasts) {
  const json = JSON.stringify({ blocks: (message.blocks ?? []).map(ordered) }, null, 2);
  const copy = h("button", { class: "button primary", type: "button" }, icon("copy"), "Copy for Block Kit Builder");
  copy.addEventListener("click", () => copied(json, toasts));
  openDialog({
    title: "Blocks of this message",
    className: "wide",
    body: [
      h("p", { class: "note" }, `${(message.blocks ?? []).length} blocks, ${json.length.toLocaleString("en")} characters. Slack would get the same.`),
      h("pre", { class: "json", tabindex: "0", role: "region", "aria-label": "JSON" }, coloured(json)),
      h("details", {}, h("summary", {}, "Text for notifications and screen readers"), h("pre", { class: "json plain" }, message.text)),
    ],
    foot: [copy],
  });
}

/** The same data with what it is in front, as people write it. */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const { type, ...rest } = value;
  const named = Object.entries(rest).map(([key, each]) => [key, ordered(each)]);
  return Object.fromEntries([...(type === undefined ? [] : [["type", type]]), ...named]);
}

/** Copy text; where the browser does not allow that, say so. */
async function copied(json, toasts) {
  try {
    await navigator.clipboard.writeText(json);
    toasts.say("Copied. Paste it into Block Kit Builder.");
  } catch {
    toasts.say("The browser does not allow copying here; mark the text and copy it.", "bad");
  }
}

/** JSON with keys and texts told apart. */
function coloured(json) {
  const nodes = [];
  let end = 0;
  for (const found of json.matchAll(/"(?:[^"\\]|\\.)*"(?=(:)?)/g)) {
    nodes.push(json.slice(end, found.index), h("span", { class: found[1] ? "key" : "string" }, found[0]));
    end = found.index + found[0].length;
  }
  return [...nodes, json.slice(end)];
}
