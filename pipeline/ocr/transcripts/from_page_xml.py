"""PAGE XML, 2010 to 2019, as Transkribus, eScriptorium and OCR-D write it.

The format: https://github.com/PRImA-Research-Lab/PAGE-XML.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from pipeline.model import PLAIN, Box, Region, Style
from pipeline.ocr.transcripts.markup import Place, local
from pipeline.ocr.transcripts.reading_order import from_top, ordered
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

CUSTOM = re.compile(r"textStyle\s*\{(?P<body>[^}]*)\}")
CUSTOM_ENTRY = re.compile(r"(?P<name>\w+)\s*:\s*(?P<value>[^;]*)")
STRUCTURE = re.compile(r"structure\s*\{[^}]*\btype\s*:\s*(?P<type>[^;}]*)")
PER_CENTIMETRE = 2.54
REFERENCES = ("{*}RegionRefIndexed", "{*}RegionRef", "{*}OrderedGroupIndexed", "{*}UnorderedGroupIndexed")


def pages_of(root: etree._Element) -> list[etree._Element]:
    """The page element; PAGE has one in a file."""
    return [element for element in root.iter("{*}Page")]


def read(page: etree._Element, image_size: tuple[int, int]) -> WrittenPage:
    """One page; the size of its image stands in where it has none.

    Raises:
        Place: the page or a line has no size, or a number is none.
    """
    width, height = (_whole_number(page, name) for name in ("imageWidth", "imageHeight"))
    if width <= 0 or height <= 0:
        width, height = image_size
    if not width or not height:
        raise Place(page, "the page has no size (imageWidth and imageHeight)")
    elements = [element for element in page.iter("{*}TextLine", "{*}TextRegion") if _has_lines(element)]
    placed = ordered(elements, _order(page), "id")
    regions = groupby(placed or elements, key=lambda element: element.getparent())
    lines = [[line for element in group for line in _lines(element)] for _, group in regions]
    kept = tuple(line for group in lines for line in from_top(group) if line.words)
    return WrittenPage(kept, width, height, dpi=_dpi(page), ordered=placed is not None)


def _has_lines(element: etree._Element) -> bool:
    """A line; or a region that has a text but no lines and no regions."""
    if local(element) == "TextLine":
        return True
    return next(element.iter("{*}TextLine"), None) is None and element.find("{*}TextRegion") is None


def _whole_number(element: etree._Element, name: str) -> int:
    value = element.get(name) or "0"
    try:
        return round(float(value))
    except (ValueError, OverflowError) as error:
        raise Place(element, f"{name} is {value!r}, which is no number") from error


def _dpi(page: etree._Element) -> int:
    value = _whole_number(page, "imageXResolution")
    metric = page.get("imageResolutionUnit") == "PPCM"
    return round(value * PER_CENTIMETRE) if metric else max(value, 0)


def _order(page: etree._Element) -> list[str]:
    """Identifiers of regions in reading order, groups within groups in their places."""
    order = page.find("{*}ReadingOrder")
    if order is None:
        return []
    found: list[tuple[list[int], int, str]] = []
    for element in order.iter(*REFERENCES):
        chain = [element, *(above for above in element.iterancestors() if above is not order)]
        indices = [_index(each) for each in chain if each.get("index")]
        if element.get("regionRef"):
            found.append((indices[::-1], len(found), element.get("regionRef") or ""))
    return [name for _, _, name in sorted(found)]


def _index(element: etree._Element) -> int:
    value = element.get("index") or "0"
    return int(value) if re.fullmatch(r"\d{1,9}", value) else 0


def _points(element: etree._Element, name: str) -> list[tuple[float, float]]:
    """The points of ``Coords`` or ``Baseline``, as an attribute (from 2013 on) or as elements (before)."""
    found = element.find(f"{{*}}{name}")
    if found is None:
        return []
    pairs = [pair.split(",") for pair in (found.get("points") or "").split()]
    pairs = pairs or [[point.get("x") or "", point.get("y") or ""] for point in found.iterchildren("{*}Point")]
    try:
        points = [(float(x), float(y)) for x, y in pairs]
    except ValueError as error:
        raise Place(found, f"the points of {name} are no pairs of numbers") from error
    if not all(is_place(x) and is_place(y) for x, y in points):
        raise Place(found, f"the points of {name} are on no page")
    return points


def _box(element: etree._Element) -> Box | None:
    points = _points(element, "Coords")
    if not points:
        return None
    try:
        return box_of(
            min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)
        )
    except ValueError as error:
        raise Place(element, str(error)) from error


# --- Texts ------------------------------------------------------------------------------------------------------------


def _texts(element: etree._Element) -> list[tuple[str, float]]:
    """The readings of an element, the best first (``index``), each with its confidence."""
    equivalents = list(element.iterchildren("{*}TextEquiv"))
    ranked = sorted(equivalents, key=lambda each: _index(each) if each.get("index") else 0)
    return [(_unicode(each), share(each.get("conf"))) for each in ranked]


def _unicode(equivalent: etree._Element) -> str:
    for name in ("{*}Unicode", "{*}PlainText"):
        found = equivalent.find(name)
        if found is not None and found.text:
            return str(found.text)
    return ""


def _text(element: etree._Element) -> tuple[str, float]:
    return next(iter(_texts(element)), ("", 1.0))


def _lines(element: etree._Element) -> Iterator[WrittenLine]:
    if local(element) == "TextLine":
        yield _line(element)
        return
    text, confidence = _text(element)
    rows = [row for row in text.splitlines() if row.strip()]
    if not rows:
        return
    box = _box(element)
    if box is None:
        raise Place(element, "a region of text has no Coords")
    step = box.height / len(rows)
    for number, row in enumerate(rows):
        place = Box(box.left, round(box.top + number * step), box.right, round(box.top + (number + 1) * step))
        yield WrittenLine(tuple(_shared(row, place, confidence, ())), place, region=region_of(element, _told))


def _line(element: etree._Element) -> WrittenLine:
    words = [word for child in element.iterchildren("{*}Word") for word in _words(child)]
    text, confidence = _text(element)
    if not words and not text.strip():
        return WrittenLine((), Box(0, 0, 0, 0))
    box = _box(element) or around(words)
    if box is None:
        raise Place(element, "a line of text has no Coords")
    words = _as_in_line(words, text)
    stretches = tuple(_stretches(element))
    if not words:
        words = list(_shared(text, box, confidence, stretches))
    elif stretches and " ".join(word.text for word in words) == " ".join(text.split()):
        words = list(_styled(words, stretches))
    words[-1] = words[-1]._replace(text=with_plain_hyphen(words[-1].text))
    baseline = _points(element, "Baseline")
    row = row_at(baseline, (box.left + box.right) / 2) if baseline else None
    return WrittenLine(tuple(words), box, row, _size(element), region_of(element, _told))


def _told(element: etree._Element) -> Iterator[Region]:
    """What a line or region is called: by Transkribus and eScriptorium in an attribute of their own, or its type."""
    own = STRUCTURE.search(element.get("custom") or "")
    yield region_called(own["type"] if own else "")
    yield region_called(element.get("type") or "")


def _as_in_line(words: list[WrittenWord], text: str) -> list[WrittenWord]:
    """Words put together as the text of their line has them, where the two differ only in spaces.

    Ground truths often cut off punctuation: ``end`` and ``.`` where the line has ``end.``.
    """
    tokens = text.split()
    if len(tokens) >= len(words) or "".join(tokens) != "".join(word.text for word in words):
        return words
    joined: list[WrittenWord] = []
    left = list(reversed(words))
    for token in tokens:
        word = left.pop()
        while len(word.text) < len(token) and left:
            word = together(word, left.pop())
        joined.append(word)
    return joined if [word.text for word in joined] == tokens else words


def _words(element: etree._Element) -> list[WrittenWord]:
    readings = _texts(element) or [("".join(_text(glyph)[0] for glyph in element.iterchildren("{*}Glyph")), 1.0)]
    (text, confidence), others = readings[0], readings[1:]
    box = _box(element)
    style, raised, _ = _text_style(element)
    words = list(_shared(text, box, confidence, tuple(_stretches(element))))
    if len(words) != 1:
        return words
    word = words[0]
    return [
        word._replace(
            style=_either(style, word.style),
            raised=((0, len(word.text)),) if raised else word.raised,
            rivals=tuple((rival, sure) for rival, sure in others if rival and rival != text and not _has_space(rival)),
            parts=tuple(_parts(element, word.text)),
        )
    ]


def _has_space(text: str) -> bool:
    return len(text.split()) != 1


def _parts(element: etree._Element, text: str) -> Iterator[Part]:
    glyphs = list(element.iterchildren("{*}Glyph"))
    texts = [_text(glyph)[0] for glyph in glyphs]
    if "".join(texts) != text:
        return
    start = 0
    for glyph, char in zip(glyphs, texts, strict=True):
        box = _box(glyph)
        if box:
            yield Part(start, start + len(char), box)
        start += len(char)


# --- Styles -----------------------------------------------------------------------------------------------------------


Stretch = tuple[int, int, Style, bool]
"""Characters ``start:end`` of a text, their style, and whether they are superscript."""


def _text_style(element: etree._Element) -> tuple[Style, bool, float]:
    """From the element's own ``TextStyle``, else that of what holds it."""
    for each in (element, *element.iterancestors()):
        found = each.find("{*}TextStyle")
        if found is not None:
            flags = {name: found.get(name) == "true" for name in ("italic", "bold", "smallCaps", "superscript")}
            style = Style(italic=flags["italic"], bold=flags["bold"], small_caps=flags["smallCaps"])
            own = flags["superscript"] and each is element
            return (PLAIN if style == PLAIN else style), own, _points_of(found.get("fontSize"))
        if local(each) == "Page":
            break
    return PLAIN, False, 0.0


