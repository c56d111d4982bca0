"""Reader of tests/cases/*.md: a heading, quoted lines of text, a list of what is expected."""

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[1] / "cases"


class Case(NamedTuple):
    """One case: its heading, its lines of text, its list."""

    title: str
    lines: tuple[str, ...]
    expected: tuple[str, ...]


def read_cases(name: str) -> list[Case]:
    """All cases of a file, in order; what stands before the first heading of level 2 explains the file."""
    sections = (FOLDER / name).read_text(encoding="utf-8").split("\n## ")[1:]
    return [_case(section.splitlines()) for section in sections]


def _case(lines: list[str]) -> Case:
    return Case(
        lines[0].strip(),
        tuple(line[2:] for line in lines if line.startswith("> ")),
        tuple(line[2:] for line in lines if line.startswith("- ")),
    )
