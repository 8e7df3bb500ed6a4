"""The rule reader: sentences -> sources and claims.

Comes in: a report, its passages, sentences, times and places. Goes out: sources and claims in text order. Sentences in
which nobody is cited are narrated: the outlet's own voice. Never claims a source that the words do not name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tumen.claim.draft import Draft, Rule, Stretch
from tumen.claim.factuality import assess, find_hedges, find_time_frame
from tumen.claim.nested import nest
from tumen.claim.quoted import Quotation, find_quotations, quotations_in
from tumen.claim.reported import find_attributions
from tumen.claim.tokens import Token, tokenize
from tumen.claim.voices import Voices
from tumen.ids import make_id
from tumen.records import Claim, ClaimKind, Passage, Place, Report, Said, Source, Spans, Time
from tumen.spanindex import SpanIndex
from tumen.view import Sentence, View

# The share of each rule's attributions that a person marked too (PolNeAR train, relaxed match, outermost only), and of the
# narrated sentences in which a person saw nobody cited; `tumen eval polnear` prints them. PolNeAR marks few adverbs and
# no quotation without a cue, so 0.23 and 0 say little of other texts.
CONFIDENCE: dict[Rule, float] = {
    "quote": 0.93, "according": 0.83, "clause": 0.84, "bare": 0.8, "tail": 0.72, "participle": 0.72, "passive": 0.58,
    "state": 0.75, "adverb": 0.23, "uncued": 0.0, "narrated": 0.48,
}  # fmt: skip
QUOTE_MARKS = "“”„‟«»\"'‘’`"


@dataclass(slots=True)
class _Paragraph:
    """One passage while it is read: its flat text, its quotations, the times by position."""

    view: View
    quotations: tuple[Quotation, ...]
    times: dict[int, Time]
    drafts: list[Draft] = field(default_factory=list)
    narrated: list[Stretch] = field(default_factory=list)


def read_claims(
    report: Report,
    passages: Sequence[Passage],
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    places: Sequence[Place],
) -> tuple[tuple[Source, ...], tuple[Claim, ...]]:
    """The sources and claims of `report`. The first source is the outlet, whether or not the text names it."""
    paragraphs = _read_paragraphs(report, passages, sentences, times)
    voices = Voices(report, places)
    claims: list[Claim] = []
    speaker: int | None = None  # of the quotation that the next cue-less quotation continues
    for paragraph in paragraphs:
        for draft in sorted([*paragraph.drafts, *map(_narrated, paragraph.narrated)], key=lambda d: min(d.content)):
            voice = None
            if draft.rule == "uncued":
                voice = voices.add_unknown() if speaker is None else speaker
            made = list(_claims_of(draft, paragraph, report, voices, voice, None, ()))
            claims.extend(made)
            speaker = voices.number(made[0].source_id) if made[0].kind in ("direct", "mixed") else None
    return voices.sources(), tuple(claims)


# -------------------------------------------------------------------------------------------------- finding


def _read_paragraphs(
    report: Report, passages: Sequence[Passage], sentences: Sequence[Sentence], times: Sequence[Time]
) -> Iterator[_Paragraph]:
    all_times = SpanIndex((time.span, time) for time in times)
    groups = [(number, list(group)) for number, group in groupby(sentences, key=lambda sentence: sentence.passage)]
    for at, (number, group) in enumerate(groups):
        view = View.of(report.text, passages[number].span)
        following = groups[at + 1][1][0].view.text if at + 1 < len(groups) else ""
        quotations = find_quotations(view.text)
        goes_on = len(quotations) > 1 or following.startswith(("“", '"', "``", "«", "„"))
        if quotations and not quotations[-1].is_closed and not goes_on:
            quotations = quotations[:-1]  # a lone mark: where that quotation ends is not known
        placed = ((view.find(time.span), time) for time in all_times.overlapping(passages[number].span))
        paragraph = _Paragraph(view, quotations, {found[0]: time for found, time in placed if found})
        for start, end in _whole_sentences(view, group, quotations):
            _read_sentence(paragraph, start, end)
        yield paragraph


def _whole_sentences(view: View, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[Stretch]:
    """Where the sentences stand in the paragraph; those that a quotation runs across are one."""
    begin: int | None = None
    for sentence in sentences:
        found = view.find(sentence.span)
        if found is None:
            continue
        begin = found[0] if begin is None else begin
        if not quotations_in(quotations, found[1], found[1]):
            yield begin, found[1]
            begin = None
    if begin is not None:
        yield begin, len(view.text)


def _read_sentence(paragraph: _Paragraph, start: int, end: int) -> None:
    tokens = tokenize(paragraph.view.text, start, end, quotations_in(paragraph.quotations, start, end))
    drafts = find_attributions(tokens, paragraph.times)
    if drafts:
        for draft in drafts:
            nest(draft, paragraph.view.text, paragraph.times)
        paragraph.drafts.extend(drafts)
    elif _is_only_quotation(tokens):
        before = paragraph.drafts[-1] if paragraph.drafts else None
        follows = before and not (paragraph.narrated and paragraph.narrated[-1][0] > max(before.content)[0])
        piece = (tokens[0].start, next(t.end for t in reversed(tokens) if t.kind == "quote"))
        if before and follows and before.rule in ("quote", "uncued"):
            before.content.append(piece)
        else:
            paragraph.drafts.append(Draft("uncued", None, None, [piece]))
    else:
        paragraph.narrated.append((start, end))


def _is_only_quotation(tokens: Sequence[Token]) -> bool:
    quotes = [token for token in tokens if token.kind == "quote"]
    return (
        bool(quotes)
        and all(token.kind in ("quote", "end", "comma") for token in tokens)
        and quotes[0].end - quotes[0].start > 12
    )


def _narrated(stretch: Stretch) -> Draft:
    return Draft("narrated", None, None, [stretch])


# --------------------------------------------------------------------------------------------------- making


def _claims_of(
    draft: Draft,
    paragraph: _Paragraph,
    report: Report,
    voices: Voices,
    voice: int | None,
    parent: Claim | None,
    via: tuple[str, ...],
) -> Iterator[Claim]:
    """The claim of `draft` and those nested in it."""
    view, text = paragraph.view, paragraph.view.text
    is_narrated = draft.rule == "narrated"
    source: Spans = (view.span(*draft.source),) if draft.source else ()
    if voice is None:
        if source and draft.source:
            voice = voices.add(text[slice(*draft.source)].rstrip(","), source[0])
        else:
            voice = voices.outlet if is_narrated else voices.add_unknown()
    cue: Spans = (view.span(*draft.cue),) if draft.cue else ()
    content = tuple(sorted(view.span(*piece) for piece in draft.content))
    own = _own_text(draft, text)
    hedges = tuple(sorted(view.span(start, end) for piece in _own_stretches(draft) for start, end in _hedges_in(text, piece)))
    claim = Claim(
        id=make_id("claim", report.id, *(number for span in (*source, *cue, *content) for number in (span.start, span.end))),
        kind="narrated" if is_narrated else _kind(draft, paragraph.quotations, text),
        source=source,
        cue=cue,
        content=content,
        source_id=voices.id(voice),
        factuality=assess(own, draft.lemma, is_evidential=draft.rule in ("passive", "adverb")),
        confidence=CONFIDENCE[draft.rule],
        addressee=(view.span(*draft.addressee),) if draft.addressee else (),
        said=Said(draft.said.span, draft.said.edtf) if draft.said else None,
        parent=parent.id if parent else None,
        via=via,
        hedges=hedges + (cue if draft.rule in ("passive", "adverb") else ()),
        time_frame=find_time_frame(" ".join(text[start:end] for start, end in sorted(draft.content))),
    )
    yield claim
    name = voices.name(voice)
    if voices.kind(voice) == "outlet" and voice != voices.outlet and name:
        via = (*via, name)
    for nested in sorted(draft.nested, key=lambda d: min(d.content)):
        yield from _claims_of(nested, paragraph, report, voices, None, claim, via)


def _kind(draft: Draft, quotations: Sequence[Quotation], text: str) -> ClaimKind:
    quoted = [q for start, end in draft.content for q in quotations_in(quotations, start, end)]
    inner = [(start, end) for start, end in draft.content if find_quotations(text[start:end])]
    if not quoted and not inner:
        return "indirect"
    whole = all(
        any(q.start <= start and end <= q.end for q in quoted) or text[start] in QUOTE_MARKS for start, end in draft.content
    )
    return "direct" if whole else "mixed"


def _own_stretches(draft: Draft) -> list[Stretch]:
    """The content without what is nested in it: another voice's words are not this voice's doubt."""
    stretches = sorted(draft.content)
    for nested in draft.nested:
        for gap_start, gap_end in [*nested.content, *([nested.cue] if nested.cue else [])]:
            stretches = [
                (start, end)
                for low, high in stretches
                for start, end in ((low, min(high, gap_start)), (max(low, gap_end), high))
                if start < end
            ]
    return stretches


def _own_text(draft: Draft, text: str) -> str:
    return " ".join(text[start:end].strip() for start, end in _own_stretches(draft)) or text[slice(*draft.content[0])]


def _hedges_in(text: str, stretch: Stretch) -> Iterator[Stretch]:
    for start, end, _ in find_hedges(text[slice(*stretch)]):
        yield stretch[0] + start, stretch[0] + end
