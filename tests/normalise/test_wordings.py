"""Every rule of the tables decides how some labelled line is read; one that none needs goes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from bot.normalise.stance import readings
from bot.normalise.triggers import Rules
from bot.normalise.wordings import (
    composed,
    denials,
    lookalikes,
    others,
    past,
    plans,
    upcoming,
    uses,
)
from tests.normalise.test_stance import DATA, table

if TYPE_CHECKING:
    import re

    from bot.normalise.clause import Reading
    from tests.normalise.test_stance import Labelled

TABLES = tuple(
    each
    for module in (composed, denials, lookalikes, others, past, plans, upcoming, uses)
    for each in vars(module).values()
    if isinstance(each, Rules)
)
LINES = [line for path in sorted(DATA.glob("stances*.tsv")) for line in table(path.name)]


class Reader:
    """Reads lines with one rule left out, and remembers where a rule is the only one that fits."""

    def __init__(self) -> None:
        self.left_out: re.Pattern[str] | None = None
        self.needs: dict[re.Pattern[str], dict[int, None]] = defaultdict(dict)
        self._line = 0
        self._fitting: dict[tuple[Rules, str], list[re.Pattern[str]]] = {}

    def search(self, rules: Rules, text: str) -> re.Match[str] | None:
        """As :meth:`Rules.search`."""
        fitting = self._fitting.get((rules, text))
        if fitting is None:
            fitting = [each for each in rules.patterns if each.search(text)]
            self._fitting[rules, text] = fitting
        if len(fitting) == 1:
            self.needs[fitting[0]][self._line] = None
        found = (each.search(text) for each in fitting if each is not self.left_out)
        return next(found, None)

    def read(self, number: int) -> tuple[Reading, ...]:
        """What a line says, read anew."""
        self._line = number
        line: Labelled = LINES[number]
        return readings.__wrapped__(line.text, line.start, line.end)

    def decides(self, rule: re.Pattern[str], number: int, told: tuple[Reading, ...]) -> bool:
        """Whether a line is read otherwise without a rule."""
        self.left_out = rule
        return self.read(number) != told


def test_every_rule_decides_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it one line at least is read otherwise."""
    reader = Reader()

    def search(rules: Rules, text: str) -> re.Match[str] | None:
        return reader.search(rules, text)

    monkeypatch.setattr(Rules, "search", search)
    told = [reader.read(number) for number in range(len(LINES))]
    needs = {rule: list(lines) for rule, lines in reader.needs.items()}

    idle = [
        rule
        for rules in TABLES
        for rule in rules.patterns
        if not any(reader.decides(rule, line, told[line]) for line in needs.get(rule, ()))
    ]

    assert [] == idle


@pytest.mark.parametrize("line", table("stances_rules.tsv"), ids=lambda line: line.text)
def test_lines_of_single_rules(line: Labelled) -> None:
    """What is labelled because a rule needs it is read as it is labelled."""
    assert line.stances == {stance for stance, _ in line.read()}
