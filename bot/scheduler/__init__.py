"""The clock: posts digests and notes at their times, whichever process it runs in."""

from bot.scheduler.clock import Clock
from bot.scheduler.contracts import Ledger, Poster, Shelf
from bot.scheduler.library import Gone, Library
from bot.scheduler.news import News
from bot.scheduler.runner import Runner

__all__ = ["Clock", "Gone", "Ledger", "Library", "News", "Poster", "Runner", "Shelf"]
