"""What is not used: said plainly, or implied by a choice or a judgement."""

from __future__ import annotations

import re

from bot.normalise.wordings.parts import (
    BE_NOT,
    DO_NOT,
    FAR,
    LIST,
    LISTED,
    LOOKED,
    MARK,
    NEAR,
    NO_GO,
    REST,
    SETTLED,
    SHORT,
    SOME,
    SUBJECT,
    THEY,
    USABLE,
    USE,
    A,
    W,
    rules,
)
from bot.patterns import rx

# What begins after them is about something else: "no Redis since X can", "can't use Y get X".
_NOT_IT = "(?:and|but|since|because|as|so|if|when|while|get|gets|which|who)"
# "Without leaving X" is with it.
_ONLY_CHANGED = (
    "(?:leaving|losing|breaking|killing|restarting|rebooting|changing|upgrading|rewriting|replacing"
    "|stopping|touching)"
)

# "They never had to scale X" is with it, and "they don't want to turn into X" is no use at all.
_OTHERWISE = (
    r"(?:scale|restart|tune|touch|fix|debug|worry|upgrade|optimi[sz]e|think|restore|move|leave"
    r"|change|rewrite|reboot|patch|log|turn|become|compete|look|end"
    r"|be (?:the|like|acquired|bought|another))\b"
)

# The rest of a list that the thing begins.
_ALSO = rf"(?:(?:,| and| or|, and|, or)(?: (?!was |were ){W}){{1,2}}){{0,3}}"

