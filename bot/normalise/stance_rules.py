"""The patterns by which a clause is read, with the thing in question replaced by ``§``.

Tables only; :mod:`bot.normalise.stance` says in which order they are tried and what each means.
A new wording is a new pattern in the table of its stance, or a new word in one of the parts that
the patterns share, and a line in tests/normalise/data/stances.tsv.
"""

from __future__ import annotations

import re

from bot.normalise.triggers import Triggers
from bot.patterns import rx

MARK = "§"

# --- Parts of patterns ---------------------------------------------------------------------
# A word, and words that may stand between a rule's word and the thing: "any of the big".
_W = r"[\w'’./+&-]+"
_GAP = rf"(?:{_W} ){{0,%d}}?"
_NEAR = _GAP % 3
_FAR = _GAP % 6
_A = r"(?:both |a |an |the |any |some |all |their |his |her |its |our |using |having )*"
# Up to five names of a list before the thing ("Chef, Puppet or §"), which then is no subject
# of its own ("they don't use Redis, § handles that").
_LIST = rf"(?:{_W}(?:,| and| or| nor| &| \+| /|, or|, and) (?:{_W} ){{0,2}}?){{0,5}}?"
_LISTED = rf"(?:{MARK}|(?<=, ){MARK}(?! (?:is|are|was|were|has|had|does|will|can|\w+(?<!s)s)\b))"
# From the thing as a subject to its verb, past the rest of a list but past no other verb.
_OTHER_VERB = r"(?:is|are|was|were|has|have|had|does|do|did|will|handles|uses|using)\b|isn|aren|wasn|weren|doesn|didn"
_SUBJECT = rf"{MARK}(?:(?!\b(?:{_OTHER_VERB}))[^.;?]){{0,45}}?"
_REST = r"[^.;?]{0,60}?"

_USE = (
    r"(?:us(?:e|es|ed|ing)|utili[sz]\w+|run(?:s|ning)?|ran|deploy\w*|host\w*|rely|relies|relying"
    r"|go(?:es|ing)? (?:with|for)|went with|adopt\w*|leverag\w+|do|doing|write|writing|need\w*|want\w*|bother\w*|have|having|had|trust\w*|touch\w*)"
)
_BE_NOT = (
    r"(?:isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|hasn['’]?t(?: been)?|haven['’]?t(?: been)?"
    r"|(?:is|are|was|were|has|have|['’]s) (?:not|never)(?: been)?)"
)
_DO_NOT = (
    r"(?:don['’]?t|doesn['’]?t|didn['’]?t|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|haven['’]?t"
    r"|hasn['’]?t|won['’]?t|can['’]?t|cannot|couldn['’]?t|never|not|refuses? to|refused to)"
)
_MOVE = (
    r"(?:mov(?:e|es|ed|ing)|switch\w*|migrat\w+|transition\w*|go(?:ing)?|gone|went|convert\w*"
    r"|port(?:ed|ing)|chang(?:ed?|ing)|jump\w*|walk\w*|swapp?\w*|rewr\w+|shift\w*|graduat\w+|downgrad\w+|upgrad\w+|retreat\w*|coming off|came off|come off)"
)
_LEAVE = (
    r"(?:ditch(?:ed|ing)?|drop(?:ped|ping)|g[eo]t(?:ting)? rid of|leaving|left|remov(?:ed|ing)|retir(?:ed|ing)"
    r"|abandon(?:ed|ing)|decommission\w*|phas(?:ed|ing) out|sunset\w*|quit(?:ting)?|stopp?(?:ed|ing) using"
    r"|(?:gave|given|giving|give) up on|outgr[eo]w\w*|gr[eo]w(?:ing|n)? out of|walk(?:ed|ing)? away from|strangl\w+|moved? on from|moving on from|g[eo]t(?:ting)? off(?: of)?"
    r"|escap(?:ed|ing)|fled|kick(?:ed|ing)(?: out)?(?! off)|swapp?(?:ed|ing)?(?: out)?|ripp(?:ed|ing) out|trad(?:ed|ing)(?: in)?"
    r"|sa(?:id|ying) (?:good)?bye to|pull(?:ed|ing) the plug on|mov(?:ed?|ing) (?:away from|off(?: of)?|out of)"
    r"|migrat(?:ed?|ing) (?:away from|off(?: of)?|out of))"
)
_REPLACE = r"(?:replac(?:es|ed|ing|e)|supersed(?:es|ed|ing)|took over from|taking over from)"
_WISH = (
    r"(?:wants? to|wanted to|wanting to|would like to|['’]d like to|would love to|['’]d love to|hop(?:es?|ing) to"
    r"|(?<!paid )(?<!free )plan(?:s|ning|ned)? (?:to|on|for)|intend\w* to|intent to|look(?:s|ing)? (?:to|into|forward to)"
    r"|think(?:s|ing) (?:about|of)|consider(?:s|ing)|going to|keen (?:to|on)|eye(?:s|ing)"
    r"|might|may|could eventually|explor(?:es|ing)|evaluat(?:es|ing)|aim(?:s|ing)? to|eager to"
    r"|about to|interested in|toying with|flirting with|plans? (?:are|is) to|ready to|tempted to|itching to|wish\w* (?:for|they had)"
    r"|experimenting with|dip\w* (?:their|his|her|a) toes? in(?:to)?|wait(?:s|ing) (?:for|on|until)|(?:long[- ]term |short[- ]term |end |next )?(?:goal|aim|dream|hope|intention) (?:is|would be)|(?:weeks|days|months) away from|learning (?=§ (?:to|so|in order))|(?:next (?:up|steps?)|future plans?|todo)\b:?(?: is| are| include)?)"
)
_LATER = (
    r"(?:on the horizon|(?:in|over|within|during) the (?:next|coming) (?:few |couple of )?(?:release|version|sprint|quarter|iteration|days|weeks?|months?|years?)|for later|still to come|(?:probably|hopefully|maybe|likely) (?:in|within) (?:a |a few |\d+ )?(?:weeks?|months?|years?)|in the (?:near |not so distant |not too distant )?future|eventually|sooner or later"
    r"|some ?day|one day|down the (?:road|line)|at some point|on (?:the|their|his|her|my) "
    r"(?:roadmap|list|radar|to[- ]?do(?:[- ]?list)?|wish ?list|backlog|agenda|cards|cusp)|coming soon|is coming|are coming|is planned"
    r"|are planned|is (?:up )?next|planned for|in the works|(?:a )?work in progress|later (?:on|this year)|next (?:year|month|quarter)|soon)"
)
_PAST = (
    r"(?:in the past|(?:in|of) the early days|(?:\w+ )?(?:years|a long time|a while) ago|previously|originally|initially|formerly|at first|early on|in the (?:beginning|early days)"
    r"|back then|back in the day|until recently|before that|for a (?:while|time)|in a previous life|once upon a time|back in (?:the )?(?:19|20)?\d\ds?)"
)
_PAST_ONLY = (
    r"(?:in the past|previously|originally|initially|formerly|at first|early on|in the (?:beginning|early days|first (?:version|year|months?|iteration|place))"
    r"|back then|back in the day|until recently|before that|once upon a time|in version (?:one|1)|in v1|at launch|for the (?:mvp|prototype|first))"
)
# "on Heroku before", with nothing that it came before of.
_BEFORE = r"(?:before|beforehand|earlier|prior to that|until (?:then|recently|last|\d{4}))(?=$|[,;.]| (?:but|and|though|this|that|it (?:was|got))\b)"
# "They used to run X", not "X is used to run" something.
_USED_TO = (
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeing )(?<!\bbeen )(?<!\bget )(?<!\bgets )(?<!ly )(?<!\balso )(?<!\bboth )"
    r"\bused to (?=(?:be|use|run|host|have|rely|live|work(?! (?:at|for)\b)|pay|write|deploy|do|send|store)\b)"
)
_ONCE = r"(?:previously|originally|initially|formerly|once|first)"
_NO_GO = (
    r"(?:overkill|too (?:much|risky|magical|opinionated|complex|complicated|heavy|expensive|pricey|slow)|out of the question|a bad fit|not a good fit"
    r"|not worth (?:it|the \w+)|off the table|turned down|ruled out|rejected|disabled|turned off|nowhere|skipped|avoided|missing)"
)
_USABLE = (
    r"(?:used\b|usable|utili[sz]ed|needed|necessary|in use|in place|set ?up|required|worth|implemented|involved|there\b|being done|part of"
    r"|in the (?:picture|mix|stack|equation)|a (?:good )?(?:fit|match)|supported|deployed|loaded|chosen|adopted|running|an option|configured|enabled|hooked up|on the table|available|installed)"
)
_LOOKED = r"(?:look(?:ed|ing) (?:at|into)|evaluat(?:ed|ing)|consider(?:ed|ing)|tri(?:ed|ing)|trying|check(?:ed|ing) out|play(?:ed|ing) (?:around )?with|toy(?:ed|ing) with|thought about|debated|compar(?:ed|ing))"
_TRIAL = (
    r"(?:look(?:ed|ing) (?:at|into)|evaluat\w+|consider\w+|tri(?:ed|alled|aled)|trying|test[- ]driv\w+|test[- ]drove|prototyp\w+|explor\w+|investigat\w+"
    r"|research\w+|debat\w+|discuss\w+|weigh\w+|compar(?:ed|ing)|benchmark\w+|propos\w+|suggest\w+|float\w+|pitch\w+|check(?:ed|ing) out|shortlist\w*|mention\w*|brought up|on the table)"
)
_TAKEN_UP = (
    r"(?:used|chosen|picked|select(?:ed)|adopted|add(?:ed)|introduced|brought in|built|written|done|spun up|configured|set ?up|deployed|hosted"
    r"|created|developed|swapped in|put in|put in place|rolled out|settled on|decided on|sprinkled in|hooked up|integrated|implemented)"
)
_GONE = (
    r"(?:replaced|dropped|ditched|remov(?:ed)|retired|decommissioned|abandoned|swapped(?: out)?|phased out|sunset|shut down|shut off|turned off|gone\b|ripped out|killed"
    r"|thrown (?:out|away)|scrapped|axed|torn out|taken out|pulled(?: out)?|shelved|left behind|cut(?: out)?|deleted|uninstalled|given up|moved away from|migrated away from"
    r"|outgrown|superseded|retired|reverted|rolled back|canned|binned|tossed(?: out)?|dumped|rewritten in)"
)
_SETTLED = r"(?:went with|going with|settled (?:on|for)|ended up (?:with|on|using|going with|picking|choosing)|stuck (?:with|to)|landed on|decided on|chose|picked|opted for)"
# What tables need is shared: a clause is searched for all of it once.
_rules = Triggers(always=MARK).rules

