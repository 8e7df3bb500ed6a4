"""The examples fit their gold, and the made files are what `make_files.py` makes."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from real.placed import EXAMPLES, GOLD, REPORTS, Folded, load, load_links, place, strings
from tumen.records import Given, Report, Skipped
from tumen.report import find_originals, open_original

GOLDS = load()


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    originals = list(find_originals([REPORTS]))
    assert not [original for original in originals if isinstance(original, Skipped)]
    opened = [open_original(original, Given()) for original in originals if not isinstance(original, Skipped)]
    return {Path(report.file).relative_to(REPORTS).as_posix(): report for report in opened}


def test_every_report_has_gold_and_every_gold_a_report(reports: dict[str, Report]) -> None:
    assert set(reports) == set(GOLDS)
    assert len(list(GOLD.rglob("*.gold.toml"))) == len(GOLDS)


@pytest.mark.parametrize("name", GOLDS)
def test_every_verbatim_word_of_the_gold_is_in_the_report(name: str, reports: dict[str, Report]) -> None:
    folded = Folded(reports[name].text).text
    assert [words for words in strings(GOLDS[name]) if words not in folded] == []


@pytest.mark.parametrize("name", GOLDS)
def test_the_gold_says_which_occurrence_it_means(name: str, reports: dict[str, Report]) -> None:
    for claim in place(GOLDS[name], reports[name].text):
        parts = [span for part in (claim.source, claim.cue, claim.content, claim.addressee, claim.said) for span in part]
        assert not any(a.overlaps(b) for at, a in enumerate(parts) for b in parts[:at]), claim.key


@pytest.mark.parametrize("name", GOLDS)
def test_the_gold_hangs_together(name: str) -> None:
    gold = GOLDS[name]
    kinds = {source["key"]: source["kind"] for source in gold.get("sources", [])}
    before: set[str] = set()
    voices: set[str] = set()
    for claim in gold.get("claims", []):
        assert claim["source_kind"] == (kinds[claim["voice"]] if "voice" in claim else "unknown"), claim["key"]
        assert claim["key"] not in before
        assert claim.get("parent") in {None, *before}, claim["key"]
        assert claim["certainty"] in {"certain", "probable", "possible", "unknown"}
        assert claim["polarity"] in {"positive", "negative"}
        assert claim["kind"] in {"direct", "indirect", "mixed"}
        assert set(claim["source"]) <= set(_source(gold, claim).get("mentions", []))
        before.add(claim["key"])
        voices.add(claim.get("voice", ""))
    assert set(kinds) <= voices


def test_nested_claims_lie_inside_their_parents(reports: dict[str, Report]) -> None:
    for name, gold in GOLDS.items():
        placed = {claim.key: claim for claim in place(gold, reports[name].text)}
        for claim in gold.get("claims", []):
            if "parent" in claim:
                for piece in placed[claim["key"]].content:
                    assert any(outer.holds(piece) for outer in placed[claim["parent"]].content), (name, claim["key"])


def test_the_links_name_reports_and_claims_that_are_there() -> None:
    links = load_links()
    incidents = {incident["key"]: incident for incident in links["incidents"]}
    main = [report["report"] for incident in incidents.values() for report in incident["reports"] if report["role"] == "main"]
    assert sorted(main) == sorted(GOLDS)
    for incident in incidents.values():
        members = {report["report"]: report for report in incident["reports"]}
        assert all(report.get("of", report["report"]) in members for report in members.values())
        mains = [report for report in members.values() if report["role"] == "main"]
        assert incident["origins"]["groups"] == len({report["origin"] for report in mains if "origin" in report})
        assert incident["origins"]["independence_unknown"] == sum("origin" not in report for report in mains)
        for contradiction in incident.get("contradictions", []):
            for reading in contradiction["readings"]:
                for name in reading["reports"]:
                    assert name in members
                    assert set(reading.get("claims", [])) <= {claim["key"] for claim in GOLDS[name].get("claims", [])}
    for pair in [*links["different"], *links["possibly_same"]]:
        assert set(pair["incidents"]) <= set(incidents)


def test_the_reprint_is_word_for_word(reports: dict[str, Report]) -> None:
    original = Folded(reports["1-crossing/a-original.txt"].text).text
    reprint = reports["1-crossing/c-reprint.html"].text.split("\n\n")
    assert [paragraph for paragraph in reprint if Folded(paragraph).text not in original] == ["[Source: Border Ledger]"]


def test_the_made_files_are_made_again_byte_for_byte(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_files", EXAMPLES / "make_files.py")
    assert spec
    assert spec.loader
    make_files = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_files)
    make_files.main(tmp_path)
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert len(made) == 7
    assert [path for path in made if (tmp_path / path).read_bytes() != (REPORTS / path).read_bytes()] == []


def _source(gold: dict[str, Any], claim: dict[str, Any]) -> dict[str, Any]:
    return next((source for source in gold["sources"] if source["key"] == claim.get("voice")), {})
