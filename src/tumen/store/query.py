"""What a person types to search. Comes in: any string. Goes out: terms, an FTS5 expression, and where the terms stand.

Words are all wanted, in any order and in either case; "words in quotation marks" stand together; a star ends the beginning
of a word (defect*). A word of Hangul, Han or kana is found inside longer ones. Nothing else has a meaning, so nothing that
is typed is a mistake.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tumen.records import Span
from tumen.store.fold import Token, tokens

MOST_TERMS = 64
"""Words beyond these are left out of the search: FTS5 has a limit, and no question is that long."""

_QUOTES = str.maketrans("“”„«»", '"""""')
_PART = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that stand side by side; the last is only the beginning of one if `is_prefix`."""

    forms: tuple[str, ...]
    is_prefix: bool = False

    def expression(self) -> str:
        """The term in the language of FTS5. Tokens are letters and digits, so nothing has to be escaped."""
        return f'"{" ".join(self.forms)}"{"*" if self.is_prefix else ""}'

    def find(self, words: Sequence[Token], forms: Sequence[str]) -> Iterator[Span]:
        """Where the term stands among `words`, whose forms are `forms`."""
        for at in self._places(forms):
            last = words[at + len(self.forms) - 1]
            yield Span(words[at].start, last.first_end if self.is_prefix and last.is_paired else last.end)

    def _places(self, forms: Sequence[str]) -> Iterator[int]:
        *before, last = self.forms
        if not before and self.is_prefix:
            yield from (at for at, form in enumerate(forms) if form.startswith(last))
            return
        at = -1
        while self.forms[0] in forms[at + 1 :]:
            at = forms.index(self.forms[0], at + 1)
            *first_forms, last_form = forms[at : at + len(self.forms)]
            if first_forms == before and (last_form.startswith(last) if self.is_prefix else last_form == last):
                yield at


def parse(words: str) -> tuple[Term, ...]:
    """The terms of a query, each once, in the order typed. Empty if there is no letter or digit in it."""
    terms = (_term(match[1] or match[3] or "", bool(match[2])) for match in _PART.finditer(words.translate(_QUOTES)))
    return tuple(dict.fromkeys(term for term in terms if term))[:MOST_TERMS]


def parse_phrase(words: str) -> Term | None:
    """All of `words` as one term; `None` if there is no letter or digit in them."""
    return _term(words, False)


def expression(terms: Sequence[Term]) -> str:
    """All the terms, in the language of FTS5."""
    return " AND ".join(term.expression() for term in terms)


def _term(words: str, is_prefix: bool) -> Term | None:
    found = list(tokens(words))
    if not found:
        return None
    is_prefix = is_prefix or words.endswith("*")
    if found[-1].is_paired:
        # The last letter alone would say that the word ends here; without it, a particle may follow.
        if len(found) > 1 and found[-2].is_paired and found[-2].end == found[-1].end:
            return Term(tuple(token.form for token in found[:-1]))
        is_prefix = True
    return Term(tuple(token.form for token in found), is_prefix)
