"""Attributions against gold. Comes in: attributions of a person and of a reader, text by text. Goes out: scores.

All shares run from 0 to 1, higher is better; the calibration error is the exception, 0 being best.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tumen.measure.tally import Tally
from tumen.records import Spans

ROLES = ("source", "cue", "content")
SAYING = frozenset("say says said saying tell tells told telling according".split())
"""Cues with one of these words are easy; all others are counted apart as well."""

BINS = 10  # of confidence, equally wide, for the calibration error (Naeini et al., 2015)


class Attribution(NamedTuple):
    """Spans of the canonical text; empty where there are no such words."""

    source: Spans
    cue: Spans
    content: Spans
    confidence: float = 1.0


class Article(NamedTuple):
    """A text, what a person marked in it, and what the reader read, outermost attributions only.

    `narrated` are the sentences in which the reader saw nobody cited: attributions with nothing but content.
    """

    text: str
    gold: Sequence[Attribution]
    found: Sequence[Attribution]
    narrated: Sequence[Attribution] = ()


@dataclass
class AttributionScores:
    """One tally for each measure; `confidences` holds, for each attribution found, its confidence and whether it is right."""

    relaxed: Tally = field(default_factory=Tally)
    strict: Tally = field(default_factory=Tally)
    exact: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    tokens: dict[str, Tally] = field(default_factory=lambda: {role: Tally() for role in ROLES})
    other_cues: Tally = field(default_factory=Tally)
    narrated: Tally = field(default_factory=Tally)
    confidences: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def by_confidence(self) -> dict[float, Tally]:
        """For each confidence that was given, surest first, how many attributions had it and how many of them were right."""
        tallies: dict[float, Tally] = defaultdict(Tally)
        for confidence, is_right in sorted(self.confidences, reverse=True):
            tallies[confidence].add(is_right, 1, 0)
        return dict(tallies)

    @property
    def calibration_error(self) -> float:
        """Expected calibration error: how far confidence and share of right ones are apart, averaged over what was found."""
        bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
        for confidence, is_right in self.confidences:
            bins[min(int(confidence * BINS), BINS - 1)].append((confidence, is_right))
        apart = sum(abs(sum(c for c, _ in each) - sum(right for _, right in each)) for each in bins.values())
        return apart / max(len(self.confidences), 1)


def score_attributions(articles: Iterable[Article]) -> AttributionScores:
    """The scores over all articles, each attribution weighing the same."""
    scores = AttributionScores()
    for article in articles:
        _score(article, scores)
    return scores


def is_relaxed_match(one: Attribution, other: Attribution) -> bool:
    """Cues overlap, contents share at least half of their union, sources overlap; two that are absent count as overlapping."""
    sources = _overlap(one.source, other.source)
    own, theirs = points(one.content), points(other.content)
    return sources and _overlap(one.cue, other.cue) and 2 * len(own & theirs) >= len(own | theirs)


def points(spans: Spans) -> set[int]:
    """The code points that `spans` cover."""
    return {at for span in spans for at in range(span.start, span.end)}


def _overlap(one: Spans, other: Spans) -> bool:
    return bool(points(one) & points(other)) or not (one or other)


def _score(article: Article, scores: AttributionScores) -> None:
    partners = _match(article.found, article.gold)
    scores.relaxed.add(len(partners), len(article.found), len(article.gold))
    same = {a[:3] for a in article.found} & {a[:3] for a in article.gold}
    scores.strict.add(len(same), len(article.found), len(article.gold))
    scores.confidences += [(each.confidence, number in partners) for number, each in enumerate(article.found)]
    cited = points(tuple(span for each in article.gold for span in (*each.cue, *each.content)))
    scores.narrated.add(sum(not points(each.content) & cited for each in article.narrated), len(article.narrated), 0)
    others = {number for number, each in enumerate(article.gold) if not _is_saying(article.text, each)}
    scores.other_cues.add(len(others & set(partners.values())), 0, len(others))
    for role in ROLES:
        own, theirs = ({span for each in side for span in getattr(each, role)} for side in (article.found, article.gold))
        scores.exact[role].add(len(own & theirs), len(own), len(theirs))
        covered, wanted = (_tokens(article.text, tuple(spans)) for spans in (own, theirs))
        scores.tokens[role].add(len(covered & wanted), len(covered), len(wanted))


def _match(found: Sequence[Attribution], gold: Sequence[Attribution]) -> dict[int, int]:
    """Number of an attribution found -> number of its partner in gold; each has at most one."""
    free = dict(enumerate(gold))
    partners: dict[int, int] = {}
    for number, own in enumerate(found):
        partner = next((key for key, other in free.items() if is_relaxed_match(own, other)), None)
        if partner is not None:
            partners[number] = partner
            del free[partner]
    return partners


def _is_saying(text: str, attribution: Attribution) -> bool:
    words = {word for span in attribution.cue for word in text[span.start : span.end].lower().split()}
    return bool(words & SAYING)


def _tokens(text: str, spans: Spans) -> set[int]:
    """Where the words that `spans` hold begin; a word is what stands between white space."""
    starts: set[int] = set()
    for span in spans:
        inside = range(span.start, span.end)
        starts.update(
            at for at in inside if not text[at].isspace() and (at == 0 or text[at - 1].isspace() or at == span.start)
        )
    return starts
