// The events of the playground, one long request after another, for as long as the page is open.

import { get } from "./api.js";

const LONGEST_PAUSE = 8000;

/** A page that nobody looks at asks for nothing: a browser keeps few connections to one host. */
function shown() {
  if (!document.hidden) return null;
  return new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }));
}

/**
 * Hand every event to the store.
 *
 * @param {import("./store.js").Store} store
 * @param {Function} onState Told whether the server answers.
 */
export async function follow(store, onState) {
  let seq = 0;
  let pause = 500;
  for (;;) {
    await shown();
    try {
      const answer = await get(`feed?after=${seq}`);
      pause = 500;
      onState(true);
      if (answer.reset && store.live) store.forget(); // The server was started anew: this is all there is.
      for (const event of answer.events) store.apply(event);
      seq = answer.seq;
      if (!store.live) {
        store.live = true;
        store.emit("live");
      }
    } catch {
      onState(false);
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}
