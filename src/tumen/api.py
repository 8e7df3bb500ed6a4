"""The functions of `import tumen`. Comes in: paths, and what is known of the reports. Goes out: records, workspaces.

The command line reads reports through these same functions.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from tumen.errors import ReportError, SettingError
from tumen.event import Scheme, extend_scheme, scheme
from tumen.pipeline import read_original, read_outcome
from tumen.records import Given, ReportRecord, Skipped
from tumen.report import check_given, find_originals

if TYPE_CHECKING:
    from tumen.linking import Linking
    from tumen.store import Workspace

AnyPath = str | PathLike[str]


def read(
    path: AnyPath,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    language: str | None = None,
    types: AnyPath | None = None,
) -> ReportRecord:
    """The record of the one report at `path`; "-" is stdin. What is given wins over what the file says. `types` is a file of types of
    events to look for besides those that come with Tumen.

    Raises `ReportError` if there is no report that can be read, or more than one, and `SettingError` if what is given
    cannot be meant.
    """
    given = make_given(published=published, outlet=outlet, title=title, language=language)
    found = list(islice(find_originals([fspath(path)]), 2))
    if not found:
        raise ReportError(fspath(path), "nothing", "there is no report in it")
    if len(found) > 1:
        raise ReportError(fspath(path), "several", "there is more than one report in it; use tumen.read_all")
    if isinstance(found[0], Skipped):
        raise ReportError(found[0].report, found[0].reason, found[0].detail)
    return read_original(found[0], given, read_types(types))


def read_all(
    paths: Iterable[AnyPath],
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    language: str | None = None,
    types: AnyPath | None = None,
) -> Iterator[ReportRecord | Skipped]:
    """The records of all reports at `paths`, one after the other; a `Skipped` in place of each that cannot be read.

    Folders, archives, mails and JSON lines give each report in them. `types` is as in `read`. Raises `SettingError`, at once, if what is given
    cannot be meant.
    """
    given = make_given(published=published, outlet=outlet, title=title, language=language)
    return _read_each(paths, given, read_types(types))


def make_given(
    *, published: str | None = None, outlet: str | None = None, title: str | None = None, language: str | None = None
) -> Given:
    """What is known of the reports. Raises `SettingError` if it cannot be meant."""
    given = Given(title=title, outlet=outlet, published=published, language=language)
    for name, value in (("--title", title), ("--outlet", outlet)):
        if value is not None and not value.isprintable():  # among them what is left of bytes that are no letters
            raise SettingError(name, "there are control characters or broken letters in it")
    check_given(given)
    return given


def _read_each(paths: Iterable[AnyPath], given: Given, types: Scheme) -> Iterator[ReportRecord | Skipped]:
    for original in find_originals(fspath(path) for path in paths):
        yield original if isinstance(original, Skipped) else read_outcome(original, given, types)


def read_types(file: AnyPath | None = None) -> Scheme:
    """The types of events that come with Tumen, and those of `file`. Raises `SettingError` if it cannot be read or a type in it cannot be
    used."""
    if file is None:
        return scheme()
    name = fspath(file)
    try:
        toml = Path(file).read_text("utf-8")
    except OSError as err:
        raise SettingError(name, f"cannot be read: {err.strerror}") from err
    except UnicodeDecodeError as err:
        raise SettingError(name, "cannot be read: it is not in UTF-8") from err
    return extend_scheme(scheme(), toml, name)


def open_workspace(path: AnyPath) -> "Workspace":
    """The workspace in the folder `path`, ready for use in a `with`. Raises `StoreError` if it is none."""
    from tumen import store  # half a second

    return store.open_workspace(Path(path))


def create_workspace(path: AnyPath, name: str | None = None) -> "Workspace":
    """A new workspace in the folder `path`, which is made if needed. Raises `StoreError` if it is one already."""
    from tumen import store

    return store.create_workspace(Path(path), name)


def link_new(workspace: "Workspace", advance: Callable[[int], None] = lambda done: None) -> int:
    """Links the reports of a workspace that were not linked yet; how many there were. `advance` is told after each batch how many were done.
    Raises `SettingError` if a setting of the workspace cannot be meant."""
    from tumen.linking import catch_up

    return catch_up(workspace, linking_of(workspace), advance)


def linking_of(workspace: "Workspace") -> "Linking":
    """How the reports of a workspace are linked: by its settings and its types of events. Raises `SettingError` if one of them cannot be meant."""
    from tumen.link import Thresholds
    from tumen.linking import Linking

    types = read_types(workspace.scheme_file if workspace.scheme_file.exists() else None)
    return Linking(Thresholds(**workspace.shares("linking", asdict(Thresholds()))), types)
