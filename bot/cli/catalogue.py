"""Opening the store for the commands that answer from it, building it first when it is missing."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from bot.config import BUNDLED_SEEDS
from bot.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from bot.config import Settings
    from bot.dialogue import Answer, Question


class Answering(Protocol):
    """What the commands need of whoever answers."""

    def ask(self, text: str, previous: Question | None = None) -> tuple[Answer, Question]:
        """The answer, and the question as understood, for the one that follows it."""
        ...


@contextmanager
def open_asker(settings: Settings) -> Iterator[Answering]:
    """Whoever answers, over the configured store.

    Raises:
        StoreError: The file is no store of ours.
        ConfigError: The store is missing and there is nothing to build it from.
    """
    from bot.ask import Asker
    from bot.encoder import find
    from bot.store import Store

    encoder = find(settings)
    if not settings.db.exists():
        from bot.load import ensure

        ensure(settings.db, checked_seeds(settings), encoder)
    with Store.open(settings.db, encoder=encoder) as store:
        yield Asker(store, today(settings))


def checked_seeds(settings: Settings) -> Path:
    """The seeds folder, once it is sure to be one.

    Raises:
        ConfigError: It holds no ``show.yml``.
    """
    if not (settings.seeds / "show.yml").is_file():
        raise ConfigError(
            "PLAYHEAD_SEEDS",
            f"there is no show.yml in {settings.seeds}",
            f"Name a folder that has one, or unset it to use {BUNDLED_SEEDS}.",
        )
    return settings.seeds


def today(settings: Settings) -> date:
    """The fixed day of the settings, else the clock's, in local time."""
    return settings.today or datetime.now().astimezone().date()