DENIALS = rules(rf"""
    # "Docker isn't being used", "SQLAlchemy and Alembic are not needed"
    {SUBJECT}\b{BE_NOT} (?:\w+ ){{0,2}}?{USABLE}
    {SUBJECT}\b(?:(?:hasn|haven)'?t|(?:has|have) not) (?:happened|come up|made it|been
        (?:introduced|adopted|added|set ?up|rolled out|tried))
    {SUBJECT}\b{BE_NOT} (?:\w+ ){{0,2}}?(?:on|in) (?:the|their|his|her|my|our|anyone's)
        (?:short[- ]term |near[- ]term )?(?:radar|road ?map|list|cards|horizon|agenda|plans?|backlog
        |todo|picture|mix|stack)\b
    {MARK} (?:isn|aren|wasn|weren)'?t either\b
    {MARK} (?:don'?t|doesn'?t|do not|does not) exist\b
    {MARK} (?:doesn't|don't|didn't|wouldn't|does not|did not) make (?:\w+ )??sense\b
    {MARK} (?:hadn'?t|had not|wasn'?t|weren'?t|was not|were not|didn'?t)
        (?:(?:been|even|really|yet) )*(?:released
        |available|around|a thing|invented|exist|out|an option|stable|ready|mature)\b
    {MARK} (?:(?:hasn|hadn)'t |\w+ )?never (?:got|gotten|was|were|been|made|took|caught|stuck
        |clicked
        |worked|happened|adopted|used|needed|set ?up|considered)
    {MARK}(?: [\w-]+)? (?:is|are|was|were|got|has been|have been)(?: both| all| \w+ly| just)?
        (?:absent
        |left out|crossed off|kept out|banned|forbidden|off limits|vetoed|voted down|struck from)\b
    {MARK}{SOME} (?:couldn'?t|can'?t|could not|cannot) be justified

    # "they don't use any Kubernetes", "not using a managed X", "don't use Kubernetes, X or Swarm"
    (?<!from )\b{DO_NOT} (?:\w+ ){{0,2}}?{USE}
        (?!to {_OTHERWISE}|(?:an?|any|the) [\w-]+ with |(?:anything|much|a lot|too much)(?: \w+)?
        with )(?:\w+
        (?:of|to|for
        |with) )?(?:(?!{_NOT_IT} ){W} ){{0,4}}?{MARK}
    \b{DO_NOT} (?:\w+ ){{0,2}}?{USE} {SHORT}\b(?:such as|like|the likes of) {LIST}{MARK}
    (?<!from )\b{DO_NOT} (?:\w+ ){{0,2}}?{USE} {A}{LISTED}
    (?<!from )\bnot (?:on|with|via|through|having|even|hosted on|in|a|an|enough|many
        |much)?\s?(?:any |a |an |the )?{MARK}
    \b{BE_NOT} (?:\w+ )?(?:based|built|written|hosted|running|deployed|done|made)
        (?:on|with|in|using|by|through) {A}{LISTED}
    \b(?:do|does|did|is|are|was|were)n'?t (?:go|going|sent|stored|live|end up|sit|run|hosted)
        (?:to|in|on|into|through|with|up) {A}{MARK}
    \b(?:hasn'?t|haven'?t|never) got(?:ten)? (?:around )?to {NEAR}{MARK}
    \b(?:have|has|'ve) yet to (?:try|use|adopt|add|need|look|learn|introduce|set|bring|move)
        {NEAR}{MARK}
    \b(?:hasn'?t|haven'?t|has not|have not|never|didn'?t|did not)(?: even| really| ever| actually)*
        (?:look(?:ed)? (?:at|into)|tr(?:y|ied)(?: out)?|consider(?:ed)?|evaluated?|explored?
        |dug? into|play(?:ed)? (?:around )?with|invest(?:ed)? in|check(?:ed)? out) {NEAR}{MARK}
    # "never saw a reason to bring in X", "it doesn't make sense to run X"
    \b(?:{DO_NOT}|hadn'?t) (?:\w+ ){{0,2}}?(?:see|saw|seen|feel|felt|found|find|have|had)
        (?:\w+ ){{0,2}}?(?:reasons?|need|point|benefits?|value|use case|use|necessity|urge|upside)
        (?:to|of|in|for) {FAR}{MARK}
    \b(?:doesn|didn|wouldn)'?t make (?:\w+ ){{0,3}}?sense to (?:\w+ ){{1,4}}?{MARK}
    \bnever (?:add|introduc|install|adopt|touch|reach)\w* (?:for )?{NEAR}{MARK}
    \bstay(?:s|ed|ing)? off {A}{MARK}
    \b(?:won't|will not|don't) (?:find|see) {NEAR}{MARK}(?: [\w-]+)?
        (?:anywhere|in (?:the|their|his|her) (?:code|stack|set ?up|app|repo)|here\b)
    ^why (?:isn|aren|wasn|weren)'?t (?:\w+ )?{NEAR}{MARK} (?:\w+ )?(?:being |getting )?{USABLE}

    # "no ORM", "without Kubernetes or Swarm", "avoiding heavy X"
    \b(?:no|(?<!live )(?<!do )(?<!survive )without|goes live without|(?<!to )avoid(?:s|ed|ing)?
        |to avoid|skip(?:s|ped|ping)?|zero|ma(?:k(?:e|es|ing)|de) do without|lack of|lacks?|absence
        of|minus|free of
        |(?<![\w.,$-])0|bypassing|fore?going|sidestepp(?:ed|ing)|stopp(?:ed|ing) short of
        |ditching the idea of|stay(?:s|ed|ing)? (?:away from|clear of)|steer\w* (?:away from|clear
        of)
        |pass(?:ed|es|ing)? (?:on|over)|sh(?:y|ies|ied|ying) away from)
        (?:(?:needing|need for|need to use|having|using|the need for|reaching for|going down
        |resorting to
        |relying on|depending on|going through|paying for|having to (?:use|run|manage|learn|host
        |set up|maintain|deal with|rely on|reach for|worry about|think about)|(?:a |one )?single
        |any|a|an
        |the) )*(?:(?!{_ONLY_CHANGED} )[\w-]+ )?{LISTED}
    {MARK}{REST}\b(?:something|a thing|one thing) {THEY}(?:'d| would) rather not\b
    {MARK}{REST} (?:is|was) the last thing {THEY} (?:wants?|needs?|wanted|needed)\b
    (?:'d|\bwould) rather not (?:have to )?(?:us|run|host|deal|manag|touch|operat|maintain|learn
        |rely
        |touch)\w* {NEAR}{MARK}
    \bno (?:\w+ )?(?:reason|need|point|desire|intentions?|rush|plans?|interest|urge) (?:to|in|of|on
        |for) (?:us|hav|add|adopt|mov|switch|introduc|run|go|bring|migrat|tr|learn|set|look|pick)\w*
        (?:to |with |in |up |into |over )?{NEAR}{MARK}
    \bno (?:\w+ )?(?:desire|interest) in {NEAR}{MARK}
    {MARK} (?:never|hasn't|hadn't|didn't) (?:\w+ )?(?:found|find|made|make) its way in
    {MARK} (?:doesn't|didn't|don't|never) (?:get|got|gets) (?:used|much use)\b
    \bthere(?:(?:'s| is| are| was| were) (?:no|not)| (?:is|are|was|were)n'?t)
        (?:even |a |an |any |really )*(?:(?!{_NOT_IT} )[\w-]+ ){{0,2}}?{MARK}
    \bthere(?:'s| is| are| was| were) no (?:[\w-]+ ){{0,4}}?(?:such as|like) {LIST}{MARK}
    \b(?:zero|no|not (?:a|one)(?: single)?|without a(?: single)?)
        (?:lines?|bits?|traces?|drops?|hints?|sign) of {MARK}
    \b(?:nobody|no one|none of \w+) (?:(?!who\b)\w+ ){{0,4}}?(?:{USE}|wanted|asked for|misses
        |missed|saw|sees|likes?|liked|enjoys|enjoyed) {NEAR}{MARK}
    \b(?:nobody|no one|none of \w+) (?:(?!who\b)\w+ ){{0,4}}?(?:knows|knew) {MARK}$
    \bnothing (?:fancy |crazy |complicated |heavy )?(?:like|such as) {A}{LIST}{MARK}
        (?:(?:or|and) [^.;?]{{1,30}} )?(?:in place|yet|here|set ?up|is|was|involved)\b
    ^nothing (?:too )?(?:fancy|crazy|complicated|heavy|special) (?:like|such as) {A}{LIST}{MARK}
    \bnot in (?:a|any) (?:rush|hurry) to \w+ {NEAR}{MARK}
    \b(?:nothing|none of (?:it|this|that|them)|no part)
        (?:\w+ )?(?:runs?|is|are|uses?|lives?|goes) {NEAR}{MARK}
    \bneither {SOME}{MARK}

    # "refused to touch X", "ruled out X"
    \b(?:refus(?:e|es|ed|ing) to|resist(?:ed|ing)? (?:the (?:urge|temptation) to|any
        |(?:us|add|adopt|introduc|bring)ing|(?:mov|switch)ing to)
        |vot(?:ed|ing) against|(?:won|don|didn|can|couldn)'?t find (?:any|a|an)) {SHORT}{MARK}
    \b(?:hesitant|reluctant|unwilling|wary|scared|afraid) (?:to|of|about)
        (?:\w+ )?(?:us|adopt|mov|switch|introduc|add)\w* {NEAR}{MARK}
    \b(?:rul(?:ed|ing) out|talk(?:ed|ing) (?:(?:him|her|them|us) )?out of|reject(?:ed|ing)
        |dismiss(?:ed|ing)|turn(?:ed|ing) down|put off by
        |scared (?:off|away) (?:by|from)|shunn(?:ed|ing)|clear of|(?:holding|held) off on)
        {A}{LIST}{MARK}
""")

