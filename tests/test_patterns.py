"""Patterns compile late and then are what re.compile makes."""

from __future__ import annotations

import copy
import gc
import re

import pytest

from bot import questions
from bot.normalise import stance
from bot.patterns import _Lazy, rx


def test_every_pattern_of_the_package_compiles() -> None:
    """A mistake in a pattern shows here and not when somebody asks the one question it reads."""
    assert questions.KINDS
    assert stance.__doc__
    gc.unfreeze()  # What a test of a server set aside would not be found.
    patterns = [each for each in gc.get_objects() if type(each) is _Lazy]

    assert len(patterns) > 100
    assert [each for each in patterns if each.compiled("a").flags & re.ASCII == 0] == []


def test_it_compiles_at_its_first_use_and_only_once() -> None:
    """A pattern that no question needs costs nothing, one that is needed again nothing more."""
    broken, pattern = _Lazy("(", 0), _Lazy("a+", 0)

    assert repr(broken) == "rx('(', 0)"
    for text in ("a", "ä"):
        with pytest.raises(re.error):
            broken.search(text)
    assert pattern.search("baa")
    assert pattern.compiled("baa") is pattern.compiled("")
    assert pattern.compiled("bää") is pattern.compiled("ü")


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("text", ["a1 B2_", "Zoë's café №4", "Ünï\u00a0cödé ９", ""])
@pytest.mark.parametrize("pattern", [r"\b\w+\b", r"\W+", r"\d", r"[^\W_]+\s?", "[a-z]+"])
def test_letters_of_any_language_are_letters(pattern: str, text: str, flags: int) -> None:
    """What spares looking them up is never noticed."""
    lazy, plain = rx(pattern, flags), re.compile(pattern, flags)

    for found, wanted in (
        (lazy.search(text), plain.search(text)),
        (lazy.match(text, 1), plain.match(text, 1)),
        (lazy.fullmatch(text), plain.fullmatch(text)),
    ):
        assert (found and found.span()) == (wanted and wanted.span())
    assert [each.span() for each in lazy.finditer(text)] == [
        each.span() for each in plain.finditer(text)
    ]
    assert lazy.findall(text) == plain.findall(text)
    assert lazy.split(text) == plain.split(text)
    assert lazy.sub("-", text) == plain.sub("-", text)


def test_it_is_used_like_a_compiled_pattern() -> None:
    """By the same methods, its flags included."""
    pattern = rx(r"(?P<word>[a-z])\d", re.IGNORECASE)

    assert [m["word"] for m in pattern.finditer("a1 B2")] == ["a", "B"]
    assert pattern.findall("a1 B2") == ["a", "B"]
    assert pattern.sub("-", "a1 B2") == "- -"
    assert pattern.match("B2")
    assert pattern.fullmatch("B2 ") is None


def test_a_copy_is_not_mistaken_for_a_use() -> None:
    """What Python asks of every object does not compile it, even before it is set up."""
    assert repr(copy.copy(rx("("))) == "rx('(', 0)"
