"""The best credibility that a reading could be given. Comes in: on what it rests, what contradicts it. Goes out: a proposal, with how it is derived.

The numbers are those of STANAG 2511 (NATO AJP-2.1, the evaluation of information), in our words:

    1  it is certain that it also comes from another source than what is already known
    2  that the sources are independent cannot be guaranteed, but what is known of them is held to establish it well enough
    3  too little to establish more, but in no conflict with what is known
    4  it tends to conflict with what is known
    5  it positively contradicts what is known
    6  it cannot be judged

A proposal is a limit: no person should go above it without evidence that the ledger lacks, and any may stay below. The grade is always a person's. 5 is never
proposed: that something else is established is a judgement. Words for grades are left out, because they are read as chances.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tumen.gathered import Contradiction, GatheredReading
from tumen.ledger.values import key_of
from tumen.records import Record


@dataclass(frozen=True, slots=True)
class Grade(Record):
    """`number` is the best credibility possible, 1 the best, 6 if it cannot be judged; `why` says how it is derived."""

    number: int
    why: str


def propose_grade(reading: GatheredReading, contradictions: Iterable[Contradiction] = ()) -> Grade:
    """The best that a person could give this reading. `contradictions` are those of its field, and denials."""
    origins, unknown = len(reading.origins), len(reading.unknown)
    if not origins:
        return Grade(6, "the independence of its reports is unknown")
    contradictions = tuple(contradictions)
    if _is_slip(reading, contradictions):
        return Grade(4, "a translation that differs from its original")
    if _against(reading, contradictions):
        if origins == 1:
            return Grade(4, "one origin, contradicted by another origin")
        return Grade(2, f"{origins} independent origins, contradicted by another origin")
    if origins >= 2:
        return Grade(1, f"{origins} origins shown to be independent")
    if unknown:
        return Grade(2, "one origin, and reports whose independence is unknown")
    return Grade(3, "one origin, contradicted by no other")


def _is_slip(reading: GatheredReading, contradictions: Iterable[Contradiction]) -> bool:
    """Whether it stands in a translation alone; of the two readings of a slip the original comes first."""
    slips = [one.readings[-1] for one in contradictions if one.kind == "translation_slip"]
    return any(key_of(one.value) == key_of(reading.value) and len(one.told) == len(reading.told) for one in slips)


def _against(reading: GatheredReading, contradictions: Iterable[Contradiction]) -> set[str]:
    """The origins that contradict it: those of rival readings, and of denials of what its reports tell. An update takes its place rather than
    contradicting it."""
    found: set[str] = set()
    reports = {telling.report for telling in reading.told}
    mine = key_of(reading.value)
    for clash in contradictions:
        if clash.kind == "update":
            continue
        keys = [key_of(one.value) for one in clash.readings]
        is_denied = clash.kind == "denial" and bool(reports & {telling.report for telling in clash.readings[0].told})
        if is_denied or mine in keys:
            found |= {origin for key, one in zip(keys, clash.readings, strict=True) for origin in one.origins if key != mine}
    return found - set(reading.origins)
