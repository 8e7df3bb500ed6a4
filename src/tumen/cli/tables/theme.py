"""The styles by name. Only the sixteen colours that people set up their own terminals for, and none that is pale."""

from rich.theme import Theme

THEME = Theme(
    {
        "title": "bold",
        "head": "bold",
        "label": "dim",
        "faint": "dim",
        "rule": "dim",
        "voice": "bold magenta",
        "cue": "cyan",
        "content": "default",
        "hedge": "italic",
        "unsure": "bold red",
        "marker": "bold blue",
        "hit": "bold underline",
    }
)
