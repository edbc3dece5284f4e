"""What was used before: with the thing as the subject, as what was used, or as what was left."""

from __future__ import annotations

from bot.normalise.wordings.parts import (
    BEFORE,
    FAR,
    GONE,
    LEAVE,
    LIST,
    MARK,
    MOVE,
    NEAR,
    NO_VERB,
    ONCE,
    OUT,
    PAST,
    PAST_ONLY,
    REPLACE,
    REST,
    SHORT,
    SOME,
    SUBJECT,
    THEY,
    A,
    W,
    rules,
)
from bot.patterns import one_of

_NOT_AFTER = (r"\bis ", r"\bare ", r"\bwas ", r"\bwere ", r"\bbeing ", r"\bbeen ", r"\bget ")
_NOR_AFTER = (r"\bgets ", "ly ", r"\balso ", r"\bboth ")
# Who "used to hate X" did not use it for that.
_FELT = one_of("""
    hate, dislike, love, like, enjoy, struggle, think, believe, fear, worry, complain, teach,
        wonder,
    wish, joke, read, watch, see, hear, know, contribute, find, work (?:at|for|with), talk, say,
        make fun,
    be (?:afraid|intimidated|nervous|terrified|confused|hesitant|reluctant|scared),
    be (?:an? fan|against|skeptical|able|wary)
""")
# "They used to run X", not "X is used to run" something.
_USED_TO = "".join(f"(?<!{words})" for words in (*_NOT_AFTER, *_NOR_AFTER)) + (
    rf"\bused to (?!{_FELT}\b)(?:be|use|run|host|have|rely|live|work|pay|write|deploy|do|send|store"
    r"|get (?:sent|\w+ed)|mean|involve|require|consist of|come from|go (?:through|to|out))\b "
)

# Not past a word after which it goes on otherwise.
_TROUBLE = (
    r"(?:trouble|issues?|problems?|doubts?|concerns?|reservations?|struggl\w+|hesita\w+|skeptic\w*"
    r"|wary|worried|push ?back|confus\w+|intimidat\w+|difficult\w*|challeng\w+|hard|learn\w*|bugs?"
    r"|mistakes?|scared|afraid|unsure|not sure|n't sure|resist\w*|familiar|fan)"
)
_NO_TURN = rf"(?:(?!\b(?:then|now|later|until|{_TROUBLE})\b)[^.;?]){{0,40}}?"
_FIRST = "(?:first|original|initial|early|earliest|old|older|previous|prior|legacy|former)"
# Of some things the first is followed by more of them, and of others it is no part of the stack.
_NOT_REPLACED = one_of("""
    thing, time, step, author, reason, day, days, choice, part, line, commit, hire, employee,
    developer, customer, thought, job, priority, goal, idea, service, services, microservice,
    server, servers, box, boxes, node, pass, table, model, models, question, few, one
""")
# "For the first 2 years".
_SPAN = (
    r"for (?:(?:about|over|almost|nearly|roughly|the|a|good|first|few|couple of|several|many|\d+"
    r"|two|three|four|five|half a|well over|close to) )+(?:years?|months?|weeks?|decades?)\b"
)
_MADE_OF = one_of(r"""
    all, just, \w+ly, written, built, coded, done, made, based, hosted, implemented, in, with, on,
    using, around, out of, a, an, the, (?:pile|bunch|collection|set|mess|mix|couple) of
""")
_DID = one_of("""
    was, were, did, had, served, handled, powered, ran, sent, stored, hosted, sat, lived, held,
    kept, took, managed, processed, delivered, collected, watched, rendered, cached, drove
""")
_TAKING = (
    "(?:took|tore|threw|(?:tak|ripp|throw|pull|back|kick|roll)ing|(?:ripp|pull|back|kick|roll)ed)"
)
_TOOK_OUT = one_of(rf"""
    {_TAKING} (?:it|them|that) (?:all |right )?(?:back )?(?:out|away|off|back)\b,
    (?:remov|dropp|ditch|scrapp|uninstall|revert|abandon|replac)(?:ed|ing) (?:it|them|that)\b,
    (?:got|getting) rid of (?:it|them|that)\b, (?:gave|giving) up on (?:it|them|that)\b,
    undid it\b, went back\b, going back\b
""")
# What follows such a word is no more what was left.
_NOT_LEFT = (
    "(?:for|with|by|to|in|into|onto|when|once|since|because|after|as|now"
    "|and (?:us|go|mov|switch|adopt)\\w*)"
)
# Only some of it was: "they cancelled their second Linode server".
_PART_OF = r"(?:second|third|extra|spare|unused|few|some|half|most|one|two|three|\d+)"
_NOT_SINCE = r"(?<!have )(?<!has )(?<!'ve )(?<!been )(?<!having )"

