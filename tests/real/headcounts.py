"""What the ledger makes of numbers of people, against gold: `python -m real.headcounts` prints the figures. `tests/data/headcounts/README.md` says what the labels mean.

A number is read where an account has it under a field: in an incident, or beside one. It is right if that is the field of gold. Those taken by others than the state count with those held,
the executed with the dead, those who arrived with those who fled. Numbers under no field, and `people` and `affected` in gold, are left out.
"""

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import tumen
from tumen.ledger import make_account
from tumen.ledger.account import Account, ToldReading
from tumen.ledger.tables import field_of_type
from tumen.records import Span

DATA = Path(__file__).parents[1] / "data" / "headcounts"
MARK = re.compile(r"\{(?P<what>[a-z]+)(?:/h)? (?P<scope>all|part|other)\|(?P<words>[^}]*)\}")
SAME = {"kidnapped": "detained", "executed": "dead", "arrived": "fled"}
"""Fields of one thing by another name."""
UNTOLD = ("people", "affected")


class Number(NamedTuple):
    """A number of a text, by gold."""

    span: Span
    what: str
    scope: str


def texts() -> Iterator[tuple[str, list[Number]]]:
    """The marked texts without their marks, and their numbers."""
    for file in sorted(DATA.glob("*.txt")):
        for marked in file.read_text("utf-8").strip().split("\n\n"):
            text, numbers, at = "", [], 0
            for match in MARK.finditer(marked):
                text += marked[at : match.start()]
                span = Span(len(text), len(text) + len(match["words"]))
                text += match["words"]
                numbers.append(Number(span, match["what"], match["scope"]))
                at = match.end()
            yield text + marked[at:] + "\n", numbers


def told(account: Account) -> Iterator[tuple[ToldReading, str]]:
    """The numbers that an account has, each with its field."""
    for incident in account.incidents:
        for name, readings in incident.fields:
            field = field_of_type().get(incident.type) if name == "how_many" else name
            for reading in readings:
                if field and isinstance(reading.value, dict) and "lo" in reading.value:
                    yield reading, field
    for count in account.counts:
        if count.field:
            yield count.reading, count.field


def measure() -> Counter[str]:
    """How many numbers are right, wrong (another field, or no people at all), and missed, of `all` and of any scope."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        for text, numbers in texts():
            file.write_text(text, "utf-8")
            account = make_account(tumen.read(file, language="en"))
            ours = [(span, field) for reading, field in told(account) for span in reading.spans]
            for number in numbers:
                if number.what not in UNTOLD:
                    is_read = any(span.overlaps(number.span) and _is_same(field, number) for span, field in ours)
                    found[f"{number.scope} {'right' if is_read else 'missed'}"] += 1
            for span, field in {(span, known_as(field)) for span, field in ours}:
                gold = [number for number in numbers if span.overlaps(number.span)]
                found["right" if any(_is_same(field, number) for number in gold) else "wrong"] += 1
    return found


def _is_same(field: str, number: Number) -> bool:
    return known_as(field) == known_as(number.what)


def known_as(field: str) -> str:
    """One name for a field and those that mean the same."""
    return SAME.get(field, field)


if __name__ == "__main__":
    figures = measure()
    right, wrong = figures["right"], figures["wrong"]
    print(f"numbers under a field: {right + wrong}, of which right {right / (right + wrong):.1%}")
    for scope in ("all", "part", "other"):
        total = figures[f"{scope} right"] + figures[f"{scope} missed"]
        print(f"{scope}: {figures[f'{scope} right']} of {total} read = {figures[f'{scope} right'] / total:.1%}")
