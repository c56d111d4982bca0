"""hOCR of any engine: https://kba.github.io/hocr-spec/1.2/.

What engines write differently: words or only lines; confidences for words (``x_wconf``, per cent) or for characters
(``x_confs``, to one); properties parted by ``;`` or, by kraken, by commas; XHTML or HTML.
"""

import logging
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from pipeline.model import Box, Style, enclosing_box
from pipeline.ocr.transcripts.markup import Place, line_of, local, text_of
from pipeline.ocr.transcripts.written import (
    Part,
    WrittenLine,
    WrittenPage,
    WrittenWord,
    around,
    box_of,
    is_place,
    share,
    shared_out,
    with_plain_hyphen,
)

log = logging.getLogger(__name__)

LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"})
WORDS = frozenset({"ocrx_word", "ocr_word"})
PROPERTY = re.compile(r"(?:^|[;,])\s*(?P<name>[A-Za-z_]+)(?P<values>(?:\s+[-+]?[\d.]+(?:[eE][-+]?\d+)?%?)+)")
ITALIC_TAGS, BOLD_TAGS = frozenset({"i", "em", "cite"}), frozenset({"b", "strong"})
RAISED_STYLE = re.compile(r"vertical-align\s*:\s*(?:super|text-top)")
SMALL_CAPS_STYLE = re.compile(r"font-variant[a-z-]*\s*:\s*(?:all-)?small-caps")
ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?:italic|oblique)")
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
SAME_LINE = 0.5


class _Run(NamedTuple):
    """Text with one style."""

    text: str
    style: Style
    raised: bool


def pages_of(root: etree._Element) -> list[etree._Element]:
    """The page elements, in the order of ``ppageno`` where every page has its own, else as they stand."""
    pages = [element for element in root.iter(etree.Element) if "ocr_page" in _classes(element)]
    numbers = [_properties(page).get("ppageno", []) for page in pages]
    if all(numbers) and len({tuple(number) for number in numbers}) == len(pages):
        return [page for _, page in sorted(zip(numbers, pages, strict=True), key=lambda pair: pair[0])]
    return pages


def read(page: etree._Element, image_size: tuple[int, int]) -> WrittenPage:
    """One page; the size of its image stands in where it has none.

    Raises:
        Place: the page or a line has no box, or what should be a box is none.
    """
    properties = _properties(page)
    found = [_line(element) for element in _outermost(page, LINES)] or [_line_of_words(w) for w in _rows(page)]
    lines = tuple(line for line in found if line.words)
    size = _bbox(page, properties)
    if size is None or not size.width or not size.height:
        size = Box(0, 0, *image_size) if all(image_size) else _size_of_lines(page, lines)
    resolution = properties.get("scan_res", [0.0])
    return WrittenPage(lines, size.right, size.bottom, dpi=round(resolution[0]))


def _size_of_lines(page: etree._Element, lines: tuple[WrittenLine, ...]) -> Box:
    """The extent of the text, for OCRopus and old Tesseracts gave the page no box."""
    extent = enclosing_box([line.box for line in lines])
    if extent is None:
        raise Place(page, "the page has no size (bbox), and no lines")
    log.warning("line %d: the page has no size (bbox); that of its lines is taken", line_of(page))
    return extent


def _classes(element: etree._Element) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def _outermost(page: etree._Element, classes: frozenset[str]) -> Iterator[etree._Element]:
    """The elements of these classes, none within another."""
    for element in page.iter(etree.Element):
        inside = any(classes & _classes(above) for above in element.iterancestors())
        if classes & _classes(element) and not inside:
            yield element


def _properties(element: etree._Element) -> dict[str, list[float]]:
    """``bbox 1 2 3 4; x_wconf 93`` -> ``{"bbox": [1, 2, 3, 4], "x_wconf": [93]}``; names of files are left out."""
    title = re.sub(r"\"[^\"]*\"|'[^']*'", "", element.get("title") or "")
    found: dict[str, list[float]] = {}
    for match in PROPERTY.finditer(title):
        try:
            found.setdefault(match["name"], [float(value.rstrip("%")) for value in match["values"].split()])
        except ValueError:
            continue
    return found


def _bbox(element: etree._Element, properties: dict[str, list[float]], name: str = "bbox") -> Box | None:
    values = properties.get(name)
    if values is None:
        return None
    if len(values) != 4:
        raise Place(element, f"a {name} has four numbers, this one has {len(values)}")
    try:
        return box_of(*values)
    except ValueError as error:
        raise Place(element, str(error)) from error


