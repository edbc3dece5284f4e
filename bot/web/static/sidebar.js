// Where one can go: channels, the conversation with the bot, its Home. On a phone it is a drawer.

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";

export const HOME = "home";

const narrow = matchMedia("(max-width: 47.99rem)");

export class Sidebar {
  /**
   * @param {HTMLElement} node
   * @param {HTMLButtonElement} opener The button that opens the drawer.
   */
  constructor(node, opener, store) {
    Object.assign(this, { node, opener, store });
    this.list = h("div", { class: "places" });
    node.append(this.list);
    opener.addEventListener("click", () => this.drawer(!this.open));
    node.addEventListener("keydown", (event) => event.key === "Escape" && this.open && this.drawer(false, true));
    document.addEventListener("pointerdown", (event) => {
      if (this.open && !node.contains(event.target) && !opener.contains(event.target)) this.drawer(false);
    });
    narrow.addEventListener("change", () => this.drawer(false));
    for (const type of ["select", "added", "live"]) store.on(type, () => this.draw());
    this.drawer(false);
    this.draw();
  }

  get open() {
    return this.node.classList.contains("open");
  }

  drawer(open, refocus = false) {
    this.node.classList.toggle("open", open);
    this.node.inert = narrow.matches && !open;
    this.opener.setAttribute("aria-expanded", String(open));
    if (open) this.list.querySelector("a")?.focus();
    if (refocus) this.opener.focus();
  }

  draw() {
    const { channels, bot } = this.store.workspace;
    const active = this.list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    const of = (kind) => channels.filter((each) => (each.kind === "im") === (kind === "im"));
    fill(
      this.list,
      section("Channels", of("channel").map((each) => this.#entry(each.id, each.name, icon("hash")))),
      section("Direct messages", of("im").map((each) => this.#entry(each.id, each.name, face()))),
      section("Apps", [this.#entry(HOME, `${bot.name} Home`, icon("home"))]),
    );
    if (active) this.list.querySelector(`[href="${CSS.escape(active)}"]`)?.focus();
  }

  #entry(id, name, sign) {
    const here = id === HOME ? this.store.channel === null : this.store.channel === id;
    const unread = this.store.unread.get(id) ?? 0;
    return h(
      "li",
      {},
      h(
        "a",
        { href: `#/${id}`, class: unread ? "place unread" : "place", "aria-current": here ? "page" : null, on: { click: () => this.drawer(false) } },
        sign,
        h("span", {}, name),
        unread > 0 && h("span", { class: "count" }, String(unread), h("span", { class: "unseen" }, " new")),
      ),
    );
  }
}

const face = () => h("img", { src: "/static/mark.svg", alt: "", width: 20, height: 20 });

function section(title, entries) {
  return h("section", {}, h("h2", {}, title), h("ul", {}, entries));
}
