"""Lines of the log: one sentence is one line, whatever a file is called and whoever wrote it."""

import json
from pathlib import Path

import pytest

from pipeline.errors import ExitCode, SourceError
from pipeline.printable import encodable, printable
from tests.house.conftest import DUMP, Run
from tests.house.hostile_sources import write

NAMES = ("two\nlines.txt", "\x1b[31mred.txt", "caf\udce9.txt", "next\u2028line\x85.txt", "\u202egpj.txt")
"""Names that cut a line in two, or are no text at all; the good ones, and by ``.pdf`` behind them the bad."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("two\r\nlines", r"two\r\nlines", id="line end"),
        pytest.param("\x1b[31mred\x9b", r"\x1b[31mred\x9b", id="escape sequences"),
        pytest.param("caf\udce9", r"caf\xe9", id="a byte that is no UTF-8"),
        pytest.param("\ud800", r"\ud800", id="half a character"),
        pytest.param("\u2028\u202e", r"\u2028\u202e", id="separators, directions"),
        pytest.param("Ärger 灯 \u200c\\n", "Ärger 灯 \u200c\\n", id="what is text stays"),
    ],
)
def test_printable(text: str, expected: str) -> None:
    """What is no text is shown as Python writes it, and can be encoded."""
    assert expected == printable(text)
    assert encodable(text).encode()


def test_sentence_of_an_error() -> None:
    """The sentence and the remedy of an error are one line each, wherever they go."""
    error = SourceError("two\nlines.pdf is broken", "see a\nb")
    assert (r"two\nlines.pdf is broken", r"see a\nb") == (error.sentence, error.remedy)


@pytest.mark.parametrize("as_json", [False, True], ids=["for people", "for programs"])
def test_names_in_the_log(as_json: bool, scan2tei: Run, tmp_path: Path) -> None:
    """Names with line ends and escape sequences cut no line of the log in two, nor of the summary."""
    for name in NAMES:
        write(tmp_path, name, DUMP.encode())
        write(tmp_path, f"{name}.pdf", b"no PDF")
    write(tmp_path, "no\nsource", b"")
    done = scan2tei("run", tmp_path, "--until", "cleanup", "--jobs", "1", *(["--log-json"] if as_json else []))
    lines = done.stderr.splitlines()
    fits = [isinstance(json.loads(line), dict) if as_json else line.startswith("scan2tei: ") for line in lines]
    assert (ExitCode.SOURCE, True) == (done.returncode, all(fits)), done.stderr
    rows = json.loads((tmp_path / "processed/summary.json").read_bytes())["documents"]
    failures = [row["failure"] for row in rows if "failure" in row]
    assert (len(NAMES), failures) == (len(failures), [printable(failure) for failure in failures])


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("run", "lantern.txt", "--colour"), id="unknown option"),
        pytest.param(("run", "lantern.txt", "--jobs", "-1"), id="a number out of bounds"),
        pytest.param(("run",), id="no source"),
        pytest.param(("translate",), id="no such command"),
    ],
)
def test_wrong_call_for_programs(arguments: tuple[str, ...], scan2tei: Run) -> None:
    """A call that makes no sense is one line of JSON with its code, and says where the options are told."""
    (line,) = scan2tei(*arguments, "--log-json").stderr.splitlines()
    told = json.loads(line)
    assert (ExitCode.USAGE, True) == (told["code"], "--help" in told["message"])
