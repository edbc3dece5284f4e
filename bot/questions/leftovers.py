"""What a question says beyond its names and the words that only frame them.

Nothing left over means that a name is all that is asked for; much of it, that a line is wanted.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.questions.slots import PLACE
from bot.rank.words import content_words

if TYPE_CHECKING:
    from bot.questions.utterance import Utterance

_SHAPES = 64
# Words that say "uses" for a category, so that what is left over is what the question adds.
_FRAME = frozenset(
    """
    run runs running host hosts hosted hosting deploy deploys deployed build builds built work works
    write writes written pick picks send sends sent rely relies proper real kind sort type third
    party service services tool tools system platform set setup actual dedicated external managed
    apps app site sites company companies teams shops users user way server provider solution
    software stack stuff product backend back-end front end production combine combines mix decent
    good modern popular certain specific based ppl mean hooked keep keeps place either fine
    preferably curious whether interested relying rock rocks happen happens evaluate evaluating hear
    heard role come comes play plays played involved experience experiences experienced success
    stories story example examples recommend recommended interesting nice inspiration learn see seen
    life world bet bets betting trust trusts swear swears likes love loves fan fans chose chosen
    choose opted sign signed subscribe subscribed subscribes pay paying pays altogether exist day
    days daily case cases live lives living feature featured features featuring recordings recording
    long short whole everywhere somewhere around someplace parts ways instead another besides except
    apart toolbox arsenal monolith monoliths startup startups products project projects need needs
    needed require required sample samples reference references dudes gals devs devops crew crews
    house houses name names wild tooling raise hand hands contain contains total overall anywhere
""".split()
)


def leftover(utterance: Utterance) -> list[str]:
    """Content words that neither a name nor the frame of a question explains."""
    return list(_left(utterance.shape))


@lru_cache(_SHAPES)
def _left(shape: str) -> tuple[str, ...]:
    """What is left of a shape, which one kind of question asks after the other."""
    return tuple([word for word in content_words(PLACE.sub(" ", shape)) if word not in _FRAME])
