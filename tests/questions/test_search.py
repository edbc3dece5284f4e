"""Any topic in the listener's own words: the line that speaks of it, or none.

The figures over the real show notes are printed (``pytest -s``) and stand in ARCHITECTURE.md.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.questions.search import Search
from bot.questions.sureness import SUMMED, sureness
from bot.questions.utterance import read
from tests.questions.library import DATA, claimed, cues, table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

    from tests.questions.library import Library

FOUND = table(
    ("zero downtime releases", "orchardly", 1600),
    ("shipping new versions without an interruption", "orchardly", 1600),
    ("no quality checks for the firmware", "orchardly", 2684),
    ("where uploaded pictures of the cover are kept", "inkwell", 1910),
    ("losing the snapshots of a saturday", "inkwell", 2162),
    ("putting a new version live right before the vacation", "ferrybook", 3001),
    ("printing pdf tickets in the background", "ferrybook", 782),
    ("a page that says how the yeast is doing", "bakehouse", 3862),
    ("charging people once the bread is there", "bakehouse", 3355),
    ("dividing it into small services was an error", "orchardly", 3675),
    ("a clip about rehearsing restores", "ferrybook", 2850),
    ("where do they talk about celery redis", "ferrybook", 782),
)
NOTHING = table(
    ("my cat is sick",),
    ("good films to watch with my mother",),
    ("how do i fold a fitted sheet",),
    ("learn to tango in a fortnight",),
    ("turtles and their horoscopes",),
    ("index cards for cooking with garlic",),
    ("see you at 10:15 or 10:45",),
    ("fortran letters, indexed before the sailors came home",),
    ("why do my letters have no index",),
)
STATEMENTS = table(
    ("rewriting the firmware with no automated tests", "orchardly", 2684),
    ("swapping out the old letters without an index", "quillmail", 2590),
)


@pytest.mark.parametrize(("question", "show", "start"), FOUND)
def test_the_line_is_found(library: Library, question: str, show: str, start: int) -> None:
    """Whether or not it uses the listener's words."""
    assert (show, start) == cues(library.ask(question))[0]


@pytest.mark.parametrize(("question",), NOTHING)
def test_nothing_is_claimed(library: Library, question: str) -> None:
    """A line that shares a word by chance is no answer; what is missing is remembered."""
    answer = library.ask(question)

    assert (answer.intent, answer.episodes, answer.total) == ("unanswerable", (), 0)
    assert answer.gap


@pytest.mark.parametrize(("question", "show", "start"), STATEMENTS)
def test_statements_are_searched_for(
    library: Library, question: str, show: str, start: int
) -> None:
    """What sounds like "who goes without …" but asks of nobody is a search, if that finds it."""
    assert isinstance(library.understand(question), Search)
    assert (show, start) == cues(library.ask(question))[0]


def test_who_does_without_is_no_search(library: Library) -> None:
    """Nobody is an answer to that."""
    assert library.ask("who has no safety net").episodes == ()


def test_a_named_episode_narrows(library: Library) -> None:
    """And in it less is enough."""
    assert claimed(library.ask("tips from the inkwell episode")) == {"inkwell"}


def test_a_filter_narrows(library: Library) -> None:
    """A year, a guest, a quoted phrase."""
    assert claimed(library.ask('year:2021 "static files" served by nginx')) == set()
    assert claimed(library.ask('year:2019 "static files" served by nginx')) == {"ferrybook"}


def test_lines_of_one_episode_do_not_hide_the_others(library: Library) -> None:
    """Only those are shown that say about as much as its best one."""
    answer = library.ask("blue green deploys bring zero downtime")

    assert [1600] == [each.start for each in answer.episodes[0].cues]


def test_the_ranking_is_explained(library: Library) -> None:
    """The parts of every score, how sure that is, and what would not be enough."""
    best, *_, last = library.ask("zero downtime releases").explain()

    assert "Blue / green deploys" in best
    assert f"abstains below {SUMMED.least:.2f}" in last


def test_words_that_nobody_says_make_unsure(library: Library) -> None:
    """They are taken off the score of the best line; an inflected word is known."""

    def sure(text: str) -> float:
        asked = library.understand("zero downtime")
        assert isinstance(asked, Search)
        return sureness(asked, text, asked.hits(library.store.find(asked.lookup())))

    three = sure("zero downtime deploying")
    assert sure("zero downtime qwertyish") == pytest.approx(three - SUMMED.unknown)