# A newer one of it came: "the old Postgres server was replaced with a bigger one".
_RENEWED = (
    r"[^.;?]{0,40}\b(?:(?:bigger|newer|new|faster|better|larger|beefier|cheaper)"
    r" (?:one|server|box|instance|machine|version|cluster)\b"
    r"|(?:was|were|got|has been) (?:rewritten|redone|refactored|updated|upgraded|cleaned up)"
    r"(?! (?:in|to|into|with|as|from)\b))"
)

# It is only something of it that went.
_ITS_PART = (
    r"(?! (?:images?|containers?|config\w*|files?|keys?|logs?|data|rows?|tables?|index\w*"
    r"|endpoints?|jobs?|secrets?|users?|queries|migrations?|warnings?|admin|URLs?|buttons?|docs"
    r"|comments?|add-ons?|reserved|features?|support|settings?)\b)"
)

_NOT_ANY = r"\w+n't|not|never|nobody|no one|nothing"
_DEALING = one_of(r"""
    deal(?:ing|s)?, fight(?:ing)?, wrestl(?:e|ing), mess(?:ing)?, babysit\w*, pay(?:ing)?,
    us(?:e|es|ing|ed),
    run(?:s|ning)?, maintain(?:ing)?, rely, relies, relying, manag(?:e|ing), touch(?:es|ing)?,
    liv(?:e|es|ing),
    think(?:ing)?, go(?:es|ing)?, send(?:ing)?, depend(?:s|ing)?, hav(?:e|ing), need(?:s|ing)?,
    worry, worrying
""")

