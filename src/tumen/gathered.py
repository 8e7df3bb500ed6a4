"""Records of a workspace: what holds between reports, and the incidents that several of them tell of.

Comes in: nothing. Goes out: the types that `link/`, `echo/` and `ledger/` hand to one another. The fields are named as the keys of what
`tumen incidents --json` prints. Reports are named by id everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tumen.records import Record, Span

# ------------------------------------------------------------------------------------------------------------- links

Answer = Literal["same", "possibly_same", "different"]


@dataclass(frozen=True, slots=True)
class Reason(Record):
    """What speaks for or against one incident: `weight` in log-odds, above zero for the same; `detail` says it to people."""

    name: str
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Link(Record):
    """Whether two reports are mainly about one incident. `reports` are two ids in order, `probability` is the calibrated chance, from 0
    to 1, that they are; `reasons`, the heaviest first, add up to its log-odds. `decision`: the number of a person's decision, which wins."""

    reports: tuple[str, str]
    answer: Answer
    probability: float
    reasons: tuple[Reason, ...] = ()
    decision: int | None = None


# -------------------------------------------------------------------------------------------------- echo and origins

EchoStep = Literal[
    "same_text", "reprint", "abridged", "derived", "cites", "shares_error", "follow_up", "unknown", "independent"
]
"""The ladder, from the closest echo to what shows independence. `follow_up`: the same outlet tells more. `unknown`: neither is shown."""


@dataclass(frozen=True, slots=True)
class Echo(Record):
    """How two reports on one incident stand to each other. `reports` are two ids in order; `of` is the one of the two that the other goes back to,
    `None` where that cannot be known or neither does. `shared`: the share of the words of the first that stand in the second, and the other
    way round, 0 to 1. `reasons` say to people what was seen."""

    reports: tuple[str, str]
    step: EchoStep
    of: str | None
    shared: tuple[float, float]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reused(Record):
    """A run of words that stands in two reports: where in the one, where in the other."""

    first: Span
    second: Span


ReportRelation = Literal["original", "follow_up", "reprint", "abridged", "derived", "cites", "independent", "unknown"]


@dataclass(frozen=True, slots=True)
class Standing(Record):
    """How a report stands in an incident. `origin_group` is the id of the report that its group goes back to; `None`: its independence is unknown.
    `of`: the report that it goes back to most closely. `step`: the finer rung of the ladder behind `relation`."""

    report: str
    origin_group: str | None
    relation: ReportRelation
    of: str | None = None
    step: EchoStep | None = None
    reasons: tuple[str, ...] = ()


# ------------------------------------------------------------------------------------------------------------ ledger


@dataclass(frozen=True, slots=True)
class Telling(Record):
    """Where one report gives one reading: the claims, and the spans of the words, in that report."""

    report: str
    claims: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GatheredReading(Record):
    """One value of one field, and who gives it. `origins` are the origin groups of those reports, `unknown` the reports among them whose independence
    is unknown; `corroboration` says it in words. `credibility_at_most`: the best number of STANAG 2511, from 1 (best) to 6, that a person could give it;
    the number itself is a person's."""

    value: Any
    told: tuple[Telling, ...]
    origins: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    corroboration: str = ""
    credibility_at_most: int | None = None


ContradictionKind = Literal[
    "rival_count", "update", "different_subset", "other_place", "other_date", "denial", "translation_slip"
]


@dataclass(frozen=True, slots=True)
class Contradiction(Record):
    """Readings of one field that cannot all hold; `why` says to people in what they clash. Each reading is as in the fields of the incident."""

    field: str
    kind: ContradictionKind
    readings: tuple[GatheredReading, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Moment(Record):
    """One line of an incident's timeline: what was first known when. `published`, EDTF or unknown, is the day of the report."""

    published: str | None
    report: str
    field: str
    value: Any


# -------------------------------------------------------------------------------------------------- gathered incidents


@dataclass(frozen=True, slots=True)
class Member(Record):
    """A report of an incident: whether it is mainly about it or mentions it, and how it stands to the others."""

    id: str
    file: str
    source_key: str | None
    role: Literal["main", "mention"]
    origin_group: str | None
    relation: ReportRelation
    of: str | None
    reasons: tuple[str, ...] = ()
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Origins(Record):
    """How many origin groups the main reports make, and how many more reports there are whose independence is unknown: never added up."""

    groups: int
    independence_unknown: int


@dataclass(frozen=True, slots=True)
class GatheredIncident(Record):
    """An incident of the workspace: the readings of all reports that tell of it, and what holds between these. `statement`: the same in words, as an
    editor would sum it up. `last_update`: the day, as EDTF, on which the latest of its reports was published."""

    id: str
    type: str | None
    headline: str
    fields: Mapping[str, tuple[GatheredReading, ...]]
    reports: tuple[Member, ...]
    origins: Origins
    contradictions: tuple[Contradiction, ...] = ()
    timeline: tuple[Moment, ...] = ()
    statement: tuple[str, ...] = ()
    last_update: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """As published: each reading also lists its `reports` and `claims`, so that nobody has to look for them in `told`."""
        plain = Record.to_dict(self)
        readings = [reading for listed in plain["fields"].values() for reading in listed]
        readings += [reading for contradiction in plain["contradictions"] for reading in contradiction["readings"]]
        for reading in readings:
            reading["reports"] = [one["report"] for one in reading["told"]]
            reading["claims"] = [claim for one in reading["told"] for claim in one["claims"]]
        return plain


# --------------------------------------------------------------------------------------------------------- decisions

DecisionKind = Literal["same", "different", "split", "undo"]


@dataclass(frozen=True, slots=True)
class Decision(Record):
    """What a person decided on reports, named by id in `groups`. `same`: all of the one group tell of one incident. `different`: no report of the first
    group tells of the same as one of the second. `split`: the first group are one incident, and none of the second belongs to it.
    `undo`: decision number `undoes` no longer holds. `made_at` is UTC, ISO 8601."""

    number: int
    made_at: str
    by: str
    kind: DecisionKind
    groups: tuple[tuple[str, ...], ...]
    why: str
    undoes: int | None = None
