"""The scheme of events, `scheme.toml`. Comes in: nothing. Goes out: its types by name."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event; the fields are explained at the top of `scheme.toml`. `roles` are in the order of the file: the first is that
    of the subject where there is no object ("three men vanished")."""

    name: str
    family: str
    label: str
    definition: str
    roles: Mapping[str, str]
    counted: str | None
    of: str | None
    alike: tuple[str, ...]
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    phrases: tuple[str, ...]
    undergone: tuple[str, ...]
    undergone_role: str
    agent_nouns: tuple[str, ...]
    example: str
    not_example: str
    crosswalk: Mapping[str, Mapping[str, str]]

    @property
    def first_role(self) -> str:
        """The role of a subject without an object."""
        return next(iter(self.roles))


@cache
def scheme() -> dict[str, EventType]:
    """The types by name, in the order of the file."""
    return read_scheme(files("tumen.event").joinpath("scheme.toml").read_text("utf-8"))


def read_scheme(toml: str) -> dict[str, EventType]:
    """The types of a scheme as it is written. Raises `KeyError` where one lacks a field, `tomllib.TOMLDecodeError` where it is no TOML."""
    return {name: _type(name, row) for name, row in tomllib.loads(toml).items()}


def _type(name: str, row: Mapping[str, Any]) -> EventType:
    triggers = row["triggers"]
    return EventType(
        name=name,
        family=row["family"],
        label=row["label"],
        definition=row["definition"],
        roles=row["roles"],
        counted=row.get("counted"),
        of=row.get("of"),
        alike=tuple(row.get("alike", ())),
        verbs=tuple(triggers.get("verbs", ())),
        nouns=tuple(triggers.get("nouns", ())),
        phrases=tuple(triggers.get("phrases", ())),
        undergone=tuple(triggers.get("undergone", ())),
        undergone_role=triggers.get("undergone_role", "patient"),
        agent_nouns=tuple(row.get("agent_nouns", ())),
        example=row["example"],
        not_example=row["not_example"],
        crosswalk=row.get("crosswalk", {}),
    )
