"""The examples are read about as well as a person reads them: pinned floors, in shares from 0 to 1."""

import pytest

from real.gold import Scores, score_examples

FLOORS = {"attributions": (0.80, 0.74), "nested": (0.53, 0.47)}  # precision, recall
INCIDENT_FLOORS = {"type": (0.60, 0.54), "how_many": (0.84, 0.55), "where": (0.92, 0.52), "when": (0.52, 0.47)}
ASPECT_FLOORS = {"kind": 0.97, "source kind": 0.76, "certainty": 0.90, "polarity": 0.88, "addressee": 0.92, "said": 0.93}


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score_examples()


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_attributions(scores: Scores, name: str, floor: tuple[float, float]) -> None:
    tally = getattr(scores, name)
    assert tally.precision >= floor[0]
    assert tally.recall >= floor[1]


@pytest.mark.parametrize(("name", "floor"), INCIDENT_FLOORS.items())
def test_fields_of_the_incident(scores: Scores, name: str, floor: tuple[float, float]) -> None:
    assert scores.incident[name].precision >= floor[0]
    assert scores.incident[name].recall >= floor[1]


@pytest.mark.parametrize(("name", "floor"), ASPECT_FLOORS.items())
def test_what_is_said_of_the_claims_that_were_found(scores: Scores, name: str, floor: float) -> None:
    assert scores.aspects[name].precision >= floor
