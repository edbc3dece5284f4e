"""What is said in parts: that a thing was there, that this was once, and what came of it.

The tables of past uses hold whole wordings, and whoever speaks finds another one. Here the parts
are told apart and any of one sort goes with any of the others: "the site ran on § when it
launched" has a use in the past and a time that is over, "they had a § server, Drone does that now"
a use in the past and something else in its place. :mod:`bot.normalise.composing` puts them
together.
"""

from __future__ import annotations

import re

from bot.normalise.wordings.parts import MARK, THEY, A, W, rules
from bot.patterns import one_of, rx

# --- That it was there -------------------------------------------------------------------------
# Told in the past: regular verbs, and those others that are told of what somebody uses.
_PAST = one_of(r"""
    (?!(?:need|embed|feed|speed|indeed|hundred|shed|bed)\b)\w{2,}ed, was, were, had, did, got, ran,
    sent, kept, made, took, gave, built, drove, fed, stood, sat, lived, went, came, held, dealt,
    spent, wrote, did, paid, put, did, began, meant, brought, stuck, saw, shot, spun
""")
# Told of what is, though the verb that follows looks like the past: "is written in §".
_IS = (
    r"(?:is|are|be|being|been|has|have|gets?|can|could|will|would|might|may|should"
    r"|\w+n't|(?:it|they|he|she|we|i|that|there|who|what|every\w+)'(?:s|m|re|ve|ll|d))\b"
)
# It was only thought of, or then begun and not said to have ended.
_NO_USE = one_of(r"""
    going, supposed, planned, planning, wanted, consider(?:ed)?, considering, thought, look(?:ed)?,
    evaluat(?:e|ed), debated, hoped, tempted, almost, nearly, would, afraid, scared, heard, read,
    learned, knew, taught, learning, took (?:a|about|over|\d+|them|him|her|some)\b, discovered,
    compared, released, announced, invented, inspired, asked, talked, spoke, named, called,
    interested, struggled, experience, no, worried, decided, liked, loved, enjoyed, hired, joined
""")
_BEGUN = one_of(r"""
    added, adopted, chose, chosen, picked, introduced, selected, installed, set ?up, switched,
    moved, migrated, settled, upgraded, updated, bought, brought, found, went with, rewrote,
    rewritten, replaced, integrated, configured, enabled, put, came
    (?:along|in|next|later|out|after), took (?:over|its place|their place), learned, hooked, wired,
    ended up
""")
NOUNS = rf"(?: (?!{_IS}|{_PAST}\b|and\b|or\b)[\w'-]+){{0,2}}?"
WAS_SUBJECT = rx(rf"{MARK}{NOUNS} (?:\w+ly |all |just |also )*{_PAST}\b", re.IGNORECASE)
_WITH_IT = one_of(r"""
    used, was, were, had, ran, hosted, lived, built, wrote, deployed, started, began, made, did,
    kept, worked, stored, sent, managed, paid, relied, written, developed, done, served, handled,
    powered, tracked, rendered, came, went, launched, tested, coded, monitored, sat, held, took
    care, dealt, put, spent, processed, delivered, compiled, collected, generated, drove, logged,
    installed, involved, stuck
""")
# The same of what somebody uses for a while, and of nothing that merely happened: no "saved them".
USED_SUBJECT = rx(
    rf"{MARK}{NOUNS} (?:\w+ly |all |just |also )*{_WITH_IT}\b(?! (?:only |about |around )?\d)",
    re.IGNORECASE,
)
_UP_TO_IT = (
    rf"(?:(?!(?:{_IS}|not|never|to|now|then|later|until|before|after|but)\b)[^\s,;?]+ ){{0,7}}?"
    rf"(?:to )?{MARK}"
)
USED_OBJECT = rx(rf"\b{_WITH_IT} {_UP_TO_IT}", re.IGNORECASE)
WAS_OBJECT = rx(rf"\b{_PAST} {_UP_TO_IT}", re.IGNORECASE)
# Whatever is told of the present, or of what others do, is no past use.
IS_NOW = rx(rf"\b{_IS}[^;?]*{MARK}|{MARK}{NOUNS} (?:\w+ly )?{_IS}", re.IGNORECASE)
_WAS = r"(?:(?:was|were|got|had|been|only|just|also|to|be|\w+ly) ){0,4}"
NO_USE = rx(rf"\b{_NO_USE}\b.*{MARK}|{MARK}{NOUNS} {_WAS}{_NO_USE}\b", re.IGNORECASE)
BEGUN = rx(rf"\b{_BEGUN}\b.*{MARK}|{MARK}{NOUNS} {_WAS}{_BEGUN}\b", re.IGNORECASE)
# --- That it was once --------------------------------------------------------------------------
_OF_LAUNCH = r"(?:launched|started|began|was (?:new|small|founded|born|released)|first \w+ed)"
_SPAN = (
    r"for (?:(?:about|over|almost|nearly|roughly|the|a|an|good|first|last|few|couple|of|several"
    r"|many|\d+|one|two|three|four|five|six|ten|half|well|long|very|close|to|bit|while|whole|so) )"
    r"*(?:years?|months?|weeks?|decades?|time|while|bit)\b"
)
_FEW = r"(?:(?:few|couple of|couple|two|three|four|five|\d+) )?"
_NAME = (
    r"(?-i:(?!They|It|He|She|We|This|That|The|Now|But|So|And|There|I\b)[A-Z])[\w.+#-]*"
    r"(?: [\w.]+)??"
)
# What stands before a comma and only says when: no "Vagrant was used in the past, § came next".
OPENING = rx(rf"^(?:when|before|until|till|back when|up until)\b|^(?!.*\b{_PAST}\b)", re.IGNORECASE)
# Over for certain.
_NO_MARK = rf"(?![^,;]*{MARK})"
LONG_OVER = rules(rf"""
    \bin the (?:distant |not so distant )?past\b
    \b(?:previously|formerly|back then|once upon a time|until recently|in a (?:past|previous)
        life)\b
    \b(?:back )?in (?:the|those|his|her|their) (?:old|bad old|good old|dark) (?:days|times)\b
    \bback in the day\b
    \bat one (?:point|time|stage)\b
    \bbefore (?:this|that|then|all (?:of )?this|they (?:had|got|built|found|wrote|made|switched
        |moved)|he (?:had|got|built|found|wrote|made|switched|moved)|she (?:had|got|built|found
        |wrote|made|switched|moved)|it (?:existed|was a thing)|the (?:app|site|switch|move|rewrite
        |migration|software))\b{_NO_MARK}
    \bbefore (?:finding|discovering|building|moving|switching|migrating|writing|rewriting|making
        the)\b{_NO_MARK}
    \b(?:up )?(?:until|till) (?:they|he|she|it|the|an?|someone|somebody|everything|things|last
        |recently|one|about|early|late|20\d\d|version)\b{_NO_MARK}
    \bup to (?:about |early |late )?(?:19|20)\d\d\b
    \bback when\b
    \bbefore {_NAME} (?:was|came|existed|had|got)\b{_NO_MARK}
    \bthe (?:19|20)\d\d (?:version|site|app|edition|redesign|design|code|stack|setup|iteration)\b
""")
# Perhaps the beginning of what is there today.
BEGINNING = rules(rf"""
    \b(?:at first|originally|initially|early on|to (?:begin|start) with|at launch)\b
    \b(?:at|in) the (?:very )?(?:start|outset|beginning|early days|first days)\b
    \bin (?:its|their|his|her|our) (?:early days|infancy|beginnings|first days)\b
    \bwhen (?:they|he|she|it|the (?:\w+ )?\w+|everything|this|that)
        (?:first )?{_OF_LAUNCH}\b{_NO_MARK}
    \b(?:the|their|his|her|its) first {_FEW}(?:years?|months?|weeks?|season|customers?|users
        |prototype|mvp|version|iteration|release)\b
    \b(?:original|first|initial|earliest|previous|prior|old|older|early) (?:\w+ )?(?:versions?
        |iterations?|prototypes?|incarnations?|releases?|attempts?|builds?|implementation|design
        |mvp|set ?up)\b
    \b(?:prototype|mvp|proof of concept)\b
""")
# Mostly over, when something else is told next: "the queue was § for years, Y has it now".
FOR_LONG = rules(rf"""
    \b{_SPAN}
""")
# What the clause before tells of: "they outsourced the first version and it was written in §".
OF_THAT = rx(
    r"^(?:it|that|this|everything|all of it) (?:was|were|ran|had|used|lived)\b", re.IGNORECASE
)

