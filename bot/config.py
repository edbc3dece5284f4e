"""Settings: read once, from a mapping that is passed in, into one frozen object.

Nothing below the command line looks at the environment; it gets a :class:`Settings`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.addresses import is_web_address
from bot.errors import ConfigError

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
    Setting(
        "PLAYHEAD_ANSWERS_KEPT",
        "500",
        "How many answers a serving process keeps until the catalogue changes; 0 keeps none.",
    ),
    Setting("NO_COLOR", "unset", "Any value turns colours off in the terminal."),
    Setting("SLACK_BOT_TOKEN", "unset", "Bot token of the one workspace to answer in, `xoxb-…`."),
    Setting(
        "SLACK_SIGNING_SECRET",
        "unset",
        "Tells Slack's requests from forged ones; needed unless Socket Mode is on.",
    ),
    Setting("SLACK_APP_TOKEN", "unset", "App-level token, `xapp-…`; turns Socket Mode on."),
    Setting(
        "SLACK_CLIENT_ID", "unset", "With the secret below: any workspace may install the app."
    ),
    Setting("SLACK_CLIENT_SECRET", "unset", "Goes with the id above."),
    Setting(
        "PLAYHEAD_ENCRYPTION_KEY",
        "unset",
        "Encrypts the tokens of installed workspaces; several, newest first, parted by commas.",
    ),
    Setting(
        "SLACK_API_URL", "https://slack.com/api/", "Where Slack's Web API is: a proxy, a test."
    ),
    Setting(
        "DATABASE_URL",
        "the SQLite file",
        "PostgreSQL address for what people made, shared by many processes.",
    ),
    Setting("PLAYHEAD_URL", "unset", "Address under which Slack reaches this app, `https://…`."),
    Setting(
        "PLAYHEAD_HOST",
        "0.0.0.0 for Slack, 127.0.0.1 for the playground",
        "Interface that the web server listens on.",
    ),
    Setting(
        "PORT", "3000", "Port of the web server; in Socket Mode it listens only when this is set."
    ),
    Setting(
        "PLAYHEAD_CLOCK",
        "on",
        "`off` where `playhead digest run` posts the digests in place of `playhead serve`.",
    ),
    Setting(
        "PLAYHEAD_CATCH_UP",
        "6",
        "Hours within which a digest that was missed is still posted; later it is skipped.",
    ),
    Setting("PLAYHEAD_LOG_LEVEL", "info", "`debug`, `info`, `warning` or `error`."),
)


SLACK_API = "https://slack.com/api/"
DEFAULT_PORT = 3000
LOOPBACK = "127.0.0.1"
ANSWERS_KEPT = 500
"""Their messages take some 10 MB."""

LOG_LEVELS = ("debug", "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """What connects a process to Slack; an empty text means unset.

    Attributes:
        encryption_keys: Newest first; only the first one encrypts.
        api_url: Ends with a slash.
        public_url: Without a slash at the end.
        port: ``None`` unless it is set.
    """

    bot_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    encryption_keys: tuple[str, ...] = field(default=(), repr=False)
    api_url: str = SLACK_API
    public_url: str = ""
    host: str = "0.0.0.0"  # noqa: S104 - a web server in a container is reached from outside
    port: int | None = None
    log_level: str = "info"

    @property
    def wanted(self) -> bool:
        """Whether any credential is set, so that Slack is served and not the playground."""
        return bool(
            self.bot_token
            or self.signing_secret
            or self.app_token
            or self.client_id
            or self.client_secret
        )

    @property
    def oauth(self) -> bool:
        """Whether any workspace may install the app."""
        return bool(self.client_id or self.client_secret)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one process.

    Attributes:
        db: The SQLite file.
        seeds: Folder to build the store from when it is missing.
        today: A fixed day, or ``None`` for the clock's.
        color: Whether the terminal may show colours.
        model: Folder of the sentence encoder, or ``None`` for the installed one, if any.
        database_url: PostgreSQL address of the state, or ``None`` for the SQLite file.
        playground_host: Where the playground listens: on this machine only unless told otherwise.
        answers_kept: How many answers a serving process keeps, 0 for none.
        clock: Whether ``serve`` posts digests, too.
        catch_up: Seconds within which a missed digest is still posted.
        slack: What connects to Slack.
    """

    db: Path = DEFAULT_DB
    seeds: Path = BUNDLED_SEEDS
    today: date | None = None
    color: bool = True
    model: Path | None = None
    database_url: str | None = field(default=None, repr=False)
    playground_host: str = LOOPBACK
    answers_kept: int = ANSWERS_KEPT
    clock: bool = True
    catch_up: float = 6 * 3600.0
    slack: SlackSettings = field(default_factory=SlackSettings)

    @property
    def state(self) -> str | Path:
        """Where what people made is kept."""
        return self.database_url or self.db

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
            database_url=given.get("DATABASE_URL"),
            playground_host=given.get("PLAYHEAD_HOST", LOOPBACK),
            answers_kept=_count("PLAYHEAD_ANSWERS_KEPT", given.get("PLAYHEAD_ANSWERS_KEPT")),
            clock=_switch("PLAYHEAD_CLOCK", given.get("PLAYHEAD_CLOCK", "on").lower()),
            catch_up=_hours("PLAYHEAD_CATCH_UP", given.get("PLAYHEAD_CATCH_UP", "6")) * 3600,
            slack=_slack(given),
        )


