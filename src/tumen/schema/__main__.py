"""Writes the schemas from the records: `python -m tumen.schema`."""

import json
from pathlib import Path

from tumen.schema import FILES, make_schema

if __name__ == "__main__":
    for of, file in FILES.items():
        text = json.dumps(make_schema(of), indent=2, ensure_ascii=False) + "\n"
        Path(__file__).with_name(file).write_text(text, "utf-8", newline="\n")
