"""Two columns that a dump sets side by side, line by line, as ``pdftotext -layout`` does: read one after the other.

Only where nothing else can be meant: the same gutter over many lines, with running text on both sides of it. The cells
of a table and the page numbers of a contents list are too short to be that.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_RIGHT = re.compile(r"(?<=\S) {3,}(?=\S)")
"""The white between the two columns of a line."""
_ONLY_RIGHT = re.compile(r"^ {12,}(?=\S)")
FEWEST = 8
"""Lines with a gutter, of one page, that make two columns."""
SHARE = 0.5
"""Of the lines that have anything in the right half of the page."""
WORDY = 20
"""Characters of the median line of each side: cells of tables are shorter."""
WAVER = 2
"""Characters by which the right column's edge may waver; an indent is added."""
INDENT = 6
CENTRED = 0.6
"""Of the left column: what begins further right than this stands between the columns."""


def in_sequence(lines: Sequence[str]) -> list[str]:
    """The lines of a page, the right column after the left one; as they are where there are no two columns.

    Lines over both columns (a title, a running head) part the page: what stands above them is read before them.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return list(lines)
    margin = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
    middle = margin + CENTRED * (gutter - margin)
    rows = [_divided(line, gutter, middle) for line in lines]
    done: list[str] = []
    for left, right, whole in _stretches(rows):
        done += [*_trimmed(left), *_separated(_trimmed(right)), *whole]
    return done


def _gutter(lines: Sequence[str]) -> int | None:
    """The column at which the right half begins; None where the page has one column."""
    edges = [[match.end() for match in _RIGHT.finditer(line)] for line in lines]
    counts = Counter(edge for found in edges for edge in found)
    if not counts:
        return None
    edge = max(counts, key=lambda column: (sum(counts[column + by] for by in range(-WAVER, WAVER + 1)), -column))
    parted = [
        (line[:at].rstrip(), line[at:])
        for line, found in zip(lines, edges, strict=True)
        for at in found[:1]
        if edge - WAVER <= at <= edge + INDENT
    ]
    reaching = sum(len(line.rstrip()) > edge + WORDY for line in lines)
    alone = sum(edge - WAVER <= only.end() <= edge + INDENT for line in lines if (only := _ONLY_RIGHT.match(line)))
    if len(parted) < FEWEST or len(parted) + alone < SHARE * reaching:
        return None
    widths = [sorted(len(side.strip()) for side in sides) for sides in zip(*parted, strict=True)]
    return edge - WAVER if all(width[len(width) // 2] >= WORDY for width in widths) else None


def _divided(line: str, gutter: int, middle: float) -> tuple[str, str, str]:
    """Left part, right part, and what runs over both: one of them at least is empty."""
    only = _ONLY_RIGHT.match(line)
    if only and only.end() >= gutter:
        return "", line[gutter:], ""
    between = next((match for match in _RIGHT.finditer(line) if gutter <= match.end() <= gutter + INDENT + 2), None)
    if between:
        return line[: between.start()], line[gutter:], ""
    centred = len(line) - len(line.lstrip()) > middle  # a folio between the columns
    return (line, "", "") if len(line.rstrip()) <= gutter and not centred else ("", "", line)


def _stretches(rows: Sequence[tuple[str, str, str]]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Runs of lines in two columns, each with the line over both that ends it."""
    left: list[str] = []
    right: list[str] = []
    for one, other, whole in rows:
        if whole:
            yield left, right, [whole]
            left, right = [], []
        else:
            left.append(one)
            right.append(other)
    yield left, right, []


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Without the blank lines at both ends, save one above, and without the margin that all of them have."""
    printed = [index for index, line in enumerate(lines) if line.strip()]
    if not printed:
        return []
    inner = lines[printed[0] : printed[-1] + 1]
    margin = min(len(line) - len(line.lstrip()) for line in inner if line.strip())
    return [*([""] if printed[0] else []), *(line[margin:] for line in inner)]


def _separated(lines: Sequence[str]) -> list[str]:
    return ["", *lines] if lines and lines[0] else list(lines)
