"""The scheme of events: its types, as the reader uses them. Comes in: nothing. Goes out: types by name; `written.py` reads them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


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
    never: tuple[str, ...] = ()

    @property
    def first_role(self) -> str:
        """The role of a subject without an object."""
        return next(iter(self.roles))

    @property
    def triggers(self) -> dict[str, tuple[str, ...]]:
        """The triggers by kind, as the file has them."""
        return {"verbs": self.verbs, "nouns": self.nouns, "phrases": self.phrases, "undergone": self.undergone}


class Scheme(Mapping[str, EventType]):
    """Types by name, in the order of their files. Never changes, and can be a key, so that what is made of it can be kept."""

    def __init__(self, types: Mapping[str, EventType]) -> None:
        self._types = dict(types)

    def __getitem__(self, name: str) -> EventType:
        return self._types[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._types)

    def __len__(self) -> int:
        return len(self._types)

    def __hash__(self) -> int:
        return hash(tuple(self._types))
