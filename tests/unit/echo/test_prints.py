"""What is kept of a report: enough to see an echo, nothing that names a source."""

import msgspec
import pytest

import retold
from build import a_record
from tumen.echo import Print, take_print
from tumen.echo.cited import find_names, is_first_named, is_same_outlet
from tumen.echo.details import find_details
from tumen.echo.prints import fold_outlet


def test_what_is_given_wins_over_the_head() -> None:
    record = a_record(
        "Ice Breaks\n\nHill Letter, 3 May 2019\n\nThe river was free of ice on Monday, before its time.\n", outlet="Ice Post"
    )
    assert take_print(record).outlet == "ice post"


def test_outlets_are_compared_without_article_and_hosts_by_the_name_in_them() -> None:
    assert fold_outlet("The Atlas Weekly") == "atlas weekly"
    assert fold_outlet("www.hill-letter.example") == "hill letter"
    assert fold_outlet(None) == ""


def test_names_and_what_is_cited_are_kept_with_where_they_stand() -> None:
    found = retold.a_print(retold.CITES, "The Quarterly", None)
    at = is_first_named(found.names, "harbour lantern")
    assert at is not None
    assert at < 0.3
    assert next((one.name, one.is_outlet) for one in found.cited) == ("Harbour Lantern", True)
    assert is_first_named(found.names, "sea wire") is None


def test_own_contact_is_not_that_of_another_outlet() -> None:
    assert retold.a_print(retold.ORIGINAL, "Harbour Lantern", None).evidence.contact is not None
    assert retold.a_print(retold.ORIGINAL, "Sea Wire", None).evidence.contact is None


def test_a_print_is_small_and_travels() -> None:
    one = retold.a_print(retold.ORIGINAL, "Harbour Lantern", "2017-05-11")
    packed = msgspec.msgpack.encode(one)
    assert len(packed) < 8_000
    assert msgspec.msgpack.decode(packed, type=Print) == one


def test_no_name_of_a_source_is_kept_in_words() -> None:
    text = "Rice is short, said Pak Chol Su, a driver.\n\nPak Chol Su told Ice Post that he had seen it.\n"
    evidence = msgspec.msgpack.encode(retold.a_print(text, "Ice Post", None).evidence)
    assert b"Pak" not in evidence
    assert b"pak" not in evidence


def test_a_report_without_words_has_an_empty_print() -> None:
    found = retold.a_print(" ", None, None)
    assert (found.outlet, found.words, found.quotes, found.evidence.sources) == ("", b"", (), ())


@pytest.mark.parametrize(
    ("outlet", "is_named"),
    [
        ("Radio Free Asia", True),
        ("RFA", True),
        ("www.rfa.example", True),
        ("Hill Letter", True),
        ("hillletter.example", True),
        ("The Sun", False),
    ],
)
def test_an_outlet_is_known_by_each_form_of_its_name(outlet: str, is_named: bool) -> None:
    names = find_names("The Sun rose. Radio Free Asia and the Hill Letter had both been there.")
    assert (is_first_named(names, fold_outlet(outlet)) is not None) == is_named


def test_outlets_are_the_same_by_name_site_or_first_letters() -> None:
    assert is_same_outlet("daily nk", fold_outlet("www.dailynk.example"))
    assert is_same_outlet("radio free asia", "rfa")
    assert not is_same_outlet("radio free asia", "radio moran")
    assert not is_same_outlet("", "")


def test_numbers_are_details_with_what_they_count_tolls_and_days_are_not() -> None:
    assert {*find_details("seventeen families lived there")} & {*find_details("17 family houses")}
    assert not {*find_details("killed 12 people on May 12")} & {*find_details("12 people were killed on 12 May")}


def test_years_tell_something_if_they_are_not_those_of_the_event() -> None:
    assert {*find_details("a boiler of 1974", "2020-03-03")} & {*find_details("built in 1974", "2020-03-09")}
    assert not [*find_details("in 2019", "2020-03-03")]
    assert not [*find_details("in 1974")]
