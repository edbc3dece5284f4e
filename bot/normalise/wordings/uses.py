"""What is used, plainly or lightly, and talk that claims nothing."""

from __future__ import annotations

import re

from bot.normalise.wordings.parts import (
    FAR,
    LEAVE,
    LIST,
    MARK,
    MOVE,
    NEAR,
    NO_VERB,
    REPLACE,
    REST,
    SETTLED,
    SOME,
    TAKEN_UP,
    TRIAL,
    A,
    W,
    rules,
)
from bot.patterns import one_of, rx

VERSION_OF = rx(rf"\bversions? of {MARK}", re.IGNORECASE)

# The thing is where a move or a replacement ends.
_AND_ON = rf"(?: (?!to ){W}){{0,5}}? (?:to|into|over to|onto) {NO_VERB}"
ARRIVES = rules(rf"""
    \b(?:{MOVE}|from)\b{REST}\b(?:back to|to|into|onto)
        {A}(?:(?!from ){W} ){{0,2}}?{MARK}(?!{_AND_ON})
    \b(?:rewr\w+|rebuil\w+|redid|redone|redoing) (?:{W} ){{0,4}}?(?:in|with|using|on top of)
        {A}{LIST}{MARK}
    \b(?:the|their|an?|our|his|her) (?:{W} ){{1,3}}?to {MARK}
        (?:migration|move|rewrite|switch|transition|port)\b
    \b(?:{REPLACE}|{LEAVE})\b(?:[^.;?]{{1,40}}?)? (?:with|by|for|in favou?r of) {A}{MARK}
    {MARK} (?:has |have )?{REPLACE} (?!by\b|with\b)
""")

# It is there, though the words are those of a denial: "where would they be without X".
INDISPENSABLE = rules(rf"""
    \b(?:can't|cannot|couldn't|can not|hard to|tough to|difficult to|never|wouldn't|not be|would be
        |not have been|wouldn't be|where \w+ \w+ be|impossible)\b(?! (?:for|to live) )
        (?:(?!\b(?:run|ran|runs|get|gets|got|do|does|did)\b){W} ){{0,5}}?without
        {A}(?:[\w-]+ )??{MARK}
    ^without {A}{MARK} (?:[\w']+ ){{1,5}}?(?:would|wouldn't|could|couldn't|'d)\b
""")

# Said plainly even inside a question, a comparison or an afterthought.
DECIDED = rules(rf"""
    \bwhy (?:did|do|does) \w+ (?:choose|pick|go with|use|switch to|move to
        |decide (?:on|to use)|settle on) {NEAR}{MARK}
    \b{SETTLED} {A}(?:{W} )??{MARK}
    ^why (?:use |using |pick |choose |go with )?(?:{W} )?{MARK}(?: [\w-]+)? (?:over (?!to )|and not
        |instead of|rather than|as opposed to)\b
    \btr(?:ied|ying) (?:out )?{A}{MARK}{REST}\b(?:ended up using|kept|stuck with) it\b
    \bfrom not (?:using|having) {NEAR}{MARK}{REST} to \w
    ^(?:now|today|these days)(?: it's| they(?:'re| are)?)?
        (?:all |using |on |with |a |an |the )*{MARK}
    \b(?:upgrad|updat)\w+ (?:to |from )?{NEAR}{MARK} (?:from )?v?\d
""")

