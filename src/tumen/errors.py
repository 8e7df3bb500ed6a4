"""Every error that Tumen raises on purpose.

    TumenError
    ├── ReportError      a file or a part of one cannot become a report; becomes a kept `Skipped`
    ├── EvidenceError    a span does not lie in its report
    ├── StoreError       the workspace cannot be opened, read or written
    ├── SettingError     an option or a settings file says something that cannot be meant
    ├── ModelError       the trained weights are missing, altered or not what they should be
    ├── DecisionError    what a person decided cannot hold
    └── NotFoundError    nothing has the id that was asked for

Messages carry names, numbers and positions, never words of a report. Every error survives pickling, because all of its
arguments go to `Exception.__init__` and the sentence is built in `__str__`.
"""


class TumenError(Exception):
    """Base of them all: `except TumenError` catches whatever Tumen means to raise."""


class ReportError(TumenError):
    """`file` (a path, or a path with a part: `mail.eml!/attachment.pdf`, `batch.jsonl:7`) cannot become a report.

    `reason` is a short fixed word for machines, `detail` a sentence for people.
    """

    def __init__(self, file: str, reason: str, detail: str) -> None:
        super().__init__(file, reason, detail)
        self.file, self.reason, self.detail = file, reason, detail

    def __str__(self) -> str:
        return f"{self.file}: {self.detail}"


class EvidenceError(TumenError):
    """A span points outside the text of the report it belongs to."""

    def __init__(self, report_id: str, start: int, end: int, length: int) -> None:
        super().__init__(report_id, start, end, length)
        self.report_id, self.start, self.end, self.length = report_id, start, end, length

    def __str__(self) -> str:
        return f"{self.report_id}: span [{self.start}, {self.end}) does not lie in a text of {self.length} code points"


class StoreError(TumenError):
    """The workspace at `place` cannot do what was asked, because of `why`."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(place, why)
        self.place, self.why = place, why

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"


class SettingError(TumenError):
    """The option or setting `name` has a value that cannot be used, because of `why`."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(name, why)
        self.name, self.why = name, why

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


class ModelError(TumenError):
    """The file `file` of the trained weights cannot be used, because of `why`."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(file, why)
        self.file, self.why = file, why

    def __str__(self) -> str:
        return f"{self.file}: {self.why}"


class DecisionError(TumenError):
    """The decision on `what` cannot be kept, because of `why`."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(what, why)
        self.what, self.why = what, why

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


class NotFoundError(TumenError):
    """No `what` ("report", "incident") has the id `asked`."""

    def __init__(self, what: str, asked: str) -> None:
        super().__init__(what, asked)
        self.what, self.asked = what, asked

    def __str__(self) -> str:
        return f"no {self.what} has the id {self.asked!r}"
