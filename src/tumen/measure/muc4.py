"""MUC-3/4 -> texts with their incidents. Comes in: files of texts and of answer keys. Goes out: gold.

Texts stand in files one after the other, each below a line with its id ("DEV-MUC3-0001 (NOSC)"); keys in files `key-*` beside
them: templates of 25 numbered slots, `;` before a comment, `*` where nothing is relevant, `-` where nothing is known, ` / ` between
alternatives, `?` and `(OPTIONAL)` before and after what nobody has to find. Source: Sundheim, MUC-4, 1992.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tumen.errors import SettingError
from tumen.measure.files import read_lines, read_text

TYPES = ("ARSON", "ATTACK", "BOMBING", "FORCED WORK STOPPAGE", "KIDNAPPING", "ROBBERY")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
MESSAGE, NUMBER, DATE, PLACE, TYPE, INDIVIDUAL, ORGANISATION, THING = 0, 1, 2, 3, 4, 9, 10, 12
VICTIM_NAME, VICTIM_DESCRIPTION, VICTIM_NUMBER, VICTIM_EFFECT = 18, 19, 21, 23

HEADER = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})(?: +\(.*)?[ \r]*$", re.MULTILINE)
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[A-Z]*"
DAY = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) {MONTH}(?: (?P<year>\d\d))?|{MONTH.replace('month', 'month2')} (?P<day2>\d{{1,2}})(?: (?P<year2>\d\d))?)"
)
DATELINE = re.compile(rf", ({DAY.pattern})\s+(?:\(|--)")
SLOT = re.compile(r"(?P<number>\d{1,2})\.\s+(?:MESSAGE|INCIDENT|PERP|PHYS TGT|HUM TGT): ?[A-Z ]+?(?:\s{2,}(?P<fill>.*))?")
TOKEN = re.compile(r'"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<sign>[/:])|(?P<plain>[^"/:]+|")')
LEVEL = re.compile(r"\s*\([^()]*\)")

Days = tuple[str | None, str | None]
"""First and last day, ISO, `None` where it is open; the year is "XXXX" where none is written."""


class Fill(NamedTuple):
    """Any of `values` is right, said of any of `about`, or of nobody in particular where that is empty."""

    values: tuple[str, ...]
    about: tuple[str, ...] = ()
    is_optional: bool = False


class Location(NamedTuple):
    """Names from the country inwards; the last may be several ("between A and B")."""

    wider: tuple[str, ...]
    exact: tuple[str, ...]


class Template(NamedTuple):
    """An incident of the key. `types`, `days` and `places` are alternatives. A victim is all the words for it."""

    types: tuple[str, ...]
    is_optional: bool
    days: tuple[Days, ...]
    places: tuple[Location, ...]
    victims: tuple[Fill, ...]
    numbers: tuple[Fill, ...]
    effects: tuple[Fill, ...]
    individuals: tuple[Fill, ...]
    organisations: tuple[Fill, ...]
    things: tuple[Fill, ...]


class Annotated(NamedTuple):
    """A text, the day of its dateline (ISO) and the incidents that people found in it."""

    name: str
    text: str
    published: str | None
    templates: Sequence[Template]


def read_muc4(path: Path) -> list[Annotated]:
    """The texts of a file, or of all files of a folder, with the keys that lie beside them. Raises `SettingError` that names the line."""
    folder = path if path.is_dir() else path.parent
    files = sorted(_files(folder, keys=False)) if path.is_dir() else [path]
    texts = [(file, *text) for file in files for text in _texts(file)]
    if not texts:
        raise SettingError(str(path), "there is no text in it, below a line such as DEV-MUC3-0001 (NOSC)")
    keys = {name: templates for file in sorted(_files(folder, keys=True)) for name, templates in _keys(file).items()}
    found = []
    for file, line, name, text in texts:
        if name not in keys:
            raise SettingError(f"{file}:{line}", f"{name} has no answers in the files key-* of its folder")
        found.append(Annotated(name, text, _day_of_dateline(text), keys[name]))
    return found


def _files(folder: Path, *, keys: bool) -> Iterator[Path]:
    if not folder.is_dir():
        raise SettingError(str(folder), "there is no such folder")
    for file in folder.iterdir():
        is_key, is_text = file.name.startswith("key-"), re.search(r"muc\d", file.name, re.IGNORECASE)
        if not file.name.startswith(".") and (is_key if keys else is_text and not is_key):
            yield file


def _texts(file: Path) -> Iterator[tuple[int, str, str]]:
    """The line, the name and the words of each text."""
    whole = read_text(file)
    headers = list(HEADER.finditer(whole))
    ends = [*(header.start() for header in headers[1:]), len(whole)]
    for header, end in zip(headers, ends, strict=False):  # no header, and only an end
        yield whole.count("\n", 0, header.start()) + 1, header[1], whole[header.end() : end].strip() + "\n"


def _day_of_dateline(text: str) -> str | None:
    match = DATELINE.search(text[:200])
    day = _day(match[1]) if match else None
    return None if day is None or day.startswith("XXXX") else day


def _keys(file: Path) -> dict[str, list[Template]]:
    """The templates of each text, none where nothing in it is relevant."""
    found: dict[str, list[Template]] = {}
    for line, slots in _blocks(file):
        where = f"{file}:{line}"
        name = re.match(r"\S+", slots[MESSAGE][0][1])
        if not name:
            raise SettingError(where, "the template that begins here has no id")
        templates = found.setdefault(name[0], [])
        number = slots.get(NUMBER, [(line, "*")])[0][1]
        if not number.startswith("*"):
            templates.append(_template(file, slots, is_optional="OPTIONAL" in number))
    return found


Slots = dict[int, list[tuple[int, str]]]
"""The lines of each slot, with their numbers in the file."""


def _blocks(file: Path) -> Iterator[tuple[int, Slots]]:
    """Each template with the line where it begins."""
    first, last, slots = 0, MESSAGE, Slots()
    for line, words in enumerate(read_lines(file), 1):
        stripped = words.strip()
        slot = SLOT.fullmatch(stripped)
        if not stripped or stripped.startswith(";"):
            continue
        if slot and int(slot["number"]) == MESSAGE:
            if slots:
                yield first, slots
            first, last, slots = line, MESSAGE, {MESSAGE: [(line, slot["fill"] or "")]}
        elif slot and slots:
            last = int(slot["number"])
            slots[last] = [(line, (slot["fill"] or "-").strip())]
        elif slots and words[0].isspace():
            slots[last].append((line, stripped))
        else:
            raise SettingError(f"{file}:{line}", "neither a slot of a template, nor a fill, nor a comment")
    if slots:
        yield first, slots


def _template(file: Path, slots: Slots, *, is_optional: bool) -> Template:
    def fills(slot: int) -> tuple[Fill, ...]:
        found = (_fill(words) for _, words in slots.get(slot, ()) if words.strip("? ") != "*")
        return tuple(fill for fill in found if fill.values)

    def alternatives(slot: int) -> list[tuple[str, str]]:
        parts = [(f"{file}:{line}", part) for line, words in slots.get(slot, ()) for part in words.strip("? ").split("/")]
        return [(where, _without_brackets(part)) for where, part in parts if part.strip() not in ("", "-", "*")]

    types = tuple(type_ for _, type_ in alternatives(TYPE))
    if not types or set(types) - set(TYPES):
        raise SettingError(
            f"{file}:{slots.get(TYPE, slots[MESSAGE])[0][0]}", f"the type of the incident is none of {', '.join(TYPES)}"
        )
    victims = _victims(fills(VICTIM_NAME), fills(VICTIM_DESCRIPTION))
    return Template(
        types,
        is_optional,
        tuple(_days(where, words) for where, words in alternatives(DATE)),
        tuple(_location(words) for _, words in alternatives(PLACE)),
        victims,
        tuple(_about_all_of(victims, fill) for fill in fills(VICTIM_NUMBER)),
        tuple(_about_all_of(victims, fill) for fill in fills(VICTIM_EFFECT)),
        fills(INDIVIDUAL),
        fills(ORGANISATION),
        fills(THING),
    )


def _fill(words: str) -> Fill:
    """Reads `"A" / "B"` and `DEATH / INJURY: "A" / "B"`."""
    sides: list[list[str]] = [[""]]
    for token in TOKEN.finditer(words.strip("? ")):
        if token["sign"] == "/":
            sides[-1].append("")
        elif token["sign"] and len(sides) == 1:
            sides.append([""])
        elif token["quoted"] is not None:
            sides[-1][-1] += re.sub(r"\\(.)", r"\1", token["quoted"])
        else:
            sides[-1][-1] += (token["plain"] or ":").strip('()" ')
    values, *about = (tuple(part for part in side if part not in ("", "-")) for side in sides)
    return Fill(values, about[0] if about else (), words.startswith("?"))


def _without_brackets(words: str) -> str:
    """Without those around the whole: `(EL SALVADOR: ZARAGOZA (TOWN))`."""
    words = words.strip()
    return words[1:-1].strip() if words.startswith("(") and words.endswith(")") else words


def _days(where: str, words: str) -> Days:
    first, dash, last = (part.strip() for part in words.upper().partition("-"))
    if not dash:
        first = last = words.upper()
    days = [_day(part) if part else None for part in (first, last)]
    if days[1] is None or (first and days[0] is None):
        raise SettingError(where, "a date that is neither a day, nor '- day', nor 'day - day'")
    return days[0], days[1]


def _day(words: str) -> str | None:
    """ISO; a 31st of November is the 30th."""
    match = DAY.fullmatch(words)
    if not match:
        return None
    month = MONTHS.index(match["month"] or match["month2"]) + 1
    year = match["year"] or match["year2"]
    longest = calendar.monthrange(1900 + int(year) if year else 2000, month)[1]
    return f"{f'19{year}' if year else 'XXXX'}-{month:02}-{min(int(match['day'] or match['day2']), longest):02}"


def _location(words: str) -> Location:
    *wider, exact = (LEVEL.sub("", part).strip() for part in words.split(":"))
    return Location(tuple(wider), tuple(exact.split(" - ")))


def _victims(names: Sequence[Fill], descriptions: Sequence[Fill]) -> tuple[Fill, ...]:
    """Those with a name, with how they are described; then those without."""
    described = [
        Fill(
            (*name.values, *(v for one in descriptions if set(one.about) & set(name.values) for v in one.values)),
            (),
            name.is_optional,
        )
        for name in names
    ]
    known = {value for name in names for value in name.values}
    return (*described, *(one._replace(about=()) for one in descriptions if not known & set(one.about)))


def _about_all_of(victims: Sequence[Fill], fill: Fill) -> Fill:
    """Said of a victim by whatever words there are for it."""
    others = (value for victim in victims if set(victim.values) & set(fill.about) for value in victim.values)
    return fill._replace(about=tuple(dict.fromkeys((*fill.about, *others))))
