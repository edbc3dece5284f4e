"""The headings that show notes use, and what stands under them.

A table, so that another podcast's wording is one more word here.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Section(StrEnum):
    """What the lines under a heading are."""

    INTRODUCTION = "introduction"
    TOPICS = "topics"
    REFERENCE = "reference"
    TECH_STACK = "tech_stack"
    LIBRARY = "library"
    PROSE = "prose"
    BOILERPLATE = "boilerplate"


_HEADINGS = {
    Section.INTRODUCTION: "about this episode|description|episode description|episode summary"
    "|introduction|summary",
    Section.TOPICS: "chapter markers|chapters|episode highlights|episode outline|outline"
    "|show notes|shownotes|time stamps|timeline|timestamps|topics|topics covered|topics discussed"
    "|topics include|what we talked about|what we talk about",
    Section.REFERENCE: "episode links|further reading|helpful links|links|links and resources"
    "|links from the show|links mentioned|mentioned in this episode|mentioned links|references"
    "|related links|resources|resources mentioned|show links|useful links",
    Section.TECH_STACK: "stack|tech stack|technologies|technologies used|technology stack"
    "|tools used",
    Section.LIBRARY: "libraries|libraries used|packages used",
    Section.BOILERPLATE: "about the host|about the podcast|about the show|all articles|comments"
    "|credits|edit on github|follow us|hosts|join the discussion|leave a comment|more episodes"
    "|newsletter|our sponsor|our sponsors|questions|related episodes|related posts"
    "|shameless plugs|share|share this|share this episode|sponsor|sponsored by|sponsors"
    "|stay in touch|subscribe|support the show|support us|this episode is sponsored by|transcript",
}
_KINDS = {name: section for section, names in _HEADINGS.items() for name in names.split("|")}
_DECORATION = re.compile(r"[^a-z]*(.*?)[^a-z]*", re.DOTALL)


def section_of(heading: str) -> Section | None:
    """The section that a heading opens, emoji and colon aside; ``None`` for any other text.

    >>> section_of("⚙️ Tech Stack"), section_of("Links & Resources:").name
    (<Section.TECH_STACK: 'tech_stack'>, 'REFERENCE')
    >>> section_of("Why we left Heroku") is None
    True
    """
    if len(heading) > 60:
        return None
    found = _DECORATION.fullmatch(heading.lower().replace("&", "and"))
    return _KINDS.get(found[1]) if found else None
