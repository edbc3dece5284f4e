// Pictures. Where one cannot be loaded, its description stands in its place.

import { h } from "../dom.js";
import { anchor } from "../mrkdwn.js";
import { plain } from "./text.js";

function picture(element, className) {
  const url = element.image_url ?? element.slack_file?.url ?? "";
  const alt = element.alt_text ?? "";
  if (!/^(https:|data:image\/|\/)/i.test(url)) return h("span", { class: "unloaded" }, alt);
  const node = h("img", { class: className, src: url, alt, loading: "lazy", referrerpolicy: "no-referrer", width: element.image_width, height: element.image_height });
  node.addEventListener("error", () => node.replaceWith(h("span", { class: "unloaded" }, alt)));
  return node;
}

export function image(block) {
  return h(
    "figure",
    { class: "block image" },
    block.title && h("figcaption", {}, plain(block.title)),
    picture(block, "picture"),
  );
}

export const thumbnail = (element) => picture(element, "thumbnail");

/** A video is not played here: its title leads to it. */
export function video(block) {
  return h(
    "figure",
    { class: "block image" },
    h("figcaption", {}, anchor(block.title_url ?? block.video_url, plain(block.title))),
    picture({ image_url: block.thumbnail_url, alt_text: block.alt_text }, "picture"),
  );
}
