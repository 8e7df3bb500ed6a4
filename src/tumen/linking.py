"""A workspace brought up to date: new reports -> links -> clusters -> incidents of the workspace.

Comes in: a workspace with reports that were not linked yet. Goes out: its tables of links and incidents. The result is a function of the set of reports and
of the decisions: in what order, and how many at a time, they were added makes no difference, because which pairs are compared follows from the reports,
and clusters are those that clustering everything anew would give. Only what the new reports touch is looked at.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from tumen import echo, ledger, link
from tumen.decided import Constraints, check, constrain
from tumen.event import Scheme
from tumen.gathered import Decision, DecisionKind, Echo, Link
from tumen.gathering import gather, incident_id
from tumen.groups import Groups, ordered
from tumen.records import ReportRecord
from tumen.store.linked import MAIN, Digest, LinkTables

if TYPE_CHECKING:
    from tumen.store import Workspace

BATCH = 50
"""Reports linked in one transaction: a second of work, for which other writers wait."""
LEAST_KEPT = 0.02
"""Chances below this are not kept; a pair without one counts as unlike."""
TIED = 0.7
"""From which chance two reports are surely enough one incident for what each of them is linked to to be compared with the other."""
LEAST_MENTION = 0.5
"""From which chance on a side incident is taken for what another report is about."""

Pair = tuple[int, int]
pack = msgspec.msgpack.encode


@dataclass(frozen=True)
class Linking:
    """How a workspace links: from which chance on, and with which types of events."""

    thresholds: link.Thresholds
    types: Scheme


def catch_up(
    workspace: "Workspace", linking: Linking, advance: Callable[[int], None] = lambda done: None, batch: int = BATCH
) -> int:
    """Links every report that was not linked yet; how many there were. `advance` is told after each batch how many were done. A kill loses
    a batch at most, and the next call takes it up."""
    total = 0
    while True:
        with workspace.linking() as tables:
            done = _link_batch(tables, linking, batch)
        if not done:
            return total
        total += done
        advance(done)


def relink(
    tables: LinkTables, linking: Linking, advance: Callable[[int], None] = lambda done: None, batch: int = BATCH
) -> None:
    """Makes all links and incidents anew; decisions of people hold as before."""
    tables.forget_links()
    while done := _link_batch(tables, linking, batch):
        advance(done)


def _link_batch(tables: LinkTables, linking: Linking, batch: int) -> int:
    """Links up to `batch` reports that were not linked yet; how many."""
    numbers = tables.pending(batch)
    found: dict[Pair, float] = {}
    for number in numbers:
        found |= _link(tables, number)
    if numbers:
        _close(tables, found)
        regroup(tables, numbers, linking)
    return len(numbers)


def _link(tables: LinkTables, number: int) -> dict[Pair, float]:
    """Keeps what linking needs of a report, and the chances that it tells of the same as those that share a key; these chances."""
    record = tables.record(number)
    mine = link.make_profile(record)
    keys = link.keys(mine)
    packed = (pack(mine), pack(echo.take_print(record)), pack(ledger.make_account(record)))
    tables.keep_digest(Digest(number, incident_id(record.report.id), *packed, keys))
    chances: dict[Pair, float] = {}
    side_chances: dict[tuple[int, int, int], float] = {}
    for other, profile in tables.meeting(number, keys):
        theirs = _profile.decode(profile)
        if (chance := link.probability(mine, theirs)) >= LEAST_KEPT:
            chances[number, other] = chance
        side_chances |= {(number, side, other): chance for side, chance in _mentions_of(mine, theirs).items()}
        side_chances |= {(other, side, number): chance for side, chance in _mentions_of(theirs, mine).items()}
    tables.keep_links(chances, is_keyed=True)
    tables.keep_side_links(side_chances)
    return chances


def _close(tables: LinkTables, found: Mapping[Pair, float]) -> None:
    """Compares also two reports that share no key, where a third shares one with both and is linked to both with `TIED` or more. What is compared in the end follows
    from the reports alone, in whatever order they came."""
    likely = [pair for pair, chance in found.items() if chance >= TIED]
    beside = tables.beside({number for pair in likely for number in pair}, TIED, is_keyed=True)
    both_ways = [(one, other) for pair in likely for one, other in (pair, pair[::-1])]
    asked = {(min(other, third), max(other, third)) for one, other in both_ways for third in beside[one] if third != other}
    numbers = {number for pair in asked for number in pair}
    asked -= tables.links_among(numbers).keys()
    profiles = {number: _profile.decode(packed) for number, packed in tables.packed("profile", numbers).items()}
    chances = {(a, b): link.probability(profiles[a], profiles[b]) for a, b in asked}
    tables.keep_links({pair: chance for pair, chance in chances.items() if chance >= LEAST_KEPT}, is_keyed=False)


def _mentions_of(mine: link.Profile, theirs: link.Profile) -> dict[int, float]:
    """The chance, for each side incident of the one report, that it is what the other is about: those that are likely, by the place in the report's list."""
    chances = {
        side + 1: link.compare_mention(mine, side, theirs) for side in range(len(mine.sides))
    }  # the main one is the first
    return {number: chance for number, chance in chances.items() if chance >= LEAST_MENTION}


