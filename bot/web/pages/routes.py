"""Where the pages are, and the words that templates need."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Blueprint, render_template, request

from bot.addresses import host_of, is_web_address
from bot.timecode import day
from bot.web.pages.episode import episode_page
from bot.web.pages.episodes import episodes_page
from bot.web.pages.technologies import link, overview, technology_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ask import Asker

LONGEST = 100
"""Characters of a typed filter that are looked at."""

Reply = str | tuple[str, int]


def blueprint(askers: Callable[[], Asker]) -> Blueprint:
    """Make the pages, to be registered with the web application.

    Args:
        askers: Gives whoever answers today.
    """
    pages = Blueprint("pages", __name__)
    for filter_ in (asking, day, host_of, length, link):
        pages.add_app_template_filter(filter_)
    pages.add_app_template_test(is_web_address, "web_address")

    @pages.get("/episodes")
    def episodes() -> Reply:
        page = episodes_page(askers(), request.args.get("q", "")[:LONGEST])
        return render_template("episodes.html", page=page)

    @pages.get("/episode/<slug>")
    def episode(slug: str) -> Reply:
        page = episode_page(askers(), slug)
        return _missing("episode") if page is None else render_template("episode.html", page=page)

    @pages.get("/technologies")
    def technologies() -> Reply:
        category, typed = (request.args.get(name, "")[:LONGEST] for name in ("category", "q"))
        page = overview(askers(), category, typed)
        return render_template("technologies.html", page=page)

    @pages.get("/technologies/<path:ident>")
    def technology(ident: str) -> Reply:
        page = technology_page(askers(), ident)
        if page is None:
            return _missing("technology")
        return render_template("technology.html", page=page)

    return pages


def _missing(kind: str) -> Reply:
    return render_template("missing.html", kind=kind), 404


def asking(question: str) -> str:
    """Where the channel opens with a question already typed.

    >>> asking("who uses C++?")
    '/?ask=who+uses+C%2B%2B%3F'
    """
    return f"/?{urlencode({'ask': question})}"


def length(seconds: int) -> str:
    """A duration as people say it.

    >>> length(4220), length(1800), length(3600)
    ('1 h 10 min', '30 min', '1 h')
    """
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes else ""]
    return " ".join(part for part in parts if part) or "under a minute"
