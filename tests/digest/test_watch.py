"""Which of the new episodes somebody waits for."""

from __future__ import annotations

from bot.dialogue import Cue
from bot.digest.subscription import key_of
from bot.digest.watch import NEW_FOR, Fired, fired, recent, unseen
from bot.model import Stance
from tests.digest.test_matching import EVIDENCE, HEADS


def test_a_watch_fires_for_uses_and_plans() -> None:
    """With the plainest line, one with a second before one without; not for a denial."""
    cue = Cue(62, "Redis everywhere", "https://x.test/2#1:02", Stance.USES)

    assert fired("redis", EVIDENCE) == [
        Fired(HEADS[3], "redis", Stance.PLANS, None),
        Fired(HEADS[2], "redis", Stance.USES, cue),
    ]
    assert fired("perl", EVIDENCE) == []


def test_what_was_not_seen_is_new() -> None:
    """The newest first, those without a date last."""
    heads = [HEADS[1], HEADS[2], HEADS[3]]

    assert unseen(heads, {"forge/e2": 0.0}) == [HEADS[3], HEADS[1]]
    assert unseen(heads, {key_of(each): 1.0 for each in heads}) == []


def test_an_episode_stays_new_for_a_while() -> None:
    """Its show notes may come days after the feed; what was there at first is never new."""
    seen = {"forge/e1": 0.0, "forge/e2": 1_000.0}

    assert recent(HEADS.values(), seen, 1_000.0 + NEW_FOR - 1) == {
        "mill/e3": 1_000.0 + NEW_FOR - 1,
        "forge/e2": 1_000.0,
    }
    assert recent(HEADS.values(), seen, 1_000.0 + NEW_FOR) == {"mill/e3": 1_000.0 + NEW_FOR}
