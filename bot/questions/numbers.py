"""Numbers that people write as words."""

from __future__ import annotations

from bot.patterns import one_of

CARDINALS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}

TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}

CARDINAL = one_of(", ".join(CARDINALS))
"""Pattern of any of them."""


def number_of(text: str) -> int:
    """A whole number in digits or as a word, in lower case.

    >>> number_of("twelve"), number_of("12")
    (12, 12)

    Raises:
        ValueError: It is neither.
    """
    return CARDINALS.get(text) or int(text)
