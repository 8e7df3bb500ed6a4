"""The pages of docs/reference are what the code makes of them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[3] / "docs"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    """`docs/generate.py`, which is a script and in no package."""
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_up_to_date(generate: ModuleType) -> None:
    made = generate.pages()
    kept = {path.name: path.read_text("utf-8") for path in (DOCS / "reference").glob("*.md")}
    stale = sorted(name for name in made.keys() | kept.keys() if made.get(name) != kept.get(name))
    assert not stale, f"out of date: {', '.join(stale)}; run: python docs/generate.py"


def test_the_same_code_makes_the_same_pages(generate: ModuleType) -> None:
    assert generate.pages() == generate.pages()


def test_nothing_on_the_pages_depends_on_the_machine(generate: ModuleType) -> None:
    assert not [name for name, page in generate.pages().items() if str(DOCS.parent) in page]