_profile = msgspec.msgpack.Decoder(link.Profile)
_print = msgspec.msgpack.Decoder(echo.Print)
_account = msgspec.msgpack.Decoder(ledger.Account)
_echo = msgspec.msgpack.Decoder(Echo)


def regroup(tables: LinkTables, touched: Collection[int], linking: Linking) -> None:
    """Clusters anew all that these reports can change, and gathers the incidents that change by it."""
    clusters = _cluster(tables, touched, constrain(tables.decisions()), linking.thresholds)
    found = _named(tables, clusters)
    until_now = tables.main_incidents(found)
    moved = {number: incident for number, incident in found.items() if until_now.get(number) != incident}
    mentioning = tables.mentioning(moved) | moved.keys()
    before = _members(tables, tables.incidents_of(mentioning))
    tables.replace_mains(moved)
    tables.replace_mentions(mentioning, _mentions(tables, mentioning))
    after = _members(tables, before.keys() | tables.incidents_of(mentioning))
    _gather(
        tables,
        {id_: after.get(id_, set()) for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_)},
        linking,
    )


def _members(tables: LinkTables, incidents: Collection[str]) -> dict[str, set[Pair]]:
    """The reports of each of these incidents, with the side of theirs that tells of it."""
    found: dict[str, set[Pair]] = {}
    for number, side, incident in tables.members(incidents):
        found.setdefault(incident, set()).add((number, side))
    return found


def _cluster(
    tables: LinkTables, touched: Collection[int], constraints: Constraints, thresholds: link.Thresholds
) -> list[set[int]]:
    """The clusters of all reports whose cluster these can change."""
    decided = _decided(tables, constraints)
    return link.cluster_around(
        set(touched),
        whole=lambda numbers: _whole(tables, numbers, decided),
        linked=lambda numbers: set().union(*tables.beside(numbers, thresholds.joined).values()),
        among=lambda numbers: _cluster_among(tables, numbers, constraints, thresholds),
    )


def _decided(tables: LinkTables, constraints: Constraints) -> list[set[int]]:
    """The groups of reports that must be one incident by a decision."""
    linked = tables.linked({id_ for pair in constraints.together for id_ in pair})
    return [{linked[id_] for id_ in ids} for ids in Groups(constraints.together).members(linked).values()]


def _whole(tables: LinkTables, numbers: Iterable[int], decided: Sequence[set[int]]) -> set[int]:
    """These reports with all that were in one incident with them until now, or must be by a decision."""
    whole = set(numbers)
    while True:
        incidents = set(tables.main_incidents(whole).values())
        more = {number for number, side, _ in tables.members(incidents) if side == MAIN}
        more |= set().union(*(group for group in decided if group & (whole | more)))
        if more <= whole:
            return whole
        whole |= more


def _cluster_among(
    tables: LinkTables, numbers: Collection[int], constraints: Constraints, thresholds: link.Thresholds
) -> list[set[int]]:
    """The clusters that these reports make among themselves."""
    ids = tables.ids(numbers)
    number_of = {id_: number for number, id_ in ids.items()}
    chances = {ordered(ids[a], ids[b]): chance for (a, b), chance in tables.links_among(numbers).items()}
    clusters = link.cluster(number_of, chances, constraints.together, constraints.apart, thresholds)
    return [{number_of[id_] for id_ in cluster} for cluster in clusters]


