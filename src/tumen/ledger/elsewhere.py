"""Sentences on something else. Comes in: the record of a report. Goes out: whether a sentence tells of another place or time than the main incident of the report, so that
its numbers are of another happening: "in March, 33 were arrested in Senafe"."""

from tumen.ledger.sentences import sayings
from tumen.ledger.values import is_far, times_agree
from tumen.records import Incident, ReportRecord, Span
from tumen.view import sentence_around

WIDE = ("country", "province", "border", "water", "mountain")  # of these a sentence on the incident itself may name one more


class Elsewhere:
    """What a report is about, as far as places and days say; asked of one sentence after the other. What it opens with it is about in any case."""

    def __init__(self, record: ReportRecord) -> None:
        self._record = record
        main = record.incidents[0] if record.incidents and record.incidents[0].is_main else None
        self._own = _sentences(record, main) if main else []
        self._own += [passage.span for passage in record.passages if passage.kind == "headline"]
        self._own += [_first(record.report.text, passage.span) for passage in record.passages if passage.kind == "body"][:1]
        about = self._own
        self._places = {
            key
            for place in record.places
            if any(span.holds(place.span) for span in about)
            for key in (place.id, place.name, place.within)
            if key
        }
        self._days = [
            reading.value["edtf"]
            for reading in (main.fields.get("when", ()) if main else ())
            if reading.value.get("edtf", "..")[:1].isdigit()
        ]
        self._said = set(sayings(record))

    def __call__(self, around: Span) -> bool:
        """Whether a sentence names a place, or a time at least a week away, that is none of the main incident's."""
        if any(span.overlaps(around) for span in self._own):
            return False
        places = [place for place in self._record.places if around.holds(place.span) and place.level not in WIDE]
        if self._places and places and not any({place.id, place.name, place.within} & self._places for place in places):
            return True
        times = [
            time.edtf
            for time in self._record.times
            if around.holds(time.span) and time.kind == "date" and time.edtf and time.span not in self._said
        ]
        return bool(self._days and times) and all(
            not times_agree(time, day) and _is_apart(time, day) for time in times for day in self._days[:1]
        )


def _is_apart(time: str, day: str) -> bool:
    return is_far(time, day) or len(time) < len("2014-08-08")


def _sentences(record: ReportRecord, main: Incident) -> list[Span]:
    """Those in which the main incident is told."""
    wanted = set(main.events)
    return [sentence_around(record.report.text, event.trigger) for event in record.events if event.id in wanted]


def _first(text: str, body: Span) -> Span:
    return sentence_around(text, Span(body.start, body.start + 1))
