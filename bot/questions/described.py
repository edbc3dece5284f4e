"""An episode that most of a question's words describe, though nothing asks for an episode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.episode import EpisodeQuestion
from bot.rank.words import content_words

if TYPE_CHECKING:
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

NAME = "described"
SUMMARY = "An episode by a description of it"
EXAMPLES = ("supply of toilet paper", "appraisals for real estate orders")

# Share of the words' weight that title, names and description must meet.
_MOSTLY = 0.6


def parse(utterance: Utterance, lexicon: Lexicon) -> EpisodeQuestion | None:
    """At least two words that describe one episode and no other."""
    text = utterance.restore(utterance.shape).lower()
    if utterance.episodes or len(content_words(text)) < 2:
        return None
    ids = lexicon.describe(text, _MOSTLY)
    return EpisodeQuestion(utterance, lexicon, "all", None, ids) if len(ids) == 1 else None
