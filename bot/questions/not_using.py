"""Who does without something, in their own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from bot.model import Stance
from bot.patterns import one_of, rx
from bot.questions import who_uses
from bot.questions.conditions import leaves_one_out, read_condition
from bot.questions.stances import (
    StanceQuestion,
    is_statement,
    read_names,
    read_scope,
    wordings,
)
from bot.questions.who_uses import WhoUses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue import Sighting
    from bot.questions.base import Asked
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "not_using"
SUMMARY = "Who says that they do without something"
EXAMPLES = (
    "who doesn't use docker?",
    "which apps are not using docker in development",
    "no automated tests - who admits that?",
    "who decided against Kubernetes",
)

_NOT = one_of(
    r"""
    (?:do|does|did|is|are|has|have|was|were|ai|wo|would|ca|could)n't, not, neither, never, without,
    w/o, avoid\w*, against, absent, missing, unused, unnecessary, too much, free of, minus,
    refus\w*, skip\w*, reject\w*, (?:steer|stay|keep|kept)\w* clear of,
    (?:stay|keep|kept)\w* away from, sh(?:y|ies|ied) away from, shun\w*, no,
    (?:said |says? )?nope to, ignor(?:es?|ed|ing), stay(?:s|ed|ing)? off, lack\w*, zero,
    resist\w*, eschew\w*, refrain\w* from, abstain\w* from, sans, h[oe]ld(?:s|ing)? off(?: on)?,
    (?:stood|stand\w*|back\w*) clear of, wary of, allergic to, (?:say|said) no to,
    (?:left|leav(?:e|es|ing)) out, declin\w+, spurn\w*, snub\w*, veto\w*, object\w* to,
    bann?(?:ed|s|ing) (?=T\d),
    pass(?:ed|es|ing)? (?:on|up), turn(?:ed|ing)? down,
    rul(?:ed|ing) out, dismiss\w*, hate\w*, dislik\w*, anti, opt\w* out of, forgo\w*,
    instead of, (?:pick|chose|choos|prefer|favou?r|opt|select|went|decid)\w* (?:\w+ )*?over(?= T\d),
    something other than, (?:something|anything) else (?:than|to), overkill
"""
)
_BEFORE = rx(rf"\b{_NOT}\b")
_VERB = rx(
    r"""
    \b(?:(?:do|does|did|is|are)n'?t|not|never|avoid\w*|against|refus\w*|reject\w*|skip\w*|without
        |pass\w* (?:on|up)|turn\w* down|rul\w+ out|said no to|anti|hates?|dislikes?|other than
        |rather than|over|clear of|away from|something else)\b
    """
)
# What denies the use of a subject that is no name: "never being paged" is a search, not this.
_DENIES = rx(
    r"""
    \b(?:(?:do|does|did|is|are|ai)n'?t|not|never|no longer) (?:\w+ )?(?:us(?:e|es|ing)|hav(?:e|ing)
        |run(?:ning)?|rely|relying|need|writ(?:e|ing)|do|doing|bother\w*|deploy\w*|host\w*|on)\b
    |\b(?:without|w/o|avoids?|avoiding|against|no|skips?|skipping|lacks?|refuses?
        |steers? clear of|stay\w* (?:clear of|away from)|shuns?|overkill)\b
    """
)
_LONGEST_PHRASE = 3
_HOW_OR_WHAT = rx(
    r"^\W*(?:so |and )?(?:how|what)\b(?! (?:apps|sites|shows|companies|teams|people)\b)"
)
# What is done without under any of these names; "staging" by itself is where something is used.
_STAGING = tuple(
    ("staging", each) for each in ("environment", "server", "site", "setup", "instance", "box")
)
# What follows says who they are: "passed on EKS even though they're at amazon".
_EVEN_THOUGH = rx(r"\b(?:even though|although|though|even if|despite|in spite of)\b")
# Somebody says so, other than of "docker without redis".
_LIVES_WITHOUT = rx(
    r"""
    \b(?:liv|get|do|does|doing|go|goes|manag|surviv|work|cop|far)\w*
        (?:just )?(?:fine )?(?:by )?(?:well )?without\b
    |\b(?:has|have|having|got) no (?=C\d)
    """
)
_ELLIPSIS = rx(
    r"(?:\b(?:but|and)|,)(?: is| are)? (?:not|no|without)\b (?!us)"
    r"|(?:\b(?:but|and)|,) (?:does|do)(?:n't| not) (?:use|have|run) (?=T\d)"
)
# The subject first: "celery: who does not have it", "where docker is not part of the setup",
# "who found docker overkill", "who ruled redis out", "docker haters".
_DOUBT = one_of(
    """
    an overkill, overkill, unnecessary, rejected, refused, skipped, avoided, dismissed, passed on,
    passed over, ruled out, turned down, left out, missing, absent, unused, out of the question,
    too much, (?:way |far |just )?too (?:complex|complicated|heavy|expensive|costly|pricey|dear)
