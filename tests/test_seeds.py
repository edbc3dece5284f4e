"""The bundled episodes state the same facts as the originals, in sentences of our own.

The originals are not part of the project; where they lie beside the checkout, in
``../shared/corpus``, every bundled post is held against its original.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import frontmatter
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
CORPUS = ROOT.parent / "shared" / "corpus"
POSTS = CORPUS / "runninginproduction" / "_posts"
RUN = 8

FACTS = ("mp3_duration", "mp3_bytes", "guest", "guest_website", "guest_twitter", "tags", "title")
TOPIC = re.compile(r"^-\s+([\d:.\-]+)\s+--\s+(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
ADDRESS = re.compile(r"https?://[^\s)>\]]+")

originals_needed = pytest.mark.skipif(
    not POSTS.is_dir(), reason="the original show notes do not lie beside this checkout"
)
every_seed = pytest.mark.parametrize(
    "path", sorted(SEEDS.glob("*.md")), ids=lambda path: path.stem[11:40]
)
every_copy = pytest.mark.parametrize(
    "path",
    [path for path in sorted(SEEDS.glob("*.md")) if (POSTS / "podcast" / path.name).is_file()],
    ids=lambda path: path.stem[11:40],
)


def test_the_bundle_is_complete() -> None:
    """Thirteen episodes and one article, named date first, as sites name their posts."""
    names = [path.name for path in SEEDS.glob("*.md")]

    assert len(names) == 14
    assert all(re.match(r"\d{4}-\d\d-\d\d-[a-z0-9-]+\.md\Z", name) for name in names)


@originals_needed
def test_every_episode_has_its_original() -> None:
    """Only the article has none among the posts."""
    missing = [p.name for p in SEEDS.glob("*.md") if not (POSTS / "podcast" / p.name).is_file()]

    assert missing == ["2019-05-05-listen-notes-boring-technology-stack.md"]


@originals_needed
@every_copy
def test_the_front_matter_states_the_same_facts(path: Path) -> None:
    """Guest, duration, tags and title are the original's."""
    ours, theirs = frontmatter.load(str(path)), frontmatter.load(str(POSTS / "podcast" / path.name))

    assert {key: ours.get(key) for key in FACTS} == {key: theirs.get(key) for key in FACTS}


@originals_needed
@every_copy
def test_the_same_seconds_and_numbers(path: Path) -> None:
    """Every topic stands at its second and says the same numbers."""
    ours, theirs = read(path), read(POSTS / "podcast" / path.name)

    assert [time for time, _ in TOPIC.findall(ours)] == [time for time, _ in TOPIC.findall(theirs)]
    for (time, text), (_, original) in zip(TOPIC.findall(ours), TOPIC.findall(theirs), strict=True):
        assert (time, numbers(text)) == (time, numbers(original))


@originals_needed
@every_copy
def test_the_same_links(path: Path) -> None:
    """No address was lost, added or changed."""
    ours, theirs = read(path), read(POSTS / "podcast" / path.name)

    assert sorted(ADDRESS.findall(ours)) == sorted(ADDRESS.findall(theirs))


@originals_needed
@every_seed
def test_every_sentence_is_our_own(path: Path) -> None:
    """No run of eight words of our prose occurs in any original."""
    shared = {run for text in prose(path) for run in runs(text)} & original_runs()

    assert [" ".join(run) for run in sorted(shared)] == []


def read(path: Path) -> str:
    """The text of a post."""
    return path.read_text(encoding="utf-8")


def prose(path: Path) -> Iterator[str]:
    """What a writer wrote: the description, paragraphs and topics, but no names of links."""
    post = frontmatter.load(str(path))
    yield str(post.get("description") or "")
    body = post.content.split("## Links")[0]
    for paragraph in re.split(r"\n\s*\n|\n(?=- )", body):
        yield re.sub(r"^-\s+[\d:]+\s+--", "", paragraph)


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of eight words, without regard to case, punctuation and addresses."""
    words = re.findall(r"[\w']+", ADDRESS.sub(" ", text).lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def numbers(text: str) -> list[str]:
    """The numbers that stand in a line, in any order."""
    return sorted(re.findall(r"\d[\d,.]*(?<![,.])", ADDRESS.sub(" ", text)))


@cache
def original_runs() -> frozenset[tuple[str, ...]]:
    """Every run of eight words of all originals."""
    paths = [*POSTS.rglob("*.md"), *(CORPUS / "seed-documents").glob("*.txt")]
    return frozenset(run for path in paths for run in runs(path.read_text("utf-8", "replace")))
