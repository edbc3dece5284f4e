"""What an episode and a line look like in every answer."""

from __future__ import annotations

from datetime import date

from bot.dialogue import Citation, Cue
from bot.model import Stance
from bot.render.blocks import section
from bot.render.cited import cited, menu, moment, named
from bot.render.paper import length

URL = "https://x.test/1-a"
LINE = Cue(62, "Deploys with *Terraform*\nand <b>", f"{URL}#1:02", Stance.USES)
CITATION = Citation(URL, "1-a", "A & co", "A* & co", "Ada Lund", date(2020, 6, 9), (LINE,))


def test_company_guest_and_date_then_the_lines() -> None:
    """In mark-up that nothing foreign can act in; the note where there is one."""
    head = f"<{URL}|*A∗ &amp; co*> · *Ada Lund, 9 Jun 2020*"
    line = f"<{URL}#1:02|▶ 1:02>  Deploys with *Terraform* and &lt;b&gt;"

    assert cited(CITATION) == f"{head}\n{line}"
    assert cited(CITATION._replace(note="in part")) == f"{head} _(in part)_\n{line}"
    assert cited(CITATION._replace(guest=None, published=None, cues=())) == named(URL, "A* & co")
    assert cited(CITATION._replace(company="\n", url="file:///x", guest=None, published=None)) == (
        f"…\n{line}"
    )


def test_two_lines_but_all_key_moments() -> None:
    """Those come as one episode with many lines."""
    lines = tuple(LINE._replace(start=start, text=f"Line {start}") for start in range(1, 10))

    assert [cited(CITATION._replace(cues=lines[:n])).count("Line") for n in (1, 2, 5, 6, 9)] == [
        1,
        2,
        2,
        6,
        8,
    ]


def test_a_line_without_a_second_has_none() -> None:
    """Lines of a written interview lead to their heading."""
    assert moment(LINE._replace(start=None, url=f"{URL}#why")) == (
        f"<{URL}#why|▶>  Deploys with *Terraform* and &lt;b&gt;"
    )


def test_a_menu_weighs_what_it_adds() -> None:
    """Every option carries the key of the episode, unless that is too long for one."""
    bare = section("…")
    for slug in ("1-a", "é" * 90, "x" * 150):
        accessory, heavy = menu(slug)
        assert length(bare | accessory) == length(bare) + heavy

    accessory, _ = menu("1-a")
    values = [option["value"] for option in accessory["accessory"]["options"]]
    assert values == ["similar\n0\n\n1-a", "stack\n0\n\n1-a", "moments\n0\n\n1-a"]
    assert menu("x" * 150) == ({}, 0)
