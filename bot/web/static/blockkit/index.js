// Every kind of block and element that is drawn, a line each. What is missing here is shown as missing.

import { h } from "../dom.js";
import * as buttons from "./buttons.js";
import * as choices from "./choices.js";
import * as fields from "./fields.js";
import * as layout from "./layout.js";
import * as media from "./media.js";
import * as menus from "./menus.js";
import * as pickers from "./pickers.js";
import { richText } from "./rich_text.js";
import { table } from "./table.js";

const BLOCKS = {
  actions: layout.actions,
  context: layout.context,
  context_actions: layout.contextActions,
  divider: layout.divider,
  header: layout.header,
  image: media.image,
  input: fields.input,
  rich_text: richText,
  section: layout.section,
  table,
  video: media.video,
};

const ELEMENTS = {
  button: buttons.button,
  channels_select: menus.select,
  checkboxes: choices.checkboxes,
  conversations_select: menus.select,
  datepicker: pickers.date,
  datetimepicker: pickers.datetime,
  email_text_input: fields.line,
  external_select: menus.select,
  feedback_buttons: buttons.feedback,
  icon_button: buttons.iconButton,
  image: media.thumbnail,
  multi_channels_select: menus.select,
  multi_conversations_select: menus.select,
  multi_external_select: menus.select,
  multi_static_select: menus.select,
  multi_users_select: menus.select,
  number_input: fields.line,
  overflow: buttons.overflow,
  plain_text_input: fields.line,
  radio_buttons: choices.radios,
  static_select: menus.select,
  timepicker: pickers.time,
  url_text_input: fields.line,
  users_select: menus.select,
  workflow_button: buttons.button,
};

/** All blocks of a message or view. */
export function blocks(list, surface) {
  return h("div", { class: "blocks" }, list.map((block, at) => drawn(BLOCKS, block, surface, { block: block.block_id ?? `b${at}`, element })));
}

/** One element of a block. */
function element(each, surface, place) {
  return drawn(ELEMENTS, each, surface, place);
}

function drawn(kinds, thing, surface, place) {
  const draw = kinds[thing.type];
  if (!draw) return h("p", { class: "undrawn" }, `Slack shows a “${thing.type}” here; this page does not draw it. Its JSON has it.`);
  const node = draw(thing, surface, { ...place, element });
  if (thing.block_id) node.dataset.block = thing.block_id;
  return node;
}
