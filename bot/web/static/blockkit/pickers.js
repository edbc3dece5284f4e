// Dates and times, picked with the browser's own pickers.

import { h } from "../dom.js";
import { plain } from "./text.js";

function picker(element, surface, { block, input, id, labelledby, describedby }, type, before, state) {
  const node = h("input", {
    class: "control",
    type,
    id,
    value: before,
    "aria-labelledby": labelledby,
    "aria-describedby": describedby,
    "aria-label": labelledby || id ? null : plain(element.placeholder) || "Pick",
    data: { action: element.action_id },
  });
  surface.keep(block, element, state(node.value));
  node.addEventListener("change", () => {
    surface.keep(block, element, state(node.value));
    if (!input || input.dispatch_action) surface.act(block, element, state(node.value), node);
  });
  return node;
}

export function date(element, surface, place) {
  const before = surface.kept(place.block, element)?.selected_date ?? element.initial_date;
  return picker(element, surface, place, "date", before, (value) => ({ selected_date: value || null }));
}

export function time(element, surface, place) {
  const before = surface.kept(place.block, element)?.selected_time ?? element.initial_time;
  return picker(element, surface, place, "time", before, (value) => ({ selected_time: value || null }));
}

export function datetime(element, surface, place) {
  const before = surface.kept(place.block, element)?.selected_date_time ?? element.initial_date_time;
  const state = (value) => ({ selected_date_time: value ? Math.floor(new Date(value).valueOf() / 1000) : null });
  return picker(element, surface, place, "datetime-local", local(before), state);
}

/** Seconds since 1970 as the field wants them: the reader's own clock, without a zone. */
function local(seconds) {
  if (typeof seconds !== "number") return null;
  const at = new Date(seconds * 1000);
  return new Date(at.valueOf() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
