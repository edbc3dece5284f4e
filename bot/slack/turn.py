"""One thing that somebody did in Slack: where it happened, and how to answer there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot.render.blocks import Message
from bot.slack import posting
from bot.slack.client import UNREACHABLE

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from bot.slack.desk import Desk

APOLOGY = Message("Something went wrong on my side, and it has been noted. Please try again.")


@dataclass(frozen=True, slots=True)
class Turn:
    """A request from Slack, read the same way whatever its kind.

    Attributes:
        desk: Where questions are answered.
        body: The payload.
        client: Acts for the bot in that workspace.
        team: Workspace.
        bot: User id of the bot in that workspace.
    """

    desk: Desk
    body: dict[str, Any]
    client: WebClient
    team: str
    bot: str = ""

    @property
    def view(self) -> dict[str, Any]:
        """The window that something was done in, if it was one."""
        view: dict[str, Any] = self.body.get("view") or {}
        return view

    @property
    def event(self) -> dict[str, Any]:
        """The event, if it is one."""
        event: dict[str, Any] = self.body.get("event") or {}
        return event

    @property
    def action(self) -> dict[str, Any]:
        """The button or menu that was used, if one was."""
        actions: list[dict[str, Any]] = self.body.get("actions") or [{}]
        return actions[0]

    @property
    def value(self) -> str:
        """What the button or the chosen option carries."""
        return str(self.action.get("value") or chosen(self.action))

    @property
    def user(self) -> str:
        """Who did it."""
        user = self.body.get("user") or self.event.get("user") or self.body.get("user_id") or ""
        return str(user.get("id", "") if isinstance(user, dict) else user)

    @property
    def channel(self) -> str:
        """Where it was done; empty in a modal or the Home."""
        channel = self.event.get("channel") or self.body.get("channel_id") or ""
        return str((self.body.get("channel") or {}).get("id") or channel)

    @property
    def message(self) -> dict[str, Any]:
        """The message that a button or a shortcut belongs to; Slack keeps back ephemeral ones."""
        message: dict[str, Any] = self.body.get("message") or {}
        return message

    @property
    def ephemeral(self) -> bool:
        """Whether the button is in a message that only one person sees."""
        return bool((self.body.get("container") or {}).get("is_ephemeral"))

    @property
    def thread(self) -> str | None:
        """The thread of the message that a button belongs to, if it is in one."""
        thread = self.message.get("thread_ts") or (self.body.get("container") or {}).get(
            "thread_ts"
        )
        return str(thread) if thread else None

    def say(self, message: Message, *, thread: str | None = None) -> bool:
        """Post in the channel; a channel that cannot be posted to is explained to the asker.

        Returns:
            Whether it was posted where it belongs.
        """
        try:
            posting.post(self.client, self.channel, message, thread=thread)
        except SlackApiError as error:
            word = posting.word_of(error)
            if word not in posting.EXPLANATIONS:
                raise
            self.whisper(posting.EXPLANATIONS[word], word=word)
            return False
        return True

    def respond(self, message: Message, **flags: Any) -> None:  # noqa: ANN401 - JSON values
        """Answer through the payload's own ``response_url``."""
        posting.respond(self.client, str(self.body["response_url"]), message, **flags)

    def whisper(self, text: str, *, word: str = "") -> None:
        """Tell only the person, in the channel if that can be, else in a direct message.

        Args:
            text: Mark-up.
            word: Why the channel cannot be posted to, if it cannot.
        """
        if self.body.get("response_url"):
            self.respond(Message(text), response_type="ephemeral", replace_original=False)
            return
        if self.channel and not word:
            with suppress(SlackApiError):
                self.client.chat_postEphemeral(
                    channel=self.channel,
                    user=self.user,
                    text=text,
                    thread_ts=self.event.get("thread_ts"),
                )
                return
        self.client.chat_postMessage(channel=self.user, text=text)

    def apologise(self) -> bool:
        """Say that it went wrong, if there is anybody to say it to and Slack lets us.

        Returns:
            Whether it was said.
        """
        execution = self.event.get("function_execution_id")
        try:
            if execution:
                self.client.functions_completeError(
                    function_execution_id=execution, error=APOLOGY.text
                )
            elif self.body.get("response_url") or self.user:
                self.whisper(APOLOGY.text)
        except UNREACHABLE:
            return False
        return True


def chosen(state: dict[str, Any]) -> str:
    """The value of the option that was chosen in an element, empty when none was."""
    return str((state.get("selected_option") or {}).get("value", ""))
