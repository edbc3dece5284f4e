"""Which part of one show's stack a question asks for: "how do people pay hexfall".

Where a show is named, a verb says enough that would say too little where anybody may be meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.patterns import rx
from bot.questions.parts import part_asked

if TYPE_CHECKING:
    from bot.questions.lexicon import Lexicon
    from bot.questions.utterance import Utterance

# "How are errors caught at E0", or nothing but the part and the show: "logs of E0", "E0 uptime".
_ASKS = rx(
    r"""
    \b(?:how|where|what|which|who|whom|whose)\b
    |^\W*(?:\w+ ){1,3}(?:at|of|for|in|behind|from) (?:the )?E\d+(?:
    (?:site|app|website|people))?\W*$
    |^\W*(?:the )?E\d+ \w+(?: \w+)?\W*$
    """
)
_ITS = r"(?:\w+ )?"
_PATTERNS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("hosting",), rf"\bdeploy\w* {_ITS}(?:to|on|onto)\W*$"),
    (("deploy-tool", "ci"), rf"\bdeploy\w* {_ITS}(?:with|by|using|through)\W*$"),
    (
        ("version-control", "code-hosting"),
        (
            rf"\b(?:code|source|repos?|repository) {_ITS}(?:hosted|live|lives|kept|stored)\b"
            rf"|\b(?:keep|store|host)s? {_ITS}(?:source )?code\b"
        ),
    ),
    (
        ("auth",),
        (
            r"\blog(?:s|ged|ging)?[- ]?(?:ins?|on)(?:to)?\b"
            r"|\bsign(?:s|ed|ing)?[- ]?(?:ins?|ups?|on)\b|\bauth(?:enticat\w+)?\b"
            r"|\b(?:log|sign)s? (?:\w+ )?(?:users|people|customers|them|folks) in\b|\bpasswords?\b"
        ),
    ),
    (
        ("payments",),
        (
            r"\bpa(?:y|ys|id|ying)\b(?! for\b)|\bsubscriptions?\b|\bcheckout\b|\bcharg\w+"
            r"|\b(?:credit )?cards?\b|\binvoic\w+"
        ),
    ),
    (
        ("configuration-management", "infrastructure-as-code"),
        (
            rf"\bset(?:s|ting)? ?up {_ITS}(?:servers?|machines?)\b|\bprovision\w*"
            rf"|\bconfigur\w+ {_ITS}(?:servers?|machines?)\b"
            rf"|\bmanag\w+ {_ITS}(?:infra\w*|servers?)\b"
            rf"|\b(?:infra\w*|servers?|machines?) {_ITS}(?:set ?up|configured|managed)\b"
        ),
    ),
    (("css-framework",), r"\bstyl(?:es?|ed|ing)\b"),
    (("frontend",), r"\bfront[- ]?ends?\b|\bclient[- ]side\b"),
    (("tls-certificates",), r"\bhttps\b|\b(?:ssl|tls)\b"),
    (("container-orchestration",), r"\borchestrat\w+"),
    (
        ("bundler", "build-tool"),
        r"\bbundl(?:es?|ed|ing)\b|\b(?:assets|scss|sass|typescript) compiled\b",
    ),
    (("search-engine",), r"\bsearch(?:es|ed|ing)?\b"),
    (("code-quality",), r"\blint\w*\b|\bformats? (?:its |the |their )?code\b"),
    (("backup",), r"\bback(?:s|ed|ing)? up\b"),
    (("on-call",), r"\balert(?:s|ed|ing)?\b"),
    (("push-notifications",), r"\bpush\b"),
    (("mobile-framework", "mobile"), r"\b(?:mobile|phone|ios|android) apps?\b"),
    (("process-manager",), r"\bkeeps? (?:\w+ )?(?:alive|running|up)\b"),
    (("cms", "static-site-generator"), r"\b(?:blog|marketing (?:site|pages))\b"),
    (("realtime",), r"\breal[- ]?time\b|\blive updates?\b"),
    (
        ("image-processing", "image-service"),
        rf"\b(?:resiz|crop|process|optimi[sz])\w* {_ITS}(?:images?|pictures?|photos?)\b",
    ),
    (
        ("video-processing",),
        (
            rf"\b(?:encod|transcod|process|convert)\w* {_ITS}videos?\b"
            rf"|\bvideos? {_ITS}(?:encoded|transcoded|processed|converted)\b"
        ),
    ),
    (("secrets",), r"\b(?:api keys|credentials)\b"),
    (("cache",), r"\bcach(?:e|es|ed|ing)\b"),
    (
        ("web-analytics", "analytics"),
        rf"\b(?:track|count|measur)\w* {_ITS}(?:visitors?|page ?views?|traffic|usage)\b",
    ),
    (("maps",), r"\bmaps?\b"),
    (("customer-support", "chat"), rf"\b(?:support|talk to) {_ITS}(?:customers|users)\b"),
)
_PARTS = tuple((categories, rx(pattern)) for categories, pattern in _PATTERNS)
# Technologies that are a sort of technology as well: "what does it use for css".
_SORTS = {
    "css": ("css-framework",),
    "linux": ("operating-system",),
    "sql": ("relational-database",),
    "websocket": ("realtime",),
    "websockets": ("realtime",),
}
# What goes by two names.
_ALSO = {
    "file-storage": ("object-storage",),
    "configuration-management": ("infrastructure-as-code",),
    "infrastructure-as-code": ("configuration-management",),
    "object-storage": ("file-storage",),
    "frontend-library": ("frontend-framework",),
    "version-control": ("code-hosting",),
}

# A category that is the verb of a question, or what that is done to.
_MADE_VERB = rx(
    r"\borchestrat\w+ (?:\w+ )?C\d"
    r"|\bE\d+ C\d+ (?:\w+ )?(?:videos?|images?|photos?|pictures?|files?|uploads?|code|repos?)\b"
)


def parts_asked(utterance: Utterance, lexicon: Lexicon) -> tuple[str, ...]:
    """Categories of which a question about a show wants to know what it uses; none asks for all."""
    if _MADE_VERB.search(utterance.shape):
        utterance = utterance.dropped("C")
    found = tuple(utterance.categories) or _by_verb(utterance, lexicon)
    also = (other for each in found for other in _ALSO.get(each, ()))
    known = lexicon.vocabulary.categories
    return tuple(each for each in dict.fromkeys((*found, *also)) if each in known)


def _by_verb(utterance: Utterance, lexicon: Lexicon) -> tuple[str, ...]:
    if not _ASKS.search(utterance.shape):
        return ()
    surfaces = [utterance.names[place].surface.lower() for place in utterance.of("T")]
    if surfaces:
        return _SORTS.get(surfaces[0], ()) if len(surfaces) == 1 else ()
    part = part_asked(utterance, lexicon)
    by_verb = (categories for categories, rule in _PARTS if rule.search(utterance.shape))
    return next(by_verb, (part,) if part else ())
