"""The plain text of an answer carries everything the answer claims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import Answer, Row
from bot.model import Stance
from bot.render import to_text
from bot.render.layout import one_line, sections
from tests.answers import citation, cue, full_answer

if TYPE_CHECKING:
    from bot.dialogue import Citation

EVERYTHING = """\
2 episodes use Terraform.

Terraform   2  2019 to 2020
Ansible    11

SongRender - Mike Jones, 29 Jun 2020
  ▶ 38:43 Blue and green deploys with Terraform
  https://example.test/podcast/9-songrender#2323

Zego - 29 Jun 2020 (tech stack only)
  https://example.test/podcast/9-songrender

Used to:
TradeRev - Mike Jones
  ▶ 38:43 Blue and green deploys with Terraform
  https://example.test/podcast/9-songrender#2323

Plans to:
Mux - Mike Jones, 29 Jun 2020
  ▶ 38:43 Blue and green deploys with Terraform
  https://example.test/podcast/9-songrender#2323

Says it does not:
Pepys - Mike Jones, 29 Jun 2020
  ▶ 38:43 Blue and green deploys with Terraform
  https://example.test/podcast/9-songrender#2323

See also:
An interview - Mike Jones, 29 Jun 2020
  ▶ Blue and green deploys with Terraform
  https://example.test/podcast/9-songrender#None

Did you mean: Terragrunt?

Try:
  what does Zego use?"""


def test_every_field_has_its_place() -> None:
    """Headline, rows, episodes, what is shown apart by stance, then the hints."""
    assert to_text(full_answer()) == EVERYTHING


def test_a_bare_headline_is_the_whole_text() -> None:
    """Nothing is added where there is nothing to add."""
    assert to_text(Answer("?", "help", "Ask me something.")) == "Ask me something."


def test_only_ten_episodes_are_written_out() -> None:
    """The eleventh and later are named in one sentence."""
    companies = [f"Company {number}" for number in range(12)]
    answer = Answer("?", "who_uses", "12 use it.", episodes=tuple(map(citation, companies)))

    text = to_text(answer)

    assert text.count("▶") == 10
    assert text.endswith("and 2 more: Company 10, Company 11")


def test_a_line_of_a_source_cannot_add_lines_or_escapes() -> None:
    """Control characters and line breaks in show notes become spaces."""
    broken = citation(cues=(cue(text="one\n\x1b]8;;https://evil.test\x07two\u202e"),))

    text = to_text(Answer("?", "who_uses", "One.", episodes=(broken,)))

    assert "▶ 38:43 one ]8;;https://evil.test two\n" in text


@given(st.text())
def test_one_line_is_one_printable_line(text: str) -> None:
    """Whatever comes in, one line without control characters comes out."""
    line = one_line(text)

    assert line.splitlines() in ([], [line])
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", line)
    assert one_line(line) == line


@given(
    st.lists(st.tuples(st.sampled_from([None, *Stance]), st.text("ab", min_size=1)), max_size=40)
)
def test_every_citation_is_shown_or_named(entries: list[tuple[Stance | None, str]]) -> None:
    """No episode is lost between the sections."""
    related = tuple(citation(company, stance=stance) for stance, company in entries)
    shown = sections(Answer("?", "who_uses", "Some.", related=related))

    assert sum(len(section.shown) + len(section.more) for section in shown) == len(related)


@given(st.lists(st.integers(0, 10_000), max_size=30))
def test_every_count_stands_in_the_text(counts: list[int]) -> None:
    """A number that was counted can be read."""
    rows = tuple(Row(f"label {number}", count) for number, count in enumerate(counts))
    lines = to_text(Answer("?", "ranking", "Counted.", rows=rows)).splitlines()[2:]

    assert [int(line.split()[-1]) for line in lines] == counts


def test_a_citation_without_guest_and_date_is_its_name() -> None:
    """No empty brackets or dangling dashes."""
    bare: Citation = citation()._replace(guest=None, published=None, cues=())

    text = to_text(Answer("?", "who_uses", "One.", episodes=(bare,)))

    assert text == "One.\n\nSongRender\n  https://example.test/podcast/9-songrender"
