"""The folder of a workspace and its settings file. Comes in: a path. Goes out: a path or a name. Never here: reports.

tumen.toml      marks the folder as a workspace: version and name
tumen.sqlite    what was read
scheme.toml     types of events that the desk adds, if it does
originals/      the bytes as received, by SHA-256
"""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tumen.errors import SettingError, StoreError
from tumen.store.database import store_errors

SETTINGS_FILE = "tumen.toml"
DATABASE_FILE = "tumen.sqlite"
SCHEME_FILE = "scheme.toml"
ORIGINALS_FOLDER = "originals"
VERSION = 1
"""Version of the settings file and of the layout of the folder."""


def find_workspace(start: Path) -> Path:
    """The nearest folder, from `start` upward, that is a workspace. Raises `StoreError` if there is none."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    raise StoreError(str(start), "no workspace here or above; make one with `tumen init` or name one with `--workspace`")


def read_name(folder: Path) -> str:
    """The name in the settings file. Raises `StoreError` if there is no such file or it is not one of ours."""
    file = folder / SETTINGS_FILE
    settings = _read_settings(folder)
    version, name = settings.get("version"), settings.get("name")
    if type(version) is not int or not isinstance(name, str):
        raise StoreError(str(file), 'should say `version = 1` and `name = "..."`')
    if version > VERSION:
        raise StoreError(str(file), f"was written by a newer Tumen (version {version}); upgrade Tumen to open it")
    return name


def read_shares(folder: Path, section: str, defaults: Mapping[str, float]) -> dict[str, float]:
    """The numbers of a section of the settings file, each from 0 to 1, `defaults` for those it leaves out. Raises `SettingError` for others."""
    asked = _read_settings(folder).get(section, {})
    if not isinstance(asked, dict):
        raise SettingError(section, f"should be a section, [{section}]")
    for name, value in asked.items():
        if name not in defaults:
            raise SettingError(f"{section}.{name}", f"is no setting; there are {', '.join(defaults)}")
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise SettingError(f"{section}.{name}", "should be a number from 0 to 1")
    return {**defaults, **asked}


def _read_settings(folder: Path) -> dict[str, Any]:
    file = folder / SETTINGS_FILE
    try:
        with store_errors(file):
            return tomllib.loads(file.read_text("utf-8"))
    except StoreError as err:
        if isinstance(err.__cause__, FileNotFoundError | NotADirectoryError):
            raise StoreError(str(folder), "is not a workspace; make one with `tumen init`") from err
        raise
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise StoreError(str(file), 'cannot be understood; it should say `version = 1` and `name = "..."`') from err


def write_name(folder: Path, name: str) -> None:
    """Marks `folder` as a workspace. Raises `StoreError` if it is one already."""
    file = folder / SETTINGS_FILE
    quoted = json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")  # what JSON leaves and TOML does not
    try:
        with store_errors(file), file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(f"version = {VERSION}\nname = {quoted}\n")
    except StoreError as err:
        if isinstance(err.__cause__, FileExistsError):
            raise StoreError(str(folder), "is a workspace already") from err
        raise
