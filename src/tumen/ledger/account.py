"""What a report gives to the ledger. Comes in: nothing. Goes out: the type `Account` and its parts, small enough to be kept as a blob.

An account is made once, from the report alone, so that gathering never has to read a report again. What it says of voices is what the report
itself says of them; no voice is tied to one of another report.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from tumen.edtf import LAST, reach
from tumen.records import Span


class ToldReading(msgspec.Struct, frozen=True, array_like=True):
    """A value as one report gives it: the claims and the words behind it."""

    value: Any
    claims: tuple[str, ...]
    spans: tuple[Span, ...]


class ToldIncident(msgspec.Struct, frozen=True, array_like=True):
    """An incident of one report, in the order of the report's incidents."""

    id: str
    type: str
    relation: str | None
    is_main: bool
    fields: tuple[tuple[str, tuple[ToldReading, ...]], ...]

    def readings(self, field: str) -> tuple[ToldReading, ...]:
        """Those of one field; none if it is unknown."""
        return next((readings for name, readings in self.fields if name == field), ())


class Voice(msgspec.Struct, frozen=True, array_like=True):
    """Who holds a claim, and how surely. `via` are the outlets through which it came, by name."""

    claim: str
    source: str
    kind: str
    description: str | None
    via: tuple[str, ...]
    certainty: str
    polarity: str
    time_frame: str | None


class Denial(msgspec.Struct, frozen=True, array_like=True):
    """That a voice says it did not happen; `reading` has the type of event that is denied. `is_total`: it happened to nobody. `is_against`: the sentence
    sets itself against what others say. `whom`: those to whom it did not happen, as written; `places`: which the sentence names, by id or else by name."""

    reading: ToldReading
    is_narrated: bool
    by: str | None
    is_total: bool = False
    is_against: bool = False
    whom: str = ""
    places: tuple[str, ...] = ()


class Counted(msgspec.Struct, frozen=True, array_like=True):
    """A number that stands in no incident, but beside words that say what it counts. `field` is where it belongs, "dead"; "" for the number with which a report
    opens, and then `beside` are the types of event in its sentence."""

    field: str
    reading: ToldReading
    beside: tuple[str, ...] = ()


class Note(msgspec.Struct, frozen=True, array_like=True):
    """A word that translators mistake. `kind`: "kin" ("grandson"), "weekday" (the value is a day with the weekday written beside it), "people" (whether
    those it was done to are called civilians or fighters). `around` are other words of its sentence."""

    kind: str
    reading: ToldReading
    around: tuple[str, ...] = ()


class KnownPlace(msgspec.Struct, frozen=True, array_like=True):
    """A place that the report names, as far as places are compared."""

    id: str | None
    name: str
    within: str | None
    level: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_m: float | None


class Account(msgspec.Struct, frozen=True, array_like=True):
    """What one report gives to the ledger.

    `voices` are those of the claims behind readings and denials. `counts` and `notes` are seen beside the incidents. `days` and `numbers` are all
    days (EDTF) and numbers of people that the report names anywhere, `places` its places: what it names too, it does not contradict. `sayings` are times on
    which something was said or published, and no times of what happened. `parts` are numbers in a list ("a father and two children"), that stand for no
    whole. `groups` say of whom a number is, where its noun does ("sex.women"). `grown` are the words by which a number is said to have risen or been corrected.
    """

    id: str
    file: str
    source_key: str | None
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None
    incidents: tuple[ToldIncident, ...]
    voices: tuple[Voice, ...]
    denials: tuple[Denial, ...] = ()
    counts: tuple[Counted, ...] = ()
    notes: tuple[Note, ...] = ()
    days: tuple[str, ...] = ()
    numbers: tuple[tuple[int, int | None, str], ...] = ()
    places: tuple[KnownPlace, ...] = ()
    sayings: tuple[Span, ...] = ()
    grown: tuple[Span, ...] = ()
    parts: tuple[Span, ...] = ()
    groups: tuple[tuple[Span, tuple[str, ...]], ...] = ()
    is_translation: bool = False

    def incident(self, id_: str) -> ToldIncident | None:
        """The incident with that id, if the report has it."""
        return next((one for one in self.incidents if one.id == id_), None)

    def is_about(self, id_: str) -> bool:
        """Whether the report is mainly about that incident, or has none, which is "" here."""
        own = self.incident(id_)
        return not id_ or (own is not None and own.is_main)

    @property
    def name(self) -> str:
        """What people call the report: its outlet, else its title, else its file."""
        return self.outlet or (f"“{self.title}”" if self.title else self.file)


def voices_by_claim(account: Account) -> Mapping[str, Voice]:
    """The voices of an account by the claim that they hold."""
    return {voice.claim: voice for voice in account.voices}


def first_day(edtf: str | None) -> str:
    """The first day that a day of publication can be, for sorting; the unknown comes last."""
    found = reach(edtf)
    return found[0] if found else LAST
