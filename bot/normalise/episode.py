"""From what the sources say to the one episode that the store keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Episode, Topic
from bot.normalise.facts import facts
from bot.normalise.mentions import mentions
from bot.normalise.names import names, own_technologies

if TYPE_CHECKING:
    from bot.model import ParsedEpisode, Show
    from bot.vocabulary import Vocabulary

# Heading under which the paragraphs before the topics are kept.
INTRODUCTION = "Introduction"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slugify(text: str) -> str:
    """A title as the last part of an address.

    >>> slugify("Remote Helps You: Find Jobs!")
    'remote-helps-you-find-jobs'
    """
    return _NOT_SLUG.sub("-", text.lower().replace("'", "").replace("’", "")).strip("-")


def build_episode(parsed: ParsedEpisode, show: Show, vocabulary: Vocabulary) -> Episode:
    """Interpret what the sources said of one episode.

    Args:
        parsed: Already merged over all its sources.
        show: Whose templates make the links.
        vocabulary: All technologies known.
    """
    slug = parsed.slug or slugify(parsed.title)
    topics = parsed.topics + _introduction(parsed)
    url = parsed.url or show.permalink.format(site=show.site, category=parsed.category, slug=slug)
    return Episode(
        show=show.id,
        slug=slug,
        title=parsed.title,
        url=url,
        category=parsed.category,
        number=parsed.number,
        published=parsed.published,
        duration=parsed.duration,
        guests=parsed.guests,
        description=parsed.description,
        introduction=parsed.introduction,
        names=names(parsed.title, parsed.guests, vocabulary),
        topics=topics,
        links=parsed.links,
        mentions=mentions(
            vocabulary,
            parsed.tags,
            topics,
            parsed.links,
            own_technologies(parsed.guests, vocabulary),
        ),
        facts=facts(topics),
        audio=parsed.audio
        or (show.audio and show.audio.format(slug=slug, number=parsed.number or "")),
    )


def _introduction(parsed: ParsedEpisode) -> tuple[Topic, ...]:
    """What stands before the topics, as paragraphs that can be cited without a second."""
    text = parsed.introduction or parsed.description or ""
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(Topic(None, part, None, INTRODUCTION) for part in paragraphs if part)
