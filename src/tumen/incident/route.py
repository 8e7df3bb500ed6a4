"""Where those of a journey set out -> further places of the main incident. Comes in: the report's places. Goes out: those that words of leaving stand before.

"Twenty-three trainees crossed into Sudan. The group set out from Girmayka": the second sentence tells of no event of the scheme, but of where the journey
began.
"""

import re
from collections.abc import Iterator, Sequence

from tumen.incident.around import claims_at
from tumen.incident.group import PARAGRAPH, Happening
from tumen.records import Claim, Place, Report

SET_OUT = re.compile(
    r"\b(?:set (?:out|off)|started(?: out)?|departed|departing|departure|left|leaving|walked|marched|came|dispatched|sent|point of departure)\b[^.;:!?\n]{0,20}?"
    r"(?: \(| from | out of |: )(?:the (?:town|village|city|locality|district|port|camp) of )?$"
)
ASIDE = re.compile(r"\b(?:telephone|message|photograph|picture|letter|report)s?\b")


def starts(
    report: Report, main: Happening, places: Sequence[Place], claims: Sequence[Claim]
) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The places that the people of the main happening are said to have left, each with its claim."""
    for place in places:
        at = place.span.start
        near = any(0 < at - one.event.trigger.end < PARAGRAPH * 2 for one in main.told if not one.is_denied)
        before = " ".join(report.text[max(at - 60, 0) : at].split()) + " "
        if near and SET_OUT.search(before) and not ASIDE.search(before) and (holding := claims_at(place.span, claims)):
            yield place, holding
