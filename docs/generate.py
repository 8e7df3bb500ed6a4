"""Writes the pages of `docs/reference/` from the code: `python docs/generate.py`.

Comes in: the installed `tumen`. Goes out: one Markdown page for each function in `PAGES`, the same bytes every time. A test
fails where a page differs from what this makes, or where the code has an environment variable that `VARIABLES` lacks.
"""

import ast
import inspect
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

import typer

import tumen
from tumen import cli, errors, gathered, records
from tumen.cli.app import app
from tumen.cli.scheme import to_plain
from tumen.event import EventType, scheme
from tumen.event.written import Family, Role
from tumen.export import rows as export_rows
from tumen.link import Thresholds
from tumen.report.kind import UNSUPPORTED
from tumen.report.read import READERS
from tumen.store import Hit, IncidentRow, ReportRow, SkippedRow, folder

HERE = Path(__file__).parent / "reference"
SOURCE = Path(tumen.__file__).parent
NOTE = "<!-- Made by `python docs/generate.py`; change the code, not this page. -->"

VARIABLES = {
    "COLUMNS": "How many columns tables take; unset, the width of the terminal, and 110 where there is none.",
    "OPENBLAS_NUM_THREADS": "Tumen sets it to 1, unless it is set: one thread for small products, the same result on every machine.",
    "ORT_DISABLE_TELEMETRY": "Tumen sets it to 1: no version of onnxruntime is to send usage data.",
    "LOCALAPPDATA": "On Windows, the folder for data, where `tumen places add` keeps its index, in `tumen`.",
    "TUMEN_BY": "Who decides, where `--by` does not say; unset, your name on this machine. It is kept with each decision.",
    "TUMEN_PLACES": "The file of the index that `tumen places add` makes and that reading uses.",
    "TUMEN_WORKSPACE": "The folder of the workspace, where `--workspace` does not name one.",
    "XDG_DATA_HOME": "Elsewhere, that folder; unset, `~/.local/share`.",
}
THRESHOLDS = {
    "same": f"From which chance on two reports are linked as one incident, 0 to 1; {Thresholds().same} unless set. Then `tumen relink --apply`.",
    "possibly_same": f"From which chance on `tumen why` says that they may be; {Thresholds().possibly_same} unless set.",
}
RICH_VARIABLES = {
    "NO_COLOR": "Set to anything: no colours. Nothing is told by colour alone.",
    "TERM": "`dumb`: no colours and no moving bar.",
}
LIMITS = ("MAX_", "MOST_TERMS", "BUSY_S")
"""How the names of limits begin."""

LIMITED = ("report/", "store/")
"""The rooms whose limits a user can meet."""

LITERALS = {value: name for name, value in vars(records).items() if get_origin(value) is Literal}
"""The names that `records.py` gives to choices of words."""

TREE_SIGNS = "├└│─"


def main() -> None:
    """Writes every page anew and removes those that no function makes any more."""
    HERE.mkdir(exist_ok=True)
    made = pages()
    for old in HERE.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (HERE / name).write_text(text, "utf-8", newline="\n")


def pages() -> dict[str, str]:
    """The text of every page, by file name."""
    return {f"{name}.md": "\n".join((NOTE, "", *make())).strip() + "\n" for name, make in PAGES.items()}


# -------------------------------------------------------------------------------------------------------- the commands


def make_cli() -> Iterator[str]:
    """Every command with its arguments and options, and the exit codes."""
    group = typer.main.get_command(app)
    yield from ("# The command line", "", f"    {_usage('tumen', group)} COMMAND ...", "", group.help, "")
    yield from _parameters(group)
    yield from (
        "Every command also takes `--help` (`-h`). A command prints tables on a terminal and JSON lines into a pipe or a file;",
        "`--json` and `--table` say which. What was asked for goes to standard output; what was skipped, errors and the",
        "progress bar go to standard error. `-` as a path is standard input.",
        "",
        "## Exit codes",
        "",
    )
    codes = [line.split(maxsplit=1) for line in (cli.__doc__ or "").splitlines() if line.strip()[:1].isdigit()]
    yield from _table(("code", "meaning"), ((f"`{code}`", meaning) for code, meaning in codes))
    for name, command in sorted(group.commands.items()):
        yield from (f"## tumen {name}", "", f"    {_usage(f'tumen {name}', command)}", "")
        yield from ("\n".join(line.strip() for line in (command.help or "").splitlines()), "")
        yield from _parameters(command)
        if command.epilog:
            yield from (f"{command.epilog.replace('Example: ', 'Example: `', 1)}`", "")


