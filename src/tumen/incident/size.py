"""Numbers that stand away from the event they count -> who says how many it was. Comes in: quantities that no event has. Goes out: numbers with their claims.

"Security men arrested the singers. There were 36 of them." English has few ways to say so: that there were so many, that they were so many, that so many
took part, a total, all so many. Only the main incident gets such a number, only where no event of it gives one of that unit, and only where it
was what the report was speaking of.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tumen.incident.around import claims_at
from tumen.incident.group import PARAGRAPH, Happening
from tumen.incident.told import Told
from tumen.records import Claim, Quantity, Report, Span
from tumen.view import sentence_around

PERSONS = ("person", "household")
DEAD = ("die", "kill", "execute")
LEAD = r"(?:^|[,;:–—“\"] ?)(?:[Ii]n all,? |[Aa]ltogether,? |[Ii]n total,? |[Aa]nd )?"
THERE = re.compile(LEAD + r"[Tt]here (?:are|were|was|had been|have been) (?:in all |altogether )?$")
THEY = re.compile(
    LEAD
    + r"(?:[Tt]hey|[Ww]e|[Tt]hese|[Tt]hose (?:arrested|detained|taken|seized|held|killed|missing|expelled|affected|sentenced|abducted|who [a-z ]{2,30})|[Tt]he (?:arrested|detained|detainees|missing|victims|dead|accused|captives|abducted)) "
    r"(?:are|were|numbered|number|totalled|came to|made up)(?: in all)? $"
)
TOTAL = re.compile(
    r"\b(?:[Aa] total of|[Ii]n all,?|[Aa]ltogether,?|numbering|[Tt]he (?:group|party|crowd|choir|congregation|column|company|community|crew|village|convoy) "
    r"(?:was|is|numbered|counted|had|has|consisted of|comprised|of)|(?:put|puts|estimated|estimates|gave|gives) the (?:crowd|number|group|party)[a-z ]{0,30} (?:at|as)(?: between)?) $"
)
TAKES_PART = re.compile(
    r"(?: [a-z]+){0,2} (?:took|are taking|were taking|have taken|had taken|take|taking) part\b| (?:are|were) involved\b| (?:had |have )?joined in\b"
)
ALL = re.compile(r"^(?:[Aa]nd )?All (?:of the |the |these |those )?$")
OF_THE = re.compile(r"^(?:[\w-]+) of the $")
OTHERS = re.compile(r"(?: \w+)? (?:in|at|from|near) [A-Z]")  # "None of the 21 arrested in Dekemhare"
THEM = re.compile(r" of (?:them|us)\b")
ANYBODY = re.compile(r"\b(?:people|persons|souls|families|households|men, women|of them|of us)\b", re.IGNORECASE)
SOMEWHERE = re.compile(r" (?:in|at|on|inside|outside|who|waiting|living)\b")
"""What there is somewhere is no group that was spoken of: "there are 4,000 people in the camp"."""


class Size(NamedTuple):
    """A number of people, the words for it, the claims in which they stand, and the field that it is of."""

    quantity: Quantity
    claims: tuple[str, ...]
    field: str = "how_many"


def sizes(
    report: Report, main: Happening, told: Sequence[Told], quantities: Sequence[Quantity], claims: Sequence[Claim]
) -> Iterator[Size]:
    """The numbers that the report gives of the main happening away from its events, in text order."""
    taken = [span for one in told for each in one.event.participants if each.count for span in each.spans]
    for quantity in quantities:
        if quantity.unit not in PERSONS or any(span.overlaps(quantity.span) for span in taken):
            continue
        known = any(
            other.lo == quantity.lo and other.unit == quantity.unit for other in quantities if other.span < quantity.span
        )
        is_size = _is_size(report.text, quantity, is_known=known) and _is_of(report.text, quantity.span, main, told)
        if is_size and (holding := claims_at(quantity.span, claims)):
            yield Size(quantity, holding, _field(report.text, quantity.span, main))


def _is_size(text: str, quantity: Quantity, *, is_known: bool) -> bool:
    """Whether the words around a number say that it is how many they were. `is_known`: the number stood there before, perhaps of others."""
    span = quantity.span
    before = _flat(text[sentence_around(text, span).start : span.start])
    after = _flat(text[span.end : sentence_around(text, span).end])
    written = _flat(text[span.start : span.end])
    is_anybody = bool(ANYBODY.search(written) or THEM.match(after)) or quantity.group is None
    if THERE.search(before):
        return is_anybody and not SOMEWHERE.match(THEM.sub("", after, count=1))
    if THEY.search(before) or TOTAL.search(before):
        return True
    if ALL.search(before) or (OF_THE.search(before) and not OTHERS.match(after)):
        return not is_known and not after.startswith((" years", " days"))
    return bool(TAKES_PART.match(after))


def _is_of(text: str, span: Span, main: Happening, told: Sequence[Told]) -> bool:
    """Whether the report was speaking of the main happening: what it told last before the number, or is telling around it, is of that."""
    mine = {one.event.id for one in main.told}
    before = [one for one in told if one.event.trigger.start < span.start and not one.event.aside]
    if not before or span.start - before[-1].event.trigger.end > PARAGRAPH * 2:
        return False
    near = [one for one in before if one.event.trigger.start >= sentence_around(text, before[-1].event.trigger).start]
    return any(one.event.id in mine for one in near)


def _field(text: str, span: Span, main: Happening) -> str:
    """Of those who died in an attack, where they are what was told last: "There died: ... These are nine"."""
    last = max((one for one in main.told if one.event.trigger.start < span.start), key=lambda one: one.event.trigger)
    is_of_dead = last.event.type in DEAD and main.type not in DEAD and main.type != "disaster"
    return "dead" if is_of_dead else "how_many"


def _flat(words: str) -> str:
    """With every run of white space as one space, those at the ends too."""
    return re.sub(r"\s+", " ", words)
