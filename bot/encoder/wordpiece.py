"""Text to the numbers of word pieces, as BERT's uncased models were trained on them.

Lower case, accents off, split at white space and punctuation; then, from the left, the longest
pieces that the vocabulary knows (Wu et al. 2016, https://arxiv.org/abs/1609.08144; the classes
of characters are those of the reference tokenizer of BERT). Its output was compared with the
reference implementation's on all lines and questions at hand.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A longer word is not looked up; nor does the reference do it.
_LONGEST = 100
# Ideographs are words of their own.
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class WordPiece:
    """A tokenizer over one vocabulary.

    Args:
        vocabulary: All pieces in the order of their numbers; those that continue a word start
            with ``##``.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._ids["[UNK]"]
        self._first, self._last = self._ids["[CLS]"], self._ids["[SEP]"]

    def encode(self, text: str, limit: int) -> list[int]:
        """The numbers of a text's pieces, framed as the model expects it.

        Args:
            text: Any text.
            limit: Most numbers to return, the frame included.
        """
        numbers = [number for word in split(text) for number in self._pieces(word)]
        return [self._first, *numbers[: limit - 2], self._last]

    def _pieces(self, word: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(word) <= _LONGEST:
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._ids.get(prefix + word[start:end])
                if number is not None:
                    break
            else:
                break
            found.append(number)
            start = end
        return found if start == len(word) else [self._unknown]


def split(text: str) -> list[str]:
    """A text's words and punctuation marks, lower-case and without accents.

    >>> split("Café, 東京 & C++!")
    ['cafe', ',', '東', '京', '&', 'c', '+', '+', '!']
    """
    return "".join(map(_plain, unicodedata.normalize("NFD", text.lower()))).split()


def _plain(char: str) -> str:
    kind = unicodedata.category(char)
    if char in "\t\n\r" or kind == "Zs":
        return " "
    if kind == "Mn" or kind.startswith("C") or char == "\ufffd":
        return ""
    return f" {char} " if _stands_alone(char, kind) else char


def _stands_alone(char: str, kind: str) -> bool:
    if char.isascii():
        return not char.isalnum()
    return kind.startswith("P") or any(low <= ord(char) <= high for low, high in _IDEOGRAPHS)
