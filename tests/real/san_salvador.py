"""Two bombings of one day in one city, told by nine reports of MUC-4: `PYTHONPATH=tests python -m real.san_salvador MUC4_FOLDER`.

San Salvador, 31 October 1989. Of the development set 0619 and 0621 tell of one bombing, 0620, 0622 and 0623 of the other. Prints which of them Tumen takes for
one incident, and in how many readings each incident is contradicted. Prints no words of the corpus.
"""

import argparse
import json
import tempfile
from pathlib import Path

import tumen
from tumen.event import scheme
from tumen.link import Thresholds
from tumen.linking import Linking, catch_up
from tumen.measure.muc4 import read_muc4
from tumen.records import Original, ReportRecord
from tumen.report import find_originals
from tumen.store import create_workspace

GOLD = (("0619", "0621"), ("0620", "0622", "0623"))


def main() -> None:
    """Adds the reports and prints the incidents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    texts = {text.name[-4:]: text for text in read_muc4(parser.parse_args().folder) if text.name.startswith("DEV-MUC3-06")}
    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder) / "desk") as workspace:
        file = Path(folder) / "reports.jsonl"
        lines = [
            {"key": name, "text": texts[name].text, "published": texts[name].published, "language": "en"}
            for group in GOLD
            for name in group
        ]
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        records = [record for record in tumen.read_all([file]) if isinstance(record, ReportRecord)]
        originals = [original for original in find_originals([file]) if isinstance(original, Original)]
        for original, record in zip(originals, records, strict=True):
            workspace.keep(original, record)
        catch_up(workspace, Linking(Thresholds(), scheme()))
        for incident in workspace.gathered():
            names = sorted(member.source_key or "" for member in incident.reports if member.role == "main")
            clashes = ", ".join(f"{one.field}: {one.kind}" for one in incident.contradictions) or "none"
            print(f"{incident.type}: {' '.join(names)}; contradictions: {clashes}; origins: {incident.origins.groups}")


if __name__ == "__main__":
    main()
