"""Every technology that an episode names, with what the episode says of it at each line.

Two sources of evidence: the declared tech stack (tags and the libraries list) and the lines.
A declaration is a use, unless the lines that speak of the technology only deny, plan or
remember it: "Sentry is on the horizon" outweighs a hopeful tag.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.addresses import host_of
from bot.model import Mention, Stance
from bot.normalise.stance import readings
from bot.patterns import rx

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from bot.model import Link, Topic
    from bot.normalise.clause import Reading
    from bot.vocabulary import Span, Vocabulary

_SENTENCE = rx(r"(?<=[.!?])\s+(?=[A-Z(\"'])")
# "I don't use Docker. I might look into it next year."
_GOES_ON = rx(
    r"^(?:I|We|They|He|She)(?:['’](?:d|ll)| (?:might|may|will|plan|want|would|hope|intend)s?)\b"
    r"[^.]* it\b"
)
# How surely an episode uses what it lists: as its tech stack, or among its libraries.
_TAGGED = 1.0
_LIBRARY = 0.9
_UNDECLARED = 0.5
# Only a plain statement makes a claim for what is not declared; a passing "with X" does not.
_CLAIM = 0.8
# People who make a tool and say that they use it themselves.
_OWN_USE = rx(
    r"""
    \bus(?:e|es|ing) (?:their|his|her|our|its) own (?:service|product|tool|platform|app)\b
    |\bdog ?food
    """,
    re.IGNORECASE,
)
# The line that says where to find the guest; what it names is no part of a stack.
_FAREWELL = rx(
    r"^(?:check out|you can find|find \w+ (?:on|at)|follow|feel free|reach)\b", re.IGNORECASE
)


def mentions(
    vocabulary: Vocabulary,
    tags: Iterable[str],
    topics: Sequence[Topic],
    links: Iterable[Link],
    own: Collection[str] = (),
) -> tuple[Mention, ...]:
    """All mentions of one episode, declared ones first, then line by line.

    Args:
        vocabulary: All technologies known.
        tags: The declared tech stack as the source spells it.
        topics: The lines, in the order in which mentions refer to them.
        links: Links of the show notes; those to libraries declare them.
        own: Technologies that the guests themselves make. That Mux runs in production is no
            evidence that somebody uses Mux, unless a line says that they use their own service.
    """
    tagged = [tag_id(vocabulary, tag) for tag in tags]
    declared = dict.fromkeys(libraries(vocabulary, links), _LIBRARY)
    declared.update(dict.fromkeys(tagged, _TAGGED))
    by_line = [
        mention
        for number, topic in enumerate(topics)
        for mention in _line(vocabulary, number, topic, frozenset(declared))
    ]
    found: dict[str, list[Mention]] = {tech: [] for tech in (*dict.fromkeys(tagged), *declared)}
    for mention in by_line:
        found.setdefault(mention.technology, []).append(mention)
    silent: Collection[str] = () if _say_own_use(topics) else own

    def stance_of(tech: str, lines: list[Mention]) -> Stance:
        if tech in declared:
            return _declared_stance(lines, declared[tech])
        if tech in silent:
            return Stance.MENTIONS
        # Where there is a tech stack, prose claims nothing beside it.
        return _verdict([m for m in lines if not (tagged and topics[m.topic or 0].start is None)])

    stances = {tech: stance_of(tech, lines) for tech, lines in found.items()}
    whole = (
        Mention(tech, stance, None, declared.get(tech, _UNDECLARED), declared=tech in declared)
        for tech, stance in stances.items()
    )
    settled = (
        _settle(mention, stances[mention.technology]) if mention.technology in declared else mention
        for mention in by_line
    )
    return (*whole, *settled)


def _say_own_use(topics: Iterable[Topic]) -> bool:
    """Whether the guests say that they use what they make."""
    return any(_OWN_USE.search(topic.text) for topic in topics)


def tag_id(vocabulary: Vocabulary, tag: str) -> str:
    """The technology id of a declared tag; an unknown tag becomes its own id."""
    return vocabulary.resolve(tag) or re.sub(r"[\s_.]+", "-", tag.strip().lower())


def libraries(vocabulary: Vocabulary, links: Iterable[Link]) -> list[str]:
    """Technologies that the episode links as its libraries or stack."""
    found = (
        _linked(vocabulary, link.url) for link in links if link.group in {"library", "tech_stack"}
    )
    return list(dict.fromkeys(tech for tech in found if tech))


def _linked(vocabulary: Vocabulary, url: str) -> str | None:
    """The technology whose repository or home page a link is."""
    host = host_of(url)
    path = [piece for piece in urlsplit(url).path.split("/") if piece]
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
    sentences = _SENTENCE.split(topic.text) if prose else [topic.text]
    for sentence, after in pairwise((*sentences, "")):
        for span in _spans(vocabulary, sentence, declared):
            told = f"{sentence} {after}" if _GOES_ON.search(after) else sentence
            for reading in readings(told, span.start, span.end):
                mention = _mention(span.id, number, reading, declared)
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


def _mention(tech: str, number: int, reading: Reading, declared: frozenset[str]) -> Mention:
    stance, weight = reading.stance, reading.weight
    if stance is Stance.USES and tech not in declared and weight < _CLAIM:
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


def _declared_stance(found: list[Mention], weight: float) -> Stance:
    """What a declaration is worth given the lines about the same technology.

    A link among the libraries is worth less than the tech stack: any plain denial beats it.
    """
    stances = {mention.stance for mention in found}
    if stances and weight < _TAGGED and not stances & {Stance.USES, Stance.MENTIONS}:
        return _verdict(found)
    if not stances or stances & {Stance.USES, Stance.MENTIONS}:
        return Stance.USES
    plain = [m for m in found if m.weight >= 0.8]
    if plain and all(m.stance is Stance.PLANS for m in found):
        return Stance.PLANS
    return Stance.USES


def _verdict(found: list[Mention]) -> Stance:
    """What an episode as a whole says of a technology that it does not declare.

    The plainest line decides; of equally plain ones the more careful stance.
    """
    careful = (Stance.AVOIDS, Stance.USED_BEFORE, Stance.PLANS, Stance.USES, Stance.MENTIONS)
    plain = [m for m in found if m.stance is not Stance.MENTIONS]
    if not plain:
        return Stance.MENTIONS
    return min(plain, key=lambda m: (-m.weight, careful.index(m.stance))).stance


def _settle(mention: Mention, declared: Stance) -> Mention:
    """A declared technology that a line merely names is used there."""
    if declared is Stance.USES and mention.stance is Stance.MENTIONS and mention.weight >= 0.4:
        return Mention(mention.technology, Stance.USES, mention.topic, mention.weight)
    return mention
