"""What words of a line are: a name of an outlet or a body, a kind of document, a part of a publisher. The words stand in words.toml."""

import re
import tomllib
from functools import cache
from importlib.resources import files

WORD = re.compile(r"\w+(?:['’]\w+)*")
SMALL = frozenset(
    "a an the of and for in on at to from by with de del la las los el le les du des da do dos della di al e y et und von der die das & al- as".split()
)
PREPOSITIONS = frozenset(
    "in at on from by after over amid as with to near before until against between into during without".split()
)
"""They stand in headlines, seldom in names of bodies."""
ARTICLES = frozenset(("a", "an", "the", "our", "your", "my"))
LONGEST = 10
"""Words of a name."""
SERIES = re.compile(
    r"(?i:\b(?:no|nr|vol|pp?|issue|number|volume|part|pages?|cases?|entry|ref|ua|numéro|número|chapter|session|book|tome|episode|season)\b\.?|n[°º]|№|#)\s*"
    r"(?:[A-Z]{0,4}[-/]?\d[\w/.:-]*(?:\s?(?:to|and|[-–])\s?\d+)?|[IVXLC]+\b)"
)
"""A number of a series: "No. 16/2021", "vol. 7", "p. 61", "cases 411 to 413"."""
FIRM = re.compile(
    r"(?:,?\s(?:e\.\s?V|ltd|limited|llc|jsc|ojsc|inc|co|corp|gmbh|plc|pty|bhd|(?:[a-z]\.\s?){1,3}[a-z])\b\.?)+$",
    re.IGNORECASE,
)
"""What firms and registered societies must put behind their names."""
WAVE = re.compile(
    r"\s?\(?\b\d{2,4}(?:[.,]\d{1,2})?(?:\s?[kM]Hz\b|(?=\s?[AF]M\b))\)?|(?<=[AF]M)\s\d{2,4}(?:[.,]\d{1,2})?\b|\s\d{2,3}[.,]\d$"
)
REMARK = re.compile(r"(?<=\w)\s\([^()\d]*\)$")
QUOTED = re.compile(r"(?<=\w)\s[\"“«][^\"”»]+[\"”»](?=$|\s\w)|^[\"“«][^\"”»]+[\"”»]\s(?=\w)")
"""As in: Organisation of Herders "Takrist"."""
ARABIC = re.compile(r"[a-z]{2}[-’'][A-Z]")
OF_WHOM = re.compile(r"\s(?:of|for|from|about|by|on|in|to|at|since|published)\s|[,.:;(]|\s[-–—|/]")
OWNED = re.compile(r"\s(?:of|for)\s(?:the|our|all)\s")
LAST_NUMBER = re.compile(r"\s\d{1,4}(?:[/-][\dA-Z]{1,4})?\W*$")
"""As in "Urgent communication 9"."""


@cache
def table() -> dict[str, frozenset[str]]:
    """The lists of words.toml, folded."""
    read = tomllib.loads(files("tumen.masthead").joinpath("words.toml").read_text("utf-8"))
    return {
        name: frozenset(" ".join(fold(word)) if name == "names" else word for word in words) for name, words in read.items()
    }


def fold(words: str) -> list[str]:
    """The words, in small letters."""
    return [word.casefold().replace("’", "'") for word in WORD.findall(words)]


def is_outlet(name: str, *, is_in_head: bool = False) -> bool:
    """Whether the words of a name say that it is one of an outlet; in a head, words say so that mean much else in running text."""
    words = fold(name)
    known = table()
    return bool(words) and (
        " ".join(words) in known["names"]
        or words[-1] in (outlet_words() if is_in_head else known["outlets"])
        or (len(words) > 1 and words[0] in known["outlets_first"])
        or (len(words) > 1 and words[1] in ("of", "de") and words[0] in known["outlets_of"])
    )


def plain_name(name: str) -> str:
    """The name of an outlet without its frequency and what stands in brackets behind it: "Radio Moran 96.3 FM", "HAVATAR (The Week)"."""
    words = REMARK.sub("", WAVE.sub("", name).strip(" -–—|")).split()
    return " ".join(words[:-1] if len(words) > 2 and words[-1] in ("FM", "AM") else words) or name


