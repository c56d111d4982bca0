"""Spots: every place in the running text where a note call may stand, printed or lost without a trace."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import BlockKind
from pipeline.segment.assembling import Place, Running
from pipeline.segment.call_alignment import Spot

_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ\d)\]’”'\"])[.?!][’”'\")]*(?=\s+[A-Z‘“\"'(\[]|\s*$)")
_CLAUSE_END = re.compile(r"(?<=[\w’”)\]])[,;:](?=\s)")

PARAGRAPH_END = 0.0
SENTENCE_END = 0.3
CLAUSE_END = 2.5
IN_HEADING = 3.0
"""Added in headings, where calls are rare."""
_TITLE_BLOCK = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BYLINE, BlockKind.AFFILIATION})


@dataclass(frozen=True, slots=True)
class Located:
    """A spot, and where in which block it lies: ``text[start:end]`` of the running text is printed for the call."""

    spot: Spot
    block: int
    start: int
    end: int


def spots_of(texts: Sequence[Running], kinds: Sequence[BlockKind]) -> list[Located]:
    """All spots of the blocks, in reading order. Silent ones give way to printed ones at the same place."""
    return [
        located
        for index, (running, kind) in enumerate(zip(texts, kinds, strict=True))
        for located in _spots_in(index, running, kind)
    ]


def _spots_in(index: int, running: Running, kind: BlockKind) -> list[Located]:
    surcharge = IN_HEADING if kind is BlockKind.HEADING else 0.0
    in_title = kind in _TITLE_BLOCK
    printed = [_printed(index, place, surcharge, in_title=in_title) for place in running.places]
    taken = {offset for located in printed for offset in range(located.start - 1, located.end + 1)}
    silent = [
        located for located in _silent(index, running, surcharge, in_title=in_title) if located.start not in taken
    ]
    return sorted([*printed, *silent], key=lambda located: (located.start, located.end))


def _printed(index: int, place: Place, surcharge: float, *, in_title: bool) -> Located:
    spot = Spot(place.row.page.number, place.candidate.readings, place.candidate.raised, surcharge, in_title)
    return Located(spot, index, place.start, place.end)


def _silent(index: int, running: Running, surcharge: float, *, in_title: bool) -> Iterator[Located]:
    text = running.text
    for pattern, price in ((_SENTENCE_END, SENTENCE_END), (_CLAUSE_END, CLAUSE_END)):
        for match in pattern.finditer(text):
            at_end = match.end() == len(text)
            price_here = surcharge + (PARAGRAPH_END if at_end else price)
            yield _silent_spot(index, running, match.end(), price_here, in_title=in_title)
    if not _SENTENCE_END.search(text[-4:]):
        yield _silent_spot(index, running, len(text), surcharge + SENTENCE_END, in_title=in_title)


def _silent_spot(index: int, running: Running, offset: int, price: float, *, in_title: bool) -> Located:
    return Located(Spot(page_at(running, offset), (), None, price, in_title), index, offset, offset)


def page_at(running: Running, offset: int) -> int:
    """Number of the page on which the character before an offset is printed."""
    page = running.pieces[0].page
    for piece in running.pieces:
        if piece.start >= offset:
            break
        page = piece.page
    return page
