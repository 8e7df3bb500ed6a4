import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tumen.errors import NotFoundError, StoreError
from tumen.records import Original
from tumen.store.originals import read_original, write_originals

DATA = b"bytes as received\r\n\x00"
SHA256 = hashlib.sha256(DATA).hexdigest()
ORIGINAL = Original("a.txt", DATA, SHA256)

ADD_LARGE = """
import hashlib, resource, sys
from pathlib import Path
from tumen.errors import StoreError
from tumen.records import Original
from tumen.store.originals import write_originals

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
data = bytes(5000)
try:
    write_originals(Path(sys.argv[1]), [Original("large.txt", data, hashlib.sha256(data).hexdigest())])
except StoreError as err:
    print(err.why)
"""


def test_bytes_are_kept_under_their_hash(tmp_path: Path) -> None:
    write_originals(tmp_path, [ORIGINAL, ORIGINAL])
    assert (tmp_path / SHA256[:2] / SHA256).read_bytes() == DATA
    assert read_original(tmp_path, SHA256) == DATA
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [SHA256]


@pytest.mark.parametrize("asked", ["0" * 64, "", "../../etc/passwd", SHA256[:10], SHA256.upper()])
def test_what_is_not_there_is_not_found(tmp_path: Path, asked: str) -> None:
    write_originals(tmp_path, [ORIGINAL])
    with pytest.raises(NotFoundError):
        read_original(tmp_path, asked)


@pytest.mark.parametrize("damage", [b"", DATA[:-1], DATA[:-1] + b"\x01", DATA + b"\x00"])
def test_damage_is_noticed_and_adding_again_repairs_it(tmp_path: Path, damage: bytes) -> None:
    write_originals(tmp_path, [ORIGINAL])
    (tmp_path / SHA256[:2] / SHA256).write_bytes(damage)
    with pytest.raises(StoreError, match="damaged"):
        read_original(tmp_path, SHA256)
    write_originals(tmp_path, [ORIGINAL])
    assert read_original(tmp_path, SHA256) == DATA


def test_what_a_killed_run_left_is_written_over(tmp_path: Path) -> None:
    part = tmp_path / SHA256[:2] / f".{SHA256}.part"
    part.parent.mkdir()
    part.write_bytes(b"longer than the bytes that will be written in its place")
    write_originals(tmp_path, [ORIGINAL])
    assert read_original(tmp_path, SHA256) == DATA
    assert not part.exists()


def test_a_hash_of_other_bytes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"^a\.txt: "):
        write_originals(tmp_path, [Original("a.txt", b"others", SHA256)])
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_may_not_grow_leaves_nothing_behind(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", ADD_LARGE, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "the file would become larger than the system allows\n"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_writers_of_the_same_bytes_do_not_disturb_each_other(tmp_path: Path) -> None:
    originals = [Original(f"{n}.txt", b"%d" % n * 5000, hashlib.sha256(b"%d" % n * 5000).hexdigest()) for n in range(40)]
    with ThreadPoolExecutor(4) as writers:
        list(writers.map(lambda _: write_originals(tmp_path, originals), range(4)))
    assert {read_original(tmp_path, original.sha256) for original in originals} == {original.data for original in originals}
    assert list(tmp_path.rglob("*.part")) == []
