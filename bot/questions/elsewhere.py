"""What no show note can answer: another assistant's work, the weather, the world, secrets."""

from __future__ import annotations

from bot.patterns import one_of, rx, words
from bot.questions.told import is_doing

# Work for another assistant, unless it is about software: "write me a poem".
_ERRANDS = (
    r"\b"
    + one_of("""write, compose, draw, paint, sing, translate, calculate, solve, book, order, buy,
        remind, schedule, play, generate""")
    + r" (?:me |us )?(?:a|an|some|my|the|this)\b"
    r"(?!.*\b(?:app|code|backend|service|server|api|tests?)\b)"
    + "|"
    + words("""translate, book (?:a|me), summari[sz]e the news, (?:know|suggest) a good,
        recommend (?:me )?(?:a|an|some) (?:good |nice )?(?!episode|show|tool|database|host)\\w+""")
)
_WEATHER = (
    r"\b(?:weather|forecast|temperature) (?:in|for|today|tomorrow|like)\b"
    r"|\b(?:rain|snow|sunny|umbrella)\b.*\b(?:today|tomorrow|tonight|weekend|week|later)\b"
)
_WORLD = words(
    r"""
    who won(?!'), who is the (?:president|king|queen|prime minister|pope|ceo of),
    who (?:invented|discovered|painted),
    who wrote the (?:\w+ )?(?:book|novel|song|opera|bible|play|symphony),
    (?:capital|population|president|currency) of, horoscope, lottery, jokes?, poems?, riddles?,
    limericks?, haikus?, sonnets?, lyrics, bedtime stor(?:y|ies), fairy tales?, knock knock,
    cross(?:ed)? the road, recipe for, meaning of life, world cup, super bowl, olympics, election,
    bitcoin price, stock (?:price|market), what (?:time|day|date) is (?:it|today),
    how (?:tall|far|deep) (?:is|are), (?:what|which) laptop,
    best (?:\w+ )?(?:laptop|phone|car|restaurant|movie|keyboard|headphones),
    exchange rate, flat (?:tire|tyre),
    homework, set (?:a|an|the) (?:timer|alarm)
"""
)
_PRIVATE = (
    words("""
        (?:phone|telephone|mobile|fax) number, (?:home|street|postal) address, how old, salary,
        girlfriend, boyfriend, wife, husband, birthday, shoe size, marry, married, divorced,
        (?:left|right)[- ]handed, do you love
    """)
    + r"|\bhow much (?:does|do|did) (?!.*\bE\d).* (?:earn|make)\b"
    r"|\b(?<!about )(?:lunch|dinner|coffee|beer|breakfast|pizza)\b\W*$"
)
# Work for whoever can do something here; they stand at the beginning.
_TO_THE_BOT = rx(r"""
    ^\W*(?:pretend|imagine|act (?:as|like)|role ?play|repeat (?:after|the|everything|all)
        |from now on|(?:write|generate|draw|compose|code|program) (?:me|us)
        |you are (?:now|no longer))\b
    |^\W*(?:delete|remove|clear|archive|rename|pin|mute|leave|join|post|send|share|write|invite|kick
        |add|set|change|lock)\b.*(?:\b(?:this|our) (?:channel|thread|chat|conversation|workspace)\b
        |#[a-z]|\bmy (?:status|calendar|inbox|reminders?)\b)
    |^\W*(?:restart|reboot|reset|stop|kill|delete|hack|describe|introduce|shut down|upgrade)
    yourself\b
    |^\W*(?:send|forward|give) (?:an? |the |this )?(?:e-?mail|message|note|dm|invite|reminder) to
    (?:the team|every(?:one|body)|all|my|our|me|us|him|her|them)\b
    |\b(?:fix|debug|refactor|review|rewrite|proofread) (?:this|my|these|the following)\b
    |^\W*(?:deploy|restart|reboot|approve|merge|release|rebase|revert|roll ?back|ship) (?:our|my)\b
    |^\W*what(?:'s| is) \d+ ?[-+*/x] ?\d+\W*$
    |^\W*(?:compare|versus|vs)\W*$
""")
# A call to people that asks nothing: "everybody wake up".
_CALLS = rx(r"""
    ^\W*@(?:here|channel|everyone|all)\b(?!.*\b(?:who|what|which|how|where|when|why|any\w*)\b)
    |^\W*(?:(?:@?(?:here|channel|every(?:one|body)|all|guys|team|folks|people)|hey|please)[ ,:!]+
        |){0,3}(?:wake up|get up|come (?:here|back|in|on)|hurry(?: up)?|listen(?: up)?|stand up
        |be quiet|relax|calm down|go home|gather round|look (?:at this|here)|good luck|well done
        |congrat\w*|happy (?:birthday|friday|monday|weekend|holidays|new year|easter))(?:
        (?:every(?:one|body)|all|guys|team|folks|people|please|now))*\W*$
""")
# What is asked of the asker's own things, of what people speak, or of the bot itself.
_OF_ONES_OWN = rx(r"""
    \bwhy (?:is|are|does|do|did|has|won't|isn't|doesn't|can't) my\b
    |\b(?:on|in|from|with) my (?:mac|laptop|pc|computer|phone|machine|desk|home|house|pocket)\b
    |^\W*who (?:uses|is using|likes|visits|broke|pushed to) my
    (?:app|site|website|code|project|server|branch)\b
    |^\W*(?:our|my|the) (?:build|site|server|wi-?fi|printer|ci|pipeline|vpn|internet)
    (?:is|are) (?:\w+ )?(?:broken|down|red|failing|slow) (?:again|today|now|right now)\W*$
    |\blanguages? (?:do|does|is|are) .*\b(?:speak|spoken)\b
    |\bwhere (?:did|have) (?:you|i|we|somebody|someone) (?:put|leave|left|park)
    |\byour (?:instructions|prompt|rules|guidelines|training|servers?|host|environment|config\w*
        |database|memory|source|owner|creator|maker|boss)\b
""")
_TO_COME = r"\bwho will be on\b|\bnext (?:guest|show|episode|week's|month's)\b"
_ELSEWHERE = rx(f"{_ERRANDS}|{_WEATHER}|{_WORLD}|{_PRIVATE}|{_TO_COME}")
# Words of these are names of technologies, too ("API", "host"), so they are looked for in the text.
_SECRETS = rx(
    r"""
    \b(?:ignore|forget|disregard) (?:all |your |the )?(?:previous|prior|above|earlier|everything
        |anything|rules|instructions|what (?:i|you))\b
    |\bsystem prompt\b
    |\b(?:your|post|reveal|print|show me the|give me your|read me the) (?:\w+ ){0,2}(?:tokens?
        |passwords?|secrets?|api keys?|credentials)\b
    |\b(?:what(?:'s| is)|tell me|give me|need|forgot|reset) (?:the|our|my|your) (?:\w+ )?(?:password
        |passphrase|pass ?code|wi-?fi)\b
    """
)
# The one who asks the questions is no hosting provider; no note names them, or tells how the
# podcast itself is made.
_HOST_OF = rx(
    r"""
    (?:\bwho(?:'s|s| is| are| was)? (?:the |your )?(?:hosts?|hosting|presents?|presenter|runs
        |sponsors?|edits?|produces?|makes?|made|records?|created?)(?: of| on| for| behind)?
    (?:the|this|your) (?:podcast|show|series)\b
    |\b(?:how|where) (?:do|can|could|should) (?:i|we|one|people) (?:subscribe|follow|sign up
        |unsubscribe|donate|support|download)\b
    |\b(?:do you have|are there|is there|where are|any) (?:an? |the |any )?(?:transcripts?
        |rss(?: feed)?|newsletter|merch\w*|sponsors?)\W*$
    |\b(?:does|do|did|is|has) (?:the|your) host (?:use|own|have|eat|drink|drive|earn|make|live|like
        |wear|play|record)\b
    |\b(?:listeners?|subscribers|downloads|microphone)\b.* (?:the|this|your)
    (?:podcast|show|series)\b)
    |^\W*who(?:'s|s| is) (?:the|your) (?:host|presenter|sponsor|moderator|interviewer)s?\W*$
    """
)


def is_elsewhere(shape: str, text: str) -> bool:
    """Whether a question is for somebody or something else.

    Args:
        shape: Lower case, names as placeholders.
        text: Lower case, as typed.
    """
    if any(each.search(text) for each in (_TO_THE_BOT, _CALLS, _SECRETS, _HOST_OF)):
        return True
    # "Making sure your database dumps are usable" is said of anybody's.
    asks = not is_doing(shape)
    return asks and bool(_ELSEWHERE.search(shape) or _OF_ONES_OWN.search(text))
