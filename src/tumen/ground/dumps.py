"""Gazetteers that people have -> an index of places (`index.py`). Comes in: a file as its makers publish it. Goes out: an index, and what was left out.

GeoNames: a dump of places, such as `allCountries.txt` or `KP.zip` (UTF-8, 19 columns with tabs between, no header, no quoting). Who's On First: its
SQLite distribution (tables `spr`, `names`, `concordances`). Both are streamed. The index is made beside the old one and then takes its place, so
that who interrupts it has the old one.
"""

import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Container, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path
from typing import IO

from tumen.errors import SettingError
from tumen.ground.index import Index, Level, Row, Writer, fold

COLUMNS = 19
SHOWN = 20  # bad lines that are named
HOPELESS = 200  # bad lines at the beginning, after which a file is no gazetteer
STEP = 10_000  # rows between two reports of progress
MAGIC = b"SQLite format 3\x00"
LONGEST = 60  # letters of a name
LATIN_ENDS, HANGUL = "ɏ", ("가", "힣")
GEONAMES: dict[str, Level] = {
    "A.ADM1": "province", "A.ADM2": "county", "A.ADM3": "county", "A.ADM4": "district",
    "H.BAY": "water", "H.GULF": "water", "H.LK": "water", "H.LKS": "water", "H.OCN": "water", "H.RSV": "water", "H.SEA": "water", "H.STM": "water",
    "H.STMS": "water", "H.STRT": "water", "T.MT": "mountain", "T.MTS": "mountain", "T.PK": "mountain", "T.VLC": "mountain",
    "T.ISL": "locality", "T.ISLS": "locality", "T.PEN": "locality", "T.VAL": "locality",
}  # fmt: skip
"""Features that are places here; and all of class P but those that are no more."""
GONE = frozenset(["PPLH", "PPLQ", "PPLW", "PPLCH"])
BY_COUNTRY: dict[tuple[str, str], Level] = {("CN", "A.ADM2"): "prefecture", ("CN", "A.ADM3"): "county"}
ON_FIRST: dict[str, Level] = {
    "region": "province", "macrocounty": "prefecture", "county": "county", "localadmin": "district", "borough": "district", "locality": "locality",
}  # fmt: skip
RADII: dict[Level | None, float] = {
    "locality": 2_000.0,
    "district": 5_000.0,
    "county": 15_000.0,
    "prefecture": 50_000.0,
    "province": 70_000.0,
}
"""Of a place of that level, roughly: the dumps have points only."""


@dataclass(slots=True)
class Added:
    """What became of a file: places kept, rows that are no places here, and lines that cannot be read, the first of them with why."""

    kept: int = 0
    left_out: int = 0
    bad: int = 0
    bad_lines: list[tuple[int, str]] = field(default_factory=list)

    def refuse(self, line: int, why: str) -> None:
        """Counts a bad line."""
        self.bad += 1
        if len(self.bad_lines) < SHOWN:
            self.bad_lines.append((line, why))


Progress = Callable[[int, int], None]
"""Is told how many bytes, or rows, of how many are done."""


def add_file(
    file: Path, into: Path, world: Index, *, words: Container[str] = (), progress: Progress = lambda done, of: None
) -> Added:
    """Adds the places of `file` to the index `into`, which is made if it is not there.

    `world`: what ships with Tumen, whose ids of provinces are used. `words`: common words, by which alone no small place is found. Raises
    `SettingError` if `file` is no gazetteer, or cannot be read, or `into` not be written.
    """
    part = into.with_name(f"{into.name}.part")
    added = Added()
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        if into.exists():
            sources = Index(into).about().get("sources", "")
            shutil.copyfile(into, part)
        else:
            sources = ""
        with file.open("rb") as opened:
            is_sqlite = opened.read(len(MAGIC)) == MAGIC
        with Writer(part) as index:
            for row in world.provinces():
                index.add(row, (), ())
            if is_sqlite:
                _add_on_first(file, index, world, added, words, progress)
                source = "Who's On First (whosonfirst.org)"
            else:
                _add_geonames(file, index, world, added, words, progress)
                source = "GeoNames (geonames.org), CC BY 4.0"
            index.finish("; ".join(dict.fromkeys(filter(None, (*sources.split("; "), source)))))
        part.replace(into)
    except OSError as err:
        raise SettingError(str(err.filename or into), f"it cannot be read or written: {err.strerror}") from err
    except sqlite3.Error as err:
        raise SettingError(
            str(file if "no such table" in str(err) else into), f"it cannot be read or written: {err}"
        ) from err
    finally:
        part.unlink(missing_ok=True)
    return added


# ------------------------------------------------------------------------------------------------------- GeoNames


