"""The pages are true: their commands run and print what is shown, their links lead somewhere, and nothing is left out."""

import inspect
import re
from pathlib import Path

import pytest
import typer

import tumen
from tumen import errors
from tumen.cli.app import app
from unit.docs.consoles import matches, run, set_up, typed_in

ROOT = Path(__file__).parents[3]
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *ROOT.glob("[!.]*/**/*.md")) if "build" not in path.parts)
TYPED = [page for page in PAGES if page.name in ("README.md", "tutorial.md") and page.parent in (ROOT, ROOT / "docs")]
LINK = re.compile(r"(?<!\\)\[[^\]\n]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```|^    .*?$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
OF_ONE_MACHINE = re.compile(r"(?<![\w.~])/(?:work|tmp|root|home|Users)\b")
PACKAGE_INDEX = re.compile(r"index-url")


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A checkout that holds nothing but the examples, as the folder to type in."""
    checkout = tmp_path / "tumen"
    checkout.mkdir()
    (checkout / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(checkout)
    set_up(monkeypatch)
    return monkeypatch


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", TYPED, ids=name_of)
def test_what_is_typed_runs_and_prints_what_is_shown(page: Path, terminal: pytest.MonkeyPatch) -> None:
    for typed in typed_in(page.read_text("utf-8")):
        outcome = run(typed, terminal)
        if outcome is None:
            continue
        code, printed = outcome
        assert code == typed.code, f"{typed.words}\n{printed}"
        assert not typed.shown or matches(typed.shown, printed), f"{typed.words}\n{printed}"


@pytest.mark.parametrize("page", TYPED, ids=name_of)
@pytest.mark.usefixtures("terminal")
def test_the_python_runs(page: Path) -> None:
    for block in PYTHON.findall(page.read_text("utf-8")):
        exec(compile(block, name_of(page), "exec"), {})


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(CODE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, heading = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), f"{name_of(page)}: {link}"
        if heading:
            assert heading in map(slug, HEADING.findall(target.read_text("utf-8"))), f"{name_of(page)}: {link}"


def slug(heading: str) -> str:
    """The name of a heading in a link, as the usual generators make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_page_names_a_place_on_one_machine_or_a_package_index(page: Path) -> None:
    text = page.read_text("utf-8")
    assert not OF_ONE_MACHINE.search(text), name_of(page)
    assert not PACKAGE_INDEX.search(text), name_of(page)


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs/README.md").read_text("utf-8") + (ROOT / "docs/decisions/README.md").read_text("utf-8")
    for page in (ROOT / "docs").rglob("*.md"):
        assert page.name in index, name_of(page)


def test_every_command_is_on_its_page() -> None:
    page = (ROOT / "docs/reference/cli.md").read_text("utf-8")
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        assert f"## tumen {name}\n" in page
        for option in [option for parameter in command.params for option in parameter.opts if option.startswith("--")]:
            assert f"`{option}`" in page, f"tumen {name} {option}"


def test_every_error_is_on_its_page_and_in_the_tree() -> None:
    page = (ROOT / "docs/reference/errors.md").read_text("utf-8")
    for name, error in inspect.getmembers(errors, inspect.isclass):
        assert issubclass(error, errors.TumenError)
        assert f"## {name}\n" in page
        assert name in (errors.__doc__ or "")
        assert name in tumen.__all__


def test_every_dependency_has_a_decision() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"] + [each for extra in project["optional-dependencies"].values() for each in extra]
    decisions = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs/decisions").glob("*.md")).lower()
    for requirement in wanted:
        name = re.split(r"[^\w.-]", requirement)[0].lower()
        assert re.search(rf"\b{re.escape(name)}\b", decisions), f"docs/decisions has no page that names {name}"


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
