"""What a question takes for granted of a show, held against what its notes say.

"Why did Mux leave Kafka" has no answer where Mux uses Kafka, and a line about Kafka quoted after
it would sound like one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Stance
from bot.patterns import rx
from bot.questions.narrowing import verdicts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.dialogue import Sighting
    from bot.questions.utterance import Utterance

    _Against = Callable[[Stance | None, set[Stance]], str | None]

SAID = {
    Stance.USED_BEFORE: "moved away from",
    Stance.PLANS: "only plans to use",
    Stance.AVOIDS: "says that it does not use",
    Stance.MENTIONS: "talks about but does not claim to use",
}
"""What an episode says of a technology that it does not use."""
# Stances that are more than a mention, and no use.
_TAKEN = frozenset((Stance.USED_BEFORE, Stance.PLANS, Stance.AVOIDS))

_OBJECT = (
    r"(?: (?:the|its|their|his|her|all|of|on|to|with|using|away|off|from|out|rid))* (?P<what>T\d+)"
)
_LEFT = rx(
    rf"""
    \b(?:leav(?:e|es|ing)|left|dr[oi]p(?:s|ped|ping)?|ditch(?:ed|ing)?|dump(?:ed|ing)?
        |abandon(?:ed|ing)?|quit|remov(?:e|ed|ing)|retired?|scrap(?:ped)?
        |st[oi]p(?:s|ped|ping)?(?: using)?|g[eo]t(?:ting)? rid of|g[ai]ve(?: up)?(?: on)?
        |(?:mov|switch|migrat|chang)\w* (?:away|off|from|out)){_OBJECT}
    """
)
_DENIED = rx(
    rf"""
    (?:\bnot|n't|\bnever|\bavoid\w*|\breject\w*|\bskip\w*|\brefus\w*|\bdecid\w* against
    )(?: (?:E\d+|they|he|she|it))?(?: (?:used?|using|run|running|pick|picked|choose|chose|go|adopt
    |want|like|on))?{_OBJECT}
    """
)
_CHOSEN = rx(
    rf"""
    \b(?:cho(?:o)?s(?:e|es|ing)|pick(?:s|ed|ing)?|us(?:e|es|ed|ing)|adopt(?:s|ed|ing)?
        |(?:go|goes|went|going) (?:with|for)|opt(?:ed)? for|settled? (?:on|for)
        |(?:mov|switch|migrat|chang)\w* (?:over )?to){_OBJECT}
    """
)
# "Why not", after a question of whether they use it.
_NOT = rx(r"\b(?:not|never)\b|n't\b")
# What is only meant to be done is none of these.
_INTENDED = rx(
    r"\b(?:want|wants|wanted|plan\w*|hop(?:e|es|ing)|intend\w*|consider\w*|think\w*|going to|will"
    r"|would|might|may|could|should|about to|like to)\b"
)


def said_of(tech: str, episode: int, sightings: Iterable[Sighting]) -> Stance | None:
    """What an episode says of a technology, ``None`` where it does not name it.

    Prose tells too much in passing to decide for the whole episode, but where it is all that
    speaks of the thing, what it says is said: "I started with React" is more than a mention.
    """
    told = [s for s in sightings if s.technology == tech and s.episode == episode]
    whole = verdicts(told)[tech].get(episode)
    if whole is not Stance.MENTIONS:
        return whole
    lines = sorted((s for s in told if s.line is not None), key=lambda s: -s.weight)
    return next((s.stance for s in lines if s.stance in _TAKEN), whole)


def contradicted(
    utterance: Utterance,
    episode: int,
    sightings: Iterable[Sighting],
    name: Callable[[str], str],
) -> tuple[str, str] | None:
    """What the notes of a show say against what a question takes for granted.

    Args:
        utterance: The question.
        episode: The show that it asks about.
        sightings: What the episode says of the technologies.
        name: Technology id -> its official spelling.

    Returns:
        The technology, and what is to be said after the show's name: "is not said to have left
        Kafka"; ``None`` where nothing speaks against it.
    """
    found = assumed(utterance)
    if found is None:
        return None
    told = list(sightings)
    tech, against = found
    stances = {s.stance for s in told if s.technology == tech and s.episode == episode}
    verb = against(said_of(tech, episode, told), stances)
    return (tech, f"{verb} {name(tech)}") if verb else None


def assumed(utterance: Utterance) -> tuple[str, _Against] | None:
    """A technology that a question says was left, refused or chosen, and what speaks against it."""
    if _INTENDED.search(utterance.shape):
        return None
    for pattern, against in ((_LEFT, _not_left), (_DENIED, _not_denied), (_CHOSEN, _not_chosen)):
        match = pattern.search(utterance.shape)
        if match and not (pattern is _CHOSEN and _NOT.search(utterance.raw.lower())):
            return utterance.names[match["what"]].ids[0], against
    return None


def _not_left(whole: Stance | None, stances: set[Stance]) -> str | None:
    return "is not said to have left" if _holds(whole, stances) else None


def _not_denied(whole: Stance | None, stances: set[Stance]) -> str | None:
    return "is on record as using" if _holds(whole, stances) else None


def _holds(whole: Stance | None, stances: set[Stance]) -> bool:
    """What is left was used, and is no more; what was refused may be spoken of in the same way."""
    return whole is Stance.USES and not stances & {Stance.USED_BEFORE, Stance.AVOIDS}


def _not_chosen(whole: Stance | None, stances: set[Stance]) -> str | None:
    return SAID[whole] if whole in _TAKEN and Stance.USES not in stances else None
