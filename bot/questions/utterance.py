"""A question with its names found: what the kinds match their patterns against.

The text is cleaned of Slack's markup, filters are taken out, and every name is replaced by a
placeholder: ``T0`` a technology, ``C0`` a category, ``E0`` an episode (by company, guest or
title). "What DB does Zego use?" has the shape ``what C0 does E0 use``; the kinds are patterns
over shapes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.dialogue import Filters
from bot.patterns import rx
from bot.questions.filters import take_filters
from bot.questions.lexicon import joined
from bot.rank.words import STOPWORDS
from bot.vocabulary import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.questions.lexicon import Lexicon
    from bot.vocabulary import Span, Token

_LONGEST = 500
_SLACK = rx(
    r"<[@#!][^>]*>|<(https?://[^|>]+)(?:\|[^>]*)?>|[\x00-\x08\x0b-\x1f\x7f]|:[a-z0-9_+-]+:(?=\s|$)"
)
# "zego's bill" names Zego, "who's" is "who"; only Let's Encrypt keeps its s.
_POSSESSIVE = rx(r"(?<!\blet)'s\b", re.IGNORECASE)
_EX = rx(r"\bex-(?=\w)", re.IGNORECASE)
_SPACE = rx(r"\s+")
_PLACE = rx(r"\b[TCE]\d+\b")
_MAX_WORDS = 6

# What stands before a name that is a company here and not a tool: "why did Logflare …".
_EPISODE_BEFORE = rx(
    r"(?:\b(?:does|did|do|is|was|has|at|for|of|like|liked|loved|enjoyed|the|by|to the|about|in the|why'd|behind)|'d|\bfrom the|^)$"
)
_NUMBERED = rx(r"(?:\b(?:episode|ep|number|nr|no)\b\.? ?#?|#)(?P<number>\d{1,4})\b", re.IGNORECASE)
_LIKE_BEFORE = rx(
    r"\b(?:similar|close|closest|nearest|comparable|related|akin|next|relative) to(?: the)?$"
)
_EPISODE_AFTER = rx(
    r"^(?:(?:'s|s)? ?(?:episode|ep|show|one|interview|site|website|app|podcast|team|stack|people|guys|folks|company|tech stack)\b"
    r"|(?:run|use|go|pick|choose|deploy|host|handle|send|store|do|built|written|hosted|made|stay|take|work|process|monitor|track|move|switch)\b|'s\b|$|[?:,])"
)
_TOOL_BEFORE = rx(
    r"\b(?:use|uses|using|used|with|on|to|from|via|through|and|or|vs|versus|than|into|off|not|without|running|deploying|called|adopt|drop|dropped)$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question.

    Attributes:
        kind: ``T``, ``C`` or ``E``.
        ids: Technology or category ids, or episode ids as strings.
        surface: As typed.
        guessed: The spelling was mended.
    """

    kind: str
    ids: tuple[str, ...]
    surface: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Utterance:
    """A question in the form that kinds match.

    Attributes:
        raw: As typed.
        text: Cleaned, filters taken out.
        shape: Lower case, names as placeholders.
        names: Placeholder -> name.
        filters: What the filters say.
    """

    raw: str
    text: str
    shape: str
    names: dict[str, Name] = field(default_factory=dict)
    filters: Filters = field(default_factory=Filters)
    today: date | None = None

    def of(self, kind: str) -> list[str]:
        """Placeholders of one kind, in order of appearance."""
        return [place for place in _PLACE.findall(self.shape) if place[0] == kind]

    @property
    def technologies(self) -> list[str]:
        """Ids of the technologies named, in order."""
        return list(dict.fromkeys(self.names[place].ids[0] for place in self.of("T")))

    @property
    def categories(self) -> list[str]:
        """Ids of the categories named, in order."""
        return list(dict.fromkeys(self.names[place].ids[0] for place in self.of("C")))

    @property
    def episodes(self) -> list[int]:
        """Ids of the episodes named, in order."""
        return list(
            dict.fromkeys(int(ident) for place in self.of("E") for ident in self.names[place].ids)
        )

    def restore(self, shape: str) -> str:
        """A piece of the shape with the names as typed again."""
        return _PLACE.sub(lambda m: self.names[m.group()].surface, shape)

    def dropped(self, *kinds: str) -> Utterance:
        """The same utterance with names of these kinds read as plain words again."""
        shape = _PLACE.sub(
            lambda m: self.names[m.group()].surface.lower() if m.group()[0] in kinds else m.group(),
            self.shape,
        )
        return replace(self, shape=shape)


