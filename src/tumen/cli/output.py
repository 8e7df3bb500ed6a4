"""What goes to stdout and stderr. Comes in: records, messages. Goes out: JSON lines in UTF-8, one-line notes."""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tumen.records import Skipped


def wants_json(asked: bool | None) -> bool:
    """As asked; unasked, a terminal gets tables and everything else JSON lines."""
    return not sys.stdout.isatty() if asked is None else asked


def print_json(plain: Any) -> None:
    """One line of JSON, letters as they are, in UTF-8 whatever the terminal speaks. It is sent off at once."""
    import msgspec

    line = msgspec.json.encode(plain) + b"\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def print_note(words: str) -> None:
    """One line on stderr, told apart from lines of other programs."""
    print(f"tumen: {words}", file=sys.stderr)


def print_skipped(skipped: "Skipped") -> None:
    """One line on stderr."""
    print_note(f"{skipped.report}: {skipped.detail}")
