"""What rules need is read off their patterns, and no text that they match is passed over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.normalise.triggers import Rules, Triggers, folded, triggers
from bot.normalise.wordings import denials, past, plans, uses
from bot.normalise.wordings.parts import MARK

DATA = Path(__file__).parent / "data"

NEEDED = (
    (r"\bno longer\b", "no longer"),
    (r"(?:instead of|rather than) §", "instead of §|rather than §"),
    (r"(?:un)?used?", "use"),
    (r"isn['’]?t", "isn't|isnt|isn’t"),
    (r"(?:was|were) \w+ed by\b", "ed by"),
    (r"(?:\w+ )?(?:replac\w+|dropp(?:ed|ing)) §", "dropped|dropping|replac"),
    (r"(?:very ){1,3}old", "very "),
    (r"(?!never)eventually(?= §)", "eventually"),
    (r"x{2,}y[a-c]z", "x"),
    (r"(\w)\1", ""),
    (r"§|\w+", ""),
    (r"[^a]*", ""),
    ("ſet up|Kelvin", "kelvin|set up"),
)
SOURCES = [source for source, _ in NEEDED]


@pytest.mark.parametrize(("pattern", "expected"), NEEDED)
def test_what_a_pattern_needs(pattern: str, expected: str) -> None:
    """The rarest texts of which every match has one; nothing where there is no such text."""
    assert frozenset(expected.split("|")) == triggers(pattern, MARK)


@pytest.mark.parametrize("pattern", SOURCES)
@given(data=st.data())
def test_every_match_has_one(pattern: str, data: st.DataObject) -> None:
    """In whatever case, also that of letters far beyond ASCII."""
    text = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE)))

    assert any(trigger in folded(text) for trigger in triggers(pattern, MARK))


def test_rules_find_what_their_patterns_find() -> None:
    """Over all labelled lines, with each thing replaced by the mark, and each table of rules."""
    texts = [
        re.sub(r"\[\[.*?\]\]", MARK, line.partition("\t")[2])
        for path in DATA.glob("stances*.tsv")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "\t" in line
    ]
    tables = [
        each
        for module in (denials, past, plans, uses)
        for each in vars(module).values()
        if isinstance(each, Rules)
    ]
    assert len(texts) > 400
    assert len(tables) > 8

    for rules in tables:
        # However many searches there were before: here all go by triggers.
        rules._triggers._patience = 0
        for text in texts:
            expected = [found for each in rules.patterns if (found := each.search(text))][:1]
            assert str(expected) == str([found for found in [rules.search(text)] if found])


def test_tables_that_share_their_triggers() -> None:
    """A text is looked through once, whichever table comes first."""
    shared = Triggers(patience=0)
    first, second = shared.rules(r"\bgave up on (\w+)"), shared.rules(r"\bno (\w+)", r"at all\b")
    text = "They gave up on Helm, so there is no Helm at all"

    found = first.search(text), second.search(text), second.search("None at all"), first.search("")

    assert ["Helm", "Helm"] == [each[1] for each in found[:2] if each]
    assert "at all" == (found[2] or "")[0]
    assert found[3] is None
    assert shared._kept.cache_info().hits == 1


def test_few_searches_are_not_worth_looking_for_triggers() -> None:
    """They find the same, and nothing is read off the patterns."""
    shared = Triggers(patience=2)
    rules = shared.rules(r"\bno (\w+)", r"at all\b")

    found = [rules.search("there is no Helm"), rules.search("none at all")]

    assert ["no Helm", "at all"] == [each[0] for each in found if each]
    assert "needs" not in vars(shared)
    assert rules.search("there is one") is None
    assert "needs" in vars(shared)