# --- The tables ----------------------------------------------------------------------------
DENIALS = _rules(
    # "Docker isn't being used", "SQLAlchemy and Alembic are not needed"
    rf"{_SUBJECT}\b{_BE_NOT} (?:\w+ ){{0,2}}?{_USABLE}",
    rf"\b(?:nobody|no one|none of \w+) (?:\w+ ){{0,3}}?{_USE} {_NEAR}{MARK}",
    rf"\bneither [^.;?]{{0,40}}?{MARK}",
    # "they don't use any Kubernetes", "not using a managed X", "don't use Kubernetes, X or Swarm"
    rf"(?<!from )\b{_DO_NOT} (?:\w+ ){{0,2}}?{_USE} (?:\w+ (?:of|to|for|with) )?{_GAP % 4}{MARK}",
    rf"(?<!from )\b{_DO_NOT} (?:\w+ ){{0,2}}?{_USE} {_A}{_LIST}{_LISTED}",
    rf"\b(?:nothing|none of (?:it|this|that|them)|no part) (?:\w+ )?(?:runs?|is|are|uses?|lives?|goes) {_NEAR}{MARK}",
    rf"{_SUBJECT}\b(?:(?:hasn|haven)['’]?t|(?:has|have) not) (?:happened|made it|been (?:introduced|adopted|added|set ?up|rolled out|tried))",
    rf"{MARK} (?:\w+ )?never (?:made it|happened|got)",
    rf"{MARK} (?:don['’]?t|doesn['’]?t|do not|does not) exist\b",
    rf"\b(?:hesitant|reluctant|unwilling|wary|scared|afraid) (?:to|of|about) (?:\w+ )?(?:us|adopt|mov|switch|introduc|add)\w* {_NEAR}{MARK}",
    rf"\b(?:hasn['’]?t|haven['’]?t|never) got(?:ten)? (?:around )?to {_NEAR}{MARK}",
    # "no ORM", "without Kubernetes or Swarm", "avoiding heavy X"
    rf"\b(?:no|(?<!live )(?<!do )(?<!survive )without|goes live without|(?<!to )avoid(?:s|ed|ing)?|to avoid|skip(?:s|ped|ping)?|zero|lack of|lacks?"
    rf"|absence of|minus|free of|ditching the idea of|stay(?:s|ed|ing)? (?:away from|clear of)|steer\w* clear of|pass(?:ed|es|ing)? (?:on|over)|sh(?:y|ies|ied|ying) away from)"
    rf" (?:needing |need for |need to use |having |using |the need for |(?:a |one )?single |any |a |an |the )*(?:[\w-]+ )?{_LIST}{_LISTED}",
    rf"(?<!from )\bnot (?:on|with|via|through|having|even|hosted on|in|a|an|enough|many|much)?\s?(?:any |a |an |the )?{MARK}",
    rf"\bthere(?:['’]s| is| are| was| were) no(?:t| not)? (?:even )?(?:a |an |any )?(?:[\w-]+ ){{0,2}}?{MARK}",
    rf"\bthere(?:['’]s| is| are| was| were) no (?:[\w-]+ ){{0,4}}?(?:such as|like) {_LIST}{MARK}",
    rf"{MARK}(?: [\w-]+)? (?:is|are|was|were|got|has been|have been)(?: both| all| \w+ly| just)? (?:absent|left out|crossed off|kept out|banned|forbidden|off limits|vetoed|voted down|struck from)\b",
    rf"\b(?:refus(?:e|es|ed|ing) to|resist(?:ed|ing)? (?:the (?:urge|temptation) to|any)|vot(?:ed|ing) against|(?:won['’]t|don['’]t|didn['’]t|can['’]t|couldn['’]t) find (?:any|a|an)) [^.;?]{{0,30}}?{MARK}",
    rf"\b(?:do|does|did|is|are|was|were)n['’]?t (?:go|going|sent|stored|live|end up|sit|run|hosted) (?:to|in|on|into|through|with|up) {_A}{MARK}",
    rf"\bsteer(?:ed|ing)? (?:away|clear) (?:from|of) {_A}{MARK}",
    rf"\b(?:rul(?:ed|ing) out|reject(?:ed|ing)|dismiss(?:ed|ing)|turn(?:ed|ing) down|pass(?:ed|ing) on|put off by|scared (?:off|away) (?:by|from)|shunn(?:ed|ing)|clear of|holding off on|held off on) {_A}{_LIST}{MARK}",
    rf"\b(?:zero|no|not (?:a|one)(?: single)?|without a(?: single)?) (?:lines?|bits?|traces?|drops?|hints?|sign) of {MARK}",
    rf"\b{_BE_NOT} (?:\w+ )?(?:based|built|written|hosted|running|deployed|done|made) (?:on|with|in|using|by|through) {_A}{_LIST}{_LISTED}",
    rf"{MARK} (?:hasn['’]t|hadn['’]t|has|had|was|were)?\s?never (?:got|gotten|was|were|been|made|took|caught|stuck|clicked|worked|adopted|used|needed|set ?up|considered)",
    rf"{MARK}[^.;?]{{0,40}}? (?:couldn['’]?t|can['’]?t|could not|cannot) be justified",
    rf"{MARK} (?:hadn['’]?t|had not|wasn['’]?t|weren['’]?t|didn['’]?t) (?:been |even |really |yet )*(?:released|available|around|a thing|invented|exist|out|an option|stable|ready|mature)\b",
    rf"\bthere (?:isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t) (?:even )?(?:a |an |any |really )*(?:[\w-]+ )??{MARK}",
)
# Here the denial is implied by a choice or a judgement.
REJECTIONS = _rules(
    # "X was looked at", "X was considered for search": named and then not used
    rf"{MARK} (?:was|were|got|had been) (?:\w+ )?(?:looked (?:at|into)|considered|evaluated|checked out|compared|on the (?:table|shortlist)|in the running|an option|a contender)\b(?!.*\b(?:chosen|picked|won|went with it|better|selected)\b)",
    rf"^(?:they |he |she |we )?(?:also |even )?{_LOOKED} {_FAR}{_LIST}{MARK}{_REST}\b(?:too|as well|first|before (?:picking|choosing|going with|settling on)|at (?:it|one point))\b",
    # "instead of Helm", "rather than Go", "picked Swarm over Kubernetes"
    rf"\b(?:instead of|rather than|as opposed to) (?:using |going with |something like |a |an |the )*{_LIST}{_LISTED}",
    rf"\b(?:chos\w+|choos\w+|pick\w*|going with|went with|use|uses|used|using|prefer\w*|favou?r\w*|select\w*"
    rf"|opt\w+ for|go with|(?:stick\w*|stuck|stay\w*) (?:with|to)|keep\w*|ECS) (?:[^.;]{{0,40}}? )?over (?:using |going with |a |an |the )*{_LIST}{_LISTED}",
    rf"\b(?:decid\w+|chos\w+|opt\w+|advis\w+) (?:against|not to use|not to go with|out of) {_FAR}{MARK}",
    rf"(?<!how )(?<!how the ){_SUBJECT}\b(?:was|is|were|are|would be|would have been|seemed?|felt|(?:was |were )?(?:deemed|considered|judged))(?: like)? (?:a bit |way |just |complete |considered )*{_NO_GO}",
    rf"\bwhy (?:not|no) (?:just )?(?:use |using )?(?:a |an |the )?{MARK}",
    rf"\b(?:almost|nearly) (?:went with|going with|us(?:ed|ing)|chose|choosing|pick(?:ed|ing)|switch(?:ed|ing) to|mov(?:ed|ing) to) {_A}{MARK}",
    rf"{MARK} (?:was|came(?: in)?|finished|ended up) (?:a |the |in )?(?:close |distant |very close )?(?:second|runner[- ]up|contender|alternative)\b",
    rf"{MARK} (?:has|had|brings|brought|comes with|came with|was|is|felt|feels|seemed|deemed) (?:\w+ )?(?:too|way too|a bit too) (?:\w+ )?(?!far|long|late|early|often)\w+",
    rf"\b(?:not|\w+n['’]?t) (?:\w+ )?(?:an? (?:\w+ )?fan of|sold on|into|keen on|crazy about|convinced by) {_NEAR}{MARK}",
    rf"{_SUBJECT}\b{_BE_NOT} (?:\w+ )?(?:for them|for him|for her|something they|something he|something she|a thing)\b",
    # "looked at X, went with Y"
    rf"\b{_LOOKED} {_FAR}{_LIST}{MARK}{_REST}\b{_SETTLED}\b",
    rf"{MARK} did(?:n['’]?t| not) (?:make the cut|work out|cut it|fit|scale|convince)",
)
PAST_USES = _rules(
    rf"{MARK} (?:was|were) (?:the |their |his |her |its |our )?(?:original|first|initial|previous|old|former|prior)\b",
    rf"\b(?:was|were|ran|lived|hosted|used|had) (?:\w+ )?(?:on |in |with |at )?{_A}{MARK}(?: [\w-]+)?,? before\b(?! (?:going|it goes|they go|that)\b)",
    rf"\bhad been (?:on|with|using|running) {_A}{MARK}",
    rf"{MARK} (?:was|were) {_REST}\b{_PAST}\b",
    rf"^coming from {_A}{MARK} (?:to|into)\b",
    rf"^{MARK} to {_REST}\b(?:migration|move|rewrite|switch|transition|port)\b",
    rf"\b(?:rewr\w+|port) of (?:a |an |the |their )?{MARK} \w+",
    rf"\b(?:rewr\w+|port(?:ing|ed)|convert(?:ing|ed)) (?:a |an |the |their |his |her |its )?{_NEAR}{MARK} (?:{_W} ){{1,3}}?(?:in|to|into|with|using)\b",
    rf"\b(?:tried|used|ran|had) {_NEAR}{MARK}{_REST}\b(?:went|came|moved|switched) back\b",
    rf"{MARK} (?:has|have) since been \w+ed",
    rf"\b(?:ripp?\w+|t[eo]r\w+|thr[eo]w\w*|kick\w*|t[ao]k\w+|swapp?\w*|rip) {_A}{MARK} (?:\w+ )?out\b",
    rf"{MARK} (?:\w+ )?(?:was|were|got|has been) (?:thrown|ripped|torn|kicked|taken|swapped|phased|tossed) (?:out|away)",
    rf"{MARK} (?:\w+ )?(?:made way for|gave way to|lost (?:out )?to|(?:is|are) (?:now )?gone\b|had its day|was (?:tried|scrapped|given up))",
    rf"\bdays of {_NEAR}{MARK}{_REST}\b(?:over|gone|behind)\b",
    rf"\b(?:was|were|had) (?:a |an |just |only |one )*{MARK}[^.;?]{{0,25}}?\b{_PAST}\b",
    rf"{MARK}[^.;?]{{0,20}}? (?:got|became|grew|was) (?:way |just )?too \w+[^;?]{{0,40}}?\b(?:moved|switched|migrated|left|went with|replaced)\b",
    rf"{MARK} (?:got|was|were) (?:traded|swapped|switched|exchanged|given up|thrown|kicked) (?:in |out |away )?(?:for|in favou?r of)\b",
    rf"{MARK}(?: [\w-]+)? (?:gave way|made way|lost out|yielded) to\b",
    rf"{MARK} used to (?:be|sit|run|handle|power|serve|host|send|store|do|live|take)\b",
    rf"\b(?:back(?:ed|ing) out of|(?:got|getting|been) burn(?:ed|t) by|pack(?:ed|ing) up and left|had enough of|fed up with|tired of|sick of) {_A}{MARK}",
    rf"\b(?:legacy|old|previous|original) (?:\w+ )?(?:app|site|stack|system|version|code ?base|setup|backend|back-end|front-end) (?:was|were|ran|used|had|included|lived)(?: \w+)?(?: on| in| with)? {_NEAR}{MARK}",
    rf"\btr(?:ied|ying)(?: out)? {_A}{MARK}{_REST}\b(?:and then |then |before |and )(?:going|went|switch\w+|mov\w+|revert\w*|return\w*|com(?:e|ing)|came)(?: \w+)? back",
    rf"\b(?:ran|used|had|were on|was on) {_A}{MARK} for [^.;?]{{1,25}}? before\b",
    rf"\b(?:lived|was|were|ran|sat) (?:all )?(?:in|on) {_NEAR}{MARK}{_REST}\bfor the first\b",
    rf"{MARK}[^.;?]{{0,30}}?\bfor (?:a decade|years|\d+ years|a long time)\b[^.;?]*?, [^.;?]*\b(?:now|nowadays|today|these days)\b",
    rf"{MARK}[^.;?]{{0,30}}?\b(?:was|were|had been|got) (?:being )?(?:{_ONCE} )?(?:\w+ )?(?:used|running|hosted|chosen|there)[^.;?]{{0,30}}?\b{_PAST}\b",
    rf"{MARK}[^.;?]{{0,25}}?\b(?:was|were) {_ONCE} ",
    rf"{_USED_TO}(?:\w+ ){{1,4}}?{_NEAR}{MARK}",
    rf"{MARK}[^.;?]{{0,25}}?\b(?:was|were|got) (?:\w+ )?(?:used|there|running|in use|in place) before\b",
    rf"\b{_PAST},? (?:a |an |the )?{MARK} \w+ed\b",
    rf"{MARK} used to {_REST}\b(?:until|before|back|now)\b",
    # "initially it ran on X", "for a while X was powering search"
    rf"\b{_PAST}[^.;?]{{0,40}}?\b(?:us\w+|r[ua]n\w*|host\w*|built|written|wrote|was|were|had|on|in|with|deployed)\b {_NEAR}{MARK}",
    rf"\b{_PAST},? (?:a |an |the )?{MARK}(?: [\w-]+)? (?:was|were|did|had|handled|powered|ran|served)\b",
    rf"\b(?:was|were|had|ran)\b (?!like )(?:(?!like ){_W} ){{0,3}}?{MARK}{_REST}\bback in (?:the )?(?:19|20)?\d\ds?\b",
    rf"{MARK} (?:\w+ )?(?:was|were|did|served|ran|handled|worked|lasted) {_REST}\bfor (?:about |over |almost |nearly )?(?:the first |a few |several |many |two |three |\d+ )+(?:years|months|weeks|days)\b",
    rf"^back in (?:the )?(?:\d{{4}}s?|day)\b[^.;?]{{0,30}}?\b(?:was|were|ran|used|had|lived)\b[^.;?]{{0,30}}?{MARK}",
    rf"\b{_ONCE} (?:\w+ )?(?:used|built|written|hosted|deployed|ran|made|developed|created|coded) {_NEAR}{MARK}",
    rf"\b(?:use|used|ran|run|tried|hosted|built|started|had|were on|was on)\b[^.;?]{{0,12}} {MARK}[^.;?]{{0,40}}?\b{_PAST}\b",
    rf"\b(?:used|ran|tried|hosted|lived|were|was|stayed)\b {_NEAR}{MARK}{_REST}\b(?:until|before (?:moving|switching|migrating|going|it|they))\b",
    rf"{MARK}(?: [\w-]+)? (?:was|were|handled|powered|served|did) {_REST}\buntil\b",
    rf"\bafter (?:\w+ )?(?:(?:having )?used|using|being on|running(?: on)?|years (?:of|on|with)) {_NEAR}{MARK} (?:for|since|in production)\b",
    rf"\bafter (?:(?:\d+|many|several|a few|two|three) )?years (?:of|on|with) (?:using )?{_NEAR}{MARK}",
    rf"\bcame from {_A}{MARK} and\b",
    rf"^{_PAST},? (?:a |an ){MARK} (?:[\w-]+ )?(?:app|site|project|script|service)\b",
    rf"^before [^.;?]{{1,40}}? (?:it was|it['’]s|there was|they (?:used|had|were|ran)) {_FAR}{MARK}",
    rf"\b(?:started|start(?:ing|s) (?:out|off)|beg(?:an|un)) (?:out |off |(?:its |their |his |her )?life )?(?:with|on|as|in|using) {_NEAR}{MARK}[^.;?]*$",
    rf"\b(?:up )?(?:until|till) [^.;?]{{1,30}}? (?:was|were|ran|used|had|lived|hosted)\b {_NEAR}{MARK}",
    rf"\bhaving (?:used|run|been on|relied on|hosted \w+ on) {_NEAR}{MARK}",
    rf"\b(?:life after|went wrong with|goodbye to|farewell to|the end of) {_A}{MARK}",
    rf"{MARK}(?: [\w-]+){{0,2}}? (?:was|were|got|been|being)(?: all| both| since| \w+ly)? (?:rewritten|ported|converted|migrated|translated|moved)(?: over)? (?:in|to|into|from|off)\b",
    rf"{MARK}(?: [\w-]+)? (?:was|were) [^.;?]{{0,50}}? before (?-i:[A-Z])",
    rf"^(?:prior to|before) [^.;?]{{1,40}}? (?:was|were|used|ran|had|went|lived|sent)\b {_FAR}{MARK}",
    rf"\b(?:had|was|were|ran|used|lived)\b [^.;?,]*{MARK}[^.;?]*?, (?!it['’]s (?-i:[a-z]))[^.;?]*\b(?:now|nowadays|today|these days)\b",
    # moves: "moved away from X", "from PHP to X to Phoenix"
    rf"\b{_MOVE} (?:\w+ ){{0,4}}?(?:away from|off of|off|out of|from) (?:using |being |a |an |the |our |their )*(?:{_W} )??{MARK}(?! v?\d)",
    rf"^from (?:a |an |the )?{MARK} (?:to|into) (?!v?\d|production)",
    rf"\b(?:port(?:ed|ing)|rewr\w+|convert(?:ed|ing)|mov(?:ed|ing)|migrat(?:ed|ing)) [^.;?]{{0,40}}?\bfrom {MARK} (?:in)?to ",
    rf"\bfrom [^.;?]*\bto {_NEAR}{MARK} (?:and |then )*(?:back )?(?:to|into) ",
    rf"\b{_REPLACE} (?:(?!with |by )\w+ ){{0,4}}?{_LIST}{MARK}",
    rf"\b{_LEAVE} (?:(?!for |with |by |to |in |when |once |since |because |after |as |now )[\w'’./+-]+ ){{0,3}}?{MARK}",
    rf"\b(?:ex|former|old|legacy|previous) {MARK}",
    rf"\b(?:first|original|initial|early|earlier|previous|old|older|prior) (?:version|iteration|prototype|incarnation|release)s?\b[^.;?]{{0,40}}?\b(?:us\w+|based on|built (?:with|on|in)|written in|ran on|was|in|on|with)\b {_NEAR}{MARK}",
    rf"\bprototype\b (?:was|used|ran on|ran in|lived in) {_NEAR}{MARK}",
    rf"\b(?:no longer|not) (?:\w+ ){{0,2}}?{_NEAR}{MARK} (?:any ?more|any longer)\b",
    rf"\bno longer (?:(?!since |because |now |when |as |thanks ){_W} ){{0,5}}?{MARK}",
    rf"{_SUBJECT}\b(?:is|are|was|were) (?:no longer|not)\b {_REST}(?:used|needed|in use|running|around|there)\b(?<!not used)",
    rf"{MARK} (?:was|were|got|gets|is|has been|have been|had been|ended up being) (?:\w+ )?{_GONE}",
    # "installed and then removed", "was tried for a month before being dropped"
    rf"{MARK}[^.;?]{{0,25}}? (?:was|were|got|had been)\b{_REST}\b(?:and|then|before|later|until)\b(?: \w+){{0,3}}? {_GONE}",
    # "the broker at first", "the original store"
    rf"{MARK} (?:was|were|had been|served as|acted as) (?:the |their |his |her |our |its |an? )?(?:very |\w+['’]s )?(?:original|first|initial|previous|former|old|early|go-to)\b(?! (?:choice|class|thing|time|to\b))",
    rf"{MARK} (?:was|were|did|had|served|handled|powered|ran|sent|stored|hosted|sat|lived)\b[^.;?]{{0,50}}? {_PAST_ONLY}\b",
    rf"\b(?:was|were|ran|lived|hosted|sat|had|used) (?:all |entirely |\w+ly )?(?:on|in|with|using|by|through|at)? ?{_A}{MARK}(?: [\w-]+){{0,2}}? {_BEFORE}",
    rf"{MARK} (?:was|were|had been|proved|turned out)(?: to be)? (?:a |an |the |such an? )?(?:\w+ )?(?:mistake|disaster|nightmare|dead end|bad (?:choice|idea|call|fit|decision)|wrong (?:choice|tool|call|fit|decision))\b",
    rf"{MARK} had to go\b",
    rf"\bbefore (?:it was|they were|moving|switching|migrating)[^.;?]{{0,20}}{MARK}",
)
PLANS = _rules(
    rf"\b(?:will|going to|shall|['’]ll) (?:\w+ )?(?:be )?(?:switch|mov|migrat|adopt|transition|chang)\w* (?:\w+ ){{0,3}}?(?:to |onto |into )?{_NEAR}{MARK}",
    rf"\b(?:work(?:s|ing)? (?:towards?|on)|slowly|gradually) (?:mov|migrat|switch|transition|convert|port)ing [^.;?]{{0,40}}?\b(?:to|into|onto) {_NEAR}{MARK}",
    rf"{MARK} (?:is|are|was|were) (?:a |still a |just a |only a )?(?:maybe|possibility|contender|candidate|thought|wish|dream)\b",
    rf"['’]ll (?:\w+ )?(?:reach for|use|add|move to|switch to|try|adopt|need|go with) {_NEAR}{MARK}",
    rf"{MARK}{_REST}\b(?:keen|eager|itching|curious|excited) (?:to|about) (?:try|us|add|play|adopt|look)\w*",
    rf"\b(?:ongoing|in the (?:process|middle) of|in progress|slowly|gradually|currently) {_NEAR}(?:mov|migrat|switch|transition|convert)\w+ [^.;?]{{0,40}}?\bto {_A}{MARK}",
    rf"\bplan(?:s|ned|ning)? (?:a|the|for a) (?:switch|move|migration|rewrite|jump|transition) (?:over )?(?:to|in|onto) {_A}{MARK}",
    rf"\b(?:there['’]s|there is|has|have|had|an?|some) (?:open |been |a |an )*(?:ticket|talk|discussion|branch|proposal)s? (?:to|with|of|for|about) (?:{_W} ){{0,4}}?{MARK}",
    rf"\bthe idea is to (?:{_W} ){{0,4}}?{MARK}",
    rf"\b(?:has|have|having|got) (?:his|her|their|an?|one) eyes? on {_A}{MARK}",
    rf"\b(?:push(?:es|ed|ing)|driv(?:es|ing)|nudg(?:es|ed|ing)|lean(?:s|ing)|head(?:ed|ing)) (?:\w+ )?towards? {_A}{MARK}",
    rf"{MARK}(?: [\w-]+)? (?:is|are) (?:being |currently being |\w+ly being )?(?:trial(?:l?ed)|considered|evaluated|looked (?:at|into)|explored|tested out|tried out|investigated|piloted|about to|in the (?:pipeline|cards|works|wings)|coming|due)\b",
    rf"{MARK} (?:may|might|would) (?:well |also |even |one day )?(?:end up|become|power|replace|take over|come|happen)\b",
    rf"\b(?:keen on|excited about|excited to|curious about|eager for|looking forward to|playing with the idea of) [^.;?]{{0,20}}?{MARK}",
    rf"^(?:rewriting|porting|moving|switching|converting) [^.;?]{{0,40}}?{MARK} is (?:his|her|their|the|an?|on|next|planned|up)\b",
    rf"\b{_LATER}\? (?:\w+ing )[^.;?]{{0,40}}?{MARK}",
    rf"\bstarting to (?:poke|look|play|experiment|tinker|dabble) (?:at|into|with|around with|in) {_A}{MARK}",
    rf"\b{_WISH} (?:(?!by |disaster|failure){_W} ){{0,6}}?{MARK}",
    rf"(?:^|\b(?:are|is|['’]re) )looking at (?:{_W} )??{MARK} (?:for (?!inspiration)|to )",
    rf"{MARK}[^.;?]{{0,40}}?\b{_LATER}\b",
    rf"{MARK} (?:is|are) going to be \w+",
    rf"\b(?:up next|next up|next (?:on the list|step|thing|project|milestone))\b[^.;?]*{MARK}",
    rf"\b(?:beg[au]n|start(?:ed|ing)|in the (?:middle|midst|process) of|half ?way through|part ?way through|slowly|gradually|busy|currently|close to|the way to|working on|work on|mid) (?:to |with |through )?(?:{_W} ){{0,2}}?(?:migrat|mov|port|switch|rewrit|convert|transition|shift|ship|adopt|roll|introduc)\w* [^.;?]{{0,40}}?{MARK}",
    rf"\bmaking the (?:move|switch|jump|leap|transition) (?:over )?to {_A}{MARK}",
    rf"\b(?:add|introduc|adopt|try|mov|switch|us|hav|gett|put|bring)ing [^.;?]{{0,30}}?{MARK}[^.;?]{{0,40}}? (?:is|are|would be|will be) (?:still |also )?(?:the (?:next|first) |next\b|on the|an option|something|planned|in the |high on|up for|up next|left\b|to come)",
    rf"\b(?:they|he|she|we|it|I)(?:['’]ll| will) (?!(?:cover|talk|discuss|see|go|get|hear|look|dive|learn)\b)(?:(?!not |never ){_W} ){{1,7}}?{MARK}",
    rf"{MARK} (?:will|should|might|may|could) (?:most likely |probably |likely |hopefully )+\w+",
    rf"\b(?:open|pending|draft) (?:pull requests?|PRs?|branch(?:es)?)\b[^.;?]*{MARK}",
    rf"\b(?:proof of concept|poc|spike|pilot|prototype)s? (?:with|of|using|for|on) {_A}{MARK}[^.;?]*\b(?:is|are|under ?way|running|going|being|started)\b",
    rf"\b{_LATER}\b[^.;?]{{0,30}}?{MARK}",
    rf"{MARK} (?:\w+ )?(?:will|might|may|could) (?:eventually |soon |also )?(?:be (?:used|added|next|introduced|adopted|needed|coming)|happen|come|replace|have to be|be the next|be next)\b",
    rf"{MARK}{_REST}\b(?:something|a thing|one thing|what) (?:they|he|she|we)(?:['’]d| would| want)\b",
    rf"(?<!before )(?<!after )\b(?:migrat|mov|switch|transition|convert)ing (?:\w+ )?(?:over )?to (?:using )?{_LIST}{MARK}(?![^.;?]*\b(?:last|ago|back in|in (?:19|20)\d\d)\b)",
)
# They still use what they mean to leave: "they want to get rid of X".
LEAVES_LATER = _rules(
    rf"\b(?:getting (?:off|away from)|dropping|leaving|removing|retiring|replacing|ditching|moving (?:away from|off)|migrating (?:away from|off)) {_NEAR}{MARK}[^.;?]{{0,40}}?\b{_LATER}\b",
    rf"\b(?:ongoing|in the (?:process|middle) of|in progress|slowly|gradually|currently) {_NEAR}(?:mov|migrat|switch|transition|convert)\w+ {_NEAR}(?:away from|off of|off|out of|from) {_A}{MARK}",
    rf"\b(?:{_WISH}|will(?: eventually| soon)?) (?:be |get |completely |finally |fully )*(?:{_LEAVE}|{_REPLACE}|drop|leave|remove|retire|abandon|quit|escape|phase out|swap(?: out)?"
    rf"|{_MOVE} (?:\w+ ){{0,2}}?(?:away from|off of|off|out of|from)) (?:(?!for |with |by |to |in ){_W} ){{0,3}}?{MARK}",
)
# Part of another word or a likeness: "a git flow model", "a Docker-like sandbox".
COMPOUND = _rules(rf"{MARK}[- ](?:flow|like|style|esque|inspired|compatible|flavou?red)\b")
VERSION_OF = rx(rf"\bversions? of {MARK}", re.IGNORECASE)
# The thing is where a move or a replacement ends.
ARRIVES = _rules(
    rf"\b(?:{_MOVE}|upgrad\w+|from)\b[^.;?]{{0,60}}?\b(?:back to|to|into|onto) {_A}(?:{_W} ){{0,2}}?{MARK}(?!(?: {_W}){{0,5}}? (?:to|into|over to|onto) (?!\w+ (?:the|a|their)\b))",
    rf"\b(?:{_REPLACE}|{_LEAVE})\b[^.;?]{{1,40}}? (?:with|by|for|in favou?r of) {_A}{MARK}",
    rf"{MARK} (?:has |have )?{_REPLACE} (?!by\b|with\b)",
)
# Said plainly even inside a question, a comparison or an afterthought.
DECIDED = _rules(
    rf"\bwhy (?:did|do|does) (?:you|he|she|they|\w+) (?:choose|pick|go with|use|switch to|move to|decide (?:on|to use)|settle on) {_NEAR}{MARK}",
    rf"\b{_SETTLED} {_A}(?:{_W} )??{MARK}",
    rf"\bfrom not (?:using|having) {_NEAR}{MARK}{_REST} to ",
    rf"\b(?:can['’]?t|cannot|couldn['’]?t) (?:live|do|survive|imagine \w+(?: \w+)?) without {_NEAR}{MARK}",
    rf"^(?:now|today|these days)(?: it['’]s| they(?:['’]re| are)?)? (?:all |using |on |with |a |an |the )*{MARK}",
    rf"\b(?:upgrad|updat)\w+ (?:to |from )?{_NEAR}{MARK} (?:from )?v?\d",
)
USES_PLAIN = _rules(
    rf"\brent(?:s|ed|ing)? {_FAR}(?:at|from|with) {_A}{MARK}",
    rf"\d ?(?:dollars?|bucks|usd|/ ?month|a month|/ ?mo)? (?:a month |/ month |per month )?{MARK} (?:droplet|vps|server|instance|box|dyno|plan)s?\b",
    # "X is used", "X and Y have been set up"
    rf"{MARK}{_REST}\b(?:is|are|was|were|gets?|has been|have been|being|['’]s) (?:\w+ )?(?:being |heavily |mainly |mostly |also |still |both )*"
    r"(?:used|utili[sz]ed|running|hosted|handled|handling|powering|serving|serves|chosen|picked|in place|sitting|in front"
    r"|deployed|set ?up|the (?:primary|main)|involved|doing|configured|hooked up|responsible|in charge|managing|monitoring"
    r"|keeping|taking care|proxying|storing|sending|installed)\b",
    # "X powers the site"
    rf"{MARK} (?:\([^)]*\) )?(?:\w+ )?(?:powers|handles|captures|serves|sits|runs|manages|monitors|helps|takes care|stores|sends|provides"
    r"|hosts|processes|gives|lets|makes|does|keeps|watches|reports|renders|drives|acts|works|generates|collects|checks|pings|sends|builds|has been)\b",
    rf"{MARK} (?:is|are) (?:the|what|their|his|her|our|where|how|sitting|behind|in front|on top|available)\b",
    rf"{MARK} (?:[\w-]+ )?(?:is|are) (?:all |being |\w+ly )?(?!based|focused|supposed|called|named|loaded|needed|required|overrated|related|outdated|missed|limited|{_TRIAL})(?:\w+(?<!e)ed|spun up|built|done|written|hosting)\b",
    # The past tells of what was taken up, not of what was merely tried out.
    rf"{MARK} (?:[\w-]+ )?(?:was|were) (?:all |being |\w+ly )?{_TAKEN_UP}\b",
    # show notes that describe a tool describe what is used: "Locust is a load testing tool"
    rf"^(?:the |an? )?{_LIST}{MARK} (?:is|are)\b",
    rf"\b(?:servers?|boxes|instances|machines|everything|it all) (?:all )?runs? (?:on )?(?:the latest |the newest |an? )?{MARK}",
    rf"\b(?:let(?:s|ting)?|hav(?:e|ing)) {_NEAR}{MARK} (?:handle|take care|do|deal|manage|run|send|host|store)\b",
    # "using X", "hosted on X", "payments go through X"
    rf"\b(?:us(?:e|es|ing|ed)|utili[sz]\w+|leverag\w+|chose|choosing|choose|chosen|picked|picking|went with|going with|goes with|go with|switched to"
    rf"|moved to|migrated to|switching to|moving to|migrated over to|adopted|adopting|relies on|rely on|relying on|runs on|run on|running on|hosted on"
    rf"|hosted with|hosted by|hosting on|host on|hosted in|hosting with|built with|built on|built using|built in|written in|wrote in|writing in|powered by|deployed on"
    rf"|deployed to|deploys to|deploying to|deploy to|deployed with|deploying with|managed with|managed by|handled by|handled with|handled through|handled in|done with|done through|done by|sent through|sent to|sent with"
    rf"|sent via|sends|sending|stored in|stored on|stored with|saved to|saved in|saved into|goes through|go through|pays? for|coded in|developed in|developed with|rewritten in|rewriting everything in"
    rf"|set up with|configured (?:with|by|through)|provisioned (?:with|by|through)|automated (?:with|by|through)|generated (?:with|by)|bundled (?:with|by)|cached (?:with|in)|tested with|sitting (?:in|on)|liv(?:es|ing) (?:in|on)|served by|served from|backed by|talks to|integrates with|integrating with|signed up for|settled on|proxied through|behind|thanks to|on top of|in front of|picked up|tracked with|tracked in|monitored with|uploaded to|upload files to|uploading to) "
    rf"(?:[^.;?]{{0,45}}? )?{MARK}",
    # "motivation for using X", "why they picked X"
    rf"\b(?:motivation|reasons?|reasoning) (?:for|behind|to) (?:using|choosing|picking|going with|switching to|rewriting \w+ in|rewrite \w+ \w+ in|use|pick|writing \w+ in|moving to)?\s?(?:[^.;?]{{0,40}}? )?{MARK}",
    rf"\bwhy (?:\w+ )?(?:\w+ )?(?:chose|picked|uses?|went with|moved to|switched to|decided on|like[sd]?) (?:to use )?{_FAR}{MARK}",
)
# A statement with such a word in it may be the opposite of a plain one: no claim rests on it.
DOUBT = _rules(
    r"\b(?:refus\w+|resist\w*|absent|left out|crossed off|hardly|barely|rarely)\b",
    r"\b(?:will|would|may|might|about to|going to|eventually|some ?day|one day|soon|once (?:there|they|he|she|it)|hopes?|hoping|wishe?s?|planned|planning|plans?|(?:is|are|was|were) being considered"
    r"|trial(?:l?ed|l?ing|s)?|keen on|horizon|pipeline for|next (?:big |weekend |on |up|project|thing)|asking for|in mind|eyes? on|talk of|ticket to|branch with|the idea)\b",
    r"\b(?:tangent|employees?|competitors?|rumou?rs?|news|hype|clients? come)\b",
    r"\b(?:started out|back (?:in|when)|since been|has since|for the first (?:year|month|version|few)|decade|in place when)\b",
)
USES_LIGHT = _rules(
    rf"\b(?:with|in|on|through|via|over|by|to|into|from|onto|inside|inside of|w/) (?:their |a |an |the |his |her |its |our )?(?:{_W} )?{_LIST}{MARK}",
    rf"{MARK} (?:for|to|in|on|as|with|app|apps|code|cluster|server|servers|instances?|database|admin|templates?|models?|backend|back-end|containers?|workers?|dashboard|contexts?|channels?)\b",
    rf"^{_LIST}{MARK}",
    rf"{MARK} (?:is|are)\b",
)
# Talk about a thing that says nothing of one's own use.
TALK = _rules(
    rf"(?:['’]d|\bwould|\bcould|\bmight have) (?:\w+ )?(?:use|pick|choose|go with|reach for|try|switch to|move to) {_NEAR}{MARK}",
    rf"\b(?:would|maybe|almost|nearly|in hindsight|could have|should have|if (?:you|he|she|they|i|we)|imagine|what if|likes?|(?:thought|think\w*) about|considered|looked (?:at|into)|evaluated|debated|compar(?:ed|ing)|toyed with|heard|similar to|such as|inspired by|inspiration from|vs\.?|versus"
    rf"|keeping an eye on|what (?:is|are|does|do|was)|comes? from|coming from|heard of|fan of|familiar with|experience (?:with|in)|previous job|competitors?|competition|(?:another|other|previous|older|old|past) (?:project|company|job|app|team|startup|person)|alternatives? to|works? with"
    rf"|support(?:s|ing)? for|compatible with|unlike|even against|against|knows?|learn(?:ed|ing|s)? (?:about )?|teach\w*|tutorials?|course|recommend\w*|suggest\w*|(?:choosing|choose|picking|pick|decid\w+|differences?|chose|picked) between|people who|customers who)\b[^.;?]*{MARK}",
    rf"\b(?:competitors?|competition|previous employer|day job|last job|old job|friends?|customers? (?:uses?|using|who|run|have)|clients? (?:uses?|using|who|run|have)|(?:another|other) (?:team|company|startup)s?)\b[^.;?]*{MARK}",
    rf"{MARK}[^.;?]{{0,20}}\b(?:vs\.?|versus|would(?:n['’]t)? (?:be|have))\b",
    rf"\bwouldn['’]?t\b[^.;?]*{MARK}",
    rf"{MARK} (?:version|edition|alternative|fork|clone) of\b",
    rf"\b(?:grab\w*|scrap\w+|pull\w*|import\w*|fetch\w*|download\w*|crawl\w*) (?:[\w-]+ ){{0,4}}?from {_A}{MARK}",
)
# A limit of the thing is neither a denial nor a claim: "X doesn't let you pick the region".
LIMIT = _rules(
    rf"{MARK} (?:[\w-]+ )?(?:isn['’]?t|doesn['’]?t|don['’]?t|aren['’]?t|can['’]?t|is not|does not) "
)
# These take the use for granted: "how do you deal with secrets when using X?"
ASKED_HOW = rx(r"^(?:how|why) (?!would|could|should|hard|easy|does one|to\b)", re.IGNORECASE)
HYPOTHETICAL = rx(
    r"\b(?:would(?:n['’]t)?|could|should|might) have\b|\bif (?:you|he|she|they|i|we)\b",
    re.IGNORECASE,
)
QUESTION = rx(
    rf"^(?:{_W} )?{_LIST}{MARK}\?|^(?:what['’]?s?|how|why|would|will|are|is|do|does|did|have|can|could|should|when|where|which)\b[^?]*{MARK}[^?]*\?",
    re.IGNORECASE,
)

