"""Finding the names in a question: technologies, categories, episodes by company or guest."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.patterns import rx
from bot.questions.lexicon import joined
from bot.questions.respelt import mended
from bot.questions.slots import Found, Name, is_compound, is_verb, means_technology
from bot.rank.ordinary import is_ordinary
from bot.rank.words import STOPWORDS
from bot.spelt import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.lexicon import Lexicon
    from bot.spelt import Token
    from bot.vocabulary import Span

_BESIDE = rx(
    r"""
    \W*[-=>→+,&/]\W*
    |\W*\b(?:(?:is|was|got|been) )?(?:to|into|for|with|by|then|and then|or|nor|and|vs\.?|versus|from
        |after|before|in favou?r of|replaced(?: by| with)?|out|first|swapped for|over|instead of
        |rather than|(?:hosted |running )?on|without|minus|sans|except
        |(?:but|and) (?:not|no|without))\b\W*
    """,
    re.IGNORECASE,
)
# "Go" is a name only in a list of them: "docker and go".
_LISTED = rx(r"\W*[+,&/]\W*|\W*\b(?:and|or|nor|vs\.?|versus)\b\W*", re.IGNORECASE)
_PERSON_BEFORE = frozenset(
    "does did do has had have is was with by when where why what who how guest of from that".split()
)
_PERSON_AFTER = frozenset(
    """
    say says said speak speaks talk talks mention mentions explain explains discuss discusses tell
    tells use uses used using pick picks picked choose chose chooses run runs host hosts deploy
    deploys do does on think thinks recommend recommends go goes went end ends made built like likes
    regret regrets learn learned want wants plan plans move moved switch switched been
""".split()
)
_ASKS_OF = frozenset("does did".split())
_SPEAKS = frozenset(
    """
    say speak talk mention explain discuss tell think recommend describe get go bring cover
