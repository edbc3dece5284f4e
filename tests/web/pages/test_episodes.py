"""The page of all episodes finds what people remember of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.web.pages.episodes import UNDATED, Entry, _year, episodes_page
from bot.web.pages.telling import Named

if TYPE_CHECKING:
    from bot.ask import Asker


def titles(asker: Asker, typed: str = "") -> list[str]:
    """What is listed."""
    page = episodes_page(asker, typed)
    return [entry.episode.title for _, entries in page.years for entry in entries]


def test_the_newest_comes_first(asker: Asker) -> None:
    """By year."""
    page = episodes_page(asker)

    assert ["2024", "2023"] == [year for year, _ in page.years]
    assert titles(asker)[0] == "Dial Answers Phones"
    assert (page.total, page.found) == (4, 4)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (" ANVILS ", ["Acme Makes Anvils"]),
        ("bob", ["Bolt Sells Screws"]),
        ("acme", ["Acme Makes Anvils"]),
        ("zzz", []),
    ],
)
def test_words_narrow_the_list(asker: Asker, typed: str, found: list[str]) -> None:
    """By title, guest or company, whatever the case."""
    assert titles(asker, typed) == found
    assert episodes_page(asker, typed).total == 4


def test_an_episode_without_a_date_is_listed_all_the_same() -> None:
    """Under a heading that says so."""
    assert _year(Entry(Named("a", "A", "A", None, None), None, "a")) == UNDATED
