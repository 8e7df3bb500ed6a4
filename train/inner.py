"""Voices inside voices where nobody marked them. Comes in: an article with outermost attributions. Goes out: with inner ones too.

PolNeAR marks outermost attributions only. A content read as a text of its own has outermost attributions as well: those are the
inner ones of the article. What is marked so is the network's own work, good enough to learn from together with our own texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from train.examples import Example
from train.scan import Scanner
from tumen.claim.nested import stand_alone
from tumen.claim.tagged import find_tagged
from tumen.measure.attribution import Attribution
from tumen.records import Span


def with_inner(examples: Sequence[Example], scanner: Scanner) -> Iterator[Example]:
    """`examples` with those inside their outermost attributions. Says how far it is."""
    for number, example in enumerate(examples, 1):
        outer = (example.attributions or [[]])[0]
        yield replace(example, attributions=[outer, list(_inside(example.text, outer, scanner))])
        if number % 100 == 0:
            print(f"inner attributions: {number}/{len(examples)} texts", flush=True)


def _inside(text: str, outer: Sequence[Attribution], scanner: Scanner) -> Iterator[Attribution]:
    for span in sorted({span for attribution in outer for span in attribution.content}):
        alone = stand_alone(text[span.start : span.end])
        for found in find_tagged(scanner.scan(alone.text)) if alone else ():
            shift = span.start + alone.start
            moved = (
                [Span(part.start + shift, min(part.end + shift, span.end)) for part in parts]
                for parts in (found.source, [found.cue], found.content)
            )
            yield Attribution(*map(tuple, moved))
