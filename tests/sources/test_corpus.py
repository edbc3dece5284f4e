"""The customer's own documents and the show's repository, where they lie beside the checkout."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.gather import Gathered, locate
from bot.gather import read as read_place
from bot.normalise.identity import group, same_episode
from bot.normalise.merging import merge
from bot.sources import ParseResult, parse

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SEEDS = Path(__file__).parents[2] / "seeds"
DOCUMENTS = CORPUS / "seed-documents"
POSTS = CORPUS / "runninginproduction"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus at {CORPUS}")

# Written apart from the parser on purpose: the two must agree.
TOPIC = re.compile(r"^- (?:(\d+)[:-])?(\d+)[:-](\d\d) -- ", re.MULTILINE)


def read(*folders: Path) -> dict[str, ParseResult]:
    """What each document of some folders yields, by path."""
    found = [read_place(place) for place in locate([str(folder) for folder in folders])]
    documents = [item.document for item in found if isinstance(item, Gathered)]
    assert len(documents) == len(found)
    return {document.path: parse(document) for document in documents}


def seconds(text: str) -> list[int]:
    """The start of every topic line of a post."""
    return [int(h or 0) * 3600 + int(m) * 60 + int(s) for h, m, s in TOPIC.findall(text)]


def test_every_post_and_every_second() -> None:
    """All 45 posts load, and every timestamped line is a topic with its second exact."""
    results = read(POSTS)
    assert len(results) == 45
    for path, result in results.items():
        assert (result.rejected, result.warnings) == ((), ())
        (episode,) = result.episodes
        starts = [topic.start for topic in episode.topics if topic.start is not None]
        assert starts == seconds(Path(path).read_text(encoding="utf-8"))
        assert episode.guests
        assert episode.tags
        assert episode.published
        assert episode.slug == Path(path).stem[11:]
        assert all(not re.search(r"\{[{%]|\]\(|&\w+;", topic.text) for topic in episode.topics)


def test_the_five_documents() -> None:
    """The documents hold one post, ten listed episodes, an article, pasted notes and a page."""
    results = read(DOCUMENTS)
    assert [(len(r.episodes), r.episodes[0].format) for r in results.values()] == [
        (1, "front matter"),
        (10, "listing"),
        (1, "article"),
        (1, "pasted notes"),
        (1, "saved page"),
    ]
    assert not any(result.rejected or result.warnings for result in results.values())


@pytest.mark.parametrize(
    "folders",
    [(DOCUMENTS, POSTS), (POSTS, DOCUMENTS), (SEEDS, DOCUMENTS, POSTS)],
    ids=["documents first", "posts first", "after the seeds"],
)
def test_each_shared_episode_once(folders: tuple[Path, ...]) -> None:
    """Documents, posts and seeds together are 45 posts and the article, nothing lost."""
    parsed = [e for result in read(*folders).values() for e in result.episodes]
    groups = group(parsed)
    assert len(groups) == 46
    shared = [members for members in groups if len({Path(m.path).parent for m in members}) > 1]
    posts = [members for members in shared if members[0].category == "podcast"]
    assert len(posts) == 13
    for members in posts:
        one = merge(members)
        post = next(m for m in members if m.path.startswith(str(POSTS)))
        assert (one.title, one.slug, one.number) == (post.title, post.slug, post.number)
        assert (one.duration, one.published) == (post.duration, post.published)
        assert set(post.tags) <= set(one.tags)
        assert {link.url for link in post.links} <= {link.url for link in one.links}
        assert [t.start for t in one.topics] == [t.start for t in post.topics]
        assert [g.name for g in one.guests] == [g.name for g in post.guests]


def test_grouping_misses_no_pair() -> None:
    """Comparing only likely pairs finds the same groups as comparing all of them."""
    parsed = [e for result in read(SEEDS, DOCUMENTS, POSTS).values() for e in result.episodes]
    place = {id(e): index for index, members in enumerate(group(parsed)) for e in members}
    for one in parsed:
        together = {place[id(other)] for other in parsed if same_episode(one, other)}
        assert together == {place[id(one)]}
