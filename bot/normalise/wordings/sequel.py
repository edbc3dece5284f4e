"""What the clause after the thing's own says of it, mostly as "it"."""

from __future__ import annotations

import re

from bot.normalise.wordings.parts import (
    BE_NOT,
    FAR,
    LATER,
    LIST,
    LOOKED,
    MARK,
    NEAR,
    NO_GO,
    SETTLED,
    THEY,
    TRIAL,
    USABLE,
    WISH,
    W,
)
from bot.patterns import rx

_OWN = "(?:rolled|built|wrote) (?:their|his|her|our) own"

# --- Which clause is meant ---------------------------------------------------------------------
IT = rx(r"^(?:and |then )?(?:it|that|this)(?=[' ])", re.IGNORECASE)
# "It" is what the clause before begins or ends with.
IT_MAY_BE = rx(rf"^(?:the |an? )?{LIST}{MARK}|{MARK}$", re.IGNORECASE)

# --- An answer to a question ---------------------------------------------------------------------
AFFIRMED = rx(
    r"^(?:yes|yep|yeah|yup|of course|sure|absolutely|it is|they do|we do)\b", re.IGNORECASE
)
DENIED = rx(r"^(?:nope|no\b|not\b|probably not|nah|never|not (?:yet|really|at all))", re.IGNORECASE)
# To the bare name: "Kubernetes? He did that at his last job and never wants to see it again".
REFUSED = rx(
    r"""
    \b(?:nothing (?:that|to|for|in)|never (?:wants?|again|will|needed)|no (?:need|thanks|thank you
        |way)|overkill|rather not
    |not (?:worth|for (?:them|him|her|us|me)|needed|necessary)|too (?:much|complex|complicated
        |heavy|expensive)
    |(?:don't|doesn't|didn't|do not|does not|haven't|hasn't) (?:\w+ )?(?:needed|see|need|want|use
        |have|miss|bother)
    |(?:are|is|was|were|'re|'s) too (?:small|lazy|few)|works? (?:fine )?without|get by without)\b
    """,
    re.IGNORECASE,
)

# --- It was left -------------------------------------------------------------------------------
# What they did with it then, whatever it was: "SendGrid kept landing in spam, so they jumped ship".
LEFT = rx(
    r"""
    ^(?:they|he|she|we|it) (?:soon |eventually |finally |quickly |then |all |had to |ended up
        )*(?:jumped ship|jumped
        to|mov(?:e|ing) (?:off|away|to|over)|switch|switching|migrate|migrating|find another
    |moved on|moved (?:off|away|to|over)|switched|left|bailed|walked away|migrated
    |brought [^.;?]{0,20} in[- ]house
    |went (?:back|elsewhere)|took (?:it|them) out|(?:removed|dropped|ditched|scrapped|reverted
        |undid|rewrote|ported) it
    |got rid of (?:it|them)|(?:replaced|swapped) (?:it|them)|gave up on it|packed (?:up|their
        bags))\b
    |^(?:then |soon |later |eventually |quickly )*(?:switched|moved|migrated|jumped)(?: over)?
        to (?!(?:an? |the |their )?(?:bigger|newer|larger|managed|hosted|different|own|dedicated)\b)
    |^(?:it's|it is|everything is|everything's) (?:all |just )?[\w.]+ (?:now|these days|today)\b
    |^(?:then |soon |later |eventually )*(?:(?:went|came|moved|switched) back|returned to)\b
    |^(?:(?:they|he|she|we|it) )?(?:was |were |got )?(?:threw|thrown|took|taken|ripped|tore|torn
        |pulled|kicked
    |phased|tossed|backed) (?:(?:it|them|that) )?(?:all )?(?:out|away)\b
    |^(?:it|they|that)(?:'s|'re| is| are| was| were) no longer (?:being )?(?:used|needed|in use
        |around)\b
    |^(?:then |soon |later )*(?:removed|dropped|ditched|scrapped|reverted|undid) it\b|^it (?:was
        |got)
    (?:removed|dropped|ripped out|taken out|thrown (?:out|away)|re-?written|replaced|ported|swapped
        |converted|scrapped)\b
    |^(?:it|that|they)(?:'s|'re| is| are) (?:all |long |completely |now )*(?:gone|history|a thing of
        the past)\b
    |^(?:the |its )?(?:license|price|bill|cost|support|costs|pricing) (?:\w+ ){0,4}?(?:too much
        |kept|got|went up|tripled
    |doubled|out of hand|didn't make sense)\b
    """,
    re.IGNORECASE,
)
HAD_IT = rx(
    rf"""
    {MARK} (?:isn't|is no longer|was no longer) (?:being )?(?:maintained|supported|developed)\b
    |{MARK} \w+ (?:took|kept|broke|were taking|started|got|ran out)\b
    |{MARK} (?:was|were|had|kept|got|did|didn't|couldn't|became|went|started|took|turned|proved
        |handled|powered
        |served
        |stored|sent
        |ran|caused|made|gave|broke|crashed|cost|fell|shut|shutting|closed|died|announced|hiked|jacked
        |discontinued|raised|changed|stopped)\b
    |\b(?:had|was|were|used|ran|tried|relied on|experimented with|introduced|added|adopted|gave
    |installed|lived with)\b {NEAR}{MARK}
    """,
    re.IGNORECASE,
)

