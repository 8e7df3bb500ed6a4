"""A scheme as it is written -> its types. Comes in: TOML, ours (`scheme.toml`) or a desk's own. Goes out: a `Scheme`, or what is wrong
with which field of which type."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal, TypeVar, get_args

import msgspec

from tumen.errors import SettingError
from tumen.event.scheme import EventType, Scheme
from tumen.event.triggers import DETERMINERS

Family = Literal[
    "movement", "custody", "violence", "life", "control", "misconduct", "assist", "protest", "deprivation", "state_act"
]
Role = Literal[
    "agent", "patient", "recipient", "thing", "content", "origin", "destination", "place", "means", "reason", "term"
]
Fit = Literal["good", "partial", "poor", "none"]
Elsewhere = Literal["plover", "cameo", "acled", "ucdp", "huridocs", "aida"]
"""The schemes that ours is compared with."""
BECAUSE = {"partial": "fits in part because ", "poor": "does not fit because ", "none": "does not fit because "}
"""How the reason for a fit begins."""
CHOICES = {"family": Family, "roles": Role, "fit": Fit, "crosswalk": Elsewhere, "undergone_role": Role}
NAME = re.compile(r"[a-z][a-z0-9_]*")
SHORTEST = 2  # letters of the word that a verb or noun is inflected by

Words = Annotated[str, msgspec.Meta(pattern=r"\S")]


class _Triggers(msgspec.Struct, forbid_unknown_fields=True):
    verbs: tuple[Words, ...] = ()
    nouns: tuple[Words, ...] = ()
    phrases: tuple[Words, ...] = ()
    undergone: tuple[Words, ...] = ()
    undergone_role: Role = "patient"
    never: tuple[Words, ...] = ()


class _Code(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    fit: Fit
    code: Words | None = None
    because: Words | None = None


class _Type(msgspec.Struct, forbid_unknown_fields=True):
    family: Family
    label: Words
    definition: Words
    roles: Annotated[dict[Role, Words], msgspec.Meta(min_length=1)]
    triggers: _Triggers
    example: Words
    not_example: Words
    counted: str | None = None
    of: str | None = None
    alike: tuple[str, ...] = ()
    agent_nouns: tuple[Words, ...] = ()
    crosswalk: dict[Elsewhere, dict[str, Any]] = {}


_S = TypeVar("_S", _Type, _Code)


@cache
def scheme() -> Scheme:
    """The types that come with Tumen, in the order of the file."""
    return extend_scheme(Scheme({}), files("tumen.event").joinpath("scheme.toml").read_text("utf-8"), "scheme.toml")


def extend_scheme(known: Scheme, toml: str, file: str) -> Scheme:
    """`known` and the types of a file. Raises `SettingError`, which names file, type and field, where a type cannot be used: something is
    missing, misspelt or unknown, the name is taken, or a trigger stands in another type."""
    try:
        tables = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as err:
        raise SettingError(file, f"cannot be understood: {err}") from err
    types = dict(known)
    taken = {trigger: row.name for row in known.values() for _, trigger in _triggers(row)}
    for name, table in tables.items():
        where = f"{file}: {name}"
        if not NAME.fullmatch(name):
            raise SettingError(where, "the name of a type is small letters, digits and _, a letter first")
        if name in known:
            raise SettingError(where, "there is a type of this name already; give yours another name")
        types[name] = _read_type(name, table, where)
        for kind, trigger in _triggers(types[name]):
            other = taken.setdefault(trigger, name)
            if other != name:
                raise SettingError(
                    f"{where}.triggers.{kind}", f'"{trigger}" is a trigger of {other}; none stands in two types'
                )
    for name in tables:
        for phrase in types[name].never:
            if phrase.lower() in taken:
                raise SettingError(f"{file}: {name}.triggers.never", f'"{phrase}" is a trigger of {taken[phrase.lower()]}')
        for other in types[name].alike:
            if other not in types or other == name:
                raise SettingError(f"{file}: {name}.alike", f'there is no other type "{other}"{did_you_mean(other, types)}')
    return Scheme(types)


def did_you_mean(asked: str, known: Iterable[str]) -> str:
    """ "; did you mean flee?", or nothing where no known word is like it."""
    close = get_close_matches(asked, list(known), n=2, cutoff=0.7)
    return f"; did you mean {' or '.join(close)}?" if close else ""


def _triggers(row: EventType) -> Iterator[tuple[str, str]]:
    for kind, triggers in row.triggers.items():
        for trigger in triggers:
            yield kind, " ".join(trigger.lower().split())


def _read_type(name: str, table: Any, where: str) -> EventType:
    if not isinstance(table, dict):
        raise SettingError(where, f"is no type; a type is a table that begins with [{name}]")
    row = _convert(table, _Type, where)
    for key, role in (("counted", row.counted), ("of", row.of)):
        if role is not None and role not in row.roles:
            raise SettingError(f"{where}.{key}", f'"{role}" is none of its roles: {", ".join(row.roles)}')
    _check_triggers(row.triggers, where)
    codes = {str(elsewhere): _read_code(code, f"{where}.crosswalk.{elsewhere}") for elsewhere, code in row.crosswalk.items()}
    return EventType(
        name=name,
        family=row.family,
        label=row.label,
        definition=row.definition,
        roles={str(role): meaning for role, meaning in row.roles.items()},
        counted=row.counted,
        of=row.of,
        alike=row.alike,
        verbs=row.triggers.verbs,
        nouns=row.triggers.nouns,
        phrases=row.triggers.phrases,
        undergone=row.triggers.undergone,
        undergone_role=row.triggers.undergone_role,
        agent_nouns=row.agent_nouns,
        example=row.example,
        not_example=row.not_example,
        crosswalk=codes,
        never=row.triggers.never,
    )


def _check_triggers(triggers: _Triggers, where: str) -> None:
    kinds = {"verbs": triggers.verbs, "nouns": triggers.nouns, "phrases": triggers.phrases, "undergone": triggers.undergone}
    if not any(kinds.values()):
        raise SettingError(f"{where}.triggers", "there is none, so no event of this type could be found")
    for kind, words in {**kinds, "never": triggers.never}.items():
        for trigger in words:
            tokens = trigger.lower().split()
            main = tokens[0] if kind == "verbs" else tokens[-1]
            if len(main) < SHORTEST if kind in ("verbs", "nouns") else not set(tokens) - DETERMINERS:
                raise SettingError(f"{where}.triggers.{kind}", f'"{trigger}" is too little to be found by')


def _read_code(table: dict[str, Any], where: str) -> dict[str, str]:
    code = _convert(table, _Code, where)
    if (code.code is None) != (code.fit == "none"):
        raise SettingError(
            f"{where}.code", "is missing, and the fit is not none" if code.code is None else "there is none to fit"
        )
    begins = BECAUSE.get(code.fit)
    if begins and not (code.because or "").startswith(begins):
        raise SettingError(f"{where}.because", f'the fit "{code.fit}" wants a reason that begins "{begins.strip()}"')
    return {key: value for key in ("code", "fit", "because") if (value := getattr(code, key))}


def _convert(table: dict[str, Any], to: type[_S], where: str) -> _S:
    """The table as a struct. Says what is wrong with it in our words, and by its path in the file."""
    try:
        return msgspec.convert(table, to)
    except msgspec.ValidationError as err:
        what, _, path = str(err).partition(" - at ")
        at = path.rpartition("$")[2].rstrip("`")
        named = "".join(re.findall(r"[`'](.*?)[`']", what)[:1])
        if what.startswith("Object missing"):
            raise SettingError(f"{where}{at}.{named}", "is missing") from err
        if what.startswith("Object contains unknown"):
            keys = _Triggers if at == ".triggers" else to
            raise SettingError(
                f"{where}{at}.{named}", f"there is no such key{did_you_mean(named, keys.__struct_fields__)}"
            ) from err
        if what.startswith("Invalid enum"):
            known = get_args(CHOICES[at.rpartition(".")[2]])
            raise SettingError(f"{where}{at}", f'"{named}" is not known; give one of {", ".join(known)}') from err
        if not what.startswith("Expected") or "matching" in what or "length" in what:
            raise SettingError(f"{where}{at}", "is empty") from err
        wanted = {"str": "words in quotation marks", "array": "a list of words", "object": "a table"}.get(named, named)
        raise SettingError(f"{where}{at}", f"should be {wanted}") from err
