"""Settings come from a mapping, and a wrong one says what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.config import BUNDLED_SEEDS, SETTINGS, Settings
from bot.errors import ConfigError


def test_nothing_set_means_the_defaults() -> None:
    """The bundled seeds and a store in the working folder."""
    assert Settings.read({}) == Settings(Path("db/playhead.db"), BUNDLED_SEEDS)
    assert (BUNDLED_SEEDS.parent / "bot").is_dir()


def test_every_setting_is_read() -> None:
    """One value for each."""
    environment = {
        "PLAYHEAD_DB": "~/x.db",
        "PLAYHEAD_SEEDS": "/shows/mine",
        "PLAYHEAD_TODAY": "2021-03-04",
        "PLAYHEAD_MODEL": "/models/mini",
        "NO_COLOR": "1",
    }

    assert Settings.read(environment) == Settings(
        Path.home() / "x.db", Path("/shows/mine"), date(2021, 3, 4), color=False, model=Path("/models/mini")
    )
    assert sorted(environment) == sorted(setting.name for setting in SETTINGS)


def test_blank_counts_as_unset() -> None:
    """A line such as ``NO_COLOR=`` in .env changes nothing."""
    assert Settings.read({setting.name: " " for setting in SETTINGS}) == Settings.read({})


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("PLAYHEAD_TODAY", "yesterday", "not a date: 'yesterday'"),
        ("PLAYHEAD_DB", "a\0b", "NUL"),
        ("PLAYHEAD_SEEDS", "~nobody-of-this-name/x", "no such home folder"),
    ],
)
def test_a_wrong_value_names_setting_and_fix(name: str, value: str, reason: str) -> None:
    """The person reads what is wrong and how to mend it."""
    with pytest.raises(ConfigError, match=reason) as caught:
        Settings.read({name: value})

    assert caught.value.setting == name
    assert caught.value.fix.endswith(".")
