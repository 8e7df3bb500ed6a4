"""PolNeAR (Newell, Margolin, Ruths, 2018) -> gold attributions. Comes in: a folder with `text/` and `attributions/`.

Articles are read as bytes in UTF-8, so that the offsets of the annotation are code points of the text. Where several people
annotated an article, the first of them in the order of file names counts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tumen.errors import SettingError
from tumen.measure.attribution import ROLES, Attribution
from tumen.records import Span

SPAN_LINE = re.compile(r"(?P<key>T\d+)\t\w[\w-]* (?P<places>\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
EVENT_LINE = re.compile(r"E\d+\t(?P<arguments>.*)")


def read_polnear(folder: Path) -> Iterator[tuple[str, list[Attribution]]]:
    """The text and the attributions of each article, in order of names. Raises `SettingError` if there are none."""
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts:
        raise SettingError(str(folder), "there is no folder text/ with articles in it; see docs/measures.md")
    for path in texts:
        annotated = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotated:
            yield path.read_bytes().decode("utf-8"), _read_standoff(annotated[0].read_text("utf-8"))


def _read_standoff(standoff: str) -> list[Attribution]:
    spans: dict[str, list[Span]] = {}
    events: list[str] = []
    for line in standoff.splitlines():  # an event may stand before the spans it names
        if found := SPAN_LINE.match(line):
            places = (place.split() for place in found["places"].split(";"))
            spans[found["key"]] = [Span(int(start), int(end)) for start, end in places]
        elif found := EVENT_LINE.match(line):
            events.append(found["arguments"])
    return [_attribution(event, spans) for event in events]


def _attribution(event: str, spans: dict[str, list[Span]]) -> Attribution:
    roles: dict[str, list[Span]] = defaultdict(list)
    for argument in event.split():
        role, _, key = argument.partition(":")
        roles[role.rstrip("0123456789").lower()] += spans[key]
    source, cue, content = (tuple(sorted(roles[role])) for role in ROLES)
    return Attribution(source, cue, content)
