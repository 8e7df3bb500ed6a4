"""Words set apart, put together again."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumen.measure.spacing import has_hyphens_apart, join


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("He did n't say ( `` no '' ) .", "He didn't say (“no”)."),
        ('" We left , " she said ; " at night . "', '"We left," she said; "at night."'),
        ("The guard said : '' We know '' .", "The guard said: “We know”."),
        ("and we know , '' he said .", "and we know,” he said."),
        ("'' We know , '' he said .", "“We know,” he said."),
        ("' ' We know , ' ' he said .", "''We know,'' he said."),
        ("the traders ' stalls and the market 's gate", "the traders' stalls and the market's gate"),
        ("the ' red ' gate", "the 'red' gate"),
        ("-LRB- 30 % -RRB- of $ 5 or US$ 6", "(30%) of $5 or US$6"),
        ("a two - year term", "a two-year term"),
        ("they left - we do not know why", "they left - we do not know why"),
        ("a man of the al - Zaman family", "a man of the al-Zaman family"),
        ("I can not ; we 're gon na go !", "I cannot; we're gonna go!"),
        ("and / or -- perhaps ...", "and/or -- perhaps..."),
    ],
)
def test_spacing(apart: str, together: str) -> None:
    assert join(apart.split())[0] == together


def test_a_corpus_that_keeps_hyphens_has_dashes() -> None:
    sentences = ["A long-term plan - so they say .".split(), "It is open-ended".split()]
    assert not has_hyphens_apart(sentences)
    assert join(["now", "-", "then"], is_hyphen_apart=False)[0] == "now - then"
    assert has_hyphens_apart(["A long - term plan".split()])


TOKENS = st.lists(
    st.sampled_from(["We", "left", "n't", "'s", "'", "`", "``", "''", '"', "“", "”", "-", "--", "(", ")", ",", ".", "/", "$"])
)


@given(TOKENS)
def test_every_token_is_where_its_span_says(tokens: list[str]) -> None:
    text, spans = join(tokens)
    marks = {"``": {"“"}, "''": {"“", "”"}, "`": {"‘"}}
    for token, span in zip(tokens, spans, strict=True):
        written = text[span.start : span.end]
        assert written == token or written in marks[token]
    between = [text[one.end : other.start] for one, other in itertools.pairwise(spans)]
    assert set(between) <= {"", " "}
    assert not spans or (spans[0].start, spans[-1].end) == (0, len(text))
