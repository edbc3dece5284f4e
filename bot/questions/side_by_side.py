"""Two or more shows side by side: what their stacks share, and what only one of them has."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from bot.dialogue import Answer, Lookup, Row
from bot.model import Stance
from bot.patterns import rx, words
from bot.questions import weighing
from bot.questions.base import Asked, best_cues, cite, company, listing
from bot.questions.leftovers import leftover
from bot.questions.narrowing import narrowed
from bot.questions.stack import part_of, used_by
from bot.rank.ordinary import is_ordinary
from bot.rank.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dialogue import Citation, Evidence, Head
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance
    from bot.questions.weighing import Weighed

NAME = "compare_shows"
SUMMARY = "Two or more shows' stacks side by side: what they share, what only one has"
EXAMPLES = (
    "compare zego and songrender",
    "zego vs mux stack",
    "what do zego and mux have in common",
    "do passiv and zego use the same database",
)

_WEIGHED = rx(
    words(
        r"""
        vs\.?, v\.?, versus, against, compar\w+, contrast\w*, side by side, next to, head to head,
        differ\w*, have in common, in common, share[sd]?, sharing, overlap\w*, both, same,
        alike, similar(?:it(?:y|ies))?, unlike, stacks? up, measures? up, but not, neither,
        face[- ]off, match ?up
    """
    )
    + r"|\bE\d+ (?:does|do|is|has|did)(?:n't| not)\b"
    r"|\bE\d+ (?:or|and) E\d+\b.*\b(?:which|who) (?:one )?(?:uses|has|runs)\b"
)
_TOGETHER = rx(words("in common, shared?s?, sharing, overlap\\w*, both, same, alike"))
_STACK = rx(
    words(
        r"""
        tech(?:nology)? ?stacks?, stacks?, technolog(?:y|ies), tech, tools?, toolbox(?:es)?,
        use[sd]?, using, runs? on, running on, built (?:with|on), set ?ups?, infrastructure,
        architecture
    """
    )
)
_NAMES = rx(r"^\W*E\d+(?:\W+(?:(?:and|or|&|,)\W+)?(?:the )?E\d+)+\W*$")
# What asks for a second, a number, a reason or a person.
_OTHERWISE = rx(
    words(
        r"""
        when, why, where, who, how far, time ?stamp, talk\w*, speak\w*, mention\w*, say, says,
        discuss\w*, tips?, advice, lessons?, mistakes?, costs?, bills?, pays?, price, how much,
        guests?, longer, longest, shorter, older, newer
    """
    )
)
_FRAME = frozenset(
    map(
        stem,
        """
        compare compared comparing comparison contrast versus vs side head difference differences
        different differ common share shared sharing overlap same alike similar similarity
        similarities unlike stack stacks tech technology technologies tool tools toolbox setup
        infrastructure architecture built match measure matchup face
    """.split(),
    )
)
_MOST = 4


@dataclass(frozen=True, slots=True)
class SideBySide(Asked):
    """Shows to compare.

    Attributes:
        sides: Episode ids of each show, in the order of the question.
        parts: Category ids to keep; empty keeps all.
        asked: Technology ids to keep; empty keeps all.
        together: What they share is asked for, and the rest only fills the picture.
    """

    sides: tuple[tuple[int, ...], ...] = ()
    parts: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    together: bool = False

    intent: ClassVar[str] = NAME

    def lookup(self) -> Lookup:
        """Everything about the episodes."""
        return Lookup(episodes=frozenset(ident for side in self.sides for ident in side))

    def answer(self, evidence: Evidence) -> Answer:
        """A row for each part of the stacks: what all have, and what else each one has."""
        heads = narrowed(evidence, self.filters)
        sides = [side for side in self.sides if any(ident in heads for ident in side)][:_MOST]
        if len(sides) < 2:
            return self._left_out(sides, evidence)
        names = [company(evidence.heads[side[0]]) for side in sides]
        stacks = [self._stack(evidence, side) for side in sides]
        shared = [tech for tech in stacks[0] if all(tech in stack for stack in stacks)]
        rest = [[tech for tech in stack if tech not in shared] for stack in stacks]
        others = () if self.together else (tech for stack in rest for tech in stack)
        both = "Both" if len(sides) == 2 else f"All {len(sides)}"
        only = "Only " if len(sides) == 2 else ""
        technologies = tuple(dict.fromkeys((*shared, *others)))
        found = any(stacks)
        return Answer(
            question=self.text,
            intent=self.intent,
            headline=self._headline(names, shared, rest),
            technologies=technologies,
            total=len(sides) if found else 0,
            episodes=tuple(_cited(heads, sides, shared, evidence)) if found else (),
            rows=tuple(self._rows(shared, rest, [both, *(f"{only}{each}" for each in names)])),
            headings=("Part", both, *(f"{only}{each}" for each in names)),
            gap=not found,
        )

    def _left_out(self, sides: Sequence[tuple[int, ...]], evidence: Evidence) -> Answer:
        """An answer that claims nothing: the filters leave no two shows to compare."""
        left = [company(evidence.heads[side[0]]) for side in sides]
        said = f"only {left[0]}" if left else "none of them"
        return self.nothing(f"Of the shows to compare, the filters leave {said}{self.scope}.")

    def _stack(self, evidence: Evidence, side: tuple[int, ...]) -> list[str]:
        """The technologies of one show that are asked about, declared ones first.

        Those count as well that only a line says are used: to call another's only would be wrong.
        """
        members = self.lexicon.vocabulary.members
        kept = {tech for part in self.parts for tech in members[part]} | set(self.asked)
        every = not (self.parts or self.asked)
        used = [s for s in used_by(evidence, side) if every or s.technology in kept]
        used.sort(key=lambda sighting: -sighting.weight)
        return list(dict.fromkeys(sighting.technology for sighting in used))

    def _headline(
        self, names: Sequence[str], shared: Sequence[str], rest: Sequence[Sequence[str]]
    ) -> str:
        few = bool(self.asked or self.parts)
        counts = [self._told(stack, few=few) for stack in rest]
        only = [
            f"{told} {'only' if len(names) == 2 else 'besides'} at {name}"
            for name, stack, told in zip(names, rest, counts, strict=True)
            if stack
        ]
        listed = listing([self.name(tech) for tech in shared], 8)
        noun = "technology" if len(shared) == 1 else "technologies"
        count = "" if few or not shared else f"{len(shared)} {noun}: "
        what = f"share {count}{listed}" if shared else self._nothing_shared(len(names))
        sentence = f"{listing(names)}{self.scope} {what}"
        first = f" Only the first {_MOST} are compared." if len(self.sides) > _MOST else ""
        return f"{'; '.join((sentence, *only))}.{first}"

    def _nothing_shared(self, shows: int) -> str:
        if self.asked:
            both = "both" if shows == 2 else "all"
            return f"do not {both} use {listing([self.name(tech) for tech in self.asked])}"
        of = " / ".join(self.lexicon.vocabulary.categories[part].name for part in self.parts)
        return f"share no {of or 'technology'}"

    def _told(self, stack: Sequence[str], *, few: bool) -> str:
        """How many technologies there are, or which when few can be meant."""
        return listing([self.name(tech) for tech in stack]) if few else str(len(stack))

    def _rows(
        self, shared: Sequence[str], rest: Sequence[Sequence[str]], columns: Sequence[str]
    ) -> Iterator[Row]:
        """What stands in each column, a row for each category."""
        cells: dict[str, list[list[str]]] = defaultdict(lambda: [[] for _ in columns])
        for number, stack in enumerate((shared, *rest)):
            for tech in stack:
                cells[part_of(tech, self.lexicon)][number].append(self.name(tech))
        shares = Counter({part: len(each[0]) for part, each in cells.items()})
        for part, _ in shares.most_common():
            told = [
                f"{column}: {', '.join(names)}"
                for column, names in zip(columns, cells[part], strict=True)
                if names
            ]
            yield Row(
                part,
                shares[part],
                None,
                "; ".join(told),
                tuple(", ".join(names) for names in cells[part]),
            )


def _cited(
    heads: dict[int, Head],
    sides: Sequence[tuple[int, ...]],
    shared: Sequence[str],
    evidence: Evidence,
) -> Iterator[Citation]:
    """The episodes compared, those lines first that say of something shared that it is used."""
    for ident in dict.fromkeys(ident for side in sides for ident in side):
        if ident in heads:
            seen = [s for s in evidence.sightings if s.episode == ident]
            plain = best_cues([s for s in seen if s.technology in shared]) or best_cues(seen)
            yield cite(heads[ident], plain, stance=Stance.USES)


def _sides(utterance: Utterance) -> tuple[tuple[int, ...], ...]:
    """Episodes of each show that is named, each show once."""
    found = (tuple(map(int, utterance.names[place].ids)) for place in utterance.of("E"))
    return tuple(dict.fromkeys(found))


def parse(utterance: Utterance, lexicon: Lexicon) -> SideBySide | Weighed | None:
    """Two shows, and a word that weighs them, or their stacks, or nothing else at all."""
    counted = weighing.parse(utterance, lexicon)
    if counted is not None:
        return counted
    shape, sides = utterance.shape, _sides(utterance)
    if len(sides) < 2 or _OTHERWISE.search(shape):
        return None
    weighed = _WEIGHED.search(shape)
    surfaces = [utterance.names[place].surface for place in utterance.of("E")]
    plain = any(each.islower() and is_ordinary(each) for each in surfaces)
    if not weighed and (plain or not (_STACK.search(shape) or _NAMES.search(shape))):
        return None
    if [word for word in leftover(utterance) if stem(word) not in _FRAME]:
        return None
    together = _TOGETHER.search(shape) is not None
    parts, asked = tuple(utterance.categories), tuple(utterance.technologies)
    return SideBySide(utterance, lexicon, sides, parts, asked, together)
