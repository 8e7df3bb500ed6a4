"""How well the examples are read, against their hand-made gold. `python tests/real/gold.py` prints the table.

An attribution is right if cue words overlap, contents share at least half of all their words, and sources overlap or are both
absent, one to one (the relaxed match of docs/codebook.md). A nested one must also have the right parent. Gold is words, not
positions, so words are compared, with white space folded.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tumen.pipeline import read_original
from tumen.records import Claim, Given, Original, ReportRecord, Spans
from tumen.report import find_originals

EXAMPLES = Path(__file__).parents[2] / "examples"
FIELDS = ("type", "how_many", "where", "when")


@dataclass
class Tally:
    """Counts of what was right, found and wanted; shares from 0 to 1, higher is better."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


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
    gold = {row["report"]: row for row in map(read_toml, sorted(EXAMPLES.glob("gold/*/*.gold.toml")))}
    originals = [item for item in find_originals([EXAMPLES / "reports"]) if isinstance(item, Original)]
    scores = Scores()
    for original in originals:
        record = read_original(original, Given())
        name = name_of(original, record)
        score_claims(record, gold[name]["claims"] if "claims" in gold[name] else [], scores)
        score_incident(record, gold[name].get("incident", {}), scores)
    return scores


def read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def name_of(original: Original, record: ReportRecord) -> str:
    """The report as gold names it: "3-market/b-letters.jsonl#HL-17-041" for a line of JSON."""
    path = original.file.split("examples/reports/")[1]
    return path


def score_claims(record: ReportRecord, gold: Iterable[Mapping[str, Any]], scores: Scores) -> None:
    own = [claim for claim in record.claims if claim.kind != "narrated" and claim.cue]
    free, partner = list(own), {}
    gold = list(gold)
    for wanted in gold:
        if wanted["cue"]:
            match = next((claim for claim in free if is_match(record, claim, wanted)), None)
            if match:
                free.remove(match)
                partner[wanted["key"]] = match
            else:
                scores.missed.append(f"{record.report.file}: {wanted['key']} {' '.join(wanted['cue'])}")
    scores.attributions.right += len(partner)
    scores.attributions.found += len(own)
    scores.attributions.wanted += sum(bool(wanted["cue"]) for wanted in gold)
    scores.false += [
        f"{record.report.file}: {words(record, claim.cue)} | {words(record, claim.content)[:80]}" for claim in free
    ]
    scores.nested.found += sum(claim.parent is not None for claim in own)
    for wanted in gold:
        match = partner.get(wanted["key"])
        if wanted.get("parent"):
            parent = partner.get(wanted["parent"])
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
    if not gold or not record.report.language == "en":
        return
    fields = record.incidents[0].fields if record.incidents else {}
    counts = {(r.value["lo"], r.value["hi"], r.value["unit"]) for r in fields.get("how_many", ())}
    values: dict[str, tuple[set[Any], set[Any]]] = {
        "type": ({i.type for i in record.incidents}, {gold["type"]}),
        "how_many": (counts, {(row["lo"], row.get("hi"), row["unit"]) for row in gold.get("how_many", [])}),
        "where": (
            {r.value["id"] or r.value["within"] or r.value["name"] for r in fields.get("where", ())},
            {row["id"] for row in gold.get("where", [])},
        ),
        "when": ({r.value["edtf"] for r in fields.get("when", ())}, {row["edtf"] for row in gold.get("when", [])}),
    }
    for name in FIELDS:
        found, wanted = values[name]
        tally = scores.incident.setdefault(name, Tally())
        tally.right += len(found & wanted)
        tally.found += len(found)
        tally.wanted += len(wanted)


def is_match(record: ReportRecord, claim: Claim, wanted: Mapping[str, Any]) -> bool:
    source, cue, content = (bag(words(record, spans)) for spans in (claim.source, claim.cue, claim.content))
    gold_source, gold_cue, gold_content = (bag(" ".join(wanted[role])) for role in ("source", "cue", "content"))
    sources = bool(source & gold_source) or not source and not gold_source
    return sources and bool(cue & gold_cue) and (content & gold_content).total() >= 0.5 * (content | gold_content).total()


def words(record: ReportRecord, spans: Spans) -> str:
    return " ".join(" ".join(record.read(span).split()) for span in spans)


def bag(text: str) -> Counter[str]:
    return Counter(word.strip(".,;:“”\"'‘’`").lower() for word in text.split())


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
