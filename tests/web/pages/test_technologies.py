"""The pages about technologies count what answers count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import TRAIT
from bot.web.pages.technologies import TRENDS, link, overview, technology_page
from bot.web.pages.telling import OTHER

if TYPE_CHECKING:
    from bot.ask import Asker


def test_every_technology_in_use_is_listed(asker: Asker) -> None:
    """Most used first; what is only mentioned, planned or avoided is not in use."""
    page = overview(asker)

    assert (page.total, page.known) == (4, len(page.listed))
    assert [("PostgreSQL", 3, "2023–2024"), ("Django", 2, "2023–2024")] == [
        (use.name, use.count, use.span) for use in page.listed[:2]
    ]
    assert {"Ansible", "Docker", "Kubernetes"}.isdisjoint(use.name for use in page.listed)


def test_one_year_is_written_once(asker: Asker) -> None:
    """No dash without a second year."""
    assert "2023" == next(use for use in overview(asker).listed if use.id == "terraform").span


def test_numbers_are_those_of_the_answers(asker: Asker) -> None:
    """Who asks how many use it is told the same."""
    for use in overview(asker).listed:
        answer, _ = asker.ask(f"how many shows use {use.name}?")
        assert (use.id, answer.total) == (use.id, use.count)


def test_categories_are_ranked_by_their_episodes(asker: Asker) -> None:
    """An episode counts once in its category, and a technology in its main one alone."""
    ranking = {bar.label: (bar.count, bar.detail) for bar in overview(asker).ranking}

    assert ranking["Databases"] == (4, "PostgreSQL, MySQL")
    assert ranking["Caches"] == (2, "Redis")
    assert "Message queues and brokers" not in ranking


def test_a_category_shows_its_technologies(asker: Asker) -> None:
    """Those of narrower categories included."""
    page = overview(asker, "database")

    assert page.kind == "Databases"
    assert ["PostgreSQL", "MySQL"] == [bar.label for bar in page.ranking]
    assert ["PostgreSQL", "MySQL"] == [use.name for use in page.listed]
    assert ["PostgreSQL", "MySQL"] == [chart.label for chart in page.trends]


def test_the_years_are_shown_of_products(asker: Asker) -> None:
    """The most used ones of all; what only describes an app is one category among the others."""
    page = overview(asker)
    products = [use.name for use in page.listed if use.category not in {TRAIT, OTHER}]

    assert products
    assert products[:TRENDS] == [chart.label for chart in page.trends]


def test_an_unknown_category_is_none(asker: Asker) -> None:
    """A mistyped address shows everything."""
    assert overview(asker, "nonsense") == overview(asker)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (" postg ", ["PostgreSQL"]),
        ("SQL", ["PostgreSQL", "MySQL"]),
        ("psql", ["PostgreSQL"]),
        ("zzz", []),
    ],
)
def test_words_narrow_the_list(asker: Asker, typed: str, found: list[str]) -> None:
    """By any part of any name; the charts stay."""
    page = overview(asker, typed=typed)

    assert found == [use.name for use in page.listed]
    assert page.ranking == overview(asker).ranking


def test_who_uses_it_since_when(asker: Asker) -> None:
    """Newest first, with lines; the first user is named."""
    page = technology_page(asker, "postgres")
    assert page is not None

    assert ["Dial", "Bolt", "Acme"] == [user.episode.company for user in page.users]
    assert ["12:30", "20:00"] == [line.time for line in page.users[-1].lines]
    assert page.since is not None
    assert page.since.company == "Acme"
    assert page.trend.said == "2023: 1 of 1; 2024: 2 of 3"
    assert [("Django", 2), ("Redis", 2)] == [(bar.label, bar.count) for bar in page.together]


def test_what_is_not_used_is_said_apart(asker: Asker) -> None:
    """Who used it before is no user, and nothing goes with it."""
    page = technology_page(asker, "ansible")
    assert page is not None

    assert page.users == ()
    assert page.since is None
    assert page.together == ()
    assert [("Used before", ["Acme"])] == [
        (label, [user.episode.company for user in users]) for label, users in page.said
    ]


def test_what_nobody_speaks_of_has_no_page(asker: Asker) -> None:
    """Known to the vocabulary or not."""
    assert technology_page(asker, "cobol") is None
    assert technology_page(asker, "'; DROP TABLE episodes") is None


def test_a_link_survives_any_tag() -> None:
    """A show may list what the vocabulary does not know."""
    assert link("a/b c?") == "/technologies/a%2Fb%20c%3F"
