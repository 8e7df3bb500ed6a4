"""Numbers in words and digits. Comes in: words. Goes out: whole numbers."""

import re

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
DOZEN = 12

_ONE = "|".join(sorted(ONES, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{_ONE}|a(?= (?:hundred|thousand|million)))"
WORDS = rf"\b{_SMALL}\b(?:(?: (?:hundred|thousand|million|billion))+\b(?:(?: and)? {_SMALL}\b)?)*"
DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?= (?:million|thousand|billion))|\d+)(?: (?:hundred|thousand|million|billion))?"
)
NUMBER = rf"(?:{DIGITS}|{WORDS})"
"""A number, to be put into a pattern that ignores capitals."""


def widened(number: int, lowest: int, highest: int | None, moved: int) -> tuple[int, int | None]:
    """The interval that a word such as "about" or "more than" makes of a number: `lowest` and `highest` in tenths of it (`None`: no bound), and how far both are moved."""
    lo = number * lowest // 10 + max(moved, 0)
    return lo, None if highest is None else max(-(-number * highest // 10) + min(moved, 0), lo)


def to_number(words: str) -> int:
    """16 from "16", "sixteen"; 1200 from "1,200"; 25 from "twenty-five"; 3000 from "three thousand"; 2500000 from "2.5 million"."""
    words = words.lower()
    if words[0].isdigit():
        digits, _, scale = words.partition(" ")
        return round(float(digits.replace(",", "")) * SCALES.get(scale, 1))
    total = part = 0
    for word in re.split(r"[- ]", words):
        if word == "hundred":
            part = max(part, 1) * 100
        elif word in SCALES:
            total += max(part, 1) * SCALES[word]
            part = 0
        elif word != "and":
            part += 1 if word == "a" else ONES.index(word) if word in ONES else 20 + 10 * TENS.index(word)
    return total + part
