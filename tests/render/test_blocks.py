"""Whatever the answer is, its message fits Slack's limits, loses nothing and pings nobody."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.dialogue import Answer, Citation, Cue, Row
from bot.model import Stance
from bot.render.blocks import MOST_TEXT, PAGE, to_message, to_view
from bot.render.mrkdwn import clip, escape, link
from bot.render.request import Kind, Request, remembered
from tests.answers import citation, cue, full_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Block = dict[str, Any]
# Making an example of this size smaller takes minutes and tells no more.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
REQUEST = Request("who uses Terraform?")


def texts(value: object) -> Iterator[tuple[str, str]]:
    """Every text in blocks with its type."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield str(value.get("type")), value["text"]
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)


def written(blocks: Sequence[Block]) -> str:
    """All text of blocks, one after the other."""
    return "\n".join(text for _, text in texts(blocks))


def elements(blocks: Sequence[Block]) -> dict[str, Block]:
    """Buttons and menus by their id."""
    return {
        each["action_id"]: each
        for block in blocks
        for each in [*block.get("elements", ()), block.get("accessory")]
        if each and "action_id" in each
    }


def test_an_episode_is_bold_with_its_line_and_link() -> None:
    """Company, guest and date, then the line behind a link to its second."""
    message = to_message(Answer("?", "who_uses", "One.", episodes=(citation(),)), REQUEST)

    assert message.blocks[1]["text"]["text"] == (
        "<https://example.test/podcast/9-songrender|*SongRender*> · *Mike Jones, 29 Jun 2020*\n"
        "<https://example.test/podcast/9-songrender#2323|▶ 38:43>"
        "  Blue and green deploys with Terraform"
    )


def test_everything_of_an_answer_is_shown() -> None:
    """Rows in a table, what is not claimed under its label, other spellings."""
    message = to_message(full_answer(), REQUEST)
    shown = written(message.blocks)

    assert [block["type"] for block in message.blocks].count("table") == 1
    for words in ("Used to:", "Plans to:", "Says it does not:", "See also:", "tech stack only"):
        assert words in shown
    assert "Read as Terragrunt." in shown
    assert "what does Zego use?" in shown


def test_a_note_that_repeats_its_label_is_left_out() -> None:
    """Once is enough; a note that says more stays."""
    plans = citation("Mux", stance=Stance.PLANS, note="plans to")
    wants = citation("Zego", stance=Stance.PLANS, note="next year")

    shown = written(to_message(Answer("?", "x", "0.", related=(plans, wants)), REQUEST).blocks)

    assert "(plans to)" not in shown
    assert "_(next year)_" in shown


def test_rows_are_a_table_and_stand_in_the_text() -> None:
    """Whoever cannot see the table reads the numbers."""
    rows = (Row("PostgreSQL", 9), Row("MySQL", 3))
    message = to_message(Answer("?", "compare", "9 to 3.", rows=rows), REQUEST)

    (table,) = [block for block in message.blocks if block["type"] == "table"]
    assert [[cell["text"] for cell in row] for row in table["rows"]] == [
        ["Name", "Episodes"],
        ["PostgreSQL", "9"],
        ["MySQL", "3"],
    ]
    assert "PostgreSQL  9" in message.text


def test_rows_of_several_columns() -> None:
    """Stand under the answer's own headings; the text says in which column what is."""
    row = Row("caches", 1, None, "Both: Redis; Only Inkwell: Varnish", ("Redis", "", "Varnish"))
    headings = ("Part", "Both", "Only Zego", "Only Inkwell")
    message = to_message(
        Answer("?", "compare_shows", "1.", rows=(row,), headings=headings), REQUEST
    )

    (table,) = [block for block in message.blocks if block["type"] == "table"]
    assert [[cell["text"] for cell in cells] for cells in table["rows"]] == [
        [*headings],
        ["caches", "Redis", " ", "Varnish"],
    ]
    assert "caches  Both: Redis; Only Inkwell: Varnish" in message.text


def test_rows_that_do_not_fit_are_counted() -> None:
    """Never dropped in silence."""
    rows = tuple(Row(f"label {n} " + "x" * 290, n, detail="y" * 300) for n in range(100))

    shown = written(to_message(Answer("?", "popular", "Many.", rows=rows), REQUEST).blocks)

    found = re.search(r"and (\d+) more rows", shown)
    assert found
    assert 60 <= int(found[1]) < 100


@pytest.mark.parametrize("count", [1, 4, 5, 6, 11, 23])
def test_pages_show_every_episode_once(count: int) -> None:
    """From the first page to the last, by their buttons alone."""
    answer = Answer(
        "?", "who_uses", "Some.", episodes=tuple(citation(f"Company {n}") for n in range(count))
    )
    shown: list[str] = []
    request = REQUEST
    while True:
        message = to_message(answer, request)
        shown += re.findall(r"\*(Company \d+)\*", written(message.blocks))
        more = elements(message.blocks).get("page:more")
        if more is None:
            break
        request = Request.unpacked(more["value"])

    assert shown == [f"Company {n}" for n in range(count)]


