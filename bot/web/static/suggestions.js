// Questions worth asking, from what is loaded; a press asks.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const FIRST = 6;

/** A question as it is put where one is: to the bot by name in a channel, plainly in its own conversation. */
export function addressed(store, question) {
  const direct = store.workspace.channels.find((each) => each.id === store.channel)?.kind === "im";
  return direct ? question : `@${store.workspace.bot.name} ${question}`;
}

/** What an empty conversation shows; the app's own prompts where it has set some. */
export function welcome(store, ask) {
  const own = store.prompts.get(store.channel);
  const shown = own?.prompts ?? store.workspace.suggestions.slice(0, FIRST).map((message) => ({ message }));
  const cards = shown.map(({ title, message }) =>
    h("button", { class: "idea", type: "button", on: { click: () => ask(message) } }, title && h("span", { class: "hint" }, title), h("span", {}, message)),
  );
  return h(
    "section",
    { class: "welcome", "aria-labelledby": "welcome" },
    h("img", { src: "/static/mark.svg", alt: "", width: 56, height: 56 }),
    h("h2", { id: "welcome" }, own?.title ?? "Ask the episodes"),
    h("p", {}, "Every answer names the episode, the line that says so, and the second it is spoken."),
    h("div", { class: "ideas" }, cards),
    h("p", { class: "note" }, "Or write ", h("code", {}, "/whouses postgres"), " for an answer that only you see."),
  );
}

/** A strip of questions above the composer. */
export function ideas(store, ask) {
  const chips = store.workspace.suggestions.map((question) =>
    h("li", {}, h("button", { type: "button", class: "idea-chip", on: { click: () => ask(question) } }, question)),
  );
  return h("div", { class: "idea-strip" }, icon("spark"), h("ul", { "aria-label": "Suggested questions" }, chips));
}
