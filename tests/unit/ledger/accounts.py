"""Accounts built by hand, for tests of what several reports tell."""

from collections.abc import Sequence
from typing import Any

from tumen.gathered import ReportRelation, Standing
from tumen.ledger.account import Account, Denial, ToldIncident, ToldReading, Voice
from tumen.records import Span


def people(lo: int, hi: int | None = None, unit: str = "person", *, more: bool = False) -> dict[str, Any]:
    top = None if more else hi or lo
    return {"lo": lo, "hi": top, "exact": lo == top, "unit": unit}


def place(name: str, within: str | None = None) -> dict[str, Any]:
    return {"name": name, "id": name.lower(), "within": within, "basis": "text"}


def day(edtf: str, basis: str = "text") -> dict[str, Any]:
    return {"edtf": edtf, "basis": basis}


def an_account(
    name: str,
    published: str | None = None,
    type_: str = "flee",
    *,
    is_main: bool = True,
    denies: str | None = None,
    **fields: Sequence[Any],
) -> Account:
    """A report with one incident of these fields, and one voice."""
    readings = {"status": ["happened"], **fields}
    told = tuple(
        (field, tuple(ToldReading(value, ("claim-1",), (Span(at * 10, at * 10 + 5),)) for value in values))
        for at, (field, values) in enumerate(readings.items())
    )
    incident = ToldIncident(f"incident-{name}", type_, None, is_main, told)
    voices = [Voice("claim-1", "source-1", "anonymous_person", "a source", (), "certain", "positive", "past")]
    denials = ()
    if denies:
        voices.append(Voice("claim-2", "source-2", "organisation", "a spokesman", (), "certain", "negative", "past"))
        denials = (Denial(ToldReading(denies, ("claim-2",), (Span(90, 95),)), False, "a spokesman", is_total=True),)
    return Account(
        f"report-{name}",
        f"{name}.txt",
        None,
        None,
        f"Outlet {name}",
        published,
        None,
        "en",
        (incident,),
        tuple(voices),
        denials,
    )


def told(*accounts: Account) -> list[tuple[Account, str]]:
    return [(account, account.incidents[0].id if account.incidents else "") for account in accounts]


def standing(name: str, origin: str | None, relation: ReportRelation = "independent", of: str | None = None) -> Standing:
    return Standing(f"report-{name}", origin and f"report-{origin}", relation, of and f"report-{of}")


def standings(*listed: Standing) -> dict[str, Standing]:
    return {one.report: one for one in listed}
