"""The outlet, where only the text tells: a name that knows and is told. Never taken for certain: its signal says "text"."""

import re

NAME = r"(?P<name>(?:The )?[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|of|and))*)"
KNOWS = re.compile(rf"{NAME} (?:(?:has|have) (?:learned|learnt|confirmed|been told)|can (?:reveal|report))\b")
IS_TOLD = r"\b(?:told|to|informed|with)\s+(?:the\s+)?{name}\b"


def find_outlet(text: str) -> str | None:
    """The name that "has learned" something and that a source "told", as in "told Daily NK"; `None` if there is none."""
    for match in KNOWS.finditer(text):
        if re.search(IS_TOLD.format(name=re.escape(match["name"])), text):
            return match["name"]
    return None
