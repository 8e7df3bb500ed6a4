"""Which words of a sentence name a place. Comes in: a sentence's text. Goes out: where such words stand, and what they can mean.

A name is a run of capitalised words, or of Hangul, that the gazetteer knows as it is written; as it sounds, only where a word beside it
says that it is a place ("Hoiryeong County", "in Chungjin"). A name of little weight (a small town, a second name, a common word) has to be
backed: by such a word, or by its country elsewhere in the report. Peoples, persons, outlets and institutions are no places.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tumen.ground.gazetteer import Entry, Gazetteer, Level, fold

KIND_WORDS: dict[str, Level] = {
    "Province": "province", "State": "province", "Region": "province", "Oblast": "province", "Governorate": "province", "Krai": "province",
    "County": "county", "City": "county", "Prefecture": "prefecture", "District": "district", "Island": "locality",
    "River": "water", "Sea": "water", "Village": "locality", "Township": "locality", "Town": "locality",
}  # fmt: skip
AS_GOOD: frozenset[Level] = frozenset(["county", "district", "locality", "province", "prefecture"])
WORD = r"(?:(?:[A-Z]\.){2,}|(?:St|Mt|Ft)\.|[A-Z][\w'-]*|[가-힣]{2,})"
JOINT = r",? (?:(?:of|the|de|del|es|da|do|la|el|al|and|upon) ){0,2}"
RUN = re.compile(rf"(?<![\w'-]){WORD}(?:{JOINT}(?={WORD}){WORD})*")
WORDS = re.compile(WORD)
KIND_AFTER = re.compile(rf"(?: |-)(?P<kind>{'|'.join(KIND_WORDS)})\b", re.IGNORECASE)
DIRECTED = re.compile(r"(?:North|South|N\.|S\.) ")
PLACED = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Aa]t|[Tt]o|[Aa]round|[Oo]utside|[Ii]nto|[Tt]oward|[Tt]owards|[Ll]eft|[Ll]eav(?:e|es|ing)|[Ff]l(?:ed|ee|ees|eeing)|[Ss]eal(?:ed)? off|[Rr]each(?:ed|es|ing)?|[Ee]nter(?:ed|ing)?|[Vv]isit(?:ed|ing)?|[Ii]nside|[Aa]cross|"
    r"[Tt]hrough|[Tt]hroughout|[Vv]ia|[Bb]etween|[Ww]ithin|[Bb]eyond|"
    r"(?:town|city|village|county|province|prefecture|district|region|capital|port|island|suburbs?|outskirts|streets|residents|people|inhabitants) of) $"
)
JOINED = re.compile(r"(?:\b(?:and|or)|,) $")  # behind another place
LISTED = 7  # letters at most between two places of a list
OPENED_BY_NAME = re.compile(
    r"(?:(?<![“\"‘'])\b[A-Z][a-z]+ of|\b[A-Z]\.|\b(?:Mr|Ms|Mrs|Dr)\.?|\b(?:Comrade|Colonel|General|Captain|Major|President)|\b(?:boy|girl|man|woman|one|somebody|"
    r"someone|person|child|son|daughter|guard|driver|trader|teacher) (?:called|named)) $"
)  # "Bank of China", "a boy called Israel"
PEOPLE_OF = re.compile(r"^(?:[A-Z][a-z]+s|People) of $")  # "Residents of Myawaddy say"
NAME_GOES_ON = re.compile(
    r" (?!(?:From|In|Into|To|At|On|And|Or|As|After|Amid|Against|Before|Over|For|With|By|Is|Are|Was|Were|Has|Have|Says|Said|Will|Near|Under|Until|Since|While|"
    r"Despite)\b)(?:[A-Z][a-z]+|'s [A-Z])"
)  # "China Daily", "Jordan Smith"; not "Across the Tumen From Hoeryong" in a headline
THING_AFTER = re.compile(
    r" (?:shorts|sausages?|rugs?|carpets?|china|porcelain|plates?|lace|fries|toast|sprouts|buns?|cheese|ham|beef|beans?|rice|tea|coffee|wine|beer|vodka|"
    r"silk|wool|fever|flu|virus|syndrome|shepherds?|terriers?|roulette|dolls?|gloves|salts?|leather|hats?|steaks?|sandwich(?:es)?|chocolate|cigarettes|cigars?|perfume|shawls?|scarf|scarves|slippers|jeans|watch(?:es)?|knife|knives|waltz|marble|cotton|velvet|oranges?|apples?|pears?|onions?|peppers?|melons?|dumplings?|noodles|soup|stew|sauce|salad|agreement|protocols?|accords?|conventions?|"
    r"declaration|treaty|consensus|process)\b"
)  # "Bermuda shorts", "the Oslo accords"
NAME_BEFORE = re.compile(r"(?<![\w'-])([A-Z][\w'-]+) $")  # "Hillary Clinton"
NO_NAME_BEFORE = frozenset(
    "Greater Central Old Downtown Northern Southern Eastern Western North South East West Northeast Northwest Southeast Southwest Upper Lower Mainland "
    "Occupied Inner Outer Communist Soviet When After Before If While As But And Although Since Because Both That Then Yet So For Of On By The With Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Meanwhile "
    "Today Yesterday Now Once Until Unlike Like Against Over Under During Where How Why What Is Are Was Were Has Had Have Will Would Should Not Only Even "
    "Also Still Most Many Some All Every Each No Or Nor Either Neither Near In At From To Around Outside Inside Into Toward Towards Across Through Via "
    "Between Within Beyond About Above Below Along Behind Beside Besides Despite Except".split()
)
OPENS_NAME = re.compile(r" of (?:the )?[A-Z]|\$")  # "University of Michigan", "US$5"
NEVER = frozenset(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday God Downtown Xinhua M.D. Christmas Easter Islam Internet".split()
)
NO_KIND_OF = re.compile(
    r"\b(?:School|Judicial|Congressional|Business|Financial|Islamic|Police|Electoral|Health|Water|Show-Me|Deep|Welfare|Nation)$"
)
POSSESSED_NAME = re.compile(r"'(?!s\b)\w|'s [A-Z]")
PERSON = re.compile(r"^Kim (?!Chaek$|.* (?:County|District|City)$)")  # "Kim Jong Suk": a county only where it says so
ARTICLE = re.compile(r"\b[Tt]he $")
SPEAKS = re.compile(
    r" (?:said|says|told|tells|added|adds|asked|asks|explained|recalled|recalls|smiled|laughed|wept|remembers|remembered|thinks|thought|wrote|writes)\b|"
    r", (?:who|whose|an?|two|three|his|her|their|\d\d)\b(?! [a-z ]*(?:town|city|village|port|province|region|county|suburb|island|capital|state|hub|area))"
)  # "Madison, a broker, said so"
WITH_ARTICLE = ("water", "mountain", "country")  # "the Tumen", "the Netherlands"
FLOWS = re.compile(r"\b[Tt]he (?!(?:city|town|village|county|port|border|county-level) )[a-z]+ $")
NO_NAME = ("The ", "This ", "Each ", "Every ", "In ", "At ", "From ", "Near ", "A ", "That ")
LONGEST, SHORTEST = 4, 4  # words of a name; letters of one that nothing backs
ATTACHED = re.compile(r"-(do|gun|si|shi|ri|up|eup|dong|gu|guyok|bukto|bukdo|namdo)$", re.IGNORECASE)
ATTACHED_LEVELS: dict[str, Level] = {
    "do": "province",
    "gun": "county",
    "si": "county",
    "shi": "county",
    "gu": "district",
    "guyok": "district",
}
OURS = ("whosonfirst", "gbt2260", "tumen")
CAPITALS = re.compile(r"[A-Z][A-Z'-]*")
SMALL = frozenset(
    "a an the of in on at to by for from and or but with near into onto over under after before as is are was were via than".split()
)
COMMON = frozenset(
    "city town village province department district municipality capital region area neighborhood neighbourhood suburb port zone residents people inhabitants "
    "streets outskirts border here today yesterday".split()
)
TITLE = 0.8  # share of words with a capital in a headline
WEIGHTY, WEIGHTY_WORD = 100_000, 1_000_000  # people of a place that is known by its name alone; if that is a common word
FEW = 500  # people of a place that never is


@dataclass(frozen=True, slots=True)
class Named:
    """Words `[start, end)` of a sentence and the entries they can mean, none where the gazetteer lacks the place.

    `kind` is the level that a word beside the name says. `is_backed`: nothing else has to say that this is a place. `by_sound`: found by
    the key of the name.
    """

    start: int
    end: int
    entries: Sequence[Entry]
    kind: Level | None = None
    is_backed: bool = True
    by_sound: bool = False


class Reader:
    """Finds names in sentences, by one gazetteer. Remembers the names of persons that it passes: they are no places further on."""

    def __init__(self, known: Gazetteer) -> None:
        self.known = known
        self.persons: set[str] = set()
        self._is_title = False  # of the sentence that is looked at: capitals say nothing of names

    def names(self, text: str) -> Iterator[Named]:
        """The places that a sentence names, in its order."""
        folded = _lowered(fold(text))
        self._is_title = is_title(folded)
        before = -LONGEST  # where the place before ends
        for run in RUN.finditer(folded):
            words = [(run.start() + match.start(), run.start() + match.end()) for match in WORDS.finditer(run.group())]
            at = 0
            while at < len(words):
                hit, stop = self._longest(folded, words, at, before)
                if hit:
                    yield hit
                    before = hit.end
                while at < len(words) and words[at][0] < stop:
                    at += 1

    def _longest(self, folded: str, words: Sequence[tuple[int, int]], at: int, before: int) -> tuple[Named | None, int]:
        """The place with the most words of those that begin at word `at`, and up to where these words have been dealt with."""
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            start, end = words[at][0], words[at + length - 1][1]
            if ", " in folded[start:end]:
                continue
            if hit := self._place(folded, start, end, before):
                return hit, hit.end
            if length > 1 and self.known.named(folded[start:end].removesuffix("'s")):
                return None, end  # "the South Carolina church" is not Carolina either
        return None, words[at][1]

    def _place(self, folded: str, start: int, end: int, before: int) -> Named | None:
        """The place that `[start, end)` names, with the word for its kind behind it; `None` if it names none."""
        known = folded[start:end].removesuffix("'s").rstrip("'-")
        end = start + len(known)
        entries: Sequence[Entry] = self.known.named(known)
        kind = KIND_AFTER.match(folded, end)
        is_hangul = "가" <= known[0] <= "힣"
        says_place = kind or ATTACHED.search(known) or DIRECTED.match(known) or is_hangul
        if not entries and (not says_place or known.rpartition(" ")[2] in KIND_WORDS) and " " in known:
            return None  # if the last is a word for a kind: one word less, and a kind
        if known in NEVER or known.startswith("I'"):
            return None
        ahead = folded[max(start - 30, 0) : start]
        is_placed = bool(PLACED.search(ahead)) or (0 < start - before <= LISTED and bool(JOINED.search(ahead)))
        by_sound = False
        if not entries and (says_place or is_placed):
            entries = self.known.sounding(f"{known} {kind['kind']}" if kind else known, is_loose=bool(says_place))
            by_sound = bool(entries)
        attached = (
            ATTACHED.search(known) if is_placed and not entries and not kind else None
        )  # "in Pyolmaek-ri", which nobody knows
        if not (entries or kind or attached) or not self._stands_alone(folded, start, end, kind, ahead):
            return None
        if attached:
            return Named(start, end, (), ATTACHED_LEVELS.get(attached[1].lower(), "locality"))
        if any(entry.is_short for entry in entries) and not folded.endswith(", ", 0, start):
            entries = [entry for entry in entries if not entry.is_short]
        if ARTICLE.search(ahead) and not kind:
            entries = [one for one in entries if one.level in WITH_ARTICLE]
        if not kind and FLOWS.search(ahead):  # "across the frozen Tumen"
            entries = [one for one in entries if one.level == "water"] or entries
        if kind:
            return self._with_kind(folded, start, end, known, kind, entries, by_sound)
        is_too_short = known.isascii() and len(known) < SHORTEST and not known.isupper() and not is_placed
        if not entries or is_too_short or PERSON.match(known):
            return None
        return self._backed(folded, start, end, before, entries, is_placed or bool(says_place), by_sound)

    def _stands_alone(self, folded: str, start: int, end: int, kind: re.Match[str] | None, ahead: str) -> bool:
        """Whether `[start, end)` is not a part of another name, such as that of a person or an outlet."""
        if THING_AFTER.match(folded, end) or (OPENS_NAME.match(folded, end) and not kind):
            return False
        if POSSESSED_NAME.match(folded, end) and not self._begins_place(folded, end + 3):
            return False
        if OPENED_BY_NAME.search(ahead) and not PEOPLE_OF.search(ahead if start > 30 else folded[:start]):
            return False
        stop = kind.end() if kind else end  # "Yalu River Travel Agency"
        is_placed = self._is_title and bool(PLACED.search(ahead))  # "Brokers in Musan Relay Money"
        return not NAME_GOES_ON.match(folded, stop) or is_placed or self._begins_place(folded, stop + 1)

    def _with_kind(
        self, folded: str, start: int, end: int, known: str, kind: re.Match[str], entries: Sequence[Entry], by_sound: bool
    ) -> Named | None:
        level = KIND_WORDS[kind["kind"].capitalize()]
        alike = AS_GOOD if level in AS_GOOD - {"province"} else frozenset([level])
        whole = self.known.named(folded[start : kind.end()])
        fitting = [one for one in (*whole, *entries) if one.level in alike]
        fitting = [*dict.fromkeys(sorted(fitting, key=lambda one: one.level != level))]
        if fitting:
            return Named(start, kind.end(), fitting, level, by_sound=by_sound)
        is_name = (
            kind["kind"][0].isupper()
            and not NO_KIND_OF.search(known)
            and kind["kind"] not in ("State", "Region", "Sea")
            and len(known.split()) <= 2
            and not known.startswith(NO_NAME)
        )
        if is_name and known not in NO_NAME_BEFORE:
            return Named(start, kind.end(), (), level)
        return Named(start, end, entries, None, by_sound=by_sound) if entries else None

    def _backed(
        self, folded: str, start: int, end: int, before: int, entries: Sequence[Entry], is_placed: bool, by_sound: bool
    ) -> Named | None:
        words = folded[start:end]
        ours = any(one.scheme in OURS or one.country == "KP" or one.level in ("country", None) for one in entries)
        if (
            (match := NAME_BEFORE.search(folded, max(start - 24, 0), start))
            and start - 1 != before
            and match[1] not in NO_NAME_BEFORE
            and not self._is_title
        ):
            if not ours or (" " not in words and not is_placed):
                self.persons.add(words)
            if not ours:
                return None
        entries = [one for one in entries if not one.is_word or one.people >= FEW]
        if not entries or (words in self.persons and not folded.endswith("in ", 0, start)):
            return None
        if not (ours or is_placed) and SPEAKS.match(folded, end) and not any(one.is_capital for one in entries):
            return None
        is_word = all(one.is_word and one.people < WEIGHTY for one in entries)
        if by_sound or ours or (is_placed and not is_word) or any(_is_weighty(one) for one in entries):
            return Named(start, end, entries, by_sound=by_sound)
        if not is_placed:
            entries = [one for one in entries if one.is_own and not one.is_word and one.people >= FEW]
        return Named(start, end, entries, is_backed=False) if entries else None

    def _begins_place(self, folded: str, start: int) -> bool:
        """Whether a place begins at `start`: "Onsong North Hamgyong"."""
        match = WORDS.match(folded, start)
        if not match:
            return False
        two = " ".join(folded[start:].split(" ", 2)[:2]).rstrip(".,;")
        return any(_is_wide(one) for words in (match.group(), two) for one in self.known.named(words))


def _lowered(text: str) -> str:
    """A text in capitals as a headline is written: "IN THE CITY OF APOPA" is "in the City of Apopa"."""
    if not text.isupper():
        return text
    return CAPITALS.sub(lambda word: word[0].lower() if word[0].lower() in SMALL | COMMON else word[0].capitalize(), text)


def is_title(text: str) -> bool:
    """Whether nearly all words that are not small ones begin with a capital."""
    words = [word for word in re.findall(r"[A-Za-z][\w'-]*", text) if word.lower() not in SMALL]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= TITLE * len(words)


def _is_wide(entry: Entry) -> bool:
    """Whether others are likely to be named together with it, as what holds them."""
    return entry.level == "country" or (entry.level == "province" and _is_weighty(entry)) or entry.scheme in OURS


def _is_weighty(entry: Entry) -> bool:
    least = WEIGHTY_WORD if entry.is_word or (entry.level == "province" and entry.country != "KP") else WEIGHTY
    return entry.is_own and entry.people >= least
