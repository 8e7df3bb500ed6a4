"""Two prints -> an echo. Comes in: the prints of two reports on one incident. Goes out: how the two stand to each other, and by what that is seen.

The rungs are tried from the closest echo down; the first that holds is the answer. What is not shown to be an echo is not thereby
independent: that takes knowledge of its own on both sides, and no sign that the one goes back to the other.
"""

from tumen.echo.back import back_chance
from tumen.echo.cited import LEAD, is_same_outlet
from tumen.echo.offices import denies, is_of_office, is_same_office, may_be_one_statement
from tumen.echo.own import own_chance, own_reasons
from tumen.echo.pair import MOST, SAME, Pair
from tumen.echo.prints import Print
from tumen.echo.sources import are_alike, has_source
from tumen.echo.words import unpack
from tumen.gathered import Echo, EchoStep

PART = 0.12  # share of the words of one: it took over some
FEWEST_REUSED = 12  # words: "a source in the province told" stands in many reports
FEWEST_WORDS = 12  # words of a body, below which nothing is said
NAMED_AND_RETOLD = 0.6  # share of telling words above which it is retold whole, though it names where it has it from
BACK = 0.5  # chance above which it goes back to the other
MAY_BE_BACK = 0.15  # chance above which nothing is called independent
SURE_OWN = 0.65  # chance above which both surely know by themselves; then, if neither names the other,
BACK_OF_SURE = (
    0.8  # the first limit is this one: two outlets told of one incident by people who were there use the same words,
)
MAY_BE_BACK_OF_SURE = 0.45  # and the second is this one
OWN = 0.5  # chance above which it knows by itself
SHARED_DETAILS = 2
SURELY = 0.2  # difference of two chances that tells, where no day does, which of two is the copy
FEWEST_TERMS_SAID = 5  # words that are worth a reason


def compare(a: Print, b: Print) -> Echo:
    """How the two reports stand to each other; the same whichever comes first."""
    pair = Pair(*sorted((a, b), key=lambda one: one.id))
    for rung in (_too_short, _same_outlet, _copied, _denied, _goes_back, _one_origin, _independent):
        if echo := rung(pair):
            return echo
    return _echo(pair, "unknown", None, _why_unknown(pair))


def _echo(pair: Pair, step: EchoStep, copy: Print | None, *reasons: str) -> Echo:
    of = pair.other(copy).id if copy else None
    return Echo((pair.first.id, pair.second.id), step, of, tuple(round(one, 3) for one in pair.shared), reasons)  # type: ignore[arg-type]


def _too_short(pair: Pair) -> Echo | None:
    if min(len(unpack(pair.first.words)), len(unpack(pair.second.words))) >= FEWEST_WORDS:
        return None
    return _echo(pair, "unknown", None, "one of the two has hardly any words")


def _same_outlet(pair: Pair) -> Echo | None:
    if not pair.is_one_house:
        return None
    whose = (
        f"both are by {pair.first.name}"
        if pair.first.outlet and pair.first.outlet == pair.second.outlet
        else "both have the same name at their top"
    )
    if min(pair.shared) >= SAME:
        return _echo(pair, "same_text", pair.later, whose, _words_reused(pair))
    return _echo(pair, "follow_up", pair.later, whose, *(() if pair.later else ("which came first is not known",)))


def _copied(pair: Pair) -> Echo | None:
    """Words in a row that stand in both."""
    most, least = max(pair.shared), min(pair.shared)
    copy = _copy_of(pair)
    reasons = [_words_reused(pair), *_direction(pair, copy)]
    if least >= SAME or (most >= SAME and pair.as_long):
        step: EchoStep = "reprint" if copy and (copy in pair.naming or copy.evidence.is_credited) else "same_text"
        return _echo(pair, step, copy, *reasons)
    if pair.shared[pair.shorter is pair.second] >= MOST and not pair.as_long:
        return _echo(pair, "abridged", copy or _shorter_copy(pair), *reasons)
    if most >= PART and most * len(unpack(_of_most(pair).words)) >= FEWEST_REUSED:
        return _echo(pair, "derived", copy, *reasons)
    if pair.quotes:
        return _echo(
            pair,
            "derived",
            copy,
            f"the same {_count(len(pair.quotes), 'quotation')} of {max(pair.quotes)} words or fewer in both",
            *reasons[1:],
        )
    return None


def _of_most(pair: Pair) -> Print:
    """The one of whose words the greater share stands in the other."""
    return pair.first if pair.shared[0] >= pair.shared[1] else pair.second


def _denied(pair: Pair) -> Echo | None:
    """Those who are accused speak for themselves, whatever reports they have read."""
    for one, other in pair.both:
        is_theirs = is_of_office(one) and denies(one, other) and not denies(other, one)
        if is_theirs and not (other.evidence.issuer and is_same_office(pair)):
            return _echo(
                pair, "independent", None, f"{_name(one)} gives what officials say, which denies it", _why_own(other)
            )
    return None


