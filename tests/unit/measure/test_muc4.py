"""MUC-3/4: texts and keys, made by hand."""

from pathlib import Path

import pytest

from tumen.errors import SettingError
from tumen.measure.muc4 import Fill, Location, read_muc4

TEXTS = """

DEV-MUC3-0001 (NOWHERE)

   PORT ALDA, 3 JAN 90 (RADIO ALDA) -- [TEXT] FOUR FARMERS WERE TAKEN
AWAY YESTERDAY.


DEV-MUC3-0002  (NOWHERE)

   BRENNA (TORALIA), NO DATE -- [TEXT] NOTHING HAPPENED.
"""
KEY = """
0.  MESSAGE: ID                     DEV-MUC3-0001 (NOWHERE, ELSEWHERE)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  02 JAN 90
3.  INCIDENT: LOCATION              TORALIA: NORTH ALDA (DEPARTMENT): PORT ALDA (CITY)
4.  INCIDENT: TYPE                  KIDNAPPING
9.  PERP: INDIVIDUAL ID             "MEN" / "ARMED MEN"
;;; an argument about this slot
10. PERP: ORGANIZATION ID           ? "\\"9 MAY\\" FRONT"
12. PHYS TGT: ID                    *
18. HUM TGT: NAME                   "ALDO BRENN"
19. HUM TGT: DESCRIPTION            "MAYOR" / "OFFICIAL": "ALDO BRENN"
                                    "FARMERS"
21. HUM TGT: NUMBER                 1: "ALDO BRENN"
                                    ~4 / PLURAL: "FARMERS"
23. HUM TGT: EFFECT OF INCIDENT     ? DEATH: "FARMERS"
                                    NO INJURY: "-"
24. HUM TGT: TOTAL NUMBER           -

0.  MESSAGE: ID                     DEV-MUC3-0001 (NOWHERE)
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
2.  INCIDENT: DATE                  (- 03 JAN 90) / (1 NOV 89 - 31 NOV 89) / OCT 18
3.  INCIDENT: LOCATION              (TORALIA: PORT ALDA (CITY)) / (TORALIA: ALDA (TOWN) - BRENN (TOWN))
4.  INCIDENT: TYPE                  ATTACK / BOMBING

0.  MESSAGE: ID                     DEV-MUC3-0002 (NOWHERE)
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
4.  INCIDENT: TYPE                  *
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dev-muc3-0001-0002").write_text(TEXTS, "utf-8")
    (tmp_path / "key-dev-0001.muc4").write_text(KEY, "utf-8")
    (tmp_path / "text-headers-info").write_text("how the headers are written", "utf-8")
    return tmp_path


def test_texts_have_a_day_and_templates(folder: Path) -> None:
    one, two = read_muc4(folder)
    assert (one.name, one.published, len(one.templates)) == ("DEV-MUC3-0001", "1990-01-03", 2)
    assert one.text.startswith("PORT ALDA, 3 JAN 90")
    assert one.text.endswith("AWAY YESTERDAY.\n")
    assert (two.name, two.published, two.templates) == ("DEV-MUC3-0002", None, [])


def test_one_file_alone_has_its_keys_beside_it(folder: Path) -> None:
    assert [text.name for text in read_muc4(folder / "dev-muc3-0001-0002")] == ["DEV-MUC3-0001", "DEV-MUC3-0002"]


def test_slots_have_alternatives_optional_fills_and_what_they_are_said_of(folder: Path) -> None:
    kidnapping, attack = read_muc4(folder)[0].templates
    assert (kidnapping.types, kidnapping.is_optional) == (("KIDNAPPING",), False)
    assert kidnapping.days == (("1990-01-02", "1990-01-02"),)
    assert kidnapping.places == (Location(("TORALIA", "NORTH ALDA"), ("PORT ALDA",)),)
    assert kidnapping.individuals == (Fill(("MEN", "ARMED MEN")),)
    assert kidnapping.organisations == (Fill(('"9 MAY" FRONT',), (), True),)
    assert kidnapping.things == ()
    assert kidnapping.victims == (Fill(("ALDO BRENN", "MAYOR", "OFFICIAL")), Fill(("FARMERS",)))
    assert kidnapping.numbers == (
        Fill(("1",), ("ALDO BRENN", "MAYOR", "OFFICIAL")),
        Fill(("~4", "PLURAL"), ("FARMERS",)),
    )
    assert kidnapping.effects == (Fill(("DEATH",), ("FARMERS",), True), Fill(("NO INJURY",)))
    assert (attack.types, attack.is_optional) == (("ATTACK", "BOMBING"), True)
    assert attack.days == ((None, "1990-01-03"), ("1989-11-01", "1989-11-30"), ("XXXX-10-18", "XXXX-10-18"))
    assert attack.places == (Location(("TORALIA",), ("PORT ALDA",)), Location(("TORALIA",), ("ALDA", "BRENN")))


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "why"),
    [
        (
            "key-dev-0001.muc4",
            "1.  MESSAGE: TEMPLATE               1",
            "WHAT IS THIS",
            r"key-dev-0001\.muc4:3",
            "neither a slot",
        ),
        ("key-dev-0001.muc4", "02 JAN 90", "SOON", r"key-dev-0001\.muc4:4", "a date"),
        ("key-dev-0001.muc4", "KIDNAPPING", "PICNIC", r"key-dev-0001\.muc4:6", "type"),
        ("key-dev-0001.muc4", "DEV-MUC3-0002", "DEV-MUC3-0003", r"dev-muc3-0001-0002:9", "no answers"),
        ("dev-muc3-0001-0002", "DEV-MUC3", "NEWS", "", "no text"),
    ],
)
def test_a_broken_file_is_named_with_its_line(folder: Path, file: str, old: str, new: str, where: str, why: str) -> None:
    (folder / file).write_text((folder / file).read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(SettingError, match=f"{where}.*{why}"):
        read_muc4(folder)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="elsewhere"):
        read_muc4(tmp_path / "elsewhere")
