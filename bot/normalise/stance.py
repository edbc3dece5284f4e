"""What a line says about something it names: used, used before, avoided, planned, or just named.

The rules look at one clause at a time, with the thing in question replaced by ``§``, so that
"Ansible was used in the past but now everything is baked into Packer" says two different
things about two tools. They are tables of patterns, tried in the order in which a wrong claim
would hurt most: a denial before a plan, a plan before a past use, a past use before a use.
What matches nothing is a mention, never a use. The same function serves technologies at load
time and free phrases ("automated tests", "an ORM") at question time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "§"


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a line says about what it names.

    Attributes:
        weight: 0..1, how plainly the line says so.
        scope: ``development`` or ``production`` when it only holds there.
    """

    stance: Stance
    weight: float
    scope: str | None = None


# Words that may stand between a rule's word and the thing: "any of the big", "a managed".
_GAP = r"(?:[\w'’./+&-]+,? ){0,%d}?"
_NEAR = _GAP % 3
_FAR = _GAP % 6
_LIST = r"(?:[\w'’./+-]+(?:,| and| or| nor| &| \+) (?:[\w'’./+-]+ ){0,2}?){0,3}"
_USE = (
    r"(?:us(?:e|es|ed|ing)|utili[sz]\w+|run(?:s|ning)?|ran|deploy\w*|host\w*|rely|relies|relying"
    r"|go(?:es|ing)? with|went with|adopt\w*|leverag\w+|need\w*|want\w*|bother\w*|have|having)"
)
_NOT = (
    r"(?:isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|hasn['’]?t been|haven['’]?t been"
    r"|is not|are not|was not|were not|has not been|is no longer|are no longer|is never|are never)"
)
_NOT_DO = (
    r"(?:don['’]?t|doesn['’]?t|didn['’]?t|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|haven['’]?t"
    r"|hasn['’]?t|won['’]?t|wouldn['’]?t|can['’]?t|never|not|no longer|stopped|refuses? to)"
)
_MOVE = (
    r"(?:mov(?:e|es|ed|ing)|switch\w*|migrat\w+|transition\w*|go(?:es|ing)?|went|convert\w*"
    r"|port(?:ed|ing)|chang(?:ed?|ing)|jump\w*|swapp?\w*|rewr\w+|shift\w*|graduat\w+)"
)
_WISH = (
    r"(?:wants? to|wanted to|wanting to|would like to|['’]d like to|would love to|hop(?:es?|ing) to"
    r"|plan(?:s|ning|ned)? (?:to|on|for)|intend\w* to|look(?:s|ing)? (?:to|into|forward to)"
    r"|think(?:s|ing) (?:about|of)|consider(?:s|ing)|going to|will (?:be |eventually |soon )?"
    r"|might|may|could eventually|explor(?:es|ing)|evaluat(?:es|ing)|aims? to|eager to"
    r"|about to|interested in|toying with|plans? (?:are|is) to|ready to)"
)
_LATER = (
    r"(?:on the horizon|in the (?:near |not so distant |not too distant )?future|eventually"
    r"|some ?day|one day|down the (?:road|line)|at some point|on (?:the|their|his|her|my) "
    r"(?:roadmap|list|radar|todo list|to-?do list|wish ?list)|coming soon|is coming|are coming|is planned"
    r"|are planned|is next|planned for|in the works|(?:a )?work in progress|later on|soon)"
)
_PAST = (
    r"(?:in the past|previously|originally|initially|formerly|at first|early on|in the beginning"
    r"|back then|back in the day|until recently|before that|for a while|in a previous life)"
)
_ONCE = r"(?:previously|originally|initially|formerly|once|first)"


