"""Voices inside voices where nobody marked them. Comes in: an article with outermost attributions. Goes out: with inner ones too.

PolNeAR marks outermost attributions only. A content read as a text of its own has outermost attributions as well: those are the
inner ones of the article. What is marked so is the network's own work, good enough to learn from together with our own texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from train.examples import Example
from train.scan import Scanner
from tumen.claim.tagged import find_tagged
from tumen.measure.attribution import Attribution
from tumen.records import Span

SHORTEST = 20  # code points of a content in which it is worth looking
QUOTES = "\"'“”‘’`"


def with_inner(examples: Sequence[Example], scanner: Scanner, depths: int = 3) -> Iterator[Example]:
    """`examples` with attributions of every depth up to `depths`. Says how far it is."""
    for number, example in enumerate(examples, 1):
        marked = list(example.attributions or ())[:1]
        for _ in range(depths - 1):
            marked.append(list(_inside(example.text, marked[-1], scanner)))
        yield replace(example, attributions=marked)
        if number % 100 == 0:
            print(f"inner attributions: {number}/{len(examples)} texts", flush=True)


def _inside(text: str, outer: Sequence[Attribution], scanner: Scanner) -> Iterator[Attribution]:
    for span in sorted({span for attribution in outer for span in attribution.content}):
        words = text[span.start : span.end]
        bare = words.lstrip(QUOTES)
        shift = span.start + len(words) - len(bare)
        bare = bare.rstrip(QUOTES)
        if len(bare) < SHORTEST:
            continue
        for found in find_tagged(scanner.scan(bare[:1].upper() + bare[1:])):
            moved = (
                [Span(part.start + shift, part.end + shift) for part in parts]
                for parts in (found.source, [found.cue], found.content)
            )
            yield Attribution(*map(tuple, moved))
