"""Words of English that are one slip away from a word of questions, and are no slip of it.

"Ghost" is no "host" and "kicked" no "picked". They were looked for among the 45,000 words of two
lists (the small American word list of SCOWL, and the vocabulary in ``bot/encoder``); those that
:mod:`bot.rank.ordinary` has are not repeated.
"Poplar" was left out: in a question it is "popular".
"""

from __future__ import annotations

NEIGHBOURS = frozenset(
    """
    abort advise alike alter amore ants apter arch ardent argent augusta auguste augusto avery
    avid balking balks beams beast beset bets bing bless blest boeing boldest boney booth botch
    bout brent brest britten broth buck bulks bullion bunks calking calks capita capitol cello
    chap cheat cheep chinking choke choosey choosy chops chore chows cites clans cleave cleft
    coldest collars colts combing compares congest costa cots cropped cunning curing cysts
    daring dears decently decide decides decoded deplored derided discus discuses dither doers
    doles dollar domes donut dopes dose doses dotes dover doves dozes dripped droop drooped
    ducks duding dumber duping eave eery eldest elise elsie emery emigrate emigrated esther
    ethan ether expansive factually favourites feast feather fever fewest fiance fiend firs fist
    folds folksy forks fount franc franco francs fused fuses fusing gears ghost ghosted ghosting
    goin gong goring guild guilt gunning gust gusts haling halve halving haring hasn hasted
    hasting havre hazing heap heather heave heaving heir hellos hither hiving hoist hoisted
    hoisting honey hooted hooting hops horst hosed hosing hostel hover ignored ignores
    instruction intro joked joker jokes kicked kites lager lamer lamest landon laser latent
    latex lather laxer laxest leach leapt lease leash leather lesions lessens lesson lest lever
    licked liken liszt lither lucks lumber luring lyndon mach mandy mangy manny marc marche
    marco maris marsh mater merlin migrates mince minuet minuets minuses minutest mistake
    mistaken mites moist monkey mont monte mooed mooing moped moping morse moth moths mowed
    mowing mucks mulch munch mused muses musing nether newsy newts nites nuder numbed oddest
    odes ounce overt pacing panning pans pants parch pares paring pars passwords pasta paste
    pasty pats pawing peach pears pease pecked pend pending pends picket pickled picky piked
    pinto plain plains plank planking planks pleas plying poems ponce pours prance praying prays
    precious prefers prick pricked pride propped prying pucks punning quest quests quilt rafter
    ransom rants raving reams recipes recite rent replaces revery rice rite rites rover ruining
    ruins rungs runts ruses sack sacks sage saris scare scope scorn seams sears sever shack
    shacks shave shaving shoon shorn shout showy sill sine singe slack slacks slater slops
    slowest smack smacks smites smock snack snacks snitch snitched snore snort sock somme sops
    sore sours sows spaying spays sped spill spites spoon spore stacy stalk stalking stalks
    stall stank stark startup sticks stil stitch stitched stocky stony storey stormy stows sucks
    sued sues suing sunning swill switcher switches swoon swore tack tacking tacks tales taluk
    teaks teas teats teems thinning ticked till tipis tipsy tokens tory trams trance translates
    treason trent trite tucks turing twitch twitched udder untie upend upending upends urns
    usages usher ushers veer verses vince void voiding voids wafts wands wanes warts watts weave
    wheat wicked width willy wince witched woken writhe writhes writs yearn yearns yeast
    yesterdays yolks yucks zillions
""".split()
)
