"""What a process does before it is asked anything, so that nobody waits for it."""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING

from bot.questions import KINDS

if TYPE_CHECKING:
    from bot.ask import Asker

_log = logging.getLogger(__name__)


def warm(asker: Asker) -> None:
    """Ask the examples of every kind of question.

    Patterns are compiled and the catalogue is read at their first use, which takes as long as some
    hundred answers. An example that fails is logged, and keeps nobody from asking something else.
    """
    for example in (example for kind in KINDS for example in kind.EXAMPLES):
        try:
            asker.ask(example)
        except Exception:  # noqa: BLE001 - whatever is wrong with one, the others are answered
            _log.exception("an example failed", extra={"example": example})


def settle() -> None:
    """Let the garbage collector pass over what is there now: it stays as long as the process.

    To go through all of it takes a tenth of a second, in which nobody is answered.
    """
    gc.collect()
    gc.freeze()
