"""Bytes to text: encodings, line ends, repairs, and what is no text at all."""

from __future__ import annotations

import pytest

from bot.errors import SourceError
from bot.sources import Notice, decode

TEXT = "It’s “small” – café & 📄\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode(codec: str) -> None:
    """Every encoding of Unicode that marks itself is read, and UTF-8 without a mark."""
    assert decode(TEXT.encode(codec), "a.txt") == TEXT


def test_big_endian() -> None:
    """The byte order is taken from the mark."""
    assert decode(b"\xfe\xff" + "né".encode("utf-16-be"), "a.txt") == "né"


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("It’s café".encode("cp1252"), None, "It’s café"),
        ("Łódź".encode("iso-8859-2"), "iso-8859-2", "Łódź"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>Łódź'.encode("iso-8859-2"), None, "Łódź"),
        ("naïve".encode("latin-1"), "no-such-codec", "naïve"),
        (b"caf\xe9 \x81", None, "caf\xe9 \x81"),
    ],
    ids=["windows", "header", "declaration", "unknown charset", "latin"],
)
def test_older_encodings(data: bytes, charset: str | None, text: str) -> None:
    """What is not UTF-8 is read as its sender says, else as Windows wrote it."""
    assert decode(data, "a.txt", charset).endswith(text)


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("###### \uf8ffüìÑ References", "###### 📄 References"),
        ("üìÑ References", "📄 References"),
        ("\uf8ffüõ† Libraries", "🛠 Libraries"),
        ("‚öôÔ∏è Tech Stack", "⚙️ Tech Stack"),
        ("Itâ€™s", "It’s"),
        ("üéé and Übersicht", "🎎 and Übersicht"),
        ("ü\u0416\u0416 stays", "ü\u0416\u0416 stays"),
    ],
)
def test_repair(garbled: str, text: str) -> None:
    """Letters that a wrong re-encoding garbled are put right."""
    assert decode(garbled.encode(), "a.txt") == text


@pytest.mark.parametrize(
    "text",
    [
        "“Quoted” – dashed — ‘single’ … ½ ﬁ",
        "Ünï çödé",
        "naïve café, señor",
        "R&amp;D &lt;b&gt;",
        "→ • ~",
    ],
)
def test_left_alone(text: str) -> None:
    """Typography, entities and accents are facts of the text."""
    assert decode(text.encode(), "a.txt") == text


def test_line_numbers_stay_true() -> None:
    """Line ends of every system count once; other separators do not count."""
    assert decode("a\r\nb\rc\nd\u2028e\x0cf\x85g".encode(), "a.txt") == "a\nb\nc\nd e f g"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0", b"%PDF-1.7 text", b"\x01\x02\x03\x04abc"], ids=repr
)
def test_binary(data: bytes) -> None:
    """A picture, a PDF and raw bytes are refused with the path and the fix."""
    with pytest.raises(SourceError, match=r"^logo\.png:1: .*name a text file"):
        decode(data, "logo.png")


def test_notice_reads_like_an_error() -> None:
    """A warning is shown with its place first."""
    assert str(Notice("a.md", 3, "odd")) == "a.md:3: odd"