def _rules(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_AVOIDS = _rules(
    # "Docker isn't being used", "SQLAlchemy and Alembic are not needed"
    rf"{MARK}[^.;?]{{0,45}}?\b{_NOT} (?:\w+ ){{0,2}}?(?:us\w+|needed|necessary|in use|set ?up|required"
    r"|worth|implemented|involved|there|being done|part of|supported|deployed|running)\b",
    # "they don't use any Kubernetes", "not using a managed X"
    rf"\b{_NOT_DO} (?:\w+ ){{0,2}}?{_USE} (?:\w+ (?:of|to|for|with) )?{_GAP % 4}{MARK}",
    # "no ORM", "without Kubernetes or Swarm", "avoiding heavy X"
    rf"\b(?:no|without|avoid(?:s|ed|ing)?|skip(?:s|ped|ping)?|zero|lack of|lacks|absence of|minus"
    rf"|ditching the idea of) (?:needing |having |using |the need for |any |a |an |the )*"
    rf"(?:[\w-]+ )?{_LIST}{MARK}",
    rf"\bnot (?:on|with|via|through|having|even|hosted on|in|a|an|enough|many|much)?\s?(?:any |a |an |the )?{MARK}",
    rf"\bthere(?:['’]s| is| are| was| were) no(?:t| not)? (?:even )?(?:a |an |any )?(?:[\w-]+ ){{0,2}}?{MARK}",
    # "instead of Helm", "rather than Go", "picked Swarm over Kubernetes"
    rf"\b(?:instead of|rather than|as opposed to) (?:using |going with |something like |a |an |the )*{_LIST}{MARK}",
    rf"\b(?:chos\w+|choos\w+|pick\w*|going with|went with|use|uses|used|using|prefer\w*|favou?r\w*|select\w*"
    rf"|opt\w+ for|go with|ECS) (?:[^.;]{{0,40}}? )?over (?:using |going with |a |an |the )*{_LIST}{MARK}",
    rf"\b(?:decid\w+|chos\w+|opt\w+|advis\w+) (?:against|not to use|not to go with|out of) {_FAR}{MARK}",
    rf"{MARK} (?:was|is|would be|seemed?|felt) (?:a bit |way |just |complete )?(?:overkill|too (?:much|complex|complicated|heavy|expensive))",
    rf"\bwhy (?:not|no) (?:just )?(?:use |using )?(?:a |an |the )?{MARK}",
)
_AVOIDS_LIGHT = len(_AVOIDS) - 6  # from here on the denial is implied by a choice

_PLANS = _rules(
    rf"\b{_WISH} {_FAR}{MARK}",
    rf"{MARK}[^.;?]{{0,40}}?\b{_LATER}\b",
    rf"\b{_LATER}\b[^.;?]{{0,30}}?{MARK}",
    rf"{MARK} (?:\w+ )?(?:will|might|may|could) (?:eventually |soon |also )?(?:be (?:used|added|next|introduced|adopted|needed|coming)|happen|come|replace)\b",
    rf"\b(?:migrat|mov|switch|transition|convert)ing (?:\w+ )?(?:over )?to (?:using )?{_LIST}{MARK}",
    rf"\b(?:next steps?|future plans?|todo)\b[^.;?]{{0,40}}?{MARK}",
)
_USED_BEFORE = _rules(
    rf"{MARK}[^.;?]{{0,30}}?\b(?:was|were|had been|got) (?:being )?(?:{_ONCE} )?(?:\w+ )?(?:used|running|hosted|chosen|there)"
    rf"[^.;?]{{0,30}}?\b{_PAST}\b",
    rf"{MARK}[^.;?]{{0,25}}?\b(?:was|were) {_ONCE} ",
    rf"\bused to (?:\w+ ){{1,4}}?{_NEAR}{MARK}",
    rf"\b{_PAST}[^.;?]{{0,40}}?\b(?:us\w+|r[ua]n\w*|host\w*|built|written|wrote|was|were|had|on|in|with|deployed)\b {_NEAR}{MARK}",
    rf"\b{_ONCE} (?:\w+ )?(?:used|built|written|hosted|deployed|ran|made|developed|created|coded) {_NEAR}{MARK}",
    rf"\b(?:use|used|ran|run|tried|hosted|built|started)\b[^.;?]{{0,12}} {MARK}[^.;?]{{0,40}}?\b{_PAST}\b",
    rf"\bstart(?:ed|ing|s)? (?:out |off )?(?:with|on|as|in|using) {_NEAR}{MARK}[^.;?]*$",
    rf"\b{_MOVE} (?:\w+ ){{0,4}}?(?:away from|off of|off|out of|from) (?:using |being |a |an |the )*(?:[\w'’./-]+ )??{MARK}",
    rf"(?<!updated )(?<!updating )(?<!upgraded )(?<!upgrading )\bfrom (?:using |a |an |the )*(?:[\w'’./-]+ ){{0,2}}?{MARK}(?: [\w'’./+-]+){{0,5}}? (?:to|into|over to|onto) ",
    rf"\bfrom [^.;?]*\bto {_NEAR}{MARK} (?:and |then )*(?:back )?(?:to|into) ",
    rf"\breplac(?:e|es|ed|ing) (?:\w+ ){{0,4}}?{_LIST}{MARK}",
    rf"\b(?:ditch\w*|drop(?:s|ped|ping)|g[eo]t(?:ting)? rid of|leaving|left|remov(?:ed|ing)|retir(?:ed|ing)|abandon\w*"
    rf"|decommission\w*|phas(?:ed|ing) out|sunset\w*|quit(?:ting)?|stopped using|gave up on|outgr[eo]w\w*|moved on from"
    rf"|got off|escap(?:ed|ing)|fled|kicked out|swap(?:ped|ping)? out) {_NEAR}{MARK}",
    rf"\b(?:ex|former|old|legacy|previous) {MARK}",
    rf"\bno longer (?:\w+ ){{0,2}}?{_NEAR}{MARK}",
    rf"{MARK} (?:was|were|got) (?:\w+ )?(?:replaced|dropped|ditched|removed|retired|decommissioned|abandoned|swapped|phased out)",
    rf"\bbefore (?:it was|they were|moving|switching|migrating)[^.;?]{{0,20}}{MARK}",
)
_BACK_TO = re.compile(rf"\b(?:back to|to|into|onto) (?:using |a |an |the )*(?:[\w'’./-]+ ){{0,2}}?{MARK}", re.IGNORECASE)
_USES_PLAIN = _rules(
    rf"{MARK}[^.;?]{{0,60}}?\b(?:is|are|was|were|gets?|has been|have been|being|['’]s) (?:\w+ )?(?:being |heavily |mainly |mostly |also |still |both )*"
    r"(?:used|utili[sz]ed|running|hosted|handled|handling|powering|serving|serves|chosen|picked|in place|sitting|in front"
    r"|deployed|set ?up|the (?:primary|main)|involved|doing|configured|great|hooked up|responsible|in charge|managing|monitoring"
    r"|keeping|taking care|proxying|storing|sending|installed)\b",
    rf"{MARK} (?:\([^)]*\) )?(?:\w+ )?(?:is|are|powers|handles|captures|serves|sits|runs|manages|monitors|helps|takes care|stores|sends|provides"
    r"|hosts|processes|gives|lets|makes|does|keeps|watches|reports|renders|drives|acts|works)\b",
    rf"\b(?:us(?:e|es|ing|ed)|utili[sz]\w+|leverag\w+|chose|choosing|choose|chosen|picked|picking|went with|going with|goes with|go with|switched to"
    rf"|moved to|migrated to|switching to|moving to|migrated over to|adopted|adopting|relies on|rely on|relying on|runs on|run on|running on|hosted on"
    rf"|hosted with|hosted by|hosting on|host on|hosted in|hosting with|built with|built on|built using|built in|written in|wrote in|writing in|powered by|deployed on"
    rf"|deployed to|deploys to|deploying to|deploy to|deployed with|deploying with|managed with|managed by|handled by|handled with|handled through|handled in|sent through|sent to|sent with"
    rf"|sent via|sends|sending|stored in|stored on|stored with|saved to|saved in|saved into|goes through|go through|pays? for|coded in|developed in|developed with|rewritten in|rewriting everything in"
    rf"|set up with|served by|served from|backed by|talks to|integrates with|integrating with|signed up for|settled on|proxied through|behind|thanks to|on top of|in front of|picked up|tracked with|tracked in|monitored with|uploaded to|upload files to|uploading to) "
    rf"(?:[^.;?]{{0,45}}? )?{MARK}",
    rf"\b(?:motivation|reasons?|reasoning) (?:for|behind|to) (?:using|choosing|picking|going with|switching to|rewriting \w+ in|rewrite \w+ \w+ in|use|pick|writing \w+ in|moving to)?\s?(?:[^.;?]{{0,40}}? )?{MARK}",
    rf"\bwhy (?:\w+ )?(?:\w+ )?(?:chose|picked|uses?|went with|moved to|switched to|decided on|like[sd]?) (?:to use )?{_FAR}{MARK}",
)
_USES_LIGHT = _rules(
    rf"\b(?:with|in|on|through|via|over|by|to|into|from|onto|inside|inside of|w/) (?:their |a |an |the |his |her |its |our )?(?:[\w'’./+-]+ )?{_LIST}{MARK}",
    rf"{MARK} (?:for|to|in|on|as|with|app|apps|code|cluster|server|servers|instances?|database|admin|templates?|models?|backend|back-end|containers?|workers?|dashboard|contexts?|channels?)\b",
    rf"^{_LIST}{MARK}",
)
_HYPOTHETICAL = re.compile(
    rf"\b(?:would|maybe|almost|nearly|in hindsight|could have|should have|if (?:you|he|she|they|i|we)|imagine|what if|likes?|(?:thought|think\w*) about|considered|looked (?:at|into)|evaluated|debated|compared|toyed with|heard|similar to|such as|inspired by|compared to|vs\.?|versus"
    rf"|keeping an eye on|what (?:is|are|does|do|was)|comes? from|coming from|heard of|fan of|familiar with|experience (?:with|in)|previous job|(?:another|other|previous|older|old|past) (?:project|company|job|app)|alternatives? to|works? with"
    rf"|support(?:s|ing)? for|compatible with|unlike|even against|against|knows?|learn(?:ed|ing|s)? (?:about )?|teach\w*|tutorials?|course)\b[^.;?]*{MARK}|{MARK}[^.;?]{{0,20}}\b(?:vs\.?|versus|would(?:n['’]t)? (?:be|have))\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(rf"^(?:what|how|why|would|will|are|is|do|does|did|have|can|could|should|when|where|which)\b[^?]*{MARK}[^?]*\?", re.IGNORECASE)
_DENIED = re.compile(r"^(?:nope|no\b|not\b|probably not|nah|never|not (?:yet|really|at all))", re.IGNORECASE)
_IT_LATER = re.compile(
    rf"(?:\bit(?:['’]?s| is| will| might| may|['’]ll)\b.*|\badding (?:it|one)\b.*|\bplan(?:s|ning)? to\b.*|\bwants? to\b.*)"
    rf"(?:{_LATER}|will be|start using|add(?:ing)? (?:it|one))|\bit(?: will|['’]ll) be eventually",
    re.IGNORECASE,
)
_YET = re.compile(rf"{MARK}[^.;?]*\byet\b|\byet\b[^.;?]*{MARK}", re.IGNORECASE)
_BUT_NOT = re.compile(r"^not (?:in |for |on |locally in )?(?:(dev|development|local\w*|prod|production|staging|tests?)\b)", re.IGNORECASE)
_BUT_IT_IS = re.compile(r"^(?:it|they)(?: is|['’]s| are| does| do) (?:being |used |\w+ )?in\b", re.IGNORECASE)
_SCOPE = re.compile(r"\b(?:in|for|during|locally in)? ?(?:local )?(dev|development|production|prod|staging)\b(?: (?:or|and) (dev|development|production|prod)\b)?", re.IGNORECASE)
_BREAK = re.compile(
    r"(?<=[^\d]) / (?=\D)|;\s|(?<=[a-z0-9)])[.!?]\s+(?=[A-Z(0-9])|(?<=\?)\s+|,? (?:but|although|though|however|whereas|while|yet still)\b,? |\s[-–—]{1,2}\s|, (?:so|because|since|then) |,? and (?:it|they|he|she|we|I)(?=['’ ])|(?<=\w) because ",
)


def clauses(text: str) -> list[str]:
    """A line in the pieces that each make one statement.

    >>> clauses("Docker is used in production but not development / Postmark sends mail")
    ['Docker is used in production', 'not development', 'Postmark sends mail']
    """
    return [piece for piece in (part.strip() for part in _BREAK.split(text)) if piece]


def readings(text: str, start: int, end: int) -> tuple[Reading, ...]:
    """What a line says about what stands at ``text[start:end]``, plainest first.

    Args:
        text: One show-note line, or one sentence of an article.
        start: First character of the thing.
        end: Character after it.

    >>> line = "Docker isn't being used in development"
    >>> readings(line, 0, 6)
    (Reading(stance=<Stance.AVOIDS: 'avoids'>, weight=0.9, scope='development'),)
    >>> readings("Ansible was used in the past but now it is Packer", 0, 7)[0].stance.value
    'used_before'
    """
    pieces = clauses(text[:start] + MARK + text[end:])
    at = next((i for i, piece in enumerate(pieces) if MARK in piece), None)
    if at is None:  # the mark fell into a separator
        return (Reading(Stance.MENTIONS, 0.3),)
    following = pieces[at + 1] if at + 1 < len(pieces) else ""
    return tuple(_read(pieces[at], following))


def _read(clause: str, following: str) -> Iterator[Reading]:
    """Readings of one clause; the clause after it may take back or add something."""
    asked = _QUESTION.search(clause)
    if asked and _DENIED.search(following):
        yield Reading(Stance.AVOIDS, 0.7)
        return
    main = _one(clause)
    if main.stance is Stance.AVOIDS:
        if _IT_LATER.search(following) or _YET.search(clause):
            yield Reading(Stance.PLANS, 0.8)
        if main.scope and _BUT_IT_IS.search(following):
            yield Reading(Stance.USES, 0.8)
        yield main
        return
    yield main
    scope = _BUT_NOT.search(following)
    if main.stance is Stance.USES and scope:
        yield Reading(Stance.AVOIDS, 0.8, _scope_name(scope.group(1)))


def _one(clause: str) -> Reading:
    """The main reading of one clause that holds the mark."""
    for number, rule in enumerate(_AVOIDS):
        if rule.search(clause):
            return Reading(Stance.AVOIDS, 0.9 if number < _AVOIDS_LIGHT else 0.7, _scope(clause))
    moved_to = _BACK_TO.search(clause)
    planned = any(rule.search(clause) for rule in _PLANS)
    past = any(rule.search(clause) for rule in _USED_BEFORE)
    if past and not (moved_to and _moves_to(clause)):
        return Reading(Stance.USED_BEFORE, 0.85)
    if planned and not past:
        return Reading(Stance.PLANS, 0.8)
    if _QUESTION.search(clause) or _HYPOTHETICAL.search(clause):
        return Reading(Stance.MENTIONS, 0.35)
    if any(rule.search(clause) for rule in _USES_PLAIN):
        return Reading(Stance.USES, 0.9, None)
    if moved_to and re.search(rf"\b{_MOVE}\b", clause, re.IGNORECASE):
        return Reading(Stance.USES, 0.8)
    if any(rule.search(clause) for rule in _USES_LIGHT):
        return Reading(Stance.USES, 0.6)
    return Reading(Stance.MENTIONS, 0.45)


def _moves_to(clause: str) -> bool:
    """Whether the mark is the last stop of a move: "from PHP to Scala to §"."""
    place = clause.index(MARK)
    rest = clause[place + 1 :]
    return not re.search(r"^(?: [\w'’./+-]+){0,5}? (?:to|into|over to|onto) ", rest)


def _scope(clause: str) -> str | None:
    found = _SCOPE.search(clause)
    if found is None or found.group(2):
        return None
    return _scope_name(found.group(1))


def _scope_name(word: str) -> str:
    lowered = word.lower()
    if lowered.startswith("prod"):
        return "production"
    return "staging" if lowered == "staging" else "development"
