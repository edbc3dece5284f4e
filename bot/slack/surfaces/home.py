"""The App Home: what is in the catalogue, a way to browse it, and how to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import ActionsBlock, DividerBlock, HeaderBlock

from bot.questions import for_readers
from bot.questions.base import company
from bot.render.blocks import button, context, section
from bot.render.mrkdwn import bold, fitting, line, link
from bot.slack import standing as comes
from bot.slack.catalogue import glance
from bot.slack.listening import lazily
from bot.slack.surfaces.browse import BROWSE, menu
from bot.slack.surfaces.settings import OPEN
from bot.slack.views import home
from bot.timecode import day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from slack_bolt import App

    from bot.dialogue import Head
    from bot.render.blocks import Json
    from bot.slack.catalogue import Glance
    from bot.slack.declared import Command, Function, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS = ("app_home_opened",)
SCOPES: tuple[str, ...] = ()
SHORTCUTS: tuple[Shortcut, ...] = ()
FUNCTIONS: tuple[Function, ...] = ()

NOTHING = "Nothing is loaded yet. `playhead load` loads a show."
_NEWEST = 5
_POPULAR = 10


def register(app: App, desk: Desk) -> None:
    """Listen for the Home being opened."""
    app.event("app_home_opened", matchers=[_opened])(**lazily(desk, publish, asked=False))


def _opened(event: dict[str, Any]) -> bool:
    return bool(event.get("tab", "home") == "home")


def publish(turn: Turn) -> None:
    """Show the Home of a person as the catalogue is now."""
    found = comes.content(turn.desk, turn.user, comes.standing(turn))
    blocks = content(glance(turn.desk.askers()), found)
    turn.client.views_publish(user_id=turn.user, view=home(blocks))


def content(seen: Glance, standing: Iterable[Json] = ()) -> list[Json]:
    """The blocks of the Home.

    Args:
        seen: The catalogue.
        standing: The part about what comes by itself.
    """
    newest = [_episode(head) for head in seen.heads[:_NEWEST]]
    popular = " · ".join(
        f"{line(name, 60)} {number}" for name, number in seen.technologies()[:_POPULAR]
    )
    episodes, technologies = len(seen.heads), len(seen.users)
    return [
        HeaderBlock(text="Playhead").to_dict(),
        section(f"*{episodes}* episodes · *{technologies}* technologies, down to the second."),
        section(fitting(["*Newest*", *newest]) if newest else NOTHING),
        section(f"*Most used*\n{popular}") if popular else DividerBlock().to_dict(),
        ActionsBlock(
            elements=[
                menu(BROWSE, "Browse technologies…"),
                button("Channel settings", OPEN, "home"),
            ]
        ).to_dict(),
        DividerBlock().to_dict(),
        *standing,
        DividerBlock().to_dict(),
        *_how_to_ask(),
    ]


def _episode(head: Head) -> str:
    when = f" · {day(head.published)}" if head.published else ""
    # A title that begins with the company need not say it twice.
    rest = head.title.removeprefix(company(head)).strip()
    about = f" {line(rest, 150)}" if rest else ""
    return f"{link(head.url, bold(company(head), 150))}{about}{when}"


def _how_to_ask() -> list[Json]:
    """One line for each kind of question, with the way people put it."""
    kinds = [
        f"• {line(kind.SUMMARY, 150)}: _{line(kind.EXAMPLES[0], 100)}_" for kind in for_readers()
    ]
    return [
        section(
            "*How to ask*\n"
            "Mention me in a channel, write to me under *Messages*, or use `/playhead`."
        ),
        section(fitting(kinds)),
        context("`/whouses postgres` · `/playhead latest` · `/playhead random` · `/playhead help`"),
    ]
