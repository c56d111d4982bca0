"""One tree of errors: every one carries a sentence, a remedy and an exit code.

Nothing but the command line turns them into an exit; a batch collects them, goes on, and returns the worst.

    ScanError
    ├── SourceError       the input cannot be read
    ├── LayerError        a layer file is missing or malformed
    ├── ToolError         Tesseract, a language or a model is missing
    ├── OutputError       the result cannot be written
    ├── ValidityError     the TEI is not valid; it is kept beside for inspection
    ├── AuditError        --strict: the edition has doubts that need eyes
    └── UsageError        the call itself makes no sense
"""

from enum import IntEnum

from pipeline.printable import printable


class ExitCode(IntEnum):
    """What the process returns. The order is severity: a batch returns the largest of its documents."""

    # DIFFERENT: two things compared are not the same. DEFECT: the program failed where it should not; please report.

    OK = 0
    DIFFERENT = 1
    USAGE = 2
    DOUBTS = 3
    INVALID = 4
    SOURCE = 5
    LAYER = 6
    TOOL = 7
    OUTPUT = 8
    DEFECT = 9
    INTERRUPTED = 130


class ScanError(Exception):
    """A failure that a user can do something about.

    Args:
        sentence: what is wrong, naming the file or page; it is kept on one line.
        remedy: what to do about it.
    """

    code = ExitCode.SOURCE

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence, remedy)
        self.sentence = printable(sentence)
        self.remedy = printable(remedy)

    def __str__(self) -> str:
        return f"{self.sentence}; {self.remedy}" if self.remedy else self.sentence


class SourceError(ScanError):
    """The source is missing, broken, encrypted, empty, too large, or of a kind that is not read."""

    code = ExitCode.SOURCE


class LayerError(ScanError):
    """A layer file is missing, malformed, or not the layer that the stage reads."""

    code = ExitCode.LAYER


class ToolError(ScanError):
    """A program, language or model that the run needs is not installed."""

    code = ExitCode.TOOL


class OutputError(ScanError):
    """The result cannot be written."""

    code = ExitCode.OUTPUT


class ValidityError(ScanError):
    """The TEI that came out is not valid."""

    code = ExitCode.INVALID


class AuditError(ScanError):
    """The edition is complete and valid, but ``--strict`` was asked for and there are doubts."""

    code = ExitCode.DOUBTS


class UsageError(ScanError):
    """The call itself makes no sense."""

    code = ExitCode.USAGE
