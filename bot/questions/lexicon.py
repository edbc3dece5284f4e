"""What a question can be about in one catalogue: names of technologies, shows, guests, words.

Built once from the store and handed to ``parse``, so that understanding a question needs no
store, no clock and no network.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from math import log
from typing import TYPE_CHECKING

from bot.misspelt import Misspelt
from bot.patterns import rx
from bot.rank.thesaurus import Thesaurus
from bot.rank.words import content_words, stem
from bot.spelt import joined as joined_anew
from bot.spelt import split_case, tokens

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from bot.dialogue import Head
    from bot.vocabulary import Vocabulary

_AFFIX = rx(r"\.(?:com|org|net|io|app|dev|gov|co|us|me)$")
# A description must match at least this share of a question's rare words to name an episode.
_DESCRIBED = 0.6
# Pieces of questions that are remembered: most of them come again in the next one.
_PIECES = 4096
joined = lru_cache(_PIECES)(joined_anew)
"""A name as its words joined, as the names of a lexicon are looked up."""


class Lexicon:
    """Names and words of a catalogue.

    Args:
        vocabulary: Technologies and categories.
        heads: All episodes by id.
        words: Lower-case words that occur in the show notes.
        thesaurus: Concepts of the field.
        present: Technologies that some episode names, with those episodes; only these are
            meant by a misspelling.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        heads: dict[int, Head],
        words: Container[str] = frozenset(),
        thesaurus: Thesaurus | None = None,
        present: Mapping[str, frozenset[int]] | None = None,
    ) -> None:
        self.vocabulary = vocabulary
        self.heads = heads
        self.words = words
        self.thesaurus = thesaurus or Thesaurus()
        self.present = {} if present is None else present

    @cached_property
    def people(self) -> dict[str, tuple[int, ...]]:
        """Joined full name of a guest -> episodes."""
        found: dict[str, list[int]] = defaultdict(list)
        for ident, head in self.heads.items():
            for guest in head.guests:
                key = joined(guest.name)
                if ident not in found[key]:
                    found[key].append(ident)
        return {key: tuple(ids) for key, ids in found.items()}

    @cached_property
    def surnames(self) -> dict[str, tuple[int, ...]]:
        """One word of a guest's name -> episodes; only useful where a person is expected."""
        found: dict[str, list[int]] = defaultdict(list)
        for ident, head in self.heads.items():
            for guest in head.guests:
                for part in tokens(guest.name):
                    if len(part.text) > 2 and ident not in found[part.lower]:
                        found[part.lower].append(ident)
        return {key: tuple(ids) for key, ids in found.items()}

    @cached_property
    def companies(self) -> dict[str, tuple[int, ...]]:
        """Joined name of a company or site -> episodes."""
        found: dict[str, list[int]] = defaultdict(list)
        for ident, head in self.heads.items():
            for name in head.names:
                for form in (name, _AFFIX.sub("", name)):
                    key = joined(form)
                    if len(key) > 1 and ident not in found[key]:
                        found[key].append(ident)
        return {key: tuple(ids) for key, ids in found.items()}

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Whatever a name of a company or person begins with: few words of a question are one."""
        return frozenset(
            name[:length]
            for name in (*self.companies, *self.people)
            for length in range(1, len(name) + 1)
        )

    @cached_property
    def _described(self) -> dict[int, frozenset[str]]:
        """Stems of what an episode's title, names, guests and description say."""
        return {
            ident: frozenset(
                stem(word)
                for word in content_words(
                    " ".join(
                        (
                            head.title,
                            *map(split_case, head.names),
                            *head.names,
                            *(guest.name for guest in head.guests),
                            head.description or "",
                        )
                    )
                )
            )
            for ident, head in self.heads.items()
        }

    @cached_property
    def _titled(self) -> dict[int, frozenset[str]]:
        return {
            ident: frozenset(
                stem(word)
                for word in content_words(" ".join((head.title, *map(split_case, head.names))))
            )
            for ident, head in self.heads.items()
        }

    @cached_property
    def _rarity(self) -> dict[str, float]:
        counts = Counter(word for words in self._described.values() for word in words)
        total = max(len(self.heads), 1)
        return {word: log(1 + total / count) for word, count in counts.items()}

    def words_of(self, episodes: Iterable[int]) -> frozenset[str]:
        """Stems that describe some episodes: their titles, names, guests, descriptions."""
        return frozenset(word for ident in episodes for word in self._described.get(ident, ()))

    def describe(self, text: str, least: float = _DESCRIBED) -> tuple[int, ...]:
        """Episodes that a description means: "the toilet paper one", "the pepys site".

        Args:
            text: The words between "the" and "site", without them.
            least: Share of the words' weight that must be met.
        """
        words = [stem(word) for word in content_words(text) if word not in _GENERIC]
        if not words:
            return ()
        unknown = log(1 + max(len(self.heads), 1)) * 1.2
        weight = sum(self._rarity.get(word, unknown) for word in words)
        rare = [(word, self._rarity[word]) for word in words if word in self._rarity]
        if sum(worth for _, worth in rare) / weight < least:
            return ()  # No episode can have enough, which is so of most questions.
        scores: dict[int, float] = {}
        for ident, described in self._described.items():
            met = sum(worth for word, worth in rare if word in described)
            if met / weight >= least:
                titled = sum(worth for word, worth in rare if word in self._titled[ident])
                scores[ident] = met / weight + 0.5 * titled / weight
        best = max(scores.values(), default=0.0)
        return tuple(i for i, score in scores.items() if score >= best - 1e-9)

    def known(self, word: str) -> bool:
        """Whether a word is one of the show notes or of their field."""
        return (
            word in self.words
            or word in self.thesaurus.words
            or word in FRAME
            or (word.endswith("s") and word[-2:] != "ss" and word[:-1] in self.words)
        )

    def is_word(self, word: str) -> bool:
        """Whether a word is one of the language or the show notes, so that it is not respelt."""
        if self.known(word):
            return True
        # Most questions have no other words, and the list takes a moment to load.
        from bot.rank.ordinary import is_ordinary

        return is_ordinary(word)

    def near_company(self, word: str) -> tuple[int, ...]:
        """Episodes whose company or guest a misspelt word means."""
        found = self._misspelt.nearest(joined(word))
        return () if found is None else self.companies.get(found) or self.people.get(found, ())

    @cached_property
    def _misspelt(self) -> Misspelt:
        return Misspelt({name: name for name in (*self.companies, *self.people) if len(name) >= 5})


