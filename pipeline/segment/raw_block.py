"""A block of the body as it lies on its pages, before its text is joined."""

from dataclasses import dataclass, field

from pipeline.model import BlockKind
from pipeline.segment.rows import Row


@dataclass(slots=True)
class RawBlock:
    """A block as it lies on its pages."""

    kind: BlockKind
    rows: list[Row] = field(default_factory=list)
    level: int = 0
    resumes: bool = False
    reason: str = ""
