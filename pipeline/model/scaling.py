"""Lines on an image of another size."""

from typing import TypeVar

from msgspec.structs import replace

from pipeline.model.lines import CleanLine
from pipeline.model.pages import Line

AnyLine = TypeVar("AnyLine", Line, CleanLine)


def scaled(line: AnyLine, factor: float) -> AnyLine:
    """A line as it is on an image so many times as large: boxes, baseline and type size; raised marks are left."""
    return replace(
        line,
        words=tuple(replace(word, box=word.box.scaled(factor)) if word.box else word for word in line.words),
        box=line.box.scaled(factor) if line.box else None,
        baseline=None if line.baseline is None else round(line.baseline * factor),
        size=round(line.size * factor, 1),
    )
