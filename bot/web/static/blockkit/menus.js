// Menus that are searched while one types: of fixed options, of the app's, of channels and people.

import { Refused } from "../api.js";
import { fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { Listbox } from "../listbox.js";
import { plain } from "./text.js";

const PAUSE = 150;
const ofOptions = { one: "selected_option", many: "selected_options", first: "initial_option", firsts: "initial_options" };
const ofNames = (what) => ({
  one: `selected_${what}`,
  many: `selected_${what}s`,
  first: `initial_${what}`,
  firsts: `initial_${what}s`,
});

/** A source: where the entries come from, and what Slack calls a choice of theirs. */
const SOURCES = {
  static: { words: ofOptions, load: async (element) => groupsOf(element) },
  external: { words: ofOptions, remote: true, load: async (element, surface, block, typed) => groupsOf(await surface.options(block, element, typed)) },
  conversations: { words: ofNames("conversation"), load: async (element, surface) => conversations(element, surface) },
  channels: { words: ofNames("channel"), load: async (element, surface) => conversations({ filter: { include: ["public", "private"] } }, surface) },
  users: { words: ofNames("user"), load: async (_, surface) => users(surface) },
};

const option = (each) => ({ text: plain(each.text), hint: plain(each.description), value: each });

function groupsOf(data) {
  const groups = data.option_groups ?? [{ options: data.options ?? [] }];
  return groups.map((group) => ({ label: plain(group.label), entries: (group.options ?? []).map(option) }));
}

function conversations({ filter }, { store }) {
  const included = filter?.include ?? ["public", "private", "mpim", "im"];
  const kinds = new Set(included.flatMap((kind) => (["public", "private"].includes(kind) ? ["channel", kind] : [kind])));
  const shown = store.workspace.channels.filter((each) => kinds.has(each.kind) && !(filter?.exclude_bot_users && each.kind === "im"));
  return [{ label: "", entries: shown.map((each) => ({ text: each.kind === "im" ? each.name : `#${each.name}`, value: each.id })) }];
}

function users({ store }) {
  const { me, bot } = store.workspace;
  return [{ label: "", entries: [me, bot].map((each) => ({ text: each.name, value: each.id })) }];
}

const key = (value) => (typeof value === "string" ? value : value?.value);

/** A menu in the shape of a field: an arrow opens it, typing narrows it down. */
class Menu {
  constructor(element, surface, place) {
    const many = element.type.startsWith("multi_");
    Object.assign(this, { element, surface, place, many });
    this.source = SOURCES[element.type.replace(/^multi_/, "").replace(/_select$/, "")];
    this.chosen = this.#before();
    this.field = h("input", this.#attributes());
    this.chips = h("div", { class: "chips" });
    this.list = new Listbox(this.field, {
      label: plain(element.placeholder) || "Options",
      multiple: many,
      pick: (entry) => this.pick(entry),
      onToggle: (open) => this.field.setAttribute("aria-expanded", String(open)),
    });
    this.node = h("div", { class: many ? "select many" : "select" }, this.chips, this.field, icon("down"));
    this.#listen();
    this.#named().then(() => this.#shown());
    this.#keep();
  }

  #attributes() {
    const { id, labelledby, describedby } = this.place;
    const hint = plain(this.element.placeholder);
    return {
      class: "control",
      id,
      role: "combobox",
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: hint || "Choose…",
      "aria-expanded": "false",
      "aria-labelledby": labelledby,
      "aria-label": labelledby ? null : hint || "Choose",
      "aria-describedby": describedby,
      data: { action: this.element.action_id },
    };
  }

  #before() {
    const { words } = this.source;
    const kept = this.surface.kept(this.place.block, this.element);
    const values = this.many
      ? (kept?.[words.many] ?? this.element[words.firsts] ?? [])
      : [kept?.[words.one] ?? this.element[words.first]].filter(Boolean);
    return values.map((value) => ({ value, text: typeof value === "string" ? value : plain(value.text) }));
  }

  /** Channels and people are known by ids; people read their names. */
  async #named() {
    if (!this.chosen.some((each) => typeof each.value === "string")) return;
    const all = (await this.source.load(this.element, this.surface)).flatMap((group) => group.entries);
    this.chosen = this.chosen.map((each) => all.find((entry) => entry.value === each.value) ?? each);
  }

  #listen() {
    let waiting = 0;
    this.field.addEventListener("click", () => !this.list.open && this.open(""));
    this.field.addEventListener("focus", () => this.field.select());
    this.field.addEventListener("blur", () => this.#left());
    this.field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.open(this.field.value), this.source.remote ? PAUSE : 0);
    });
    this.field.addEventListener("keydown", (event) => {
      if (this.list.key(event)) return;
      if (["ArrowDown", "ArrowUp"].includes(event.key)) {
        event.preventDefault();
        this.open("");
      } else if (event.key === "Backspace" && this.field.value === "" && this.many) {
        this.remove(this.chosen.at(-1));
      }
    });
  }

  async open(typed) {
    const least = this.source.remote ? (this.element.min_query_length ?? 3) : 0;
    if (typed.length < least) return;
    const asked = (this.asked = Symbol(typed));
    try {
      const groups = await this.source.load(this.element, this.surface, this.place.block, typed);
      if (this.asked !== asked || document.activeElement !== this.field) return;
      this.list.show(this.source.remote ? this.#marked(groups) : this.#marked(narrowed(groups, typed)));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.surface.store.emit("error", error.message);
    }
  }

  #marked(groups) {
    const picked = new Set(this.chosen.map((each) => key(each.value)));
    return groups
      .map(({ label, entries }) => ({ label, entries: entries.map((each) => ({ ...each, selected: picked.has(key(each.value)) })) }))
      .filter((group) => group.entries.length);
  }

  pick(entry) {
    const taken = this.chosen.some((each) => key(each.value) === key(entry.value));
    if (this.many) this.chosen = taken ? this.chosen.filter((each) => key(each.value) !== key(entry.value)) : [...this.chosen, entry];
    else this.chosen = [entry];
    this.list.hide();
    this.#changed();
  }

  remove(entry) {
    this.chosen = this.chosen.filter((each) => each !== entry);
    this.#changed();
    this.field.focus();
  }

  #changed() {
    this.#shown();
    this.#keep();
    const { block, input } = this.place;
    if (!input || input.dispatch_action) this.surface.act(block, this.element, this.#state(), this.node);
  }

  #state() {
    const values = this.chosen.map((each) => each.value);
    const { one, many } = this.source.words;
    return this.many ? { [many]: values } : { [one]: values[0] ?? null };
  }

  #keep() {
    this.surface.keep(this.place.block, this.element, this.#state());
  }

  #shown() {
    if (!this.many) {
      this.field.value = this.chosen[0]?.text ?? "";
      return;
    }
    this.field.value = "";
    fill(this.chips, this.chosen.map((each) => this.#chip(each)));
  }

  #chip(entry) {
    const remove = h("button", { type: "button", "aria-label": `Remove ${entry.text}`, on: { click: () => this.remove(entry) } }, icon("close"));
    return h("span", { class: "chip" }, entry.text, remove);
  }

  /** Emptying the field takes the choice back; anything else half typed is forgotten. */
  #left() {
    this.asked = null;
    this.list.hide();
    if (!this.many && this.field.value === "" && this.chosen.length && this.place.input) {
      this.chosen = [];
      this.#changed();
    }
    this.#shown();
  }
}

function narrowed(groups, typed) {
  const wanted = typed.toLowerCase();
  return groups.map(({ label, entries }) => ({ label, entries: entries.filter((each) => each.text.toLowerCase().includes(wanted)) }));
}

export const select = (element, surface, place) => new Menu(element, surface, place).node;
