// Times as a channel shows them.

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dayName = new Intl.DateTimeFormat("en", { weekday: "long", month: "long", day: "numeric" });
const long = new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "short" });

/** The moment of a message; its `ts` is seconds since 1970 with a counter behind the point. */
const moment = (ts) => new Date(Number.parseFloat(ts) * 1000);

export const hour = (ts) => clock.format(moment(ts));
export const full = (ts) => long.format(moment(ts));
export const iso = (ts) => moment(ts).toISOString();

/** The day a message was written on, as a divider says it. */
export function day(ts, now = new Date()) {
  const then = moment(ts);
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(then).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return "Today";
  return days === 1 ? "Yesterday" : dayName.format(then);
}

/** How long something took: "12 ms", "1.4 s". */
export function took(ms) {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