def _goes_back(pair: Pair) -> Echo | None:
    """No run of words shows it, but what is told, in which order, by whom, and what is named."""
    chance = back_chance(pair)
    if chance < BACK or (chance < BACK_OF_SURE and _are_surely_own(pair)):
        return None
    copy = _copy_of(pair)
    if copy in pair.naming and pair.later is not None and pair.later is not copy:
        return _echo(pair, "unknown", None, f"{_name(copy)} names {pair.later.name}, but came before this report of it")
    if copy and copy not in pair.naming and own_chance(copy) >= max(OWN, own_chance(pair.other(copy))):
        return _echo(
            pair,
            "unknown",
            None,
            *_shared(pair),
            f"{_name(copy)} came later, and is the one that more likely knows by itself",
        )
    shared = _shared(pair)
    reasons = [
        *shared,
        f"taken together, the chance that one goes back to the other is {chance:.2f}",
        *(reason for reason in _direction(pair, copy) if reason not in shared),
    ]
    if copy is None:
        return _echo(pair, "derived", None, *reasons)
    is_citing = copy.evidence.second_hand is not None or any(cited.is_outlet for cited in copy.cited)
    is_retold = max(pair.retold[1:]) >= NAMED_AND_RETOLD if copy in pair.naming else pair.is_alike
    if (copy in pair.naming or is_citing) and not (is_retold or copy.evidence.is_translated):
        return _echo(pair, "cites", copy, *reasons)
    if pair.details >= SHARED_DETAILS and not pair.is_alike and not has_source(copy):
        return _echo(pair, "shares_error", copy, *reasons)
    return _echo(pair, "derived", copy, *reasons)


def _one_origin(pair: Pair) -> Echo | None:
    """Both say that they have it from one outlet, which is neither of them."""
    theirs = {cited.outlet for cited in pair.second.cited if cited.at <= LEAD}
    names = [cited.name for cited in pair.first.cited if cited.at <= LEAD and cited.outlet in theirs]
    return _echo(pair, "unknown", None, f"both have it from {names[0]}") if names else None


def _independent(pair: Pair) -> Echo | None:
    """Both know by themselves, and nothing leads from the one to the other."""
    if pair.is_alike:
        return _echo(pair, "unknown", None, _terms_shared(pair), "both may go back to one text")
    if may_be_one_statement(pair):
        return _echo(pair, "unknown", None, "both give what officials say, which may be one statement")
    if are_alike(pair):
        return _echo(
            pair, "unknown", None, "the sources of both are described alike: whether they are the same cannot be known"
        )
    if any(own_chance(one) < OWN for one, _ in pair.both):
        return None
    chance = back_chance(pair)
    if chance >= MAY_BE_BACK_OF_SURE or (chance >= MAY_BE_BACK and not _are_surely_own(pair)):
        return _echo(pair, "unknown", None, *_shared(pair), f"the chance that one goes back to the other is {chance:.2f}")
    return _echo(
        pair, "independent", None, *(_why_own(one) for one, _ in pair.both), "nothing shows that one goes back to the other"
    )


def _are_surely_own(pair: Pair) -> bool:
    """Whether both know by themselves beyond doubt, as far as they say, and neither names the other."""
    return not pair.naming and all(own_chance(one) >= SURE_OWN for one, _ in pair.both)


def _copy_of(pair: Pair) -> Print | None:
    """Which of two reports that share words is the copy; `None` if that cannot be known."""
    if len(pair.naming) == 1:
        return pair.naming[0]
    marked = [one for one, other in pair.both if _says_it_is_anothers(one, other)]
    if len(marked) == 1:
        return marked[0]
    if pair.later is not None:
        return pair.later
    first, second = own_chance(pair.first), own_chance(pair.second)
    if abs(first - second) < SURELY:
        return None
    return pair.first if first < second else pair.second


def _says_it_is_anothers(one: Print, other: Print) -> bool:
    """The text is credited or translated, and not to a third."""
    is_marked = one.evidence.is_credited or one.evidence.is_translated
    return is_marked and all(is_same_outlet(cited.outlet, other.outlet) for cited in one.cited if cited.is_outlet)


def _shorter_copy(pair: Pair) -> Print | None:
    return pair.shorter if len(pair.first.words) != len(pair.second.words) else None


def _direction(pair: Pair, copy: Print | None) -> list[str]:
    """Why that one is the copy."""
    if copy is None:
        return ["which of the two came first is not known"]
    if copy in pair.naming:
        return [f"{_name(copy)} names {pair.other(copy).name}"]
    if _says_it_is_anothers(copy, pair.other(copy)):
        return [f"{_name(copy)} says that the text is not its own"]
    if copy is pair.later:
        return [f"{_name(copy)} is the later one"]
    return [f"{_name(copy)} knows by itself less likely"]


def _words_reused(pair: Pair) -> str:
    shorter = pair.shorter
    of = len(unpack(shorter.words))
    return f"{round(pair.shared[shorter is pair.second] * of)} of {of} words of {_name(shorter)} stand in the other report"


def _terms_shared(pair: Pair) -> str:
    both, first, second = pair.retold
    one = pair.first if first >= second else pair.second
    return f"{both} of {round(both / max(first, second))} words of {_name(one)} that say something stand in the other report, in other sentences"


def _shared(pair: Pair) -> list[str]:
    """By what it is seen that one goes back to the other."""
    named = [f"{_name(one)} names {pair.other(one).name}" for one in pair.naming]
    told = [_terms_shared(pair)] if pair.retold[0] >= FEWEST_TERMS_SAID else []
    numbers = [f"the same {_count(pair.details, 'number')} with what they count"] if pair.details else []
    return [*named, *told, *numbers]


def _why_own(one: Print) -> str:
    return ": ".join(
        [f"{_name(one)} knows by itself with a chance of {own_chance(one):.2f}", *filter(None, ["; ".join(own_reasons(one))])]
    )


def _why_unknown(pair: Pair) -> str:
    without = " and ".join(f"{_name(one)} ({own_chance(one):.2f})" for one, _ in pair.both if own_chance(one) < OWN)
    return f"not shown to know by itself: {without}; no echo is shown"


def _name(one: Print) -> str:
    return one.name or "the report without a known outlet"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
