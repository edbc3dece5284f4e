"""Logs are JSON lines without secrets."""

from __future__ import annotations

import json
import logging
import logging.config

import pytest

from bot.slack.logs import JsonLines, configuration, configure, redacted


def record(message: str, *arguments: object, **extra: object) -> logging.LogRecord:
    """A record of our own logger."""
    made = logging.getLogger("bot.test").makeRecord(
        "bot.test", logging.INFO, __file__, 1, message, arguments, None, extra=extra
    )
    made.created = 1_700_000_000.5
    return made


def test_a_record_is_one_line() -> None:
    """With time, level, logger, message and what was given beside it."""
    line = JsonLines().format(record("took %d\nsteps", 3, team="T1"))

    assert "\n" not in line
    assert json.loads(line) == {
        "time": "2023-11-14T22:13:20.500+00:00",
        "level": "info",
        "logger": "bot.test",
        "message": "took 3\nsteps",
        "team": "T1",
    }


def test_an_exception_is_part_of_the_line() -> None:
    """With its traceback, and without the token in its text."""
    made = record("failed")
    error = RuntimeError("xoxb-12-ab was refused")
    made.exc_info = (RuntimeError, error, None)
    line = JsonLines().format(made)

    assert "RuntimeError: [secret] was refused" in json.loads(line)["error"]


@pytest.mark.parametrize(
    "secret",
    [
        "xoxb-1-A_b.c",
        "xoxp-1",
        "xapp-1-A-2",
        "xoxe-1-refresh",
        "xoxe.xoxb-1-rotated",
        "postgresql://me:pw@host/db",
        "postgres://me:pw@host/db",
        "postgresql+psycopg://me:pw@host/db",
    ],
)
def test_secrets_never_get_out(secret: str) -> None:
    """Wherever they stand."""
    assert redacted(f'"a {secret} b"') == '"a [secret] b"'
    assert json.loads(JsonLines().format(record("%s", {"token": secret})))["message"]
    assert secret not in JsonLines().format(record("%s", {"token": secret}, address=secret))


def test_one_configuration_serves_all(capsys: pytest.CaptureFixture[str]) -> None:
    """Ours, Bolt's and the web server's logs go the same way."""
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    try:
        configure("info")
        logging.getLogger("bot.any").info("ours")
        logging.getLogger("_granian").info("the server's")
        logging.getLogger("slack_bolt.Anything").info("Bolt's")
        logging.getLogger("bot.any").debug("not at this level")
    finally:
        root.setLevel(before[0])
        root.handlers[:] = before[1]
    lines = capsys.readouterr().err.splitlines()

    assert [json.loads(line)["message"] for line in lines] == ["ours", "the server's", "Bolt's"]
    assert configuration("debug")["root"]["level"] == "DEBUG"
