"""An episode's page has all that the catalogue knows of it, and claims no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Stance
from bot.web.pages.episode import EpisodePage, episode_page

if TYPE_CHECKING:
    from bot.ask import Asker

ACME = "1-acme-makes-anvils"


@pytest.fixture
def acme(asker: Asker) -> EpisodePage:
    """The page of the episode that says most."""
    page = episode_page(asker, ACME)
    assert page is not None
    return page


def test_an_unknown_episode_has_no_page(asker: Asker) -> None:
    """The route says so."""
    assert episode_page(asker, "9-nobody") is None


def test_every_line_has_its_time(acme: EpisodePage) -> None:
    """In the order in which they are spoken; what has none is told apart."""
    assert ["1:02", "12:30", "20:00", "31:15", "1:04:22"] == [line.time for line in acme.lines]
    assert ["Acme is run by Ada, who wrote it with Django."] == [
        line.text for line in acme.introduction
    ]
    assert acme.lines[0].url == "https://widgets.example/podcast/1-acme-makes-anvils#1:02"


def test_key_moments_can_be_played(acme: EpisodePage) -> None:
    """A paragraph of the introduction is none."""
    assert acme.moments
    assert {line.id for line in acme.moments} <= {line.id for line in acme.lines}


def test_the_stack_stands_with_the_lines_that_say_so(acme: EpisodePage) -> None:
    """By category; what is only listed is told apart, and the whole is counted."""
    told = {part.name: [line.time for line in part.lines] for g in acme.stack for part in g.parts}

    assert told == {"Terraform": ["1:02"], "PostgreSQL": ["12:30", "20:00"], "Django": [""]}
    assert ["Redis"] == [part.name for part in acme.listed]
    assert acme.size == 4


def test_a_stance_is_never_taken_for_a_use(acme: EpisodePage) -> None:
    """What they used before or do without has its own heading."""
    said = {group.stance: [part.name for part in group.parts] for group in acme.said}

    assert said[Stance.USED_BEFORE] == ["Ansible"]
    assert said[Stance.AVOIDS] == ["Docker"]
    assert {"Ansible", "Docker"}.isdisjoint(part.name for g in acme.stack for part in g.parts)


def test_plans_are_told(asker: Asker) -> None:
    """Under what they would like to use."""
    page = episode_page(asker, "2-bolt-sells-screws")
    assert page is not None

    assert [("Plans to use", ["Kubernetes"])] == [
        (group.label, [part.name for part in group.parts])
        for group in page.said
        if group.stance is Stance.PLANS
    ]


def test_neighbours_share_technologies(acme: EpisodePage) -> None:
    """The nearest first, with what is shared; the episode itself is none."""
    assert acme.similar[0].episode.company == "Bolt"
    assert acme.similar[0].shares == "shares Django, Redis and PostgreSQL"
    assert ACME not in {each.episode.slug for each in acme.similar}


def test_only_what_is_spoken_can_be_played(asker: Asker, acme: EpisodePage) -> None:
    """A written interview has no recording, whatever the show's template says."""
    written = episode_page(asker, "dial-answers-phones")
    assert written is not None

    assert acme.audio == "https://cdn.example/1-acme-makes-anvils.mp3"
    assert written.audio is None
    assert written.lines
    assert written.introduction == ()


def test_the_questions_are_understood(asker: Asker, acme: EpisodePage) -> None:
    """Each is about this episode, and is taken for what it asks."""
    asked = [asker.ask(question)[0] for question in acme.questions]

    assert asked[0].intent == "stack_of"
    assert asked[1].intent == "similar"
    assert all(answer.intent not in {"help", "unanswerable"} for answer in asked)
