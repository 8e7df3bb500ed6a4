"""Corpora -> rows of `tumen eval`. Comes in: where a corpus lies. Goes out: one row a measure, as docs/measures.md names them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tumen.measure.attribution import Article, AttributionScores
    from tumen.measure.conllu import Document
    from tumen.measure.muc4 import Annotated
    from tumen.measure.muc4_answers import Answer
    from tumen.measure.places import Gold
    from tumen.measure.tally import Tally
    from tumen.measure.uner import Names
    from tumen.model import Model, Scan
    from tumen.records import Claim, Place

Item = TypeVar("Item")
Row = dict[str, str | float | int | None]

HUMANS = {  # two annotators of 18 articles of PolNeAR, scored against each other; F1 in per cent
    "relaxed": 74.8, "strict": 56.9, "exact source": 78.2, "exact cue": 71.2, "exact content": 68.5, "tokens content": 91.9,
}  # fmt: skip
BEST_1992 = {  # F1 of the best system of MUC-4, on its test sets and by its own scorer
    "type": 0.749, "date": 0.589, "place": 0.609, "victim number": 0.606, "all slots": 0.56,
}  # fmt: skip
SENTENCES_IN_CONTEXT = 180  # words of neighbouring sentences that are read together where a corpus has them in order


def score_polnear(folder: Path) -> list[Row]:
    """Attributions, against PolNeAR."""
    from tumen.measure import score_attributions

    return _attribution_rows(score_attributions(read_articles(folder)))


def score_syntax(file: Path) -> list[Row]:
    """Parts of speech, lemmas and trees, against a treebank of Universal Dependencies."""
    from tumen.measure import syntax
    from tumen.measure.conllu import read_conllu
    from tumen.model import open_model
    from tumen.syntax import parse_words

    model = open_model()

    def read(document: "Document") -> Sequence[syntax.Parsed]:
        found = parse_words(document.words, document.sentences, document.text, _scan(model, document))
        return [syntax.Parsed(word.lemma, word.upos, word.head, word.relation) for word in found]

    scores = syntax.score_syntax((document, read(document)) for document in shown(read_conllu(file), "documents"))
    counts = {"upos": scores.right_upos, "lemma": scores.right_lemmas, "uas": scores.right_heads, "las": scores.right_arcs}
    return [
        {"measure": name, "precision": right / max(scores.words, 1), "right": right, "found": scores.words}
        for name, right in counts.items()
    ]


def score_entities(file: Path) -> list[Row]:
    """Mentions and what is the same in one text, against GUM."""
    from tumen.entity import find_mentions, tie
    from tumen.measure import chains, entities
    from tumen.measure.conllu import read_conllu
    from tumen.measure.gum import gold_chains, gold_mentions
    from tumen.model import open_model
    from tumen.syntax import parse_words

    model = open_model()
    mentions, things = [], []
    for document in shown(read_conllu(file), "documents"):
        scan = _scan(model, document)
        upos = [word.upos for word in parse_words(document.words, document.sentences, document.text, scan)]
        found = find_mentions(document.words, document.sentences, scan)
        named = {(one.first, one.last, one.kind) for one in found if upos[one.main] != "PRON"}
        mentions.append((gold_mentions(document), named))
        same: dict[int, set[tuple[int, int]]] = {}
        for one, number in zip(found, tie(found, document.text, document.words, upos, scan), strict=True):
            same.setdefault(number, set()).add((one.first, one.last))
        things.append((gold_chains(document), list(same.values())))
    scores, coreference = entities.score_mentions(mentions), chains.score_chains(things)
    tallies = {
        "mentions": scores.all,
        "spans": scores.spans,
        **{f"kind {kind}": t for kind, t in sorted(scores.by_kind.items())},
    }
    rows = [_row(name, tally) for name, tally in tallies.items()]
    for name, part in (("MUC", coreference.muc), ("B3", coreference.b_cubed), ("CEAFe", coreference.ceaf_e)):
        rows.append({"measure": f"coreference {name}", "precision": part.precision, "recall": part.recall, "f1": part.f1})
    return [*rows, {"measure": "coreference CoNLL", "f1": coreference.conll}]


def score_names(file: Path) -> list[Row]:
    """Names of people, organizations and places, against UNER."""
    from tumen.entity import find_mentions, name_of
    from tumen.measure import entities
    from tumen.measure.uner import KINDS, read_uner
    from tumen.model import open_model
    from tumen.syntax import parse_words

    model, pairs = open_model(), []
    for document in shown(read_uner(file), "documents"):
        scan = _scan(model, document)
        upos = [word.upos for word in parse_words(document.words, document.sentences, document.text, scan)]
        found = set()
        for one in find_mentions(document.words, document.sentences, scan):
            name = name_of(one, document.text, document.words, upos)
            if name and one.kind in KINDS.values():
                found.add((*name, one.kind))
        pairs.append((set(document.gold), found))
    scores = entities.score_mentions(pairs)
    tallies = {"names": scores.all, **{f"kind {kind}": tally for kind, tally in sorted(scores.by_kind.items())}}
    return [_row(name, tally) for name, tally in tallies.items()]


def score_factuality(file: Path) -> list[Row]:
    """What events are worth, against people's values; the scale is that of the folder's name, UW's if it is none of the three."""
    from tumen.measure import factuality
    from tumen.measure.judged import read_judged
    from tumen.model import open_model
    from tumen.passage import find_starts
    from tumen.records import Span

    model = open_model()

    def scan(text: str) -> "Scan":
        return model.scan(text, Span(0, len(text)), *find_starts(text))

    scale = {"meantime": "meantime", "uds_ih2": "uds"}.get(file.parent.name, "uw")
    texts = list(read_judged(file, 0 if scale == "meantime" else SENTENCES_IN_CONTEXT))
    scores = factuality.score_factuality(shown(texts, "texts"), factuality.values_of(scan, scale))
    return [
        {"measure": "mean absolute error", "value": scores.mae, "found": scores.events},
        {"measure": "Pearson r", "value": scores.r, "found": scores.events},
        {"measure": "error of always saying +3", "value": scores.always_mae, "found": scores.events},
        {"measure": "error on doubted events", "value": scores.doubted_mae, "found": scores.doubted},
    ]


