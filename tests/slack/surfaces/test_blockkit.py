"""Every message, modal and Home passes a check of Block Kit that we did not write."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk import WebClient

from bot.ask import Asker
from bot.config import BUNDLED_SEEDS, Settings
from bot.digest.subscription import Subscription, Wish
from bot.load import load
from bot.model import Stance
from bot.render.blocks import to_message, to_view
from bot.render.digest import digest_message, new_episode_message, watch_message
from bot.render.request import Kind, Request
from bot.slack import standing, watching
from bot.slack.catalogue import glance
from bot.slack.desk import Desk
from bot.slack.digest_form import Shown, form, unchecked
from bot.slack.episodes import answer
from bot.slack.listening import _apology
from bot.slack.places import STRANGER, UNSEEN, Place
from bot.slack.surfaces import (
    commands,
    digest_window,
    home,
    related,
    search,
    settings,
    unfurl,
    watch_window,
)
from bot.slack.turn import Turn
from bot.slack.views import home as home_view
from bot.slack.views import modal
from bot.slack.wishes import Menu, content_of
from bot.store import Store
from tests.answers import full_answer
from tests.slack.surfaces.workspace import elements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.dialogue import Answer
    from bot.state import State

SHARED = Path(os.environ.get("PLAYHEAD_SHARED", Path(__file__).parents[4] / "shared"))
CHECK = SHARED / "slack_peer" / "blockkit_check"
GOLD = SHARED / "gold" / "dev.jsonl"
POSTS = SHARED / "corpus" / "runninginproduction" / "_posts"

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(not CHECK.exists(), reason=f"no {CHECK}"),
    pytest.mark.skipif(not shutil.which("npm"), reason="the check needs node and npm"),
]

Item = dict[str, Any]


def violations(items: list[Item]) -> list[str]:
    """What the check finds fault with."""
    done = subprocess.run(
        [CHECK],
        input="\n".join(json.dumps(item) for item in items),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert f"{len(items)} checked" in done.stderr, done.stderr
    return done.stdout.splitlines()


def message(found: Answer, request: Request, **how: Any) -> Item:
    """A message as the check takes it."""
    made = to_message(found, request, **how)
    return {
        "kind": "message",
        "name": request.text[:60],
        "text": made.text,
        "blocks": list(made.blocks),
    }


def pages(found: Answer, request: Request) -> Iterator[Item]:
    """All pages of an answer, each reached by the button of the one before."""
    while True:
        item = message(found, request, share=True)
        yield item
        more = [each for each in elements(item["blocks"]) if each["action_id"] == "page:more"]
        if not more:
            return
        request = Request.unpacked(more[0]["value"])


def view(name: str, made: Item) -> Item:
    """A modal or Home as the check takes it."""
    return {"kind": made["type"], "name": name, "view": made, "blocks": made["blocks"]}


@pytest.mark.skipif(not (GOLD.exists() and POSTS.exists()), reason=f"no gold in {SHARED}")
def test_every_answer_to_the_gold_questions(tmp_path: Path) -> None:
    """Every page of it, and as a modal."""
    with Store.open(tmp_path / "corpus.db") as store:
        load(store, (str(POSTS),), seeds=BUNDLED_SEEDS)
        asker = Asker(store, date(2022, 6, 1))
        items: list[Item] = []
        for row in GOLD.read_text(encoding="utf-8").splitlines():
            request = Request(json.loads(row)["question"])
            found = answer(asker, request)
            items += pages(found, request)
            items.append(view(request.text[:60], modal(request.text or "?", to_view(found))))

    assert len(items) > 350
    assert violations(items) == []


def test_every_surface(asker: Asker, state: State) -> None:
    """What the scenarios show, and answers that have something in every field."""
    desk = Desk(Settings(), lambda: asker, state)
    heads = list(asker.lexicon().heads.values())
    items = [
        message(answer(asker, Request(head.slug, kind)), Request(head.slug, kind))
        for head in heads
        for kind in Kind
    ]
    items += pages(full_answer(), Request("who uses Terraform?"))
    items.append(message(full_answer(), Request("?"), shared_by="U1"))
    for card in (unfurl.card_of(asker, f"{heads[0].url}{at}") for at in ("", "#10:00")):
        items.append({"kind": "message", "name": "card", "text": "card", "blocks": card})
    reply = json.loads(commands.written(desk.reply(Request("help"), share=True)))
    items.append(
        {"kind": "message", "name": "help", "text": reply["text"], "blocks": reply["blocks"]}
    )
    items += [
        view("home", home_view(home.content(glance(asker)))),
        view("search", search.form([2019, 2020])),
        view("results", search.results(desk, "who uses postgres?")),
        view("related", modal("Related episodes", to_view(related.related(desk, "our Terraform")))),
        view("apology", _apology()),
    ]

    assert violations(items) == []


def test_everything_about_digests_and_watches(asker: Asker, state: State) -> None:
    """Posts of every episode, forms empty and full, lists, and the Home with many of them."""
    desk = Desk(Settings(), lambda: asker, state, lambda: 1_700_000_000.0)
    asked = Wish(("flask",), ("databases",), ("runninginproduction",), (2020,))
    contents = [content_of(asker, head) for head in desk.heads()]
    messages = [digest_message(each, asked, user="U1") for each in contents]
    messages += [new_episode_message(each) for each in contents]
    messages += [
        watch_message(each.head, "Terraform", stance, each.moments[0] if each.moments else None)
        for each in contents
        for stance in (Stance.USES, Stance.PLANS)
    ]
    seen = glance(asker)
    for typed in ("Terrafrom", "databases", "qwertzuiop"):
        read = watching.read(typed, seen)
        messages.append(watching.unknown_message(read, seen.vocabulary, watching.ADD))
    messages.append(watching.watched_message(["Go", "Redis"], "<#C1>", [1, 2], new=True))
    for number in range(20):
        sub = Subscription("T1", f"C{number}", wish=asked, announce=True)
        state.digests.save(sub, "U1", 1.0)
        for technology in list(seen.users)[:20]:
            state.watches.add("T1", sub.channel, technology, "U1", 1.0)
    watches = state.watches.of_channel("T1", "C1")
    messages += [
        watching.list_message(watches, seen.vocabulary, "C1"),
        watching.list_message([], seen.vocabulary, "U1"),
    ]
    items: list[Item] = [
        {"kind": "message", "name": each.text[:60], "text": each.text, "blocks": list(each.blocks)}
        for each in messages
    ]
    found = [
        standing.Standing(sub.channel, sub, tuple(watches)) for sub in state.digests.of_team("T1")
    ]
    menu = Menu(seen, asker.shows())
    kept = replace(found[0].sub or Subscription("T1", "C1"), paused_until=date(2099, 1, 1))
    there, alone = Place("C1", checked=True), Place("U1", checked=True)
    turn = Turn(desk, {}, WebClient(), "T1")
    items += [
        view("home", home_view(home.content(seen, standing.content(desk, "U1", found)))),
        view("empty home", home_view(home.content(seen, standing.content(desk, "U1", [])))),
        view("unchecked", unchecked(Place("C1", problem=UNSEEN))),
        view("nowhere", unchecked(Place())),
        view("form", form(kept, menu, Shown(there, 1.7e9, digest_window.notes_of(desk, kept)))),
        view("own form", form(replace(kept, channel="U1"), menu, Shown(alone, 1.7e9))),
        view("watches", watch_window.filled(turn, there)),
        view("settings", settings.filled(turn, there)),
        view("settings of a stranger", settings.filled(turn, Place("C1", problem=STRANGER))),
        view("saved", digest_window.confirmation(desk, kept, 3)),
    ]

    assert violations(items) == []


def test_the_check_finds_faults() -> None:
    """It would say so if there were any."""
    item = message(full_answer(), Request("?"))
    broken = {**item, "blocks": [*item["blocks"], *item["blocks"]] * 5}

    assert violations([broken])
