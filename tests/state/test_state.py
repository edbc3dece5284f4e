"""What people made is kept, answered once, and forgotten in time; in both databases alike."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from bot.state import State
from bot.state.state import ABANDONED, ATTEMPTS, DAY, KEEP

if TYPE_CHECKING:
    from pathlib import Path

NOW = 1_700_000_000.0


def test_the_first_claim_wins(state: State) -> None:
    """Slack delivers a post more than once; it is answered once."""
    assert [state.claim("T1:Ev1", NOW + later) for later in (0, 0, 1, ABANDONED)] == [
        True, False, False, False,
    ]  # fmt: skip
    assert state.claim("T1:Ev2", NOW) is True


def test_an_abandoned_claim_is_free_again(state: State) -> None:
    """Whoever claimed it crashed before answering; the next delivery is answered, once."""
    state.claim("T1:Ev1", NOW)

    assert state.claim("T1:Ev1", NOW + ABANDONED + 1) is True
    assert state.claim("T1:Ev1", NOW + ABANDONED + 2) is False


def test_a_finished_claim_is_never_free_again(state: State) -> None:
    """However late a delivery comes."""
    state.claim("T1:Ev1", NOW)
    state.finish("T1:Ev1")

    assert state.claim("T1:Ev1", NOW + 20 * DAY) is False


def test_a_claim_that_was_given_back_is_free_at_once(state: State) -> None:
    """Unless it was answered in the meantime."""
    state.claim("T1:Ev1", 0.0)
    state.release("T1:Ev1")

    assert state.claim("T1:Ev1", 1.0)
    state.finish("T1:Ev1")
    state.release("T1:Ev1")
    assert not state.claim("T1:Ev1", 100.0)


def test_whoever_was_slow_to_begin_learns_that_others_did(state: State) -> None:
    """A claim is renewed by who holds it, and by nobody else."""
    state.claim("T1:Ev1", NOW)
    assert state.renew("T1:Ev1", NOW, NOW + 50) is True
    assert state.claim("T1:Ev1", NOW + ABANDONED + 1) is False

    assert state.claim("T1:Ev1", NOW + 50 + ABANDONED + 1) is True
    assert state.renew("T1:Ev1", NOW + 50, NOW + 200) is False

    state.finish("T1:Ev1")
    assert state.renew("T1:Ev1", NOW + 50 + ABANDONED + 1, NOW + 200) is False


def test_what_a_crash_left_can_be_taken_up(state: State) -> None:
    """Slack does not deliver again what it has been told was taken; the payload is enough."""
    state.claim("T1:Ev1", NOW, "the first")
    state.claim("T1:Ev2", NOW + 1, "the second")
    state.claim("T1:Ev3", NOW, "answered")
    state.finish("T1:Ev3")
    state.claim("T1:Ev4", NOW)
    state.claim("T1:Ev5", NOW + ABANDONED, "under way")

    assert state.abandoned(NOW + ABANDONED) == []
    assert state.abandoned(NOW + ABANDONED + 2) == ["the first", "the second"]


def test_what_crashes_every_time_is_left_alone(state: State) -> None:
    """Three attempts are enough."""
    later = ABANDONED + 1
    for attempt in range(ATTEMPTS):
        assert state.abandoned(NOW + attempt * later) == (["again"] if attempt else [])
        assert state.claim("T1:Ev1", NOW + attempt * later, "again") is True

    assert state.abandoned(NOW + ATTEMPTS * later) == []


def test_threads_cannot_both_claim(state: State) -> None:
    """Deliveries arrive together, on many threads."""
    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(lambda _: state.claim("T1:Ev1", NOW), range(40)))

    assert won.count(True) == 1


def test_processes_share_it(state: State, place: str) -> None:
    """What one claimed, another sees."""
    with State.open(place) as other:
        assert [state.claim("T1:Ev1", NOW), other.claim("T1:Ev1", NOW)] == [True, False]
        assert [other.claim("T1:Ev2", NOW), state.claim("T1:Ev2", NOW)] == [True, False]


def test_a_thread_remembers_its_latest_question(state: State) -> None:
    """A follow-up builds on the question before it, not on the first one."""
    assert state.thread_question("T1", "C1", "1.0") is None
    state.remember_thread("T1", "C1", "1.0", "who uses Terraform?", NOW)
    state.remember_thread("T1", "C1", "1.0", "and Ansible?", NOW + 1)

    assert state.thread_question("T1", "C1", "1.0") == "and Ansible?"
    assert state.thread_question("T1", "C2", "1.0") is None
    assert state.thread_question("T2", "C1", "1.0") is None


@pytest.mark.parametrize("text", ["", "naïve 🎧 <!channel>", "a\0b", "\ud800", "x" * 40_000])
def test_any_question_can_be_kept(state: State, text: str) -> None:
    """Whatever people paste, nothing but what no database can hold is lost."""
    state.remember_thread("T1", "C1", "1.0", text, NOW)
    state.record_gap("T1", text, NOW)

    assert state.thread_question("T1", "C1", "1.0") == text.replace("\0", "").replace("\ud800", "?")


def test_a_channel_listens_to_mentions_until_told_otherwise(state: State) -> None:
    """Each channel for itself."""
    assert state.channel_mode("T1", "C1") == "mention"
    state.set_channel_mode("T1", "C1", "thread", "U1", NOW)
    assert state.channel_mode("T1", "C1") == "thread"
    state.set_channel_mode("T1", "C1", "off", "U2", NOW + 1)

    assert state.channel_mode("T1", "C1") == "off"
    assert state.channel_mode("T1", "C2") == "mention"


def test_an_unknown_mode_is_refused(state: State) -> None:
    """A slip in the code must not silence a channel."""
    with pytest.raises(ValueError, match="no such mode: loud"):
        state.set_channel_mode("T1", "C1", "loud", "U1", NOW)


def test_no_text_is_kept_for_more_than_thirty_days(state: State) -> None:
    """Threads, unanswered questions and feedback go; what a channel chose stays."""
    state.claim("T1:Ev1", NOW)
    state.remember_thread("T1", "C1", "1.0", "old", NOW)
    state.remember_thread("T1", "C1", "2.0", "young", NOW + 2)
    state.record_gap("T1", "who?", NOW)
    state.record_feedback("T1", "U1", "key", "up", NOW)
    state.set_channel_mode("T1", "C1", "off", "U1", NOW)

    assert state.purge(NOW + KEEP) == 0
    assert state.purge(NOW + KEEP + 1) == 4
    assert state.thread_question("T1", "C1", "1.0") is None
    assert state.thread_question("T1", "C1", "2.0") == "young"
    assert state.channel_mode("T1", "C1") == "off"


def test_asking_again_keeps_a_thread_longer(state: State) -> None:
    """Its age is that of its latest question."""
    state.remember_thread("T1", "C1", "1.0", "first", NOW)
    state.remember_thread("T1", "C1", "1.0", "second", NOW + 20 * DAY)

    assert state.purge(NOW + KEEP + DAY) == 0


def test_a_forgotten_workspace_leaves_nothing(state: State) -> None:
    """And takes nothing of another with it."""
    for team in ("T1", "T2"):
        state.claim(f"{team}:Ev1", NOW)
        state.remember_thread(team, "C1", "1.0", "who?", NOW)
        state.set_channel_mode(team, "C1", "off", "U1", NOW)
        state.record_feedback(team, "U1", "key", "down", NOW)
        state.record_gap(team, "who?", NOW)

    assert state.forget_team("T1") == 5
    assert state.forget_team("T1") == 0
    assert state.channel_mode("T1", "C1") == "mention"
    assert state.channel_mode("T2", "C1") == "off"
    assert state.claim("T2:Ev1", NOW) is False


def test_a_forgotten_organisation_takes_its_workspaces_along(state: State) -> None:
    """Those that used the app because the organisation did, and no other."""
    for team in ("T1", "T2", "T3"):
        state.set_channel_mode(team, "C1", "off", "U1", NOW)
    state.belongs("T1", "E1")
    state.belongs("T2", "E1")
    state.belongs("T2", "E1")

    assert state.forget_team("E1") == 4
    assert [state.channel_mode(team, "C1") for team in ("T1", "T2", "T3")] == [
        "mention", "mention", "off",
    ]  # fmt: skip


def test_the_latest_thumbs_count(state: State) -> None:
    """A person who changes their mind has one opinion; the same gap is kept once."""
    state.record_feedback("T1", "U1", "key", "up", NOW)
    state.record_feedback("T1", "U1", "key", "down", NOW)
    state.record_gap("T1", "who?", NOW)
    state.record_gap("T1", "who?", NOW + 1)

    assert state.forget_team("T1") == 2


def test_what_happens_can_be_counted(tmp_path: Path) -> None:
    """The observer is told each event by its name."""
    seen: list[str] = []
    with State.open(tmp_path / "state.db", seen.append) as state:
        state.claim("T1:Ev1", NOW)
        state.claim("T1:Ev1", NOW)
        state.finish("T1:Ev1")
        state.record_gap("T1", "who?", NOW)
        state.record_feedback("T1", "U1", "key", "up", NOW)

    assert seen == ["claimed", "duplicate", "answered", "unanswered", "feedback"]


def test_a_claim_survives_the_process(place: str) -> None:
    """It is on disk before the caller goes on."""
    with State.open(place) as state:
        state.claim("T1:Ev1", NOW)

    with State.open(place) as state:
        assert state.claim("T1:Ev1", NOW + 1) is False
        state.check()