def _line(element: etree._Element) -> WrittenLine:
    properties = _properties(element)
    found = list(_outermost(element, WORDS))
    words = [word for child in found for word in _words(child)]
    box = _bbox(element, properties) or around(words)
    text = text_of(element)
    if box is None:
        if not text.strip():
            return WrittenLine((), Box(0, 0, 0, 0))
        raise Place(element, "a line of text has no bbox")
    if not found:
        words = _shared_words(_runs(element, Style(), raised=False), box, share(None))
    if words:
        words[-1] = words[-1]._replace(text=with_plain_hyphen(words[-1].text))
    slope, offset = [*properties.get("baseline", []), 0.0, 0.0][:2]
    baseline = box.bottom + offset + slope * box.width / 2 if len(properties.get("baseline", [])) == 2 else None
    if baseline is not None and not is_place(baseline):
        baseline = None
    points = _properties(found[0]).get("x_fsize", [0.0])[0] if found else properties.get("x_fsize", [0.0])[0]
    return WrittenLine(tuple(words), box, baseline, points)


def _words(element: etree._Element) -> list[WrittenWord]:
    properties = _properties(element)
    box = _bbox(element, properties)
    if "x_wconf" in properties:
        confidence = share(str(properties["x_wconf"][0] / 100))
    else:
        confs = properties.get("x_confs") or [1.0]
        confidence = share(str(sum(confs) / len(confs)))
    words = _shared_words(_runs(element, Style(), raised=False), box, confidence)
    if len(words) != 1:
        return words
    return [words[0]._replace(parts=tuple(_parts(element, words[0].text)))]


def _parts(element: etree._Element, text: str) -> Iterator[Part]:
    """The boxes of single characters, where the engine wrote them (``ocrx_cinfo``) and they are the word's."""
    chars = [child for child in element.iter(etree.Element) if "ocrx_cinfo" in _classes(child)]
    texts = [text_of(child).strip() for child in chars]
    if "".join(texts) != text:
        return
    start = 0
    for child, char in zip(chars, texts, strict=True):
        box = _bbox(child, _properties(child), "x_bboxes")
        if box and char:
            yield Part(start, start + len(char), box)
        start += len(char)


def _runs(element: etree._Element, style: Style, *, raised: bool) -> Iterator[_Run]:
    """The text of an element in stretches of one style, in order (not by recursion: a file may nest deeply)."""
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and node.text:
            yield _Run(node.text, *_look(node, element))
        elif event == "end" and node is not element and node.tail:
            parent = node.getparent()
            yield _Run(node.tail, *_look(element if parent is None else parent, element))


def _look(node: etree._Element, top: etree._Element) -> tuple[Style, bool]:
    """Style of the text directly in a node, from the node and all above it up to ``top``."""
    chain = [node, *(above for above in node.iterancestors() if _is_within(above, top))] if node is not top else [top]
    tags = {local(each).lower() for each in chain}
    css = " ".join(each.get("style") or "" for each in chain).lower()
    style = Style(
        italic=bool(tags & ITALIC_TAGS or ITALIC_STYLE.search(css)),
        bold=bool(tags & BOLD_TAGS or BOLD_STYLE.search(css)),
        small_caps=bool(SMALL_CAPS_STYLE.search(css)),
    )
    return style, "sup" in tags or bool(RAISED_STYLE.search(css))


def _is_within(node: etree._Element, top: etree._Element) -> bool:
    return node is top or any(above is top for above in node.iterancestors())


def _shared_words(runs: Iterator[_Run], box: Box | None, confidence: float) -> list[WrittenWord]:
    """Words at white space, with the styles of their characters and their share of the box."""
    chars = [(char, run.style, run.raised) for run in runs for char in run.text]
    words: list[list[tuple[str, Style, bool]]] = [[]]
    for char in chars:
        if char[0].isspace():
            words.append([])
        else:
            words[-1].append(char)
    kept = [word for word in words if word]
    boxes = shared_out(" ".join("".join(char for char, _, _ in word) for word in kept), box)
    return [_word(word, place, confidence) for word, (_, place) in zip(kept, boxes, strict=True)]


def _word(chars: list[tuple[str, Style, bool]], box: Box | None, confidence: float) -> WrittenWord:
    flags = [False, *(raised for _, _, raised in chars), False]
    edges = [index for index, (one, other) in enumerate(pairwise(flags)) if one != other]
    styles = [style for _, style, raised in chars if not raised] or [chars[0][1]]
    return WrittenWord(
        text="".join(char for char, _, _ in chars),
        box=box,
        confidence=confidence,
        style=max(styles, key=styles.count),
        raised=tuple(zip(edges[::2], edges[1::2], strict=True)),
    )


def _rows(page: etree._Element) -> list[list[WrittenWord]]:
    """Words of a page without lines, put into rows: a word goes on as long as it stands level, to the right."""
    rows: list[list[WrittenWord]] = []
    for element in _outermost(page, WORDS):
        for word in _words(element):
            if word.box is None:
                raise Place(element, "a word has no bbox, and stands in no line that has one")
            if rows and _goes_on(rows[-1][-1].box or word.box, word.box):
                rows[-1].append(word)
            else:
                rows.append([word])
    return rows


def _goes_on(one: Box, other: Box) -> bool:
    return one.shared_height(other) > SAME_LINE * min(one.height, other.height) and other.left >= one.left


def _line_of_words(words: list[WrittenWord]) -> WrittenLine:
    return WrittenLine(tuple(words), around(words) or Box(0, 0, 0, 0))
