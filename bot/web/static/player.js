// Plays an episode where a time is clicked, and marks the line that is being spoken.
// Without this script, or without audio, the same links lead to the show's own player.

const player = document.querySelector("[data-player]");
const audio = player.querySelector("audio");
const now = player.querySelector("[data-now]");
const links = [...document.querySelectorAll("a[data-start]")];
const lines = [...document.querySelectorAll(".lines a[data-start]")]
  .map((link) => ({ start: Number(link.dataset.start), row: link.closest("li") }))
  .sort((one, other) => one.start - other.start);

/** Seconds of "38:43" or "1:04:22"; NaN where it is no time. */
export function seconds(time) {
  if (!/^\d{1,3}(:[0-5]\d){1,2}$/.test(time)) return Number.NaN;
  return time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

function seek(start) {
  const go = () => { audio.currentTime = start; };
  // Before the first play nothing is loaded, and a position set then would be lost.
  if (audio.readyState > 0) go();
  else audio.addEventListener("loadedmetadata", go, { once: true });
}

function play(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  seek(Number(event.currentTarget.dataset.start));
  audio.play().catch(failed);
}

function failed(error) {
  if (error.name !== "AbortError") now.textContent = "The recording cannot be played here; the times lead to the show’s own page.";
  if (error.name === "AbortError") return;
  for (const link of links) link.removeEventListener("click", play);
}

let current = null;
function follow() {
  const spoken = lines.findLast((line) => line.start <= audio.currentTime + 0.5) ?? null;
  if (spoken === current) return;
  current?.row.removeAttribute("aria-current");
  spoken?.row.setAttribute("aria-current", "true");
  now.textContent = spoken ? spoken.row.querySelector(":scope > span:last-child").textContent : "";
  current = spoken;
}

for (const link of links) link.addEventListener("click", play);
audio.addEventListener("timeupdate", follow);
audio.addEventListener("error", () => failed(audio.error ?? new Error("no sound")));

const wanted = seconds(location.hash.slice(1));
if (!Number.isNaN(wanted)) {
  audio.preload = "metadata";
  seek(wanted);
}
