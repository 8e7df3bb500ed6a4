"""`tumen show`, `search`, `export`, `schema`: what is kept comes out again."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from command import Tumen
from tumen.cli.tables.marked import Mark, mark
from tumen.records import Span


@pytest.fixture
def schema(tumen: Tumen) -> dict[str, Any]:
    """What `tumen schema` prints."""
    plain: dict[str, Any] = json.loads(tumen("schema").out)
    return plain


def id_of(tumen: Tumen, title: str) -> str:
    """The id of the report with that title."""
    return next(row["id"] for row in tumen("list").lines if row["title"] and title in row["title"])


def test_a_report_is_shown_by_id_and_by_its_beginning(tumen: Tumen, workspace: Path, guards: Path) -> None:
    id_ = id_of(tumen, "Guards")
    read = tumen("read", guards).out
    for asked in (id_, id_[:15], id_.removeprefix("report-")[:8]):
        assert tumen("show", asked).out == read
    assert "told → Frontier Wire" in tumen("show", id_, "--table").out


def test_an_incident_is_shown_with_all_its_readings(tumen: Tumen, workspace: Path) -> None:
    row = tumen("list", "incidents").lines[0]
    shown = tumen("show", row["incident"]["id"][:17]).lines[0]
    assert shown == {"report": row["report_id"], **row["incident"]}
    table = tumen("show", row["incident"]["id"], "--table").out
    assert row["incident"]["headline"] in table
    assert all(label in table for label in ("what", "who", "how many", "where", "when"))
    assert tumen("show", row["incident"]["id"].removeprefix("incident-")).lines == [shown]


@pytest.mark.parametrize("asked", ["report-zzzz", "incident-zzzz", "zzzz", "", "report-"])
def test_an_id_that_nothing_has_is_wrong_use(tumen: Tumen, workspace: Path, asked: str) -> None:
    ran = tumen("show", asked)
    assert (ran.code, ran.out) == (2, "")
    assert "has the id" in ran.err


def test_the_text_is_shown_verbatim_but_for_the_marks(tumen: Tumen, workspace: Path) -> None:
    out = tumen("show", id_of(tumen, "Rice"), "--text").out
    assert "[2]“=SUM of all our troubles is rice,”[/2] {2:a trader in Hyesan} <2:said>." in out
    assert out.splitlines()[0].startswith("[1]…[/1] what claim 1 says")


def test_marks_nest_from_the_outside_in() -> None:
    outer, inner, word = (
        Mark(Span(0, 9), "[1]", "[/1]", ""),
        Mark(Span(4, 9), "[2]", "[/2]", ""),
        Mark(Span(4, 5), "<2:", ">", ""),
    )
    assert mark("aaa bbbbb ccc", [word, inner, outer]).plain == "[1]aaa [2]<2:b>bbbb[/2][/1] ccc"


def test_search_marks_what_was_found(tumen: Tumen, workspace: Path) -> None:
    assert "“*Border* *guards* were doubled last week" in tumen("search", "border guards", "--table").out
    hit = tumen("search", "border guards").lines[0]
    assert {hit["snippet"][start:end].lower() for start, end in hit["highlights"]} == {"border", "guards"}
    assert tumen("search", "경비대", "--table").out.count("*경비대*") == 1


def test_search_is_narrowed(tumen: Tumen, workspace: Path) -> None:
    assert {hit["what"] for hit in tumen("search", "guards").lines} == {"claim", "report"}
    assert {hit["kind"] for hit in tumen("search", "guards", "--kind", "direct").lines} == {"direct"}
    assert tumen("search", "guards", "--source-kind", "group").lines == []
    assert tumen("search", "guards", "--place", "KP-09").lines
    assert tumen("search", "guards", "--place", "KP-10").lines == []
    assert tumen("search", "guards", "--until", "2014-08-01").lines == []
    assert len(tumen("search", "guards", "--limit", "1").lines) == 1
    assert "the best 1 shown" in tumen("search", "guards", "--limit", "1", "--table").out


def test_a_kind_that_is_none_is_wrong_use(tumen: Tumen, workspace: Path) -> None:
    ran = tumen("search", "guards", "--source-kind", "spy")
    assert ran.code == 2
    assert "anonymous_person" in ran.err


def test_words_without_letters_find_nothing(tumen: Tumen, workspace: Path) -> None:
    assert tumen("search", "&%", "--table").out == "0 found\n"


def test_exported_reports_are_the_published_record(tumen: Tumen, workspace: Path, schema: dict[str, Any]) -> None:
    lines = tumen("export").lines
    assert len(lines) == 3
    for line in lines:
        jsonschema.validate(line, schema)


def test_exported_claims_carry_their_words(tumen: Tumen, workspace: Path) -> None:
    claims = tumen("export", "--what", "claims").lines
    assert "“Border guards were doubled last week,”" in [claim["words"]["content"] for claim in claims]


@pytest.mark.parametrize("what", ["reports", "claims", "incidents"])
def test_csv_has_a_line_of_names_and_as_many_cells_in_every_row(tumen: Tumen, workspace: Path, what: str) -> None:
    out = tumen("export", "--format", "csv", "--what", what).out
    names, *rows = csv.reader(io.StringIO(out, newline=""))
    assert names[:4] == ["report", "title", "outlet", "published"]
    assert rows
    assert {len(row) for row in rows} == {len(names)}


@pytest.mark.parametrize("risky", ["=1+1", "+1", "-1", "@SUM", "\tx", "\rx"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(risky: str) -> None:
    from build import a_record
    from tumen.export import FORMATS

    out = io.StringIO(newline="")
    FORMATS["csv"]([a_record("Rice ran out.", outlet=risky)], "reports", out)
    names, row = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert row[names.index("outlet")] == f"'{risky}"


def test_a_negative_number_is_no_formula() -> None:
    from marks import read_marked
    from tumen.export import FORMATS

    out = io.StringIO(newline="")
    FORMATS["csv"]([read_marked("{1t|“Nobody crossed,”} {1s|a source} {1c|said}.")], "claims", out)
    names, row = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert row[names.index("value")] == "-3.0"


def test_an_export_goes_to_a_file_whole_or_not_at_all(tumen: Tumen, workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    file.write_text("before")
    assert tumen("export", "--format", "csv", "--what", "claims", "--output", file).code == 0
    assert file.read_bytes().startswith(b"report,title,")
    assert not list(tmp_path.glob(".*"))
    assert tumen("export", "--output", tmp_path / "none" / "x").code == 2
    assert tumen("export", "--format", "xml").code == 2


def test_an_export_that_fails_leaves_the_file_of_before(
    tumen: Tumen, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "claims.csv"
    file.write_text("before")
    monkeypatch.setattr("tumen.export.csv_table.rows", None)
    assert tumen("export", "--format", "csv", "--output", file).code == 3
    assert file.read_text() == "before"
    assert not list(tmp_path.glob(".*"))


def test_the_schema_is_the_one_that_the_records_make(schema: dict[str, Any]) -> None:
    from tumen.schema import make_schema

    assert schema == make_schema(), "run: python -m tumen.schema"


def test_real_output_keeps_to_the_schema(tumen: Tumen, reports: Path, schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    for options in ([], ["--with-text"]):
        for line in tumen("read", reports, *options).lines:
            jsonschema.validate(line, schema)


def test_the_schema_misses_no_key(tumen: Tumen, guards: Path, schema: dict[str, Any]) -> None:
    line = tumen("read", guards).lines[0]
    del line["claims"][0]["parent"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(line, schema)
    del line["claims"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(line, schema)
