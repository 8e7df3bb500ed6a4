"""Laws of events: whatever a parser says of a sentence, what is read from it lies in the sentence, and is the same each time."""

from hypothesis import given
from hypothesis import strategies as st

from tumen.event import scheme
from tumen.event.clause import Tree
from tumen.event.roles import find_roles
from tumen.event.setting import ends_of, place_of, time_of
from tumen.event.status import find_status
from tumen.event.triggers import Lexicon
from tumen.records import Place, Span
from tumen.syntax import Word

LEXICON = Lexicon(scheme())
FORMS = (
    "police soldiers they nobody two of the at least from to with on and that , said denied planned fear was were being not will if since first "
    "Monday Musan China border arrested shot fled missing arrest escape crackdown orders take hostage put to death sent back guards' who whom men"
).split()
TAGS = ("NOUN", "VERB", "PROPN", "PRON", "NUM", "ADJ", "ADP", "AUX", "DET", "PUNCT", "CCONJ", "SCONJ", "PART", "ADV")
RELATIONS = (
    "nsubj obj iobj obl nmod amod acl advcl ccomp xcomp conj cc case mark aux cop det compound nummod appos parataxis punct advmod dep csubj"
).split()


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Any words in any tree: a head stands anywhere, circles are cut."""
    forms = draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=14))
    order = draw(st.permutations(range(len(forms))))
    words: list[Word | None] = [None] * len(forms)
    at = 0
    for place, form in enumerate(forms):
        rank = order.index(place)
        head = order[draw(st.integers(0, rank - 1))] if rank else place
        relation = draw(st.sampled_from(RELATIONS)) if rank else "root"
        words[place] = Word(Span(at, at + len(form)), form, draw(st.sampled_from(TAGS)), head, relation)
        at += len(form) + 1
    return Tree([word for word in words if word], forms)


@given(trees(), st.data())
def test_whatever_the_tree_an_event_lies_in_its_sentence(tree: Tree, data: st.DataObject) -> None:
    numbers = range(len(tree.words))
    in_headline = data.draw(st.booleans())
    triggers = LEXICON.find(tree.words, tree.forms, numbers, in_headline=in_headline)
    marked = data.draw(st.lists(st.sampled_from(numbers), max_size=3, unique=True))
    times = [(tree.words[number].span, number) for number in marked]
    places = [
        (
            Place(
                tree.words[number].span,
                "x",
                str(number),
                None,
                data.draw(st.sampled_from(("county", "country", "border"))),
                "KP",
            ),
            number,
        )
        for number in marked
    ]
    taken = [number for trigger in triggers for number in trigger.numbers]
    assert len(taken) == len(set(taken)), "a word is in two triggers"
    for trigger in triggers:
        assert trigger.main in trigger.numbers
        roles = find_roles(tree, trigger, scheme()[trigger.type], set(marked), in_headline=in_headline)
        assert roles == find_roles(tree, trigger, scheme()[trigger.type], set(marked), in_headline=in_headline)
        assert roles.keys() <= scheme()[trigger.type].roles.keys()
        assert not set(roles.values()) & set(marked), "a time plays a part"
        for number in roles.values():
            first, last = tree.phrase(number)
            assert 0 <= first <= number <= last < len(tree.words)
        assert find_status(tree, trigger).certainty in ("certain", "possible")
        assert time_of(tree, trigger, triggers, times, numbers) in {None, *(span for span, _ in times)}
        assert place_of(tree, trigger, triggers, places) in {None, *(place.span for place, _ in places)}
        assert {role for role, _ in ends_of(tree, trigger, triggers, places)} <= {"origin", "destination"}
