// Our own line icons, 20 by 20, drawn with the colour of the text around them.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  back: "M12 4 6 10l6 6",
  bolt: "M11 2.5 4.5 11H9l-.5 6.5L15.5 9H11z",
  check: "m4.5 10.5 3.5 3.5 7.5-8",
  close: "m5 5 10 10M15 5 5 15",
  code: "m7 5.5-4.5 4.5L7 14.5m6-9 4.5 4.5-4.5 4.5",
  copy: "M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z",
  down: "m5 7.5 5 5 5-5",
  eye: "M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zm7.5 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  hash: "M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13M3 12.5h13",
  home: "M3.5 9 10 3.5 16.5 9v7.5h-4.5V12H8v4.5H3.5z",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  moon: "M16.5 11.5A6.8 6.8 0 1 1 8.5 3.5a5.5 5.5 0 0 0 8 8z",
  more: "M10 4.9v.2M10 9.9v.2M10 14.9v.2",
  reply: "M3 4h14v9.5H9.5L6 17v-3.5H3z",
  send: "M3.5 4 17 10 3.5 16l2-6zm2 6H11",
  sort: "M4 5.5h12M4 10h8M4 14.5h4",
  spark: "M10 3l1.7 5.3L17 10l-5.3 1.7L10 17l-1.7-5.3L3 10l5.3-1.7z",
  sun: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M15.7 4.3l-1.1 1.1M5.4 14.6l-1.1 1.1",
  talk: "M10 3.5c4 0 7 2.5 7 6s-3 6-7 6c-.9 0-1.7-.1-2.5-.3L4 17v-3.5c-.7-1-1-2.3-1-4 0-3.5 3-6 7-6z",
  thumb_down: "M6 11.5V4M6 4H3.5v7.5H6l3.5 5c1.2 0 2-.8 2-2v-3H15c1.1 0 1.8-1 1.5-2l-1.2-4.2A1.8 1.8 0 0 0 13.5 4z",
  thumb_up: "M6 8.5V16M6 16H3.5V8.5H6l3.5-5c1.2 0 2 .8 2 2v3H15c1.1 0 1.8 1 1.5 2l-1.2 4.2a1.8 1.8 0 0 1-1.8 1.3z",
  trash: "M4 6h12M8 6V4h4v2m-6.5 0 .7 10h7.6l.7-10",
  warn: "M10 3.5 17.5 16h-15zM10 8v4M10 13.9v.2",
};

/** An icon that says nothing to screen readers; whatever holds it has a name of its own. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] ?? PATHS.spark);
  for (const [key, value] of Object.entries({ viewBox: "0 0 20 20", class: `icon icon-${name}`, "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  svg.append(path);
  return svg;
}
