"""Lemmas as edits of what is written. Comes in: a form and its lemma, or a form and a script. Goes out: a script, or a lemma.

A script is a label that a model can learn, for one says the same of many words: `lower-3+y` turns "Countries" into "country"
(small letters, three off the end, "y" put on) and "tried" into "try"; `=be` says what the lemma is, whatever is written.
After UDPipe 2 (Straka, 2018), without edits of prefixes, of which English has hardly any.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import takewhile

CASES: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "same": str,
    "title": str.capitalize,
    "upper": str.upper,
    "digits": lambda form: form.replace(",", ""),
}
"""How the form is written before anything is cut off; where several do equally well, the first of them is the script's."""


def script_of(form: str, lemma: str) -> str:
    """The shortest edit that turns `form` into `lemma`; `=` and the lemma where they do not even begin alike."""
    scripts: list[tuple[int, str]] = []
    for name, written in ((name, rewrite(form)) for name, rewrite in CASES.items()):
        same = sum(takewhile(bool, map(str.__eq__, written, lemma)))
        if same:
            cut, added = len(written) - same, lemma[same:]
            scripts.append((cut + len(added), f"{name}-{cut}+{added}"))
    return min(scripts, key=lambda script: script[0])[1] if scripts else f"={lemma}"


def apply(script: str, form: str, *, is_name: bool = False) -> str:
    """The lemma of `form`. A script that would leave nothing of it gives the form in small letters, or as it is for a name."""
    name, cut, added = _parts(script)
    if not name:
        return added
    written = CASES[name](form)
    if cut >= len(written):
        return form if is_name else form.lower()
    return written[: len(written) - cut] + added


@lru_cache(maxsize=1024)
def _parts(script: str) -> tuple[str, int, str]:
    if script.startswith("="):
        return "", 0, script[1:]
    edit, _, added = script.partition("+")
    name, _, cut = edit.partition("-")
    return name, int(cut), added
