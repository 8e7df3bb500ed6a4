"""Two short reports side by side, read as any report: what cannot both hold is found, and nothing else."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build import a_report
from tumen.event import scheme
from tumen.gathered import Standing
from tumen.ledger import Account, contradictions, make_account, merge_fields
from tumen.pipeline import read_report

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))["pair"]
STANDINGS = {
    "independent": Standing("report-b", "report-b", "independent"),
    "follow_up": Standing("report-b", "report-a", "follow_up", "report-a", "follow_up"),
    "translation": Standing("report-b", "report-a", "derived", "report-a", "derived"),
}


def account_of(name: str, text: str, day: str) -> Account:
    return make_account(
        read_report(replace(a_report(text, published=day, outlet=f"Outlet {name}"), id=f"report-{name}", file=name))
    )


def found_in(pair: dict[str, Any]) -> list[tuple[str, str]]:
    """The field and the kind of each contradiction."""
    accounts = [
        account_of(name, pair[key], day) for name, key, day in zip("ab", ("first", "second"), pair["days"], strict=True)
    ]
    standings = {"report-a": Standing("report-a", "report-a", "original"), "report-b": STANDINGS[pair["by"]]}
    told = [(account, account.incidents[0].id if account.incidents else "") for account in accounts]
    found = contradictions(told, standings, merge_fields(told, standings, scheme()))
    return [(one.field, one.kind) for one in found]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: " ".join(pair["second"].split()[:6]))
def test_what_cannot_both_hold(pair: dict[str, Any]) -> None:
    assert [list(each) for each in found_in(pair)] == pair["clash"]
