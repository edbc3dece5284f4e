"""What a post about one episode says: a sentence, the stack, and the moments to jump to.

The clock, the preview and "Another one" all gather it here, so that a digest says the same
wherever it is read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogue import Cue, Lookup
from bot.model import Stance

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dialogue import Evidence, Head, Line

MOMENTS = 3
"""Lines to jump to in a post."""

LONGEST_SUMMARY = 240
"""Characters of the one sentence."""

# A sentence ends at its mark when a new one may begin after it; "e.g. this" and ".NET" do not.
_SENTENCE_END = re.compile(r"[.!?…]+[\"')\]”’]*(?=\s+[\"'(\[“‘]?[A-Z0-9])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|e\.g|i\.e|vs|etc|approx|incl|no|nr|st|mr|mrs|ms|dr|prof|inc|ltd|co|jr|sr)"
    r"\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Content:
    """What is said of one episode.

    Attributes:
        summary: One sentence, or ``None`` where the show has none.
        stack: Names of the technologies it declares, as the show lists them.
        moments: Lines in the order they are spoken.
    """

    head: Head
    summary: str | None
    stack: tuple[str, ...]
    moments: tuple[Cue, ...]


def lookup(head: Head) -> Lookup:
    """What the store must fetch for the content of an episode."""
    return Lookup(episodes=frozenset({head.id}))


def content(head: Head, evidence: Evidence, name: Callable[[str], str]) -> Content:
    """Gather what a post says.

    Args:
        head: The episode.
        evidence: What :func:`lookup` fetched.
        name: Technology id -> its official spelling.
    """
    moments = tuple(
        Cue(line.start, line.text, line.url, Stance.USES if uses else Stance.MENTIONS)
        for line, uses in _weighed(evidence, head, MOMENTS)
    )
    stack = tuple(map(name, declared(evidence, head)))
    return Content(head, first_sentence(head.description or ""), stack, moments)


def declared(evidence: Evidence, head: Head) -> list[str]:
    """Ids of the technologies that an episode itself lists, in its order."""
    return list(
        dict.fromkeys(
            s.technology
            for s in evidence.sightings
            if s.episode == head.id and s.declared and s.stance is Stance.USES
        )
    )


def key_moments(evidence: Evidence, head: Head, most: int) -> list[Line]:
    """The lines that say most about what is used, in the order they are spoken.

    An episode with too few of them is filled up from its beginning.
    """
    return [line for line, _ in _weighed(evidence, head, most)]


def _weighed(evidence: Evidence, head: Head, most: int) -> list[tuple[Line, bool]]:
    """The key moments, and whether each says that something is used."""
    weights: dict[int, float] = defaultdict(float)
    for sighting in evidence.sightings:
        if sighting.line is not None and sighting.stance is Stance.USES:
            weights[sighting.line.id] += sighting.weight
    lines = [line for line in evidence.lines if line.episode == head.id]
    # An introduction has no second to jump to; an article has nowhere else to jump to.
    lines = [line for line in lines if line.start is not None] or lines
    order = {line.id: number for number, line in enumerate(lines)}
    best = sorted(lines, key=lambda line: (-weights[line.id], order[line.id]))[:most]
    spoken = sorted(best, key=lambda line: order[line.id])
    return [(line, weights[line.id] > 0) for line in spoken]


def first_sentence(text: str, limit: int = LONGEST_SUMMARY) -> str | None:
    """The first sentence of a text; one that is too long is cut between words.

    >>> first_sentence("Built with .NET, e.g. Core. Hosted at home.")
    'Built with .NET, e.g. Core.'
    >>> first_sentence("one two three", 10)
    'one two…'
    >>> first_sentence("  ") is None
    True
    """
    words = " ".join(text.split())
    ends = (found.end() for found in _SENTENCE_END.finditer(words))
    end = next((at for at in ends if not _ABBREVIATED.search(words[:at])), len(words))
    sentence = words[:end]
    if len(sentence) > limit:
        kept = sentence[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:–—-")
        sentence = f"{kept}…"
    return sentence or None