# "using X", "hosted on X", "payments go through X"
_WITH = "(?:with|by|through)"
_USING = one_of(rf"""
    us(?:e|es|ing|ed), utili[sz]\w+, leverag\w+, (?:going|went|gone|goes) all[- ]in (?:on|with),
        chose, choosing, choose, chosen, picked, picking,
    went with, going with, goes with, go with, adopted, adopting, picked up, signed up for,
    settled on,
    (?:switched|moved|migrated|switching|moving|migrated over) to,
    (?:relies|rely|relying) on, (?:runs|run|running) on, (?:built|tested|developed|hosting) with,
    hosted (?:on|with|by|in), (?:hosting|host) on, built (?:on|using|in),
    (?:sitting|liv(?:es|ing)) in,
    (?:sitting|liv(?:es|ing)) on, (?:written|wrote|writing|coded|developed|rewritten) in,
    rewriting everything in, powered by, backed by, served (?:by|from),
    deployed (?:on|to|with), deploys to, deploying (?:to|with), deploy to,
    managed (?:with|by), handled (?:in|{_WITH}), done {_WITH}, generated (?:with|by),
    (?:configured|provisioned|automated) {_WITH}, bundled (?:with|by), cached (?:with|in),
    set up with,
    sent (?:through|to|with|via), sends, sending, proxied through, (?:goes|go) through,
    stored (?:in|on|with), saved (?:to|in|into), tracked (?:with|in), monitored with, uploaded to,
    upload files to, uploading to, pays? for, talks to, integrates with, integrating with, behind,
    thanks to, on top of, in front of
""")
# "X and Y have been set up"
_SERVING = one_of(r"""
    used, utili[sz]ed, running, hosted, handled, handling, powering, serving, serves, chosen,
    picked,
    in place, sitting, in front, deployed, set ?up, the (?:primary|main), involved, doing,
    configured,
    hooked up, responsible, in charge, managing, monitoring, keeping, taking care, proxying,
    storing,
    sending, installed
""")
# "X powers the site"
_SERVES = one_of("""
    powers, handles, captures, serves, sits, runs, manages, monitors, helps, takes care, stores,
    sends, provides, hosts, processes, gives, lets, makes, does, keeps, watches, reports, renders,
    drives, acts, works, generates, collects, checks, pings, builds, has been
""")
_NOT_SERVED = one_of(r"""
    based, focused, supposed, called, named, loaded, needed, required, overrated, related, outdated,
    missed, limited
""")
USES_PLAIN = rules(rf"""
    \brent(?:s|ed|ing)? {FAR}(?:at|from|with) {A}{MARK}
    \d ?(?:dollars?|bucks|usd|/ ?month|a month|/ ?mo)? (?:a month |/ month |per month )?{MARK}
        (?:droplet|vps|server|instance|box|dyno|plan)s?\b
    {MARK}{REST}\b(?:is|are|was|were|gets?|has been|have been|being|'s)
        (?:\w+ )?(?:being |heavily |mainly |mostly |also |still |both )*{_SERVING}\b
    {MARK} (?:\([^)]*\) )?(?:\w+ )?{_SERVES}\b
    {MARK} (?:is|are) (?:the|what|their|his|her|our|where|how|sitting|behind|in front|on top
        |available)\b
    {MARK} (?:[\w-]+ )?(?:is|are) (?:all |being |\w+ly )?(?!{_NOT_SERVED}|{TRIAL})(?:\w+(?<!e)ed
        |spun up
        |built|done|written|hosting)\b
    # The past tells of what was taken up, not of what was merely tried out.
    {MARK} (?:[\w-]+ )?(?:was|were) (?:all |being |\w+ly )?{TAKEN_UP}\b
    # show notes that describe a tool describe what is used: "Locust is a load testing tool"
    ^(?:the |an? )?{LIST}{MARK} (?:is|are)\b
    \b(?:servers?|boxes|instances|machines|everything|it all) (?:all )?runs?
        (?:on )?(?:the latest |the newest |an? )?{MARK}
    \b(?:let(?:s|ting)?|hav(?:e|ing)) {NEAR}{MARK}
        (?:handle|take care|do|deal|manage|run|send|host|store)\b
    \b{_USING} (?:[^.;?]{{0,45}}? )?(?:(?<!, ){MARK}|(?<=, ){MARK}(?! (?:got|became|went|came|was
        |{W}(?<!s)s)\b))
    {MARK} (?:ended up|turned out) (?:being |to be )?(?:\w+ ){{0,2}}?(?:enough|plenty|great|perfect
        |fine|ideal
        |good|best|better|a good)\b
    \b(?:been|being) (?:(?:on|using|running|with) )?{A}{MARK}(?: (?!fans?\b)[\w-]+)? (?:for|since)\b
    \b(?:their|our|his|her|my) {MARK} (?:databases?|clusters?|servers?|instances?|app|code ?base
        |bill)\b
    # "motivation for using X", "why they picked X"
    \b(?:motivation|(?<!no )reasons?|reasoning) (?:for|behind|to) (?:[^.;?]{{0,45}}? )?{MARK}
    \bwhy (?:\w+ )?(?:\w+ )?(?:chose|picked|uses?|went with|moved to|switched to|decided on
        |like[sd]?)
        (?:to use )?{FAR}{MARK}
""")
USES_LIGHT = rules(rf"""
    \b(?:with|in|on|through|via|over|by|to|into|from|onto|inside|inside of|w/)
        (?:their |a |an |the |his |her |its |our )?(?:{W} )?{LIST}{MARK}
    {MARK} (?:for|to|in|on|as|with|app|apps|code|cluster|server|servers|instances?|database|admin
        |templates?|models?|backend|back-end|containers?|workers?|dashboard|contexts?|channels?)\b
    ^{LIST}{MARK}
    {MARK} (?:is|are)\b
""")

