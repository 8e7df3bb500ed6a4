"""Echoes -> how each report of an incident stands. Comes in: the prints of its main reports and their echoes. Goes out: origin groups.

Each report goes back to the one it echoes most closely, and so on to a report that echoes none. Of these roots the first is the original; another
is an origin of its own only where its independence of every origin so far is shown. The result is the same in whatever order things come in.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from tumen.echo.back import back_chance
from tumen.echo.cited import LEAD, Cited, is_same_outlet
from tumen.echo.compare import OWN
from tumen.echo.days import anchor_of, reach
from tumen.echo.own import own_chance
from tumen.echo.pair import Pair
from tumen.echo.prints import Print
from tumen.gathered import Echo, EchoStep, Origins, ReportRelation, Standing

VERBATIM: tuple[EchoStep, ...] = ("abridged", "reprint", "same_text")
"""The rungs of words in a row, the closest last: closer than any that is only likely."""
BACK_STEPS: tuple[EchoStep, ...] = (*VERBATIM, "follow_up", "derived", "cites", "shares_error")
"""The rungs that tie a report to an origin."""
RELATIONS: dict[EchoStep, ReportRelation] = {
    "same_text": "reprint", "reprint": "reprint", "abridged": "abridged", "derived": "derived", "cites": "cites", "shares_error": "derived",
    "follow_up": "follow_up",
}  # fmt: skip
LAST = "9999"
ONE_OUTLET = 0.99  # closer than what is likely, farther than words in a row


def standings(prints: Collection[Print], echoes: Collection[Echo]) -> tuple[Standing, ...]:
    """How each report stands, in the order of their ids. `echoes` are those between these reports; a pair without one is unknown."""
    by_id = {one.id: one for one in prints}
    anchor = anchor_of(one.published for one in by_id.values())
    rank = {one.id: _rank(one, anchor) for one in by_id.values()}
    ranked = sorted(by_id.values(), key=lambda one: rank[one.id])
    between = {echo.reports: echo for echo in echoes if echo.reports[0] in by_id and echo.reports[1] in by_id}
    back = _closest(ranked, between)
    roots = [one for one in ranked if one.id not in back]
    found: dict[str, Standing] = {}
    _stand_roots(roots, between, found)
    for one in ranked:
        if one.id in back:
            _stand_copy(one, back, found)
    return tuple(found[key] for key in sorted(found))


def origins(standings: Iterable[Standing]) -> Origins:
    """How many origins the reports have, and how many more reports there are whose independence is unknown."""
    known = list(standings)
    return Origins(
        len({one.origin_group for one in known if one.origin_group}), sum(one.origin_group is None for one in known)
    )


def _rank(one: Print, anchor: str | None) -> tuple[str, str, str]:
    """Earlier reports first, by the last day that theirs may be; those without a date behind them."""
    earliest, latest = reach(one.published, anchor)
    return latest or LAST, earliest or LAST, one.id


def _closest(ranked: Sequence[Print], between: Mapping[tuple[str, str], Echo]) -> dict[str, Echo]:
    """For each report that goes back to another, the closest echo by which it does; no report goes back to itself in the end."""
    place = {one.id: number for number, one in enumerate(ranked)}
    by_id = {one.id: one for one in ranked}
    ties: list[tuple[float, float, int, str, str, Echo]] = []
    for echo in between.values():
        if echo.step not in BACK_STEPS:
            continue
        of = echo.of or min(echo.reports, key=place.__getitem__)
        copy = echo.reports[0] if echo.reports[1] == of else echo.reports[1]
        ties.append((-_closeness(echo, by_id), -round(max(echo.shared), 1), place[of], copy, of, replace(echo, of=of)))
    back: dict[str, Echo] = {}
    for *_, copy, of, echo in sorted(ties, key=lambda tie: tie[:5]):
        if (
            copy in back
            or _leads_to(back, of, copy)
            or (echo.step == "follow_up" and _is_of_its_own(by_id[copy], of, back, by_id))
        ):
            continue
        back[copy] = echo
    return back


def _closeness(echo: Echo, by_id: Mapping[str, Print]) -> float:
    """Higher is closer: runs of words are more than a chance, and one outlet nearly so."""
    if echo.step in VERBATIM:
        return 1.0 + VERBATIM.index(echo.step)
    if echo.step == "follow_up":
        return ONE_OUTLET
    one, other = echo.reports
    return round(back_chance(Pair(by_id[one], by_id[other])), 2)


def _leads_to(back: Mapping[str, Echo], one: str, other: str) -> bool:
    """Whether `one` goes back to `other`."""
    while one != other:
        if one not in back:
            return False
        one = back[one].of or ""
    return True


def _is_of_its_own(one: Print, of: str, back: Mapping[str, Echo], by_id: Mapping[str, Print]) -> bool:
    """An outlet that only repeated another at first now has a source of its own."""
    origin = of
    while origin in back:
        origin = back[origin].of or ""
    return not is_same_outlet(by_id[origin].outlet, one.outlet) and own_chance(one) >= OWN


def _stand_roots(roots: Sequence[Print], between: Mapping[tuple[str, str], Echo], found: dict[str, Standing]) -> None:
    accepted: list[Print] = []
    absent: list[tuple[str, str]] = []
    for one in sorted(roots, key=lambda root: own_chance(root) < OWN):
        if shared := _has_it_from(one, absent):
            cited, origin = shared
            why = f"has it, as another report here, from {cited.name}, which is not among these reports"
            found[one.id] = Standing(one.id, origin, "cites", None, "cites", (why,))
            continue
        echoes = [between.get((min(one.id, other.id), max(one.id, other.id))) for other in accepted]
        if not accepted:
            found[one.id] = Standing(
                one.id, one.id, "original", reasons=("the earliest report of these that goes back to no other",)
            )
        elif all(echo is not None and echo.step == "independent" for echo in echoes):
            reasons = tuple(dict.fromkeys(reason for echo in echoes if echo for reason in echo.reasons))
            found[one.id] = Standing(one.id, one.id, "independent", None, "independent", reasons)
        else:
            reasons = tuple(
                dict.fromkeys(reason for echo in echoes if echo and echo.step != "independent" for reason in echo.reasons)
            )
            why = (
                "not compared with the others"
                if None in echoes
                else f"{one.name or 'the report'} does not say by what it knows"
            )
            found[one.id] = Standing(one.id, None, "unknown", None, "unknown", reasons or (why,))
            continue
        accepted.append(one)
        absent += [(outlet, one.id) for outlet in (one.outlet, *(cited.outlet for cited in _sources_of(one)))]


def _sources_of(one: Print) -> list[Cited]:
    """The outlets from which it has its story."""
    return [cited for cited in one.cited if cited.is_outlet and cited.at <= LEAD]


def _has_it_from(one: Print, absent: Collection[tuple[str, str]]) -> tuple[Cited, str] | None:
    """What it has it from, and the origin that has it from there too; none for a denial."""
    if _denies(one):
        return None
    shared = (
        (cited, origin) for cited in _sources_of(one) for outlet, origin in absent if is_same_outlet(cited.outlet, outlet)
    )
    return next(shared, None)


def _denies(one: Print) -> bool:
    """It speaks for those in charge, whatever it names."""
    return one.evidence.is_denial and any(source.is_official for source in one.evidence.sources)


def _stand_copy(one: Print, back: Mapping[str, Echo], found: dict[str, Standing]) -> None:
    echo = back[one.id]
    root = echo.of or ""
    while root in back:
        root = back[root].of or ""
    found[one.id] = Standing(one.id, found[root].origin_group, RELATIONS[echo.step], echo.of, echo.step, echo.reasons)
