// Tables: the first row is the head.

import { h } from "../dom.js";
import { richText } from "./rich_text.js";
import { text } from "./text.js";

export function table(block, surface) {
  const [head, ...rows] = block.rows;
  const settings = block.column_settings ?? [];
  const cell = (tag) => (each, at) =>
    h(tag, { class: look(settings[at]), scope: tag === "th" ? "col" : null }, inside(each, surface));
  return h(
    "div",
    { class: "block table", role: "region", "aria-label": "Table", tabindex: "0" },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, head.map(cell("th")))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell("td"))))),
    ),
  );
}

function look(setting) {
  return [setting?.align, setting?.is_wrapped && "wrapped"].filter(Boolean).join(" ") || null;
}

function inside(cell, surface) {
  if (cell.type === "rich_text") return richText(cell, surface);
  if (cell.type === "raw_number") return String(cell.value ?? cell.text ?? "");
  return text(cell, surface.names);
}
