"""What several sources of one episode say together.

Each field comes from the source that knows it best, and nothing is lost.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from bot.model import Guest, Link
from bot.normalise.identity import same_person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.model import ParsedEpisode, Topic

V = TypeVar("V")

_RANKS = ("pasted notes", "article", "listing", "saved page", "feed", "front matter")
"""Formats, from those whose fields are guessed or cut to the one that is written by hand."""

_GROUPS = ("topic", "reference", "library", "tech_stack")
_CUT = re.compile(r"(?:…|\.\.\.)\s*\Z")


def merge(parsed: Sequence[ParsedEpisode]) -> ParsedEpisode:
    """One episode from all its sources.

    Each single value comes from the format that knows it best, the later source winning among
    equals; lists are united. Of the topics the longer list wins, so that a listing that was
    cut short never shortens a complete one.

    Args:
        parsed: At least one source of the same episode, in the order they were loaded.
    """
    if len(parsed) == 1:
        return parsed[0]
    ranked = sorted(enumerate(parsed), key=lambda item: (_rank(item[1]), item[0]), reverse=True)
    best = [episode for _, episode in ranked]
    return replace(
        best[0],
        title=_text(best, lambda e: e.title) or best[0].title,
        show=_first(best, lambda e: e.show),
        category=_category(best),
        slug=_first(best, lambda e: e.slug),
        number=_first(best, lambda e: e.number),
        guid=_first(best, lambda e: e.guid),
        url=_first(best, lambda e: e.url),
        published=_first(best, lambda e: e.published),
        duration=_duration(best),
        guests=_guests(best),
        description=_text(best, lambda e: e.description),
        introduction=_text(best, lambda e: e.introduction),
        tags=_tags(best),
        topics=_topics(parsed),
        links=_links(best),
        audio=_first(best, lambda e: e.audio),
    )


def _rank(episode: ParsedEpisode) -> int:
    return _RANKS.index(episode.format) if episode.format in _RANKS else len(_RANKS)


def _first(best: Sequence[ParsedEpisode], field: Callable[[ParsedEpisode], V | None]) -> V | None:
    """The value of the best source that has one."""
    return next((value for value in map(field, best) if value is not None), None)


def _text(
    best: Sequence[ParsedEpisode], field: Callable[[ParsedEpisode], str | None]
) -> str | None:
    """The best text that was not cut short; a made-up title loses by its format's rank."""
    texts = [text for text in map(field, best) if text]
    return next((text for text in texts if not _CUT.search(text)), texts[0] if texts else None)


def _category(best: Sequence[ParsedEpisode]) -> str:
    """The category that a source states; only front matter and articles do."""
    stated = (episode.category for episode in best if episode.format in {"front matter", "article"})
    return next(stated, best[0].category)


def _duration(best: Sequence[ParsedEpisode]) -> int | None:
    """Seconds; a length in whole minutes is taken for rounded when another says more."""
    durations = [episode.duration for episode in best if episode.duration is not None]
    return next((d for d in durations if d % 60), durations[0] if durations else None)


def _guests(best: Sequence[ParsedEpisode]) -> tuple[Guest, ...]:
    """Everyone named, each once, with every detail some source has."""
    found: list[Guest] = []
    for guest in (guest for episode in best for guest in episode.guests):
        known = next((i for i, g in enumerate(found) if same_person(g.name, guest.name)), None)
        if known is None:
            found.append(guest)
        else:
            one = found[known]
            website, twitter = one.website or guest.website, one.twitter or guest.twitter
            found[known] = Guest(one.name, website, twitter)
    return tuple(found)


def _tags(best: Sequence[ParsedEpisode]) -> tuple[str, ...]:
    tags = [tag for episode in best for tag in episode.tags]
    return tuple({tag.casefold(): tag for tag in reversed(tags)}[key] for key in _order(tags))


def _order(tags: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(tag.casefold() for tag in tags)


def _topics(parsed: Sequence[ParsedEpisode]) -> tuple[Topic, ...]:
    """The longest list with times and the longest without; the later one of equals."""
    timed, untimed = (
        max(
            enumerate(parsed),
            key=lambda item: (sum((t.start is None) is bare for t in item[1].topics), item[0]),
        )[1]
        for bare in (False, True)
    )
    if timed is untimed:
        return timed.topics
    return (
        *(topic for topic in timed.topics if topic.start is not None),
        *(topic for topic in untimed.topics if topic.start is None),
    )


def _links(best: Sequence[ParsedEpisode]) -> tuple[Link, ...]:
    """Every address once, under the most telling group and the first title some source gives."""
    found: dict[str, Link] = {}
    for link in (link for episode in best for link in episode.links):
        known = found.get(link.url, link)
        groups = (known.group, link.group)
        telling = max(groups, key=lambda name: _GROUPS.index(name) if name in _GROUPS else 0)
        found[link.url] = Link(link.url, known.title or link.title, telling)
    return tuple(found.values())
