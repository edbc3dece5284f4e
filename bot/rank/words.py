"""Words that carry a question's meaning, and the light stemming that compares them.

FTS5's porter stemmer works inside SQLite; in Python the same job (is "deploys" the word
"deploy"?) only has to be good enough to find a phrase in one line.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.spelt import tokens, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

STOPWORDS = frozenset(
    """
    a an and any anybody anyone anything are aren arent as at be because been being both but by can
    cannot could couldn couldnt did didn didnt do does doesn doesnt doing done don dont each else
    ever every everybody everyone few for from get gets getting give gives go goes going gone got
    had has hasn hasnt have haven having he her here hers him his how i if in into is isn isnt it
    its itself just know let lets like ll lot lots made make makes making many may maybe me might
    more most much must my no nor not now of off ok okay on once one ones only onto or other others
    our out over own per please pls plz put puts re really s same say says said she should so some
    somebody someone something still such t take takes taking talk talked talking talks than that
    thats the their theirs them then there theres these they theyre thing things this those through
    to too tell told up upon us use used uses using ve very via want was wasn we well were weren
    what whats whatever when whens where wheres which while who whod whom whos whose why whyd will
    with within without would wouldn yes yet you your yours yourself im id d m about after again all
    also am before between down during episode episodes show shows podcast podcasts guest guests ep
    eps interview interviews folks folk people person guys guy mention mentions mentioned discuss
    discussed discusses discussion explain explains explained bit part point hey hi hello find
    search looking look looks shown list dig
""".split()
)
_ENDINGS = (
    ("ational", "ate"),
    ("ization", "ize"),
    ("isation", "ize"),
    ("ations", ""),
    ("ation", ""),
    ("ities", "iti"),
    ("ments", ""),
    ("ment", ""),
    ("ings", ""),
    ("ing", ""),
    ("lies", ""),
    ("lied", ""),
    ("iest", "i"),
    ("iers", "i"),
    ("ier", "i"),
    ("ies", "i"),
    ("ied", "i"),
    ("edly", ""),
    ("ed", ""),
    ("ers", ""),
    ("er", ""),
    ("ely", ""),
    ("ly", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
    ("y", "i"),
)
# As many words and lines are remembered: wording after wording is looked for in the same lines.
_WORDS = 16_384
_LINES = 1024
# By their last letter, so that most words are compared with a few or none of them.
_SUFFIXES = {
    letter: tuple(each for each in _ENDINGS if each[0][-1] == letter)
    for letter in {ending[-1] for ending, _ in _ENDINGS}
}


@lru_cache(_WORDS)
def stem(word: str) -> str:
    """A word without the ending that inflects it.

    >>> [stem(word) for word in ("deploys", "deploying", "releases", "released", "caching")]
    ['deploy', 'deploy', 'releas', 'releas', 'cach']
    """
    lowered = word.lower()
    for suffix, replacement in _SUFFIXES.get(lowered[-1:], ()):
        if lowered.endswith(suffix) and len(lowered) - len(suffix) >= 3:
            base = lowered[: len(lowered) - len(suffix)] + replacement
            if len(base) >= 4 and base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            return base
    return lowered


# Words that go with any subject, so that meeting one says little.
GENERIC = frozenset(
    map(
        stem,
        """
        stop sense help big new way work good best keep kept run put set come came turn start want
        need try call happen without every per place kind sort stuff back actually real early late
        always never nothing everything lot bunch able away else first two day time year piece
        around along next long several various different certain huge large little great nice main
        whole number amount become became allow small thing
    """.split(),
    )
)


def stems(text: str) -> list[str]:
    """The stems of all words of a text, in order."""
    return [stem(word) for word in words_of(text)]


def content_words(text: str) -> list[str]:
    """The words that carry meaning, in order, once each.

    >>> content_words("when do they talk about the hosting bill?")
    ['hosting', 'bill']
    """
    found = words_of(text.replace("’", "'").replace("'s ", " ").lower())
    kept = [word for word in found if word not in STOPWORDS and (len(word) > 1 or word.isdigit())]
    return list(dict.fromkeys(kept))


def _root(stemmed: str) -> str:
    """What every word of a stem begins with.

    >>> _root("query"), _root("operate"), _root("deploy"), _root("ci")
    ('quer', 'oper', 'deplo', 'ci')
    """
    if len(stemmed) >= 6 and stemmed.endswith(("ate", "ize")):
        return stemmed[:-3]
    return stemmed[:-1] if len(stemmed) >= 4 and stemmed[-1] in "yi" else stemmed


_INFLECTED = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ied", "y"), ("ed", ""),
    ("ed", "e"), ("ers", ""), ("er", ""), ("ers", "e"), ("er", "e"), ("ly", ""), ("", "s"),
    ("", "ed"), ("", "ing"),
)  # fmt: skip


@lru_cache(_WORDS)
def inflections(word: str) -> tuple[str, ...]:
    """A word and what it may be an inflection of, or inflected to, existing or not.

    >>> inflections("notices")[:3]
    ('notices', 'notic', 'notice')
    """
    others = (
        word[: len(word) - len(ending)] + base
        for ending, base in _INFLECTED
        if word.endswith(ending) and len(word) - len(ending) >= 3
        # "Process" is nothing of a "proces".
        if ending != "s" or not word.endswith("ss")
    )
    return (word, *others)


_CURLY = str.maketrans("’‘“”", "''\"\"")


def is_said(phrase: str, text: str) -> bool:
    """Whether a text has whole words in exactly this order, the last one perhaps in the plural.

    Neither capitals nor the kind of quotes make a difference.

    >>> is_said("Row level", "With row  level security"), is_said("go", "Google")
    (True, False)
    >>> is_said("code review", "Code reviews are important")
    True
    """
    wanted, said = (" ".join(each.translate(_CURLY).casefold().split()) for each in (phrase, text))
    at = said.find(wanted) if wanted else -1
    while at >= 0:
        past = at + len(wanted)
        plural = past + 1 if said.startswith("s", past) else past
        if not _joins(said, at) and not (_joins(said, past) and _joins(said, plural)):
            return True
        at = said.find(wanted, at + 1)
    return False


def _joins(text: str, at: int) -> bool:
    """Whether a word goes on over this place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


