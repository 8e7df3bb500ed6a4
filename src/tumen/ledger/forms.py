"""The forms in which a number stands apart from a verb: patterns, each with the number in it as `number` and a word such as "about" as `about`.

What a number in one of them counts is found by `tied.py`. Words for what befell people are those of `counted.toml`; here are only the nouns and verbs that a form needs.
"""

import re

from tumen.ledger import tables
from tumen.ledger.tolls import NUMBER

ABOUT = r"(?:(?P<about>nearly|almost|about|around|some|at least|more than|over|as many as|up to|only) )?"
FIGURE = rf"(?:{ABOUT}(?P<number>{NUMBER})(?: ?\((?:\d+|{NUMBER})\))?)"
NO_COUNT = r"(?!\d|[.,:/]\d|[-–]\d|[-–][a-z]| ?%|\s+(?:years?|months?|weeks?|days?|hours?|minutes?|o['’]clock|per ?cent|percent|a\.?m|p\.?m|km|kilomet\w+|met(?:er|re)s?|miles?|litres?|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
LABEL = re.compile(
    r"(?:^|[.;:!?] |\n)[ \t]*(?:[-*•·–—]+ |\(?\d{1,2}[.)] |[a-z][.)] )?(?P<label>[A-Za-z](?:(?!\. )[^:;=\n]){2,70}?)(?: ?[:=] ?| [–—-] |: ?\n)(?P<value>[^;\n]{1,160})"
)
"""A label and what stands behind it: of a form, a list, minutes, a note with numbered points."""
STARTS = re.compile(rf"\W{{0,2}}{FIGURE}{NO_COUNT}", re.IGNORECASE)
PEOPLE = re.compile(r"\b(?:people|persons|individuals|souls|heads? ?count|persons? affected)\b", re.IGNORECASE)
HOMES = re.compile(r"\b(?:households?|famil(?:y|ies)|hearths)\b", re.IGNORECASE)
CASES = re.compile(r"\b(?:cases|patients|sick|infections|ill|admissions)\b", re.IGNORECASE)
NOT_ALL = re.compile(
    r"\b(?:new|rate|per|ratio|fatality|of (?:which|them|whom)|last (?:week|month|year)(?!['’]s)|previous|before|plan\w*|target|needs?|required|since (?:19|20)\d\d|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""A number with such a label is of a part, of another time, or of what is wanted."""
TOGETHER = re.compile(
    rf"\b(?:together|in all|altogether|in total|total(?: of)?|sum(?: of)?),? {FIGURE}{NO_COUNT}(?! (?!people|persons|dead|in all)[a-z]+s\b)|\b(?P<number_>{NUMBER}) (?:in all|altogether|in total|all told)\b",
    re.IGNORECASE,
)
"""A sum, behind its parts."""
THESE = re.compile(
    rf"(?:^|[.!?;:—–-][”\"’)]*\s+|\n|, |\b(?:and|so) )(?:(?:today|tonight|yesterday|now|so far|by (?:now|night|morning|evening|noon|today)),? )?(?:(?:that|this|these|those|they|it|which|we|the list|the count) (?:makes?|made|are|were|is|was|comes? to|came to|adds? up to|counts?)(?: now| already| by now| together)?|(?:we|i|they|he|she) (?:have |had )?counted(?: (?:them|all))?(?: [a-z]+){{0,3}}[:,–—]?) {FIGURE}{NO_COUNT}(?=[.,;!?—–”\"]| (?:of (?:them|us)|in all|altogether|dead|bodies|since)\b)",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    rf"\b(?:there (?:were|are|had been)|they (?:were|are|numbered)|we (?:were|are)|numbering) {FIGURE}{NO_COUNT}(?: of (?:them|us)\b(?! (?:who|killed|dead|arrested|[a-z]+ed))|(?=[.,;:]))",
    re.IGNORECASE,
)
""" "There were twenty-three of them"."""
COUNTED = re.compile(rf"\bcounted (?:them|us)\b(?: [a-z]+){{0,4}}[:,–—] ?{FIGURE}{NO_COUNT}(?=[.,;!?”\"])", re.IGNORECASE)
NUMBER_OF = re.compile(
    rf"\b(?:number|count|tally) of (?P<of>[^.;:\n]{{3,70}}?),? (?:(?:has |had |have |(?:by|on|at) [\w ]{{3,20}},? (?:had |has )?)?(?:now )?(?:is|are|was|were|stands?|stood|rose|risen|reached|grown|comes?|came|put|given|gives?)(?: now)?(?: by [\w ]{{3,20}}?)?(?: at| to| as| by)?(?: now)?) {FIGURE}{NO_COUNT}",
    re.IGNORECASE,
)
"""A number that says in words of what it is the number."""
BEFALLEN = {
    "dead": r"fatalit(?:y|ies)|deaths|dead|martyrs|(?:dead )?bodies|corpses|dead men|dead women|killed",
    "injured": r"wounded|injured|hurt",
    "detained": r"detainees|arrests|detained|arrested|captives",
    "missing": r"missing",
    "ill": r"patients|cases|infected|sick|infections",
}
"""Nouns for those whom it befell: a number of these is a number of people."""
NOUNS = {
    field: re.compile(
        rf"(?<![\w.,:/-])(?<!the ){FIGURE}{NO_COUNT}(?: (?!of\b|and\b|or\b|to\b|in\b|are\b|is\b|were\b|was\b|new\b|who\b|for\b)[a-z-]+){{0,2}}? (?:{words})\b(?! (?:bags?|squads?|books?|reports?|of (?!cholera|measles|typhoid|the disease)|studies|beds?|were (?:treated|given)))",
        re.IGNORECASE,
    )
    for field, words in BEFALLEN.items()
}
SOME_OF = re.compile(rf"\b(?:{NUMBER}|some|many|most|several|half|none|each|all|any|few|both) of $", re.IGNORECASE)
GRAVES = re.compile(
    rf"(?<![\w.,:/-])(?<!the ){FIGURE.replace('|over', '')}{NO_COUNT}(?: (?!mass\b|old\b|empty\b|ancient\b|of\b|and\b|in\b)[a-z-]+){{0,2}}? (?:graves|tombs|burial mounds|burials|funerals|coffins|biers|shrouds|headstones)\b(?! (?:of|from) (?:princes|kings|the (?:war|kings)))",
    re.IGNORECASE,
)
BURIED = re.compile(
    rf"\b(?:(?:we|they|i|he|she|have|had|has|to|were) (?:buried|bury)|(?:dug|digging|prayed|prayers)(?: graves)? (?:for|over)|graves for) (?:all )?{FIGURE}{NO_COUNT}(?! (?:[a-z]+ )?(?:years?|hours?|boxes|weapons?|seeds?|metres|feet)\b)",
    re.IGNORECASE,
)
WE_BURIED = re.compile(
    rf"(?:^|[.!?;:,][”\"’)]*\s+|\n){FIGURE}{NO_COUNT}(?: of (?:them|us|our own|these))? (?:we|they|i) (?:have |had )?buried\b",
    re.IGNORECASE,
)
LIVES = re.compile(
    rf"\b(?:(?:cost|claimed|took|taken|taking|claiming|costing) (?:the )?(?:lives|life) of|cost|claimed|claiming|deaths? of) {FIGURE}{NO_COUNT}(?: (?:people|persons|[a-z]+))?(?P<lives> lives)?\b",
    re.IGNORECASE,
)
PREDICATE = re.compile(
    rf"(?:^|[.!?;:][”\"’)]*\s+|\n|\b(?:that|as|when|after|raid|night|morning|said|says),? ){FIGURE}{NO_COUNT}(?: of (?:us|them|his|her|our|their|my)(?: [a-z]+)?| (?!of\b|and\b|or\b|were\b|are\b|is\b|others?\b|more\b)[a-z-]+(?: (?!of\b|and\b|were\b|are\b)[a-z-]+)?)?,? (?:(?:have|had|has|were|was|are|is)(?: been| now| already)* )?(?P<of>dead|killed|died|perished|drowned|no more|martyred|fell as martyrs|lost their lives|paid with their lives|breathed their last|gave up their souls|met (?:with misfortune|their (?:death|end))|wounded|injured|missing|unaccounted for|arrested|detained|led away|taken away|locked up|in (?:the )?(?:cells|detention|custody|prison|jail|lock-up)|behind bars|under arrest)\b",
    re.IGNORECASE,
)
"""A bare number, or one with a noun that no table has, as the subject of what befell them."""
WE_WERE = re.compile(
    rf"\b(?:we|they) (?:are|were|had been)(?: in all| altogether)? {FIGURE} (?P<noun>houses|homes|hearths|households|families|doors|roofs|chimneys|tents|yurts|people|persons|souls)\b(?! away)",
    re.IGNORECASE,
)
HEARTHS = frozenset("houses homes hearths households families doors roofs chimneys tents yurts".split())
AFFLICTED = re.compile(
    r"\b(?:cholera|diarrh\w+|fever|vomit\w*|symptoms|pains?|sick|ill|infected|patients|the disease|tested positive|poison\w*)\b",
    re.IGNORECASE,
)
RESIDENT = re.compile(
    r"\b(?:inhabitants|residents|population|souls|beds?|staff|nurses|doctors|workers|employees|volunteers|people)\b",
    re.IGNORECASE,
)
FELL_ILL = re.compile(
    r"\b(?:sought|seeking|asked for|complain\w*|developed|show\w*|suffer\w*|fell|fallen|taken|admitted|treated|hospitali[sz]ed)\b",
    re.IGNORECASE,
)
"""Residents of whom this is said are no mere number of inhabitants."""
PREPOSITION = re.compile(
    r"\b(?:of|for|to|among|with|by|from|in|at|over|under|than|houses|has|have|had)(?: (?:the|about|some|a|its|their|our))* ?$",
    re.IGNORECASE,
)
AGAIN = r"\b(?:(?:all|all of|each of|every one of)(?: the| these| those| of them)?|the|these|those|our) (?:same )?{number}\b(?! (?:of|hours|days|years|per|and|or|dead))"
"""The group by its number alone, as one that the report was speaking of."""
THE_GROUP = re.compile(
    rf"\b(?:[Tt]he|[Tt]hose|[Aa]ll) (?P<about>(?!))?(?P<number>{NUMBER})\b(?=[.,;]| of (?:the|them|us)\b| (?:were|are|have|had|be|was|who|held|arrested|detained|taken|seized|missing|expelled|on the list)\b)"
)
LISTED_OUT = re.compile(r": (?:an? |the |[A-Z])[^.;:\n]{3,60}, [^.;:\n]{3,80}(?:,| and )")
ELSEWHEN = re.compile(
    r"\b(?:in|of|for|since) (?:19|20)\d\d\b|\((?:19|20)\d\d\)|\b(?:last|this|per|each|every|a) (?:year|day|week|month)\b(?!['’]s)|\b(?:past|last) (?:[\w-]+ )?(?:years|months|decades?)\b|\byears? ago\b",
    re.IGNORECASE,
)
OF_PLACES = re.compile(
    r"\b[Oo]f (?:these|them|which|whom)\b[^\n]{1,60}\b(?:in|at) [A-Z][^\n]{5,250}[,;] (?:and )?[a-z\d-]+ (?:in|at) [A-Z]"
)
"""A sum of several happenings: "Arrests: 20. Of these, 13 in La Trinidad, ...; seven in San Isidro"."""
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
BEHIND_DAY = re.compile(
    rf"\b\d{{1,2}} (?:{MONTHS})(?: \d{{4}})?,? (?P<about>(?!))?(?P<number>(?!\d{{4}}\b){NUMBER}) (?P<noun>(?:[A-Z][a-z]+ )?[A-Z][a-z]+s|(?:[a-z-]+ )?(?:people|persons|men|women|children|families|households|villagers|residents|students|pupils|workers|farmers|monks|nuns|conscripts|prisoners|inmates|miners|traders|believers))\b"
)
"""A number right behind a day, of which quantities are shy: "On 12 June thirty-one North Koreans were sent home"."""
FIRST_NAME = re.compile(r":\s+1[.)] (?=[A-Z]|the |a )")
NEXT_NAME = re.compile(r"[^\d\n]{2,90}[,;.\n]\s*(?P<at>(?P<which>\d{1,3})[.)] )(?=[A-Z]|the |a )")
"""A list of names by number: "Taken from Dara: 1. Omar B., 2. Said B., 3. the boy Yusuf"."""
NUMERAL = re.compile(NUMBER, re.IGNORECASE)
WORD = re.compile(r"[a-z]+", re.IGNORECASE)
THINGS = frozenset(word + ending for word in tables.words_of("things") for ending in ("s", "es"))
OTHERS = re.compile(r"\b(?:others?|more|another|further)\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
