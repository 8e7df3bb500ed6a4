"""`make demo`: the commands a newcomer would type, run on the examples in a fresh workspace, with what to type next.

python -m tumen.cli.demo examples build/demo
"""

import shlex
import shutil
import sys
from pathlib import Path

from tumen.cli import DONE, SKIPPED, main

SHOWN = "1-crossing/a-original.txt"
SEARCHED = "brokers"


def demo(examples: Path, folder: Path) -> int:
    """Runs the commands and returns the worst of their exit codes; that one report is skipped is part of the show."""
    reports = examples / "reports"
    here = ["--workspace", str(folder)]
    _forget(folder)
    codes = [
        _run(
            "init", str(folder), "--name", "demo", say="A workspace is a folder that keeps reports and what was read in them."
        ),
        _run("add", str(reports), *here, say="Reports go in: text, web pages, PDF, Word, mail, JSON lines."),
        _run(
            "incidents",
            "--table",
            *here,
            say="What they tell of: each incident once, with on how many origins it really rests.",
        ),
        _run(
            "show",
            _incident_of(folder, reports / SHOWN),
            "--table",
            *here,
            say="One of them: who goes back to whom, who says what, what cannot all hold, what was known when.",
        ),
        _run("read", "--table", str(reports / SHOWN), say="One report, claim by claim: who says what, and how surely."),
        _run("search", SEARCHED, "--limit", "3", "--table", *here, say="Search looks through claims and whole reports."),
    ]
    _say_next(reports / SHOWN, folder)
    return max((code for code in codes if code != SKIPPED), default=DONE)


def _incident_of(folder: Path, report: Path) -> str:
    """The id of the incident that a report of the workspace is mainly about."""
    from tumen import open_workspace, read

    with open_workspace(folder) as workspace:
        return workspace.gathered_of(read(report).report.id).id


def _forget(folder: Path) -> None:
    """Removes the workspace of an earlier run, and nothing that is not one."""
    if (folder / "tumen.toml").is_file():
        shutil.rmtree(folder)


def _run(*args: str, say: str) -> int:
    print(f"\n# {say}\n$ tumen {shlex.join(args)}\n", flush=True)
    return main(args)


def _say_next(report: Path, folder: Path) -> None:
    tumen = Path(sys.executable).with_name("tumen")
    if tumen.is_relative_to(Path.cwd()):
        tumen = tumen.relative_to(Path.cwd())
    from tumen import read
    from tumen.cli.tables.lists import short

    here = f"--workspace {shlex.quote(str(folder))}"
    for line in (
        "\n# What to type next\n",
        f"{tumen} show {short(read(report).report.id)} --text {here}      # a report with its claims marked",
        f"{tumen} show {short(_incident_of(folder, report))} {here}           # an incident, told by several reports",
        f"{tumen} incidents --contradicted {here}",
        f"{tumen} search hyesan --source-kind anonymous_person {here}",
        f"{tumen} export --format csv --what claims --output build/claims.csv {here}",
        f"{tumen} read --json {shlex.quote(str(report))} | head -c 600",
        f"{tumen} --help",
    ):
        print(line)


if __name__ == "__main__":
    sys.exit(demo(Path(sys.argv[1]), Path(sys.argv[2])))
