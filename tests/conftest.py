"""What holds for every test: the only places that are known are those that ship with Tumen, whatever was added on this machine; and no
property is timed, for the first example of a test may be the one that opens the weights."""

import os
from pathlib import Path

from hypothesis import settings

os.environ["TUMEN_PLACES"] = str(Path(__file__).parent / "data" / "no-places-added.sqlite")

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
