"""What a line says of a thing: labelled tables, with precision and recall per stance.

``stances.tsv`` holds 624 lines of our own writing. Its first 287 were written before the rules
were looked at, and found 82 % of the denials, 70 % of the past uses and 89 % of the plans
(precision 94, 89 and 94 %). 153 more were held out in three rounds of 41, 66 and 46 lines: written
after the rules, measured, and only then used to better them. Recall in these rounds was 80, 86
and 77 % for denials, 60, 77 and 85 % for past uses, 100, 92 and 78 % for plans; precision was
100 % but for one denial. Two later rounds, of 95 and 112 lines, were read rightly in 72 and
76 % of their lines at first; uses that are only hinted at were left out of them afterwards.

``stances_held_out.tsv`` has two rounds that have changed no rule. In the first, denials had 100 %
precision and 95 % recall, past uses 100 and 85 %, plans 100 and 91 %, with 2 false uses in 50
lines; in the second, of 62 lines, 100 and 76, 100 and 88, 100 and 90 %, with one. What the rules
miss is mostly read as a mere mention. Both ask more of the rules than real show notes do, which
say "isn't being used" and "was used in the past" over and over.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.model import Stance
from bot.normalise.stance import readings

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parent / "data"
# A use that is said less plainly than this makes no claim (see bot/normalise/mentions.py).
CLAIM = 0.8


@dataclass(frozen=True, slots=True)
class Labelled:
    """One line, what is asked about in it, and what it says of that."""

    text: str
    start: int
    end: int
    expected: frozenset[tuple[Stance, str | None]]

    @property
    def stances(self) -> frozenset[Stance]:
        """What the line says, wherever it holds; a bare mention claims nothing."""
        return frozenset(stance for stance, _ in self.expected) - {Stance.MENTIONS}

    @property
    def thing(self) -> str:
        """The words asked about."""
        return self.text[self.start : self.end]

    def read(self) -> frozenset[tuple[Stance, str | None]]:
        """What the rules claim, with the scope in which it holds."""
        return frozenset(
            (reading.stance, reading.scope)
            for reading in readings(self.text, self.start, self.end)
            if reading.stance is not Stance.MENTIONS
            and (reading.stance is not Stance.USES or reading.weight >= CLAIM)
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """How often the rules are right about one stance."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the claims that are true."""
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self) -> float:
        """Share of the true ones that are claimed."""
        return self.right / ((self.right + self.missed) or 1)

    def __str__(self) -> str:
        total = self.right + self.missed
        return f"precision {self.precision:6.1%}, recall {self.recall:6.1%} of {total}"


