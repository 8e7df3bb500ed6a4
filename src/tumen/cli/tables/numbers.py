"""The claims of a report, numbered as tables and marked texts show them. Comes in: a record. Goes out: numbered claims."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tumen.cli.tables.words import UNKNOWN, fold
from tumen.records import Claim, ReportRecord

OUTLET_UNKNOWN = "the outlet (unknown)"


@dataclass(frozen=True, slots=True)
class NumberedClaim:
    """`number` counts from 1; `depth` is 0 for what the outlet reports itself; `voice` is who says it."""

    number: int
    depth: int
    voice: str
    claim: Claim


def number_claims(record: ReportRecord) -> list[NumberedClaim]:
    """The claims in text order, each followed by those that are reported inside it."""
    inside: dict[str | None, list[Claim]] = {}
    ids = {claim.id for claim in record.claims}
    for claim in sorted(record.claims, key=_position):
        inside.setdefault(claim.parent if claim.parent in ids else None, []).append(claim)
    voices = {source.id: source.description for source in record.sources}
    return [
        NumberedClaim(number, depth, _voice(record, claim, voices), claim)
        for number, (depth, claim) in enumerate(_walk(inside, None, 0), start=1)
    ]


def list_voices(claims: Iterable[NumberedClaim]) -> str:
    """One line a voice, with the numbers of its claims: "Daily NK [2, 3]"."""
    numbers: dict[str, list[int]] = {}
    for numbered in claims:
        numbers.setdefault(numbered.voice, []).append(numbered.number)
    return "\n".join(f"{voice} {list_numbers(of)}" for voice, of in numbers.items())


def list_numbers(numbers: Iterable[int]) -> str:
    """ "[2, 3]"."""
    return f"[{', '.join(map(str, numbers))}]"


def _position(claim: Claim) -> tuple[int, int]:
    first = min((span.start for spans in (claim.content, claim.source, claim.cue) for span in spans), default=0)
    return first, -sum(len(span) for span in claim.content)


def _walk(inside: dict[str | None, list[Claim]], parent: str | None, depth: int) -> Iterator[tuple[int, Claim]]:
    for claim in inside.get(parent, ()):
        yield depth, claim
        yield from _walk(inside, claim.id, depth + 1)


def _voice(record: ReportRecord, claim: Claim, voices: dict[str, str | None]) -> str:
    if claim.kind == "narrated":
        return fold(record.report.outlet) if record.report.outlet else OUTLET_UNKNOWN
    description = voices.get(claim.source_id)
    return fold(description) if description else UNKNOWN
