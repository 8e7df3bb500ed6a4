"""Numbers that could betray where a report has its story from. Comes in: a body. Goes out: hashes of numbers with what they count.

"seventeen families" and "17 family" are one detail. Days are none, nor are the years about that of publication: whoever tells of an event has its
date. That a boiler is of 1974 is one.
"""

import re
from collections.abc import Iterator

from tumen.echo.words import NUMBERS, hash_words, stem, words

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
TOLL = frozenset(
    "people person persons men man women woman children child boys girls killed dead died deaths dies wounded injured hurt arrested detained held "
    "victims members soldiers police officers officials day days night week weeks month months year years hour hours minutes morning evening old aged "
    "age about around least more than nearly some over only were was are the and that this with from for has had have been who whom all both other "
    "others another into after before when which while his her their they them its out first second third least most time times said told according".split()
)
"""Words that stand with numbers in any report: reports that know nothing of each other give the same toll."""
YEARS = range(1900, 2100)
AROUND = 2  # years about that of publication
FEWEST = 2  # one says nothing
NEAR = 3  # words behind a number among which stands what it counts
TELLING = 21  # from here on a number that is not round tells something by itself


def find_details(body: str, published: str | None = None) -> Iterator[int]:
    """A hash for each number with a word beside it, and one for each number that hardly stands in two reports by chance.

    `published` is the day of publication, EDTF; where it is not known, no year is a detail.
    """
    year = int(published[:4]) if published and published[:4].isdigit() else None
    run = [word for part in re.findall(r"\d[\d.,:]*\d|\S+", body) for word in _words(part)]
    for at, word in enumerate(run):
        number = NUMBERS.get(word, word)
        if not number.isdigit() or _is_date(run, at, int(number), year):
            continue
        if int(number) >= TELLING and int(number) % 10:
            yield hash_words(["#", number])
        if int(number) >= FEWEST:
            for side in (run[at + 1 : at + 1 + NEAR], run[max(at - NEAR, 0) : at]):
                yield from (hash_words(["#", number, stem(one)]) for one in side if _tells(one))


def _words(part: str) -> list[str]:
    if part[0].isdigit() and part[-1].isdigit():
        return [part.replace(",", "").replace(".", "").replace(":", "")]
    return words(part)


def _tells(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word not in TOLL and word not in NUMBERS and word not in MONTHS


def _is_date(run: list[str], at: int, number: int, published: int | None) -> bool:
    if number in YEARS:
        return published is None or abs(number - published) <= AROUND
    return number <= 31 and any(word in MONTHS for word in run[max(at - 1, 0) : at] + run[at + 1 : at + 2])
