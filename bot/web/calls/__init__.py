"""The methods of the local Web API, as far as the app calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.web.calls import assistant, chat, conversations, people, views

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.web.names import Json
    from bot.web.room import Room

    Method = Callable[[Room, Json], Json]

METHODS: dict[str, Method] = {
    "api.test": people.api_test,
    "auth.test": people.auth_test,
    "users.info": people.info,
    "users.list": people.everybody,
    "users.conversations": conversations.everything,
    "team.info": people.team,
    "bots.info": people.bot,
    "chat.postMessage": chat.post_message,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.update": chat.update,
    "chat.delete": chat.delete,
    "chat.unfurl": chat.unfurl,
    "chat.getPermalink": chat.permalink,
    "views.open": views.open_view,
    "views.push": views.push,
    "views.update": views.update,
    "views.publish": views.publish,
    "conversations.list": conversations.everything,
    "conversations.info": conversations.info,
    "conversations.members": conversations.members,
    "conversations.open": conversations.open_direct,
    "conversations.join": conversations.info,
    "conversations.history": conversations.history,
    "conversations.replies": conversations.replies,
    "assistant.threads.setStatus": assistant.status,
    "assistant.threads.setSuggestedPrompts": assistant.prompts,
    "assistant.threads.setTitle": assistant.title,
    "functions.completeSuccess": assistant.completed,
    "functions.completeError": assistant.failed,
}
"""Every method that is answered; any other is ``unknown_method``."""
