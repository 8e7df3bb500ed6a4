"""`tumen incidents`, `show`, `why`, `link`, `merge`, `split`, `undo`, `decisions`, `relink`: reports are linked, and a person has the last word."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from command import Tumen
from real.threads import DATA

THREAD = DATA / "07-sunchon-market"
ORIGINAL, REPRINT, LOOKALIKE = "a-original.txt", "b-reprint.txt", "g-lookalike.txt"


class Desk:
    """A workspace with an original, its reprint and a report on another flight."""

    def __init__(self, tumen: Tumen, folder: Path) -> None:
        self.tumen = tumen
        self.folder = folder

    def lines(self, *args: str) -> list[dict[str, Any]]:
        ran = self.tumen(*args, "--json")
        assert ran.code == 0, ran.err
        return [json.loads(line) for line in ran.out.splitlines()]

    def together(self) -> set[frozenset[str]]:
        """The names of the files that each incident is told by."""
        return {
            frozenset(Path(one["file"]).name for one in incident["reports"] if one["role"] == "main")
            for incident in self.lines("incidents")
        }

    def id_of(self, name: str) -> str:
        return next(report["id"] for report in self.lines("list") if Path(report["file"]).name == name)

    def incident_of(self, name: str) -> str:
        id_ = self.id_of(name)
        return next(
            one["id"]
            for one in self.lines("incidents")
            if any(each["id"] == id_ and each["role"] == "main" for each in one["reports"])
        )


@pytest.fixture
def desk(tumen: Tumen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name in (ORIGINAL, REPRINT, LOOKALIKE):
        shutil.copy(THREAD / name, reports / name)
    folder = tmp_path / "desk"
    tumen("init", folder)
    monkeypatch.setenv("TUMEN_WORKSPACE", str(folder))
    monkeypatch.setenv("TUMEN_BY", "ada")
    assert tumen("add", reports).code == 0
    return Desk(tumen, folder)


APART = {frozenset({ORIGINAL, REPRINT}), frozenset({LOOKALIKE})}
ONE = {frozenset({ORIGINAL, REPRINT, LOOKALIKE})}
EACH = {frozenset({ORIGINAL}), frozenset({REPRINT}), frozenset({LOOKALIKE})}


def test_a_reprint_is_one_incident_and_one_origin_and_a_lookalike_is_another(desk: Desk) -> None:
    assert desk.together() == APART
    incident = next(one for one in desk.lines("incidents") if len([r for r in one["reports"] if r["role"] == "main"]) == 2)
    assert incident["origins"] == {"groups": 1, "independence_unknown": 0}
    reprint = next(one for one in incident["reports"] if one["file"].endswith(REPRINT))
    assert (reprint["relation"], reprint["of"]) == ("reprint", desk.id_of(ORIGINAL))


def test_the_table_of_incidents_can_be_narrowed(desk: Desk) -> None:
    assert len(desk.lines("incidents", "--reports", "2")) == 1
    assert len(desk.lines("incidents", "--until", "2019-09")) == 1
    assert desk.lines("incidents", "--type", "flood_of_nothing") == []
    table = desk.tumen("incidents", "--table").out
    assert table.endswith("2 incidents\n")


def test_an_incident_says_when_it_was_last_told_of(desk: Desk) -> None:
    days = {one["id"]: one["published"] for one in desk.lines("list")}
    for incident in desk.lines("incidents"):
        assert incident["last_update"] == max(days[one["id"]] for one in incident["reports"])
    assert "Last update" in desk.tumen("incidents", "--table").out


def test_show_says_in_words_on_how_many_origins_an_incident_rests(desk: Desk) -> None:
    shown = desk.tumen("show", desk.incident_of(ORIGINAL), "--table").out
    assert "2 reports" in shown
    assert "1 origin" in shown
    assert "Northline" in shown


def test_a_person_can_part_and_tie_and_take_it_back(desk: Desk) -> None:
    ran = desk.tumen("link", desk.id_of(ORIGINAL), desk.id_of(REPRINT), "--different", "--why", "two nights")
    assert ran.out.startswith("decision 1: different; now in incident-")
    assert desk.together() == EACH
    desk.tumen("undo", "1", "--why", "one night")
    assert desk.together() == APART
    desk.tumen("merge", desk.incident_of(ORIGINAL), desk.incident_of(LOOKALIKE), "--why", "one flight")
    assert desk.together() == ONE
    kept = desk.lines("decisions")
    assert [(one["number"], one["kind"], one["by"], one["why"]) for one in kept] == [
        (1, "different", "ada", "two nights"),
        (2, "undo", "ada", "one night"),
        (3, "same", "ada", "one flight"),
    ]


def test_ids_lead_to_their_incident_after_a_merge_and_a_split(desk: Desk) -> None:
    one, other = desk.incident_of(ORIGINAL), desk.incident_of(LOOKALIKE)
    desk.tumen("merge", one, other, "--why", "one flight")
    assert desk.lines("show", one) == desk.lines("show", other)
    desk.tumen("undo", "1", "--why", "two")
    desk.tumen("split", one, desk.id_of(REPRINT), "--why", "another night")
    assert desk.together() == EACH
    assert desk.lines("show", one)[0]["id"] == one


def test_a_decision_survives_linking_anew_which_first_says_what_would_change(desk: Desk) -> None:
    desk.tumen("split", desk.incident_of(ORIGINAL), desk.id_of(REPRINT), "--why", "another night")
    assert "3 incidents before, 3 now, 0 of them changed" in desk.tumen("relink", "--table").out
    settings = desk.folder / "tumen.toml"
    settings.write_text(settings.read_text("utf-8") + "[linking]\nsame = 0.0\n", "utf-8")
    before = desk.together()
    assert "nothing was changed" in desk.tumen("relink", "--table").out
    assert desk.together() == before
    desk.tumen("relink", "--apply")
    assert not any({ORIGINAL, REPRINT} <= names for names in desk.together())


def test_why_gives_weights_and_the_words_that_stand_in_both(desk: Desk) -> None:
    found = desk.lines("why", desk.id_of(ORIGINAL), desk.id_of(REPRINT))[0]
    assert found["link"]["answer"] == "same"
    assert found["echo"]["step"] == "reprint"
    assert found["reused"]
    shown = desk.tumen("why", desk.id_of(ORIGINAL), desk.id_of(REPRINT), "--table").out
    assert "grandmother" in shown


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("link", "report-none", "report-nil", "--same", "--why", "x"), "no report has the id"),
        (("undo", "9", "--why", "x"), "decision 9: does not stand"),
        (("merge", "incident-none", "incident-nil", "--why", "x"), "no incident has the id"),
        (("relink", "--workspace", "nowhere"), "is not a workspace"),
    ],
)
def test_wrong_use_is_named(desk: Desk, args: tuple[str, ...], said: str) -> None:
    ran = desk.tumen(*args)
    assert ran.code in (2, 3)
    assert said in ran.err


def test_a_link_needs_an_answer_and_a_reason(desk: Desk) -> None:
    ids = desk.id_of(ORIGINAL), desk.id_of(REPRINT)
    assert "--same or --different" in desk.tumen("link", *ids, "--why", "x").err
    assert desk.tumen("link", *ids, "--same").code == 2
    assert "needs a reason" in desk.tumen("link", *ids, "--same", "--why", " ").err
    assert desk.lines("decisions") == []


def test_what_cannot_hold_together_is_refused(desk: Desk) -> None:
    ids = desk.id_of(ORIGINAL), desk.id_of(REPRINT)
    desk.tumen("link", *ids, "--same", "--why", "one")
    ran = desk.tumen("link", *ids, "--different", "--why", "two")
    assert ran.code == 2
    assert "cannot hold beside decision 1" in ran.err


@pytest.mark.parametrize(
    ("line", "said"),
    [("same = 2", "linking.same: should be a number"), ("sam = 0.5", "linking.sam: is no setting")],
)
def test_a_wrong_setting_is_named(desk: Desk, line: str, said: str) -> None:
    settings = desk.folder / "tumen.toml"
    settings.write_text(settings.read_text("utf-8") + f"[linking]\n{line}\n", "utf-8")
    ran = desk.tumen("relink")
    assert (ran.code, said in ran.err) == (2, True)


def test_three_orders_of_adding_give_the_same_bytes(tumen: Tumen, tmp_path: Path) -> None:
    printed = set()
    for number, order in enumerate(((0, 1, 2), (2, 0, 1), (1, 2, 0))):
        folder = tmp_path / f"desk{number}"
        tumen("init", folder)
        for at in order:
            tumen("add", THREAD / (ORIGINAL, REPRINT, LOOKALIKE)[at], "--workspace", folder)
        printed.add(tumen("incidents", "--json", "--workspace", folder).out)
    assert len(printed) == 1