def _usage(name: str, command: Any) -> str:
    words = [name]
    if any(_is_option(parameter) for parameter in command.params):
        words.append("[OPTIONS]")
    for parameter in command.params:
        if not _is_option(parameter):
            word = _metavar(parameter) + ("..." if parameter.nargs == -1 else "")
            words.append(word if parameter.required else f"[{word}]")
    return " ".join(words)


def _parameters(command: Any) -> Iterator[str]:
    yield from _table(
        ("argument or option", "meaning", "default"),
        (
            (_name(each), _cell(_meaning(each)), _default(each))
            for each in command.params
            if not getattr(each, "hidden", False)
        ),
    )


def _is_option(parameter: Any) -> bool:
    return bool(parameter.opts[0].startswith("-"))


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.strip("_").upper())


def _name(parameter: Any) -> str:
    if not _is_option(parameter):
        return f"`{_metavar(parameter)}`"
    names = [f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts)]
    return ", ".join(names) + ("" if parameter.is_flag else f" `{_metavar(parameter)}`")


def _meaning(parameter: Any) -> str:
    meaning = parameter.help or ""
    if choices := getattr(parameter.type, "choices", ()):
        meaning += f" One of {', '.join(f'`{choice}`' for choice in choices)}."
    if parameter.envvar:
        meaning += f" Or the environment variable `{parameter.envvar}`."
    return meaning.strip()


def _default(parameter: Any) -> str:
    if parameter.required:
        return "must be given"
    default = parameter.default
    return "" if default is None or default is False else f"`{default}`"


# --------------------------------------------------------------------------------------------------------- the records


def make_record() -> Iterator[str]:
    """Every record with its fields, their types as written in `records.py`, and what it says of itself."""
    yield from (
        "# The record",
        "",
        "What `tumen read --json` prints, one JSON object a line for each report, and what `tumen.read` gives in Python. The",
        "names of the fields are the keys of the JSON. Every key is always there, `null` (in Python `None`) is unknown, and",
        "keys may be added under the same version, but none is renamed or removed. A span is `[start, end]`, half-open, in",
        "code points of the report's text; the text itself is left out unless `--with-text` is given. `Original` and `Given` are",
        "what goes into reading and are not in the JSON.",
        "",
        "The same as JSON Schema: [`record.v1.json`](../../src/tumen/schema/record.v1.json), which `tumen schema` prints.",
        "",
    )
    yield from _records_of(records, "ReportRecord")


def make_incidents() -> Iterator[str]:
    """The records of what holds between reports."""
    yield from (
        "# Incidents of a workspace",
        "",
        "What `tumen incidents --json` and `tumen show INCIDENT --json` print, one `GatheredIncident` a line, and what a `Workspace` gives in Python. Keys",
        "are as in [the record](record.md). Each reading also has `reports` and `claims`, the ids in `told`. `tumen decisions --json` prints `Decision`s, `tumen",
        "why --json` a `Link`, an `Echo` and the `Reused` words.",
        "",
        "The same as JSON Schema: [`incidents.v1.json`](../../src/tumen/schema/incidents.v1.json), which `tumen schema incidents` prints.",
        "",
    )
    yield from _records_of(gathered, "GatheredIncident")


def _records_of(module: ModuleType, first: str) -> Iterator[str]:
    """Every record of a module with its fields, the main one first."""
    tree = ast.parse(inspect.getsource(module))
    aliases = [node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript)]
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    travelling = {name for name in classes if is_dataclass(getattr(module, name)) or name == "Span"}
    for name in [first, *(name for name in classes if name in travelling - {first})]:
        yield from (f"## {name}", "", inspect.getdoc(getattr(module, name)) or "", "")
        given = [node for node in classes[name].body if isinstance(node, ast.AnnAssign)]
        yield from _table(
            ("field", "type", "default"),
            ((f"`{ast.unparse(n.target)}`", f"`{_cell(_type(n.annotation))}`", _written_default(n.value)) for n in given),
        )
    yield from ("## Names of types", "")
    yield from _table(
        ("name", "type"),
        ((f"`{ast.unparse(node.targets[0])}`", f"`{_cell(_type(node.value))}`") for node in aliases),
    )


def _type(node: ast.expr) -> str:
    return ast.unparse(node).replace("'", '"')


def _written_default(node: ast.expr | None) -> str:
    if node is None:
        return ""
    written = ast.unparse(node)
    value = {"field(default_factory=dict)": "{}", "VERSION": str(records.VERSION)}.get(written, written)
    return f"`{value}`"


