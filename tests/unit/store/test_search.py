"""Searching a workspace of a few reports; ranking and filters."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tumen.errors import SettingError
from tumen.store import Hit, SearchFilters, Workspace, create_workspace
from unit.store.made import Pair, many, pair


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path) as workspace:
        yield workspace


def keep(workspace: Workspace, *pairs: Pair) -> None:
    for original, record in pairs:
        assert workspace.keep(original, record)


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[mark.start : mark.end] for mark in hit.highlights]


def test_claims_and_whole_reports_are_found(workspace: Workspace) -> None:
    original, record = pair(
        'The source said "border guards left Hamgyŏng" on Monday.',
        "border guards left Hamgyŏng",
        title="Post",
        outlet="The River",
    )
    keep(workspace, (original, record), *many(10))
    page = workspace.search("Hamgyong BORDER")
    claim, report = page.hits
    assert page.total == 2
    assert (claim.what, claim.id, claim.report_id) == ("claim", record.claims[0].id, record.report.id)
    assert (claim.kind, claim.source, claim.source_kind) == ("direct", "the guards", "group")
    assert (claim.title, claim.outlet, claim.published) == ("Post", "The River", None)
    assert claim.snippet == record.read(claim.span) == "border guards left Hamgyŏng"
    assert marked(claim) == ["border", "Hamgyŏng"]
    assert (report.what, report.id, report.report_id) == ("report", record.report.id, record.report.id)
    assert (report.kind, report.source, report.source_kind) == (None, None, None)
    assert report.snippet == record.report.text
    assert claim.relevance > report.relevance > 0


def test_a_word_of_the_title_finds_the_report_and_marks_nothing(workspace: Workspace) -> None:
    keep(workspace, pair("They left.", title="Night crossing"))
    (hit,) = workspace.search("crossing").hits
    assert (hit.what, hit.snippet, hit.highlights) == ("report", "They left.", ())


def test_the_title_counts_for_more_than_the_text(workspace: Workspace) -> None:
    in_text, in_title = pair("A crossing at dawn.", title="Left"), pair("They left by dawn.", title="Crossing")
    keep(workspace, in_text, in_title, *many(10))
    assert [hit.id for hit in workspace.search("crossing").hits] == [in_title[1].report.id, in_text[1].report.id]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("words", ["회령", "회령시", "령시", '"회령시에서 16명"', "16명", "명", "회령 떠났다"])
def test_korean_is_found_inside_longer_words(workspace: Workspace, form: str, words: str) -> None:
    text = unicodedata.normalize(form, "소식통은 회령시에서 16명이 떠났다고 전했다.")
    keep(workspace, pair(text), pair("함경북도 회식에서 령도자"))
    page = workspace.search(words)
    assert page.total == 1
    found = [unicodedata.normalize("NFC", piece) for piece in marked(page.hits[0])]
    assert "".join(found).startswith(words.replace('"', "").split(" ")[0])


def test_a_korean_word_does_not_reach_over_the_end_of_a_word(workspace: Workspace) -> None:
    keep(workspace, pair("사회 령도"))
    assert workspace.search("회령").total == 0


@pytest.mark.parametrize("words", ["Pyongyang", "P'yongyang", "P’yŏngyang", "PYONG*"])
def test_mccune_reischauer_is_found_without_its_marks(workspace: Workspace, words: str) -> None:
    keep(workspace, pair("They reached P'yŏngyang on foot."))
    (hit,) = workspace.search(words).hits
    assert marked(hit) == ["P'yŏngyang"]


def test_a_phrase_stands_together_and_within_one_piece(workspace: Workspace) -> None:
    text = '"The guards left," he said. "At night the border closed."'
    keep(workspace, pair(text, ("The guards left,", "At night the border closed.")))
    assert [hit.what for hit in workspace.search('"guards left"').hits] == ["claim", "report"]
    assert workspace.search('"left guards"').total == 0
    assert workspace.search('"left at night"').total == 0
    assert [hit.what for hit in workspace.search("left night").hits] == ["claim", "report"]


def test_what_the_voice_does_not_say_is_not_part_of_the_claim(workspace: Workspace) -> None:
    keep(workspace, pair('A smuggler said "they left".', "they left"))
    assert [hit.what for hit in workspace.search("smuggler").hits] == ["report"]


def test_hits_of_equal_rank_come_in_the_order_of_adding_and_the_limit_cuts_them(workspace: Workspace) -> None:
    keep(workspace, *many(30))
    page = workspace.search("guards", SearchFilters(kind="direct"), limit=7)
    assert page.total == 30
    assert [hit.report_id for hit in page.hits] == [record.report.id for _, record in many(30)][:7]
    assert workspace.search("guards", limit=0).hits == ()
    assert len(workspace.search("guards", limit=10**30).hits) == 60


def test_nothing_to_search_for_finds_nothing(workspace: Workspace) -> None:
    keep(workspace, *many(2))
    assert workspace.search(" ... ").total == 0


# ---------------------------------------------------------------------------------------------------------- filters

ONE = pair(
    "Guards left in May.", "left in May", outlet="Daily Pŏn", published="2014", place=("North Hamgyŏng Province", "KP-09")
)
TWO = pair(
    "Guards left in June.",
    "left in June",
    outlet="The River",
    published="2015-06-03",
    kind="narrated",
    source_kind="outlet",
    place=("Yanggang", "KP-10"),
)
THREE = pair("Guards left in July.", "left in July", place=("Hoeryŏng", None))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (SearchFilters(), [ONE, TWO, THREE]),
        (SearchFilters(outlet="DAILY PON"), [ONE]),
        (SearchFilters(outlet="daily"), []),
        (SearchFilters(outlet=""), []),
        (SearchFilters(since="2014-06-01"), [ONE, TWO]),
        (SearchFilters(since="2015"), [TWO]),
        (SearchFilters(since="2015-06-03", until="2015-06-03"), [TWO]),
        (SearchFilters(until="2014-01-01"), [ONE]),
        (SearchFilters(until="2013"), []),
        (SearchFilters(place="KP-09"), [ONE]),
        (SearchFilters(place="kp"), [ONE, TWO]),
        (SearchFilters(place="K"), []),
        (SearchFilters(place="hamgyong"), [ONE]),
        (SearchFilters(place="hoeryong"), [THREE]),
        (SearchFilters(place="?"), []),
        (SearchFilters(kind="narrated"), [TWO]),
        (SearchFilters(source_kind="group"), [ONE, THREE]),
        (SearchFilters("daily pon", "group", "2014", "2014", "KP-09", "direct"), [ONE]),
    ],
)
def test_filters(workspace: Workspace, filters: SearchFilters, expected: list[Pair]) -> None:
    keep(workspace, ONE, TWO, THREE)
    page = workspace.search("left", filters)
    assert {hit.report_id for hit in page.hits} == {record.report.id for _, record in expected}
    only_claims = filters.kind is not None or filters.source_kind is not None
    assert page.total == len(page.hits) == len(expected) * (1 if only_claims else 2)


@pytest.mark.parametrize("name", ["since", "until"])
def test_a_date_that_is_none_is_refused(workspace: Workspace, name: str) -> None:
    with pytest.raises(SettingError, match=f"{name}: 'soon' is not a date"):
        workspace.search("left", replace(SearchFilters(), **{name: "soon"}))
