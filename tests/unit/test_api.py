"""`import tumen`: what a developer gets."""

import subprocess
import sys
from pathlib import Path

import pytest

import tumen


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """One small report."""
    file = tmp_path / "report.txt"
    file.write_text("“Rice ran out,” a source in Hyesan said.", "utf-8")
    return file


def test_a_file_is_read_into_a_record(report: Path) -> None:
    record = tumen.read(report, published="2014-08-09", outlet="Frontier Wire", title="Rice")
    assert isinstance(record, tumen.ReportRecord)
    assert record.report.published == tumen.Published("2014-08-09", "given")
    assert [record.read(span) for span in record.claims[0].content] == ["“Rice ran out,”"]
    assert tumen.read(str(report)).report.id == record.report.id


def test_several_reports_are_an_error_that_names_the_way_out(report: Path) -> None:
    (report.parent / "other.txt").write_text("A guard said the river was high.", "utf-8")
    with pytest.raises(tumen.ReportError, match=r"tumen\.read_all"):
        tumen.read(report.parent)
    assert len(list(tumen.read_all([report.parent]))) == 2


def test_no_report_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(tumen.ReportError, match="there is no report in it"):
        tumen.read(tmp_path)
    with pytest.raises(tumen.ReportError, match="there is no such file"):
        tumen.read(tmp_path / "none")


def test_what_cannot_be_read_is_skipped_where_it_stands(report: Path) -> None:
    (report.parent / "a.txt").touch()
    first, second = tumen.read_all([report.parent])
    assert isinstance(first, tumen.Skipped)
    assert first.reason == "empty"
    assert isinstance(second, tumen.ReportRecord)


def test_a_wrong_setting_is_told_before_anything_is_read(report: Path) -> None:
    with pytest.raises(tumen.SettingError):
        tumen.read_all([report], published="soon")
    with pytest.raises(tumen.SettingError):
        tumen.read(report, language="English")


def test_a_workspace_is_made_and_opened(tmp_path: Path) -> None:
    with tumen.create_workspace(tmp_path / "desk") as made:
        assert made.name == "desk"
    with tumen.open_workspace(tmp_path / "desk") as opened:
        assert opened.reports() == []
    with pytest.raises(tumen.StoreError):
        tumen.open_workspace(tmp_path)


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(tumen, name) is not None for name in tumen.__all__)
    assert set(tumen.__all__) <= set(dir(tumen))
    with pytest.raises(AttributeError, match="reed"):
        _ = tumen.reed  # type: ignore[attr-defined]


def test_importing_it_imports_nothing_else() -> None:
    code = "import sys; import tumen; print(*(name for name in sys.modules if name.startswith(('tumen', 'msgspec'))))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout.split() == ["tumen"]
