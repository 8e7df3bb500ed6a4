"""Our own training texts -> examples. Comes in: `train/genre_texts/*.txt`. Goes out: texts with attributions at every depth.

A blank line parts two texts; a line that begins with `#` is a remark. Words are marked where they stand: `{1s|The source}
{1c|told} {1a|Daily NK} {1d|on Friday} that {1t|{2s|neighbours} {2c|say} {2t|the patrol fled}}.` The number tells attributions of
one text apart; the letter is s(ource), c(ue), t (what is said: the content), a(ddressee) or d(ay of saying). An attribution whose
words stand inside the content of another is nested in it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from train.examples import Example
from tumen.claim.nested import stand_alone
from tumen.measure.attribution import Attribution
from tumen.records import Span

FOLDER = Path(__file__).parent / "genre_texts"
ROLES = {"s": "source", "c": "cue", "t": "content", "a": "addressee", "d": "said"}
SETTINGS = ("addressee", "said")
MARK = re.compile(r"\{(?P<number>\d+)(?P<role>[sctad])\||(?P<close>\})")


class MarkError(ValueError):
    """A text whose marks make no sense; says which file, line and why."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and where each of `ROLES` of each attribution stands, by number."""

    text: str
    spans: dict[int, dict[str, tuple[Span, ...]]]


def read_genre(folder: Path = FOLDER) -> Iterator[Example]:
    """All texts of `folder`, in order of files, each followed by its contents. Raises `MarkError`."""
    for file in sorted(folder.glob("*.txt")):
        line = 1
        for block in re.split(r"(\n{2,})", file.read_text("utf-8")):
            if block.strip():
                lines = [row for row in block.strip("\n").split("\n") if not row.startswith("#")]
                if lines:
                    marked = unmark("\n\n".join(lines), f"{file.name}:{line}")
                    yield from map(to_example, (marked, *contents_of(marked)))
            line += block.count("\n")


def contents_of(marked: Marked) -> Iterator[Marked]:
    """Each content of a text as a text of its own, with what is marked inside: that is how Tumen looks for voices inside voices."""
    for roles in marked.spans.values():
        for span in roles["content"]:
            if alone := stand_alone(marked.text[span.start : span.end]):
                start = span.start + alone.start
                others = ((number, other) for number, other in marked.spans.items() if other is not roles)
                inside = {number: _moved(other, start, start + alone.length) for number, other in others}
                yield Marked(alone.text, {number: other for number, other in inside.items() if other})


def _moved(roles: dict[str, tuple[Span, ...]], start: int, end: int) -> dict[str, tuple[Span, ...]]:
    """The spans of an attribution, counted from `start`; nothing of one that does not lie wholly in `[start, end)`."""
    if any(span.start < start or span.end > end for role in ("source", "cue", "content") for span in roles.get(role, ())):
        return {}
    inside = {role: [span for span in spans if start <= span.start and span.end <= end] for role, spans in roles.items()}
    return {
        role: tuple(Span(span.start - start, span.end - start) for span in spans) for role, spans in inside.items() if spans
    }


def unmark(block: str, where: str) -> Marked:
    """The text of `block` and its spans. Raises `MarkError` with `where`."""
    text, at = "", 0
    stack: list[tuple[int, str, int]] = []
    spans: dict[int, dict[str, tuple[Span, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for mark in MARK.finditer(block):
        text += block[at : mark.start()]
        at = mark.end()
        if not mark["close"]:
            stack.append((int(mark["number"]), ROLES[mark["role"]], len(text)))
        elif not stack:
            raise MarkError(f"{where}: a }} that closes nothing, after {text[-30:]!r}")
        else:
            number, role, start = stack.pop()
            if not text[start:].strip() or text[start:] != text[start:].strip():
                raise MarkError(f"{where}: {number}{role[0]} is empty, or begins or ends with a space: {text[start:]!r}")
            spans[number][role] += (Span(start, len(text)),)
    text += block[at:]
    if stack or "{" in text or "|" in text:
        raise MarkError(f"{where}: a mark is left open or misspelt")
    for number, roles in spans.items():
        if not roles["cue"] or not roles["content"]:
            raise MarkError(f"{where}: attribution {number} has no {'content' if roles['cue'] else 'cue'}")
    return Marked(text, {number: dict(roles) for number, roles in spans.items()})


def to_example(marked: Marked) -> Example:
    """Attributions by depth: the number of other contents that the cue lies in."""
    depths: dict[int, list[Attribution]] = defaultdict(list)
    for roles in marked.spans.values():
        cue = roles["cue"][0]
        around = sum(
            any(span.start <= cue.start and cue.end <= span.end for span in other.get("content", ()))
            for other in marked.spans.values()
            if other is not roles
        )
        depths[around].append(Attribution(roles.get("source", ()), roles["cue"], tuple(sorted(roles["content"]))))
    settings = [(role, span) for roles in marked.spans.values() for role in SETTINGS for span in roles.get(role, ())]
    return Example(
        marked.text, attributions=[depths[depth] for depth in range(max(depths, default=0) + 2)], settings=settings
    )