YES_OR_NO = rx(
    rf"^(?:is|are|do|does|did|have|has) [^?]*\bus(?:e|es|ed|ing)\b[^?]*{MARK}[^?]*\?", re.IGNORECASE
)
SUPPOSED = rx(
    rf"\b(?:would|['’]d) (?:\w+ )?(?:probably |maybe |rather )*(?:choose|pick|use|go with|prefer)\b[^.;?]*{MARK}",
    re.IGNORECASE,
)

# --- What the clause after the thing's own adds ---------------------------------------------
AFFIRMED = rx(
    r"^(?:yes|yep|yeah|yup|of course|sure|absolutely|it is|they do|we do)\b", re.IGNORECASE
)
# What they did with it then, whatever it was: "SendGrid kept landing in spam, so they jumped ship".
LEFT = rx(
    r"^(?:they|he|she|we|it) (?:soon |eventually |finally |quickly |then |all )*(?:jumped ship|jumped to|moved on|moved (?:off|away|to|over)|switched|left|bailed|walked away|migrated|went (?:back|elsewhere))\b",
    re.IGNORECASE,
)
HAD_IT = rx(
    rf"{MARK} (?:was|were|had|kept|got|did|became|went|started)\b|\b(?:had|was|were|used|ran)\b {_NEAR}{MARK}",
    re.IGNORECASE,
)
BY_HAND = rx(
    r"\b(?:written|built|rolled|done|coded|made|created) (?:\w+ )?(?:from scratch|by hand|themselves|in[- ]house)\b|\b(?:rolled|built|wrote) (?:their|his|her|our) own\b",
    re.IGNORECASE,
)
IT = rx(r"^(?:and |then )?(?:it|that|this)(?=['’ ])", re.IGNORECASE)
IT_MAY_BE = rx(rf"^(?:the |an? )?{_LIST}{MARK}|{MARK}$", re.IGNORECASE)
DENIED = rx(r"^(?:nope|no\b|not\b|probably not|nah|never|not (?:yet|really|at all))", re.IGNORECASE)
PUT_OFF = rx(
    r"^(?:the|its|their|it|that|they) [^.;?]{0,40}?\b(?:didn['’]?t|wasn['’]?t|weren['’]?t|couldn['’]?t|too|scared|put them off)\b",
    re.IGNORECASE,
)
IS_UNUSED = rx(
    rf"^(?:it|they)(?:['’]s| is| are)? ?(?:{_BE_NOT}|not) (?:being )?(?:used|needed|deployed|running)\b",
    re.IGNORECASE,
)
IT_IS_NOT = rx(
    rf"^(?:it|that|this|they)(?:['’]s| is| are| was| were)? ?(?:(?:just |simply )?{_BE_NOT} (?:\w+ ){{0,2}}?{_USABLE}|not (?:\w+ ){{0,2}}?{_USABLE}|(?:a bit |way |just |felt |seemed )*{_NO_GO})"
    r"|^chang(?:ed|ing) (?:their|his|her) minds?",
    re.IGNORECASE,
)
HAD_LOOKED = rx(
    rf"{MARK} (?:had )?(?:caught (?:his|her|their) eye|looked (?:nice|good|great|promising|interesting)|was (?:tempting|(?:a )?(?:contender|candidate)|in the running|an option))|\b{_LOOKED} {_FAR}{_LIST}{MARK}|{MARK} (?:was|were|got|had been) (?:\w+ )?{_TRIAL}",
    re.IGNORECASE,
)
CHOSE_OTHER = rx(
    rf"^[^.;?]{{0,40}}?\b(?:(?:do|does|did)(?:n['’]?t| not) (?:need|want|require) (?:either|it|them|one|any|that|all)|needs? (?:neither|none)|turned out|(?:was|is|were) (?:good |fast |more than |just )?enough)\b|^(?:he |she |they |we )?(?:{_SETTLED}|decided (?:to|against|it)|(?:built|rolled|wrote) (?:their|his|her|our) own)\b",
    re.IGNORECASE,
)
IT_LATER = rx(
    rf"^(?:they |he |she |we )?(?:want|plan|hope|intend|would like|['’]d like)s? to\b|(?:\bit(?:['’]?s| is| will| might| may|['’]ll)\b.*|\badding (?:it|one)\b.*|\bplan(?:s|ning)? to\b.*|\bwants? to\b.*)"
    rf"(?:{_LATER}|will be|start using|add(?:ing)? (?:it|one))|\bit(?: will|['’]ll) be\b",
    re.IGNORECASE,
)
BUT_NOT = rx(
    r"^not (?:in |for |on |locally in )?(?:(dev|development|local\w*|prod|production|staging|tests?)\b)",
    re.IGNORECASE,
)
BUT_IT_IS = rx(
    r"^(?:it|they)(?: is|['’]s| are| does| do) (?:being |used |\w+ )?in\b", re.IGNORECASE
)

