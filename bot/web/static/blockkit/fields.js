// Input blocks with their labels, hints and errors, and the fields that are typed into.

import { h, uid } from "../dom.js";
import { plain } from "./text.js";

const GROUPS = new Set(["radio_buttons", "checkboxes"]);
const TYPES = { email_text_input: "email", url_text_input: "url", number_input: "number" };

export function input(block, surface, { block: id, element }) {
  const [label, hint, error, field] = ["label", "hint", "error", "field"].map(uid);
  const place = { block: id, input: block, id: field, labelledby: label, describedby: `${hint} ${error}` };
  const words = [plain(block.label), block.optional && h("span", { class: "hint" }, " (optional)")];
  return h(
    "div",
    { class: "block field", data: { block: id } },
    GROUPS.has(block.element.type) ? h("div", { class: "label", id: label }, words) : h("label", { class: "label", id: label, for: field }, words),
    element(block.element, surface, place),
    h("div", { class: "hint", id: hint, hidden: !block.hint }, plain(block.hint)),
    h("div", { class: "field-error", id: error, hidden: true }),
  );
}

/** Say what is wrong at the fields; the first of them gets the focus. */
export function complain(root, errors) {
  for (const node of root.querySelectorAll(".field")) {
    const said = errors[node.dataset.block];
    const place = node.querySelector(".field-error");
    const control = node.querySelector("input, textarea");
    place.textContent = said ?? "";
    place.hidden = !said;
    node.classList.toggle("wrong", Boolean(said));
    if (said) control?.setAttribute("aria-invalid", "true");
    else control?.removeAttribute("aria-invalid");
  }
  root.querySelector(".field.wrong :is(input, textarea)")?.focus();
}

/** A line or several lines of text, a number, an address. */
export function line(element, surface, { block, input: owner, id, labelledby, describedby }) {
  const before = surface.kept(block, element)?.value ?? element.initial_value ?? "";
  const shared = {
    class: "control",
    id,
    "aria-labelledby": labelledby,
    "aria-describedby": describedby,
    "aria-label": labelledby ? null : plain(element.placeholder) || "Text",
    placeholder: plain(element.placeholder) || null,
    maxlength: element.max_length,
    minlength: element.min_length,
    autocomplete: "off",
    data: { action: element.action_id },
  };
  const node = element.multiline
    ? h("textarea", { ...shared, rows: 4 })
    : h("input", { ...shared, type: TYPES[element.type] ?? "text", min: element.min_value, max: element.max_value, step: element.is_decimal_allowed ? "any" : null });
  node.value = before;
  const state = () => ({ value: node.value === "" ? null : node.value });
  surface.keep(block, element, state());
  node.addEventListener("input", () => surface.keep(block, element, state()));
  if (owner?.dispatch_action) node.addEventListener("keydown", (event) => sent(event, element, () => surface.act(block, element, state(), node)));
  return node;
}

/** A field that tells the app at once does so on Enter. */
function sent(event, element, act) {
  if (event.key !== "Enter" || (element.multiline && event.shiftKey)) return;
  event.preventDefault();
  act();
}
