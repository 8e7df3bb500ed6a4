"""The words of `counted.toml`. Comes in: nothing. Goes out: patterns and tables, made once."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".split()


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("tumen.ledger").joinpath("counted.toml").read_text("utf-8"))


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def counting() -> Mapping[str, re.Pattern[str]]:
    """For each field, the words that say that a number counts it."""
    return {field: _any_of(words) for field, words in _table()["fields"].items()}


@cache
def field_of_type() -> Mapping[str, str]:
    """For a type of event, the field of the number that it counts."""
    found: dict[str, str] = _table()["types"]
    return found


@cache
def denied_with() -> Mapping[str, frozenset[str]]:
    """For a type of event, the types of which a denial of it speaks, itself included."""
    return {type_: frozenset(types) for type_, types in _table()["denied"].items()}


def coerced() -> str:
    """The type, not of the scheme, that a report denies which says that all was voluntary."""
    return "coercion"


@cache
def words(name: str) -> re.Pattern[str]:
    """One of the lists of words: "grown", "unsaid", "saying"."""
    return _any_of(_table()["words"][name])


@cache
def words_of(name: str) -> frozenset[str]:
    """One of the lists as plain words: "things"."""
    return frozenset(_table()["words"][name])


@cache
def kin() -> Mapping[str, frozenset[str]]:
    """For a word of kinship, those that it is taken for."""
    groups = [frozenset(group) for group in _table()["kin"].values()]
    return {
        word: frozenset().union(*(group for group in groups if word in group)) - {word} for group in groups for word in group
    }


@cache
def kin_words() -> re.Pattern[str]:
    """Any word of kinship, the longest first; not as a part of a longer one."""
    ordered = sorted(kin(), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ordered)})(?![\w-])", re.IGNORECASE)


@cache
def people() -> Mapping[str, re.Pattern[str]]:
    """What the dead, wounded or held are called, by group."""
    return {group: _any_of(listed) for group, listed in _table()["people"].items()}


@cache
def doers() -> Mapping[str, re.Pattern[str]]:
    """What those who did it are called, by group: "state", "rebel"."""
    return {group: _any_of(listed) for group, listed in _table()["doers"].items()}


@cache
def groups() -> Mapping[str, re.Pattern[str]]:
    """Of whom a number is: "sex.women"; groups with one word before the dot share nobody."""
    return {group: _any_of(listed) for group, listed in _table()["groups"].items()}


@cache
def numerals() -> Mapping[str, int]:
    """Numbers below a hundred as words."""
    table = _table()["words"]
    found = {word: number for number, word in enumerate(table["numbers"])}
    found |= table["tens"]
    found |= {f"{ten}-{table['numbers'][one]}": base + one for ten, base in table["tens"].items() for one in range(1, 10)}
    return found


@cache
def numeral_words() -> str:
    """A pattern for numbers below a thousand as words: "six", "a hundred and eighty-six"."""
    small = "|".join(sorted(numerals(), key=len, reverse=True))
    words = rf"(?:(?:a|{'|'.join(_table()['words']['numbers'][1:10])}) hundred(?:(?: and)? (?:{small}))?|(?:{small})(?! hundred\b))"
    return rf"(?=[{''.join(sorted({'a', *(word[0] for word in numerals())}))}]){words}"  # the first letter alone rules most words out


def numeral(written: str) -> int | None:
    """What words of `numeral_words` mean; `None` for others."""
    hundreds, is_hundred, rest = written.lower().partition(" hundred")
    if not is_hundred:
        return numerals().get(hundreds)
    below = numerals().get(rest.removeprefix(" and").strip(), 0)
    return 100 * (1 if hundreds == "a" else numerals()[hundreds]) + below