# Beginnings of words that SQLite's porter stemmer takes for one word; the longer one first.
_FALSE_FRIENDS = (
    ("customer", "custom"), ("incoming", "income"), ("generat", "general"), ("organic", "organi"),
    ("news", "new"), ("importan", "import"), ("universit", "univers"), ("engineer", "engine"),
    ("experiment", "experienc"), ("communit", "communic"), ("authorit", "author"),
    ("several", "sever"), ("paste", "past"), ("policies", "police"), ("relative", "relat"),
)  # fmt: skip

_FRIENDS = tuple(beginning for family in _FALSE_FRIENDS for beginning in family)


def is_mistaken(phrase: str, text: str) -> bool:
    """Whether a text has a word of a phrase only by its stem, meaning something else.

    >>> is_mistaken("customer", "a custom theme"), is_mistaken("customers", "each customer")
    (True, False)
    """
    return any(_is_stranger(word, text) for word in words_of(phrase.lower()))


def _is_stranger(word: str, text: str) -> bool:
    for family in _FALSE_FRIENDS:
        own = _beginning(word, family)
        if own is not None:
            return all(_beginning(each, family) != own for each in words_of(text.lower()))
    return False


def _beginning(word: str, family: tuple[str, ...]) -> str | None:
    return next((each for each in family if word.startswith(each)), None)


def may_be_mistaken(phrase: str) -> bool:
    """Whether another word than those of a phrase has the same stem."""
    return any(word.startswith(_FRIENDS) for word in words_of(phrase.lower()))


@lru_cache(_LINES)
def _places(text: str) -> tuple[tuple[str, int, int], ...]:
    """The stem of each word, and where the word stands."""
    return tuple((stem(token.text), token.start, token.end) for token in tokens(text))


def locate(text: str, words: Sequence[str]) -> tuple[int, int] | None:
    """Where the words of a phrase stand in a line, from the first to the last of them.

    Args:
        text: The line.
        words: Content words of the phrase; all must be there, close together.

    >>> locate("There are no automated tests yet", ["automated", "test"])
    (13, 28)
    """
    wanted = {stem(word) for word in words}
    lowered = text.lower()
    if not all(_root(each) in lowered for each in wanted):
        return None
    hits = [place for place in _places(text) if place[0] in wanted]
    best: tuple[int, int] | None = None
    for first in range(len(hits)):
        seen: set[str] = set()
        for last in range(first, len(hits)):
            seen.add(hits[last][0])
            if seen == wanted:
                span = (hits[first][1], hits[last][2])
                if best is None or span[1] - span[0] < best[1] - best[0]:
                    best = span
                break
    return best if best and best[1] - best[0] <= 80 else None
