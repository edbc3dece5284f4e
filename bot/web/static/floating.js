// Something that floats beside a control, above everything else: menus and lists. It is a popover of the
// browser, so a window's edge or a scrolling parent does not cut it.

const GAP = 4;
const MARGIN = 8;

/**
 * Show an element beside another.
 *
 * @param {HTMLElement} node Has the attribute `popover="manual"`.
 * @param {HTMLElement} anchor
 * @param {{width: boolean, above: boolean}} options Whether it is as wide as the control, and whether
 *   above comes first.
 */
export function float(node, anchor, { width = false, above = false } = {}) {
  if (!node.matches(":popover-open")) node.showPopover();
  const box = anchor.getBoundingClientRect();
  if (width) node.style.minWidth = `${box.width}px`;
  const tall = node.offsetHeight;
  const over = box.top - tall - GAP;
  const under = box.bottom + GAP;
  const fits = under + tall <= window.innerHeight - MARGIN;
  const top = (above && over >= MARGIN) || (!fits && over >= MARGIN) ? over : under;
  const left = Math.min(box.left, window.innerWidth - node.offsetWidth - MARGIN);
  node.style.top = `${Math.max(MARGIN, top)}px`;
  node.style.left = `${Math.max(MARGIN, left)}px`;
}

export function sink(node) {
  if (node.isConnected && node.matches(":popover-open")) node.hidePopover();
}

/** Call back when somebody presses elsewhere or the page is scrolled away; returns how to stop that. */
export function outside(nodes, leave) {
  const within = (event) => nodes.some((node) => node.contains(event.target));
  const listener = (event) => within(event) || leave();
  const options = { capture: true, passive: true };
  for (const name of ["pointerdown", "wheel"]) document.addEventListener(name, listener, options);
  window.addEventListener("resize", leave);
  return () => {
    for (const name of ["pointerdown", "wheel"]) document.removeEventListener(name, listener, options);
    window.removeEventListener("resize", leave);
  };
}
