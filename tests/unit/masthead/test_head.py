"""Who publishes, when, and under what title, where only the head or the foot of the page says so."""

import pytest

from build import a_report, split_passages
from tumen.masthead import find_masthead, head_end, read_head

BODY = "The river at Hyesan was free of ice on Monday, two weeks before its time.\n\nIt was seen by many.\n"


def head_of(head: str, body: str = BODY, foot: str = "") -> tuple[str | None, str | None, str | None]:
    found = read_head(f"{head}\n\n{body}\n{foot}")
    return found.outlet, found.day, found.title


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Ice Breaks Early\n\nBy Ann Lee, Hill Letter\nPublished: May 3, 2019", "Hill Letter"),
        ("Ice Breaks Early\n\nHill Letter, 3 May 2019", "Hill Letter"),
        ("Ice Breaks Early\n\nBy a Hill Letter correspondent | May 3, 2019", "Hill Letter"),
        ("Ice Breaks Early\n\nBy Ann Lee\nMay 3, 2019", None),
        ("Ice Breaks Early\n\nBy Ann Lee, Juan de la Cruz", None),
        ("Ice Breaks Early\n\nBy Ann Lee\nPort Sudan, May 3, 2019", None),
        ("Ice Breaks Early", None),
        ("Radio Station Raided Early\nMay 3, 2019", None),
    ],
)
def test_the_outlet_stands_beside_a_writer_or_a_day(head: str, outlet: str | None) -> None:
    assert head_of(head)[0] == outlet


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("SEOUL, May 3 (Hill Letter) -- ", "Hill Letter"),
        ("SEOUL, May 3 (Agencies) -- ", None),
        ("(Hill Letter, 3 May) ", "Hill Letter"),
    ],
)
def test_an_agency_stands_in_the_dateline(opening: str, outlet: str | None) -> None:
    assert head_of("Ice Breaks Early", opening + BODY)[0] == outlet


def test_a_kind_of_document_and_a_section_are_no_publishers() -> None:
    head = "EMBASSY OF THE NORTH IN OSLO\nPress Section\n\nStatement No. 5\n3 May 2019"
    assert head_of(head) == ("EMBASSY OF THE NORTH IN OSLO", "2019-05-03", None)
    assert head_of("Press Section\nBulletin No. 5\n3 May 2019") == (None, "2019-05-03", None)


def test_an_issue_has_a_number_and_a_season() -> None:
    head = "Cahiers du fleuve gelé, no. 4 (spring 2019), p. 61\nEnglish version by the editors\n\nTHE ICE"
    assert head_of(head) == ("Cahiers du fleuve gelé", "2019-21", "THE ICE")


def test_a_source_and_its_day_are_anothers() -> None:
    found = read_head(f'Ice Breaks\n\nFrom "Hill Letter", 3 May 2019. Translated by M.\n\n{BODY}')
    assert (found.outlet, found.day, found.title) == (None, None, "Ice Breaks")
    assert "Hill Letter" in found.credited
    head = "Ice Breaks\n\nHILL & VALLEY DAILY\nPosted on: 15/05/2019\nSource: Ice Radio"
    assert head_of(head) == ("HILL & VALLEY DAILY", "2019-05-15", "Ice Breaks")


def test_who_is_told_things_weighs_more() -> None:
    body = "The river was free of ice on Monday, a boatman told Snowline by telephone.\n"
    assert head_of("Snowline\n3 May 2019\n\nIce Breaks", body) == ("Snowline", "2019-05-03", "Ice Breaks")
    assert head_of("Snowline\n3 May 2019\n\nIce Breaks")[0] is None


def test_the_office_that_speaks_in_a_statement_publishes_it() -> None:
    body = "The Ministry of Rivers informs the public that there is no ice.\n"
    assert head_of("COMMUNIQUÉ", body)[0] == "Ministry of Rivers"
    assert head_of("Statement by the Circle of Boatmen on the ice")[0] == "Circle of Boatmen"


def test_the_foot_says_it_where_the_head_does_not() -> None:
    found = head_of("WORLD IN SHORT", foot="The Hill Gazette, Wednesday, May 1, 2019")
    assert found == ("The Hill Gazette", "2019-05-01", "WORLD IN SHORT")


def test_a_place_is_no_outlet() -> None:
    text = f"Ice Breaks Early\n\nBy Ann Lee, Wonju\nMay 3, 2019\n\n{BODY}"
    assert find_masthead(text, lambda name: name == "Wonju") is None
    assert find_masthead(text.replace("Wonju", "Northline"), lambda name: name == "Wonju") == "Northline"


@pytest.mark.parametrize(
    "line", ["Hill Letter\nSaturday, 24 Ordibehesht 1401", "Hill Letter, 05/06/2019", "Hill Letter, Friday"]
)
def test_a_day_that_is_not_clear_is_unknown(line: str) -> None:
    assert head_of(f"Ice Breaks\n\n{line}")[:2] == ("Hill Letter", None)


