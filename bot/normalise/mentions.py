"""Every technology that an episode names, with what the episode says of it at each line.

Two sources of evidence: the declared tech stack (tags and the libraries list) and the lines.
A declaration is a use, unless the lines that speak of the technology only deny, plan or
remember it: "Sentry is on the horizon" outweighs a hopeful tag.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.model import Mention, Stance
from bot.normalise.stance import Reading, readings
from bot.vocabulary import Span, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Link, Topic

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(\"'])")
# In prose only a plain statement makes a claim; a passing "with X" does not.
_PROSE_CLAIM = 0.8
_LINE_CLAIM = 0.6
# Words that carry the sense "the podcast player or page of ours", never a technology.
_FAREWELL = re.compile(r"^(?:check out|you can find|find \w+ (?:on|at)|follow|feel free|reach)\b", re.IGNORECASE)


def mentions(
    vocabulary: Vocabulary,
    tags: Iterable[str],
    topics: Iterable[Topic],
    links: Iterable[Link],
) -> tuple[Mention, ...]:
    """All mentions of one episode, declared ones first, then line by line."""
    declared = declared_technologies(vocabulary, tags, links)
    by_line = [
        mention
        for number, topic in enumerate(topics)
        for mention in _line(vocabulary, number, topic, frozenset(declared))
    ]
    stances = {
        tech: _declared_stance([m for m in by_line if m.technology == tech]) for tech in declared
    }
    return (
        *(Mention(tech, stances[tech], None, 1.0, declared=True) for tech in declared),
        *(
            _settle(mention, stances.get(mention.technology))
            for mention in by_line
        ),
    )


def tag_id(vocabulary: Vocabulary, tag: str) -> str:
    """The technology id of a declared tag; an unknown tag becomes its own id."""
    return vocabulary.resolve(tag) or re.sub(r"[\s_.]+", "-", tag.strip().lower())


def declared_technologies(
    vocabulary: Vocabulary, tags: Iterable[str], links: Iterable[Link]
) -> list[str]:
    """Technologies that the episode itself lists as its stack or its libraries."""
    found = [tag_id(vocabulary, tag) for tag in tags]
    found += [
        tech
        for link in links
        if link.group in {"library", "tech_stack"} and (tech := _linked(vocabulary, link.url))
    ]
    return list(dict.fromkeys(found))


def _linked(vocabulary: Vocabulary, url: str) -> str | None:
    """The technology whose repository or home page a link is."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    path = [piece for piece in parts.path.split("/") if piece]
    if host in {"github.com", "gitlab.com", "bitbucket.org"}:
        return vocabulary.resolve(path[1].removesuffix(".git")) if len(path) >= 2 else None
    labels = host.split(".")
    if host.endswith((".github.io", ".readthedocs.io", ".readthedocs.org")) or len(labels) == 2:
        return vocabulary.resolve(labels[0])
    return None


def _line(
    vocabulary: Vocabulary, number: int, topic: Topic, declared: frozenset[str]
) -> Iterator[Mention]:
    """Mentions of one topic line or, in prose, of each of its sentences."""
    if _FAREWELL.search(topic.text):
        return
    prose = topic.start is None
    best: dict[tuple[str, Stance], Mention] = {}
    for sentence in _SENTENCE.split(topic.text) if prose else [topic.text]:
        for span in _spans(vocabulary, sentence, declared):
            for reading in readings(sentence, span.start, span.end):
                mention = _mention(span.id, number, reading, prose=prose, declared=declared)
                key = (mention.technology, mention.stance)
                if key not in best or best[key].weight < mention.weight:
                    best[key] = mention
    yield from _consistent(best)


def _spans(vocabulary: Vocabulary, text: str, declared: frozenset[str]) -> Iterator[Span]:
    """Technologies of a line; a doubtful one only when the episode declares it."""
    for span in vocabulary.find(text):
        word = text[span.start : span.end]
        if span.sure or (span.id in declared and word[:1].isupper()):
            yield span


def _mention(
    tech: str, number: int, reading: Reading, *, prose: bool, declared: frozenset[str]
) -> Mention:
    stance, weight = reading.stance, reading.weight
    if stance is Stance.USES and tech not in declared:
        if weight < (_PROSE_CLAIM if prose else _LINE_CLAIM):
            stance = Stance.MENTIONS
    if reading.scope and stance is Stance.AVOIDS:
        weight = min(weight, 0.6)
    return Mention(tech, stance, number, weight)


def _consistent(best: dict[tuple[str, Stance], Mention]) -> Iterator[Mention]:
    """Drop the bare mention where the same line says more."""
    for (tech, stance), mention in best.items():
        says_more = any(other == tech and s is not Stance.MENTIONS for other, s in best)
        if stance is Stance.MENTIONS and says_more:
            continue
        yield mention


def _declared_stance(found: list[Mention]) -> Stance:
    """What a declaration is worth given the lines about the same technology."""
    stances = {mention.stance for mention in found}
    if not stances or stances & {Stance.USES, Stance.MENTIONS}:
        return Stance.USES
    plain = [m for m in found if m.weight >= 0.8]
    if plain and all(m.stance is Stance.PLANS for m in found):
        return Stance.PLANS
    return Stance.USES


def _settle(mention: Mention, declared: Stance | None) -> Mention:
    """A declared technology that a line merely names is used there."""
    if declared is Stance.USES and mention.stance is Stance.MENTIONS and mention.weight >= 0.4:
        return Mention(mention.technology, Stance.USES, mention.topic, mention.weight)
    return mention
