"""`tumen eval`: how well Tumen reads, measured on a corpus that you have."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from tumen.cli import options


class Task(StrEnum):
    """What can be measured, each with its own kind of corpus."""

    POLNEAR = "polnear"
    SYNTAX = "syntax"
    ENTITIES = "entities"
    NAMES = "names"
    FACTUALITY = "factuality"
    TIMEX = "timex"
    PLACES = "places"
    MUC4 = "muc4"
    LINKING = "linking"
    ECHO = "echo"


def evaluate(
    task: Annotated[Task, typer.Argument(help="What to measure, and by that what kind of corpus PATH holds.")],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The corpus, a folder or a file; none comes with Tumen.")],
    split: Annotated[str, typer.Option(metavar="NAME", help="For places: which part of our own gold.")] = "tune",
    pairs: Annotated[int, typer.Option(metavar="N", min=1, help="For echo: how many pairs of each kind to build.")] = 100,
    json: options.AsJson = None,
) -> int:
    """Measure how well Tumen reads. docs/measures.md says what each figure means."""
    from tumen.cli import scoring, scoring_echo, scoring_linking
    from tumen.cli.output import print_json, wants_json

    score_of: dict[Task, Callable[[Path], list[scoring.Row]]] = {
        Task.POLNEAR: scoring.score_polnear,
        Task.SYNTAX: scoring.score_syntax,
        Task.ENTITIES: scoring.score_entities,
        Task.NAMES: scoring.score_names,
        Task.FACTUALITY: scoring.score_factuality,
        Task.TIMEX: scoring.score_timex,
        Task.PLACES: partial(scoring.score_places, split=split),
        Task.MUC4: scoring.score_muc4,
        Task.LINKING: scoring_linking.score_linking,
        Task.ECHO: partial(scoring_echo.score_echo, pairs=pairs),
    }
    rows = score_of[task](path)
    if wants_json(json):
        for row in rows:
            print_json(row)
        return 0
    from tumen.cli.tables.console import make_console
    from tumen.cli.tables.scores import show_scores

    show_scores(make_console(), rows)
    return 0
