"""The Web API that the app calls, as it calls Slack's, and its response addresses."""

from __future__ import annotations

import hmac
import json
from typing import TYPE_CHECKING, Any

from flask import Blueprint, jsonify, request

from bot.web.calls import METHODS
from bot.web.guard import parsed
from bot.web.refusals import SlackRefusal
from bot.web.responding import respond

if TYPE_CHECKING:
    from flask import Response

    from bot.web.names import Json
    from bot.web.room import Room


def blueprint(room: Room, token: str) -> Blueprint:
    """``/api/<method>`` and ``/respond/<id>``.

    Args:
        room: What the calls act upon.
        token: Who has it is the app.
    """
    blue = Blueprint("local_api", __name__)

    @blue.route("/api/<method>", methods=["GET", "POST"])
    def call(method: str) -> Response:
        try:
            given = arguments()
            _authorize(given, token)
            return jsonify({"ok": True, **METHODS.get(method, _unknown)(room, given)})
        except SlackRefusal as refusal:
            return jsonify(_refused(refusal))

    @blue.post("/respond/<ident>")
    def answer(ident: str) -> tuple[str, int]:
        receipt = room.receipts.use(ident)
        if receipt is None:
            return "used_url", 404
        try:
            respond(room, receipt, arguments())
        except SlackRefusal as refusal:
            return refusal.word, 400
        return "ok", 200

    return blue


def _unknown(room: Room, given: Json) -> Json:
    del room, given
    raise SlackRefusal("unknown_method")


def _authorize(given: Json, token: str) -> None:
    header = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    shown = header or str(given.pop("token", ""))
    if not shown:
        raise SlackRefusal("not_authed")
    if not hmac.compare_digest(shown.encode(), token.encode()):
        raise SlackRefusal("invalid_auth")


def _refused(refusal: SlackRefusal) -> Json:
    details = {"response_metadata": {"messages": list(refusal.details)}} if refusal.details else {}
    return {"ok": False, "error": refusal.word, **details}


def arguments() -> Json:
    """What a method is called with: JSON, or a form whose values may be JSON.

    Raises:
        SlackRefusal: It is neither.
    """
    if request.is_json:
        data = parsed()
        if data is None:
            raise SlackRefusal("invalid_json")
        return data
    return {name: _value(text) for name, text in request.values.items()}


def _value(text: str) -> Any:  # noqa: ANN401 - JSON values
    if text[:1] not in {"[", "{"}:
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