PAST_USES = rules(rf"""
    # The thing does something, or something is done with it.
    {MARK} (?:was|were|had been|served as|acted as) (?:the |their |his |her |our |its |an? )?(?:very
        |\w+'s )?(?:original|first|initial|previous|former|old|early|prior
        |go-to)\b(?! (?:choice|class|thing|time|to\b))
    {MARK} (?:was|were) {REST}\b{PAST}\b
    {MARK}{SHORT}\b(?:was|were|had been|got)
        (?:being )?(?:{ONCE} )?(?:\w+ )?(?:used|running|hosted|chosen|there){SHORT}\b{PAST}\b
    {MARK}(?: v?\d[\w.]*)? {_DID}\b{REST} {PAST_ONLY}\b
    {MARK} {_DID} (?:[\w-]+ ){{0,5}}?{BEFORE}
    {MARK}{SHORT}\b(?:was|were) {ONCE} (?!(?:set|creat|writ|built|develop|install|config|releas|made
        |design|intend|named|call|add|introduc)\w*)\w
    {MARK}{SHORT}\b(?:was|were|got) (?:\w+ )?(?:used|there|running|in use|in place) before\b
    {MARK}(?: [\w-]+)? (?:was|were|did|handled|ran|served|powered|took care of) {REST} before
        (?-i:[A-Z])
    {MARK}(?: [\w-]+)? (?:was|were|handled|powered|served|did) {REST}\buntil\b
    {MARK} (?:was|were) (?:their|the|his|her|our) {REST}\bbefore {THEY}\b
    \b(?:using|used|had|ran|relied on|were on|was on) {A}{MARK}{REST} before (?-i:[A-Z])
    {MARK} (?:\w+ )?(?:was|were|did|served|ran|handled|worked|lasted|carried) {REST}\bfor
        (?:about |over |almost |nearly )?(?:(?:the first|a few|several|many|two|three
        |\d+) )+(?:years|months|weeks|days)\b
    {MARK}{SHORT}\bfor (?:a decade|years|\d+ years|a long time)\b[^.;?]*?,
        [^.;?]*\b(?:now|nowadays|today|these days)\b
    {MARK} used to (?:be|sit|run|handle|power|serve|host|send|store|do|live|take)\b
    {MARK} used to {REST}\b(?:until|before|back|now)\b
    {MARK} (?:has|have) since been \w+ed
    {MARK}(?: (?:code|part|parts|bits|stuff|app|site|version|scripts?|set ?up|front-end|back-end
        |player|widget
        |plugin))?
        (?:was|were|got|gets|is|has been|have been|had been|ended up being) (?:\w+ )?{GONE}
    {MARK} [\w-]+ (?:was|were|got|has been) {OUT}
    {MARK} (?:server|box|instance|cluster|account)s? (?:was|were|got|has been|have been)
        (?:\w+ )?(?:shut
        (?:down|off)|turned off|decommissioned|retired|cancel\w+)(?! for\b)
    {MARK}{REST}\b(?:when|until|before) {THEY} (?:\w+ )?{_TOOK_OUT}
    {MARK} {_DID} (?:the|their|his|her) (?:{_FIRST} \w+|prototype|mvp|proof of concept)\b
    {MARK} (?:was|were) (?:used|chosen|there|enough) (?:in|for|during|throughout)
        (?:the|their|his|her|our|an?) (?:{_FIRST} \w+|prototype|mvp|proof of concept)\b
    \b(?:since|from|in|during|of) (?:the|their|his|her|our) {MARK} (?:days|era)\b
    # "installed and then removed", "was tried for a month before being dropped"
    {MARK}{SHORT} (?:was|were|got|had been)\b{REST}\b(?:and|then|before|later|until)\b(?:
        \w+){{0,3}}?
        {GONE}
    {MARK} (?:[\w-]+ )?(?:made way for|served (?:its|their) (?:purpose|time)\b|(?:gave way|yielded
        |lost(?: out)?) to|(?:is|are)
        (?:now )?gone\b
        |had its day|had to go\b|was (?:tried|scrapped|given up)|is (?:now )?(?:a thing of the past
        |(?:ancient )?history|no more)\b)
    {MARK} (?:(?:getting|being) (?:shut ?down|discontinued|deprecated|acquired|bought)|shutting down
        |closing down|going (?:away|under|out of business)) {SHORT}\b(?:forced|made|pushed|meant
        |led)\b
    {MARK} days (?:are|were) (?:\w+ )?(?:over|gone|done|behind)\b
    {MARK}(?: [\w-]+){{0,2}}? (?:was|were|got|been|being)(?: all| both| since| \w+ly)? (?:rewritten
        |ported|converted|migrated|translated|moved)(?: over)? (?:in|to|into|off)\b(?! (?:its
        |their own|another|separate|bigger|dedicated|new|the same)\b)
    {MARK} (?:was|were|had been|proved|turned out)(?: to be)?
        (?:a |an |the |such an? )?(?:\w+ )?(?:mistake|disaster|nightmare|dead end|bad (?:choice|idea
        |call|fit|decision)
        |wrong (?:choice|tool|call|fit|decision))\b
    {MARK}{SHORT} (?:got|became|grew|was) (?:way |just )?too
        \w+{SOME}\b(?:moved|switched|migrated|left|went with|replaced)\b
    {SUBJECT}\b(?:is|are|was|were) (?:no longer|not)\b
        {REST}(?:used|needed|in use|running|around|there)\b(?<!not used)

    # It was used: simple past and how long, "it ran on X for 9 years"
    {_NOT_SINCE}\b(?:was|were|used|did use|ran|lived|relied|stayed|had(?! to\b)|hosted|sat)\b
        (?:\w+ly )?(?:(?!to |by |hired ){W} ){{0,5}}?{MARK}[^.;?]{{0,30}}? {_SPAN}
    \bspent (?:{W} ){{1,4}}?(?:years?|months?) (?:on|with) {A}{MARK}(?= (?:before|until|but|and)\b
        |$|,)
    {MARK} (?:is|was) what {THEY} (?:used|had|ran|relied on|were on|were using
        |started (?:out |off )?(?:with|on|in))\b{SHORT}
        (?:until|before|at first|back then|{_SPAN})
    # "built the editor in X at first", "wrote it on top of X first"
    \b(?:built|made|wrote|written|created|did|done|coded|developed|set up)\b {SHORT}\b(?:in|with|on
        |using
        |on top of) {A}{MARK}(?: [\w-]+)? (?:at first|initially|originally|to begin with
        |first(?=$|[,;.]| (?:and|but|then)\b))
    \b(?:had|ran|kept|rented) (?:{W} ){{0,5}}?(?:at|on|with|in|from) {A}{MARK}(?: [\w-]+)? {BEFORE}
    # "tried X for a month and took it out again"
    \b(?:tried|had|used|introduced|added|gave|experimented with|adopted|installed|set up|brought in
        |ran|put in|inherited|took over|bought|built)\b (?:{W} ){{0,4}}?{MARK}{REST}\b(?:and|then
        |before)
        (?:\w+ ){{0,2}}?(?:{_TOOK_OUT})

    ^(?:an?|the|their) {MARK} (?:prototype|mvp|version|app|site) (?:came|was) first\b
    # It was used.
    ^(?:(?:but|and|before that|back then),? )?(?:{THEY}|everything|everyone|all of (?:it|that|this))
        used to (?!{_FELT}\b){FAR}{MARK}
    {_USED_TO}(?:(?!now ){W} ){{0,6}}?{MARK}
    \b(?:was|were|ran|lived|hosted|used|had) (?:\w+ )?(?:on |in |with |at )?{A}{MARK}(?:
        [\w-]+)?,? before\b(?! (?:going|it goes|they go|that)\b)
    \b(?:was|were|ran|lived|hosted|sat|had|used)
        (?:all |entirely |\w+ly )?(?:on|in|with|using|by|through|at)? ?{A}{MARK}(?: [\w-]+){{0,2}}?
        {BEFORE}
    \b(?:used|ran|tried|hosted|lived|were|was|stayed)\b {NEAR}{MARK}{REST}\b(?:until
        |before (?:moving|switching|migrating|going|it|they))\b
    \b(?:ran|used|had|were on|was on) {A}{MARK} for [^.;?]{{1,25}}? before\b
    \bhad been (?:on|with|using|running|paying for|relying on|hosted on|hosting (?:\w+ )?on)
        {A}{MARK}
    \b(?:was|were|had) (?:a |an |just |only |one )*{MARK}[^.;?]{{0,25}}?\b{PAST}\b
    \b(?:use|used|ran|run|tried|hosted|built|started|had|were on|was on|(?:was|were) (?:using
        |running)
        |did|wrote|kept|lived)\b[^.;?]{{0,20}}
        {MARK}{SOME}\b{PAST}\b
    \b(?:was|were|got|ran|lived|went|came|happened) (?:[\w-]+ ){{0,4}}?(?:on|in|to|with|by|through
        |from
        |using|via|over) {A}{MARK}(?: [\w-]+){{0,2}} {PAST_ONLY}\b
    \b(?:had|was|were|ran|used|lived)\b [^.;?,]*{MARK}[^.;?]*?,
        (?!it's (?-i:[a-z]))[^.;?]*\b(?:now|nowadays|today|these days)\b
    \b{ONCE} (?:\w+ )?(?:used|built|written|hosted|deployed|ran|made|developed|created|coded)
        {NEAR}{MARK}
    \b(?:(?:tried|used|ran|had)(?: out)? {NEAR}{MARK}{REST}\b(?:went|came|moved|switched)
        |trying(?: out)? {A}{MARK}{REST}\b(?:then|before|and) (?:go|switch|mov|revert|return|com)\w+
        )(?: \w+)? back\b
    \bhaving (?:used|run|been on|relied on|hosted \w+ on) {NEAR}{MARK}
    \b(?:started|start(?:ing|s) (?:out|off)|beg(?:an|un))
        (?:out |off |(?:its |their |his |her )?life )?(?:with|on|as|in|using) {NEAR}{MARK}[^.;?]*$

    \b(?:started|beg[au]n)(?: out| off| life)? (?:on|with|as|in|using)(?: {W}){{1,6}}?
        (?:that|which) (?:was|were|ran|used|had|lived) {FAR}{MARK}[^.;?]*$
    \b(?:was|were) all[- ]in on {A}{MARK}
    ^when {THEY} (?:first )?(?:joined|started|took over|came on|got (?:there|hired)
        |arrived)\b{SOME}\b(?:was
        |were|had|used|ran) {NEAR}{MARK}
    \b(?:didn't|did not) renew {NEAR}{MARK}
    {MARK} (?:wasn't|isn't) {REST}\band (?:\w+ )?(?:moved|switched|went|migrated) (?:to|over|back)\b
    \b(?:was|were) still (?:all |mostly )?(?:on|using|running(?: on)?|with) {A}{MARK}
    \b(?:their|his|her|the|our) {MARK} bill (?:was|got|had|hit|reached|went|grew) {REST}\b(?:before
        |until|when they (?:left|moved))\b
    \b(?:has|have)(?:n'?t| not) (?:been|used|run|touched|needed|had) (?:\w+ ){{0,2}}?{MARK} since\b
    \b(?:went|going|gone) through {A}{MARK} (?:phase|period|stage)\b
    \b(?:went|going|gone|been|cycled) through {LIST}{MARK}{REST}\b(?:landed|settl|ended up|before
        |until|finally)
    \b(?:was|were|used|ran) (?:(?!already ){W} ){{0,3}}?{MARK}{REST}\bwhen {THEY}
        (?:first )?(?:joined|started|took over|came on|got (?:there|hired)|arrived|inherited)\b
    \b(?:shut(?:ting)?|turn(?:ed|ing)) (?:down|off) (?:the|their|his|her|our) (?:last |old |final
        |whole )*{MARK} (?:servers?|box(?:es)?|clusters?|instances?|apps?|site|account|dynos?
        |vms?)\b
    \b(?:ago|last (?:year|month|week|summer)|a while back),? {THEY} (?:were|was|used|ran|had)
        [^.;?,]{{0,30}}?{MARK}
    \b(?:pull|stripp|tear)(?:ed|ing) out {A}{MARK}
    \bback when {THEY} (?:\w+ )?(?:used|had|ran|were|was|hosted|relied)\b {SHORT}{MARK}

    # It came to an end.
    {SUBJECT}\b(?:is|are|was|were) no longer (?:\w+ )?(?:in (?:the|place|use)|part of|a part
        |a dependency|with|involved|there|on|something)\b
    {MARK} used to (?!\w+ing\b)\w+ {REST}\b(?:does|handles|covers) (?:that|it|this)\b
    \bregret(?:s|ted|ting)? (?:ever |having )*(?:pick|chos|choos|us|go|start|adopt|build
        |introduc)\w*
        (?:with )?{NEAR}{MARK}{REST}\b(?:moved|left|replaced|switched|gone|now)\b
    {MARK} (?:(?:experiment|phase|era|days|version) lasted\b|lasted {REST}\bbefore\b)
    \b(?:decid(?:ed|ing)|chose) to (?:drop|leave|ditch|remove|replace|get rid of|retire|abandon
        |sunset|kill
        |(?:move|switch|migrate) (?:away from|off(?: of)?)) {A}{MARK}
    {MARK} was let go\b
    {MARK} was (?:home|where it (?:all )?(?:ran|lived)) for\b
    \bhaving been bitten by {A}{MARK}
    \bshort[- ]lived (?:{W} ){{1,4}}?{MARK}
    \bfirst (?:\d+ |few |two |three )?(?:years?|months?) (?:was|were) (?:spent )?(?:on|with|in)
        {A}{MARK}

    # Then it was used.
    # "initially it ran on X", "for a while X was powering search"
    \b{PAST}{_NO_TURN}\b(?:us\w+|r[ua]n\w*|host\w*|built|written|wrote|was|were|had|on|in|with
        |deployed)\b (?:(?!{_TROUBLE} ){W} ){{0,3}}?{MARK}
    \b{PAST},? (?:a |an |the )?{MARK} \w+ed\b
    \b{PAST},? (?:a |an |the )?{MARK}(?: [\w-]+)? (?:was|were|did|had|handled|powered|ran|served)\b
    ^{PAST},? (?:a |an |the )?{MARK}(?: [\w-]+)? {_DID}\b
    ^at (?:one|some) point,? {THEY} (?:\w+ )?(?:had|ran|used|tried|hosted|were|was) (?:on |using
        |running )?{A}{MARK}
    ^{PAST},? (?:a |an ){MARK} (?:[\w-]+ )?(?:app|site|project|script|service)\b
    ^before (?:[\w.]+ ){{1,3}}(?:came (?:along|out)|existed|was (?:a thing|around|released|available
        |an option)),? {THEY} (?:\w+ ){{1,3}}?{FAR}{MARK}
    \bwhen {MARK} {SOME}\b{THEY} (?:\w+ )?(?:left|migrated|jumped ship|switched (?:over )?to|moved
        (?:everything|it all|over|off|away|to))\b
    ^for (?:many |several |a few |\d+ |the first |about )*(?:years|a long time|the longest time|a
        decade)
        {THEY} (?!have |has |still )(?:{W} ){{1,5}}?{MARK}
    ^(?:prior to|before) {SOME} (?:it's|(?:was|were|used|ran|had|went|lived|sent|hosted|relied
        |deployed|kept
        |stored|paid)\b) {FAR}{MARK}
    \b(?:up )?(?:until|till) {SHORT} (?:was|were|ran|used|had|lived|hosted|paid|relied|sent|stored
        |deployed)\b {NEAR}{MARK}
    \bafter (?:\w+ )?(?:(?:having )?used|using|being on|running(?: on)?)
        {NEAR}{MARK} (?:for|since|in production)\b
    \bafter (?:\w+ )?(?:(?:an?|\d+|many|several|a few|half a|two|three) )?(?:years?|months?|weeks?)
        (?:of
        |on|with|in) (?:using )?{NEAR}{MARK}(?!.*\b(?:still|love[sd]?|enjoy\w*|likes?
        |happy|feels?|comfortable|knows?|learn\w*)\b)
    \b(?:been|completely|fully|entirely|finally) off (?:of )?{A}{MARK}
    \b(?:ran into|hit|hitting|reached) (?:the |some |its |a few |\w+ )??(?:limits?|limitations|wall
        |ceiling) (?:of|with) {A}{MARK}{REST}\b(?:switched|moved|migrated|left|replaced|rewrote)\b

    # "the old site was X", "the first version used X"
    \b{_FIRST} (?!{_NOT_REPLACED} )(?:[\w-]+ ){{1,3}}?(?:was|were|ran|used|had|lived)
        (?!.*\bstill\b)(?:{_MADE_OF} )*(?:{W} )??{LIST}{MARK}
    \b(?:why|when|how|what (?:made|led|caused|pushed|convinced|forced))\b
        (?:(?!\b(?:would|could|should|might|not)\b)[^.;?]){{0,25}}?\b(?:leave|drop|ditch|abandon
        |quit|replace
        |get rid of|move (?:away from|off(?: of)?|out of|on from)|migrate (?:away from|off(?: of)?)
        |switch (?:away from|off)|stop using|give up on|outgrow|retire|kill|remove|rip out
        |part ways with) {A}{MARK}
    \b(?:ex|former|(?<!year )(?<!years )(?<!year-)old|legacy|previous)
        {MARK}(?!{_RENEWED}){_ITS_PART}
    \b(?:legacy|old|previous|original) (?:\w+ )?(?:app|site|stack|system|version|code ?base|setup
        |backend|back-end|front-end) (?:was|were|ran|used|had|included|lived)(?: \w+)?(?: on| in
        | with)? {NEAR}{MARK}
    \b(?:(?:first|original|initial|early|earlier|previous|old|older|prior) (?:version|iteration
        |prototype|incarnation|release|stab|attempt|take|cut)s?|v(?:ersion )?(?:1
        |one))\b{SOME}\b(?:us\w+|based on|built (?:with|on|in)|written in|ran on
        |done (?:in|with|on)|was|in|on|with)\b {NEAR}{MARK}
    \bprototype\b (?:was|used|ran on|ran in|lived in) {NEAR}{MARK}
    \bprototype was an? (?:{W} ){{1,4}}?(?:in|on|with|using) {MARK}

    # "moved away from X", "from PHP to X to Phoenix"
    \b{MOVE} (?:\w+ ){{0,4}}?(?:away from|off of|off|out of|from)
        (?:using |being |a |an |the |our |their )*(?!\d)(?:{W} )??{MARK}(?! v?\d)
    \b(?:{MOVE}|leap) (?:\w+ ){{0,3}}?from {A}{MARK} v?\d[\w.]*
        (?:over )?to
        (?-i:[A-Z])[\w.]+\b(?! v?\d)
    \b(?:everything|it all|all of (?:it|that)|themselves|the (?:app|site|code|whole thing)
        |split(?:ting)?) off
        (?:of )?{A}{MARK}
    ^from (?:a |an |the )?{MARK} (?:to|into) (?!v?\d|production)
    ^coming from {A}{MARK} (?:to|into)\b
    \bcame from {A}{MARK} (?:and|where)\b
    \b(?:they|we|it|everything|the (?:app|site|company|team|data)) (?:all |originally )?came from
        {A}{MARK}
    \b(?:port(?:ed|ing)|rewr\w+|convert(?:ed|ing)|mov(?:ed|ing)|migrat(?:ed|ing))
        {SOME}\bfrom {MARK} (?:in)?to \w
    \bfrom [^.;?]*\bto {NEAR}{MARK} (?:and |then )*(?:back )?(?:to|into) {NO_VERB}\w
    (?:^|\b(?:the|their|an?|his|her|our|big|great) ){MARK} to (?!\d)(?:{W} ){{1,3}}?(?:migration
        |move|rewrite|switch|transition|port)\b
    \b(?:rewr\w+|port) of (?:a |an |the |their )?{MARK} \w+
    \b(?:rewr\w+|port(?:ing|ed)|convert(?:ing|ed))
        (?:a |an |the |their |his |her |its )?{NEAR}{MARK} (?:{W} ){{1,3}}?(?:in|to|into|with
        |using)\b
    \b(?:rewr\w+|port(?:ing|ed)|convert(?:ing|ed)) (?:(?!in |with |using |to
        |into ){W} ){{1,4}}?{MARK} (?:in
        |to|into|with|using) (?-i:[A-Z])

    # "replaced X", "ripped X out"
    \b{REPLACE} (?:(?!with |by )[\w'’.,-]+ ){{0,4}}?{LIST}{MARK}{_ITS_PART}
    (?<!without )\b{LEAVE} (?:(?!{_NOT_LEFT} |{_PART_OF} )[\w'’./+-]+ ){{0,3}}?{MARK}(?!'s \w|
        (?:alone
        |as is|as-is|untouched|in place|in charge|at (?:its|the|their))\b){_ITS_PART}
    \b(?:ripp?\w+|t[eo]r\w+|thr[eo]w\w*|kick\w*|t[ao]k\w+|swapp?\w*|rip|pull(?:ed|ing)|yank(?:ed
        |ing))
        {A}{MARK} (?:\w+ )?out\b(?! (?:into|for|to)\b)
    \b(?:back(?:ed|ing) out of|(?:got|getting|been) burn(?:ed|t) by|pack(?:ed|ing) up and left
        |had (?:enough of|it with)|(?:fed up|tired|sick) (?:with|of)) {A}{MARK}
    \b(?:life after|went wrong with|goodbye to|farewell to|the end of) {A}{MARK}
    \bdays of {NEAR}{MARK}{REST}\b(?:over|gone|behind)\b
    \bnot (?:\w+ ){{0,2}}?{NEAR}{MARK} (?:any ?more|any longer)\b
    \b(?:{_NOT_ANY}) (?:\w+ ){{0,2}}?(?:to )?{_DEALING}\b
        (?:with |for |on |in |about |through )?{A}{MARK}
        (?:any ?more|any longer)\b
    \bno more (?!than ){A}{MARK}
    \bno longer (?:(?!(?:since|because|now|when|as|thanks) ){W} ){{0,5}}?{MARK}(?! (?:by hand
        |manually|themselves|directly|servers? by)\b)
""")
# Only a feature of it went: "before that it was X's full text search".
OF_IT = rules(rf"""
    {MARK}'s (?!been |not |got |time |day )(?:own |built[- ]in )?(?:[\w-]+ ){{0,2}}?(?:search
        |index(?:es)?|scheduler|queues?|cache|admin|features?|add-?ons?|plugin|cron|cdn|text search
        |mailer|editor|views?|orm|storage|router|forms?|templates?|widgets?|gateway|api)\b
""")
# A denial that tells of a use before it: "it hasn't been on X since 2019".
ENDED = rules(r"""
    longer
    any ?more\b
    \bno more\b
    \b(?:has|have)(?:n'?t| not) [^.;]*\bsince\b
""")
# Mostly a reason to leave, unless what follows says that they still consider it.
TOO_DEAR = rules(rf"""
    {MARK} (?:got|became|was getting|had (?:gotten|become)) (?:\w+ ){{0,2}}?(?:pricey|expensive
        |costly)\b
    {MARK} (?:was|were|had been|started|kept) (?:costing|charging|eating) {SOME}\b(?:too much
        |fortune
        |way more)\b
""")
