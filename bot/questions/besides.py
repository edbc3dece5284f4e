"""Shows that a question leaves out: "besides Mux, who uses Kafka".

Such a name is no show that is asked about, so it is taken out of the question and kept as a
filter. Read as the show in question it would turn the answer into its opposite.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogue import Spared
from bot.patterns import rx
from bot.questions.base import company
from bot.questions.slots import PLACE

if TYPE_CHECKING:
    from bot.questions.lexicon import Lexicon
    from bot.questions.slots import Name
    from bot.questions.utterance import Utterance

_SHOWS = (
    r"(?: (?:for|the|those|at|in|on|from|of|by))* (?P<shows>[ET]\d+(?:(?:\W+|\W*\b(?:and|or|nor)"
    r"(?: the)? )[ET]\d+)*)(?: (?:episode|ep|one|show|guys|people|team)\b)?\)?,?"
)
_LEFT_OUT = rx(
    rf"""
    \(?\b(?:besides?|(?:other|else) than|(?:apart|aside) from|except(?:ing)?
        |with the exception of|excluding|ignoring|leaving out
        |(?:not|without) (?:counting|including)|in addition to){_SHOWS}
    """
)
# Where another show is asked about, these words weigh the two.
_NEGATED = rx(rf"\b(?:but not|not (?:just|only)|minus){_SHOWS}")


def without_spared(utterance: Utterance, lexicon: Lexicon) -> Utterance:
    """The question without the shows that it leaves out, which become a filter."""
    plain = _LEFT_OUT.search(utterance.shape)
    match = plain or _NEGATED.search(utterance.shape)
    if match is None:
        return utterance
    gone = PLACE.findall(match["shows"])
    shows = [_show(utterance.names[place]) for place in gone]
    weighed = plain is None and len(gone) < len(utterance.of("E"))
    if weighed or not all(shows):
        return utterance
    heads = [lexicon.heads[int(ident)] for idents in shows for ident in idents]
    spared = tuple(dict.fromkeys(Spared(head.slug, company(head)) for head in heads))
    shape = f"{utterance.shape[: match.start()]} {utterance.shape[match.end() :]}"
    return replace(
        utterance,
        shape=" ".join(shape.split()),
        names={place: name for place, name in utterance.names.items() if place not in gone},
        filters=replace(utterance.filters, besides=spared),
    )


def _show(name: Name) -> tuple[str, ...]:
    """Ids of the episodes of what is left out: a show, or a tool that is a show's as well."""
    return name.ids if name.kind == "E" else name.company
