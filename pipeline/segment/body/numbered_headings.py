"""Headings that the sequence of the article's numbers shows: nothing in their own look tells them from the text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.model import BlockKind
from pipeline.segment.body.heading_numbers import numbers_of
from pipeline.segment.body.heading_reasons import SOME_WHITE
from pipeline.segment.body.heading_rows import MOST_ROWS, signs_of
from pipeline.segment.body.situations import SHORT, SMALL
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import gap_before, starts_lower
from pipeline.segment.wording.heading_words import FULL_STOP, SENTENCE_WITHIN

LONGEST = 160
"""Characters of a heading."""


def add_numbered_headings(blocks: Sequence[RawBlock], measures: Measures) -> None:
    """Makes headings of short blocks without a stop that have the number after that of a heading, or before it.

    Text stands between the two: in a list or a table of contents there is none. Two blocks that could be headings show
    each other where they are numbered from the first on.
    """
    _unset_items(blocks)
    told = [index for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    unsure = {index for index in range(1, len(blocks) - 1) if _may_be_heading(blocks[index - 1 : index + 2], measures)}
    places = sorted({*told, *unsure})
    sequences: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for place, number in zip(places, numbers_of(blocks[place].text for place in places), strict=True):
        if number.scheme:
            sequences[number.scheme, number.under].append((place, number.value))
    last_text = _last_text_before(blocks, unsure)
    for chain in (chain for sequence in sequences.values() for chain in _chains(sequence, last_text)):
        from_first = len(chain) > 1 and chain[0][1] == 1
        if not (from_first or any(place not in unsure for place, _ in chain)):
            continue
        for block in (blocks[place] for place, _ in chain if place in unsure):
            signs = signs_of(block.rows[-1], measures.relative_size(block.rows[-1]), measures)
            block.kind, block.level = BlockKind.HEADING, 1
            block.reason = ", ".join([*signs, "numbered in sequence"])


def _unset_items(blocks: Sequence[RawBlock]) -> None:
    """Makes paragraphs of sentences that only a number made headings, where no heading has the number before it.

    ``3. Therefore no figure is a thing in itself.`` stands by itself behind items 1 and 2 of a list.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    numbers = numbers_of(block.text for block in headings)
    for place, (block, number) in enumerate(zip(headings, numbers, strict=True)):
        sentence = block.reason == "numbered" and FULL_STOP.search(block.rows[-1].prose)
        if sentence and number.value > 1 and number._replace(value=number.value - 1) not in numbers[:place]:
            block.kind, block.level, block.reason = BlockKind.PARAGRAPH, 0, ""


def _may_be_heading(around: Sequence[RawBlock], measures: Measures) -> bool:
    """Whether the second of three blocks is short and has no stop, and the others are seen to be apart from it."""
    above, block, below = around
    last = block.rows[-1]
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.QUOTATION} or block.resumes or last.line.box is None:
        return False
    if len(block.rows) > MOST_ROWS or len(block.text) > LONGEST or SENTENCE_WITHIN.search(block.text):
        return False
    apart = above.kind is BlockKind.HEADING or above.rows[-1].closes
    ended = not FULL_STOP.search(last.prose) and last.prose[-1:] not in ",;:-" and not starts_lower(below.text)
    white = gap_before(below.rows[0], last, measures.leading) >= SOME_WHITE
    size = measures.relative_size(last)
    distinct = white or measures.shortfall(last) > SHORT or bool(signs_of(last, size, measures))
    return apart and ended and distinct and size >= SMALL


def _last_text_before(blocks: Sequence[RawBlock], unsure: set[int]) -> list[int]:
    """For each block the index of the last paragraph before it that is no heading; -1 where there is none."""
    found, last = [], -1
    for index, block in enumerate(blocks):
        found.append(last)
        if block.kind is BlockKind.PARAGRAPH and index not in unsure:
            last = index
    return found


def _chains(sequence: Sequence[tuple[int, int]], last_text: Sequence[int]) -> Iterator[list[tuple[int, int]]]:
    """The runs of (block, value) in which each value follows the one before, text standing between the two."""
    chain = list(sequence[:1])
    for place, value in sequence[1:]:
        if value != chain[-1][1] + 1 or last_text[place] < chain[-1][0]:
            yield chain
            chain = []
        chain.append((place, value))
    yield chain
