"""UNER (Mayhew et al., 2024) -> gold names. Comes in: an .iob2 file. Goes out: documents with the names of people, organizations, places.

The words are those of the UD treebank, and the text is made of them anew: as the sentence's `# text` has them, but without its
white space before "n't" and "'s", a space between sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tumen.errors import SettingError
from tumen.measure.files import read_lines
from tumen.records import Span

KINDS = {"PER": "person", "ORG": "organization", "LOC": "place"}
CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """A text, its words, its sentences (ranges `[first, stop)` of words), and the names: first word, last word, kind as ours."""

    name: str
    text: str
    words: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]
    gold: tuple[tuple[int, int, str], ...]


@dataclass(slots=True)
class _Draft:
    name: str = ""
    text: str = ""
    words: list[Span] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    gold: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, text: str, rows: list[list[str]]) -> None:
        """One sentence."""
        first, read = len(self.words), 0
        self.text += " " * bool(self.text)
        for _, form, tag, *_ in rows:
            at = text.find(form, read)
            if at < 0 or text[read:at].strip():  # the words are not those of the comment
                at = read
            is_apart = at > read and not CLITIC.fullmatch(form)
            self.text += " " * (is_apart and len(self.words) > first)
            self.words.append(Span(len(self.text), len(self.text) + len(form)))
            self.text += form
            read = at + len(form)
            self._mark(tag)
        self.sentences.append((first, len(self.words)))

    def _mark(self, tag: str) -> None:
        word = len(self.words) - 1
        position, _, kind = tag.partition("-")
        if position == "B" and kind in KINDS:
            self.gold.append((word, word, KINDS[kind]))
        elif position == "I" and self.gold and self.gold[-1][1] == word - 1:
            self.gold[-1] = (self.gold[-1][0], word, self.gold[-1][2])

    def done(self) -> Names:
        return Names(self.name, self.text, tuple(self.words), tuple(self.sentences), tuple(self.gold))


def read_uner(path: Path) -> Iterator[Names]:
    """The documents of a file, in order. Raises `SettingError` that names the line."""
    draft, text, rows = _Draft(), "", list[list[str]]()
    for number, line in enumerate((*read_lines(path), ""), 1):
        key, _, value = line.removeprefix("#").partition("=")
        if line.startswith("#"):
            if key.strip() == "newdoc id":
                if draft.words:
                    yield draft.done()
                draft = _Draft(value.strip())
            text = value.strip() if key.strip() == "text" else text
        elif line.strip():
            rows.append(line.split("\t"))
            if len(rows[-1]) < 3 or not rows[-1][1]:
                raise SettingError(f"{path}:{number}", "not a line of number, word and tag")
        elif rows:
            draft.add(text, rows)
            rows, text = [], ""
    if not draft.words:
        raise SettingError(str(path), "there is no sentence in it")
    yield draft.done()
