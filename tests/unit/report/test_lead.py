import pytest

from tumen.report.lead import edtf, find_language, find_published, find_title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PORT CITY, Aug. 8, 2014 — Two crews were held.", ("2014-08-08", "dateline")),
        ("PORT CITY, North Shore, August 8, 2014 (Agency) -- Two crews", ("2014-08-08", "dateline")),
        ("Crews Held\n\n2014-08-09\n\nTwo crews", ("2014-08-09", "date line")),
        ("Crews Held\n\n[2014.08.09]\n", ("2014-08-09", "date line")),
        ("Published: 9 August 2014 10:30 KST\n", ("2014-08-09", "date line")),
        ("Saturday, August 9th, 2014 | Updated: August 10, 2014\n", ("2014-08-09", "date line")),
        ("배 두 척\n\n입력 2014년 8월 9일\n", ("2014-08-09", "date line")),
        ("By A. Writer | August 9, 2014\n", ("2014-08-09", "byline")),
        ("BORDER BRIEF\n22/06/2019\n", ("2019-06-22", "date line")),
        ("BORDER BRIEF\n06/22/2019\n", ("2019-06-22", "date line")),
        ("BORDER BRIEF\n05.06.2019\n", ("2019-06-05", "date line")),
        ("BORDER BRIEF\n05/06/2019\n", None),
        ("On August 9, 2014, two crews were held.", None),
        ("Two crews were held on 2014-08-09", None),
        ("Last updated: August 9, 2014\n", None),
        ("PORT CITY, Aug. 8 — Two crews were held.", None),
        ("Copyright 2014\n", None),
        ("Published: 2014-02-30\n", None),
        ("line\n" * 20 + "2014-08-09\n", None),
    ],
)
def test_published(text: str, expected: tuple[str, str] | None):
    assert find_published(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Crews Held\n\nThey were held.", "Two Crews Held"),
        ("\n  Two  Crews Held?\r\n\r\nThey", "Two Crews Held?"),
        ("Two crews were held.\n\nThey", None),
        ("“Two crews were held.”\n\nThey", None),
        ("Two crews were held at\nthe landing", None),
        ("2014-08-09\n\nTwo crews", "Two crews"),
        ("BORDER BRIEF\n2014-08-09\n\nTwo Crews Held\n\nThey were held.", "Two Crews Held"),
        ("x" * 200 + "\n\nTwo", None),
        ("***\n\nTwo", None),
    ],
)
def test_title(text: str, expected: str | None):
    assert find_title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two crews were held at the landing by the river, a source said.", "en"),
        ("소식통은 지난 밤에 배 두 척이 사라졌다고 전했다.", "ko"),
        ("Deux équipages ont été arrêtés près de la frontière, selon une source.", "fr"),
        ("Held at once", None),
        ("2014 - 2015", None),
    ],
)
def test_language(text: str, expected: str | None):
    assert find_language(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("2014-08-09T10:00:00Z", "2014-08-09"), (" 2014-08 ", "2014-08"), ("2014-08-09x", None), ("2014-00", None)],
)
def test_edtf(words: str, expected: str | None):
    assert edtf(words) == expected