def score_timex(folder: Path) -> list[Row]:
    """Times, against TimeML, seen from the day that each text says it was made."""
    from tumen.ground import find_times
    from tumen.measure import timex
    from tumen.passage import split_passages, split_sentences
    from tumen.records import Published

    def pairs() -> "Iterator[tuple[Sequence[timex.Timex], Sequence[timex.Timex]]]":
        for text in shown(timex.read_timeml(folder), "texts"):
            sentences = split_sentences(text.text, split_passages(text.text), "en")
            found = find_times(sentences, Published(text.published, "given"))
            yield text.times, list(timex.as_timex(found, text.text))

    scores = timex.score_timex(pairs())
    return [_row(name, getattr(scores, name)) for name in ("relaxed", "strict", "type", "value")]


def score_muc4(path: Path) -> list[Row]:
    """Incidents of one report, against the keys of MUC-3/4."""
    from tumen.measure.muc4_scores import score_incidents

    scores = score_incidents((text.templates, answers) for text, answers in read_incidents(path))
    tallies = {"incidents": scores.incidents, **scores.slots, "all slots": scores.all, "all slots, aligned": scores.aligned}
    rows = [_row(name, points) | {"best_1992_f1": BEST_1992.get(name)} for name, points in tallies.items()]
    recalled = {"perpetrator, individuals": scores.individuals, "perpetrator, organisations": scores.organisations}
    return rows + [
        {"measure": name, "recall": points.recall, "right": points.right, "wanted": points.wanted}
        for name, points in recalled.items()
    ]


