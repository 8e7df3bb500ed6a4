"""The command line. Comes in: words typed after `tumen`. Goes out: an exit code; tables, JSON lines and one-line messages.

    0    done
    1    done, and something was skipped, which is named on stderr
    2    wrong use: an option, a setting or an id that cannot be meant
    3    could not go on: the workspace, the disk
    130  stopped by Ctrl-C
    141  whoever read the output closed it

This is the one place that turns errors into exit codes. Messages carry no words of a report.
"""

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from tumen.cli.app import Settings, command_line
from tumen.errors import DecisionError, NotFoundError, SettingError, TumenError

DONE, SKIPPED, WRONG_USE, STOPPED = 0, 1, 2, 3
INTERRUPTED, OUTPUT_CLOSED = 130, 141


def main(args: Sequence[str] | None = None) -> int:
    """Runs one command; `args` are `sys.argv[1:]` unless given. Returns the exit code and raises nothing."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")  # a terminal that lacks a letter shows its number
    settings = Settings()
    try:
        code = command_line(sys.argv[1:] if args is None else args, settings)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_output()
        return OUTPUT_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as err:
        with contextlib.suppress(OSError):
            _explain(err, settings)
        return _code(err)
    return code


def _code(err: Exception) -> int:
    return WRONG_USE if isinstance(err, SettingError | NotFoundError | DecisionError) else STOPPED


def _explain(err: Exception, settings: Settings) -> None:
    if settings.debug:
        _trace(err)
    print(f"tumen: {_message(err)}", file=sys.stderr)


def _message(err: Exception) -> str:
    if isinstance(err, TumenError):
        return str(err)
    if isinstance(err, OSError) and err.strerror:
        return f"{err.filename}: {err.strerror}" if err.filename else err.strerror
    if isinstance(err, MemoryError):
        return "there is not enough memory for this"
    at = traceback.extract_tb(err.__traceback__)[-1]
    return f"a mistake in Tumen itself: {type(err).__name__} at {Path(at.filename).name}:{at.lineno}; --debug shows the way to it"


def _trace(err: BaseException) -> None:
    """The calls that led to `err`, cause first. The messages of others' errors may quote a report and are left out."""
    if earlier := err.__cause__ or (None if err.__suppress_context__ else err.__context__):
        _trace(earlier)
        print("\nwhich led to:\n", file=sys.stderr)
    traceback.print_tb(err.__traceback__)
    print(type(err).__name__, file=sys.stderr)


def _close_output() -> None:
    """Points stdout at nothing, or Python would complain when it flushes at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
