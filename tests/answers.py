"""Answers of the shape that questions give, made by hand."""

from __future__ import annotations

from datetime import date

from bot.dialogue import Answer, Citation, Cue, Head, Row
from bot.model import Guest, Stance


def cue(start: int | None = 2323, text: str = "Blue and green deploys with Terraform") -> Cue:
    """A cue of an episode at example.test."""
    return Cue(start, text, f"https://example.test/podcast/9-songrender#{start}", Stance.USES)


def head() -> Head:
    """The episode of :func:`cue`."""
    return Head(
        id=9,
        slug="9-songrender",
        title="SongRender Turns Songs into Videos",
        url="https://example.test/podcast/9-songrender",
        show="example",
        category="podcast",
        number=9,
        published=date(2020, 6, 29),
        duration=4200,
        guests=(Guest("Mike Jones"),),
        names=("SongRender",),
        description="Songs become videos in Node. It runs at home.",
    )


def citation(company: str = "SongRender", **changes: object) -> Citation:
    """A citation with one cue; ``changes`` replaces fields."""
    fields: dict[str, object] = {
        "url": "https://example.test/podcast/9-songrender",
        "slug": "9-songrender",
        "title": f"{company} Turns Songs into Videos",
        "company": company,
        "guest": "Mike Jones",
        "published": date(2020, 6, 29),
        "cues": (cue(),),
    }
    return Citation(**{**fields, **changes})  # type: ignore[arg-type]


def full_answer() -> Answer:
    """An answer that has something in every field."""
    return Answer(
        question="who uses Terraform?",
        intent="who_uses",
        headline="2 episodes use Terraform.",
        technologies=("terraform",),
        total=2,
        episodes=(
            citation(),
            citation("Zego", guest=None, cues=(), note="tech stack only"),
        ),
        related=(
            citation("Mux", stance=Stance.PLANS),
            citation("TradeRev", stance=Stance.USED_BEFORE, published=None),
            citation("Pepys", stance=Stance.AVOIDS),
            citation("", title="An interview", stance=Stance.MENTIONS, cues=(cue(None),)),
        ),
        rows=(Row("Terraform", 2, "terraform", "2019 to 2020"), Row("Ansible", 11)),
        did_you_mean=("Terragrunt",),
        suggestions=("what does Zego use?",),
        explain=lambda: ("SongRender: a subject of the line",),
    )
