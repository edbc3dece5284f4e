"""Steps for Workflow Builder: find episodes, or pick one by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.render.blocks import to_message
from bot.render.mrkdwn import line
from bot.render.request import Kind, Request
from bot.render.typed import typed
from bot.slack.declared import Function, Parameter
from bot.slack.listening import finish, lazily, once

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.dialogue import Answer
    from bot.slack.declared import Command, Shortcut
    from bot.slack.desk import Desk
    from bot.slack.turn import Turn

COMMANDS: tuple[Command, ...] = ()
EVENTS = ("function_executed",)
SCOPES: tuple[str, ...] = ()
SHORTCUTS: tuple[Shortcut, ...] = ()
_OUTPUTS = (
    Parameter("answer", "Answer", "The answer as text"),
    Parameter("title", "Title", "Title of the best episode"),
    Parameter("url", "Link", "Link to the best episode, at the second if there is one"),
    Parameter("count", "Number of episodes", "How many episodes match", "integer"),
)
FUNCTIONS = (
    Function(
        "find_episodes",
        "Find episodes",
        "Answers a question about the episodes",
        (Parameter("question", "Question", "Such as: who uses Postgres?", required=True),),
        _OUTPUTS,
    ),
    Function("random_episode", "Random episode", "Picks an episode by chance", (), _OUTPUTS),
)

NO_QUESTION = "There was no question to answer."
NO_EPISODES = "No episodes are loaded yet."


def register(app: App, desk: Desk) -> None:
    """Listen for both steps being run."""
    app.function("find_episodes", middleware=[once(desk)])(**lazily(desk, find))
    app.function("random_episode", middleware=[once(desk)])(**lazily(desk, pick))


def find(turn: Turn) -> None:
    """Answer the question that the workflow hands in."""
    text = typed(str((turn.event.get("inputs") or {}).get("question") or ""))
    _complete(turn, Request(text) if text else None, NO_QUESTION)


def pick(turn: Turn) -> None:
    """Hand over any episode."""
    heads = turn.desk.heads()
    request = Request(turn.desk.pick(heads).slug, Kind.EPISODE) if heads else None
    _complete(turn, request, NO_EPISODES)


def _complete(turn: Turn, request: Request | None, otherwise: str) -> None:
    """Tell the workflow that it may go on, or why it cannot."""
    execution = str(turn.event["function_execution_id"])
    if request is None:
        turn.client.functions_completeError(function_execution_id=execution, error=otherwise)
    else:
        turn.client.functions_completeSuccess(
            function_execution_id=execution, outputs=outputs(turn.desk.answer(request), request)
        )
    finish(turn)


def outputs(answer: Answer, request: Request) -> dict[str, Any]:
    """What later steps may use."""
    best = answer.episodes[0] if answer.episodes else None
    cues = best.cues if best else ()
    return {
        "answer": to_message(answer, request).text,
        "title": line(best.title, 300) if best else "",
        "url": cues[0].url if cues else (best.url if best else ""),
        "count": len(answer.episodes) if answer.total is None else answer.total,
    }
