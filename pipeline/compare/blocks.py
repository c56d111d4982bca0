"""Blocks: paragraphs, headings and quotations that begin and end where they should.

A block of the output is right when a block of the truth of the same kind begins and ends where it does, within three
characters of ink. A paragraph cut in two is therefore two wrong blocks and one missing one; how far the cuts alone
are right is in ``boundaries``, precision and recall of the places where a paragraph begins.
"""

from pipeline.compare.alignment import TOLERANCE, Alignment
from pipeline.compare.reading import ReadBlock, Reading
from pipeline.compare.scores import Figure, Score, score, total

KINDS = ("paragraph", "heading", "quotation")

Span = tuple[int, int]


class BlockFigures(Figure, frozen=True, kw_only=True):
    """One score for each kind of block, and all three together."""

    paragraph: Score
    heading: Score
    quotation: Score
    together: Score
    boundaries: Score
    """Beginnings of paragraphs."""


def block_figures(truth: Reading, output: Reading, alignment: Alignment) -> BlockFigures:
    """Score the blocks of the body."""
    wanted = {kind: _truth_spans(truth.blocks, kind, alignment) for kind in KINDS}
    given = {kind: _output_spans(output.blocks, kind, alignment) for kind in KINDS}
    scores = {kind: _score(wanted[kind], given[kind]) for kind in KINDS}
    beginnings = [[(first, first) for first, _ in spans["paragraph"]] for spans in (wanted, given)]
    return BlockFigures(**scores, together=total(list(scores.values())), boundaries=_score(*beginnings))


def _truth_spans(blocks: tuple[ReadBlock, ...], kind: str, alignment: Alignment) -> list[Span]:
    return [alignment.truth_span(block.start, block.end) for block in blocks if block.kind == kind]


def _output_spans(blocks: tuple[ReadBlock, ...], kind: str, alignment: Alignment) -> list[Span]:
    """Where they are in the truth; ``(-9, -9)``, which is nowhere, for text that is not there."""
    nowhere = (-3 * TOLERANCE, -3 * TOLERANCE)
    return [alignment.span(block.start, block.end) or nowhere for block in blocks if block.kind == kind]


def _score(wanted: list[Span], given: list[Span]) -> Score:
    left = list(wanted)
    for span in given:
        match = next((other for other in left if _same(span, other)), None)
        if match is not None:
            left.remove(match)
    return score(len(wanted) - len(left), len(given), len(wanted))


def _same(one: Span, other: Span) -> bool:
    return all(abs(edge - edge_of_other) <= TOLERANCE for edge, edge_of_other in zip(one, other, strict=True))
