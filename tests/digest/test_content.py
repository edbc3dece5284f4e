"""What a post about an episode says, gathered from what the store holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import Cue, Evidence, Head, Line, Sighting
from bot.digest.content import content, declared, first_sentence, key_moments, lookup
from bot.model import Guest, Stance

HEAD = Head(
    id=7,
    slug="7-acme",
    title="Acme Makes Anvils",
    url="https://x.test/7-acme",
    show="widgets",
    category="podcast",
    number=7,
    published=date(2021, 3, 4),
    duration=3600,
    guests=(Guest("Ada Example"),),
    names=("Acme",),
    description="An anvil shop in Flask. It has been up since 2015.",
)
INTRODUCTION = Line(8, 7, None, "an introduction that names all", "https://x.test/7-acme")
LINES = tuple(Line(n, 7, n * 60, f"line {n}", f"https://x.test/7-acme#{n}:00") for n in range(1, 6))


def said(line: int | None, technology: str, **changes: object) -> Sighting:
    """A use in a line, or of the whole episode; ``changes`` replaces fields."""
    sighting = Sighting(
        7, technology, Stance.USES, 0.5, declared=False, line=LINES[line - 1] if line else None
    )
    return replace(sighting, **changes)  # type: ignore[arg-type]


EVIDENCE = Evidence(
    {7: HEAD},
    sightings=(
        said(None, "redis", declared=True),
        said(None, "flask", declared=True),
        said(None, "flask", declared=True),
        said(None, "go", declared=True, stance=Stance.PLANS),
        said(None, "rust"),
        said(None, "perl", declared=True, episode=8),
        said(5, "flask", weight=0.9),
        replace(said(5, "redis", weight=9.0), line=INTRODUCTION),
        said(2, "redis"),
        said(2, "go", stance=Stance.AVOIDS, weight=5.0),
        said(4, "redis", weight=0.6),
    ),
    lines=(
        INTRODUCTION,
        *LINES,
        Line(9, 8, 1, "of another episode", "https://x.test/8"),
    ),
)


def test_the_content_of_an_episode() -> None:
    """One sentence, the stack as it is listed, three moments in the order of the episode."""
    made = content(HEAD, EVIDENCE, str.title)

    assert made.head == HEAD
    assert made.summary == "An anvil shop in Flask."
    assert made.stack == ("Redis", "Flask")
    assert made.moments == tuple(
        Cue(LINES[n - 1].start, f"line {n}", LINES[n - 1].url, Stance.USES) for n in (2, 4, 5)
    )


def test_what_is_fetched_is_the_episode_alone() -> None:
    """However large the catalogue is."""
    assert lookup(HEAD).episodes == {7}


def test_too_few_uses_are_filled_up_from_the_beginning() -> None:
    """And no line claims a use that it does not tell of."""
    made = content(HEAD, replace(EVIDENCE, sightings=(said(4, "redis"),)), str)

    assert [(cue.text, cue.stance) for cue in made.moments] == [
        ("line 1", Stance.MENTIONS),
        ("line 2", Stance.MENTIONS),
        ("line 4", Stance.USES),
    ]


def test_an_article_has_lines_without_a_second() -> None:
    """They lead to its headings, and are better than nothing."""
    untimed = tuple(replace(line, start=None) for line in LINES)

    assert len(key_moments(replace(EVIDENCE, lines=untimed), HEAD, 3)) == 3


def test_an_episode_without_lines_has_no_moments() -> None:
    """Nor a summary when nobody wrote one."""
    made = content(replace(HEAD, description=None), Evidence({7: HEAD}), str)

    assert (made.summary, made.stack, made.moments) == (None, (), ())


def test_more_moments_hold_the_fewer_ones() -> None:
    """The best come first into the choice, whatever its size."""
    best = {line.id for line in key_moments(EVIDENCE, HEAD, 2)}

    assert best == {4, 5}
    assert best < {line.id for line in key_moments(EVIDENCE, HEAD, 4)}
    assert declared(EVIDENCE, HEAD) == ["redis", "flask"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two.", "One."),
        ("Is it up? Yes!", "Is it up?"),
        ('He says "it works." Then it did.', 'He says "it works."'),
        (
            "Uses .NET, Vue.js and v2.0 on St. Kitts. Next.",
            "Uses .NET, Vue.js and v2.0 on St. Kitts.",
        ),
        ("J. Doe runs Acme Inc. It grew.", "J. Doe runs Acme Inc. It grew."),
        ("No mark at the end", "No mark at the end"),
        ("  spread\n over lines.  More.", "spread over lines."),
        ("Ends in dots... And goes on.", "Ends in dots..."),
        ("a lot i.e. all of it. Next.", "a lot i.e. all of it."),
    ],
)
def test_the_first_sentence(text: str, sentence: str) -> None:
    """It ends where a sentence does, not at every full stop."""
    assert first_sentence(text) == sentence


@given(st.text() | st.text("ab ,.", min_size=61), st.integers(2, 60))
def test_a_sentence_is_never_too_long(text: str, limit: int) -> None:
    """Whatever somebody wrote: on one line, within the limit, empty for nothing."""
    sentence = first_sentence(text, limit)

    assert (sentence is None) == (not text.split())
    assert len(sentence or "") <= limit
    assert "\n" not in (sentence or "")
