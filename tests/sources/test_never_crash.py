"""Whatever is fed in, a parser answers with episodes and errors and never with an exception."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import SourceError
from bot.sources import PARSERS, Document, ParseResult, decode, parse

PIECES = st.sampled_from(
    [
        *("---\n", "title: A\n", "guest: B\n", "tags: [a, b]\n", "published: false\n", "date: 1\n"),
        *("guests:\n- name: C\n", "duration: 1:02:03\n", "description:\n  a: b\n", "url: [\n"),
        *("\n", "\n\n", " ", "\t", "\r\n", "\x00", "\u2028", "\ufeff", "\ud7ff", "é", "“", "&amp;"),
        *(
            "## Topics Include\n",
            "## Links\n",
            "# T\n",
            "###### 🛠 Libraries Used\n",
            "Tech Stack\n",
        ),
        *("- 1:02 -- text\n", "12:99 – x\n", "1:04-22 - y\n", "• 3:04 – z\n", "7:30 --\n", "-\n"),
        *("<p>", "</p>", "<ul><li>1:02 – a</li>", "<!", "<![x", "<?xml?>", "<a href='x'>", "</a>"),
        *(
            "<rss>",
            "<feed>",
            "<channel>",
            "<item>",
            "<title>a</title>",
            "</item>",
            "<!DOCTYPE html>",
        ),
        *("<guid>1</guid>", "<pubDate>x</pubDate>", "<h1>A</h1>", "<pre>", "<html>", "&#xD800;"),
        *("{{ page.guest }}", "{{", "}}", "{% include x %}", "{%", "{% comment %}", "{:x}", "{#y}"),
        *("Jun 29, 2020 • 46min\n", "Feb 31, 2020 • 1h\n", "A Title of Its Own\n", "react →\n"),
        *("[a](http://b)", "[a]: http://b\n", "<http://c>", "http://d).", "![i](j)", "`k`", "**l"),
        *(
            "Source: https://e.test\n",
            "May 5, 2019\n",
            "Words " * 60,
            "    code\n",
            "```\n",
            "> q\n",
        ),
    ]
)
PATHS = st.sampled_from(["a.txt", "2020-01-02-3-a.md", "tags/b.md", "x/index.md", "https://c.test"])


def check(result: ParseResult) -> None:
    """The promises that hold for every result."""
    assert all(isinstance(error, SourceError) for error in result.rejected)
    for episode in result.episodes:
        assert episode.title.strip()
        assert all(topic.start is None or topic.start >= 0 for topic in episode.topics)
        assert all(topic.text == " ".join(topic.text.split()) for topic in episode.topics)
        assert all(link.url.startswith(("http", "mailto", "HTTP")) for link in episode.links)
        repr(episode).encode("utf-8")


@settings(max_examples=300, deadline=timedelta(seconds=5), suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(PIECES | st.text(max_size=8), max_size=30), path=PATHS)
def test_texts(pieces: list[str], path: str) -> None:
    """Any heap of the pieces that show notes are made of is read or rejected."""
    check(parse(Document(path, "".join(pieces), path)))


@settings(max_examples=100, deadline=timedelta(seconds=5))
@given(pieces=st.lists(PIECES, max_size=30))
def test_every_parser(pieces: list[str]) -> None:
    """A parser keeps the promise on whatever it recognises, also when it is not tried first."""
    document = Document("tags/a.md", "".join(pieces), "a.md")
    for parser in PARSERS:
        if parser.recognises(document):
            check(parser.parse(document))


@settings(max_examples=200, deadline=timedelta(seconds=5))
@given(data=st.binary(max_size=200) | st.text(max_size=50).map(lambda text: text.encode("utf-16")))
def test_bytes(data: bytes) -> None:
    """Any bytes become a text that parses, or are refused as no text."""
    try:
        text = decode(data, "a.txt")
    except SourceError:
        return
    assert "\r" not in text
    check(parse(Document("a.txt", text, "a.txt")))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        "---\ntitle: " + "[" * 5000,
        "> " * 3000 + "1:02 – a\n1:03 – b",
        "<div>" * 5000 + "1:02 – a<br>1:03 – b",
        "<rss>" + "<item>" * 3000,
        "---\ntitle: a\n---\n" + "{% comment %}" * 3000,
        "---\ntitle: a\n---\n" + "{% x " * 9000,
        "- " * 3000 + "1:02 -- a\n- 1:03 -- b",
        "*" * 20000 + "\n1:02 -- a\n1:03 -- b",
        "1:02 -- " + "a " * 20000 + "\n1:03 -- b",
        "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: x\n---\n1:02 -- a",
        "<!-- a -->" * 60 + "1:02 -- a",
        "<!---->" * 60 + "<?x?>" * 60 + "<b>",
        "<p>1:02 – a<br>1:03 – b</p>" + "<a " * 30000,
        "<p>1:02 – a<br>1:03 – b</p>" + '<a x="' * 30000,
        '---\ntitle: "\\ud800"\nguest: "\\x00"\n---\n1:02 -- a',
    ],
    ids=lambda text: text[:12],
)
def test_extremes(text: str) -> None:
    """Deep nesting and long lines end in a result within a moment."""
    check(parse(Document("a.md", text, "a.md")))


FEED = (
    "<rss version='2.0'><channel><title>T</title><item><title>One {0} two</title>"
    "<guid>1</guid><description>Three {0}</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    "reference", ["&#xD800;", "&#55296;", "&#xdfff;", "&#x110000;", f"&#{'9' * 5000};"]
)
def test_references_to_no_character(reference: str) -> None:
    """Half a surrogate pair is no text; what is around it is read."""
    (episode,) = parse(Document("f.xml", FEED.format(reference), "f.xml")).episodes

    assert episode.title == "One \ufffd two"


def test_references_to_characters() -> None:
    """Stay what they are."""
    (episode,) = parse(Document("f.xml", FEED.format("&#233;"), "f.xml")).episodes

    assert episode.title == "One é two"
