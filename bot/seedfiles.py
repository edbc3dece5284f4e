"""The YAML files beside the episodes: show.yml, technologies.yml, thesaurus.yml.

Whoever loads another podcast writes these by hand, so every error names the file, the line and
what is expected there.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from bot.addresses import is_web_address
from bot.errors import SeedError
from bot.model import EVERYDAY, Category, Concept, Show, Technology

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

T = TypeVar("T")

# The C loader reads the vocabulary ten times faster; the pure one gives the same result.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_SITE = re.compile(r"[\s{}]")
# What each template of a show is filled with, as of an episode that has nothing but a title.
_TEMPLATES: dict[str, dict[str, object]] = {
    "permalink": {"site": "", "category": "", "slug": ""},
    "time_link": {"url": "", "timestamp": "", "seconds": 0},
    "audio": {"slug": "", "number": ""},
}


def read_show(path: Path) -> Show:
    """The show that a ``show.yml`` describes.

    Raises:
        SeedError: A key is missing, unknown or wrong.
    """
    file = _File.read(path)
    show = file.build(Show)
    if _NO_SITE.search(show.site) or not is_web_address(show.site):
        raise file.error(f"site must be an http(s) address, not {show.site!r}", "site")
    for key, known in _TEMPLATES.items():
        template = getattr(show, key)
        try:
            (template or "").format(**known)
        except (KeyError, ValueError, IndexError, AttributeError, TypeError) as error:
            names = ", ".join("{" + name + "}" for name in known)
            reason = f"{key}: bad template {template!r}; it may use {names}"
            raise file.error(reason, key) from error
    return replace(show, site=show.site.rstrip("/"))


def read_vocabulary(path: Path) -> tuple[list[Technology], list[Category]]:
    """Technologies and categories of a ``technologies.yml``.

    Raises:
        SeedError: An entry is malformed, repeats an id, or names an unknown category.
    """
    file = _File.read(path)
    categories = file.entries("categories", Category)
    technologies = file.entries("technologies", Technology)
    file.check_unique("categories", [category.id for category in categories])
    file.check_unique("technologies", [technology.id for technology in technologies])
    known = {category.id for category in categories}
    for index, category in enumerate(categories):
        if category.parent is not None and category.parent not in known:
            reason = f"{category.id}: unknown parent {category.parent!r}"
            raise file.error(reason, "categories", index, "parent")
    for index, technology in enumerate(technologies):
        for name in technology.categories:
            if name not in known:
                reason = f"{technology.id}: unknown category {name!r}"
                raise file.error(reason, "technologies", index, "categories")
    return technologies, categories


def read_thesaurus(path: Path) -> list[Concept]:
    """Concepts of a ``thesaurus.yml``; none when there is no such file.

    Raises:
        SeedError: An entry is malformed or repeats an id.
    """
    if not path.exists():
        return []
    file = _File.read(path)
    concepts = file.entries("concepts", Concept)
    file.check_unique("concepts", [concept.id for concept in concepts])
    return [*concepts, *file.word_sets("everyday")]


@dataclass(frozen=True, slots=True)
class _File:
    """A YAML file with its contents, and the lines they stand at for errors."""

    path: Path
    text: str
    data: dict[Any, Any]

    @classmethod
    def read(cls, path: Path) -> _File:
        """Open and parse a file with keys and values."""
        try:
            text = path.read_text(encoding="utf-8-sig")
            data = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
        except FileNotFoundError as error:
            raise SeedError(str(path), 1, "there is no such file") from error
        except OSError as error:
            raise SeedError(str(path), 1, f"it cannot be read ({error.strerror})") from error
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise SeedError(str(path), line, "it is not UTF-8 text; save it as UTF-8") from error
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or "it cannot be read"
            line = mark.line + 1 if mark else 1
            raise SeedError(str(path), line, f"not valid YAML: {problem}") from error
        except ValueError as error:
            # A date that is none, such as 2024-02-30.
            raise SeedError(str(path), 1, f"not valid YAML: {error}") from error
        if not isinstance(data, dict):
            raise SeedError(str(path), 1, "expected keys with values at the top level")
        return cls(path, text, data)

    def error(self, reason: str, *place: str | int) -> SeedError:
        """An error at the line of what the keys and positions lead to, as far as they lead."""
        node = yaml.compose(self.text, Loader=_Loader)
        line = 1
        for step in place:
            found = _inside(node, step)
            if found is None:
                break
            line, node = found
        return SeedError(str(self.path), line, reason)

    def entries(self, key: str, kind: Callable[..., T]) -> list[T]:
        """The list under a key, each item built."""
        value = self.data.get(key)
        if not isinstance(value, list):
            raise self.error(f"expected a list under {key!r}", key)
        return [self.build(kind, key, index) for index in range(len(value))]

    def word_sets(self, key: str) -> list[Concept]:
        """The list of lists of words under a key, if there is one."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            raise self.error(f"expected a list under {key!r}", key)
        for number, words in enumerate(value):
            if not isinstance(words, list) or len(words) < 2:
                raise self.error(f"{key}, entry {number + 1}: expected several words", key, number)
        sets = [Concept(f"{EVERYDAY}{words[0]}", tuple(map(str, words))) for words in value]
        self.check_unique(key, [each.id.removeprefix(EVERYDAY) for each in sets])
        return sets

    def build(self, kind: Callable[..., T], *place: str | int) -> T:
        """A dataclass from the file, or from one entry of a list in it.

        Lists become tuples, and numbers text where text is wanted.
        """
        entry: Any = self.data
        for step in place:
            entry = entry[step]
        where = f"{place[0]}, entry {int(place[1]) + 1}: " if place else ""
        if not isinstance(entry, dict):
            raise self.error(f"{where}expected keys with values", *place)
        known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
        for key in entry:
            if key not in known:
                reason = f"{where}unknown key {str(key)!r}; known are {', '.join(known)}"
                raise self.error(reason, *place, key)
        for name, field in known.items():
            if field.default is MISSING and (entry.get(name) is None or entry[name] == ""):
                raise self.error(f"{where}{name!r} is missing", *place, name)
        values = {}
        for key, value in entry.items():
            if value is not None:
                try:
                    values[key] = _CONVERT[str(known[key].type)](value)
                except TypeError as error:
                    raise self.error(f"{where}{key}: {error}", *place, key) from error
        return kind(**values)

    def check_unique(self, key: str, ids: Iterable[str]) -> None:
        """Raise when an id is listed twice, at the second place."""
        seen: set[str] = set()
        for index, ident in enumerate(ids):
            if ident in seen:
                raise self.error(f"{ident!r} is listed twice under {key!r}", key, index, "id")
            seen.add(ident)


def _inside(node: Any, step: str | int) -> tuple[int, Any] | None:  # noqa: ANN401 - untyped library
    """Line and node one step further into a YAML document."""
    if isinstance(step, int):
        return node.value[step].start_mark.line + 1, node.value[step]
    if not isinstance(node, yaml.MappingNode):
        return None
    pairs: Iterator[tuple[Any, Any]] = iter(node.value)
    return next(
        ((key.start_mark.line + 1, value) for key, value in pairs if key.value == str(step)), None
    )


def _text(value: object) -> str:
    if isinstance(value, bool) or value is None:
        raise TypeError("YAML reads this as yes, no or nothing; put it in quotes")
    if isinstance(value, (dict, list)):
        raise TypeError("expected one value")
    return str(value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("expected a list, as in [one, two]")
    return tuple(_text(item) for item in value)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("expected true or false")
    return value


# By how the model declares a field.
_CONVERT: dict[str, Callable[[object], object]] = {
    "str": _text,
    "str | None": _text,
    "tuple[str, ...]": _texts,
    "bool": _truth,
}