_PLACES = r"(local dev\w*|dev|development|production|prod|staging|locally)"
SCOPE = rx(
    rf"\b(?:(?:in|for|during|on|only) (?:both |local )?{_PLACES}\b(?! (?:of|the|data\b))|(locally)\b)",
    re.IGNORECASE,
)
PLACE = rx(rf"\b{_PLACES}\b", re.IGNORECASE)

_SLASH = r"(?<=[^\d]) / (?=[^/]{0,40}\b(?:is|are|was|were|isn['’]t|aren['’]t|has|uses|using|handles)\b)(?=\D)"
BREAK = rx(
    rf"{_SLASH}|;\s|(?<=[a-z0-9)])[.!]\s+(?=[A-Z(0-9])|(?<=\?)\s+"
    r"|,? (?=yet (?:it|they|he|she|we)\b)|,? so (?=(?:it|they|he|she|we)(?=['’ ]))|,? (?=(?:but(?! also)|although|though|however|whereas|(?<!a )while|yet still)\b)"
    r"|\s[-–—]{1,2}\s|, (?:so|because|since|then) |,? and (?=(?:it|they|he|she|we|I)(?=['’ ]))|(?<=\w) because ",
)
CONTRAST = rx(r"^(?:but|yet|although|though|however|whereas|while|yet still)\b,?\s*")
