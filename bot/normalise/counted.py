"""What is counted in a line, known by the noun that follows the quantity."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.normalise import teams
from bot.patterns import one_of, rx


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that is counted.

    Attributes:
        noun: What follows the quantity.
        words: How many other words may stand between the two.
        timed: A count means nothing without a period, unless it is large.
    """

    metric: str
    unit: str
    noun: str
    words: int = 1
    timed: bool = False


_STOP = one_of("""
    to, for, of, at, and, or, with, in, on, per, each, every, is, are, was, were, has, that, which,
    who, where, about, when, if, between, lines?, minutes?, seconds?, hours?, days?, weeks?,
    months?, years?, times, factor, v?cpus?, cores?, gb, mb, tb, gigabytes, memory, ram, lts,
    feature, user
""")
_OTHER = rf"(?:(?!{_STOP}\b)[A-Za-z][\w.'’/&-]* |/ )"
_NOUNS = {
    "request": "requests?, reqs?, calls, hits, queries, events, pings, webhooks",
    "view": "page ?views?, visits, views, impressions",
    "thing": """
        lookups, jobs, messages, e-?mails, checks, readings, tasks, transactions, notifications,
        orders, bookings, images, searches, payments, uploads, downloads, renders, builds, texts,
        invoices, points, samples, operations, videos, measurements, positions, pings, coordinates,
    data ?points, locations
    """,
    "user": """
        users, visitors, customers, members, subscribers, students, accounts, listeners, readers,
        sign ?ups, clients
    """,
    "server": """
        servers?, instances?, droplets?, dynos?, box(?:es)?, nodes?, vms?, vps(?:es|s)?, machines?
    """,
    "row": "rows, records, documents, entries",
    "datum": "data ?points, measurements, readings, samples, positions, observations, coordinates",
    "repository": "repos?, repositor(?:y|ies)",
}
_NOUN = {name: rf"{one_of(nouns)}\b" for name, nouns in _NOUNS.items()}
_CODE = (
    r"(?:lines?\b(?: of)?(?: [\w/.+#-]+){0,3}? ?code\b|lines of \w+|loc\b"
    r"|line (?:monolith|code ?base|app|script)\b"
    r"|lines\b(?=$|[,.;)]| (?:(?:on|in|for) the (?:back|front|server|client|api)|in total|all in"
    r"|overall|total|long)\b))"
)
_SERVER = rf"{_NOUN['server']}(?! (?:side|rendered|code|less|error))"
_USING = one_of(r"""
    use, using, visit\w*, sign\w*, subscrib\w*, listen, watch, play, read, log in, come back, buy,
    pay, stream, tune in, rely on,
    have (?:signed up|used|subscribed|joined|bought),
    have (?:an? )?(?:\w+ )?(?:account|subscription)s?, are (?:paying|active|subscribed|registered)
""")
_PAYING = one_of(r"""
    pay, subscrib\w*, signed up, have (?:an? )?(?:\w+ )?(?:account|subscription)s?,
    are (?:paying|active|subscribed|registered)
""")
_USERS = rf"(?:people|{teams.DEVELOPERS})(?= (?:who )?{_USING}\b)"
_OF_THEM = rf"of them(?= (?:who )?{_PAYING}\b)"
# "200 schools use it".
_HOUSES = one_of("""
    schools, companies, teams, businesses, stores, restaurants, organizations, organisations,
    universities, shops, clinics, agencies, clubs, churches, families, households, startups,
    firms, gyms, hospitals, hotels, farms, libraries, museums, offices, studios, teachers, doctors,
    dentists, artists, authors, drivers, players, podcasters, photographers, landlords
""")
_CUSTOMERS = one_of("""
    use, using, are (?:now |currently |already )?(?:using|on), rely on, pay, paying, signed up,
    have signed up, have (?:an )?accounts?, on the platform, are on it,
    are on the platform
""")
CLIENTS = rf"{_HOUSES}(?= (?:that |who )?{_CUSTOMERS}\b)"
KINDS = (
    Kind("requests", "requests", _NOUN["request"], 2, timed=True),
    Kind("page_views", "page views", _NOUN["view"], 2, timed=True),
    Kind("throughput", "things", _NOUN["thing"], 2, timed=True),
    Kind("users", "users", _NOUN["user"], 2),
    Kind("users", "users", _USERS),
    Kind("users", "users", _OF_THEM),
    Kind("users", "users", CLIENTS),
    Kind("lines_of_code", "lines", _CODE, 2),
    Kind("team", "developers", teams.MAKERS, 3),
    Kind("team", "people", teams.WORKERS),
    Kind("servers", "servers", _SERVER, 4),
    Kind("rows", "rows", _NOUN["row"], 2),
    Kind("rows", "rows", _NOUN["datum"], 2),
    Kind("apps", "apps", r"(?:apps|microservices|services)\b", 2),
    Kind("repositories", "repositories", _NOUN["repository"], 2),
    Kind("tables", "tables", r"(?:tables|models)\b", 2),
)
AFTER = tuple(
    (kind, rx(rf" ?\)? ?(?:{_OTHER}){{0,{kind.words}}}?{kind.noun}", re.IGNORECASE))
    for kind in KINDS
)
# "(1) $7 / month Dyno", "single 32 CPU core server": the count is sure, so its noun may be far.
FAR_SERVER = rx(
    rf" ?(?:(?!(?:and|to|for|at|but|that|with)\b)[\w$./%+~\"“”-]+ ){{0,9}}?{_SERVER}", re.IGNORECASE
)
