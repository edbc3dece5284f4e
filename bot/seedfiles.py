"""The YAML files beside the episodes: show.yml, technologies.yml, thesaurus.yml.

Whoever loads another podcast writes these by hand, so every error names the file, the line and
what is expected there.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from bot.errors import SeedError
from bot.model import Category, Concept, Show, Technology

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

# The C loader reads the vocabulary ten times faster; the pure one gives the same result.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SITE = re.compile(r"https?://[^\s{}]+$")


def read_show(path: Path) -> Show:
    """The show that a ``show.yml`` describes.

    Raises:
        SeedError: A key is missing, unknown or wrong.
    """
    data = _mapping(path)
    show = _build(Show, data, path, 1)
    if not _SITE.match(show.site):
        raise SeedError(str(path), 1, f"site must be an http(s) address, not {show.site!r}")
    for key in ("permalink", "time_link", "audio"):
        _check_template(path, key, getattr(show, key))
    return Show(
        **{**{f.name: getattr(show, f.name) for f in fields(show)}, "site": show.site.rstrip("/")}
    )


def _check_template(path: Path, key: str, template: str | None) -> None:
    known = {
        "site": "",
        "category": "",
        "slug": "",
        "url": "",
        "timestamp": "",
        "seconds": 0,
        "number": 0,
    }
    if template is None:
        return
    try:
        template.format(**known)
    except (KeyError, ValueError, IndexError) as error:
        names = ", ".join("{" + name + "}" for name in known)
        raise SeedError(
            str(path), 1, f"{key}: bad template {template!r}; it may use {names}"
        ) from error


def read_vocabulary(path: Path) -> tuple[list[Technology], list[Category]]:
    """Technologies and categories of a ``technologies.yml``.

    Raises:
        SeedError: An entry is malformed, repeats an id, or names an unknown category.
    """
    data = _mapping(path)
    categories = [
        _build(Category, entry, path, number, "categories")
        for number, entry in enumerate(_list(data, "categories", path), 1)
    ]
    technologies = [
        _build(Technology, entry, path, number, "technologies")
        for number, entry in enumerate(_list(data, "technologies", path), 1)
    ]
    _unique([c.id for c in categories], "category", path)
    _unique([t.id for t in technologies], "technology", path)
    known = {category.id for category in categories}
    for tech in technologies:
        for category in tech.categories:
            if category not in known:
                raise SeedError(
                    str(path), _line_of(path, tech.id), f"{tech.id}: unknown category {category!r}"
                )
    for category in categories:
        if category.parent is not None and category.parent not in known:
            raise SeedError(
                str(path),
                _line_of(path, category.id),
                f"{category.id}: unknown parent {category.parent!r}",
            )
    return technologies, categories


def read_thesaurus(path: Path) -> list[Concept]:
    """Concepts of a ``thesaurus.yml``; none when there is no such file."""
    if not path.exists():
        return []
    concepts = [
        _build(Concept, entry, path, number, "concepts")
        for number, entry in enumerate(_list(_mapping(path), "concepts", path), 1)
    ]
    _unique([concept.id for concept in concepts], "concept", path)
    return concepts


def _mapping(path: Path) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except FileNotFoundError as error:
        raise SeedError(str(path), 1, "there is no such file") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise SeedError(
            str(path), mark.line + 1 if mark else 1, f"not valid YAML: {problem}"
        ) from error
    if not isinstance(data, dict):
        raise SeedError(str(path), 1, "expected keys with values at the top level")
    return data


def _list(data: dict[str, Any], key: str, path: Path) -> list[Any]:
    value = data.get(key)
    if not isinstance(value, list):
        raise SeedError(str(path), 1, f"expected a list under {key!r}")
    return value


def _build(kind: Callable[..., T], entry: object, path: Path, number: int, where: str = "") -> T:
    """A dataclass from a mapping; lists become tuples, numbers text where text is wanted."""
    place = f"{where}, entry {number}: " if where else ""
    if not isinstance(entry, dict):
        raise SeedError(str(path), 1, f"{place}expected keys with values")
    allowed = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(map(str, entry)) - set(allowed))
    missing = [n for n, f in allowed.items() if f.default is MISSING and entry.get(n) is None]
    if unknown or missing:
        line = _line_of(path, str(entry.get("id", ""))) if where else 1
    if unknown:
        raise SeedError(
            str(path), line, f"{place}unknown key {unknown[0]!r}; known are {', '.join(allowed)}"
        )
    if missing:
        raise SeedError(str(path), line, f"{place}{missing[0]!r} is missing")
    return kind(**{key: _plain(value) for key, value in entry.items() if value is not None})


def _plain(value: object) -> object:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return value if isinstance(value, bool) else str(value)


def _unique(ids: list[str], what: str, path: Path) -> None:
    seen: set[str] = set()
    for ident in ids:
        if ident in seen:
            raise SeedError(
                str(path), _line_of(path, ident), f"the {what} {ident!r} is listed twice"
            )
        seen.add(ident)


def _line_of(path: Path, ident: str) -> int:
    """The last line that defines an id, for error messages."""
    pattern = re.compile(rf"^\s*(?:- )?id:\s*[\"']?{re.escape(ident)}[\"']?\s*(?:#.*)?$")
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n in range(len(lines), 0, -1) if pattern.match(lines[n - 1])), 1)
