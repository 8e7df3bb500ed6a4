"""Places, days and numbers of people in Korean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.ground import find_korean
from tumen.passage import READ_KINDS, split_passages
from tumen.records import Place, Published, Quantity, Time

SEEN = Published("2019-10-17", "given")


def found(text: str, published: Published = SEEN) -> tuple[tuple[Time, ...], tuple[Place, ...], tuple[Quantity, ...]]:
    return find_korean(text, [passage for passage in split_passages(text) if passage.kind in READ_KINDS], published)


def days(text: str, published: Published = SEEN) -> list[str | None]:
    return [time.edtf for time in found(text, published)[0]]


def places(text: str) -> list[str]:
    return [place.name for place in found(text)[1]]


def counts(text: str) -> list[tuple[int, int | None, str]]:
    return [(one.lo, one.hi, one.unit) for one in found(text)[2]]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2018년 10월 5일", "2018-10-05"),
        ("10월 6일", "2019-10-06"),
        ("12월 1일", "2018-12-01"),  # the December before: nobody reports what has not happened
        ("지난해 12월", "2018-12"),
        ("지난달 27일", "2019-09-27"),
        ("이달 10일", "2019-10-10"),
        ("지난 6일", "2019-10-06"),
        ("지난 27일", "2019-09-27"),
    ],
)
def test_days_are_seen_from_publication(words: str, edtf: str) -> None:
    assert days(f"{words} 회령시에서 화재가 발생했다.") == [edtf]


def test_the_day_at_the_end_of_a_head_line_is_that_of_printing() -> None:
    assert days("강변소식 2019년 10월 17일\n\n혜산시에서 10월 6일 화재가 발생했다.") == ["2019-10-06"]


def test_a_day_without_a_month_is_one_of_saying() -> None:
    assert days("소식통은 3일 본지에 “아무도 모른다”고 말했다.") == []


def test_without_a_day_of_publication_the_year_stays_unknown() -> None:
    assert days("10월 6일 밤에 떠났다.", Published()) == ["XXXX-10-06"]
    assert days("지난달 6일 밤에 떠났다.", Published()) == []


def test_what_no_calendar_has_is_no_day() -> None:
    assert days("2월 30일 떠났다.") == []


def test_places_of_north_and_south_spelling_are_one() -> None:
    assert places("양강도 혜산시에서 있은 일이다.") == ["Ryanggang", "Hyesan"]
    assert places("량강도 혜산에서 있은 일이다.") == ["Ryanggang", "Hyesan"]
    assert places("함북 회령에서 중국으로 넘어갔다.") == ["North Hamgyong", "Hoeryong", "China"]


def test_a_short_name_that_is_also_a_word_needs_a_sign_that_it_is_a_place() -> None:
    assert places("상인들은 안주 삼아 술을 마셨고, 경성 시절을 그리워했다.") == []
    assert places("안주시에서 사람들은 안주를 팔았다.") == ["Anju", "Anju"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("16명", (16, 16, "person")),
        ("아홉 명", (9, 9, "person")),
        ("스물두 명", (22, 22, "person")),
        ("세 가족", (3, 3, "household")),
        ("10여 명", (10, 19, "person")),
        ("약 40명", (36, 44, "person")),
        ("최소 9명", (9, None, "person")),
        ("9명 이상", (9, None, "person")),
        ("최대 30명", (0, 30, "person")),
        ("수십 명", (20, 99, "person")),
        ("1,200명", (1200, 1200, "person")),
    ],
)
def test_numbers_of_people(words: str, count: tuple[int, int | None, str]) -> None:
    assert counts(f"{words}이 체포됐다.") == [count]


def test_shares_and_ordinals_count_nobody() -> None:
    assert counts("1명당 쌀 5kg을 나눠 주었다. 제3차 회의가 열렸다.") == []


@given(st.text(alphabet="회령시군도에서 함경북지난달0123456789월일년명가족세\n“”.", max_size=80))
def test_every_value_lies_inside_the_text(text: str) -> None:
    times, named, counted = found(text)
    for one in (*times, *named, *counted):
        assert 0 <= one.span.start < one.span.end <= len(text)
