"""`tumen eval`: how well Tumen reads, measured on a corpus that you have."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tumen.cli import options

if TYPE_CHECKING:
    from tumen.measure import AttributionScores
    from tumen.measure.attribution import Article

HUMANS = {  # two annotators of 18 articles of PolNeAR, scored against each other; F1 in per cent
    "relaxed": 74.8, "strict": 56.9, "exact source": 78.2, "exact cue": 71.2, "exact content": 68.5, "tokens content": 91.9,
}  # fmt: skip


class Task(StrEnum):
    """What can be measured, each with its own kind of corpus."""

    POLNEAR = "polnear"


def evaluate(
    task: Annotated[Task, typer.Argument(help="What to measure, and by that what kind of corpus FOLDER holds.")],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The corpus; none comes with Tumen.")],
    json: options.AsJson = None,
) -> int:
    """Measure how well Tumen reads. docs/measures.md says what each figure means."""
    from tumen.cli.output import print_json, wants_json
    from tumen.measure import score_attributions

    rows = {Task.POLNEAR: lambda: _rows(score_attributions(_articles(folder)))}[task]()
    if wants_json(json):
        for row in rows:
            print_json(row)
        return 0
    from tumen.cli.tables.console import make_console
    from tumen.cli.tables.scores import show_scores

    show_scores(make_console(), rows)
    return 0


def _articles(folder: Path) -> "Iterator[Article]":
    from rich.progress import track

    from tumen.cli.tables.console import make_console
    from tumen.measure import read_polnear
    from tumen.measure.attribution import Article, Attribution
    from tumen.pipeline import read_report
    from tumen.records import Report

    articles = list(read_polnear(folder))
    console = make_console(stderr=True)
    for text, gold in track(articles, "articles", console=console, disable=not console.is_terminal):
        record = read_report(Report("report-eval", "eval", "", text, len(text), language="en"))
        read: dict[bool, list[Attribution]] = {True: [], False: []}
        for claim in record.claims:
            if claim.parent is None:
                own = Attribution(claim.source, claim.cue, claim.content, claim.confidence)
                read[claim.kind == "narrated"].append(own)
        yield Article(text, gold, read[False], read[True])


def _rows(scores: "AttributionScores") -> list[dict[str, str | float | int | None]]:
    tallies = {"relaxed": scores.relaxed, "strict": scores.strict}
    tallies |= {f"exact {role}": tally for role, tally in scores.exact.items()}
    tallies |= {f"tokens {role}": tally for role, tally in scores.tokens.items()}
    rows: list[dict[str, str | float | int | None]] = [
        {
            "measure": name,
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
            "right": tally.right,
            "found": tally.found,
            "wanted": tally.wanted,
            "humans_f1": HUMANS[name] / 100 if name in HUMANS else None,
        }
        for name, tally in tallies.items()
    ]
    others = scores.other_cues
    rows.append({"measure": "other cues", "recall": others.recall, "right": others.right, "wanted": others.wanted})
    rows.append({"measure": "calibration error", "error": scores.calibration_error, "found": len(scores.confidences)})
    shares = {f"confidence {confidence:.2f}": tally for confidence, tally in scores.by_confidence.items()}
    for name, tally in {**shares, "narrated": scores.narrated}.items():
        rows.append({"measure": name, "precision": tally.precision, "right": tally.right, "found": tally.found})
    return rows
