"""Fonts that a PDF only names: the same bytes whatever was read before, and boxes where the ink is."""

import hashlib
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image

from pipeline.config import Settings
from pipeline.model import Line, Page
from pipeline.ocr import open_source, read_page

SANS, SERIF = 32, 34  # flags of PDF 32000-1, table 123: not symbolic, and with serifs
LIGATURE = "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <57> <00660069> endbfchar"
"""W is the glyph of ``fi``."""


def _font(name: str, flags: int, width: int, more: str = "") -> str:
    """A font that is not in the file, all of whose letters are as wide; of no told width where that is 0."""
    widths = f"/FirstChar 32/LastChar 126/Widths[{' '.join([str(width)] * 95)}]" if width else ""
    told = f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/ItalicAngle 0/Ascent 700/Descent -200/CapHeight 700"
    stem = "/StemV 180>>" if name.endswith("Black") else "/StemV 80>>"
    return f"<</Type/Font/Subtype/Type1/BaseFont/{name}{widths}{more}/FontDescriptor{told}{stem}>>"


FONTS = [
    _font("Univers", SANS, 500),
    _font("Univers-Condensed", SANS, 360),
    _font("Univers-Black", SANS, 700),
    _font("Garamond", SERIF, 640),
    _font("Palatino", SERIF, 0),
    _font("Bodoni", SERIF, 300),
]
"""Before and behind the one whose letters are as wide as the face is, one stretches the face and one presses it."""


def _document(path: Path, pages: list[str], fonts: list[str]) -> Path:
    """A PDF with a page for each list of operators; the fonts are F0, F1, ..."""
    named = "".join(f"/F{number} {number + 4} 0 R" for number in range(len(fonts)))
    first = 4 + len(fonts)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 500 200]/Resources<</Font<<{named}>>>>>>",
        f"<</Length {len(LIGATURE)}>>stream\n{LIGATURE}\nendstream\n",
        *fonts,
    ]
    for number, operators in enumerate(pages):
        stream = f"BT 1 0 0 1 40 150 Tm {operators} ET"
        objects += [
            f"<</Type/Page/Parent 2 0 R/Contents {first + 2 * number + 1} 0 R>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream\n",
        ]
    body = "".join(f"{number} 0 obj{each}endobj\n" for number, each in enumerate(objects, 1))
    path.write_bytes(f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\n%%EOF".encode())
    return path


def _read(path: Path, order: list[int], folder: Path) -> dict[int, tuple[bytes, str]]:
    """The bytes of the pages, and the sums of their images, read one behind the other."""
    source = open_source(path, Settings())
    return {number: _bytes(read_page(source, number, Settings(), folder), folder) for number in order}


def _bytes(page: Page, folder: Path) -> tuple[bytes, str]:
    return msgspec.json.encode(page), hashlib.sha256((folder / page.image).read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def named_fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document with a page in each of the fonts, and one in all of them."""
    alone = [f"/F{number} 20 Tf (The lamps of the harbour) Tj" for number in range(len(FONTS))]
    return _document(tmp_path_factory.mktemp("named") / "named.pdf", [*alone, " 0 -30 Td ".join(alone)], FONTS)


@pytest.mark.parametrize("order", [[7, 6, 5, 4, 3, 2, 1], [3, 6, 1, 7, 2, 5, 4]], ids=["backwards", "across"])
def test_pages_are_the_same_in_any_order(named_fonts: Path, tmp_path: Path, order: list[int]) -> None:
    """PDFium stretches two faces for all such fonts, and leaves them so: no page shows what was read before it."""
    assert _read(named_fonts, sorted(order), tmp_path) == _read(named_fonts, order, tmp_path)


def _line(tmp_path: Path, font: str, operators: str) -> tuple[Line, Path]:
    source = open_source(_document(tmp_path / "line.pdf", [f"/F0 20 Tf {operators}"], [font]), Settings())
    page = read_page(source, 1, Settings(), tmp_path)
    return page.lines[0], tmp_path / page.image


@pytest.mark.parametrize("font", [pytest.param(each, id=each.split("/")[6]) for each in FONTS])
def test_boxes_are_where_the_ink_is(tmp_path: Path, font: str) -> None:
    """A line begins and ends where its ink does on the page image, but for a pixel of the JPEG."""
    line, image = _line(tmp_path, font, "(Harbour men) Tj")
    inked = np.flatnonzero((np.asarray(Image.open(image)) < 128).any(axis=0))
    box = line.box
    assert box is not None
    assert [box.left, box.right] == pytest.approx([inked[0], inked[-1] + 1], abs=1.5)


def test_letters_of_a_ligature_keep_their_order(tmp_path: Path) -> None:
    """Both have the one box of their glyph: an outline of each would put the i before the f."""
    font = _font("Univers", SANS, 500, "/ToUnicode 3 0 R")
    assert "specific" == _line(tmp_path, font, "(speciWc) Tj")[0].text


@pytest.mark.parametrize("font", [pytest.param(each, id=each.split("/")[6]) for each in FONTS])
def test_a_raised_number_is_marked(tmp_path: Path, font: str) -> None:
    """A call that is set small and raised is one in such a font, too, and no word of its own."""
    line, _ = _line(tmp_path, font, "(lamps) Tj /F0 12 Tf 7 Ts (12) Tj 0 Ts /F0 20 Tf ( and oil) Tj")
    assert ("lamps12 and oil", ["12"]) == (line.text, [mark.readings[0].text for mark in line.marks])
