"""Putting a message where it belongs, and falling back when Slack refuses it.

Blocks that Slack rejects cost an answer nothing: the same answer is in the text. A channel that
cannot be posted to is explained to the person who asked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.render.mrkdwn import shorten
from bot.slack.metrics import CountedCalls
from bot.slack.patience import retries

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from bot.render.blocks import Json, Message

BLOCKS_REFUSED = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})
TOO_LONG = "msg_too_long"
RESPONSE = "response_url"
"""What answers to one are counted as; their addresses are as good as tokens."""
SHORT = 1000
"""Characters of a text that was too long; the button for more is gone with the blocks."""

_INVITE = "Invite me with `/invite @Playhead`, then ask again; `/playhead` works everywhere."
EXPLANATIONS = {
    "not_in_channel": f"I am not in that channel, so I cannot answer there. {_INVITE}",
    "channel_not_found": f"I cannot see that channel. {_INVITE}",
    "is_archived": "That channel is archived, so nobody can post there. Ask me here instead.",
    "restricted_action": "Posting is restricted in that channel. Ask me here instead.",
    "restricted_action_thread_only_channel": "That channel takes replies only, no new posts.",
    "cannot_reply_to_message": "Slack takes no replies to that message. Ask me here instead.",
}


def post(
    client: WebClient,
    channel: str,
    message: Message,
    *,
    thread: str | None = None,
    metadata: Json | None = None,
) -> str:
    """Post a message, without its blocks if Slack refuses them, shortened if it is too long.

    Args:
        client: Of the workspace.
        channel: Where to post.
        message: What to post.
        thread: Timestamp of the post to answer to.
        metadata: What programs read of it.

    Returns:
        Its timestamp.

    Raises:
        SlackApiError: It cannot be posted at all.
    """
    extra: Json = {"channel": channel, "thread_ts": thread, "metadata": metadata}
    try:
        return _post(client, message, extra)
    except SlackApiError as error:
        word = word_of(error)
        if word not in BLOCKS_REFUSED and word != TOO_LONG:
            raise
        return _post_plain(client, message, extra)


def _post_plain(client: WebClient, message: Message, extra: Json) -> str:
    plain = replace(message, blocks=())
    try:
        return _post(client, plain, extra)
    except SlackApiError as error:
        if word_of(error) != TOO_LONG:
            raise
        return _post(client, replace(plain, text=shorten(message.text, SHORT)), extra)


def _post(client: WebClient, message: Message, extra: Json) -> str:
    answer = client.chat_postMessage(
        text=message.text,
        blocks=list(message.blocks) or None,
        unfurl_links=False,
        unfurl_media=False,
        **extra,
    )
    return str(answer.get("ts") or "")


def respond(client: WebClient, url: str, message: Message, **flags: Any) -> None:  # noqa: ANN401 - JSON values
    """Answer to a ``response_url``, which works in channels that the bot is not in.

    Args:
        client: Of the workspace; what it counts with counts these answers, too.
        url: Good for five answers within 30 minutes.
        message: What to say.
        flags: ``replace_original``, ``response_type`` and such.

    Raises:
        ConnectionError: Slack refuses it.
    """
    counters = [
        each.of(RESPONSE) for each in client.retry_handlers if isinstance(each, CountedCalls)
    ]
    webhook = WebhookClient(url, timeout=client.timeout, retry_handlers=[*counters, *retries()])
    body = {"text": message.text, "unfurl_links": False, "unfurl_media": False, **flags}
    answer = webhook.send_dict({**body, "blocks": list(message.blocks)} if message.blocks else body)
    if answer.status_code >= 400 and message.blocks:
        answer = webhook.send_dict(body)
    if answer.status_code >= 400:
        raise ConnectionError(f"response_url answered with status {answer.status_code}")
    # Handlers of webhooks are told of failures only.
    for each in counters:
        each.count(RESPONSE, "ok")


def word_of(error: SlackApiError) -> str:
    """Slack's word for what is wrong; the status where it says none."""
    data = error.response.data
    word = data.get("error") if isinstance(data, dict) else None
    return str(word or error.response.status_code)
