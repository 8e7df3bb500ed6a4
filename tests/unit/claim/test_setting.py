"""Whom something is said to, and on what day: given to the nearest cue that it can belong to."""

import pytest

from marks import read_marked
from tumen.records import Claim, ReportRecord


def told(record: ReportRecord, claim: Claim) -> tuple[list[str], str | None]:
    return [record.read(span) for span in claim.addressee], record.read(claim.said.span) if claim.said else None


def by_cue(block: str) -> dict[str, tuple[list[str], str | None]]:
    record = read_marked(block)
    return {record.read(claim.cue[0]): told(record, claim) for claim in record.claims if claim.cue}


def test_addressee_and_day_go_to_their_cue() -> None:
    assert by_cue("{1t|“We left,”} {1s|a guide} {1c|told} {1a|Daily NK} {1d|on August 8th}.") == {
        "told": (["Daily NK"], "August 8th")
    }


def test_each_goes_to_the_nearest_of_several_cues() -> None:
    block = "{1s|Ann} {1c|told} {1a|RFA} {1t|it is cold} and {2s|Bo} {2c|informed} {2a|her sister} {2t|that it is not}."
    assert by_cue(block) == {"told": (["RFA"], None), "informed": (["her sister"], None)}


def test_one_inside_a_content_belongs_to_a_voice_inside_it() -> None:
    block = "{1s|Ann} {1c|said} {1t|{2s|Bo} {2c|warned} {2a|the miners} {2t|not to go}}."
    assert by_cue(block) == {"said": ([], None), "warned": (["the miners"], None)}


@pytest.mark.parametrize(
    "block",
    [
        "{1s|Ann} {1c|wrote} to us {1d|on August 8th} {1t|{2c|citing} {2s|Bo} {2t|that it is cold}}.",
        "{1t|{2t|It is cold}, {2s|Bo} {2c|claimed}} — {1a|Daily NK} heard it from {1s|Ann}, who {1c|wrote}.",
    ],
)
def test_one_outside_a_content_belongs_to_no_voice_inside_it(block: str) -> None:
    found = by_cue(block)
    assert found["wrote"] != ([], None)
    assert next(told for cue, told in found.items() if cue != "wrote") == ([], None)


def test_one_far_from_every_cue_belongs_to_none() -> None:
    far = "on a road that leads up to the pass and down again to the river where it bends twice "
    assert by_cue("{1s|Ann} {1c|said} {1t|it is cold}. The next people, " + far + "came {1d|on August 8th}.") == {
        "said": ([], None)
    }


def test_a_day_of_saying_that_is_no_time_is_left_out() -> None:
    assert by_cue("{1s|Ann} {1c|said} {1d|over tea} {1t|that it is cold}.") == {"said": ([], None)}
