"""What a report says did not happen. Comes in: the record of a report. Goes out: denials, each of one type of event.

Three forms. Nobody: "not a single monk was detained", "no arrests took place". Rejected: what somebody tells is called false, invented, a rumour ("the tale of a
choir supposedly arrested is a fabrication"). Of their own will: those said to have been made to go went freely. What a voice does not know, refuses to say, foresees,
or says of another time ("nobody had been killed there before") denies nothing.
"""

import re
from collections.abc import Iterator

from tumen.ledger.account import Denial, ToldReading
from tumen.ledger.freely import freely, is_unsaid
from tumen.ledger.notice import Holding
from tumen.ledger.tables import coerced, words
from tumen.records import Claim, Event, ReportRecord, Source, Span
from tumen.view import sentence_around

SURE = ("certain", "probable")
CLOSE = 25  # letters between "no" and what did not happen
VERBS = r"was|were|is|are|has|have|had|been|being|ever|be|got|did|do|does"
NEITHER = rf"(?:{VERBS}|before|after|when|while|until|because|as|who|that|which|whether|if|but|since|although|and|so|to|by|for|with|between|about|than|evidence|reason|doubt|link|sign|word)\b"
NOBODY = re.compile(
    rf"\b(?:nobody|no[ -]one|none|no|not (?:one|a single|any|even one)|neither)\b(?: (?!{NEITHER})[\w'’-]+){{0,5}}?"
    rf"(?P<verb>(?: (?:{VERBS})\b)*) ?$",
    re.IGNORECASE,
)
"""Nobody at all, as the subject of what follows."""
VERB_AFTER = re.compile(r"[^.,;]*\b(?:was|were|is|are|has|have|had|did|does|can|could|will|would)\b")
"""Then a participle only says who is meant: "none of those arrested has come back"."""
NO_NOUN = re.compile(
    r"\b(?:no|not a single|not one|neither|nor)(?: (?:an?|such|public|mass|further|other|violent|peaceful|single|[a-z]+ed))?(?: (?:cases?|instances?|incidents?|acts?) of(?: an?| any)?)? ?$",
    re.IGNORECASE,
)
"""Of a noun: "no arrests took place", "no case of cholera"."""
NO_OTHER = re.compile(r"\b[Nn]o(?: [\w'’-]+){1,3}? (?:in|for|of|between|after|over|about|behind|from|with|during)\b[^,;]*$")
"""What is missing there is something about it: "no arrests in the shootout"."""
ALSO_NOBODY = re.compile(
    r"^ (?:a |any )?(?:nobody|no[ -]one|none|no|not (?:one|a single|even one))\b", re.IGNORECASE
)  # "had kidnapped nobody"
RUMOUR = re.compile(
    r"\b(?:tales?|stor(?:y|ies)|rumou?rs?|reports?|claims?|allegations?|accounts?|news|talk|lies?|lie|inventions?|myths?|fairy tales?|accusations?|assertions?)\b"
    r"(?: (?!and|or|but)[\w'’-]+){0,6}? (?:of|about|that|on|concerning|according to which)\b[^.;]*$",
    re.IGNORECASE,
)
"""What is told, up to the event that it tells of."""
SUPPOSED = re.compile(
    r"\b(?:alleged(?:ly)?|supposed(?:ly)?|so-called|purported(?:ly)?)\b(?:(?! who | which )[^.;,]){0,60}$", re.IGNORECASE
)
VERB = re.compile(
    r"\w(?:ed|en|wn|ot|ought|aught|id|ung|ost|old|eld|ent|ook|oke|ell|eft|ain|orn|et|ut|ied|ead|un|fled|ck|d)\b"
)  # of a past tense or participle
LET_ALONE = re.compile(r"\b(?:let alone|much less|still less|not to speak of) ?$", re.IGNORECASE)
CALLED = re.compile(
    r"\b(?:call|calls|called|describ(?:e|es|ed)|dismiss(?:es|ed)?|brand(?:s|ed)|denounc(?:es|ed)|label(?:s|led))(?: [\w'’-]+){0,3}? ?$",
    re.IGNORECASE,
)
"""What they called something: "called the shelling a fabrication"."""
INVENTED = re.compile(
    r"\b(?:invent(?:ed|ing|s)?|fabricat(?:ed|es|ing)|concoct(?:ed|s|ing)?|made up|dreamt up|cooked up)(?: [\w'’-]+){0,4}? ?$",
    re.IGNORECASE,
)
"""What somebody made up: "have invented a round-up"."""
HARMLESS = re.compile(
    r"\b(?:no|not a single|not one) (?P<whom>civilians?|residents?|villagers?|inhabitants?|local people|peaceful \w+|persons?|one)? ?(?:was|were|has been|have been|had been) (?:harmed|hurt|affected)\b"
    r"|\bnobody (?:was|has been|had been) (?:harmed|hurt)\b|\b(?P<them>(?:peaceful|civilian|local) (?:population|residents|inhabitants|people)|civilians) (?:did not suffer|(?:was|were) not (?:harmed|hurt|affected))\b"
    r"|\b(?:there (?:are|were|have been)|with|caused|claimed) no (?P<those>civilian )?(?:casualties|victims|fatalities)\b",
    re.IGNORECASE,
)
"""That nobody came to harm, without a word for what is said to have harmed them."""
STAYED = re.compile(
    r"\b(?:nobody|no one|not (?:a single|one) [a-z]+) (?:has |have |had )?(?:left|gone (?:over|across|away|missing)|gone)\b(?! (?:unpunished|hungry|without|untouched))",
    re.IGNORECASE,
)
"""That nobody went, in words too common to be a trigger of the scheme."""
CIVILIAN = re.compile(r"civil|resident|villager|inhabitant|peaceful|local", re.IGNORECASE)


