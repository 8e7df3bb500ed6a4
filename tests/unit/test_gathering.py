"""An incident put together from what its reports give."""

from dataclasses import replace
from itertools import combinations

from build import a_report
from tumen import echo, ledger
from tumen.event import scheme
from tumen.gathered import GatheredIncident
from tumen.gathering import gather
from tumen.pipeline import read_report

TOLD = """Nine Miners Killed at Kaechon

At least nine miners were killed when a shaft collapsed at a coal mine in Kaechon on February 27, a woman whose brother works there told Harbour Lantern by telephone. "They would not let us near the gate," she said."""
SILENT = """Miners of Kaechon Exceed the Plan

The miners of the Kaechon coal mine have fulfilled the plan for the first quarter ahead of schedule, upholding the decision of the Party with loyalty and high spirits."""


def gathered(texts: dict[str, tuple[str, str]]) -> GatheredIncident:
    """The incident of texts by outlet, each with its day."""
    records = [
        read_report(replace(a_report(text, published=day, outlet=outlet), id=f"report-{outlet}", file=outlet))
        for outlet, (text, day) in texts.items()
    ]
    prints = [echo.take_print(record) for record in records]
    accounts = [ledger.make_account(record) for record in records]
    return gather("incident-test", accounts, [], prints, [echo.compare(a, b) for a, b in combinations(prints, 2)], scheme())


def test_a_report_in_which_nothing_happens_is_no_origin() -> None:
    found = gathered({"Harbour Lantern": (TOLD, "2019-03-04"), "Workers Daily": (SILENT, "2019-03-09")})
    assert (found.origins.groups, found.origins.independence_unknown) == (1, 1)
    silent = next(one for one in found.reports if one.outlet == "Workers Daily")
    assert (silent.origin_group, silent.relation) == (None, "unknown")
    assert silent.reasons == ("nothing is read in it that it could bear witness to",)


def test_the_latest_report_is_the_last_update() -> None:
    found = gathered({"Harbour Lantern": (TOLD, "2019-03-04"), "Workers Daily": (SILENT, "2019-03-09")})
    assert found.last_update == "2019-03-09"
