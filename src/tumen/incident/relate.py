"""Incidents of one report -> how they stand to the main one. Comes in: incidents and their events. Goes out: incidents with `relation`.

By time, and by what kinds of happening they are: a manhunt after an escape answers it, a probe before it is background. Where neither says, the
relation is unknown: that two things stand in one report makes neither the cause of the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tumen.edtf import days_from, reach
from tumen.event import EventType
from tumen.incident.group import Happening
from tumen.records import Incident, Relation

RESPONSES = frozenset("control custody misconduct".split())
"""Families that answer a happening of another family."""
ANSWERED = frozenset("movement violence protest assist deprivation".split())


def relate(
    incidents: Sequence[Incident], happenings: Sequence[Happening], scheme: Mapping[str, EventType]
) -> tuple[Incident, ...]:
    """The incidents, each but the first with its relation to it: response, follow_up, background, or `None` for unknown."""
    if not incidents:
        return ()
    main = happenings[0]
    related = [
        replace(incident, relation=_relation(other, main, scheme))
        for incident, other in zip(incidents[1:], happenings[1:], strict=True)
    ]
    return (incidents[0], *related)


def _relation(other: Happening, main: Happening, scheme: Mapping[str, EventType]) -> Relation | None:
    before = _days_before(other, main)
    if (before is not None and before > 0) or _stands_before(other, main):
        return "background"
    if before is None and not all(one.is_ahead for one in other.told):
        return None
    families = scheme[other.type].family, scheme[main.type].family
    return "response" if families[0] in RESPONSES and families[1] in ANSWERED else "follow_up"


def _stands_before(other: Happening, main: Happening) -> bool:
    """Whether a sentence of the main incident says that the other came first: "in spite of an investigation"."""
    claims = {claim for one in main.told for claim in one.event.claims}
    return any(one.is_before and claims & set(one.event.claims) for one in other.told)


def _days_before(other: Happening, main: Happening) -> int | None:
    """By how many days `other` ended before `main` began; below zero if it came after; `None` where that is not known."""
    mine = [found for one in main.told if one.time and (found := reach(one.time.edtf))]
    theirs = [found for one in other.told if one.time and (found := reach(one.time.edtf))]
    if not mine or not theirs:
        return None
    before = days_from(max(one[1] for one in theirs), min(one[0] for one in mine))
    after = days_from(max(one[1] for one in mine), min(one[0] for one in theirs))
    return before if before > 0 else -after if after > 0 else None
