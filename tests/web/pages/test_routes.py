"""The pages as a browser gets them: escaped, linked, whole without a script."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from flask import Flask

from bot.ask import Asker
from bot.store import MEMORY, Store
from bot.web.pages import blueprint
from bot.web.pages.routes import length

if TYPE_CHECKING:
    from flask.testing import FlaskClient

PAGES = [
    "/episodes",
    "/episodes?q=ada",
    "/episodes?q=zzz",
    "/episode/1-acme-makes-anvils",
    "/episode/dial-answers-phones",
    "/technologies",
    "/technologies?category=database",
    "/technologies?q=post",
    "/technologies?q=zzz",
    "/technologies/postgres",
    "/technologies/ansible",
]
VOID = frozenset({"meta", "link", "img", "input", "rect", "line"})


class Outline(HTMLParser):
    """Elements of a page, and whether they are closed in the order they were opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element without content."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """See that it is the one opened last."""
        assert self.open.pop() == tag

    def all(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [attrs[name] for _, attrs in self.elements if name in attrs]


@pytest.fixture(params=PAGES)
def html(request: pytest.FixtureRequest, client: FlaskClient) -> str:
    """Each page in turn."""
    reply = client.get(request.param)
    assert (reply.status_code, reply.mimetype) == (200, "text/html")
    return reply.text


def test_a_page_is_well_formed(html: str) -> None:
    """Every element is closed, every id is unique, and what is referred to is there."""
    page = Outline(html)
    ids = page.all("id")

    assert len(ids) == len(set(ids))
    referred = [name for value in page.all("aria-labelledby") for name in value.split()]
    assert set(referred) <= set(ids)
    assert "h1" in dict(page.elements)


def test_a_page_obeys_its_policy(html: str) -> None:
    """No style or script inside, no handler, nothing fetched from elsewhere but the recording."""
    page = Outline(html)
    loaded = [attrs["src"] for tag, attrs in page.elements if "src" in attrs and tag != "audio"]
    styles = [attrs["href"] for tag, attrs in page.elements if tag == "link"]

    assert page.all("style") == []
    assert [name for _, attrs in page.elements for name in attrs if name.startswith("on")] == []
    assert "style" not in dict(page.elements)
    assert re.findall(r"<script(?![^>]* src=)[^>]*>", html) == []
    assert [address for address in loaded + styles if not address.startswith("/static/")] == []


def test_headings_skip_no_level(html: str) -> None:
    """A screen reader's outline has no holes."""
    levels = [int(tag[1]) for tag, _ in Outline(html).elements if re.fullmatch(r"h\d", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_links_lead_somewhere(html: str, client: FlaskClient) -> None:
    """Every link within answers; the channel itself is another's."""
    links = [attrs["href"] for tag, attrs in Outline(html).elements if tag == "a"]
    within = {link for link in links if link.startswith(("/episode", "/technologies"))}

    assert within
    assert [link for link in within if client.get(link).status_code != 200] == []


def test_a_chart_has_a_name_and_a_table(client: FlaskClient) -> None:
    """What is drawn can be heard, and read as numbers."""
    html = client.get("/technologies/postgres").text

    assert '<svg viewBox="0 0 320 150" role="img" aria-labelledby="year-t year-d">' in html
    assert '<title id="year-t">PostgreSQL over the years</title>' in html
    assert "2023: 1 of 1; 2024: 2 of 3" in html
    assert '<th scope="row">PostgreSQL</th><td>1 of 1' in html


def test_a_time_plays_here_or_leads_to_the_show(client: FlaskClient) -> None:
    """With a recording the script knows the second; without one there is only the link."""
    played = client.get("/episode/1-acme-makes-anvils").text
    written = client.get("/episode/dial-answers-phones").text

    assert (
        'href="https://widgets.example/podcast/1-acme-makes-anvils#1:02" data-start="62"' in played
    )
    assert 'src="https://cdn.example/1-acme-makes-anvils.mp3"' in played
    assert "/static/player.js" in played
    assert "data-start" not in written
    assert "<audio" not in written
    assert "/static/player.js" not in written


def test_what_a_show_says_is_escaped(client: FlaskClient) -> None:
    """Its words are text, and only addresses of the web are links."""
    acme = client.get("/episode/1-acme-makes-anvils").text
    bolt = client.get("/episode/2-bolt-sells-screws").text

    assert "<b>forges" not in acme
    assert "forges &amp; sells" in acme
    assert '<a href="https://ada.example" rel="noreferrer">Ada Example</a>' in acme
    assert "javascript:" not in bolt
    assert "Bob Example" in bolt


@pytest.mark.parametrize("typed", ['"><script>alert(1)</script>', "{{ 7 * 7 }}", "x" * 5000])
def test_what_is_typed_is_escaped(client: FlaskClient, typed: str) -> None:
    """It stands in the field again, as text, and no longer than a name can be."""
    html = client.get("/technologies", query_string={"q": typed, "category": typed}).text

    assert "<script>alert" not in html
    assert "49" not in html.partition("called “")[2].partition("”")[0]
    assert len(html) < 60_000
    Outline(html)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/episode/9-nobody", "No such episode here"),
        ("/technologies/cobol", "No such technology here"),
        ("/technologies/..%2f..%2fetc", "No such technology here"),
    ],
)
def test_what_is_not_there_is_said_so(client: FlaskClient, path: str, words: str) -> None:
    """As a page, with a way on."""
    reply = client.get(path)

    assert (reply.status_code, words in reply.text) == (404, True)
    assert 'href="/technologies"' in reply.text


def test_asking_goes_to_the_channel(client: FlaskClient) -> None:
    """With the question typed already."""
    assert "/?ask=what+does+Acme+run+on" in client.get("/episode/1-acme-makes-anvils").text
    assert "/?ask=who+uses+PostgreSQL%3F" in client.get("/technologies/postgres").text


def test_an_empty_catalogue_says_how_to_fill_it() -> None:
    """Instead of charts of nothing."""
    from datetime import date

    with Store.open(MEMORY) as store:
        app = Flask("bot.web")
        app.register_blueprint(blueprint(lambda: Asker(store, date(2024, 1, 1))))
        told = [app.test_client().get(path).text for path in ("/technologies", "/episodes")]

    assert [True, True] == ["playhead load" in html for html in told]
    assert "<svg" not in told[0]


def test_a_moment_counts_as_a_minute_at_least() -> None:
    """Nobody reads "0 min"."""
    assert length(20) == "under a minute"
