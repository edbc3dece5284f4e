"""Makes the vectors of words that find lines by their meaning where no model is installed.

    python -m docs.word_vectors SENTENCES...

takes files of sentences, one a line, and writes ``words.txt`` and ``words.bin`` beside
``bot/encoder/bag.py``. It needs the extra ``semantic``. The model of the extra says what each
sentence means; then each word gets the vector with which sums over the words of a sentence come
nearest to that, in direction and in how near sentences are to each other. To the sentences in
the files come 227,000 of this field (``field_sentences.py``), which count most, and the words of
the model's vocabulary. The files in the repository were made with 21,000 glosses and examples of
WordNet 3.1 (its licence allows any use) and 39,000 one-line summaries of public packages. None of
them is from show notes or from a question.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.config import BUNDLED_SEEDS, Settings
from bot.encoder import find
from bot.encoder.bag import VECTORS, WORDS, pieces
from bot.encoder.minilm import VOCABULARY
from bot.seedfiles import read_thesaurus, read_vocabulary
from docs.field_sentences import Field, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rank.semantic import Encoder

    Array = np.ndarray[Any, Any]

SIZE = 96
"""Numbers of a vector. 128 and 192 find no more lines beside words."""

FRAMED = 220_000
"""Sentences that are made of words of the field."""

_FREQUENT = 6_000

LEAST = 5
"""A word in fewer sentences than this tells too little of itself."""

_EPOCHS = 6
_BATCH = 512
_RATE = 0.01
# What it costs that sentences are nearer or farther from each other than they should be, against
# what it costs that each points elsewhere.
_APART = 0.8


def listed(texts: Sequence[str], least: int = LEAST) -> list[str]:
    """The words to find vectors for, most frequent first."""
    found = Counter(word for text in texts for word in dict.fromkeys(pieces(text)))
    return [word for word, count in found.most_common() if count >= least and not word.isdecimal()]


def targets(encoder: Encoder, texts: Sequence[str], size: int = SIZE) -> Array:
    """What the texts mean, in the few directions in which they differ most; each of length 1."""
    rows = np.array([np.frombuffer(each, np.int8) for each in encoder.encode(texts)], np.float32)
    rows = _unit(rows)
    rows -= rows.mean(axis=0)
    _, directions = np.linalg.eigh(rows.T @ rows)
    return _unit(rows @ directions[:, ::-1][:, :size])


def fitted(texts: Sequence[str], words: Sequence[str], wanted: Array) -> Array:
    """A vector for each word: the sums over the words of a text come near to what is wanted."""
    places = {word: place for place, word in enumerate(words)}
    bags = [[places[word] for word in pieces(text) if word in places] for text in texts]
    kept = [number for number, bag in enumerate(bags) if bag]
    bags, wanted = [bags[number] for number in kept], wanted[kept]
    vectors = _means(bags, wanted, len(words))
    first, second = np.zeros_like(vectors), np.zeros_like(vectors)
    chance = np.random.default_rng(0)
    step = 0
    for epoch in range(_EPOCHS):
        order = chance.permutation(len(bags))
        for start in range(0, len(order), _BATCH):
            some = order[start : start + _BATCH]
            slope = _slope(vectors, [bags[each] for each in some], wanted[some])
            step += 1
            # Adam (Kingma and Ba, 2014), the rate falling to 0.
            first = 0.9 * first + 0.1 * slope
            second = 0.999 * second + 0.001 * slope**2
            size = np.sqrt(second / (1 - 0.999**step)) + 1e-8
            vectors -= _RATE * (1 - epoch / _EPOCHS) * first / (1 - 0.9**step) / size
    return vectors


def _means(bags: Sequence[Sequence[int]], wanted: Array, count: int) -> Array:
    """To begin with: the mean of the texts that have a word, shorter for a frequent word."""
    flat, starts = _flat(bags)
    owners = np.repeat(np.arange(len(bags)), np.diff([*starts, len(flat)]))
    sums = np.zeros((count, wanted.shape[1]), np.float32)
    np.add.at(sums, flat, wanted[owners])
    shares = np.bincount(flat, minlength=count) / len(bags)
    return _unit(sums) * (0.01 / (0.01 + shares))[:, None].astype(np.float32)


def _slope(vectors: Array, bags: Sequence[Sequence[int]], wanted: Array) -> Array:
    """Where the vectors of words have to go for a batch of texts, uphill."""
    flat, starts = _flat(bags)
    sums = np.add.reduceat(vectors[flat], starts, axis=0)
    long = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    made = sums / long
    apart = made @ made.T - wanted @ wanted.T
    np.fill_diagonal(apart, 0)
    uphill = (_APART * (apart @ made) - wanted) / len(bags)
    uphill = (uphill - made * (uphill * made).sum(axis=1, keepdims=True)) / long
    slope = np.zeros_like(vectors)
    np.add.at(slope, flat, np.repeat(uphill, np.diff([*starts, len(flat)]), axis=0))
    return slope


def _flat(bags: Sequence[Sequence[int]]) -> tuple[Array, Array]:
    """All words of all texts one after the other, and where each text starts."""
    sizes = [len(bag) for bag in bags]
    return np.concatenate([np.array(bag) for bag in bags]), np.cumsum([0, *sizes[:-1]])


def _unit(rows: Array) -> Array:
    long = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(long, 1e-6), np.float32)


def whole(vectors: Array) -> Array:
    """Vectors in signed bytes; the few numbers that are much longer than others are cut."""
    longest = np.quantile(np.abs(vectors), 0.9995)
    return np.asarray(np.clip(np.rint(vectors / longest * 127), -127, 127), np.int8)


def of_the_field() -> list[str]:
    """Sentences made of what the seeds say and of frequent words."""
    technologies, categories = read_vocabulary(BUNDLED_SEEDS / "technologies.yml")
    concepts = read_thesaurus(BUNDLED_SEEDS / "thesaurus.yml")
    # The vocabulary lists frequent words first.
    frequent = [word for word in _vocabulary() if len(word) > 2][:_FREQUENT]
    return sentences(Field.of(concepts, technologies, categories, frequent), FRAMED)


def _vocabulary() -> list[str]:
    words = VOCABULARY.read_text("utf-8").split()
    return [word for word in words if word.isalpha() and word.isascii()]


def main(files: Sequence[str]) -> None:
    """Read sentences, fit vectors, write both files."""
    texts = [line for file in files for line in Path(file).read_text("utf-8").splitlines() if line]
    texts += of_the_field()
    words = listed(texts)
    texts += _vocabulary()
    vectors = fitted(texts, words, targets(find(Settings()), texts))
    WORDS.write_text("\n".join(words) + "\n", encoding="utf-8")
    VECTORS.write_bytes(whole(vectors).tobytes())


if __name__ == "__main__":
    main(sys.argv[1:])
