"""Incidents of a workspace: a list of them, or one in full: readings with who tells them, the ledger, the timeline, who goes back to whom."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from tumen.cli.tables.incidents import FIELDS
from tumen.cli.tables.lists import short
from tumen.cli.tables.words import UNKNOWN, describe, describe_day, fold, list_words
from tumen.gathered import Decision, GatheredIncident, GatheredReading, Link, Member
from tumen.records import ReportRecord

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORDS_SHOWN = 3
"""Of the words that a reading rests on, so many places are quoted; `--json` has them all."""


def show_gathered(console: Console, incidents: Sequence[GatheredIncident]) -> None:
    """One row an incident."""
    table = _table()
    table.add_column("Incident", style="marker", no_wrap=True)
    table.add_column("What happened, as reported", overflow="fold", ratio=1)
    table.add_column("Reports", justify="right")
    table.add_column("Origins", justify="right")
    table.add_column("Contradicted", justify="right")
    table.add_column("Last update", no_wrap=True)
    for incident in incidents:
        origins = str(incident.origins.groups)
        if incident.origins.independence_unknown:
            origins += f" +{incident.origins.independence_unknown}?"
        mains = sum(member.role == "main" for member in incident.reports)
        clashes = str(len(incident.contradictions) or "")
        table.add_row(
            short(incident.id), fold(incident.headline), str(mains), origins, clashes, describe_day(incident.last_update)
        )
    if incidents:
        console.print(table)
    count = f"{len(incidents):,} incident{'' if len(incidents) == 1 else 's'}"
    unknown = any(incident.origins.independence_unknown for incident in incidents)
    console.print(f"{count}; +n?: so many more reports whose independence is unknown" if unknown else count)


def show_gathered_incident(console: Console, incident: GatheredIncident, records: Mapping[str, ReportRecord]) -> None:
    """Prints all that is known of one incident, and what holds between its reports."""
    letters = {member.id: letter(at) for at, member in enumerate(incident.reports)}
    console.print(Text(fold(incident.headline), "title"))
    console.print(Text(incident.id, "faint"))
    console.print()
    for line in incident.statement:
        console.print(fold(line))
    _show_reports(console, incident, records, letters)
    _show_fields(console, incident, records, letters)
    _show_contradictions(console, incident, letters)
    _show_timeline(console, incident, letters)


def letter(at: int) -> str:
    """A, B, ..., Z, A2, B2, ..."""
    turn, place = divmod(at, len(LETTERS))
    return LETTERS[place] + (str(turn + 1) if turn else "")


def show_link(console: Console, link: Link) -> None:
    """Prints whether two reports tell of one incident, and the reasons with their weights."""
    answer = link.answer.replace("_", " ")
    by = f" (decision {link.decision})" if link.decision else ""
    console.print(Text(f"{answer}{by}", "title"), f"chance by the model: {link.probability:.0%}")
    table = _table("Weight", "Reason")
    for reason in link.reasons:
        table.add_row(f"{reason.weight:+.2f}", fold(reason.detail))
    console.print(table)
    console.print(Text("Weights are log-odds: above zero speaks for the same incident; they add up to the chance.", "faint"))


def show_decisions(console: Console, decisions: Sequence[Decision]) -> None:
    """One row a decision."""
    table = _table("Number", "When", "Who", "Decision", "Why")
    for one in decisions:
        groups = " | ".join(", ".join(short(id_) for id_ in group) for group in one.groups)
        what = f"undoes {one.undoes}" if one.kind == "undo" else f"{one.kind}: {groups}"
        table.add_row(str(one.number), one.made_at, fold(one.by), what, fold(one.why))
    if decisions:
        console.print(table)
    console.print(f"{len(decisions):,} decision{'' if len(decisions) == 1 else 's'}")


def _show_reports(
    console: Console, incident: GatheredIncident, records: Mapping[str, ReportRecord], letters: Mapping[str, str]
) -> None:
    """A tree: under each report those that go back to it."""
    tree = Tree(Text("Reports, each under what it goes back to", "label"), guide_style="rule")
    below: dict[str | None, list[Member]] = {}
    for member in incident.reports:
        below.setdefault(member.of if member.of in letters else None, []).append(member)
    seen: set[str] = set()

    def grow(branch: Tree, of: str | None) -> None:
        for member in below.get(of, ()):
            if member.id not in seen:
                seen.add(member.id)
                grow(branch.add(_report(member, records[member.id], letters)), member.id)

    grow(tree, None)
    for member in incident.reports:  # a circle has no top
        if member.id not in seen:
            seen.add(member.id)
            grow(tree.add(_report(member, records[member.id], letters)), member.id)
    console.print()
    console.print(tree)


def _report(member: Member, record: ReportRecord, letters: Mapping[str, str]) -> Text:
    report = record.report
    line = Text(f"[{letters[member.id]}] ", "marker")
    line.append(f"{describe_day(report.published.edtf)}  ")
    line.append(f"{fold(member.outlet or 'outlet unknown')}  ", "voice")
    line.append(fold(report.title or report.file))
    if member.role == "mention":
        said = "only mentions it"
    elif member.origin_group is None:
        said = "independence unknown"
    else:
        relation = member.relation.replace("_", " ")
        said = (
            relation
            if relation in ("original", "independent")
            else f"{relation}, origin {letters.get(member.origin_group, '?')}"
        )
    line.append(f"\n{said}; {short(member.id)}", "label")
    for reason in member.reasons:
        line.append(f"\n{fold(reason)}", "faint")
    return line


def _show_fields(
    console: Console, incident: GatheredIncident, records: Mapping[str, ReportRecord], letters: Mapping[str, str]
) -> None:
    table = _table("Field", "Reading", "Told by", "Its words")
    for name in sorted(incident.fields, key=lambda name: (FIELDS.index(name) if name in FIELDS else len(FIELDS), name)):
        for number, reading in enumerate(incident.fields[name]):
            who = f"[{_who(reading, letters)}]\n{fold(reading.corroboration)}; credibility {reading.credibility_at_most} at best"
            table.add_row("" if number else _plain(name), describe(reading.value), who, _words(reading, records))
    console.print()
    console.print(table)


def _who(reading: GatheredReading, letters: Mapping[str, str]) -> str:
    return ", ".join(sorted(letters.get(one.report, "?") for one in reading.told))


def _words(reading: GatheredReading, records: Mapping[str, ReportRecord]) -> str:
    said = [list_words(records[one.report], one.spans) for one in reading.told if one.report in records and one.spans]
    shown = list(dict.fromkeys(said))
    more = f" and {len(shown) - WORDS_SHOWN} more" if len(shown) > WORDS_SHOWN else ""
    return " / ".join(shown[:WORDS_SHOWN]) + more


def _show_contradictions(console: Console, incident: GatheredIncident, letters: Mapping[str, str]) -> None:
    if not incident.contradictions:
        return
    table = _table("Cannot all hold", "Kind", "Readings", "Why")
    for one in incident.contradictions:
        sides = [f"{describe(reading.value)} [{_who(reading, letters)}]" for reading in one.readings]
        table.add_row(_plain(one.field), _plain(one.kind), "\n".join(sides), fold(one.why))
    console.print(table)


def _show_timeline(console: Console, incident: GatheredIncident, letters: Mapping[str, str]) -> None:
    if not incident.timeline:
        return
    table = _table("Known from", "Report", "What was new")
    by_report: dict[tuple[str | None, str], list[str]] = {}
    for moment in incident.timeline:
        new = f"{_plain(moment.field)}: {describe(moment.value)}"
        by_report.setdefault((moment.published, moment.report), []).append(new)
    for (published, report), news in by_report.items():
        table.add_row(describe_day(published) if published else UNKNOWN, letters.get(report, "?"), "; ".join(news))
    console.print(table)


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="head", border_style="rule")
    for name in columns:
        table.add_column(name, overflow="fold", style="label" if name in ("Field", "Cannot all hold") else "")
    return table
