"""What a report or claim must be to be listed or found. Comes in: filters. Goes out: SQL conditions and their values."""

import re
from dataclasses import dataclass
from typing import Any

from tumen.edtf import reach
from tumen.errors import SettingError
from tumen.records import ClaimKind, SourceKind
from tumen.store.fold import index_form
from tumen.store.query import parse_phrase

_PLACE_ID = re.compile(r"[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """What a hit must be besides holding the words. `None`: anything.

    `outlet` is compared without regard to case and diacritics. `since` and `until` are ISO dates (or months, or years), both
    inclusive; a report matches if the days that its date of publication can mean reach into them, and never if that date is
    unknown. `place` is an id of a place named in the report ("KP-09"; "KP" holds every "KP-..") or a part of its name. With
    `kind` or `source_kind` only claims are searched.
    """

    outlet: str | None = None
    source_kind: SourceKind | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    kind: ClaimKind | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """SQL that must all hold of a row of `report` and of `claim`, and the values they name."""

    of_report: tuple[str, ...]
    of_claim: tuple[str, ...]
    values: dict[str, Any]


def conditions(filters: SearchFilters) -> Conditions:
    """`filters` as SQL. Raises `SettingError` for a date that cannot be understood."""
    of_report: list[str] = []
    of_claim: list[str] = []
    values: dict[str, Any] = {}
    if filters.outlet is not None:
        of_report.append("report.outlet_folded = :outlet")
        values["outlet"] = index_form(filters.outlet)
    if filters.since is not None:
        of_report.append("report.published_latest >= :since")
        values["since"] = _days("since", filters.since)[0]
    if filters.until is not None:
        of_report.append("report.published_earliest <= :until")
        values["until"] = _days("until", filters.until)[1]
    if filters.place is not None:
        reports, place = _reports_naming(filters.place)
        of_report.append(f"report.number IN ({reports})")
        values |= place
    if filters.kind is not None:
        of_claim.append("claim.kind = :kind")
        values["kind"] = filters.kind
    if filters.source_kind is not None:
        of_claim.append("claim.source_kind = :source_kind")
        values["source_kind"] = filters.source_kind
    return Conditions(tuple(of_report), tuple(of_claim), values)


def _days(name: str, date: str) -> tuple[str, str]:
    days = reach(date)
    if days is None:
        raise SettingError(name, f"{date!r} is not a date such as 2014-08-09, 2014-08 or 2014")
    return days


def _reports_naming(place: str) -> tuple[str, dict[str, str]]:
    """A query for the numbers of the reports that name `place`, and its values."""
    words = parse_phrase(place)
    name = " ".join(words.forms) if words else ""
    if not _PLACE_ID.fullmatch(place.strip()):
        if not name:
            return "SELECT NULL WHERE 0", {}
        return "SELECT report FROM place WHERE instr(folded, :place_name)", {"place_name": name}
    id_ = place.strip().upper()
    return (
        "SELECT report FROM place WHERE id = :place_id OR id > :place_low AND id < :place_high OR folded = :place_name",
        {"place_id": id_, "place_low": f"{id_}-", "place_high": f"{id_}.", "place_name": name},  # "." follows "-"
    )
