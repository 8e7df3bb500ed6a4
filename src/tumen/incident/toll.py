"""Which happenings of a report are what the main one cost people. Comes in: happenings. Goes out: the events that count its dead, hurt and detained.

A march is one happening and the shots at it another; that three were killed and nine arrested belongs to both. Another day, another place, or a word that
says so ("in a neighbouring town", "earlier") keeps a number where it stands.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from tumen.event import EventType
from tumen.incident.day import DAY
from tumen.incident.fields import DEAD, HELD, HURT
from tumen.incident.group import PARAGRAPH, Happening
from tumen.incident.told import Told
from tumen.records import Report
from tumen.view import sentence_around

COSTLY = frozenset("protest movement violence control deprivation misconduct".split())
"""Families of happenings that others answer with death, wounds or arrest."""
ELSEWHERE = re.compile(
    r"\b(?:neighbou?ring|nearby|elsewhere|another|separate(?:ly)?|unrelated|other (?:towns?|cities|places|villages|parts)|similar|an? like|earlier|previous(?:ly)?|"
    r"in the past|last (?:year|month|autumn|summer|winter|spring)|years? ago|months? ago|so far this year|since the beginning of|every year)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"\b(?:of|among|including) (?:whom|which)\b", re.IGNORECASE)
"""A number of others: "security officers, a number of whom have been detained" says nothing of those who fled."""


def tolls(report: Report, main: Happening, others: Sequence[Happening], scheme: Mapping[str, EventType]) -> Iterator[Told]:
    """The events of other happenings whose dead, hurt or detained are those of the main one."""
    if scheme[main.type].family not in COSTLY and main.type != "illness":
        return
    for other in others:
        for one in other.told:
            if one.event.type in (*DEAD, *HURT, *HELD) and _is_of(report, main, one):
                yield one


def _is_of(report: Report, main: Happening, one: Told) -> bool:
    at = one.event.trigger
    is_near = any(at.gap(mine.event.trigger) < PARAGRAPH * 2 for mine in main.told if not mine.is_denied)
    is_done = not one.is_denied and not one.is_ahead and not one.event.aside and one.event.factuality.certainty == "certain"
    sentence = sentence_around(report.text, at)
    is_dated_alone = one.time is not None and not any(
        mine.time or sentence.overlaps(mine.event.trigger) for mine in main.told
    )
    is_vague = one.time is not None and not DAY.fullmatch(one.time.edtf or "") and not any(mine.time for mine in main.told)
    if is_vague or not (is_near and is_done and main.fits(one)) or is_dated_alone:
        return False
    is_told_here = any(sentence.overlaps(mine.event.trigger) for mine in main.told)
    if RELATIVE.search(report.text, sentence.start, at.end) and not is_told_here:
        return False
    return not ELSEWHERE.search(report.text[sentence.start : sentence.end])
