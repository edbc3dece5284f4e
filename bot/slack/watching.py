"""What people mean by the technologies they type, and what is said about watching them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.base import counted, listing
from bot.render.blocks import Message, actions, button, context, section
from bot.render.mrkdwn import bold, escape, line
from bot.slack.places import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.digest.subscription import Watch
    from bot.slack.catalogue import Glance
    from bot.vocabulary import Vocabulary

ADD = "watch:add"
REMOVE = "watch:remove"
EDIT = "watch:edit"
"""Buttons that open the form; the value is a channel, a person, or ``new``."""

USAGE = "`/playhead watch Terraform` · `/playhead unwatch Terraform` · `/playhead watches`"
MOST = 20
"""Watches of one conversation."""
TOO_MANY = f"That would be more than {MOST}. `/playhead watches` shows what could go."
_PARTS = re.compile(r"\s*(?:,|;|&|\+|\band\b)\s*", re.IGNORECASE)
_MEANT = 5


@dataclass(frozen=True, slots=True)
class Typed:
    """The technologies that somebody typed.

    Attributes:
        known: Their ids, in order.
        unknown: The word that names none; empty when all do.
        meant: Ids of what it may mean: a similar name, or the members of a category.
        category: Name of the category that the word names, if it does.
    """

    known: tuple[str, ...] = ()
    unknown: str = ""
    meant: tuple[str, ...] = ()
    category: str = ""


def read(text: str, seen: Glance, among: Iterable[str] | None = None) -> Typed:
    """Understand one name, or several.

    Args:
        text: As typed.
        seen: The catalogue at a glance.
        among: Ids that may be meant; ``None`` for all.
    """
    vocabulary = seen.vocabulary
    whole = vocabulary.resolve(text)
    parts = [text] if whole else list(filter(None, _PARTS.split(text)))
    known: list[str] = []
    for part in parts:
        ident = vocabulary.resolve(part)
        if ident is None or (among is not None and ident not in among):
            return _unknown(tuple(known), part, seen, None if among is None else list(among))
        known.append(ident)
    return Typed(tuple(dict.fromkeys(known)))


def _unknown(known: tuple[str, ...], part: str, seen: Glance, among: Sequence[str] | None) -> Typed:
    vocabulary = seen.vocabulary
    if among is not None:
        near = vocabulary.near(part, among)
        return Typed(known, part, (near,) if near else ())
    category = vocabulary.category_of(part)
    if category:
        members = vocabulary.members.get(category, frozenset())
        used = [ident for ident, _ in seen.users.most_common() if ident in members]
        return Typed(known, part, tuple(used[:_MEANT]), vocabulary.categories[category].name)
    near = vocabulary.near(part)
    names = [vocabulary.name(near)] if near else vocabulary.suggestions(part, _MEANT)
    ids = (vocabulary.resolve(name) for name in names)
    return Typed(known, part, tuple(ident for ident in ids if ident))


def unknown_message(typed: Typed, vocabulary: Vocabulary, action: str) -> Message:
    """That a word names no technology, with what may be meant behind buttons.

    Args:
        typed: What was typed.
        vocabulary: Knows the names.
        action: What the buttons do.
    """
    word = line(typed.unknown, 60)
    if typed.category:
        said = f"“{word}” is a whole category; I watch technologies, one by one."
    elif action == REMOVE:
        said = f"“{word}” is not watched here."
    else:
        said = f"I know no technology called “{word}”, so I would not notice it."
    if not typed.meant:
        return Message(said, (section(said),))
    names = [vocabulary.name(each) for each in typed.meant]
    question = "One of these:" if typed.category else "Did you mean"
    row = actions([button(name, f"{action}:{number}", name) for number, name in enumerate(names)])
    text = f"{said} {question} {escape(listing(names))}"
    return Message(
        f"{text}{'' if typed.category else '?'}", (section(said), context(question), row)
    )


def watched_message(
    names: Sequence[str], place: str, users: Sequence[int], *, new: bool
) -> Message:
    """That technologies are watched from now on.

    Args:
        names: Their names.
        place: Where they are.
        users: How many episodes use each now.
        new: Whether that changes anything.
    """
    known = [
        f"{bold(name, 80)} is used in {counted(number, 'episode')} so far."
        for name, number in zip(names, users, strict=True)
    ]
    where = "This channel" if place != "you" else "You"
    verb = "watches" if place != "you" else "watch"
    added = "now" if new else "already"
    said = (
        f"{where} {verb} {line(listing(names), 300)} {added}: "
        "each new episode that uses or plans it is told here, once."
    )
    text = "\n".join([said, *known])
    return Message(text, (section(said), context(" ".join(known))))


def list_message(watches: Sequence[Watch], vocabulary: Vocabulary, place: str) -> Message:
    """What a place watches, with a way to change it."""
    edit = actions([button("Change", f"{EDIT}:here", place)])
    if not watches:
        said = f"Nothing is watched here. {USAGE}"
        return Message(said, (section(said), edit))
    lines = [_watch(watch, vocabulary) for watch in watches]
    said = f"Watched for {named(place)}: {_names(watches, vocabulary)}."
    return Message(said, (section("\n".join([f"*Watched for {named(place)}*", *lines])), edit))


def _watch(watch: Watch, vocabulary: Vocabulary) -> str:
    since = f"<!date^{int(watch.since)}^{{date_short_pretty}}|some time ago>"
    return f"• {bold(vocabulary.name(watch.technology), 80)}, by <@{watch.user}>, {since}"


def _names(watches: Sequence[Watch], vocabulary: Vocabulary) -> str:
    return line(listing([vocabulary.name(each.technology) for each in watches], MOST), 1500)
