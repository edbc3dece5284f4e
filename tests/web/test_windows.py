"""Modals lie on each other, and triggers open one each."""

from __future__ import annotations

import time

import pytest

from bot.web.refusals import SlackRefusal
from bot.web.windows import KEPT, TRIGGER_S, Windows

VIEW = {"type": "modal", "blocks": [{"type": "divider"}], "external_id": "mine"}


def test_a_trigger_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """After three seconds it opens nothing."""
    windows = Windows()
    trigger = windows.trigger()
    now = time.monotonic()
    monkeypatch.setattr("bot.web.windows.time.monotonic", lambda: now + TRIGGER_S + 1)

    with pytest.raises(SlackRefusal, match="expired_trigger_id"):
        windows.open(trigger, VIEW)


def test_only_so_many_triggers_are_kept() -> None:
    """The oldest go."""
    windows = Windows()
    first = windows.trigger()
    for _ in range(KEPT):
        windows.trigger()

    with pytest.raises(SlackRefusal, match="invalid_trigger_id"):
        windows.open(first, VIEW)


def test_a_view_is_found_by_the_name_that_the_app_gave_it() -> None:
    """And keeps its id when its content changes."""
    windows = Windows()
    opened = windows.open(windows.trigger(), VIEW)

    changed = windows.update({"type": "modal", "blocks": []}, external="mine")

    assert (changed["id"], changed["blocks"]) == (opened["id"], [])
    assert windows.get(opened["id"]) == changed
    assert windows.top() == changed


def test_closing_closes_what_lies_above() -> None:
    """From the top."""
    windows = Windows()
    below = windows.open(windows.trigger(), VIEW)
    above = windows.push(windows.trigger(), VIEW)

    assert windows.close("V0") == []
    assert [view["id"] for view in windows.close(below["id"])] == [above["id"], below["id"]]
    assert windows.top() is None
    with pytest.raises(SlackRefusal, match="not_found"):
        windows.stack(VIEW)
    assert windows.clear() == []


def test_what_a_view_has_is_what_slack_hands_back() -> None:
    """Blocks have ids, and the state is empty."""
    windows = Windows()

    view = windows.open(windows.trigger(), VIEW)

    assert view["state"] == {"values": {}}
    assert view["blocks"][0]["block_id"]
    assert view["root_view_id"] == view["id"]
