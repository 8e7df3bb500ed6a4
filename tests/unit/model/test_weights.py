"""Weights that are not what they should be are told apart before anything is read; those that are give the same scores always."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tumen.errors import ModelError
from tumen.model import Scan, open_model
from tumen.model.weights import DESCRIPTION, NETWORK, TOKENIZER, WEIGHTS
from tumen.records import Span

TEXTS = ["“We left,” a guard said.", "회령 🙂", "", "Rice is dear, traders say. " * 60]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the weights, of which nothing may be opened."""

    def opens(*_: object, **__: object) -> None:
        raise AssertionError("read before it was checked")

    monkeypatch.setattr("onnxruntime.InferenceSession", opens)
    monkeypatch.setattr("tokenizers.Tokenizer.from_buffer", opens)
    for name in (DESCRIPTION, TOKENIZER):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    (tmp_path / NETWORK).symlink_to(WEIGHTS / NETWORK)
    return tmp_path


def refused(folder: Path, name: str) -> None:
    """Opening fails with an error that names the file and says what to do."""
    with pytest.raises(ModelError) as raised:
        open_model(folder)
    assert raised.value.file == str(folder / name)
    assert "install Tumen again" in str(raised.value)


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    refused(tmp_path / "none", DESCRIPTION)


@pytest.mark.parametrize("name", [DESCRIPTION, NETWORK, TOKENIZER])
def test_a_file_that_is_missing(folder: Path, name: str) -> None:
    (folder / name).unlink()
    refused(folder, name)


@pytest.mark.parametrize("name", [NETWORK, TOKENIZER])
def test_a_file_that_is_cut_off_or_empty(folder: Path, name: str) -> None:
    for content in ((WEIGHTS / name).read_bytes()[:1000], b""):
        (folder / name).unlink()
        (folder / name).write_bytes(content)
        refused(folder, name)


@pytest.mark.parametrize("at", [0, -1])
def test_a_file_of_which_one_byte_was_altered(folder: Path, at: int) -> None:
    content = bytearray((folder / TOKENIZER).read_bytes())
    content[at] ^= 1
    (folder / TOKENIZER).write_bytes(content)
    refused(folder, TOKENIZER)


@pytest.mark.parametrize("description", [b"", b"{", b"[]", b'{"branches": 3}', b"\xff\xfe", b"null"])
def test_a_description_that_describes_nothing(folder: Path, description: bytes) -> None:
    (folder / DESCRIPTION).write_bytes(description)
    refused(folder, DESCRIPTION)


@pytest.mark.parametrize("digest", [hashlib.sha256(b"another").hexdigest(), None])
def test_a_description_of_another_file_or_of_none(folder: Path, digest: str | None) -> None:
    described = json.loads((folder / DESCRIPTION).read_bytes())
    described["sha256"] |= {NETWORK: digest} if digest else {}
    if digest is None:
        del described["sha256"][NETWORK]
    (folder / DESCRIPTION).write_text(json.dumps(described))
    refused(folder, NETWORK)


def scan(text: str) -> Scan:
    starts = [at for at in range(len(text)) if at == 0 or text[at - 2 : at] == ". "]
    return open_model().scan(text, Span(0, len(text)), [0], starts)


def digest(texts: list[str]) -> list[str]:
    """A short name for all that the model gives for each of `texts`."""
    found = []
    for each in map(scan, texts):
        arrays = [array for w in each.windows for array in (w.tags, *w.queries.values(), *w.keys.values())]
        found.append(hashlib.sha256(b"".join(array.tobytes() for array in arrays)).hexdigest())
    return found


def test_the_same_text_gives_the_same_bytes_in_any_order_and_process() -> None:
    alone = digest(TEXTS)
    assert digest(TEXTS[::-1])[::-1] == alone
    code = f"from unit.model.test_weights import *; print(*digest({TEXTS!r}))"
    path = [str(Path(__file__).parents[2])]
    other = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path += {path!r}; {code}"], capture_output=True, text=True, check=True
    )
    assert other.stdout.split() == alone


def test_a_long_text_is_scanned_in_windows_and_each_piece_has_every_label() -> None:
    long = scan(TEXTS[-1])
    assert len(long.windows) > 1
    for head in long.columns:
        assert long.scores(head).shape == (len(long.pieces.ids), len(long.labels(head)))


def test_a_part_of_a_text_is_scored_as_a_text_of_its_own_and_stands_where_it_stands() -> None:
    part = open_model().scan("Before. Rice is dear.", Span(8, 21), [0, 8], [8])
    own = open_model().scan("Rice is dear.", Span(0, 13), [0], [0])
    assert (part.pieces.offsets - 8).tolist() == own.pieces.offsets.tolist()
    assert part.windows[0].tags.tobytes() == own.windows[0].tags.tobytes()
