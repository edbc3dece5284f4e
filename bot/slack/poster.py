"""How the clock's posts get into Slack, each findable by its key.

Slack has no posting that is done once however often it is asked for. So a post carries its key in
its metadata, and before a post is tried again that may be there already, its channel is looked
through for it.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from slack_sdk.errors import SlackApiError, SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot

from bot.digest.outbox import TOO_LONG
from bot.digest.subscription import is_person
from bot.errors import PostError
from bot.slack.client import UNREACHABLE, single_try_client
from bot.slack.oauth import ROTATE_MINUTES, Rotator, Workspaces
from bot.slack.patience import retry_after
from bot.slack.posting import post, word_of
from bot.state import Vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from bot.config import SlackSettings
    from bot.digest.outbox import Post
    from bot.render.blocks import Json, Message
    from bot.slack.metrics import Metrics
    from bot.state import State

Result = TypeVar("Result")

EVENT = "playhead_post"
"""Type of the metadata."""

PAGES = 5
PAGE = 200
"""What is looked through at most is a thousand messages since the post was due."""

MARGIN = 600.0
"""Seconds by which our clock and Slack's may differ, and more."""

PAUSE_S = 30.0
"""Seconds to leave a workspace alone where Slack says that it is too much, but not for how long."""

DOUBTFUL = frozenset({"fatal_error", "internal_error", "service_unavailable", "request_timeout"})
"""Words after which, Slack says, some of it may have been done all the same."""


class SlackPoster:
    """Posts into the workspaces that the app is installed in.

    Args:
        client_of: Gives the client of a workspace; raises :class:`PostError` if there is none.
    """

    def __init__(self, client_of: Callable[[str], WebClient]) -> None:
        self._client_of = client_of

    def post(self, post_: Post, message: Message) -> str:
        """Post a message; its timestamp.

        Raises:
            PostError: It is not there, or it is not known whether it is.
        """
        metadata = {"event_type": EVENT, "event_payload": {"key": post_.key}}
        client = self._client_of(post_.team)
        return _translated(lambda: post(client, post_.channel, message, metadata=metadata))

    def find(self, post_: Post) -> str | None:
        """The timestamp of a post that an earlier attempt may have made.

        Raises:
            PostError: It cannot be looked.
        """
        client = self._client_of(post_.team)
        return _translated(lambda: _found(client, post_))


def _found(client: WebClient, post_: Post) -> str | None:
    channel, cursor = _conversation(client, post_.channel), ""
    for _ in range(PAGES):
        answer = client.conversations_history(
            channel=channel,
            oldest=f"{post_.due - MARGIN:.6f}",
            include_all_metadata=True,
            limit=PAGE,
            cursor=cursor or None,
        )
        messages: list[Json] = answer.get("messages") or []
        for message in messages:
            if _key_of(message) == post_.key:
                return str(message["ts"])
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return None
    raise PostError(TOO_LONG)


def _conversation(client: WebClient, channel: str) -> str:
    """The conversation to look through; a person's id stands for the one with that person."""
    if not is_person(channel):
        return channel
    return str(client.conversations_open(users=channel)["channel"]["id"])


def _key_of(message: Json) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT:
        return None
    key: str | None = (metadata.get("event_payload") or {}).get("key")
    return key


def _translated(call: Callable[[], Result]) -> Result:
    """What a call of Slack gives, its errors in our words.

    Raises:
        PostError: Slack refuses, or does not answer.
    """
    try:
        return call()
    except SlackApiError as error:
        raise _refusal(error) from error
    except UNREACHABLE as error:
        raise PostError(type(error).__name__, unsure=True) from error


def _refusal(error: SlackApiError) -> PostError:
    status, word = error.response.status_code, word_of(error)
    if status == HTTPStatus.TOO_MANY_REQUESTS or word == "ratelimited":
        wait = retry_after(error.response.headers, missing=PAUSE_S, nonsense=PAUSE_S)
        return PostError("ratelimited", wait)
    if status >= 500 or " " in word:
        # Not Slack's own answer: a proxy's page, or none.
        return PostError(f"status_{status}", unsure=True)
    return PostError(word, unsure=word in DOUBTFUL)


def clients(
    slack: SlackSettings, state: State, metrics: Metrics | None, now: Callable[[], float]
) -> Callable[[str], WebClient]:
    """Gives the client of a workspace: of the one, or of any that installed the app."""
    common = single_try_client(slack, metrics)
    if not slack.oauth:
        return lambda _: common
    installations = state.installations(Vault(slack.encryption_keys))
    rotator = Rotator(slack, common, Workspaces(installations, now))

    def client_of(team: str) -> WebClient:
        record = installations.of_team(team)
        if record is None:
            raise PostError("no_install")
        bot = Bot(**record)
        try:
            fresh = rotator.perform_bot_token_rotation(
                bot=bot, minutes_before_expiration=ROTATE_MINUTES
            )
        except (SlackTokenRotationError, *UNREACHABLE) as error:
            raise PostError("token_not_renewed") from error
        client = single_try_client(slack, metrics)
        client.token = (fresh or bot).bot_token
        return client

    return client_of