"""
)
_IS_NOT = r"(?:(?:is|are|was|were|has|have|does|do|did|wo|ca)(?:n't| not| never)|not|never)"
_AFTER = rx(
    rf"""
    ^\W*(?P<subject>[TC]\d+)\b.*(?:\b(?:not|never|without|no)\b|n't\b)(?!.*\b[TC]\d+\b)
    |^\W*[TC]\d+\W+(?:who|which|anyone|anybody|does anyone)\b.*\b(?:skip|avoid|reject|refus|pass
        |against|dismiss)\w*
    |\b[TC]\d+ {_IS_NOT}\b(?!.*\bT\d+\b)
    |\b[TC]\d+ (?:(?:is|are|was|were|seems?|feels?|got|to be|as) )?(?:\w+ )?{_DOUBT}\b(?!.*\bT\d+\b)
    |\b[TC]\d+ (?:was|were|got) (?:considered|evaluated|compared|looked (?:at|into)|tried
        |in the running) (?:and|but) (?:\w+ )?(?:lost|rejected|dropped|discarded|dismissed
        |passed over|not \w+)\b
    |\b(?:rul|turn|leav|left|keep|kept)\w* [TC]\d+ (?:out|down)\b
    |\b(?:looked (?:at|into)|evaluated|considered|tried(?: out)?|checked out) [TC]\d+ (?:but|and)
        (?:did|said|pass|went|chose|pick|reject|decid)\w*
    |\b[TC]\d+ (?:haters?|sceptics?|skeptics?|critics?|opponents?|deniers?)\b
    |\b(?:g[ai]v(?:e|es|en|ing)) [TC]\d+ (?:a|the) (?:miss|pass|wide berth|cold shoulder)\b
    |\b[TC]\d+[- ]free\b(?! (?:tier|plan|hosting|account|credits?))
    """
)
# Asked is who did not even begin with it.
_DECLINED = rx(
    r"""
    \b(?:never|decid\w*|consider\w*|evaluat\w*|look\w* (?:at|into)|reject\w*|refus\w*|declin\w*
        |dismiss\w*|turn\w* down|rul\w* out|pass\w* (?:on|up|over)|said no|say no|over|opt\w* out
        |h[oe]ld\w* off|resist\w*|overkill|too \w+|yet)\b
    """
)
# "Not on Heroku but on AWS" asks for users of the second.
_INSTEAD = rx(r"\b[TC]\d+ but (?!not|no|without|never)(?:\w+ ){0,3}[TC]\d+\b")
# Where it is used is no part of what is denied: "docker in prod but not in dev".
_ELSEWHERE = rx(
    r" (?:in|on|for) (?:prod\w*|dev\w*|staging),? but not"
    r"(?= (?:in |on |for )?(?:prod|dev|staging|local))"
)
_WITHOUT = rx(r"\b(?:without|w/o|no|minus)\b")
_COMPLEMENT = rx(
    r"(?:\bnot|n't|\bnever) (?:on|in|with|hosted|running|deployed)\b"
    r"|\b(?:are|is)(?: not|n't) (?:an? )?T\d"
)


@dataclass(frozen=True, slots=True)
class NotUsing(StanceQuestion):
    """Lines that deny a use, or say that it ended.

    Attributes:
        declined: Only those count who never took it up.
    """

    intent: ClassVar[str] = NAME
    declined: bool = False

    def stance(self) -> Stance:
        """A denial."""
        return Stance.AVOIDS

    def sentence(self) -> str:
        """The verb phrase of the headline."""
        return "do without"

    def takes(self, sighting: Sighting) -> bool:
        """A denial; and what was given up is done without, too.

        One tool of a kind that was given up may have made room for another of it, and of the
        users of one thing those count who do not name the other.
        """
        told = self.declined or self.users_of or self.utterance.categories
        ended = sighting.stance is Stance.USED_BEFORE and not told
        return ended or sighting.stance is Stance.AVOIDS

    def said(self, lines: Sequence[Sighting]) -> Stance:
        """A denial, unless the lines only say that the use ended."""
        denied = any(line.stance is Stance.AVOIDS for line in lines)
        return Stance.AVOIDS if denied else Stance.USED_BEFORE

    def otherwise(self) -> Asked | None:
        """Where nobody says so: the users of one thing that name no use of the other."""
        condition = read_condition(self.utterance, self.lexicon)
        apart = self.users_of and condition.groups and condition.excluded and not self.where
        if apart and not condition.technologies - self.subjects - self.users_of:
            return WhoUses(self.utterance, self.lexicon, condition)
        return StanceQuestion.otherwise(self)

    def contradicted(self, seen: list[Sighting]) -> bool:
        """Used after all: a denial for one place only, or of one aspect."""
        return self.where is None and self.limited(seen)

    def limited(self, seen: list[Sighting]) -> bool:
        """Used after all: what is denied outright is used in no place."""
        return any(s.line is None and s.stance is Stance.USES for s in seen)


def _denied_there(utterance: Utterance) -> Utterance:
    """The utterance without where it is used: "docker in prod but not in dev"."""
    shape = _ELSEWHERE.sub(" not", utterance.shape, count=1)
    return replace(utterance, shape=shape) if shape != utterance.shape else utterance


# "No one uses perl, right?" asks whether anybody does.
_NO_ONE = rx(
    r"^\W*(?:(?:so|and|but|really) )?(?:no ?one|nobody|none of (?:them|you|these))\b(?: \w+)?? "
    r"(?P<does>(?:us(?:e|es|ing)|runs?|running|(?:is|are) (?:on|using|running)|on) T\d+)"
    r"(?:,? right)?\W*$"
)


def parse(utterance: Utterance, lexicon: Lexicon) -> NotUsing | WhoUses | None:
    """A negation and what it denies."""
    nobody = None if utterance.episodes else _NO_ONE.search(utterance.shape)
    if nobody:
        return who_uses.parse(replace(utterance, shape=f"who {nobody['does']}"), lexicon)
    whole, utterance = utterance, _denied_there(utterance)
    shape, where = read_scope(utterance)
    denied = _BEFORE.search(shape) or _AFTER.search(shape)
    if utterance.episodes or not denied or _INSTEAD.search(shape):
        return None
    if is_statement(utterance) or leaves_one_out(utterance, lexicon):
        return None
    clause = _EVEN_THOUGH.split(shape)[0]
    context, shape = shape[len(clause) :], clause
    told = _AFTER.search(shape)
    before, after = (shape[: told.start()], told.group()) if told else _split(shape)
    places = re.findall(r"\b[TC]\d+\b", after)
    positive = [
        place for place in re.findall(r"\bT\d+\b", before) if _is_used(place, utterance, lexicon)
    ]
    if positive and _asks_for_users(shape, before, places):
        return None
    subjects, names = read_names(places, "or", utterance, lexicon)
    phrases = wordings(places, _after_or_all(after, shape), utterance, lexicon)
    if not subjects and (phrases[0][0] == "staging" if phrases else where == "staging"):
        phrases, where = _STAGING, None
    if not places and _HOW_OR_WHAT.search(shape):
        return None  # "How do they deploy without downtime", "what mistakes should I avoid"
    short = bool(phrases) and len(phrases[0]) <= _LONGEST_PHRASE
    if not subjects and not (short and _DENIES.search(shape)):
        return None
    positive += re.findall(r"\bT\d+\b", context)
    users = frozenset(ident for place in positive for ident in utterance.names[place].ids)
    if whole is not utterance:
        users |= subjects  # It is used, if not there.
    declined = _DECLINED.search(shape) is not None
    return NotUsing(utterance, lexicon, subjects, phrases, users, where, names, declined)


def _asks_for_users(shape: str, before: str, places: list[str]) -> bool:
    """Whether a name before the negation is what is asked for: "Postgres without an ORM".

    Args:
        shape: The question.
        before: What stands before the negation in it.
        places: What is denied.
    """
    if _LIVES_WITHOUT.search(shape):
        return False
    if not places or not _VERB.search(shape):
        return True
    if _ELLIPSIS.search(shape) or _COMPLEMENT.search(shape):
        return True
    between = shape[len(before) :].split(places[0], maxsplit=1)[0]
    return _WITHOUT.search(between) is not None


def _is_used(place: str, utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether any episode may list a technology: SQL is named, but nobody lists it."""
    named = (ident in lexicon.present for ident in utterance.names[place].ids)
    return any(named) and "sql" not in utterance.names[place].ids


def _split(shape: str) -> tuple[str, str]:
    match = _BEFORE.search(shape)
    if match is None:
        return shape, ""
    return shape[: match.start()], shape[match.end() :]


def _after_or_all(after: str, shape: str) -> str:
    return re.split(r"\s[-–—]\s|[,:;]", after)[0] or shape
