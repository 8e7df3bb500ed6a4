"""Which words name an event of the scheme."""

import pytest

from trees import words_of
from tumen.event import scheme
from tumen.event.triggers import Lexicon

LEXICON = Lexicon(scheme())


def found(block: str, *, in_headline: bool = False) -> list[tuple[str, str]]:
    text, words = words_of(block)
    forms = [text[word.span.start : word.span.end] for word in words]
    triggers = LEXICON.find(words, forms, range(len(words)), in_headline=in_headline)
    return [(trigger.type, " ".join(forms[number] for number in trigger.numbers)) for trigger in triggers]


def test_a_verb_and_a_noun_are_told_apart_by_their_tags() -> None:
    assert found("Police NOUN 2 nsubj\narrested VERB 0 root\nten NUM 2 obj") == [("arrest", "arrested")]
    assert found("The DET 2 det\narrest NOUN 0 root") == [("arrest", "arrest")]
    assert found("an DET 3 det\narrested X 3 dep\nman NOUN 0 root") == []


def test_other_words_may_stand_inside_a_phrase() -> None:
    block = "Gunmen NOUN 2 nsubj\ntook VERB 0 root\ntwo NUM 4 nummod\nnurses NOUN 2 obj\nhostage NOUN 2 xcomp"
    assert found(block) == [("kidnap", "took hostage")]


def test_a_phrase_does_not_reach_over_a_comma() -> None:
    block = "They PRON 2 nsubj\ntook VERB 0 root\nbread NOUN 2 obj\n, PUNCT 5 punct\nhostage NOUN 2 conj"
    assert found(block) == []


def test_of_triggers_that_share_a_word_the_longest_counts() -> None:
    block = "They PRON 3 nsubj\nwere AUX 3 aux\nshot VERB 0 root\ndead ADJ 3 xcomp"
    assert found(block) == [("kill", "shot dead")]


def test_a_phrase_is_known_in_the_passive() -> None:
    block = "The DET 2 det\nborder NOUN 4 nsubj\nwas AUX 4 aux\nsealed VERB 0 root"
    assert found(block) == [("restrict_movement", "border sealed")] or found(block) == [
        ("restrict_movement", "border was sealed")
    ]


def test_a_word_inside_a_name_is_none() -> None:
    block = "The DET 4 det\nState PROPN 4 compound\nInterrogation PROPN 4 compound\nBureau PROPN 0 root"
    assert found(block) == []


@pytest.mark.parametrize(("in_headline", "wanted"), [(True, [("price_shock", "Soar")]), (False, [])])
def test_tags_count_for_less_in_headlines(in_headline: bool, wanted: list[tuple[str, str]]) -> None:
    assert found("Costs PROPN 2 compound\nSoar PROPN 0 root", in_headline=in_headline) == wanted


def test_who_does_it_is_not_that_it_is_done() -> None:
    assert found("Brokers NOUN 2 nsubj\nwait VERB 0 root", in_headline=True) == []
