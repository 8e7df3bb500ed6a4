"""The code that the how-to pages show does what they say."""

import io
import re
import textwrap
from pathlib import Path
from types import SimpleNamespace

import pytest

from build import a_record, a_report, sentences_of
from tumen.errors import ReportError
from tumen.event import extend_scheme, scheme
from tumen.pipeline import read_report
from tumen.records import Original

HOW_TO = Path(__file__).parents[3] / "docs" / "how-to"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
TEXT = "Crews Held\n\n“Nobody has seen the boats,” a source said.\n\nThe river is closed."


def code_of(page: str, holding: str) -> SimpleNamespace:
    """What the one block of `page` that holds these words defines, as a module of its own."""
    (block,) = (block for block in BLOCK.findall((HOW_TO / page).read_text("utf-8")) if holding in block)
    names: dict[str, object] = {"__name__": "shown"}
    exec(compile(textwrap.dedent(block), page, "exec"), names)
    return SimpleNamespace(**names)


def test_the_reader_of_files_reads() -> None:
    reader = code_of("add-a-reader-of-files.md", "def read(")
    sample = code_of("add-a-reader-of-files.md", "def rtf(").rtf(TEXT)
    assert reader.read(Original("a", sample, "")).text == TEXT
    with pytest.raises(ReportError, match="cut off"):
        reader.read(Original("a", sample[:-1], ""))


def test_the_exporter_exports() -> None:
    out = io.StringIO()
    code_of("add-an-exporter.md", "def write_markdown(").write_markdown([a_record(TEXT)], "claims", out)
    assert len(out.getvalue().splitlines()) == 2 + len(a_record(TEXT).claims)


def test_the_type_of_event_is_taken_and_found() -> None:
    (toml,) = re.findall(r"^```toml\n(.*?)^```", (HOW_TO / "add-a-type.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    types = extend_scheme(scheme(), toml, "scheme.toml")
    row = types["indoctrinate"]
    for sentence, found in ((row.example, ["indoctrinate"]), (row.not_example, [])):
        assert [event.type for event in read_report(a_report(sentence), types).events] == found


def test_the_claim_reader_reads() -> None:
    sentences = sentences_of(TEXT)
    reader = code_of("add-a-claim-reader.md", "def read_plainly(")
    sources, claims = reader.read_plainly(a_report(TEXT), (), sentences, (), (), ())
    assert len(sources) == 1
    assert [claim.content for claim in claims] == [(sentence.span,) for sentence in sentences]
