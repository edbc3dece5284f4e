"""What an episode is called in conversation: the company or site it is about.

Titles of such shows say "Zego Lets You …", "… a Course Called Modern DevTools", "… with
Twinner"; the guest's website says it again. People then ask about "the zego one".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.vocabulary import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Guest
    from bot.vocabulary import Vocabulary

_PREFIX = re.compile(
    r"^((?!(?:A|An|The|How|Why|What|Building|Creating|Running|Learn|Making)\b)"
    r"[\w.'’&-]+(?: [A-Z0-9][\w.'’&-]*){0,3}?) (?:Is|Are|Was|[A-Z][a-z]+(?:[^s\W]s|es))\b(?! (?:Is|Are)\b)"
)
_CALLED = re.compile(r"\b(?:[Cc]alled|[Nn]amed) ([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})")
_ENDING = re.compile(r"\b(?:with|on|at|from) ([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})$")
_CAMEL = re.compile(r"\b(?:[A-Z][a-z]+(?:[A-Z][a-z]*)+|[A-Z][a-z]+[A-Z]+)\b")
_HOST_OF_MANY = frozenset(
    [
        "github",
        "gitlab",
        "bitbucket",
        "twitter",
        "linkedin",
        "medium",
        "facebook",
        "instagram",
        "youtube",
        "wordpress",
        "blogspot",
        "substack",
        "dev",
        "about",
        "google",
        "apple",
        "itunes",
        "spotify",
        "herokuapp",
        "netlify",
        "vercel",
        "notion",
    ]
)


def names(title: str, guests: tuple[Guest, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Names of the company or site, the one to show first.

    Args:
        title: Title of the episode.
        guests: Its guests, whose websites often carry the name.
        vocabulary: A title word that is a technology names no company.
    """
    people = {squeeze(guest.name) for guest in guests}
    found: dict[str, str] = {}
    for name in _candidates(title, guests, vocabulary):
        key = squeeze(name)
        if len(key) < 2 or key in people:
            continue
        from_title = name in title
        if key not in found and (from_title or vocabulary.resolve(name) is None or not found):
            found[key] = name
    return tuple(found.values())


def own_technologies(guests: tuple[Guest, ...], vocabulary: Vocabulary) -> frozenset[str]:
    """Technologies whose home page is a guest's website, who therefore makes them."""
    labels = (label for guest in guests if guest.website for label in _labels(guest))
    found = (vocabulary.resolve(label) for label in labels)
    return frozenset(tech for tech in found if tech)


def _candidates(title: str, guests: tuple[Guest, ...], vocabulary: Vocabulary) -> Iterator[str]:
    prefix = _PREFIX.match(title)
    if prefix:
        yield prefix.group(1)
    called = _CALLED.search(title)
    if called:
        yield called.group(1)
    ending = _ENDING.search(title)
    if ending and vocabulary.resolve(ending.group(1)) is None:  # no "... with Django"
        yield ending.group(1)
    labels = [label for guest in guests if guest.website for label in _labels(guest)]
    squeezed = {squeeze(label) for label in labels}
    yield from (word for word in _CAMEL.findall(title) if squeeze(word) in squeezed)
    yield from labels


def _labels(guest: Guest) -> Iterator[str]:
    """``remote`` and ``remote.com`` of https://www.remote.com/, unless it is a personal page."""
    host = (urlsplit(guest.website or "").hostname or "").removeprefix("www.")
    label = _registered(host)
    person = squeeze(guest.name)
    parts = [part.lower() for part in guest.name.split()]
    personal = label in parts or squeeze(label) in person or person in squeeze(label)
    if not label or label in _HOST_OF_MANY or personal:
        return
    yield label
    yield host


def _registered(host: str) -> str:
    """The part of a host that was registered: ``daughterlycare`` of daughterlycare.com.au.

    >>> _registered("developer.va.gov"), _registered("daughterlycare.com.au")
    ('va', 'daughterlycare')
    """
    parts = host.split(".")[:-1]
    if len(parts) > 1 and parts[-1] in {"co", "com", "org", "net", "gov", "ac", "edu"}:
        parts.pop()
    return parts[-1] if parts else ""
