"""``/playhead watch``: what is watched, what was meant, and who may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.slack import places, watching
from bot.slack.surfaces import watch_window
from tests.slack.local_slack import BOT_USER, CHANNEL, DM, TEAM, USER, Failure
from tests.slack.surfaces.workspace import element, elements, everything, reply

if TYPE_CHECKING:
    from bot.state import State
    from tests.slack.local_slack import LocalSlack, Payload
    from tests.slack.surfaces.conftest import Clock
    from tests.slack.surfaces.workspace import Workspace


def said(slack: LocalSlack) -> Payload:
    """The last answer, which only the person sees."""
    payload = slack.of("respond")[-1]
    assert (payload["response_type"], payload["replace_original"]) == ("ephemeral", False)
    return payload


def watched(state: State, channel: str = CHANNEL) -> list[str]:
    """Ids of what a conversation watches."""
    return [each.technology for each in state.watches.of_channel(TEAM, channel)]


def test_a_technology_is_watched(workspace: Workspace, slack: LocalSlack, state: State) -> None:
    """By whatever name people call it, and with what an answer would say so far."""
    answer = reply(workspace.slash("/playhead", "how many use kubernetes?"))
    workspace.slash("/playhead", "watch k8s")

    assert watched(state) == ["kubernetes"]
    assert "This channel watches Kubernetes now" in said(slack)["text"]
    assert "*Kubernetes* is used in 1 episode so far." in said(slack)["text"]
    assert answer["text"].startswith("1 of 14 episodes")
    workspace.slash("/playhead", "watch Kubernetes?")
    assert "Kubernetes already" in said(slack)["text"]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Terraform, Ansible and Redis", ["ansible", "redis", "terraform"]),
        ("Ruby on Rails", ["rails"]),
        ("“Terraform”", ["terraform"]),
        ("c#", ["c-sharp"]),
        ("*.NET*!", ["dotnet"]),
    ],
)
def test_several_at_once(workspace: Workspace, state: State, typed: str, ids: list[str]) -> None:
    """However they are written."""
    workspace.slash("/playhead", f"watch {typed}")

    assert watched(state) == ids


def test_a_misspelt_name_is_asked_about(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """Nothing is watched by mistake; one press says what was meant."""
    workspace.slash("/playhead", "watch Terrafrom")

    assert watched(state) == []
    assert "I know no technology called “Terrafrom”" in said(slack)["text"]
    assert "Did you mean Terraform?" in said(slack)["text"]
    workspace.click(element(said(slack)["blocks"], "watch:add:0"), ephemeral=True)
    assert watched(state) == ["terraform"]


def test_a_name_that_is_like_no_other(workspace: Workspace, slack: LocalSlack) -> None:
    """There is nothing to press then, and markup in it stays plain words."""
    workspace.slash("/playhead", "watch &lt;!channel&gt;qwertzuiop")

    assert "&lt;!channel&gt;qwertzuiop" in said(slack)["text"]
    assert elements(said(slack)["blocks"]) == []


def test_a_category_offers_what_is_in_it(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """Somebody who watches all databases hears of every episode."""
    workspace.slash("/playhead", "watch databases")

    assert "“databases” is a whole category" in said(slack)["text"]
    workspace.click(element(said(slack)["blocks"], "watch:add:0"), ephemeral=True)
    assert watched(state) == ["postgres"]


@pytest.mark.parametrize("text", ["watch", "unwatch", "watch  ?"])
def test_nothing_typed(workspace: Workspace, slack: LocalSlack, text: str) -> None:
    """Is answered with how it goes."""
    workspace.slash("/playhead", text)

    assert said(slack)["text"] == watching.USAGE


def test_a_watch_is_ended(workspace: Workspace, slack: LocalSlack, state: State) -> None:
    """What is not watched is said, with what was meant among what is."""
    workspace.slash("/playhead", "watch Terraform, Redis")
    workspace.slash("/playhead", "unwatch Ansible")
    assert said(slack)["text"] == "“Ansible” is not watched here."
    workspace.slash("/playhead", "unwatch Terrafrom")
    assert "Did you mean Terraform?" in said(slack)["text"]

    workspace.click(element(said(slack)["blocks"], "watch:remove:0"), ephemeral=True)

    assert said(slack)["text"] == "Terraform: not watched here any more."
    assert watched(state) == ["redis"]


def test_what_is_watched_is_listed(workspace: Workspace, slack: LocalSlack, clock: Clock) -> None:
    """With who wanted it and since when."""
    workspace.slash("/playhead", "watches")
    assert "Nothing is watched here" in said(slack)["text"]
    workspace.slash("/playhead", "watch Terraform")
    workspace.slash("/playhead", "watches")

    assert said(slack)["text"] == f"Watched for <#{CHANNEL}>: Terraform."
    shown = everything(said(slack)["blocks"])
    assert f"*Terraform*, by <@{USER}>, <!date^{int(clock())}^" in shown


def test_a_channel_watches_not_everything(workspace: Workspace, slack: LocalSlack) -> None:
    """Or it would be told of every episode twenty times over."""
    for start in (0, 10):
        names = [each["text"]["text"] for each in offered(workspace, "")][start : start + 10]
        workspace.slash("/playhead", f"watch {', '.join(names)}")

    workspace.slash("/playhead", "watch COBOL, Fortran, Erlang, Zend, Perl, Haskell")
    known = "I know no technology" in said(slack)["text"]
    workspace.slash("/playhead", f"watch {offered(workspace, '')[25]['text']['text']}")

    assert said(slack)["text"] == watching.TOO_MANY or known
    assert said(slack)["text"] == watching.TOO_MANY


@pytest.mark.parametrize(
    ("members", "problem"),
    [([[BOT_USER]], places.STRANGER), ([[USER]], places.NOT_THERE)],
)
def test_only_people_in_the_channel(
    workspace: Workspace,
    slack: LocalSlack,
    state: State,
    members: list[list[str]],
    problem: str,
) -> None:
    """Say what it watches."""
    slack.members = members

    workspace.slash("/playhead", "watch Terraform")

    assert said(slack)["text"] == problem
    assert watched(state) == []


def test_only_people_in_the_channel_end_a_watch(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """The bot need not be there for that."""
    workspace.slash("/playhead", "watch Terraform, Redis")
    slack.members = [[BOT_USER]]
    workspace.slash("/playhead", "unwatch Redis")
    assert said(slack)["text"] == places.STRANGER
    slack.fail("conversations.members", Failure("channel_not_found"))
    workspace.slash("/playhead", "unwatch Redis")

    assert watched(state) == ["terraform"]


def test_a_person_watches_alone(workspace: Workspace, slack: LocalSlack, state: State) -> None:
    """In a direct message."""
    workspace.slash("/playhead", "watch Terraform", channel_id=DM)

    assert "You watch Terraform now" in said(slack)["text"]
    assert watched(state, USER) == ["terraform"]
    assert slack.of("conversations.members") == []


# -- the form ------------------------------------------------------------------------------


def offered(workspace: Workspace, typed: str) -> list[Payload]:
    """What the menu offers."""
    found: list[Payload] = reply(workspace.suggest(watch_window.TECHNOLOGIES, typed))["options"]
    return found


def test_the_menu_offers_also_what_nobody_uses_yet(workspace: Workspace) -> None:
    """That is what one waits for."""
    assert len(offered(workspace, "")) == 100
    assert offered(workspace, "terraf")[0]["value"] == "terraform"
    assert "haskell" in [each["value"] for each in offered(workspace, "hask")]


def chosen(*ids: str) -> Payload:
    """What a menu of several sends."""
    return {"selected_options": [{"value": each} for each in ids]}


def test_the_form_changes_what_is_watched(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """Opened from the list, filled in, and only the difference is written down."""
    workspace.slash("/playhead", "watch Terraform, Redis")
    workspace.slash("/playhead", "watches")
    workspace.click(element(said(slack)["blocks"], "watch:edit:here"), ephemeral=True)
    view = slack.of("views.update")[-1]["view"]
    held = element(view["blocks"], watch_window.TECHNOLOGIES)["initial_options"]
    assert [each["value"] for each in held] == ["redis", "terraform"]

    answer = reply(workspace.submit(view, watched=chosen("redis", "ansible")))

    assert watched(state) == ["ansible", "redis"]
    assert "*Ansible*" in everything(answer["view"])
    what = [each.what for each in state.digests.changes(TEAM, CHANNEL)]
    assert what[:2] == ["watch ansible", "unwatch terraform"]


def test_the_form_of_a_channel_to_be_chosen(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """From the Home; nothing can be sent before the channel was looked at."""
    action = {"type": "button", "action_id": "watch:edit:channel", "block_id": "b", "value": "new"}
    workspace.interact("block_actions", actions=[action], container={"type": "view"})
    view = slack.of("views.open")[0]["view"]
    early = reply(workspace.submit(view, channel={"selected_conversation": CHANNEL}))
    assert early["errors"] == {"channel": places.UNCHECKED}

    workspace.choose(view, watch_window.CHANNEL, selected_conversation=CHANNEL)
    view = slack.of("views.update")[-1]["view"]
    workspace.submit(view, watched=chosen("terraform"))

    assert watched(state) == ["terraform"]


def test_a_stranger_cannot_send_the_form(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """It says why."""
    slack.members = [[BOT_USER]]
    button = {"type": "button", "action_id": "watch:edit:C1", "block_id": "b", "value": CHANNEL}
    workspace.interact("block_actions", actions=[button], container={"type": "view"})
    view = slack.of("views.update")[-1]["view"]

    assert places.STRANGER in everything(view)
    assert reply(workspace.submit(view))["errors"] == {"channel": places.STRANGER}
    assert watched(state) == []
