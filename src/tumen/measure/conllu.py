"""CoNLL-U (Universal Dependencies) -> gold texts. Comes in: a file. Goes out: documents, with everything marked word by word.

The text is put together again from the words and `SpaceAfter=No`: a space between sentences, a blank line before each
`# newpar`. Words are spans of that text. Of a multiword token ("don't") each word gets its own part; empty nodes ("8.1") are
left out. Relations lose their subtype (`nsubj:pass` is `nsubj`), as in the scores of CoNLL 2018.
Format: https://universaldependencies.org/format.html
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import conllu
from conllu.exceptions import ParseException
from conllu.models import Token, TokenList

from tumen.errors import SettingError
from tumen.measure.files import read_lines
from tumen.records import Span

COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its words. `sentences` are ranges `[first, stop)` of words. Then, one a word: `upos`, `lemmas` ("_" where the
    annotators gave none), `heads` (the number of the head word in the document; its own number for a root), `relations`, and
    `misc`, the last column as it stands."""

    name: str
    text: str
    words: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]
    upos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    misc: tuple[Mapping[str, str], ...]


@dataclass(slots=True)
class _Draft:
    name: str
    text: str = ""
    words: list[Span] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    rows: list[Token] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)

    def done(self) -> Document:
        return Document(
            self.name,
            self.text.rstrip(),
            tuple(self.words),
            tuple(self.sentences),
            tuple(row["upos"] for row in self.rows),
            tuple(row["lemma"] for row in self.rows),
            tuple(self.heads),
            tuple(row["deprel"].partition(":")[0] for row in self.rows),
            tuple(row["misc"] or {} for row in self.rows),
        )


def read_conllu(path: Path) -> Iterator[Document]:
    """The documents of a file, in order; one alone where it has no `# newdoc`. Raises `SettingError` that names the line."""
    draft = _Draft("")
    for line, block in _blocks(read_lines(path)):
        where = f"{path}:{line}"
        sentence = _parse(block, where)
        if {"newdoc", "newdoc id"} & set(sentence.metadata):
            if draft.words:
                yield draft.done()
            draft = _Draft(sentence.metadata.get("newdoc id") or "")
        _add(draft, sentence, where)
    if not draft.words:
        raise SettingError(str(path), "there is no sentence in it")
    yield draft.done()


def _blocks(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Each sentence with its comments, and the number of the line it begins on."""
    first, block = 1, ""
    for number, line in enumerate(lines, 1):
        if line.strip():
            first = first if block else number
            block += line
        elif block:
            yield first, block
            block = ""
    if block:
        yield first, block


def _parse(block: str, where: str) -> TokenList:
    try:
        sentence = conllu.parse(block, field_parsers={"misc": lambda columns, at: _misc(columns[at])})[0]
    except ParseException as err:
        raise SettingError(where, f"the sentence that begins here is not CoNLL-U: {err}") from err
    rows = [row for row in sentence if isinstance(row.get("id"), int)]
    if any(len(row) != COLUMNS or not row["form"] for row in sentence):
        raise SettingError(where, f"the sentence that begins here has a line without {COLUMNS} columns, or without a form")
    if not rows or [row["id"] for row in rows] != list(range(1, len(rows) + 1)):
        raise SettingError(where, "the words of the sentence that begins here are not numbered 1, 2, 3 ...")
    if any(row["head"] not in range(len(rows) + 1) or row["head"] == row["id"] for row in rows):
        raise SettingError(where, "the sentence that begins here has a word whose head is not another of its words")
    return sentence


def _misc(column: str) -> dict[str, str]:
    """As conllu does, but a value may hold another `=`."""
    parts = (part.partition("=") for part in column.split("|") if part != "_")
    return {key: value for key, _, value in parts}


def _add(draft: _Draft, sentence: TokenList, where: str) -> None:
    rows = [row for row in sentence if isinstance(row["id"], int)]
    multiword = {row["id"][0]: row for row in sentence if not isinstance(row["id"], int) and row["id"][1] == "-"}
    first = len(draft.words)
    if draft.words and {"newpar", "newpar id"} & set(sentence.metadata):
        draft.text = draft.text.rstrip() + "\n\n"
    while (done := len(draft.words) - first) < len(rows):
        token = multiword.get(done + 1, rows[done])
        last = token["id"][2] if done + 1 in multiword else done + 1
        at = len(draft.text)
        for width in _widths(token["form"], [row["form"] for row in rows[done:last]], where):
            draft.words.append(Span(at, at + width))
            at += width
        is_open = (token["misc"] or {}).get("SpaceAfter") != "No"
        draft.text += token["form"] + (" " if is_open else "")
    draft.sentences.append((first, len(draft.words)))
    draft.rows += rows
    draft.heads += [first + (row["head"] or row["id"]) - 1 for row in rows]


def _widths(surface: str, forms: list[str], where: str) -> list[int]:
    """How much of what is written each word gets: as much as its form is long, if something is left for the words after it."""
    if len(surface) < len(forms):
        raise SettingError(where, "the sentence that begins here has a token with more words than letters")
    widths: list[int] = []
    for later in range(len(forms) - 1, 0, -1):
        widths.append(min(len(forms[len(widths)]), len(surface) - sum(widths) - later))
    return [*widths, len(surface) - sum(widths)]
