// The short names that bots write most; an unknown one stays as it is written.

const EMOJI = {
  "+1": "👍", "-1": "👎", thumbsup: "👍", thumbsdown: "👎", wave: "👋", tada: "🎉", rocket: "🚀", eyes: "👀",
  fire: "🔥", bulb: "💡", mag: "🔍", memo: "📝", link: "🔗", warning: "⚠️", x: "❌", white_check_mark: "✅",
  heavy_check_mark: "✔️", information_source: "ℹ️", question: "❓", star: "⭐", sparkles: "✨", heart: "❤️",
  smile: "😄", slightly_smiling_face: "🙂", thinking_face: "🤔", headphones: "🎧", microphone: "🎤",
  studio_microphone: "🎙️", radio: "📻", speaker: "🔈", musical_note: "🎵", calendar: "📆", clock1: "🕐",
  bar_chart: "📊", chart_with_upwards_trend: "📈", books: "📚", package: "📦", gear: "⚙️", wrench: "🔧",
  arrow_right: "➡️", point_right: "👉", bell: "🔔", mute: "🔇", lock: "🔒", newspaper: "📰", robot_face: "🤖",
};

/** The character of a short name, or nothing. */
export const emoji = (name) => EMOJI[name];

/** Text with its short names replaced. */
export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (all, name) => EMOJI[name] ?? all);
