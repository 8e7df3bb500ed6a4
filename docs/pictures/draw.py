"""Draws `read.svg`, the picture in the README, from a real run of `tumen read`: `make picture`.

The picture holds no address of a font or of anything else, so that looking at it tells nobody anything.
"""

from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

from tumen import read
from tumen.cli.tables.record import show_record
from tumen.cli.tables.theme import THEME
from tumen.event import scheme

ROOT = Path(__file__).parents[2]
REPORT = "examples/reports/1-crossing/d-abridged.txt"
OUTLET = "Evening Record"
COLUMNS = 116
TITLE = "tumen read: one report as a table"
DESCRIPTION = (
    "A terminal after the command tumen read. Below a header with title, outlet, date and language stand the claims of the "
    "report in text order, each with who says it, by which words, how surely, and the content word for word; then the sources; "
    "then the main incident, each field with its readings and the claims behind them, and the others one row each."
)
FORMAT = f"""\
<svg class="rich-terminal" role="img" aria-labelledby="tumen-title tumen-desc" viewBox="0 0 {{width}} {{height}}" \
xmlns="http://www.w3.org/2000/svg">
<title id="tumen-title">{TITLE}</title>
<desc id="tumen-desc">{DESCRIPTION}</desc>
<style>
.{{unique_id}}-matrix {{{{
    font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;
    font-size: {{char_height}}px;
    line-height: {{line_height}}px;
}}}}
.{{unique_id}}-title {{{{ font-size: 18px; font-family: sans-serif; }}}}
{{styles}}
</style>
<defs>
<clipPath id="{{unique_id}}-clip-terminal">
<rect x="0" y="0" width="{{terminal_width}}" height="{{terminal_height}}" />
</clipPath>
{{lines}}
</defs>
{{chrome}}
<g transform="translate({{terminal_x}}, {{terminal_y}})" clip-path="url(#{{unique_id}}-clip-terminal)">
{{backgrounds}}
<g class="{{unique_id}}-matrix">
{{matrix}}
</g>
</g>
</svg>
"""


def draw() -> str:
    """The picture as SVG."""
    console = Console(
        record=True,
        width=COLUMNS,
        file=StringIO(),
        theme=THEME,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(Text(f"$ tumen read {REPORT} --outlet '{OUTLET}'\n", "bold green"))
    show_record(console, read(REPORT, outlet=OUTLET), scheme())
    svg = console.export_svg(title="tumen", theme=SVG_EXPORT_THEME, code_format=FORMAT, unique_id="tumen")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


if __name__ == "__main__":
    import os

    os.chdir(ROOT)
    Path("docs/pictures/read.svg").write_text(draw(), "utf-8", newline="\n")