def _named(tables: LinkTables, clusters: Collection[Collection[int]]) -> dict[int, str]:
    """The incident of each report: the id that the first report of its cluster gives it, by day of publication and then by id."""
    numbers = {number for cluster in clusters for number in cluster}
    ids, days = tables.ids(numbers), tables.published(numbers)
    first_of = [min(cluster, key=lambda number: (days[number] or "9999", ids[number])) for cluster in clusters]
    return {number: incident_id(ids[first]) for first, cluster in zip(first_of, clusters, strict=True) for number in cluster}


def _mentions(tables: LinkTables, reports: Iterable[int]) -> dict[Pair, str]:
    """For each side incident of these reports the incident that it most likely is, if it is one of another report."""
    found = tables.side_links(reports)
    incident_of = tables.main_incidents({number for report, _, main, _ in found for number in (report, main)})
    best: dict[Pair, tuple[float, str]] = {}
    for report, side, main, chance in found:
        incident = incident_of[main]
        if incident != incident_of[report]:
            best[report, side] = max(best.get((report, side), (0.0, "")), (chance, incident))
    return {of: incident for of, (_, incident) in best.items()}


def _gather(tables: LinkTables, members: Mapping[str, Collection[Pair]], linking: Linking) -> None:
    """Puts together anew the incidents that these are the reports of; those that are nobody's main incident any more are removed."""
    packed = tables.packed("account", {number for listed in members.values() for number, _ in listed})
    accounts = {number: _account.decode(account) for number, account in packed.items()}
    mains = {id_: sorted(number for number, side in listed if side == MAIN) for id_, listed in sorted(members.items())}
    numbers = {number for listed in mains.values() for number in listed}
    prints = {number: _print.decode(packed) for number, packed in tables.packed("print", numbers).items()}
    echoes = _echoes(tables, [listed for listed in mains.values() if len(listed) > 1], prints)
    days = tables.published(numbers)
    for id_, listed in mains.items():
        if listed:
            mentions = [(accounts[number], side) for number, side in sorted(members[id_]) if side != MAIN]
            own = [echoes[pair] for pair in combinations(listed, 2)]
            told = [accounts[number] for number in listed]
            gathered = gather(id_, told, mentions, [prints[number] for number in listed], own, linking.types)
            tables.keep_gathered(gathered, [day for number in listed if (day := days[number])])
    tables.forget_gathered([id_ for id_, listed in mains.items() if not listed])


def _echoes(tables: LinkTables, groups: Sequence[Sequence[int]], prints: Mapping[int, echo.Print]) -> dict[Pair, Echo]:
    """How every two reports of one group stand to each other; each pair is looked at once, ever."""
    known = tables.echoes_among([number for group in groups for number in group])
    found = {pair: _echo.decode(packed) for pair, packed in known.items()}
    pairs = [pair for group in groups for pair in combinations(group, 2) if pair not in known]
    new = {pair: echo.compare(prints[pair[0]], prints[pair[1]]) for pair in pairs}
    tables.keep_echoes({pair: pack(one) for pair, one in new.items()})
    return found | new


def decide(
    workspace: "Workspace",
    linking: Linking,
    kind: DecisionKind,
    groups: Sequence[Collection[str]],
    *,
    by: str,
    why: str,
    undoes: int | None = None,
) -> Decision:
    """Keeps a decision on these reports, by id, and links anew what it touches. Raises `DecisionError` if it cannot hold beside those that stand."""
    asked = Decision(0, "", by, kind, tuple(tuple(sorted(group)) for group in groups), why, undoes)
    with workspace.linking() as tables:
        earlier = tables.decisions()
        check(asked, earlier)
        kept = tables.keep_decision(asked)
        undone = [one for one in earlier if one.number == undoes]
        named = {id_ for one in (kept, *undone) for group in one.groups for id_ in group}
        regroup(tables, tables.numbers(named).values(), linking)
    return kept


def explain(workspace: "Workspace", linking: Linking, one: ReportRecord, other: ReportRecord) -> Link:
    """Whether two reports are mainly about one incident, with the reasons; a decision of a person on the two wins."""
    found = link.compare(link.make_profile(one), link.make_profile(other), linking.thresholds)
    if decided := constrain(workspace.decisions()).between(one.report.id, other.report.id):
        return replace(found, answer=decided[0], decision=decided[1])
    return found


def changes(before: Mapping[str, tuple[str, ...]], after: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The incidents of `after`, as the ids of their reports, that were not incidents before."""
    known = set(before.values())
    return sorted(reports for reports in after.values() if reports not in known)
