"""The names that transcribers and layout models give to regions, in the words of the layers.

PAGE and Transkribus have a list of their own; eScriptorium has the words of SegmOnto (https://segmonto.github.io), with
a finer word behind a colon: ``MarginTextZone:note``. hOCR is left out: what Tesseract calls ``ocr_header`` is a guess
at a heading.
"""

import re
from collections.abc import Callable, Iterable

from lxml import etree

from pipeline.model import Box, Region
from pipeline.ocr.transcripts.markup import local
from pipeline.ocr.transcripts.written import WrittenLine

NAMES = {
    "paragraph": Region.TEXT,
    "text": Region.TEXT,
    "mainzone": Region.TEXT,
    "dropcapital": Region.TEXT,
    "dropcapitalzone": Region.TEXT,
    "heading": Region.HEADING,
    "headingline": Region.HEADING,
    "mainzonehead": Region.HEADING,
    "header": Region.HEAD,
    "footer": Region.HEAD,
    "runningtitlezone": Region.HEAD,
    "pagenumber": Region.FOLIO,
    "numberingzone": Region.FOLIO,
    "signaturemark": Region.SIGNATURE,
    "catchword": Region.SIGNATURE,
    "quiremarkszone": Region.SIGNATURE,
    "marginalia": Region.MARGIN,
    "margintextzone": Region.MARGIN,
    "footnote": Region.NOTE,
    "footnotecontinued": Region.NOTE,
}
"""Letters of a name, or of its first word -> the region."""
FINER = re.compile(r"[:#-]")
SHARED = 0.5
"""Of the width of a line in the margin: what it has in common with a line over it, if it stands under the text."""
UNDER = 1 / 3
"""Share of the lines of the text over a line at their foot: in two columns half of them."""


def region_called(name: str) -> Region:
    """What a name means; ``UNKNOWN`` for names that are not known."""
    names = (name, FINER.split(name)[0])
    letters = ("".join(filter(str.isalpha, each)).casefold() for each in names)
    return next((NAMES[each] for each in letters if each in NAMES), Region.UNKNOWN)


def region_of(element: etree._Element, told: Callable[[etree._Element], Iterable[Region | None]]) -> Region:
    """What a line is called; else what it stands in, the innermost first.

    Args:
        element: the line.
        told: what an element itself is called.
    """
    for each in (element, *element.iterancestors()):
        found = next((region for region in told(each) if region), None)
        if found:
            return found
        if local(each) == "Page":
            break
    return Region.UNKNOWN


def with_notes_at_foot(lines: Iterable[WrittenLine]) -> tuple[WrittenLine, ...]:
    """The lines, those of the margin that stand under the text told to be notes.

    SegmOnto has one word for notes at the side and at the foot.
    """
    every = tuple(lines)
    text = [line.box for line in every if line.region in (Region.TEXT, Region.HEADING)]
    return tuple(
        line._replace(region=Region.NOTE) if line.region is Region.MARGIN and _is_under(line.box, text) else line
        for line in every
    )


def _is_under(box: Box, text: list[Box]) -> bool:
    over = [other for other in text if other.top < box.top and box.shared_width(other) > SHARED * box.width]
    below = [other for other in text if other.top > box.bottom and box.shared_width(other) > SHARED * box.width]
    return bool(over) and not below and len(over) > UNDER * len(text)