# -- over the real show notes -----------------------------------------------------------------


def rows(path: Path, kind: str) -> list[dict[str, Any]]:
    """Questions of one kind from a table of questions."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["kind"] == kind]


def search(library: Library, question: str) -> tuple[float, list[tuple[str, int | None]]]:
    """How sure a search is, and its cues in order, before it decides whether to answer."""
    utterance = read(question, library.asker.lexicon(), date(2021, 12, 20))
    asked = Search(utterance, library.asker.lexicon())
    evidence = library.store.find(asked.lookup())
    hits = asked.hits(evidence)
    found = [(c.slug, cue.start) for c in asked.ranked(evidence, hits) for cue in c.cues]
    return sureness(asked, asked.words(), hits), found


def rank(row: dict[str, Any], found: Iterable[tuple[str, int | None]]) -> int:
    """The place of the first right line, 0 without one."""
    right = {(cue["slug"], cue["start"]) for cue in row["expect"]["cues"]}
    whole = {slug for slug, start in right if start is None}
    return next(
        (n for n, cue in enumerate(found, 1) if cue in right or cue[0] in whole),
        0,
    )


@pytest.mark.parametrize(
    ("name", "part", "least"),
    [
        pytest.param("corpus.jsonl", slice(None), 0.7, id="another author's questions"),
        pytest.param("fresh.jsonl", slice(None), 0.6, id="a third author's questions"),
        pytest.param("paraphrases.jsonl", slice(0, None, 2), 0.4, id="paraphrases seen"),
        pytest.param("paraphrases.jsonl", slice(1, None, 2), 0.42, id="paraphrases held out"),
    ],
)
def test_lines_are_found_from_other_words(
    corpus: Library, name: str, part: slice, least: float
) -> None:
    """Mean reciprocal rank of the first right line, without abstaining."""
    questions = rows(DATA / name, "topic")[part]
    ranks = [rank(row, search(corpus, row["question"])[1]) for row in questions]

    found = sum(1 / each for each in ranks if each) / len(ranks)
    first, three = (sum(1 <= each <= n for each in ranks) / len(ranks) for n in (1, 3))
    print(  # noqa: T201 - figures to be seen
        f"\n{name}: MRR {found:.2f}, hit@1 {first:.2f}, hit@3 {three:.2f}, {len(ranks)} questions"
    )
    assert found >= least


def test_when_to_say_nothing(corpus: Library) -> None:
    """The threshold keeps most right lines and stops most false answers.

    Of the questions without an answer those count that no other kind of question takes.
    """
    off = [
        line
        for name in ("offtopic.txt", "chatter.txt")
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
    ]
    for name in ("corpus.jsonl", "fresh.jsonl"):
        off += [row["question"] for row in rows(DATA / name, "unanswerable")]
    off = [each for each in off if isinstance(corpus.understand(each), Search)]
    wrong = [search(corpus, each)[0] for each in off]
    right: list[tuple[float, float]] = []
    for name in ("corpus.jsonl", "fresh.jsonl", "paraphrases.jsonl"):
        for row in rows(DATA / name, "topic"):
            sure, found = search(corpus, row["question"])
            place = rank(row, found)
            right.append((sure, 1 / place if place else 0.0))

    def curve(least: float) -> tuple[int, float]:
        false = sum(each >= least for each in wrong)
        lost = sum(worth for sure, worth in right if sure < least)
        return false, lost / sum(worth for _, worth in right)

    for least in (0.0, 1.0, 2.0, 3.0, 4.0, 4.5, SUMMED.least, 5.5, 6.0, 7.0):
        false, lost = curve(least)
        print(  # noqa: T201 - figures to be seen
            f"below {least:.1f}: {false} of {len(off)} false answers, {lost:.1%} lost"
        )
    false, lost = curve(SUMMED.least)
    assert false <= 0.15 * len(off)
    assert lost <= 0.055


@pytest.mark.parametrize("name", ["offtopic.txt", "chatter.txt"])
def test_no_false_answer_to_small_talk(corpus: Library, name: str) -> None:
    """Over the whole of the bot, with all kinds of question."""
    questions = (DATA / name).read_text(encoding="utf-8").splitlines()
    answered = [each for each in questions if corpus.ask(each).episodes]

    print("\nanswered:", *answered, sep="\n  ")  # noqa: T201 - to be read
    assert len(answered) <= 0.1 * len(questions)
