"""Names in a question, and the places where only a name makes sense.

"Go" is a language after "uses" and before "users", and a verb elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.patterns import rx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.lexicon import Lexicon
    from bot.spelt import Token
    from bot.vocabulary import Span


PLACE = rx(r"\b[TCE]\d+\b")
"""A name's place in a shape."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question.

    Attributes:
        kind: ``T``, ``C`` or ``E``.
        ids: Technology or category ids, or episode ids as strings.
        surface: As typed.
        guessed: The spelling was mended.
        company: Ids of the episodes of a company that bears the same name.
    """

    kind: str
    ids: tuple[str, ...]
    surface: str
    guessed: bool = False
    company: tuple[str, ...] = ()

    def as_episode(self) -> Name:
        """The company of this name instead of the technology."""
        return Name("E", self.company, self.surface, self.guessed) if self.company else self


@dataclass(frozen=True, slots=True)
class Found:
    """A name that stands at ``words[first:past]``."""

    first: int
    past: int
    name: Name


_SLOT_BEFORE = frozenset(
    """
    use uses using used with on via through and or plus & + vs versus than not without like about
    for learn chose choose picked choosing picking adopt adopting run runs running love hate prefer
    prefers in of from off dropped drop moved switched left no any know avoid avoids called ex
    compare between add adding have has had having got pick picks try tries tried trying against
    mention mentions mentioned consider considers considered considering evaluate evaluates
    evaluated evaluating want wants need needs combine combines combining both either minus sans
    preferring leave leaves leaving discuss discusses discussed took hates dislike dislikes loathe
    loathes ruled found finds kept gave cancelled canceled regret regrets towards toward testing
    tested trusts rewrote rewriting waiting says said touch touched needed zero lacking anti
    dismissed dismiss
""".split()
)
# Verbs whose object can only be a thing.
_STRONG = frozenset(
    """
    writes resist resists resisted eschew eschews eschewed gives
    banned vetoed spurned snubbed declined involve involves uninstalled unplugged trashed discarded
    abandon abandoned ditch ditched dump dumped remove removed retire retired quit outgrew replace
    replaced swapped escaped scrapped axed kicked threw ripped dropped adopt adopted avoid avoided
    avoids reject rejected skip skipped called using uses
""".split()
)
_SLOT_AFTER = frozenset(
    """
    users user shops shop folks people devs developers developer episodes episode shows show apps
    app sites code programmers engineers projects stories fans vs versus against anyone anybody
    setups setup stack workers backends servers usage teams companies stuff guests listings
    recordings podcasts startups products customers account accounts adopters experts enthusiasts
    fanatics lovers
    haters sceptics skeptics critics opponents deniers free
""".split()
)
# After the first word of a question: "node with mongo".
_JOINS = frozenset(
    """
    with without and or plus alongside together but not minus sans except instead only rather over
""".split()
)
# Before the last word of a question: "who said no to express", "anyone looking into render".
_LAST_BEFORE = frozenset("to into over".split())
# "Who turned stripe down", "where stripe isn't used", "stripe: who skipped it".
_PARTED = frozenset(
    "turned turn turning kicked threw took phased swapped shut switched put".split()
)
_PARTS = frozenset("off down out away".split())
_FRONTED = frozenset("where is isn".split())
_TOLD = frozenset(
    "used using rejected gone needed skipped dropped avoided left replaced have missing".split()
)
# Two words before a name: "who turned down stripe".
_TWO_BEFORE = frozenset(
    """
    turned_down looked_at looking_at ruled_out phased_out phasing_out kicked_out threw_out
    to_be left_out ripped_out swapped_out tried_out trying_out
""".split()
)
# Words of a question that asks for nothing but the users of something.
_FRAME = frozenset(
    """
    who whos who's is are there any anyone anybody someone somebody everyone everybody does do which
    what shows show episodes episode apps app sites site companies teams team people folks ppl users
    user devs developers shops guests projects startups on with has have got use uses using used run
    runs running rely relies work works built build hosted hosting powered in production prod their
    stack yet at all tried here around else me list it currently still right now writes write
    writing written codes code coding coded deploys deploy deployed really s actually also and how
    about plus
