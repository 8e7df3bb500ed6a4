"""A process that keeps reports one by one and says so: `python adder.py FOLDER COUNT [backwards]`. Run by test_processes."""

import sys
from pathlib import Path

from made import many

from tumen.store import open_workspace

folder, count, *order = sys.argv[1:]
pairs = many(int(count))
with open_workspace(Path(folder)) as workspace:
    for original, record in reversed(pairs) if order else pairs:
        print("kept" if workspace.keep(original, record) else "known", flush=True)
