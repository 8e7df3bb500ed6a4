"""What kind of voice some words name. Comes in: the words for a source. Goes out: its kind and its noun.

By word lists, asked in the order of `kind_of`. Says what sort of voice it is, never who.
"""

import re

from tumen.records import SourceKind

_PERSON = (
    r"(?:source|resident|defector|official|officer|trader|broker|insider|man|woman|person|witness|neighbou?r|relative|farmer|"
    r"worker|soldier|guard|smuggler|merchant|helper|activist|survivor|prisoner|informant|contact|villager|escapee|mother|father|"
    r"brother|sister|wife|husband|son|daughter|spokes(?:man|woman|person)|member|student|teacher|doctor|miner|engineer|driver|"
    r"local|detainee|refugee|observer|expert|analyst|researcher|lawyer|parent|cadre|agent|fisherman|monk|priest|nurse|vendor)"
)
SINGULAR_PERSON = re.compile(rf"\b{_PERSON}\b", re.IGNORECASE)
PLURAL_PERSON = re.compile(rf"\b{_PERSON}s\b|\b(?:people|women|men|families|children|police officers)\b", re.IGNORECASE)
OUTLET = re.compile(
    r"\b(?:Times|News|Daily|Post|Radio|Press|Herald|Wire|Journal|Tribune|Courier|Dispatch|Gazette|Broadcasting|TV|Television|"
    r"Newspaper|Magazine|Yonhap|Reuters|AFP|AP|BBC|CNN|NPR|VOA|RFA|KCNA|Xinhua)\b"
)
DOCUMENT = re.compile(
    r"\b(?:report|statement|letter|notice|study|survey|document|decree|directive|law|memo|e-?mail|poll|article|order|poster|"
    r"leaflet|file|transcript|bulletin|announcement|editorial|commentary)\b",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"\b(?:ministry|agency|party|committee|government|administration|department|office|court|council|commission|bureau|"
    r"organi[sz]ation|association|foundation|institute|university|company|authorities|police|army|military|embassy|union|"
    r"coalition|centre|center|bank|hospital|prosecutors?|regime|state|watch|amnesty|nations|red cross|force|navy|brigade)\b",
    re.IGNORECASE,
)
GROUP = re.compile(r"\b(?:group|family|families|crowd|team|unit|others|many|some|several|(?!\w*ss\b)[a-z]+s)\b")
SEVERAL = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|many|some|several|most|other|few|all|both|\d+)\b", re.IGNORECASE
)
COMMON = re.compile(r"(?:an?|the|one|another|this|that|local|her|his|their|its|my|our)\b", re.IGNORECASE)
ONE_OF = re.compile(r"one of\b", re.IGNORECASE)
TITLES = re.compile(r"^(?:Mr|Ms|Mrs|Dr|Gen|Col|Lt|Sgt|Maj|Capt|President|Minister|General|Colonel)\.? ")
HEAD = re.compile(r"^(.+?)(?:,| (?:in|of|from|at|near|who|with|inside|close|familiar|for|on)\b|$)")


def kind_of(words: str) -> SourceKind:
    """The kind of source that `words` name; "unknown" for "he", "she" and whatever fits no list."""
    match = HEAD.match(words)
    head = match[1] if match else words
    is_common = bool(COMMON.match(head))
    is_name = not is_common and bool(re.search(r"\b[A-Z]", TITLES.sub("", head)))
    answer: SourceKind = "unknown"
    if OUTLET.search(head):
        answer = "outlet"
    elif words.lower() in ("he", "she", "it", "i", "who"):
        answer = "unknown"
    elif ONE_OF.match(words):
        answer = "anonymous_person"
    elif SEVERAL.match(head) or PLURAL_PERSON.search(head) or words.lower() in ("they", "we"):
        answer = "group"
    elif SINGULAR_PERSON.search(head) and not (is_name and re.search(r"[A-Z][\w’'-]+$", head)):
        answer = "anonymous_person"
    elif DOCUMENT.search(head):
        answer = "document"
    elif ORGANISATION.search(head) or re.fullmatch(r"[A-Z]{2,6}", head):
        answer = "organisation"
    elif GROUP.search(head):
        answer = "group"
    elif is_name:
        answer = "named_person"
    elif is_common:
        answer = "anonymous_person"
    return answer


def noun_of(words: str) -> str:
    """The noun that a source phrase is built on, in small letters: "source" of "a source in the province"."""
    match = HEAD.match(words)
    found = re.findall(r"[a-z]+", (match[1] if match else words).lower())
    return found[-1] if found else ""