def _add_geonames(file: Path, index: Writer, world: Index, added: Added, words: Container[str], progress: Progress) -> None:
    admins = world.admins()
    own = {row.number: row for row in world.provinces()}
    waiting: list[tuple[int, str]] = []  # places of provinces that have not come yet
    with _lines(file) as (lines, total):
        for number, (line, done) in enumerate(lines, start=1):
            if number % STEP == 0:
                progress(done, total)
            try:
                cells = line.decode("utf-8").rstrip("\r\n").split("\t")
            except UnicodeDecodeError as err:
                added.refuse(number, f"byte {err.start} is not UTF-8")
                cells = []
            if cells and (row := _geonames_row(cells, number, added)):
                code = f"{row.country}.{cells[10]}"
                if row.level == "province":
                    admins.setdefault(code, row.number)
                    row = own.get(row.number, row)
                elif code in admins:
                    row = row._replace(within=admins[code])
                elif cells[10] not in ("", "00"):
                    waiting.append((row.number, code))
                names = [name for name in cells[3].split(",") if _is_useful(name, row.country)]
                few = words if row.people < 1_000 else ()
                index.add(row, {cells[1], cells[2]} - {""}, names, words=few)
                if row.country == "KP":
                    index.sound(row.number, [cells[1]])
                added.kept += 1
            if added.bad == number == HOPELESS:
                break
        if not added.kept:
            why = "line {}: {}".format(*added.bad_lines[0]) if added.bad else "there is no place in it"
            raise SettingError(str(file), f"it is no gazetteer of GeoNames or Who's On First: {why}")
        index.move((number, admins[code]) for number, code in waiting if code in admins)
        index.admin((code, number) for code, number in admins.items())
        progress(total, total)


def _geonames_row(cells: list[str], number: int, added: Added) -> Row | None:
    """The place of a line, without its province; `None` if it is none, or cannot be read."""
    if len(cells) != COLUMNS:
        added.refuse(number, f"{len(cells)} columns instead of {COLUMNS}")
        return None
    feature = f"{cells[6]}.{cells[7]}"
    level = BY_COUNTRY.get((cells[8], feature)) or GEONAMES.get(feature)
    if cells[6] == "P" and cells[7] not in GONE:
        level = "locality"
    if level is None:
        added.left_out += 1
        return None
    try:
        lat, lon, people = float(cells[4]), float(cells[5]), int(cells[14] or 0)
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise ValueError(f"no point of the earth: {lat}, {lon}")
        is_city = 2 if cells[7] == "PPLC" else int(cells[6] == "P" and people >= 15_000)
        return Row(int(cells[0]), None, None, level, is_city, cells[8], None, cells[1], lat, lon, RADII.get(level), people)
    except ValueError as err:
        added.refuse(number, str(err))
        return None


def _is_useful(name: str, country: str) -> bool:
    """Whether a report in English could have this name: Latin letters, or Hangul for Korea."""
    if not 1 < len(name) <= LONGEST:
        return False
    if country in ("KP", "KR") and HANGUL[0] <= name[0] <= HANGUL[1]:
        return True
    plain = fold(name)
    return name[0].isupper() and plain[0] <= LATIN_ENDS and (plain.isascii() or max(plain) <= LATIN_ENDS) and len(name) > 2


@contextmanager
def _lines(file: Path) -> Iterator[tuple[Iterator[tuple[bytes, int]], int]]:
    """The lines of a dump, each with how many bytes of how many are done; of a zip, those of the dump in it."""
    with file.open("rb") as opened:
        if not zipfile.is_zipfile(opened):
            opened.seek(0)
            yield _counted(opened), file.stat().st_size
            return
        try:
            with zipfile.ZipFile(opened) as archive:
                members = [
                    one
                    for one in archive.infolist()
                    if one.filename.endswith(".txt") and "readme" not in one.filename.lower()
                ]
                if len(members) != 1:
                    raise SettingError(str(file), f"there should be one dump in it, and there are {len(members)}")
                with archive.open(members[0]) as member:
                    yield _counted(member), members[0].file_size
        except (zipfile.BadZipFile, EOFError) as err:
            raise SettingError(str(file), f"the archive is damaged: {err}") from err


def _counted(opened: IO[bytes] | BufferedReader) -> Iterator[tuple[bytes, int]]:
    done = 0
    for line in opened:
        done += len(line)
        yield line, done


# ------------------------------------------------------------------------------------------------- Who's On First


def _add_on_first(file: Path, index: Writer, world: Index, added: Added, words: Container[str], progress: Progress) -> None:
    """Numbers are those of Who's On First, made negative: they are not GeoNames'. A region is the world's province of the same GeoNames number."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as db:
        total = db.execute("SELECT COUNT(*) FROM spr").fetchone()[0]
        own = {row.number: row for row in world.provinces()}
        known = dict(
            db.execute(
                "SELECT id, CAST(other_id AS INTEGER) FROM concordances WHERE other_source IN ('gn:id', 'geonames:id')"
            )
        )
        regions = {
            id_: known[id_] for (id_,) in db.execute("SELECT id FROM spr WHERE placetype = 'region'") if known.get(id_) in own
        }
        holders = dict(db.execute("SELECT id, ancestor_id FROM ancestors WHERE ancestor_placetype = 'region'"))
        query = "SELECT id, name, placetype, country, latitude, longitude, is_current, is_deprecated FROM spr"
        for done, (id_, name, kind, country, lat, lon, is_current, is_deprecated) in enumerate(db.execute(query), start=1):
            if done % STEP == 0:
                progress(done, total)
            level = ON_FIRST.get(kind)
            if level is None or is_current == 0 or is_deprecated == 1 or not name or id_ in regions:
                added.left_out += 1
                continue
            if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180):
                added.refuse(done, "a place without a point")
                continue
            region = holders.get(id_)
            within = None if level == "province" else regions.get(region, -region if region else None)
            row = Row(-id_, str(id_), "whosonfirst", level, 0, country or "", within, name, lat, lon, RADII.get(level), 0)
            names = [
                one
                for (one,) in db.execute("SELECT name FROM names WHERE id = ?", (id_,))
                if one and _is_useful(one, row.country)
            ]
            index.add(row, [name], names, words=words)
            if row.country == "KP":
                index.sound(row.number, [name])
            added.kept += 1
        progress(total, total)
