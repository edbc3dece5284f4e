"""What the person presses, chooses and types in messages, modals and the Home."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from bot.web.causes import Cause, packed
from bot.web.elements import placed
from bot.web.filling import filled
from bot.web.names import CHANNELS, DIRECT, ME, interaction
from bot.web.refusals import Refused
from bot.web.room import Receipt
from bot.web.writing import UNTHREADED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.web.names import Channel, Json
    from bot.web.posts import Post
    from bot.web.room import Room

# What the page says of an element that was used; everything else is known from the element.
_CHOSEN = (
    "value",
    "selected_option",
    "selected_options",
    "selected_user",
    "selected_users",
    "selected_conversation",
    "selected_conversations",
    "selected_channel",
    "selected_channels",
    "selected_date",
    "selected_time",
    "selected_date_time",
)
_VALUED = frozenset({"button", "icon_button"})


@dataclass(frozen=True, slots=True)
class Container:
    """Where something is pressed.

    Attributes:
        kind: A message, or a view: a modal or the Home.
        id: ``ts`` of the message, id of the view.
        channel: Of the message.
    """

    kind: Literal["message", "view"]
    id: str
    channel: str = ""


def press(room: Room, container: Container, action: Json, values: Json) -> None:
    """Press a button or choose from a menu.

    Args:
        room: Where.
        container: The message or view that has it.
        action: ``action_id`` and ``block_id`` of the element, and what was chosen.
        values: What is filled in there, by ids of block and element.

    Raises:
        Refused: There is no such element.
    """
    if container.kind == "message":
        _press_in_message(room, container, action, values)
    else:
        _press_in_view(room, container, action, values)


def _press_in_message(room: Room, container: Container, action: Json, values: Json) -> None:
    post = _post(room, container)
    used = _used(room, post.blocks, action)
    carried = packed(used.get("value") or _chosen_value(used))
    places = {(post.channel, post.thread), (post.channel, post.thread or post.ts)}
    direct = CHANNELS[post.channel].kind == "im"
    if direct:
        places.add((post.channel, None))
    thread = post.thread or (UNTHREADED if direct else post.ts)
    conversation = None if post.ephemeral else (post.channel, thread)
    cause = room.causes.add(Cause(frozenset(places), carried, conversation))
    receipt = Receipt(post.channel, post.thread, cause, post)
    payload = {
        **_payload(room, "block_actions"),
        **_in_message(post),
        "actions": [used],
        "state": filled(post.blocks, values),
        "response_url": room.response_url(receipt),
    }
    room.later(partial(room.courier.interaction, payload), "The button")


def _press_in_view(room: Room, container: Container, action: Json, values: Json) -> None:
    view = _view(room, container.id)
    used = _used(room, view["blocks"], action)
    shown = view | {"state": filled(view["blocks"], values)}
    payload = {**_payload(room, "block_actions"), **_in_view(shown), "actions": [used]}
    room.later(partial(room.courier.interaction, payload), "The button")


def options(room: Room, container: Container, block: str, action: str, typed: str) -> Json:
    """What a menu offers for what was typed into it.

    Returns:
        ``options``, or ``option_groups`` where the app groups them.

    Raises:
        Refused: There is no such menu, or the app does not answer.
    """
    if container.kind == "message":
        post = _post(room, container)
        blocks, within = post.blocks, _in_message(post)
    else:
        view = _view(room, container.id)
        blocks, within = view["blocks"], _in_view(view)
    _find(blocks, block, action)
    payload = {
        **_payload(room, "block_suggestion"),
        **within,
        "action_id": action,
        "block_id": block,
        "value": typed,
    }
    reply = room.courier.interaction(payload)
    if not reply.ok:
        raise Refused("The menu got no answer.", 502)
    groups = reply.body.get("option_groups")
    return {"option_groups": groups} if groups else {"options": reply.body.get("options") or []}


def shortcut(room: Room, callback: str, channel: str = "", ts: str = "") -> None:
    """Use a shortcut, of the composer or of a message.

    Raises:
        Refused: There is no such message.
    """
    if not ts:
        payload = _payload(room, "shortcut") | {"callback_id": callback, "action_ts": _now(room)}
    else:
        post = _post(room, Container("message", ts, channel))
        if post.ephemeral:
            raise Refused("Slack offers no shortcuts on messages that only you see.")
        cause = room.causes.add(Cause(frozenset({(post.channel, post.thread or post.ts)})))
        payload = {
            **_payload(room, "message_action"),
            "callback_id": callback,
            "action_ts": _now(room),
            "message_ts": post.ts,
            "message": post.as_slack(),
            "channel": _channel(CHANNELS[post.channel]),
            "response_url": room.response_url(Receipt(post.channel, post.thread, cause, post)),
        }
    room.later(partial(room.courier.interaction, payload), "The shortcut")


def open_app(room: Room, tab: str) -> None:
    """Open a tab of the app: its Home, or the messages to it."""
    event: Json = {
        "type": "app_home_opened",
        "user": ME,
        "channel": DIRECT.id,
        "tab": tab,
        "event_ts": _now(room),
    }
    home = room.workspace.home()
    if tab == "home" and home is not None:
        event["view"] = home
    room.later(partial(room.courier.event, event), "The Home")


def _payload(room: Room, kind: str) -> Json:
    return interaction(kind) | {"trigger_id": room.windows.trigger()}


def _now(room: Room) -> str:
    return room.workspace.next_ts()


def _post(room: Room, container: Container) -> Post:
    post = room.workspace.get(container.channel, container.id)
    if post is None:
        raise Refused("That message is gone.", 404)
    return post


def _view(room: Room, ident: str) -> Json:
    home = room.workspace.home()
    view = home if home and home["id"] == ident else room.windows.get(ident)
    if view is None:
        raise Refused("That window is closed.", 404)
    return view


def _find(blocks: Iterable[Json], block: str, action: str) -> Json:
    for owner, element in placed(blocks):
        if (owner, element["action_id"]) == (block, action):
            return element
    raise Refused("There is no such button or menu.", 404)


def _used(room: Room, blocks: Iterable[Json], action: Json) -> Json:
    """The element as Slack reports it: what it is, and what was chosen in it."""
    block, ident = str(action.get("block_id") or ""), str(action.get("action_id") or "")
    element = _find(blocks, block, ident)
    known = {
        "type": element["type"],
        "block_id": block,
        "action_id": ident,
        "action_ts": _now(room),
    }
    if element["type"] in _VALUED:
        own = {key: element[key] for key in ("text", "value", "url", "style") if key in element}
        return known | own
    chosen = {key: action[key] for key in _CHOSEN if key in action}
    _see_offered(element, chosen)
    return known | chosen


def _see_offered(element: Json, chosen: Json) -> None:
    """See that what was chosen is one of what is offered, where the element says what."""
    offered = [option.get("value") for option in element.get("options") or ()]
    offered += [
        element[key].get("value")
        for key in ("positive_button", "negative_button")
        if isinstance(element.get(key), dict)
    ]
    several = chosen.get("selected_options") or []
    picked = list(several) if isinstance(several, list) else [several]
    if chosen.get("selected_option") is not None:
        picked.append(chosen["selected_option"])
    if element["type"] == "feedback_buttons":
        picked.append({"value": chosen.get("value")})
    for option in picked:
        # In a list, because whatever is sent is looked for, and not all of it can be in a set.
        if not isinstance(option, dict) or (offered and option.get("value") not in offered):
            raise Refused("That is not offered there.")


def _chosen_value(used: Json) -> object:
    option = used.get("selected_option")
    return option.get("value") if isinstance(option, dict) else None


def _in_message(post: Post) -> Json:
    """Where an element of a message is; Slack shows the message itself where all can see it."""
    return {
        "container": {
            "type": "message",
            "message_ts": post.ts,
            "channel_id": post.channel,
            "is_ephemeral": post.ephemeral,
            **({"thread_ts": post.thread} if post.thread else {}),
        },
        "channel": _channel(CHANNELS[post.channel]),
        **({} if post.ephemeral else {"message": post.as_slack()}),
    }


def _in_view(view: Json) -> Json:
    """Where an element of a modal or the Home is."""
    return {"container": {"type": "view", "view_id": view["id"]}, "view": view}


def _channel(channel: Channel) -> Json:
    return {"id": channel.id, "name": "directmessage" if channel.kind == "im" else channel.name}