# A statement with such a word in it may be the opposite of a plain one: no claim rests on it.
DOUBT = rules(r"""
    \b(?:refus\w+|resist\w*|absent|left out|crossed off|hardly|barely|rarely)\b
    \b(?:will|would|may|might|about to|going to|eventually|some ?day|one day|soon|hopes?|hoping
        |once (?:there|they|he|she|it)|wishe?s?|planned|planning|(?:the |a )plan\b|plans? (?:to|on
        |for|is|are)
        |(?:is|are|was|were) being considered|trial(?:l?ed|l?ing|s)?|keen on|horizon|pipeline for
        |next (?:big |weekend |on |up|project|thing)|asking for|in mind|eyes? on|talk of|ticket to
        |branch with|the idea)\b
    \b(?:tangent|employees?|competitors?|rumou?rs?|news|hype|clients? come)\b
    \b(?:started out|back (?:in|when)|since been|has since|for the first (?:year|month|version|few)
        |decade|in place when)\b
""")

# Talk about a thing that says nothing of one's own use.
_OTHERS = one_of(r"""
    competitors?, competition, previous employer, (?:day|last|old) job, friends?,
    (?:customers?|clients?) (?:uses?|using|who|run|have),
    (?:another|other) (?:team|company|startup)s?
""")
_NO_USE = one_of(r"""
    would, maybe, almost, nearly, in hindsight, could have, should have, imagine, what if, likes?,
    if (?:you|he|she|they|i|we), (?:thought|think\w*) about, considered, looked (?:at|into),
    evaluated,
    debated, compar(?:ed|ing), toyed with, heard, heard of, similar to, such as, inspired by,
    inspiration from, vs\.?, versus, keeping an eye on, what (?:is|are|does|do|was), comes? from,
    coming from, fan of, familiar with, experience (?:with|in), competitors?,
    competition, alternatives? to, works? with, support(?:s|ing)? for, compatible with, unlike,
    even against, against, knows?, learn(?:ed|ing|s)? (?:about )?, teach\w*, tutorials?, course,
    (?:another|other|previous|older|old|past) (?:project|company|job|app|team|startup|person),
    recommend\w*, suggest\w*, people who, customers who,
    (?:choosing|choose|picking|pick|decid\w+|differences?|chose|picked) between
""")
TALK = rules(rf"""
    (?:'d|\bwould|\bcould|\bmight have)
        (?:\w+ )?(?:use|pick|choose|go with|reach for|try|switch to|move to) {NEAR}{MARK}
    \b(?:{_NO_USE}|{_OTHERS})\b[^.;?]*{MARK}
    {MARK}[^.;?]{{0,20}}\b(?:vs\.?|versus|would(?:n't)? (?:be|have))\b
    \bwouldn't\b[^.;?]*{MARK}
    \bregret\w* {FAR}{MARK}
    {MARK} (?:version|edition|alternative|fork|clone) of\b
    \b(?:grab\w*|scrap\w+|pull\w*|import\w*|fetch\w*|download\w*|crawl\w*) (?:[\w-]+ ){{0,4}}?from
        {A}{MARK}
""")
# A limit of the thing is neither a denial nor a claim: "X doesn't let you pick the region".
# Nor is what it is for whoever listens: "X is a lot to learn if you're alone".
LIMIT = rules(rf"""
    {MARK} (?:[\w-]+ )?(?:isn'?t|doesn'?t|don'?t|aren'?t|can'?t|is not|does not) (?=\S|$)
    {MARK} (?:is|are|can be) (?:an? )?(?:\w+ )?(?:lot|hard|tough|great|good|nice|worth|easy|beast
        |solid|fine|perfect)\b{REST}\b(?:if|when|unless|once)
        (?:you|you're|someone|somebody|your)\b
    {MARK} (?:is|are|can be) (?:an? )?(?:\w+ )?(?:lot|hard|tough|beast|steep)\b{SOME}
        \b(?:to|for|of) (?:learn|grasp|take in|understand|most|many|beginners|a solo|small)\b
    \b(?:pros and cons|case (?:for|against)|arguments? (?:for|against)|whether (?:or not )?to)\b
        {REST}{MARK}
    {MARK} (?:is|are) (?:for|not for|meant for|aimed at) {SOME}\b(?:people|companies|teams
        |developers|you|beginners)\b
""")