""".split()
)
# "Go" between one of these and "on" or "with" is no verb: "who has go on the wish list".
_HAVING = frozenset("has have had use uses used using runs from combine combines combining".split())
_PARTICLES = frozenset(
    "from to with for about on live down up out back over through into away off".split()
)
_TO_BEFORE = rx(r"\b(?:mov\w+|switch\w*|migrat\w+|chang\w+|go|went|going|from .*) (?:\w+ )?to$")


_USE_BEFORE = frozenset(
    "use uses using used run runs running adopt adopts adopting know called with on without".split()
)


# Words that make something else of a name before them: "git push" is a way to deploy, "less than"
# compares.
_COMPOUNDS = {
    "less": frozenset(("than", "then")),
    "git": frozenset("push pull flow hook hooks commit commits branch branches".split()),
}


# Who goes, and where something is said of a show.
_GOERS = frozenset("they he she it you we i to can not did does do and people would will".split())
_PLACES = frozenset("from at in for on".split())
# "Where do zego's logs go".
_WHITHER = frozenset("where how".split())


def is_compound(span: Span, words: Sequence[Token], first: int, past: int) -> bool:
    """Whether words that spell a technology are part of "git push" or "git flow"."""
    before = words[first - 1].lower if first else ""
    after = words[past].lower if past < len(words) else ""
    return after in _COMPOUNDS.get(span.id, ()) or words[first].lower in _COMPOUNDS.get(before, ())


def means_technology(
    span: Span, words: Sequence[Token], first: int, past: int, lexicon: Lexicon
) -> bool:
    """Whether words that spell a technology mean it.

    An English word that no episode names as a technology must stand right after "uses", or in a
    question about nothing else.
    """
    if span.sure:
        return True
    if span.id in lexicon.present:
        return _slot(words, first, past)
    before = words[first - 1].lower if first else ""
    return _asks_for_users(words, first, past) or (
        before in _USE_BEFORE and past == len(words) and before not in {"with", "on", "without"}
    )


def _asks_for_users(words: Sequence[Token], first: int, past: int) -> bool:
    """Whether a question says nothing besides a word but that it asks for users: "who's on elm"."""
    return all(word.lower in _FRAME for word in (*words[:first], *words[past:]))


def is_verb(words: Sequence[Token], at: int) -> bool:
    """Whether its neighbours make a word plain English: "did they go about it", "the rest of"."""
    before = words[at - 1].lower if at else ""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if words[at].lower == "go" and (
        after in _PARTICLES - _PLACES
        or before in _GOERS
        or (not after and words[0].lower in _WHITHER)
    ):
        return True
    return before in {"the", "a", "an"} and after == "of"


def _slot(words: Sequence[Token], first: int, past: int) -> bool:
    """Whether a word that is English too stands where only a name makes sense."""
    before = words[first - 1].lower if first else ""
    after = words[past].lower if past < len(words) else ""
    if past - first == len(words):
        return True
    if before in _STRONG:
        return True
    if words[first].lower == "go" and (
        (after in _PARTICLES and before not in _HAVING)
        or before in {"to", "can", "not", "i", "and"}
    ):
        return past == len(words) and arrives(words[:first])
    if past == len(words) and before in _LAST_BEFORE and words[first].lower != "go":
        return True
    if "_".join(word.lower for word in words[max(first - 2, 0) : first]) in _TWO_BEFORE:
        return True
    if before in _PARTED and after in _PARTS:
        return True
    if (not first or before in _FRONTED) and _TOLD & {word.lower for word in words[past:]}:
        return True
    if before in _SLOT_BEFORE or after in _SLOT_AFTER or (not first and after in _JOINS):
        return True
    if before in {"is", "are", "the", "a", "an"} and after:
        return False
    return arrives(words[:first])


def arrives(words: Sequence[Token]) -> bool:
    """Whether words end in "moved from python to"."""
    return bool(_TO_BEFORE.search(" ".join(word.lower for word in words)))
