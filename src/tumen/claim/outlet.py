"""The outlet, where only the text tells: a name that speaks of itself and is told things. Its signal then says "text"."""

import re

NAME = r"(?P<name>(?:The )?[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|of|and)){0,5})"
OF_ITSELF = re.compile(  # what an outlet says of its own work
    rf"{NAME}\s+(?:(?:has|have)\s+(?:learned|learnt|confirmed|been told|seen|cross-checked|left out|not been able to)"
    r"|can (?:reveal|report)|could not (?:verify|confirm|reach|establish)|(?:is|was) (?:withholding|unable to|not able to))\b"
)
IS_TOLD = r"\b(?:told|to|informed|asked|with)\s+(?:the\s+)?{name}\b"


def find_outlet(text: str) -> str | None:
    """The name that "has learned" or "could not verify" something and that somebody "told", as in "told Daily NK".

    `None` if there is none. In a reprint it is the name of the outlet that was told, not of the one that reprints.
    """
    for match in OF_ITSELF.finditer(text):
        name = " ".join(match["name"].split())
        if re.search(IS_TOLD.format(name=re.escape(name).replace(r"\ ", r"\s+")), text):
            return name
    return None
