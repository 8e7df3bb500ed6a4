"""Writes `record.v1.json` from the records: `python -m tumen.schema`."""

import json
from pathlib import Path

from tumen.schema import FILE, make_schema

if __name__ == "__main__":
    text = json.dumps(make_schema(), indent=2, ensure_ascii=False) + "\n"
    Path(__file__).with_name(FILE).write_text(text, "utf-8", newline="\n")
