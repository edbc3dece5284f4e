"""Asking: text in, answer out, over a real store that others write to."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from bot.ask import FRESH_S, Asker
from bot.store import Store
from tests.store.shelf import TODAY, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A show of its own, with one episode."""
    shelf = Shelf.at(tmp_path)
    shelf.post(
        "2024-05-06-1-acme.md",
        "Acme Makes Anvils",
        "1:02 -- All infrastructure is managed with Terraform",
        tags=["terraform"],
    )
    shelf.load()
    return shelf


@pytest.fixture
def store(shelf: Shelf) -> Iterator[Store]:
    """Its store, open."""
    with Store.open(shelf.db) as store:
        yield store


def test_an_answer_leads_to_the_second(store: Store) -> None:
    """Episode, line and link, under the question as it was typed."""
    answer, asked = Asker(store, TODAY).ask("  who uses terraform??")

    assert (answer.question, answer.intent) == ("  who uses terraform??", "who_uses")
    assert asked.intent == "who_uses"
    assert (answer.total, answer.technologies) == (1, ("terraform",))
    (episode,) = answer.episodes
    assert episode.url == "https://widgets.example/podcast/1-acme"
    assert (episode.cues[0].start, episode.cues[0].url) == (62, f"{episode.url}?t=62")


def test_the_lexicon_is_made_once(store: Store) -> None:
    """It takes longer than an answer."""
    asker = Asker(store, TODAY)

    assert asker.lexicon() is asker.lexicon()


def test_a_load_makes_another_edition_within_a_moment(
    shelf: Shelf, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then the store is not asked, however often an answer wants to know."""
    clock = 7.0
    monkeypatch.setattr("bot.ask.monotonic", lambda: clock)
    asker = Asker(store, TODAY)
    before = asker.edition()
    shelf.post("2024-05-13-2-bolt.md", "Bolt Sells Screws", "1:02 -- Screws are sorted")
    shelf.load()

    clock += FRESH_S
    assert asker.edition() == before
    clock += 0.001
    assert asker.edition() > before


def test_what_others_load_is_known_at_once(shelf: Shelf, store: Store) -> None:
    """New episodes, and words of changed lines though no episode is new."""
    asker = Asker(store, TODAY)
    assert asker.ask("who uses ansible?")[0].total == 0
    before = asker.lexicon()
    shelf.post(
        "2024-05-06-1-acme.md", "Acme Makes Anvils", "1:02 -- Servers are set up with Ansible"
    )

    shelf.load()

    assert asker.ask("who uses ansible?")[0].total == 1
    assert asker.ask("who uses terraform?")[0].total == 0
    assert asker.lexicon() is not before


def test_an_answer_is_of_one_state_of_the_catalogue(shelf: Shelf, store: Store) -> None:
    """Though half of what it needs was read before a load, and half of it is read afterwards."""
    asker = Asker(store, TODAY)
    before = store.generation()
    asker.ask("who uses terraform?", generation=before)
    shelf.post("2024-05-13-2-bolt.md", "Bolt Sells Screws", tags=["ansible"])
    shelf.load()

    for _ in range(2):
        answer, _ = asker.ask("who uses ansible?", generation=before)
        assert [episode.company for episode in answer.episodes] == ["Bolt"]


def test_an_error_that_no_load_explains_is_raised(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asking again would end the same way."""
    monkeypatch.setattr("bot.ask.parse", None)

    with pytest.raises(TypeError, match="not callable"):
        Asker(store, TODAY).ask("who uses terraform?")


def test_threads_share_one_asker(store: Store) -> None:
    """As Slack's do; each gets the same answer."""
    asker = Asker(store, TODAY)
    with ThreadPoolExecutor(6) as pool:
        answers = [answer for answer, _ in pool.map(asker.ask, ["who uses terraform?"] * 12)]

    assert len(set(answers)) == 1


def test_an_empty_store_answers_too(tmp_path: Path) -> None:
    """With what it knows: nothing."""
    with Store.open(tmp_path / "empty.db") as store:
        answer, _ = Asker(store, TODAY).ask("who uses terraform?")

    assert answer.episodes == ()
    assert answer.headline
