"""The best credibility that a reading could be given. Comes in: on what it rests, what contradicts it. Goes out: a proposal, with how it is derived.

The numbers are those of STANAG 2511 (NATO AJP-2.1, annex on the evaluation of information), in our words:

    1  it is certain that it also comes from another source than what is already known
    2  the independence of the sources cannot be guaranteed, but what is known of them is held to establish it sufficiently
    3  not enough to establish more, but in no conflict with what is known
    4  it tends to conflict with what is known
    5  it positively contradicts what is known
    6  it cannot be judged

A proposal is a limit: no person may go above it without evidence that the ledger lacks, and any may stay below it. The grade is always a person's.
Words for grades are left out, because they are taken for chances.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tumen.gathered import Contradiction, GatheredReading
from tumen.records import Record


@dataclass(frozen=True, slots=True)
class Grade(Record):
    """`number` is the best credibility possible, from 1 (best) to 5, 6 if it cannot be judged; `why` says how it is derived."""

    number: int
    why: str


def propose_grade(reading: GatheredReading, clashes: Iterable[Contradiction] = ()) -> Grade:
    """The best that a person could give this reading. `clashes` are the contradictions that it stands in, updates by its own origin left out."""
    mine = {telling.report for telling in reading.told}
    against = {origin for clash in clashes for other in _others(clash, mine) for origin in other.origins} - set(
        reading.origins
    )
    origins, unknown = len(reading.origins), len(reading.unknown)
    if not origins:
        return Grade(6, "independence unknown: nothing to compare it with")
    if against:
        if origins == 1:
            return Grade(4, "one origin, contradicted by another one")
        return Grade(2, f"{origins} origins, contradicted by another one")
    if origins >= 2:
        return Grade(1, f"{origins} origins shown to be independent")
    if unknown:
        return Grade(2, "one origin and more reports whose independence is unknown")
    return Grade(3, "one origin, contradicted by none")


def _others(clash: Contradiction, mine: set[str]) -> Iterable[GatheredReading]:
    """The other side, where this reading stands on one; a later count that takes its place is no other origin's word against it."""
    if clash.kind == "update":
        return ()
    stands = [one for one in clash.readings if {telling.report for telling in one.told} & mine]
    return [one for one in clash.readings if one not in stands] if stands else ()
