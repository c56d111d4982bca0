"""The order that a file gives its lines, where it names regions or lines one after the other."""

from itertools import pairwise

from lxml import etree

from pipeline.ocr.transcripts.type_from_boxes import baseline_of
from pipeline.ocr.transcripts.written import WrittenLine

ONE_ROW = 0.3
"""Of the height of a line: the feet of lines that stand beside one another differ by less."""


def ordered(lines: list[etree._Element], names: list[str], attribute: str) -> list[etree._Element] | None:
    """Lines in the order in which they, or what holds them, are named; None where nothing is named.

    A line that nothing names goes where it stands in the file: behind the line before it.
    """
    places = {name: place for place, name in reversed(list(enumerate(names))) if name}
    if not places:
        return None
    keys: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        above = [line, *line.iterancestors()]
        named = [places[each.get(attribute) or ""] for each in above if (each.get(attribute) or "") in places]
        keys.append((named[0] if named else (keys[-1][0] if keys else -1), index))
    if all(key[0] == -1 for key in keys):
        return None
    return [lines[index] for _, index in sorted(keys)]


def from_top(lines: list[WrittenLine]) -> list[WrittenLine]:
    """The lines of a region from its top down, where none stands beside another; else as the file has them.

    The order of regions is a statement; that of the lines in them often is that in which somebody drew them. A line
    that was drawn last stands last, be it the third of its paragraph.
    """
    ranked = sorted(lines, key=baseline_of)
    return ranked if all(_is_under(below, line) for line, below in pairwise(ranked)) else lines


def _is_under(below: WrittenLine, line: WrittenLine) -> bool:
    """Whether a line stands under another and not beside it, as the lines of two columns do."""
    lower = baseline_of(below) - baseline_of(line) >= ONE_ROW * line.box.height
    return lower and below.box.shared_width(line.box) > 0
