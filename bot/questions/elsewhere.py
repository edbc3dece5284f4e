"""What no show note can answer: another assistant's work, the weather, the world, secrets."""

from __future__ import annotations

from bot.patterns import one_of, rx, words

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
    (?:capital|population|president|currency) of, joke, poem, riddle, horoscope, lottery,
    recipe for, meaning of life, world cup, super bowl, olympics, election, bitcoin price,
    stock (?:price|market), what (?:time|day|date) is (?:it|today),
    how (?:tall|far|deep) (?:is|are), (?:what|which) laptop
"""
)
_PRIVATE = (
    words("""
        (?:phone|telephone|mobile|fax) number, (?:home|street|postal) address, how old, salary,
        girlfriend, boyfriend, wife, husband, birthday, shoe size, marry, do you love
    """)
    + r"|\bhow much (?:does|do|did) (?!.*\bE\d).* (?:earn|make)\b"
    r"|\b(?:lunch|dinner|coffee|beer|breakfast|pizza)\b\W*$"
)
_TO_COME = r"\bwho will be on\b|\bnext (?:guest|show|episode|week's|month's)\b"
_ELSEWHERE = rx(f"{_ERRANDS}|{_WEATHER}|{_WORLD}|{_PRIVATE}|{_TO_COME}")
# Words of these are names of technologies, too ("API", "host"), so they are looked for in the text.
_SECRETS = rx(
    r"""
    \b(?:ignore|forget|disregard) (?:all |your |the )?(?:previous|prior|above|earlier|everything
        |anything)\b
    |\bsystem prompt\b
    |\b(?:your|post|reveal|print|show me the|give me your) (?:\w+ ){0,2}(?:tokens?|passwords?
        |secrets?|api keys?|credentials)\b
    """
)
# The one who asks the questions is no hosting provider, and no note names them.
_HOST_OF = rx(
    r"\bwho(?:'s|s| is| are| was)? (?:the |your )?(?:hosts?|hosting|presents?|presenter|runs)"
    r"(?: of| on| for| behind)? (?:the|this|your) (?:podcast|show|series)\b"
)


def is_elsewhere(shape: str, text: str) -> bool:
    """Whether a question is for somebody or something else.

    Args:
        shape: Lower case, names as placeholders.
        text: Lower case, as typed.
    """
    found = _ELSEWHERE.search(shape) or _SECRETS.search(text) or _HOST_OF.search(text)
    return found is not None