def make_rows() -> Iterator[str]:
    """The lines of `list`, `search` and `export`, which are no records of their own."""
    yield from ("# What list, search and export print", "", "## JSON lines of list and search", "")
    for command, row in (
        ("tumen list reports --json", ReportRow),
        ("tumen list incidents --json", IncidentRow),
        ("tumen list skipped --json", SkippedRow),
        ("tumen search --json", Hit),
    ):
        yield from (f"### {command}", "", inspect.getdoc(row) or "", "")
        given = ((f"`{f.name}`", f"`{_cell(_written(f.type))}`") for f in fields_of(row))
        yield from _table(("key", "type"), given)
    yield from (
        "`tumen show --json` prints the [record](record.md) of a report, the [incident](incidents.md) of a workspace, or, of an incident of a single report,",
        "its `Incident` with the id of its report under `report`.",
        "",
        "## tumen export --format jsonl",
        "",
        inspect.getdoc(import_module("tumen.export.jsonl")) or "",
        "",
        "## tumen export --format csv",
        "",
        inspect.getdoc(import_module("tumen.export.csv_table")) or "",
        "",
        inspect.getdoc(export_rows) or "",
        "",
    )
    for what, columns in export_rows.COLUMNS.items():
        yield from (f"`--what {what}`: " + ", ".join(f"`{column}`" for column in columns), "")


def _written(type_: Any) -> str:
    if type_ == records.Spans:
        return "Spans"
    if get_origin(type_) is Literal:
        return LITERALS.get(type_) or " | ".join(f'"{value}"' for value in get_args(type_))
    parts = get_args(type_)
    if parts and get_origin(type_) is not tuple:
        return " | ".join(_written(part) for part in parts)
    return "None" if type_ is type(None) else getattr(type_, "__name__", str(type_))


# ---------------------------------------------------------------------------------------------------------- the errors


def make_errors() -> Iterator[str]:
    """The tree of errors, and for each what it means, how it reads and which exit code it gives."""
    tree = [line[4:] for line in (errors.__doc__ or "").splitlines() if line.strip() and _is_of_tree(line)]
    yield from ("# Errors", "", "    " + "\n    ".join(tree), "")
    yield from (
        "`except tumen.TumenError` catches them all. Messages carry names, numbers and positions, never words of a report. On",
        "the command line an error is one line on standard error, and an [exit code](cli.md#exit-codes).",
        "",
    )
    for name, error in inspect.getmembers(errors, inspect.isclass):
        if not issubclass(error, errors.TumenError):
            continue
        yield from (f"## {name}", "", inspect.getdoc(error) or "", "")
        if error is not errors.TumenError:
            yield from (f"Reads: `{_sentence_of(error)}`", "")
        yield from (_exit_code(error), "")


def _is_of_tree(line: str) -> bool:
    return line.strip() == "TumenError" or line.lstrip()[:1] in TREE_SIGNS


def _sentence_of(error: type[errors.TumenError]) -> str:
    """The f-string of `__str__`, with the names of its arguments in braces."""
    body = ast.parse(dedent(inspect.getsource(error.__str__))).body[0]
    (returned,) = (node.value for node in ast.walk(body) if isinstance(node, ast.Return))
    assert isinstance(returned, ast.JoinedStr)
    words = (
        str(part.value) if isinstance(part, ast.Constant) else f"{{{ast.unparse(part.value).removeprefix('self.')}}}"
        for part in returned.values
        if isinstance(part, ast.Constant | ast.FormattedValue)
    )
    return "".join(words)


def _exit_code(error: type[errors.TumenError]) -> str:
    if error is errors.ReportError:
        return f"Exit code: {cli.SKIPPED}, because commands keep it as [skipped](skipped.md) and go on; Python raises it."
    return f"Exit code: {cli._code(error.__new__(error))}."


# -------------------------------------------------------------------------------------------------------- the settings


