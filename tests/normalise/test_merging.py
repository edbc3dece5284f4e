"""What several sources of one episode say together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from bot.model import Guest, Link, ParsedEpisode, Topic
from bot.normalise.merging import merge
from tests.normalise.parsed import TIMES, episode, topics


def test_merge_of_one() -> None:
    """A single source is the episode."""
    only = episode()
    assert merge([only]) is only


FULL = episode(
    "Deskly Rents Desks",
    path="post.md",
    format="front matter",
    slug="7-deskly",
    number=7,
    duration=2763,
    guests=(Guest('Tove "T" Ek', "https://tove.example"),),
    description="Desks.",
    introduction="All about desks.",
    tags=("phoenix", "elixir"),
    topics=topics(*TIMES),
    links=(Link("https://a.test"), Link("https://b.test", "B", "library")),
)
LISTED = episode(
    "Deskly Rents Desks …",
    format="listing",
    published=date(2020, 6, 29),
    duration=2760,
    guests=(Guest("Tove Ek", twitter="tove_ek"), Guest("Bo Vik")),
    introduction="All about desks and ...",
    tags=("Elixir", "docker"),
    topics=topics(*TIMES[:3], text="Cut"),
    links=(Link("https://a.test", "A", "topic"), Link("https://c.test")),
)
PASTED = episode(
    "Tove Ek goes over it", format="pasted notes", topics=topics(*TIMES, text="Pasted")
)


def test_merge_takes_the_best_of_each() -> None:
    """Single values come from the best source that has one, lists are united."""
    one = merge([PASTED, FULL, LISTED])
    assert one == replace(
        FULL,
        published=date(2020, 6, 29),
        guests=(Guest('Tove "T" Ek', "https://tove.example", "tove_ek"), Guest("Bo Vik")),
        tags=("phoenix", "elixir", "docker"),
        links=(
            Link("https://a.test", "A"),
            Link("https://b.test", "B", "library"),
            Link("https://c.test"),
        ),
    )


@pytest.mark.parametrize("order", list(permutations([PASTED, FULL, LISTED])))
def test_order_hardly_matters(order: tuple[ParsedEpisode, ...]) -> None:
    """Only equals depend on the order; a shorter list of topics never wins."""
    one = merge(order)
    assert (one.title, one.duration, one.path) == (FULL.title, 2763, "post.md")
    assert len(TIMES) == len(one.topics)
    last = max((PASTED, FULL), key=order.index)
    assert one.topics == last.topics


def test_a_cut_text_loses() -> None:
    """A text that ends in an ellipsis gives way to a whole one of a lesser source."""
    cut = replace(FULL, introduction="All about …", description="Desks...")
    whole = replace(LISTED, introduction="All about desks.")
    one = merge([cut, whole])
    assert (one.introduction, one.description) == ("All about desks.", "Desks...")


def test_the_later_of_equals_wins() -> None:
    """Of two posts the one loaded later is the newer one."""
    newer = replace(FULL, description="Many desks.", path="newer.md")
    assert merge([FULL, newer]).description == "Many desks."
    assert merge([newer, FULL]).description == "Desks."


def test_exact_duration_wins() -> None:
    """A length in whole minutes gives way even when its source is the better one."""
    one = merge([replace(FULL, duration=2760), episode(duration=2763)])
    assert one.duration == 2763
    assert merge([replace(FULL, duration=None), episode()]).duration is None


def test_category_is_the_stated_one() -> None:
    """The default of formats that know no category never hides a stated one."""
    assert merge([episode(format="article", category="articles"), episode()]).category == "articles"
    assert merge([episode(), episode(format="listing")]).category == "podcast"


def test_times_and_prose_are_both_kept() -> None:
    """Lines without a time survive a source that has only times."""
    prose = (Topic(None, "Prose", "why", "Why"),)
    timed = episode(topics=topics(*TIMES))
    written = episode(format="front matter", topics=prose)
    assert merge([written, timed]).topics == (*topics(*TIMES), *prose)
    both = episode(topics=(*prose, *topics(1, 2)))
    assert merge([both, episode()]).topics == both.topics


def test_an_unknown_format_counts_as_written_by_hand() -> None:
    """A format that this module has not heard of is trusted like front matter."""
    assert merge([episode(format="new", number=3), episode(number=4)]).number == 3
