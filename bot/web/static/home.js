// The Home of the bot: a page that the app makes for the person.

import { blocks } from "./blockkit/index.js";
import { Surface } from "./blockkit/surface.js";
import { fill, h } from "./dom.js";

export class Home {
  #surface = null;

  constructor(node, store) {
    Object.assign(this, { node, store });
    store.on("home", () => this.draw());
  }

  draw() {
    const { home } = this.store;
    if (!home) {
      fill(this.node, h("p", { class: "note waiting", role: "status" }, "The Home is being made…"));
      return;
    }
    if (this.#surface?.container.id !== home.id) this.#surface = new Surface({ type: "view", id: home.id }, this.store);
    fill(this.node, h("div", { class: "home-page" }, blocks(home.blocks, this.#surface)));
  }
}
