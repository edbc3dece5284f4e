"""What looks like a past use and is none: what might have been, and what was no easy beginning."""

from __future__ import annotations

from bot.normalise.wordings.composed import NOUNS
from bot.normalise.wordings.parts import MARK, REST, THEY, A, W, rules
from bot.patterns import one_of

_HARD = one_of(r"""
    hard, slow, flaky, clunky, weird, tough, scary, intimidating, confusing, difficult, tricky,
    strange, overwhelming, foreign, new, daunting, challenging, odd, rough, bumpy, annoying,
    unfamiliar, skeptical, magic, (?:a )?(?:struggle|challenge|learning curve), issues?, problems?,
    trouble, hiccups?, bugs?, bug, quirks?, memory leaks?, foreign, alien, unsure, wary
""")
# What is told of the past and is no past use of it: what might have been, what was no easy
# beginning, what others did, and what was not there yet.
NOT_PAST = rules(rf"""
    (?:\b(?:could|would|should|might|may)|'d) (?:\w+ )?have (?:{W} ){{0,6}}?{MARK}
    \binspir(?:ed|ation) {REST}{MARK}
    \bwhen {THEY} (?:first |just )?(?:started|began|switched|moved|got started) (?:using|with|to
        |out with|on) {A}{MARK}
    \b(?:learn(?:ing|ed)|experience with|familiar with) {A}{MARK}
    {MARK} (?:has|have) (?:always )?been (?:there|around|in place|great|solid|rock|fine|with
        (?:them|him|her|us))\b
    \blike (?:what|how) {A}{MARK}
    \blike (?:going|moving|switching|upgrading) from {A}{MARK}
    \b(?:before|prior to) {THEY} (?:had|used|got|found|knew(?: about)?|moved to|switched to|added
        |adopted|introduced|learned(?: about)?|discovered|set up|started using) {A}{MARK}(?=,|$)
    \b(?:was|were) doing (?:a lot of |lots of |some |mostly |only )?{MARK}
    {MARK} had to be \w+ed\b
    \b(?:growing pains|pitfalls|gotchas|teething problems|hiccups) (?:with|of|around|in) {A}{MARK}
    {MARK}{NOUNS} (?:was|were|had|felt|seemed|looked|took|gave) (?:(?:a|an|some|pretty|very|quite
        |really|kind|of|bit|little|few|so|super|lot|them|him|her|us|more|definitely|certainly
        |totally|completely|something|like) )*{_HARD}\b
    \b(?:found|was|were|had|ran into|struggled|hard|tough|tricky|took) (?:{W} ){{0,3}}?{_HARD}
        (?:time )?(?:with|of|about|from|to (?:learn|grasp|understand|get)) {A}{MARK}
""")