# --- What came of it ---------------------------------------------------------------------------
_THAT = r"(?:it|that|this|them|those|all of (?:it|that)|the same)\b"
_BETTER = r"(?:(?:so|so much|much|way|a lot|far|a bit) )+(?:\w+er|better|more \w+|less \w+)\b"
_NOT_FINE = "".join(
    f"(?<!{word} )"
    for word in ("better", "fine", "faster", "good", "great", "stable", "okay", "easier", "cheaper")
)
ENDED = rules(rf"""
    {_NAME} (?:\w+ )?(?:took over|took (?:its|their) place|replaced {_THAT}|took care of {_THAT}
        |deals? with {_THAT}|dealt with {_THAT}|does {_THAT}|handles? {_THAT}|handling {_THAT}
        |solved {_THAT}|has been [^.;?]{{0,30}}\bsince\b|is {_BETTER}|was {_BETTER}|made {_THAT}
        {_BETTER})
    (?<=\w )made (?:most |all |a lot |much )?(?:of )?(?:it|that|this|them) (?:all )?(?:irrelevant
        |obsolete|pointless|unnecessary|redundant)\b
    \bnow (?:it's|it is|they're|they are|they use|he uses|she uses|they have|they just|everything
        is|everything's|that's|that is|it runs on|they run) (?:all |just |on |using |(?:in|handled
        |done|mostly) )*(?:(?-i:[A-Z])|an? (?!lot|bit|much|huge|big|breeze|great|good|joy|no)
        |plain |their own|only )
    \b(?:it's|it is|they're|everything's|that's|the rest is)
        (?:[\w.+#-]+ ){{1,6}}?{_NOT_FINE}(?:now|these days|nowadays|today|at this point)(?=$|[,.;)])
    \b(?:these days|nowadays|today|at this point),? (?:it's|it is|they're|they use|they have
        |everything|that's|it all)\b
    \bthe (?:new|current|next|latest|second|third|2nd|3rd) (?:one|version|app|site|system|stack
        |iteration)? ?(?:is|runs|uses|was)\b
    \bit (?:slowly |eventually |gradually |quickly |soon )*(?:turned|evolved|grew|morphed) into\b
    \b(?:but|until|although|though) [^.;?]{{0,50}}?\b(?:wasn't (?:fun|fast|enough|great|working
        |reliable|ideal|sustainable)|didn't scale|couldn't keep up|ran out|bricked|broke|kept
        \w+ing|took (?:hours|days|weeks|forever|too long|so long|\d+)|scared|crashed|nightmare|too
        (?:slow|expensive|much|many|pricey|painful|complex|complicated|hard|limiting|limited)|a
        pain|not fun|no fun|unreliable|fell over|got out of hand|shut down|went down)\b
    \b(?:turned|shut|took|switched) (?:it|them|that) (?:off|down|out)\b
    \boutgrew (?:it|that|them)\b
    \b(?:and|so|then|until) (?:(?:they|he|she|we|it|eventually|finally) )*(?:switched|moved
        |migrated|jumped|got moved) (?:over |back )?to (?-i:[A-Z])
    \b(?:but|until|although|though) (?:nobody|no one) was \w+ing\b
    \btime to (?:move on|leave|look (?:for|at|around)|find|switch|say)\b
    \b(?:took|spent|taken) [^.;?]{{1,25}} (?:to get (?:out|off|rid|away)|getting (?:out|off|rid
        |away)|removing (?:it|them)|replacing (?:it|them)|ripping (?:it|them))
    \b(?:folded|rolled|merged|moved|pulled|brought|collapsed) (?:it|them|everything|that)(?: all)?
        (?:back )?(?:in|into) (?:the|a|one)\b
    \b(?:rewrote|ported|converted|translated|replaced|swapped|scrapped|deleted|ditched|killed
        |dropped|retired) (?:it|that|them|everything|all of it|the whole thing)\b(?! (?:to|on|onto)
        (?:its|their|a bigger))
    \b(?:the (?:last|rest) of it|it all|all of it|most of it|it) (?:was|were|got|has been)
        (?:(?:finally|slowly) )?(?:deleted|removed|swapped|exchanged|ditched|dropped|thrown
        |scrapped|rewritten|replaced|ported|retired|shut)\b
    \b(?:forced (?:their|his|her) hand|wake[- ]up call|never (?:went|going) back)\b
""")
# It stayed: "they started with § and never looked back".
HOLDS = rx(
    rf"""
    \b(?:never looked back|no regrets|to this day|ever since|hasn't changed|haven't changed
    |never (?:left|changed)|stuck with it|kept (?:it|using it)|stayed (?:with|on) it)\b
    |\b(?:it|that|they)(?:'s| has|'ve| have) (?:\w+ )?been (?:\w+ ){{0,2}}?(?:great|fine|solid|good
    |amazing|smooth|fantastic|stable|awesome|perfect|wonderful|painless|flawless|reliable|working
    |running|going|there)\b
    |\bnow {THEY} (?:\w+ )?(?:loves?|likes?|enjoys?|swears?|prefers?|pays? for|can't live)\b
    |\b(?:pick|choose|use|go with|do|make) it again\b
    |\buses? it (?:for|every|all|now|today)\b|\bjust keeps? \w+ing\b
    |\b(?:it's|it is|they're|that's) (?:now )?(?:down|up) to\b
    |\bnow (?:it's|they have|they're (?:at|on|up to)|they run|he has|she has)
    (?:up to |over |almost |more than |about |closer to )?(?:\d[\d,]*|two|three|four|five|ten)(?: of
        (?:them|those))?(?=$|[,.;])
    |\b(?:split|scaled|sharded|upgraded|resized) (?:it|them)\b
    |\b(?:they're|it's|everything's) (?:now )?(?:on|at) (?:version |v)?\d
    |\bstill (?:an?|one|the|just|only|us(?:es?|ing)|there|running|runs?|going|on it|works?|around|is
        |are|do(?:es)? (?:it|that))\b
    """,
    re.IGNORECASE,
)
# It was left, which is what goes on: "they went from § to Go and never looked back".
LEFT = rx(
    rf"\b(?:from|off|out of|away|leaving|left|ditch\w*|dropp\w*|remov\w*|retir\w*|replac\w*|rid of"
    rf"|g[ia]v\w+ up)\b[^.;?]*{MARK}",
    re.IGNORECASE,
)
# Something else is told of between: "it was § but Render took over and it's been great".
OTHERWISE = rx(
    r"\b(?:switch|mov|migrat|replac|rewr|swapp|ditch|dropp|remov|retir|abandon|kill|left|gone"
    r"|got rid|ended up|landed on|went (?:with|to))"
    r"|[ ](?-i:(?!I\b|I')[A-Z])",
    re.IGNORECASE,
)

