import pytest

from data import samples
from tumen.errors import ReportError
from tumen.report.draft import Found, FoundDate
from tumen.report.html import read_markup

HEADLINE = f'<meta property="og:title" content="{samples.HEADLINE}">'


def test_a_saved_news_page():
    draft = read_markup(samples.page(), "a.html")
    paragraphs = draft.text.split("\n\n")
    assert paragraphs[:4] == [samples.HEADLINE, *samples.STORY]
    assert "The landing in spring. (Photo: River Post)" in paragraphs
    assert "Subscribe" not in draft.text
    assert draft.title == Found(samples.HEADLINE, "meta og:title")
    assert draft.outlet == Found("The River Post", "meta og:site_name")
    assert draft.url == Found("https://post.example/a/7", "link canonical")
    assert draft.language == Found("en-GB", "html lang")
    assert draft.published == FoundDate("2021-05-04", "metadata", "meta article:published_time")


@pytest.mark.parametrize(
    ("head", "top", "expected"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",'
            ' "datePublished": "2021-05-04T01:00:00Z", "dateModified": "2021-06-01"}]}</script>',
            "",
            FoundDate("2021-05-04", "metadata", "json-ld datePublished"),
        ),
        ('<meta name="pubdate" content="May 4, 2021">', "", FoundDate("2021-05-04", "metadata", "meta pubdate")),
        ("", '<time datetime="2021-05-04">Tuesday</time>', FoundDate("2021-05-04", "metadata", "time element")),
        ("", '<div class="post-date">4 May 2021</div>', FoundDate("2021-05-04", "text", "date element")),
        ("", '<p class="byline">By A. Writer | May 4, 2021</p>', FoundDate("2021-05-04", "text", "date element")),
        ("", '<time datetime="2021-05-04">a</time><time datetime="2021-05-05">b</time>', None),
        ("", '<span class="updated date">4 May 2021</span>', None),
        ('<meta name="date" content="1970-01-01">', "", None),
        ('<meta property="article:modified_time" content="2021-05-04">', "", None),
        ("", "", None),
    ],
)
def test_a_date_comes_from_what_says_so_and_from_nothing_else(head: str, top: str, expected: FoundDate | None):
    assert read_markup(samples.page(head, top), "a.html").published == expected


def test_the_headline_is_not_doubled():
    assert read_markup(samples.page(HEADLINE), "a.html").text.count(samples.HEADLINE) == 1


def test_a_title_loses_the_name_of_its_outlet():
    head = '<meta property="og:title" content="Held | Post"><meta property="og:site_name" content="Post">'
    assert read_markup(samples.page(head), "a.html").title == Found("Held", "meta og:title")


@pytest.mark.parametrize(
    "before", ['<?xml version="1.0" encoding="utf-8"?>\n', "<!-- saved from url=(0024)https://post.example/a/9 -->\n"]
)
def test_what_stands_before_the_page_does_not_hide_its_head(before: str):
    draft = read_markup(before + samples.page(HEADLINE), "a.html")
    assert draft.language == Found("en-GB", "html lang")
    if "saved" in before:
        assert draft.url == Found("https://post.example/a/9", "saved-from comment")


def test_lists_tables_and_line_ends():
    story = (
        f"<p>{samples.STORY[0]}</p><p>Two crews were\nheld<br>at the landing</p><ul><li>The first crew</li><li>The second</li></ul>"
        f"<table><tr><td>name</td><td>age</td></tr></table><p>{samples.STORY[1]}</p>"
    )
    paragraphs = read_markup(samples.page(story=story), "a.html").text.split("\n\n")
    assert paragraphs[2:6] == ["Two crews were held\nat the landing", "The first crew", "The second", "name\tage"]


def test_a_short_report_has_no_menu_in_it():
    markup = '<nav><a href="/">Home</a></nav><h1>Crews Held</h1><p>Two crews were held.</p><p>No boats were seen.</p>'
    assert read_markup(markup, "a.html").text == "Crews Held\n\nTwo crews were held.\n\nNo boats were seen."


def test_no_story():
    with pytest.raises(ReportError) as caught:
        read_markup("<html><body></body></html>", "a.html")
    assert caught.value.reason == "no_text"


def test_more_markup_than_any_page(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tumen.report.html.MAX_MARKUP", 1000)
    picture = '<img src="data:image/png;base64,' + "A" * 5000 + '">'
    assert read_markup(f"<p>Held.</p>{picture}", "a.html").text == "Held."
    with pytest.raises(ReportError) as caught:
        read_markup("<p>Held.</p>" * 100, "a.html")
    assert caught.value.reason == "too_large"
