"""Laws of linking: neither the order nor the batches of adding matter, doing it twice is doing it once, undo restores, ids last, nothing is lost."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tumen
from real.threads import load
from tumen.errors import DecisionError
from tumen.event import scheme
from tumen.link import Thresholds
from tumen.linking import Linking, catch_up, decide, relink
from tumen.records import Original, ReportRecord
from tumen.report import find_originals
from tumen.store import Workspace, create_workspace

LINKING = Linking(Thresholds(), scheme())
SLOW = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
THREADS = ("01-samjiyon-flight", "10-la-trinidad-parish")
SIZE = 15


@cache
def pool() -> list[tuple[Original, ReportRecord]]:
    """Reports of two threads, read once."""
    files = [file for thread in load() if thread.key in THREADS for file in thread.files.values()]
    originals = [original for original in find_originals(files) if isinstance(original, Original)]
    assert len(originals) == SIZE
    return [(original, tumen.read(original.file)) for original in originals]


ORDERS = st.permutations(range(SIZE))
PICKS = st.lists(st.integers(0, SIZE - 1), min_size=1, max_size=3, unique=True)
DECISIONS = st.lists(st.tuples(st.sampled_from(["same", "different"]), PICKS, PICKS), max_size=4)


@contextmanager
def workspace(order: Sequence[int] = range(SIZE), batch: int = SIZE) -> Iterator[Workspace]:
    """A workspace to which the reports were added in this order, so many at a time."""
    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder) / "desk") as kept:
        add(kept, order, batch)
        yield kept


def add(kept: Workspace, order: Sequence[int], batch: int) -> None:
    for start in range(0, len(order), batch):
        for at in order[start : start + batch]:
            kept.keep(*pool()[at])
        catch_up(kept, LINKING)


def told(kept: Workspace) -> list[object]:
    """All that `tumen incidents --json` prints."""
    return [incident.to_dict() for incident in kept.gathered()]


def decide_all(kept: Workspace, decisions: Sequence[tuple[str, list[int], list[int]]]) -> None:
    """Decides, as far as it can be done."""
    for kind, first, second in decisions:
        ids = [{pool()[at][1].report.id for at in picks} for picks in (first, second)]
        groups = [ids[0] | ids[1]] if kind == "same" else ids
        with suppress(DecisionError):
            decide(kept, LINKING, kind, groups, by="ada", why="because")  # type: ignore[arg-type]


@SLOW
@given(ORDERS, st.integers(1, SIZE), DECISIONS)
def test_neither_order_nor_batches_matter(
    order: list[int], batch: int, decisions: list[tuple[str, list[int], list[int]]]
) -> None:
    with workspace() as one, workspace(order, batch) as other:
        assert told(one) == told(other)
        decide_all(one, decisions)
        decide_all(other, decisions)
        assert told(one) == told(other)


@SLOW
@given(DECISIONS, ORDERS)
def test_adding_or_linking_again_changes_nothing(decisions: list[tuple[str, list[int], list[int]]], order: list[int]) -> None:
    with workspace() as kept:
        decide_all(kept, decisions)
        before = told(kept)
        add(kept, order, 4)
        assert told(kept) == before
        with kept.linking() as tables:
            relink(tables, LINKING)
        assert told(kept) == before


@SLOW
@given(DECISIONS, st.data())
def test_undo_restores(decisions: list[tuple[str, list[int], list[int]]], data: st.DataObject) -> None:
    with workspace() as kept:
        decide_all(kept, decisions[:-1])
        before, made = told(kept), len(kept.decisions())
        decide_all(kept, decisions[-1:])
        if len(kept.decisions()) > made:
            decide(kept, LINKING, "undo", [], by="ada", why="no", undoes=made + 1)
        assert told(kept) == before


@SLOW
@given(ORDERS, DECISIONS)
def test_every_id_that_an_incident_ever_had_leads_to_its_reports(
    order: list[int], decisions: list[tuple[str, list[int], list[int]]]
) -> None:
    with workspace(order[:0]) as kept:
        seen: dict[str, str] = {}
        for at in order:
            add(kept, [at], 1)
            for incident in kept.gathered():
                seen.setdefault(incident.id, next(one.id for one in incident.reports if one.role == "main"))
        decide_all(kept, decisions)
        for id_, first in seen.items():
            assert kept.gathered_incident(id_).id == kept.gathered_of(first).id


@SLOW
@given(DECISIONS)
def test_no_report_is_lost_and_decisions_hold(decisions: list[tuple[str, list[int], list[int]]]) -> None:
    with workspace() as kept:
        decide_all(kept, decisions)
        mains = [one.id for incident in kept.gathered() for one in incident.reports if one.role == "main"]
        assert sorted(mains) == sorted(record.report.id for _, record in pool())
        for _, record in pool():
            assert kept.record(record.report.id) == record
        for one in kept.decisions():
            incidents = [{kept.gathered_of(id_).id for id_ in group} for group in one.groups]
            if one.kind == "same":
                assert len(incidents[0]) == 1
            else:
                assert not incidents[0] & incidents[1]
