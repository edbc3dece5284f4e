"""Which parsed episodes are one and the same.

An episode arrives from a repository, a feed, a page and a listing. Two are the same when a
guid, an address or a title says so; notes without a title are known by their times.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.model import ParsedEpisode, Topic

CLOSE = 90
"""Similarity in percent from which two titles are one title with a slip in it.

Among the 45 titles of the sample show the nearest different ones are 67 % alike, while a wrong
letter or two, or a dropped short word, leave a title of ten words above 90 %. Titles whose
numbers differ ("Part 1", "Part 2") are different however close they are.
"""

_SHARED_TIMES = 5
_SHARED_PART = 0.7
"""Times in common, and their part of the shorter list, that make two lists the same notes.

Two lists of 60 lines within an hour share one second by chance, hardly ever two; times on the
full minute are common to many episodes and do not count.
"""

_APART_DAYS = 30
_BUSY = 200
"""Episodes; a guest or day that more of them share says nothing about any of them."""


_UNTITLED = "pasted notes"
"""The format whose titles are made up."""

_PREFIX = re.compile(r"\A\W*(?:(?:episode|ep|no|number)\b\W{0,2}|#)\s*[0-9]{1,5}\b\W*")
_AND = re.compile(r"\s*(?:&|\+|/|\band\b)\s*")
_NICKNAME = re.compile(r"[\"“(\[][^\"”)\]]*[\"”)\]]")


def same_episode(a: ParsedEpisode, b: ParsedEpisode) -> bool:
    """Whether two sources speak of one episode.

    In this order: the same guid, the same address, then, within one show, the same slug, the
    same title after normalising, the same times. Different episode numbers decide against it,
    and so do different guids in one and the same document.
    """
    if a.guid and b.guid and (a.guid == b.guid or a.path == b.path):
        return a.guid == b.guid
    if a.url and b.url and address(a.url) == address(b.url) is not None:
        return True
    if not _same_show(a, b) or _contradict(a, b):
        return False
    if a.slug and (a.slug, a.category) == (b.slug, b.category):
        return True
    if _UNTITLED in {a.format, b.format}:
        return _same_notes(a, b)
    return same_title(a.title, b.title) or bool(_same_times(a.topics, b.topics))


def group(parsed: Iterable[ParsedEpisode]) -> tuple[tuple[ParsedEpisode, ...], ...]:
    """The sources of each episode, in order of first appearance.

    Only episodes that have something rare in common are compared, so the work grows with
    their number and not with its square.
    """
    episodes = list(parsed)
    leaders = list(range(len(episodes)))

    def leader(index: int) -> int:
        while leaders[index] != index:
            leaders[index] = index = leaders[leaders[index]]
        return index

    for one, other in _candidates(episodes):
        first, second = sorted((leader(one), leader(other)))
        if first != second and same_episode(episodes[one], episodes[other]):
            leaders[second] = first
    groups: dict[int, list[ParsedEpisode]] = defaultdict(list)
    for index, episode in enumerate(episodes):
        groups[leader(index)].append(episode)
    return tuple(map(tuple, groups.values()))


def address(url: str) -> str | None:
    """What identifies a page in its address; ``None`` for the front page of a site.

    >>> address("http://www.X.test/a/?utm_source=feed#t=5") == address("https://x.test/a")
    True
    >>> address("https://x.test/") is None
    True
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = re.sub(r"(?:/index)?(?:\.html?)?/*\Z", "", parts.path)
    query = [(key, value) for key, value in parse_qsl(parts.query) if not key.startswith("utm_")]
    if not path and not query:
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{urlencode(sorted(query))}"


@lru_cache(maxsize=16_384)
def plain_title(title: str) -> str:
    """A title as its words alone: no case, accents, punctuation or episode number.

    >>> plain_title("Episode 30: Appraisal / Auctioning") == plain_title("appraisal and auctioning")
    True
    >>> plain_title("An E-commerce Café & Bar"), plain_title("#7 - It’s Live!")
    ('an ecommerce cafe and bar', 'its live')
    """
    folded = unicodedata.normalize("NFKD", title).casefold()
    text = unicodedata.normalize("NFKD", folded)
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = _AND.sub(" and ", _PREFIX.sub("", text) or text)
    text = re.sub(r"(?<=\w)[-'’.](?=\w)", "", text)
    return " ".join(re.findall(r"\w+", text))


