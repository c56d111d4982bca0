"""A page brought back to the scale of its document.

A page of small type is enlarged before it is read (``preparation``), and so is a page that is mostly notes. But type
sizes are compared across pages: where one page is enlarged and the next is not, its notes are as large as their body.
"""

import cv2
import numpy as np
from msgspec.structs import replace

from pipeline.model import Page, scaled
from pipeline.ocr.ink.greys import Grey


def at_resolution(page: Page, grey: Grey, dpi: int) -> tuple[Page, Grey]:
    """A page and its image as they are at a resolution; what was read stays, boxes and type sizes go with the image."""
    if page.dpi == dpi:
        return page, grey
    factor = dpi / page.dpi
    width, height = round(page.width * factor), round(page.height * factor)
    image = cv2.resize(grey, (width, height), interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC)
    lines = tuple(
        replace(scaled(line, factor), marks=tuple(replace(mark, box=mark.box.scaled(factor)) for mark in line.marks))
        for line in page.lines
    )
    rules = tuple(rule.scaled(factor) for rule in page.rules)
    cells, drawings = (tuple(box.scaled(factor) for box in boxes) for boxes in (page.cells, page.drawings))
    page = replace(page, lines=lines, rules=rules, cells=cells, drawings=drawings)
    return replace(page, width=width, height=height, dpi=dpi), np.asarray(image, np.uint8)
