"""What is not theirs: what others use, somebody's experience, and words that only look like it."""

from __future__ import annotations

from bot.normalise.wordings.parts import MARK, NEAR, REST, SOME, A, W, rules
from bot.patterns import one_of

# Part of another word or a likeness: "a git flow model", "a Docker-like sandbox".
COMPOUND = rules(rf"{MARK}(?:-like|[- ](?:flow|style|esque|inspired|compatible|flavou?red))\b")
# Somebody's experience, which says nothing of what they run: "used X at an agency".
EXPERIENCE = rules(rf"""
    \b(?:was|were|been|as|being) (?:an? |the )(?:\w+ )??{MARK} (?:developers?|engineers?
        |programmers?|devs?
        |consultants?|admins?|guy|person|shop consultant)\b
    (?:\bhad|'d) never (?:\w+ )?(?:used|heard|worked|tried|done|written|learned|touched|seen|played
        |deployed)
        {NEAR}{MARK}(?: [\w-]+)? (?:before|until|prior)\b
    {MARK}[^.;?]{{0,30}}\bas a (?:kid|child|teenager|student)\b
    \bwork(?:ed|ing)? on {A}{MARK} (?:sites?|apps?|projects?) (?:for|at)\b
    \b(?:had|has|have|hadn't|hasn't|haven't) (?:ever |never )?(?:used|worked with|tried|done|written
        |learned|touched|seen|played with) {NEAR}{MARK}(?: [\w-]+)? before\b(?!
        (?:moving|switching|it|they))
    \b(?:used|worked|wrote|did|learned|programmed|coded|came from)\b
        [^.;?]{{0,40}}?{MARK}{REST}\b(?:at|in|for)
        (?:an?|his|her|their|my|another|the) (?:[\w-]+ ){{0,2}}?(?:agency|bank|university|college
        |day job|job
        |consultancy|corporation|employer)\b
    {MARK} background\b(?! and (?:\w+ )?(?:moved|switched|migrated)\b)
    \bbackground in {A}{MARK}
    \bafter (?:having )?(?:written|writing|coded|coding|programmed|programming|taught|teaching
        |(?:worked|working) (?:with|in|on)) {NEAR}{MARK} (?:for|at|in)\b
    \byears of (?:writing|coding|programming|teaching)(?: in)? {NEAR}{MARK}
""")
# What a vendor did was felt by its customers, and they may be some: "after X raised its prices".
OF_VENDORS = rules(rf"""
    \b(?:after|since|when|once|because) {MARK} (?:dropped|killed(?: off)?|ended|discontinued|stopped
        |raised|increased|doubled|tripled|hiked|changed|announced) (?:its|their|the|all)\b
""")
# What others do or wish is no part of the stack: "one of their clients moved away from X".
_THOSE = one_of(r"""
    customers?, clients?, competitors?, listeners?, viewers, friends?, folks, people, companies,
    users, readers, students, startups, teams, agencies
""")
_NO_OF_THEM = one_of("""
    a lot, lots, some, many, most, one, a few, plenty, half, all, both
""")
_THEY_USE = one_of(r"""
    us(?:e|es|ed|ing)(?! their|(?: to)? (?:log|sign)), switch\w+, migrat\w+, ditch\w+, wants?,
    mov(?:e|ed|ing) (?:to|from|off|away), go(?:es|ing)? (?:to|from|with), wanted, ask\w*,
    (?:keep|kept) asking, c[ao]me from,
        prefer,
    wrote, would, plan, hope
""")
OF_OTHERS = rules(rf"""
    ^{_NO_OF_THEM} of (?:(?:his|her|their|the|our|other|these|those) )*(?:{W} )??{_THOSE}
        (?:\w+ ){{0,2}}?(?:{_THEY_USE}|runs?|running|ran|left|leave|still|rely)\b{REST}{MARK}
    ^(?:but |and |when |if )?(?:his|her|their|our|the|bigger|larger) (?:{W} )??{_THOSE}
        (?:who )?(?:\w+ )?{_THEY_USE}\b{REST}{MARK}
    ^(?:but |and |when |if )?(?:other|another|many|most|some|lots of|a lot of|big|enterprise|an?)
        (?:{W} )??(?:{_THOSE}|company|startup|agency|team)
        (?:who )?(?:\w+ )?{_THEY_USE}\b{REST}{MARK}
    ^{_THOSE} (?:\w+ )?{_THEY_USE}\b{REST}{MARK}
    ^(?:someone|somebody)\b{REST}{MARK}
    \b(?:previous|former) (?:developers?|devs?|team|agency|contractors?|freelancers?|owners?)
        (?:picked|chose|wrote
        |built|used|went with)\b(?!.*\bstill\b){REST}{MARK}
    \b(?:hopes?|hoping|wish(?:es|ing)?) (?:that )?{MARK} (?!makes )\w+(?<!s)s\b
    \b(?:gave|giv(?:es?|ing)|wrote|writ(?:es?|ing|ten)|record(?:s|ed|ing)|publish\w+|teach(?:es|ing)
        |taught|watched|read|made|making) (?:an?|his|her|the|some|about) (?:{W} ){{0,2}}?(?:talks?
        |posts?|articles?|books?|courses?|videos?|tutorials?|workshops?|presentations?|class
        |guides?)\b[^.;?]*{MARK}
    ^(?:his|her|their|my|an?|another) (?:last|previous|old|former|first|other|day)
        (?:\w+ )?(?:company|job|team
        |startup|employer|agency)\b{REST}{MARK}
    \b(?:help(?:s|ed|ing)?|convinc\w+|get|getting|got) (?:\w+ ){{0,3}}?(?:companies|people
        |customers|clients|users
        |teams|businesses|developers|you|folks|others) (?:to )?(?:mov|migrat|switch|convert|leav|get
        |transition)\w*\b{REST}{MARK}
    \b(?:work(?:s|ed|ing)?|job|engineer|employee|intern(?:ed|ship)?)
        (?:at|for) {A}{MARK}(?! (?:and )?to\b)
    \b(?:ex|former)[- ]{MARK} (?:engineers?|employees?|developers?|designers?|managers?|folks
        |people)\b
    \b(?:be|become|into|like|build|building) the next {MARK}(?! version)
    \byou (?:\w+ )?(?:might|may|should|want|would|ever)\b(?!.*\?){REST}{MARK}
    {MARK}[^.;?,]* by (?:their|the|its|your) (?:customers|clients|users)\b
    \bus(?:e|ed|es|ing) {NEAR}{MARK}{SOME}\b(?:for|in|on) (?:his|her|my|their|a few|other)
        (?:own|personal|side|other|older|previous) (?:[\w-]+ )?(?:projects?|sites?|stuff|apps?)\b
    {MARK}(?: (?!(?:is|are|was|were|does|do|did|has|had|of)\b)[\w-]+){{0,4}} (?:at|for|with|in|from)
        (?:an?|his|her|their|my|the) (?:last|previous|old|former|past|other|different|day|prior)
        (?:[\w-]+ )?(?:company|job|startup|gig|employer|workplace|role|place|agency|project
        |client)\b
""")