def make_settings() -> Iterator[str]:
    """The settings file, the environment, and the limits that are fixed."""
    used = _variables()
    if used != set(VARIABLES):
        raise SystemExit(f"docs/generate.py: describe these environment variables: {sorted(used ^ set(VARIABLES))}")
    with tempfile.TemporaryDirectory() as made:
        folder.write_name(Path(made), "Border desk")
        example = (Path(made) / folder.SETTINGS_FILE).read_text("utf-8")
    yield from (
        "# Settings",
        "",
        f"## {folder.SETTINGS_FILE}",
        "",
        f"Marks a folder as a workspace; `tumen init` writes it. Beside it lie `{folder.DATABASE_FILE}` (what was read) and",
        f"`{folder.ORIGINALS_FOLDER}/` (the bytes as received, by SHA-256). Without `--workspace`, commands use the nearest",
        "folder upward that has this file.",
        "",
        f"A desk's own types of events stand in `{folder.SCHEME_FILE}` beside it: [Add a type of event](../how-to/add-a-type.md).",
        "",
        "```toml",
        example.strip(),
        "```",
        "",
    )
    yield from _table(
        ("key", "meaning"),
        (
            ("`version`", f"Layout of the folder. This Tumen writes {folder.VERSION} and opens nothing newer."),
            ("`name`", "What the workspace is called. May be changed by hand."),
            *((f"`linking.{name}`", words) for name, words in THRESHOLDS.items()),
        ),
    )
    yield from ("## Environment variables", "")
    yield from _table(("variable", "meaning"), ((f"`{name}`", VARIABLES[name]) for name in sorted(VARIABLES)))
    yield from ("Rich, which draws the tables, also heeds:", "")
    yield from _table(("variable", "meaning"), ((f"`{name}`", RICH_VARIABLES[name]) for name in sorted(RICH_VARIABLES)))
    yield from (
        "## Limits",
        "",
        "Fixed in the code, so that no file can take the machine with it.",
        "",
    )
    limits = ((f"`{name}`", f"{value:,}", f"`{file}`", _cell(words)) for file, name, value, words in _limits())
    yield from _table(("limit", "value", "in `src/tumen/`", "why"), limits)


def _variables() -> set[str]:
    """The names that are asked of `os.environ`, or given to Typer as `envvar`."""
    found = set()
    for _, tree in _sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            if ast.unparse(node.func) in ("os.environ.get", "os.environ.setdefault", "os.getenv"):
                found.add(ast.literal_eval(node.args[0]))
            found |= {ast.literal_eval(each.value) for each in node.keywords if each.arg == "envvar"}
    return found


def _limits() -> Iterator[tuple[str, str, int, str]]:
    for file, tree in _sources():
        for node, following in zip(tree.body, [*tree.body[1:], None], strict=True):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            name = node.targets[0].id
            value = getattr(_module(file), name, None)
            if name.startswith(LIMITS) and isinstance(value, int) and file.startswith(LIMITED):
                words = following.value.value if _is_docstring(following) else ""  # type: ignore[union-attr]
                yield file, name, value, " ".join(str(words).split())


def _is_docstring(node: ast.stmt | None) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


# ------------------------------------------------------------------------------------------------------ what is skipped


def make_skipped() -> Iterator[str]:
    """Every reason for which something is skipped, and the sentences that say so."""
    reasons: dict[tuple[str, str], dict[str, set[str]]] = {}
    for file, room, reason, detail in _outcomes():
        reasons.setdefault((room, reason), {}).setdefault(detail, set()).add(f"`{file}`")
    yield from (
        "# What is skipped, and why",
        "",
        "What cannot be used is kept as a `Skipped` with a fixed reason word, for programs, and a sentence, for people; it is",
        "named on standard error, counted, and `tumen list skipped` shows it. The rest goes on, and the exit code is 1. In",
        "Python, `tumen.read_all` yields the `Skipped`, and `tumen.read` raises `ReportError` with the same reason. `…` stands",
        "for a number, a name or a position.",
        "",
        "A report of a language that is not read yet is kept and can be searched; only its claims are missing.",
        "",
    )
    rows = (
        (f"`{reason}`", room, _cell("<br>".join(sorted(said))), ", ".join(sorted(set().union(*said.values()))))
        for (room, reason), said in sorted(reasons.items())
    )
    yield from _table(("reason", "room", "sentence", "in `src/tumen/`"), rows)
    yield from ("Kinds of files that are known and not read (`unsupported`):", "")
    yield from ("\n".join(f"- {words}" for words in sorted(set(UNSUPPORTED.values()))), "")
    yield from (f"Kinds of files that are read: {', '.join(f'`{kind}`' for kind in sorted(READERS))}.", "")


def _outcomes() -> Iterator[tuple[str, str, str, str]]:
    """File, room, reason and sentence of every `ReportError` and `Skipped` that names its reason where it is made."""
    for file, tree in _sources():
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            for call in _calls(function, {"ReportError", "Skipped"}):
                room, reason = (call.args[1:3]) if ast.unparse(call.func) == "Skipped" else (None, call.args[1])
                if isinstance(reason, ast.Constant):
                    for sentence in _sentences(file, tree, function, call.args[-1]):
                        yield file, room.value if isinstance(room, ast.Constant) else "report", str(reason.value), sentence


