"""Which time and which place of a sentence belong to an event."""

from trees import tree_of
from tumen.event import scheme
from tumen.event.setting import after_dateline, ends_of, place_of, time_of
from tumen.event.triggers import Lexicon
from tumen.records import Place, Span

LEXICON = Lexicon(scheme())


def times(block: str, *dated: int) -> dict[str, str | None]:
    """By trigger, the word of its time; `dated` are the numbers of words that name times."""
    tree = tree_of(block)
    numbers = range(len(tree.words))
    triggers = LEXICON.find(tree.words, tree.forms, numbers, in_headline=False)
    known = [(tree.words[number].span, number) for number in dated]
    form = {tree.words[number].span: tree.forms[number] for number in dated}
    return {tree.forms[one.main]: form.get(time_of(tree, one, triggers, known, numbers) or Span(0, 0)) for one in triggers}


def places(block: str, **levels: str) -> tuple[str | None, list[tuple[str, str]]]:
    """The word of the first trigger's place, and where it begins and leads to; `levels` of the words that name places."""
    tree = tree_of(block)
    known = [
        (Place(tree.words[number].span, form, form, None, levels[form], None), number)  # type: ignore[arg-type]
        for number, form in enumerate(tree.forms)
        if form in levels
    ]
    triggers = LEXICON.find(tree.words, tree.forms, range(len(tree.words)), in_headline=False)
    names = {place.span: place.name for place, _ in known}
    found = place_of(tree, triggers[0], triggers, known)
    ends = [(role, names[span]) for role, span in ends_of(tree, triggers[0], triggers, known)]
    return names[found] if found else None, ends


def test_a_time_belongs_to_its_verb_and_not_to_the_next_clause() -> None:
    block = """They PRON 2 nsubj
searched VERB 0 root
houses NOUN 2 obj
on ADP 5 case
Monday PROPN 2 obl
and CCONJ 7 cc
seized VERB 2 conj
money NOUN 7 obj"""
    assert times(block, 4) == {"searched": "Monday", "seized": None}


def test_a_time_behind_two_verbs_belongs_to_both() -> None:
    block = """They PRON 2 nsubj
shot VERB 0 root
and CCONJ 4 cc
wounded VERB 2 conj
two NUM 4 obj
on ADP 7 case
Monday PROPN 4 obl"""
    assert times(block, 6) == {"shot": "Monday", "wounded": "Monday"}


def test_a_time_that_events_are_only_measured_by_is_not_theirs() -> None:
    block = "the DET 3 det\nlargest ADJ 3 amod\nprotest NOUN 0 root\nsince ADP 5 case\n2018 NUM 3 nmod"
    assert times(block, 4) == {"protest": None}


def test_a_time_before_a_source_that_the_parser_hung_on_said() -> None:
    block = """Guards NOUN 2 nsubj
arrested VERB 8 ccomp
two NUM 2 obj
on ADP 5 case
Monday PROPN 8 obl
, PUNCT 8 punct
sources NOUN 8 nsubj
said VERB 0 root"""
    assert times(block, 4) == {"arrested": "Monday"}


def test_the_most_exact_of_places_that_follow_each_other() -> None:
    block = "They PRON 2 nsubj\nfled VERB 0 root\nnear ADP 4 case\nMusan PROPN 2 obl\n, PUNCT 6 punct\nHamgyong PROPN 4 appos"
    assert places(block, Musan="county", Hamgyong="province")[0] == "Musan"


def test_an_actor_and_a_home_are_no_places() -> None:
    actor = "Pyongyang PROPN 2 nsubj\nsearched VERB 0 root\nhouses NOUN 2 obj"
    home = "Agents NOUN 4 nsubj\nfrom ADP 3 case\nSeoul PROPN 1 nmod\nsearched VERB 0 root\nhouses NOUN 4 obj"
    assert places(actor, Pyongyang="province")[0] is None
    assert places(home, Seoul="province")[0] is None


def test_a_border_leads_to_the_country_behind_it() -> None:
    block = """They PRON 2 nsubj
defected VERB 0 root
across ADP 5 case
the DET 5 det
border NOUN 2 obl
with ADP 7 case
China PROPN 5 nmod
in ADP 9 case
Musan PROPN 2 obl"""
    assert places(block, China="country", Musan="county") == ("Musan", [("destination", "China")])


def test_a_verb_of_saying_without_a_subject() -> None:
    block = "Guards NOUN 2 nsubj\nfled VERB 4 ccomp\nMonday PROPN 4 obl\nsaid VERB 0 root"
    assert times(block, 2) == {"fled": "Monday"}


def test_where_and_when_a_dispatch_was_written_is_left_out() -> None:
    block = "ALMATY PROPN 4 nsubj\n- PUNCT 1 punct\nTroops NOUN 4 nsubj\nfled VERB 0 root"
    tree = tree_of(block)
    assert after_dateline(tree, range(4)) == 2
    assert after_dateline(tree_of("Troops NOUN 2 nsubj\nfled VERB 0 root\n- PUNCT 2 punct\nhome NOUN 2 obl"), range(4)) == 0
