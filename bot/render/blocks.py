"""An Answer as a Slack message: Block Kit for the eye, plain text for everything else.

Slack refuses a message that is too long or too wide, and then nobody gets an answer. So every
piece is cut to its own limit, and the message is filled while there is room: what does not fit
goes to the next page. The limits are Slack's (docs.slack.dev, "Blocks" and "Block elements");
the one on a whole message is not documented, Slack answers ``msg_blocks_too_long`` from about
13,000 characters of JSON (github.com/slackapi/bolt-js/issues/2509). Its spaces, up to a seventh of
a table, are among them and not among what we weigh.
"""

from __future__ import annotations

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
    PlainTextObject,
    SectionBlock,
)

from bot.dialogue import SMALLTALK
from bot.render.cited import CHOICES, cited, menu, moment, named
from bot.render.layout import more_line, name_of, one_line, row_lines, sections
from bot.render.mrkdwn import clip, escape, line
from bot.render.paper import Paper, length, weight
from bot.render.request import Kind, Request
from bot.render.respell import respelt
from bot.render.shared import byline
from bot.render.table import table
from bot.render.text import to_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue import Answer, Citation, Row
    from bot.render.layout import Section

PAGE = 5
"""Episodes on one page of a message; a phone shows about two without scrolling."""

MOST_TEXT = 3000
MOST_JSON = 11_500
_MOST_ROWS = 40
_MOST_APART = 3
_MOST_BUTTONS = 5
_VIEW_EPISODES = 10

_SHOWN = {Kind.STACK: "stack_of", Kind.MOMENTS: "moments"}
FEEDBACK = "feedback"
MORE = "page:more"
BACK = "page:back"
SHARE = "share"
ASK = "ask"
EPISODE = "episode"

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
_FEEDBACK = ContextActionsBlock(
    elements=[
        FeedbackButtonsElement(
            action_id=FEEDBACK,
            positive_button=FeedbackButtonObject(text="Helpful", value="up"),
            negative_button=FeedbackButtonObject(text="Not helpful", value="down"),
        )
    ]
).to_dict()


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
    request = request.at(offset)
    controls = _controls(answer, request)
    paper = Paper(MOST_JSON - _pager_weight(request) - sum(map(weight, controls)))
    shared = byline(shared_by, answer.question) if shared_by else ""
    if shared:
        paper.add(context(shared))
    _write_head(paper, answer, offset)
    shown = _write_episodes(paper, answer, offset)
    if offset:
        paper.add(context(_page_line(answer, offset, shown)))
    paper.blocks += _pager(answer, request, shown, share=share)
    if not offset:
        _write_apart(paper, answer)
    paper.blocks += controls
    text = _text(answer, offset, shown, MOST_TEXT - len(shared) - 2)
    return Message("\n\n".join(filter(None, [text, shared])), tuple(paper.blocks))


def to_view(answer: Answer) -> list[Json]:
    """An answer for a modal: no tables, no buttons, both of which only messages take."""
    paper = Paper(MOST_JSON)
    paper.add(section(escape(one_line(answer.headline), 1500)))
    if answer.rows:
        paper.add(section(_preformatted(answer.rows)))
    for citation in answer.episodes[:_VIEW_EPISODES]:
        paper.add(section(cited(citation)))
    hidden = answer.episodes[_VIEW_EPISODES:]
    if hidden:
        paper.add(context(line(more_line([name_of(each) for each in hidden]), 600)))
    _write_apart(paper, answer)
    return paper.blocks


def section(text: str) -> Json:
    """A paragraph of mark-up; Slack adds no links of its own to it."""
    return _SECTION | {"text": _TEXT | {"text": text or "…"}}


# What a section weighs besides its text.
_BARE_SECTION = weight(section("…")) - length("…")


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


def _pager_weight(request: Request) -> int:
    """Most that a row of back, more and share can weigh."""
    return 3 * (length(request.packed()) + 150) + 50


