"""How well worse copies of a text are read: `PYTHONPATH=tests python -m real.perturbed FOLDER [--articles N]`.

FOLDER is a part of PolNeAR. Each article is spoiled in one way at a time; the gold goes along, word by word. Prints the relaxed F1 of
outermost attributions for each way, and how far it is from that of the plain text. The same articles are spoiled alike each time.
"""

import argparse
import itertools
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from build import a_report
from tumen.measure import read_polnear, score_attributions
from tumen.measure.attribution import Article, Attribution
from tumen.pipeline import read_report
from tumen.records import Span, Spans

COLUMNS = 72
NOISE = 0.005  # share of characters that are confused
LOST = 0.5  # share of articles ("the", "a") that are lost
CONFUSED = {
    "l": "1", "1": "l", "I": "l", "O": "0", "0": "O", "o": "c", "e": "c", "c": "e", "h": "b", "b": "h", "m": "rn", "n": "ri",
    "u": "ii", "t": "f", "f": "t", "S": "5", "5": "S", "B": "8", "g": "q", "y": "v", "w": "vv", "d": "cl", ",": ".", ".": ",",
}  # fmt: skip
STRAIGHT = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"}
BRITISH = {
    "(organ|real|recogn|critic|apolog|emphas|author|mobil|character|minim|legal|final|jeopard)iz(?=e|ing|ation)": r"\1is",
    "(analy)z(?=e|ing)": r"\1s", "(neighb|lab|col|hon|behavi|fav|rum|harb|hum)or(?!ou)": r"\1our", "center": "centre",
    "theater": "theatre", "defense": "defence", "offense": "offence", "program(?!me)": "programme", "gray": "grey",
    "(travel|cancel|label|fuel)(?=ed|ing)": r"\1l", "toward(?!s)": "towards", "percent(?!age)": "per cent", "skeptic": "sceptic",
}  # fmt: skip
KOREAN_ENGLISH = {
    "(information|evidence|equipment|staff|advice|research|damage)(?!s|d)": r"\1s", "discussed": "discussed about",
    "(mentioned|explained)(?! about)": r"\1 about", "(stressed|emphasized)": r"\1 on", "until now": "till now", "died": "got died",
    "(increased|decreased)": r"got \1", "these days": "nowadays these days", "recently": "in recent", "much(?= people)": "many",
}  # fmt: skip
MARKS = re.compile(r"``|''|[“”„«»\"]")
ARTICLE = re.compile(r"\b(?:the|an?) (?=\w)", re.IGNORECASE)


class Edit(NamedTuple):
    """`[start, end)` of the plain text becomes `words`."""

    start: int
    end: int
    words: str


class Spoiled(NamedTuple):
    """A text after edits. `starts` and `ends` say for each place of the plain text where what begins or ends there does so now."""

    text: str
    starts: list[int]
    ends: list[int]

    def span(self, span: Span) -> Span | None:
        """Where the words of `span` stand now; `None` if none is left."""
        moved = Span(self.starts[span.start], self.ends[span.end])
        return moved if moved.start < moved.end else None


def spoil(text: str, edits: Iterable[Edit]) -> Spoiled:
    """`text` after `edits`, which stand in order and do not overlap."""
    parts: list[str] = []
    starts: list[int] = []
    ends = [0]
    at = length = 0
    for edit in [*edits, Edit(len(text), len(text), "")]:
        kept = edit.start - at
        starts += range(length, length + kept)
        ends += range(length + 1, length + kept + 1)
        length += kept
        starts += [length] * (edit.end - edit.start)
        length += len(edit.words)
        ends += [length] * (edit.end - edit.start)
        parts += [text[at : edit.start], edit.words]
        at = edit.end
    return Spoiled("".join(parts), [*starts, length], ends)


def moved(attribution: Attribution, spoiled: Spoiled) -> Attribution:
    """The attribution in the spoiled text."""

    def spans(plain: Spans) -> Spans:
        return tuple(span for span in map(spoiled.span, plain) if span)

    return Attribution(spans(attribution.source), spans(attribution.cue), spans(attribution.content))


# ------------------------------------------------------------------------------------------------- ways to spoil a text


def hard_wraps(text: str, _: random.Random) -> Iterator[Edit]:
    """Lines of mail and of old newspapers."""
    begin = last = -1
    for space in re.finditer(r"[ \n]|\Z", text):
        if last > begin and space.start() - begin - 1 > COLUMNS:
            yield Edit(last, last + 1, "\n")
            begin = last
        begin, last = (space.start(), space.start()) if space.group() == "\n" else (begin, space.start())


