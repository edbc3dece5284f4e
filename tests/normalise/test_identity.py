"""Which sources speak of one episode, and what they say together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Guest, Link, ParsedEpisode, Topic
from bot.normalise.identity import address, group, merge, plain_title, same_episode, same_title

TIMES = (65, 130, 301, 455, 610, 907, 1211)


def episode(title: str = "Mills", **values: object) -> ParsedEpisode:
    """An episode of a feed, unless told otherwise."""
    base = ParsedEpisode(path="a", line=1, format="feed", title=title)
    return replace(base, **values)  # type: ignore[arg-type]


def topics(*starts: int, text: str = "Text") -> tuple[Topic, ...]:
    """Topics at some seconds."""
    return tuple(Topic(start, f"{text} {start}") for start in starts)


PAIRS = {
    "same guid": (True, {"guid": "x", "title": "A"}, {"guid": "x", "title": "B"}),
    "same guid, other show": (True, {"guid": "x", "show": "A"}, {"guid": "x", "show": "B"}),
    "two guids of one feed": (False, {"guid": "x"}, {"guid": "y"}),
    "guids of two hosts": (True, {"guid": "x"}, {"guid": "y", "path": "b"}),
    "same address": (
        True,
        {"title": "A", "url": "http://www.x.test/a/"},
        {"title": "B", "url": "https://x.test/a?utm_medium=rss#t=9"},
    ),
    "front page only": (
        False,
        {"title": "A", "url": "https://x.test/"},
        {"title": "B", "url": "https://x.test"},
    ),
    "other query": (
        False,
        {"title": "A", "url": "https://x.test/?p=1"},
        {"title": "B", "url": "https://x.test/?p=2"},
    ),
    "same slug": (True, {"title": "A", "slug": "7-a"}, {"title": "B", "slug": "7-a"}),
    "slug of another kind": (
        False,
        {"title": "A", "slug": "7-a"},
        {"title": "B", "slug": "7-a", "category": "articles"},
    ),
    "same title": (True, {}, {}),
    "slash for and": (
        True,
        {"title": "Corn Appraisal / Auctioning"},
        {"title": "corn appraisal and auctioning!"},
    ),
    "ampersand for and": (True, {"title": "Q & A"}, {"title": "Q and A"}),
    "hyphen": (True, {"title": "An E-commerce Mill"}, {"title": "An Ecommerce Mill"}),
    "curly quotes": (True, {"title": "It’s “Live”"}, {"title": 'It\'s "Live"'}),
    "number in front": (True, {"title": "Episode 7: Mills"}, {"title": "Mills"}),
    "close title": (
        True,
        {"title": "Windward Lets You Rent a Mill by the Hour"},
        {"title": "Windward Let's You Rent Mill by the Hour"},
    ),
    "other part": (False, {"title": "On Mills, Part 1"}, {"title": "On Mills, Part 2"}),
    "other title": (
        False,
        {"title": "Flour Is a Log Management and Analytics Platform"},
        {"title": "Bran Is a Portfolio Management and Automation Platform"},
    ),
    "no words": (False, {"title": "!"}, {"title": "?"}),
    "other show": (False, {"show": "Mill Talk"}, {"show": "Bread Talk"}),
    "show by id and by name": (True, {"show": "Mill Talk"}, {"show": "milltalk"}),
    "show unknown": (True, {"show": "Mill Talk"}, {}),
    "other number": (False, {"number": 1}, {"number": 2}),
    "one number": (True, {"number": 1}, {}),
    "a day apart": (
        True,
        {"published": date(2020, 1, 1)},
        {"published": date(2020, 1, 2)},
    ),
    "a year apart": (
        False,
        {"published": date(2020, 1, 1)},
        {"published": date(2021, 1, 1)},
    ),
    "renamed, same times": (
        True,
        {"title": "A", "topics": topics(*TIMES)},
        {"title": "B", "topics": topics(*TIMES)},
    ),
    "renamed, few times": (
        False,
        {"title": "A", "topics": topics(*TIMES[:4])},
        {"title": "B", "topics": topics(*TIMES[:4])},
    ),
    "round times": (
        False,
        {"title": "A", "topics": topics(*range(0, 1200, 60))},
        {"title": "B", "topics": topics(*range(0, 1200, 60))},
    ),
    "some times": (
        False,
        {"title": "A", "topics": topics(*TIMES)},
        {"title": "B", "topics": topics(*TIMES[:2], 3, 5, 7, 11, 13)},
    ),
}


@pytest.mark.parametrize(("same", "one", "other"), PAIRS.values(), ids=PAIRS)
def test_same_episode(*, same: bool, one: dict[str, object], other: dict[str, object]) -> None:
    """Guid, address, slug, title and times decide, whichever comes first."""
    a, b = episode(**one), episode(**other)  # type: ignore[arg-type]
    assert same is same_episode(a, b) is same_episode(b, a)


INTRODUCTION = "Tove Ek goes over building a desk rental at deskly.example with Elixir and Phoenix"

NOTES = {
    "same times": (True, {"topics": topics(*TIMES)}, {"topics": topics(*TIMES, text="Other")}),
    "some lines missing": (True, {"topics": topics(*TIMES[:6])}, {"topics": topics(*TIMES)}),
    "other times": (
        False,
        {"topics": topics(*TIMES), "introduction": INTRODUCTION},
        {"topics": topics(1, 2, 3, 4, 5), "introduction": INTRODUCTION},
    ),
    "same introduction": (
        True,
        {"introduction": INTRODUCTION},
        {"introduction": INTRODUCTION + ", and more."},
    ),
    "other introduction": (
        False,
        {"introduction": INTRODUCTION},
        {"introduction": "Somebody else talks about something else that has no part in this"},
    ),
    "guest and company": (
        True,
        {"introduction": INTRODUCTION, "guests": (Guest("Tove Ek"),)},
        {"title": "Deskly.example Rents Desks", "guests": (Guest('Tove "T" Ek'),)},
    ),
    "guest of another company": (
        False,
        {"introduction": INTRODUCTION, "guests": (Guest("Tove Ek"),)},
        {"title": "Lampa Lights Up", "guests": (Guest("Tove Ek"),)},
    ),
    "company of another guest": (
        False,
        {"introduction": INTRODUCTION, "guests": (Guest("Tove Ek"),)},
        {"title": "Deskly.example Rents Desks", "guests": (Guest("Bo Vik"),)},
    ),
    "same made-up title": (False, {"title": "Deskly"}, {"title": "Deskly"}),
}


@pytest.mark.parametrize(("same", "notes", "other"), NOTES.values(), ids=NOTES)
def test_notes_without_a_title(
    *, same: bool, notes: dict[str, object], other: dict[str, object]
) -> None:
    """Pasted notes are known by their times, else by what they tell of whom."""
    a = episode(**{"title": "Made up", "format": "pasted notes", **notes})  # type: ignore[arg-type]
    b = episode(**{"title": "Deskly", **other})  # type: ignore[arg-type]
    assert same is same_episode(a, b) is same_episode(b, a)
    assert (1 if same else 2) == len(group([a, b]))


def test_group_keeps_order() -> None:
    """Groups come in order of their first source, and so do the sources in them."""
    a1, b1, a2, c1, b2 = (
        episode(title, line=line)
        for line, title in enumerate(["Alpha", "Beta", "alpha", "Gamma", "BETA!"])
    )
    assert group([a1, b1, a2, c1, b2]) == ((a1, a2), (b1, b2), (c1,))


def test_group_is_transitive() -> None:
    """Two sources that only a third one connects are in one group."""
    a = episode("Alpha", url="https://x.test/1")
    b = episode("Beta")
    link = episode("beta", url="https://x.test/1")
    assert group([a, b, link]) == ((a, b, link),)


def test_a_crowd_is_not_compared() -> None:
    """A guest and a day that everything shares are no reason to compare everything."""
    crowd = [
        episode(f"Number {index}", guests=(Guest("The Host"),), published=date(2020, 1, 1))
        for index in range(300)
    ]
    assert len(group([*crowd, *crowd])) == 300


@pytest.mark.parametrize(
    "url", ["https://x.test", "https://x.test/index.html", "https://[x", "x", ""]
)
def test_no_address(url: str) -> None:
    """A front page identifies no episode, and neither does what is no address."""
    assert address(url) in {None, "?", address("x")}


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


@given(st.text(max_size=60))
def test_a_title_is_itself(title: str) -> None:
    """Any title with a word in it is the same as itself, in any case."""
    assert same_title(title, title) is bool(plain_title(title))


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing(title: str) -> None:
    """A normalised title is stable as long as it holds no further number in front."""
    once = plain_title(f"x {title}")
    assert plain_title(once) == once
