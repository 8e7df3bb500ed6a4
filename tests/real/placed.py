"""Hand-made gold: that of `examples/`, and others in its format. Comes in: a gold file and its text. Goes out: words as spans.

Gold holds words and no offsets, so that people can edit it; white space in it is folded. Where words occur more than once,
those meant are found so: the first piece of a content stands once in the text, or in `within`; further pieces follow it;
the cue is the occurrence nearest to the content, source, addressee and said are those nearest to the cue.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tumen.records import Span, Spans

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS, GOLD = EXAMPLES / "reports", EXAMPLES / "gold"

WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim of the gold with its spans in the report's text."""

    key: str
    source: Spans
    cue: Spans
    content: Spans
    addressee: Spans
    said: Spans


def load(folder: Path = GOLD) -> dict[str, dict[str, Any]]:
    """Every gold file of `folder`, by the name of its report."""
    files = (tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.rglob("*.gold.toml")))
    return {gold["report"]: gold for gold in files}


def load_links() -> dict[str, Any]:
    """What holds between reports."""
    return tomllib.loads((GOLD / "links.toml").read_text(encoding="utf-8"))


def strings(gold: dict[str, Any]) -> list[str]:
    """Everything in a gold file that is verbatim, title and outlet aside."""
    found: list[str] = []
    for claim in gold.get("claims", []):
        for name in ("source", "cue", "content", "addressee", "hedges"):
            found += claim.get(name, [])
        found += [claim["said"]["words"]] if "said" in claim else []
        found += [claim["within"]] if "within" in claim else []
    for source in gold.get("sources", []):
        found += [source["description"], *source["mentions"]]
        found += [source["place"]["words"]] if "place" in source else []
    for name in ("how_many", "where", "when", "price"):
        for reading in gold.get("incident", {}).get(name, []):
            found += [reading["words"]] if isinstance(reading["words"], str) else reading["words"]
    return found + [quantity["words"] for quantity in gold.get("quantities", [])]


class Folded:
    """A text with each run of white space read as one space, and the way back."""

    def __init__(self, text: str) -> None:
        letters: list[str] = []
        self.back: list[int] = []
        for found in re.finditer(r"\s+|\S", text):
            letters.append(" " if found.group().isspace() else found.group())
            self.back.append(found.start())
        self.text = "".join(letters)

    def span(self, start: int, end: int) -> Span:
        return Span(self.back[start], self.back[end - 1] + 1)

    def all(self, words: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Where `words` stand as whole words."""
        whole = (r"\b" if words[0].isalnum() else "") + re.escape(words) + (r"\b" if words[-1].isalnum() else "")
        return [m.span() for m in re.compile(whole).finditer(self.text, start, len(self.text) if end is None else end)]


def place(gold: dict[str, Any], text: str) -> list[Placed]:
    """The claims of `gold` in `text`. Raises `LookupError` where the words do not say which occurrence is meant."""
    folded = Folded(text)
    return [_place(claim, folded) for claim in gold.get("claims", [])]


def _place(claim: dict[str, Any], folded: Folded) -> Placed:
    start, end = 0, len(folded.text)
    if "within" in claim:
        start, end = _one(claim, folded.all(claim["within"]), claim["within"])
    first = _one(claim, folded.all(claim["content"][0], start, end), claim["content"][0])
    content = [first]
    for piece in claim["content"][1:]:
        content.append(_one(claim, folded.all(piece, content[-1][1], end)[:1], piece))
    taken = list(content)

    def nearest(words: list[str], to: list[tuple[int, int]]) -> list[tuple[int, int]]:
        found = []
        for word in words:
            free = [at for at in folded.all(word, start, end) if not any(at[0] < b and a < at[1] for a, b in taken)]
            found.append(_one(claim, sorted(free, key=lambda at: min(_gap(at, other) for other in to))[:1], word))
        taken.extend(found)
        return found

    cue = nearest(claim["cue"], content)
    source = nearest(claim["source"], cue or content)
    addressee = nearest(claim.get("addressee", []), cue or content)
    said = nearest([claim["said"]["words"]] if "said" in claim else [], cue or content)
    parts = (tuple(folded.span(*at) for at in sorted(part)) for part in (source, cue, content, addressee, said))
    return Placed(claim["key"], *parts)


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(a[0], b[0]) - min(a[1], b[1])


def _one(claim: dict[str, Any], found: list[tuple[int, int]], words: str) -> tuple[int, int]:
    if len(found) != 1:
        raise LookupError(f"{claim['key']}: {words!r} stands {len(found)} times where it should stand once")
    return found[0]
