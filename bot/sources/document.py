r"""What goes into a parser and what comes out: one input as text, and everything found in it.

Bytes become text here and nowhere else, so that every parser sees the same thing: no byte
order mark, ``\n`` for every line end, and letters that a wrong re-encoding garbled put right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ftfy

from bot.errors import SourceError
from bot.records import dataclass

if TYPE_CHECKING:
    from bot.model import ParsedEpisode


@dataclass(frozen=True, slots=True)
class Document:
    """One input as text.

    Attributes:
        path: Where it came from, as the user named it; errors and links back use it.
        text: The whole text, as :func:`decode` returns it.
        name: File name alone, or the last part of an address.
    """

    path: str
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something odd that did not keep an episode from loading.

    Attributes:
        line: 1-based line of the source.
    """

    path: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}"


@dataclass(frozen=True, slots=True)
class TagPage:
    """A site's own page about one technology: how its tag is spelled out.

    Attributes:
        id: The tag, ``c-sharp``.
        name: Its spelling for people, ``C#``.
        url: Official address, when the page gives one.
    """

    id: str
    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ParseResult:
    """Everything one document yields.

    Attributes:
        rejected: What could not be read. An error about a single line leaves out that line
            and keeps its episode; any other error stands for a missing episode.
        warnings: What was read but looks wrong.
    """

    episodes: tuple[ParsedEpisode, ...] = ()
    rejected: tuple[SourceError, ...] = ()
    warnings: tuple[Notice, ...] = ()
    tag_pages: tuple[TagPage, ...] = ()


# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']""", re.ASCII)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\f\r\x1b")) + b"\x7f"
# An emoji whose UTF-8 bytes were read as Mac Roman: F0 9F and two more. The first becomes
# Apple's private logo character, which copying often loses, so that ftfy sees too little.
_MAC_EMOJI = re.compile(r"(?:\uf8ff|(?<!\S))ü([^\x00-\x7f]{2})")
_BREAKS = {0x0B: " ", 0x0C: " ", 0x85: " ", 0x2028: " ", 0x2029: " "}

# Repairs garbled letters and nothing else. Curly quotes, dashes and ligatures are how people
# write; entities are undone later, where it is known whether they stand in Markdown or XML.
_REPAIR = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    fix_line_breaks=False,
    explain=False,
)


def decode(data: bytes, path: str, charset: str | None = None) -> str:
    r"""The text of a file, whatever wrote it.

    Args:
        data: The file's bytes.
        path: Where it came from, for the error.
        charset: What the sender says the encoding is, tried after UTF-8.

    Raises:
        SourceError: The bytes are no text.

    >>> decode(b"\xef\xbb\xbfIt\xe2\x80\x99s\r\n", "a.md")
    'It’s\n'
    >>> decode("Itâ€™s".encode(), "a.md"), decode(b"caf\xe9", "a.md")
    ('It’s', 'café')
    """
    mark = next((codec for start, codec in _MARKS if data.startswith(start)), None)
    if mark is None and _is_binary(data):
        raise SourceError(path, 1, "this is a binary file, not text; name a text file instead")
    declared = _DECLARED.search(data[:200])
    codecs = (mark, "utf-8", charset, declared and declared[1].decode("ascii"), "cp1252")
    text = next(filter(None, (_try(data, codec) for codec in codecs)), data.decode("latin-1"))
    return repair(text.replace("\r\n", "\n").replace("\r", "\n"))


def repair(text: str) -> str:
    """The text with garbled letters put right, line by line, so that line numbers stay true.

    >>> repair("üìÑ References"), repair("“no change” – here")
    ('📄 References', '“no change” – here')
    """
    lines = text.translate(_BREAKS).split("\n")
    return "\n".join(line if line.isascii() else _repair_line(line) for line in lines)


def _repair_line(line: str) -> str:
    return ftfy.fix_text(_MAC_EMOJI.sub(_emoji, line), _REPAIR).lstrip("\ufeff")


def _emoji(match: re.Match[str]) -> str:
    try:
        return (b"\xf0\x9f" + match[1].encode("mac_roman")).decode()
    except UnicodeError:
        return match[0]


def _is_binary(data: bytes) -> bool:
    """Whether bytes hold what no text holds: a NUL, a PDF header, many control characters."""
    if b"\0" in data or data.startswith(b"%PDF-"):
        return True
    controls = len(data) - len(data.translate(None, _CONTROL))
    return controls * 50 > len(data)


def _try(data: bytes, codec: str | None) -> str | None:
    if codec is None:
        return None
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None
