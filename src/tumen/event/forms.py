"""Words of the scheme -> the forms they take in a text. Comes in: a verb or noun. Goes out: its forms, in small letters.

Made from the words we look for rather than by lemmatising what we read: the list is closed, so no form of it is ever guessed wrong.
A form that English does not have ("beated") does no harm.
"""

from functools import cache

IRREGULAR = {
    verb: forms.split()
    for verb, forms in {
        "be": "am is are was were been being", "beat": "beat beats beaten beating", "begin": "begins began begun beginning",
        "bleed": "bleeds bled bleeding", "blow": "blows blew blown blowing", "break": "breaks broke broken breaking",
        "bring": "brings brought bringing", "burn": "burns burned burnt burning", "burst": "bursts bursting", "buy": "buys bought buying",
        "catch": "catches caught catching", "choke": "chokes choked choking", "come": "comes came coming", "cost": "costs costing",
        "cut": "cuts cutting", "drive": "drives drove driven driving", "eat": "eats ate eaten eating", "fall": "falls fell fallen falling",
        "fight": "fights fought fighting", "find": "finds found finding", "flee": "flees fled fleeing", "forbid": "forbids forbade forbidden forbidding",
        "freeze": "freezes froze frozen freezing", "get": "gets got gotten getting", "give": "gives gave given giving", "go": "goes went gone going",
        "hang": "hangs hanged hung hanging", "have": "has had having", "hide": "hides hid hidden hiding", "hold": "holds held holding",
        "hurt": "hurts hurting", "keep": "keeps kept keeping", "lay": "lays laid laying", "lead": "leads led leading", "leave": "leaves left leaving",
        "let": "lets letting", "lose": "loses lost losing", "make": "makes made making", "meet": "meets met meeting", "overrun": "overruns overran overrunning",
        "pay": "pays paid paying", "put": "puts putting", "rise": "rises rose risen rising", "run": "runs ran running", "seek": "seeks sought seeking",
        "sell": "sells sold selling", "send": "sends sent sending", "set": "sets setting", "shake": "shakes shook shaken shaking",
        "shoot": "shoots shot shooting", "show": "shows showed shown showing", "shut": "shuts shutting", "sink": "sinks sank sunk sinking",
        "slay": "slays slew slain slaying", "stand": "stands stood standing", "steal": "steals stole stolen stealing",
        "strike": "strikes struck striking", "swear": "swears swore sworn swearing", "sweep": "sweeps swept sweeping", "swim": "swims swam swum swimming",
        "take": "takes took taken taking", "tear": "tears tore torn tearing", "throw": "throws threw thrown throwing",
        "withhold": "withholds withheld withholding", "write": "writes wrote written writing", "die": "dies died dying", "spy": "spies spied spying",
        "lie": "lies lay lain lying",
    }.items()
}  # fmt: skip
PARTICIPLES = frozenset(
    "beaten been begun bled blown broken brought burnt burst bought caught cost cut driven eaten fallen fought found fled forbidden frozen got "
    "gotten given gone hanged hung had hidden held hurt kept laid led left let lost made met overrun paid put risen run sought sold sent set "
    "shaken shot shown shut sunk slain stood stolen struck sworn swept swum taken torn thrown withheld written".split()
)
"""Past participles that do not end in -ed."""
VOWELS = "aeiou"
PLURALS = {"man": "men", "woman": "women", "child": "children", "person": "persons", "life": "lives"}


@cache
def forms_of_verb(verb: str) -> frozenset[str]:
    """Every form of a verb, itself included; both where British and American differ ("trafficked", "traveled", "travelled")."""
    if verb in IRREGULAR:
        return frozenset([verb, *IRREGULAR[verb]])
    if verb.endswith("e"):
        stems = [verb[:-1]]
    elif verb.endswith("y") and verb[-2] not in VOWELS:
        return frozenset([verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"])
    elif verb.endswith("c"):
        stems = [f"{verb}k"]
    elif verb[-1] not in f"{VOWELS}wxy" and verb[-2] in VOWELS:
        stems = [verb, verb + verb[-1]]
    else:
        stems = [verb]
    return frozenset([verb, *forms_of_noun(verb), *(stem + ending for stem in stems for ending in ("ed", "ing"))])


@cache
def forms_of_noun(noun: str) -> frozenset[str]:
    """A noun and its plural."""
    if noun in PLURALS:
        return frozenset([noun, PLURALS[noun]])
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return frozenset([noun, f"{noun[:-1]}ies"])
    return frozenset([noun, f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"])


NO_GERUND = frozenset("bring cling fling ring sing sling spring sting string swing wring".split())


def is_participle(form: str) -> bool:
    """Whether `form` of a verb can be its past participle."""
    return form.endswith("ed") or form in PARTICIPLES


def is_gerund(form: str) -> bool:
    """Whether a form of a verb, in small letters, ends as gerunds do."""
    return form.endswith("ing") and form not in NO_GERUND
