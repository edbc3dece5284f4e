"""What an episode is called in conversation: the company or site it is about.

Titles of such shows say "Zego Lets You …", "… a Course Called Modern DevTools", "… with
Twinner"; the guest's website says it again. People then ask about "the zego one".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.addresses import host_of
from bot.patterns import rx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Guest
    from bot.vocabulary import Vocabulary

# What starts a title without naming anybody: "Building a Site", "Tracking Games Played".
_NO_NAME = (
    r"(?:A|An|The|How|Why|What|Learn|This|That|These|Your|Our|My|Get|Easily|Determine|\w+ing)\b"
)
# "Zego Lets", "Remote.com Helps", "Mux Is": a name is followed by a verb of the third person.
_VERB = r"(?:Is|Are|Was|[A-Z][a-z]+(?:[^s\W]s|es))\b(?! (?:Is|Are)\b)"
_PREFIXES = (
    *(
        rx(rf"^((?!{_NO_NAME})[\w.'’&-]+(?: [A-Z0-9][\w.'’&-]*){{{more}}}) {_VERB}")
        for more in range(5)
    ),
    # Two verbs may begin a title as well: "Build and Ship Apps".
    rx(
        rf"^((?!{_NO_NAME})[A-Z][\w'’-]* and [A-Z][\w'’-]*) "
        r"(?:Is|Are|Was|Lets|Helps|Makes|Gives|Provides|Turns|Offers|Lists|Shows|Keeps)\b"
    ),
)
_CALLED = rx(
    r"""
    \b(?:[Cc]alled|[Nn]amed)
        ([A-Z][\w.'’-]*(?: (?!That |Which |Who |Where |Is )[A-Z][\w.'’-]*){0,3})
    """
)
_ENDING = rx(rf"\b(?:with|on|at|from) ((?!{_NO_NAME})[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,2}})$")
_CAMEL = rx(r"\b[A-Z][a-z]+(?:[A-Z][a-z]*)+\b")
_SEPARATORS = rx(r"[\s._/'’\-]+")
# A word of an ending that stands in the site's address as well is this long at least.
_TELLING = 4
# "tryhexadecimal.com" is the site of Hexadecimal.
_INVITES = rx(r"^(?:try|get|use|join)(?=[a-z]{5})")
_HOST_OF_MANY = frozenset(
    "github gitlab bitbucket twitter linkedin medium facebook instagram youtube wordpress blogspot"
    " substack dev about google apple itunes spotify herokuapp netlify vercel notion".split()
)


def names(title: str, guests: tuple[Guest, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Names of the company or site, the one to show first.

    Args:
        title: Title of the episode.
        guests: Its guests, whose websites often carry the name.
        vocabulary: A title word that is a technology names no company.
    """
    people = {_squeezed(guest.name) for guest in guests}
    found: dict[str, str] = {}
    for name in _candidates(title, guests):
        key = _squeezed(name)
        if len(key) < 2 or key in people:
            continue
        from_title = name in title or any(_INVITES.sub("", each) == name for each in found)
        if key not in found and (from_title or vocabulary.resolve(name) is None or not found):
            found[key] = name
    return tuple(found.values())


def own_technologies(guests: tuple[Guest, ...], vocabulary: Vocabulary) -> frozenset[str]:
    """Technologies whose home page is a guest's website, who therefore makes them."""
    labels = (label for guest in guests if guest.website for label in _labels(guest))
    found = (vocabulary.resolve(label) for label in labels)
    return frozenset(tech for tech in found if tech)


def _candidates(title: str, guests: tuple[Guest, ...]) -> Iterator[str]:
    labels = [label for guest in guests if guest.website for label in _labels(guest)]
    squeezed = {_squeezed(label) for label in labels}
    prefix = _prefix(title, squeezed)
    if prefix:
        yield prefix
    called = _CALLED.search(title)
    if called:
        yield called.group(1)
    ending = _ENDING.search(title)
    if ending and not prefix and _is_site(ending.group(1), squeezed):
        yield ending.group(1)
    yield from (word for word in _CAMEL.findall(title) if _squeezed(word) in squeezed)
    yield from labels


def _prefix(title: str, sites: set[str]) -> str | None:
    """The name before the verb: the one that the address confirms, else the shortest."""
    found = [match.group(1) for rule in _PREFIXES if (match := rule.match(title))]
    confirmed = (name for name in found if _squeezed(name) in sites)
    return next(confirmed, found[0] if found else None)


def _is_site(name: str, sites: set[str]) -> bool:
    """Whether the end of a title names the site: "on GoRails", but not "for Small Teams"."""
    if _CAMEL.fullmatch(name):
        return True
    words = [_squeezed(name), *(word.lower() for word in name.split() if len(word) >= _TELLING)]
    return any(word in site for word in words for site in sites)


def _labels(guest: Guest) -> Iterator[str]:
    """``remote`` and ``remote.com`` of https://www.remote.com/, unless it is a personal page."""
    host = host_of(guest.website or "")
    label = _registered(host)
    person = _squeezed(guest.name)
    parts = [part.lower() for part in guest.name.split()]
    personal = label in parts or _squeezed(label) in person or person in _squeezed(label)
    if not label or label in _HOST_OF_MANY or personal:
        return
    yield label
    yield host
    if _INVITES.match(label):
        yield _INVITES.sub("", label)


def _registered(host: str) -> str:
    """The part of a host that was registered: ``daughterlycare`` of daughterlycare.com.au.

    >>> _registered("developer.va.gov"), _registered("daughterlycare.com.au")
    ('va', 'daughterlycare')
    """
    parts = host.split(".")[:-1]
    if len(parts) > 1 and parts[-1] in {"co", "com", "org", "net", "gov", "ac", "edu"}:
        parts.pop()
    return parts[-1] if parts else ""


def _squeezed(name: str) -> str:
    """A name in the form in which it is compared.

    >>> _squeezed("Let's Encrypt"), _squeezed("Va.gov")
    ('letsencrypt', 'vagov')
    """
    return _SEPARATORS.sub("", name.strip().lower())