def says_what(line: str) -> str:
    """As what a line below a name describes it: "outlet" ("Weekly of the three borders"), "document" ("note to donors"), or "" for neither."""
    words = fold(OF_WHOM.split(line.strip(" >*-–—()[]"), maxsplit=1)[0])
    if not words or len(words) > 5:
        return ""
    known = table()
    if words[-1] in known["self_called_of"] and OWNED.search(line):
        return "outlet"
    is_led = len(words) < 3 or words[0] in ARTICLES or not known["modifiers"].isdisjoint(words)
    return "outlet" if words[-1] in known["self_called"] else "document" if is_led and words[-1] in known["kinds"] else ""


def outlet_words() -> frozenset[str]:
    """The last words of outlets' names in heads."""
    return table()["outlets"] | table()["outlets_in_heads"]


def says_it(name: str) -> bool:
    """Whether a name in a head is written as that of an outlet or of a body."""
    return is_outlet(name, is_in_head=True) or is_body(name) or bool(FIRM.search(name))


def is_body(name: str) -> bool:
    """Whether it is the name of an office, a church, a union, a group: by its last word, or the one before "of"."""
    words = [word.removesuffix("'s").removesuffix("'") for word in fold(QUOTED.sub("", name))]
    words = words[words[0] in SMALL :] if words else []
    if len(words) < 2:
        return False
    bodies, of = (
        table()["bodies"],
        next((n for n, word in enumerate(words) if word in ("of", "for", "de", "des", "du", "del")), 0),
    )
    if of:
        return words[of - 1] in bodies
    return not PREPOSITIONS.intersection(words) and (words[-1] in bodies or words[0] in table()["bodies_first"])


def is_state(name: str) -> bool:
    """Whether it names a state and none of its offices: "REPUBLIC OF THE UPPER NILE"."""
    words = [word for word in fold(name) if word not in SMALL]
    return bool(words) and words[0] in table()["states"] and not (table()["bodies"] - {"union"}).intersection(words)


def is_kind(words: str) -> bool:
    """Whether it says what kind of document it is and no name: "Monthly bulletin", "PRESS NOTE", "Statement No. 7"."""
    plain = fold(LAST_NUMBER.sub("", SERIES.sub(" ", words)))
    known = table()
    if not plain:
        return bool(SERIES.search(words)) or not words.strip()
    if plain[0] == "the" and plain[-1] in outlet_words():
        return False  # "The Monitor"
    if (
        len(plain) <= 3
        and plain[0] != "the"
        and "of" not in plain
        and plain[-1] in known["kinds"] - outlet_words() - known["parts"]
    ):
        return True  # "War Communiqué 17", "Monitoring Note"
    return all(word in known["kinds"] or word in known["modifiers"] for word in plain) and any(
        word in known["kinds"] for word in plain
    )


def is_general(words: str) -> bool:
    """Whether no word of it names anything: "World news", "Asia Desk", "Central Information Bureau"."""
    plain = fold(words)
    return "of" not in plain and (table()["parts"] | table()["modifiers"]).issuperset(plain)


def is_part(words: str) -> bool:
    """Whether it names a part of a publisher or of a paper: "Uyghur desk", "World", "Directorate of Information"."""
    plain = fold(words)
    known = table()["parts"]
    if not plain or len(plain) > 6:
        return False
    if is_general(words):
        return True
    if "of" in plain[1:]:
        return plain[0] not in PREPOSITIONS and plain[plain.index("of", 1) - 1] in known
    return plain[-1] in known and (len(plain) < 4 or plain[0] in known)


def is_name(words: str) -> bool:
    """Whether it is written as a name is: each word with a capital but the small ones."""
    words = FIRM.sub("", QUOTED.sub("", words))
    parts = words.split()
    if (
        len(parts) > 1 and "of" not in parts and parts[0].istitle() and parts[0].casefold() in table()["foreign"]
    ):  # "Revue des marches sahariennes"
        return len(parts) <= LONGEST and not re.search(r"[?!:;…\"“”]|\.$|\d", words)
    if not 0 < len(parts) <= LONGEST or re.search(r"[?!:;…\"“”]|\.$|\d{2}", words) or not any(map(str.isalpha, words)):
        return False
    if parts[0].lower() == "with":
        return False
    big = [part.lstrip("('’‘#@") for part in parts]
    return (
        all(part.lower() in SMALL or not part[:1].isalpha() or part[:1].isupper() or ARABIC.match(part) for part in big)
        and big[0][:1].isupper()
    )
