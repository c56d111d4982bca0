"""Reads the case files of the cleanup rules: a heading, lines as the reader gave them (``>``), as mended (``=``)."""

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent.parent / "cases" / "cleanup"


class Case(NamedTuple):
    """One case: lines in, lines out, and the note calls that are to be seen (``!``), if the case says so."""

    title: str
    before: list[str]
    after: list[str]
    calls: list[str]


def cases() -> list[tuple[str, Case]]:
    """Every case of every file, with the file's name."""
    return [(path.stem, case) for path in sorted(FOLDER.glob("*.md")) for case in _read(path)]


def _read(path: Path) -> list[Case]:
    found: list[Case] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            found.append(Case(line[3:], [], [], []))
        elif line.startswith(">"):
            found[-1].before.append(line[2:])
        elif line.startswith("="):
            found[-1].after.append(line[2:])
        elif line.startswith("! "):
            found[-1].calls.append(line[2:])
    return found
