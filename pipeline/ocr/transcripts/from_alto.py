"""ALTO 1 to 4: https://www.loc.gov/standards/alto/.

Elements are known by their names, for the namespace changed with every version. What engines write differently: a
string for each word with ``SP`` between them, without any ``SP``, or one string for the whole line (eScriptorium).
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from pipeline.model import PLAIN, Box, Region, Style
from pipeline.ocr.transcripts.markup import Place, local
from pipeline.ocr.transcripts.reading_order import ordered
from pipeline.ocr.transcripts.regions import region_called, region_of
from pipeline.ocr.transcripts.written import (
    Part,
    WrittenLine,
    WrittenPage,
    WrittenWord,
    around,
    box_of,
    is_place,
    row_at,
    share,
    shared_out,
    together,
    with_plain_hyphen,
)

DPI = 300
UNITS = {
    "pixel": 1.0,
    "mm10": DPI / 254,  # tenths of a millimetre
    "inch1200": DPI / 1200,
}
"""``MeasurementUnit`` -> pixels; real units become pixels at 300 dots to the inch."""
SP_GAP = 0.3  # of the height: less white between two strings without ``SP`` is none
PUNCTUATION_GAP = 0.1


class _Styles(NamedTuple):
    """A ``TextStyle``."""

    style: Style = PLAIN
    raised: bool = False
    points: float = 0.0


class Sheet(NamedTuple):
    """What the whole file says about its pages."""

    scale: float
    dpi: int
    styles: dict[str, _Styles]
    order: list[str]
    """Identifiers in reading order, where the file gives them (ALTO 4.3)."""
    tags: dict[str, Region]
    """What the tags of the file call lines and blocks, by their identifiers (ALTO 2.1; eScriptorium)."""


def pages_of(root: etree._Element) -> list[etree._Element]:
    """The page elements."""
    return [element for element in root.iter("{*}Page")]


def sheet_of(root: etree._Element) -> Sheet:
    """The unit, the styles and the reading order.

    Raises:
        Place: the unit is none of ALTO's.
    """
    scale, dpi = 1.0, 0
    for element in root.iter("{*}MeasurementUnit"):
        unit = (element.text or "").strip()
        if unit not in UNITS:
            raise Place(element, f"the unit is {unit!r}, and ALTO has {', '.join(UNITS)}")
        scale, dpi = UNITS[unit], 0 if unit == "pixel" else DPI
    styles = {element.get("ID") or "": _text_style(element) for element in root.iter("{*}TextStyle")}
    order = [element.get("REF") or "" for element in root.iter("{*}ElementRef")]
    tags = {tag.get("ID") or "": region_called(tag.get("LABEL") or "") for tags in root.iter("{*}Tags") for tag in tags}
    return Sheet(scale, dpi, styles, order, tags)


def _text_style(element: etree._Element) -> _Styles:
    named = (element.get("FONTSTYLE") or "").split()
    try:
        points = float(element.get("FONTSIZE") or 0.0)
    except ValueError:
        points = 0.0
    return _Styles(_style(named), "superscript" in named, points if 0 < points < 1000 else 0.0)


def _style(named: list[str]) -> Style:
    style = Style(italic="italics" in named or "italic" in named, bold="bold" in named, small_caps="smallcaps" in named)
    return PLAIN if style == PLAIN else style


def read(page: etree._Element, sheet: Sheet, image_size: tuple[int, int]) -> WrittenPage:
    """One page; the size of its image stands in where it has none and counts in pixels.

    Raises:
        Place: the page or a line has no size, or a number is none.
    """
    width, height = _size(page, sheet) or (image_size if sheet.scale == 1.0 else (0, 0))
    if not width or not height:
        raise Place(page, "the page has no size (WIDTH and HEIGHT)")
    spaces = next(page.iter("{*}SP"), None) is not None
    elements = list(page.iter("{*}TextLine"))
    placed = ordered(elements, sheet.order, "ID")
    lines = [_line(element, sheet, spaces=spaces) for element in placed or elements]
    kept = tuple(line for line in lines if line.words)
    return WrittenPage(kept, width, height, dpi=sheet.dpi, ordered=placed is not None)


def _size(page: etree._Element, sheet: Sheet) -> tuple[int, int] | None:
    """Width and height of a page, from its print space where the page itself has none."""
    for element in (page, *page.iter("{*}PrintSpace")):
        width, height = _number(element, "WIDTH"), _number(element, "HEIGHT")
        if width and height and width > 0 and height > 0:
            left, top = (_number(element, "HPOS") or 0.0, _number(element, "VPOS") or 0.0)
            try:
                whole = box_of(0, 0, (left + width) * sheet.scale, (top + height) * sheet.scale)
            except ValueError as error:
                raise Place(element, str(error)) from error
            return whole.width, whole.height
    return None


def _number(element: etree._Element, name: str) -> float | None:
    value = element.get(name)
    if value is None or not value.strip():
        return None
    try:
        return float(value)
    except ValueError as error:
        raise Place(element, f"{name} is {value!r}, which is no number") from error


def _box(element: etree._Element, scale: float) -> Box | None:
    """From HPOS, VPOS, WIDTH and HEIGHT, else around the ``Polygon`` of its shape."""
    left, top, width, height = (_number(element, name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    try:
        if left is not None and top is not None and width is not None and height is not None:
            return box_of(*(edge * scale for edge in (left, top, left + width, top + height)))
        shape = element.find("{*}Shape/{*}Polygon")
        points = _points(shape.get("POINTS") or "") if shape is not None else []
        if not points:
            return None
        xs, ys = [x * scale for x, _ in points], [y * scale for _, y in points]
        return box_of(min(xs), min(ys), max(xs), max(ys))
    except ValueError as error:
        raise Place(element, str(error)) from error


def _points(text: str) -> list[tuple[float, float]]:
    """``1,2 3,4`` or ``1 2 3 4``: both are in use."""
    numbers = [float(number) for number in text.replace(",", " ").split()]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _line(element: etree._Element, sheet: Sheet, *, spaces: bool) -> WrittenLine:
    words: list[WrittenWord] = []
    joined, points = False, [0.0]
    for child in element:
        name = local(child)
        if name == "String":
            told = _told(child, sheet)
            points.append(told.points)
            for number, word in enumerate(_words(child, told, sheet)):
                if joined and number == 0 and _is_one_word(words[-1], word, spaces=spaces):
                    words[-1] = together(words[-1], word)
                else:
                    words.append(word)
            joined = bool(words)
        elif name == "SP":
            joined = False
        elif name == "HYP" and words:
            words[-1] = _hyphenated(words[-1], child.get("CONTENT") or "-")
    if not words:
        return WrittenLine((), Box(0, 0, 0, 0))
    words[-1] = words[-1]._replace(text=with_plain_hyphen(words[-1].text))
    box = _box(element, sheet.scale) or around(words)
    if box is None:
        raise Place(element, "a line of text has no place (HPOS, VPOS, WIDTH, HEIGHT)")
    region = region_of(element, lambda each: (sheet.tags.get(tag) for tag in (each.get("TAGREFS") or "").split()))
    baseline = _baseline(element, box, sheet.scale)
    return WrittenLine(tuple(_placed(words, box)), box, baseline, max(points), region)


def _placed(words: list[WrittenWord], box: Box) -> Iterator[WrittenWord]:
    """Words with a box each: those without get their share of the line's."""
    total = sum(len(word.text) + 1 for word in words)
    start = 0
    for word in words:
        left = box.left + box.width * start / total
        start += len(word.text) + 1
        right = box.left + box.width * start / total
        yield word if word.box else word._replace(box=Box(round(left), box.top, round(right), box.bottom))


