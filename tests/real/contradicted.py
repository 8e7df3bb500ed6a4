"""How well contradictions between reports are found, against the gold of threads and examples.

`PYTHONPATH=tests:src python -m real.contradicted [--split NAME] [--errors]`. Clusters and standings are those of the gold, so that only the ledger is measured.
`tests/data/threads/README.md` says what the gold means. Of the splits that are kept for last only the figures are printed.

Things are met by what is counted: "340 camel" under `animals` is our field `camels`; of households only a number of households is one.

A contradiction of ours is right if one of gold has the same field, and its two sides share a report each with two sides of ours, with values that can be the same
(numbers and days). Gold names fields as it likes ("deaths", "trucks"): synonyms are mapped, `how_many` is also the field that the number of the gold's type has of its own,
and what is said in words stands among ours as the denial of a type, whatever gold calls the field: of types of event that the words of gold tell of too; under `what` they may tell of none
("nobody was forced"). A translation's slip is compared by its values alone. How many of those found have the kind of gold is printed apart. One that stands among
`no_contradiction` is wrong; one that gold does not list is not judged, and counted as wrong in `strict`. `readable`: gold contradictions both of whose values are among
our readings, so that the ledger could find them at all.

`origins` are the fields of gold whose reading of ours rests on the same origin groups.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import tumen
from build import a_record
from real.placed import REPORTS, load_links
from real.threads import load
from tumen.event import scheme
from tumen.gathered import Contradiction, GatheredReading, Standing
from tumen.ledger import Account, contradictions, make_account, merge_fields
from tumen.ledger.tables import denied_with, field_of_type
from tumen.ledger.values import counts_agree, describe_value, times_agree
from tumen.records import ReportRecord, Skipped

COUNT = re.compile(r"(?P<more>more than |at least )?(?P<about>about )?(?P<lo>\d+)(?: to (?P<hi>\d+))? (?P<unit>[a-z]+)")
DAY = re.compile(r"(?:(?P<weekday>[A-Z][a-z]+day) )?(?P<edtf>(?:\.\./)?\d{4}(?:-\d\d)?(?:-\d\d~?)?[^ ]*)")
OURS = {
    "birthplace": ("where",),
    "how_many": ("how_many", "dead"),
    "dead": ("dead", "how_many"),
    "detained": ("detained", "how_many"),
    "injured": ("injured", "how_many"),
    "missing": ("missing", "how_many"),
    "where": ("where", "from", "to"),
    "arrival": ("to", "where"),
    "destination": ("to", "where"),
    "crossing": ("from", "where"),
    "perpetrator": ("who",),
    "cause": ("cause", "what"),
    "households": ("households", "how_many", "displaced"),
    "crossed": ("fled", "how_many", "arrived"),
}
"""Where a field of gold may stand among ours; others have the same name."""
SYNONYMS = {
    "deaths": "dead", "killed": "dead", "fatalities": "dead", "toll": "dead", "wounded": "injured", "arrested": "detained", "arrests": "detained", "held": "detained",
    "date": "when", "day": "when", "place": "where", "sentence": "term", "prison_term": "term", "agent": "perpetrator", "by": "perpetrator", "participants": "how_many",
    "abducted": "kidnapped", "injuries": "injured",
}  # fmt: skip
"""Other names of one field in gold."""
DEADLY = ("kill", "die", "execute", "shoot", "attack", "bomb")
NOBODY = "nobody died"
RELATIONS = {"same_text": "reprint", "shares_error": "cites"}


@dataclass
class Case:
    """An incident of the gold with what we make of it. `ids` are report ids by the names that the gold uses."""

    key: str
    gold: dict[str, Any]
    ids: dict[str, str]
    fields: Mapping[str, tuple[GatheredReading, ...]]
    found: tuple[Contradiction, ...]
    groups: dict[str, str]
    names: dict[str, str] = field(default_factory=dict)

    def reports(self, side: Mapping[str, Any]) -> set[str]:
        """The ids of the reports on a side of a gold contradiction."""
        return {self.ids[name] for name in side["reports"] if name in self.ids}


def cases(split: str) -> Iterator[Case]:
    """The incidents of the threads of a split and, with "tune", those of the examples."""
    for thread in load(split):
        thread.gold["incident"] = [_in_words(incident) for incident in thread.incidents]
        accounts = {name: make_account(record) for name, record in thread.read()}
        for incident in thread.incidents:
            yield _case(f"{thread.key}/{incident['key']}", incident, accounts)
    if split == "tune":
        examples = {_named(record): make_account(record) for record in _examples()}
        for incident in load_links()["incidents"]:
            gold = incident | {"contradiction": incident.get("contradictions", [])}
            yield _case(f"examples/{incident['key']}", gold, examples)


def _in_words(incident: dict[str, Any]) -> dict[str, Any]:
    """The incident with "0 person" dead in words: nobody died. In what counts the dead, `how_many` are these."""
    dead = {"dead", "how_many"} if incident["type"] in DEADLY else {"dead"}
    told = [
        {
            **gold,
            "field": "what",
            "readings": [
                {**one, "value": NOBODY if one["value"] == "0 person" else "people died"} for one in gold["readings"]
            ],
        }
        if any(one["value"] == "0 person" for one in gold["readings"]) and SYNONYMS.get(gold["field"], gold["field"]) in dead
        else gold
        for gold in incident.get("contradiction", [])
    ]
    return {**incident, "contradiction": told} if told else incident


def _examples() -> Iterator[ReportRecord]:
    for record in tumen.read_all([REPORTS]):
        if not isinstance(record, Skipped):
            yield record


def _named(record: ReportRecord) -> str:
    return record.report.file.removeprefix(f"{REPORTS}/")


def _case(key: str, gold: dict[str, Any], accounts: Mapping[str, Account]) -> Case:
    members = [one for one in gold["reports"] if one["report"] in accounts]
    ids = {one["report"]: accounts[one["report"]].id for one in members}
    first: dict[str, str] = {}
    for one in members:
        if origin := one.get("origin"):
            first.setdefault(origin, ids[one["report"]])
    standings = {ids[one["report"]]: _standing(one, ids, first) for one in members}
    tellings = [(accounts[one["report"]], _side(accounts[one["report"]], one, gold["type"])) for one in members]
    told = [(account, id_) for account, id_ in tellings if id_ is not None]
    fields = merge_fields(told, standings, scheme())
    groups = {group: origin for origin, group in first.items()}
    return Case(
        key, gold, ids, fields, contradictions(told, standings, fields), groups, {id_: name for name, id_ in ids.items()}
    )


def _standing(one: Mapping[str, str], ids: Mapping[str, str], first: Mapping[str, str]) -> Standing:
    relation = RELATIONS.get(one["relation"], one["relation"])
    step = None if one["relation"] == "original" else one["relation"]
    return Standing(ids[one["report"]], first.get(one.get("origin", "")), relation, ids.get(one.get("of", "")), step)  # type: ignore[arg-type]


def _side(account: Account, one: Mapping[str, str], type_: str) -> str | None:
    """The incident of the account that tells of this one: the main one, or for a mention the first other one of a like type."""
    if one["role"] == "main":
        return account.incidents[0].id if account.incidents else ""
    known = scheme().get(type_)
    likely = {type_, *(known.alike if known else ())}
    return next((each.id for each in account.incidents[1:] if each.type in likely), None)


# ----------------------------------------------------------------------------------------------------------- matching


def same_value(gold: str, ours: Any) -> bool:
    """Whether a value of ours can be what gold writes; statements in words always can."""
    if count := COUNT.fullmatch(gold):
        return (
            isinstance(ours, Mapping)
            and "lo" in ours
            and counts_agree(_count(count), ours)
            and (count["unit"] == "household") <= (ours["unit"] == "household")
            and _is_near(int(count["lo"]), ours)
        )
    if day := DAY.fullmatch(gold):
        if not isinstance(ours, Mapping) or "edtf" not in ours:
            return False
        return times_agree(day["edtf"], ours["edtf"]) and day["weekday"] == ours.get("weekday", day["weekday"])
    if isinstance(ours, Mapping) and ("lo" in ours or "edtf" in ours):
        return False
    if isinstance(ours, Mapping) and "name" in ours:
        return bool(set(ours["name"].casefold().split()) & set(gold.casefold().split()))
    return True


def _count(found: re.Match[str]) -> dict[str, Any]:
    lo = int(found["lo"]) + ((found["more"] or "").startswith("more"))
    hi = int(found["hi"]) if found["hi"] else None if found["more"] else lo
    if found["about"] and hi is not None:
        lo, hi = int(lo * 0.9), -(-hi * 11 // 10)
    return {"lo": lo, "hi": hi, "unit": found["unit"]}


def _is_near(number: int, ours: Mapping[str, Any]) -> bool:
    """An open interval of ours is not any number above it."""
    given = ours["lo"] or ours["hi"] or 0  # "as many as 46"
    return bool(abs(given - number) <= max(2, number / 5))


def names_of(case: Case, gold: Mapping[str, Any]) -> tuple[str, ...]:
    """Where a field of gold may stand among ours."""
    name = SYNONYMS.get(gold["field"], gold["field"])
    own = field_of_type().get(case.gold["type"])
    counted = {count["unit"] for one in gold.get("readings", [gold]) if (count := COUNT.fullmatch(one["value"]))}
    things = [
        f"{unit}s" for unit in sorted(counted - {"person", "household"})
    ]  # what stands under "animals" in gold is "camels" here
    return (*OURS.get(name, (name,)), *([own] if name == "how_many" and own else []), *things)


def is_in_words(gold: Mapping[str, Any]) -> bool:
    """Whether the sides are statements, and no numbers or days."""
    return not any(COUNT.fullmatch(one["value"]) or DAY.fullmatch(one["value"]) for one in gold["readings"])


def _fields(case: Case, gold: Mapping[str, Any], ours: Contradiction) -> bool:
    if gold.get("kind") == ours.kind == "translation_slip" and ours.field not in names_of(case, gold):
        sides = zip(gold["readings"], ours.readings, strict=False)
        return all(_words(side["value"]) & _words(describe_value(reading.value)) for side, reading in sides)
    if ours.field == "what" and is_in_words(gold) and ours.kind in ("denial", "update"):
        return gold.get("kind", "denial") in ("denial", "update") and _tells_of(gold, ours)
    return ours.field in names_of(case, gold)


def _tells_of(gold: Mapping[str, Any], ours: Contradiction) -> bool:
    """Whether a denial of ours is of a type that the words of gold tell of; words on the happening itself ("nobody was forced") may tell of none."""
    told = {type_ for one in gold["readings"] for type_ in _types(one["value"])}
    types = {type_ for one in ours.readings for type_ in denied_with().get(one.value["type"], {one.value["type"]})}
    if not told:
        return bool(gold["field"] == "what")
    return bool(told & {*types, *(alike for type_ in types & set(scheme()) for alike in scheme()[type_].alike)})


def _words(value: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\w+", value.casefold())} - {"the", "of", "and", "a"}


@cache
def _types(statement: str) -> frozenset[str]:
    return frozenset(event.type for event in a_record(f"{statement[0].upper()}{statement[1:]}.").events)


def matches(case: Case, gold: Mapping[str, Any], ours: Contradiction) -> bool:
    """Whether two sides of gold are the two sides of ours."""
    if not _fields(case, gold, ours):
        return False
    is_denial = ours.field == "what"
    for at, one in enumerate(gold["readings"]):
        for other_at, other in enumerate(gold["readings"]):
            is_ordered = at < other_at if is_denial else at != other_at
            if is_ordered and _is_side(case, one, ours.readings[0]) and _is_side(case, other, ours.readings[1]):
                return True
    return False


def _is_side(case: Case, gold: Mapping[str, Any], ours: GatheredReading) -> bool:
    return bool(case.reports(gold) & {told.report for told in ours.told}) and same_value(gold["value"], ours.value)


def is_readable(case: Case, gold: Mapping[str, Any]) -> bool:
    """Whether two sides of a gold contradiction over numbers, days or places are among our readings."""
    names = names_of(case, gold)
    sides = [
        any(
            _is_side(case, side, reading) and _is_named(side, reading)
            for name in names
            for reading in case.fields.get(name, ())
        )
        for side in gold["readings"]
    ]
    return sum(sides) >= 2


def _is_named(side: Mapping[str, Any], ours: GatheredReading) -> bool:
    """Of words: whether ours are among them."""
    if COUNT.fullmatch(side["value"]) or DAY.fullmatch(side["value"]):
        return True
    name = describe_value(ours.value).casefold()
    return bool(set(name.split()) & set(side["value"].casefold().split()))


# -------------------------------------------------------------------------------------------------------------- scores


def score(case: Case, counts: Counter[str]) -> Iterator[str]:
    """Adds up what is right of one incident, and says what is not."""
    wanted = case.gold.get("contradiction", [])
    forbidden = case.gold.get("no_contradiction", [])
    hit = set()
    for ours in case.found:
        matching = [at for at, gold in enumerate(wanted) if matches(case, gold, ours)]
        counts["ours"] += 1
        if matching:
            hit |= set(matching)
            counts["right"] += 1
            counts["kind right"] += any(wanted[at]["kind"] == ours.kind for at in matching)
            yield f"right  {_say(case, ours)}"
        elif any(matches(case, gold, ours) for gold in forbidden):
            counts["wrong"] += 1
            yield f"WRONG  {_say(case, ours)}"
        else:
            counts["unlisted"] += 1
            yield f"unlisted  {_say(case, ours)}"
    for at, gold in enumerate(wanted):
        is_read = at in hit or is_readable(case, gold)
        counts["gold"] += 1
        counts["found"] += at in hit
        counts["readable"] += is_read
        if at not in hit:
            sides = " | ".join(f"{one['value']} {one['reports']}" for one in gold["readings"])
            yield f"{'missed' if is_read else 'unread'}  {gold['field']} {gold['kind']}: {sides}"
    yield from _score_origins(case, counts)


def _say(case: Case, ours: Contradiction) -> str:
    sides = (f"{describe_value(one.value)} {[case.names[told.report] for told in one.told]}" for one in ours.readings)
    return f"{ours.field} {ours.kind}: {' | '.join(sides)}"


def _score_origins(case: Case, counts: Counter[str]) -> Iterator[str]:
    for gold in case.gold.get("field_origins", []):
        if not COUNT.fullmatch(gold["value"]) and gold["field"] not in ("when", "where"):
            continue  # statements
        counts["origins gold"] += 1
        names = names_of(case, gold)
        readings = [
            one for name in names for one in case.fields.get(name, ()) if _is_side(case, gold, one) and _is_named(gold, one)
        ]
        if not readings:
            yield f"origins unread  {gold['field']} {gold['value']}"
            continue
        counts["origins readable"] += 1
        best = max(readings, key=lambda one: len(case.reports(gold) & {told.report for told in one.told}))
        origins = {case.groups[group] for group in best.origins}
        if origins == set(gold["origins"]):
            counts["origins right"] += 1
        else:
            yield f"origins  {gold['field']} {gold['value']}: {sorted(origins)}, gold {gold['origins']}: {best.corroboration}"


def measure(split: str = "tune") -> Counter[str]:
    """All counts of a split."""
    counts: Counter[str] = Counter()
    for case in cases(split):
        for _ in score(case, counts):
            pass
    return counts


def rates(counts: Counter[str]) -> dict[str, float]:
    """From 0 to 1, by name."""
    judged = counts["right"] + counts["wrong"]
    return {
        "precision": counts["right"] / max(judged, 1),
        "strict precision": counts["right"] / max(counts["ours"], 1),
        "recall": counts["found"] / max(counts["gold"], 1),
        "recall of readable": counts["found"] / max(counts["readable"], 1),
        "readable": counts["readable"] / max(counts["gold"], 1),
        "kind": counts["kind right"] / max(counts["right"], 1),
        "origins": counts["origins right"] / max(counts["origins gold"], 1),
        "origins of readable": counts["origins right"] / max(counts["origins readable"], 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="tune")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    for case in cases(args.split):
        for line in score(case, counts):
            if args.errors and "last" not in args.split:
                print(case.key, line)
    print(
        f"{counts['gold']} contradictions in gold, {counts['readable']} readable; {counts['ours']} ours: {counts['right']} right, ",
        end="",
    )
    print(f"{counts['wrong']} wrong, {counts['unlisted']} not listed")
    for name, share in rates(counts).items():
        print(f"{name:20} {share:.1%}")


if __name__ == "__main__":
    main()
