"""Words for places -> entries of the gazetteer. Comes in: sentences. Goes out: `Place` values.

`named.py` finds the names, `choose.py` says which place of a name is meant, `again.py` what "the province" is, `border.py` which border "the border" is. A place
that the gazetteer lacks keeps its name and has no id.
"""

from collections.abc import Iterable, Sequence

from tumen.ground.again import Found, find_again
from tumen.ground.border import find_borders
from tumen.ground.choose import Choice, Mention, choose
from tumen.ground.gazetteer import Entry, Gazetteer, fold, gazetteer
from tumen.ground.named import KIND_AFTER, KIND_WORDS, Named, Reader
from tumen.records import Candidate, Place, PlaceRule, Span
from tumen.view import Sentence


def find_places(sentences: Iterable[Sentence], known: Gazetteer | None = None) -> tuple[Place, ...]:
    """The places that the sentences name, in text order. `known`: what is asked instead of Tumen's own gazetteer."""
    known = known or gazetteer()
    reader = Reader(known)
    sentences = tuple(sentences)
    mentions = [Mention(sentence, named) for sentence in sentences for named in reader.names(sentence.view.text)]
    chosen = [(one, choice) for one, choice in zip(mentions, choose(mentions), strict=True) if choice]
    found = [Found(_place(one, choice), choice.entry) for one, choice in chosen]
    again = find_again(sentences, found, [one.named.kind for one, _ in chosen])
    places = (*(one.place for one in found), *find_borders(sentences, found, known), *again)
    return tuple(sorted(places, key=lambda place: (place.span.start, -place.span.end)))


def _place(mention: Mention, choice: Choice) -> Place:
    named, entry = mention.named, choice.entry
    span = mention.sentence.view.span(named.start, named.end)
    words = mention.sentence.view.text[named.start : named.end]
    if entry is None:
        return Place(
            span,
            words,
            None,
            None,
            named.kind or "locality",
            choice.country or None,
            choice.within,
            candidates=choice.others,
            rule=choice.rule,
        )
    return place_of(span, entry, choice.rule, choice.others)


def place_of(span: Span, entry: Entry, rule: PlaceRule | None, others: tuple[Candidate, ...] = ()) -> Place:
    """The place that words mean, as the gazetteer has it; `others` are what else they could mean."""
    return Place(
        span, entry.name, entry.id, entry.scheme, entry.level, entry.country or None, entry.within, entry.lat, entry.lon, entry.radius_m,
        others, rule,
    )  # fmt: skip


def resolve(sentences: Sequence[Sentence], spans: Iterable[Span], known: Gazetteer | None = None) -> list[Found]:
    """What the words at `spans` mean, in their order, when it is known that each names a place. A people is its country."""
    known = known or gazetteer()
    mentions: list[Mention] = []
    for span in sorted(spans):
        sentence = next((one for one in sentences if one.span.overlaps(span)), None)
        at = sentence.view.find(span) if sentence else None
        if sentence is None or at is None:
            raise ValueError(f"no sentence holds [{span.start}, {span.end})")
        mentions.append(Mention(sentence, _given(sentence.view.text, *at, known)))
    return [
        Found(_place(one, choice), choice.entry) for one, choice in zip(mentions, choose(mentions), strict=True) if choice
    ]


def _given(text: str, start: int, end: int, known: Gazetteer) -> Named:
    """The name at `[start, end)`, with what it can mean."""
    words = fold(text[start:end]).removesuffix("'s")
    entries = known.named(words) or known.named(words.removeprefix("the ").removeprefix("The "))
    kind = KIND_AFTER.match(fold(text), end) or KIND_AFTER.search(words)
    if kind and not entries:
        entries = known.named(words[: kind.start()])
    if kind and (fitting := tuple(one for one in entries if one.level == KIND_WORDS[kind["kind"].capitalize()])):
        entries = fitting
    if not entries and (country := known.country(words) or known.country(words.removesuffix("s"))):
        entries = (country,)
    return Named(start, end, entries)
