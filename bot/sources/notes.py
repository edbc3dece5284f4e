"""Show notes from blocks: introduction, topics, links and tech stack, whatever the markup was.

The lines are sorted by the heading above them. A line that starts with a time is a topic
wherever it stands; a paragraph under any other heading is a citable line without a time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.errors import SourceError
from bot.model import Link, Topic
from bot.sources.blocks import Kind
from bot.sources.document import Notice
from bot.sources.sections import Section, section_of
from bot.sources.topics import read_line
from bot.sources.values import parse_url, squeeze
from bot.timecode import format_timestamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.sources.blocks import Block

_LINK_SECTIONS = frozenset({Section.REFERENCE, Section.TECH_STACK, Section.LIBRARY})
_ARROW = re.compile(r"\s*(?:→|->|›|»)\s*\Z")
_CONTINUES = re.compile(r"\s|[a-z]")


@dataclass(frozen=True, slots=True)
class Notes:
    """What show notes say, apart from title, people and dates.

    Attributes:
        introduction: Paragraphs before the topics, an empty line between them.
        tags: Names listed under a tech stack heading.
        rejected: Topic lines whose time is no time; they are left out.
        lines: 1-based source line of each topic, for warnings about it.
    """

    introduction: str | None = None
    topics: tuple[Topic, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    rejected: tuple[SourceError, ...] = ()
    lines: tuple[int, ...] = ()

    @property
    def timed(self) -> int:
        """How many topics carry a time."""
        return sum(topic.start is not None for topic in self.topics)


def read_notes(blocks: Iterable[Block], path: str, *, article: bool = False) -> Notes:
    """The show notes that a list of blocks holds.

    Args:
        blocks: In the order of the text.
        path: Where they came from, for errors.
        article: Every heading but boilerplate starts prose; a "Summary" is no introduction.
    """
    reader = _NotesReader(path, article=article)
    for block in blocks:
        reader.take(block)
    return reader.notes()


def late_topics(notes: Notes, duration: int | None, path: str) -> tuple[Notice, ...]:
    """A warning for every topic that starts after the episode has ended.

    Such topics are kept: either of the two numbers may be the wrong one.

    Args:
        duration: Seconds, ``None`` when unknown.
    """
    if duration is None:
        return ()
    return tuple(
        Notice(
            path,
            line,
            f"{format_timestamp(topic.start)} is past the end of the episode"
            f" ({format_timestamp(duration)}); correct the time or the duration",
        )
        for topic, line in zip(notes.topics, notes.lines, strict=True)
        if topic.start is not None and topic.start > duration
    )


def unique_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order, each once, without regard to case.

    >>> unique_names(["react", "go", "React", ""])
    ('react', 'go')
    """
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return tuple(name for name in found.values() if name)


