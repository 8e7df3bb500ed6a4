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
from tumen.measure.files import read_text
from tumen.records import Span

SPAN_LINE = re.compile(r"(?P<key>T\d+)\t\w[\w-]* (?P<places>\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
EVENT_LINE = re.compile(r"E\d+\t(?P<arguments>.*)")


def read_polnear(folder: Path) -> Iterator[tuple[str, list[Attribution]]]:
    """The text and the attributions of each article, in order of names. Raises `SettingError` if there are none, or
    if a file is not what it should be, and names it."""
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts:
        raise SettingError(str(folder), "there is no folder text/ with articles in it; see docs/measures.md")
    for path in texts:
        annotated = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotated:
            text = read_text(path)
            yield text, _read_standoff(annotated[0], len(text))


def _read_standoff(path: Path, length: int) -> list[Attribution]:
    spans: dict[str, list[Span]] = {}
    events: list[tuple[int, str]] = []
    for number, line in enumerate(read_text(path).splitlines(), 1):  # an event may stand before the spans it names
        if found := SPAN_LINE.match(line):
            places = (place.split() for place in found["places"].split(";"))
            spans[found["key"]] = [Span(int(start), int(end)) for start, end in places]
            if any(not 0 <= span.start < span.end <= length for span in spans[found["key"]]):
                raise SettingError(f"{path}:{number}", f"a span outside of the text, which has {length} code points")
        elif found := EVENT_LINE.match(line):
            events.append((number, found["arguments"]))
    return [_attribution(event, spans, f"{path}:{number}") for number, event in events]


def _attribution(event: str, spans: dict[str, list[Span]], where: str) -> Attribution:
    roles: dict[str, list[Span]] = defaultdict(list)
    for argument in event.split():
        role, _, key = argument.partition(":")
        if key not in spans:
            raise SettingError(where, f"there is no span {key}")
        roles[role.rstrip("0123456789").lower()] += spans[key]
    source, cue, content = (tuple(sorted(roles[role])) for role in ROLES)
    return Attribution(source, cue, content)
