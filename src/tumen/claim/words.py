"""Small closed classes of English words that the rules look at, in small letters."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


DETERMINERS = _words(
    "a an the this that these those his her its their our my your another other some many most several few one two three "
    "four five six both all each every no any such certain"
)
PRONOUNS = _words("he she they we i it who one others some many")
SUBJECT_PRONOUNS = _words("he she they we i there")
FINITE = _words(
    "is are was were has have had will would can could may might must do does did be been isn’t aren’t wasn’t weren’t"
)
BE = _words("is are was were been be")
RELATIVES = _words("who which that whose whom")
SUBORDINATORS = _words("although though but while whereas because since as so if unless")
CONNECTIVES = _words(
    "that and but while as because when if after before since although though so where whereas however nevertheless "
    "meanwhile indeed moreover also yet still then thus therefore later now"
)
PREPOSITIONS = _words(
    "in on at by with for from to of during after before under over amid among despite through into about against within "
    "without near following regarding"
)
CLAUSE_OPENERS = _words("that how whether why what where who if when which")
AUXILIARIES = _words("has have had")
ADVERBS = _words("also later further previously recently already repeatedly often always now once only even since first")
NEGATIONS = _words("not never didn’t don’t doesn’t haven’t hasn’t didn't don't doesn't haven't hasn't cannot to")
PLURALS = _words("people police men women children they we i you some many others several few both who")
MANNERS = _words("by in via over through during at from on late early last this")
