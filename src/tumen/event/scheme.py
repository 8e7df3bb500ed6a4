"""The scheme of events of `scheme.toml`. Comes in: nothing. Goes out: its types, and a pattern over all trigger words."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event; the fields are explained at the top of `scheme.toml`."""

    name: str
    family: str
    label: str
    definition: str
    counted: Literal["agent", "patient"] | None
    triggers: tuple[str, ...]
    alike: tuple[str, ...] = ()


@cache
def scheme() -> dict[str, EventType]:
    """The types by name, in the order of the file."""
    table = tomllib.loads(files("tumen.event").joinpath("scheme.toml").read_text("utf-8"))
    return {
        name: EventType(
            name,
            row["family"],
            row["label"],
            row["definition"],
            row.get("counted"),
            tuple(row["triggers"]),
            tuple(row.get("alike", ())),
        )
        for name, row in table.items()
    }


@cache
def type_of_trigger() -> tuple[dict[str, str], re.Pattern[str]]:
    """The type that each trigger (in small letters) names, and the pattern that finds them, longest first."""
    types = {trigger.lower(): name for name, row in scheme().items() for trigger in row.triggers}
    words = "|".join(re.escape(trigger) for trigger in sorted(types, key=len, reverse=True))
    return types, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
