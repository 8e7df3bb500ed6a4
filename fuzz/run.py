"""Runs every fuzz target and prints what came of it: `python fuzz/run.py [--seconds 60] [--jobs 2] [TARGET...]`.

Exit 1 if one crashed, hung or ran out of memory; the input that did it lies in `build/fuzz/`, named after the target.
"""

import argparse
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
BUILD = HERE.parent / "build" / "fuzz"
TARGETS = ("text", "html", "pdf", "docx", "mail", "jsonlines", "zip")
RUNS = re.compile(r"^#(\d+)|stat::number_of_executed_units:\s*(\d+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outcome:
    target: str
    executions: int
    crashed: bool
    log: Path


def run(target: str, seconds: int) -> Outcome:
    """One target, for so many seconds, in a process of its own. What it prints goes to a file beside its crashes."""
    log = BUILD / f"{target}.log"
    with log.open("w") as out:
        command = [sys.executable, HERE / "targets.py", target, f"-max_total_time={seconds}", "-print_final_stats=1"]
        done = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, check=False)
    counts = [int(either or other) for either, other in RUNS.findall(log.read_text(errors="replace"))]
    return Outcome(target, max(counts, default=0), done.returncode != 0, log)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--jobs", type=int, default=1, help="targets at once")
    given = parser.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(given.jobs) as pool:
        outcomes = list(pool.map(lambda target: run(target, given.seconds), given.targets or TARGETS))
    print(f"{'target':<12}{'executions':>12}  outcome")
    for outcome in outcomes:
        print(f"{outcome.target:<12}{outcome.executions:>12}  {f'CRASHED, see {outcome.log}' if outcome.crashed else 'ok'}")
    return int(any(outcome.crashed for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