@dataclass(slots=True)
class _NotesReader:
    """Where reading has got to: the section, and what was found so far."""

    path: str
    article: bool = False
    section: Section = Section.INTRODUCTION
    level: int = 0
    heading: Block | None = None
    introduction: list[str] = field(default_factory=list)
    topics: list[tuple[int, Topic]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    rejected: list[SourceError] = field(default_factory=list)

    def take(self, block: Block) -> None:
        """Read one block."""
        if block.kind is Kind.HEADING:
            self._enter(block, self._section(block))
            return
        if block.kind is Kind.PARAGRAPH and (known := self._section(block)):
            # "Show notes:" in bold, as feeds have it, is a heading all the same.
            self._enter(replace(block, level=self.level or 2), known)
            return
        before = len(self.topics)
        untimed = self._topics(block)
        if block.kind is Kind.CODE:
            return
        self._links(block, timed=len(self.topics) > before)
        if untimed:
            self._readers()[self.section](untimed, block)

    def notes(self) -> Notes:
        """Everything found."""
        return Notes(
            introduction="\n\n".join(self.introduction) or None,
            topics=tuple(topic for _, topic in self.topics),
            links=unique_links(self.links),
            tags=unique_names(self.tags),
            rejected=tuple(self.rejected),
            lines=tuple(line for line, _ in self.topics),
        )

    def _readers(self) -> dict[Section, Callable[[Sequence[str], Block], None]]:
        """What is done with the lines of a block that are no timed topics."""
        return {
            Section.INTRODUCTION: self._introduce,
            Section.TOPICS: self._cite,
            Section.PROSE: self._cite,
            Section.TECH_STACK: self._tag,
            Section.REFERENCE: self._mention,
            Section.LIBRARY: self._mention,
            Section.BOILERPLATE: lambda _lines, _block: None,
        }

    def _section(self, block: Block) -> Section | None:
        known = section_of(block.text)
        return None if self.article and known is not Section.BOILERPLATE else known

    def _enter(self, heading: Block, known: Section | None) -> None:
        """Open the section under a heading.

        An unknown heading below a known one divides that section; any other unknown heading
        starts prose of its own.
        """
        opening = self.section is Section.INTRODUCTION and not self.topics
        if known is None and heading.level == 1 and opening:
            return  # the title, repeated in the text
        inherits = heading.level > self.level > 0 and self.section is not Section.INTRODUCTION
        if known is None and inherits:
            self.heading = heading
            return
        self.section = known or Section.PROSE
        self.level = heading.level
        self.heading = heading

    def _topics(self, block: Block) -> list[str]:
        """Take the timed lines of a block; the lines before the first one are returned."""
        listed = self.section is Section.TOPICS
        untimed: list[str] = []
        # Start, source line and words of each topic; one whose time is no time has no start.
        runs: list[tuple[int | None, int, list[str]]] = []
        for index, line in enumerate(block.text.split("\n")):
            number = block.line + index
            try:
                found = read_line(line, listed=listed)
            except ValueError as error:
                reason = f"{error}; correct it, the line is left out"
                self.rejected.append(SourceError(self.path, number, reason))
                runs.append((None, number, []))
                continue
            if found:
                runs.append((found[0], number, [found[1]]))
            elif runs and (block.wrapped or _CONTINUES.match(line)):
                runs[-1][2].append(line)
            else:
                untimed.append(line)
        self.topics.extend(
            (line, Topic(start, squeeze(" ".join(words))))
            for start, line, words in runs
            if start is not None
        )
        return [line for line in untimed if line.strip()]

    def _links(self, block: Block, *, timed: bool) -> None:
        if self.section is Section.BOILERPLATE and not timed:
            return
        group = self.section.value if self.section in _LINK_SECTIONS and not timed else "topic"
        for address, label in block.links:
            url = parse_url(address)
            if url:
                title = squeeze(label)
                self.links.append(Link(url, None if title in {"", url} else title, group))

    def _introduce(self, lines: Sequence[str], block: Block) -> None:
        if self.topics:
            self._cite(lines, block)
        elif text := squeeze(" ".join(lines)):
            self.introduction.append(text)

    def _cite(self, lines: Sequence[str], block: Block) -> None:
        text = squeeze(" ".join(lines))
        if text and self.heading:
            cited = Topic(None, text, self.heading.anchor, self.heading.text)
            self.topics.append((block.line, cited))

    def _mention(self, lines: Sequence[str], block: Block) -> None:
        """A list of links was taken already; a name or sentence without one is cited."""
        if not block.links:
            self._cite(lines, block)

    def _tag(self, lines: Sequence[str], block: Block) -> None:
        """A short line of a tech stack is a name, a sentence there is prose."""
        names = [squeeze(_ARROW.sub("", line)) for line in lines]
        if all(len(name) <= 40 and name.count(" ") <= 3 for name in names):
            self.tags.extend(names)
        else:
            self._cite(lines, block)


def unique_links(links: Iterable[Link]) -> tuple[Link, ...]:
    """Each address once per group, in order, with the first title given for it.

    >>> a, b = Link("https://x.test"), Link("https://x.test", "X")
    >>> unique_links([a, b])
    (Link(url='https://x.test', title='X', group='reference'),)
    """
    found: dict[tuple[str, str], Link] = {}
    for link in links:
        key = (link.url, link.group)
        if key not in found or not found[key].title:
            found[key] = link
    return tuple(found.values())
