"""Calls out of sequence: a table or a figure floats to where the page has room for it, with the calls in it.

A note 42 that is called in a table may stand pages before the call of note 41, or behind that of note 43. A monotone
alignment gives such a note a silent place. The number is printed, though, and nothing else uses it.
"""

from collections.abc import Sequence, Set

from pipeline.model import BlockKind
from pipeline.raised_notation import without_brackets
from pipeline.segment.notes.call_alignment import REACH, Link
from pipeline.segment.notes.call_prices import CERTAIN_READING, Called
from pipeline.segment.notes.spots import Located
from pipeline.segment.raw_block import FLOATS

FLOATED = 2
"""Pages that a float stands away from the calls that its own lie between."""
CERTAINTY = 0.9
"""Of a call that is read for certain, and is out of sequence."""


def called_in_floats(
    called: Sequence[Called],
    links: Sequence[Link],
    located: Sequence[Located],
    kinds: Sequence[BlockKind],
    used: Set[int],
) -> list[Link]:
    """The links, notes without a printed call put at the one spot with their number, where a float explains its place.

    Either the spot is in a float, or a note beside this one is called in one.

    Args:
        called: all notes, in reading order.
        links: theirs, as the sequence gives them.
        located: all spots.
        kinds: those of the blocks.
        used: spots that call a note.
    """
    printed = {spot: number for spot, each in enumerate(located) if spot not in used and (number := _number(each))}
    by_note = {link.note: link for link in links}
    found = {}
    for note, each in enumerate(called):
        link = by_note.get(note)
        if link and not located[link.spot].spot.is_silent:
            continue
        near = [located[by_note[index].spot] for index in (note - 1, note + 1) if index in by_note]
        by_float = any(kinds[place.block] in FLOATS for place in near)
        spots = [
            spot
            for spot, number in printed.items()
            if number == each.label
            and (by_float or kinds[located[spot].block] in FLOATS)
            and _is_near(located[spot], each, near)
        ]
        if len(spots) == 1:
            del printed[spots[0]]
            reading = located[spots[0]].spot.readings[0]
            found[note] = Link(note, spots[0], CERTAINTY, reading.text, reading.reader, price=0.0)
    return sorted((by_note | found).values(), key=lambda link: link.note)


def _number(place: Located) -> str:
    """The number that raised ink is read as for certain; empty where it is not."""
    readings = place.spot.readings
    if not place.spot.raised or not readings or readings[0].confidence < CERTAIN_READING:
        return ""
    number = without_brackets(readings[0].text)
    return number if number.isdecimal() else ""


def _is_near(place: Located, note: Called, near: Sequence[Located]) -> bool:
    page = place.spot.page
    if not note.free:
        return abs(page - note.page) <= REACH
    return any(abs(page - other.spot.page) <= FLOATED for other in near)
