"""Loading: what becomes of sources that are new, changed, broken, gone, or one episode together."""

from __future__ import annotations

import random
import re
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.load import ensure, interpreting, load
from bot.store import Store
from tests.store.shelf import SHOW, Shelf, check, content, image, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.load import LoadReport

ROOT = Path(__file__).parent.parent


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A show of its own."""
    return Shelf.at(tmp_path)


def counts(report: LoadReport) -> tuple[int, int, int, int]:
    """Episodes added, changed, unchanged, removed."""
    return (
        len(report.added),
        len(report.changed),
        len(report.unchanged),
        len(report.removed),
    )


# -- again -----------------------------------------------------------------------------------


def test_a_second_load_writes_nothing(shelf: Shelf) -> None:
    """Neither a byte of the file, nor a row, nor a transaction that others notice."""
    shelf.post("2024-05-06-1-acme.md", "Acme Makes Anvils", tags=["terraform"])
    shelf.feed("feed.xml", ("Bolt Sells Screws", "https://widgets.example/p/2-bolt", "two"))
    shelf.load()
    before = image(shelf.db)

    with closing(sqlite3.connect(str(shelf.db))) as other:
        version = other.execute("PRAGMA data_version").fetchone()
        with Store.open(shelf.db) as store:
            report = load(store, [str(shelf.notes)], seeds=shelf.seeds)
            generation = store.generation()
        assert version == other.execute("PRAGMA data_version").fetchone()

    assert counts(report) == (0, 0, 2, 0)
    assert sorted(report.unchanged) == ["Acme Makes Anvils", "Bolt Sells Screws"]
    assert (report.sources, report.interpreted) == (2, 0)
    assert before == image(shelf.db)
    with Store.open(shelf.db) as store:
        assert generation == store.generation()


def test_a_changed_file_replaces_its_episode_in_place(shelf: Shelf) -> None:
    """The episode keeps its id; nothing of what it said is left."""
    path = shelf.post("2024-05-06-1-acme.md", "Acme", "1:02 -- Terraform builds it all")
    shelf.load()
    before = shelf.rows("SELECT id, slug FROM episodes")
    shelf.post(path.name, "Acme", "1:02 -- Ansible builds most", "3:04 -- Redis is a queue")

    report = shelf.load()

    assert (report.changed, counts(report)) == (["Acme"], (0, 1, 0, 0))
    assert before == shelf.rows("SELECT id, slug FROM episodes")
    assert shelf.rows("SELECT start FROM topics WHERE start > 0 ORDER BY 1") == [62, 184]
    assert len(shelf.rows("SELECT 1 FROM lines_fts WHERE lines_fts MATCH 'terraform'")) == 0
    assert "terraform" not in shelf.rows("SELECT word FROM words")
    assert "ansible" in shelf.rows("SELECT word FROM words")
    check(shelf.db)


def test_a_file_that_becomes_another_episode(shelf: Shelf) -> None:
    """The old episode goes, when nothing else speaks of it; else what the others say stays."""
    shelf.feed("a.xml", ("Acme Makes Anvils", "https://widgets.example/p/acme", "acme"))
    shelf.feed("b.xml", ("Acme Makes Anvils", "https://widgets.example/p/acme", "acme"))
    shelf.load()
    shelf.feed("a.xml", ("Bolt Sells Screws", "https://widgets.example/p/bolt", "bolt"))
    kept = shelf.load()
    shelf.feed("a.xml", ("Cogs Turn Wheels", "https://widgets.example/p/cogs", "cogs"))
    gone = shelf.load()

    assert counts(kept) == (1, 0, 1, 0)
    assert kept.added == ["Bolt Sells Screws"]
    assert (gone.added, gone.removed) == (["Cogs Turn Wheels"], ["Bolt Sells Screws"])
    titles = shelf.rows("SELECT title FROM episodes ORDER BY title")
    assert titles == ["Acme Makes Anvils", "Cogs Turn Wheels"]
    check(shelf.db)


def test_two_files_that_swap_their_episodes(shelf: Shelf) -> None:
    """Both keep their ids, and links to them stay good."""
    acme = ("Acme Makes Anvils", "https://widgets.example/p/acme", "acme")
    bolt = ("Bolt Sells Screws", "https://widgets.example/p/bolt", "bolt")
    shelf.feed("a.xml", acme)
    shelf.feed("b.xml", bolt)
    shelf.load()
    before = shelf.rows("SELECT id, title FROM episodes ORDER BY id")
    shelf.feed("a.xml", bolt)
    shelf.feed("b.xml", acme)

    report = shelf.load()

    assert counts(report) == (0, 0, 2, 0)
    assert before == shelf.rows("SELECT id, title FROM episodes ORDER BY id")
    check(shelf.db)


def test_a_renamed_file_is_the_same_episode(shelf: Shelf) -> None:
    """Pruned under its old name, it keeps its id under the new one."""
    path = shelf.feed("a.xml", ("Acme Makes Anvils", "https://widgets.example/p/acme", "acme"))
    shelf.feed("z.xml", ("Bolt Sells Screws", "https://widgets.example/p/bolt", "bolt"))
    shelf.load()
    before = shelf.rows("SELECT id, title FROM episodes ORDER BY id")
    path.rename(path.with_name("renamed.xml"))

    report = shelf.load(prune=True)

    assert counts(report) == (0, 0, 2, 0)
    assert before == shelf.rows("SELECT id, title FROM episodes ORDER BY id")
    assert sorted(Path(path).name for path in shelf.rows("SELECT path FROM documents")) == [
        "renamed.xml",
        "z.xml",
    ]


def test_prune_forgets_what_vanished(shelf: Shelf) -> None:
    """Only on request, only what is gone from disk, and never an address."""
    gone = shelf.post("2024-05-06-1-acme.md", "Acme")
    shelf.post("2024-05-13-2-bolt.md", "Bolt")
    shelf.load()
    with closing(sqlite3.connect(str(shelf.db))) as other, other:
        other.execute("INSERT INTO documents VALUES ('https://x.example/feed', 'x', 'widgets')")
    gone.unlink()

    assert counts(shelf.load()) == (0, 0, 1, 0)
    report = shelf.load(prune=True)

    assert report.removed == ["Acme"]
    assert shelf.rows("SELECT title FROM episodes") == ["Bolt"]
    assert "https://x.example/feed" in shelf.rows("SELECT path FROM documents")
    assert counts(shelf.load(prune=True)) == (0, 0, 1, 0)
    check(shelf.db)


def test_prune_leaves_what_other_sources_say(shelf: Shelf) -> None:
    """An episode loses what only the vanished source knew, and no more."""
    shelf.post("2024-05-06-1-acme.md", "Acme Makes Anvils", "1:02 -- One", "2:03 -- Two")
    feed = shelf.feed("feed.xml", ("Acme Makes Anvils", "https://w.example/elsewhere", "acme"))
    shelf.load()
    assert shelf.rows("SELECT url FROM episodes") == ["https://w.example/elsewhere"]
    feed.unlink()

    report = shelf.load(prune=True)

    assert (report.changed, report.removed) == (["Acme Makes Anvils"], [])
    assert shelf.rows("SELECT url FROM episodes") == ["https://widgets.example/podcast/1-acme"]


# -- what is wrong ---------------------------------------------------------------------------


def test_a_broken_source_is_named_and_the_rest_loads(shelf: Shelf) -> None:
    """Path and line are the ones an editor opens; it is named by every load."""
    shelf.post("2024-05-06-1-acme.md", "Acme")
    broken = shelf.notes / "broken.md"
    broken.write_text("---\ntitle: x\nguest: [\n---\n\ntext\n", "utf-8")

    for expected in ((1, 0, 0, 0), (0, 0, 1, 0)):
        report = shelf.load()
        (error,) = report.rejected
        assert expected == counts(report)
        assert str(broken) == error.path
        assert error.line in {3, 4}
        assert str(error).startswith(f"{broken}:{error.line}: ")


def test_a_source_that_is_wrong_in_part_says_so_every_time(shelf: Shelf) -> None:
    """What is good in it is loaded once; a load that changes nothing writes nothing."""
    path = shelf.post("2024-05-06-1-acme.md", "Acme", "1:02 -- Good", "9:75 -- Bad")
    first = shelf.load()
    before = image(shelf.db)

    second = shelf.load()

    assert counts(first) == (1, 0, 0, 0)
    assert counts(second) == (0, 0, 1, 0)
    assert [str(error) for error in first.rejected] == [str(error) for error in second.rejected]
    assert [(str(path), 12)] == [(error.path, error.line) for error in second.rejected]
    assert before == image(shelf.db)
    shelf.post(path.name, "Acme", "1:02 -- Good", "9:15 -- Mended")
    assert shelf.load().rejected == []
    assert counts(shelf.load()) == (0, 0, 1, 0)


def test_warnings_are_repeated_too(shelf: Shelf) -> None:
    """A topic after the end of the episode stays suspicious."""
    shelf.post("2024-05-06-1-acme.md", "Acme", "59:00 -- Late", more='mp3_duration: "10:00"\n')

    assert [len(shelf.load().warnings) for _ in range(2)] == [1, 1]


def test_a_file_that_breaks_keeps_its_last_good_state(shelf: Shelf) -> None:
    """Half a save in an editor must not empty the catalogue."""
    path = shelf.post("2024-05-06-1-acme.md", "Acme")
    shelf.load()
    path.write_text("---\ntitle: [\n---\n", "utf-8")

    report = shelf.load(prune=True)

    assert len(report.rejected) == 1
    assert shelf.rows("SELECT title FROM episodes") == ["Acme"]


def test_a_withdrawn_post_leaves_the_catalogue(shelf: Shelf) -> None:
    """Its author has said that it is not published."""
    path = shelf.post("2024-05-06-1-acme.md", "Acme")
    shelf.load()
    shelf.post(path.name, "Acme", more="published: false\n")

    report = shelf.load()

    assert (report.removed, len(report.rejected)) == (["Acme"], 1)
    assert shelf.rows("SELECT path FROM documents") == []
    assert counts(shelf.load()) == (0, 0, 0, 0)


def test_half_a_character_stops_nothing(shelf: Shelf) -> None:
    """A mark stands in its place, and the other sources load as well."""
    shelf.feed("feed.xml", ("Acme &#xD800;", "https://x.example/1", "1"))
    shelf.post("2024-05-09-3-dowel.md", "Dowel")

    report = shelf.load()

    assert sorted(report.added) == ["Acme \ufffd", "Dowel"]
    assert not report.rejected


def test_a_file_name_that_is_no_unicode(shelf: Shelf) -> None:
    """It makes no address of an episode; the others load, and it is named printably."""
    path = shelf.post("2024-05-06-1-acme.md", "Acme")
    path.rename(path.with_name(b"2024-05-06-1-\xff.md".decode("utf-8", "surrogateescape")))
    shelf.post("2024-05-09-3-dowel.md", "Dowel")

    report = shelf.load()

    assert report.added == ["Dowel"]
    assert "cannot be kept" in report.rejected[0].reason
    assert report.rejected[0].path.endswith("2024-05-06-1-\\udcff.md")


# -- one episode from several sources --------------------------------------------------------


def test_one_episode_from_three_formats(shelf: Shelf) -> None:
    """Each field comes from the source that knows it best, and nothing is lost."""
    shelf.feed("feed.xml", ("Acme Makes Anvils", "https://widgets.example/e/1", "acme-1"))
    shelf.post(
        "2024-05-06-1-acme.md",
        "Acme Makes Anvils",
        "1:02 -- Terraform builds it",
        "4:05 -- Redis remembers",
        tags=["terraform"],
        more='mp3_duration: "31:07"\n',
    )
    (shelf.notes / "page.txt").write_text(
        "# Acme Makes Anvils\n\nShow Notes\n\n1:02 – Terraform builds it\n\nMay 06, 2024\n", "utf-8"
    )

    report = shelf.load()

    assert (report.added, report.sources) == (["Acme Makes Anvils"], 3)
    ((slug, url, number, duration, published),) = shelf.rows(
        "SELECT slug, url, number, duration, published FROM episodes"
    )
    assert (slug, url) == ("1-acme", "https://widgets.example/e/1")
    assert (number, duration, published) == (1, 1867, "2024-05-06")
    assert shelf.rows("SELECT start FROM topics WHERE start > 0 ORDER BY 1") == [62, 245]
    assert shelf.rows("SELECT url FROM topics WHERE start = 245") == [
        "https://widgets.example/e/1?t=245"
    ]
    check(shelf.db)


@pytest.mark.parametrize("poor_first", [True, False], ids=["poor first", "rich first"])
def test_the_richer_source_wins_whenever_it_comes(shelf: Shelf, *, poor_first: bool) -> None:
    """A feed with one line never shortens a post with three."""
    lines = ("1:02 -- One", "2:03 -- Two", "3:04 -- Three")
    post = shelf.post("2024-05-06-1-acme.md", "Acme Makes Anvils", *lines)
    feed = shelf.feed("feed.xml", ("Acme makes anvils!", "https://widgets.example/e/1", "one"))
    first, second = (feed, post) if poor_first else (post, feed)
    shelf.load(first)

    report = shelf.load(second)

    assert (report.changed, counts(report)) == (["Acme Makes Anvils"], (0, 1, 0, 0))
    assert shelf.rows("SELECT title, slug FROM episodes") == [("Acme Makes Anvils", "1-acme")]
    assert shelf.rows("SELECT start FROM topics WHERE start > 0 ORDER BY 1") == [62, 123, 184]


def test_a_copy_that_says_the_same_changes_nothing_but_is_remembered(shelf: Shelf) -> None:
    """The same post from two folders."""
    path = shelf.post("2024-05-06-1-acme.md", "Acme")
    shelf.load()
    (shelf.notes / "copy").mkdir()
    (shelf.notes / "copy" / path.name).write_bytes(path.read_bytes())

    report = shelf.load()

    assert counts(report) == (0, 0, 1, 0)
    assert len(shelf.rows("SELECT path FROM documents")) == 2


ALPHA = ("Alpha Ships Anvils", "https://widgets.example/p/alpha", "alpha")
OMEGA = ("Omega Rents Cranes", "https://widgets.example/p/omega", "omega")
BRIDGE = ("Alpha Ships Anvils", "https://widgets.example/p/omega", "")


def test_a_later_source_unites_two_stored_episodes(shelf: Shelf) -> None:
    """The older id stays; when that source goes, they are two again."""
    shelf.feed("a.xml", ALPHA)
    shelf.feed("b.xml", OMEGA)
    shelf.load()
    assert len(shelf.rows("SELECT id FROM episodes")) == 2
    bridge = shelf.feed("c.xml", BRIDGE)

    united = shelf.load()

    assert shelf.rows("SELECT id FROM episodes") == [1]
    assert counts(united) == (0, 1, 0, 0)
    check(shelf.db)
    bridge.unlink()

    apart = shelf.load(prune=True)

    assert (apart.added, apart.removed) == (["Omega Rents Cranes"], [])
    titles = shelf.rows("SELECT title FROM episodes ORDER BY title")
    assert titles == ["Alpha Ships Anvils", "Omega Rents Cranes"]
    check(shelf.db)


def sources_together(db: Path) -> set[frozenset[tuple[str, int]]]:
    """Which parts of which sources are one episode."""
    episodes: dict[int, set[tuple[str, int]]] = {}
    for episode, path, ordinal in rows(db, "SELECT episode, path, ordinal FROM parsed"):
        episodes.setdefault(episode, set()).add((path, ordinal))
    return {frozenset(parts) for parts in episodes.values()}


@pytest.mark.parametrize("seed", range(2))
def test_whatever_changes_the_catalogue_is_as_if_loaded_afresh(shelf: Shelf, seed: int) -> None:
    """Sources come, change and go; the same parts are one episode as in a new store."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    variants = [(ALPHA,), (OMEGA,), (BRIDGE,), (ALPHA, OMEGA), (OMEGA, BRIDGE), ()]
    for step in range(6):
        for name in chance.sample(["a.xml", "b.xml", "c.xml", "d.xml"], chance.randint(1, 4)):
            items = chance.choice(variants)
            if items:
                shelf.feed(name, *items)
            else:
                (shelf.notes / name).unlink(missing_ok=True)
        shelf.post("2024-05-06-9-other.md", "Something Else", f"1:02 -- Step {step}")
        known = set(shelf.rows("SELECT title FROM episodes")) if shelf.db.exists() else set()

        report = shelf.load(prune=True)

        fresh = Shelf(shelf.notes, shelf.seeds, shelf.db.with_name(f"fresh-{step}.db"))
        fresh.load()
        assert sources_together(fresh.db) == sources_together(shelf.db)
        check(shelf.db)
        titles = shelf.rows("SELECT title FROM episodes")
        assert len(report.added) + len(report.changed) + len(report.unchanged) == len(titles)
        assert set(report.removed) <= known
        assert (0, 0, len(titles), 0) == counts(shelf.load())


