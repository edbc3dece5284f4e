"""show.yml, technologies.yml and thesaurus.yml: what is read, and the line of what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.config import BUNDLED_SEEDS
from bot.errors import SeedError
from bot.model import Category, Concept, Show, Technology
from bot.seedfiles import read_show, read_thesaurus, read_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

SHOW = """\
# A comment first.
id: widgets
title: Widgets
site: https://widgets.example
"""

VOCABULARY = """\
categories:
  - id: database
    name: databases
    aliases: [db, 4]
    parent: null
technologies:
  - id: postgres
    name: PostgreSQL
    aliases:
      - Postgres
    categories: [database]
  - {id: go, name: Go, ambiguous: true, url: "https://go.example"}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file is written."""
    return tmp_path / "file.yml"


def test_a_show_has_defaults(path: Path) -> None:
    """Three keys are enough; a slash after the site is dropped, a mark before the text too."""
    path.write_text("\ufeff" + SHOW.replace("widgets.example", "widgets.example/"), "utf-8")

    assert read_show(path) == Show("widgets", "Widgets", "https://widgets.example")


def test_numbers_are_text_where_text_is_wanted(path: Path) -> None:
    """A show may be called 2600."""
    path.write_text(SHOW.replace("title: Widgets", "title: 2600"), "utf-8")

    assert read_show(path).title == "2600"


@pytest.mark.parametrize(
    "template",
    [
        'permalink: "{site}/e/{slug}.html"',
        'permalink: "{site}/{category}/{slug}"',
        'time_link: "{url}?t={seconds}"',
        'time_link: "{url}#{timestamp}"',
        'audio: "https://cdn.example/{number}-{slug}.mp3"',
    ],
)
def test_templates(path: Path, template: str) -> None:
    """Each key has its own words in braces."""
    path.write_text(SHOW + template, "utf-8")

    key, _, value = template.partition(": ")
    assert getattr(read_show(path), key) == value.strip('"')


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "expected keys with values at the top level"),
        ("- a list", 1, "expected keys with values at the top level"),
        (SHOW.replace("title", "name"), 3, "unknown key 'name'; known are id, title, site"),
        (SHOW.replace("title: Widgets\n", ""), 1, "'title' is missing"),
        (SHOW.replace("Widgets", ""), 3, "'title' is missing"),
        (SHOW.replace("Widgets", '""'), 3, "'title' is missing"),
        (SHOW.replace("Widgets", "yes"), 3, "title: YAML reads this as yes, no or nothing"),
        (SHOW.replace("Widgets", "[a]"), 3, "title: expected one value"),
        (SHOW.replace("Widgets", "{a: b}"), 3, "title: expected one value"),
        (SHOW.replace("https:", "ftp:"), 4, "site must be an http(s) address"),
        (SHOW.replace("https://", "https://["), 4, "site must be an http(s) address"),
        (SHOW + "\npermalink: '{url}'", 6, "permalink: bad template '{url}'; it may use {site}"),
        (SHOW + "time_link: '{url}#{second}'", 5, "it may use {url}, {timestamp}, {seconds}"),
        (SHOW + "time_link: '{url'", 5, "time_link: bad template"),
        (SHOW + "time_link: '{}'", 5, "time_link: bad template"),
        (SHOW + "audio: '{slug.mp3}'", 5, "audio: bad template"),
        (SHOW + "audio: '{number:03d}'", 5, "audio: bad template"),
        (SHOW + "audio: '{slug[a]}'", 5, "audio: bad template"),
        (SHOW + "audio: [", 6, "not valid YAML"),
        (SHOW + "\n  bad: indent\n", 6, "not valid YAML"),
        (SHOW + "audio: 2024-02-30", 1, "not valid YAML"),
    ],
)
def test_what_is_wrong_in_a_show(path: Path, text: str, line: int, reason: str) -> None:
    """Named with the line it stands at and what is expected."""
    path.write_text(text, "utf-8")

    with pytest.raises(SeedError) as caught:
        read_show(path)

    error = caught.value
    assert (error.path, error.line) == (str(path), line)
    assert reason in error.reason
    assert str(error) == f"{path}:{line}: {error.reason}"


def test_a_missing_file(path: Path) -> None:
    """It says so."""
    with pytest.raises(SeedError, match=r"file\.yml:1: there is no such file"):
        read_show(path)


def test_a_folder_in_its_place(path: Path) -> None:
    """It cannot be read, and says why."""
    path.mkdir()

    with pytest.raises(SeedError, match="it cannot be read"):
        read_show(path)


def test_another_encoding(path: Path) -> None:
    """Named with the line of the first byte that is wrong."""
    path.write_bytes(SHOW.encode() + "audio: Ä".encode("latin-1"))

    with pytest.raises(SeedError, match=r"file\.yml:5: it is not UTF-8 text; save it as UTF-8"):
        read_show(path)


def test_bytes_that_no_yaml_holds(path: Path) -> None:
    """An error without a place is put at the first line."""
    path.write_bytes(b"a: \x01")

    with pytest.raises(SeedError, match=r"file\.yml:1: not valid YAML"):
        read_show(path)


def test_a_vocabulary(path: Path) -> None:
    """Lists become tuples, what is missing has its default."""
    path.write_text(VOCABULARY, "utf-8")

    technologies, categories = read_vocabulary(path)

    assert technologies == [
        Technology("postgres", "PostgreSQL", ("Postgres",), ("database",)),
        Technology("go", "Go", url="https://go.example", ambiguous=True),
    ]
    assert categories == [Category("database", "databases", ("db", "4"))]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("technologies: []", 1, "expected a list under 'categories'"),
        (VOCABULARY.replace("technologies:", "technologies: 1\nx:"), 6, "under 'technologies'"),
        (VOCABULARY.replace("[database]", "[queue]"), 11, "postgres: unknown category 'queue'"),
        (VOCABULARY.replace("null", "storage"), 5, "database: unknown parent 'storage'"),
        (VOCABULARY + "  - id: postgres\n    name: Pg\n", 13, "'postgres' is listed twice"),
        (VOCABULARY + "  - id: database\n    name: x\n    parnet: y\n", 15, "'parnet'; known are"),
        (VOCABULARY + "  - id: x\n", 13, "technologies, entry 3: 'name' is missing"),
        (VOCABULARY + "  - text\n", 13, "technologies, entry 3: expected keys with values"),
        (VOCABULARY.replace("- Postgres", "- no"), 9, "aliases: YAML reads this as yes, no"),
        (VOCABULARY.replace("[db, 4]", "db"), 4, "entry 1: aliases: expected a list, as in"),
        (VOCABULARY.replace("ambiguous: true", "ambiguous: maybe"), 12, "expected true or false"),
        (VOCABULARY.replace("id: go", "id: no"), 12, "id: YAML reads this as yes, no or nothing"),
    ],
)
def test_what_is_wrong_in_a_vocabulary(path: Path, text: str, line: int, reason: str) -> None:
    """Named with the line of the entry, or of the key in it."""
    path.write_text(text, "utf-8")

    with pytest.raises(SeedError) as caught:
        read_vocabulary(path)

    assert caught.value.line == line
    assert reason in caught.value.reason


def test_a_thesaurus(path: Path) -> None:
    """A file that need not be there."""
    assert read_thesaurus(path) == []
    path.write_text("concepts:\n  - {id: q, terms: [queue, 1], weak: [job], see: [r]}\n", "utf-8")

    assert read_thesaurus(path) == [Concept("q", ("queue", "1"), ("job",), ("r",))]


def test_a_concept_listed_twice(path: Path) -> None:
    """At the second place."""
    path.write_text("concepts:\n  - {id: q, terms: [a]}\n\n  - {id: q, terms: [b]}\n", "utf-8")

    with pytest.raises(SeedError, match=r"file\.yml:4: 'q' is listed twice under 'concepts'"):
        read_thesaurus(path)


def test_a_set_of_words_that_begins_like_another(path: Path) -> None:
    """Named with the line of the second, which has no keys."""
    path.write_text("concepts: []\neveryday:\n  - [pic, photo]\n  - [pic, image]\n", "utf-8")

    with pytest.raises(SeedError, match=r"file\.yml:4: 'pic' is listed twice under 'everyday'"):
        read_thesaurus(path)


def test_the_bundled_files() -> None:
    """All three read without complaint."""
    technologies, categories = read_vocabulary(BUNDLED_SEEDS / "technologies.yml")

    assert len(technologies) >= 400
    assert len(categories) >= 20
    assert read_thesaurus(BUNDLED_SEEDS / "thesaurus.yml")
    assert read_show(BUNDLED_SEEDS / "show.yml").id == "runninginproduction"