def test_days_of_other_things_are_not_those_of_publication() -> None:
    assert head_of("Ice Breaks\n\nLast updated: 11:20, 3 May 2019")[1] is None
    assert head_of("Case 5\n\nName: withheld\nDate: 3 May 2019\nPlace: Hyesan")[1] is None
    assert head_of("The ice of 3 May 2019 and what came after")[1] is None
    assert head_of("Ice Watch Weekly\nPeriod covered: 1-7 May 2019")[1] is None


@pytest.mark.parametrize(
    ("head", "outlet", "title"),
    [
        ("SNOW LINE 96.3 FM\nFrom the river to the sea\n\nRiver at Hyesan Free", "SNOW LINE", "River at Hyesan Free"),
        ("XABAR (The Tidings of the Hills)\nWeekly of three valleys\n3 May 2019\n\nIce Breaks", "XABAR", "Ice Breaks"),
        ("the cold kitchen\n>> a blog from upstairs\n\nentry 9, 3 May 2019", "the cold kitchen", None),
        ("SNOWMELT TIN CO., LTD.\nPress release\n\nOn the Ice", "SNOWMELT TIN CO., LTD.", "On the Ice"),
        ("The Quiet Season\nTwo weeks early\n3 May 2019", None, "The Quiet Season"),
        ("River Free of Ice\nSeen by many\n\nTwo Weeks Before Its Time", None, "River Free of Ice"),
        ("The Day After the Frost\n3 May 2019\n\nRiver at Hyesan Free", None, "The Day After the Frost"),
        ("HYESAN, Ryanggang (Snow Wire) –", None, None),
    ],
)
def test_the_first_line_is_a_name_by_what_stands_below_it(head: str, outlet: str | None, title: str | None) -> None:
    found = head_of(head)
    assert (found[0], found[2]) == (outlet, title)


def test_a_text_in_capitals_only_has_an_agency_or_nothing() -> None:
    assert head_of("HILL LETTER BREAKS\n3 MAY 2019", BODY.upper())[0] is None


@pytest.mark.parametrize("text", ["", "\n", ".", "(", "© ", "By", "@", "The of " * 3000, "- " * 5000, "a" * 100_000])
def test_nothing_comes_of_nothing(text: str) -> None:
    assert read_head(text).outlet is None


def test_the_head_ends_where_something_is_told() -> None:
    text = a_report(f"Ice Breaks\n\nHill Letter, 3 May 2019\n\nSEOUL -- {BODY}").text
    assert text[head_end(text, split_passages(text)) :].startswith("The river")


@pytest.mark.parametrize(
    ("head", "outlet", "day"),
    [
        ("UPPER HERRING\nall the coast before breakfast\nMon 10 Feb 2020, 07:15", "UPPER HERRING", "2020-02-10"),
        ("UPPER HERRING, Salekhard\nEvening news. Kiel, 20 July 2019", "UPPER HERRING", "2019-07-20"),
        ("herring run -- open notes from one coast\n#12, posted 2019-07-20 by us", "herring run", "2019-07-20"),
        ("Herring Run Forum > North > Ice > is it safe\n\nuser elk, 20.07.2019 20:41", "Herring Run Forum", "2019-07-20"),
        (
            "REPUBLIC OF THE COAST\nProvince of Ob\nOb Pike Zone - Office of the Head\nOb, 20.07.2019",
            "Ob Pike Zone",
            "2019-07-20",
        ),
        ("OSLO, May 3, 2019 (Hill Line)\n\nIce breaks early", "Hill Line", "2019-05-03"),
        ("The Long Way Down\nHerat, 14 May 2019", None, "2019-05-14"),
        ("WHAT THE SNOW KEPT\na mother, a bridge, four winters", None, None),
        ("(page as saved on 3 June 2018; the site is down)\n\nIce Breaks Early", None, None),
        ("Fishing: Ob Coast\nCollected 1 to 20 May 2016, figures as of 28 May 2016", None, None),
        ("Above (left to right) Ann Lee, Rex Fox", None, None),
    ],
)
def test_a_name_stands_above_what_a_page_says_of_itself(head: str, outlet: str | None, day: str | None) -> None:
    assert head_of(head)[:2] == (outlet, day)


def test_a_day_that_the_body_tells_is_that_of_what_happened() -> None:
    head, body = (
        "Hill Detainee Watch\nDeath in custody, Tral, 9 February 2020",
        "On 9 February a carpenter was taken from his shop.\n",
    )
    assert head_of(head, body)[1] is None
    assert head_of(head, BODY)[1] == "2020-02-09"


def test_a_place_behind_a_name_is_no_part_of_it() -> None:
    head = "St. Olaf, Two Creeks\nSunday sheet, 4 June 2019"
    assert read_head(f"{head}\n\n{BODY}", lambda name: name == "Two Creeks").outlet in ("St. Olaf", None)
    assert read_head(f"Hill Radio, Two Creeks\n4 June 2019\n\nIce breaks\n\n{BODY}").outlet == "Hill Radio"
