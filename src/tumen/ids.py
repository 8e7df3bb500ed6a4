"""Ids: short, stable, derived from what they name. Comes in: parts. Goes out: a word such as `claim-4kq2m7x5zt3wnb6d`."""

import base64
import hashlib
import json
from typing import Literal

ID_BYTES = 10  # 80 bits: a collision among 10 million ids has a chance of about 4 in 100 billion

Kind = Literal["report", "source", "claim", "event", "incident"]


def make_id(kind: Kind, *parts: str | int | None) -> str:
    """The id of the thing that `parts` describe; the same parts always give the same id, and no others do.

    The parts are hashed as a JSON list, so `("a.b", "c")` and `("a", "b.c")` never meet.
    """
    digest = hashlib.sha256(json.dumps([kind, *parts], ensure_ascii=False).encode("utf-8", "surrogatepass")).digest()
    return f"{kind}-{base64.b32encode(digest[:ID_BYTES]).decode().lower()}"