def table(name: str) -> list[Labelled]:
    """The labelled lines of a file: stances, a tab, the line with the thing in ``[[ ]]``."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [_labelled(line) for line in lines if line and not line.startswith("#")]


def _labelled(line: str) -> Labelled:
    labels, marked = line.split("\t")
    before, rest = marked.split("[[")
    thing, after = rest.split("]]")
    expected = (label.partition("@") for label in labels.split())
    return Labelled(
        before + thing + after,
        len(before),
        len(before) + len(thing),
        frozenset((Stance(stance), scope or None) for stance, _, scope in expected),
    )


def measure(lines: Iterable[Labelled]) -> dict[Stance, Figures]:
    """Figures for each stance that claims something."""
    pairs = [(line.stances, {stance for stance, _ in line.read()}) for line in lines]
    return {
        stance: Figures(
            sum(stance in true and stance in said for true, said in pairs),
            sum(stance not in true and stance in said for true, said in pairs),
            sum(stance in true and stance not in said for true, said in pairs),
        )
        for stance in (Stance.USES, Stance.USED_BEFORE, Stance.AVOIDS, Stance.PLANS)
    }


def report(name: str) -> dict[Stance, Figures]:
    """Measure a table and print its figures, to be seen with ``pytest -s``."""
    figures = measure(table(name))
    print(  # noqa: T201 - figures are what this table is for
        f"\n{name}", *(f"  {stance:12}{figure}" for stance, figure in figures.items()), sep="\n"
    )
    return figures


@pytest.fixture(scope="module")
def seen() -> dict[Stance, Figures]:
    """Figures over the lines that made the rules."""
    return report("stances.tsv")


@pytest.fixture(scope="module")
def held_out() -> dict[Stance, Figures]:
    """Figures over the lines that made no rule."""
    return report("stances_held_out.tsv")


@pytest.mark.parametrize("stance", [Stance.AVOIDS, Stance.USED_BEFORE, Stance.PLANS])
def test_denials_past_uses_and_plans(seen: dict[Stance, Figures], stance: Stance) -> None:
    """At least 95 % of what is claimed is true, and 90 % of what is true is claimed."""
    assert seen[stance].precision >= 0.95
    assert seen[stance].recall >= 0.90


def test_uses_are_claimed_with_care(seen: dict[Stance, Figures]) -> None:
    """A claim of use is hardly ever false; a use that is only hinted at may be missed."""
    assert seen[Stance.USES].precision >= 0.97
    assert seen[Stance.USES].recall >= 0.85


@pytest.mark.parametrize("stance", [Stance.AVOIDS, Stance.USED_BEFORE, Stance.PLANS])
def test_lines_that_made_no_rule(held_out: dict[Stance, Figures], stance: Stance) -> None:
    """The rules say something of lines that they were not written for."""
    assert held_out[stance].precision >= 0.95
    assert held_out[stance].recall >= 0.80


def test_environments() -> None:
    """A statement that holds in one environment says so, and only such a one does."""
    lines = [*table("stances.tsv"), *table("stances_held_out.tsv")]
    right_stance = [line for line in lines if {s for s, _ in line.read()} == line.stances]
    wrong = [line for line in right_stance if line.stances and line.read() != line.expected]

    assert len(wrong) <= 1, [line.text for line in wrong]


@pytest.mark.parametrize("stance", [Stance.AVOIDS, Stance.USED_BEFORE, Stance.PLANS])
def test_many_ways_to_say_it(stance: Stance) -> None:
    """However it is put, a denial, a past use or a plan is mostly heard, and rarely invented."""
    figures = report("stances_many_ways.tsv")[stance]
    assert figures.precision >= 0.94
    assert figures.recall >= 0.80


def test_many_ways_claim_few_uses() -> None:
    """Of the lines that deny, remember or plan hardly one is taken for a use."""
    figures = report("stances_many_ways.tsv")[Stance.USES]
    assert figures.wrong <= 5


@pytest.mark.parametrize("stance", [Stance.AVOIDS, Stance.USED_BEFORE, Stance.PLANS])
def test_said_without_the_plain_words(stance: Stance) -> None:
    """What became of the first one, how long it was used, what another does now: it is heard.

    Of the last 119 lines the rules found 58 % of the denials, 61 % of the past uses and 42 % of
    the plans when they were first seen, and invented none.
    """
    figures = report("stances_indirect.tsv")[stance]
    assert figures.precision >= 0.97
    assert figures.recall >= 0.87


def test_said_without_the_plain_words_claims_few_uses() -> None:
    """What ended, was tried, or belongs to somebody else is hardly ever taken for a use."""
    figures = report("stances_indirect.tsv")[Stance.USES]
    assert figures.wrong <= 1
    assert figures.recall >= 0.5


@pytest.mark.parametrize("line", table("stances_sceptic.tsv"), ids=lambda line: line.text[:60])
def test_nothing_false_is_heard(line: Labelled) -> None:
    """What is avoided, wished for or of somebody's past is no use, and what stays did not go."""
    said = {stance for stance, _ in line.read()}
    assert said <= line.stances
    assert said or line.stances <= {Stance.MENTIONS, Stance.USES}


def test_tables_are_big_enough() -> None:
    """Figures over a handful of lines would say nothing."""
    assert len(table("stances.tsv")) >= 400
    assert len(table("stances_held_out.tsv")) >= 50