def _write_head(paper: Paper, answer: Answer, offset: int) -> None:
    paper.add(section(escape(one_line(answer.headline), 1500)))
    if offset:
        return
    if answer.rows:
        _write_rows(paper, answer)
    if answer.did_you_mean and (answer.episodes or answer.rows):
        names = ", ".join(map(one_line, answer.did_you_mean))
        paper.add(context(f"Read as {line(names, 200)}."))


def _page_line(answer: Answer, offset: int, shown: int) -> str:
    """Which of the episodes a page shows."""
    first, last = offset + 1, offset + shown
    which = f"Episode {last}" if first == last else f"Episodes {first} to {last}"
    return f"{which} of {len(answer.episodes)}"


def _write_rows(paper: Paper, answer: Answer) -> None:
    """A table of as many rows as fit; the rest is said, never dropped in silence."""
    rows = answer.rows[:_MOST_ROWS]
    while rows and not paper.add(table(answer, rows), keep=4000):
        rows = rows[: len(rows) * 9 // 10]
    if len(rows) < len(answer.rows):
        paper.add(context(f"and {len(answer.rows) - len(rows)} more rows"))


def _preformatted(rows: Sequence[Row]) -> str:
    shown = row_lines(rows[:_MOST_ROWS])
    written = escape("\n".join(clip(text, 70) for text in shown), 2900).replace("`", "ˋ")
    return f"```{written}```"


def _write_episodes(paper: Paper, answer: Answer, offset: int) -> int:
    """As many episodes of the page as fit, one at least; how many."""
    page = answer.episodes[offset : offset + PAGE]
    only = len(answer.episodes) == 1
    for number, citation in enumerate(page):
        text = cited(citation)
        accessory, heavy = ({}, 0) if only else menu(citation.slug)
        heavy += _BARE_SECTION + length(text)
        block = section(text) | accessory
        if number == 0:
            paper.place(block, heavy)
        elif not paper.add(block, keep=1500, heavy=heavy):
            return number
    if only:
        paper.add(actions(_episode_buttons(page[0], answer.intent)))
    return len(page)


def _episode_buttons(citation: Citation, intent: str) -> list[Json]:
    """What else there is to the only episode; what is shown already is not offered again."""
    return [
        button(label, f"{EPISODE}:{kind}", Request(citation.slug, kind).packed())
        for kind, label in CHOICES
        if _SHOWN.get(kind) != intent
    ]


def _write_apart(paper: Paper, answer: Answer) -> None:
    """What is shown but not claimed, small, under its label."""
    for number, part in enumerate(each for each in sections(answer) if each.label):
        if number == 0:
            paper.add(_DIVIDER)
        _write_part(paper, part)


def _write_part(paper: Paper, part: Section) -> None:
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
    return named(citation.url, name_of(citation)) + ("" if said else f" _({line(note, 120)})_")


def _pager(answer: Answer, request: Request, shown: int, *, share: bool) -> list[Json]:
    """A row of back, more and share; none where there is nothing to do."""
    elements: list[Json] = []
    after = request.offset + shown
    if request.offset:
        before = request.at(max(request.offset - PAGE, 0))
        elements.append(button("Back", BACK, before.packed()))
    left = len(answer.episodes) - after
    if left > 0:
        more = request.at(after)
        elements.append(button(f"Show more ({left})", MORE, more.packed()))
    if share and answer.intent not in SMALLTALK:
        elements.append(button("Share in channel", SHARE, request.packed()))
    return [actions(elements)] if elements else []


def _controls(answer: Answer, request: Request) -> list[Json]:
    """What follows the page itself: other questions to ask, and what people think of this one."""
    blocks: list[Json] = []
    if request.offset == 0:
        blocks += _other_questions(answer, request)
    if answer.intent not in SMALLTALK:
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


def _text(answer: Answer, offset: int, shown: int, most: int) -> str:
    """The page as plain text; what is cut off is cut between lines where that is possible."""
    if offset:
        page = answer.episodes[offset : offset + shown]
        answer = replace(answer, episodes=page, related=(), rows=(), suggestions=())
    text = escape(to_text(answer))
    if len(text) <= most:
        return text
    room = most - 20
    cut = text.rfind("\n", room // 2, room)
    return f"{text[:cut]}\n…" if cut > 0 else escape(to_text(answer), most)
