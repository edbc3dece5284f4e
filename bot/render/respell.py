"""A question with one word spelt the way it was meant."""

from __future__ import annotations

from difflib import SequenceMatcher

_ALIKE = 0.6


def respelt(question: str, name: str) -> str:
    """The question with the word that is most like a name replaced by it.

    >>> respelt("who uses kubernets in production?", "Kubernetes")
    'who uses Kubernetes in production?'
    >>> respelt("what about xyz", "Terraform")
    'who uses Terraform?'
    """
    words = question.split()
    likeness = [SequenceMatcher(None, _bare(word), name.lower()).ratio() for word in words]
    best = max(range(len(words)), key=likeness.__getitem__, default=None)
    if best is None or likeness[best] < _ALIKE:
        return f"who uses {name}?"
    ending = words[best][len(words[best].rstrip("?!.,;:")) :]
    return " ".join([*words[:best], name + ending, *words[best + 1 :]])


def _bare(word: str) -> str:
    return word.lower().strip("?!.,;:\"'()")
