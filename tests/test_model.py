"""The nouns of the field are values."""

from __future__ import annotations

import dataclasses
import inspect
import pickle

import pytest

from bot import model
from bot.model import Mention, Stance, Topic

RECORDS = [
    each
    for _, each in inspect.getmembers(model, dataclasses.is_dataclass)
    if isinstance(each, type)
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_records_are_frozen_and_slotted(record: type) -> None:
    """Nothing is changed behind anybody's back, and no misspelt field appears."""
    fields = {field.name: field for field in dataclasses.fields(record)}
    needed = {name: "x" for name, field in fields.items() if field.default is dataclasses.MISSING}
    value = record(**needed)

    with pytest.raises((AttributeError, TypeError)):
        setattr(value, next(iter(fields)), "y")
    assert not hasattr(value, "__dict__")
    assert value == record(**needed)
    assert hash(value) == hash(record(**needed))
    assert dataclasses.replace(value) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes


def test_stances_are_what_the_answer_says() -> None:
    """Their names are part of the JSON contract."""
    assert [str(stance) for stance in Stance] == [
        "uses",
        "used_before",
        "avoids",
        "plans",
        "mentions",
    ]


def test_what_is_not_said_is_not_made_up() -> None:
    """A topic without a time has none; a mention of the whole episode has no line."""
    assert Topic(None, "x").anchor is None
    assert Mention("redis", Stance.USES).topic is None
