"""The words of `cues.toml`: by what a report says where it has something from. Comes in: words. Goes out: whether they say so, and where."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

OUTLET = "\uf8ff"  # a mark that stands in no text
QUOTE = r"[“”„«»\"']?"
NAME = (
    rf"(?:(?:[Tt]he|[Aa]n?) )?(?:(?:[a-z-]+ ){{0,2}}(?:agency|channel|radio|station|newspaper|daily|weekly|monthly|magazine|review|journal|website|blog|bulletin) )?{QUOTE}"
    r"(?P<name>(?:[A-Z][\w’'&/-]*|[A-Z]+)(?: (?:(?:of|and|the|for|from|del|de|des|du|da|do|di|la|el)(?: (?:the|la))? )?[A-Z][\w’'&/-]*){0,5})"
)
AUXILIARY = r"(?: (?:are|am|is|have|has|had|also|since|later|both|all|then|now|first|again|each|been able to|were able to|was able to|managed to|could|did|already|only|separately|personally)){0,4}"


@dataclass(frozen=True)
class Cues:
    """Patterns over a view of the text; `citing` with whether only what is published is cited so. `contact` is for a text in which
    the names of the outlet and of its authors are marked with `OUTLET`. `speaker`: somebody in charge, and that he speaks."""

    citing: tuple[tuple[re.Pattern[str], bool], ...]
    contact: re.Pattern[str]
    speaker: re.Pattern[str]
    second_hand: re.Pattern[str]
    company: re.Pattern[str]
    offices: frozenset[str]
    surely: frozenset[str]
    civil: frozenset[str]
    media: frozenset[str]
    members: frozenset[str]
    hearsay: re.Pattern[str]
    translated: re.Pattern[str]
    first_appeared: re.Pattern[str]
    denial: re.Pattern[str]
    posts: re.Pattern[str]
    far: frozenset[str]
    ties: frozenset[str]
    official: frozenset[str]


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
                else [
                    rf"{NAME}(?:,[^,.;]{{0,80}},| (?:radio|station|newspaper|paper|daily|weekly|agency|site|channel|television))? ?(?:{'|'.join(patterns)})"
                ]
            )
        ),
        contact=_contact(own),
        speaker=_speaker(table["source"]["official"], own["answers"]),
        second_hand=_second_hand(table["source"]["media"]),
        company=re.compile(rf"\b(?:{'|'.join(table['head']['company'])})\W*$", re.IGNORECASE),
        offices=frozenset(table["head"]["offices"]),
        surely=frozenset(table["head"]["surely"]),
        civil=frozenset(table["head"]["civil"]),
        media=frozenset(table["source"]["media"]),
        members=frozenset(table["source"]["members"]),
        hearsay=_any(own["hearsay"]),
        translated=_any(own["translated"]),
        first_appeared=_any(own["first_appeared"]),
        denial=_any(own["denial"]),
        posts=_any(own["posts"]),
        far=frozenset(table["source"]["far"]),
        ties=frozenset(table["source"]["ties"]),
        official=frozenset(table["source"]["official"]),
    )


def _contact(own: dict[str, Any]) -> re.Pattern[str]:
    """Somebody spoke to this outlet."""
    we, us, heard, told, vain = ("|".join(own[name]) for name in ("we", "us", "heard", "told", "asked_in_vain"))
    ours = own["ours"].replace("{verbs}", f"{heard}|{'|'.join(own['answers'])}|writes?|wrote")
    we = we.replace("{people}", "|".join(own["people"]))
    parts = [
        rf"(?:{we}){AUXILIARY} (?:{heard})\b(?! (?:{vain}))",
        rf"(?:\b(?:{told})) (?:{us})",
        ours,
        rf"\b\w+ by (?:us\b|our (?:own )?(?:\w+ )?(?:{'|'.join(own['people'])})s?\b)",
        *own["was_heard"],
    ]
    return re.compile("|".join(parts).replace("{own}", f"{OUTLET}+"))


def _speaker(official: Iterable[str], answers: Iterable[str]) -> re.Pattern[str]:
    """Somebody in charge as the subject of a verb of saying: "a spokesperson for the regional government answered"."""
    words = "|".join(official)
    return re.compile(
        rf"(?P<who>\b(?:[\w'’-]+ ){{0,4}}(?:{words})(?: (?:of|for|in|at|on)(?: [\w'’-]+){{1,9}}?)?)(?:,[^,.;]{{0,60}},|, (?=which|who))? ?(?:which |who )?(?:has |have |had )?(?:{'|'.join(answers)})\b",
        re.IGNORECASE,
    )


def _second_hand(media: Iterable[str]) -> re.Pattern[str]:
    """Where an outlet is spoken of, by no name, to which it was told, or by which it was brought; one that speaks is seen among the sources."""
    which = "an?|one|another|several|some|other|foreign|exile|opposition"
    return re.compile(
        rf"\b(?:told|by|with|to) (?:{which}) (?:(?!state|official|government|ruling|party)[\w-]+ ){{0,3}}(?:{'|'.join(media)}|news agency)\b",
        re.IGNORECASE,
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)