# --- Told by one clause after all --------------------------------------------------------------
_WENT_WRONG = one_of(r"""
    kept, keeps, got (?:too|acquired|bought|pricey|expensive|slow|more|really|so|out), started,
    went (?:down|away|under|up|out|from|through|bankrupt), became, raised, began, ate, went, lost,
    changed (?:their|its|the), was (?:too|down|acquired|bought|discontinued|deprecated|shut), was
    (?:sunset|costing|slow|getting|hacked), had (?:a few|some|several|too many|so many|one too),
    had (?:an outage|outages|issues|problems|a bad|a big), shut, stopped, couldn't, could not,
    didn't, did not, broke, fell, ran out, crashed, refused, failed, increased, doubled, tripled,
    dropped, killed, banned, announced (?:that|they|their), closed, suspended, locked, deleted, let
    them down, bit them
""")
_SERVES = (
    r"(?:sends|handles|powers|hosts|does|runs|takes care|took|stores|serves|is (?:being )?used"
    r"|has been|keeps|manages|deals|collects|delivers|processes|does)\b"
)
_A_WHILE = (
    r"(?:(?:about|over|almost|nearly|an?|the|good|few|couple of|several|many|\d+|one|two|three|four"
    r"|five|ten|half) )*(?:years?|months?|weeks?|decades?)"
)
_AT = "(?:of using|of being on|of running|of|on|with|in|at|using)"
TOLD_ONCE = rules(rf"""
    (?:^|\b)(?:{_NAME} (?:\w+ )?{_SERVES}|(?:they|he|she|everything|it) (?:all )?(?:switched|moved
        |migrated|went|jumped|changed|flipped)(?: over)?) [^.;?]{{1,60}}?\b(?:after|when|once)
        (?:the |their )?{MARK}(?:'s)?{NOUNS} {_WENT_WRONG}\b
    \w (?:[^.;?,]{{2,60}} )?after (?:spending |having spent |being )?{_A_WHILE} {_AT} (?:(?!they
        |he\b|she\b){W} ){{0,2}}?{MARK}(?! (?:at|in) (?:an?|his|her|my)\b)
    \b(?:get|got|getting)(?: (?:everything|it|them|it all|all of it|away|completely))? from
        {A}{MARK}(?: [\w-]+)? (?:in)?to (?-i:[A-Z])
    \b(?:went|dropped|fell|going|shrank|came down) (?:\S+ ){{1,6}}?on {MARK} to \W?\d
    \bthere was (?:an? )?(?:\w+ )?(?:period|time|phase|stint|stretch|moment
        |era)\b[^.;?]{{0,30}}\b(?:with|where|when|of|on) (?:{W} ){{0,3}}?{MARK}
    ^{A}{MARK},? (?:and )?then (?-i:[A-Z])[^.;?]*\b(?:now|finally|today)\b
    ^what (?:was|went) wrong with {A}{MARK}
    {MARK} went with it\b
    {MARK}(?: and [\w.]+)? (?:\w+ )?came and went\b
    \bfrom when {THEY} (?:\w+ )?(?:used|had|ran|were on|were using|relied on) {A}{MARK}
    \bcome a long way (?:since|from) {A}(?:days of )?{MARK}
    \b(?:last|final|remaining|leftover) (?:bits?|parts?|pieces?|remnants?|traces?|leftovers?|lines?
        |remains) (?:of|from) {A}{MARK}
    {MARK} (?:shutting down|going away|getting (?:shut down|acquired|discontinued)|closing|being
        discontinued) (?:was|were|came|forced|made|meant)\b
    {MARK} (?:went away|shut down|closed (?:down|shop)|went (?:under|out of business)|was
        (?:discontinued|sunset|shut down))\b
    {MARK} (?:got|carried|took) (?:them|him|her|us|me) (?:through|pretty|quite|far|as far)\b
    {MARK} (?:got the (?:boot|axe|chop)|bit the dust|didn't (?:last|survive|work out|make it|stand
        a chance|live)|went (?:out the window|out)|lost and|ran its course|served (?:them|him|her
        |us) well|was the norm)\b
    \b(?:hit|reached|ran into|bumped into|found) (?:the|its|some) (?:limits?|ceiling|limitations)
        (?:of|with) {A}{MARK}
    {MARK} days (?:were|had)\b
    ^why did {A}{MARK} not (?:\w+ )?(?:work|last|scale|cut|stick|fit)
    {MARK} (?:seemed|looked|sounded) like (?:a|the) (?:good|great|right|safe|best|fun)
        (?:\w+ )?(?:idea|choice|fit|call|pick|bet)\b
    {MARK}{NOUNS} (?:was|were|got|has been|have been) (?:\w+ )?(?:swapped(?: out)?|traded|exchanged
        |replaced|dropped|ditched|abandoned|scrapped)(?: out)? (?:for|with|by|in favou?r of)
        (?-i:[A-Z])
    {MARK}{NOUNS} (?:was|were|got|has been|have been) (?:\w+ )?(?:consolidated|folded|absorbed
        |rolled|ported|converted) (?:back )?into (?:an?|the|one|(?-i:[A-Z]))
    \b(?:rewrite|port|version|migration|attempt|experiment) (?:\w+ ){{0,4}}?(?:in|to|with|using)
        {A}{MARK} (?:was|got) (?:\w+ )?(?:abandoned|scrapped|dropped|thrown (?:away|out)|ditched
        |shelved|cancel\w+)
""")
# Why they went: "they switched to Drone because § kept timing out".
WENT = rx(
    r"\b(?:switched|moved|migrated|jumped|flipped|went back|started (?:out )?as"
    r"|changed (?:over )?to)\b",
    re.IGNORECASE,
)
WRONG_WITH_IT = rx(
    rf"^(?:the |their |an? )?{MARK}(?:'s)?(?: (?!{_IS}|{_PAST}\b)[\w'-]+){{0,3}}? {_WENT_WRONG}\b",
    re.IGNORECASE,
)
