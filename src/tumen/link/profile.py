"""What linking needs of a report. Comes in: nothing. Goes out: the types that `make.py` fills and `features.py` compares.

All are plain and small (about 2 KB as MessagePack), made once a report, and hold nothing of any other report. Dicts are in the order of their keys, so
that the same report gives the same bytes.
"""

import msgspec

Days = tuple[int, int]
"""First and last day, both inclusive, as `date.toordinal` counts them."""
Counts = tuple[str, int, int]
"""The field that is counted, the lowest and the highest number, -1 for no highest."""


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """What a report says of one incident. `where` are places smaller than a province: the id by folded name, "" where none is known; `regions` are
    ids of provinces and codes of countries. `yearless` are days whose year is unknown, as days of a leap year. `terms` are the rarities of the
    words of its sentences by stem, in tenths; the main incident has none, its words are those of the report."""

    type: str = ""
    family: str = ""
    where: dict[str, str] = {}
    regions: tuple[str, ...] = ()
    days: tuple[Days, ...] = ()
    yearless: tuple[Days, ...] = ()
    counts: tuple[Counts, ...] = ()
    terms: dict[str, int] = {}


class Profile(msgspec.Struct, frozen=True, array_like=True):
    """A report as linking sees it.

    `published` is the first day on which it can have been. `main` is its main incident: what the reader found, and where it found no place or day, those
    of title and opening; `sides` are other incidents that it tells of. `terms` and `lead` are weights of the stems of the whole text and of title and
    opening, in thousandths, of length 1000. `rare` has the rarity, in tenths, of its rare stems that are no part of a place or an outlet.
    `title` are the stems of the title. `people` are full names and how rare they are, in tenths; `surnames` their last words, with the age beside them
    or 0, `others` other names and how rare the rarest word of each is, in tenths. `places` has all places smaller than a province, as in `Facts.where`, and `place_rarities` how rare their names are, in tenths;
    `regions` are all provinces and countries. `days` and `yearless` are those that the text names, `types` and `families` those of all that
    happens in it, `numbers` its numbers of people. `outlets` are those that it names, folded, itself among them.
    """

    id: str
    published: int | None = None
    outlet: str = ""
    language: str = ""
    main: Facts = Facts()
    sides: tuple[Facts, ...] = ()
    terms: dict[str, int] = {}
    lead: dict[str, int] = {}
    rare: dict[str, int] = {}
    title: tuple[str, ...] = ()
    people: dict[str, int] = {}
    surnames: dict[str, int] = {}
    roads: tuple[str, ...] = ()
    others: dict[str, int] = {}
    ages: tuple[int, ...] = ()
    places: dict[str, str] = {}
    place_rarities: dict[str, int] = {}
    regions: tuple[str, ...] = ()
    days: tuple[Days, ...] = ()
    yearless: tuple[Days, ...] = ()
    types: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    outlets: tuple[str, ...] = ()
