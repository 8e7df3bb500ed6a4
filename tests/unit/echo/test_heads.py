"""Who stands at the top of a page: the house, an office that issues its text, a name that others spell in another way."""

import pytest

from tumen.echo.heads import find_heads, find_issuer, is_spelled_alike


@pytest.mark.parametrize(
    ("top", "outlet", "issuer"),
    [
        (
            "MINISTRY OF WATERS AND FORESTS\nPress centre\n\nOn 4 May two poachers were wounded.",
            None,
            "MINISTRY OF WATERS AND FORESTS",
        ),
        ("Kasongo\n\nTANGANYIKA TIN S.A.R.L.\n\nOur company has lost nobody.", None, "TANGANYIKA TIN S.A.R.L."),
        ("COASTAL POLICE\n\nThe patrol found nine boats.", "COASTAL POLICE", "COASTAL POLICE"),
        ("COMMUNIQUE No. 3\nJoint Task Force Lagoon\n\nThe depot was destroyed.", None, "Joint Task Force Lagoon"),
        ("COMMITTEE OF PRISONERS' MOTHERS\n\nWe wait at the gate.", "COMMITTEE OF PRISONERS' MOTHERS", None),
        (
            "THE LAGOON GAZETTE\nPaper of the provincial administration\n\nThe fountain works again.",
            "THE LAGOON GAZETTE",
            None,
        ),
        ("Nine killed by police\n\nNine people were killed on Sunday.", None, None),
        ("", None, None),
    ],
)
def test_an_office_or_a_company_that_issues_a_text_stands_at_its_top(
    top: str, outlet: str | None, issuer: str | None
) -> None:
    assert find_issuer(top, outlet) == issuer


def test_a_name_may_be_shortened_or_spelled_in_another_way_but_not_be_any_radio() -> None:
    heads = find_heads("DAUGAVA FREE RADIO 96.3 FM\nNews in English\n\nForty guests were taken from a wedding.", None)
    assert is_spelled_alike("dauhava radio", heads)
    assert not is_spelled_alike("free radio", heads)
    assert not is_spelled_alike("radio", heads)
    assert not is_spelled_alike("", heads)


def test_a_sentence_at_the_top_is_no_name() -> None:
    assert find_heads("Forty guests were taken from a wedding on Sunday because of a song.", None) == ("",)