def test_a_later_page_leads_back_and_repeats_nothing() -> None:
    """Rows, what is shown apart and suggestions are on the first page."""
    answer = replace(full_answer(), episodes=tuple(citation(f"Company {n}") for n in range(12)))

    message = to_message(answer, replace(REQUEST, offset=10))

    assert Request.unpacked(elements(message.blocks)["page:back"]["value"]).offset == 10 - PAGE
    assert "page:more" not in elements(message.blocks)
    assert "Used to:" not in written(message.blocks)
    assert "Company 11" in message.text
    assert "Company 9" not in message.text


def test_an_offset_past_the_end_is_the_first_page() -> None:
    """The catalogue may have shrunk since the button was made."""
    answer = Answer("?", "who_uses", "One.", episodes=(citation(),))

    assert to_message(answer, replace(REQUEST, offset=99)) == to_message(answer, REQUEST)


def test_buttons_carry_the_question() -> None:
    """Paging and sharing need no memory."""
    answer = Answer("?", "who_uses", "6.", episodes=tuple(citation(str(n)) for n in range(6)))
    request = Request("and Ansible?", previous=("who uses Terraform?", "only 2021"))

    buttons = elements(to_message(answer, request, share=True).blocks)

    assert Request.unpacked(buttons["page:more"]["value"]) == replace(request, offset=PAGE)
    assert Request.unpacked(buttons["share"]["value"]) == request


def test_a_misspelt_fragment_still_follows() -> None:
    """What it was meant to be is asked of the same question."""
    request = Request("and Ansibel?", previous=("who uses Terraform?",))
    answer = Answer("?", "empty", "Nothing.", did_you_mean=("Ansible",), suggestions=("latest",))

    buttons = elements(to_message(answer, request).blocks)

    meant = Request("and Ansible?", previous=request.previous)
    assert Request.unpacked(buttons["ask:meant:0"]["value"]) == meant
    assert Request.unpacked(buttons["ask:try:0"]["value"]) == Request("latest")


def test_a_long_thread_keeps_its_first_text_and_the_latest() -> None:
    """A button has room for 2,000 characters, whatever was said before."""
    request = Request("x" * 900, previous=("first" * 200, *(f"{n} " * 50 for n in range(30))))
    value = request.packed()
    previous = Request.unpacked(value).previous

    assert len(value) <= 2000
    assert previous[0] == ("first" * 200)[:500]
    assert previous[-1].startswith("29 29")
    assert 2 < len(previous) < 30
    assert remembered(previous) == previous


def test_an_episode_offers_more_of_itself() -> None:
    """Beside each of several, below a single one."""
    several = Answer("?", "who_uses", "2.", episodes=(citation(), citation("Zego")))
    one = Answer("?", "who_uses", "1.", episodes=(citation(),))

    menu = elements(to_message(several, REQUEST).blocks)["episode_menu"]
    buttons = elements(to_message(one, REQUEST).blocks)

    values = [Request.unpacked(option["value"]) for option in menu["options"]]
    assert values == [
        Request("9-songrender", kind) for kind in (Kind.SIMILAR, Kind.STACK, Kind.MOMENTS)
    ]
    assert {"episode:similar", "episode:stack", "episode:moments"} <= set(buttons)


def test_a_key_too_long_for_a_menu_gets_none() -> None:
    """Slack refuses option values beyond 150 characters."""
    answer = Answer("?", "who_uses", "2.", episodes=(citation(slug="x" * 150), citation()))

    assert len(elements(to_message(answer, REQUEST).blocks)) == 2


def test_a_misspelling_is_offered_as_the_question_that_was_meant() -> None:
    """One press asks it."""
    answer = Answer("?", "unanswerable", "Nothing.", did_you_mean=("Kubernetes",), gap=True)

    buttons = elements(to_message(answer, Request("who uses kubernets?")).blocks)

    assert Request.unpacked(buttons["ask:meant:0"]["value"]).text == "who uses Kubernetes?"


def test_a_suggestion_with_a_gap_in_it_is_no_button() -> None:
    """``<show>`` has to be filled in first."""
    answer = Answer("?", "empty", "?", suggestions=("what does <show> run on?", "latest episode"))

    buttons = elements(to_message(answer, REQUEST).blocks)

    assert [button["text"]["text"] for button in buttons.values()] == ["latest episode"]


