"""What was known when. Comes in: accounts, fields. Goes out: moments, by day of publication; reports without one come last."""

from collections.abc import Mapping, Sequence

from tumen.gathered import GatheredReading, Moment
from tumen.ledger.account import first_day
from tumen.ledger.fields import Tellings
from tumen.ledger.values import key_of

WORDY = ("who", "what", "status")
"""Fields told in other words by each report: only "denied" and the first type are news."""


def timeline(tellings: Tellings, fields: Mapping[str, Sequence[GatheredReading]]) -> tuple[Moment, ...]:
    """For each report by day of publication the readings that no earlier report gives. `fields` are those of the same tellings, as
    `merge_fields` makes them."""
    days = {account.id: account.published for account, _ in tellings}
    order = {report: (first_day(day), report) for report, day in days.items()}
    moments = []
    for at, (field, readings) in enumerate(fields.items()):
        for reading in readings:
            if not _is_news(field, reading) or not reading.told:
                continue
            first = min((told.report for told in reading.told), key=order.__getitem__)
            key = (*order[first], at, key_of(reading.value))
            moments.append((key, Moment(days[first], first, field, reading.value)))
    return tuple(moment for _, moment in sorted(moments, key=lambda pair: pair[0]))


def _is_news(field: str, reading: GatheredReading) -> bool:
    """Whether a value is one that reports share, and no wording of their own."""
    if field == "status":
        return bool(reading.value != "happened")
    return field not in WORDY and (isinstance(reading.value, Mapping))
