"""A workspace brought up to date: what is linked, what is left when a run is stopped, which incidents are gathered anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import tumen
from real.threads import load
from tumen import link
from tumen.api import link_new, linking_of
from tumen.errors import DecisionError
from tumen.gathering import incident_id
from tumen.linking import changes, decide, explain
from tumen.records import Original, ReportRecord
from tumen.report import find_originals
from tumen.store import Workspace, create_workspace
from unit.store.made import pair


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "desk") as kept:
        yield kept


@pytest.fixture(scope="module")
def thread() -> dict[str, tuple[Original, ReportRecord]]:
    """The reports of one thread, by name."""
    files = next(thread for thread in load() if thread.key == "02-chongjin-execution").files
    originals = [one for one in find_originals(files.values()) if isinstance(one, Original)]
    return {Path(one.file).name: (one, tumen.read(one.file)) for one in originals}


def add(desk: Workspace, *pairs: tuple[Original, ReportRecord]) -> None:
    for one in pairs:
        desk.keep(*one)
    link_new(desk)


def test_a_report_of_nothing_is_an_incident_of_no_type(desk: Workspace) -> None:
    add(desk, pair("The river."), pair("", file="empty.txt"))
    assert [incident.type for incident in desk.gathered()] == [None, None]
    assert desk.behind() == 0


def test_a_run_that_is_stopped_is_made_up_for(
    desk: Workspace, thread: dict[str, tuple[Original, ReportRecord]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = list(thread.values())[:3]
    for one in pairs:
        desk.keep(*one)
    seen = []

    def stopped(profile: link.Profile) -> frozenset[int]:
        seen.append(profile.id)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return frozenset()

    with monkeypatch.context() as patched:
        patched.setattr(link, "keys", stopped)
        with pytest.raises(KeyboardInterrupt):
            link_new(desk)
    assert desk.behind() == 3  # a batch is linked whole or not at all
    assert list(desk.gathered()) == []
    assert link_new(desk) == 3
    assert len({one.id for incident in desk.gathered() for one in incident.reports}) == 3


def test_an_earlier_report_takes_over_the_id_and_the_old_one_leads_on(
    desk: Workspace, thread: dict[str, tuple[Original, ReportRecord]]
) -> None:
    copy, original = thread["b-translation.txt"], thread["a-original.txt"]
    add(desk, copy)
    before = desk.gathered_of(copy[1].report.id).id
    add(desk, original)
    now = desk.gathered_of(copy[1].report.id)
    assert (before, now.id) == (incident_id(copy[1].report.id), incident_id(original[1].report.id))
    assert desk.gathered_incident(before) == now


def test_a_decision_is_given_as_the_reason_of_a_link(
    desk: Workspace, thread: dict[str, tuple[Original, ReportRecord]]
) -> None:
    one, other = thread["a-original.txt"][1], thread["b-translation.txt"][1]
    add(desk, thread["a-original.txt"], thread["b-translation.txt"])
    linking = linking_of(desk)
    assert (explain(desk, linking, one, other).answer, explain(desk, linking, one, other).decision) == ("same", None)
    decide(desk, linking, "different", [[one.report.id], [other.report.id]], by="ada", why="two towns")
    found = explain(desk, linking, other, one)
    assert (found.answer, found.decision) == ("different", 1)


def test_a_decision_that_cannot_hold_changes_nothing(
    desk: Workspace, thread: dict[str, tuple[Original, ReportRecord]]
) -> None:
    ids = [thread[name][1].report.id for name in ("a-original.txt", "f-lookalike.txt")]
    add(desk, thread["a-original.txt"], thread["f-lookalike.txt"])
    decide(desk, linking_of(desk), "same", [ids], by="ada", why="one")
    before = list(desk.gathered())
    with pytest.raises(DecisionError):
        decide(desk, linking_of(desk), "different", [ids[:1], ids[1:]], by="bo", why="two")
    assert list(desk.gathered()) == before
    assert len(desk.decisions()) == 1


def test_the_reasons_of_a_link_add_up(thread: dict[str, tuple[Original, ReportRecord]]) -> None:
    import math

    one, other = (link.make_profile(thread[name][1]) for name in ("a-original.txt", "c-independent.txt"))
    found = link.compare(one, other, link.Thresholds())
    assert 1 / (1 + math.exp(-sum(reason.weight for reason in found.reasons))) == pytest.approx(found.probability)


def test_changes_are_the_incidents_that_were_none_before() -> None:
    assert changes({"i": ("a", "b"), "j": ("c",)}, {"k": ("a", "b"), "l": ("c", "d")}) == [("c", "d")]
