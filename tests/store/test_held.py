"""What was read of the catalogue is kept, and is what reading it anew would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.dialogue import Lookup, TextQuery
from bot.store import Store, held
from bot.store.held import Held
from tests.store.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.store.connection import Reading

WORDS = TextQuery(((("ansible", 1.0),), (("dollars", 1.0), ("cost", 0.5))))
LOOKUPS = (
    Lookup(),
    Lookup(declared=True),
    Lookup(technologies=frozenset({"ansible", "terraform", "cobol"})),
    Lookup(technologies=frozenset({"ansible"}), declared=True, episodes=frozenset({2})),
    Lookup(episodes=frozenset({1, 2, 99})),
    Lookup(metrics=frozenset({"hosting_cost", "servers", "nonsense"})),
    Lookup(phrases=("set up", "are used", "nothing of it")),
    Lookup(searches=(WORDS, TextQuery(WORDS.terms, episodes=frozenset({1})))),
)


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[Reading]:
    """How to read a store with two episodes."""
    shelf = Shelf.at(tmp_path)
    shelf.post(
        "2024-05-06-1-acme.md",
        "Acme Makes Anvils",
        "1:02 -- Servers are set up with Terraform and Ansible",
        "2:03 -- Hosting costs 40 dollars a month",
        tags=["terraform", "postgres"],
    )
    shelf.post("2024-05-13-2-bolt.md", "Bolt Sells Screws", "2:03 -- Ansible is used on 3 servers")
    shelf.load()
    with Store.open(shelf.db) as store:
        yield store._reading


@pytest.mark.parametrize("first", LOOKUPS)
@pytest.mark.parametrize("then", LOOKUPS)
def test_what_was_read_before_changes_no_evidence(
    reading: Reading, first: Lookup, then: Lookup
) -> None:
    """Parts of it are kept and others are read."""
    kept = Held(reading)

    before = kept.find(first)

    assert kept.find(then) == Held(reading).find(then)
    assert kept.find(first) == before


def test_everything_is_found(reading: Reading) -> None:
    """And nothing twice: what an episode says of Ansible is both of it and of the episode."""
    kept = Held(reading)
    empty, declared, named, mixed, told, figures, quoted, words = (
        kept.find(each) for each in LOOKUPS
    )

    assert (empty.sightings, empty.lines, empty.hits, empty.figures) == ((), (), (), ())
    assert list(empty.heads) == [2, 1]
    assert {(s.episode, s.technology) for s in declared.sightings} >= {(1, "postgres")}
    assert {s.technology for s in named.sightings} == {"terraform", "ansible"}
    assert len(set(map(repr, mixed.sightings))) == len(mixed.sightings) > len(declared.sightings)
    assert [line.start for line in told.lines if line.start] == [62, 123, 123]
    assert [line.episode for line in told.lines] == [1, 1, 1, 2, 2]
    assert {figure.fact.metric for figure in figures.figures} == {"hosting_cost", "servers"}
    assert [[line.start for line in lines] for lines in quoted.phrased.values()] == [[62], [], []]
    assert [hit.line.start for hit in words.hits[0]] == [123, 62, 123]
    assert {hit.line.episode for hit in words.hits[1]} == {1}


def test_nothing_is_read_a_second_time(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is asked for."""
    kept = Held(reading)
    first = [kept.find(each) for each in LOOKUPS]
    monkeypatch.setattr(kept, "_reading", pytest.fail)

    assert first == [kept.find(each) for each in LOOKUPS]


def test_it_is_full_at_some_point(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines, phrases and selections count."""
    kept = Held(reading)
    assert not kept.is_full()
    for lookup in LOOKUPS:
        kept.find(lookup)

    assert not kept.is_full()
    monkeypatch.setattr(held, "MOST", 10)
    assert kept.is_full()


@pytest.mark.parametrize("lookup", LOOKUPS[1:3] + LOOKUPS[4:5] + LOOKUPS[6:])
def test_whatever_is_kept_counts(
    reading: Reading, lookup: Lookup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing grows for as long as the process runs."""
    monkeypatch.setattr(held, "MOST", 0)
    kept = Held(reading)
    assert not kept.is_full()
    kept.find(lookup)

    assert kept.is_full()
