"""Plain sentences that should be read right: `PYTHONPATH=tests python -m real.test_sentences` prints those that are not.

The notation is that of `train/genre.py`. A text is right if each attribution that is marked is found, and no other, by the relaxed
measure of docs/measures.md and at the same depth; it is exact if all words are the same too, addressee and day among them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from build import a_record, cited
from train.genre import to_example, unmark
from tumen.measure.attribution import Attribution, is_relaxed_match
from tumen.records import ReportRecord

RIGHT, EXACT = 0.95, 0.85  # floors, as shares of `TEXTS`

TEXTS = (
    "{1t|“We left at night,”} {1s|a source} {1c|said}.",
    "{1t|“We left at night,”} {1c|said} {1s|a trader}.",
    "{1s|The guard} {1c|said}: {1t|“Nobody may leave.”}",
    "{1s|The source} {1c|explained} {1t|that the river was frozen}.",
    "{1t|The river was frozen}, {1s|two residents} {1c|said}.",
    "{1c|According to} {1s|a broker}, {1t|the price has doubled}.",
    "{1t|The price has doubled}, {1c|according to} {1s|a broker}.",
    "{1s|She} {1c|said} {1t|the guards “took everything.”}",
    "{1t|The wells}, {1s|the villagers} {1c|said}, {1t|were poisoned}.",
    "{1t|Nine had left}, {1s|a trader} {1c|said} by telephone.",
    "{1t|“We left,”} {1s|a guide} {1c|said} in an interview, {1t|“at night.”}",
    "{1s|A source} {1c|said} in a message {1t|that nine had left}.",
    "{1t|“We left,”} {1s|a source} {1c|said} {1d|on August 8th}, {1t|“before the patrol came.”}",
    "{1t|“We left,”} {1s|a source} {1c|said}. {1t|“The patrol came later.”}",
    "{1s|Frontier Wire} {1c|has learned} {1t|that nine people are missing}.",
    "{1s|Kim Chol, a trader in Hyesan}, {1c|said} {1t|that the market was shut}.",
    "Nevertheless, when asked by the police, {1s|neighbors} {1c|reported} {1t|that the house was empty}.",
    "{1s|Many people} {1c|are worried} {1t|that the state will search every house}.",
    "{1t|The family} {1c|is believed} {1t|to be in China}.",
    "It {1c|is said} {1t|that the guards were paid}.",
    "{1t|Officers are} {1c|allegedly} {1t|taking bribes}.",
    "{1t|Nine people} {1c|are known} {1t|to have drowned}.",
    "The brigade reported a loss of nine sacks.",
    "The so-called “patriotic donation” is a tax.",
    "A man known for his patience waited at the border.",
    "The police found the house empty.",
    "Snow fell on the pass all night, and the trucks stayed where they were.",
    "{1t|“We left,”} {1s|a source in the city} {1c|reported} to {1a|Daily NK} {1d|on August 8th}.",
    "{1s|A driver} {1c|told} {1a|Radio Free Asia} {1d|on Monday} {1t|that fuel had run out}.",
    "{1s|The source} {1c|said} {1t|that {2s|neighbors} {2c|reported} {2t|that the road was closed}}.",
    "{1t|“{2s|The helper} {2c|told} {2a|me} {2t|that they had arrived},”} {1s|a source} {1c|said}.",
    "{1s|The ministry} {1c|denied} {1t|that any shot had been fired}.",
    "{1s|A witness} {1c|claimed} {1t|she had seen two bodies}.",
    "{1s|The source} {1c|said} {1t|that nine had left}, but {2s|neighbors} {2c|said} {2t|that there were twelve}.",
    "{1s|His wife} {1c|believes} {1t|he is still alive}.",
    "{1s|An official who asked not to be named} {1c|confirmed} {1t|that the bridge was mined}.",
    "{1s|The notice} {1c|states} {1t|that trade in salt is forbidden}.",
    "{1t|Prices rose by half in May}, {1s|the report} {1c|found}.",
    "{1s|State television} {1c|reported} {1t|that the harvest was the best in years}.",
    "{1t|“It’s cold,”} {1s|she} {1c|added}. {1t|“There is no coal.”}",
    "{1s|Residents} {1c|complain} {1t|that the water is brown}.",
    "{1t|The detainees were moved to another camp}, {1c|according to} {1s|a former guard who now lives abroad}.",
)


class Read(NamedTuple):
    """What was read in one text: whether it is right and exact, and what was found."""

    text: str
    is_right: bool
    is_exact: bool
    found: list[tuple[list[str], list[str], list[str]]]


def read_all() -> Iterator[Read]:
    for block in TEXTS:
        example = to_example(unmark(block, block))
        gold = [(one, depth) for depth, here in enumerate(example.attributions or ()) for one in here]
        record = a_record(example.text)
        depths: dict[str | None, int] = {None: -1}
        for claim in record.claims:
            depths[claim.id] = depths[claim.parent] + 1
        found = [(Attribution(one.source, one.cue, one.content), depths[one.id]) for one in cited(record)]
        free = list(found)
        for one, depth in gold:
            match = next((each for each in free if each[1] == depth and is_relaxed_match(each[0], one)), None)
            if match:
                free.remove(match)
        is_right = not free and len(found) == len(gold)
        addressees = sorted(span for claim in record.claims for span in claim.addressee)
        days = [claim.said.span for claim in record.claims if claim.said]
        meant = {
            role: sorted(span for kind, span in example.settings or () if kind == role) for role in ("addressee", "said")
        }
        is_exact = sorted(found) == sorted(gold) and addressees == meant["addressee"] and len(days) == len(meant["said"])
        yield Read(example.text, is_right, is_exact, [words(record, one) for one, _ in found])


def words(record: ReportRecord, one: Attribution) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = ([record.read(span) for span in spans] for spans in one[:3])
    return source, cue, content


def main() -> None:
    read = list(read_all())
    print(f"{sum(each.is_right for each in read)} right, {sum(each.is_exact for each in read)} exact, of {len(read)}")
    for each in read:
        if not each.is_exact:
            print(f"{'right' if each.is_right else 'WRONG'}  {each.text}", *each.found, sep="\n       ")


def test_plain_sentences_are_read_right() -> None:
    read = list(read_all())
    wrong = [each.text for each in read if not each.is_right]
    assert sum(each.is_right for each in read) >= RIGHT * len(read), wrong
    assert sum(each.is_exact for each in read) >= EXACT * len(read)


if __name__ == "__main__":
    main()
