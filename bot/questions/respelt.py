"""Names behind words that are spelt almost like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.slots import Found, Name, arrives
from bot.rank.words import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.lexicon import Lexicon
    from bot.spelt import Token


def mended(text: str, words: Sequence[Token], chosen: list[Found], lexicon: Lexicon) -> list[Found]:
    """Names behind misspelt words that nothing else explains."""
    found = _mended(text, words, chosen, lexicon)
    # A name that was mended speaks for the one joined to it.
    return found + _mended(text, words, chosen + found, lexicon) if found else found


def _mended(
    text: str, words: Sequence[Token], chosen: list[Found], lexicon: Lexicon
) -> list[Found]:
    """Names behind misspelt words, read once."""
    taken = {n for each in chosen for n in range(each.first, each.past)}
    found: list[Found] = []
    for at, word in enumerate(words):
        if at in taken or lexicon.is_word(word.lower):
            continue
        for first, past in ((at, at + 2), (at - 1, at + 1), (at, at + 1)):
            if first < 0 or past > len(words) or taken & set(range(first, past)):
                continue
            if past - first > 1 and _BETWEEN & {words[n].lower for n in range(first, past)}:
                continue
            surface = text[words[first].start : words[past - 1].end]
            name = _nearest(surface, past - first, lexicon)
            if name and (
                _plausible(name, words, first, past)
                or _closes(name, text, words, first, past)
                or _is_paired(name, words, past, taken)
            ):
                found.append(Found(first, past, name))
                taken |= set(range(first, past))
                break
    return found


# Words that never are half of a misspelt name.
_BETWEEN = STOPWORDS
# So short a word is one letter away from too many names: "sick" is no Slick, "bake" no Rake.
_SHORT = 6
_PAIRS = frozenset("and or plus with vs versus without".split())
# With a preposition before it and nothing after it, a word of this length is a name.
_CLOSING = 5
_PREPOSITIONS = frozenset("in on by into through via of from".split())
_NAME_BEFORE = frozenset(
    """
    use uses using used run runs running adopt adopts adopting called with on without via through
    has have having had and or plus vs versus than any drop dropped dropping left chose choose
    picked former into
""".split()
)
_NAME_AFTER = frozenset(
    """
    user users shop shops devs developers developer vs versus anyone anybody setup setups stack apps
    workers backends servers usage folks
""".split()
)


def _plausible(name: Name, words: Sequence[Token], first: int, past: int) -> bool:
    """Whether a mended spelling is too long for chance, or stands where a name is expected.

    The name of a category is an English word itself, so its length says nothing.
    """
    letters = sum(len(word.text) for word in words[first:past])
    return (letters > _SHORT and name.kind != "C") or _expected(words, first, past)


def _is_paired(name: Name, words: Sequence[Token], past: int, taken: set[int]) -> bool:
    """Whether a word is joined to a name that follows: "djagno and postgres apps"."""
    joined_on = past + 1 in taken and words[past].lower in _PAIRS
    return name.kind == "T" and joined_on


def _closes(name: Name, text: str, words: Sequence[Token], first: int, past: int) -> bool:
    """Whether a word ends what "in" or "through" began: "apps done in elixer"."""
    if name.kind != "T" or len(words[first].text) < _CLOSING or not first:
        return False
    ends = past == len(words) or text[words[past - 1].end : words[past].start].strip()
    return bool(ends) and words[first - 1].lower in _PREPOSITIONS


def _expected(words: Sequence[Token], first: int, past: int) -> bool:
    """Whether only a name makes sense there: after "uses", before "users", alone or nearly."""
    before = words[first - 1].lower if first else ""
    after = words[past].lower if past < len(words) else ""
    if len(words) - (past - first) <= 1 or before in _NAME_BEFORE or after in _NAME_AFTER:
        return True
    return arrives(words[:first]) or (before in {"which", "what"} and after in {"do", "does", "is"})


def _nearest(surface: str, count: int, lexicon: Lexicon) -> Name | None:
    tech = lexicon.vocabulary.near(surface, lexicon.present)
    if tech:
        return Name("T", (tech,), surface, guessed=True)
    episodes = lexicon.near_company(surface)
    if episodes:
        return Name("E", tuple(map(str, episodes)), surface, guessed=True)
    if count > 1:
        return None
    category = lexicon.vocabulary.near_category(surface)
    return Name("C", (category,), surface, guessed=True) if category else None