# "They were on Heroku but Render ended up being half the price".
WAS_ON = rx(
    rf"""
    \b(?:was|were) (?:all |hosted |running |previously |originally |initially |already |hosting
        |everything )*(?:on|using|with|(?:going|running|being \w+) (?:through|on|with|in|to|by))
        (?:a |an |the
        |their )?{MARK}(?: [\w-]+){{0,2}}$
    """,
    re.IGNORECASE,
)
# It was to be used, and was not: "they were going to use it but Redis did the trick".
WAS_TO = rx(
    rf"""
    \b(?:was|were|had) (?:\w+ )?(?:going|planning|about|supposed|meant|planned|hoping) to
        {FAR}{MARK}
    |\b(?:planned|wanted|hoped|meant|intended) (?:to|on) {FAR}{MARK}
    |{MARK} (?:was|were) (?:\w+ )?(?:going|supposed|meant|planned) to be\b
    """,
    re.IGNORECASE,
)
NOT_YET = rx(rf"\b(?:yet|still|until|waiting|first|{LATER})\b", re.IGNORECASE)
# It was found wanting, and then they did something else: "it was too dear so they switched to Y".
WENT_ELSEWHERE = rx(
    r"""
    ^(?:they|he|she|we) (?:\w+ )?(?:switched|moved|migrated|jumped|left|swapped|replaced|ditched
        |dropped|went (?:back|from)|had to (?:move|switch|leave|migrate))\b
    """,
    re.IGNORECASE,
)
# It was not left at all: "they started on it 6 years ago and they're still there".
STILL_THERE = rx(
    r"""
    ^(?:and )?(?:it|they|that|he|she|we)(?:'s|'re| is| are)? (?:still (?:there|us\w+|on|how|the|what
        |going|run\w*|in|rely|doing|is|are)|(?:now )?(?:on|at|using|running) (?:version |v)?\d+)\b
    """,
    re.IGNORECASE,
)
# It is not left yet.
STILL = rx(
    rf"""
    \b(?:{WISH}|{LATER})\b
    |\b(?:still|stay(?:s|ed|ing)?|stick(?:s|ing)?|stuck|keep(?:s|ing)?|kept|worth|negotiat\w+|for
        now)\b
    """,
    re.IGNORECASE,
)
_HAD = rf"\bhad (?:an? |the |their )?{MARK}(?: [\w-]+){{0,3}}$"
WAS_THERE = rx(_HAD, re.IGNORECASE)
WAS_USED = rx(
    rf"""
    {MARK}(?: [\w-]+)? (?:(?:was|were) (?:\w+ )?(?:used|handling|running|doing|in charge|there|in
        place
        |set up|a (?:good|great|fine|solid) \w+|the (?:right|obvious|best) \w+)
    |used to (?!\w+ing\b)\w+|(?:handled|powered|served|sent|stored|did))\b
    |\bwent to {MARK}$
    |\bwas used (?:on|in|with|at) {MARK}$
    |\b(?:it|this|everything|it all) was (?:{W} ){{1,6}}?(?:on|in|with|using|running) {MARK}$
    |{_HAD}
    """,
    re.IGNORECASE,
)
OTHER_DOES_IT = rx(
    rf"""
    \b(?:does|do|handles?|takes? care of|covers?) (?:that|it|this|the same|both|all of (?:it|that))
    (?:now|these days|today|as well|too|instead|better)\b
    |\btook (?:over|its place|their place)\b
    |\b(?:made|makes|making|rendered) (?:it|that|them|this|both) (?:\w+ )?(?:pointless|obsolete
        |redundant
        |unnecessary|useless|irrelevant|moot)\b
    |^(?:it's |it is |they're |there's |there is |there are |that's )?(?:\w+ )?(?:not|n't|no longer
        |no|only
        |just|isn't|aren't)\b[^.;?]*\b(?:now|any ?more|these days|nowadays|any longer)\b
    |^(?:nobody|no one)\b[^.;?]*\b(?:any ?more|any longer)\b
    |\bis what {THEY}(?:'re| are| use| run| have)\b[^.;?]*\b(?:now|today|these days|nowadays
        |instead)\b
    |^(?:now|these days|nowadays|today) (?:it's|it is|they|that)\b
    """,
    re.IGNORECASE,
)
REMOVED = rx(
    r"""
    ^(?:they|he|she|we|I|it) [^.;?]{0,50}?\b(?:and|but|then|before) (?:\w+ ){0,2}?(?:took|ripped
        |tore|threw
    |pulled|backed|rolled|removed|dropped|ditched|got rid of|gave up on|went back)\b
    """,
    re.IGNORECASE,
)
LOOKED_BUT = rx(
    r"""
    ^(?:(?:yes|yeah|yep|sure),?|(?:they|he|she|we|I) (?:did|have|had|has|tried|looked|considered))\b
    [^.;?]{0,25}?\b(?:but|and (?:decided|passed|said no|chose|picked|went with))\b
    """,
    re.IGNORECASE,
)