def test_two_episodes_of_one_name_are_two(shelf: Shelf) -> None:
    """Each has a slug of its own, also after being loaded again."""
    items = [("Bonus", f"https://widgets.example/b/{n}", f"bonus-{n}") for n in (1, 2, 3)]
    shelf.feed("feed.xml", *items)
    shelf.load()
    shelf.feed("feed.xml", *items, ("News", "https://widgets.example/n", "news"))

    shelf.load()

    slugs = shelf.rows("SELECT slug FROM episodes ORDER BY id")
    assert slugs == ["bonus", "bonus-2", "bonus-3", "news"]


def test_a_title_without_letters_of_an_address(shelf: Shelf) -> None:
    """Titles in other scripts make no slug; the episodes are told apart all the same."""
    items = [(title, "", guid) for title, guid in (("技術", "a"), ("番組", "b"))]
    shelf.feed("feed.xml", *items)

    shelf.load()

    assert shelf.rows("SELECT slug FROM episodes ORDER BY id") == ["episode", "episode-2"]


# -- vocabulary and rules --------------------------------------------------------------------


def test_another_vocabulary_interprets_every_episode_again(shelf: Shelf) -> None:
    """From what is stored; the sources need not be there any more."""
    path = shelf.post("2024-05-06-1-acme.md", "Acme", "1:02 -- We chose Quux for the queue")
    shelf.load()
    assert shelf.rows("SELECT technology FROM mentions WHERE technology = 'quux'") == []
    path.unlink()
    names = shelf.seeds / "technologies.yml"
    names.write_text(names.read_text("utf-8") + "  - {id: quux, name: Quux}\n", "utf-8")

    report = shelf.load()

    assert report.interpreted == 1
    assert "quux" in shelf.rows("SELECT technology FROM mentions WHERE topic IS NOT NULL")
    assert shelf.load().interpreted == 0


