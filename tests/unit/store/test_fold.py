import unicodedata

import pytest

from tumen.store.fold import index_form, tokens


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Border GUARDS", "border guards"),
        ("Hamgyŏng", "hamgyong"),
        (unicodedata.normalize("NFD", "Hamgyŏng"), "hamgyong"),
        ("Straße Łódź ﬁve", "strasse łodz five"),
        ("ＫＢＳ", "kbs"),
        ("P'yŏngyang, P’yŏngan, Ch'ŏngjin, T'ae, Kʼal", "pyongyang pyongan chongjin tae kal"),
        ("the source's group's don't", "the source s group s don t"),
        ("'border' ‘guards’", "border guards"),
        ("Kim Jong-un 1,000 a_b", "kim jong un 1 000 a b"),
        ("회령시에서", "회령 령시 시에 에서 서"),
        (unicodedata.normalize("NFD", "회령시"), "회령 령시 시"),
        ("16명", "16 명"),
        ("KBS뉴스 보도", "kbs 뉴스 스 보도 도"),
        ("脱北者", "脱北 北者 者"),
        ("ｶﾞｷﾞ", "ガギ ギ"),
        ("كِتَاب हिन्दी မြန်မာ 1\ufe0f\u20e3", "كتاب हिनदी မြနမာ 1"),
        ("… ¿ — '", ""),
    ],
)
def test_words_as_they_are_indexed(text: str, form: str) -> None:
    assert index_form(text) == form
    assert " ".join(token.form for token in tokens(text)) == form


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_tokens_point_into_the_text_as_it_is(form: str) -> None:
    text = unicodedata.normalize(form, "In Hamgyŏng, 회령시.")
    spots = {token.form: text[token.start : token.end] for token in tokens(text)}
    assert spots["hamgyong"] == unicodedata.normalize(form, "Hamgyŏng")
    assert spots["회령"] == unicodedata.normalize(form, "회령")
    assert spots["시"] == unicodedata.normalize(form, "시")


def test_a_part_of_a_text_is_read_with_the_offsets_of_the_whole() -> None:
    assert [(token.form, token.start, token.end) for token in tokens("border guards left", 7, 13)] == [("guards", 7, 13)]
