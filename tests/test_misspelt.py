"""What a misspelt word may mean."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.misspelt import Misspelt

IDS = {
    "postgres": "postgres", "postgresql": "postgres", "redis": "redis", "django": "django",
    "elasticsearch": "elastic", "vue": "vue", "vuex": "vuex", "nuxt": "nuxt", "next": "next",
}  # fmt: skip


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("postgers", "postgres"),
        ("elasticserach", "elastic"),
        ("djngo", "django"),
        ("rediss", "redis"),
        ("vu", None),
        ("nixt", None),
        ("kubernetes", None),
    ],
)
def test_nearest(key: str, expected: str | None) -> None:
    """The only id within the allowed edits; never a guess between two."""
    assert Misspelt(IDS).nearest(key) == expected


def test_similar_is_laxer_and_ordered() -> None:
    """What is most alike comes first; short words are like everything."""
    names = Misspelt(IDS)

    assert names.similar("postgre")[:2] == ["postgres", "postgres"]
    assert names.similar("elasticsrch") == ["elastic"]
    assert names.similar("elasticsrch") == names.similar("elasticsrch")
    assert names.similar("vue") == []


def test_a_name_that_needs_no_mending_needs_no_library() -> None:
    """Importing the vocabulary alone leaves rapidfuzz where it is."""
    code = "import sys, bot.vocabulary, bot.questions; sys.exit('rapidfuzz' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jso", "json"),
        ("son", None),
        ("js", None),
        ("terafom", "terraform"),
        ("erafom", None),
        ("etrrafrm", "terraform"),
        ("trfm", None),
    ],
)
def test_the_length_of_the_name_says_how_many_edits_are_allowed(
    typed: str, meant: str | None
) -> None:
    """What is too short for them itself has to begin with the same letter."""
    assert meant == Misspelt({"json": "json", "terraform": "terraform"}).nearest(typed)
