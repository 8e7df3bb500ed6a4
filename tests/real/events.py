"""How well events are read, against the hand-made gold of `tests/data/events/`.

`PYTHONPATH=tests python -m real.events [--split tune|last] [--errors]`. An event is found if one of the same type shares a word with its trigger. A role is right if
the participant of an event that is found shares half of its words with gold's, in the same role. `happened` is yes, no, possible or
future. Of the main incident: its events, of those found; its type; its count, day and place, each right if our first reading is one of gold's, or both have
none. `last` is for a last run.
"""

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tumen
from real.places import is_same
from tumen.ground.gazetteer import fold, gazetteer
from tumen.records import Event, Incident, ReportRecord, Span

DATA = Path(__file__).parents[1] / "data" / "events"


RATES = ("event", "role", "agent", "patient", "main events")
SHARES = ("happened", "time", "place", "main type", "main count", "main when", "main where")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("tune", "last"), default="tune")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    for name, gold, record in read(args.split):
        for line in score(gold, record, counts):
            if args.errors:
                print(name, line)
    for what in RATES:
        p, r, f1 = rate(counts, what)
        print(f"{what:11} P {p:.1%}  R {r:.1%}  F1 {f1:.1%}  ({counts[f'{what} gold']} in gold)")
    for what in SHARES:
        print(f"{what:12} {share(counts, what):.1%} of {counts[f'{what} all']}")


def rate(counts: Counter[str], what: str) -> tuple[float, float, float]:
    """Precision, recall and F1, from 0 to 1."""
    right, ours, gold = (counts[f"{what} {kind}"] for kind in ("right", "ours", "gold"))
    return right / max(ours, 1), right / max(gold, 1), 2 * right / max(ours + gold, 1)


def share(counts: Counter[str], what: str) -> float:
    """The share that is right, from 0 to 1."""
    return counts[f"{what} right"] / max(counts[f"{what} all"], 1)


COUNT = ("hi", "lo", "exact", "unit")


def read(split: str) -> Iterator[tuple[str, dict[str, Any], ReportRecord]]:
    for path in sorted(DATA.glob("*.gold.toml")):
        gold = tomllib.loads(path.read_text("utf-8"))
        if gold["split"] == split:
            yield path.name[:-10], gold, tumen.read(path.with_name(f"{path.name[:-10]}.txt"), published=gold.get("published"))


def score(gold: dict[str, Any], record: ReportRecord, counts: Counter[str]) -> Iterator[str]:
    """Adds to `counts`; yields a line an error."""
    text = record.report.text
    ours = list(record.events)
    pairs = []
    for wanted in gold["event"]:
        span = _find(text, wanted["trigger"], wanted.get("nth", 1))
        fitting = [event for event in ours if event.type == wanted["type"] and event.trigger.overlaps(span)]
        if fitting:
            ours.remove(fitting[0])
            pairs.append((wanted, fitting[0]))
        else:
            other = [event.type for event in record.events if event.trigger.overlaps(span)]
            yield f"missed {wanted['type']}: {_around(text, span)} {other}"
    counts["event gold"] += len(gold["event"])
    counts["event ours"] += len(record.events)
    counts["event right"] += len(pairs)
    yield from (f"false {event.type}: {_around(text, event.trigger)}" for event in ours)
    times = {time.span: time.edtf for time in record.times}
    for wanted, event in pairs:
        yield from _score_roles(text, wanted, event, counts)
        got = happened(event)
        counts["happened all"] += 1
        counts["happened right"] += got == wanted["happened"]
        if got != wanted["happened"]:
            yield f"happened {got}, gold {wanted['happened']}: {_around(text, event.trigger)}"
        edtf = times.get(event.time) if event.time else None
        counts["time all"] += 1
        counts["time right"] += edtf == wanted.get("time")
        if edtf != wanted.get("time"):
            yield f"time {edtf}, gold {wanted.get('time')}: {_around(text, event.trigger)}"
        place = _find(text, wanted["place"], wanted.get("nth_place", 1)) if "place" in wanted else None
        is_right = (event.place is None and place is None) or bool(
            event.place and place and _same_words(text, event.place, place)
        )
        counts["place all"] += 1
        counts["place right"] += is_right
        if not is_right:
            yield f"place {event.place and text[event.place.start : event.place.end]}, gold {wanted.get('place')}: {_around(text, event.trigger)}"
    ids = {wanted["key"]: event.id for wanted, event in pairs}
    wanted_main = {ids[key] for key in gold["incident"]["main"]["events"] if key in ids}
    ours_main = set(record.incidents[0].events) & set(ids.values()) if record.incidents else set()
    counts["main events right"] += len(wanted_main & ours_main)
    counts["main events gold"] += len(wanted_main)
    counts["main events ours"] += len(ours_main)
    by_id = {event.id: event for event in record.events}
    yield from (f"main lacks {_around(text, by_id[id_].trigger)}" for id_ in sorted(wanted_main - ours_main))
    yield from (f"main has {_around(text, by_id[id_].trigger)}" for id_ in sorted(ours_main - wanted_main))
    yield from _score_main(gold["incident"]["main"], record, counts)


