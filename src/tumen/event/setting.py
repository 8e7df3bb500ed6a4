"""Triggers -> when and where. Comes in: a trigger, the times and places of its sentence, the tree. Goes out: those that belong to it.

A time or place belongs to the verb that it hangs on, and to what is joined to that verb without words of its own between ("shot and
wounded two on January 19"); not to the next clause ("searched the houses on March 2 and seized money").
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from tumen.event.clause import Tree
from tumen.event.triggers import Trigger
from tumen.records import Place, Span

LEVELS = ("locality", "district", "county", "prefecture", "border", "province", "country")
ELSEWHERE = frozenset("from of with".split())
"""Behind these a place is where somebody comes from or what a thing is part of, not where the event was."""
TOWARDS = frozenset("to into for toward towards".split())
"""Behind these it is where somebody is bound for."""
KINDS = frozenset(
    "city town village county province district port island region area prefecture township suburb outskirts".split()
)
DWELLERS = frozenset("resident residents villager villagers inhabitant inhabitants people farmers".split())
HAVEN = frozenset("asylum refuge sanctuary".split())
"""What is sought in a place that people are bound for."""
ENDS = frozenset(
    "end ends ended ending finish finished cease ceased stop stopped conclude concluded suspend suspended called break broke broken over".split()
)
DASHES = frozenset(["-", "--", "–", "—", "---"])
DATELINE = 20  # words
LINKS = frozenset(["CCONJ", "ADV", "PUNCT", "AUX", "PART"])


def after_dateline(tree: Tree, numbers: range) -> int:
    """The first word of a sentence behind where and when a dispatch was written: "ALMATY, Feb 17 (Agency) - Security forces"."""
    first = numbers.start
    if not (tree.forms[first].isupper() and len(tree.forms[first]) > len("UN")):
        return first
    for number in range(first + 1, min(first + DATELINE, numbers.stop - 1)):
        if tree.small[number] in DASHES and tree.words[number - 1].span.end < tree.words[number].span.start:
            is_told = any(tree.words[one].upos in ("VERB", "AUX") for one in range(first, number))
            return first if is_told else number + 1
    return first


def time_of(
    tree: Tree, trigger: Trigger, triggers: Sequence[Trigger], times: Iterable[tuple[Span, int]], numbers: range
) -> Span | None:
    """The time of those given, each with its main word, that belongs to `trigger`: the nearest. What is only compared with other times
    ("the largest since 2018") has none."""
    if is_compared(tree, trigger) or _is_ended(tree, trigger):
        return None
    mains = {one.main for one in triggers}
    fitting = [
        (abs(word - trigger.main), span)
        for span, word in times
        if word not in trigger.numbers
        and not _is_measure(tree, word, numbers)
        and _belongs(tree, trigger, _governor(tree, word, mains), word, mains)
    ]
    return min(fitting)[1] if fitting else None


def place_of(
    tree: Tree,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    places: Iterable[tuple[Place, int]],
    *,
    in_headline: bool = False,
) -> Span | None:
    """The most exact place that belongs to `trigger`; in a headline, any. An actor is no place ("Pyongyang sent a team"), nor is where
    somebody comes from."""
    mains = {one.main for one in triggers}
    fitting = []
    for place, word in _chains(tree, places):
        case = tree.preposition(word)
        is_named = case == "of" and _is_the_kind(tree, tree.words[word].head)
        is_elsewhere = (
            (case in ELSEWHERE and not is_named)
            or case in TOWARDS
            or _is_sought(tree, trigger, case)
            or _is_bound_for(tree, trigger, word, case)
            or tree.words[word].relation == "nsubj"
            or word in trigger.numbers
        )
        if not is_elsewhere and (in_headline or _belongs(tree, trigger, _governor(tree, word, mains), word, mains)):
            exact = LEVELS.index(place.level or "country")
            fitting.append((tree.distance(trigger.main, word), exact, abs(word - trigger.main), place.span))
    return min(fitting)[3] if fitting else None


def place_among(tree: Tree, numbers: Iterable[int], places: Iterable[tuple[Place, int]]) -> Span | None:
    """The place in the words for those who take part: "Brokers in Musan relayed money", "the families of five residents of Musan"."""
    around = set(numbers)
    for place, word in _chains(tree, places):
        case, above = tree.preposition(word), tree.words[word].head
        is_home = case == "of" and tree.small[above] in DWELLERS
        if (
            (case in ("in", "at", "near") or is_home)
            and tree.words[word].relation in ("nmod", "compound")
            and _is_part_of(tree, above, around)
        ):
            return place.span
    return None


def _is_part_of(tree: Tree, number: int, mains: set[int]) -> bool:
    """Whether a word is one of `mains`, or hangs on one by nouns only."""
    for above in (number, *tree.above(number)):
        if above in mains:
            return True
        if tree.words[above].relation != "nmod":
            return False
    return False


def ends_of(
    tree: Tree, trigger: Trigger, triggers: Sequence[Trigger], places: Iterable[tuple[Place, int]]
) -> Iterator[tuple[Literal["origin", "destination"], Span]]:
    """Where a movement begins and where it leads to. A border leads to the country behind it."""
    mains = {one.main for one in triggers}
    for place, word in _chains(tree, places):
        case, head = tree.preposition(word), tree.small[tree.words[word].head]
        if case == "of" and _is_the_kind(tree, tree.words[word].head):  # "from the city of Hoeryong"
            case = tree.preposition(tree.words[word].head)
        role: Literal["origin", "destination"] | None = None
        is_named = word in trigger.numbers and word != trigger.main  # "reached Thailand" is one trigger
        if is_named or (
            case in ("to", "into", "toward", "towards", "for")
            or _is_sought(tree, trigger, case)
            or (case == "with" and head in ("border", "frontier"))
        ):
            role = "destination"
        elif case == "from" or (case == "of" and "out" in tree.small[max(word - 3, 0) : word]):
            role = "origin"
        if role and (is_named or _belongs(tree, trigger, _governor(tree, word, mains), word, mains)):
            yield role, place.span


def exact_of(
    place: Span | None, ends: Sequence[tuple[Literal["origin", "destination"], Span]], places: Iterable[tuple[Place, int]]
) -> Span | None:
    """Where a journey was: where it began, if that says more than `place`; where nothing else is said, where it led to."""
    level = {one.span: LEVELS.index(one.level or "country") for one, _ in places}
    starts = [span for end, span in ends if end == "origin"]
    others = [] if place or starts else [span for _, span in ends]
    known = [*starts, *([place] if place else []), *others]
    return min(known, key=lambda span: level.get(span, len(LEVELS)), default=None)


def _is_the_kind(tree: Tree, number: int) -> bool:
    """Whether a word before "of" only says what kind of place is named: "the city of Manpo", not "a district of El Geneina"."""
    articles = {tree.small[child] for child in tree.having(number, "det")}
    return tree.small[number] in KINDS and not articles & {"a", "an"}


def _is_sought(tree: Tree, trigger: Trigger, case: str) -> bool:
    """Whether "in" names where people are bound for: "sought asylum in Spain"."""
    return case == "in" and any(tree.small[number] in HAVEN for number in trigger.numbers)


def _is_bound_for(tree: Tree, trigger: Trigger, word: int, case: str) -> bool:
    """Whether a place holds what people are sent to: "to a farm in Paegam County"."""
    if case not in ("in", "at", "near"):
        return False
    at = next((number for number in range(word - 1, max(word - 5, -1), -1) if tree.small[number] == case), 0) - 1
    is_thing = at > 0 and tree.words[at].upos == "NOUN" and at not in trigger.numbers  # not "took to the streets in Chongjin"
    while at > 0 and tree.words[at].upos in ("NOUN", "ADJ", "DET"):
        at -= 1
    return is_thing and tree.small[at] in TOWARDS - {"for"}


def _is_measure(tree: Tree, word: int, numbers: range) -> bool:
    """Whether a time only says since when something is the largest: "the first shooting near Hoeryong since 2016"."""
    return tree.case(word) == "since" and any(_is_superlative(tree.small[number]) for number in numbers if number < word)


def _is_superlative(form: str) -> bool:
    is_regular = form.endswith("est") and form not in (
        "arrest",
        "protest",
        "latest",
        "west",
        "forest",
        "interest",
        "request",
        "rest",
        "test",
    )
    return is_regular or form in ("most", "worst", "last", "only", "first", "second", "third")


def is_compared(tree: Tree, trigger: Trigger) -> bool:
    """Whether the event is only measured against others: "the largest since 2018", "the second defection"."""
    return any(_is_superlative(tree.small[child]) for child in tree.having(trigger.main, "amod"))


def _is_ended(tree: Tree, trigger: Trigger) -> bool:
    """Whether the sentence says when the event ended: "the strike ended on February 21" is no day on which it was."""
    word = tree.words[trigger.main]
    return trigger.kind == "noun" and word.relation in ("nsubj", "obj") and tree.small[word.head] in ENDS


def _chains(tree: Tree, places: Iterable[tuple[Place, int]]) -> list[tuple[Place, int]]:
    """The places, of those that follow each other ("Hoeryong, North Hamgyong Province") only the most exact, hanging where the first does."""
    chosen: list[tuple[Place, int]] = []
    end = -9
    for place, word in sorted(places, key=lambda one: one[0].span):
        if 0 <= place.span.start - end <= 2 and chosen:
            if LEVELS.index(place.level or "country") < LEVELS.index(chosen[-1][0].level or "country"):
                chosen[-1] = (place, chosen[-1][1])
        else:
            chosen.append((place, word))
        end = place.span.end
    return chosen


def _governor(tree: Tree, word: int, mains: set[int]) -> int:
    """The verb or trigger that a word hangs on, through the nouns between."""
    at = word
    while tree.words[at].head != at:
        relation = tree.words[at].relation
        at = tree.words[at].head
        is_clause = tree.words[at].upos in ("VERB", "AUX") or relation in ("advcl", "acl", "ccomp", "parataxis")
        if at in mains or (is_clause and tree.words[at].relation not in ("aux", "cop")):
            break
    told = [clause for clause in tree.having(at, "ccomp") if clause < at and tree.words[clause].upos == "VERB"]
    is_before = word < min([at, *tree.having(at, "nsubj")])
    if told and is_before:  # "executed two men on May 3, sources said", hung on "said" by mistake
        return told[-1]
    return at


def _belongs(tree: Tree, trigger: Trigger, governor: int, word: int, mains: set[int]) -> bool:
    main = trigger.main
    if governor in trigger.numbers:
        return True
    relation, head = tree.words[main].relation, tree.words[main].head
    if trigger.kind == "noun" and head == governor and governor not in mains and relation in ("nsubj", "obj"):
        return True
    if (
        relation == "conj" and head == governor
    ):  # joined to the governor; "came to the market on May 3 and arrested four" tells of one event
        is_one_breath = governor not in mains and not tree.having(main, "nsubj", "aux")
        return word > main or word < governor or is_one_breath
    if tree.words[governor].relation == "conj" and tree.words[governor].head == main and word > governor:
        return all(tree.words[number].upos in LINKS for number in range(main + 1, governor))
    if relation == "advcl" and head == governor and tree.small[main].endswith("ing"):
        return True
    return relation == "xcomp" and head == governor and governor not in mains and word > main