def clean(raw: str) -> str:
    """The words of a message: no Slack markup, no control characters, not endless.

    >>> clean("<@U1> who uses  Terraform? <!channel>")
    'who uses Terraform?'
    """
    text = _SLACK.sub(lambda m: m.group(1) or " ", raw[: 8 * _LONGEST])
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return _SPACE.sub(" ", text).strip()[:_LONGEST]


def read(raw: str, lexicon: Lexicon, today: date) -> Utterance:
    """Find filters and names in a question."""
    text, filters = take_filters(clean(raw), lexicon, today)
    shape, names = _name(_EX.sub("former ", _POSSESSIVE.sub("", text)), lexicon)
    utterance = Utterance(raw, text, shape, names, filters, today)
    return utterance if utterance.episodes else _with_described(utterance, lexicon)


_THING = (
    r"(?:web ?app|web ?site|app|apps|site|place|thing|one|company|product|platform|service|tool|team|crm|api|system|project|people|guys?"
    r"|folks|bot|comic|podcast|show|episode|ep|interview|article|marketplace|startup|business|box|founder|dev|developer|guest|host)"
)
_DESCRIPTION = rx(
    rf"\b(?:the|that|this) (?!are\b|is\b|was\b|use|run|host|not\b|do\b|does\b|have\b|has\b)(?P<about>(?:[\w'&-]+ ){{1,5}}?){_THING}\b(?! (?:server|for|to|that))"
)
_DOES = r"(?:uses?|runs?|using|running|hosted|built|made|written|deployed|powered|run on)"
_SUBJECT = rx(
    rf"\b(?:the|that|this) (?!are\b|is\b|was\b|not\b)(?P<about>(?:[\w'&-]+ ){{1,6}}?){_DOES}\b"
)
_BARE_DESCRIPTION = rx(r"\b(?:for|at|of|by|behind|does|did) the (?P<about>[a-z]{5,})\W*$")
_SURE = 0.99


def _with_described(utterance: Utterance, lexicon: Lexicon) -> Utterance:
    """The utterance with "the school app" read as the one episode that it describes."""
    shape = utterance.dropped("T", "C").shape
    for pattern in (_DESCRIPTION, _SUBJECT, _BARE_DESCRIPTION):
        for match in pattern.finditer(shape):
            ids = lexicon.describe(match["about"], _SURE)
            if len(ids) == 1:
                start, end = match.start("about"), match.end("about")
                surface = shape[start:end].strip()
                return _replaced(utterance, surface, Name("E", (str(ids[0]),), surface))
    return utterance


def _replaced(utterance: Utterance, surface: str, name: Name) -> Utterance:
    """The utterance with the words of a description as one more name."""
    described = set(surface.split())
    names = {
        place: each
        for place, each in utterance.names.items()
        if described.isdisjoint(each.surface.lower().split())
    }
    gone = {place for place in utterance.names if place not in names}
    shape = _PLACE.sub(
        lambda m: utterance.names[m.group()].surface.lower() if m.group() in gone else m.group(),
        utterance.shape,
    )
    place = f"E{sum(k[0] == 'E' for k in names)}"
    if surface not in shape:
        return utterance
    return replace(utterance, shape=shape.replace(surface, place, 1), names={**names, place: name})


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    past: int
    name: Name


def _name(text: str, lexicon: Lexicon) -> tuple[str, dict[str, Name]]:
    """Replace every name in a text by a placeholder."""
    words = tokens(text)
    chosen = _choose(text, words, _candidates(text, words, lexicon), lexicon)
    chosen += _mended(text, words, chosen, lexicon)
    names: dict[str, Name] = {}
    pieces, at = [], 0
    for found in sorted(chosen, key=lambda each: each.first):
        place = f"{found.name.kind}{sum(k[0] == found.name.kind for k in names)}"
        names[place] = found.name
        pieces += [text[at : words[found.first].start].lower(), place]
        at = words[found.past - 1].end
    pieces.append(text[at:].lower())
    return _SPACE.sub(" ", "".join(pieces)).strip(), names


