"""Which sources speak of one episode."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Guest
from bot.normalise.identity import address, group, plain_title, same_episode, same_title
from tests.normalise.parsed import TIMES, episode, topics

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


@given(st.text(max_size=60))
def test_a_title_is_itself(title: str) -> None:
    """Any title with a word in it is the same as itself, in any case."""
    assert same_title(title, title) is bool(plain_title(title))


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing(title: str) -> None:
    """A normalised title is stable as long as it holds no further number in front."""
    once = plain_title(f"x {title}")
    assert plain_title(once) == once
