"""A question means the same however it was dressed in Slack."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.typed import typed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("who uses Go?", "who uses Go?"),
        ("<@U0BOT> who uses Go?", "who uses Go?"),
        ("<@U0BOT|playhead>: who uses Go?", "who uses Go?"),
        ("who uses Go? <@U0BOT>", "who uses Go?"),
        ("who uses Go? cc <@U1> <#C1|general>", "who uses Go?"),
        ("<!subteam^S1|@devs> <!here> who uses Go?", "who uses Go?"),
        ("is <#C012|go> about go?", "is #go about go?"),
        ("who uses <http://fly.io|fly.io>?", "who uses fly.io?"),
        ("what is <https://show.test/1#2:00>", "what is https://show.test/1#2:00"),
        ("episodes since <!date^1600000000^{date}|13 Sep 2020>", "episodes since 13 Sep 2020"),
        ("who uses *Go*?", "who uses Go?"),
        ("who uses _Go_ and ~Rust~?", "who uses Go and Rust?"),
        ("*_who uses `Go`?_*", "who uses Go?"),
        ("```who uses Go?```", "who uses Go?"),
        ("*elixir shows from 2021*", "elixir shows from 2021"),
        ("&gt; who uses Go?", "who uses Go?"),
        ("• who uses Go?", "who uses Go?"),
        ("who uses Go? 🙏🏽", "who uses Go?"),
        ("C &amp; C++ &lt;3", "C & C++ <3"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_what_is_no_word_goes(text: str, words: str) -> None:
    """Mentions, addresses around a name, marks of bold and italics, quotations, pictures."""
    assert typed(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "snake_case and __init__.py",
        "5 * 3 * 2",
        "f*ck",
        "-docker",
        "<$100 and >$50",
        "> 100 dollars",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    """Signs are words, too, where they mark nothing."""
    assert typed(text) == text


@given(st.text(alphabet="ab <>@#!|*_~`&;gtlmcU1:/\n•", max_size=60))
def test_nothing_breaks_it(text: str) -> None:
    """Whatever somebody pastes, and however long a run of marks is."""
    assert len(typed(text)) <= len(text)
