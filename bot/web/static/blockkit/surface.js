// Where blocks are shown and what they may do there: a message, a window or the Home. It gathers what is
// filled in, the way Slack hands it to an app, and tells the app what was pressed.

import { Refused, post } from "../api.js";

export class Surface {
  /**
   * @param {{type: "message"|"view", id: string}} container
   * @param {import("../store.js").Store} store
   * @param {string|null} channel Where the message is.
   */
  constructor(container, store, channel = null) {
    Object.assign(this, { container, store, channel, names: store.names, values: {} });
  }

  /** Keep what an element holds; `state` is what Slack calls its state. */
  keep(block, element, state) {
    this.values[block] = { ...this.values[block], [element.action_id]: { type: element.type, ...state } };
  }

  /** What an element held before its block was drawn anew. */
  kept(block, element) {
    return this.values[block]?.[element.action_id] ?? null;
  }

  /**
   * Tell the app of a press or a choice.
   *
   * @param {string} block
   * @param {Object} element The element as the app made it.
   * @param {Object} change What Slack adds for its kind, such as `selected_option`.
   * @param {HTMLElement} node Shown as busy until the app knows.
   */
  async act(block, element, change, node) {
    const ts = `${Math.floor(Date.now() / 1000)}.${String(Date.now() % 1000).padStart(3, "0")}000`;
    const action = { type: element.type, action_id: element.action_id, block_id: block, action_ts: ts, ...change };
    if (this.container.type === "message") this.store.pressed.add(this.container.id);
    const body = { container: this.container, channel: this.channel, action, state: { values: this.values } };
    await this.#busy(node, () => post("act", body));
  }

  /** What an app offers for what was typed in one of its menus. */
  async options(block, element, value) {
    return post("options", { container: this.container, channel: this.channel, block_id: block, action_id: element.action_id, value });
  }

  async #busy(node, work) {
    node.setAttribute("aria-busy", "true");
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.store.emit("error", error.message);
    } finally {
      node.removeAttribute("aria-busy");
    }
  }
}