REJECTIONS = rules(rf"""
    # "X was looked at", "X was considered for search": named and then not used
    (?:{MARK}|(?:^|, and ){MARK}{_ALSO}) (?:was|were|got|had been) (?:\w+ )?(?:looked
        (?:at|into)|considered|evaluated|checked out|compared
        |on the (?:table|shortlist)|in the running|an option
        |a contender)\b(?!.*\b(?:chosen|picked|won|went with it|better|selected)\b)
    ^(?:they |he |she |we )?(?:also |even )?{LOOKED} {FAR}{LIST}{MARK}{REST}\b(?:too|as well|first
        |before (?:picking|choosing|going with|settling on)|at (?:it|one point))\b
    \b{LOOKED} {FAR}{LIST}{MARK}{REST}\b{SETTLED}\b(?! it\b)
    \b{LOOKED} {FAR}{LIST}{MARK} and (?:\w+ )?(?:walked away|moved on|passed|said no)\b
    ^after (?:\w+ )?(?:{LOOKED}|testing) {FAR}{LIST}{MARK}{REST}
        \b(?:{SETTLED}|won|looked (?:good|best)|made the most sense|stood out|came out (?:on top
        |ahead))\b(?! it\b)

    # "instead of Helm", "rather than Go", "picked Swarm over Kubernetes"
    \b(?:instead of|rather than|as opposed to)
        (?:using |going with |something like |a |an |the )*{LISTED}
    \b(?:chos\w+|choos\w+|pick\w*|going with|went with|use|uses|used|using|prefer\w*|favou?r\w*
        |select\w*|opt\w+ for|go with|(?:stick\w*|stuck|stay\w*) (?:with|to)|keep\w*|ECS)
        (?:[^.;]{{0,40}}? )?over (?:using |going with |a |an |the )*{LISTED}
    \b(?:decid\w+|chos\w+|opt\w+|advis\w+) (?:against|not to use|not to go with|out of) {FAR}{MARK}
    ^why (?:(?!over |to ){W} ){{1,5}}?(?:over (?!to )|and not |not )(?:a |an |the )?{LIST}{MARK}
    \bwhy (?:not|no) (?:just )?(?:use |using )?(?:a |an |the )?{LIST}{MARK}
    \b(?:almost|nearly) (?:went with|going with|us(?:ed|ing)|chose|choosing|pick(?:ed|ing)
        |(?:switch|mov)(?:ed|ing) to) {A}{MARK}

    # what it was found to be
    (?<!how )(?<!how the ){SUBJECT}\b(?:was|is|were|are|would be|would have been|seemed?|felt
        |(?:was |were )?(?:deemed|considered|judged))(?: like)?
        (?:a bit |way |just |complete |considered |being )*{NO_GO}
    {MARK} (?:was|came(?: in)?|finished|ended up)
        (?:a |the |in )?(?:close |distant |very close )?(?:second|runner[- ]up|contender
        |alternative)\b
    {MARK} (?:has|had|brings|brought|comes with|came with|was|is|felt|feels|seemed|deemed)
        (?:(?!cost|charg)\w+ )?(?:too|way too|a bit too) (?:\w+ )?(?!far|long|late|early|often)\w+
    {SUBJECT}\bwould (?:have )?(?:just |only )?(?:be|been)(?: \w+)??
        (?:silly|crazy|insane|ridiculous|absurd|nuts|madness|excessive|a waste|a sledgehammer)\b
    \b(?:budget|deadline|clients?|law|regulations?|licen[sc]e|rules) (?:didn|doesn|don|wouldn)'?t
        (?:allow|permit|cover|leave (?:any )?room)(?: for| (?:them|him|her) to)? {NEAR}{MARK}
    {MARK} (?:isn|wasn|doesn|didn)'?t (?:\w+ )?(?:available|operate|supported|work|offered
        |exist)(?: yet)?
        in (?:[\w']+ )?(?:country|countries|region|market)\b
    {MARK} (?:is|was|are|being) one (?:less|fewer) (?:thing|moving part|dependency|service|piece)\b
    {MARK} (?:didn|doesn|wouldn)'?t (?:really |quite )?(?:bring|add|offer|give|buy)
        (?:them |him |her |us |me )?(?:\w+ )?(?:enough|much|anything|a lot)\b
    {MARK} (?:didn|wouldn)'?t (?:really |quite )?(?:feel right|appeal|click|resonate|seem (?:right
        |worth|like)|pay off|justify)\b
    {MARK} would (?:only|just) (?:get in the way|slow|complicate|add|be)\b
    {MARK} would (?:have )?(?:really )?(?:slow(?:ed)?|complicated?|got(?:ten)? in|get in|be in|been
        in)\b
    \b(?:stopp?(?:ed|s)|kept|keeps|prevent(?:ed|s)|discouraged|deterred|talked)
        (?:them|him|her|us|you|me) (?:from|out of) (?:\w+ing) (?:to |with |on )?{NEAR}{MARK}
    {MARK} (?:did(?:n'?t| not)|never) (?:make the cut|work out|cut it|fit|scale|convince
        |stick(?! out)|pan out|(?:catch|caught) on)
    \b(?:holding|held) out on {A}{MARK}
    \b(?:keep(?:s|ing)?|kept) {A}{MARK}(?: [\w-]+)? (?:out of|away from|at bay)\b
    \bweigh(?:ed|ing) {A}{MARK} against (?:{W} ){{1,4}}?and\b
    \b{THEY} (?:don't|doesn't|do not|does not|didn't) (?:\w+ )?(?:like|love|enjoy|care for|believe
        in
        |trust) {A}{MARK}
    {MARK} quoted (?:them|him|her|us|me)\b
    {SUBJECT}\b{BE_NOT} (?:\w+ )?(?:for them|for him|for her|something (?:they|he|she)|a thing)\b
    \b(?:not|\w+n'?t) (?:\w+ )?(?:an? )?(?:\w+ )?(?:fans? of|(?:believers?|proponents?) (?:in|of)
        |sold on|into|big on|reaching for|keen
        on
        |crazy about
        |convinced by) {NEAR}{MARK}
""")
# A wish is no judgement: "today they would use Postgres rather than MySQL".
SUPPOSED = rx(
    rf"\b(?:would|'d) (?:\w+ )?(?:probably |maybe |rather )*"
    rf"(?:choose|pick|use|go with|prefer)\b[^.;?]*{MARK}",
    re.IGNORECASE,
)
# What is denied is something of the thing, or the denial is another's: "don't use Django's ORM".
OF_IT = rules(rf"""
    {MARK}'s? (?!been |not |got )\w
    {MARK} (?:frameworks?|librar(?:y|ies))\b
""")
NOT_YOURS = rules(rf"""
    \byou(?:'re| are|'ve| have) (?:not|never)\b{REST}{MARK}
    \byou (?:aren't|don't|won't|can't)\b{REST}{MARK}
""")
# "You don't need X when everything is on one server" is why they do without.
_NEED_NOT = (
    rf"(?:\w+ )??(?:don't|do not) (?:\w+ )??need {A}{MARK}(?: [\w-]+)?"
    r" (?:when|for (?:this|that|\d))\b"
)
# It is there by now: "there was no X until a contributor added it".
UNTIL = rules(rf"""
    \b(?:was|were|had|did|hadn|wasn|weren|didn)(?:n't|'t)? [^.;?]*{MARK}[^.;?]* until\b
""")
OF_OTHERS = rules(rf"""
    \byou (?!(?:won't|will not|don't) (?:find|see|catch)\b|{_NEED_NOT})(?:\w+ )?(?:don't
        |do not|won't|never|can't|cannot|shouldn't|might not|may not)
        {REST}{MARK}
    \byou (?:can|could|may|might) (?:\w+ ){{0,5}}?without {A}{MARK}
    \byou(?:'re| are|'ve| have) (?:not|never)\b{REST}{MARK}
    \b(?:more|most|other|many|all) (?:people|companies|teams|developers|apps|startups|sites)\b
        {REST}{MARK}
    \bnot every\w*\b{REST}{MARK}
    ^(?:also |please )?(?:don't|do not|never|avoid) (?:\w+ )?(?:us|run|host|touch|rely|start|build
        |deploy|trust
        |reach|pick|choose|go|adopt|put|need|{MARK})
    \b(?:customers?|users|people|clients?|companies|anyone|folks|teams|those) (?:who|that)
        (?:can't|cannot|don't|won't|aren't|do not|didn't) {REST}{MARK}
""")
