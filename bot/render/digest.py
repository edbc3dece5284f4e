"""Posts that nobody asked for at that moment: the digest, a watch that fired, a new episode.

They are read on phones, above all else: the title leads to the episode, every moment starts the
player, and what there is to press fits into one row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.digest.subscription import key_of
from bot.model import Stance
from bot.questions.base import guests
from bot.render.again import Again
from bot.render.blocks import EPISODE, Message, actions, button, context, section
from bot.render.cited import moment
from bot.render.layout import one_line
from bot.render.mrkdwn import bold, escape, fitting, line, link
from bot.render.request import Kind, Request
from bot.render.text import cue_line
from bot.timecode import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue import Cue, Head
    from bot.digest.content import Content
    from bot.digest.subscription import Wish
    from bot.render.blocks import Json

ANOTHER = "digest:another"
"""The button that shows another episode of the same wish."""

DIGEST = "Episode of the day"
NEW = "New episode"
MOST_STACK = 15
"""Technologies that are named; an episode may list a hundred."""

_SAYS = {
    Stance.USES: "{name} is used in a new episode",
    Stance.PLANS: "A new episode plans to use {name}",
}


def digest_message(
    content: Content,
    wish: Wish | None = None,
    *,
    heading: str = DIGEST,
    user: str = "",
    seen: Sequence[str] = (),
) -> Message:
    """A post about one episode.

    Args:
        content: What it says.
        wish: What another episode has to fit; ``None`` where none is offered.
        heading: A few words, such as why this is posted.
        user: Id of the person who asked for it, if somebody did.
        seen: Keys of the episodes that were shown before it by "Another one".
    """
    head, stack = content.head, _listed(content.stack)
    asked = f" · asked for by <@{user}>" if user else ""
    blocks = [context(line(heading, 300) + asked), section(_heading(head, content.summary))]
    if content.moments:
        blocks.append(section(fitting([moment(each) for each in content.moments])))
    if stack:
        blocks.append(context(f"Runs on {line(stack, 1500)}"))
    blocks.append(_row(head, wish, seen))
    said = [
        f"{heading}: {_titled(head)}",
        content.summary or "",
        *map(cue_line, content.moments),
        f"Runs on {stack}" if stack else "",
        head.url,
    ]
    return _message(said, blocks)


def new_episode_message(content: Content) -> Message:
    """The note that an episode is new."""
    return digest_message(content, heading=NEW)


def watch_message(
    head: Head, name: str, stance: Stance, cue: Cue | None, *, alone: bool = False
) -> Message:
    """The note that a watched technology is used, or going to be, in a new episode.

    Args:
        head: The new episode.
        name: The technology.
        stance: ``USES`` or ``PLANS``.
        cue: The line that says so; ``None`` where only the stack lists it.
        alone: It goes to one person.
    """
    said = _SAYS[stance].format(name=one_line(name))
    watches = "You watch" if alone else "This channel watches"
    proof = moment(cue) if cue else f"It is listed in the stack of {line(head.title, 200)}."
    blocks = [
        section(f"{_SAYS[stance].format(name=bold(name, 100))}\n{_heading(head, None)}"),
        section(proof),
        _row(head),
        context(f"{watches} {line(name, 100)}. `/playhead unwatch {_word(name)}` ends it."),
    ]
    plain = cue_line(cue) if cue else "It is listed in the stack."
    return _message([f"{said}: {_titled(head)}", plain, cue.url if cue else head.url], blocks)


def _word(name: str) -> str:
    """A name inside a code span, which a backtick would end."""
    return line(name, 100).replace("`", "ˋ")


def _message(said: Sequence[str], blocks: Sequence[Json]) -> Message:
    return Message(escape("\n".join(filter(None, map(one_line, said))), 3000), tuple(blocks))


def _titled(head: Head) -> str:
    who = guests(head)
    return f"{head.title}, with {who}" if who else head.title


def _heading(head: Head, summary: str | None) -> str:
    """Title, who was on and when, and the sentence."""
    details = [
        bold(guests(head) or "", 160),
        day(head.published) if head.published else "",
        f"{head.duration // 60} minutes" if head.duration else "",
    ]
    lines = [
        link(head.url, bold(head.title, 250)),
        " · ".join(filter(None, details)),
        line(summary or "", 400),
    ]
    return fitting([each for each in lines if each])


def _listed(stack: Sequence[str]) -> str:
    more = len(stack) - MOST_STACK
    return ", ".join(stack[:MOST_STACK]) + (f" and {more} more" if more > 0 else "")


def _row(head: Head, wish: Wish | None = None, seen: Sequence[str] = ()) -> Json:
    """What there is to press."""
    similar = Request(head.slug, Kind.SIMILAR).packed()
    elements = [button("Similar episodes", f"{EPISODE}:{Kind.SIMILAR}", similar)]
    if wish is not None:
        again = Again(wish, (*seen, key_of(head)))
        elements.append(button("Another one", ANOTHER, again.packed()))
    return actions(elements)