def same_title(a: str, b: str) -> bool:
    """Whether two titles are the same one, slips of the pen allowed.

    >>> same_title("Passiv Is a Portfolio Platform", "Pasiv is a portfolio platform")
    True
    >>> same_title("Scaling Postgres, Part 1", "Scaling Postgres, Part 2")
    False
    """
    one, other = plain_title(a), plain_title(b)
    if one == other:
        return bool(one)
    if not fuzz.ratio(one, other, score_cutoff=CLOSE):
        return False
    return sorted(re.findall(r"\d+", one)) == sorted(re.findall(r"\d+", other))


def same_person(a: str, b: str) -> bool:
    """Whether two names are one person's, nicknames and middle names aside.

    >>> same_person('Ada "Countess" Lund', "Ada Lund"), same_person("Ada Lund", "Ada Dam")
    (True, False)
    """
    return bool(_person(a)) and _person(a) == _person(b)


def _person(name: str) -> tuple[str, ...]:
    """First and last name."""
    words = plain_title(_NICKNAME.sub(" ", name)).split()
    return (words[0], words[-1]) if words else ()


def _same_show(a: ParsedEpisode, b: ParsedEpisode) -> bool:
    """Whether the shows may be one; a source that names none may be of any."""
    if not a.show or not b.show:
        return True
    return re.sub(r"\W", "", a.show).casefold() == re.sub(r"\W", "", b.show).casefold()


def _contradict(a: ParsedEpisode, b: ParsedEpisode) -> bool:
    """Whether numbers or days rule out that two titles mean one episode."""
    if a.number is not None and b.number is not None and a.number != b.number:
        return True
    if a.published is None or b.published is None:
        return False
    return abs((a.published - b.published).days) > _APART_DAYS


def _same_times(a: Sequence[Topic], b: Sequence[Topic]) -> bool | None:
    """Whether two lists have their times in common; ``None`` when one is too short to tell."""
    if min(len(a), len(b)) < _SHARED_TIMES:
        return None
    one, other = _times(a), _times(b)
    shorter = min(len(one), len(other))
    if shorter < _SHARED_TIMES:
        return None
    shared = len(one & other)
    return shared >= _SHARED_TIMES and shared >= _SHARED_PART * shorter


def _times(topics: Iterable[Topic]) -> set[int]:
    return {topic.start for topic in topics if topic.start is not None and topic.start % 60}


def _same_notes(a: ParsedEpisode, b: ParsedEpisode) -> bool:
    """Whether notes without a title are of an episode: by times, else by what they tell.

    Short notes are recognised by their introduction, or by a guest together with a name from
    the title, which in this field is the guest's company.
    """
    by_times = _same_times(a.topics, b.topics)
    if by_times is not None:
        return by_times
    told, other = a.introduction or "", b.introduction or ""
    if min(told.count(" "), other.count(" ")) >= 8 and fuzz.token_set_ratio(told, other) >= CLOSE:
        return True
    guests = any(same_person(g.name, h.name) for g in a.guests for h in b.guests)
    return guests and any(
        untitled.format == _UNTITLED and _names(titled.title) & _names(untitled.introduction or "")
        for untitled, titled in ((a, b), (b, a))
    )


def _names(text: str) -> set[str]:
    """Longer words that start with a capital or hold a dot, as company names do."""
    words = re.findall(r"\w[\w.]{2,}\w", text)
    return {word.casefold() for word in words if word[0].isupper() or "." in word}


def _candidates(episodes: Sequence[ParsedEpisode]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes worth comparing, each once or a few times."""
    frequency = Counter(
        word for episode in episodes for word in set(plain_title(episode.title).split())
    )
    buckets: dict[tuple[str, object], list[int]] = defaultdict(list)
    for index, episode in enumerate(episodes):
        for key in _keys(episode, frequency):
            if key[1]:
                buckets[key].append(index)
    for (kind, _), members in buckets.items():
        if kind not in {"guest", "day", "word"} or len(members) <= _BUSY:
            yield from combinations(members, 2)
    # Notes without a title have nothing to look them up by.
    for index, episode in enumerate(episodes):
        if episode.format == _UNTITLED:
            yield from ((index, other) for other in range(len(episodes)) if other != index)


def _keys(episode: ParsedEpisode, frequency: Counter[str]) -> Iterator[tuple[str, object]]:
    """What an episode has in common with itself in another source."""
    yield "guid", episode.guid
    yield "url", address(episode.url or "")
    yield "slug", episode.slug
    yield "title", plain_title(episode.title)
    yield "day", episode.published
    words = sorted(set(plain_title(episode.title).split()), key=lambda w: (frequency[w], w))
    yield from (("word", word) for word in words[:4])
    yield from (("guest", _person(guest.name)) for guest in episode.guests)