def denials(record: ReportRecord) -> Iterator[Denial]:
    """The events that are said not to have happened, and whether it is said that all was voluntary."""
    claims = {claim.id: claim for claim in record.claims}
    sources = {source.id: source for source in record.sources}
    for event in record.events:
        if event.time_frame in ("future", "conditional"):
            continue
        around = sentence_around(record.report.text, event.trigger)
        if is_unsaid(record, around):
            continue
        if found := _denied(record, event, around):
            yield _made(record, event, around, claims, sources, is_total=found == "nobody" or _is_total(record, event))
    yield from _harmless(record, claims, sources)
    yield from _stayed(record, claims, sources)
    yield from _voluntary(record, claims, sources)


def _denied(record: ReportRecord, event: Event, around: Span) -> str | None:
    """How an event is denied; `None` if it is not."""
    text, trigger = record.report.text, event.trigger
    before, after = text[around.start : trigger.start], text[trigger.end : around.end]
    if not event.aside and (_has_nobody(record, event, before, after) or ALSO_NOBODY.match(after)):
        return "nobody"
    is_of_other = NO_OTHER.search(before) and not VERB.search(record.read(trigger))
    if event.factuality.polarity == "negative" and event.factuality.certainty in SURE and not event.aside and not is_of_other:
        return "negated"
    if (
        LET_ALONE.search(before)
        or INVENTED.search(before)
        or (CALLED.search(before) and words("rejecting").search(text, trigger.end, around.end))
    ):
        return "rejected"
    is_rejected = words("rejecting").search(text, around.start, around.end)
    if is_rejected and (RUMOUR.search(before) or SUPPOSED.search(before)):
        return "rejected"
    return None


def _has_nobody(record: ReportRecord, event: Event, before: str, after: str) -> bool:
    """Whether "nobody" is the subject of the event, or "no" stands with its noun."""
    if not VERB.search(record.read(event.trigger)):
        return bool(NO_NOUN.search(before))
    nobody = NOBODY.search(before)
    return nobody is not None and bool(nobody["verb"] or not VERB_AFTER.match(after))


def _made(
    record: ReportRecord, event: Event, around: Span, claims: dict[str, Claim], sources: dict[str, Source], *, is_total: bool
) -> Denial:
    source = sources[claims[event.claims[0]].source_id]
    reading = ToldReading(event.type, event.claims, (event.trigger,))
    return Denial(
        reading,
        source.kind == "outlet",
        source.description,
        is_total,
        _is_against(record, around),
        _whom(event),
        _places(record, around),
    )


def _whom(event: Event) -> str:
    return " ".join(one.description for one in event.participants if one.role == "patient")


def _places(record: ReportRecord, around: Span) -> tuple[str, ...]:
    """The places that a sentence names, but whole countries."""
    found = (place for place in record.places if around.holds(place.span) and place.level != "country")
    return tuple(sorted({place.id or place.name for place in found}))


def _is_against(record: ReportRecord, around: Span) -> bool:
    """Whether the sentence sets itself against what others say, or the one before or after it calls that invented."""
    text = record.report.text
    if words("denying").search(text, around.start, around.end):
        return True
    beside = [sentence_around(text, Span(at, at + 1)) for at in (around.start - 2, around.end + 1) if 0 <= at < len(text) - 1]
    return any(words("rejecting").search(text, span.start, span.end) for span in beside)


def _is_total(record: ReportRecord, event: Event) -> bool:
    """Whether it is denied of everybody: "no public execution", "nobody died", "any church"."""
    before = record.report.text[max(event.trigger.start - CLOSE, 0) : event.trigger.start]
    return bool(words("total").match(_whom(event)) or words("total").search(re.split(r"[.,;:]", before)[-1]))


def _harmless(record: ReportRecord, claims: dict[str, Claim], sources: dict[str, Source]) -> Iterator[Denial]:
    """That nobody came to harm: nobody was killed, then; once a report."""
    if match := _first_said(record, HARMLESS):
        whom = match["whom"] or match["them"] or match["those"] or ""
        yield _of_words(record, "kill", Span(*match.span()), claims, sources, whom=whom if CIVILIAN.search(whom) else "")


def _stayed(record: ReportRecord, claims: dict[str, Claim], sources: dict[str, Source]) -> Iterator[Denial]:
    """That nobody left: once a report."""
    if match := _first_said(record, STAYED):
        yield _of_words(record, "flee", Span(*match.span()), claims, sources)


def _first_said(record: ReportRecord, words: re.Pattern[str]) -> re.Match[str] | None:
    """The first place with these words whose sentence says something of the report's own subject."""
    matches = words.finditer(record.report.text)
    return next(
        (one for one in matches if not is_unsaid(record, sentence_around(record.report.text, Span(*one.span())))), None
    )


def _of_words(
    record: ReportRecord,
    type_: str,
    span: Span,
    claims: dict[str, Claim],
    sources: dict[str, Source],
    *,
    whom: str = "",
) -> Denial:
    """A denial by words that no event stands in."""
    around = sentence_around(record.report.text, span)
    behind = Holding(record).claims(span)
    source = sources[claims[behind[0]].source_id] if behind else None
    is_narrated = source is None or source.kind == "outlet"
    by = source.description if source else None
    places = _places(record, around)
    return Denial(ToldReading(type_, behind, (span,)), is_narrated, by, True, _is_against(record, around), whom, places)


def _voluntary(record: ReportRecord, claims: dict[str, Claim], sources: dict[str, Source]) -> Iterator[Denial]:
    """That nobody was made to: once a report."""
    if span := next(freely(record), None):
        yield _of_words(record, coerced(), span, claims, sources)