def _points_of(value: str | None) -> float:
    try:
        points = float(value or 0.0)
    except ValueError:
        return 0.0
    return points if 0 < points < 1000 else 0.0


def _size(element: etree._Element) -> float:
    points = _text_style(element)[2]
    if points:
        return points
    sizes = [_points_of(entries.get("fontSize")) for entries in _custom(element)]
    return max(sizes, default=0.0)


def _custom(element: etree._Element) -> Iterator[dict[str, str]]:
    """Transkribus keeps styles in an attribute: ``custom="textStyle {offset:4; length:2; superscript:true;}"``."""
    for match in CUSTOM.finditer(element.get("custom") or ""):
        yield {entry["name"]: entry["value"].strip() for entry in CUSTOM_ENTRY.finditer(match["body"])}


def _stretches(element: etree._Element) -> Iterator[Stretch]:
    for entries in _custom(element):
        if not all(re.fullmatch(r"\d{1,9}", entries.get(name, "")) for name in ("offset", "length")):
            continue
        start = int(entries["offset"])
        flags = {name: entries.get(name) == "true" for name in ("italic", "bold", "smallCaps", "superscript")}
        style = Style(italic=flags["italic"], bold=flags["bold"], small_caps=flags["smallCaps"])
        yield start, start + int(entries["length"]), style, flags["superscript"]


