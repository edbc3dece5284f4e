"""A process has done once what would make the first people wait."""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING, Any, cast

from bot.questions import KINDS
from bot.slack.warming import settle, warm

if TYPE_CHECKING:
    import pytest

    from bot.ask import Asker

EXAMPLES = [example for kind in KINDS for example in kind.EXAMPLES]


class Asked:
    """Remembers what it is asked, and fails at one question."""

    def __init__(self, failing: str = "") -> None:
        self.texts: list[str] = []
        self._failing = failing

    def ask(self, text: str) -> tuple[Any, Any]:
        """Answer a question."""
        self.texts.append(text)
        if text == self._failing:
            raise LookupError(text)
        return None, None


def test_every_example_is_asked() -> None:
    """They use whatever the kinds need."""
    asker = Asked()

    warm(cast("Asker", asker))

    assert asker.texts == EXAMPLES


def test_an_example_that_fails_is_logged_and_passed_over(caplog: pytest.LogCaptureFixture) -> None:
    """Whoever asks something else is answered all the same."""
    asker = Asked(EXAMPLES[1])

    with caplog.at_level(logging.ERROR):
        warm(cast("Asker", asker))

    assert asker.texts == EXAMPLES
    assert [vars(each)["example"] for each in caplog.records] == [EXAMPLES[1]]


def test_what_is_there_is_not_gone_through_again() -> None:
    """Only what is made from then on."""
    before = gc.get_freeze_count()
    try:
        settle()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