# --- It was not taken --------------------------------------------------------------------------
BY_HAND = rx(
    rf"""
    \b(?:written|built|rolled|done|coded|made|created)
    (?:\w+ )?(?:from scratch|by hand|themselves|in[- ]house)\b
    |\b{_OWN}\b
    """,
    re.IGNORECASE,
)
PUT_OFF = rx(
    r"""
    ^(?:the|its|their|it|that|they) [^.;?]{0,40}?\b(?:didn'?t|wasn'?t|weren'?t|couldn'?t|too|scared
    |put them off)\b
    """,
    re.IGNORECASE,
)
IS_UNUSED = rx(
    rf"""
    ^(?:(?:it|they)(?:'s| is| are)? ?)?(?:{BE_NOT}|not)
    (?:being )?(?:used|needed|deployed|running)\b
    """,
    re.IGNORECASE,
)
IT_IS_NOT = rx(
    rf"""
    ^(?:it|that|this|they)(?:'s| is| are| was| were)? ?(?:(?:(?:just |simply )?{BE_NOT}|not)
    (?:\w+ ){{0,2}}?{USABLE}|(?:a bit |way |just |felt |seemed )*{NO_GO})
    |^chang(?:ed|ing) (?:their|his|her) minds?
    """,
    re.IGNORECASE,
)
BUT_REFUSED = rx(
    r"""
    ^(?:but|although|though|however)\b[^.;?]{0,40}?(?:n'?t|\bnot|\bnever|\btoo|\bnobody|\bno one)\b
    """,
    re.IGNORECASE,
)
# Whatever was said of it first: "it was hard to hire for so she passed on it".
AGAINST_IT = rx(
    r"""
    \b(?:decided (?:against|not to (?:use|go with|do))|pass(?:ed|ing) (?:on|over)|held off on
        |opted out of|turned down|shied away from|stay(?:ed|ing) away from|ruled out|rejected
        |steered clear of|never (?:needed|wanted|tried|adopted)) (?:it|that|them|both|doing so|doing
        it|using it)\b
    |^(?:so |and )?(?:they|he|she|we|I) (?:don't|do not|doesn't|didn't|never) (?:\w+ )?(?:use|need
        |want|bother with)
    (?:it|that|them)(?=$|[,.;])
    |^(?:they|he|she|we) (?:\w+ )?(?:passed|decided against it|opted (?:out|not to)|held off)$
    """,
    re.IGNORECASE,
)
HAD_LOOKED = rx(
    rf"""
    {MARK} (?:had )?(?:caught (?:his|her|their) eye|looked (?:nice|good|great|promising|interesting)
    |was (?:tempting|(?:a )?(?:contender|candidate)|in the running|an option))
    |\b{LOOKED} {FAR}{LIST}{MARK}
    |{MARK} (?:was|were|gets|got|had been) (?:\w+ )?{TRIAL}
    |{MARK} (?:(?:has |have |had )?(?:come|came|comes) up|(?:was|were|gets|got) (?:brought up|given
        a (?:try|shot|go|chance|whirl|spin))|would be
        (?:\w+ )?(?:nice|great|cool|fun|handy)|sounded|is tempting|crossed (?:their|his|her)
        minds?)\b
    """,
    re.IGNORECASE,
)
CHOSE_OTHER = rx(
    rf"""
    ^[^.;?]{{0,40}}?\b(?:(?:do|does|did)(?:n'?t| not) (?:need|want|require)
    (?:either|it|them|one|any|that|all)|needs? (?:neither|none)|turned out
    |(?:was|is|were) (?:good |fast |more than |just )?enough)\b
    |^(?:he |she |they |we )?(?:{SETTLED}|decided (?:to|against|it)|{_OWN})\b
    |^(?:[\w.+#-]+ ){{1,3}}?(?:won|looked (?:good|best)|(?:made|was|is) the (?:most|best|clear
        |winner)
        |stood out|came out (?:on top|ahead)|was (?:chosen|picked|the one))\b
    """,
    re.IGNORECASE,
)