""".split()
)
# What a name of a library ends with and a question asks for.
_USERS = rx(r"[ -]users?$", re.IGNORECASE)
_MAX_WORDS = 6
# What stands before a name that is a company here and not a tool: "why did Logflare …".
_EPISODE_BEFORE = rx(
    r"""
    (?:\b(?:does|did|do|is|was|has|at|for|of|like|liked|loved|enjoyed|the|by|to the|about|in the
        |why'd|behind|what|how|where|what's)|'d|\bfrom the|^)$
    """
)
# "The number 1 database" ranks, and is no episode.
_NUMBERED = rx(
    r"""
    (?!(?:number|nr|no)\b\.? ?1 [a-z])(?:\b(?:episode|ep|number|nr|no)\b\.? ?#?
        |#)(?P<number>\d{1,4})\b
    """,
    re.IGNORECASE,
)
_LIKE_BEFORE = rx(
    r"""
    \b(?:similar|close|closest|nearest|comparable|related(?: \w+)?|akin|next|relative) to(?: the)?$
    |\b(?:resembles?|powers|everything)$
    """
)
_EPISODE_AFTER = rx(
    r"""
    ^(?:(?:'s|s)? ?(?:episode|ep|show|one|interview|site|website|app|podcast|team|stack|people|guys
        |folks|company|tech stack)\b|(?:run|use|go|pick|choose|deploy|host|handle|send|store|do
        |keep|put|save|cache|queue
        |built|written|hosted|made|stay|take|work|process|monitor|track|move|switch|have|has|get|pay
        |spend|cost|earn|serve|need|charge|learn|say|talk|uses|runs|relies)\b|'s\b|$|[?:,])
    """
)
# What stands between two shows that are named together, and where they are compared.
_AND = r"and|or|vs\.?|versus|against"
_BESIDE_COMPANY = rx(
    rf"(?:\W*[,&/+]\W*|(?: (?:tech )?stack)?\W*\b(?:{_AND})\b\W*)(?:the )?", re.IGNORECASE
)
_BESIDE_COMPARED = rx(
    rf"""
    (?:\W*[,&/+]\W*|(?: (?:tech )?stack)?\W*\b(?:{_AND}|to|with|from|that|but not)\b\W*)(?:the )?
    """,
    re.IGNORECASE,
)
_COMPARES = rx(r"\b(?:compar\w+|differ\w*|similar|close|relat\w+|unlike)\b", re.IGNORECASE)
_STACKS = rx(
    r"\b(?:tech )?stacks?\b|\bin common\b|\bboth (?:use|using|run|running|have)\b", re.IGNORECASE
)
_SOMEONE_FROM = rx(
    r"""
    \b(?:guy|gal|person|woman|man|dev|developer|founder|cto|ceo|guest|someone|somebody|host)
        (?:from|of|at|behind)$
    """
)
_TOOL_BEFORE = rx(
    r"""
    \b(?:use|uses|using|used|with|on|to|from|via|through|and|or|vs|versus|than|into|off|not|without
        |running|deploying|called|adopt|drop|dropped)$
    """
)
_WHOSE = frozenset("my your his her its our their".split())
_TOOL_AFTER = rx(r"^(?:users?|shops?|devs?|developers?|fans?)\b")


def name(text: str, lexicon: Lexicon) -> tuple[str, dict[str, Name]]:
    """Replace every name in a text by a placeholder."""
    words = tokens(text)
    chosen = _choose(text, words, _candidates(text, words, lexicon), lexicon)
    chosen += _spoken_of(text, words, chosen, lexicon)
    chosen += mended(text, words, chosen, lexicon)
    chosen = _as_companies(text, words, sorted(chosen, key=lambda each: each.first))
    names: dict[str, Name] = {}
    pieces, at = [], 0
    for found in chosen:
        place = f"{found.name.kind}{sum(k[0] == found.name.kind for k in names)}"
        names[place] = found.name
        pieces += [text[at : words[found.first].start].lower(), place]
        at = words[found.past - 1].end
    pieces.append(text[at:].lower())
    return " ".join("".join(pieces).split()), names


def _candidates(text: str, words: Sequence[Token], lexicon: Lexicon) -> list[Found]:
    found: list[Found] = []
    starts = {word.start: n for n, word in enumerate(words)}
    ends = {word.end: n + 1 for n, word in enumerate(words)}
    categories = lexicon.vocabulary.find_categories(text)
    spans = [_of_users(span, text, lexicon) for span in lexicon.vocabulary.find(text)]
    for span in spans:
        surface = text[span.start : span.end]
        first, past = starts[span.start], ends[span.end]
        if is_compound(span, words, first, past) or _is_owned(words, first, past):
            continue
        joined_on = first > 0 and re.search(r"[+,&/]", text[words[first - 1].end : span.start])
        serves = any(
            text[span.end : each.start] == " for "
            and span.id in lexicon.vocabulary.members[each.id]
            for each in categories
        )
        if (
            joined_on
            or serves
            or _is_paired(text, span, spans)
            or means_technology(span, words, first, past, lexicon)
        ):
            company = tuple(map(str, lexicon.companies.get(joined(surface), ())))
            name = Name("T", (span.id,), surface, company=company)
            found.append(Found(first, past, name))
    for span in categories:
        surface = text[span.start : span.end]
        found.append(Found(starts[span.start], ends[span.end], Name("C", (span.id,), surface)))
    found += _episodes(text, words, lexicon)
    return found


def _is_owned(words: Sequence[Token], first: int, past: int) -> bool:
    """Whether it is what somebody has rather than a name: "their own cloud"."""
    owned = past - first > 1 and words[first].text == "own" and first > 0
    return owned and words[first - 1].text.lower() in _WHOSE


def _of_users(span: Span, text: str, lexicon: Lexicon) -> Span:
    """A library that no episode names read as what it ends with: "flask users" use Flask."""
    match = _USERS.search(text, span.start, span.end)
    if match is None or span.id in lexicon.present:
        return span
    used = lexicon.vocabulary.resolve(text[span.start : match.start()])
    if used is None or used not in lexicon.present:
        return span
    return replace(span, id=used, end=match.start())


def _spoken_of(
    text: str, words: Sequence[Token], chosen: list[Found], lexicon: Lexicon
) -> list[Found]:
    """Technologies of the episodes named, though their names are words: "why stripe at inkwell"."""
    episodes = {int(i) for each in chosen if each.name.kind == "E" for i in each.name.ids}
    if not episodes:
        return []
    starts = {word.start: n for n, word in enumerate(words)}
    taken = {n for each in chosen for n in range(each.first, each.past)}
    found = []
    for span in lexicon.vocabulary.find(text):
        first = starts[span.start]
        here = episodes & lexicon.present.get(span.id, frozenset())
        if not span.sure and here and first not in taken and not is_verb(words, first):
            name = Name("T", (span.id,), text[span.start : span.end])
            found.append(Found(first, first + 1, name))
    return found


def _is_paired(text: str, span: Span, spans: Sequence[Span]) -> bool:
    """Whether a technology stands right beside: "from timber to logflare"."""
    gaps = (
        text[min(span.end, other.end) : max(span.start, other.start)]
        for other in spans
        if other.sure and other is not span
    )
    beside = _LISTED if text[span.start : span.end].lower() == "go" else _BESIDE
    return any(beside.fullmatch(gap) for gap in gaps)


def _episodes(text: str, words: Sequence[Token], lexicon: Lexicon) -> list[Found]:
    """Companies and full names of guests, longest first at each place."""
    found, at = _numbered(text, words, lexicon), 0
    while at < len(words):
        first = joined(words[at].text)
        begun = first in lexicon.beginnings
        if not begun and not first.endswith("s") and first not in lexicon.surnames:
            at += 1
            continue
        for count in range(min(_MAX_WORDS if begun else 1, len(words) - at), 0, -1):
            key = joined(text[words[at].start : words[at + count - 1].end])
            ids = lexicon.companies.get(key) or lexicon.people.get(key)
            if ids is None and count == 1 and key.endswith("s"):
                ids = lexicon.companies.get(key[:-1])
            named = ids is None and count == 1 and key in lexicon.surnames
            if named and _is_of_a_person(words, at, lexicon):
                ids = _first_name(key, lexicon)
            if ids and not (count == 1 and key in STOPWORDS):
                surface = text[words[at].start : words[at + count - 1].end]
                found.append(Found(at, at + count, Name("E", tuple(map(str, ids)), surface)))
                at += count
                break
        else:
            at += 1
    return found


def _numbered(text: str, words: Sequence[Token], lexicon: Lexicon) -> list[Found]:
    """Episodes by their number: "episode 36", "#36"."""
    starts = {word.start: n for n, word in enumerate(words)}
    found = []
    for match in _NUMBERED.finditer(text):
        number = int(match["number"])
        ids = tuple(str(i) for i, head in lexicon.heads.items() if head.number == number)
        past = starts.get(match.start("number"))
        if ids and past is not None:
            first = starts.get(match.start(), past)
            found.append(Found(first, past + 1, Name("E", ids, match.group())))
    return found


def _is_of_a_person(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word may be a guest's first name: capitalised, or where only a person can be."""
    word = words[at]
    if word.text[:1].isupper():
        return at > 0
    before = words[at - 1].lower if at else ""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if before in _ASKS_OF and after in _SPEAKS:
        return True  # "When does chase say": an English word, but only a person says anything.
    if word.lower in lexicon.thesaurus.words:
        return False
    if len(words) == 1:
        return not is_ordinary(word.lower)
    return before in _PERSON_BEFORE and (after in _PERSON_AFTER or not after)


def _first_name(key: str, lexicon: Lexicon) -> tuple[int, ...] | None:
    """The episode of the only guest of that first or last name."""
    ids = lexicon.surnames.get(key, ())
    plain = key in STOPWORDS or lexicon.vocabulary.resolve(key) is not None
    return ids if len(ids) == 1 and not plain else None


def _choose(text: str, words: Sequence[Token], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Names that do not overlap: the longest, and by context where two read the same words."""
    chosen: list[Found] = []
    for each in sorted(found, key=lambda f: (f.first - f.past, _order(text, words, f, lexicon))):
        if all(each.past <= other.first or each.first >= other.past for other in chosen):
            chosen.append(each)
    return chosen


def _as_companies(text: str, words: Sequence[Token], chosen: list[Found]) -> list[Found]:
    """Names in order, a tool read as the company of that name where it is put beside another.

    "Zego vs mux" weighs two shows, though Mux is a tool as well; so do "mux and logflare" where
    their stacks are asked for.
    """
    stacks = _STACKS.search(text) is not None
    joint = _BESIDE_COMPARED if stacks or _COMPARES.search(text) else _BESIDE_COMPANY
    for _ in chosen:
        read = [
            Found(each.first, each.past, each.name.as_episode())
            if each.name.company
            and any(
                other.name.kind == "E" or (stacks and other.name.company)
                for other in chosen[max(at - 1, 0) : at + 2]
                if other is not each and joint.fullmatch(_between(text, words, each, other))
            )
            else each
            for at, each in enumerate(chosen)
        ]
        if read == chosen:
            break
        chosen = read
    return chosen


def _between(text: str, words: Sequence[Token], one: Found, two: Found) -> str:
    """What stands between two names."""
    first, second = sorted((one, two), key=lambda each: each.first)
    return text[words[first.past - 1].end : words[second.first].start]


def _order(text: str, words: Sequence[Token], found: Found, lexicon: Lexicon) -> int:
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
    if _SOMEONE_FROM.search(before):
        return 0
    if _TOOL_BEFORE.search(before) or _TOOL_AFTER.search(after):
        return 2
    as_episode = _EPISODE_BEFORE.search(before) and _EPISODE_AFTER.search(after)
    tool = lexicon.vocabulary.resolve(found.name.surface) or ""
    others = lexicon.present.get(tool, frozenset()) - frozenset(map(int, found.name.ids))
    return 0 if as_episode or not others else 2
