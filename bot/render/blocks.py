"""An Answer as a Slack message: Block Kit for the eye, plain text for everything else.

Slack refuses a message that is too long or too wide, and then nobody gets an answer. So every
piece is cut to its own limit, and the message is filled while there is room: what does not fit
goes to the next page. The limits are Slack's (docs.slack.dev, "Blocks" and "Block elements");
the one on a whole message is not documented, Slack answers ``msg_blocks_too_long`` from about
13,000 characters of JSON (github.com/slackapi/bolt-js/issues/2509).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ContextActionsBlock,
    ContextBlock,
    DividerBlock,
    FeedbackButtonObject,
    FeedbackButtonsElement,
    MarkdownTextObject,
    Option,
    OverflowMenuElement,
    PlainTextObject,
    SectionBlock,
    TableBlock,
)

from bot.render.layout import details_of, more_line, name_of, one_line, row_lines, sections
from bot.render.mrkdwn import bold, clip, escape, fitting, line, link
from bot.render.request import Kind, Request
from bot.render.respell import respelt
from bot.render.text import to_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue import Answer, Citation, Cue, Row
    from bot.render.layout import Section

PAGE = 5
"""Episodes on one page of a message; a phone shows about two without scrolling."""

MOST_TEXT = 3000
MOST_JSON = 11_800
_MOST_CUES = 2
_MOST_ROWS = 40
_MOST_APART = 3
_MOST_BUTTONS = 5
_OPTION_VALUE = 150
_VIEW_EPISODES = 10
_SMALLTALK = frozenset({"help", "thanks", "empty"})

_HEADINGS = {
    "stack_of": ("Part", "Number", "Technologies"),
    "trend": ("When", "Episodes", "Share"),
}
_MENU = (
    (Kind.SIMILAR, "Similar episodes"),
    (Kind.STACK, "Full stack"),
    (Kind.MOMENTS, "Key moments"),
)

FEEDBACK = "feedback"
MORE = "page:more"
BACK = "page:back"
SHARE = "share"
ASK = "ask"
EPISODE = "episode"
MENU = "episode_menu"

# What the models make of an empty block. They check every object anew, which takes longer than
# all the rest of a message, so a message is made by filling these.
_TEXT = MarkdownTextObject(text="…", verbatim=True).to_dict()
_SECTION = SectionBlock(text=_TEXT).to_dict()
_CONTEXT = ContextBlock(elements=[MarkdownTextObject(text="…")]).to_dict()
_LABEL = PlainTextObject(text="…", emoji=False).to_dict()
_BUTTON = ButtonElement(text="…", action_id="…", value="…").to_dict()
_PRIMARY = ButtonElement(text="…", action_id="…", value="…", style="primary").to_dict()
_ACTIONS = ActionsBlock(elements=[]).to_dict()
_DIVIDER = DividerBlock().to_dict()
_MENU_FRAME = OverflowMenuElement(
    action_id=MENU, options=[Option(text=label, value=kind) for kind, label in _MENU]
).to_dict()
_FEEDBACK = ContextActionsBlock(
    elements=[
        FeedbackButtonsElement(
            action_id=FEEDBACK,
            positive_button=FeedbackButtonObject(text="Helpful", value="up"),
            negative_button=FeedbackButtonObject(text="Not helpful", value="down"),
        )
    ]
).to_dict()


# Made once: json.dumps makes one for every call that wants anything but its defaults.
_written = json.JSONEncoder(ensure_ascii=False).encode

Json = dict[str, Any]
"""A block as Slack takes it."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted.

    Attributes:
        text: The whole answer as far as it fits; notifications and screen readers use it.
        blocks: Block Kit as JSON values.
    """

    text: str
    blocks: tuple[Json, ...] = ()


class _Paper:
    """Blocks that still fit on one message."""

    def __init__(self, room: int) -> None:
        self.blocks: list[Json] = []
        self.room = room

    def add(self, block: Json, *, keep: int = 0) -> bool:
        """Add a block if it fits and leaves so much room; whether it did."""
        weight = _weight(block)
        if weight + keep > self.room:
            return False
        self.room -= weight
        self.blocks.append(block)
        return True


def to_message(
    answer: Answer, request: Request, *, share: bool = False, shared_by: str | None = None
) -> Message:
    """One page of an answer.

    Args:
        answer: The whole answer.
        request: What was asked, with the offset of the page.
        share: Offer to share it in the channel; for answers that only the asker sees.
        shared_by: User id of the person who shared it.
    """
    offset = request.offset if request.offset < len(answer.episodes) else 0
    request = replace(request, offset=offset)
    controls = _controls(answer, request)
    paper = _Paper(MOST_JSON - _pager_weight(request) - sum(map(_weight, controls)))
    if shared_by:
        paper.add(context(f"Shared by <@{shared_by}>"))
    _write_head(paper, answer, offset)
    shown = _write_episodes(paper, answer, offset)
    if not offset:
        _write_apart(paper, answer)
    paper.blocks += [*_pager(answer, request, shown, share=share), *controls]
    return Message(_text(answer, offset, shown), tuple(paper.blocks))


def to_view(answer: Answer) -> list[Json]:
    """An answer for a modal: no tables, no buttons, both of which only messages take."""
    paper = _Paper(MOST_JSON)
    paper.add(section(escape(one_line(answer.headline), 1500)))
    if answer.rows:
        paper.add(section(_preformatted(answer.rows)))
    for citation in answer.episodes[:_VIEW_EPISODES]:
        paper.add(section(_citation(citation)))
    hidden = answer.episodes[_VIEW_EPISODES:]
    if hidden:
        paper.add(context(line(more_line([name_of(each) for each in hidden]), 600)))
    _write_apart(paper, answer)
    return paper.blocks


def section(text: str) -> Json:
    """A paragraph of mark-up; Slack adds no links of its own to it."""
    return _SECTION | {"text": _TEXT | {"text": text or "…"}}


def context(text: str) -> Json:
    """A small grey line of mark-up."""
    return _CONTEXT | {"elements": [_TEXT | {"text": text or "…"}]}


def actions(elements: Sequence[Json]) -> Json:
    """A row of buttons."""
    return _ACTIONS | {"elements": list(elements)}


def button(text: str, action: str, value: str, *, primary: bool = False) -> Json:
    """A button that carries a value."""
    label = _LABEL | {"text": clip(one_line(text) or "…", 75)}
    frame = _PRIMARY if primary else _BUTTON
    return frame | {"text": label, "action_id": action, "value": value}


def _weight(block: Json) -> int:
    return len(_written(block)) + 2


def _pager_weight(request: Request) -> int:
    """Most that a row of back, more and share can weigh."""
    return 3 * (len(_written(request.packed())) + 150) + 50


def _write_head(paper: _Paper, answer: Answer, offset: int) -> None:
    paper.add(section(escape(one_line(answer.headline), 1500)))
    if offset:
        return
    if answer.rows:
        _write_rows(paper, answer)
    if answer.did_you_mean and (answer.episodes or answer.rows):
        names = ", ".join(map(one_line, answer.did_you_mean))
        paper.add(context(f"Read as {line(names, 200)}."))


def _write_rows(paper: _Paper, answer: Answer) -> None:
    """A table of as many rows as fit; the rest is said, never dropped in silence."""
    rows = answer.rows[:_MOST_ROWS]
    while rows and not paper.add(_table(answer, rows), keep=4000):
        rows = rows[: len(rows) // 2]
    if len(rows) < len(answer.rows):
        paper.add(context(f"and {len(answer.rows) - len(rows)} more rows"))


def _table(answer: Answer, rows: Sequence[Row]) -> Json:
    if answer.headings:
        return _columns(answer.headings, rows)
    heading = _HEADINGS.get(answer.intent, ("Name", "Episodes", "Detail"))
    detailed = any(one_line(row.detail) for row in rows)
    lines = [heading, *((row.label, str(row.count), row.detail) for row in rows)]
    return TableBlock(
        rows=[[_cell(text) for text in cells[: 3 if detailed else 2]] for cells in lines],
        column_settings=[
            {"is_wrapped": True},
            {"align": "right"},
            *([{"is_wrapped": True}] if detailed else []),
        ],
    ).to_dict()


def _columns(headings: Sequence[str], rows: Sequence[Row]) -> Json:
    """A table of more columns than a label, a number and a detail."""
    lines = [headings, *((row.label, *row.cells) for row in rows)]
    return TableBlock(
        rows=[[_cell(text) for text in cells] for cells in lines],
        column_settings=[{"is_wrapped": True} for _ in headings],
    ).to_dict()


def _cell(text: str) -> Json:
    """A cell as JSON; checking a hundred of them as models takes longer than all the rest."""
    return {"type": "raw_text", "text": clip(one_line(text), 300) or " "}


def _preformatted(rows: Sequence[Row]) -> str:
    shown = row_lines(rows[:_MOST_ROWS])
    written = escape("\n".join(clip(text, 70) for text in shown), 2900).replace("`", "ˋ")
    return f"```{written}```"


def _write_episodes(paper: _Paper, answer: Answer, offset: int) -> int:
    """As many episodes of the page as fit, one at least; how many."""
    page = answer.episodes[offset : offset + PAGE]
    only = len(answer.episodes) == 1
    for number, citation in enumerate(page):
        block = section(_citation(citation)) | ({} if only else _menu(citation))
        if number == 0:
            paper.blocks.append(block)
            paper.room -= _weight(block)
        elif not paper.add(block, keep=1500):
            return number
    if only:
        paper.add(actions(_episode_buttons(page[0])))
    return len(page)


def _citation(citation: Citation) -> str:
    """Company, guest and date in bold, then the lines that say so."""
    head = link(citation.url, bold(name_of(citation), 120)) or "…"
    details = details_of(citation)
    if details:
        head += f" · {bold(details, 160)}"
    if citation.note:
        head += f" _({line(citation.note, 200)})_"
    shown = _shown_cues(citation)
    limit = 2000 if shown == _MOST_CUES else 2950
    return fitting([head, *(moment(cue) for cue in citation.cues[:shown])], limit)


def _shown_cues(citation: Citation) -> int:
    """Lines written out: key moments come as one episode with many lines, and want them all."""
    return 8 if len(citation.cues) > 5 else _MOST_CUES


def moment(cue: Cue) -> str:
    """A line behind the link that starts the player there."""
    label = f"▶ {cue.timestamp}" if cue.timestamp else "▶"
    return f"{link(cue.url, label)}  {line(cue.text, 240)}"


def _menu(citation: Citation) -> Json:
    """What else there is to an episode; nothing where its key is too long for an option.

    The frame comes from the models; they would check each menu anew, which takes longer than
    the rest of the message.
    """
    values = [Request(citation.slug, kind).packed() for kind, _ in _MENU]
    if max(map(len, values)) > _OPTION_VALUE:
        return {}
    options = zip(_MENU_FRAME["options"], values, strict=True)
    filled = [option | {"value": value} for option, value in options]
    return {"accessory": _MENU_FRAME | {"options": filled}}


def _episode_buttons(citation: Citation) -> list[Json]:
    return [
        button(label, f"{EPISODE}:{kind}", Request(citation.slug, kind).packed())
        for kind, label in _MENU
    ]


def _write_apart(paper: _Paper, answer: Answer) -> None:
    """What is shown but not claimed, small, under its label."""
    for number, part in enumerate(each for each in sections(answer) if each.label):
        if number == 0:
            paper.add(_DIVIDER)
        _write_part(paper, part)


def _write_part(paper: _Paper, part: Section) -> None:
    lines = [f"*{escape(part.label)}*"]
    for citation in part.shown[:_MOST_APART]:
        cues = [moment(cue) for cue in citation.cues[:1]]
        lines.append(" ".join([_head_apart(citation, part.label), *cues]))
    names = [*(name_of(each) for each in part.shown[_MOST_APART:]), *part.more]
    if names:
        lines.append(line(more_line(names), 400))
    for text in lines:
        paper.add(context(text), keep=200)


def _head_apart(citation: Citation, label: str) -> str:
    """The name, and its note where that says more than the label above it."""
    note = citation.note or ""
    said = not note or note.lower() == label.rstrip(":").lower()
    return link(citation.url, bold(name_of(citation), 120)) + (
        "" if said else f" _({line(note, 120)})_"
    )


def _pager(answer: Answer, request: Request, shown: int, *, share: bool) -> list[Json]:
    """A row of back, more and share; none where there is nothing to do."""
    elements: list[Json] = []
    after = request.offset + shown
    if request.offset:
        before = replace(request, offset=max(request.offset - PAGE, 0))
        elements.append(button("Back", BACK, before.packed()))
    left = len(answer.episodes) - after
    if left > 0:
        more = replace(request, offset=after)
        elements.append(button(f"Show more ({left})", MORE, more.packed()))
    if share and answer.intent not in _SMALLTALK:
        elements.append(button("Share in channel", SHARE, request.packed()))
    return [actions(elements)] if elements else []


def _controls(answer: Answer, request: Request) -> list[Json]:
    """What follows the page itself: other questions to ask, and what people think of this one."""
    blocks: list[Json] = []
    if request.offset == 0:
        blocks += _other_questions(answer, request)
    if answer.intent not in _SMALLTALK:
        blocks.append(_FEEDBACK)
    return blocks


def _other_questions(answer: Answer, request: Request) -> list[Json]:
    blocks: list[Json] = []
    if answer.did_you_mean and not (answer.episodes or answer.rows):
        meant = [(name, respelt(request.text, name)) for name in answer.did_you_mean]
        blocks += [context("Did you mean"), _asking(meant, f"{ASK}:meant", request.previous)]
    ready = [each for each in answer.suggestions if "<" not in each]
    if ready:
        blocks += [context("Try"), _asking([(each, each) for each in ready], f"{ASK}:try")]
    return blocks


def _asking(
    questions: Sequence[tuple[str, str]], action: str, previous: tuple[str, ...] = ()
) -> Json:
    """Buttons that ask; a fragment that was misspelt still follows what it followed."""
    return actions(
        [
            button(
                label, f"{action}:{number}", Request(clip(text, 100), previous=previous).packed()
            )
            for number, (label, text) in enumerate(questions[:_MOST_BUTTONS])
        ]
    )


def _text(answer: Answer, offset: int, shown: int) -> str:
    """The page as plain text; what is cut off is cut between lines where that is possible."""
    if offset:
        page = answer.episodes[offset : offset + shown]
        answer = replace(answer, episodes=page, related=(), rows=(), suggestions=())
    text = escape(to_text(answer))
    if len(text) <= MOST_TEXT:
        return text
    room = MOST_TEXT - 20
    cut = text.rfind("\n", room // 2, room)
    return f"{text[:cut]}\n…" if cut > 0 else escape(to_text(answer), MOST_TEXT)
