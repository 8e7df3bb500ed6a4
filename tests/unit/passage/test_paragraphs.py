"""Passages: hard wraps are joined in reading only, and what is not the report's body is told apart."""

import pytest

from build import split_passages
from tumen.view import View

HARD_WRAPPED = """Group Leaves Hyesan

HYESAN, March 3 -- Nine people left their homes at the end of
winter and have not been seen since, a source said.
Nobody knows how they
crossed the river.

Photo: the river in winter (Frontier Wire)

Share this article

[Source: Frontier Wire]
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(passage.kind, View.of(text, passage.span).text) for passage in split_passages(text)]


def test_a_hard_wrapped_report_falls_into_its_passages() -> None:
    assert kinds(HARD_WRAPPED) == [
        ("headline", "Group Leaves Hyesan"),
        ("dateline", "HYESAN, March 3 --"),
        (
            "body",
            "Nine people left their homes at the end of winter and have not been seen since, a source said. "
            "Nobody knows how they crossed the river.",
        ),
        ("caption", "Photo: the river in winter (Frontier Wire)"),
        ("boilerplate", "Share this article"),
        ("boilerplate", "[Source: Frontier Wire]"),
    ]


SAVED = """Frontier Wire
World | North Korea
Nine Leave Hyesan in One Night
By Han Seo-jin
2019.03.05 11:20am

Nine people left Hyesan at the end of winter and have not been seen since, a source said.
"""


def test_the_title_of_a_page_is_its_headline_and_its_letterhead_is_not() -> None:
    assert [(kind, words) for kind, words in kinds(SAVED) if kind != "body"] == [
        ("boilerplate", "Frontier Wire"),
        ("boilerplate", "World | North Korea"),
        ("headline", "Nine Leave Hyesan in One Night"),
        ("byline", "By Han Seo-jin"),
        ("dateline", "2019.03.05 11:20am"),
    ]


def test_paragraphs_of_one_long_line_each_need_no_blank_line_between() -> None:
    one = "The price of rice rose by a third within a week, traders in the city said, and nobody expects it to fall before June."
    two = "The state has sent no grain, and the markets are closed for most of the day, which makes everything worse for everybody."
    assert [words for _, words in kinds(f"{one}\n{two}\n")] == [one, two]


def test_a_list_is_not_joined_into_one_paragraph() -> None:
    assert len(kinds("The notice forbids:\n- leaving the county\n- lodging guests\n- calling abroad\n")) == 4


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Subscribe to our newsletter", "boilerplate"),
        ("Prev Next", "boilerplate"),
        ("Facebook | Twitter | Email", "boilerplate"),
        ("© 2019 Frontier Wire. All rights reserved.", "boilerplate"),
        ("By Han Seo-jin", "byline"),
        ("By April Jones", "byline"),
        ("By our correspondent in Yanji.", "byline"),
        ("By April a third of the households were starving.", "body"),
        ("By the end of the month, nine had been arrested.", "body"),
        ("By 2019 nobody was left.", "body"),
        ("August 9, 2014", "dateline"),
        ("Published: 2014-08-09 10:15", "dateline"),
        ("[Photo: the market in Hyesan]", "caption"),
        ("Share prices fell, and nobody in the market would say why.", "body"),
        ("Readers of the notice were told to keep quiet.", "body"),
        ("Photographs were taken of everybody.", "body"),
    ],
)
def test_what_a_paragraph_is(words: str, kind: str) -> None:
    assert kinds(f"A Headline First\n\n{words}\n")[1][0] == kind


def test_a_report_of_only_a_headline() -> None:
    assert kinds("Nine Leave Hyesan") == [("headline", "Nine Leave Hyesan")]


def test_a_text_without_words_has_no_passages() -> None:
    assert split_passages(" \r\n\n\t ") == ()
