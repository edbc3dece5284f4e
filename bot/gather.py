"""Where sources come from: files, folders, globs, a Jekyll checkout and web addresses.

The one module of the loader that touches disk and network; everything after it works on text.
What cannot be read is reported with what to do about it, and the rest goes on.
"""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from bot.errors import SourceError
from bot.sources.document import Document, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TIMEOUT = 20
"""Seconds to wait for an address to answer."""

LARGEST = 20 * 1024 * 1024
"""Bytes; a feed with full show notes of 500 episodes has about a quarter of it."""

_TEXT = frozenset(
    {".atom", ".htm", ".html", ".markdown", ".md", ".mdown", ".rss", ".text", ".txt", ".xml"}
)
_NOT_EPISODES = frozenset(
    {"authors", "changelog", "code_of_conduct", "contributing", "license", "licence", "notice"}
    | {"readme", "security"}
)
_NOT_FOLDERS = frozenset({"node_modules", "_site", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Place:
    """Something to read, found but not yet opened.

    Attributes:
        path: File path or address, as errors and the store name it.
        root: Topmost folder whose ``show.yml`` may speak for it; ``None`` for an address.
    """

    path: str
    root: Path | None = None

    @property
    def is_address(self) -> bool:
        """Whether it is fetched rather than opened."""
        return is_address(self.path)


@dataclass(frozen=True, slots=True)
class Gathered:
    """One document and the show it belongs to.

    Attributes:
        show_file: The nearest ``show.yml`` beside or above it, if there is one.
    """

    document: Document
    show_file: Path | None = None


def locate(arguments: Sequence[str]) -> tuple[Place | SourceError, ...]:
    """What there is to read, without opening any of it, in a fixed order; each file once.

    Args:
        arguments: Files, folders, globs and http(s) addresses, as ``playhead load`` takes them.

    Returns:
        Places, and an error for each argument that names none.
    """
    found: dict[str, Place | SourceError] = {}
    for argument in arguments:
        for place in _expand(argument):
            path = place.path
            key = path if is_address(path) else os.path.realpath(path)
            found.setdefault(key, place)
    return tuple(found.values())


def read(place: Place | SourceError) -> Gathered | SourceError:
    """Open one place, or say why it cannot be; what is no place says so itself."""
    if isinstance(place, SourceError):
        return place
    try:
        if is_address(place.path):
            data, charset = _fetch(place.path)
            name = urlsplit(place.path).path.rstrip("/").rpartition("/")[2]
        else:
            data, charset = _open(place.path), None
            name = Path(place.path).name
        text = decode(data, place.path, charset)
    except SourceError as error:
        return error
    if not text.strip():
        return SourceError(place.path, 1, "there is no text in it")
    return Gathered(Document(place.path, text, name), _show_file(place))


def is_address(argument: str) -> bool:
    """Whether an argument is an http(s) address.

    >>> is_address("https://x.test/feed.xml"), is_address("seeds/")
    (True, False)
    """
    return argument.lower().startswith(("http://", "https://"))


def _expand(argument: str) -> Iterator[Place | SourceError]:
    """The places that one argument stands for, or one error."""
    path = Path(argument).expanduser()
    if is_address(argument):
        yield Place(argument)
    elif "://" in argument:
        scheme = argument.partition(":")[0]
        yield SourceError(argument, 1, f"{scheme} addresses are not read; use http or https")
    elif path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield Place(str(path), _root(path.parent))
    elif glob.has_magic(argument):
        yield from _pattern(str(path))
    else:
        yield SourceError(argument, 1, f"there is no such file or folder; {_hint(path)}")


def _hint(path: Path) -> str:
    """What may have been meant by a path that is not there."""
    from difflib import get_close_matches

    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        return "check the spelling"
    near = get_close_matches(path.name, names, 1)
    return f"is it {path.with_name(near[0])}?" if near else "check the spelling"


def _pattern(pattern: str) -> Iterator[Place | SourceError]:
    """What a glob matches: files that may hold episodes, and folders of them."""
    # Path.glob takes no absolute pattern.
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
    root = Path(pattern[: next(i for i, char in enumerate(pattern) if char in "*?[")] or ".")
    root = _root(root if root.is_dir() else root.parent)
    files = (path for match in matches for path in _matched(Path(match)))
    places = [Place(str(path), root) for path in files]
    if not places:
        yield SourceError(pattern, 1, "nothing that could be an episode matches this pattern")
    yield from places


def _matched(path: Path) -> Iterable[Path]:
    """The files that one match of a glob stands for."""
    if path.is_dir():
        return _walk(path, [])
    return (path,) if _is_candidate(path) else ()


def _folder(folder: Path) -> Iterator[Place | SourceError]:
    """Every file in a folder that may hold an episode, in order of their paths."""
    root = _root(folder)
    errors: list[OSError] = []
    places = [Place(str(path), root) for path in _walk(folder, errors)]
    for error in errors:
        reason = f"the folder cannot be read ({error.strerror}); check its permissions"
        yield SourceError(str(error.filename), 1, reason)
    if not places and not errors:
        reason = "no text file in this folder; expected .md, .txt, .html or .xml files"
        yield SourceError(str(folder), 1, reason)
    yield from places


def _walk(folder: Path, errors: list[OSError]) -> Iterator[Path]:
    """Files below a folder; of a Jekyll site only its posts and the pages of its tags."""
    for name, folders, files in os.walk(folder, onerror=errors.append):
        here = Path(name)
        jekyll = "_posts" in folders
        folders[:] = sorted(part for part in folders if _is_open(part, jekyll=jekyll))
        if not jekyll:
            yield from (here / part for part in sorted(files) if _is_candidate(here / part))


def _is_open(folder: str, *, jekyll: bool) -> bool:
    """Whether a folder is searched, by its name and by whether a Jekyll site holds it."""
    if jekyll:
        return folder in {"_posts", "_tags", "tags"}
    return not folder.startswith(".") and folder not in _NOT_FOLDERS


def _is_candidate(path: Path) -> bool:
    """Whether a file found by a search may hold an episode, by its name."""
    return (
        path.suffix.lower() in _TEXT
        and not path.name.startswith(".")
        and path.stem.lower() not in _NOT_EPISODES
        and not path.is_dir()
    )


def _root(folder: Path) -> Path:
    """Where the search for ``show.yml`` ends: the working directory, if it is above the folder."""
    here = Path.cwd()
    resolved = folder.resolve()
    return here if resolved.is_relative_to(here) else resolved


def _show_file(place: Place) -> Path | None:
    """The ``show.yml`` nearest to a file, from its folder up to the root of the search."""
    root = place.root
    if root is None:
        return None
    folder = Path(place.path).resolve().parent
    above = (parent for parent in folder.parents if parent.is_relative_to(root))
    shows = (parent / "show.yml" for parent in (folder, *above))
    return next((show for show in shows if show.is_file()), None)


def _open(path: str) -> bytes:
    """The bytes of a file.

    Raises:
        SourceError: It is too large or cannot be read.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror}); check its permissions"
        raise SourceError(path, 1, reason) from error
    return _limited(data, path)


def _fetch(url: str) -> tuple[bytes, str | None]:
    """The bytes behind an address, and the character set its server names.

    Raises:
        SourceError: The server does not answer, or not with what was asked for.
    """
    headers = {"User-Agent": "playhead", "Accept": "text/*, application/*;q=0.9, */*;q=0.1"}
    try:
        request = Request(url, headers=headers)  # noqa: S310 - only http(s) gets here
        with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310 - see above
            data = response.read(LARGEST + 1)
            charset = response.headers.get_content_charset()
    except HTTPError as error:
        # It is the answer as well, with the connection that it came by.
        error.close()
        reason = f"the server answers {error.code} {error.reason}; check the address"
        raise SourceError(url, 1, reason) from error
    except (OSError, ValueError) as error:
        detail = getattr(error, "reason", error)
        reason = f"the address cannot be fetched ({detail}); check it and the connection"
        raise SourceError(url, 1, reason) from error
    return _limited(data, url), charset


def _limited(data: bytes, path: str) -> bytes:
    if len(data) > LARGEST:
        limit = LARGEST // (1024 * 1024)
        raise SourceError(path, 1, f"it is larger than {limit} MB; split it into smaller files")
    return data
