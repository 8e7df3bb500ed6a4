"""The outlet, where only the text tells: a name that speaks of itself and is told things. Its signal then says "text"."""

import re

from tumen.masthead import is_outlet, plain_name, read_head

NAME = r"(?P<name>(?:The )?[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|of|and|the)){0,5})"
OF_ITSELF = re.compile(  # what an outlet says of its own work
    rf"{NAME}\s+(?:(?:has|have)\s+(?:learned|learnt|confirmed|been told|seen|cross-checked|left out|not been able to)"
    r"|can (?:reveal|report)|(?:could|can) not (?:verify|confirm|reach|establish)|cannot (?:verify|confirm)"
    r"|(?:is|was) (?:withholding|unable to|not able to|told by|not naming))\b"
)
LISTENING = re.compile(
    rf"\b(?:[Yy]ou are|[Yy]ou’re|[Yy]ou're|[Tt]hanks? for) (?:listening to|watching|reading) (?:the )?{NAME}"
)
IS_TOLD = r"\b(?:told|to|informed|asked|with)\s+(?:the\s+)?{name}\b"


def find_outlet(text: str) -> str | None:
    """The name that "has learned" or "could not verify" something and that somebody "told", as in "told Daily NK"; or that its audience hears.

    `None` if there is none, or if the head says that the text is theirs and not the page's own. In a reprint that does not say so it is the
    name of the outlet that was told, not of the one that reprints.
    """
    credited = {name.casefold() for name in read_head(text).credited}
    for match in (*LISTENING.finditer(text), *OF_ITSELF.finditer(text)):
        name = plain_name(" ".join(match["name"].split()))
        is_told = re.search(IS_TOLD.format(name=re.escape(name.removeprefix("The ")).replace(r"\ ", r"\s+")), text)
        if name.casefold() not in credited and (is_told or is_outlet(name)):
            return name
    return None
