"""An author's name and institution under the text, where journals set them that have no byline under the title.

``HESTER TANSY``, ``Harbour University``: the rows are taken off the last paragraph, for they are no part of it.
"""

from collections.abc import Sequence

from pipeline.model import BlockKind
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row, ends_sentence
from pipeline.segment.wording.identifiers import best_doi
from pipeline.segment.wording.name_lines import is_institution, names_people

_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.HEADING})
FAR = 5.0
"""Ems from a margin at which a signature stands, and no line of a paragraph."""
MOST_ROWS = 4
"""Rows of a signature: a name or two, the institution, the town."""


def take_signature(blocks: list[RawBlock], measures: Measures) -> tuple[str, str]:
    """The names and the institution that end the text, which become blocks of their own; two empty texts without any.

    Args:
        blocks: of the body, in their order; changed where a paragraph has the signature at its end.
        measures: of the article.
    """
    last = [index for index, block in enumerate(blocks) if block.kind in _TEXT][-MOST_ROWS:]
    rows = [row for index in last for row in blocks[index].rows][-MOST_ROWS - 1 :]
    end = before_doi(rows, len(rows))
    for start in range(1, min(end, len(rows) - 1)):
        name, *where = rows[start:end]
        if rows[start - 1].closes and _is_name(name, measures) and _is_where(where, measures):
            _set_apart(blocks, last, [[name], rows[start + 1 :]])
            return name.cased, " ".join(row.text for row in where)
    return "", ""


def before_doi(rows: Sequence[Row], index: int) -> int:
    """Where the line of the DOI begins that stands right before a row; the row itself, if there is none."""
    while index and best_doi(rows[index - 1].text) and " " not in rows[index - 1].text:
        index -= 1
    return index


def _set_apart(blocks: list[RawBlock], last: Sequence[int], parts: Sequence[list[Row]]) -> None:
    """Takes rows out of the last blocks of the text and makes blocks of them, behind these."""
    taken = {row.span for rows in parts for row in rows}
    for index in last:
        blocks[index].rows = [row for row in blocks[index].rows if row.span not in taken]
    blocks[last[-1] + 1 : last[-1] + 1] = [
        RawBlock(BlockKind.PARAGRAPH, part, reason="signs the text") for part in parts
    ]
    blocks[:] = [block for block in blocks if block.rows]


def _is_name(row: Row, measures: Measures) -> bool:
    return names_people(row.cased, measures) and not ends_sentence(row.text) and _is_short(row, measures)


def _is_where(rows: Sequence[Row], measures: Measures) -> bool:
    return is_institution(" ".join(row.text for row in rows)) and all(_is_short(row, measures) for row in rows)


def _is_short(row: Row, measures: Measures) -> bool:
    """Whether a row ends far before the margin, or begins far behind it."""
    return max(measures.indent(row), measures.shortfall(row)) > FAR
