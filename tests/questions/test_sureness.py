"""Whether the best line found is sure enough to be an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.questions.search import Search
from bot.questions.sureness import BY_WORDS, SUMMED, is_general, measure, sureness
from bot.rank.semantic import COSINE, FIELD, MEANING
from tests.questions.library import table

if TYPE_CHECKING:
    from bot.dialogue import Hit
    from tests.questions.library import Library

GENERAL = table(
    ("what is photosynthesis",),
    ("how do i fold a sheet",),
    ("how to sort a list",),
    ("is rust faster than c",),
)
OF_PEOPLE = table(
    ("what do they do when a disk dies",),
    ("how do people keep keys out of their repo",),
    ("is anyone checking restores",),
    ("surviving a traffic spike",),
)


def asked(library: Library, text: str) -> tuple[Search, list[Hit]]:
    """A question that is searched for, and what is found."""
    question = library.understand(text)
    assert isinstance(question, Search)
    return question, question.hits(library.store.find(question.lookup()))


@pytest.mark.parametrize(("question",), GENERAL)
def test_an_encyclopedia_is_asked(question: str) -> None:
    """How a thing is done, and what it is."""
    assert is_general(question)


@pytest.mark.parametrize(("question",), OF_PEOPLE)
def test_people_are_asked_about(question: str) -> None:
    """Or nothing is asked."""
    assert not is_general(question)


def test_points_of_meaning_are_measured_by_more(library: Library) -> None:
    """Unless words alone count, or an encoder judges."""
    question, hits = asked(library, "rehearsing what happens after a catastrophe")
    worded = [hit._replace(parts=tuple(p for p in hit.parts if p[0] != MEANING)) for hit in hits]
    judged = [hit._replace(parts=(*hit.parts, (COSINE, 0.5))) for hit in hits]
    within, _ = asked(library, "surviving a catastrophe in the inkwell episode")

    assert measure(question, hits) is SUMMED
    assert measure(question, worded) is measure(question, judged) is BY_WORDS
    assert measure(question, []) is measure(within, hits) is BY_WORDS


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("does my rehearsing happen after a catastrophe", SUMMED.own),
        ("how to rehearse after a catastrophe", SUMMED.general),
    ],
)
def test_what_no_guest_can_tell_is_taken_off(library: Library, text: str, off: float) -> None:
    """The asker's own, and what an encyclopedia tells; the words found are the same."""
    question, hits = asked(library, "rehearsing after a catastrophe")
    plain = replace(question, utterance=replace(question.utterance, raw="rehearsing"))
    other = replace(question, utterance=replace(question.utterance, raw=text))

    less = sureness(plain, "rehearsing", hits) - sureness(other, "rehearsing", hits)
    assert less == pytest.approx(off)


def test_what_is_of_the_field_is_trusted_more(library: Library) -> None:
    """And of daily life less."""
    question, hits = asked(library, "rehearsing restores")
    parts = tuple(each for each in hits[0].parts if each[0] != FIELD)

    def sure(of_field: float) -> float:
        first = hits[0]._replace(parts=(*parts, (FIELD, of_field)))
        return sureness(question, "rehearsing restores", [first, *hits[1:]])

    assert sure(0.1) - sure(-0.1) == pytest.approx(0.2 * SUMMED.field)


def test_a_longer_question_is_trusted_more(library: Library) -> None:
    """Few words are near to some line by chance."""
    question, hits = asked(library, "rehearsing restores")

    short, long = (sureness(question, text, hits) for text in ("backup", "backup restore letters"))
    assert long > short
