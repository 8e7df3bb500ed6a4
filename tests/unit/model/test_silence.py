"""Nothing is sent and nothing is written: the runtime of the model keeps to itself."""

import os
import subprocess
import sys
from pathlib import Path

import onnxruntime

SCAN = """
import socket

def refuse(*args, **kwargs):
    raise AssertionError("a socket")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from tumen.model import open_model
from tumen.records import Span
text = "A trader said that rice was short."
assert len(open_model().scan(text, Span(0, len(text)), [0], [0]).pieces.ids)
"""


def test_scanning_writes_nothing_into_the_home_of_the_user(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    places = {name: str(home) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR")}
    subprocess.run([sys.executable, "-B", "-c", SCAN], env=os.environ | places, check=True)
    assert list(home.rglob("*")) == []


def test_the_runtime_has_no_address_to_send_to() -> None:
    (library,) = Path(onnxruntime.__file__).parent.glob("capi/onnxruntime_pybind11_state*")
    assert b"events.data.microsoft.com" not in library.read_bytes()


def test_it_is_told_to_be_silent_all_the_same() -> None:
    code = "import tumen.model, os; assert os.environ['ORT_DISABLE_TELEMETRY'] == '1'"
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
