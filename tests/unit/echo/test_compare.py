"""How two reports stand to each other: one incident, told in every way."""

import pytest

import retold
from tumen.echo import Print, compare
from tumen.gathered import Echo, EchoStep


@pytest.fixture(scope="module")
def original() -> Print:
    return retold.a_print(retold.ORIGINAL, "Harbour Lantern", "2017-05-11")


@pytest.mark.parametrize(
    ("text", "outlet", "published", "step"),
    [
        (retold.ORIGINAL, "Sea Wire", "2017-05-12", "reprint"),
        (retold.CREDITED, "Sea Wire", None, "reprint"),
        (retold.SHORTENED, "Daily Sum", "2017-05-13", "abridged"),
        (retold.RETOLD, "Bay Tribune", "2017-05-13", "derived"),
        (retold.CITES, "The Quarterly", "2017-05-20", "cites"),
        (retold.SECOND, "Harbour Lantern", "2017-06-24", "follow_up"),
    ],
)
def test_an_echo_goes_back_to_the_original(
    original: Print, text: str, outlet: str, published: str | None, step: EchoStep
) -> None:
    echo = compare(original, retold.a_print(text, outlet, published))
    assert (echo.step, echo.of) == (step, original.id)
    assert echo.reasons


@pytest.mark.parametrize(
    ("text", "outlet", "published"),
    [(retold.WITNESS, "Northern Testimony", "2017-05-30"), (retold.DENIAL, "Central Organ", "2017-05-17")],
)
def test_another_witness_and_a_denial_are_independent(original: Print, text: str, outlet: str, published: str) -> None:
    echo = compare(original, retold.a_print(text, outlet, published))
    assert (echo.step, echo.of) == ("independent", None)


def test_what_says_by_nothing_that_it_knows_is_unknown(original: Print) -> None:
    echo = compare(original, retold.a_print(retold.RUMOUR, "Bits", "2017-05-15"))
    assert (echo.step, echo.of) == ("unknown", None)
    assert echo.reasons[0].startswith("not shown to know by itself: Bits (0.0")


def test_the_share_of_the_words_is_given_both_ways(original: Print) -> None:
    short = retold.a_print(retold.SHORTENED, "Daily Sum", "2017-05-13")
    echo = compare(short, original)
    of_short, of_original = echo.shared if echo.reports[0] == short.id else (echo.shared[1], echo.shared[0])
    assert (of_short, round(of_original, 1)) == (1.0, 0.4)
    assert "46 of 46 words of Daily Sum stand in the other report" in echo.reasons


def test_two_sources_described_alike_are_not_shown_to_be_two() -> None:
    one = (
        "Nine people left Hyesan over the ice, a source in the province told Ice Post.\n\n"
        "Guards have since been moved to other posts along the river, and nobody sleeps.\n"
    )
    other = (
        "A source in the province has told Hill Letter of an escape: nine went at night.\n\n"
        "Their dogs were found in the yard with maize for a week beside them.\n"
    )
    pair = retold.a_print(one, "Ice Post", "2019-05-05"), retold.a_print(other, "Hill Letter", "2019-05-06")
    assert compare(*pair).step == "unknown"
    assert compare(*pair).reasons == ("the sources of both are described alike: whether they are the same cannot be known",)


def test_two_accounts_of_one_office_may_be_one_statement() -> None:
    one = (
        "The Provincial Committee announced on May 3 that three barges had sunk.\n\n"
        "Their owners were fined, and the pier has been closed to visitors since, said its spokesman, Pak Il.\n"
    )
    other = (
        "Lessons were learned from an accident at sea, a spokesman for the Provincial Committee said in a statement.\n\n"
        "Sailors sang on the way home, he added.\n"
    )
    pair = retold.a_print(one, "Ice Post", "2019-05-05"), retold.a_print(other, "Hill Letter", "2019-05-06")
    assert compare(*pair).step == "unknown"


def test_a_later_report_is_not_where_an_earlier_one_has_it_from(original: Print) -> None:
    earlier = retold.a_print(retold.CITES, "The Quarterly", "2017-05-02")
    echo = compare(original, earlier)
    assert (echo.step, echo.of) == ("unknown", None)
    assert echo.reasons == ("The Quarterly names Harbour Lantern, but came before this report of it",)


def test_which_came_first_may_not_be_known() -> None:
    text = "Snow fell on the pass for three days, and the road was closed to lorries, buses and carts from the tenth on."
    echo = compare(retold.a_print(text, "Ice Post", None), retold.a_print(text, "Hill Letter", None))
    assert (echo.step, echo.of, echo.shared) == ("same_text", None, (1.0, 1.0))
    assert "which of the two came first is not known" in echo.reasons


@pytest.mark.parametrize("text", ["", "Photo\n", "회령서 두 가족 아홉 명이 두만강을 건너\n"])
def test_hardly_any_words_say_nothing(original: Print, text: str) -> None:
    assert compare(original, retold.a_print(text or " ", "Bits", None)).step == "unknown"


def test_two_texts_in_a_language_that_is_not_read_can_still_be_one(original: Print) -> None:
    text = "회령서 두 가족 아홉 명이 한밤에 두만강을 건너 중국으로 넘어간 것으로 전해졌다. 함경북도 소식통은 한 골목에서 두 집이 비었다고 말했다.\n"
    pair = (
        retold.a_print(text, "국경통신", "2018-10-05", language="ko"),
        retold.a_print(text, "남쪽신문", "2018-10-06", language="ko"),
    )
    assert (compare(*pair).step, compare(*pair).of) == ("same_text", pair[0].id)


def test_the_order_of_the_two_does_not_matter(original: Print) -> None:
    for text in (retold.CREDITED, retold.RETOLD, retold.CITES, retold.WITNESS, retold.RUMOUR):
        other = retold.a_print(text, "Bay Tribune", "2017-05-30")
        found: Echo = compare(other, original)
        assert found == compare(original, other)
        assert list(found.reports) == sorted(found.reports)