def _candidates(text: str, words: Sequence[Token], lexicon: Lexicon) -> list[_Found]:
    found: list[_Found] = []
    starts = {word.start: n for n, word in enumerate(words)}
    ends = {word.end: n + 1 for n, word in enumerate(words)}
    categories = lexicon.vocabulary.find_categories(text)
    for span in lexicon.vocabulary.find(text):
        surface = text[span.start : span.end]
        first, past = starts[span.start], ends[span.end]
        joined_on = first > 0 and re.search(r"[+,&/]", text[words[first - 1].end : span.start])
        serves = any(
            text[span.end : each.start] == " for "
            and span.id in lexicon.vocabulary.members[each.id]
            for each in categories
        )
        if joined_on or serves or _means_technology(span, words, first, past, lexicon):
            found.append(_Found(first, past, Name("T", (span.id,), surface)))
    for span in categories:
        surface = text[span.start : span.end]
        found.append(_Found(starts[span.start], ends[span.end], Name("C", (span.id,), surface)))
    found += _episodes(text, words, lexicon)
    return found


def _episodes(text: str, words: Sequence[Token], lexicon: Lexicon) -> list[_Found]:
    """Companies and full names of guests, longest first at each place."""
    found, at = _numbered(text, words, lexicon), 0
    while at < len(words):
        for count in range(min(_MAX_WORDS, len(words) - at), 0, -1):
            key = joined(text[words[at].start : words[at + count - 1].end])
            ids = lexicon.companies.get(key) or lexicon.people.get(key)
            if ids is None and count == 1 and key.endswith("s"):
                ids = lexicon.companies.get(key[:-1])
            if ids is None and count == 1 and words[at].text[:1].isupper() and at:
                ids = _first_name(key, lexicon)
            if ids and not (count == 1 and key in STOPWORDS):
                surface = text[words[at].start : words[at + count - 1].end]
                found.append(_Found(at, at + count, Name("E", tuple(map(str, ids)), surface)))
                at += count
                break
        else:
            at += 1
    return found


def _numbered(text: str, words: Sequence[Token], lexicon: Lexicon) -> list[_Found]:
    """Episodes by their number: "episode 36", "#36"."""
    starts = {word.start: n for n, word in enumerate(words)}
    found = []
    for match in _NUMBERED.finditer(text):
        number = int(match["number"])
        ids = tuple(str(i) for i, head in lexicon.heads.items() if head.number == number)
        past = starts.get(match.start("number"))
        if ids and past is not None:
            first = starts.get(match.start(), past)
            found.append(_Found(first, past + 1, Name("E", ids, match.group())))
    return found


def _first_name(key: str, lexicon: Lexicon) -> tuple[int, ...] | None:
    """The episode of the only guest of that first or last name."""
    ids = lexicon.surnames.get(key, ())
    plain = key in STOPWORDS or lexicon.vocabulary.resolve(key) is not None
    return ids if len(ids) == 1 and not plain else None


def _choose(
    text: str, words: Sequence[Token], found: list[_Found], lexicon: Lexicon
) -> list[_Found]:
    """Names that do not overlap: the longest, and by context where two read the same words."""
    chosen: list[_Found] = []
    for each in sorted(found, key=lambda f: (f.first - f.past, _order(text, words, f, lexicon))):
        if all(each.past <= other.first or each.first >= other.past for other in chosen):
            chosen.append(each)
    return chosen


def _order(text: str, words: Sequence[Token], found: _Found, lexicon: Lexicon) -> int:
    """Which reading of the same words comes first.

    A company that is also a tool (Logflare) is the company where a company is asked about,
    and always when no other episode names the tool.
    """
    if found.name.kind == "C":
        return 3
    if found.name.kind == "T":
        return 1
    before = text[: words[found.first].start].lower().rstrip()
    after = text[words[found.past - 1].end :].lower().lstrip()
    if _LIKE_BEFORE.search(before):
        return 0
    if _TOOL_BEFORE.search(before):
        return 2
    as_episode = _EPISODE_BEFORE.search(before) and _EPISODE_AFTER.search(after)
    tool = lexicon.vocabulary.resolve(found.name.surface) or ""
    others = lexicon.present.get(tool, frozenset()) - frozenset(map(int, found.name.ids))
    return 0 if as_episode or not others else 2


_SLOT_BEFORE = frozenset(
    """use uses using used with on via through and or plus & + vs versus than not without like about for
    learn chose choose picked choosing picking adopt adopting run runs running love hate love prefer prefers
    in of from off dropped drop moved switched left no any know avoid avoids called ex compare between
    about add adding""".split()
)
_SLOT_AFTER = frozenset(
    """users user shops shop folks people devs developers developer episodes episode shows show apps app sites code
    programmers engineers projects stories fans vs versus anyone anybody setups setup stack
    workers backends servers usage teams companies stuff guests""".split()
)
_PARTICLES = frozenset(
    "from to with for about on live down up out back over through into away off".split()
)
_TO_BEFORE = rx(r"\b(?:mov\w+|switch\w*|migrat\w+|chang\w+|go|went|going|from .*) (?:\w+ )?to$")


