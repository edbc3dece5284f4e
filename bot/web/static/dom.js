// Making elements. Data becomes text nodes and attributes, never mark-up, so nothing in it can act.

let made = 0;

/** A name for an element that others point to, unique on the page. */
export const uid = (prefix) => `${prefix}-${(made += 1)}`;

/**
 * An element with its attributes, listeners and children.
 *
 * @param {string} tag
 * @param {Object} props `class`, `on: {event: listener}`, `data: {key: value}`, or any attribute; null,
 *   undefined and false leave it out, true sets it empty.
 * @param {...(Node|string|null|false|Array)} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...flat(children));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
  } else if (name === "data") {
    Object.assign(node.dataset, value);
  } else {
    node.setAttribute(name, value === true ? "" : String(value));
  }
}

/** Children without the holes that conditions leave. */
function flat(children) {
  return children.flat(Infinity).filter((each) => each !== null && each !== undefined && each !== false);
}

/** Replace what an element contains. */
export function fill(node, ...children) {
  node.replaceChildren(...flat(children));
  return node;
}

/** Everything in an element that the Tab key stops at, in order. */
export function stops(root) {
  const all = root.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])',
  );
  return [...all].filter((each) => !each.disabled && each.tabIndex >= 0 && each.checkVisibility());
}
