"""The parts of the parsers, where a pair of files would hide what is shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml

from bot.errors import SourceError
from bot.model import ParsedEpisode, Topic
from bot.sources import Document, parse
from bot.sources.blocks import bare_links, heading_id
from bot.sources.front_matter import FileName, read_file_name
from bot.sources.hypertext import html_blocks, html_page
from bot.sources.liquid import resolve
from bot.sources.markdown import markdown_inline
from bot.sources.notes import Notes, late_topics
from bot.sources.people import guests_of, headline_of
from bot.sources.post import read_post
from bot.sources.sections import section_of
from bot.sources.topics import read_line
from bot.sources.values import parse_date, parse_duration

if TYPE_CHECKING:
    from bot.sources.post import Yaml


def episode(text: str, path: str = "a.md") -> ParsedEpisode:
    """The one episode of a text."""
    (found,) = parse(Document(path, text, path.rpartition("/")[2])).episodes
    return found


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("38:43 -- Terraform", (2323, "Terraform")),
        ("- 1:04-22 – Alarms", (3862, "Alarms")),
        ("1:19.27 — Support", (4767, "Support")),
        ("* 0:00 | Start", (0, "Start")),
        ("120:30 - Long show", (7230, "Long show")),
        ("4:07 - 12 factor apps", (247, "12 factor apps")),
        ("(1:02:03) in brackets", (3723, "in brackets")),
        ("[ 12:30 – 14:00 ] Both ends", (750, "Both ends")),
        ("12:30 to 14:00 - Both ends", (750, "Both ends")),
        ("5:00: Colon", (300, "Colon")),
        ("5:00 Привет", (300, "Привет")),
        ("5:00 – 2020", (300, "2020")),
        ("0:00 / 0:00", None),
        ("5:00 PM is late", None),
        ("16:9 is a shape", None),
        ("3:16 says", None),
        ("16:9 Wide", None),
        ("38-43 -- No colon", None),
        ("12.5 -- Version", None),
        ("2019-12-14 -- A day", None),
        ("text 12:30 -- text", None),
        ("12:30:", None),
        ("", None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_topic_lines(line: str, topic: tuple[int, str] | None) -> None:
    """A line is a topic when it starts with a time and goes on with one."""
    assert read_line(line) == topic


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("38-43 -- No colon", (2323, "No colon")),
        ("5:00 lower case", (300, "lower case")),
        ("5:00 o'clock tea", None),
        ("5:00 in the morning", None),
        ("5:00 am tea", None),
    ],
)
def test_announced_topic_lines(line: str, topic: tuple[int, str] | None) -> None:
    """Under a topics heading more is taken for a time, but no time of day."""
    assert read_line(line, listed=True) == topic


@pytest.mark.parametrize(
    "line", ["12:99 -- x", "1:60:00 -- x", "1:04:2 – x", "1:2 - x", "12:345 -- x", "12:30 --"]
)
def test_malformed_topic_lines(line: str) -> None:
    """The shape of a topic without a proper time, or without a topic, is an error."""
    with pytest.raises(ValueError, match="time"):
        read_line(line)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Dec 05, 2019", date(2019, 12, 5)),
        ("Sept. 5th, 2019", date(2019, 9, 5)),
        ("5 December 2019", date(2019, 12, 5)),
        ("2019/12/5", date(2019, 12, 5)),
        ("2019-12-05 10:00:00 +0100", date(2019, 12, 5)),
        ("Thu, 05 Dec 2019 23:00:00 -0500", date(2019, 12, 5)),
        ("Feb 30, 2020", None),
        ("Mon, 31 Feb 2020 10:00:00 +0000", None),
        ("0000-01-01", None),
        ("May", None),
        ("", None),
    ],
)
def test_dates(typed: str, day: date | None) -> None:
    """Days are read as pages and feeds write them, in the sender's own zone."""
    assert parse_date(typed) == day


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("1:10:20", 4220),
        ("50:55", 3055),
        ("4220", 4220),
        ("4220.7", 4220),
        ("46min", 2760),
        ("1h 24min", 5040),
        ("2h", 7200),
        ("1 hour 5 minutes 3 seconds", 3903),
        ("PT1H2M3S", 3723),
        ("0:00", None),
        ("0", None),
        ("48884506", None),
        ("", None),
    ],
)
def test_durations(typed: str, seconds: int | None) -> None:
    """Lengths are seconds, whatever they were typed as; nothing is no length."""
    assert parse_duration(typed) == seconds


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("_posts/2021-05-17-83-song.md", FileName(date(2021, 5, 17), 83, "83-song")),
        ("2021-05-17-song.markdown", FileName(date(2021, 5, 17), None, "song")),
        ("2021-13-45-song.md", FileName(None, None, "song")),
        ("C:\\site\\83-song.md", FileName(None, 83, "83-song")),
        ("2021-05-17-83-song.txt", FileName(date(2021, 5, 17), 83, "83-song")),
        ("000_3cc.txt", FileName()),
        ("https://x.test/feed", FileName()),
        ("", FileName()),
    ],
)
def test_file_names(path: str, name: FileName) -> None:
    """Date, number and slug are in the name of a post, and in no other name."""
    assert read_file_name(path) == name