def _either(one: Style, other: Style) -> Style:
    style = Style(
        italic=one.italic or other.italic,
        bold=one.bold or other.bold,
        small_caps=one.small_caps or other.small_caps,
    )
    return PLAIN if style == PLAIN else style


def _shared(text: str, box: Box | None, confidence: float, stretches: tuple[Stretch, ...]) -> Iterator[WrittenWord]:
    """The words of a text, each with its share of the box, and the styles that cover it."""
    places = [match.span() for match in re.finditer(r"\S+", text)]
    for (start, end), (word, place) in zip(places, shared_out(text, box), strict=True):
        yield _covered(WrittenWord(word, place, confidence), start, end, stretches)


def _styled(words: list[WrittenWord], stretches: tuple[Stretch, ...]) -> Iterator[WrittenWord]:
    start = 0
    for word in words:
        yield _covered(word, start, start + len(word.text), stretches)
        start += len(word.text) + 1


def _covered(word: WrittenWord, start: int, end: int, stretches: tuple[Stretch, ...]) -> WrittenWord:
    style, raised = word.style, list(word.raised)
    for left, right, told, superscript in stretches:
        shared = min(right, end) - max(left, start)
        if shared <= 0:
            continue
        if 2 * shared > end - start:
            style = _either(style, told)
        if superscript:
            raised.append((max(left, start) - start, min(right, end) - start))
    return word._replace(style=style, raised=tuple(sorted(set(raised))))
