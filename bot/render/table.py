"""The rows of an answer as a table, which a phone shows whole when its columns are few."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import TableBlock

from bot.render.layout import one_line
from bot.render.mrkdwn import clip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.dialogue import Answer, Row

# What a table has, by intent: the heading of each column, and what of a row is in it. A stack
# names its technologies, so their number would only take the place of them on a phone.
_COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "": (("Name", "label"), ("Episodes", "count"), ("Detail", "detail")),
    "stack_of": (("Part", "label"), ("Technologies", "detail")),
    "trend": (("When", "label"), ("Episodes", "count"), ("Share", "detail")),
}
_FIELDS: dict[str, Callable[[Row], str]] = {
    "label": lambda row: row.label,
    "count": lambda row: str(row.count),
    "detail": lambda row: row.detail,
}


def table(answer: Answer, rows: Sequence[Row]) -> dict[str, Any]:
    """Some rows of an answer under their headings; an empty third column is left out."""
    if answer.headings:
        return _with_cells(answer.headings, rows)
    columns = _COLUMNS.get(answer.intent, _COLUMNS[""])
    if not any(one_line(row.detail) for row in rows):
        columns = columns[:2]
    lines = [
        [heading for heading, _ in columns],
        *([_FIELDS[field](row) for _, field in columns] for row in rows),
    ]
    return TableBlock(
        rows=[[_cell(text) for text in cells] for cells in lines],
        column_settings=[
            {"align": "right"} if field == "count" else {"is_wrapped": True} for _, field in columns
        ],
    ).to_dict()


def _with_cells(headings: Sequence[str], rows: Sequence[Row]) -> dict[str, Any]:
    """A table of more columns than a label, a number and a detail."""
    lines = [headings, *((row.label, *row.cells) for row in rows)]
    return TableBlock(
        rows=[[_cell(text) for text in cells] for cells in lines],
        column_settings=[{"is_wrapped": True} for _ in headings],
    ).to_dict()


def _cell(text: str) -> dict[str, Any]:
    """A cell as JSON; checking a hundred of them as models takes longer than all the rest."""
    return {"type": "raw_text", "text": clip(one_line(text), 300) or " "}