def _told(element: etree._Element, sheet: Sheet) -> _Styles:
    """How a string is set: by itself, else by its line, else by its block."""
    own = (element.get("STYLE") or "").split()
    found = _Styles(_style(own), "superscript" in own)
    for each in (element, *element.iterancestors()):
        named = [sheet.styles[name] for name in (each.get("STYLEREFS") or "").split() if name in sheet.styles]
        if named:
            style = found.style if own else named[0].style
            return _Styles(style, found.raised or named[0].raised, named[0].points)
        if local(each) == "Page":
            break
    return found


def _words(element: etree._Element, told: _Styles, sheet: Sheet) -> list[WrittenWord]:
    """The words of a string: one, but a whole line where the engine knows no words."""
    content = element.get("CONTENT") or ""
    box, confidence = _box(element, sheet.scale), share(element.get("WC"))
    found = shared_out(content, box)
    if len(found) != 1:
        return [WrittenWord(text, place, confidence, told.style) for text, place in found]
    text = found[0][0]
    alternatives = element.iter("{*}ALTERNATIVE")
    rivals = [("".join((each.text or "").split()), share(each.get("WC"), 0.0)) for each in alternatives]
    if element.get("SUBS_TYPE") == "HypPart1" and not _has_hyphen(element, text):
        text += "-"
    word = WrittenWord(
        text=text,
        box=box,
        confidence=confidence,
        style=told.style,
        raised=((0, len(text)),) if told.raised else (),
        rivals=tuple(rival for rival in rivals if rival[0] and rival[0] != text),
        parts=tuple(_parts(element, text, sheet.scale)),
    )
    return [word]


def _has_hyphen(element: etree._Element, text: str) -> bool:
    """Whether the first half of a parted word shows its hyphen: in the word, or in a ``HYP`` behind it."""
    behind = element.getnext()
    return text[-1:] in "-\u2010\u00ad\u00ac\u2e17" or (behind is not None and local(behind) == "HYP")


def _parts(element: etree._Element, text: str, scale: float) -> Iterator[Part]:
    """The boxes of single characters (``Glyph``, ALTO 3), where they are those of the word."""
    glyphs = list(element.iterchildren("{*}Glyph"))
    texts = [glyph.get("CONTENT") or "" for glyph in glyphs]
    if "".join(texts) != text:
        return
    start = 0
    for glyph, char in zip(glyphs, texts, strict=True):
        box = _box(glyph, scale)
        if box:
            yield Part(start, start + len(char), box)
        start += len(char)


def _is_one_word(one: WrittenWord, other: WrittenWord, *, spaces: bool) -> bool:
    """Whether two strings without an ``SP`` between them are one word: engines cut at every change of style.

    In a file without any ``SP`` only punctuation that touches its word is.
    """
    if not spaces and any(char.isalnum() for char in other.text):
        return False
    if one.box is None or other.box is None:
        return spaces
    gap = SP_GAP if spaces else PUNCTUATION_GAP
    return -1.0 < (other.box.left - one.box.right) / max(one.box.height, other.box.height, 1) < gap


def _hyphenated(word: WrittenWord, hyphen: str) -> WrittenWord:
    if word.text[-1:] in "-\u2010":
        return word
    return word._replace(text=word.text + (hyphen.strip()[:1] or "-"))


def _baseline(element: etree._Element, box: Box, scale: float) -> float | None:
    """A number (ALTO 2 to 4.0), or a polyline (from 4.1)."""
    try:
        numbers = [float(number) * scale for number in (element.get("BASELINE") or "").replace(",", " ").split()]
    except ValueError:
        return None
    if not all(is_place(number) for number in numbers):
        return None
    if len(numbers) == 1:
        return numbers[0]
    points = list(zip(numbers[::2], numbers[1::2], strict=False))
    return row_at(points, (box.left + box.right) / 2) if points else None
