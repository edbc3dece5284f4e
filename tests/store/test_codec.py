"""What the store keeps whole comes back as it was."""

from __future__ import annotations

import json
from datetime import date
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from bot.model import Guest, Link, ParsedEpisode, Topic
from bot.store.codec import dump_parsed, load_parsed

T = TypeVar("T")

# Whatever a string may hold, also what is no Unicode: file names may.
TEXTS = st.text(st.characters(codec=None))

MAYBE = st.none() | TEXTS
SECONDS = st.none() | st.integers(0, 99_999)


def some(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """A few of something, as the model keeps them."""
    return st.lists(values, max_size=3).map(tuple)


PARSED = st.builds(
    ParsedEpisode,
    path=TEXTS,
    line=st.integers(1),
    format=TEXTS,
    title=TEXTS,
    show=MAYBE,
    number=st.none() | st.integers(),
    published=st.none() | st.dates(),
    duration=SECONDS,
    guests=some(st.builds(Guest, TEXTS, MAYBE, MAYBE)),
    introduction=MAYBE,
    tags=some(TEXTS),
    topics=some(st.builds(Topic, SECONDS, TEXTS, MAYBE, MAYBE)),
    links=some(st.builds(Link, TEXTS, TEXTS)),
)


@given(PARSED)
def test_whatever_was_parsed_comes_back(parsed: ParsedEpisode) -> None:
    """Every field of every kind, and the text in between is plain ASCII."""
    text = dump_parsed(parsed)

    assert load_parsed(text) == parsed
    assert text.isascii()


def test_every_part_is_what_it_was() -> None:
    """Tuples, dates and the dataclasses inside."""
    parsed = ParsedEpisode(
        "a.md",
        1,
        "feed",
        "A",
        published=date(2024, 5, 6),
        guests=(Guest("Ada", "https://a.example"),),
        tags=("x",),
        topics=(Topic(62, "One"), Topic(None, "Two", "two", "Two")),
        links=(Link("https://x.example", "X"),),
    )

    assert load_parsed(dump_parsed(parsed)) == parsed


def test_what_another_version_wrote_is_read() -> None:
    """A field that is gone is left out, one that is new has its default."""
    data = json.loads(dump_parsed(ParsedEpisode("a.md", 1, "feed", "A", topics=(Topic(1, "B"),))))
    for key in ("guests", "tags", "published", "audio"):
        del data[key]
    data["mood"] = "good"
    data["topics"][0]["colour"] = "blue"

    loaded = load_parsed(json.dumps(data))

    assert loaded == ParsedEpisode("a.md", 1, "feed", "A", topics=(Topic(1, "B"),))
