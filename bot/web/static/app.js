// Puts the page together: the store, the feed, and the parts that show them.

import { get } from "./api.js";
import { Channel } from "./channel.js";
import { follow } from "./feed.js";
import { Modals } from "./modal.js";
import { HOME, Sidebar } from "./sidebar.js";
import { Store } from "./store.js";
import { themeButton } from "./theme.js";
import { Thread } from "./thread.js";
import { Toasts } from "./toast.js";

const at = (id) => document.getElementById(id);

/** Go where the address says; the first channel when it says nothing that is known. */
function route(store) {
  const wanted = location.hash.replace(/^#\//, "");
  const { channels } = store.workspace;
  if (location.hash && !location.hash.startsWith("#/")) return;
  if (wanted === HOME) store.select(null);
  else store.select((channels.find((each) => each.id === wanted) ?? channels[0]).id);
}

/** "?ask=…": a question that another page hands over, to be sent by the person. */
function handed(store, channel) {
  const question = new URLSearchParams(location.search).get("ask");
  if (!question) return;
  history.replaceState(null, "", location.pathname + location.hash);
  channel.composer.write(`@${store.workspace.bot.name} ${question}`);
}

function connected(works) {
  at("offline").hidden = works;
}

async function start() {
  at("theme").replaceWith(themeButton());
  const toasts = new Toasts();
  const store = new Store(await get(`workspace?tz=${encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)}`));
  const places = { bar: at("bar"), list: at("messages"), home: at("home"), foot: at("foot") };
  new Sidebar(at("sidebar"), at("drawer"), store);
  const channel = new Channel(places, store, toasts);
  new Thread(at("thread"), store, toasts);
  new Modals(store);
  store.on("error", (text) => toasts.say(text, "bad"));
  window.addEventListener("hashchange", () => route(store));
  route(store);
  handed(store, channel);
  follow(store, connected);
  if (matchMedia("(hover: hover)").matches && store.channel) channel.composer.focus();
}

start().catch((error) => {
  connected(false);
  throw error;
});