def no_quote_marks(text: str, _: random.Random) -> Iterator[Edit]:
    return (Edit(*mark.span(), "") for mark in MARKS.finditer(text))


def half_of_each_pair(text: str, chance: random.Random) -> Iterator[Edit]:
    marks = [mark.span() for mark in MARKS.finditer(text)]
    return (Edit(*chance.choice(pair), "") for pair in zip(marks[::2], marks[1::2], strict=False))


def all_capitals(text: str, _: random.Random) -> Iterator[Edit]:
    return (Edit(at, at + 1, letter.upper()) for at, letter in enumerate(text) if letter != letter.upper())


def no_capitals(text: str, _: random.Random) -> Iterator[Edit]:
    return (Edit(at, at + 1, letter.lower()) for at, letter in enumerate(text) if letter != letter.lower())


def scanned_paper(text: str, chance: random.Random) -> Iterator[Edit]:
    known = [at for at, letter in enumerate(text) if letter in CONFUSED]
    for at in sorted(chance.sample(known, min(round(NOISE * len(text)), len(known)))):
        yield Edit(at, at + 1, CONFUSED[text[at]])


def double_spaces(text: str, _: random.Random) -> Iterator[Edit]:
    return (Edit(*space.span(), "  ") for space in re.finditer(r"(?<=\S) (?=\S)", text))


def straight_marks(text: str, _: random.Random) -> Iterator[Edit]:
    return (Edit(at, at + 1, STRAIGHT[letter]) for at, letter in enumerate(text) if letter in STRAIGHT)


def british_spelling(text: str, _: random.Random) -> Iterator[Edit]:
    return _rewritten(text, BRITISH)


def korean_english(text: str, chance: random.Random) -> Iterator[Edit]:
    """Articles lost, verbs with prepositions and nouns with plurals that English does not give them."""
    lost = [Edit(*found.span(), "") for found in ARTICLE.finditer(text) if chance.random() < LOST]
    edits = sorted([*lost, *_rewritten(text, KOREAN_ENGLISH)])
    yield from (two for one, two in itertools.pairwise([Edit(0, 0, ""), *edits]) if one.end <= two.start)


def _rewritten(text: str, table: Mapping[str, str]) -> Iterator[Edit]:
    found = sorted(
        (match.start(), match.end(), match.expand(words))
        for pattern, words in table.items()
        for match in re.finditer(rf"\b{pattern}", text, re.IGNORECASE)
    )
    at = 0
    for start, end, words in found:
        if start >= at:
            yield Edit(start, end, words[0].upper() + words[1:] if text[start].isupper() else words)
            at = end


Way = Callable[[str, random.Random], Iterator[Edit]]
WAYS: tuple[Way, ...] = (
    hard_wraps, no_quote_marks, half_of_each_pair, all_capitals, no_capitals, scanned_paper, double_spaces, straight_marks,
    british_spelling, korean_english,
)  # fmt: skip


def score(articles: Iterable[tuple[str, list[Attribution]]], way: Way | None) -> float:
    """The relaxed F1 of outermost attributions after spoiling each article in one `way`, or in none."""
    read = []
    for number, (plain, gold) in enumerate(articles):
        spoiled = spoil(plain, way(plain, random.Random(number)) if way else ())
        record = read_report(a_report(spoiled.text, outlet=None))
        cited = [claim for claim in record.claims if claim.parent is None and claim.kind != "narrated"]
        found = [Attribution(claim.source, claim.cue, claim.content) for claim in cited]
        read.append(Article(spoiled.text, [moved(each, spoiled) for each in gold], found))
    return score_attributions(read).relaxed.f1


def main() -> None:
    parser = argparse.ArgumentParser(description="How well worse copies of a text are read.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=30)
    asked = parser.parse_args()
    articles = list(itertools.islice(read_polnear(asked.folder), asked.articles))
    plain = score(articles, None)
    print(f"{'plain':20} {plain:6.1%}  {len(articles)} articles", flush=True)
    for way in WAYS:
        f1 = score(articles, way)
        print(f"{way.__name__.replace('_', ' '):20} {f1:6.1%}  {f1 - plain:+6.1%}", flush=True)


if __name__ == "__main__":
    main()
