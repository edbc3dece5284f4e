"""Where the parts of sources live, decided before any of them is written."""

from __future__ import annotations

from bot.model import ParsedEpisode
from bot.normalise.homes import Homes, StoredPart


def part(title: str, url: str | None = None) -> ParsedEpisode:
    """One source of an episode; each call makes an object of its own."""
    return ParsedEpisode("x.xml", 1, "feed", title, show="w", url=url)


ALPHA, OMEGA = "Alpha Ships Anvils", "Omega Rents Cranes"


def test_new_episodes_get_new_ids() -> None:
    """Beyond all that were ever given, in order of appearance; sources of one share it."""
    new = [part(ALPHA), part(OMEGA), part(ALPHA)]

    homes = Homes([StoredPart(1, "a", 7, part("Something Else"))], {"b"}, new)

    assert [homes.of(each) for each in new] == [[8], [9], [8]]
    assert list(homes.strays()) == []


def test_newcomers_join_the_sources_that_stay() -> None:
    """At the id these have."""
    new = part(ALPHA)

    assert Homes([StoredPart(1, "a", 7, part(ALPHA))], {"b"}, [new]).of(new) == [7]


def test_a_source_between_unites_the_two_it_connects() -> None:
    """The older id first; the other is to be united with it."""
    stored = [
        StoredPart(1, "a", 9, part(OMEGA, "https://w.example/o")),
        StoredPart(2, "b", 7, part(ALPHA)),
    ]
    new = part(ALPHA, "https://w.example/o")

    assert Homes(stored, {"c"}, [new]).of(new) == [7, 9]


def test_without_the_source_between_they_are_apart() -> None:
    """The part that was written first keeps the id, the other strays."""
    stay = StoredPart(1, "a", 7, part(OMEGA, "https://w.example/o"))
    stray = StoredPart(2, "b", 7, part(ALPHA))
    between = StoredPart(3, "c", 7, part(ALPHA, "https://w.example/o"))

    homes = Homes([stay, stray, between], {"c"}, [])

    assert list(homes.strays([7])) == [stray]
    assert list(homes.strays([8])) == []
    assert (homes.of(stay.part), homes.of(stray.part)) == ([7], [8])


def test_a_changed_source_keeps_the_id_of_its_episode() -> None:
    """Unless other sources of the old episode stay there without it."""
    changed, other = part(ALPHA), part("Wholly Different")
    stored = [StoredPart(1, "a", 7, part(ALPHA)), StoredPart(2, "b", 8, part(OMEGA))]

    homes = Homes(stored, {"a", "b"}, [changed, other])

    assert (homes.of(changed), homes.of(other)) == ([7], [9])


def test_two_new_episodes_of_one_old_text() -> None:
    """The first takes the id, the second gets another."""
    one, two = part(ALPHA), part(OMEGA)
    old = part(ALPHA, "https://w.example/o")
    both = [one, part(OMEGA, "https://w.example/o")]

    homes = Homes([StoredPart(1, "a", 7, old)], {"a"}, [*both, two])

    assert [homes.of(each) for each in both] == [[7], [8]]
    assert homes.of(two) == [8]