# --- Questions -------------------------------------------------------------------------------
# These take the use for granted: "how do you deal with secrets when using X?"
ASKED_HOW = rx(r"^(?:how|why) (?!would|could|should|hard|easy|does one|to\b)", re.IGNORECASE)
HYPOTHETICAL = rx(
    r"\b(?:would(?:n't)?|could|should|might) have\b|\bif (?:you|he|she|they|i|we)\b", re.IGNORECASE
)
QUESTION = rx(
    rf"""
    ^(?:{W} )?{LIST}{MARK}\?
    |^(?:what'?s?|how|why|would|will|are|is|do|does|did|have|can|could|should|when|where
    |which)\b[^?]*{MARK}[^?]*\?
    """,
    re.IGNORECASE,
)
YES_OR_NO = rx(
    rf"^(?:is|are|do|does|did|have|has) [^?]*\bus(?:e|es|ed|ing)\b[^?]*{MARK}[^?]*\?", re.IGNORECASE
)
# "They're thinking about X? No", "Have you considered X? They did but".
ASKED_BARELY = rx(
    rf"^(?:(?:and|what about|how about|an?|any|the) )*(?:{W} )?{MARK}(?: [\w-]+)?\?$", re.IGNORECASE
)
# "Would they consider X?", "Is X in their future?"
ASKED_TO_COME = rx(
    r"\b(?:consider\w*|future|plan\w*|going to|thought about|thinking|any chance|tempted)\b[^?]*"
    rf"{MARK}|{MARK}[^?]*\b(?:future|plans?|roadmap|one day|some ?day|next|eventually)\b",
    re.IGNORECASE,
)
ASKED = rx(rf"{MARK}[^?]*\?$")
ASKED_WHETHER = rx(
    rf"""
    ^(?:have|did|do|has|would) [^?]*\b(?:consider(?:ed)?|look(?:ed)? (?:at|into)|think|thought
    |tr(?:y|ied)|evaluated?)\b[^?]*{MARK}[^?]*\?
    """,
    re.IGNORECASE,
)
