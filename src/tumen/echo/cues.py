"""The words of `cues.toml`: by what a report says where it has something from. Comes in: words. Goes out: whether they say so, and where."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

NAME = r"(?:[Tt]he )?(?P<name>(?:[A-Z][\w’'&/-]*|[A-Z]+)(?: (?:(?:of|and|the|for|from|del|de|la|el)(?: (?:the|la))? )?[A-Z][\w’'&/-]*){0,5})"


@dataclass(frozen=True)
class Cues:
    """Patterns over a view of the text; `citing` with whether only what is published is cited so. `contact` are templates into which the
    outlet's name goes."""

    citing: tuple[tuple[re.Pattern[str], bool], ...]
    contact: tuple[str, ...]
    public: re.Pattern[str]
    looking: re.Pattern[str]
    disowned: re.Pattern[str]
    hearsay: re.Pattern[str]
    translated: re.Pattern[str]
    first_appeared: re.Pattern[str]
    statement: re.Pattern[str]
    denial: re.Pattern[str]
    far: frozenset[str]
    official: frozenset[str]
    channels: dict[str, re.Pattern[str]]


@cache
def cues() -> Cues:
    """The table, read once."""
    table = tomllib.loads(files("tumen.echo").joinpath("cues.toml").read_text("utf-8"))
    own, citing = table["own"], table["citing"]
    return Cues(
        citing=tuple(
            (re.compile(pattern), name.startswith("published"))
            for name, patterns in citing.items()
            for pattern in (
                [rf"(?:(?i:{'|'.join(patterns)})){NAME}"]
                if name.endswith("before")
                else [rf"{NAME}(?:,? (?:a|an|the|which)[^,.;]{{0,60}},)? ?(?:{'|'.join(patterns)})"]
            )
        ),
        contact=tuple(own["contact"]),
        public=_any(own["public"]),
        looking=_any(own["looking"]),
        disowned=_any(own["disowned"]),
        hearsay=_any(own["hearsay"]),
        translated=_any(own["translated"]),
        first_appeared=_any(own["first_appeared"]),
        statement=_any(own["statement"]),
        denial=_any(own["denial"]),
        far=frozenset(table["source"]["far"]),
        official=frozenset(table["source"]["official"]),
        channels={name: _any(patterns) for name, patterns in table["channel"].items()},
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)
