"""What every store promises, whatever it keeps things in. A new kind of store is one more line in `STORES`."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tumen.errors import NotFoundError, SettingError, StoreError
from tumen.records import Original, Skipped
from tumen.store import SearchFilters, Workspace, create_workspace, open_workspace
from unit.store.made import Pair, many, pair

Reopen = Callable[[], Workspace]


def sqlite(folder: Path) -> Reopen:
    """A store in SQLite; gives back what opens it again."""
    create_workspace(folder).close()
    return lambda: open_workspace(folder)


STORES: dict[str, Callable[[Path], Reopen]] = {"sqlite": sqlite}


@pytest.fixture(params=STORES)
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Reopen:
    return STORES[request.param](tmp_path)


@pytest.fixture
def store(reopen: Reopen) -> Iterator[Workspace]:
    with reopen() as store:
        yield store


FULL = pair(
    "Guards left Hamgyŏng.\r\n\x00\u2028They “left” 🙂 at\tnight.",
    ("Guards left", "at\tnight."),
    file="batch.zip!/a.txt",
    title="Left",
    outlet="The River",
    published="2014-08",
    place=("Hamgyŏng", "KP-09"),
    incidents=2,
)
SKIPPED = Skipped("b.pdf", "report", "encrypted", "The file needs a password.")


def original(data: bytes) -> Original:
    return Original("b.pdf", data, hashlib.sha256(data).hexdigest(), container_sha256="0" * 64)


# ------------------------------------------------------------------------------------------------------------- reports


def test_what_is_kept_reads_back_equal_also_after_opening_again(reopen: Reopen) -> None:
    kept, record = FULL
    with reopen() as store:
        assert store.keep(kept, record) is True
        assert store.record(record.report.id) == record
    with reopen() as store:
        assert store.record(record.report.id) == record
        assert list(store.records()) == [record]
        assert store.original(kept.sha256) == kept.data
        assert store.holds(kept.sha256) == record.report.id


def test_keeping_twice_is_keeping_once(store: Workspace) -> None:
    kept, record = FULL
    assert store.keep(kept, record) is True
    before = (store.counts(), store.reports(), store.search("left"))
    assert store.keep(kept, record) is False
    assert store.keep(replace(kept, file="elsewhere.txt"), record) is False
    assert (store.counts(), store.reports(), store.search("left")) == before


def test_an_empty_store_holds_nothing(store: Workspace) -> None:
    assert store.holds(FULL[0].sha256) is None
    assert store.has_skipped(FULL[0].sha256) is False
    assert list(store.records()) == store.reports() == store.incidents() == store.skipped() == []
    counts = store.counts()
    assert (counts.reports, counts.claims, counts.incidents, counts.skipped) == (0, 0, 0, 0)
    assert store.search("left").total == 0


def test_a_record_of_other_bytes_is_refused_and_nothing_is_kept(store: Workspace) -> None:
    with pytest.raises(StoreError):
        store.keep(original(b"others"), FULL[1])
    assert store.counts().reports == 0


def test_a_text_that_no_file_can_hold_is_refused_and_nothing_is_kept(store: Workspace) -> None:
    kept, record = FULL
    broken = replace(record, report=replace(record.report, text="\ud800" + record.report.text[1:]))
    with pytest.raises(StoreError):
        store.keep(kept, broken)
    assert store.counts().reports == 0
    assert store.keep(kept, record) is True


def test_the_list_is_latest_first_and_counts_what_was_read(store: Workspace) -> None:
    for each in (FULL, *many(2)):
        store.keep(*each)
    rows = store.reports()
    assert [row.id for row in rows] == [record.report.id for _, record in (*many(2)[::-1], FULL)]
    assert [(row.claims, row.incidents) for row in rows] == [(1, 1), (1, 1), (1, 2)]
    last = rows[-1]
    assert (last.file, last.title, last.outlet, last.language, last.published) == (
        "batch.zip!/a.txt",
        "Left",
        "The River",
        None,
        "2014-08",
    )
    assert last.added_at.endswith("Z")
    assert store.reports(limit=1) == rows[:1]


def test_the_list_is_filtered_by_outlet_and_date(store: Workspace) -> None:
    for each in (FULL, *many(2)):
        store.keep(*each)
    for found in (
        store.reports(outlet="the river"),
        store.reports(since="2014-08-31"),
        store.reports(until="2014-08-01"),
        store.reports(outlet="The River", since="2014", until="2014", limit=5),
    ):
        assert [row.id for row in found] == [FULL[1].report.id]
    assert store.reports(since="2014-09") == store.reports(until="2014-07") == store.reports(outlet="river") == []


def test_records_come_in_the_same_order_however_they_were_added(reopen: Reopen) -> None:
    with reopen() as store:
        for each in many(120)[::-1]:
            store.keep(*each)
        ids = [record.report.id for record in store.records()]
    assert ids == sorted(record.report.id for _, record in many(120))


def test_records_can_be_read_while_others_are_added(store: Workspace) -> None:
    pairs = many(4)
    store.keep(*pairs[0])
    for number, _ in enumerate(store.records(), start=1):
        if number < len(pairs):
            store.keep(*pairs[number])
    assert store.counts().reports >= 2


# ---------------------------------------------------------------------------------------------------------- many at once


def test_many_are_kept_as_one_by_one(store: Workspace) -> None:
    pairs = many(450)
    store.keep(*pairs[3])
    kept = list(store.keep_many(iter([*pairs, pairs[0]])))
    assert kept == [number != 3 for number in range(450)] + [False]
    assert store.counts().reports == 450
    assert store.record(pairs[440][1].report.id) == pairs[440][1]
    assert list(store.keep_many([])) == []


def test_the_store_can_be_written_while_many_are_read(store: Workspace) -> None:
    def read() -> Iterator[Pair]:
        for number, each in enumerate(many(3)):
            assert store.keep_skipped(replace(SKIPPED, report=f"{number}.pdf"))
            yield each

    assert list(store.keep_many(read())) == [True, True, True]
    assert store.counts().skipped == 3


def test_what_was_safe_before_reading_broke_off_is_kept(store: Workspace) -> None:
    def read() -> Iterator[Pair]:
        yield from many(250)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(store.keep_many(read()))
    assert store.counts().reports >= 200
    assert len(list(store.records())) == store.counts().reports


# ----------------------------------------------------------------------------------------------------------------- ids


def test_the_beginning_of_an_id_is_enough(store: Workspace) -> None:
    _, record = FULL
    store.keep(*FULL)
    word = record.report.id.removeprefix("report-")
    for asked in (record.report.id, record.report.id[:12], word, word[:4], f" {word[:4].upper()} "):
        assert store.record(asked) == record
    incident = record.incidents[1]
    for asked in (incident.id, incident.id.removeprefix("incident-")[:12]):
        assert store.incident(asked) == (incident, record)


@pytest.mark.parametrize("asked", ["", "-", "report-", "report", "nothing", "%", "_", "incident-aaaa", "re"])
def test_an_id_that_nothing_has_is_not_found(store: Workspace, asked: str) -> None:
    store.keep(*FULL)
    with pytest.raises(NotFoundError):
        store.record(asked)
    with pytest.raises(NotFoundError):
        store.incident(asked.replace("incident", "report"))
    with pytest.raises(NotFoundError):
        store.original(asked)


def test_a_beginning_that_several_ids_share_says_how_many(store: Workspace) -> None:
    first = FULL[1].report.id.removeprefix("report-")[0]
    pairs = many(200)
    list(store.keep_many([FULL, *pairs]))
    shared = [record for _, record in (FULL, *pairs) if record.report.id.removeprefix("report-").startswith(first)]
    assert len(shared) > 1
    with pytest.raises(SettingError, match=f"{first}: {len(shared)} reports have ids that begin so"):
        store.record(first)


# ----------------------------------------------------------------------------------------------------------- incidents


def test_incidents_come_by_date_of_report_and_those_without_last(store: Workspace) -> None:
    undated = pair("They left. Nobody knows when.", incidents=1)
    late = pair("They left late.", incidents=1, published="2016-01-01")
    for each in (undated, late, FULL, pair("Nothing happened.")):
        store.keep(*each)
    rows = store.incidents()
    assert [row.report_id for row in rows] == [p[1].report.id for p in (FULL, FULL, late, undated)]
    assert [row.incident for row in rows[:2]] == list(FULL[1].incidents)
    assert (rows[0].title, rows[0].outlet, rows[0].published) == ("Left", "The River", "2014-08")


# ------------------------------------------------------------------------------------------------------------- skipped


def test_what_could_not_be_used_is_kept_once_with_its_bytes(reopen: Reopen) -> None:
    bytes_ = original(b"%PDF-1.4 locked")
    with reopen() as store:
        assert store.keep_skipped(SKIPPED, bytes_) is True
        assert store.keep_skipped(SKIPPED, bytes_) is False
    with reopen() as store:
        (row,) = store.skipped()
        assert (row.report, row.room, row.reason, row.detail, row.sha256) == (
            "b.pdf",
            "report",
            "encrypted",
            "The file needs a password.",
            bytes_.sha256,
        )
        assert store.original(bytes_.sha256) == b"%PDF-1.4 locked"
        assert store.has_skipped(bytes_.sha256)
        assert store.holds(bytes_.sha256) is None
        assert store.counts().skipped == 1


def test_without_bytes_too_the_same_thing_is_skipped_once(store: Workspace) -> None:
    assert store.keep_skipped(SKIPPED) is True
    assert store.keep_skipped(SKIPPED) is False
    assert store.keep_skipped(replace(SKIPPED, report="c.pdf")) is True
    assert store.keep_skipped(replace(SKIPPED, reason="empty")) is True
    assert store.keep_skipped(SKIPPED, original(b"now with bytes")) is True
    assert [row.report for row in store.skipped()] == ["b.pdf", "c.pdf", "b.pdf", "b.pdf"]


def test_bytes_that_became_a_report_are_no_longer_skipped(store: Workspace) -> None:
    kept, record = FULL
    store.keep_skipped(SKIPPED, kept)
    store.keep_skipped(replace(SKIPPED, report="other.pdf"), original(b"other"))
    assert store.keep(kept, record) is True
    assert [row.report for row in store.skipped()] == ["other.pdf"]


# -------------------------------------------------------------------------------------------------------------- search


def test_search_finds_claims_and_reports_and_its_snippets_are_verbatim(store: Workspace) -> None:
    _, record = FULL
    for each in (FULL, *many(5)):
        store.keep(*each)
    page = store.search("hamgyong left")
    assert (page.total, [hit.what for hit in page.hits]) == (1, ["report"])
    page = store.search('"guards left" night', SearchFilters(place="KP-09"))
    assert [(hit.what, hit.id) for hit in page.hits] == [("claim", record.claims[0].id), ("report", record.report.id)]
    for hit in page.hits:
        assert hit.snippet == record.read(hit.span)
        assert [hit.snippet[mark.start : mark.end] for mark in hit.highlights][-1] == "night"
    page = store.search("left", limit=3)
    assert (page.total, len(page.hits)) == (12, 3)
