"""`tumen schema`: the JSON Schema of what `tumen read --json` and `tumen incidents --json` print."""

from typing import Annotated, Literal

import typer


def schema(
    of: Annotated[Literal["record", "incidents"], typer.Argument(help="Of which command's lines.")] = "record",
) -> None:
    """Print the JSON Schema of a report's record, or of an incident of a workspace."""
    import sys

    from tumen.schema import schema_text

    sys.stdout.write(schema_text(of))
