"""How long keeping and searching take: `python benchmarks/search.py [--reports N]` prints two tables.

Makes a workspace of made-up reports (9,100 of them hold 100,100 claims) in a temporary folder and searches it for words
that are picked by the share of claims they stand in. Memory and disk are warm: each search is run once before it is timed.
"""

import argparse
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

from made_up import CLAIMS, made_up_reports
from rich.console import Console
from rich.table import Table

from tumen.records import Original, ReportRecord
from tumen.store import SearchFilters, Workspace, create_workspace

REPEATS = 41
SINGLY = 300
"""Reports kept one by one; the rest are kept in groups."""

Made = list[tuple[Original, ReportRecord]]


def main() -> None:
    """Makes, keeps, searches, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=9_100)
    made = list(made_up_reports(parser.parse_args().reports))
    console = Console(width=110)
    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder) / "made-up") as workspace:
        console.print(keep(workspace, made))
        console.print(search(workspace, questions(made)))


def keep(workspace: Workspace, made: Made) -> Table:
    """Keeps everything, and says how fast that went."""
    table = Table("keep", "reports", "reports/s", "claims/s", title="Keeping")

    def row(name: str, reports: int, took: float) -> None:
        table.add_row(name, f"{reports:,}", f"{reports / took:,.0f}", f"{CLAIMS * reports / took:,.0f}")

    start = time.perf_counter()
    for original, record in made[:SINGLY]:
        workspace.keep(original, record)
    middle = time.perf_counter()
    row("keep, one by one", SINGLY, middle - start)
    many = sum(workspace.keep_many(made[SINGLY:]))
    row("keep_many", many, time.perf_counter() - middle)
    size = sum(path.stat().st_size for path in workspace.folder.glob("tumen.sqlite*"))
    text = sum(len(original.data) for original, _ in made)
    table.caption = f"{workspace.counts().claims:,} claims; {size / 1e6:,.0f} MB for {text / 1e6:,.0f} MB of reports"
    return table


def questions(made: Made) -> list[tuple[str, str, SearchFilters]]:
    """What is searched for: its name, the words, the filters."""
    latin, korean = (shares(made, language) for language in ("en", "ko"))
    the, common, usual, rare = (nearest(latin, share) for share in (0.5, 0.15, 0.03, 0.0002))
    hangul = nearest(korean, 0.01)
    first = next(record for _, record in made if record.report.language == "en")
    phrase = " ".join(first.read(first.claims[0].content[0]).split()[3:5])
    anything = SearchFilters()
    return [
        ("a word like 'the'", the, anything),
        ("a common word", common, anything),
        ("a usual word", usual, anything),
        ("a rare word", rare, anything),
        ("two words", f"{common} {usual}", anything),
        ("a phrase", f'"{phrase}"', anything),
        ("a beginning", f"{usual[:3]}*", anything),
        ("a Korean word", hangul, anything),
        ("one syllable", hangul[0], anything),
        ("common, one outlet", common, SearchFilters(outlet="outlet a")),
        ("common, a kind of source", common, SearchFilters(source_kind="group")),
        ("common, one year", common, SearchFilters(since="2014", until="2014")),
        ("common, a place by id", common, SearchFilters(place="KP-09")),
        ("common, a place by name", common, SearchFilters(place="province 9")),
        ("rare, all of these", rare, SearchFilters("outlet j", "group", "2005", "2024", "KP", "direct")),
    ]


def shares(made: Made, language: str) -> dict[str, float]:
    """For each word, the share of all claims that it stands in."""
    counted: Counter[str] = Counter()
    for _, record in made:
        if record.report.language == language:
            for claim in record.claims:
                counted.update({word.strip(".").lower() for word in record.read(claim.content[0]).split()})
    return {word: count / (CLAIMS * len(made)) for word, count in counted.items()}


def nearest(shares: dict[str, float], wanted: float) -> str:
    """The word whose share is nearest to `wanted`."""
    return min(shares, key=lambda word: (abs(shares[word] - wanted), word))


def search(workspace: Workspace, asked: list[tuple[str, str, SearchFilters]]) -> Table:
    """Asks each question `REPEATS` times, the first 20 hits each time."""
    table = Table("search", "hits", "median ms", "95 % ms", title=f"Searching, {REPEATS} times each")
    for column in table.columns[1:]:
        column.justify = "right"
    for name, words, filters in asked:
        page = workspace.search(words, filters)
        times = []
        for _ in range(REPEATS):
            start = time.perf_counter()
            workspace.search(words, filters)
            times.append(1000 * (time.perf_counter() - start))
        slow = statistics.quantiles(times, n=20)[-1]
        table.add_row(name, f"{page.total:,}", f"{statistics.median(times):.1f}", f"{slow:.1f}")
    return table


if __name__ == "__main__":
    main()
