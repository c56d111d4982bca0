"""Where pages and lines turn: ``pb`` with the page's furniture, ``lb``, and the milestone inside a note."""

from collections.abc import Iterable

from pipeline.model import Block, Join, Note, Piece, Sheet
from pipeline.tei import facsimile
from pipeline.tei.edition import Edition
from pipeline.tei.elements import Element, element

BREAKS = {Join.SOFT: "no", Join.HARD: "no", Join.NOTHING: "no", Join.DOUBTFUL: "maybe"}
"""How a line end is joined -> ``@break``: whether a word ends there (TEI P5, att.breaking)."""


def page_begins(edition: Edition, sheet: Sheet, join: Join = Join.SPACE) -> list[Element]:
    """``pb``; for a page that could not be read, or lines of it that could not, a ``gap`` behind it."""
    made = [
        element(
            "pb",
            n=facsimile.folio(sheet),
            facs=edition.surface(sheet),
            break_=BREAKS.get(join),
            rend=trace(edition, join),
        )
    ]
    if sheet.failure or sheet.reader == "failed":
        description = element("desc", sheet.failure or "This page could not be read.", xml_lang="en")
        made.append(element("gap", description, reason="unread", unit="page", quantity="1"))
    elif sheet.cut:
        description = element("desc", "Lines at the edge of the page that the image cuts.", xml_lang="en")
        made.append(element("gap", description, reason="unread", unit="line", quantity=str(sheet.cut)))
    return made


def furniture_of(edition: Edition, sheet: Sheet) -> list[Element]:
    """``fw`` for the page's running heads, signatures and so on; none when the settings drop furniture."""
    found = edition.furniture.get(sheet.page, ())
    return [
        element("fw", each.text, type=each.kind.value, place=each.place, facs=edition.zones.get(name))
        for name, each in found
    ]


def facing_turn(edition: Edition, passage: Block | Note, index: int, join: Join = Join.SPACE) -> list[Element]:
    """The milestone where a piece of a text in facing columns stands on another page than the one before it."""
    page = edition.turns.again.get((passage.id, index))
    return [turns_again(edition, page, join, "facingText")] if page is not None else []


def pages_begin(edition: Edition, sheets: Iterable[Sheet], join: Join = Join.SPACE) -> list[Element]:
    """Each page's ``pb`` with its furniture right behind it."""
    return [node for sheet in sheets for node in (*page_begins(edition, sheet, join), *furniture_of(edition, sheet))]


def turns_again(edition: Edition, page: int, join: Join, kind: str) -> Element:
    """The milestone for a page that turns inside a note, or again in a second text: another ``pb`` breaks views."""
    sheet = edition.sheets[page]
    return element(
        "milestone",
        unit="page",
        n=facsimile.folio(sheet),
        facs=edition.surface(sheet),
        type=kind,
        break_=BREAKS.get(join),
        rend=trace(edition, join),
    )


def line_begins(edition: Edition, piece: Piece, join: Join, *, traced: bool) -> Element:
    """``lb``; the trace of a removed hyphen is left out where the page turn before it already has it."""
    return element(
        "lb",
        facs=edition.line_zone(piece.page, piece.line),
        break_=BREAKS.get(join),
        rend=None if traced else trace(edition, join),
    )


def kept_hyphen(edition: Edition, join: Join) -> list[Element]:
    """The hyphen that only marked a line end, if the edition is to be diplomatic."""
    return [element("pc", "-", force="weak")] if edition.settings.diplomatic and join is Join.SOFT else []


def trace(edition: Edition, join: Join) -> str | None:
    """``hyphen`` on the turn of a word whose hyphen was removed."""
    return "hyphen" if join is Join.SOFT and not edition.settings.diplomatic else None
