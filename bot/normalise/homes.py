"""Which stored episode each part of a source belongs to.

Parts that speak of one episode form a group, and a group lives at one stored episode: at the
oldest that a source outside this load speaks of, else at the one that an earlier text of the
same sources had, else at a new one. Decided for all sources of a load at once and before any
is written, so that the order of the sources changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.model import ParsedEpisode
from bot.normalise.identity import group
from bot.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class StoredPart:
    """What a source said of one episode when it was last written.

    Attributes:
        sequence: Its place in the order of writing, unique in the store.
        episode: Id of the stored episode.
    """

    sequence: int
    path: str
    episode: int
    part: ParsedEpisode


class Homes:
    """The episodes of the parts that are about to be written.

    Args:
        stored: All parts in the store, in the order they were written.
        paths: Sources that are about to say something else, or nothing any more.
        new: What they say now, each part an object of its own.
    """

    def __init__(
        self, stored: Sequence[StoredPart], paths: Collection[str], new: Sequence[ParsedEpisode]
    ) -> None:
        kept = [each for each in stored if each.path not in paths]
        groups = group([*(each.part for each in kept), *new])
        self._groups = {id(part): n for n, parts in enumerate(groups) for part in parts}
        self._ids: list[list[int]] = [[] for _ in groups]
        self._strays: dict[int, list[StoredPart]] = defaultdict(list)
        self._stay(kept)
        former = [each for each in stored if each.path in paths]
        self._return(former, new)
        self._settle(stored, (*new, *(each.part for each in self.strays())))

    def of(self, part: ParsedEpisode) -> list[int]:
        """The id of a part's episode, then those of the episodes to be united with it."""
        return self._ids[self._groups[id(part)]]

    def strays(self, episodes: Iterable[int] | None = None) -> Iterator[StoredPart]:
        """Parts that stay as they are, but of another episode, since a source between left.

        Args:
            episodes: Only those that are kept at these ids.
        """
        for episode in list(self._strays) if episodes is None else episodes:
            yield from self._strays.get(episode, ())

    def _stay(self, kept: Sequence[StoredPart]) -> None:
        """Groups live where the sources that say the same as before have them."""
        owners: dict[int, int] = {}
        for each in kept:
            number = self._groups[id(each.part)]
            if owners.setdefault(each.episode, number) != number:
                self._strays[each.episode].append(each)
            elif each.episode not in self._ids[number]:
                self._ids[number].append(each.episode)
        for ids in self._ids:
            ids.sort()

    def _return(self, former: Sequence[StoredPart], new: Sequence[ParsedEpisode]) -> None:
        """Groups without a home take the one that an earlier text of theirs leaves empty."""
        taken = {ident for ids in self._ids for ident in ids}
        episodes = {id(each.part): each.episode for each in former}
        both = group([*(each.part for each in former), *new]) if former else ()
        for parts in both:
            free = sorted({episodes[id(part)] for part in parts if id(part) in episodes} - taken)
            for part in parts:
                if free and id(part) not in episodes and not self.of(part):
                    taken.add(free[0])
                    self.of(part).append(free.pop(0))

    def _settle(self, stored: Sequence[StoredPart], parts: Iterable[ParsedEpisode]) -> None:
        """All others get ids that no episode has had."""
        unused = max((each.episode for each in stored), default=0) + 1
        for part in parts:
            if not self.of(part):
                self.of(part).append(unused)
                unused += 1
