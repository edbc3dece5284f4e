"""From what the sources say to the one episode that the store keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Episode
from bot.normalise.facts import facts
from bot.normalise.mentions import mentions
from bot.normalise.names import names

if TYPE_CHECKING:
    from bot.model import ParsedEpisode, Show
    from bot.vocabulary import Vocabulary

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
        topics=parsed.topics,
        links=parsed.links,
        mentions=mentions(vocabulary, parsed.tags, parsed.topics, parsed.links),
        facts=facts(parsed.topics, parsed.introduction),
        audio=parsed.audio
        or (show.audio and show.audio.format(slug=slug, number=parsed.number or "")),
    )
