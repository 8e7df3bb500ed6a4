"""A way to run `tumen` inside the test, and a workspace to run it on."""

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from command import GUARDS, KOREAN, RICE, Ran, Tumen
from tumen.cli import main


@pytest.fixture
def tumen(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Tumen:
    """`tumen("read", path)` runs the command; `stdin` is what it is fed, `terminal` makes stdout one."""
    monkeypatch.delenv("TUMEN_WORKSPACE", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*args: str | Path, stdin: bytes = b"", terminal: bool = False) -> Ran:
        capsysbinary.readouterr()
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
            patched.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
            code = main([str(arg) for arg in args])
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports in English and one in Korean."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("guards.txt", GUARDS), ("rice.txt", RICE), ("korean.txt", KOREAN)):
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def guards(reports: Path) -> Path:
    """One report that can be read without anything being skipped."""
    return reports / "guards.txt"


@pytest.fixture
def workspace(tmp_path: Path, tumen: Tumen, reports: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace that holds `reports`, named by the environment."""
    folder = tmp_path / "desk"
    assert tumen("init", folder).code == 0
    monkeypatch.setenv("TUMEN_WORKSPACE", str(folder))
    assert tumen("add", reports).code == 1
    return folder
