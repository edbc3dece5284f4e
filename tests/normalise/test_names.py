"""What an episode is called in conversation."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import Guest, Technology
from bot.normalise.names import names, own_technologies
from bot.vocabulary import Vocabulary

TABLE = Path(__file__).parent / "data" / "names.tsv"
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
VOCABULARY = Vocabulary([Technology("mux", "Mux"), Technology("rails", "Rails")])


@pytest.mark.parametrize(
    ("expected", "title", "guest", "website"), ROWS, ids=[row[1][:40] for row in ROWS]
)
def test_names(expected: str, title: str, guest: str, website: str) -> None:
    """The company first, as the title spells it, then its address; never the guest."""
    guests = (Guest(guest, None if website == "-" else website),)

    wanted = () if expected == "-" else tuple(expected.split(","))

    assert wanted == names(title, guests, VOCABULARY)


def test_the_table_is_big_enough() -> None:
    """Forty titles of the shapes that such shows have."""
    assert len(ROWS) >= 40


def test_a_guest_alone_names_no_company() -> None:
    """A title that begins with the guest's name calls the guest."""
    assert names("Ada Lovelace Is Here", (Guest("Ada Lovelace"),), VOCABULARY) == ()


def test_a_technology_names_a_company_only_in_the_title() -> None:
    """The address alone may as well be where a tool is documented."""
    guest = (Guest("Dee Dee", "https://mux.com"),)

    assert names("Mux Lets You Stream Videos", guest, VOCABULARY) == ("Mux", "mux.com")
    assert "mux" in names("Streaming Videos", guest, VOCABULARY)


def test_makers_of_a_technology() -> None:
    """Whoever's website is a technology's home makes it."""
    guests = (Guest("Dee Dee", "https://mux.com"), Guest("Joe"), Guest("Al", "https://al.com"))

    assert own_technologies(guests, VOCABULARY) == {"mux"}
