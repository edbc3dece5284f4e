"""The catalogue in SQLite: written by ``load``, read by ``ask``."""

from bot.store.catalogue import Store
from bot.store.connection import MEMORY

__all__ = ["MEMORY", "Store"]
