"""Where each page begins in the running text: every page that is no cover begins exactly once, in order."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.model import Block, Note, Sheet


class Turns(NamedTuple):
    """The pages that begin at each piece of text, and those that are left when the text ends."""

    at: dict[tuple[str, int], tuple[Sheet, ...]]
    """(id of the block or endnote, index of the piece) -> pages that begin there; mostly one."""
    rest: tuple[Sheet, ...]
    again: dict[tuple[str, int], int]
    """The same -> the page that begins there a second time, in a text that is printed beside another."""


def page_turns(passages: Sequence[Block | Note], sheets: Iterable[Sheet]) -> Turns:
    """Walk through the text in the order in which it is written and turn the pages.

    A page without text of its own (failed, or filled by a note) begins together with the next page that has some. A
    piece that goes back to an earlier page turns nothing; a text in facing columns begins its pages again.
    """
    waiting = [sheet for sheet in sheets if not sheet.cover]
    at: dict[tuple[str, int], tuple[Sheet, ...]] = {}
    for passage in passages:
        for index, piece in enumerate(passage.pieces):
            begun = [sheet for sheet in waiting if sheet.page <= piece.page]
            if begun:
                at[passage.id, index] = tuple(begun)
                waiting = waiting[len(begun) :]
    return Turns(at, tuple(waiting), _again(passages))


def _again(passages: Iterable[Block | Note]) -> dict[tuple[str, int], int]:
    found, last = {}, 0
    for passage in passages:
        if passage.language:
            for index, piece in enumerate(passage.pieces):
                if piece.page != last:
                    found[passage.id, index] = last = piece.page
    return found
