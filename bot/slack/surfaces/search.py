"""The global shortcut "Search episodes": a form with filters, answered in the same window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import InputBlock, Option, PlainTextInputElement, StaticSelectElement

from bot.render.blocks import context, to_view
from bot.render.mrkdwn import line
from bot.render.request import Request
from bot.slack.declared import Shortcut
from bot.slack.listening import lazily
from bot.slack.surfaces.browse import TECHNOLOGY, menu
from bot.slack.turn import chosen
from bot.slack.views import modal

if TYPE_CHECKING:
    from slack_bolt import Ack, App
    from slack_sdk.models.blocks import InputInteractiveElement

    from bot.render.blocks import Json
    from bot.slack.declared import Command, Function
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS: tuple[str, ...] = ()
SCOPES = ("commands",)
SHORTCUTS = (
    Shortcut("Search episodes", "global", "search_episodes", "Find episodes by words and filters"),
)
FUNCTIONS: tuple[Function, ...] = ()

CALLBACK = "search"
_LENGTHS = {
    "under 30 minutes": "Under 30 minutes",
    "under 60 minutes": "Under an hour",
    "over 60 minutes": "Over an hour",
}
_MOST_YEARS = 100


def register(app: App, desk: Desk) -> None:
    """Listen for the shortcut and for the form being sent."""

    def search(ack: Ack, view: dict[str, Any]) -> None:
        ack(response_action="update", view=results(desk, question(view["state"]["values"])))

    app.shortcut(SHORTCUTS[0].callback_id)(**lazily(desk, show))
    app.view(CALLBACK)(search)


def show(turn: Turn) -> None:
    """Open the form."""
    years = sorted({head.published.year for head in turn.desk.heads() if head.published})
    turn.client.views_open(trigger_id=turn.body["trigger_id"], view=form(years))


def form(years: list[int]) -> Json:
    """The form; every field may be left empty."""
    words = PlainTextInputElement(
        action_id="words", max_length=300, placeholder="zero downtime deploys"
    )
    blocks = [
        _field("words", "Words", words),
        _field("technology", "Uses", menu(TECHNOLOGY, "Any technology")),
        _field("length", "Length", _select("length", _LENGTHS)),
    ]
    if years:
        newest = {str(year): str(year) for year in reversed(years[-_MOST_YEARS:])}
        blocks.append(_field("year", "Year", _select("year", newest)))
    return modal("Search episodes", blocks, submit="Search", callback=CALLBACK)


def _field(name: str, label: str, element: InputInteractiveElement) -> Json:
    return InputBlock(block_id=name, label=label, element=element, optional=True).to_dict()


def _select(name: str, choices: dict[str, str]) -> StaticSelectElement:
    options = [Option(value=value, text=text) for value, text in choices.items()]
    return StaticSelectElement(action_id=name, placeholder="Any", options=options)


def question(values: dict[str, Any]) -> str:
    """The form as the question it stands for.

    >>> question({"words": {"words": {"value": "queues"}}})
    'queues'
    >>> question({"year": {"year": {"selected_option": {"value": "2020"}}}})
    'list the episodes year:2020'
    """
    words = str(values.get("words", {}).get("words", {}).get("value") or "").strip()
    technology = chosen(values.get("technology", {}).get(TECHNOLOGY, {}))
    length = chosen(values.get("length", {}).get("length", {}))
    year = chosen(values.get("year", {}).get("year", {}))
    if not words:
        narrowed = "list the episodes" if year or length else "10 latest episodes"
        words = f"who uses {technology}" if technology else narrowed
    elif technology:
        words = f'{words} uses:"{technology}"'
    return " ".join(filter(None, [words, f"year:{year}" if year else "", length]))


def results(desk: Desk, text: str) -> Json:
    """The answer in the window of the form, and below it the question that the form stood for."""
    asked = context(f"Asked: {line(text, 300)}")
    return modal("Search episodes", [*to_view(desk.answer(Request(text))), asked])
