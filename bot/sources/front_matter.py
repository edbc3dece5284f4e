"""Markdown with YAML front matter, as Jekyll, Hugo and most static sites keep posts.

A table says which key means what, so that a post of another podcast's site needs no code.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from bot.errors import SourceError, UnderReview
from bot.model import Guest, ParsedEpisode
from bot.sources.blocks import Kind
from bot.sources.document import Document, Notice, ParseResult
from bot.sources.liquid import resolve
from bot.sources.markdown import markdown_blocks, markdown_inline
from bot.sources.notes import late_topics, read_notes, unique_names
from bot.sources.post import Post, has_front_matter, read_post
from bot.sources.values import parse_date, parse_duration, parse_number, parse_url, plain, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from bot.sources.blocks import Block
    from bot.sources.notes import Notes

NAME = "front matter"

# Keys by what they mean, the likelier first; other podcasts' generators included.
_KEYS = {
    "title": ("title", "episode_title", "name"),
    "description": ("description", "summary", "subtitle", "excerpt"),
    "show": ("show", "show_title"),
    "slug": ("slug",),
    "number": ("number", "episode_number", "episode", "episodeNumber", "itunes_episode"),
    "guid": ("guid", "uuid"),
    "url": ("url", "canonical_url", "permalink", "link", "source", "source_url"),
    "published": ("date", "published", "published_at", "publishDate", "pubDate", "pub_date"),
    "duration": ("mp3_duration", "duration", "itunes_duration", "audio_duration", "length"),
    "audio": ("audio", "audio_url", "enclosure", "mp3", "mp3_url", "audio_file", "file"),
}
_TAG_KEYS = ("tags", "tech_stack", "technologies", "stack", "keywords")
_CONVERT: dict[str, Callable[[str], str | int | date | None]] = {
    "title": plain,
    "description": markdown_inline,
    "show": plain,
    "slug": squeeze,
    "number": parse_number,
    "guid": squeeze,
    "url": parse_url,
    "published": parse_date,
    "duration": parse_duration,
    "audio": parse_url,
}
# Where a value that does not convert is a slip; under other keys it means something else.
_STRICT = {
    "date": "a date, write it as 2021-05-17",
    "mp3_duration": "a duration, write it as 1:10:20",
    "duration": "a duration, write it as 1:10:20",
    "number": "a number",
    "episode_number": "a number",
}
_CATEGORIES = {
    **dict.fromkeys(("podcast", "podcasts", "episode", "episodes"), "podcast"),
    **dict.fromkeys(("interview", "interviews"), "interviews"),
    **dict.fromkeys(("article", "articles"), "articles"),
}
_FILE_NAME = re.compile(
    r"(?:(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})-)?(?P<slug>(?:(?P<number>[0-9]{1,5})-)?.+)"
)
_GUEST_KEY = re.compile(r"guest(?:_?(?P<number>[0-9]{1,2}))?(?:_name)?")
_WITHHELD = re.compile(
    r"\b(?:under|in|being|pending|awaiting) review|\bwithdrawn\b|\b(?:taken|pulled) down\b"
    r"|\b(?:been|temporarily) (?:removed|unpublished|pulled|unavailable)\b|\bcoming soon\b"
    r"|\bnot (?:yet )?(?:published|available|public)\b|\bno longer available\b",
    re.IGNORECASE,
)
_TRUE = frozenset({"true", "yes", "on", "1"})
_FALSE = frozenset({"false", "no", "off", "0"})


class FileName(NamedTuple):
    """What a post's file name says: date, episode number, slug."""

    published: date | None = None
    number: int | None = None
    slug: str | None = None


def recognises(document: Document) -> bool:
    """Whether the text starts with a line of three hyphens and a key."""
    return has_front_matter(document.text)


def parse(document: Document) -> ParseResult:
    """The one episode of a post."""
    try:
        return _read(document, read_post(document))
    except SourceError as error:
        return ParseResult(rejected=(error,))


def read_file_name(path: str) -> FileName:
    """Date, number and slug from the name of a post.

    >>> read_file_name("_posts/podcast/2021-05-17-83-songrender.md")
    FileName(published=datetime.date(2021, 5, 17), number=83, slug='83-songrender')
    >>> read_file_name("content/episodes/7-mills/index.md").slug, read_file_name("0_3cc.txt").slug
    ('7-mills', None)
    """
    file = PurePosixPath(path.replace("\\", "/"))
    stem = file.parent.name if file.stem in {"index", "_index"} else file.stem
    match = _FILE_NAME.fullmatch(stem)
    is_post = file.suffix.lower() in {".md", ".markdown", ".mdown"}
    if match is None or not (match["date"] or is_post):
        return FileName()
    return FileName(
        parse_date(match["date"] or ""), parse_number(match["number"] or ""), match["slug"]
    )


def _read(document: Document, post: Post) -> ParseResult:
    page = post.page()
    blocks = markdown_blocks(resolve(post.body, page), post.body_line)
    notes = read_notes(blocks, document.path)
    _check_published(document, post, notes)
    values, notices = _values(document, post, page)
    title = values.pop("title", None) or _heading(blocks)
    if not title:
        reason = 'the front matter has no title, add a line "title: …"'
        raise SourceError(document.path, post.body_line - 1, reason)
    name = read_file_name(document.path)
    episode = ParsedEpisode(
        path=document.path,
        line=1,
        format=NAME,
        title=str(title),
        category=_category(document, post),
        guests=_guests(post),
        introduction=notes.introduction,
        tags=unique_names([*_tags(post), *notes.tags]),
        topics=notes.topics,
        links=notes.links,
        slug=_permalink_slug(post) or name.slug,
        number=name.number,
        published=name.published,
    )
    episode = replace(episode, **values)  # type: ignore[arg-type]
    late = late_topics(notes, episode.duration, document.path)
    warnings = sorted((*notices, *late), key=lambda notice: notice.line)
    return ParseResult((episode,), notes.rejected, tuple(warnings))


