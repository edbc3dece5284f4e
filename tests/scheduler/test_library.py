"""What the clock reads of a catalogue that other processes load."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.ask import Asker
from bot.config import BUNDLED_SEEDS
from bot.digest.outbox import Kind, Post
from bot.digest.subscription import Wish, key_of
from bot.load import load
from bot.scheduler import Gone, Library
from bot.store import Store
from tests.cli.conftest import one_post, write_post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.dialogue import Evidence, Lookup


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A show with one episode."""
    return one_post(tmp_path / "posts")


@pytest.fixture
def store(folder: Path, tmp_path: Path) -> Iterator[Store]:
    """With that episode."""
    with Store.open(tmp_path / "store.db") as opened:
        load(opened, [str(folder)], seeds=BUNDLED_SEEDS)
        yield opened


@pytest.fixture
def library(store: Store) -> Library:
    """Over that store."""
    asker = Asker(store, date(2024, 6, 1))
    return Library(lambda: asker)


def only(library: Library) -> str:
    """The key of the only episode."""
    (head,) = library.heads().values()
    return key_of(head)


def test_what_fits_follows_the_catalogue(library: Library, store: Store, folder: Path) -> None:
    """Worked out once until another load changes it."""
    terraform, years = Wish(("terraform",)), Wish(years=(2020,))

    assert library.fitting(Wish()) == library.fitting(terraform) == (only(library),)
    assert library.fitting(terraform) is library.fitting(terraform)
    assert library.fitting(years) == ()

    write_post(folder, "2020-05-06-2-bolt.md", "Bolt Bolts", "Bo Ek", "redis", "Redis keeps it")
    before = library.heads()
    load(store, [str(folder)], seeds=BUNDLED_SEEDS)

    assert library.heads() is not before
    assert len(library.fitting(Wish())) == 2
    assert len(library.fitting(years)) == 1


class Interrupted(Asker):
    """Reads the catalogue, and something happens before it is told what was found."""

    meanwhile: Callable[[], object] | None = None

    def find(self, lookup: Lookup) -> Evidence:
        """Look up, let the other thing happen once, and tell."""
        evidence = super().find(lookup)
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            meanwhile()
        return evidence


def test_what_fits_is_not_taken_over_from_an_older_catalogue(store: Store, folder: Path) -> None:
    """A load may end, and another thread ask, while one works out what fits."""
    asker = Interrupted(store, date(2024, 6, 1))
    library, years = Library(lambda: asker), Wish(years=(2020,))

    def meanwhile() -> None:
        write_post(folder, "2020-05-06-2-bolt.md", "Bolt Bolts", "Bo Ek", "redis", "Redis keeps it")
        load(store, [str(folder)], seeds=BUNDLED_SEEDS)
        assert 2 == len(library.fitting(Wish()))

    asker.meanwhile = meanwhile
    assert () == library.fitting(years)
    assert 1 == len(library.fitting(years))


def test_each_kind_of_post_has_its_message(library: Library) -> None:
    """About its episode, or about what stopped."""
    episode = only(library)

    def text(kind: Kind, about: str = "") -> str:
        post = Post("T1", "C1", "k", kind, episode, about)
        return library.message(post, Wish() if kind is Kind.DIGEST else None).text

    assert text(Kind.DIGEST).startswith("Episode of the day: Acme Makes Anvils")
    narrowed = library.message(Post("T1", "C1", "k", Kind.DIGEST, episode), Wish(("terraform",)))
    assert narrowed.text.startswith("Episode of the day · Terraform: Acme")
    assert text(Kind.NEW).startswith("New episode: Acme Makes Anvils")
    assert text(Kind.WATCH, "terraform").startswith("Terraform is used in a new episode")
    assert text(Kind.BROKEN, "C9 is_archived").startswith("What I post in <#C9> has stopped")


def test_what_is_gone_is_said(library: Library) -> None:
    """The episode, or what it said of a watched technology."""
    episode = only(library)
    for post in (
        Post("T1", "C1", "k", Kind.DIGEST, "widgets/gone"),
        Post("T1", "C1", "k", Kind.WATCH, episode, "redis"),
    ):
        with pytest.raises(Gone):
            library.message(post)
