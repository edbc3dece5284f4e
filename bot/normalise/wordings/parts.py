"""What the tables share: the mark, what may stand around it, and lists of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.normalise.triggers import Triggers
from bot.patterns import one_of, rows

if TYPE_CHECKING:
    from bot.normalise.triggers import Rules

MARK = "§"

THEY = "(?:they|he|she|we|I|you|it)"

# --- What may stand around the thing ---------------------------------------------------------
W = r"[\w'’./+&-]+"
# Words that begin another clause, which is about something else.
OTHER_CLAUSE = "(?:since|because|so|while|whereas|which|who|unless)"
_WORDS = rf"(?:(?!{OTHER_CLAUSE} ){W} ){{0,%d}}?"
# "any of the big §"
NEAR = _WORDS % 3
FAR = _WORDS % 6
# Less than a clause.
SHORT = r"[^.;?]{0,30}?"
SOME = r"[^.;?]{0,40}?"
REST = r"[^.;?]{0,60}?"
A = "(?:both |a |an |the |any |some |all |their |his |her |its |our |using |having )*"
# Up to five names of a list before the thing ("Chef, Puppet or §"), which then is no subject
# of its own ("they don't use Redis, § handles that").
LIST = rf"(?:{W}(?:,| and| or| nor| &| \+| /|, or|, and) (?:{W} ){{0,2}}?){{0,5}}?"
_VERB_FOLLOWS = (
    r" (?:is|are|was|were|has|have|had|does|do|will|can|get|got|runs?|live|go|\w+(?<!s)s)\b"
)
LISTED = rf"(?:{MARK}|{LIST}{MARK}(?!{_VERB_FOLLOWS}))"
# From the thing as a subject to its verb, past the rest of a list but past no other verb.
_OTHER_VERB = r"""(?:is|are|was|were|has|have|had|does|do|did|will|handles|uses|using)\b
    |isn|aren|wasn|weren|doesn|didn""".replace("\n    ", "")
SUBJECT = rf"{MARK}(?:(?!\b(?:{_OTHER_VERB}))[^.;?]){{0,45}}?"

# After "to" no verb, which would say what for: "to X to be closer to users".
NO_VERB = (
    r"(?!(?:be|get|have|make|save|avoid|keep|reduce|cut|use|run|take|improve|support|handle|stay|help"
    r"|do|allow|let|lower|scale|speed|simplify|gain|deal|go|see|find|try|serve|host|store|send)\b"
    r"|\w+ (?:the|a|their|its|his|her|our|costs?|money)\b)"
)

# --- To have and not to have -----------------------------------------------------------------
USE = one_of(r"""
    us(?:e|es|ed|ing), utili[sz]\w+, run(?:s|ning)?, ran, deploy\w*, host\w*, rely, relies, relying,
    go(?:es|ing)? (?:with|for), went with, adopt\w*, leverag\w+, do, doing, write, writing, need\w*,
    involves?, includes?, contains?, requires?, depends? on, want\w*, bother\w*, have, having, had,
        trust\w*, touch\w*, pick, choose, select, opt for
