"""How many people build something: "a team of 4", "8 developers", "just the 2 of them"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.patterns import one_of, rx

if TYPE_CHECKING:
    from bot.normalise.quantities import Quantity

DEVELOPERS = "(?:developers?|devs|engineers?|programmers?)"
_EMPLOYEES = "(?:people|employees|staff|founders|person)"
_AT_WORK = one_of(r"""
    work, total, (?:are )?on the (?:\w+ )?team, in engineering, in the (?:team|company),
    at (?!\d|once|an? |night|the (?:same|peak|launch|conference|event|meetup|talk|show|party)),
    team, company, shop, in total, are working, are involved
""")
# Not those who build it.
_OTHER_TEAM = " on the (?:support|sales|marketing|customer|success|finance|legal|content|hr) team"
# What follows the count of a team.
MAKERS = rf"{DEVELOPERS}\b(?!['’]s| (?:a|per|using|use)\b)"
WORKERS = rf"{_EMPLOYEES}\b(?= {_AT_WORK})(?!{_OTHER_TEAM})"

_ABOUT = (
    "(?:somewhere |between |currently |about |around |just |only |now |over |exactly |roughly |~)*"
)
_ALONE = rx(
    r"""
    \b(?:the|an?) (?:only|solo|sole|lone) (?:developer|dev|engineer|programmer|coder|maintainer
        |founder|person)\b(?! (?:who|that|to|in|on)\b)
    |\b(?:one|single)[- ](?:man|woman|person|developer) (?:show|team|shop|company|project|business
        |operation)\b
    |\b(?:built|made|wrote|runs?|running|maintains?|maintaining|developed|works? on|does)
        (?:it|this|everything|the (?:[\w-]+ ){0,2}[\w-]+)(?: all)? (?:alone
        |(?:by|all by) (?:him|her)self|on (?:his|her) own|single-handed(?:ly)?)\b
    |\bit(?:['’]s| is) (?:just|only|all) (?:her|him|me)\b(?! (?:plus|with|and (?!she\b|he\b)))
    |\b(?:does|did|handles?|writes?|wrote)
        (?:all (?:of )?the|every line of|all) (?:development|coding|programming|code|engineering)\b
    |\bthe only (?:one|person) (?:who|that) (?:codes|programs|develops|(?:writes|touches|works on)
        (?:any |the )?code)\b
    |\b(?:a|as a) solo (?:founder|developer|dev|engineer|maker)\b
    |\b(?:building|working on|running|developing|maintaining) (?:it|this|everything) solo\b
    |\b(?:built|written|developed|maintained|run|coded) by (?:just )?(?:1|one|a single) (?:person
        |developer|man|woman)\b
    """,
    re.IGNORECASE,
)
_PAIR = rx(
    r"""
    \b(?:him|he|her|she|I|me) and (?:his|her|my) (?:wife|husband|partner|brother|sister|friend
        |co-?founder|business partner|girlfriend|boyfriend|dad|father|mother|mom|son|daughter)
        (?:\w+ )?(?:runs?|built|build|own|wrote|write|maintain|started|do) (?:it|this|everything
        |the)\b
    |\b(?:just|only) (?:him|her|me) and (?:his|her|my) (?:wife|husband|partner|brother|sister|friend
        |co-?founder)\b
    """,
    re.IGNORECASE,
)
_TEAM_OF = rx(
    rf"\bteam (?:of|is made up of|is made of|consists of|size is) {_ABOUT}$", re.IGNORECASE
)
_EMPLOYS = rx(
    rf"""
    \b(?:company|startup|business|agency|firm|studio
        |(?<!support )(?<!sales )(?<!marketing )(?<!service )(?<!success )(?<!ops )team)
        (?:now )?(?:has|is|employs|counts|grew to|consists of|is made up of) {_ABOUT}$
    |\b(?:company|startup|business|agency|firm)['’]s {_ABOUT}$
    """,
    re.IGNORECASE,
)
_GREW_TO = rx(
    r"\b(?:company|startup|business|agency|firm|team)\b[^.;]{0,20} from [^.;]{0,25} to "
    rf"{_ABOUT}$",
    re.IGNORECASE,
)
_EMPLOYED = rx(rf" (?:full[- ]time |part[- ]time )?(?:{_EMPLOYEES}|{DEVELOPERS})\b", re.IGNORECASE)
# "Just the 2 of them", "3 of them work on the back-end".
_OF_THEM = rx(
    r"""
    [ ]of (?:them|us)(?= (?:who )?(?:work\w*|are working|build\w*|built|maintain\w*|develop\w*|write
        |wrote|code|program|(?:on|in) the (?:\w+ )?team
        |are (?:developers|devs|engineers|programmers))\b)
    """,
    re.IGNORECASE,
)
_DEVELOPING = rx(
    rf" (?:full[- ]time |part[- ]time )?(?:{DEVELOPERS}\b"
    r"|of (?:them|us) (?:are )?(?:who )?(?:\w+ )?"
    rf"(?:{DEVELOPERS}\b|writ\w+|wrote|cod\w+|program\w*|develop\w*|work\w* on the))",
    re.IGNORECASE,
)
_ALL_OF_THEM = rx(r"\b(?:just|only|it['’]s|it is) (?:just |only )?the $", re.IGNORECASE)
_THEM = rx(r" of (?:them|us)\b", re.IGNORECASE)
# "Built by 2 brothers".
_MADE_BY = rx(
    rf"\b(?:built|written|developed|maintained|run|coded|made|created) by {_ABOUT}(?:the )?$",
    re.IGNORECASE,
)
_RELATED = rx(
    r" (?:people|friends|brothers|sisters|siblings|(?:co-?)?founders|guys|freelancers|students)\b",
    re.IGNORECASE,
)
# "The two founders wrote all of it".
_MAKING = rx(
    r" (?:brothers|sisters|siblings|friends|guys|(?:co-?)?founders) (?:all )?(?:wrote|write|built"
    r"|build|maintain|develop|developed|code)\b",
    re.IGNORECASE,
)
_MEMBERS = rx(r" (?:[a-z-]+ )?members\b", re.IGNORECASE)
_IN_TEAM = rx(r"\bteam\b[^.;]{0,40}$", re.IGNORECASE)
# "They hired 2 developers" counts some of them, "it would take 10 developers" none.
_SOME = rx(
    r"""
    \b(?:hir(?:ed|es?|ing)|looking for|would|could|might|let go of|fired|used (?:\w+ )?by|lost
        |interview\w*
        |add(?:ed|ing)|need(?:s|ed)?|teach\w*|taught|train\w*|onboard\w*|met|took|another|each
        |per)\b[^.;,]{0,25}$
    """,
    re.IGNORECASE,
)
# "She builds it together with one other developer": there are two.
_BESIDES = rx(rf"\b(?:and|with|plus|alongside) {_ABOUT}$", re.IGNORECASE)
_OTHERS = rx(r" other\b", re.IGNORECASE)
# Those who use it, not those who build it.
_AUDIENCE = rx(
    r"""
    [ ](?:who )?(?:have |has )?(?:starred|forked|asked|downloaded|submitted|applied|replied|signed
        |follow\w*|attend\w*|came|responded|contributed|watched|subscrib\w*|rely|relied|paid|tried
        |voted|showed|installed|quit|left|resigned)\b
    """,
    re.IGNORECASE,
)


def is_alone(text: str) -> bool:
    """Whether a sentence says that one person builds it all.

    >>> is_alone("It's a one woman show")
    True
    """
    return _ALONE.search(text) is not None


def unnumbered(text: str) -> list[float]:
    """How many build it all where no number says so; empty when nothing does.

    >>> unnumbered("He and his wife run the whole business")
    [2.0]
    """
    if _PAIR.search(text):
        return [2.0]
    return [1.0] if is_alone(text) else []


def are_developers(quantity: Quantity, text: str) -> bool:
    """Whether the people counted are said to be those who write the code."""
    return _DEVELOPING.match(text, quantity.end) is not None


def is_size(quantity: Quantity, text: str) -> bool:
    """Whether the words around a number make it the size of a team, whatever the noun.

    >>> from bot.normalise.quantities import quantities
    >>> text = "It's just the 2 of them"
    >>> [is_size(quantity, text) for quantity in quantities(text)]
    [True]
    """
    before, end = text[: quantity.start], quantity.end
    if quantity.low != int(quantity.low):
        return False
    return bool(
        (_TEAM_OF.search(before) and not is_part(quantity, text, end))
        or ((_EMPLOYS.search(before) or _GREW_TO.search(before)) and _EMPLOYED.match(text, end))
        or _OF_THEM.match(text, end)
        or (_ALL_OF_THEM.search(before) and _THEM.match(text, end))
        or (_MADE_BY.search(before) and _RELATED.match(text, end))
        or _MAKING.match(text, end)
    )


def is_of_a_team(quantity: Quantity, text: str) -> bool:
    """Whether members are those of a team: "the core team is 2 members"."""
    return bool(_IN_TEAM.search(text, 0, quantity.start) and _MEMBERS.match(text, quantity.end))


def is_part(quantity: Quantity, text: str, end: int) -> bool:
    """Whether a count of developers is no size of the team: "they hired 2 developers".

    Args:
        quantity: How many.
        text: The sentence.
        end: Where the noun ends.
    """
    return bool(_SOME.search(text[: quantity.start]) or _AUDIENCE.match(text, end))


def not_counted(quantity: Quantity, text: str) -> int:
    """How many belong to the team beside those counted: the one with "2 other developers"."""
    other = _OTHERS.match(text, quantity.end) is not None
    return int(other and _BESIDES.search(text[: quantity.start]) is not None)
