"""Event factuality as Stanovsky et al. (2017) unified it -> gold texts. Comes in: JSON lines. Goes out: texts, words, values.

A line is a sentence: `{"text": "He did n't leave .", "targets": [{"span1": [3, 4], "label": -3.0}], "file_idx": 7}`; `span1` is a
half-open range of words, a word being what stands between spaces. The text is put together as people write it (`spacing.py`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import fmean

import msgspec

from tumen.errors import SettingError
from tumen.measure.spacing import has_hyphens_apart, join
from tumen.records import Span

MOST, GAP = 3.0, 2
"""Values run from -MOST to MOST; sentences whose `file_idx` differ by no more than GAP are taken to be of one article."""


class _Target(msgspec.Struct):
    span1: tuple[int, int]
    label: float


class _Line(msgspec.Struct):
    text: str
    targets: list[_Target]
    file_idx: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A text and what people think of the events in it. `words` are spans of `text`, in order; `sentences` ranges `[first, stop)`
    of words; `values` {number of the event's word: -3 (certainly not) to 3 (certainly so)}, in the order of words."""

    text: str
    words: Sequence[Span]
    sentences: Sequence[tuple[int, int]]
    values: Mapping[int, float]


def read_judged(path: Path, longest: int = 0) -> Iterator[Judged]:
    """The sentences of a file, each a text of its own; or, with `longest`, as many of those that follow one another in an article
    as make no more words than that.

    Of an event of several words the last one counts, which in English is mostly its head ("had been shot", "car bombing"); a word
    marked twice has the mean of its values. Raises `SettingError` that names the line.
    """
    lines = list(_lines(path))
    if not lines:
        raise SettingError(str(path), "there is no sentence in it")
    is_hyphen_apart = has_hyphens_apart([line.text.split() for line in lines])
    for group in _grouped(lines, longest):
        yield _put_together(group, is_hyphen_apart)


def _lines(path: Path) -> Iterator[_Line]:
    try:
        file = path.open("rb")
    except OSError as err:
        raise SettingError(str(path), f"cannot be opened ({err.strerror})") from err
    with file:
        for number, raw in enumerate(file, 1):
            where = f"{path}:{number}"
            try:
                line = msgspec.json.decode(raw, type=_Line)
            except (msgspec.DecodeError, UnicodeDecodeError) as err:
                raise SettingError(where, f"not a judged sentence: {err}") from err
            length = len(line.text.split())
            if not length:
                raise SettingError(where, "text has no words")
            for target in line.targets:
                first, stop = target.span1
                if not 0 <= first < stop <= length:
                    raise SettingError(where, f"span1 [{first}, {stop}) does not lie in a text of {length} words")
                if not -MOST <= target.label <= MOST:
                    raise SettingError(where, f"label {target.label} does not lie between -3 and 3")
            yield line


def _grouped(lines: Iterable[_Line], longest: int) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    size = 0
    for line in lines:
        length = len(line.text.split())
        if group and (size + length > longest or not 0 < line.file_idx - group[-1].file_idx <= GAP):
            yield group
            group, size = [], 0
        group.append(line)
        size += length
    if group:
        yield group


def _put_together(lines: Iterable[_Line], is_hyphen_apart: bool) -> Judged:
    text, words, sentences = "", list[Span](), list[tuple[int, int]]()
    labels: list[tuple[int, float]] = []
    for line in lines:
        text += " " if text else ""
        sentence, spans = join(line.text.split(), is_hyphen_apart=is_hyphen_apart)
        labels += [(len(words) + target.span1[1] - 1, target.label) for target in line.targets]
        sentences.append((len(words), len(words) + len(spans)))
        words += [Span(len(text) + span.start, len(text) + span.end) for span in spans]
        text += sentence
    by_word = groupby(sorted(labels), key=lambda label: label[0])
    return Judged(text, tuple(words), tuple(sentences), {word: fmean(value for _, value in same) for word, same in by_word})
