"""Tesseract's hOCR output as records: words with a box for every character.

The format: https://kba.github.io/hocr-spec/1.2/ (``bbox``, ``baseline``, ``x_wconf``, ``x_bboxes``).
"""

import re
from typing import NamedTuple

from lxml import etree

from pipeline.errors import SourceError
from pipeline.model import Box

LINE_CLASSES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")
PROPERTY = re.compile(r"(?P<name>[a-z_]+) (?P<values>[-\d. ]+)")

STEEPEST = 0.5
"""Rows to the column, the steepest slope of a baseline that is believed: for lines that run up a page it is 300."""


class ReadChar(NamedTuple):
    """One character as Tesseract read it; the box is where the recogniser thinks it is, give or take some pixels."""

    text: str
    box: Box
    confidence: float


class ReadWord(NamedTuple):
    """One word; its text is that of its characters."""

    chars: tuple[ReadChar, ...]
    box: Box
    confidence: float

    @property
    def text(self) -> str:
        return "".join([char.text for char in self.chars])


class ReadLine(NamedTuple):
    """One line; its baseline at column x is ``box.bottom + offset + slope * (x - box.left)``."""

    words: tuple[ReadWord, ...]
    box: Box
    slope: float
    offset: float

    @property
    def text(self) -> str:
        """Its characters, without the spaces."""
        return "".join([word.text for word in self.words])

    def baseline_at(self, x: float) -> float:
        """Row of Tesseract's baseline at column ``x``."""
        return self.box.bottom + self.offset + self.slope * (x - self.box.left)


def parse(hocr: bytes) -> list[ReadLine]:
    """The lines of a one-page hOCR file in Tesseract's reading order; lines without characters are left out.

    Raises:
        SourceError: it is damaged.
    """
    try:
        return _parsed(hocr)
    except (KeyError, IndexError, ValueError, OverflowError, etree.XMLSyntaxError) as error:
        raise SourceError("what Tesseract wrote is damaged", "read the page again") from error


def _parsed(hocr: bytes) -> list[ReadLine]:
    root = etree.fromstring(hocr, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    if root is None:
        return []
    lines = [_line(element) for element in root.iter("{*}span") if element.get("class") in LINE_CLASSES]
    return [line for line in lines if line.words]


def _properties(element: etree._Element) -> dict[str, list[float]]:
    """``bbox 1 2 3 4; x_wconf 93`` -> ``{"bbox": [1, 2, 3, 4], "x_wconf": [93]}``."""
    found = PROPERTY.finditer(element.get("title", ""))
    return {match["name"]: list(map(float, match["values"].split())) for match in found}


def _box(values: list[float]) -> Box:
    left, top, right, bottom = map(int, values)
    return Box(min(left, right), min(top, bottom), max(left, right), max(top, bottom))


def _line(element: etree._Element) -> ReadLine:
    properties = _properties(element)
    words = [_word(child) for child in element.iter("{*}span") if child.get("class") == "ocrx_word"]
    slope, offset = properties.get("baseline", [0.0, 0.0])
    if abs(slope) > STEEPEST:
        slope = offset = 0.0
    return ReadLine(tuple(word for word in words if word.chars), _box(properties["bbox"]), slope=slope, offset=offset)


def _word(element: etree._Element) -> ReadWord:
    properties = _properties(element)
    chars = [_char(child) for child in element.iter("{*}span") if child.get("class") == "ocrx_cinfo"]
    chars = [char for char in chars if char.text.strip()]  # a star at the start of a line comes out as a blank
    return ReadWord(tuple(chars), _box(properties["bbox"]), _share(properties.get("x_wconf", [0.0])))


def _char(element: etree._Element) -> ReadChar:
    properties = _properties(element)
    return ReadChar(element.text or "", _box(properties["x_bboxes"]), _share(properties.get("x_conf", [0.0])))


def _share(percent: list[float]) -> float:
    """A percentage as a confidence from 0.0 to 1.0."""
    return round(min(max(percent[0] / 100, 0.0), 1.0), 3)
