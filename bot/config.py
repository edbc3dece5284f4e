"""Settings: read once, from a mapping that is passed in, into one frozen object.

Nothing below the command line looks at the environment; it gets a :class:`Settings`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.errors import ConfigError
from bot.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

Default = TypeVar("Default", Path, None)

BUNDLED_SEEDS = Path(__file__).parent.parent / "seeds"
"""``seeds/`` lies beside ``bot/`` in a checkout and in an installed wheel alike."""

DEFAULT_DB = Path("db/playhead.db")
"""Where the store is kept unless told otherwise, relative to the working folder."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable that Playhead reads.

    Attributes:
        default: What holds when it is unset, in words.
        summary: What it does, one sentence.
    """

    name: str
    default: str
    summary: str


SETTINGS = (
    Setting("PLAYHEAD_DB", "db/playhead.db", "The SQLite file; `--db` wins over it."),
    Setting(
        "PLAYHEAD_SEEDS",
        "the bundled seeds/",
        "Folder with show.yml, technologies.yml and the episodes to start from.",
    ),
    Setting(
        "PLAYHEAD_TODAY",
        "the clock's date",
        'The day that questions such as "last year" count from, as YYYY-MM-DD.',
    ),
    Setting(
        "PLAYHEAD_MODEL",
        "the one that the extra `semantic` installs",
        "Folder with the model.onnx that finds lines by their meaning.",
    ),
    Setting("NO_COLOR", "unset", "Any value turns colours off in the terminal."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one process.

    Attributes:
        db: The SQLite file.
        seeds: Folder to build the store from when it is missing.
        today: A fixed day, or ``None`` for the clock's.
        color: Whether the terminal may show colours.
        model: Folder of the sentence encoder, or ``None`` for the installed one, if any.
    """

    db: Path = DEFAULT_DB
    seeds: Path = BUNDLED_SEEDS
    today: date | None = None
    color: bool = True
    model: Path | None = None

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        """Settings from environment variables; a variable set to nothing counts as unset.

        Raises:
            ConfigError: A value makes no sense.

        >>> Settings.read({"PLAYHEAD_DB": "x.db", "PLAYHEAD_TODAY": ""}).db.name
        'x.db'
        """
        given = {name: value.strip() for name, value in environment.items() if value.strip()}
        return cls(
            db=_path("PLAYHEAD_DB", given.get("PLAYHEAD_DB"), DEFAULT_DB),
            seeds=_path("PLAYHEAD_SEEDS", given.get("PLAYHEAD_SEEDS"), BUNDLED_SEEDS),
            today=_day("PLAYHEAD_TODAY", given.get("PLAYHEAD_TODAY")),
            color="NO_COLOR" not in given,
            model=_path("PLAYHEAD_MODEL", given.get("PLAYHEAD_MODEL"), None),
        )


def _path(setting: str, value: str | None, default: Default) -> Path | Default:
    if value is None:
        return default
    if "\0" in value:
        raise ConfigError(setting, "a path cannot contain a NUL character", "Correct the path.")
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise ConfigError(
            setting, f"no such home folder: {value}", "Write the path out in full."
        ) from error


def _day(setting: str, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ConfigError(
            setting, f"not a date: {value!r}", "Write it as YYYY-MM-DD, or leave it unset."
        ) from error
