"""The JSON of an answer keeps its promised shape."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.dialogue import Answer
from bot.render import to_json, to_text
from tests.answers import full_answer

if TYPE_CHECKING:
    from bot.render.json import AnswerJson

EPISODE = {
    "url": "https://example.test/podcast/9-songrender",
    "title": "SongRender Turns Songs into Videos",
    "guest": "Mike Jones",
    "published": "2020-06-29",
    "cues": [
        {
            "start": 2323,
            "timestamp": "38:43",
            "text": "Blue and green deploys with Terraform",
            "url": "https://example.test/podcast/9-songrender#2323",
            "stance": "uses",
        }
    ],
}


def round_trip(answer: Answer) -> AnswerJson:
    """The answer as a reader of the JSON gets it."""
    read: AnswerJson = json.loads(json.dumps(to_json(answer)))
    return read


def test_the_shape_is_the_promised_one() -> None:
    """Names, order and types of the top level."""
    written = round_trip(full_answer())

    assert list(written) == [
        "question",
        "intent",
        "text",
        "technologies",
        "total",
        "episodes",
        "related",
        "did_you_mean",
    ]
    assert written["episodes"][0] == EPISODE
    assert [len(written["episodes"]), len(written["related"])] == [2, 4]
    assert written["technologies"] == ["terraform"]
    assert written["did_you_mean"] == ["Terragrunt"]


def test_the_text_is_the_plain_text() -> None:
    """Whoever only reads ``text`` has the whole answer."""
    assert round_trip(full_answer())["text"] == to_text(full_answer())


def test_what_is_unknown_is_null() -> None:
    """No empty strings and no zeros stand for missing facts."""
    written = round_trip(full_answer())

    assert written["episodes"][1]["guest"] is None
    assert written["related"][1]["published"] is None
    assert [cue["start"] for cue in written["related"][3]["cues"]] == [None]
    assert [cue["timestamp"] for cue in written["related"][3]["cues"]] == [None]
    assert round_trip(Answer("?", "help", "Ask."))["total"] is None