def read_incidents(path: Path, first: int | None = None) -> "Iterator[tuple[Annotated, Sequence[Answer]]]":
    """The texts of MUC-3/4, all or the `first`, each with its incidents as Tumen reads them, seen from the day of its dateline."""
    from tumen.measure.muc4 import read_muc4
    from tumen.measure.muc4_answers import answers_of
    from tumen.pipeline import read_report
    from tumen.records import Published, Report

    for text in shown(read_muc4(path)[:first], "texts"):
        published = Published(text.published, "given" if text.published else None)
        report = Report("report-eval", text.name, "", text.text, len(text.text), language="en", published=published)
        yield text, answers_of(read_report(report))


def score_places(path: Path, split: str) -> list[Row]:
    """Places, against toponyms in XML (resolving alone), or against our own texts and spellings in TOML, a file or a folder."""
    from tumen.errors import SettingError
    from tumen.measure.places import read_gold

    if path.suffix == ".xml":
        return _score_toponyms(path)
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise SettingError(str(path), "there is no .toml file in it, and it is no .xml file")
    return [row for file in files for row in _score_gold(read_gold(file, split))]


def _score_gold(gold: "Gold") -> Iterator[Row]:
    from tumen.ground import find_places
    from tumen.ground.gazetteer import gazetteer
    from tumen.ground.romanise import is_same
    from tumen.measure import places
    from tumen.passage import split_passages, split_sentences

    known = gazetteer()

    def is_right(place: "Place", mention: places.Mention) -> bool:
        if mention.level == "border":
            return {*place.name.removesuffix(" border").split("-")} == {*mention.name.removesuffix(" border").split("-")}
        return is_same(place.name, mention.name) or known.is_named(place.id, mention.name)

    def look_up(words: str) -> str | None:
        entries = known.named(words) or known.sounding(words, is_loose=True)
        return entries[0].name if entries else None

    def is_heard(words: str) -> bool:
        return any(entry.level in ("province", "county") for entry in known.sounding(words, is_loose=True))

    if gold.texts:
        texts = shown(gold.texts, "texts")
        found = ((one, find_places(split_sentences(one.text, split_passages(one.text), "en"))) for one in texts)
        got = places.score_places(found, is_right)
        yield {
            "measure": "mentions found",
            "recall": got.found / max(got.mentions, 1),
            "right": got.found,
            "wanted": got.mentions,
        }
        yield {"measure": "id", "recall": got.right / max(got.mentions, 1), "right": got.right, "wanted": got.mentions}
        share = got.provinces / max(got.with_province, 1)
        yield {"measure": "province", "precision": share, "right": got.provinces, "found": got.with_province}
        yield {"measure": "lookalikes taken", "right": got.taken, "wanted": got.lookalikes}
    if gold.spellings:
        heard = places.score_spellings(gold, look_up, is_heard, is_same)
        both = heard.found + heard.negatives_found
        shares = {"precision": heard.right / max(both, 1), "recall": heard.right / max(heard.spellings, 1)}
        yield {"measure": "spellings", **shares, "right": heard.right, "found": both, "wanted": heard.spellings}
        yield {"measure": "negatives taken", "right": heard.negatives_found, "wanted": heard.negatives}


def _score_toponyms(file: Path) -> list[Row]:
    from tumen.ground import find_places
    from tumen.ground.gazetteer import gazetteer
    from tumen.ground.where import resolve
    from tumen.measure import places
    from tumen.passage import split_sentences
    from tumen.records import Passage, Span

    known = gazetteer()
    resolved: list[tuple[places.Toponym, places.Resolved | None]] = []
    named: list[tuple[Sequence[places.Toponym], Sequence[Place]]] = []
    for text, toponyms in shown(places.read_toponyms(file), "texts"):
        sentences = split_sentences(text, (Passage(Span(0, len(text)), "body"),), "en")
        whole = sorted(one for one in toponyms if any(sentence.view.find(one.span) for sentence in sentences))
        resolved += [(one, None) for one in toponyms if one not in whole]
        for one, (_, entry) in zip(whole, resolve(sentences, [one.span for one in whole], known), strict=True):
            resolved.append((one, places.Resolved(entry.number, entry.lat, entry.lon) if entry else None))
        named.append((toponyms, find_places(sentences, known)))
    got = places.score_toponyms(resolved, known.has)
    counts = [("within 161 km", got.within_161_km, got.toponyms), ("within 25 km", got.within_25_km, got.toponyms)]
    if got.numbered:
        counts.insert(0, ("id", got.right, got.numbered))
        counts += [("in the gazetteer", got.known, got.numbered), ("id, of those", got.right, got.known)]
    rows: list[Row] = [
        {"measure": name, "recall": right / max(of, 1), "right": right, "wanted": of} for name, right, of in counts
    ]
    tally, met = places.score_found(named)
    shares = {"precision": tally.precision, "recall": met / max(tally.wanted, 1)}
    return [
        *rows,
        {"measure": "found in the text", **shares, "right": tally.right, "found": tally.found, "wanted": tally.wanted},
    ]