def test_another_thesaurus_is_stored(shelf: Shelf) -> None:
    """It is read together with the vocabulary."""
    shelf.post("2024-05-06-1-acme.md", "Acme")
    shelf.load()
    thesaurus = shelf.seeds / "thesaurus.yml"
    thesaurus.write_text("concepts:\n  - {id: queues, terms: [queue, backlog]}\n", "utf-8")

    shelf.load()

    assert shelf.rows("SELECT id FROM concepts") == ["queues"]


def test_other_rules_make_every_episode_again(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store of another version is brought up to this one by the next load."""
    shelf.post("2024-05-06-1-acme.md", "Acme")
    away = shelf.post("2024-05-07-2-bolt.md", "Bolt")
    # As an earlier version would have left it.
    monkeypatch.setattr(interpreting, "INTERPRETATION", "an earlier one")
    shelf.load()
    monkeypatch.undo()
    old = dict(shelf.rows("SELECT path, hash FROM documents"))
    away.unlink()

    report = shelf.load()

    new = dict(shelf.rows("SELECT path, hash FROM documents"))
    assert report.interpreted == 2
    assert counts(report) == (0, 0, 1, 0)
    assert old[str(away)] == new[str(away)]
    assert all(old[path] != new[path] for path in old if path != str(away))
    assert shelf.load().interpreted == 0


def test_tag_pages_name_technologies_that_are_not_listed(shelf: Shelf) -> None:
    """Also in episodes loaded before, and after the vocabulary has changed; nobody else's."""
    shelf.post("site/_posts/2024-05-06-1-acme.md", "Acme", "1:02 -- Frob Hub it is", tags=["fh"])
    shelf.load()
    assert shelf.rows("SELECT technology FROM mentions WHERE declared = 1") == ["fh"]
    pages = shelf.notes / "site" / "tags"
    pages.mkdir()
    (pages / "fh.md").write_text("---\ntag: fh\nname: Frob Hub\n---\n", "utf-8")
    (pages / "pg.md").write_text("---\ntag: postgres\nname: Postgres\n---\n", "utf-8")

    report = shelf.load()

    assert report.interpreted == 1
    assert shelf.rows("SELECT name FROM technologies WHERE id = 'fh'") == ["Frob Hub"]
    assert shelf.rows("SELECT name FROM technologies WHERE id = 'postgres'") == ["PostgreSQL"]
    assert shelf.rows("SELECT technology FROM mentions") == ["fh", "fh"]
    assert shelf.ask("who uses Frob Hub?").total == 1
    before = image(shelf.db)
    assert shelf.load().interpreted == 0
    assert before == image(shelf.db)
    names = shelf.seeds / "technologies.yml"
    names.write_text(names.read_text("utf-8") + "  - {id: quux, name: Quux}\n", "utf-8")
    shelf.load()
    assert shelf.rows("SELECT name FROM technologies WHERE id = 'fh'") == ["Frob Hub"]


def test_a_declared_tag_is_no_vocabulary_for_others(shelf: Shelf) -> None:
    """The order of loading changes nothing in what a line is taken to say."""
    shelf.post("2024-05-06-1-acme.md", "Acme", tags=["widgetry"])
    shelf.load()
    shelf.post("2024-05-13-2-bolt.md", "Bolt", "1:02 -- All about widgetry and how it is done")

    shelf.load()

    assert shelf.rows("SELECT episode FROM mentions WHERE technology = 'widgetry'") == [1]


# -- shows -----------------------------------------------------------------------------------


def test_a_changed_show_changes_the_links_of_all_its_episodes(shelf: Shelf) -> None:
    """Templates are applied to every episode again, also to those with other sources."""
    shelf.post("2024-05-06-1-acme.md", "Acme")
    shelf.post("2024-05-13-2-bolt.md", "Bolt")
    shelf.load()
    (shelf.notes / "show.yml").write_text(SHOW.replace("?t=", "#at="), "utf-8")

    report = shelf.load()

    assert sorted(report.changed) == ["Acme", "Bolt"]
    assert shelf.rows("SELECT url FROM topics WHERE start = 62 ORDER BY url") == [
        "https://widgets.example/podcast/1-acme#at=62",
        "https://widgets.example/podcast/2-bolt#at=62",
    ]


def test_a_source_without_a_show_is_of_the_seeds_show(shelf: Shelf) -> None:
    """As a post dropped somewhere is."""
    (shelf.notes / "show.yml").unlink()
    shelf.post("2024-05-06-1-acme.md", "Acme")

    shelf.load()

    assert shelf.rows("SELECT url FROM episodes") == ["https://workshop.example/podcast/1-acme"]


def test_a_feed_without_a_show_brings_its_own(shelf: Shelf) -> None:
    """Its title and addresses are its own, and players seek by the second."""
    (shelf.notes / "show.yml").unlink()
    shelf.feed("feed.xml", ("Sails", "https://ship.example/e/1", "one"), title="Ship &amp; Shore")

    shelf.load()

    assert shelf.rows("SELECT id, title, site FROM shows") == [
        ("shipshore", "Ship & Shore", "https://ship.example")
    ]
    assert shelf.rows("SELECT url, show FROM episodes") == [
        ("https://ship.example/e/1", "shipshore")
    ]
    assert shelf.rows("SELECT url FROM topics WHERE start=62") == ["https://ship.example/e/1#t=62"]
    assert counts(shelf.load()) == (0, 0, 1, 0)


def test_items_without_a_page_are_linked_by_their_recording(shelf: Shelf) -> None:
    """Else by the front page; an address is never made up."""
    (shelf.notes / "show.yml").unlink()
    (shelf.notes / "feed.xml").write_text(
        '<rss version="2.0"><channel><title>Ship</title>\n'
        "<item><title>One</title><link>https://ship.example/e/1</link><guid>1</guid></item>\n"
        '<item><title>Two</title><guid isPermaLink="false">2</guid>'
        '<enclosure url="https://cdn.example/2.mp3" length="1" type="audio/mpeg"/></item>\n'
        '<item><title>Three</title><guid isPermaLink="false">3</guid></item>\n'
        "</channel></rss>\n",
        "utf-8",
    )

    shelf.load()

    assert shelf.rows("SELECT url FROM episodes ORDER BY id") == [
        "https://ship.example/e/1",
        "https://cdn.example/2.mp3",
        "https://ship.example",
    ]


@pytest.mark.parametrize("title", ["Workshop", "The Workshop Podcast", ""])
def test_the_feed_of_a_known_show_is_of_that_show(shelf: Shelf, title: str) -> None:
    """Known by its title, else by where its pages are."""
    (shelf.notes / "show.yml").unlink()
    shelf.post("2024-05-06-1-acme.md", "Acme Makes Anvils")
    page = "https://workshop.example/podcast/1-acme"
    shelf.feed("feed.xml", ("Acme Makes Anvils", page, "1"), title=title)

    shelf.load()

    assert shelf.rows("SELECT show FROM episodes") == ["workshop"]
    assert shelf.rows("SELECT id FROM shows") == ["workshop"]


def test_a_feed_that_says_nothing_of_itself_goes_by_its_file(shelf: Shelf) -> None:
    """There is nothing else to call it."""
    (shelf.notes / "show.yml").unlink()
    shelf.feed("my-show.xml", ("One", "", "1"), title="")

    shelf.load()

    assert shelf.rows("SELECT id, title, site FROM shows") == [("myshow", "my-show", "")]


# -- interrupted, and at the same time -------------------------------------------------------

CHILD = """
import sys
from pathlib import Path
from bot.load import ensure, load
from bot.store import Store

what, db, notes, seeds = sys.argv[1:]

def tell(done, total, path):
    print(path, flush=True)

if what == "ensure":
    print("ready", flush=True)
    ensure(Path(db), Path(seeds))
else:
    with Store.open(Path(db)) as store:
        load(store, [notes], seeds=Path(seeds), progress=tell)
print("done", flush=True)
"""


def child(shelf: Shelf, what: str) -> subprocess.Popen[str]:
    """Another process that loads, telling each step."""
    command = [sys.executable, "-c", CHILD, what, shelf.db, shelf.notes, shelf.seeds]
    return subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def kill_after(process: subprocess.Popen[str], lines: int, seconds: float) -> None:
    """Kill -9 some time after a number of steps."""
    assert process.stdout
    for _ in range(lines):
        process.stdout.readline()
    timer = threading.Event()
    timer.wait(seconds)
    process.kill()
    process.stdout.close()
    process.wait()


@pytest.mark.parametrize("moment", range(4))
def test_killed_at_any_moment_the_last_good_state_stays(shelf: Shelf, moment: int) -> None:
    """What is stored is whole episodes; the next load goes on, to the same end."""
    chance = random.Random(moment)  # noqa: S311 - repeatable
    for n in range(20):
        shelf.post(f"2024-05-06-{n}-show-{n}.md", f"Show {n}", *[f"{m}:07 -- Redis" for m in "123"])
    if moment % 2:
        shelf.load()
        for n in range(20):
            shelf.post(f"2024-05-06-{n}-show-{n}.md", f"Show {n}", "9:59 -- Ansible now")
    whole = Shelf(shelf.notes, shelf.seeds, shelf.db.with_name("whole.db"))
    whole.load()

    kill_after(child(shelf, "load"), chance.randint(1, 39), chance.random() * 0.02)

    if shelf.db.exists():
        with Store.open(shelf.db):
            pass
        check(shelf.db)
        assert set(shelf.rows("SELECT count(*) FROM topics WHERE start > 0 GROUP BY episode")) <= {
            1,
            3,
        }
    report = shelf.load()
    assert len(report.added) + len(report.changed) + len(report.unchanged) == 20
    assert content(whole.db) == content(shelf.db)
    check(shelf.db)


@pytest.mark.parametrize("moment", [0.0, 0.04, 0.08, 0.15])
def test_killed_while_it_is_first_built_there_is_all_or_nothing(
    shelf: Shelf, moment: float
) -> None:
    """A part of a store would be taken for the whole by every question after it."""
    for n in range(20):
        (shelf.seeds / f"2024-05-06-{n}-s{n}.md").write_text(
            f"---\ntitle: S {n}\nguest: A B\n---\n\n## Topics\n\n- 1:02 -- We use Redis {n}\n",
            "utf-8",
        )

    kill_after(child(shelf, "ensure"), 1, moment)

    if shelf.db.exists():
        check(shelf.db)
        assert shelf.rows("SELECT count(*) FROM episodes") == [20]
    ensure(shelf.db, shelf.seeds)
    assert shelf.rows("SELECT count(*) FROM episodes") == [20]
    assert shelf.ask("how many shows use redis").total == 20


def test_ensure_leaves_a_store_alone(shelf: Shelf) -> None:
    """Whatever is in it."""
    shelf.load(shelf.post("2024-05-06-1-acme.md", "Acme"))
    before = image(shelf.db)

    ensure(shelf.db, shelf.seeds)

    assert before == image(shelf.db)


def test_two_that_load_at_the_same_time(shelf: Shelf) -> None:
    """Every episode is there once, though both have it."""
    for n in range(12):
        shelf.post(f"a/2024-05-06-{n}-show-{n}.md", f"The Show Called {n}", "1:02 -- Redis")
        shelf.post(f"b/2024-05-06-{n}-show-{n}.md", f"The Show Called {n}", "1:02 -- Ansible")
    halves = [Shelf(shelf.notes / half, shelf.seeds, shelf.db) for half in "ab"]

    processes = [child(half, "load") for half in halves]

    assert [finished(process) for process in processes] == [0, 0]
    assert shelf.rows("SELECT (SELECT count(*) FROM episodes), (SELECT count(*) FROM parsed)") == [
        (12, 24)
    ]
    check(shelf.db)


def finished(process: subprocess.Popen[str]) -> int:
    """Exit code of a process that is left to finish."""
    process.communicate()
    return process.returncode


def test_progress_is_told(shelf: Shelf) -> None:
    """Each source while it is read, and those that are written once more."""
    paths = [str(shelf.post(f"2024-05-06-{n}-s.md", f"S {n}")) for n in (1, 2)]
    told: list[tuple[int, int, str]] = []
    with Store.open(shelf.db) as store:
        load(
            store,
            [str(shelf.notes)],
            seeds=shelf.seeds,
            progress=lambda *step: told.append(step),
        )

    assert [(1, 2, paths[0]), (2, 2, paths[1])] * 2 == told


# -- the customer's own, where it lies beside the checkout -----------------------------------

CORPUS = ROOT.parent / "shared" / "corpus"
SEEDS = ROOT / "seeds"
DOCUMENTS, POSTS = CORPUS / "seed-documents", CORPUS / "runninginproduction"
LINE = re.compile(r"^- (?:(\d+)[:-])?(\d+)[:-](\d\d) -- ", re.MULTILINE)

corpus_needed = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus at {CORPUS}")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, list[LoadReport]]]:
    """Seeds first, then the documents with the posts."""
    db = tmp_path_factory.mktemp("corpus") / "corpus.db"
    with Store.open(db) as store:
        runs = [[str(SEEDS)], [str(DOCUMENTS), str(POSTS)]]
        yield db, [load(store, arguments, seeds=SEEDS) for arguments in runs]


@corpus_needed
def test_the_posts_and_the_article_are_all_there(loaded: tuple[Path, list[LoadReport]]) -> None:
    """45 posts and one article; the 13 shared episodes and the article once each."""
    db, (seeds, rest) = loaded

    assert counts(seeds) == (14, 0, 0, 0)
    assert counts(rest) == (32, 14, 0, 0)
    assert seeds.rejected + rest.rejected == []
    kinds = rows(db, "SELECT category, count(*) FROM episodes GROUP BY 1 ORDER BY 1")
    assert sum(count for _, count in kinds) == 46
    posts = sorted(path.stem[11:] for path in POSTS.rglob("*.md") if "_posts" in path.parts)
    assert posts == sorted(
        slug for slug in rows(db, "SELECT slug FROM episodes") if "listen-notes" not in slug
    )
    several = rows(
        db,
        "SELECT episode FROM parsed GROUP BY episode HAVING count(*) > 1 AND"
        " sum(path LIKE '%/seeds/%') = 1",
    )
    assert len(several) == 14


@corpus_needed
def test_every_line_with_a_time_is_a_topic_at_its_second(
    loaded: tuple[Path, list[LoadReport]],
) -> None:
    """Counted on both sides, post by post."""
    db, _ = loaded
    both = [0, 0]
    for path in sorted(POSTS.rglob("_posts/**/*.md")):
        typed = [
            int(h or 0) * 3600 + int(m) * 60 + int(s)
            for h, m, s in LINE.findall(path.read_text("utf-8"))
        ]
        stored = rows(
            db,
            "SELECT t.start FROM topics t JOIN episodes e ON e.id = t.episode"
            " WHERE e.slug = ? AND t.start IS NOT NULL ORDER BY t.position",
            path.stem[11:],
        )
        assert (path.name, typed) == (path.name, stored)
        both[0] += len(typed)
        both[1] += len(stored)
    assert both[0] == both[1] > 1000
