"""What holds for every test: the only places that are known are those that ship with Tumen, whatever was added on this machine."""

import os
from pathlib import Path

os.environ["TUMEN_PLACES"] = str(Path(__file__).parent / "data" / "no-places-added.sqlite")