""")
BE_NOT = one_of("""
    isn'?t, aren'?t, wasn'?t, weren'?t, hasn'?t(?: been)?, haven'?t(?: been)?,
    (?:is|are|was|were|has|have|'s) (?:not|never)(?: been)?
""")
DO_NOT = one_of("""
    don'?t, doesn'?t, didn'?t, isn'?t, aren'?t, wasn'?t, weren'?t, haven'?t, hasn'?t, won'?t,
    can'?t, cannot, couldn'?t, never, not, refuses? to, refused to
""")
USABLE = one_of(r"""
    used\b, usable, utili[sz]ed, needed, necessary, in use, in place, set ?up, required, worth,
    implemented, involved, there\b, being done, part of, in the (?:picture|mix|stack|equation),
    a (?:good )?(?:fit|match), a (?:hard |strict )?(?:requirement|dependency|must|priority),
        supported, deployed, loaded, chosen, adopted, running, an option,
    configured, enabled, hooked up, on the table, available, installed
""")
NO_GO = one_of(r"""
    overkill, out of the question, a bad fit, not a good fit, not worth (?:it|the \w+),
    too (?:much|risky|magical|opinionated|complex|complicated|heavy|expensive|pricey|slow),
    more (?:trouble|hassle|work|effort|pain) than (?:it|they), off the table, turned down,
    ruled out, rejected, disabled, (?<!was )(?<!were )(?<!got )turned off, nowhere, skipped,
        avoided,
    missing
""")
LOOKED = one_of(r"""
    did (?:also |even |briefly )?(?:look (?:at|into)|consider|evaluate|compare),
    did (?:also |even |briefly )?(?:check out|think about),
    look(?:ed|ing)(?: \w+){0,3} (?:at|into), evaluat(?:ed|ing), consider(?:ed|ing), tri(?:ed|ing),
        trying,
    check(?:ed|ing) out, play(?:ed|ing) (?:around )?with, toy(?:ed|ing) with, thought about,
    debated,
    compar(?:ed|ing)
""")
TRIAL = one_of(r"""
    look(?:ed|ing) (?:at|into), evaluat\w+, consider\w+, tri(?:ed|alled|aled), trying,
    test[- ]driv\w+, test[- ]drove, prototyp\w+, explor\w+, investigat\w+, research\w+, debat\w+,
    discuss\w+, weigh\w+, compar(?:ed|ing), benchmark\w+, propos\w+, suggest\w+, float\w+, pitch\w+,
    check(?:ed|ing) out, shortlist\w*, mention\w*, brought up, on the table
""")
SETTLED = one_of("""
    went with, going with, settled (?:on|for), stuck (?:with|to), landed on, decided on, chose,
    picked, opted for, ended up (?:with|on|using|going with|picking|choosing)
""")
TAKEN_UP = one_of("""
    used, chosen, picked, selected, adopted, added, introduced, brought in, built, written, done,
    spun up, configured, set ?up, deployed, hosted, created, developed, swapped in, put in,
    put in place, rolled out, settled on, decided on, sprinkled in, hooked up, integrated,
    implemented
""")

# --- To leave --------------------------------------------------------------------------------
MOVE = one_of(r"""
    mov(?:e|es|ed|ing), switch\w*, migrat\w+, transition\w*, (?-i:go|[Gg]oing|gone|[Ww]ent),
        convert\w*,
    port(?:ed|ing), chang(?:ed?|ing), jump\w*, walk\w*, swapp?\w*, rewr\w+, shift\w*, graduat\w+,
    evolv\w+, downgrad\w+, upgrad\w+, retreat\w*, coming off, came off, come off
""")
LEAVE = one_of(r"""
    ditch(?:ed|ing)?, drop(?:ped|ping), g[eo]t(?:ting)? rid of, leaving, left, remov(?:ed|ing),
    retir(?:ed|ing), abandon(?:ed|ing), decommission\w*, phas(?:ed|ing) out, sunset\w*,
    quit(?:ting)?(?! (?:\w+ )?(?:jobs?|gigs?)), stopp?(?:ed|ing) (?:using|renewing),
    (?:gave|given|giving|give) up on,
    outgr[eo]w\w*,
    gr[eo]w(?:ing|n)? out of, walk(?:ed|ing)? away from, strangl\w+, moved? on from, moving on from,
    g[eo]t(?:ting)? off(?: of)?, escap(?:ed|ing), fled, kick(?:ed|ing)(?: out)?(?! off),
    swapp?(?:ed|ing)?(?: out)?, ripp(?:ed|ing) out, trad(?:ed|ing)(?: in)?,
    part(?:ed|ing) ways with, undo(?:ing)?, undid, unwinding, kill(?:ed|ing) off, let go of,
    wean\w*(?: \w+){0,2} off(?: of)?, cut(?:ting)? (?:ties|the cord) with, broke up with, breaking
    up with,
        bail(?:ed|ing) on,
    d(?:id|one|oing) away with, (?:threw|throwing) in the towel on, call(?:ed|ing) it quits
    (?:with|on),
    clos(?:ed|ing) the (?:book|door) on, cancel(?:l?ed|l?ing), dump(?:ed|ing)(?= (?:the )?§
    (?:for|in
        favou?r|because|after|when)),
    scrapp(?:ed|ing)(?! (?:the|that|those) (?:idea|plan)), sa(?:id|ying) (?:good)?bye to,
    pull(?:ed|ing) the plug on, (?:delet|purg|ax|unplugg|toss)(?:ed|ing), uninstall(?:ed|ing),
    roll(?:ed|ing)? back from, dumping(?= (?:the )?§(?:$|,| and\b| but\b)),
    (?:happy|glad|nice|relieved) to (?:see|be rid of)(?= § (?:go\b|gone\b|leave|$)),
    (?:mov|migrat)(?:ed?|ing) (?:away from|off(?: of)?|out of)
""")
REPLACE = one_of("""
    replac(?:es|ed|ing|e), supersed(?:es|ed|ing), took over from, taking over from,
    (?:takes|taking|took) the place of
""")
OUT = "(?:thrown|ripped|torn|kicked|taken|swapped|phased|tossed) (?:out|away)"
GONE = one_of(rf"""
    replaced, dropped, ditched, removed, retired, decommissioned, abandoned, swapped(?: out)?,
    sunset,
    shut down, shut off, turned off, gone\b, killed, scrapped, axed, pulled(?: out)?, shelved,
    {OUT}, tossed,
    left behind, cut(?: out)?, deleted, uninstalled, given up, (?:moved|migrated) away from,
    outgrown, phased out, unplugged, consolidated into, merged into, folded into,
    superseded, reverted, rolled back, canned, binned, dumped, rewritten in,
    (?:traded|switched|exchanged)(?: in| out| away)? (?:for|in favou?r of)\b
""")

# --- When ------------------------------------------------------------------------------------
ONCE = one_of("previously, originally, initially, formerly, once, first")
_LONG_AGO = r"""
    in the past, at the (?:start|outset), to (?:begin|start) with, previously, originally,
        initially, formerly, at first, early on, back then,
    back in the day, until recently, before that, once upon a time
"""
PAST = one_of(rf"""
    {_LONG_AGO}, in the (?:very )?(?:beginning|early days), of the early days, for a (?:while|time),
    (?:\w+ )?(?:years|a long time|a while) ago, in a previous life,
    back in (?:the )?(?:19|20)?\d\ds?
""")
# What lies in the past wherever in its clause it stands.
PAST_ONLY = one_of(rf"""
    {_LONG_AGO}, in version (?:one|1), in v1, at launch, for the (?:mvp|prototype|first),
    in the (?:beginning|early days),
    in the first (?:version|year|months?|weeks?|season|release|prototype|iteration|place)
""")
# "on Heroku before", with nothing that it came before of.
BEFORE = (
    r"(?:before|beforehand|earlier|prior to that|until (?:then|recently|last|\d{4}))"
    r"(?=$|[,;.]| (?:but|and|though|this|that|it (?:was|got))\b)"
)
_PERIODS = "weeks?|months?|years?"
# Told of what has happened: "they eventually landed on X", "at some point X got in the way".
_TOLD = one_of(r"""
    (?!need)\w{2,}ed, went, got, came, led, was, were, became, chose, ended, left, made, found,
    took, ran, built, wrote, had, did, gave, grew, fell, hit, won, began, bit, stopped, broke, put,
    shut, brought, said
""")
_NOT_TOLD = rf"(?!,? (?:(?:{THEY}|{MARK}|(?:the|their|his|her) \w+) )?{_TOLD}\b)"
LATER = one_of(rf"""
    on the horizon, on deck, for later, still to come, sooner or later,
    (?:eventually|some ?day|one day|at some point|down the (?:road|line)|later on|soon){_NOT_TOLD},
    (?:in|over|within|during) the (?:next|coming) (?:few |couple of )?(?:days|{_PERIODS}),
    (?:in|over|within|during) the (?:next|coming) (?:release|version|sprint|quarter|iteration),
    (?:probably|hopefully|maybe|likely) (?:in|within) (?:a |a few |\d+ )?(?:{_PERIODS}),
    in the (?:near |not so distant |not too distant )?future,
    on (?:the|their|his|her|my) (?:roadmap|(?:bucket |wish ?)?list|radar|docket|backlog|cards|cusp),
    on (?:the|their|his|her|my) (?:agenda|to[- ]?do(?:[- ]?list)?),
    coming soon, (?:is|are) coming, (?:is|are) planned, is (?:up )?next, planned for, in the works,
    (?:a )?work in progress, later this year, next (?:year|month|quarter)
""")
WISH = one_of(rf"""
    wants? to, wanted to, wanting to, (?:would|'d) (?:like|love) to, hop(?:es?|ing) to,
    (?<!paid )(?<!free )(?<!generous )(?<!cheap )(?<!pricing )plan(?:s|ning|ned)? (?:to|on|for),
    intend\w* (?:to|on), intent (?:to|on), been (?:meaning|wanting|itching|dying) to,
    look(?:s|ing)? (?:to|into|forward to),
    think(?:s|ing)(?: (?:a lot|a bit|hard|more|seriously|\w+ly))? (?:about|of), debating,
    contemplating, entertaining, consider(?:s|ing), going to,
    keen (?:to|on), eye(?:s|ing), might, may, could eventually, explor(?:es|ing), evaluat(?:es|ing),
    aim(?:s|ing)? to, eager to, about to, interested in, toying with, flirting with,
    plans? (?:are|is) to, ready to, tempted to, itching to, wish\w* (?:for|they had),
    experimenting with, dip\w* (?:their|his|her|a) toes? in(?:to)?, wait(?:s|ing) (?:for|on|until),
    (?:goals?|aim|dream|hope|intention)(?: (?:for|of|this|next|over) [^.;?]{{1,25}}?)?
    (?:is|are|would be),
    (?:long[- ]term|end|future|eventual) plan (?:is|would be),
    plan(?: (?:for|of|over) [^.;?]{{1,25}}?)? (?:is|was|would be) to,
    talking about(?= (?:add|us|mov|switch|gett|introduc|adopt|rewrit|migrat)ing\b),
    (?:weeks?|days?|months?) (?:away|out) from, learning (?={MARK} (?:to|so|in order)),
    (?:next (?:up|steps?)|future plans?|todo)\b:?(?: is| are| include)?
""")

# What the tables need is shared: a clause is searched for all of it once.
_triggers = Triggers(always=MARK)


def rules(table: str) -> Rules:
    """The rules of a table, written as :func:`bot.patterns.rows` takes them."""
    return _triggers.rules(*rows(table))
