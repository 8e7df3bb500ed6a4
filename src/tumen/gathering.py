"""One incident of the workspace, put together. Comes in: what each of its reports gives. Goes out: a `GatheredIncident`. Pure.

The only file that knows the order of the rooms across reports: echoes -> standings -> fields -> contradictions -> timeline, headline.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from tumen import echo, ledger
from tumen.event import Scheme
from tumen.gathered import Contradiction, Echo, GatheredIncident, GatheredReading, Member, Standing
from tumen.ids import make_id


def incident_id(report_id: str) -> str:
    """The id of any incident that this report is the first of. Since every report has one, each id that an incident ever had leads to the
    incident that holds its report now."""
    return make_id("incident", report_id)


def gather(
    id_: str,
    mains: Sequence[ledger.Account],
    mentions: Sequence[tuple[ledger.Account, int]],
    prints: Collection[echo.Print],
    echoes: Collection[Echo],
    types: Scheme,
) -> GatheredIncident:
    """The incident that `mains` are about and `mentions` mention, each of these with the number of its incident that does."""
    standings = _heard({one.report: one for one in echo.standings(prints, echoes)}, mains)
    origins = echo.origins(tuple(standings.values()))
    told = [(account, account.incidents[0].id if account.incidents else "") for account in mains]
    told += [(account, account.incidents[side].id) for account, side in mentions]
    known = standings | _recalled(mains, mentions, standings)
    fields = ledger.merge_fields(told, known, types)
    contradictions = ledger.contradictions(told, known, fields)
    type_ = ledger.main_type(told)
    gathered = GatheredIncident(
        id=id_,
        type=type_,
        headline=ledger.headline(type_, fields, len(mains), origins, types),
        fields=_graded(fields, contradictions),
        reports=_members(mains, mentions, standings),
        origins=origins,
        contradictions=contradictions,
        timeline=ledger.timeline(told, fields),
        last_update=_last_update([account for account, _ in told]),
    )
    return replace(gathered, statement=ledger.statement(gathered, {account.id: account for account, _ in told}))


def _heard(standings: Mapping[str, Standing], mains: Collection[ledger.Account]) -> dict[str, Standing]:
    """The standings, in which a report that tells of no incident and counts nobody is no origin of its own: it is there for its words, and bears witness to nothing."""
    silent = {account.id for account in mains if not (account.incidents or account.counts or account.denials)}
    reason = "nothing is read in it that it could bear witness to"
    return {
        id_: replace(one, origin_group=None, relation="unknown", step="unknown", reasons=(reason,))
        if id_ in silent and one.relation == "independent"
        else one
        for id_, one in standings.items()
    }


def _last_update(accounts: Sequence[ledger.Account]) -> str | None:
    """The latest day of publication, `None` if no report has one."""
    days = [account.published for account in accounts if account.published]
    return max(days, key=lambda day: (ledger.first_day(day), day), default=None)


def _recalled(
    mains: Sequence[ledger.Account], mentions: Sequence[tuple[ledger.Account, int]], standings: Mapping[str, Standing]
) -> dict[str, Standing]:
    """How reports stand that only mention it, by an outlet that told of it before: they recall what it had then, and add no origin."""
    by_outlet = {account.outlet: standings[account.id] for account in reversed(mains) if account.outlet}
    return {
        account.id: replace(by_outlet[account.outlet], report=account.id)
        for account, _ in mentions
        if account.outlet in by_outlet
    }


def _graded(
    fields: Mapping[str, Sequence[GatheredReading]], contradictions: Sequence[Contradiction]
) -> dict[str, tuple[GatheredReading, ...]]:
    """The fields, each reading with the best credibility that it could be given."""
    graded = {}
    for field, readings in fields.items():
        clashes = [clash for clash in contradictions if clash.kind == "denial" or clash.field == field]
        grades = [ledger.propose_grade(reading, clashes).number for reading in readings]
        graded[field] = tuple(
            replace(reading, credibility_at_most=grade) for reading, grade in zip(readings, grades, strict=True)
        )
    return graded


def _members(
    mains: Collection[ledger.Account],
    mentions: Collection[tuple[ledger.Account, int]],
    standings: dict[str, Standing],
) -> tuple[Member, ...]:
    """The reports, those that are about it first, each by day of publication."""
    made = []
    for account in mains:
        one = standings[account.id]
        stands = (one.origin_group, one.relation, one.of, one.reasons)
        made.append(Member(account.id, account.file, account.source_key, "main", *stands, account.outlet))
    mentioning = {account.id: account for account, _ in mentions}
    made += [
        Member(one.id, one.file, one.source_key, "mention", None, "unknown", None, (), one.outlet)
        for one in mentioning.values()
    ]
    days = {account.id: ledger.first_day(account.published) for account in [*mains, *mentioning.values()]}
    return tuple(sorted(made, key=lambda member: (member.role, days[member.id], member.id)))
