"""Questions to begin with, about what is in the catalogue; and the sites it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from bot.ask import Asker


def suggestions(asker: Asker) -> list[str]:
    """Questions, each of which has an answer."""
    del asker
    return ["what is the latest episode?"]


def hosts(asker: Asker) -> frozenset[str]:
    """Hosts of the loaded shows' pages."""
    urls = {head.url for head in asker.lexicon().heads.values()}
    return frozenset({_host(url) for url in urls} - {""})


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