# --- It holds elsewhere, or later ----------------------------------------------------------------
# "In the beginning they didn't have backups but now they do".
NOW_DO = rx(
    r"^(?:now|today|these days|nowadays|since then) (?:they|he|she|we|it|there)(?:'s|'ve)?"
    r"(?: (?:do|does|have|has|is|are)(?:$|[,.;]| (?:it|them|one|some|both)\b))",
    re.IGNORECASE,
)
# "Is Kubernetes in their future? Maybe when they hire more people".
WILLING = rx(
    r"^(?:maybe|possibly|definitely|probably(?! not)|hopefully|eventually|absolutely|one day"
    r"|some ?day|soon|yes|yeah|yep|it's (?:at|on) (?:the|his|her|their)|at some point|perhaps)\b",
    re.IGNORECASE,
)
IT_LATER = rx(
    rf"""
    ^(?:they|he|she|we|I)(?:'ll| (?:will|might|(?:plan|want|are going) to))(?=$|[,.;]| (?:once|when
        |if|soon|eventually|some ?day|one day|at some point|later)\b)
    |^(?:they |he |she |we )?(?:want|plan|hope|intend|would like|'d like)s? to\b
    |(?:\bit(?:'?s| is| will| might| may|'ll)\b|\badding (?:it|one)\b|\bplan(?:s|ning)? to\b
    |\bwants? to\b).*(?:{LATER}|will be|start using|add(?:ing)? (?:it|one))
    |\bit(?: will|'ll) be\b
    |^(?:they|he|she|we|i)(?:(?:'d| would) (?:like|love) to|'ll| will| might| may)
        (?:(?!not\b|never\b){W} ){{0,3}}?(?:try|use|adopt|add|learn|introduce|look (?:at|into)
        |(?:switch|move|get) to) (?:out )?it\b
    """,
    re.IGNORECASE,
)
# "Hotwire looks promising and they plan to give it a go".
WILL_TRY_IT = rx(
    rf"""
    ^{THEY}(?: \w+)??(?:(?:'d like| (?:plans?|wants?|hopes?|would (?:like|love)|intends?|(?:is|are)
        going)) to| (?:might|may))
        (?:(?:give|try|use|adopt|look into|add|switch to|move to|check|play with|learn
        |experiment with) (?:out )?it|(?:move|switch|migrate|go) (?:there|over))\b
    """,
    re.IGNORECASE,
)
BUT_NOT = rx(
    r"""
    ^not (?:in |for |on |locally in )?(?P<place>dev|development|local\w*|prod|production|staging
    |tests?)\b
    """,
    re.IGNORECASE,
)
# "It's used in development, but production runs plain JAR files".
OTHERWISE_THERE = rx(
    r"""
    ^(?:in |for |on |the |their |everything in )*(?P<place>prod|production|dev|development|locally
        |local|staging)\b(?! (?:\w+ ){0,3}?(?:too|also|as well|optional)\b)(?! (?:uses?|runs?|does
        |is using) (?:it|them|that)\b)(?! (?:it's|it is|they're) (?:used|being))
    """,
    re.IGNORECASE,
)
# "Docker is used by Fly, he never runs it locally".
NEVER_THERE = rx(
    rf"""
    {MARK}.*\b(?:{THEY}|(?-i:[A-Z][a-z]+)) (?:never|do not|don'?t|doesn'?t|does not) (?:run|runs
        |use|uses) (?:it|them)
    (?:in )?(?P<place>production|development|locally)\b
    """,
    re.IGNORECASE,
)
BUT_IT_IS = rx(
    r"^(?:it|they)(?: is|'s| are| does| do) (?:\w+ )*in\b",
    re.IGNORECASE,
)
