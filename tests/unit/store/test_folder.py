import tomllib
from pathlib import Path

import pytest

from tumen.errors import StoreError
from tumen.store import create_workspace, find_workspace, open_workspace


def test_the_nearest_workspace_upward_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    create_workspace(tmp_path).close()
    create_workspace(tmp_path / "a").close()
    assert find_workspace(inner) == tmp_path / "a"
    assert find_workspace(tmp_path / "a") == tmp_path / "a"
    assert find_workspace(tmp_path) == tmp_path


def test_without_one_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"tumen init.*--workspace"):
        find_workspace(tmp_path)


def test_a_new_workspace_is_named_after_its_folder(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "new" / "border desk") as workspace:
        assert (workspace.folder, workspace.name) == (tmp_path / "new" / "border desk", "border desk")
        assert {path.name for path in workspace.folder.iterdir()} >= {"tumen.toml", "tumen.sqlite", "originals"}


@pytest.mark.parametrize("name", ['a "quoted" \\ name', "국경", "line\nbreak\x7f\x00", "🙂"])
def test_any_name_is_kept(tmp_path: Path, name: str) -> None:
    create_workspace(tmp_path, name).close()
    assert tomllib.loads((tmp_path / "tumen.toml").read_text("utf-8")) == {"version": 1, "name": name}
    with open_workspace(tmp_path) as workspace:
        assert workspace.name == name


def test_other_files_in_the_folder_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    create_workspace(tmp_path).close()
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_second_one_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    create_workspace(tmp_path, "first").close()
    with pytest.raises(StoreError, match="is a workspace already"):
        create_workspace(tmp_path, "second")
    with open_workspace(tmp_path) as workspace:
        assert workspace.name == "first"


def test_a_creation_that_was_killed_can_be_done_again(tmp_path: Path) -> None:
    create_workspace(tmp_path).close()
    (tmp_path / "tumen.toml").unlink()  # written last
    create_workspace(tmp_path).close()
    (tmp_path / "tumen.toml").unlink()
    (tmp_path / "tumen.sqlite").write_bytes(b"")
    with create_workspace(tmp_path) as workspace:
        assert workspace.counts().reports == 0


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"not a workspace.*tumen init"):
        open_workspace(tmp_path)
    with pytest.raises(StoreError, match="not a workspace"):
        open_workspace(tmp_path / "missing")
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="not a workspace"):
        open_workspace(tmp_path / "file")
    with pytest.raises(StoreError):
        create_workspace(tmp_path / "file")


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        (b"version = 2\nname = 'a'\n", "newer Tumen .*upgrade"),
        (b"name = 'a'\n", "should say"),
        (b"version = true\nname = 'a'\n", "should say"),
        (b"version = 1\nname = 3\n", "should say"),
        (b"version = \n", "cannot be understood"),
        (b"\xff\xfe", "cannot be understood"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(tmp_path: Path, settings: bytes, why: str) -> None:
    create_workspace(tmp_path).close()
    (tmp_path / "tumen.toml").write_bytes(settings)
    with pytest.raises(StoreError, match=why):
        open_workspace(tmp_path)
