import pytest

from tumen.store.query import MOST_TERMS, expression, parse


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("border guards", '"border" AND "guards"'),
        ('"border guards" left', '"border guards" AND "left"'),
        ("“border guards”", '"border guards"'),
        ('"border guards', '"border guards"'),
        ("defect*", '"defect"*'),
        ('"border gu"*', '"border gu"*'),
        ('"border gu*"', '"border gu"*'),
        ("Jong-un", '"jong un"'),
        ("Hamgyŏng", '"hamgyong"'),
        ("회령", '"회령"'),
        ("회령시", '"회령 령시"'),
        ("회령*", '"회령"'),
        ("명", '"명"*'),
        ("16명", '"16 명"*'),
        ('"함경북도 회령"', '"함경 경북 북도 도 회령"'),
        ("guards GUARDS", '"guards"'),
        ("a OR NEAR(b) content:c -d ^e {f}", '"a" AND "or" AND "near b" AND "content c" AND "d" AND "e" AND "f"'),
        ("", ""),
        ('* "" \' ( -- ;', ""),
        ("a\x00b \udc80c", '"a b" AND "c"'),
    ],
)
def test_what_is_typed_becomes_an_expression(words: str, expected: str) -> None:
    assert expression(parse(words)) == expected


def test_a_very_long_question_is_cut() -> None:
    assert len(parse(" ".join(f"word{number}" for number in range(1000)))) == MOST_TERMS
