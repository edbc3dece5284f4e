"""Posts of the digest and of watches: complete, escaped, within Slack's limits."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import Cue
from bot.digest.content import Content
from bot.digest.subscription import Wish
from bot.model import Guest, Stance
from bot.render.again import Again
from bot.render.digest import (
    ANOTHER,
    MOST_STACK,
    digest_message,
    new_episode_message,
    watch_message,
)
from bot.render.request import Kind, Request
from tests.answers import cue, head
from tests.render.test_blocks import elements, texts, written

CONTENT = Content(
    head(),
    "Songs become videos in Node.",
    ("Express", "Redis"),
    (cue(247, "Built at night"), cue(), cue(None, "Nothing but regrets")),
)


def test_a_digest_says_all_of_it() -> None:
    """Title, guest, sentence, stack, three moments behind links, two buttons."""
    message = digest_message(CONTENT, Wish(years=(2020,)), seen=("example/1-a",))
    shown = written(message.blocks)

    assert "Episode of the day" in shown
    assert (
        "<https://example.test/podcast/9-songrender|*SongRender Turns Songs into Videos*>\n"
        "*Mike Jones* · 29 Jun 2020 · 70 minutes\n"
        "Songs become videos in Node."
    ) in shown
    assert "<https://example.test/podcast/9-songrender#2323|▶ 38:43>" in shown
    assert "Runs on Express, Redis" in shown
    buttons = elements(message.blocks)
    assert Request.unpacked(buttons["episode:similar"]["value"]) == Request(
        "9-songrender", Kind.SIMILAR
    )
    assert Again.unpacked(buttons[ANOTHER]["value"]) == Again(
        Wish(years=(2020,)), ("example/1-a", "example/9-songrender")
    )


def test_what_somebody_asked_for_names_them() -> None:
    """Nobody else wonders why it came at that time."""
    message = digest_message(CONTENT, user="U7")

    assert "Episode of the day · asked for by <@U7>" in written(message.blocks)
    assert "U7" not in message.text


def test_the_text_says_the_same() -> None:
    """Notifications and screen readers show nothing else."""
    assert digest_message(CONTENT).text.splitlines() == [
        "Episode of the day: SongRender Turns Songs into Videos, with Mike Jones",
        "Songs become videos in Node.",
        "▶ 4:07 Built at night",
        "▶ 38:43 Blue and green deploys with Terraform",
        "▶ Nothing but regrets",
        "Runs on Express, Redis",
        "https://example.test/podcast/9-songrender",
    ]


def test_what_is_not_known_leaves_no_gap() -> None:
    """An article has no guest, no length and perhaps no lines."""
    bare = replace(head(), guests=(), published=None, duration=None)
    message = digest_message(Content(bare, None, (), ()))

    assert [block["type"] for block in message.blocks] == ["context", "section", "actions"]
    assert message.text.splitlines()[0].endswith("Turns Songs into Videos")
    assert ANOTHER not in elements(message.blocks)


def test_a_long_stack_is_counted() -> None:
    """An episode may list a hundred technologies."""
    message = digest_message(replace(CONTENT, stack=tuple(f"T{n}" for n in range(100))))

    assert f"T{MOST_STACK - 1} and 85 more" in written(message.blocks)


def test_a_new_episode_is_called_new() -> None:
    """It is no pick by chance, so there is no other one."""
    message = new_episode_message(CONTENT)

    assert message.text.startswith("New episode: SongRender")
    assert set(elements(message.blocks)) == {"episode:similar"}


def test_a_watch_names_what_was_found_and_where() -> None:
    """With the line and its second, and the way to end it."""
    message = watch_message(head(), "Terraform", Stance.USES, cue())
    shown = written(message.blocks)

    assert "*Terraform* is used in a new episode" in shown
    assert "▶ 38:43>  Blue and green deploys with Terraform" in shown
    assert "`/playhead unwatch Terraform`" in shown
    assert message.text.splitlines() == [
        "Terraform is used in a new episode: SongRender Turns Songs into Videos, with Mike Jones",
        "▶ 38:43 Blue and green deploys with Terraform",
        "https://example.test/podcast/9-songrender#2323",
    ]


def test_a_plan_is_no_use() -> None:
    """A wrong claim is worse than none."""
    message = watch_message(head(), "Terraform", Stance.PLANS, cue())

    assert "A new episode plans to use *Terraform*" in written(message.blocks)


def test_a_use_that_only_the_stack_tells_says_so() -> None:
    """There is no line to jump to."""
    message = watch_message(head(), "Terraform", Stance.USES, None)

    assert "listed in the stack" in written(message.blocks)
    assert "listed in the stack" in message.text
    assert message.text.endswith(head().url)


@given(st.text(min_size=1, max_size=4000), st.integers(0, 400))
def test_whatever_is_written_fits_and_pings_nobody(text: str, number: int) -> None:
    """Titles, names and lines come from elsewhere."""
    foreign = f"<!channel> {text}"
    odd = replace(head(), title=foreign, slug=foreign, guests=(Guest(foreign),) * 3)
    content = Content(
        odd, foreign, (foreign,) * number, (Cue(1, foreign, foreign, Stance.USES),) * 3
    )
    for message in (
        digest_message(content, Wish((foreign,)), heading=foreign, user="U1", seen=(foreign,)),
        watch_message(odd, foreign, Stance.USES, content.moments[0]),
        watch_message(odd, foreign, Stance.PLANS, None),
    ):
        assert 0 < len(message.text) <= 3000
        assert len(json.dumps(message.blocks, ensure_ascii=False)) < 12_000
        assert "<!" not in message.text
        for kind, shown in texts(message.blocks):
            assert kind != "mrkdwn" or "<!" not in shown
            assert 0 < len(shown) <= 3000
        assert all(len(each["value"]) <= 2000 for each in elements(message.blocks).values())


def test_a_watch_of_one_person_is_theirs() -> None:
    """A direct message is no channel."""
    message = watch_message(head(), "Terraform", Stance.USES, cue(), alone=True)

    assert "You watch Terraform." in written(message.blocks)
    assert "channel" not in written(message.blocks)
