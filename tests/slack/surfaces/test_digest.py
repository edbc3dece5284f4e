"""``/playhead digest``: set up in a form, changed by a word, shown and posted at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from bot.digest.subscription import EVERY_DAY, WORKDAYS, Subscription, Wish, key_of
from bot.render.again import Again
from bot.render.digest import ANOTHER
from bot.slack import digest_form, places
from bot.slack.surfaces.another import ONLY_ONE
from bot.slack.surfaces.digest import NONE_HERE, NOTHING_FITS, UNTIL_WHEN, USAGE, until_of
from bot.slack.turn import APOLOGY
from tests.slack.local_slack import BOT_USER, CHANNEL, DM, TEAM, USER, Failure
from tests.slack.surfaces.workspace import element, everything, reply

if TYPE_CHECKING:
    from bot.slack.desk import Desk
    from bot.state import State
    from tests.slack.local_slack import LocalSlack, Payload
    from tests.slack.surfaces.conftest import Clock
    from tests.slack.surfaces.workspace import Workspace


def option(value: str) -> Payload:
    """A chosen entry of a menu."""
    return {"text": {"type": "plain_text", "text": value}, "value": value}


def options(*values: str) -> Payload:
    """What a menu of several sends."""
    return {"selected_options": [option(each) for each in values]}


def filled(slack: LocalSlack) -> Payload:
    """The form as it is after the channel was looked at."""
    updates = slack.of("views.update")
    view: Payload = updates[-1]["view"] if updates else slack.of("views.open")[-1]["view"]
    return view


def said(slack: LocalSlack) -> str:
    """The last answer that only the person sees."""
    text: str = slack.of("respond")[-1]["text"]
    return text


@pytest.fixture
def kept(state: State, clock: Clock) -> Subscription:
    """A digest that the channel has."""
    sub = Subscription(
        TEAM, CHANNEL, time(17, 30), "Asia/Tokyo", EVERY_DAY, Wish(("flask",), years=(2020,))
    )
    return state.digests.save(sub, "U7", clock())


# -- the form ------------------------------------------------------------------------------


def test_the_form_opens_at_once_and_is_filled_in(workspace: Workspace, slack: LocalSlack) -> None:
    """With workdays at nine on the clocks of the person; the channel was looked at in between."""
    response = workspace.slash("/playhead", "digest")

    assert (response.status, response.body) == (200, "")
    assert slack.methods == [
        "views.open",
        "conversations.members",
        "users.info",
        "views.update",
    ]
    first, blocks = slack.of("views.open")[0]["view"]["blocks"], filled(slack)["blocks"]
    assert [each["block_id"] for each in first] == ["channel"]
    assert element(blocks, digest_form.CHANNEL)["initial_conversation"] == CHANNEL
    assert element(blocks, "at")["initial_time"] == "09:00"
    zone = element(blocks, digest_form.ZONE)["initial_option"]
    assert (zone["value"], zone["text"]["text"]) == ("Europe/Berlin", "Europe/Berlin (UTC+01:00)")
    days = [each["value"] for each in element(blocks, "days")["initial_options"]]
    assert days == ["1", "2", "3", "4", "5"]


def test_the_form_shows_what_holds(
    workspace: Workspace, slack: LocalSlack, kept: Subscription, state: State, clock: Clock
) -> None:
    """And who changed it last; nobody's profile is asked for then."""
    state.digests.save(replace(kept, paused_until=date(2099, 1, 2), announce=True), "U8", clock())

    workspace.slash("/playhead", "digest")

    blocks = filled(slack)["blocks"]
    assert element(blocks, "at")["initial_time"] == "17:30"
    assert element(blocks, digest_form.ZONE)["initial_option"]["value"] == "Asia/Tokyo"
    assert len(element(blocks, "days")["initial_options"]) == 7
    wished = [each["value"] for each in element(blocks, digest_form.WISH)["initial_options"]]
    assert wished == ["technology:flask", "year:2020"]
    assert element(blocks, "until")["initial_date"] == "2099-01-02"
    assert len(element(blocks, "sorts")["initial_options"]) == 2
    assert "Paused; the next one comes Friday, 2 Jan 2099 at 17:30." in everything(blocks[-2])
    assert "Last changed by <@U8>" in everything(blocks[-1])
    assert slack.of("users.info") == []


