"""Logs as JSON lines on standard error, without tokens.

What people write appears in no message of ours; slack_sdk and Bolt log payloads at debug
level only, so at info level and above no message text is logged.
"""

from __future__ import annotations

import json
import logging
import logging.config
import re
from datetime import UTC, datetime
from typing import Any

SECRETS = re.compile(
    r"\b(?:xox[a-z]|xapp|xoxe\.xox[a-z])-[\w.-]+"
    r"|\bpostgres(?:ql)?(?:\+\w+)?://[^\s\"'\\]+"
    r"|(?<=with code: )[\w.-]+"
)
"""Slack's tokens, database addresses, which may hold a password, and codes of an install."""

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and what was given as ``extra``."""

    def format(self, record: logging.LogRecord) -> str:
        """A record as one line with its secrets blotted out."""
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        entry |= {name: value for name, value in vars(record).items() if name not in _STANDARD}
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return redacted(json.dumps(entry, default=str))


def redacted(text: str) -> str:
    """Text without secrets.

    >>> redacted("token xoxb-12-ab.cd and postgresql://me:pw@host/db end")
    'token [secret] and [secret] end'
    """
    return SECRETS.sub("[secret]", text)


def configuration(level: str) -> dict[str, Any]:
    """What ``logging.config.dictConfig`` needs, for us, Bolt and the web server alike.

    Args:
        level: ``debug``, ``info``, ``warning`` or ``error``.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}},
        "handlers": {
            "lines": {
                "class": "logging.StreamHandler",
                "formatter": "json",
                "stream": "ext://sys.stderr",
            }
        },
        "loggers": {"_granian": {"level": level.upper(), "propagate": True}},
        "root": {"level": level.upper(), "handlers": ["lines"]},
    }


def configure(level: str) -> None:
    """Send every log of this process to standard error."""
    logging.config.dictConfig(configuration(level))
