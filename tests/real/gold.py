"""How well the examples are read, against their hand-made gold. `PYTHONPATH=tests python -m real.gold` prints the table.

An attribution is right if cues overlap, contents share at least half of all their characters, and sources overlap or are both
absent, one to one. A nested one must also have the right parent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from real.placed import REPORTS, Placed, load, place
from tumen.edtf import bounds
from tumen.measure.attribution import Attribution, is_relaxed_match
from tumen.measure.tally import Tally
from tumen.pipeline import read_original
from tumen.records import Claim, Given, Original, ReportRecord, Spans
from tumen.report import find_originals

FIELDS = ("type", "how_many", "where", "when")


@dataclass
class Scores:
    """`attributions` and, among them, `nested`; of the attributions found, the share with the right kind and so on."""

    attributions: Tally = field(default_factory=Tally)
    nested: Tally = field(default_factory=Tally)
    aspects: dict[str, Tally] = field(default_factory=dict)
    incident: dict[str, Tally] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)


def score_examples() -> Scores:
    """The scores over every example that has gold."""
    gold = load()
    originals = [item for item in find_originals([REPORTS]) if isinstance(item, Original)]
    scores = Scores()
    for original in originals:
        record = read_original(original, Given())
        row = gold[original.file.removeprefix(f"{REPORTS}/")]
        score_claims(record, row, scores)
        score_incident(record, row.get("incident", {}), scores)
    return scores


def score_claims(record: ReportRecord, row: Mapping[str, Any], scores: Scores) -> None:
    gold = [wanted for wanted in row.get("claims", []) if wanted["cue"]]
    placed = {claim.key: claim for claim in place(dict(row), record.report.text)}
    own = [claim for claim in record.claims if claim.kind != "narrated" and claim.cue]
    free, partner = list(own), {}
    for wanted in gold:
        if match := next((claim for claim in free if is_match(claim, placed[wanted["key"]])), None):
            free.remove(match)
            partner[wanted["key"]] = match
        else:
            scores.missed.append(f"{row['report']}: {wanted['key']} {' '.join(wanted['cue'])}")
    scores.attributions.right += len(partner)
    scores.attributions.found += len(own)
    scores.attributions.wanted += len(gold)
    scores.false += [f"{row['report']}: {words(record, claim.cue)} | {words(record, claim.content)[:80]}" for claim in free]
    scores.nested.found += sum(claim.parent is not None for claim in own)
    for wanted in gold:
        match, parent = partner.get(wanted["key"]), partner.get(wanted.get("parent", ""))
        if wanted.get("parent"):
            scores.nested.wanted += 1
            scores.nested.right += bool(match and parent and match.parent == parent.id)
        if match:
            score_aspects(record, match, wanted, scores)


def score_aspects(record: ReportRecord, claim: Claim, wanted: Mapping[str, Any], scores: Scores) -> None:
    source = next(source for source in record.sources if source.id == claim.source_id)
    pairs = {
        "kind": (claim.kind, wanted["kind"]),
        "source kind": (source.kind, wanted.get("source_kind", "unknown")),
        "certainty": (claim.factuality.certainty, wanted["certainty"]),
        "polarity": (claim.factuality.polarity, wanted["polarity"]),
        "addressee": (words(record, claim.addressee), " ".join(wanted.get("addressee", []))),
        "said": (claim.said.edtf if claim.said else None, wanted.get("said", {}).get("edtf")),
    }
    for aspect, (found, gold) in pairs.items():
        tally = scores.aspects.setdefault(aspect, Tally())
        tally.found += 1
        tally.right += found == gold


def score_incident(record: ReportRecord, gold: Mapping[str, Any], scores: Scores) -> None:
    if not gold or record.report.language != "en":
        return
    fields = record.incidents[0].fields if record.incidents else {}
    counted = (reading for name in ("how_many", "dead") for reading in fields.get(name, ()))
    counts = {(r.value["lo"], r.value["hi"], r.value["unit"]) for r in counted}
    values: dict[str, tuple[set[Any], set[Any]]] = {
        "type": ({i.type for i in record.incidents[:1]}, {gold["type"]}),
        "how_many": (counts, {(row["lo"], row.get("hi"), row["unit"]) for row in gold.get("how_many", [])}),
        "where": (
            {r.value["within"] or r.value["id"] or r.value["name"] for r in fields.get("where", ())},
            {row["id"] for row in gold.get("where", [])},
        ),
        "when": (
            {_begins(r.value["edtf"]) for r in fields.get("when", ())},
            {_begins(row["edtf"]) for row in gold.get("when", [])},
        ),
    }
    for name in FIELDS:
        found, wanted = values[name]
        tally = scores.incident.setdefault(name, Tally())
        tally.right += len(found & wanted)
        tally.found += len(found)
        tally.wanted += len(wanted)


def _begins(edtf: str) -> str:
    """The day on which it begins: the gold has a night as the day before it; what has none (an open beginning, no year) as it is."""
    return bounds(edtf)[0] or edtf


def is_match(claim: Claim, wanted: Placed) -> bool:
    own = Attribution(claim.source, claim.cue, claim.content)
    return is_relaxed_match(own, Attribution(wanted.source, wanted.cue, wanted.content))


def words(record: ReportRecord, spans: Spans) -> str:
    return " ".join(" ".join(record.read(span).split()) for span in spans)


def main() -> None:
    scores = score_examples()
    for name, tally in {"attributions": scores.attributions, "nested": scores.nested, **scores.incident}.items():
        counts = f"{tally.right} right of {tally.found} found, {tally.wanted} wanted"
        print(f"{name:14} P {tally.precision:6.1%}  R {tally.recall:6.1%}  F1 {tally.f1:6.1%}  ({counts})")
    for name, tally in scores.aspects.items():
        print(f"{name:14} right {tally.precision:6.1%} of {tally.found}")
    print("\nmissed", *scores.missed, "\nfalse", *scores.false, sep="\n")


if __name__ == "__main__":
    main()
