"""Every source format against pairs of files: a text, and what must be read from it.

A new case is two files and no code: ``data/<module>/<case>.<any suffix>`` and
``data/<module>/<case>.json``. The JSON holds ``episodes``, ``rejected``, ``warnings`` and
``tag_pages``, each as far as there are any, and may hold the ``path`` under which the text is
parsed. Fields at their default value are left out of an episode.
"""

from __future__ import annotations

import json
import pkgutil
from dataclasses import MISSING, asdict, fields
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import bot.sources
from bot.errors import SourceError, UnderReview
from bot.model import ParsedEpisode
from bot.sources import PARSERS, Document, ParseResult, decode, parse

if TYPE_CHECKING:
    from types import ModuleType

DATA = Path(__file__).parent / "data"
EXPECTED = sorted(DATA.glob("*/*.json"))


def source_of(expected: Path) -> Path:
    """The text that belongs to an expectation."""
    (source,) = (path for path in expected.parent.glob(f"{expected.stem}.*") if path != expected)
    return source


def default(name: str) -> object:
    """The default value of a field of an episode."""
    field = next(field for field in fields(ParsedEpisode) if field.name == name)
    return field.default


def plain(value: Any) -> Any:
    """A value as JSON holds it, without what is empty inside it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if item is not None}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def as_json(result: ParseResult) -> dict[str, Any]:
    """A result in the form of the expectation files."""
    episodes = [
        {
            name: plain(value)
            for name, value in asdict(episode).items()
            if name != "path" and (default(name) is MISSING or value != default(name))
        }
        for episode in result.episodes
    ]
    rejected = [
        {"line": error.line, "reason": error.reason}
        | ({"under_review": True} if isinstance(error, UnderReview) else {})
        for error in result.rejected
    ]
    warnings = [{"line": notice.line, "reason": notice.reason} for notice in result.warnings]
    parts = {
        "episodes": episodes,
        "rejected": rejected,
        "warnings": warnings,
        "tag_pages": [plain(asdict(page)) for page in result.tag_pages],
    }
    return {name: part for name, part in parts.items() if part}


def parsed(source: Path, path: str) -> tuple[Document, ParseResult]:
    """A source file, parsed under a path."""
    document = Document(path, decode(source.read_bytes(), path), Path(path).name)
    return document, parse(document)


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_pair(expected: Path) -> None:
    """A source file yields exactly what its JSON says."""
    wanted = json.loads(expected.read_text(encoding="utf-8"))
    source = source_of(expected)
    path = wanted.pop("path", source.name)
    document, result = parsed(source, path)
    known = next((p.__name__ for p in PARSERS if p.recognises(document)), ".unknown")  # type: ignore[attr-defined]
    assert expected.parent.name == known.rpartition(".")[2]
    assert wanted == as_json(result)


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_everything_names_its_place(expected: Path) -> None:
    """Episodes, errors and warnings carry the path and a line that the text has."""
    document, result = parsed(source_of(expected), f"shelf/{source_of(expected).name}")
    last = document.text.count("\n") + 1
    places = [(episode.path, episode.line) for episode in result.episodes]
    places += [(notice.path, notice.line) for notice in result.warnings]
    places += [(error.path, error.line) for error in result.rejected]
    assert [document.path] * len(places) == [path for path, _ in places]
    assert all(1 <= line <= last for _, line in places)


def parser_modules() -> list[ModuleType]:
    """Every module of the package that has the shape of a parser."""
    names = (module.name for module in pkgutil.iter_modules(bot.sources.__path__))
    modules = [import_module(f"bot.sources.{name}") for name in names]
    return [module for module in modules if hasattr(module, "recognises")]


def test_every_parser_is_listed() -> None:
    """A module with ``recognises`` is in PARSERS, each under a name of its own."""
    assert {module.__name__ for module in parser_modules()} == {
        parser.__name__  # type: ignore[attr-defined]
        for parser in PARSERS
    }
    assert len(PARSERS) == len({parser.NAME for parser in PARSERS})


@pytest.mark.parametrize("module", parser_modules(), ids=lambda module: module.__name__)
def test_every_parser_has_a_pair(module: ModuleType) -> None:
    """Each format is shown by at least one pair of files."""
    assert list((DATA / module.__name__.rpartition(".")[2]).glob("*.json"))


def test_every_source_has_an_expectation() -> None:
    """No text lies in the data folder without its JSON."""
    sources = {path for path in DATA.glob("*/*") if path.suffix != ".json"}
    assert sources == {source_of(expected) for expected in EXPECTED}


def test_errors_are_source_errors() -> None:
    """What is rejected is of the one type that the loader reports."""
    for expected in EXPECTED:
        _, result = parsed(source_of(expected), "x")
        assert all(isinstance(error, SourceError) for error in result.rejected)