def _check_published(document: Document, post: Post, notes: Notes) -> None:
    """Refuse a post that is marked as a draft, or that says it is withheld and cites nothing.

    Raises:
        UnderReview: The post is not meant to be found.
    """
    if post.text("draft").lower() in _TRUE:
        line = post.key_lines.get("draft", 1)
        raise UnderReview(document.path, line, "the post is a draft, load it once it is published")
    if post.text("published").lower() in _FALSE:
        line = post.key_lines.get("published", 1)
        raise UnderReview(document.path, line, 'the post says "published: false"')
    if notes.topics or notes.rejected:
        return
    lines = post.key_lines
    places = [(post.text(key), lines.get(key, 1)) for key in ("title", "description")]
    for text, start in (*places, (post.body, None)):
        if found := _WITHHELD.search(text):
            line = start or post.body_line + post.body.count("\n", 0, found.start())
            reason = f'the post has no topics and says "{squeeze(found[0])}"'
            raise UnderReview(document.path, line, reason)


def _values(
    document: Document, post: Post, page: dict[str, str]
) -> tuple[dict[str, str | int | date], list[Notice]]:
    """Every single-valued field that some key of the front matter fills."""
    values: dict[str, str | int | date] = {}
    notices = []
    for name, keys in _KEYS.items():
        for key in keys:
            typed = _scalar(post, key)
            value = _CONVERT[name](resolve(typed, page))
            if value:
                values[name] = value
                break
            if typed and key in _STRICT:
                reason = f"{key}: {typed!r} is not {_STRICT[key]}; it is left out"
                notices.append(Notice(document.path, post.key_lines.get(key, 1), reason))
    return values, notices


def _scalar(post: Post, key: str) -> str:
    """A value as text; of an enclosure that is a mapping, its address."""
    value = post.fields.get(key)
    if isinstance(value, dict):
        url = value.get("url") or value.get("src") or ""
        return url if isinstance(url, str) else ""
    return post.text(key)


def _heading(blocks: list[Block]) -> str | None:
    """The title when it stands in the text alone."""
    headings = (block.text for block in blocks if block.kind is Kind.HEADING and block.level == 1)
    return next(headings, None)


def _category(document: Document, post: Post) -> str:
    """The kind of post: as stated, else as the folder it lies in says."""
    stated = next(iter(post.texts("category") or post.texts("layout")), "")
    if post.texts("category"):
        return _CATEGORIES.get(stated.lower(), stated)
    folders = PurePosixPath(document.path.replace("\\", "/")).parts[-2::-1]
    names = (_CATEGORIES.get(name.lower()) for name in (stated, *folders))
    return next(filter(None, names), "podcast")


def _permalink_slug(post: Post) -> str | None:
    """The last part of a permalink that is no template."""
    path = post.text("permalink").partition("?")[0].rstrip("/")
    slug = re.sub(r"\.html?\Z", "", path.rpartition("/")[2])
    return None if not slug or ":" in path.rpartition("://")[2] else slug


def _tags(post: Post) -> Iterator[str]:
    """Tags in order; a single text is a list with commas, or with spaces as Jekyll reads it."""
    for key in _TAG_KEYS:
        if isinstance(post.fields.get(key), list):
            yield from map(plain, post.texts(key))
        else:
            text = plain(post.text(key))
            yield from map(squeeze, text.split("," if "," in text else None))


def _guests(post: Post) -> tuple[Guest, ...]:
    """``guest`` and ``guest_2`` with their ``…_website`` and ``…_twitter``, and ``guests``."""
    found = [*_numbered_guests(post), *_listed_guests(post.fields.get("guests", ""))]
    named: dict[str, Guest] = {}
    for guest in found:
        named.setdefault(guest.name.casefold(), guest)
    return tuple(named.values())


def _numbered_guests(post: Post) -> Iterator[Guest]:
    for key in post.fields:
        match = _GUEST_KEY.fullmatch(key)
        if match and plain(post.text(key)):
            number = match["number"]
            stems = (f"guest_{number}_{{}}", f"guest{number}_{{}}", f"guest_{{}}_{number}")
            names = stems if number else ("guest_{}",)
            website, twitter = (
                next(filter(None, (post.text(name.format(part)) for name in names)), "")
                for part in ("website", "twitter")
            )
            yield Guest(plain(post.text(key)), _website(website), _handle(twitter))


def _listed_guests(guests: object) -> Iterator[Guest]:
    if isinstance(guests, str):
        guests = re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", guests)
    for guest in guests if isinstance(guests, list) else ():
        if isinstance(guest, str) and plain(guest):
            yield Guest(plain(guest))
        elif isinstance(guest, dict):
            texts = {key: squeeze(text) for key, text in guest.items() if isinstance(text, str)}
            if name := plain(texts.get("name", "")):
                website = texts.get("website") or texts.get("url") or texts.get("link") or ""
                yield Guest(name, _website(website), _handle(texts.get("twitter", "")))


def _website(text: str) -> str | None:
    """An address; one typed without its scheme gets it.

    >>> _website("ada.test"), _website("https://ada.test/"), _website("n/a")
    ('https://ada.test', 'https://ada.test/', None)
    """
    bare = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?", text)
    return parse_url(f"https://{text}" if bare else text)


def _handle(text: str) -> str | None:
    """A Twitter name without its decoration.

    >>> _handle("@ada"), _handle("https://twitter.com/ada"), _handle("")
    ('ada', 'ada', None)
    """
    return text.rstrip("/").rpartition("/")[2].lstrip("@") or None
