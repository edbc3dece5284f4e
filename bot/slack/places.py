"""Where something is posted, and who may say so: the people who are in that conversation.

A slash command in a direct message, and "for me" in the Home, are about the person alone; then
the place is the person. Every other place is a channel, which has to be looked at: is the person
in it, and is the bot, without whom nothing could ever be posted there?
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import ConversationFilter, ConversationSelectElement, InputBlock

from bot.digest.subscription import is_person
from bot.render.blocks import context, section
from bot.slack.posting import word_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_sdk import WebClient
    from slack_sdk.web import SlackResponse

    from bot.render.blocks import Json
    from bot.slack.turn import Turn

MEMBERS_AT_ONCE = 1000
"""Members that Slack tells on one page, at most."""
MOST_PAGES = 200

CHANNEL = "channel"
"""Block of the menu of channels; its action has a name of its own in each form."""

_INVITE = "Invite me there with `/invite @Playhead`, then try again."
UNSEEN = f"I cannot see that channel. {_INVITE}"
NOT_THERE = f"I am not in that channel, so I could not post there. {_INVITE}"
STRANGER = "Only people in that channel can change this. Join it, then try again."
UNCHECKED = (
    "I am still checking who is in that channel. Please send it again in a moment, or choose the "
    "channel once more."
)
_REFUSED = {
    "channel_not_found": UNSEEN,
    "not_in_channel": UNSEEN,
    "method_not_supported_for_channel_type": UNSEEN,
    "missing_scope": "I am not allowed to see who is in that channel. Whoever looks after me has "
    "to install me again.",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation, as a form knows it.

    Attributes:
        channel: Its id; the id of a person for what they alone get; empty until one is chosen.
        checked: The person was found to be in it, and the bot as well.
        problem: Why nothing can be posted or changed there.
    """

    channel: str = ""
    checked: bool = False
    problem: str = ""

    @property
    def personal(self) -> bool:
        """Whether it is one person."""
        return is_person(self.channel)

    def packed(self) -> str:
        """What a form carries along."""
        return json.dumps(asdict(self))

    @classmethod
    def unpacked(cls, data: str) -> Place:
        """The place that a form carries; none for one that an older version made.

        >>> Place.unpacked(Place("C1").packed()).channel, Place.unpacked("").channel
        ('C1', '')
        """
        try:
            return cls(**json.loads(data))
        except (TypeError, ValueError):
            return cls()


def named(place: str) -> str:
    """A place in mark-up.

    >>> named("C1"), named("U1")
    ('<#C1>', 'you')
    """
    return "you" if is_person(place) else f"<#{place}>"


def here(turn: Turn) -> Place:
    """The place that a command or button is about: its channel, or who used it."""
    in_channel = turn.channel.startswith(("C", "G"))
    return Place(turn.channel) if in_channel else Place(turn.user, checked=True)


def checked(turn: Turn, place: Place, *, posts: bool = True) -> Place:
    """The place, looked at.

    Args:
        turn: Who wants to change something.
        place: Where.
        posts: The bot has to be there, too; to end something it need not.
    """
    if place.personal:
        problem = "" if place.channel == turn.user else STRANGER
        return replace(place, checked=not problem, problem=problem)
    problem = _problem(turn, place.channel, posts=posts)
    return replace(place, checked=not problem, problem=problem)


def _problem(turn: Turn, channel: str, *, posts: bool) -> str:
    try:
        missing = absent(turn.client, channel, {turn.user, turn.bot})
    except SlackApiError as error:
        word = word_of(error)
        if word not in _REFUSED:
            raise
        # Whoever typed a command in a channel that the bot cannot see is in it.
        return _REFUSED[word] if posts else ""
    if turn.user in missing:
        return STRANGER
    return NOT_THERE if posts and turn.bot in missing else ""


def absent(client: WebClient, channel: str, people: set[str]) -> set[str]:
    """Which of some people are not in a channel, however many are.

    Raises:
        SlackApiError: The channel cannot be seen.
    """
    missing = set(people)
    for page in _pages(client.conversations_members, channel=channel):
        missing.difference_update(page.get("members") or ())
        if not missing:
            break
    return missing


def _pages(call: Callable[..., SlackResponse], **arguments: object) -> Iterator[SlackResponse]:
    """What a method of the Web API tells, page by page."""
    cursor = ""
    for _ in range(MOST_PAGES):
        page = call(**arguments, limit=MEMBERS_AT_ONCE, cursor=cursor)
        yield page
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


def fields(place: Place, action: str, alone: str) -> list[Json]:
    """The first blocks of a form: the channel, or that it is for one person.

    Args:
        place: What is known so far.
        action: Id of the menu's action.
        alone: What is said instead of the menu when it is for one person.
    """
    if place.personal:
        return [section(alone if place.checked else place.problem)]
    menu = ConversationSelectElement(
        action_id=action,
        initial_conversation=place.channel or None,
        filter=ConversationFilter(
            include=["public", "private", "mpim"], exclude_external_shared_channels=False
        ),
    )
    chosen = InputBlock(block_id=CHANNEL, label="Channel", element=menu, dispatch_action=True)
    return [chosen.to_dict(), *([context(f"⚠️ {place.problem}")] if place.problem else [])]


def of_member(client: WebClient, user: str, channels: set[str]) -> set[str]:
    """Which of some channels a person is in, as far as the bot can see.

    A workspace that does not tell shows the person none of them.
    """
    found: set[str] = set()
    kinds = "public_channel,private_channel,mpim"
    with suppress(SlackApiError):
        for page in _pages(
            client.users_conversations, user=user, types=kinds, exclude_archived=True
        ):
            found.update(str(each["id"]) for each in page.get("channels") or ())
    return found & channels
