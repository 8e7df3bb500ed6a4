"""What running `tumen` inside a test gives back, and a few small reports to run it on."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

GUARDS = """\
Guards Doubled on the Tumen

2014-08-09

“Border guards were doubled last week,” a source in the province told Frontier Wire on August 8th. The source explained that \
nine people had crossed the river at Hoeryong, North Hamgyong Province. None of the nine is believed to have relatives abroad.
"""
RICE = """\
Rice Dear in Hyesan

“=SUM of all our troubles is rice,” a trader in Hyesan said. Traders allegedly hide it.
"""
KOREAN = "회령에서 두 가족이 두만강을 건넜다고 소식통이 전했다. 국경 경비대가 늘어났다.\n"


@dataclass
class Ran:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON lines on stdout."""
        return [json.loads(line) for line in self.out.splitlines()]


Tumen = Callable[..., Ran]
"""The fixture `tumen` of `unit/cli/conftest.py`."""
