"""What people made, kept apart from the catalogue, which is derived from sources.

Answered posts, threads, channel settings, feedback, unanswered questions and installations:
in the SQLite file of the catalogue by default, in PostgreSQL where many processes share it.
"""

from bot.state.installations import Installations
from bot.state.purge import Purge
from bot.state.state import MODES, State
from bot.state.vault import Vault

__all__ = ["MODES", "Installations", "Purge", "State", "Vault"]