_USE_BEFORE = frozenset(
    "use uses using used run runs running adopt adopts adopting know called with on without".split()
)


def _means_technology(
    span: Span, words: Sequence[Token], first: int, past: int, lexicon: Lexicon
) -> bool:
    """Whether words that spell a technology mean it.

    An English word that no episode names as a technology must stand right after "uses".
    """
    if span.sure:
        return True
    if span.id in lexicon.present:
        return _slot(words, first, past)
    before = words[first - 1].lower if first else ""
    return past - first == len(words) or (
        before in _USE_BEFORE and past == len(words) and before not in {"with", "on", "without"}
    )


def _slot(words: Sequence[Token], first: int, past: int) -> bool:
    """Whether a word that is English too stands where only a name makes sense."""
    before = words[first - 1].lower if first else ""
    after = words[past].lower if past < len(words) else ""
    if past - first == len(words):
        return True
    if words[first].lower == "go" and (
        after in _PARTICLES or before in {"to", "can", "not", "i", "and"}
    ):
        return past == len(words) and _arrives(words[:first])
    if before in _SLOT_BEFORE or after in _SLOT_AFTER:
        return True
    if before in {"is", "are", "the", "a", "an"} and after:
        return False
    return _arrives(words[:first])


def _arrives(words: Sequence[Token]) -> bool:
    """Whether words end in "moved from python to"."""
    return bool(_TO_BEFORE.search(" ".join(word.lower for word in words)))


def _mended(
    text: str, words: Sequence[Token], chosen: list[_Found], lexicon: Lexicon
) -> list[_Found]:
    """Names behind misspelt words that nothing else explains."""
    taken = {n for found in chosen for n in range(found.first, found.past)}
    mended: list[_Found] = []
    for at, word in enumerate(words):
        if at in taken or lexicon.known(word.lower):
            continue
        for first, past in ((at, at + 2), (at - 1, at + 1), (at, at + 1)):
            if first < 0 or past > len(words) or taken & set(range(first, past)):
                continue
            if past - first > 1 and _BETWEEN & {words[n].lower for n in range(first, past)}:
                continue
            surface = text[words[first].start : words[past - 1].end]
            name = _nearest(surface, past - first, lexicon)
            if name and _plausible(name, words, first, past):
                mended.append(_Found(first, past, name))
                taken |= set(range(first, past))
                break
    return mended


# Words that never are half of a misspelt name.
_BETWEEN = STOPWORDS
# So short a word is one letter away from too many names: "sick" is no Slick, "bake" no Rake.
_SHORT = 6
_NAME_BEFORE = frozenset(
    """use uses using used run runs running adopt adopts adopting called with on without via through has have
    having had and or plus vs versus than any drop dropped dropping left chose choose picked former into""".split()
)
_NAME_AFTER = frozenset(
    """user users shop shops devs developers developer vs versus anyone anybody setup setups stack apps
    workers backends servers usage folks""".split()
)


def _plausible(name: Name, words: Sequence[Token], first: int, past: int) -> bool:
    """Whether a mended spelling is too long for chance, or stands where a name is expected.

    The name of a category is an English word itself, so its length says nothing.
    """
    letters = sum(len(word.text) for word in words[first:past])
    return (letters > _SHORT and name.kind != "C") or _expected(words, first, past)


def _expected(words: Sequence[Token], first: int, past: int) -> bool:
    """Whether only a name makes sense there: after "uses", before "users", alone or nearly."""
    before = words[first - 1].lower if first else ""
    after = words[past].lower if past < len(words) else ""
    if len(words) - (past - first) <= 1 or before in _NAME_BEFORE or after in _NAME_AFTER:
        return True
    return _arrives(words[:first]) or (
        before in {"which", "what"} and after in {"do", "does", "is"}
    )


def _nearest(surface: str, count: int, lexicon: Lexicon) -> Name | None:
    tech = lexicon.vocabulary.near(surface, lexicon.present)
    if tech:
        return Name("T", (tech,), surface, guessed=True)
    episodes = lexicon.near_company(surface)
    if episodes:
        return Name("E", tuple(map(str, episodes)), surface, guessed=True)
    if count > 1:
        return None
    category = lexicon.vocabulary.near_category(surface)
    return Name("C", (category,), surface, guessed=True) if category else None
