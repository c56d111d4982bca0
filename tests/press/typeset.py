"""Typesetting: a TEI article and a layout in; a PDF, the truth of its text and the truth of its furniture out.

Typst (https://typst.app) sets the pages with the fonts that its wheel brings along, no clock and no system font: the
same article and layout give the same bytes.
"""

import copy
import io
import json
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pdfplumber
import typst
from lxml import etree

from tests.press.composing import RULE, Continued, compose
from tests.press.french_style import set_in_french_style
from tests.press.layout import Layout
from tests.press.masthead import read_masthead, set_pages
from tests.press.preparing import XML_ID, cut, find_all, prepare, tei
from tests.press.printed_headings import print_headings

SIGNS = ("*", "†", "‡", "§", "¶", "**", "††", "‡‡", "§§", "¶¶")
LABELS = {
    "page-signs": SIGNS,
    "page-numbers": tuple(str(number) for number in range(1, 100)),
    "page-letters": tuple("abcdefghijklmnopqrstuvwxyz"),
}
"""What the notes of a page are labelled with, where labels start again on every page."""
ROUNDS = 8
"""Signs move calls and calls move signs; every specimen settles within three rounds."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What came off the press."""

    pdf: bytes
    truth: bytes
    """TEI of exactly what was printed, with the note labels and the pages of this printing."""
    furniture: tuple[dict[str, str | int], ...]
    """Per page: ``page`` (from 1), ``folio``, ``head``, ``foot`` and ``folio_place``; empty where nothing stands."""

    @property
    def furniture_json(self) -> str:
        """The furniture as it is written beside the PDF."""
        return json.dumps(self.furniture, ensure_ascii=False, indent=1) + "\n"


def typeset(article: etree._Element, layout: Layout) -> Printed:
    """Set the article.

    Raises:
        ValueError: the signs of the notes do not settle.
    """
    tree = prepare(article)
    print_headings(tree, layout)
    if layout.french:
        set_in_french_style(tree)
    label_notes(tree, layout)
    masthead = read_masthead(tree)
    for _ in range(ROUNDS):
        pdf, calls, ends, furniture = _compile(compose(tree, layout, masthead))
        if not relabel(tree, layout, calls):
            break
    else:
        raise ValueError("the note signs do not settle: setting them moves their calls to other pages")
    if layout.continued_line:
        pdf, *_ = _compile(compose(tree, layout, masthead, continued_notes(tree, calls, ends, pdf)))
    first = layout.first_folio or masthead.first_folio
    set_pages(tree, first, first + len(furniture) - 1 - layout.cover)
    return Printed(pdf, etree.tostring(tree, encoding="utf-8", xml_declaration=True), furniture)


def typeset_opening(article: etree._Element, layout: Layout, pages: int) -> Printed:
    """Set as much of the article, cut after a paragraph, as fits on that many pages (cover included)."""
    low, high = 1, len(_cuttable(article))
    best = typeset(shorten(article, low), layout)
    while low < high:
        middle = (low + high + 1) // 2
        printed = typeset(shorten(article, middle), layout)
        if len(printed.furniture) <= pages:
            low, best = middle, printed
        else:
            high = middle - 1
    return best


def shorten(article: etree._Element, blocks: int) -> etree._Element:
    """A copy with the first blocks of the body only; no heading and no half paragraph is left at its end."""
    tree = copy.deepcopy(article)
    kept = _cuttable(tree)[:blocks]
    while kept and (kept[-1].tag == tei("head") or kept[-1].get("part") in ("I", "M") or kept[-1].tag == tei("quote")):
        kept.pop()
    for node in _cuttable(tree)[len(kept) :]:
        cut(node)
    for division in reversed(find_all(tree, "//t:body//t:div[not(*)]")):
        cut(division)
    _drop_pointers(tree)
    return tree


def _drop_pointers(tree: etree._Element) -> None:
    """Pointers to what has been cut off would point nowhere."""
    known = {node.get(XML_ID) for node in tree.iter()}
    for node in tree.iter():
        for name in ("ref", "corresp", "target"):
            if (node.get(name) or "").startswith("#") and (node.get(name) or "")[1:] not in known:
                del node.attrib[name]


def _cuttable(article: etree._Element) -> list[etree._Element]:
    path = "//t:body/*[not(self::t:div)] | //t:body//t:div/*[not(self::t:div)]"
    return find_all(article, path)


def notes_of(article: etree._Element) -> list[etree._Element]:
    """Every note of the text, in the order of the calls."""
    return find_all(article, "//t:text//t:note")


def label_notes(article: etree._Element, layout: Layout) -> None:
    """Number the notes through the article; the starred note to the author keeps its star."""
    numbered = [note for note in notes_of(article) if note.get("type") != "author"]
    for number, note in enumerate(numbered, layout.first_note):
        note.set("n", str(number))
        note.set("place", "end" if layout.notes == "end" else "foot")


def relabel(article: etree._Element, layout: Layout, calls: list[int]) -> bool:
    """Give the notes of each page the labels in their order; True if any note got another label.

    The author's note has a sign of the page's like the others where all are signs, else it keeps its star.
    """
    if layout.notes not in LABELS:
        return False
    labels = LABELS[layout.notes]
    before = [note.get("n") for note in notes_of(article)]
    seen: Counter[int] = Counter()
    for note, page in zip(notes_of(article), calls, strict=True):
        if layout.notes == "page-signs" or note.get("type") != "author":
            note.set("n", labels[seen[page]])
            seen[page] += 1
    return before != [note.get("n") for note in notes_of(article)]


def continued_notes(article: etree._Element, calls: list[int], ends: list[int], pdf: bytes) -> list[Continued]:
    """Where a note that began on an earlier page goes on: the place under the rule of the page."""
    running_on = {
        page: note.get("n") or ""
        for note, begins, last in zip(notes_of(article), calls, ends, strict=True)
        for page in range(begins + 1, last + 1)
    }
    found: list[Continued] = []
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for page, label in sorted(running_on.items()):
            rules = [line for line in document.pages[page - 1].lines if abs(line["width"] - RULE * 72 / 25.4) < 1]
            found.extend(Continued(page, label, float(rule["x0"]), float(rule["top"])) for rule in rules[-1:])
    return found


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _compile(source: str) -> tuple[bytes, list[int], list[int], tuple[dict[str, str | int], ...]]:
    """The PDF, the page of every call, the page on which every foot-note ends, and the furniture."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.typ"
        path.write_text(source, encoding="utf-8")
        compiler = typst.Compiler(path, font_paths=_fonts(), ignore_system_fonts=True)
        pdf = compiler.compile(format="pdf", timestamp=0, pdf_tags=False)
        calls = json.loads(compiler.query("<calls>", field="value", one=True))
        ends = json.loads(compiler.query("<ends>", field="value", one=True))
        furniture = json.loads(compiler.query("<furniture>", field="value"))
    if not isinstance(pdf, bytes):
        raise TypeError("the compiler gave no PDF")
    return pdf, list(calls), list(ends), tuple(furniture)
