"""A form that was sent is read by the names of its inputs."""

from __future__ import annotations

from typing import Any

import pytest

from bot.slack.places import CHANNEL, UNCHECKED, Place
from bot.slack.sent import Sent

HERE = Place("C1", checked=True)


def chosen(channel: str) -> dict[str, Any]:
    """The menu of channels with one of them chosen."""
    return {CHANNEL: {"settings:channel": {"selected_conversation": channel}}}


def test_inputs_are_known_by_their_names() -> None:
    """The ids of their blocks name the channel as well, and that is where errors are shown."""
    one = {"selected_option": {"value": "off"}}
    several = {"selected_options": [{"value": "go"}, {"value": "rust"}]}
    sent = Sent({"mode:C1": {"mode": one}, "watched:C1": {"x": several}, "days:C1": {"days": {}}})

    assert (sent.option("mode"), sent.options("watched")) == ("off", ["go", "rust"])
    assert (sent.option("days"), sent.options("days")) == ("", [])
    assert sent.block("mode") == "mode:C1"
    assert sent.state("mode") == one


@pytest.mark.parametrize(
    ("values", "place", "said"),
    [
        (chosen("C1"), HERE, None),
        ({}, HERE, None),
        (chosen("C2"), HERE, UNCHECKED),
        (chosen("C1"), Place("C1"), UNCHECKED),
        (chosen("C1"), Place("C1", problem="You are not in it."), "You are not in it."),
    ],
    ids=["looked at", "for a person", "another since", "not yet", "not theirs"],
)
def test_a_form_counts_for_the_place_that_was_looked_at(
    values: dict[str, Any], place: Place, said: str | None
) -> None:
    """Whoever sends it before that, or for another channel, reads why it is not taken."""
    assert Sent(values).misplaced(place) == ({CHANNEL: said} if said else {})
