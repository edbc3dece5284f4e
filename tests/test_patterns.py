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
    assert [each for each in patterns if not isinstance(each.pattern, str)] == []


def test_it_compiles_at_its_first_use_and_only_once() -> None:
    """A pattern that no question needs costs nothing, one that is needed again nothing more."""
    broken, pattern = rx("("), rx("a+")

    assert repr(broken) == "rx('(', re.ASCII)"
    with pytest.raises(re.error):
        broken.search("a")
    assert "search" not in vars(pattern)
    assert pattern.search("baa")
    assert vars(pattern)["search"].__self__ is vars(pattern)["sub"].__self__


def test_it_is_used_like_a_compiled_pattern() -> None:
    """Every method that a compiled pattern has, its flags included."""
    pattern = rx(r"(?P<word>[a-z])\d", re.IGNORECASE)

    assert [m["word"] for m in pattern.finditer("a1 B2")] == ["a", "B"]
    assert pattern.findall("a1 B2") == ["a", "B"]
    assert pattern.sub("-", "a1 B2") == "- -"
    assert pattern.match("B2")
    assert pattern.fullmatch("B2 ") is None
    assert dict(pattern.groupindex) == {"word": 1}


def test_a_copy_is_not_mistaken_for_a_use() -> None:
    """What Python asks of every object does not compile it, even before it is set up."""
    assert repr(copy.copy(rx("("))) == "rx('(', re.ASCII)"