@pytest.mark.parametrize(
    ("path", "field", "category"),
    [
        ("a.md", "", "podcast"),
        ("_posts/interviews/a.md", "", "interviews"),
        ("_posts/interviews/a.md", "category: Podcast\n", "podcast"),
        ("a.md", "category: essays\n", "essays"),
        ("a.md", "layout: article\n", "articles"),
        ("a.md", "categories: [a]\n", "podcast"),
    ],
)
def test_category(path: str, field: str, category: str) -> None:
    """The category is stated, or is the folder's, or that of a podcast."""
    assert episode(f"---\ntitle: A\n{field}---\n1:02 -- b", path).category == category


def test_guest_keys() -> None:
    """Guests are numbered or listed, each with site and handle, and each once."""
    text = (
        "---\ntitle: A\nguest: Ada\nguest_2: Bo\nguest_2_website: bo.example\n"
        "guest_twitter_2: '@bo'\nguest3_name: Cy\nguest_4: ''\n"
        "guests: [ada, {name: Di, website: https://di.example}, [x], '', {name: [x]}]\n---\n"
    )
    found = [(guest.name, guest.website, guest.twitter) for guest in episode(text).guests]
    assert found == [
        ("Ada", None, None),
        ("Bo", "https://bo.example", "bo"),
        ("Cy", None, None),
        ("Di", "https://di.example", None),
    ]


def fields(text: str) -> dict[str, Yaml]:
    """The front matter of a text."""
    return read_post(Document("a.md", text, "a.md")).fields


def test_values_are_text() -> None:
    """YAML's own ideas about times, booleans and numbers never touch a value."""
    text = "---\na: 1:10:20\nb: no\nc: 007\nd:\ne: 2020-01-01\n---\n"
    assert fields(text) == {"a": "1:10:20", "b": "no", "c": "007", "d": "", "e": "2020-01-01"}


@pytest.mark.parametrize(
    "value",
    ["Ada talks: mills", "Ada\n  talks about: mills", "mills # 9"],
    ids=["first line", "second line", "hash"],
)
def test_folded_text_with_a_colon(value: str) -> None:
    """A colon in text under its key is text, as the author meant it."""
    found = episode(f"---\ntitle: A\ndescription:\n  {value}\n---\n").description
    assert found == value.replace("\n  ", " ")


@pytest.mark.parametrize(
    ("permalink", "slug"),
    [
        ("/podcast/7-mills.html", "7-mills"),
        ("https://x.test/podcast/7-mills/?a=b", "7-mills"),
        ("/:categories/:title/", "9-stones"),
        ("/", "9-stones"),
    ],
)
def test_a_permalink_names_the_slug(permalink: str, slug: str) -> None:
    """Unless it is a template of the site's, which the file name fills."""
    text = f"---\ntitle: A\npermalink: {permalink}\n---\n"

    assert slug == episode(text, "_posts/2021-05-17-9-stones.md").slug


def test_folded_text_in_quotes() -> None:
    """Quoted text under its key stays YAML's."""
    assert episode('---\ntitle:\n  "A: b"\n---\n').title == "A: b"


