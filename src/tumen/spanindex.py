"""Which items lie where, without looking at all of them. Comes in: items with spans. Goes out: those that overlap a span."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from tumen.records import Span

Item = TypeVar("Item")

BUCKET = 512  # code points: about three sentences, so a query looks at a handful of items


class SpanIndex(Generic[Item]):
    """Items by the stretches of text that they overlap; a query takes time in proportion to its length, not to the text's."""

    def __init__(self, items: Iterable[tuple[Span, Item]] = ()) -> None:
        self._items: list[tuple[Span, Item]] = []
        self._buckets: dict[int, list[int]] = defaultdict(list)
        for span, item in items:
            self.add(span, item)

    def add(self, span: Span, item: Item) -> None:
        """One more item, after all others."""
        for bucket in range(span.start // BUCKET, span.end // BUCKET + 1):
            self._buckets[bucket].append(len(self._items))
        self._items.append((span, item))

    def overlapping(self, span: Span) -> list[Item]:
        """The items that share at least one code point with `span`, in the order they came in."""
        buckets = range(span.start // BUCKET, span.end // BUCKET + 1)
        numbers = sorted({number for bucket in buckets for number in self._buckets.get(bucket, ())})
        return [item for item_span, item in map(self._items.__getitem__, numbers) if item_span.overlaps(span)]