def _calls(inside: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(inside):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def _sentences(file: str, tree: ast.Module, function: ast.FunctionDef, detail: ast.expr) -> set[str]:
    """What `detail` can say: for what the function is given, as its callers in the same file give it."""
    known = {
        node.targets[0].id: node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    if isinstance(detail, ast.Name) and detail.id in known:
        detail = known[detail.id]
    parameters = [argument.arg for argument in function.args.args]
    used = {node.id for node in ast.walk(detail) if isinstance(node, ast.Name)} & set(parameters)
    givens: list[dict[str, ast.expr]] = [{}]
    if used:
        givens = [dict(zip(parameters, call.args, strict=False)) for call in _calls(tree, {function.name})] or [{}]
    return {_words(file, detail, given) for given in givens}


def _words(file: str, node: ast.expr, given: Mapping[str, ast.expr]) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_words(file, part, given) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        value = node.value
        value = given.get(value.id, value) if isinstance(value, ast.Name) else value
        try:
            return str(eval(compile(ast.Expression(value), file, "eval"), vars(_module(file))))
        except (NameError, AttributeError, TypeError):
            return "…"
    return "…"


# ---------------------------------------------------------------------------------------------------------- the scheme


def make_scheme() -> Iterator[str]:
    """Every type of event, by family, with its roles, triggers, examples and nearest codes elsewhere."""
    types = scheme()
    families = {family: [row for row in types.values() if row.family == family] for family in get_args(Family)}
    keys = ", ".join(f"`{key}`" for key in to_plain(types["flee"], "tumen"))
    yield from (
        "# The scheme of events",
        "",
        f"The {len(types)} types of events that Tumen looks for. `tumen scheme` prints them, `tumen scheme TYPE` one in full, and with",
        f"`--json` each is a line with the keys {keys}.",
        "What a key means stands at the top of [`scheme.toml`](../../src/tumen/event/scheme.toml). A desk can have types of its own:",
        "[Add a type of event](../how-to/add-a-type.md). How words become events and incidents is in the [codebook](../codebook.md).",
        "",
        f"Roles are {', '.join(f'`{role}`' for role in get_args(Role))}; the one that is",
        "counted is in bold. Triggers are verbs, nouns and phrases, in this order; `never` are phrases that hold one and tell of no such event.",
        "",
    )
    yield from _table(
        ("family", "types"),
        (
            (
                f"[{_plain(family)}](#family-{family.replace('_', '-')})",
                ", ".join(f"[{row.name}](#{row.name})" for row in rows),
            )
            for family, rows in families.items()
        ),
    )
    for family, rows in families.items():
        yield from (f"## Family {_plain(family)}", "")
        for row in rows:
            yield from _type_of_event(row)


def _type_of_event(row: EventType) -> Iterator[str]:
    yield from (f"### {row.name}", "", f"{row.label.capitalize()}. {row.definition}", "")
    roles = (f"**{role}**" if role == row.counted else role for role in row.roles)
    lines = [("roles", "; ".join(f"{role}: {row.roles[role.strip('*')]}" for role in roles))]
    lines += [("alike", ", ".join(f"[`{name}`](#{name})" for name in row.alike))] if row.alike else []
    lines.append(("triggers", "; ".join(", ".join(triggers) for triggers in row.triggers.values() if triggers)))
    lines += [("never", ", ".join(row.never))] if row.never else []
    lines += [("hints", ", ".join(row.agent_nouns))] if row.agent_nouns else []
    lines += [("such an event", row.example), ("not one", row.not_example)]
    yield from _table(("", ""), ((name, _cell(words)) for name, words in lines))
    codes = row.crosswalk.items()
    yield from _table(
        ("scheme", "nearest code", "fit", "why"),
        ((name.upper(), _cell(code.get("code", "")), code["fit"], _cell(code.get("because", ""))) for name, code in codes),
    )


def _plain(name: str) -> str:
    return name.replace("_", " ")


# ------------------------------------------------------------------------------------------------------------- helpers


@cache
def _sources() -> tuple[tuple[str, ast.Module], ...]:
    """Every file of the package, by its path in it, parsed."""
    paths = sorted(SOURCE.rglob("*.py"))
    return tuple((path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text("utf-8"))) for path in paths)


def _module(file: str) -> Any:
    dotted = file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    return import_module("tumen" if dotted == "__init__" else f"tumen.{dotted}")


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table, or nothing if it has no rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if lines:
        yield from (f"| {' | '.join(head)} |", "|" + "---|" * len(head), *lines, "")


PAGES = {
    "cli": make_cli,
    "record": make_record,
    "incidents": make_incidents,
    "rows": make_rows,
    "scheme": make_scheme,
    "errors": make_errors,
    "settings": make_settings,
    "skipped": make_skipped,
}

if __name__ == "__main__":
    main()
