"""Pages: folios, page breaks, running heads and page images."""

from collections import Counter
from collections.abc import Iterator

from pipeline.compare.diff.changes import Change, Place, quoted
from pipeline.compare.diff.comparison import Comparison
from pipeline.compare.diff.edition import Edition, Furniture, Turn
from pipeline.compare.diff.matching import likeness

FURNITURE = {"header": "running head", "pageNum": "printed folio", "sig": "signature"}
ALIKE = 0.5


def page_changes(comparison: Comparison) -> Iterator[Change]:
    """What has become of the pages."""
    old = {turn.number: turn for turn in comparison.old.turns}
    new = {turn.number: turn for turn in comparison.new.turns}
    for number in sorted(old.keys() | new.keys()):
        before, after = old.get(number), new.get(number)
        if before and after:
            yield from _page(comparison, before, after)
        elif before:
            yield Change(kind="page-lost", sentence=f"{_told(before)} is gone", place=_place(before))
        elif after:
            yield Change(kind="page-added", sentence=f"{_told(after)} was added", place=_place(after))
    yield from _furniture(comparison)


def _told(turn: Turn) -> str:
    return f"page {turn.folio}" if turn.folio else f"the page of image {turn.number}"


def _place(turn: Turn) -> Place:
    return Place(page=turn.number, folio=turn.folio)


def _page(comparison: Comparison, old: Turn, new: Turn) -> Iterator[Change]:
    place = _place(new)
    if old.folio != new.folio:
        sentence = f"{_told(old)}: folio changed from {old.folio or 'none'} to {new.folio or 'none'}"
        yield Change(kind="folio", sentence=sentence, place=_place(old), old=old.folio, new=new.folio)
    elif old.supplied != new.supplied:
        sentence = f"{_told(new)}: its folio is {'inferred and no longer read' if new.supplied else 'now read'}"
        yield Change(kind="folio", sentence=sentence, place=place)
    before, after = (False, old.block, old.offset), (False, new.block, new.offset)
    bare = not comparison.old.blocks or not comparison.new.blocks
    if not bare and not comparison.is_same_spot(before, after) and _has_partner(comparison, before, after):
        sentence = f"{_told(new)} begins at {_begins(comparison.new, new)}, it began at {_begins(comparison.old, old)}"
        yield Change(kind="page-break", sentence=sentence, place=place)
    if old.size != new.size:
        sentence = f"{_told(new)}: its image was {'×'.join(old.size)} pixels and is {'×'.join(new.size)}"
        yield Change(kind="image", sentence=sentence, place=place)


def _has_partner(comparison: Comparison, old: tuple[bool, int, int], new: tuple[bool, int, int]) -> bool:
    """Whether the passages at both places have partners: if not, they are told as gone or added."""
    return old[:2] in comparison.of_old and new[:2] in comparison.of_new


def _begins(edition: Edition, turn: Turn) -> str:
    text = edition.blocks[turn.block].text[turn.offset :] or edition.blocks[turn.block].text
    return quoted(" ".join(text.split()[:4]))


# --- Furniture --------------------------------------------------------------------------------------------------------


def _furniture(comparison: Comparison) -> Iterator[Change]:
    old, new = (Counter(edition.furniture) for edition in (comparison.old, comparison.new))
    gone, come = list((old - new).elements()), list((new - old).elements())
    for piece in gone:
        other = next((each for each in come if _same_piece(piece, each)), None)
        if other:
            come.remove(other)
            yield _piece(comparison, other, f"{quoted(piece.text)} → {quoted(other.text)}", piece.kind)
        else:
            yield _piece(comparison, piece, f"{quoted(piece.text)} is gone", piece.kind)
    for piece in come:
        yield _piece(comparison, piece, f"{quoted(piece.text)} was added", piece.kind)


def _same_piece(one: Furniture, other: Furniture) -> bool:
    return one.page == other.page and (one.kind == other.kind or bool(likeness(one.text, other.text, ALIKE)))


def _piece(comparison: Comparison, piece: Furniture, sentence: str, kind: str) -> Change:
    turns = [*comparison.new.turns, *comparison.old.turns]
    turn = next((each for each in turns if each.number == piece.page), None)
    place = _place(turn) if turn else Place(page=piece.page)
    words = FURNITURE.get(kind, f"furniture ({kind})")
    told = _told(turn) if turn else f"image {piece.page}"
    return Change(kind="running-head", sentence=f"{told}: {words} {sentence}", place=place)
