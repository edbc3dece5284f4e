"""Words that say what a number must be: at least, at most, less than or more than another.

They are tried in this order, for "no less than ten" has "less than" in it.
"""

from __future__ import annotations

from bot.patterns import rx, words

AT_LEAST = rx(
    words(
        r"""at least, (?:or|and) (?:more|higher|above|over|up|greater|bigger|larger), plus, \d\+,
        upwards of, minimum(?: of)?, (?:no|not) (?:less|fewer|smaller|lower) th[ae]n,
        not (?:under|below)"""
    )
    + r"|\d\+|>="
)
AT_MOST = rx(
    words(
        r"""at most, up to, max(?:imum)?(?: of)?, within, tops,
        or (?:less|fewer|under|below|cheaper), and (?:less|fewer|under|below|cheaper),
        (?:no|not|never) (?:more|higher|bigger|larger|greater) th[ae]n,
        (?:not|never) (?:(?:go|goes|going|be|is|are) )?(?:over|above|exceed\w*|beyond|past)"""
    )
    + r"|n't (?:exceed|go over|(?:cost|pay|have|need|spend|use) more than)|<="
)
UNDER = rx(words("under, (?:less|les|cheaper|fewer|smaller|lower) th[ae]n, below") + "|<")
OVER = rx(
    words(
        r"""over, (?:more|bigger|larger|greater|higher|better|pricier) th[ae]n,
        more (?:expensive|costly) th[ae]n, above, exceed\w*, north of,
        beyond"""
    )
    + "|>"
)
