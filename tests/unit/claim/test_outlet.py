"""The outlet, where only the body tells."""

import pytest

from tumen.claim import find_outlet


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("A boatman told Snowline that the ice is gone. Snowline has learned that he was right.\n", "Snowline"),
        ("HOST: You are listening to Voice of the Ice. The river is free.\n", "Voice of the Ice"),
        ("The river is free. The Hill Gazette could not reach the boatman on Monday evening.\n", "The Hill Gazette"),
        ("The river is free. Ann Lee could not reach the boatman on Monday evening.\n", None),
        (
            "Ice Breaks\n\nFirst published in Hill Letter on 3 May 2019.\n\nHill Letter was told by a boatman that it is gone.\n",
            None,
        ),
        ("", None),
    ],
)
def test_an_outlet_speaks_of_itself(text: str, outlet: str | None) -> None:
    assert find_outlet(text) == outlet
