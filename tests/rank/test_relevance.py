"""What makes one line a better answer than another."""

from __future__ import annotations

import pytest

from bot.dialogue import Hit, Line
from bot.model import Concept
from bot.rank.relevance import rarity, rerank, shortfall, telling
from bot.rank.thesaurus import Thesaurus

THESAURUS = Thesaurus((Concept("backups", ("backup", "safe copy of the data")),))


def hit(
    ident: int, parts: dict[str, float], *, text: str = "", start: int | None = 1, episode: int = 1
) -> Hit:
    """A found line that met these ideas."""
    line = Line(ident, episode, start, text or "word " * 14, "https://example.com")
    return Hit(line, sum(parts.values()), tuple(parts.items()))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(
            hit(1, {"disk": 2.0, "dies": 2.0}), hit(2, {"disk": 4.0}), id="two ideas beat one"
        ),
        pytest.param(
            hit(1, {"disk": 2.0}), hit(2, {"disk": 2.0}, start=None), id="a line beats a paragraph"
        ),
        pytest.param(
            hit(1, {"disk": 2.0}, text="a dead disk"),
            hit(2, {"disk": 2.0}, text="a disk " * 9),
            id="a short line beats a long one",
        ),
        pytest.param(
            hit(1, {"disk": 2.0}), hit(2, {"new": 2.0}), id="a word with meaning beats a vague one"
        ),
    ],
)
def test_order(better: Hit, worse: Hit) -> None:
    """The better line comes first, wherever it was found."""
    ranked = rerank("a new disk dies", [worse, better], THESAURUS)

    assert [each.line.id for each in ranked] == [better.line.id, worse.line.id]


def test_a_concept_meets_all_the_words_that_name_it() -> None:
    """A line that only says "backup" is about a safe copy of the data as a whole."""
    label = THESAURUS.ideas("a safe copy of the data")[-1].label
    (whole,) = rerank("a safe copy of the data", [hit(1, {label: 3.0})], THESAURUS)
    (part,) = rerank("a safe copy of the data", [hit(1, {"copy": 3.0})], THESAURUS)

    assert whole.score > part.score


@pytest.mark.parametrize(
    ("question", "met", "names", "expected"),
    [
        pytest.param("a disk dies", {"disk": 2.0, "dies": 2.0}, "", 0, id="two of two"),
        pytest.param("disk", {"disk": 2.0}, "", 0, id="the only one"),
        pytest.param("a disk dies", {"disk": 2.0}, "", 1, id="one of several"),
        pytest.param("a new disk dies", {"new": 2.0}, "", 2, id="a vague one"),
        pytest.param("dies at 10:15", {"10": 2.0, "15": 2.0}, "", 2, id="numbers"),
        pytest.param("tips for dying", {"tips": 2.0}, "", 2, id="advice"),
        pytest.param("new ways", {}, "", 0, id="nothing telling is asked"),
        pytest.param("redis disk dies", {"redis": 2.0, "disk": 2.0}, "Redis", 1, id="a name"),
        pytest.param("a safe copy of the data", {"backup": 2.0}, "", 0, id="a concept"),
    ],
)
def test_what_a_line_falls_short_of(
    question: str, met: dict[str, float], names: str, expected: int
) -> None:
    """Two telling words make it an answer, or all there are."""
    assert expected == shortfall(question, hit(1, met), THESAURUS, names)


def test_scores_of_different_questions_compare() -> None:
    """A line that meets all of one question is surer than one that meets half of another."""
    (all_of_it,) = rerank("disk", [hit(1, {"disk": 3.0})], THESAURUS)
    (half_of_it,) = rerank("sourdough disk", [hit(1, {"disk": 3.0})], THESAURUS)

    assert half_of_it.score < 0.7 * all_of_it.score


@pytest.mark.parametrize(("found", "total"), [(1, 100), (20, 3000), (3000, 3000)])
def test_what_few_lines_say_is_worth_more(found: int, total: int) -> None:
    """Down to a bound: the single line with a typo is no better an answer."""
    assert 0 < rarity(found + 1, total) <= rarity(found, total) <= rarity(1, 10**6)


def test_lines_that_say_much_less_do_not_hide_other_episodes() -> None:
    """Beside the best line of an episode only those that say about as much are shown."""
    found = [
        hit(1, {"disk": 4.0}, episode=1),
        hit(2, {"disk": 3.0}, episode=1),
        hit(3, {"disk": 2.0}, episode=2),
        hit(4, {"disk": 1.0}, episode=1),
    ]

    assert [each.line.id for each in telling(found)] == [1, 2, 3]
