"""A form about a place that somebody has sent, whatever else is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.slack import places
from bot.slack.turn import chosen

if TYPE_CHECKING:
    from bot.slack.places import Place


class Sent:
    """What was chosen, by the names of the inputs.

    A block is named by its input and its channel (``mode:C1``), because Slack keeps what is chosen
    in a block that it knows.

    Args:
        values: The state of the view, by block and action.
    """

    def __init__(self, values: dict[str, Any]) -> None:
        self._blocks = {block.partition(":")[0]: block for block in values}
        self._states = {
            block.partition(":")[0]: next(iter(actions.values()))
            for block, actions in values.items()
        }

    def block(self, name: str) -> str:
        """The id of a block, which is where an error is shown."""
        return self._blocks[name]

    def state(self, name: str) -> dict[str, Any]:
        """What Slack tells of an input."""
        state: dict[str, Any] = self._states[name]
        return state

    def misplaced(self, place: Place) -> dict[str, str]:
        """That the channel which is chosen was not looked at yet, by the block of its menu."""
        menu = self._states.get(places.CHANNEL)
        here = menu is None or menu.get("selected_conversation") == place.channel
        if place.checked and here:
            return {}
        return {places.CHANNEL: place.problem or places.UNCHECKED}

    def option(self, name: str) -> str:
        """The value that is chosen in a menu of one; empty when none is."""
        return chosen(self.state(name))

    def options(self, name: str) -> list[str]:
        """Values that are chosen in a menu of several."""
        options = self.state(name).get("selected_options") or ()
        return [str(each["value"]) for each in options]
