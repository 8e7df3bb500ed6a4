"""A set of echoes, built by rule from reports that somebody has. Comes in: texts. Goes out: pairs, each with what holds between the two.

The same seed and texts give the same set. No word of a text is kept anywhere.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import combinations
from random import Random
from typing import Any, Literal

Kind = Literal["abridged", "reordered", "reworded", "quoted", "cited", "other hands"]
KINDS: tuple[Kind, ...] = ("abridged", "reordered", "reworded", "quoted", "cited", "other hands")
WORDS = range(90, 500)  # of a text from which a copy is made
FEWEST_SENTENCES = 6
FEWEST_PARAGRAPHS = 4
SHINGLE = 5
LEAST_SHARED = 0.05  # containment of shingles, both ways, below which two texts on one incident are by other hands
LEAST_CHANGED = 0.3  # share of the shingles that a rewording must change
SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[\"“A-Z0-9])")
QUOTED = re.compile(r"[\"“]([^\"“”]{40,300})[\"”]")
NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")
FIGURES = "zero one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True)
class Text:
    """A report before it is read. `published` is an ISO day."""

    key: str
    text: str
    outlet: str
    published: str | None = None
    incident: str | None = None


@dataclass(frozen=True)
class BuiltPair:
    """Two texts on one incident. `other` goes back to `first`, unless they are by other hands."""

    kind: Kind
    first: Text
    other: Text


def build_pairs(texts: Sequence[Text], each: int, seed: int = 5) -> list[BuiltPair]:
    """Up to `each` pairs of every kind, as many as the texts give."""
    random = Random(seed)
    order = sorted(texts, key=lambda text: text.key)
    random.shuffle(order)
    makers = {"abridged": abridge, "reordered": reorder, "reworded": reword, "quoted": take_quotes, "cited": cite}
    pairs: list[BuiltPair] = []
    usable = [text for text in order if _is_usable(text)]
    for kind, make in makers.items():
        made = 0
        for text in usable:
            if made == each:
                break
            if (words := make(text, random)) is not None:
                pairs.append(BuiltPair(kind, text, _published_by_another(text, words, random, kind)))  # type: ignore[arg-type]
                made += 1
    return pairs + list(_by_other_hands(order, each))


def abridge(text: Text, random: Random) -> str:
    """The first sentences and some of the others, in their order: about half."""
    sentences = _sentences(text.text)
    rest = range(2, len(sentences))
    kept = sorted(random.sample(rest, round(len(rest) * random.uniform(0.25, 0.55))))
    return _paragraphs([sentences[at] for at in (0, 1, *kept)])


def reorder(text: Text, random: Random) -> str:
    """All of its paragraphs, in another order; of a text that is one paragraph, its sentences two by two."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", text.text) if part.strip()]
    if len(paragraphs) < FEWEST_PARAGRAPHS:
        paragraphs = _paragraphs(_sentences(text.text)).strip().split("\n\n")
    random.shuffle(paragraphs)
    return "\n\n".join(paragraphs) + "\n"


def reword(text: Text, random: Random) -> str | None:
    """Most of its sentences with other words, turned round, numbers written in the other way; `None` if the rules change too little."""
    sentences = [_reword(sentence) for sentence in _sentences(text.text)]
    kept = [sentence for sentence in sentences if random.random() < 0.9]
    for at in range(0, len(kept) - 1, 3):
        kept[at], kept[at + 1] = kept[at + 1], kept[at]
    changed = _paragraphs(kept)
    return changed if contained(changed, text.text) <= 1 - LEAST_CHANGED else None


def take_quotes(text: Text, random: Random) -> str | None:
    """A text of our own around its quotations; `None` if it has none."""
    quotes = [match[1] for match in QUOTED.finditer(text.text) if len(match[1].split()) >= 8][:3]
    if not quotes:
        return None
    lines = random.sample(_table()["filler"]["lines"], 7)
    for quote in quotes:
        frame = random.choice(_table()["filler"]["quoting"])
        lines.insert(random.randrange(1, len(lines)), frame.format(quote=f"“{quote.strip()}”"))
    return _paragraphs(lines)


def cite(text: Text, random: Random) -> str | None:
    """A text of our own that says, in few words and early on, what the outlet reported; `None` if the text names nothing."""
    names = [match[0] for match in NAMED.finditer(text.text)]
    if not names or not text.published:
        return None
    kernel = f"{_reword(' '.join(_sentences(text.text)[0].split()[:6])).rstrip('.,;')} near {random.choice(names[:4])}"
    day = date.fromisoformat(text.published).strftime("%A")
    frame = random.choice(_table()["filler"]["citing"])
    lines = random.sample(_table()["filler"]["lines"], 8)
    lines.insert(random.randrange(0, 3), frame.format(outlet=_spoken(text.outlet, random), kernel=kernel, day=day))
    return _paragraphs(lines)