def _score_roles(text: str, wanted: dict[str, Any], event: Event, counts: Counter[str]) -> Iterator[str]:
    for role in ("agent", "patient"):
        words = wanted.get(role)
        ours = next((one for one in event.participants if one.role == role), None)
        right = bool(words and ours and _share(text, _find(text, words, wanted.get(f"nth_{role}", 1)), ours.spans[0]) >= 0.5)
        for what in ("role", role):
            counts[f"{what} gold"] += bool(words)
            counts[f"{what} ours"] += ours is not None
            counts[f"{what} right"] += right
        if not right and (words or ours):
            yield f"{role} {ours and text[ours.spans[0].start : ours.spans[0].end]!r}, gold {words!r}: {_around(text, event.trigger)}"


def _score_main(wanted: dict[str, Any], record: ReportRecord, counts: Counter[str]) -> Iterator[str]:
    main = record.incidents[0] if record.incidents else None
    fields = main.fields if main else {}
    ours = {
        "type": [main.type] if main else [],
        "count": [{name: reading.value[name] for name in COUNT} for reading in fields.get("how_many", ())],
        "when": [reading.value["edtf"] for reading in fields.get("when", ())],
        "where": [reading.value["name"] for reading in fields.get("where", ())],
    }
    gold = {"type": [wanted["type"]], "count": [{"hi": None, **one} for one in wanted.get("count", ())],
            "when": wanted.get("when", []), "where": wanted.get("where", [])}  # fmt: skip
    for what, values in gold.items():
        got = ours[what]
        is_right = (not values and not got) or bool(
            got and (got[0] in values or (what == "where" and _is_place(main, values)))
        )
        counts[f"main {what} all"] += 1
        counts[f"main {what} right"] += is_right
        if not is_right:
            yield f"main {what}: {got}, gold {values}"


def _is_place(main: Incident | None, names: list[str]) -> bool:
    """Whether the first place is one that gold names, in whatever spelling."""
    place = main.fields["where"][0].value if main else {}
    return any(entry.id == place["id"] for name in names for entry in gazetteer().named(fold(name))) or any(
        is_same(place["name"], name) for name in names
    )


def happened(event: Event) -> str:
    if event.factuality.polarity == "negative":
        return "no"
    if event.factuality.certainty != "certain":
        return "possible"
    return "future" if event.time_frame in ("future", "conditional") else "yes"


def _same_words(text: str, one: Span, other: Span) -> bool:
    """Whether spans overlap or name the same in another sentence: "Musan" and "Musan County"."""
    words = [" ".join(text[span.start : span.end].split()) for span in (one, other)]
    return one.overlaps(other) or words[0].startswith(words[1]) or words[1].startswith(words[0])


def _find(text: str, words: str, nth: int) -> Span:
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def _share(text: str, one: Span, other: Span) -> float:
    mine, theirs = (
        {match.start() + span.start for match in re.finditer(r"\w+", text[span.start : span.end])} for span in (one, other)
    )
    return len(mine & theirs) / max(len(mine | theirs), 1)


def _around(text: str, span: Span) -> str:
    return " ".join(
        f"{text[max(span.start - 60, 0) : span.start]}[{text[span.start : span.end]}]{text[span.end : span.end + 40]}".split()
    )


if __name__ == "__main__":
    main()