def _slack(given: Mapping[str, str]) -> SlackSettings:
    keys = given.get("PLAYHEAD_ENCRYPTION_KEY", "").split(",")
    return SlackSettings(
        bot_token=given.get("SLACK_BOT_TOKEN", ""),
        signing_secret=given.get("SLACK_SIGNING_SECRET", ""),
        app_token=given.get("SLACK_APP_TOKEN", ""),
        client_id=given.get("SLACK_CLIENT_ID", ""),
        client_secret=given.get("SLACK_CLIENT_SECRET", ""),
        encryption_keys=tuple(key.strip() for key in keys if key.strip()),
        api_url=_address("SLACK_API_URL", given.get("SLACK_API_URL", SLACK_API)) + "/",
        public_url=_address("PLAYHEAD_URL", given.get("PLAYHEAD_URL", "")),
        host=given.get("PLAYHEAD_HOST", SlackSettings().host),
        port=_port(given.get("PORT")),
        log_level=_level(given.get("PLAYHEAD_LOG_LEVEL", "info").lower()),
    )


def _address(setting: str, value: str) -> str:
    if value and not is_web_address(value):
        raise ConfigError(
            setting, f"not an address: {value!r}", "Begin it with https://, or leave it unset."
        )
    return value.rstrip("/")


def _count(setting: str, value: str | None) -> int:
    if value is None:
        return ANSWERS_KEPT
    if not (value.isascii() and value.isdigit() and len(value) < 7):
        raise ConfigError(
            setting, f"not a number: {value!r}", "Write 0 or a whole number, or leave it unset."
        )
    return int(value)


def _port(value: str | None) -> int | None:
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and 0 < int(value) < 65_536):
        raise ConfigError(
            "PORT", f"not a port: {value!r}", "Write a number from 1 to 65535, or leave it unset."
        )
    return int(value)


def _switch(setting: str, value: str) -> bool:
    if value not in {"on", "off"}:
        raise ConfigError(setting, f"neither on nor off: {value!r}", "Write on or off.")
    return value == "on"


def _hours(setting: str, value: str) -> float:
    """Hours, from a quarter of one to a week: a look back finds a post that is a week old."""
    try:
        hours = float(value)
    except ValueError:
        hours = 0.0
    if not 0.25 <= hours <= 168:
        raise ConfigError(
            setting, f"not a number of hours: {value!r}", "Write a number from 0.25 to 168."
        )
    return hours


def _level(value: str) -> str:
    if value not in LOG_LEVELS:
        raise ConfigError(
            "PLAYHEAD_LOG_LEVEL",
            f"no such level: {value!r}",
            f"Use one of {', '.join(LOG_LEVELS)}.",
        )
    return value


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
