"""Digests and watches in a Slack that we did not write: set up there, posted there by the clock."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bot.ask import Asker
from bot.config import BUNDLED_SEEDS, Settings
from bot.load import load
from bot.scheduler import Clock, Library, News
from bot.slack.app import assemble
from bot.slack.client import web_client
from bot.slack.desk import Desk
from bot.slack.poster import SlackPoster
from bot.state import State
from bot.store import Store
from tests.slack.surfaces.conftest import Clock as Hands
from tests.slack.surfaces.peering import MARKS, Served, people, running, settings_of
from tests.slack.surfaces.test_blockkit import CHECK, violations
from tests.slack.surfaces.workspace import element

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [*MARKS, pytest.mark.skipif(not CHECK.exists(), reason=f"no {CHECK}")]

MORNING = 1_714_989_600.0
"""6 May 2024, a Monday, 10:00 in UTC."""


@dataclass
class House:
    """An app, its clock, and the hands of that clock.

    Attributes:
        served: The app behind a web server.
        clock: Posts what is due.
        news: Looks for what is new.
        hands: What time it is.
    """

    served: Served
    state: State
    store: Store
    clock: Clock
    news: News
    hands: Hands

    def tick(self, seconds: float) -> None:
        """Let time pass, then let the clock do all that is due."""
        self.hands.time += seconds
        while self.clock.tick():
            self.hands.time += 2


@pytest.fixture(scope="module")
def emulator() -> Iterator[dict[str, str]]:
    """Settings of a running emulator of our own."""
    with running() as settings:
        yield settings


@pytest.fixture
def house(emulator: dict[str, str], tmp_path: Path) -> Iterator[House]:
    """Everything of ours, with a catalogue of its own."""
    hands = Hands()
    hands.time = MORNING
    slack = settings_of(emulator)
    with (
        Store.open(tmp_path / "store.db") as store,
        State.open(tmp_path / "state.db") as state,
    ):
        load(store, (str(BUNDLED_SEEDS),), seeds=BUNDLED_SEEDS)
        asker = Asker(store, date(2024, 5, 6))
        served = Served(assemble(Desk(Settings(slack=slack), lambda: asker, state, hands)))
        library = Library(lambda: asker)
        poster = SlackPoster(lambda _: web_client(slack))
        clock = Clock(state.outbox, library, poster, hands)
        news = News(library, state.novelties, state.watches, state.outbox, hands, settled=0)
        yield House(served, state, store, clock, news, hands)
        served.close()


@pytest.fixture
def peer(emulator: dict[str, str], house: House) -> Iterator[Any]:
    """The emulator as people use it, back at its seed, with the bot in two channels."""
    with people(emulator, house.served) as slack:
        for name in ("engineering", "support"):
            slack.client_of("alice").conversations_invite(
                channel=slack.channel(name), users=slack.bot_user
            )
        yield slack


def clean(messages: list[dict[str, Any]]) -> bool:
    """Whether the independent check finds no fault with any of some posts."""
    items = [
        {"kind": "message", "name": each["ts"], "text": each["text"], "blocks": each["blocks"]}
        for each in messages
    ]
    return violations(items) == []


def opened(peer: Any, field: str, user: str = "alice") -> Any:
    """The window of a person once it is filled in."""

    def look() -> Any:
        view = peer.modal(user)
        return view if view and field in json.dumps(view["blocks"]) else None

    return peer.wait(look)


def test_a_channel_subscribes_and_reads_its_posts(peer: Any, house: House) -> None:
    """By the form, then at its time every day, each day another episode, all without a fault."""
    channel = peer.channel("engineering")
    assert peer.slash("/playhead", "digest").in_time
    form = opened(peer, "digest:zone")
    zone = peer.options("digest:zone", "Tokyo").json["options"][0]
    flask = peer.options("digest:wish", "flask").json["option_groups"][0]["options"][0]
    element(form["blocks"], "digest:zone")["initial_option"] = zone
    element(form["blocks"], "digest:wish")["initial_options"] = [flask]
    answer = peer.submit(form, {"at": "09:30"}).json

    assert answer["response_action"] == "update"
    assert f"<#{channel}> gets an episode on workdays at 09:30, Asia/Tokyo" in json.dumps(answer)
    house.tick(3_600)
    assert peer.by_bot("engineering") == []
    for _ in range(3):
        upcoming = house.state.digests.upcoming(peer.team_id, channel)
        assert upcoming is not None
        house.tick(upcoming.due + 61 - house.hands.time)
    posts = peer.wait(lambda: peer.by_bot("engineering"))
    assert len({each["text"] for each in posts}) == 3 == len(posts)
    assert all("Episode of the day" in each["text"] for each in posts)
    assert all("#" in json.dumps(each["blocks"]) for each in posts)
    assert clean(posts)


def test_another_one_and_similar(peer: Any, house: House) -> None:
    """Both in the thread of the post."""
    peer.slash("/playhead", "digest now")
    (post,) = peer.wait(lambda: peer.by_bot("engineering"))
    assert house.hands.time == MORNING

    peer.click("digest:another", "bob", "engineering", post["ts"])
    (other,) = peer.wait(lambda: peer.replies("engineering", post["ts"]))
    peer.click("episode:similar", "bob", "engineering", post["ts"])
    both = peer.wait(lambda: peer.replies("engineering", post["ts"])[1:])

    assert f"asked for by <@{peer.user('bob')}>" in json.dumps(other["blocks"])
    assert other["text"].splitlines()[-1] != post["text"].splitlines()[-1]
    assert clean([post, other, *both])


@pytest.mark.parametrize("channel", ["leads", "announcements"])
def test_a_channel_without_the_bot(peer: Any, house: House, channel: str) -> None:
    """Private or not: it is explained where somebody tries, and nothing is kept."""
    peer.slash("/playhead", "digest", channel=channel)
    form = opened(peer, "/invite @Playhead")

    answer = peer.submit(form, {}).json

    assert "/invite @Playhead" in json.dumps(answer["errors"])
    assert house.state.digests.of_team(peer.team_id) == []


def test_words_are_answered_in_time(peer: Any, house: House) -> None:
    """Each with what holds then, to the person only."""
    peer.slash("/playhead", "digest")
    peer.submit(opened(peer, "digest:zone"), {})
    said = {
        "digest preview": "Preview, comes",
        "digest pause 2 weeks": "It rests until 20 May 2024",
        "digest resume": "It comes again",
        "digest off": "Nothing comes here any more",
        "watch Terrafrom": "Did you mean",
        "watches": "Nothing is watched here",
    }
    for text, words in said.items():
        assert peer.slash("/playhead", text).in_time
        assert peer.wait(lambda words=words: words in json.dumps(peer.ephemeral("alice")))
    assert house.state.digests.upcoming(peer.team_id, peer.channel("engineering")) is None
    assert peer.by_bot("engineering") == []


def test_a_watch_tells_of_a_new_episode_once(peer: Any, house: House, tmp_path: Path) -> None:
    """With the line and its second, in the channel that watches and nowhere else."""
    house.news.look()
    peer.slash("/playhead", "watch Terraform", channel="support")
    assert peer.wait(lambda: "watches Terraform" in json.dumps(peer.ephemeral("alice")))
    (tmp_path / "show.yml").write_text(SHOW, encoding="utf-8")
    (tmp_path / "2024-05-05-7-widgets.md").write_text(EPISODE, encoding="utf-8")
    load(house.store, (str(tmp_path),), seeds=BUNDLED_SEEDS)

    for _ in range(3):
        house.news.look()
        house.tick(60)

    (note,) = peer.wait(lambda: peer.by_bot("support"))
    assert note["text"].startswith("Terraform is used in a new episode: Widgets in Space")
    assert "▶ 12:34 Terraform brings every server up" in note["text"]
    assert peer.by_bot("engineering") == []
    assert clean([note])


SHOW = """\
id: space
title: Widgets in Space
site: https://space.example
"""
EPISODE = """\
---
title: "Widgets in Space"
category: "podcast"
guest: "Ada Example"
tags:
  - "terraform"
---

## Topics Include

- 1:00 -- Why widgets are sent to space at all
- 12:34 -- Terraform brings every server up
"""


def test_the_home_leads_to_the_forms(peer: Any, house: House) -> None:
    """What comes to a person alone is set up there, and shown from then on."""
    peer.app_home_opened("carol")
    home = peer.wait(lambda: peer.home("carol"))
    peer.click("digest:edit:me", "carol", view=home)
    peer.submit(opened(peer, "digest:zone", "carol"), {}, user="carol")
    assert house.state.digests.subscription(peer.team_id, peer.user("carol"))

    peer.app_home_opened("carol")
    shown = peer.wait(lambda: "You alone" in json.dumps(peer.home("carol")) and peer.home("carol"))
    house.tick(86_400)

    assert element(shown["blocks"], f"digest:edit:{peer.user('carol')}")
    assert peer.wait(lambda: peer.by_bot(peer.dm_channel("carol")))
