"""From what the sources say to the episode that the store keeps."""

from __future__ import annotations

from bot.model import Guest, ParsedEpisode, Show, Stance, Technology, Topic
from bot.normalise.episode import INTRODUCTION, build_episode, slugify
from bot.vocabulary import Vocabulary

SHOW = Show("rip", "Radio", "https://radio.test", audio="https://cdn.test/{number}-{slug}.mp3")
VOCABULARY = Vocabulary([Technology("redis", "Redis")])


def parsed(**fields: object) -> ParsedEpisode:
    """What a source says at least, and more."""
    return ParsedEpisode("a.md", 1, "front matter", "Ferryline Is Here", **fields)  # type: ignore[arg-type]


def test_slugify() -> None:
    """An address holds letters, digits and single dashes."""
    assert slugify("  Bob's “Big” Day -- Part 2!  ") == "bobs-big-day-part-2"
    assert slugify("¿?") == ""


def test_addresses_are_made_where_the_source_has_none() -> None:
    """Permalink and audio file follow the show's templates."""
    episode = build_episode(parsed(number=7), SHOW, VOCABULARY)

    assert episode.slug == "ferryline-is-here"
    assert episode.url == "https://radio.test/podcast/ferryline-is-here"
    assert episode.audio == "https://cdn.test/7-ferryline-is-here.mp3"
    assert episode.names == ("Ferryline",)


def test_addresses_of_the_source_win() -> None:
    """What is known need not be made."""
    source = parsed(slug="7-x", url="https://else.test/7", audio="https://else.test/7.mp3")
    episode = build_episode(source, SHOW, VOCABULARY)

    assert (episode.slug, episode.url) == ("7-x", "https://else.test/7")
    assert episode.audio == "https://else.test/7.mp3"


def test_a_show_without_audio_has_none() -> None:
    """No template, no file."""
    assert build_episode(parsed(), Show("s", "S", "https://s.test"), VOCABULARY).audio is None


def test_the_introduction_can_be_cited() -> None:
    """Its paragraphs follow the topics, without a second but under a heading."""
    source = parsed(
        topics=(Topic(5, "Redis isn't used"),),
        introduction="They pay $5 / month\nfor hosting.\n\n\nRedis is not used.",
        guests=(Guest("Maja Lund"),),
    )
    episode = build_episode(source, SHOW, VOCABULARY)

    assert [(t.start, t.text, t.heading) for t in episode.topics] == [
        (5, "Redis isn't used", None),
        (None, "They pay $5 / month for hosting.", INTRODUCTION),
        (None, "Redis is not used.", INTRODUCTION),
    ]
    assert [(f.metric, f.topic) for f in episode.facts] == [("hosting_cost", 1)]
    assert episode.mentions[0].stance is Stance.AVOIDS


def test_a_description_stands_in_for_an_introduction() -> None:
    """Better a summary than nothing."""
    episode = build_episode(parsed(description="About boats."), SHOW, VOCABULARY)

    assert [topic.text for topic in episode.topics] == ["About boats."]


def test_the_makers_of_a_technology_do_not_count_as_its_users() -> None:
    """The guest's website tells."""
    line = (Topic(5, "Redis is used by thousands of people"),)
    maker, other = (Guest("Sal", "https://redis.io"),), (Guest("Sal", "https://x.org"),)

    said = [build_episode(parsed(topics=line, guests=g), SHOW, VOCABULARY) for g in (maker, other)]
    assert [e.mentions[0].stance for e in said] == [Stance.MENTIONS, Stance.USES]
