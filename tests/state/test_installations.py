"""Workspaces that installed the app are kept sealed, one record each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from bot.errors import StoreError
from bot.state import Vault, tables
from bot.state.database import Database

if TYPE_CHECKING:
    from bot.state import State

NOW = 1_700_000_000.0
TOKEN = "xoxb-a-token"  # noqa: S105 - no secret


def key() -> str:
    """A new key."""
    return Fernet.generate_key().decode()


def test_the_latest_installation_is_found(state: State) -> None:
    """By workspace, or by organisation for an app that is installed in all of one."""
    kept = state.installations(Vault([key()]))
    kept.save("", "T1", {"bot_token": "first"}, NOW)
    kept.save("", "T1", {"bot_token": TOKEN}, NOW + 1)
    kept.save("E1", "", {"bot_token": "of all"}, NOW)

    assert kept.find("", "T1") == {"bot_token": TOKEN}
    assert kept.find("E1", "") == {"bot_token": "of all"}
    assert kept.find("E1", "T1") is None


def test_a_workspace_is_found_by_its_id_alone(state: State) -> None:
    """Its own install first, else that of its organisation."""
    kept = state.installations(Vault([key()]))
    kept.save("E1", "", {"bot_token": "of all"}, NOW + 2)
    kept.save("E1", "T1", {"bot_token": "older"}, NOW)
    kept.save("", "T1", {"bot_token": TOKEN}, NOW + 1)
    state.belongs("T1", "E1")
    state.belongs("T2", "E1")

    assert kept.of_team("T1") == {"bot_token": TOKEN}
    assert kept.of_team("T2") == {"bot_token": "of all"}
    assert kept.of_team("T3") is None


def test_no_token_lies_in_the_database(state: State, place: str) -> None:
    """Whoever reads the table reads nothing."""
    state.installations(Vault([key()])).save("", "T1", {"bot_token": TOKEN}, NOW)
    database = Database(place)
    (sealed,) = database.all(select(tables.INSTALLATIONS.c.sealed))
    database.close()

    assert TOKEN.encode() not in sealed


def test_a_new_key_may_join_the_old_one(state: State) -> None:
    """Keys are exchanged without installing anew: new records go by the new key."""
    old, new = key(), key()
    state.installations(Vault([old])).save("", "T1", {"n": 1}, NOW)
    both = state.installations(Vault([new, old]))
    both.save("", "T2", {"n": 2}, NOW)

    assert both.find("", "T1") == {"n": 1}
    assert state.installations(Vault([new])).find("", "T2") == {"n": 2}
    assert state.installations(Vault([new])).count() == (1, 1)


def test_another_key_opens_nothing(state: State) -> None:
    """And the person reads what to do."""
    state.installations(Vault([key()])).save("", "T1", {"n": 1}, NOW)

    with pytest.raises(StoreError, match="PLAYHEAD_ENCRYPTION_KEY"):
        state.installations(Vault([key()])).find("", "T1")


def test_a_deleted_or_forgotten_workspace_is_gone(state: State) -> None:
    """Uninstalling deletes the token."""
    kept = state.installations(Vault([key()]))
    kept.save("", "T1", {}, NOW)
    kept.save("E1", "T2", {}, NOW)
    kept.save("E1", "", {}, NOW)
    kept.delete("", "T1")
    state.forget_team("T2")
    state.forget_team("E1")

    assert kept.count() == (0, 0)


def test_an_install_ends_once_in_time_and_where_it_began(state: State) -> None:
    """A value that somebody made up, used before or kept too long is worth nothing."""
    kept = state.installations(Vault([key()]))
    for value in ("a", "b"):
        kept.begin(value, NOW + 600)

    assert kept.complete("a", NOW + 600) is True
    assert kept.complete("a", NOW) is False
    assert kept.complete("b", NOW + 601) is False
    assert kept.complete("made up", NOW) is False
    assert state.purge(NOW + 601) == 1


@pytest.mark.parametrize("keys", [[], ["short"], ["é" * 32]])
def test_what_is_no_key_is_refused(keys: list[str]) -> None:
    """Before anything is sealed with it."""
    with pytest.raises(ValueError, match=r"."):
        Vault(keys)
