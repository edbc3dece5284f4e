"""What is counted, by the noun that follows; facts.tsv holds many more."""

from __future__ import annotations

import pytest

from bot.normalise.counted import AFTER, FAR_SERVER


@pytest.mark.parametrize(
    ("words", "metric"),
    [
        (" requests", "requests"),
        (" page views", "page_views"),
        (" people use it", "users"),
        (" people saw it", None),
        (" of them have an account", "users"),
        (" of them were late", None),
        (" schools rely on it", "users"),
        (" schools are closed", None),
        (" lines in total", "lines_of_code"),
        (" lines of Go", "lines_of_code"),
        (" lines up", None),
        (" beefy dedicated servers", "servers"),
        (" database tables", "tables"),
    ],
)
def test_nouns(words: str, metric: str | None) -> None:
    """The first kind whose noun follows."""
    found = (kind.metric for kind, rule in AFTER if rule.match(words))

    assert next(found, None) == metric


def test_the_noun_of_a_sure_count_may_be_far() -> None:
    """Much may be said of a single server before it is called one."""
    assert FAR_SERVER.match(" 32 CPU core $180 / month machine")
    assert not FAR_SERVER.match(" developer that runs a server")
