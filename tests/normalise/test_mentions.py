"""Technologies of an episode: what is declared, what the lines say, and which of them wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Link, Mention, Stance, Technology, Topic
from bot.normalise.mentions import libraries, mentions, tag_id
from bot.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

VOCABULARY = Vocabulary(
    [
        Technology("docker", "Docker"),
        Technology("redis", "Redis"),
        Technology("sentry", "Sentry"),
        Technology("express", "Express", ambiguous=True),
        Technology("celery", "Celery", url="https://docs.celeryq.dev"),
        Technology("mux", "Mux"),
        Technology("github", "GitHub"),
    ]
)
U, B, A, P, M = Stance.USES, Stance.USED_BEFORE, Stance.AVOIDS, Stance.PLANS, Stance.MENTIONS


def found(
    *lines: str, tags: Sequence[str] = (), links: Sequence[str] = (), own: Sequence[str] = ()
) -> tuple[Mention, ...]:
    """Mentions of an episode of the given lines, a minute each."""
    topics = [Topic(60 * number, line) for number, line in enumerate(lines)]
    urls = [Link(url, group="library") for url in links]
    return mentions(VOCABULARY, tags, topics, urls, own)


def verdicts(said: tuple[Mention, ...]) -> dict[str, Stance]:
    """What the episode as a whole says."""
    return {mention.technology: mention.stance for mention in said if mention.topic is None}


@pytest.mark.parametrize(
    ("lines", "tags", "links", "expected"),
    [
        ([], ["docker"], [], {"docker": U}),
        ([], ["Home Grown"], [], {"home-grown": U}),
        (["Docker is used"], [], [], {"docker": U}),
        (["A word on Docker"], [], [], {"docker": M}),
        (["Working with Docker"], [], [], {"docker": M}),
        (["Working with Docker"], ["docker"], [], {"docker": U}),
        (["Sentry is on the horizon"], ["sentry"], [], {"sentry": P}),
        (["Docker isn't being used"], ["docker"], [], {"docker": U}),
        (["Redis isn't being used"], [], ["https://github.com/redis/redis"], {"redis": A}),
        (["Redis is used"], [], ["https://github.com/redis/redis.git"], {"redis": U}),
        (["Redis was used in the past", "Redis is on their list"], [], [], {"redis": B}),
        (["Redis isn't being used, see you", "Using Redis"], [], [], {"redis": A}),
        (["Check out GitHub, Docker is used there"], [], [], {}),
        (["To express it plainly"], [], [], {}),
        (["To Express it plainly"], ["express"], [], {"express": U}),
    ],
)
def test_verdicts(
    lines: list[str], tags: list[str], links: list[str], expected: dict[str, Stance]
) -> None:
    """A declaration is a use unless the lines say otherwise; else the plainest line decides."""
    assert expected == verdicts(found(*lines, tags=tags, links=links))


def test_lines_keep_their_place_and_stance() -> None:
    """Every line that names a technology is a mention of its own."""
    said = found("Docker is used", "Docker isn't used in development")

    assert [(m.stance, m.topic) for m in said if m.topic is not None] == [(U, 0), (A, 1)]


def test_a_partial_denial_weighs_less() -> None:
    """What holds in one environment only does not outweigh a plain use."""
    said = found("Docker isn't used in development", "Docker is used by everyone")

    assert verdicts(said) == {"docker": U}


def test_a_line_says_one_thing_once() -> None:
    """Named twice in a line, the plainer statement stands and the bare mention goes."""
    said = found("Docker, that is, Docker is used")

    assert [(m.stance, m.weight) for m in said if m.topic == 0] == [(U, 0.9)]


def test_a_declared_tool_that_is_named_is_used_there() -> None:
    """The line can be cited for it."""
    said = found("A word on Docker", "What is Docker?", tags=["docker"])

    assert [m.stance for m in said if m.topic is not None] == [U, M]


def test_prose_of_a_tagged_episode_makes_no_new_claims() -> None:
    """An introduction sums up; where there is a tech stack, that counts."""
    prose = [Topic(None, "Docker is used here. Redis is used too.")]

    assert verdicts(mentions(VOCABULARY, ["docker"], prose, [])) == {"docker": U, "redis": M}
    assert verdicts(mentions(VOCABULARY, [], prose, [])) == {"docker": U, "redis": U}


def test_what_the_guests_make_is_no_use() -> None:
    """Unless they say that they use it themselves."""
    line = "Mux is used by thousands of developers"

    assert verdicts(found(line, own=["mux"])) == {"mux": M}
    assert verdicts(found(line)) == {"mux": U}
    own_use = "They use their own service to watch the videos"
    assert verdicts(found(line, own_use, own=["mux"])) == {"mux": U}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/celery/celery", ["celery"]),
        ("https://gitlab.com/group/celery.git", ["celery"]),
        ("https://github.com/celery", []),
        ("https://celery.readthedocs.io/en/stable", ["celery"]),
        ("https://redis.io/", ["redis"]),
        ("https://www.sentry.io/for/python", ["sentry"]),
        ("https://blog.redis.example.com/", []),
        ("https://unknown.io/", []),
    ],
)
def test_libraries(url: str, expected: list[str]) -> None:
    """A link to a repository or a home page among the libraries names a technology."""
    assert libraries(VOCABULARY, [Link(url, group="library")]) == expected
    assert libraries(VOCABULARY, [Link(url, group="reference")]) == []


def test_tag_id() -> None:
    """A tag of the vocabulary, or its own id."""
    assert tag_id(VOCABULARY, "Docker") == "docker"
    assert tag_id(VOCABULARY, " My Own_tool ") == "my-own-tool"


def test_prose_goes_on() -> None:
    """A plan in the next sentence counts for "it"; what else that says does not."""
    plan = [Topic(None, "I don't use Redis. I might look into it next year.")]
    other = [Topic(None, "Docker runs on 2 servers. They are not used fully.")]

    assert {A, P} == {m.stance for m in mentions(VOCABULARY, [], plan, []) if m.topic == 0}
    assert A not in {m.stance for m in mentions(VOCABULARY, ["docker"], other, [])}
