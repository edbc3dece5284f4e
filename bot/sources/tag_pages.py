"""A Jekyll site's pages about its tags, ``tags/*.md``: how the site spells each technology."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bot.errors import SourceError
from bot.sources.document import ParseResult, TagPage
from bot.sources.post import has_front_matter, read_post
from bot.sources.values import parse_url, plain

if TYPE_CHECKING:
    from bot.sources.document import Document

NAME = "tag page"

_ID_KEYS = ("tag", "tag_id", "slug", "id")
_NAME_KEYS = ("name", "tag_name", "title", "label")
_URL_KEYS = ("website", "homepage", "external_url", "url", "link")


def recognises(document: Document) -> bool:
    """Whether a text with front matter lies in a folder of tag pages."""
    folder = PurePosixPath(document.path.replace("\\", "/")).parent.name
    return folder in {"tags", "_tags"} and has_front_matter(document.text)


def parse(document: Document) -> ParseResult:
    """The one technology of the page; a page without a name says nothing and is passed over."""
    try:
        post = read_post(document)
    except SourceError as error:
        return ParseResult(rejected=(error,))
    stem = PurePosixPath(document.name).stem
    tag = next(filter(None, map(post.text, _ID_KEYS)), stem)
    name = next(filter(None, map(post.text, _NAME_KEYS)), "")
    url = next(filter(None, (parse_url(post.text(key)) for key in _URL_KEYS)), None)
    if not name:
        return ParseResult()
    return ParseResult(tag_pages=(TagPage(plain(tag), plain(name), url),))
