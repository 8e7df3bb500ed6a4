"""CPU seconds of commands, start to end: `python benchmarks/startup.py`. The least of several runs, each a process of its own.

Prints user and system time, in which waiting for a disk or for other programs does not count.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

RUNS = 9
EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
REPORT = EXAMPLES / "1-crossing" / "a-original.txt"


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        here = ("--workspace", scratch)
        cpu_s("init", scratch, runs=1)
        cpu_s("add", str(EXAMPLES), *here, runs=1)
        commands = (
            ("--help",),
            ("read", "--help"),
            ("--version",),
            ("schema",),
            ("read", "--json", str(REPORT)),
            ("read", "--table", str(REPORT)),
            ("add", str(REPORT), *here),
            ("list", "--table", *here),
            ("search", "brokers", "--table", *here),
        )
        table = Table("Command", "CPU seconds", title=f"The least of {RUNS} runs, Python {sys.version.split()[0]}")
        for command in commands:
            shown = " ".join(word.replace(scratch, "W").replace(str(EXAMPLES), "R") for word in command)
            table.add_row(f"tumen {shown}", f"{cpu_s(*command):.2f}")
        Console(width=100).print(table)


def cpu_s(*command: str, runs: int = RUNS) -> float:
    """The least CPU time that `tumen command` took."""
    return min(_run(command) for _ in range(runs))


def _run(command: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "COLUMNS": "100"}
    subprocess.run([sys.executable, "-m", "tumen.cli", *command], env=env, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
