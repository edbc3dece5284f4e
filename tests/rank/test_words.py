"""Words that carry meaning, and their stems."""

from __future__ import annotations

import pytest

from bot.rank.words import content_words, locate, stem, stems


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Deploys", "deploy"),
        ("running", "run"),
        ("calling", "call"),
        ("operational", "operate"),
        ("containerization", "containerize"),
        ("queries", "queri"),
        ("busiest", "busi"),
        ("as", "as"),
        ("redis", "redi"),
        ("", ""),
        ("c++", "c++"),
    ],
)
def test_stem(word: str, expected: str) -> None:
    """Forms of a word become one, short words stay."""
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("one", "many"),
    [("family", "families"), ("query", "queries"), ("reply", "replies"), ("company", "companies")],
)
def test_one_and_many_are_one_word(one: str, many: str) -> None:
    """The plural of a word in "y" has the stem of the word itself."""
    assert stem(one) == stem(many)


def test_content_words_come_once_and_in_order() -> None:
    """Single letters and words of the frame are left out, numbers stay."""
    assert content_words("Who's running 2 servers, and a server's servers?") == [
        "running",
        "2",
        "servers",
        "server",
    ]
    assert stems("He deployed it") == ["he", "deploy", "it"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("automated tests and then automated UI tests", ["automated", "test"], (0, 15)),
        ("tests that somebody long ago has once automated", ["tests", "automated"], (0, 47)),
        ("tests " + "and more " * 10 + "automated", ["tests", "automated"], None),
        ("no such word", ["test"], None),
    ],
)
def test_locate(text: str, words: list[str], expected: tuple[int, int] | None) -> None:
    """The closest place where all words of a phrase stand together."""
    assert locate(text, words) == expected