def read_articles(folder: Path) -> "Iterator[Article]":
    """The articles of PolNeAR, each with gold and with what Tumen reads in it."""
    from tumen.measure import read_polnear
    from tumen.measure.attribution import Article, Attribution
    from tumen.pipeline import read_report
    from tumen.records import Report
    from tumen.spanindex import SpanIndex

    for text, gold in shown(list(read_polnear(folder)), "articles"):
        record = read_report(Report("report-eval", "eval", "", text, len(text), language="en"))
        cited: list[tuple[Claim, Attribution]] = []
        narrated: list[Attribution] = []
        for claim in record.claims:
            own = Attribution(claim.source, claim.cue, claim.content, claim.confidence)
            if claim.kind == "narrated":
                narrated.append(own)
            elif claim.inferred and cited and cited[-1][0].source_id == claim.source_id:
                last, before = cited.pop()  # a quotation that goes on is content of the attribution before, as in PolNeAR
                cited.append((last, before._replace(content=(*before.content, *claim.content))))
            elif claim.parent is None:
                cited.append((claim, own))
        words = SpanIndex((span, span) for _, own in cited for span in (*own.cue, *own.content))
        alone = [own for own in narrated if not any(words.overlapping(span) for span in own.content)]
        yield Article(text, gold, [own for _, own in cited], alone)


def _attribution_rows(scores: "AttributionScores") -> list[Row]:
    tallies = {"relaxed": scores.relaxed, "strict": scores.strict}
    tallies |= {f"exact {role}": tally for role, tally in scores.exact.items()}
    tallies |= {f"tokens {role}": tally for role, tally in scores.tokens.items()}
    rows = [
        _row(name, tally) | {"humans_f1": HUMANS[name] / 100 if name in HUMANS else None} for name, tally in tallies.items()
    ]
    others = scores.other_cues
    rows.append({"measure": "other cues", "recall": others.recall, "right": others.right, "wanted": others.wanted})
    rows.append({"measure": "calibration error", "error": scores.calibration_error, "found": len(scores.confidences)})
    narrated = scores.narrated
    rows.append({"measure": "narrated", "precision": narrated.precision, "right": narrated.right, "found": narrated.found})
    return rows


def _row(name: str, tally: "Tally") -> Row:
    shares: Mapping[str, float] = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {"measure": name, **shares, "right": tally.right, "found": tally.found, "wanted": tally.wanted}


def _scan(model: "Model", document: "Document | Names") -> "Scan":
    """The words and sentences are gold's, the passages found in the text as ever."""
    from tumen.passage import find_starts
    from tumen.records import Span

    sentences = [document.words[first].start for first, stop in document.sentences if stop > first]
    return model.scan(document.text, Span(0, len(document.text)), find_starts(document.text).passages, sentences)


def shown(items: Iterable[Item], what: str) -> Iterator[Item]:
    """`items`, with a bar on the terminal."""
    from rich.progress import track

    from tumen.cli.tables.console import make_console

    console = make_console(stderr=True)
    yield from track(list(items), what, console=console, disable=not console.is_terminal)
