"""Who uses something: names combined with and, or and not, categories, and what is shown apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Stance
from bot.questions.base import STACK_ONLY
from bot.questions.who_uses import WhoUses
from tests.questions.library import aside, claimed, cues, short, table

if TYPE_CHECKING:
    from tests.questions.library import Library

USERS = table(
    ("who uses Terraform?", "Terraform", "orchardly"),
    ("redis?", "Redis", "ferrybook inkwell quillmail"),
    ("anyone on postgres", "PostgreSQL", "ferrybook inkwell orchardly pebble"),
    ("Does anybody still use Celery these days?", "Celery", "ferrybook"),
    ("pls list apps that run on linode", "Linode", "lanternfish"),
    ("who is running nginx in production", "NGINX", "ferrybook lanternfish"),
    ("kubernetes users", "Kubernetes", "orchardly"),
    ("stripe for payments", "Stripe", "ferrybook bakehouse"),
    ("django", "Django", "ferrybook library pebble"),
    ("Who's hosted on Digital Ocean?", "DigitalOcean", "ferrybook pebble"),
    ("who uses express", "Express", "bakehouse"),
    ("who uses cobol?", "COBOL", ""),
)
COMBINED = table(
    ("which shows use postgres and redis", "PostgreSQL and Redis", "ferrybook inkwell"),
    ("who uses docker together with vue", "Docker and Vue.js", "lanternfish quillmail"),
    ("docker, redis and celery users", "Docker and Redis and Celery", "ferrybook"),
    ("who is on heroku and stripe", "Heroku and Stripe", "bakehouse"),
    ("rails + sidekiq", "Ruby on Rails and Sidekiq", "inkwell"),
    ("rails or laravel shops", "Ruby on Rails or Laravel", "inkwell quillmail"),
    ("flask/django people", "Flask or Django", "ferrybook lanternfish library pebble"),
    (
        "who runs mongodb, sqlite or mysql",
        "MongoDB or SQLite or MySQL",
        "bakehouse lanternfish library quillmail",
    ),
    ("rails or django people hosted on heroku", "Ruby on Rails or Django and Heroku", "inkwell"),
    ("who uses postgres but not redis", "PostgreSQL without Redis", "orchardly pebble"),
    (
        "docker without kubernetes",
        "Docker without Kubernetes",
        "ferrybook inkwell lanternfish quillmail",
    ),
    ("who uses docker and not redis", "Docker without Redis", "orchardly lanternfish"),
    ("who uses react but no redis", "React without Redis", "bakehouse"),
    (
        "postgres, but not django or rails",
        "PostgreSQL without Django or Ruby on Rails",
        "orchardly",
    ),
    ("flask instead of django", "Flask without Django", "lanternfish"),
    (
        "any of django, flask, rails",
        "Django or Flask or Ruby on Rails",
        "ferrybook inkwell lanternfish library pebble",
    ),
    ("who uses bootstrap css", "Bootstrap", "library"),
)
CATEGORIES = table(
    ("who uses a NoSQL database?", "NoSQL databases", "bakehouse"),
    (
        "any javascript front-end framework?",
        "front-end frameworks",
        "inkwell bakehouse lanternfish quillmail",
    ),
    ("who accepts payments", "payment services", "ferrybook bakehouse"),
    ("who takes credit cards", "payment services", "ferrybook bakehouse"),
    ("any shows with a payment provider", "payment services", "ferrybook bakehouse"),
    ("who writes in a functional language", "functional languages", "orchardly"),
    ("who uses a JVM language", "JVM languages", ""),
    ("who uses hashicorp tools", "HashiCorp tools", "orchardly"),
    (
        "who sends email with an external provider",
        "transactional email services",
        "ferrybook quillmail",
    ),
    ("who sends text messages", "SMS and telephony services", "bakehouse"),
    ("background jobs, who has them", "background job tools", "ferrybook inkwell"),
    (
        "who has a relational database",
        "relational databases",
        "ferrybook inkwell orchardly lanternfish quillmail library pebble",
    ),
    (
        "who has a relational database such as oracle",
        "relational databases",
        "ferrybook inkwell orchardly lanternfish quillmail library pebble",
    ),
    (
        "databases other than postgres, who has one",
        "databases other than PostgreSQL",
        "bakehouse lanternfish quillmail library",
    ),
    (
        "a database but not postgres or sqlite",
        "databases other than PostgreSQL or SQLite",
        "bakehouse quillmail",
    ),
    (
        "a payment service that takes cards in any land, who has one",
        "payment services",
        "ferrybook bakehouse",
    ),
    (
        "python web framework users",
        "Python and web frameworks",
        "ferrybook lanternfish library pebble",
    ),
)
BY_VERB = table(
    ("who sends out emails to their customers", "email", "ferrybook quillmail"),
    ("who gets woken up at night", "on-call", ""),
    ("paging someone at night, who does that", "on-call", ""),
    ("where do people keep their uploads", "object-storage", "inkwell orchardly"),
)
OTHER_KINDS = table(
    ("what does ferrybook use",),
    ("who doesn't use docker?",),
    ("who doesn't monitor anything",),
    ("who never gets paged",),
    ("redis saved their weekend with a restore of everything",),
    ("who painted the ceiling of the chapel",),
    ("who uses neither redis nor docker",),
    ("what does redis cost",),
    ("who hosts tollgate",),
    ("something on docker volumes",),
)


@pytest.mark.parametrize(("question", "label", "users"), [*USERS, *COMBINED, *CATEGORIES])
def test_users(library: Library, question: str, label: str, users: str) -> None:
    """The condition is read as it is meant, and exactly those who meet it are named."""
    asked, answer = library.understand(question), library.ask(question)

    assert isinstance(asked, WhoUses)
    assert label == asked.condition.label
    assert set(users.split()) == claimed(answer)
    assert len(users.split()) == answer.total
    assert answer.gap == (not users)


@pytest.mark.parametrize(("question", "category", "users"), BY_VERB)
def test_a_verb_names_the_category(
    library: Library, question: str, category: str, users: str
) -> None:
    """Nobody says "transactional email provider"."""
    asked = library.understand(question)

    assert isinstance(asked, WhoUses)
    assert category in str(asked.condition.groups[0][0].category)
    assert set(users.split()) == claimed(library.ask(question))


@pytest.mark.parametrize(("question",), OTHER_KINDS)
def test_what_it_leaves_to_others(library: Library, question: str) -> None:
    """A name in a question does not make it a question for users."""
    assert not isinstance(library.understand(question), WhoUses)


@pytest.mark.parametrize(
    "question",
    [
        "who switched databases",
        "who is hosted in europe",
        "does anyone self host",
        "who takes payments with zzyzx",
    ],
)
def test_a_change_or_a_place_is_no_category(library: Library, question: str) -> None:
    """Not all who have one are meant."""
    assert not isinstance(library.understand(question), WhoUses)


def test_both_though_but_stands_between(library: Library) -> None:
    """One here, the other there."""
    both = library.ask("who uses postgres in production but sqlite in development")

    assert both.headline.endswith("on record as using PostgreSQL and SQLite.")
    assert library.ask("postgres but not redis").episodes != both.episodes


def test_alternatives(library: Library) -> None:
    """The rest of what does the same, without the one that is named."""
    answer = library.ask("alternatives to react")

    assert {"bakehouse", "lanternfish", "quillmail"} >= claimed(answer)
    assert "other than React: " in answer.headline
    assert library.ask("react alternatives").episodes == answer.episodes
    assert library.ask("zzyzx alternatives").episodes == ()


def test_who_says_otherwise_is_shown_apart(library: Library) -> None:
    """Plans and denials are no uses, and each says what it is."""
    answer = library.ask("who uses kubernetes")

    assert ["orchardly"] == short(answer.episodes)
    assert {
        "inkwell": "plans to",
        "ferrybook": "says it does not",
        "quillmail": "says it does not",
    } == aside(answer)
    assert {"quillmail": "used to"} == aside(library.ask("digitalocean?"))


def test_only_what_was_asked_is_shown_apart(library: Library) -> None:
    """Who plans the excluded thing, or uses the wanted one in part, has no place there."""
    assert {"library": "says it does not"} == aside(library.ask("docker but not redis"))
    assert {"library": "says it does not"} == aside(library.ask("who uses docker -redis"))
    assert {} == aside(library.ask("postgres and redis users"))


def test_the_plainest_line_comes_first(library: Library) -> None:
    """A line that says it outright before one that names it; the bare tech stack last."""
    answer = library.ask("who uses docker")

    assert [("ferrybook", 1110), ("quillmail", 2257)] == sorted(cues(answer)[:2])
    assert {"orchardly", "lanternfish"} == set(short(answer.episodes)[3:])
    assert [STACK_ONLY] * 2 == [each.note for each in answer.episodes[3:]]


def test_a_use_in_part_keeps_its_words(library: Library) -> None:
    """In production only: a use, and the line says so."""
    answer = library.ask("who uses docker")
    inkwell = next(each for each in answer.episodes if "inkwell" in each.slug)

    assert Stance.USES is inkwell.stance
    assert "but it is in production" in inkwell.cues[0].text


def test_what_came_before_it(library: Library) -> None:
    """Is no question for its users."""
    assert not isinstance(library.understand("which tools came before docker"), WhoUses)
    assert isinstance(library.understand("who has experience with docker"), WhoUses)


def test_a_use_in_one_place(library: Library) -> None:
    """Is claimed of nobody who says that it is not used there."""
    here, there = library.ask("docker in dev"), library.ask("who uses docker in production")

    assert {"inkwell"} == claimed(there) - claimed(here)
    assert claimed(library.ask("who uses docker")) == claimed(there)


@pytest.mark.parametrize(
    "question", ["wer benutzt docker", "qui utilise docker ?", "kaun kaun karta hai docker"]
)
def test_another_language(library: Library, question: str) -> None:
    """Nothing is understood but the name, and that is what is asked about."""
    assert claimed(library.ask("who uses docker")) == claimed(library.ask(question))


def test_lines_without_a_time_link_to_their_heading(library: Library) -> None:
    """A written interview has no seconds."""
    answer = library.ask("who uses sqlite")
    interview = next(each for each in answer.episodes if "library" in each.slug)

    assert interview.cues[0].start is None
    assert f"{interview.url}#why-did-you-choose-django" == interview.cues[0].url


def test_the_count_is_over_the_whole_catalogue(library: Library) -> None:
    """So that nobody takes one of eight for all."""
    assert "1 of 8 episodes uses Terraform: Orchardly." == library.ask("terraform?").headline
    assert "3 of 8 episodes use Redis" in library.ask("redis?").headline
    assert "Nobody in 8 episodes" in library.ask("who uses cobol").headline


def test_a_mended_name_is_offered(library: Library) -> None:
    """Whoever was misunderstood can see how."""
    answer = library.ask("who uses Posgres")

    assert ("PostgreSQL",) == answer.did_you_mean
    assert 4 == answer.total


def test_what_it_is_used_for(library: Library) -> None:
    """Says no more of its users, but a word beside its name asks for a line."""
    assert isinstance(library.understand("who runs something on docker volumes"), WhoUses)
    assert not isinstance(library.understand("is there something on docker volumes"), WhoUses)
