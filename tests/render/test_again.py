"""What the button "Another one" carries survives, within Slack's limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digest.subscription import Wish
from bot.render.again import Again

NAMES = st.lists(st.text(max_size=200), max_size=12).map(tuple)
WISHES = st.builds(Wish, NAMES, NAMES, NAMES, st.lists(st.integers(1990, 2100)).map(tuple))


@given(WISHES, NAMES)
def test_it_fits_and_can_be_read_again(wish: Wish, seen: tuple[str, ...]) -> None:
    """A wish that is far too long is given up, else only what was seen longest ago."""
    value = Again(wish, seen).packed()
    again = Again.unpacked(value)

    assert len(value) <= 2000
    assert again.wish in {wish, Wish()}
    assert again.seen == seen[len(seen) - len(again.seen) :]


def test_a_long_history_forgets_its_beginning() -> None:
    """The latest is what must not come again at once."""
    again = Again.unpacked(Again(Wish(("go",)), tuple(f"show/{n:030}" for n in range(99))).packed())

    assert again.wish == Wish(("go",))
    assert again.seen[-1] == f"show/{98:030}"
    assert 20 < len(again.seen) < 99


@pytest.mark.parametrize("value", ["", "[]", "7", "null", '{"of":["another age"]}', '{"years":7}'])
def test_what_cannot_be_read_wishes_for_anything(value: str) -> None:
    """A button of an older version still does something."""
    assert Again.unpacked(value) == Again()


def test_a_wish_that_is_far_too_long_is_given_up() -> None:
    """Another episode of any kind is better than a post that Slack refuses."""
    assert Again.unpacked(Again(Wish(("x" * 3000,)), ("a", "b")).packed()) == Again(Wish(), ("b",))
    assert Again.unpacked(Again(Wish(), ("x" * 3000,)).packed()) == Again()