def _by_other_hands(texts: Sequence[Text], each: int) -> Iterator[BuiltPair]:
    """Texts on one incident that share hardly any words in a row, and of which neither names the other's outlet."""
    incidents: defaultdict[str, list[Text]] = defaultdict(list)
    for text in texts:
        if text.incident and len(text.text.split()) >= WORDS.start:
            incidents[text.incident].append(text)
    made = 0
    for key in sorted(incidents):
        for first, other in combinations(incidents[key], 2):
            if made < each and _are_other_hands(first, other):
                made += 1
                yield BuiltPair("other hands", first, other)


def _are_other_hands(first: Text, other: Text) -> bool:
    if (
        first.outlet == other.outlet
        or max(contained(first.text, other.text), contained(other.text, first.text)) >= LEAST_SHARED
    ):
        return False
    names = [(first, label) for label in _labels(other.outlet)] + [(other, label) for label in _labels(first.outlet)]
    return not any(label in text.text.casefold() for text, label in names)


def contained(one: str, other: str) -> float:
    """The share of the runs of five words of `one` that stand in `other`."""
    first, second = _shingles(one), _shingles(other)
    return len(first & second) / len(first) if first else 0.0


def _shingles(text: str) -> set[tuple[str, ...]]:
    run = re.findall(r"\w+", text.casefold())
    return {tuple(run[at : at + SHINGLE]) for at in range(len(run) - SHINGLE + 1)}


def _is_usable(text: Text) -> bool:
    return len(text.text.split()) in WORDS and len(_sentences(text.text)) >= FEWEST_SENTENCES


def _published_by_another(text: Text, words: str, random: Random, kind: str) -> Text:
    """One copy in five is of the same day as what it goes back to, so that only the words tell which came first."""
    days = 0 if random.random() < 0.2 else random.randint(1, 3)
    day = (date.fromisoformat(text.published) + timedelta(days)).isoformat() if text.published else None
    return replace(
        text, key=f"{text.key}/{kind}", text=words, outlet=random.choice(_table()["filler"]["outlets"]), published=day
    )


def _sentences(text: str) -> list[str]:
    return [sentence for part in text.split("\n") for sentence in SENTENCE.split(part.strip()) if len(sentence.split()) > 2]


def _paragraphs(sentences: Collection[str]) -> str:
    lines = list(sentences)
    return "\n\n".join(" ".join(lines[at : at + 2]) for at in range(0, len(lines), 2)) + "\n"


def _reword(sentence: str) -> str:
    """By rule: who says it moves to the other end, a day too, then word by word."""
    if match := re.fullmatch(r"(.{20,}), ((?:[\w.']+ ){1,4})(?:said|says)\.", sentence):
        sentence = f"According to {match[2].strip()}, {match[1][0].lower()}{match[1][1:]}."
    elif match := re.fullmatch(r"((?:[\w.']+ ){1,3})(?:said|say|says) (?:that )?(.{20,})\.", sentence):
        sentence = f"{match[2][0].upper()}{match[2][1:]}, according to {match[1].strip()}."
    elif match := re.fullmatch(r"((?:On|After|In|At|When) [^,]{5,60}), (.{20,})\.", sentence):
        sentence = f"{match[2][0].upper()}{match[2][1:]} {match[1][0].lower()}{match[1][1:]}."
    return re.sub(r"[A-Za-z]+|\b\d{1,2}\b", lambda match: _other_word(match[0]), sentence)


def _other_word(word: str) -> str:
    if word.isdigit():
        return FIGURES[int(word)] if int(word) < len(FIGURES) else word
    if word.lower() in FIGURES[2:]:
        return str(FIGURES.index(word.lower()))
    other: str = _table()["synonyms"].get(word.lower(), word)
    return other[0].upper() + other[1:] if word[0].isupper() else other


def _spoken(outlet: str, random: Random) -> str:
    """An outlet as others name it; of the host of a site the site, or the name in it."""
    labels = _labels(outlet)
    if "." not in outlet or not labels:
        return outlet
    return random.choice((outlet.removeprefix("www."), labels[0].title(), labels[0].upper()))


def _labels(outlet: str) -> list[str]:
    """What an outlet would be named by."""
    if "." not in outlet:
        return [outlet.casefold()]
    known = ("www", "com", "org", "net", "co", "news", "info", "us", "m")
    return sorted((label for label in outlet.casefold().split(".") if label not in known), key=len, reverse=True)[:1]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("tumen.measure").joinpath("echo_words.toml").read_text("utf-8"))
