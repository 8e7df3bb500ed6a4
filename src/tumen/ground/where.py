"""Words for places -> entries of the gazetteer. Comes in: sentences. Goes out: `Place` values.

A place is a run of capitalised words (or of Hangul) that the gazetteer knows as it is written; as it sounds, only where a word beside it says
that it is a place ("Hoiryeong County", "in Chungjin"). "the province" is the one named last before it. A place that the gazetteer lacks
keeps its name and has no id. Peoples, persons, outlets and institutions are no places.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tumen.ground.gazetteer import Entry, Level, fold, gazetteer
from tumen.records import Candidate, Place
from tumen.view import Sentence

KIND_WORDS: dict[str, Level] = {
    "Province": "province", "County": "county", "City": "county", "Prefecture": "prefecture", "District": "district", "Island": "locality",
    "River": "water", "Village": "locality", "Township": "locality", "Town": "locality",
}  # fmt: skip
WORD = r"(?:[A-Z][\w'-]*|[가-힣]{2,})"
RUN = re.compile(rf"(?<![\w'-]){WORD}(?:,? (?:of |the )?(?={WORD}){WORD})*")
WORDS = re.compile(rf"{WORD}")
KIND_AFTER = re.compile(rf"(?: |-)(?P<kind>{'|'.join(KIND_WORDS)})\b", re.IGNORECASE)
SAME_PROVINCE = re.compile(r"\b[Tt]he province\b(?! of\b)")
DIRECTED = re.compile(r"(?:North|South|N\.|S\.) ")
PLACED = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Aa]t|[Tt]o|[Aa]round|[Oo]utside|[Ii]nto|[Tt]oward|[Tt]owards|[Ll]eft|[Rr]eached|and|or|via|between|,) $"
)
OPENED_BY_NAME = re.compile(
    r"(?:[A-Z][a-z]+ of|\b(?:Mr|Ms|Mrs|Dr)\.?|\b(?:Comrade|Colonel|General|Captain|Major|President)) $"
)  # "Bank of China"
NAME_GOES_ON = re.compile(r" (?:[A-Z][a-z]+|'s [A-Z])")  # "China Daily", "Jordan Smith"
POSSESSED_NAME = re.compile(r"'(?!s\b)\w|'s [A-Z]")
PERSON = re.compile(r"^Kim (?!Chaek$)")  # "Kim Jong Suk": a county only where it says so
ARTICLE = re.compile(r"\b[Tt]he $")
LONGEST = 4  # words of a name
ATTACHED = re.compile(r"-(?:do|gun|si|shi|ri|up|eup|dong|gu|guyok|bukto|bukdo|namdo)$", re.IGNORECASE)


def find_places(sentences: Iterable[Sentence]) -> tuple[Place, ...]:
    """The places that the sentences name, in text order."""
    places: list[Place] = []
    province: Place | None = None  # the one named last
    for sentence in sentences:
        for start, end, entries, name in _found(sentence.view.text):
            span = sentence.view.span(start, end)
            if name == "the province":
                if province is None:
                    continue
                place = replace(province, span=span)
            else:
                entry = next((one for one in entries if province and one.within == province.id), entries[0])
                others = tuple(Candidate(one.id, one.name) for one in entries if one.id and one is not entry)
                place = Place(
                    span, name or entry.name, entry.id, entry.scheme, entry.level, entry.country or None, entry.within,
                    entry.lat, entry.lon, entry.radius_m, others,
                )  # fmt: skip
            if place.level == "province":
                province = place
            places.append(place)
    return tuple(places)


def _found(text: str) -> Iterator[tuple[int, int, Sequence[Entry], str]]:
    """Start, end and entries of each place in a sentence; the name, where it is not the entry's."""
    folded = fold(text)
    found = [each for run in RUN.finditer(folded) for each in _in_run(text, folded, run)]
    found += [(match.start(), match.end(), (), "the province") for match in SAME_PROVINCE.finditer(text)]
    yield from sorted(found, key=lambda each: each[:2])


def _in_run(text: str, folded: str, run: re.Match[str]) -> Iterator[tuple[int, int, Sequence[Entry], str]]:
    words = [(run.start() + match.start(), run.start() + match.end()) for match in WORDS.finditer(run.group())]
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            start, end = words[at][0], words[at + length - 1][1]
            if "," not in folded[start:end] and (hit := _place(text, folded, start, end)):
                yield hit
                at += length
                while at < len(words) and words[at][0] < hit[1]:
                    at += 1
                break
        else:
            at += 1


def _place(text: str, folded: str, start: int, end: int) -> tuple[int, int, Sequence[Entry], str] | None:
    """The place that `[start, end)` names, with the word for its kind behind it; `None` if it names none."""
    known = folded[start:end].removesuffix("'s")
    end = start + len(known)
    kind = KIND_AFTER.match(folded, end)
    if POSSESSED_NAME.match(folded, end) or OPENED_BY_NAME.search(folded, max(start - 20, 0), start):
        return None
    if not kind and NAME_GOES_ON.match(folded, end) and not _begins_place(folded, end + 1):
        return None
    if kind and NAME_GOES_ON.match(folded, kind.end()) and not _begins_place(folded, kind.end() + 1):
        return None  # "Yalu River Travel Agency"
    entries = gazetteer().named(known)
    if ARTICLE.search(folded, max(start - 4, 0), start) and not kind:
        entries = [one for one in entries if one.level in ("water", "mountain", "country")]  # "the Tumen", "the Netherlands"
    if entries and not kind and PERSON.match(known):
        return None
    says_place = kind or ATTACHED.search(known) or DIRECTED.match(known) or any("가" <= letter <= "힣" for letter in known)
    if not entries and (says_place or PLACED.search(folded, max(start - 12, 0), start)) and known[0].isalpha():
        entries = gazetteer().sounding(f"{known} {kind['kind']}" if kind else known, is_loose=bool(says_place))
        entries = entries if says_place or " " not in known else []
    if kind:
        level = KIND_WORDS[kind["kind"].capitalize()]
        fitting = [
            one
            for one in entries
            if one.level == level or {one.level, level} <= {"county", "district", "locality", "province"}
        ]
        stop = kind.end()
        if fitting:
            return start, stop, fitting, ""
        if (
            kind["kind"][0].isupper()
            and len(known.split()) <= 2
            and not known.startswith(("The ", "This ", "Each ", "Every ", "In ", "At ", "From ", "Near "))
        ):
            return start, stop, [Entry(None, None, level, "", text[start:stop])], text[start:stop]
        return (start, end, entries, "") if entries else None
    return (start, end, entries, "") if entries else None


def _begins_place(folded: str, start: int) -> bool:
    """Whether a place begins at `start`: "Onsong North Hamgyong"."""
    match = WORDS.match(folded, start)
    return bool(
        match and (gazetteer().named(match.group()) or gazetteer().named(" ".join(folded[start:].split()[:2]).rstrip(".,;")))
    )