def test_small_talk_is_neither_shared_nor_rated() -> None:
    """There is nothing in it to share or rate."""
    blocks = to_message(Answer("?", "thanks", "You're welcome."), REQUEST, share=True).blocks

    assert elements(blocks) == {}


def test_who_shared_it_is_named() -> None:
    """First of all, with the question, which nobody else has seen, and in the text as well."""
    answer = replace(full_answer(), question="who uses <Go>?")
    message = to_message(answer, REQUEST, shared_by="U1")
    said = "Shared by <@U1>, who asked: who uses &lt;Go&gt;?"

    assert message.blocks[0]["elements"][0]["text"] == said
    assert message.text.endswith(f"\n\n{said}")


def test_a_later_page_says_where_it_is() -> None:
    """The head of the answer is the same on all of them."""
    answer = Answer("?", "x", "7.", episodes=tuple(citation(f"{n}") for n in range(11)))
    pages = [written(to_message(answer, Request("?", offset=at)).blocks) for at in (0, 5, 10)]

    assert ["Episode" in page for page in pages] == [False, True, True]
    assert "Episodes 6 to 10 of 11" in pages[1]
    assert "Episode 11 of 11" in pages[2]


def test_more_stands_below_what_there_is_more_of() -> None:
    """Not below what is shown apart, of which there is no more."""
    answer = replace(
        Answer("?", "x", "7.", episodes=tuple(citation(f"{n}") for n in range(7))),
        related=(citation("apart"),),
    )
    kinds = [block["type"] for block in to_message(answer, REQUEST).blocks]

    assert kinds.index("actions") < kinds.index("divider")


def test_a_stack_leaves_its_numbers_out() -> None:
    """A phone is narrow, and the technologies can be counted."""
    rows = (Row("databases", 2, detail="PostgreSQL, Redis"),)
    table = next(
        block
        for block in to_message(Answer("?", "stack_of", "It.", rows=rows), REQUEST).blocks
        if block["type"] == "table"
    )

    assert [[cell["text"] for cell in row] for row in table["rows"]] == [
        ["Part", "Technologies"],
        ["databases", "PostgreSQL, Redis"],
    ]


@pytest.mark.parametrize(
    ("intent", "offered"),
    [
        ("who_uses", ["Similar episodes", "Full stack", "Key moments"]),
        ("stack_of", ["Similar episodes", "Key moments"]),
        ("moments", ["Similar episodes", "Full stack"]),
    ],
)
def test_what_is_shown_is_not_offered_again(intent: str, offered: list[str]) -> None:
    """Pressing it would change nothing."""
    answer = Answer("?", intent, "1.", episodes=(citation(),))
    row = next(b for b in to_message(answer, REQUEST).blocks if b["type"] == "actions")

    assert [each["text"]["text"] for each in row["elements"]] == offered


def test_key_moments_show_all_their_lines() -> None:
    """Eight, where an ordinary episode shows two."""
    cues = tuple(cue(start) for start in range(60, 660, 60))
    few = Answer("?", "x", "1.", episodes=(citation(cues=cues[:5]),))
    many = Answer("?", "x", "1.", episodes=(citation(cues=cues[:8]),))

    assert written(to_message(few, REQUEST).blocks).count("▶") == 2
    assert written(to_message(many, REQUEST).blocks).count("▶") == 8


def test_a_modal_gets_no_tables_and_no_buttons() -> None:
    """Both belong to messages only; the numbers stay."""
    answer = replace(full_answer(), episodes=tuple(citation(f"C{n}") for n in range(12)))
    blocks = to_view(answer)

    assert {block["type"] for block in blocks} <= {"section", "context", "divider"}
    assert elements(blocks) == {}
    assert "```Terraform" in written(blocks)
    assert "and 2 more: C10, C11" in written(blocks)


WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["<!channel>", "<@U1> ", "<https://evil.test|ok>", "*", "`", "&", "<", ">|", "\n", "漢😀 "]
    ),
)
# Long ones are short ones over and over: what matters is that they are long.
NASTY = st.builds(str.__mul__, WORDS, st.sampled_from([1, 1, 40, 1000]))
URLS = st.one_of(
    st.just("https://x.test/podcast/1-a#1:02"),
    NASTY.map("https://x.test/{}".format),
    NASTY,
)
CUES = st.builds(
    Cue,
    start=st.none() | st.integers(0, 40_000),
    text=NASTY,
    url=URLS,
    stance=st.sampled_from(Stance),
)
CITATIONS = st.builds(
    Citation,
    url=URLS,
    slug=NASTY,
    title=NASTY,
    company=NASTY,
    guest=st.none() | NASTY,
    published=st.none() | st.dates(date(1990, 1, 1)),
    cues=st.lists(CUES, max_size=9).map(tuple),
    note=st.none() | NASTY,
    stance=st.none() | st.sampled_from(Stance),
)
ROWS = st.builds(Row, label=NASTY, count=st.integers(0, 10**9), technology=st.none(), detail=NASTY)
WIDE = st.builds(
    Row, label=NASTY, count=st.integers(0, 9), detail=NASTY, cells=st.tuples(NASTY, NASTY, NASTY)
)
ANSWERS = st.builds(
    Answer,
    question=NASTY,
    intent=st.sampled_from(["who_uses", "compare", "stack_of", "trend", "help", "moments"]),
    headline=NASTY,
    episodes=st.lists(CITATIONS, max_size=7).map(tuple),
    related=st.lists(CITATIONS, max_size=7).map(tuple),
    rows=st.lists(ROWS, max_size=45).map(tuple),
    did_you_mean=st.lists(NASTY, max_size=8).map(tuple),
    suggestions=st.lists(NASTY, max_size=8).map(tuple),
)
COMPARED = st.builds(
    Answer,
    question=NASTY,
    intent=st.just("compare_shows"),
    headline=NASTY,
    headings=st.tuples(NASTY, NASTY, NASTY, NASTY),
    rows=st.lists(WIDE, min_size=1, max_size=45).map(tuple),
)
REQUESTS = st.builds(
    Request,
    text=NASTY,
    kind=st.sampled_from(Kind),
    previous=st.lists(NASTY, max_size=4).map(tuple),
    offset=st.integers(0, 20),
)


@settings(max_examples=60, phases=UNSHRUNK)
@given(ANSWERS | COMPARED, REQUESTS, st.booleans(), st.sampled_from([None, "U1"]))
def test_any_message_fits(
    answer: Answer,
    request: Request,
    share: bool,  # noqa: FBT001 - drawn
    shared_by: str | None,
) -> None:
    """Every limit, for any answer to any question."""
    message = to_message(answer, request, share=share, shared_by=shared_by)

    assert len(message.text) <= MOST_TEXT
    assert 1 <= len(message.blocks) <= 50
    assert len(json.dumps(message.blocks, ensure_ascii=False)) < 13_000
    assert sum(len(text) for _, text in texts(message.blocks)) < 12_000
    check(message.blocks)


@settings(max_examples=30, phases=UNSHRUNK)
@given(ANSWERS | COMPARED)
def test_any_view_fits(answer: Answer) -> None:
    """As in a message, but for what only messages take."""
    blocks = to_view(answer)

    assert 1 <= len(blocks) <= 100
    check(blocks)


def test_nothing_to_say_is_said_with_dots() -> None:
    """Slack refuses a block without text; names may be made of nothing but control characters."""
    nothing = Citation("", "", "\x17", "\x17", None, None)

    blocks = to_view(Answer("q", "who_uses", "Nobody.", related=(nothing,)))

    check(blocks)


def check(blocks: Sequence[Block]) -> None:
    """Limits of each block, and that no mark-up came through that is not ours."""
    for kind, text in texts(blocks):
        assert 1 <= len(text) <= 3000
        if kind == "mrkdwn":
            assert not re.search(r"<[!#]|<@(?!U1>)|<(?!https?://|@U1>)", text)
    for block in blocks:
        assert len(block.get("elements", "x")) in range(1, 26)
        if block["type"] == "context":
            assert len(block["elements"]) <= 10
    for each in elements(blocks).values():
        assert len(each["action_id"]) <= 255
        assert len(each.get("value", "")) <= 2000
        assert len(each.get("text", {}).get("text", "")) <= 75
        assert all(len(option["value"]) <= 150 for option in each.get("options", ()))


@given(REQUESTS)
def test_a_request_comes_back_as_it_was_packed(request: Request) -> None:
    """As far as a question is read at all, on one line."""
    packed = request.packed()
    back = Request.unpacked(packed)

    assert len(packed) <= 2000
    assert back.packed() == packed
    assert (back.kind, back.offset) == (request.kind, request.offset)


@given(st.text(), st.integers(1, 50))
def test_escaping_never_cuts_an_entity(text: str, limit: int) -> None:
    """What is shown is a beginning of the text."""
    escaped = escape(text, limit)
    shown = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    assert len(escaped) <= limit
    assert shown == text or text.startswith(shown.removesuffix("…"))
    assert not re.search(r"[<>]|&(?!(?:amp|lt|gt);)", escaped)


@given(URLS)
def test_a_link_is_one_link_or_none(url: str) -> None:
    """No address ends its link early."""
    assert re.fullmatch(r"<https?://[^<>|\s]+\|x>|x", link(url, "x"))


@given(st.text(), st.integers(1, 100))
def test_clipped_text_is_never_too_long(text: str, limit: int) -> None:
    """And unchanged where it fits."""
    assert len(clip(text, limit)) <= limit
    assert clip(text, max(len(text), 1)) == text
