"""Whether all servers are counted, or only some, or none of theirs."""

from __future__ import annotations

import re

import pytest

from bot.normalise.quantities import quantities
from bot.normalise.servers import is_count, is_one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are 2 servers", True),
        ("Ubuntu 20.04 servers", False),
        ("There are 2 servers left", False),
        ("The fire took out 2 servers", False),
        ("There are 3 other servers", False),
        ("A release goes to 1 server", False),
        ("Deploys restart 1 server", False),
        ("They update 1 server at a time", False),
        ("Staging runs on 1 server", False),
        ("Terraform is used to set up 2 servers", True),
        ("They used to have 2 servers", False),
        ("The entire app, database included, is on 1 server", True),
        ("The entire app is on 1 server and the database is on another", True),
        ("Customers with 2 servers", False),
        ("1 server is for the app and a second one for the rest", False),
    ],
)
def test_is_count(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """What stands before a count decides; of one server all that stands around it."""
    count, *_ = quantities(text)

    noun = re.search("servers?", text)
    assert noun is not None
    assert is_count(count, text, noun.end()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's hosted on a cheap VPS", True),
        ("The app and the database are on the same server", True),
        ("Staging is hosted on a cheap VPS", False),
        ("It's hosted on servers", False),
    ],
)
def test_is_one(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """One is told without a number."""
    assert is_one(text) is expected
