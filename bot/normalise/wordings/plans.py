"""What is to be used one day, and what is used and to be left one day."""

from __future__ import annotations

from bot.normalise.wordings.parts import (
    FAR,
    LATER,
    LEAVE,
    LIST,
    MARK,
    MOVE,
    NEAR,
    REPLACE,
    REST,
    SHORT,
    SOME,
    THEY,
    WISH,
    A,
    W,
    rules,
)
from bot.patterns import one_of

_UNDER_WAY = (
    "(?:ongoing|in (?:the )?(?:process|middle|midst|(?:early|first|final|last) (?:stages?|phases?"
    "|days)) of|in progress|slowly(?: but surely)?|gradually|currently)"
)
_MOVING = "(?:mov|migrat|switch|transition|convert)"
# "They're migrating from X to Y": neither of it is done.
_NOW = (
    r"\b(?:they|he|she|we|it|I|who)(?: are| is| am|'re|'s|'m) "
    "(?:still |now |also |currently |slowly )*"
)
_OFF = "(?:away from|off of|off|out of|from)"

# Not past a comma into what is said of something else: "X sends alarms, Y is on the horizon".
_SAME_SUBJECT = rf"(?:(?!, (?:and )?{W} (?:is|are|will|might|may|should|could)\b)[^.;?]){{0,40}}?"
# Of a wish only the infinitive is part: "the tools that I wanted to try had X bindings".
_NOT_WISHED = (
    "(?:by|since|because|so|why|who|bigger|larger|beefier|when|while|had|has|was|were|(?<!next )is"
    "|are|disaster|failure|talk|speak|present|blog|teach)"
)

