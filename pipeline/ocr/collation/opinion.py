"""What a second reading makes of a line."""

from typing import NamedTuple

from pipeline.model import Reading
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadLine


class Opinion(NamedTuple):
    """A line after the second reading."""

    line: ReadLine
    marks: list[Mark]
    """The same marks in the same order, at their places in the new words; then those that only this reader sees."""
    rivals: dict[int, tuple[Reading, ...]]
    """Word of the new line -> the readings that were not taken."""
    on_marks: list[tuple[Reading, ...]]
    """What the second reader makes of each mark."""
    small: frozenset[int] = frozenset()
    """The words of the new line in which both the ink and the second reader have small capitals."""

    @property
    def seen(self) -> list[tuple[Mark, tuple[Reading, ...]]]:
        """Each mark with what the second reader makes of it."""
        return list(zip(self.marks, self.on_marks, strict=True))
