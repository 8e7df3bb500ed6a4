"""How long adding a gazetteer and looking names up take: `python benchmarks/places.py [--rows N]` prints a table.

Makes a dump in GeoNames' format of made-up names, a million unless told otherwise, adds it to an index in a temporary folder, and looks up names
that are there and names that are not, each once: nothing is remembered from a lookup before. Last, finds the places of one made-up report.
"""

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tumen.ground import find_places
from tumen.ground.dumps import add_file
from tumen.ground.gazetteer import WORLD, Gazetteer
from tumen.ground.index import Index
from tumen.passage import split_passages, split_sentences

WHOLE = 12_000_000  # rows of `allCountries.txt`
LOOKUPS = 5_000
SYLLABLES = "ka ri mo san chon do ham pa lu ven tor gra bel nik osh mi ter".split()
KINDS = (("P", "PPL"),) * 5 + (
    ("H", "STM"),
    ("T", "MT"),
    ("S", "SCH"),
    ("A", "ADM3"),
    ("L", "LCTY"),
)  # about as GeoNames has them
REPORT = Path(__file__).parents[1] / "examples" / "reports" / "1-crossing" / "a-original.txt"


def main() -> None:
    """Makes, adds, looks up, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    table = Table("What", "Figure", title=f"{rows:,} made-up rows")
    with tempfile.TemporaryDirectory() as folder:
        dump, into = Path(folder) / "dump.txt", Path(folder) / "places.sqlite"
        with dump.open("w", encoding="utf-8") as opened:
            opened.writelines(lines(rows))
        start = time.perf_counter()
        added = add_file(dump, into, Index(WORLD))
        took_s = time.perf_counter() - start
        table.add_row("adding, rows a second", f"{rows / took_s:,.0f}")
        table.add_row(f"so {WHOLE:,} rows would take (extrapolated)", f"{WHOLE / rows * took_s / 60:.1f} minutes")
        table.add_row("places kept", f"{added.kept:,}")
        table.add_row("size of the index", f"{into.stat().st_size / 1e6:,.0f} MB")
        for what, files in (("Tumen's own places", (WORLD,)), ("these and the added ones", (WORLD, into))):
            start = time.perf_counter()
            known = Gazetteer([Index(file) for file in files])
            table.add_row(f"opening {what}", f"{(time.perf_counter() - start) * 1e3:.2f} ms")
            for name, words in (("known", known_names(files[-1])), ("unknown", (f"{one}x" for one in names(2)))):
                times = sorted(timed(known, one) for one in words)
                figures = f"{statistics.median(times) * 1e6:.0f} / {times[int(0.99 * len(times))] * 1e6:.0f} µs"
                table.add_row(f"a lookup in {what}, {name}: median / 99th percentile", figures)
            table.add_row(f"places of a report with {what}: words a second", f"{words_per_s(known):,.0f}")
    Console(width=110).print(table)


def lines(rows: int) -> Iterator[str]:
    """A dump of made-up places."""
    chance = random.Random(7)
    for number in range(rows):
        (kind, code), name = chance.choice(KINDS), made_up(chance)
        others = ",".join(made_up(chance) for _ in range(chance.choice((0, 0, 0, 1, 3))))
        point = f"{chance.uniform(-60, 70):.5f}\t{chance.uniform(-170, 170):.5f}"
        country, people = chance.choice("KP CN MM US RU".split()), chance.choice((0, 0, 0, 300, 20_000))
        yield f"{20_000_000 + number}\t{name}\t{name}\t{others}\t{point}\t{kind}\t{code}\t{country}\t\t03\t\t\t\t{people}\t\t1\tX\t2020-01-01\n"


def known_names(file: Path) -> list[str]:
    """Names that are in an index, by chance."""
    with closing(sqlite3.connect(file)) as db:
        every = [words for (words,) in db.execute("SELECT DISTINCT words FROM name")]
    return random.Random(3).sample(every, LOOKUPS)


def names(seed: int) -> Iterator[str]:
    """Names as in the dump."""
    chance = random.Random(seed)
    yield from (made_up(chance) for _ in range(LOOKUPS))


def made_up(chance: random.Random) -> str:
    """One name."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))).capitalize()


def timed(known: Gazetteer, name: str) -> float:
    """Seconds that a lookup takes, when the name was not looked up before."""
    known.named.cache_clear()
    start = time.perf_counter()
    known.named(name)
    return time.perf_counter() - start


def words_per_s(known: Gazetteer) -> float:
    """Of finding places, sentences given."""
    text = REPORT.read_text(encoding="utf-8")
    sentences = split_sentences(text, split_passages(text), "en")
    start, runs = time.perf_counter(), 200
    for _ in range(runs):
        find_places(sentences, known)
    return runs * len(text.split()) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