PLANS = rules(rf"""
    # They wish, mean or are about to use it.
    (?<!recommend )(?<!after )(?<!n't )(?<!not )(?<!never )\b{WISH}
        (?:(?!{_NOT_WISHED}\b){W} ){{0,6}}?{MARK}
    \b{WISH} (?:mov|port|migrat|rewrit|switch|convert)\w* {REST}\b(?:to|in|into|onto) {LIST}{MARK}
    \b{WISH} (?:get rid of|drop|ditch|retire|leave|move (?:away from|off)) {REST}\b(?:in favou?r of
        |for)
        {A}{MARK}
    \b{THEY}(?:'d| would) (?:like|love) (?:everything|it all|it|them|this|(?:the|their) \w+) (?:to
        be
        |to \w+|all|on|in) {REST}{MARK}
    \bwill (?:\w+ )?be (?:written|rewritten|rebuilt|redone|ported|developed|hosted)
        {SHORT}(?:with|in|on|using|to) {A}{MARK}
    \b(?:app|version|front-end|back-end|site|dashboard|one|admin|redesign|api) will (?:\w+ )?be
        built
        (?:with|in|on|using) {A}{MARK}
    \b{WISH} (?:replac|swap|exchang|trad)\w* {REST}\b(?:with|for|by)
        (?:something (?:\w+ )?like )?{LIST}{MARK}
    \b(?:they|he|she|we|it|I)(?:'ll| will) (?!(?:cover|talk|discuss|see|go|get|hear|look|dive
        |learn)\b)(?:(?!not |never ){W} ){{1,7}}?{MARK}
    \b(?:will|going to|shall|'ll) (?:\w+ )?(?:be )?(?:switch|mov|migrat|adopt|transition|chang)\w*
        (?:\w+ ){{0,3}}?(?:to |onto |into )?{NEAR}{MARK}
    \bplan(?:s|ned|ning)? (?:a|the|for a) (?:switch|move|migration|rewrite|jump|transition)
        (?:over )?(?:to|in|onto) {A}{MARK}
    \b(?:there's|there is|there are|has|have|had|an?|some)
        (?:open |been |a |an )*(?:ticket|talk|discussion|branch|proposal|plan)s? (?:open |in
        place )?(?:to
        |with|of|for|about)
        (?:{W} ){{0,4}}?{MARK}
    \b(?:open|pending|draft) (?:pull requests?|PRs?|branch(?:es)?|issues?|tickets?)\b[^.;?]*{MARK}
    \b(?:have|has|got) an? (?:\w+ )?(?:proof of concept|poc|spike) (?:\w+ )?(?:on|with|in|using)
        {A}{MARK}
    \bwould be (?:really |very |pretty )?(?:nice|great|good|cool) to (?:have|add|use|try|get|move
        to|switch to)
        {NEAR}{MARK}
    ^(?:in a perfect world|ideally|time permitting),? {THEY}(?:'d| would) (?!not
        |never )(?:{W} ){{1,4}}?{MARK}
    {MARK}{SOME}\b(?:might|may|could|(?:wants?|plans?|hopes?) to) (?:\w+ )?(?:port|move|switch
        |rewrite|convert
        |migrate) (?:it|everything|things|some|parts|more|all|there|over)\b
    {MARK} (?:is|would be|being) the (?:\w+ )?goal\b
    ^{A}{MARK} looks (?:\w+ )?(?:promising|tempting)\b
    {MARK} (?:rewrite|port|migration|version|conversion) is (?:[\w%]+ ){{0,3}}?(?:half ?way|under
        ?way|in progress
        |almost|nearly|ongoing|not (?:done|finished)|\d+ ?%)
    \bthe idea is to (?:{W} ){{0,4}}?{MARK}
    \b(?:has|have|having|got) (?:his|her|their|an?|one) eyes? on {A}{MARK}
    \b(?:push(?:es|ed|ing)|driv(?:es|ing)|nudg(?:es|ed|ing)|lean(?:s|ing)|head(?:ed|ing)
        |(?:mov|inch|creep)(?:es|s|ing)) (?:\w+ )?towards? {A}{MARK}
    \b(?:keen on|excited about|excited to|curious about|eager for|looking forward to
        |playing with the idea of) {SHORT}{MARK}
    \bstarting to (?:poke|look|play|experiment|tinker|dabble) (?:at|into|with|around with|in)
        {A}{MARK}
    (?:^|\b(?:are|is|'re) )looking at (?:{W} )??{MARK} (?:for (?!inspiration)|to\b)
    \b{LATER}\b{SHORT}{MARK}
    \b(?:up next|next up|next (?:on the list|steps?|things?|projects?|milestone))\b
        (?!,? (?:there|we|you)\b)[^.;?]*{MARK}

    \bwants? (?:them|it|us|everyone|everything|(?:the|their) \w+) (?:all |\w+ly )?(?:on|in
        |using|to (?:be on|be in|use|run on|move to|go to|switch to)) {A}{MARK}
    \b(?:(?:next|new|upcoming|future) (?:\w+ )?(?:version|release|iteration|app|site|api|design
        |front-end|back-end|dashboard|platform)|version (?:\d|two|three)[\d.]*|v\d|rewrite
        |redesign)\b{SHORT} will {REST}{MARK}
    \b(?:hopes?|hoping|wish|wishes) (?:that )?{A}{MARK}
    \b(?:if|once|as soon as)\b{SOME} {THEY}(?:'d| would) (?:\w+ )?(?:consider|look (?:at|into)
        |think about|be open to|explore)
        (?!.*\b(?:again|today|start(?:ed|ing)? over|hindsight)\b){FAR}{MARK}
    \b(?:is|are|'s|'re) (?:currently |slowly |also |still |now |gradually |all )*being (?:slowly
        |gradually )?(?:migrated|moved|ported|rewritten|converted|switched|transitioned|rebuilt)
        (?:over )?{SOME}\b(?:to|in|into|onto|with) {A}{LIST}{MARK}
    \bmatter of time (?:before|until|till)\b{REST}{MARK}
    \b(?:it|that|this|they)(?:'s|'re| is| are) coming (?:\w+ ){{0,3}}?{MARK}

    # They are on the way to it.
    \b{_UNDER_WAY} {NEAR}{_MOVING}\w+ {SOME}\bto {A}{MARK}
    \b(?:work(?:s|ing)? (?:towards?|on)|slowly|gradually) (?:mov|migrat|switch|transition|convert
        |port)ing {SOME}\b(?:to|into|onto) {NEAR}{MARK}
    \b(?:beg[au]n|start(?:ed|ing)|in (?:the )?(?:middle|midst|process|(?:early|first|final|last)
        (?:stages?|phases?|days)) of|half ?way through|part ?way through
        |slowly|gradually|busy|currently|close to|the way to|working on|work on|mid)
        (?:to |with |through )?(?:{W} ){{0,2}}?(?:(?<=being )|(?!\w+ed\b))(?:migrat|mov|port|switch
        |rewrit|convert|transition|shift|ship|adopt|roll|introduc|prototyp)\w* {SOME}{MARK}
    \b(?:in (?:the )?(?:middle|midst|process) of|work(?:ing)? on) (?:adding|setting up|integrating
        |introducing
        |getting|bringing in|putting) {NEAR}{MARK}
    \bif {THEY} (?:could|had|have|ever|get|got|find|found)\b{SOME}\b(?:time|budget|money|chance
        |resources),?
        {THEY}(?:'d| would) (?!not |never )(?:{W} ){{1,5}}?{MARK}
    \bthoughts? (?:on|about) (?:using|moving to|switching to|adopting|adding) {A}{MARK} (?:for|in)
        (?:the
        |an?|future)
    (?<!before )(?<!after )(?<!since )\b{_MOVING}ing (?:\w+ )?(?:over )?to
        (?:using )?{LIST}{MARK}(?![^.;?]*\b(?:last|ago|back in|in (?:19|20)\d\d)\b)
    \bmaking the (?:move|switch|jump|leap|transition) (?:over )?to {A}{MARK}
    \b(?:proof of concept|poc|spike|pilot|prototype)s? (?:with|of|using|for|on)
        {A}{MARK}[^.;?]*\b(?:is|are|under ?way|running|going|being|started)\b

    \b(?:their|his|her|our) (?:eyes?|sights?|mind|heart) (?:is |are )?set on {NEAR}{MARK}
    \bnext (?:\w+'s )?(?:big )?project is {REST}{MARK}
    \bin talks with {A}{MARK}
    \b(?:rewrite|port|migration|move|switch) (?:in|to) {A}{MARK} is
        (?:\w+ )?(?:done|under ?way|in progress|in the works|on a branch|almost|ongoing)
    \b(?:see|picture)s? (?:themselves|himself|herself|it all|everything)
        (?:\w+ )?(?:on|using|with|moving to) {A}{MARK}
    \bwarming up to (?:the idea of )?(?:using )?{A}{MARK}
    \bif {THEY} ever needs? {REST}{MARK} is (?:what|where|the)

    {_NOW}{_MOVING}ing {_OFF} (?:{W} ){{1,4}}?(?:over )?to {A}{LIST}{MARK}

    # It is to come.
    {MARK} is on the table (?:for|if|when|once)\b
    {MARK}(?: (?:rewrite|version|port|migration)\b[^.;?]{{0,25}})? is (?:on|in|at) (?:the back
        of )?(?:his
        |her|their|my|our) minds?\b
    {MARK} (?:is|are) (?:most |very |quite )?(?:likely|probably) (?:going|coming|next)\b
    {MARK}{_SAME_SUBJECT}\b{LATER}\b
    {MARK} (?:is|are) going to \w+
    {MARK} (?:is|are|was|were) (?:an? |still an? |just an? |only an? )?(?:maybe|possibility
        |contender
        |candidate|thought|wish|dream|option (?:if|when|once|for later))\b
    {MARK}(?: [\w-]+)? (?:is|are) (?:being |\w+ly being )?(?:trial(?:l?ed)
        |considered|evaluated|looked (?:at|into)|explored|tested out|tried out|investigated|piloted
        |about to|in the (?:pipeline|cards|works|wings)|coming|due)\b
    {MARK} (?:\w+ )?(?:will|might|may|could|would)
        (?:eventually |soon |also |well |even |one day )?(?:be (?:the )?(?:used|added|next|first
        |introduced|adopted|needed|coming|put|brought|set up|swapped|hooked|considered|rolled
        |tried)|have to be|happen|come
        |end up|become|power|replace|take over)\b
    {MARK} (?:will|should|might|may|could) (?:most likely |probably |likely |hopefully )+\w+
    {MARK}{REST}\b(?:keen|eager|itching|curious|excited) (?:to|about) (?:try|us|add|play|adopt
        |look)\w*
    {MARK} would (?:also )?be (?:really |very |pretty )?(?:nice|great|handy|cool|lovely|good)
        (?:to have|to add|to try|to use|one day|some ?day|eventually)\b
    {MARK}{REST}\b(?:something|a thing|(?:one|the next|the first) thing|what)
        (?:they|he|she|we)(?:'d| would| wants?| hopes?| plans?| intends?|'ll
        |(?:'ve|'s| have| has) been (?:meaning
        |wanting|thinking|considering|looking)|(?:'re|'s| are| is) (?:looking|thinking|considering
        |hoping|planning to (?:use|try|add|adopt|set))
        | (?:should|need to|ought to|have to) (?:look|set|add|get to|explore|try|do|bring))\b
        (?! rather not)
    {MARK}(?: [\w-]+)? (?:is|are) (?:also |just |nearly )*(?:on (?:its|the|their) way(?! out)
        |around the corner|under ?way|almost (?:ready|there|done))\b
    ^(?:rewriting|porting|moving|switching|converting) {SOME}{MARK} is (?:his|her|their|the|an?|on
        |next
        |planned|up)\b
    \b(?:add|introduc|adopt|try|mov|switch|us|hav|gett|put|bring|build|learn|work|creat)ing
        {SHORT}{MARK}{SOME}
        (?:is|are|would be|will be) (?:still |also |what's |what is )?(?:(?:the )?(?:next|first)\b
        |coming (?:up )?next|on the|an option
        |something|planned|in the|high on|up for|up next|left\b|to come)
""")
# What follows such a word is no more what is left.
_NOT_LEFT = (
    "(?:for|with|by|to|in|since|because|so"
    r"|and (?:us|go|mov|switch|put|run|adopt|try|start)\w*)"
)
# Whoever is to get a newer one, or to mend it, has one.
_MEND = one_of(r"""
    upgrad\w*, updat\w*, speed(?:ing)? up, scal(?:e|ing)(?: up| out)?, shard\w*, partition\w*,
    tun(?:e|ing), improv\w*, optimi[sz]\w*, fix\w*, clean(?:ing)? up, refactor\w*, debug\w*,
    resiz\w*, patch\w*, back(?:ing)? up, reduc\w*, understand\w*, monitor\w*,
    keep(?:ing)?(?: using)?, open[- ]sourc\w*, document\w*, secur(?:e|ing), harden\w*,
    stick(?:ing)? (?:with|to), stay(?:ing)? (?:with|on|in|at), continu(?:e|ing)(?: \w+ing| to
    \w+)?(?: with)?,
    keep(?:ing)? an eye on, contribut\w+(?: more| back)? to, talk(?:ing)? (?:at|to), remain(?:ing)?
    on,
    mak(?:e|ing) sure, (?:how|why|what|whether)(?: to)?
""")
_OTHER_MEANS = one_of(r"""
    and, or, then, so, with, using, by, via, through, to, on, in, into, onto, us(?:e|ing), mov\w+,
    switch\w*, adopt\w*
""")
_ITSELF = rf"(?:(?!{_OTHER_MEANS} ){W} )"
UPGRADE = rules(rf"""
    \b{WISH} (?:{W} ){{0,2}}?{_MEND} {_ITSELF}{{0,4}}?{MARK}
    \b{WISH} [^.;?]{{0,40}}?\b(?:more|another|extra|additional|second|third) {SHORT}\b(?:to|for)
        (?:the|their|his|her) {MARK}
    \b{WISH} (?:need|get|buy|rent|add|have) (?:an? )?(?:bigger|larger|second|another|beefier|extra
        |more|additional)
        (?:\w+ )?{MARK}
    \b{WISH} (?:hire|find|train|onboard) {SHORT}{MARK} (?:developers?|engineers?|devs|people
        |programmers?)\b
    \b{WISH} \w+ (?:even )?more of {SHORT}\b(?:to|into|onto|in|on|with) {A}{MARK}
    ^(?:upgrad|updat|scal|tun|improv|optimi[sz]|refactor|clean|shard)ing (?:up )?{A}{MARK}
    \bupgrad\w* (?:to |from )?(?:{W} ){{0,2}}?{MARK} (?:to )?v?\d
    \b(?:latest|newer|newest|next|new|bigger|larger|beefier|second) (?:version|release|upgrade) of
        {A}{MARK}
    \b(?:upgrad|updat|bump)\w* {NEAR}(?:version|release)s? of {A}{MARK}
""")
_GO = (
    rf"(?:{LEAVE}|{REPLACE}|leave|drop|{_MOVING}\w* {_OFF}"
    r"|(?:going|go) away from)"
)
# They stay: "they considered leaving X but it wasn't worth it", "no plans to move off X".
STAYS = rules(rf"""
    \b(?:consider\w*|look\w* (?:at|into)|(?:thought|think\w*) (?:about|of)|almost|nearly|debat\w*
        |toy\w* with(?: the idea of)?|evaluat\w*|tempted to) (?:\w+ ){{0,2}}?{_GO} {NEAR}{MARK}
    ^(?:moving|migrating|switching|getting) {_OFF} {A}{MARK}
        (?:has|had|have) (?:come up|been (?:discussed|considered|brought up))\b
    (?:n't(?! take (?:\w+ )?long)|\bnever|\bnot|\bno (?:\w+ )?(?:plans?|reasons?|need|desire
        |intentions?|interest)
        (?:to|of|in|for|on)) (?:(?!since |after |{_GO}){W} ){{0,5}}?{_GO} {A}{MARK}
""")
# They still use what they mean to leave: "they want to get rid of X".
LEAVES_LATER = rules(rf"""
    \b{WISH} (?:be|get) (?:\w+ )?off (?:of )?{A}{MARK}
    \b(?:getting (?:off|away from)|dropping|leaving|removing|retiring|replacing|ditching
        |(?:moving|migrating) (?:away from|off)) {NEAR}{MARK}{SOME}\b{LATER}\b
    \b{_UNDER_WAY} {NEAR}{_MOVING}\w+ {NEAR}{_OFF} {A}{MARK}
    {_NOW}{_MOVING}ing (?:{W} ){{0,3}}?{_OFF} {A}{MARK}
    (?:\b{WISH}|(?:\b(?:will|could|would)|'d|'ll)(?: eventually| soon| probably| likely
        | hopefully)?)
        (?:be |get |completely |finally |fully )*(?:{LEAVE}
        |{REPLACE}|drop|leave|remove|retire|abandon|quit|escape|phase out|swap(?: out)?
        |{MOVE} (?:\w+ ){{0,2}}?{_OFF})
        (?:(?!{_NOT_LEFT} ){W} ){{0,5}}?{MARK}
    \b(?:not|n't) (?:\w+ ){{0,2}}(?:happy|satisfied|pleased|content) with {NEAR}{MARK}{REST}
        \b(?:will|going to|plans? to|wants? to|about to) (?:be )?(?:switch|mov|migrat|leav|chang)\w*
    {MARK} (?:will|is going to|should) (?:soon |finally |eventually )?(?:be (?:gone|dropped|removed
        |replaced|retired|ripped out|phased out|shut down)|(?:be )?go(?:ing)? away)\b
    {MARK} (?:is|are) (?:slowly |gradually |now )?(?:being (?:phased out|retired|sunset)|going away
        |on (?:its|the|their) way out)\b
""")
