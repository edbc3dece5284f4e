// What every page beside the channel has in its frame.

import { themeButton } from "./theme.js";

document.getElementById("theme").replaceWith(themeButton());
