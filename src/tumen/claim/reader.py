"""Passages -> claims: who says what, how surely. Comes in: a report, its sentences, and what the model sees in it.

Goes out: sources and claims in text order. The model finds sources, cues and contents at every depth; quotations without a cue go
to the voice before them, marked as inferred; sentences in which nobody is cited are narrated, the outlet's own voice. Never
claims a source that the words do not name.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tumen.analysis import Analysis
from tumen.claim.certainty import Valued, find_valued, judge
from tumen.claim.confidence import sure_enough
from tumen.claim.factuality import find_hedges, find_time_frame
from tumen.claim.nested import find_nested
from tumen.claim.quoted import find_quotations
from tumen.claim.reach import close_quotations, drop_expletives, nest_relatives
from tumen.claim.setting import add_settings
from tumen.claim.tagged import Tagged, find_tagged
from tumen.claim.voices import Voices
from tumen.ids import make_id
from tumen.records import Claim, ClaimKind, Passage, Place, Report, Said, Source, Span, Spans, Time
from tumen.spanindex import SpanIndex
from tumen.view import Sentence, View

UNCUED = 0.5  # confidence of a quotation given to the voice before; by hand
NARRATED = 0.7  # of a sentence in which nobody is cited: the share in which a person sees nobody either (PolNeAR dev)
SHORTEST_QUOTATION = 12  # code points; shorter ones without a cue are names or irony


@dataclass(slots=True)
class Heard:
    """Something said, before it is a claim: what the model tagged, a quotation without a cue, or neither (narrated)."""

    content: list[Span]
    tagged: Tagged | None = None
    is_quotation: bool = False
    inner: list["Heard"] = field(default_factory=list)


def read_claims(
    report: Report,
    passages: Sequence[Passage],
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    places: Sequence[Place],
    analyses: Iterable[Analysis],
) -> tuple[tuple[Source, ...], tuple[Claim, ...]]:
    """The sources and claims of `report`. The first source is the outlet, whether or not the text names it."""
    maker = _Maker(report, passages, times, places)
    tagged: list[Tagged] = []
    roots: list[Span] = []
    for part, analysis in enumerate(analyses):
        outer = find_tagged(analysis.scan, analysis.sentences)
        close_quotations(report.text, outer, analysis.sentences)
        inner = find_nested(report.text, outer, analysis.scan, analysis.again)
        here = list(sure_enough(report.text, [*outer, *inner], analysis.calibration))
        drop_expletives(report.text, here)
        nest_relatives(analysis.words, here)
        add_settings(analysis.scan, here, analysis.sentences)
        maker.learn(part, analysis, here)
        roots += (word.span for number, word in enumerate(analysis.words) if word.head == number)
        tagged += here
    heard = _listen(report, sentences, maker.quotations, tagged, roots)
    return maker.make(sorted(heard, key=lambda one: min(one.content)))


# -------------------------------------------------------------------------------------------------- finding


def _listen(
    report: Report,
    sentences: Sequence[Sentence],
    quotations: SpanIndex[Span],
    tagged: Sequence[Tagged],
    roots: Sequence[Span],
) -> Iterator[Heard]:
    """Everything said in the report, outermost, each with what is said inside it. What a sentence says around an attribution, if its
    main word (one of `roots`) stands outside, is the outlet's own: "officers, fearing that ..., are searching houses"."""
    heard = {id(one): Heard(one.content, one) for one in tagged}
    for one in tagged:
        if one.parent:
            heard[id(one.parent)].inner.append(heard[id(one)])
        else:
            yield heard[id(one)]
    taken = SpanIndex((span, span) for one in tagged if one.parent is None for span in [*one.content, *one.source, one.cue])
    mains = SpanIndex((root, root) for root in roots)
    for sentence in sentences:
        if inside := taken.overlapping(sentence.span):
            if any(not any(span.overlaps(root) for span in inside) for root in mains.overlapping(sentence.span)):
                yield Heard([sentence.span])
            continue
        quoted = [span for span in quotations.overlapping(sentence.span) if len(span) > SHORTEST_QUOTATION]
        is_quotation = bool(quoted) and _is_all(report, sentence.span, quoted)
        yield Heard([sentence.span], is_quotation=is_quotation)


def _is_all(report: Report, span: Span, quoted: Sequence[Span]) -> bool:
    """Whether nothing but punctuation of the sentence stands outside its quotations."""
    start, end = min(part.start for part in quoted), max(part.end for part in quoted)
    outside = report.text[span.start : max(start, span.start)] + report.text[min(end, span.end) : span.end]
    return not any(character.isalnum() for character in outside)


def _find_quotations(report: Report, passages: Sequence[Passage]) -> Iterator[Span]:
    """The quotations of each passage. One that its passage does not close counts if the next passage opens with a quotation."""
    views = [View.of(report.text, passage.span) for passage in passages]
    for view, following in zip(views, [*views, None][1:], strict=True):
        found = find_quotations(view.text)
        goes_on = len(found) > 1 or (following is not None and following.text.startswith(("“", '"', "``", "«", "„")))
        for quotation in found:
            if quotation.is_closed or goes_on:
                yield view.span(quotation.start, quotation.end)