@pytest.mark.parametrize("zone", [None, "Mars/Olympus"])
def test_a_profile_without_a_zone_gets_utc(
    workspace: Workspace, slack: LocalSlack, zone: str | None
) -> None:
    """The person can choose another one."""
    slack.zone = zone

    workspace.slash("/playhead", "digest")

    assert element(filled(slack)["blocks"], digest_form.ZONE)["initial_option"]["value"] == "UTC"


def test_a_workspace_that_tells_no_profiles_gets_utc(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """One that installed the app before it asked for that."""
    slack.fail("users.info", Failure("missing_scope"))

    workspace.slash("/playhead", "digest")

    assert element(filled(slack)["blocks"], digest_form.ZONE)["initial_option"]["value"] == "UTC"


def test_a_sent_form_is_kept(
    workspace: Workspace, slack: LocalSlack, state: State, clock: Clock
) -> None:
    """And said in the same window, with how many episodes fit and when the first one comes."""
    workspace.slash("/playhead", "digest")

    answer = reply(
        workspace.submit(
            filled(slack),
            at={"selected_time": "08:15"},
            days=options("1", "3"),
            wish=options("technology:flask", "category:databases", "year:2020"),
            sorts=options("digest", "announce"),
        )
    )

    sub = state.digests.subscription(TEAM, CHANNEL)
    assert sub == Subscription(
        TEAM,
        CHANNEL,
        time(8, 15),
        "Europe/Berlin",
        frozenset({1, 3}),
        Wish(("flask",), ("databases",), years=(2020,)),
        announce=True,
        user=USER,
        since=clock(),
        version=1,
    )
    assert answer["response_action"] == "update"
    shown = everything(answer["view"])
    assert (
        f"<#{CHANNEL}> gets an episode on Mondays and Wednesdays at 08:15, Europe/Berlin." in shown
    )
    assert "fit: Flask or databases · 2020. None comes twice" in shown
    assert "a note when an episode is new" in shown
    assert "Next: Wednesday, 15 Nov 2023 at 08:15." in shown
    assert f"Set up by <@{USER}>" in shown


def test_a_sent_form_changes_what_was_kept(
    workspace: Workspace, slack: LocalSlack, state: State, kept: Subscription
) -> None:
    """Who made it stays known, what changed is written down."""
    workspace.slash("/playhead", "digest")

    workspace.submit(filled(slack), wish={}, sorts=options("announce"), until={})

    sub = state.digests.subscription(TEAM, CHANNEL)
    assert sub == replace(kept, wish=Wish(), on=False, announce=True, version=2)
    changes = state.digests.changes(TEAM, CHANNEL)
    assert [(each.user, each.what) for each in changes] == [
        (USER, "off, filter, new episodes"),
        ("U7", "made"),
    ]


@pytest.mark.parametrize(
    ("entered", "name", "error"),
    [
        ({"at": {}}, "at", digest_form.NO_TIME),
        ({"zone": {}}, "zone", digest_form.NO_ZONE),
        ({"zone": {"selected_option": option("Mars/Olympus")}}, "zone", digest_form.NO_ZONE),
        ({"days": {}}, "days", digest_form.NO_DAY),
        ({"sorts": {"selected_options": []}}, "sorts", digest_form.NOTHING_CHOSEN),
        ({"until": {"selected_date": "2023-11-13"}}, "until", digest_form.PAST),
        ({"wish": options("technology:flask", "year:2011")}, "wish", digest_form.NOTHING_FITS),
        ({"wish": options("show:of-another-age")}, "wish", digest_form.NOTHING_FITS),
    ],
)
def test_what_makes_no_sense_is_said_where_it_is(
    workspace: Workspace,
    slack: LocalSlack,
    state: State,
    entered: dict[str, Any],
    name: str,
    error: str,
) -> None:
    """In the form itself, and nothing is kept."""
    workspace.slash("/playhead", "digest")

    answer = reply(workspace.submit(filled(slack), **entered))

    assert answer == {"response_action": "errors", "errors": {f"{name}:{CHANNEL}": error}}
    assert state.digests.subscription(TEAM, CHANNEL) is None


def test_a_pause_that_ends_today_is_none(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """The first day on which it comes again is no day of the past."""
    workspace.slash("/playhead", "digest")

    answer = reply(workspace.submit(filled(slack), until={"selected_date": "2023-11-14"}))

    assert answer["response_action"] == "update"
    assert state.digests.subscription(TEAM, CHANNEL) is not None


def test_another_channel_shows_what_holds_there(
    workspace: Workspace, slack: LocalSlack, kept: Subscription, state: State
) -> None:
    """In blocks of other ids, or Slack would keep what was chosen for the channel before."""
    workspace.slash("/playhead", "digest", channel_id="C2")
    before = filled(slack)

    workspace.choose(before, digest_form.CHANNEL, selected_conversation=CHANNEL)

    after = slack.of("views.update")[-1]
    assert (after["view_id"], after["hash"]) == ("V1", "h1")
    assert element(after["view"]["blocks"], "at")["initial_time"] == "17:30"
    ids = [{each.get("block_id") for each in view["blocks"]} for view in (before, after["view"])]
    assert ids[0] & ids[1] - {None} == {"channel"}
    workspace.submit(after["view"], at={"selected_time": "06:00"})
    now_kept = state.digests.subscription(TEAM, CHANNEL)
    assert now_kept == replace(kept, at=time(6), version=2)
    assert state.digests.subscription(TEAM, "C2") is None


def test_what_is_sent_too_early_is_not_kept(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """A channel that was chosen and not looked at yet may be nobody's business."""
    workspace.slash("/playhead", "digest", channel_id="C2")
    first, later = slack.of("views.open")[0]["view"], filled(slack)

    for view in (first, later):
        answer = reply(workspace.submit(view, channel={"selected_conversation": CHANNEL}))
        assert answer["errors"] == {"channel": places.UNCHECKED}
    assert state.digests.of_team(TEAM) == []


# -- who may -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ([[BOT_USER, "U9"]], places.STRANGER),
        ([[USER, "U9"], ["U8"]], places.NOT_THERE),
    ],
)
def test_only_people_in_the_channel_may_change_it(
    workspace: Workspace,
    slack: LocalSlack,
    state: State,
    members: list[list[str]],
    problem: str,
) -> None:
    """And only where the bot is, too; both is said at once."""
    slack.members = members

    workspace.slash("/playhead", "digest")

    view = filled(slack)
    assert problem in everything(view)
    assert [each["type"] for each in view["blocks"]] == ["input", "context"]
    assert reply(workspace.submit(view))["errors"] == {"channel": problem}
    workspace.slash("/playhead", "digest now")
    assert said(slack) == problem
    assert slack.posts == []
    assert state.digests.of_team(TEAM) == []


def test_members_are_looked_for_on_all_pages(workspace: Workspace, slack: LocalSlack) -> None:
    """A large channel has many; looking ends when both were found."""
    slack.members = [["U5"], [BOT_USER], ["U6"], [USER], ["U7"]]

    workspace.slash("/playhead", "digest")

    assert [each.get("cursor") for each in slack.of("conversations.members")] == [
        None,
        "1",
        "2",
        "3",
    ]
    assert element(filled(slack)["blocks"], "at")


@pytest.mark.parametrize(
    ("error", "words"),
    [("channel_not_found", "/invite @Playhead"), ("missing_scope", "install me again")],
)
def test_a_channel_that_cannot_be_seen_is_explained(
    workspace: Workspace, slack: LocalSlack, error: str, words: str
) -> None:
    """A private one needs an invitation."""
    slack.fail("conversations.members", Failure(error), Failure(error))

    workspace.slash("/playhead", "digest")
    workspace.slash("/playhead", "digest now")

    assert words in everything(filled(slack))
    assert words in said(slack)


def test_any_other_refusal_is_an_apology(workspace: Workspace, slack: LocalSlack) -> None:
    """Nobody waits for nothing."""
    slack.fail("conversations.members", Failure("fatal_error"))

    workspace.slash("/playhead", "digest")

    assert said(slack) == APOLOGY.text


def test_a_person_gets_one_alone(workspace: Workspace, slack: LocalSlack, state: State) -> None:
    """In a direct message nobody else has a say, so nobody is looked for."""
    workspace.slash("/playhead", "digest", channel_id=DM)
    view = filled(slack)
    answer = reply(workspace.submit(view))

    assert slack.of("conversations.members") == []
    assert digest_form.ALONE in everything(view)
    assert "You get an episode on workdays" in everything(answer)
    assert state.digests.subscription(TEAM, USER) is not None


def test_nobody_changes_what_another_person_gets(
    workspace: Workspace, slack: LocalSlack, state: State
) -> None:
    """Whatever a button says."""
    action = {"type": "button", "action_id": "digest:edit:U9", "block_id": "b", "value": "U9"}
    workspace.interact("block_actions", actions=[action], container={"type": "view"})
    view = filled(slack)

    assert places.STRANGER in everything(view)
    assert reply(workspace.submit(view))["response_action"] == "errors"
    assert state.digests.of_team(TEAM) == []


# -- the words -----------------------------------------------------------------------------


def test_off_ends_it_and_the_form_remembers(
    workspace: Workspace, slack: LocalSlack, kept: Subscription, state: State
) -> None:
    """What was set up is there when somebody wants it back."""
    workspace.slash("/playhead", "digest off")

    assert said(slack) == "Nothing comes here any more."
    assert state.digests.subscription(TEAM, CHANNEL) == replace(kept, on=False, version=2)
    assert state.digests.upcoming(TEAM, CHANNEL) is None
    workspace.slash("/playhead", "digest resume")
    assert "Next: " in said(slack)


def test_off_works_where_the_bot_is_no_more(
    workspace: Workspace, slack: LocalSlack, kept: Subscription, state: State
) -> None:
    """It was thrown out of the channel, and somebody tidies up."""
    slack.fail("conversations.members", Failure("channel_not_found"))

    workspace.slash("/playhead", "digest off")

    sub = state.digests.subscription(TEAM, CHANNEL)
    assert sub is not None
    assert (kept.on, sub.on) == (True, False)


@pytest.mark.parametrize(
    ("typed", "words", "until"),
    [
        ("pause", "until somebody resumes it", date.max),
        ("pause 2023-12-24", "It rests until 24 Dec 2023", date(2023, 12, 24)),
        ("Pause until 2023-12-24", "24 Dec 2023", date(2023, 12, 24)),
        ("pause for 2 weeks", "29 Nov 2023", date(2023, 11, 29)),
        ("pause 1 day", "16 Nov 2023", date(2023, 11, 16)),
    ],
)
def test_a_pause(
    workspace: Workspace,
    slack: LocalSlack,
    kept: Subscription,
    state: State,
    typed: str,
    words: str,
    until: date,
) -> None:
    """Until a day, on the calendar of its zone, or until further notice."""
    workspace.slash("/playhead", f"digest {typed}")

    assert words in said(slack)
    assert state.digests.subscription(TEAM, CHANNEL) == replace(kept, paused_until=until, version=2)


@pytest.mark.parametrize("typed", ["pause 2023-11-15", "pause next summer", "pause 2020-01-01"])
def test_a_pause_until_no_day_to_come(
    workspace: Workspace, slack: LocalSlack, kept: Subscription, state: State, typed: str
) -> None:
    """Is said at once."""
    workspace.slash("/playhead", f"digest {typed}")

    assert said(slack) == UNTIL_WHEN
    assert state.digests.subscription(TEAM, CHANNEL) == kept


def test_a_pause_until_further_notice_in_the_form(
    workspace: Workspace, slack: LocalSlack, kept: Subscription
) -> None:
    """No date of the year 9999; saving the form ends it."""
    workspace.slash("/playhead", "digest pause")
    workspace.slash("/playhead", "digest")

    view = filled(slack)
    assert kept.on
    assert "initial_date" not in element(view["blocks"], "until")
    assert "`/playhead digest resume` ends that" in everything(view)


@pytest.mark.parametrize("word", ["off", "pause", "resume"])
def test_nothing_to_change(workspace: Workspace, slack: LocalSlack, word: str) -> None:
    """Is said, with what to do."""
    workspace.slash("/playhead", f"digest {word}")

    assert said(slack) == NONE_HERE


def test_a_stranger_changes_nothing(
    workspace: Workspace, slack: LocalSlack, kept: Subscription, state: State
) -> None:
    """Neither the way back nor the way out."""
    slack.members = [[BOT_USER]]

    for word in ("off", "pause", "resume"):
        workspace.slash("/playhead", f"digest {word}")
        assert said(slack) == places.STRANGER
    assert state.digests.subscription(TEAM, CHANNEL) == kept


def test_resume_tries_again_what_had_stopped(
    workspace: Workspace, slack: LocalSlack, kept: Subscription, state: State, clock: Clock
) -> None:
    """Somebody has mended it."""
    state.outbox.stop(TEAM, CHANNEL, "is_archived", clock())
    workspace.slash("/playhead", "digest")
    assert "stopped by itself" in everything(filled(slack))

    workspace.slash("/playhead", "digest resume")

    sub = state.digests.subscription(TEAM, CHANNEL)
    assert sub is not None
    assert (kept.broken, sub.broken) == ("", "")
    assert state.digests.upcoming(TEAM, CHANNEL) is not None


def test_any_other_word_is_answered_with_the_words(workspace: Workspace, slack: LocalSlack) -> None:
    """In one line."""
    workspace.slash("/playhead", "digest please")

    assert said(slack) == USAGE


def test_days_that_somebody_types() -> None:
    """In the future of the day it is."""
    assert until_of("3 days", date(2024, 2, 27)) == date(2024, 3, 1)
    assert until_of("soon", date(2024, 2, 27)) is None


# -- at once -------------------------------------------------------------------------------


def test_a_preview_is_what_comes(
    workspace: Workspace, slack: LocalSlack, kept: Subscription
) -> None:
    """The very episode, shown to the person only, and the same if one looks again."""
    workspace.slash("/playhead", "digest preview")
    workspace.slash("/playhead", "digest preview")

    one, two = slack.of("respond")
    assert kept.wish.years == (2020,)
    assert one == two
    assert one["response_type"] == "ephemeral"
    shown = everything(one["blocks"])
    assert "Preview, comes Wednesday, 15 Nov 2023 at 17:30 · Flask · 2020" in shown
    assert element(one["blocks"], "episode:similar")
    assert slack.posts == []


def test_a_preview_where_nothing_is_set_up(workspace: Workspace, slack: LocalSlack) -> None:
    """Shows what it would be like."""
    workspace.slash("/playhead", "digest preview")

    assert "Preview, nothing is due" in everything(slack.of("respond")[0]["blocks"])


@pytest.mark.parametrize("word", ["preview", "now"])
def test_nothing_fits_any_more(
    workspace: Workspace, slack: LocalSlack, state: State, kept: Subscription, word: str
) -> None:
    """The catalogue has changed since."""
    state.digests.save(replace(kept, wish=Wish(years=(1999,))), USER, 1.0)

    workspace.slash("/playhead", f"digest {word}")

    assert said(slack) == NOTHING_FITS
    assert slack.posts == []


def test_now_posts_one_and_takes_it_out_of_the_bag(
    workspace: Workspace, slack: LocalSlack, state: State, kept: Subscription, desk: Desk
) -> None:
    """For everybody, with the name of who wanted it; none comes twice."""
    fitting = {
        key_of(head)
        for head in desk.heads()
        if "cover-tuner" in head.slug or "traderev" in head.slug
    }
    for _ in fitting:
        workspace.slash("/playhead", "digest now")

    first, second = slack.posts
    assert kept.wish.technologies == ("flask",)
    assert first["channel"] == CHANNEL
    assert f"Episode of the day · Flask · 2020 · asked for by <@{USER}>" in everything(first)
    assert first["text"] != second["text"]
    assert state.digests.memory(TEAM, CHANNEL).sent == fitting
    assert slack.of("respond") == []


def test_now_in_a_direct_message_comes_there(workspace: Workspace, slack: LocalSlack) -> None:
    """Where nothing is set up, too."""
    workspace.slash("/playhead", "digest now", channel_id=DM)

    assert slack.posts[0]["channel"] == USER
    assert "asked for" not in everything(slack.posts[0])
    assert said(slack) == "I have sent you one as a direct message."


@pytest.mark.parametrize(
    ("error", "words"), [("is_archived", "archived"), ("fatal_error", "wrong")]
)
def test_now_where_nothing_can_be_posted(
    workspace: Workspace, slack: LocalSlack, state: State, error: str, words: str
) -> None:
    """Is explained, and the episode stays in the bag."""
    slack.fail("chat.postMessage", Failure(error))

    workspace.slash("/playhead", "digest now")

    assert words in said(slack)
    assert state.digests.memory(TEAM, CHANNEL).sent == frozenset()


# -- another one ---------------------------------------------------------------------------


def press(workspace: Workspace, slack: LocalSlack, message: Payload, **more: Any) -> Payload:
    """Press "Another one"; what comes of it."""
    before = len(slack.calls)
    workspace.click(element(message["blocks"], ANOTHER), **more)
    payload: Payload = slack.calls[before].arguments
    return payload


def test_another_one_comes_in_the_thread_of_the_post(
    workspace: Workspace, slack: LocalSlack, state: State, kept: Subscription
) -> None:
    """It fits the same wish, names who wanted it, and takes nothing out of the bag."""
    workspace.slash("/playhead", "digest now")
    bag = state.digests.memory(TEAM, CHANNEL)
    first = slack.posts[0]

    second = press(workspace, slack, first)
    third = press(workspace, slack, second)

    assert kept.wish.years == (2020,)
    assert second["thread_ts"] == "1700000001.000100"
    assert f"Another one · Flask · 2020 · asked for by <@{USER}>" in everything(second)
    assert first["text"].partition(": ")[2] != second["text"].partition(": ")[2]
    assert len({each["text"].splitlines()[-1] for each in (first, second)}) == 2
    assert third["text"].splitlines()[-1] == first["text"].splitlines()[-1]
    assert state.digests.memory(TEAM, CHANNEL) == bag


def test_another_one_replaces_what_only_one_person_sees(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """Looking through them fills no channel."""
    workspace.slash("/playhead", "digest preview")
    shown = slack.of("respond")[0]
    seen = set()
    for _ in range(14):
        seen.add(shown["text"].splitlines()[-1])
        shown = press(workspace, slack, shown, ephemeral=True)
        assert shown["replace_original"] is True

    assert len(seen) == 14
    assert slack.posts == []


def test_another_one_in_a_direct_message_comes_below(
    workspace: Workspace, slack: LocalSlack
) -> None:
    """There are no threads."""
    workspace.slash("/playhead", "digest now", channel_id=DM)

    second = press(workspace, slack, slack.posts[0], channel={"id": DM})

    assert second["channel"] == DM
    assert second.get("thread_ts") is None
    assert "asked for" not in everything(second)


def test_there_is_no_other_one(workspace: Workspace, slack: LocalSlack) -> None:
    """A wish that one episode fits."""
    only = Again(Wish(("terraform",), years=(2021,)), ("runninginproduction/x",))
    button = {"type": "button", "action_id": ANOTHER}
    workspace.click({**button, "value": only.packed()}, ephemeral=True)
    shown = slack.of("respond")[0]

    press(workspace, slack, shown, ephemeral=True)

    assert said(slack) == ONLY_ONE


# -- menus ---------------------------------------------------------------------------------


def offered(workspace: Workspace, action: str, typed: str) -> Payload:
    """What a menu offers."""
    return reply(workspace.suggest(action, typed))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", "UTC"),
        ("berl", "Europe/Berlin"),
        ("new y", "America/New_York"),
        ("york", "America/New_York"),
        ("+05:45", "Asia/Kathmandu"),
        ("america/argentina/ush", "America/Argentina/Ushuaia"),
    ],
)
def test_time_zones_are_found_by_their_city(workspace: Workspace, typed: str, first: str) -> None:
    """All of IANA's, with what they differ by today."""
    found = [each["value"] for each in offered(workspace, digest_form.ZONE, typed)["options"]]

    assert found[0] == first
    assert len(found) <= 100


def test_no_such_time_zone(workspace: Workspace) -> None:
    """The menu is empty then."""
    assert offered(workspace, digest_form.ZONE, "atlantis")["options"] == []


def test_wishes_are_found_by_their_names(workspace: Workspace) -> None:
    """Technologies, categories, shows and years in one menu."""
    every = offered(workspace, digest_form.WISH, "")["option_groups"]
    some = offered(workspace, digest_form.WISH, "flask")["option_groups"]
    years = offered(workspace, digest_form.WISH, "202")["option_groups"]

    assert [each["label"]["text"] for each in every] == [
        "Technologies",
        "Categories",
        "Shows",
        "Years",
    ]
    assert sum(len(each["options"]) for each in every) <= 100
    assert some[0]["options"][0]["value"] == "technology:flask"
    assert [each["value"] for each in years[-1]["options"]] == ["year:2021", "year:2020"]


def test_workdays_are_what_holds_at_first() -> None:
    """As the form says it."""
    assert Subscription(TEAM, CHANNEL).weekdays == WORKDAYS
