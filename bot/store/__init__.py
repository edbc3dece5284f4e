"""The catalogue in SQLite: written by ``load``, read by ``ask``."""

from bot.store.catalogue import Store

__all__ = ["Store"]
