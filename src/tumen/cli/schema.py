"""`tumen schema`: the JSON Schema of what `tumen read --json` prints."""


def schema() -> None:
    """Print the JSON Schema of a report's record."""
    import sys

    from tumen.schema import schema_text

    sys.stdout.write(schema_text())
