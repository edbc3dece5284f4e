"""What is to be taken up, said in parts: a wish or a time to come, and a word for taking it up."""

from __future__ import annotations

import re

from bot.normalise.wordings.composed import NOUNS
from bot.normalise.wordings.parts import MARK, THEY, WISH, A, W, rules
from bot.patterns import one_of, rx

_TAKE = one_of(r"""
    us(?:e|ing), try(?:ing)?(?: out)?, add(?:ing)?, adopt(?:ing)?, go(?:ing)? (?:with|to|for),
    (?:switch|mov|migrat|convert|jump|transition|port)(?:e|ing)?(?: (?!to)\w+){0,4}?(?: over)?
    (?:to|onto|into), replac(?:e|ing) [^.;?]{1,25} with, set(?:ting)? up, bring(?:ing)? in,
    introduc(?:e|ing), integrat(?:e|ing), roll(?:ing)? out, giv(?:e|ing), get(?:ting)?,
    start(?:ing)? using, pay(?:ing)? for, sign(?:ing)? up for, learn(?:ing)?, play(?:ing)?
    (?:around )?with, experiment(?:ing)? with, rewrit(?:e|ing) [^.;?]{1,25} (?:in|with|using),
    rebuild(?:ing)? [^.;?]{1,25} (?:in|with|using), look(?:ing)? (?:at|into), check(?:ing)? out,
    spin(?:ning)? up, hook(?:ing)? up, putting, having, creat(?:e|ing)
""")
_TO_COME = one_of(r"""
    next\b, in (?:their|his|her|the) (?:near |not too distant )?future, at the top of
    (?:the|his|her|their) list, queued up, lined up, scheduled, slated, pencill?ed in,
    (?:very |really |pretty |quite )?tempting, on (?:the|his|her|their)
    (?:list|mind|radar|roadmap), worth (?:a
    (?:look|try|shot)|looking|trying|exploring|considering|it (?:one day|some ?day|at some point)),
    the next (?:big )?(?:thing|step|project|task|goal|priority|item|move)\b, (?:a|an|another|one)
    (?:\w+ )?(?:goal|priority|possibility|idea|dream|option|candidate|contender)\b, something
    {they} (?:want|would like|'d like|plan|hope|need|should|might|'re|are), in the cards, in the
    works, coming, appealing, a matter of time, being
    (?:discussed|considered|explored|planned|worked on), (?:long )?overdue, an?
    (?:good|great|natural|nice) fit for (?:the|an?) (?:next|future|new|upcoming), up next, the
    plan\b, the goal\b
""").replace("{they}", THEY)
PLANNED = rules(rf"""
    ^(?:potentially|possibly|maybe|eventually|perhaps|hopefully|ideally) (?=\w+ing\b){_TAKE}
        (?:{W} ){{0,3}}?{MARK}
    \b(?:interest in|desire to|appetite for|been talks? (?:of|about)) {_TAKE} (?:{W} ){{0,3}}?{MARK}
    \bin the (?:middle|process|midst) of (?:learn|evaluat|try|test|explor|adopt|experiment
        |play)\w*ing (?:out |(?:around )?with )?{A}{MARK}
    \b(?:can't|cannot|can not|couldn't) wait to (?:{W} ){{0,4}}?{MARK}
    \b{WISH} (?:(?!not\b){W} ){{1,9}}?and (?:then |eventually |maybe |possibly |just )?(?!keep
        |stay){_TAKE} (?:(?!with |to |in ){W} ){{0,3}}?{MARK}
    \b(?:has|have|got) {A}{MARK} (?:\w+ )?(?:queued|lined|teed) up\b
    \b(?:the|their|his|her) next (?:{W} ){{0,3}}?(?:thing|step|project|task|move|stop|item|job|goal
        |upgrade|feature|challenge|improvement|adventure|experiment)\b[^.;?]{{0,30}}? (?:is|will be
        |would be|might be|could be) (?:{W} ){{0,5}}?{MARK}
    {MARK}{NOUNS} (?:is|are|would be|might be|could be|may be|has been|have been|'s been)
        (?:\w+ )?{_TO_COME}
    {MARK} (?:might|could|may) (?:also |even |well |eventually )?be (?:worth|interesting|fun|nice
        |useful|handy|next|(?:an?|the) (?:good |great |better |nice |natural |possible )?(?:option
        |fit|alternative|choice|way|step|solution|upgrade)\b)
    (?:\bwould|'d) (?:move|switch|go|migrate|jump|change)(?: over)? to {MARK}[^.;?]{{0,20}} (?:if
        |once|when|tomorrow|in a heartbeat)\b(?!.*\b(?:over|again|today|scratch)\b)
    (?<!after )\bgiv(?:e|ing) {A}{MARK} (?:a|another) (?:try|shot|go|whirl|spin|chance|test drive)\b
    \b(?:ticket|issue|card|task|PR|pull request|branch|proposal|milestone|epic) (?:open |up |out
        there )?(?:to|that|for|which) (?:get|add|mov|switch|migrat|set|try|introduc|replac|port
        |convert|rewrit|bring|put)\w* (?:{W} ){{0,5}}?{MARK}
    {MARK}{NOUNS} (?:will|might|may|could) (?:\w+ )?(?:make|find|work) (?:its|their) way\b
    \b(?:roadmap|plan|plans|vision|strategy) (?:for [^.;?]{{1,20}} )?(?:calls? for|includes?|has
        |involves?) (?:{W} ){{0,5}}?{MARK}
    \b(?:shooting for|gunning for|on the verge of|this close to|leaning towards?|sold on the idea
        of|pulling the trigger on|taking the plunge (?:with|into|on)|getting around to|working up
        the courage) (?:{W} ){{0,3}}?{MARK}
    \b(?:surprised if|no doubt|pretty sure|only a matter of time) {THEY}(?:'ll| will)? (?:end up
        |move|switch|go|use|be) (?:{W} ){{0,3}}?{MARK}
    (?:feels?|felt|feel) like (?:it's |it is )?(?:about )?time (?:for|to use|to try|to add)
        {A}{MARK}
    {MARK} is (?:where|what) {THEY} (?:\w+ )?(?:thinks?|wants?|sees?|hopes?|plans?|(?:will|'ll|'re
        going to) (?:\w+ )?(?:end|go|be|land|move|use))\b(?! (?:about|of) )
    \b(?:should|need to|needs to|ought to|have to|has to) (?:(?:probably|really|finally|eventually
        |at least) )+{_TAKE} {A}{MARK}
    \b(?:getting ready|gearing up|preparing|set|decided|on track|excited|itching) (?:to|for)
        {_TAKE} {A}{MARK} (?:soon|next|later|this|in the|eventually|over the|once|when)\b
    \btime to (?:finally |really )?{_TAKE} {A}{MARK}$
""")
# A plan in the next clause: "§ came out last week and she's going to give it a go".
LIKELY_IT = rx(
    rf"""
    ^(?:and |so )?{THEY}?(?:'s|'re|'ll|'d| is| are| will| would)? ?(?:\w+ )??(?:(?:can't wait to
        |going to
    |wants? to|plans? (?:to|on)|hop(?:es?|ing) to|looking forward to|eager to|keen to|excited to
        |itching to
    |like to|love to|tempted to|meaning to|will|'ll|might|may|about to) (?:\w+ )??(?:giv(?:e|ing) it
    (?:a |another )|try(?:ing)? (?:it|that)|us(?:e|ing) it|adopt(?:ing)? it|switch(?:ing)? (?:to it
        |over)|play(?:ing)?
    (?:around )?with it|rewrit(?:e|ing)|look(?:ing)? (?:into|at) it|mov(?:e|ing) (?:to it|over
        |there))
    |(?:it|that) (?:might|may|could|will|'ll) (?:\w+ )?(?:find its way|make its way|end up|get added
        |be next|show up)
    |(?:an? |the )?(?:rewrite|switch|move|migration|port) (?:is|would be) (?:\w+ )?(?:tempting
        |planned|coming|next
    |likely))
    """,
    re.IGNORECASE,
)