@pytest.mark.parametrize(
    ("text", "thing", "expected"),
    [
        ("", "", [Stance.USES]),
        ("Is Redis used? Not yet", "Redis", [Stance.AVOIDS]),
        ("Are you on the latest version of Rails? Not yet", "Rails", [Stance.USES]),
        ("How do you handle secrets when using Fargate?", "Fargate", [Stance.USES]),
        ("They want to get rid of jQuery", "jQuery", [Stance.USES]),
        ("Moving from a git flow model to trunk based development", "git", [Stance.MENTIONS]),
        ("Today they would use Postgres rather than MySQL", "MySQL", [Stance.MENTIONS]),
        ("People ask for PayPal but it isn't supported", "PayPal", [Stance.AVOIDS]),
        ("Docker is used in staging and production", "Docker", [Stance.USES]),
        ("Redis is used but it isn't needed in staging", "Redis", [Stance.AVOIDS, Stance.USES]),
    ],
)
def test_readings(text: str, thing: str, expected: list[Stance]) -> None:
    """Cases that the tables cannot hold, or that deserve a name."""
    start = text.index(thing)

    assert expected == [reading.stance for reading in readings(text, start, start + len(thing))]


def test_a_long_line_is_read_around_the_thing() -> None:
    """What stands far away says nothing, and costs nothing."""
    text = "They don't use " + "very " * 5_000 + "much Docker"

    assert [r.stance for r in readings(text, len(text) - 6, len(text))] != [Stance.AVOIDS]


@pytest.mark.parametrize("stance", [Stance.AVOIDS, Stance.USED_BEFORE, Stance.PLANS])
def test_in_the_words_of_the_host(stance: Stance) -> None:
    """What a host says of denials, past uses and plans is heard, others' tools are not.

    Of the first 156 lines the rules found 70 % of the denials, 80 % of the past uses and 67 % of
    the plans when they were first seen, with a precision of 87, 89 and 83 %; of 105 more 60, 67
    and 60 %, with 90, 91 and 86 %; of another 99, made hard on purpose, 28, 63 and 82 %, with 67,
    83 and 93 %; of another 104 90, 66 and 83 %, with 100, 89 and 96 %. Of four rounds more (the
    sixth to the ninth) they found 47, 67, 49 and 63 % of the past uses and 63, 70, 46 and 100 % of
    the plans, with 83, 97, 81 and 83 % and with 76, 91, 91 and 78 %. They all made rules.
    """
    figures = report("stances_host.tsv")[stance]
    assert figures.precision >= 0.95
    assert figures.recall >= 0.90


def test_the_words_of_the_host_claim_few_uses() -> None:
    """Judgements, others' tools and what was left are no uses."""
    figures = report("stances_host.tsv")[Stance.USES]
    assert figures.wrong <= 1


@pytest.mark.parametrize("stance", [Stance.AVOIDS, Stance.USED_BEFORE, Stance.PLANS])
def test_said_in_parts(stance: Stance) -> None:
    """A use in the past goes with any time that is over and with anything that took its place.

    Of the four rounds, of which the second is all idioms, the rules of whole wordings found 50, 34,
    56 and 51 % of the past uses and 64, 36, 68 and 80 % of the plans, with a precision of 71, 63,
    82 and 75 % and of 89, 69, 89 and 94 %. Put together from parts they found 42, 72 and 57 % and
    40, 72 and 90 % of the second and later ones, which were labelled before they were tried and
    then made rules; precision was 64, 78 and 77 % and 71, 95 and 95 %.
    """
    figures = report("stances_parts.tsv")[stance]
    assert figures.precision >= 0.96
    assert figures.recall >= 0.92


def test_said_in_parts_claims_few_uses() -> None:
    """What was, will be or is another's is hardly ever taken for a use."""
    figures = report("stances_parts.tsv")[Stance.USES]
    assert figures.wrong <= 9