# --------------------------------------------------------------------------------------------------- making


class _Maker:
    """Makes the claims of one report, in text order."""

    def __init__(self, report: Report, passages: Sequence[Passage], times: Sequence[Time], places: Sequence[Place]) -> None:
        self.quotations = SpanIndex((span, span) for span in _find_quotations(report, passages))
        self._report = report
        self._times = SpanIndex((time.span, time) for time in times)
        self._things: dict[Span, tuple[int, int]] = {}  # which thing the words of a source name, by part and number in it
        self._voices = Voices(report, places, self._things)
        self._events: SpanIndex[Valued] = SpanIndex()

    def learn(self, part: int, analysis: Analysis, tagged: Sequence[Tagged]) -> None:
        """Keeps of the analysis of a part of the text what making claims of `tagged` needs."""
        for span in (span for one in tagged for span in one.source):
            if (entity := analysis.entity(span)) is not None:
                self._things[span] = part, entity
        for event in find_valued(analysis):
            self._events.add(event.word, event)

    def make(self, heard: Sequence[Heard]) -> tuple[tuple[Source, ...], tuple[Claim, ...]]:
        """The sources and claims of everything `heard`, which stands in text order."""
        claims: list[Claim] = []
        speaker: int | None = None  # of the quotation that the next quotation without a cue continues
        for one in heard:
            voice = speaker if one.is_quotation else None
            made = list(self._claims_of(one, voice, None, ()))
            claims += made
            speaker = self._voices.number(made[0].source_id) if made[0].kind in ("direct", "mixed") else None
        return self._voices.sources(), tuple(claims)

    def _claims_of(self, heard: Heard, voice: int | None, parent: Claim | None, via: tuple[str, ...]) -> Iterator[Claim]:
        """The claim of `heard` and those inside it."""
        voices, tagged = self._voices, heard.tagged
        source: Spans = tuple(tagged.source) if tagged else ()
        cue: Spans = (tagged.cue,) if tagged else ()
        content = tuple(sorted(heard.content))
        is_narrated = tagged is None and not heard.is_quotation
        inferred = voice is not None
        if voice is None:
            if source:
                voice = voices.add(self._words(source[0]).rstrip(","), source[0])
            else:
                voice = voices.outlet if is_narrated else voices.add_unknown()
        own = _own(heard)
        views = [View.of(self._report.text, span) for span in own]
        events = (event for span in own for event in self._events.overlapping(span))
        cue_words = self._words(cue[0]) if cue else ""
        said = next((time for span in tagged.said for time in self._times.overlapping(span)), None) if tagged else None
        claim = Claim(
            id=make_id("claim", self._report.id, *(n for span in (*source, *cue, *content) for n in (span.start, span.end))),
            kind="narrated" if is_narrated else self._kind(content, parent),
            source=source,
            cue=cue,
            content=content,
            source_id=voices.id(voice),
            factuality=judge(self._report.text, tuple(own), events, cue_words, is_sourced=bool(source)),
            confidence=tagged.chance if tagged else UNCUED if heard.is_quotation else NARRATED,
            addressee=tuple(tagged.addressee) if tagged else (),
            said=Said(said.span, said.edtf) if said else None,
            parent=parent.id if parent else None,
            via=via,
            hedges=tuple(view.span(start, end) for view in views for start, end, _ in find_hedges(view.text)),
            time_frame=find_time_frame(" ".join(self._words(span) for span in content)),
            inferred=inferred,
        )
        yield claim
        name = voices.name(voice)
        if voices.kind(voice) == "outlet" and voice != voices.outlet and name:
            via = (*via, name)
        for inner in sorted(heard.inner, key=lambda one: min(one.content)):
            yield from self._claims_of(inner, None, claim, via)

    def _words(self, span: Span) -> str:
        return View.of(self._report.text, span).text

    def _kind(self, content: Spans, parent: Claim | None) -> ClaimKind:
        """Direct if all its words are quoted. Inside another voice only marks of its own count: the words around are not its own."""
        shares = [self._quoted(piece, parent) for piece in content]
        return "direct" if min(shares) == 1 else "mixed" if max(shares) > 0 else "indirect"

    def _quoted(self, piece: Span, parent: Claim | None) -> float:
        """The share of the letters and digits of `piece` that stand in quotation marks."""
        text = self._report.text
        if parent is None:
            quoted = self.quotations.overlapping(piece)
        else:
            view = View.of(text, piece)
            quoted = [view.span(each.start, each.end) for each in find_quotations(view.text)]
        letters = [at for at in range(piece.start, piece.end) if text[at].isalnum()]
        return sum(any(q.start <= at < q.end for q in quoted) for at in letters) / max(len(letters), 1)


def _own(heard: Heard) -> list[Span]:
    """The content without what is said inside it: another voice's words are not this voice's doubt."""
    own = sorted(heard.content)
    for inner in heard.inner:
        for gap in [*inner.content, *([inner.tagged.cue] if inner.tagged else [])]:
            own = [
                Span(start, end)
                for span in own
                for start, end in ((span.start, min(span.end, gap.start)), (max(span.start, gap.end), span.end))
                if start < end
            ]
    return [span for span in own if span] or sorted(heard.content)[:1]