@pytest.mark.parametrize(
    "source", ["a: \x01", "a: " + "[" * 20000, "a: *b", "? [a]\n: b"], ids=lambda s: s[:8]
)
def test_odd_yaml(source: str) -> None:
    """YAML that no loader takes is an error at a line, whatever the loader raised."""
    with pytest.raises(SourceError, match=r"^a\.md:\d+: the front matter is not valid YAML"):
        fields(f"---\ntitle: x\n{source}\n---\n")


def test_yaml_error_without_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A YAML error that knows no line is reported at the first one."""

    def fail(*_: object, **__: object) -> None:
        raise yaml.MarkedYAMLError(problem="odd")

    monkeypatch.setattr(yaml, "load", fail)
    with pytest.raises(SourceError, match=r"^a\.md:2: .*\(odd\)"):
        fields("---\ntitle: x\n---\n")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("{{ page.guest }}", "Ada"),
        ("{{page.guest}}", "Ada"),
        ("{{- page.guest -}}", "Ada"),
        ("{{ page.guest | upcase }}", "Ada"),
        ("{{ guest.page_twitter }}", "ada_l"),
        ("{{ 'text' }}", "text"),
        ("{{ site.url }}/x", "/x"),
        ("{% image a.jpg\n%}x", "\nx"),
        ("[{{ page.guest\n}}]", "[\nAda]"),
        ("{{ page.guest\n}} too", "Ada\n too"),
        ("a{% comment %}b", "ab"),
        ("{% comment %}{% x", "{% x"),
        ("a{% comment %}b\nc{% endcomment %}d", "a\nd"),
        ("[x](y){:target='_blank'}", "[x](y)"),
        ("100 % {sure} {{}}", "100 % {sure} "),
    ],
)
def test_liquid(text: str, result: str) -> None:
    """Variables become front matter, tags vanish, line breaks stay."""
    assert resolve(text, {"guest": "Ada", "guest_twitter": "ada_l"}) == result


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("*a* _b_ **c** `d`", "a b c d"),
        ("snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4"),
        ("[a](https://x.test) <https://y.test/%20>", "a https://y.test/%20"),
        ("![alt](x.png)after", "after"),
        ("a <b>c</b><br/>d <video> e<!-- f -->", "a c d <video> e"),
        ("R&amp;D &#39;x&#39; \\*y\\*", "R&D 'x' *y*"),
        ("[javascript](javascript:x)", "[javascript](javascript:x)"),
    ],
)
def test_markdown_inline(source: str, text: str) -> None:
    """Markdown becomes the words a reader sees."""
    assert markdown_inline(source) == text


def test_heading_ids() -> None:
    """Heading ids are those of GitHub and Jekyll, accents and repeats included."""
    taken: set[str] = set()
    names = ["Über uns?", "A & B", "A & B", "A & B", "under_score"]
    ids = ["über-uns", "a--b", "a--b-1", "a--b-2", "under_score"]
    assert [heading_id(name, taken) for name in names] == ids


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("http://a.test/x_(y).", ["http://a.test/x_(y)"]),
        ("(see http://a.test/x)", ["http://a.test/x"]),
        ("[http://a.test/[x]]", ["http://a.test/[x]"]),
        ("'http://a.test'!", ["http://a.test"]),
        ("ftp://a.test and a.test", []),
    ],
)
def test_bare_links(text: str, urls: list[str]) -> None:
    """An address ends where the sentence around it goes on."""
    assert [url for url, _ in bare_links(text)] == urls


def test_html_places() -> None:
    """A block knows the line it starts in, below declarations and comments too."""
    source = "<!DOCTYPE html>\n<!-- a\nb -->\n<![x]>\n<p>\n\none\n</p><div>two<h3>three</h3>"
    found = [(block.text, block.line) for block in html_blocks(source, 11)]
    assert found == [("one", 17), ("two", 18), ("three", 18)]


def test_html_head() -> None:
    """The head gives title, address and day, as far as they are proper ones."""
    page = html_page(
        "<title>A</title><meta name=date content=someday><meta property=og:url content=/x>"
        "<meta content=y><link rel=stylesheet href=z><a name=b>c</a></nav></a>"
    )
    assert page.facts == {"title": "A"}
    assert [block.text for block in page.blocks] == ["c"]


@pytest.mark.parametrize(
    ("introduction", "names"),
    [
        ("In this episode of The Mill, Ada Lund goes over it.", ["Ada Lund"]),
        ("In this episode, Ada Lund & Bo de la Cruz talk.", ["Ada Lund", "Bo de la Cruz"]),
        ('In this episode of X, Ada "Al" O’Dea-Smith says.', ['Ada "Al" O’Dea-Smith']),
        ("We talk with Émile Zola about mills.", ["Émile Zola"]),
        ("I'm joined by Ada Lund and Bo Vik today.", ["Ada Lund", "Bo Vik"]),
        ("In this episode of X, we look back.", []),
        ("Working with Amazon Web Services.", []),
        (None, []),
    ],
)
def test_guests_of(introduction: str | None, names: list[str]) -> None:
    """Guests are named where an introduction presents them, and nowhere else."""
    assert [guest.name for guest in guests_of(introduction)] == names


def test_headlines() -> None:
    """A headline is the first sentence, cut between words when it is long."""
    long = headline_of("In this episode, " + "word " * 60 + ".")
    assert long is not None
    assert len(long) <= 122
    assert long.endswith("word …")
    assert headline_of("no end") is None
    assert headline_of("Runs on mill.test, v1.2! Yes.") == "Runs on mill.test, v1.2"


def test_sections() -> None:
    """A long line is no heading, however it ends."""
    assert section_of("x" * 70) is None
    assert section_of("üìÑ References") == "reference"


def test_late_topics_without_a_duration() -> None:
    """Without a length nothing is late."""
    assert late_topics(Notes(topics=(Topic(5, "a"),), lines=(1,)), None, "a") == ()


@pytest.mark.parametrize(
    "text",
    [
        "One Title\n\nShort.",
        "A title that ends as a sentence.\n\nOne\n\n" + "word " * 60 + "\n\nTwo\n\n" + "word " * 60,
        "Title of It\n\nOne\n\n" + "word " * 60,
    ],
    ids=["short", "no title", "one heading"],
)
def test_no_article(text: str) -> None:
    """A text without title, headings or prose is not taken for an article."""
    assert not parse(Document("a.txt", text, "a.txt")).episodes


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("x" * 40, True),
        ("x" * 41, False),
        ("Ruby on Rails 6", True),
        ("Ruby on Rails is used", False),
    ],
)
def test_names_of_a_tech_stack_are_short(line: str, name: bool) -> None:  # noqa: FBT001 - a table's column
    """A sentence there is prose, which can be cited."""
    found = episode(f"---\ntitle: A\n---\n\n## Tech Stack\n\n- {line}\n")

    assert ((line,) if name else ()) == found.tags
    assert (() if name else (line,)) == tuple(topic.text for topic in found.topics)


WORDS = "one two three four five six seven eight nine ten"
PROSE = "Mills grind grain and have done so for a very long time indeed. " * 5


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("The Second Stone", True),
        (WORDS, True),
        (f"{WORDS} eleven", False),
        (f"{'x' * 34} {'y' * 35}", True),
        (f"{'x' * 34} {'y' * 36}", False),
        ("It ends here.", False),
        ("It goes on,", False),
        ("- an item", False),
        ("• an item", False),
        ("Two lines\nof text", False),
        ("Published: 2021-05-17", False),
    ],
)
def test_headings_that_lost_their_markup(line: str, heading: bool) -> None:  # noqa: FBT001 - a table's column
    """Short lines on their own, of at most ten words and 70 characters, that end no sentence."""
    paragraphs = (
        "How We Mill",
        PROSE,
        "The First Stone",
        PROSE,
        line,
        PROSE,
        "The Last",
        PROSE,
    )

    (article,) = parse(Document("a.txt", "\n\n".join(paragraphs), "a.txt")).episodes

    assert "article" == article.format
    assert ["The First Stone", *([line] if heading else ()), "The Last"] == list(
        dict.fromkeys(topic.heading for topic in article.topics)
    )
