"""Text as a reader sees it, with a map back: hard line ends and runs of white space become one space.

Comes in: a report's canonical text and a span of it. Goes out: a `View`, whose every stretch knows the span it came from.
The canonical text is never changed; patterns run over the view, spans point into the text.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tumen.records import PassageKind, Span

WORD = re.compile(r"\S+")
BREAK = re.compile(
    r"(?<!\b[A-Z])(?<!Mr)(?<!Dr)(?<!Oct)(?<!Sept)(?<!Nov)(?<!Dec)(?<!Feb)(?<!Jan)(?<!Aug)(?<!No)[.!?][\"”\"’')]*\s+|\n\s*\n"
)
WINDOW = 600  # letters: no sentence reaches farther from the words


@dataclass(frozen=True)
class View:
    """`text` is words with one space between them; word `i` begins at `starts[i]` in the view, `origins[i]` in the report.

    A word broken by a hyphen at a line end is not put together (whether the hyphen belongs to it is not known), but the
    space after such a hyphen is left out: "three-" + "family" reads "three-family".
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    @classmethod
    def of(cls, text: str, span: Span) -> "View":
        """The view of `text[span.start:span.end]`."""
        pieces: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        length = 0
        for word in WORD.finditer(text, span.start, span.end):
            gap = text[origins[-1] + len(pieces[-1]) : word.start()] if pieces else ""
            if gap and not (pieces[-1].endswith("-") and len(pieces[-1]) > 1 and gap.strip(" \t") in ("\n", "\r\n")):
                length += 1
            starts.append(length)
            origins.append(word.start())
            pieces.append(word.group())
            length += len(word.group())
        joined = "".join(
            piece if i == 0 or starts[i] == starts[i - 1] + len(pieces[i - 1]) else " " + piece
            for i, piece in enumerate(pieces)
        )
        return cls(joined, tuple(starts), tuple(origins))

    def span(self, start: int, end: int) -> Span:
        """The span in the report of `self.text[start:end]`; white space at its ends is left out.

        Raises `ValueError` if nothing but white space is left.
        """
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        end = start + len(self.text[start:end].rstrip())
        if start >= end:
            raise ValueError(f"empty stretch [{start}, {end}) of a view of {len(self.text)} code points")
        return Span(self._origin(start), self._origin(end - 1) + 1)

    def find(self, span: Span) -> tuple[int, int] | None:
        """Where `span` of the report stands in this view, or `None` if it is not wholly inside."""
        if not self.origins or span.start < self.origins[0] or span.end > self._origin(len(self.text) - 1) + 1:
            return None
        first = bisect_right(self.origins, span.start) - 1
        last = bisect_right(self.origins, span.end - 1) - 1
        return (
            self.starts[first] + span.start - self.origins[first],
            self.starts[last] + span.end - self.origins[last],
        )

    def part(self, start: int, end: int) -> "View":
        """The view of `self.text[start:end]`, which must neither begin nor end with white space."""
        first = bisect_right(self.starts, start) - 1
        stop = bisect_right(self.starts, end - 1)
        shift = start - self.starts[first]
        starts = (0, *(s - start for s in self.starts[first + 1 : stop]))
        origins = (self.origins[first] + shift, *self.origins[first + 1 : stop])
        return View(self.text[start:end], starts, origins)

    def _origin(self, at: int) -> int:
        word = bisect_right(self.starts, at) - 1
        return self.origins[word] + at - self.starts[word]


@dataclass(frozen=True)
class Sentence:
    """One sentence: its view, and the passage (by its place in the list) and kind of passage it stands in."""

    view: View
    passage: int
    kind: PassageKind

    @cached_property
    def span(self) -> Span:
        """The span of the whole sentence."""
        return self.view.span(0, len(self.view.text))


def sentence_around(text: str, span: Span) -> Span:
    """The sentence around some words, with its full stop, as punctuation has it."""
    starts, ends = _breaks(text)
    before = bisect_right(starts, span.start)
    start = starts[before - 1] if before else 0
    after = bisect_left(ends, span.end)
    end = ends[after] + 1 if after < len(ends) else len(text)
    return Span(max(start, span.start - WINDOW), min(end, span.end + WINDOW, len(text)))


@lru_cache(maxsize=4)  # many words of one text are asked for in turn
def _breaks(text: str) -> tuple[list[int], list[int]]:
    """Where sentences begin, and where the marks between them stand."""
    found = list(BREAK.finditer(text))
    return [one.end() for one in found], [one.start() for one in found]