_GENERIC = frozenset(
    """
    site website app application web service company startup platform product business project stack
    team story built building builds build developer developers online bot tool system recording
    """.split()
)
# Words of questions themselves: never respelt into a name.
FRAME = frozenset(
    """
    who whos what which when where why how does anyone anybody someone somebody everyone uses using
    used use usage user users show shows episode episodes podcast podcasts guest guests interview
    interviews list tell give find latest newest oldest longest shortest random count number many
    most popular common top compare versus between similar like about mention mentions talk talks
    talking discuss hosted hosting host runs running built build written write deploy deploys
    deployed move moved moving switch switched migrate migrated replace replaced drop dropped leave
    left plan plans planning want wants going thinking consider considering avoid avoids avoiding
    without instead against decided never tips advice mistakes lessons reason reasons chose choose
    pick picked prefer preferred under over less more than least since until before after during
    january february march april may june july august september october november december year years
    month months week today yesterday minutes minute hours hour short long shops shop folks people
    apps sites please thanks hello weather world best favourite favorite worst cheap cheapest
    expensive biggest smallest largest highest lowest money spend spends spending pay pays paying
    cost costs price bill thousand thousands hundred hundreds million millions billion dollars bucks
    anymore still currently recently eventually someday soon later future past previously formerly
    originally company companies business startups engineers developers developer teams combine
    combines together both either neither first second third explain explains writes poem joke song
    story recipe translate ignore previous instructions token password president capital berlin
    london paris france germany america cup game score stock bitcoin news
""".split()
)
