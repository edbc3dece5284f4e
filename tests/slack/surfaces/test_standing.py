"""The Home shows what comes to a person and to their channels, and lets them change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.digest.subscription import Subscription, Wish
from bot.slack import standing
from tests.slack.local_slack import CHANNEL, TEAM, USER, Failure
from tests.slack.surfaces.workspace import element, elements, everything

if TYPE_CHECKING:
    from bot.state import State
    from tests.slack.local_slack import LocalSlack, Payload
    from tests.slack.surfaces.conftest import Clock
    from tests.slack.surfaces.workspace import Workspace


def home(workspace: Workspace, slack: LocalSlack) -> list[Payload]:
    """The blocks of the Home."""
    workspace.event({"type": "app_home_opened", "user": USER, "channel": "D1", "tab": "home"})
    blocks: list[Payload] = slack.of("views.publish")[-1]["view"]["blocks"]
    return blocks


def subscribe(state: State, clock: Clock, channel: str, **fields: object) -> None:
    """A digest of a channel or a person."""
    sub = Subscription(TEAM, channel, **fields)  # type: ignore[arg-type]
    state.digests.save(sub, "U7", clock())


def test_nothing_comes_yet(workspace: Workspace, slack: LocalSlack) -> None:
    """There are buttons to begin; nobody is asked for channels."""
    blocks = home(workspace, slack)

    assert standing.NOTHING in everything(blocks)
    assert element(blocks, "digest:edit:channel")["value"] == "new"
    assert element(blocks, "watch:edit:me")["value"] == USER
    assert slack.of("users.conversations") == []


def test_what_comes_is_shown_with_a_way_to_change_it(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """To the person first, then to each channel; when, what, and who changed it."""
    subscribe(state, clock, CHANNEL, wish=Wish(("flask",)))
    subscribe(state, clock, USER, on=False, announce=True)
    state.watches.add(TEAM, CHANNEL, "terraform", USER, clock())
    state.watches.add(TEAM, CHANNEL, "redis", USER, clock())

    blocks = home(workspace, slack)

    texts = [block["text"]["text"] for block in blocks if "accessory" in block]
    assert texts[0].startswith("*You alone* · Notes of new episodes\n")
    lines = texts[1].splitlines()
    assert lines[0] == f"*<#{CHANNEL}>* · An episode on workdays at 09:00, UTC"
    assert lines[1] == "With Flask"
    assert "Next: Wednesday, 15 Nov 2023 at 09:00." in texts[1]
    assert "Set up by <@U7>" in texts[1]
    assert texts[2] == f"*<#{CHANNEL}>* · Watches Redis and Terraform"
    assert element(blocks, f"digest:edit:{CHANNEL}")["value"] == CHANNEL
    assert element(blocks, f"watch:edit:{CHANNEL}")["value"] == CHANNEL


def test_other_peoples_channels_are_not_shown(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """Nor what other people get alone, nor what is switched off; all pages are read."""
    for channel in (CHANNEL, "C2", "C3", "U9"):
        subscribe(state, clock, channel)
    subscribe(state, clock, "C4", on=False)
    state.watches.add("T2", CHANNEL, "redis", USER, clock())
    slack.channels = [["C9", "C4"], ["C3"]]

    blocks = home(workspace, slack)

    edits = [each["value"] for each in elements(blocks) if each["action_id"].startswith("digest:")]
    assert edits == ["C3", "new", USER]
    assert "Watches Redis" not in everything(blocks)


def test_a_workspace_that_does_not_tell_shows_ones_own(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """Better than what others should not see."""
    for channel in (CHANNEL, USER):
        subscribe(state, clock, channel)
    slack.fail("users.conversations", Failure("missing_scope"))

    blocks = home(workspace, slack)

    assert element(blocks, f"digest:edit:{USER}")
    assert f"digest:edit:{CHANNEL}" not in everything(blocks)


def test_many_channels_fit(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """A Home has room for a hundred blocks."""
    ids = [f"C{number:03}" for number in range(60)]
    for channel in ids:
        subscribe(state, clock, channel)
        state.watches.add(TEAM, channel, "redis", USER, clock())
    slack.channels = [ids]

    blocks = home(workspace, slack)

    assert len(blocks) <= 100
    assert "and 45 more channels" in everything(blocks)


def test_what_was_changed_is_there_at_once(workspace: Workspace, slack: LocalSlack) -> None:
    """The Home is open behind the form."""
    blocks = home(workspace, slack)
    for action, shown in (("digest:edit:me", "You alone"), ("watch:edit:me", "Watches Redis")):
        pressed = {**element(blocks, action), "block_id": "b"}
        workspace.interact("block_actions", actions=[pressed], container={"type": "view"})
        view = slack.of("views.open")[-1]["view"]
        redis = {"selected_options": [{"value": "redis"}]}
        workspace.submit(view, **({"watched": redis} if "watch" in action else {}))

        assert shown in everything(slack.of("views.publish")[-1]["view"])
