"""The lines of a corpus. Comes in: a path. Goes out: lines, or an error that names the file."""

from pathlib import Path

from tumen.errors import SettingError


def read_lines(path: Path) -> list[str]:
    """The lines of a text in UTF-8, each with its end. Raises `SettingError` that says why it cannot be read."""
    return [f"{line}\n" for line in read_text(path).split("\n")]


def read_text(path: Path) -> str:
    """The whole text, line ends as they are. Raises `SettingError` that says why it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as err:
        raise SettingError(str(path), f"it cannot be read: {err.strerror}") from err
    except UnicodeDecodeError as err:
        raise SettingError(str(path), f"it is not text in UTF-8 (byte {err.start})") from err
