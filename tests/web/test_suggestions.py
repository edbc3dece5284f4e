"""Suggested questions are about this catalogue, and each has an answer."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from bot.ask import Asker
from bot.store import Store
from bot.web.suggestions import MOST, Suggestions, hosts

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.web.browser import Browser


def test_every_suggested_question_is_answered(page: Browser) -> None:
    """Asked as a press in the page asks them, each gets episodes or a table."""
    suggested = json.loads(page.get("/api-play/workspace").body)["suggestions"]

    for number, question in enumerate(suggested):
        page.say(f"/playhead {question}")
        answer = page.answer(number)
        assert "share" in str(answer["blocks"]), question
        assert "Did you mean" not in answer["text"], question

    assert len(suggested) == MOST
    assert len(set(suggested)) == MOST


def test_they_name_what_is_in_the_catalogue(asker: Asker) -> None:
    """Technologies, companies and guests of its episodes."""
    found = Suggestions(lambda: asker)()
    heads = asker.lexicon().heads.values()
    names = {name for head in heads for name in head.names}
    people = {guest.name for head in heads for guest in head.guests}

    assert any(name in question for question in found for name in names)
    assert any(name in question for question in found for name in people)
    assert {asker.ask(question)[0].intent for question in found} >= {
        "who_uses", "stack_of", "compare", "popular", "when", "guest", "similar", "episode",
    }  # fmt: skip


def test_they_are_found_once(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as the catalogue stays the same."""
    suggestions = Suggestions(lambda: asker)
    first = suggestions()
    monkeypatch.setattr("bot.web.suggestions.answerable", lambda _: iter(["another"]))

    assert suggestions() is first


def test_an_empty_catalogue_suggests_nothing(tmp_path: Path) -> None:
    """There would be no answer."""
    with Store.open(tmp_path / "empty.db") as store:
        asker = Asker(store, date(2024, 6, 1))

        assert Suggestions(lambda: asker)() == ()
        assert hosts(asker) == frozenset()


def test_the_sites_of_the_shows_are_known(asker: Asker) -> None:
    """Links to them are unfurled."""
    assert "runninginproduction.com" in hosts(asker)
