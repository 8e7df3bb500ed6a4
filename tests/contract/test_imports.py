"""The picture of ARCHITECTURE.md: who may know whom. A backward import fails here."""

import ast
from pathlib import Path

import pytest

import tumen

SOURCE = Path(tumen.__file__).parent
SHARED = {"describe", "edtf", "errors", "groups", "ids", "masthead", "records", "saying", "spanindex", "view"}
ROOMS = {"report", "passage", "model", "syntax", "entity", "ground", "claim", "event", "incident"}
ACROSS = {"link", "echo", "ledger"}
"""The rooms that look at several reports."""
MAY_KNOW = {
    "describe": {"edtf"},
    "edtf": set(),
    "errors": set(),
    "ids": set(),
    "masthead": {"records"},
    "records": {"errors"},
    "saying": {"records"},
    "spanindex": {"records"},
    "groups": set(),
    "view": {"records"},
    **dict.fromkeys(ROOMS, SHARED),
    **dict.fromkeys(("syntax", "entity"), SHARED | {"model"}),
    "ground": SHARED | {"syntax"},
    "analysis": SHARED | {"model", "syntax", "entity"},
    "claim": SHARED | {"model", "syntax", "entity", "analysis"},
    "event": SHARED | {"syntax", "analysis", "ground"},
    "incident": SHARED | {"event"},
    "pipeline": SHARED | ROOMS | {"analysis"},
    "gathered": {"records"},
    "decided": {"errors", "gathered", "groups"},
    **dict.fromkeys(ACROSS, SHARED | {"gathered", "event"}),
    "gathering": SHARED | ACROSS | {"gathered", "event"},
    "linking": SHARED | ACROSS | {"gathered", "gathering", "decided", "event", "store"},
    "store": SHARED | {"gathered"},
    "schema": SHARED | {"gathered"},
    "export": SHARED,
    "measure": SHARED,
}
"""`cli`, `api` and the package itself know everything and are known by nothing."""


def imports_of(file: Path) -> set[str]:
    """The rooms that a file imports, at its top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{file}: relative import"
            found |= {node.module} if node.module != "tumen" else {f"tumen.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in found if name.startswith("tumen.")}


def files_of(room: str) -> list[Path]:
    return sorted((SOURCE / room).rglob("*.py")) or [SOURCE / f"{room}.py"]


@pytest.mark.parametrize("room", sorted(MAY_KNOW))
def test_a_room_knows_only_what_it_may(room: str) -> None:
    for file in files_of(room):
        assert imports_of(file) - {room} <= MAY_KNOW[room], file


def test_every_room_is_in_the_picture() -> None:
    rooms = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__", "api", "cli"} == set(MAY_KNOW)
