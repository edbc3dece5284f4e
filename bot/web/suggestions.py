"""Questions to begin with, about what is in the catalogue; and the sites it is from."""

from __future__ import annotations

import threading
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from bot.addresses import host_of
from bot.dialogue import Lookup
from bot.model import TRAIT, Stance
from bot.questions.base import company

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.ask import Asker
    from bot.dialogue import Evidence, Head
    from bot.questions.lexicon import Lexicon

MOST = 8
"""Questions that are offered."""
_POPULAR = 3


class Suggestions:
    """Offers questions, found once for as long as the catalogue stays the same.

    Args:
        askers: Gives whoever answers today.
    """

    def __init__(self, askers: Callable[[], Asker]) -> None:
        self._askers = askers
        self._lock = threading.Lock()
        self._found: tuple[Lexicon, tuple[str, ...]] | None = None

    def __call__(self) -> tuple[str, ...]:
        """Questions that have an answer, of as many kinds as there are."""
        asker = self._askers()
        lexicon = asker.lexicon()
        with self._lock:
            if self._found is None or self._found[0] is not lexicon:
                self._found = (lexicon, tuple(islice(answerable(asker), MOST)))
            return self._found[1]


def answerable(asker: Asker) -> Iterator[str]:
    """Questions of different kinds, each understood as meant and answered."""
    for intent, wordings in candidates(asker):
        for text in wordings:
            answer = asker.ask(text)[0]
            if answer.intent == intent and (answer.episodes or answer.rows) and not answer.gap:
                yield text
                break


def candidates(asker: Asker) -> Iterator[tuple[str, list[str]]]:
    """Kinds of questions, each with wordings about this catalogue, the best first."""
    lexicon = asker.lexicon()
    heads = list(lexicon.heads.values())
    evidence = asker.find(Lookup(declared=True))
    used = _used(evidence, lexicon)
    names = [lexicon.vocabulary.name(ident) for ident in used]
    companies = [company(head) for head in heads]
    pairs = _pairs(used, lexicon)
    yield "who_uses", [f"who uses {name}?" for name in names[:_POPULAR]]
    yield "stack_of", [f"what does {name} run on?" for name in companies]
    yield "compare", [f"{one} vs {other}" for _, one, other in pairs]
    yield "popular", [f"most used {category}" for category, _, _ in pairs]
    yield "when", list(islice(_moments(asker, heads), _POPULAR))
    yield "guest", [f"who is {guest.name}?" for head in heads for guest in head.guests]
    yield "similar", [f"shows like {name}" for name in reversed(companies)]
    yield "episode", ["what is the latest episode?"]


def _used(evidence: Evidence, lexicon: Lexicon) -> list[str]:
    """Ids of technologies, most used first; a way of building is none to begin with."""
    traits = lexicon.vocabulary.members.get(TRAIT, frozenset())
    counted = Counter(
        each.technology
        for each in evidence.sightings
        if each.declared and each.stance is Stance.USES and each.technology not in traits
    )
    return [ident for ident, _ in counted.most_common()]


def _pairs(used: list[str], lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """Categories, each with the names of its two most used technologies."""
    vocabulary = lexicon.vocabulary
    found = []
    for ident, category in vocabulary.categories.items():
        two = [each for each in used if each in vocabulary.members[ident]][:2]
        if len(two) == 2 and ident != TRAIT:
            rank = sum(map(used.index, two))
            one, other = map(vocabulary.name, two)
            found.append((rank, category.name, one, other))
    return [(name, one, other) for _, name, one, other in sorted(found)]


def _moments(asker: Asker, heads: list[Head]) -> Iterator[str]:
    """When an episode speaks of a technology, for those where a line names one."""
    for head in heads:
        evidence = asker.find(Lookup(episodes=frozenset({head.id})))
        for each in evidence.sightings:
            if each.line is not None and each.line.start is not None:
                name = asker.lexicon().vocabulary.name(each.technology)
                yield f"when does the {company(head)} episode talk about {name}?"
                break


def hosts(asker: Asker) -> frozenset[str]:
    """Hosts of the loaded shows' pages."""
    return frozenset({host_of(head.url) for head in asker.lexicon().heads.values()} - {""})
