"""What the model sees in a text, put together: words with trees, mentions, entities. Comes in: text, passages, sentences. Goes out: one
`Analysis` a part of the text, from which claims and events are made. Says nothing of who says what.

Scores take a thousand times the room of the words they are of, so a long text is looked at in parts, one at a time.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tumen.entity import Mention, find_mentions, tie
from tumen.model import Model, Scan, open_model
from tumen.records import Passage, Span
from tumen.spanindex import SpanIndex
from tumen.syntax import Word, parse
from tumen.view import Sentence

PART = 30_000  # code points, about 5,000 words; most reports are one part


@dataclass(frozen=True)
class Analysis:
    """Of one part of a text: `words` in text order; `mentions` count words; `entities` has the number of the thing that each mention
    names. `calibration` is what ships with the model to tell how sure it is; `again` scans some of the words as a text of
    their own."""

    sentences: tuple[Span, ...]
    scan: Scan
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[int, ...]
    calibration: Mapping[str, Sequence[float]]
    again: Callable[[str], Scan]

    def entity(self, span: Span) -> int | None:
        """The number of what `span` names: that of the mention that shares most with it, and at least half of both."""
        found = [(_share(span, self._spans[number]), number) for number in self._index.overlapping(span)]
        share, number = max(found, default=(0.0, -1))
        return self.entities[number] if share >= 0.5 else None

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """The words of each sentence, as `[first, stop)`."""
        return _ranges(self.words, self.sentences)

    @cached_property
    def _spans(self) -> list[Span]:
        return [Span(self.words[one.first].span.start, self.words[one.last].span.end) for one in self.mentions]

    @cached_property
    def _index(self) -> SpanIndex[int]:
        return SpanIndex((span, number) for number, span in enumerate(self._spans))


def analyse(
    text: str, passages: Sequence[Passage], sentences: Sequence[Sentence], model: Model | None = None
) -> Iterator[Analysis]:
    """The parts of the text, in order; a text without sentences has none. `model` is the one that ships unless given. Raises `ModelError`
    if the weights cannot be opened."""
    model = model or open_model()

    def again(words: str) -> Scan:
        return model.scan(words, Span(0, len(words)), [0], [0])

    opens = [passage.span.start for passage in passages]
    for part in _parts(sentences):
        spans = [sentence.span for sentence in part]
        scan = model.scan(text, Span(spans[0].start, spans[-1].end), opens, [span.start for span in spans])
        words = parse(text, spans, scan)
        mentions = find_mentions([word.span for word in words], _ranges(words, spans), scan)
        entities = tie(mentions, text, [word.span for word in words], [word.upos for word in words], scan)
        yield Analysis(tuple(spans), scan, words, mentions, entities, model.calibration, again)


def _parts(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences in parts of about `PART`, cut where a passage ends if one does."""
    part: list[Sentence] = []
    for sentence in sentences:
        size = sentence.span.end - part[0].span.start if part else 0
        if size > PART and (sentence.passage != part[-1].passage or size > 2 * PART):
            yield part
            part = []
        part.append(sentence)
    if part:
        yield part


def _ranges(words: Sequence[Word], sentences: Sequence[Span]) -> list[tuple[int, int]]:
    """The words of each sentence, as `[first, stop)`."""
    ranges, at = [], 0
    for sentence in sentences:
        first = at
        while at < len(words) and words[at].span.start < sentence.end:
            at += 1
        ranges.append((first, at))
    return ranges


def _share(one: Span, other: Span) -> float:
    """What two spans share, of all that either covers."""
    shared = max(min(one.end, other.end) - max(one.start, other.start), 0)
    return shared / (len(one) + len(other) - shared)
