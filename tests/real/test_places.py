"""Places of our gold are read about as well as this."""

from real.places import score

RIGHT, PROVINCES, TAKEN, SPELLINGS = 0.70, 0.97, 0.03, 0.90


def test_places_and_spellings() -> None:
    got = score("tune")
    assert got.right / got.mentions >= RIGHT
    assert got.provinces / got.found >= PROVINCES
    assert got.taken / got.lookalikes <= TAKEN
    assert got.spellings_right / got.spellings >= SPELLINGS
