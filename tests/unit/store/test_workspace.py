"""A workspace is its owner's alone."""

import hashlib
import os
import stat
from pathlib import Path

import pytest

from tumen.pipeline import read_original
from tumen.records import Given, Original
from tumen.store import create_workspace


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_nobody_else_may_read_what_a_workspace_holds(tmp_path: Path) -> None:
    data = b"Two were held.\n"
    original = Original("a.txt", data, hashlib.sha256(data).hexdigest())
    with create_workspace(tmp_path / "w") as workspace:
        workspace.keep(original, read_original(original, Given()))
        assert stat.S_IMODE(workspace.folder.stat().st_mode) == 0o700
