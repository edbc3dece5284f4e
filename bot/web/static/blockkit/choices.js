// Radio buttons and checkboxes.

import { h, uid } from "../dom.js";
import { text } from "./text.js";

const same = (one, other) => one?.value === other?.value;

function group(element, surface, { block, input, labelledby, describedby }, kind, chosen, state) {
  const name = uid("choice");
  const inputs = element.options.map((option) =>
    h("input", {
      type: kind,
      name,
      id: uid("option"),
      checked: chosen.some((each) => same(each, option)),
      data: { action: element.action_id, value: option.value },
    }),
  );
  const keep = () => {
    const picked = element.options.filter((_, at) => inputs[at].checked);
    surface.keep(block, element, state(picked));
    return state(picked);
  };
  const node = h(
    "div",
    { class: "choices", role: kind === "radio" ? "radiogroup" : "group", "aria-labelledby": labelledby, "aria-describedby": describedby, "aria-label": labelledby ? null : "Options" },
    element.options.map((option, at) => choice(option, inputs[at], surface.names)),
  );
  keep();
  node.addEventListener("change", () => {
    const change = keep();
    if (!input || input.dispatch_action) surface.act(block, element, change, node);
  });
  return node;
}

function choice(option, input, names) {
  return h(
    "div",
    { class: "choice" },
    input,
    h(
      "label",
      { for: input.id },
      h("span", {}, text(option.text, names)),
      option.description && h("span", { class: "hint" }, text(option.description, names)),
    ),
  );
}

export function radios(element, surface, place) {
  const before = surface.kept(place.block, element)?.selected_option ?? element.initial_option;
  return group(element, surface, place, "radio", before ? [before] : [], ([one = null]) => ({ selected_option: one }));
}

export function checkboxes(element, surface, place) {
  const before = surface.kept(place.block, element)?.selected_options ?? element.initial_options ?? [];
  return group(element, surface, place, "checkbox", before, (picked) => ({ selected_options: picked }));
}
