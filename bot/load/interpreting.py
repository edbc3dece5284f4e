"""What is made of the words of sources: by which vocabulary, and by which rules."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.model import Technology
from bot.normalise.episode import build_episode
from bot.normalise.merging import merge
from bot.seedfiles import read_thesaurus, read_vocabulary
from bot.sources import TagPage
from bot.spelt import Indexed
from bot.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.load.report import LoadReport
    from bot.model import ParsedEpisode, Show
    from bot.store import Store
    from bot.store.writing import Writing

    Said = tuple[ParsedEpisode, Show]

INTERPRETATION = "7"
"""Raised whenever the same input would become other rows: a parser, identity, stance, number or
link rule has changed. The next load then parses what it is given anew and makes every other
episode again from what its sources said. A change that only adds a format, or a question, needs
nothing; a change of technologies.yml or thesaurus.yml is noticed by itself.
"""


def digest(*parts: bytes) -> str:
    """By which it is seen whether anything of all that decides a result has changed.

    Args:
        parts: What decides it, beside :data:`INTERPRETATION`.
    """
    return sha256(b"\0".join((INTERPRETATION.encode(), *parts))).hexdigest()


def vocabulary_of(
    store: Store, seeds: Path, pages: Iterable[TagPage], report: LoadReport
) -> Vocabulary:
    """The vocabulary, tag pages included; episodes are made again when it has changed.

    A tag page spells out a technology that technologies.yml does not list. Nobody has looked
    whether its name is an English word too, so it counts in prose as if it were one.
    """
    path, thesaurus = seeds / "technologies.yml", seeds / "thesaurus.yml"
    files = [file.read_bytes() for file in (path, thesaurus) if file.exists()]
    tags = {tag["id"]: TagPage(**tag) for tag in json.loads(store.meta("tag_pages") or "[]")}
    tags |= {page.id: page for page in pages}
    spelled = json.dumps([asdict(tags[ident]) for ident in sorted(tags)])
    state = digest(*files, spelled.encode())
    if store.meta("vocabulary") == state:
        return Vocabulary(store.vocabulary(), store.categories())
    technologies, categories = read_vocabulary(path)
    listed = Vocabulary(technologies, categories)
    technologies += [
        Technology(tag.id, tag.name, url=tag.url, ambiguous=True)
        for tag in tags.values()
        if listed.resolve(tag.id) is None and listed.resolve(tag.name) is None
    ]
    indexed = Indexed(technologies, categories)
    vocabulary = Vocabulary(index=indexed)
    with store.writing() as writing:
        writing.vocabulary(indexed, read_thesaurus(thesaurus))
        writing.meta("tag_pages", spelled)
        for ident in store.titles():
            make(writing, ident, said(writing, ident), vocabulary)
            report.interpreted += 1
        writing.meta("vocabulary", state)
    return vocabulary


def said(writing: Writing, ident: int) -> Said | None:
    """What all sources of an episode say together, and its show."""
    parts = writing.sources_of(ident)
    if not parts:
        return None
    merged = replace(merge(parts), path="", line=0)
    return merged, writing.show_named(merged.show or "")


def make(writing: Writing, ident: int, said: Said | None, vocabulary: Vocabulary) -> None:
    """Make an episode from what its sources say, or remove it when there are none."""
    if said is None:
        writing.forget_episode(ident)
    else:
        parsed, show = said
        writing.episode(ident, show, build_episode(parsed, show, vocabulary))
