"""How many misspelt names are understood, and how few ordinary words are taken for names.

Typos are made with a fixed seed from the bundled technologies: a letter dropped, doubled, swapped
with the next, or hit on the key beside it. Ordinary words are those of data/ordinary.txt, eighty
messages of our own writing as people send them to each other at work; nothing that guards
against respelling was made from them. The figures are printed (``pytest -s``) and stand
in ARCHITECTURE.md under "Spelling".
"""

from __future__ import annotations

import random
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.questions.lexicon import Lexicon
from bot.questions.slips import unslipped
from bot.rank.thesaurus import Thesaurus
from bot.seedfiles import read_thesaurus, read_vocabulary
from bot.spelt import tokens
from bot.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection

SEEDS = Path(__file__).parents[1] / "seeds"
ORDINARY = Path(__file__).parent / "data" / "ordinary.txt"
SAMPLE = 240
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Measured:
    """The bundled vocabulary and show notes, and what became of misspellings."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary(*read_vocabulary(SEEDS / "technologies.yml"))
        self.posts = "\n".join(read(path) for path in sorted(SEEDS.rglob("*.md")))
        thesaurus = Thesaurus(read_thesaurus(SEEDS / "thesaurus.yml"))
        self.lexicon = Lexicon(self.vocabulary, {}, frozenset(words(self.posts)), thesaurus)
        self.typed = words(read(ORDINARY))
        self.random = random.Random(20191105)  # noqa: S311 - the same typos in every run

    @cached_property
    def present(self) -> frozenset[str]:
        """Technologies that the bundled episodes name."""
        return frozenset(span.id for span in self.vocabulary.find(self.posts) if span.sure)

    def names(self, among: Collection[str]) -> list[str]:
        """Official names of one word with four letters or more, drawn with the fixed seed."""
        found = sorted(
            tech.name.lower()
            for ident, tech in self.vocabulary.technologies.items()
            if ident in among and len(tech.name) >= 4 and tech.name.isalpha() and not tech.ambiguous
        )
        return self.random.sample(found, min(SAMPLE, len(found)))

    def meant(self, word: str, among: Collection[str]) -> str | None:
        """What a word is taken for, as questions do it: exactly, else behind the guard."""
        return self.vocabulary.resolve(word) or (
            None if self.lexicon.is_word(word) else self.vocabulary.near(word, among)
        )

    def recovered(self, names: list[str], edits: int, among: Collection[str]) -> float:
        """Share of misspelt names that are understood as what they were."""
        right = total = 0
        for name in names:
            if edits == 2 and len(name) < 8:
                continue
            for _ in range(4):
                typo = name
                for _ in range(edits):
                    typo = self.mistyped(typo)
                total += 1
                right += self.meant(typo, among) == self.vocabulary.resolve(name)
        return right / total

    def mistyped(self, word: str) -> str:
        """A word with one slip of the fingers that changes it."""
        place = self.random.randrange(1, len(word))
        slip = self.random.choice(("drop", "double", "swap", "miss"))
        before, letter, after = word[:place], word[place], word[place + 1 :]
        if slip == "swap" and word[place - 1] != letter:
            return word[: place - 1] + letter + word[place - 1] + after
        if slip == "drop":
            return before + after
        if slip == "miss":
            return before + self.beside(letter) + after
        return before + letter + letter + after

    def beside(self, letter: str) -> str:
        """A key next to a letter's own."""
        row = next((row for row in ROWS if letter in row), ROWS[1])
        place = row.find(letter)
        return row[place + 1] if place + 1 < len(row) else row[place - 1]

    def recovered_frame(self, frame: list[str]) -> float:
        """Share of misspelt words of questions that are read as what they were.

        What a slip makes another word of English of is left alone, and does not count.
        """
        right = total = 0
        for word in frame:
            for _ in range(8):
                typo = self.mistyped(word)
                if not self.lexicon.is_word(typo):
                    total += 1
                    right += unslipped(typo, self.lexicon) == word
        return right / total

    def changed(self) -> list[str]:
        """Ordinary words that are read as a word of questions, by the way they stand."""
        lines = [self.posts, read(ORDINARY)]
        return [
            word
            for text in lines
            for line in text.splitlines()
            for word, read_as in zip(
                line.split(), unslipped(line, self.lexicon).split(), strict=True
            )
            if word != read_as
        ]

    def taken_for_names(self, among: Collection[str]) -> float:
        """Share of ordinary words, as often as they are typed, that become a technology."""
        ordinary = [word for word in self.typed if self.vocabulary.resolve(word) is None]
        wrong = [word for word in ordinary if self.meant(word, among)]
        print("taken for names:", *sorted(set(wrong)))  # noqa: T201 - figures to be seen
        return len(wrong) / len(ordinary)


# Words that questions are made of.
FRAME_WORDS = (
    "which what where when does many show shows episode episodes podcast guests people anyone"
    " somebody everyone companies uses using used running hosting hosted built moved moving"
    " switched migrated dropped replaced stopped instead without plans planning considering wants"
    " popular common latest newest oldest longest shortest random similar compare versus between"
    " difference about mention cheapest biggest expensive month year since before after tips advice"
    " mistakes lessons reason doesnt isnt"
).split()


def read(path: Path) -> str:
    """A file's text."""
    return path.read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    """The ordinary words of show notes: lower case, without addresses and front matter keys."""
    body = re.sub(r"https?://\S+|^\w+:", " ", text, flags=re.MULTILINE)
    return [token.text for token in tokens(body) if token.text.isalpha() and token.text.islower()]


@pytest.mark.parametrize(
    ("everything", "one", "two", "false"),
    [(False, 0.985, 0.93, 0.0007), (True, 0.95, 0.95, 0.002)],
    ids=["those the episodes name", "all bundled ones"],
)
def test_typos(*, everything: bool, one: float, two: float, false: float) -> None:
    """Most slips are mended, and hardly an ordinary word becomes a technology."""
    measured = Measured()
    among = frozenset(measured.vocabulary.technologies) if everything else measured.present
    names = measured.names(among)
    figures = (
        measured.recovered(names, 1, among),
        measured.recovered(names, 2, among),
        measured.taken_for_names(among),
    )
    print(  # noqa: T201 - figures to be seen
        f"{len(names)} names of {len(among)}: one edit {figures[0]:.1%}, two edits"
        f" {figures[1]:.1%}, ordinary words taken for names {figures[2]:.2%}"
    )

    assert figures[0] >= one
    assert figures[1] >= two
    assert figures[2] <= false


def test_slips_in_the_words_of_questions() -> None:
    """Most are mended, and no word that people write at work, or in show notes, is changed."""
    measured = Measured()
    share = measured.recovered_frame(FRAME_WORDS)
    changed = measured.changed()
    print(f"slips in {len(FRAME_WORDS)} words of questions: {share:.1%} mended", changed)  # noqa: T201

    assert share >= 0.85
    assert changed == []


def test_no_word_of_english_is_read_as_a_word_of_questions() -> None:
    """Of the twenty thousand in the vocabulary of the sentence encoder."""
    vocabulary = read(Path(__file__).parents[1] / "bot" / "encoder" / "vocab.txt").split()
    lexicon = Lexicon(Vocabulary(), {}, frozenset(), Thesaurus())
    whole = [word for word in vocabulary if word.isascii() and word.isalpha() and len(word) >= 4]

    assert [w for w in whole if unslipped(w, lexicon) != w and w != "poplar"] == []
    assert len(whole) > 20_000
