"""Preparation: skew, borders, light, specks, and the size of the type, each on a page drawn here."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.ocr.ink.drawings import drawn_on
from pipeline.ocr.ink.faint_signs import with_faint_signs
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.ink.inked import Inked, ink_of
from pipeline.ocr.page_image.bent_lines import straightened_lines
from pipeline.ocr.page_image.borders import without_borders
from pipeline.ocr.page_image.preparation import (
    even_light,
    prepare,
    skew_of,
    x_height_of,
)


def drawn_page() -> Grey:
    """Thirty lines of letter-shaped blocks, 20 pixels tall, on white."""
    image = Image.new("L", (1200, 1600), 255)
    draw = ImageDraw.Draw(image)
    for row in range(30):
        for column in range(60):
            left, top = 100 + 16 * column, 150 + 44 * row
            draw.ellipse((left, top, left + 12, top + 19), outline=0, width=4)
    return np.asarray(image)


def turned(page: Grey, degrees: float) -> Grey:
    """The page turned counter-clockwise about its middle."""
    return np.asarray(Image.fromarray(page).rotate(degrees, fillcolor=255, resample=Image.Resampling.BICUBIC))


@pytest.mark.parametrize("degrees", [-2.0, -0.5, 0.0, 1.3])
def test_skew(degrees: float) -> None:
    """The skew of a page is measured to a tenth of a degree."""
    assert -degrees == pytest.approx(skew_of(ink_of(turned(drawn_page(), degrees))), abs=0.1)


def test_x_height() -> None:
    """The height of the small letters is measured to half a pixel."""
    assert 20 == pytest.approx(x_height_of(ink_of(drawn_page())), abs=0.5)


def test_uneven_light() -> None:
    """Paper in the shadow of the gutter becomes as white as the rest."""
    shadow = np.linspace(0.4, 1.0, 1200)
    even = even_light((drawn_page() * shadow).astype(np.uint8))
    assert even[40:100, 5:40].mean() > 245


def test_black_border() -> None:
    """The black edge of the scanner is painted over, the text is not."""
    page = drawn_page()
    bordered = page.copy()
    bordered[:, :60] = 0
    cleaned = without_borders(Inked(bordered), 20.0)
    assert (True, 255) == (bool((cleaned[:, 100:] == page[:, 100:]).all()), int(np.min(cleaned[:, :60])))


def test_shadow_in_the_gutter() -> None:
    """The dots of a shadow along the edge are painted over, letters and the dots of a picture are not."""
    page = drawn_page()
    dotted = page.copy()
    dotted[1:1600:4, 1:130:4] = 0
    dotted[1400:1500:4, 600:700:4] = 0
    cleaned = without_borders(Inked(dotted), 20.0)
    assert (True, 255) == (bool((cleaned[:1400, 130:] == page[:1400, 130:]).all()), int(np.min(cleaned[:, :95])))
    assert 0 == int(np.min(cleaned[1400:1500, 600:700]))


def test_ink_is_looked_for_again_only_on_a_changed_page() -> None:
    """A page without borders is the same page, with the ink that was found; one with a border is another."""
    page, bordered = Inked(drawn_page()), Inked(np.pad(drawn_page()[:, 60:], ((0, 0), (60, 0))))
    assert page is page.changed_to(without_borders(page, 20.0))
    assert bordered is not (cleaned := bordered.changed_to(without_borders(bordered, 20.0)))
    assert (255, 0) == (int(np.max(bordered.ink[:, :60])), int(np.max(cleaned.ink[:, :60])))


def bent(page: Grey, most: float) -> Grey:
    """The page with lines that rise at the left of its foot, and fall at the left of its head, by pixels."""
    height, width = page.shape
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    bend = most * (2 * rows / height - 1) * np.square(np.maximum(1 - columns / 350, 0))
    return np.asarray(cv2.remap(page, columns, rows + bend, cv2.INTER_LINEAR, borderValue=(255,)))


def lines_that_are_level(page: Grey) -> int:
    """Rows of paper between two lines, from the left of the text to the right."""
    return int(np.count_nonzero(page[150:1470, 100:1060].min(axis=1) > 200))


def test_lines_that_bend_towards_the_binding() -> None:
    """They are straight again from one edge of the text to the other; a page with straight lines is not touched."""
    page = drawn_page()
    straight = lines_that_are_level(page)
    curled = bent(page, 30.0)
    mended = straightened_lines(Inked(curled), 20.0, cv2.INTER_LINEAR)
    assert (True, True) == (
        lines_that_are_level(curled) < 0.76 * straight,
        lines_that_are_level(mended) > 0.88 * straight,
    )
    assert page is straightened_lines(Inked(page), 20.0, cv2.INTER_LINEAR)


def test_speck_in_the_margin() -> None:
    """A speck away from the text is no ink; the same speck beside a word stays."""
    page = drawn_page()
    cv2.circle(page := page.copy(), (40, 1560), 2, 0, -1)
    cv2.circle(page, (1064, 160), 2, 0, -1)
    ink = prepare(page, 300).ink
    assert (0, True) == (int(np.max(ink[1540:1580])), bool(ink[155:166, 1060:1070].any()))


def test_blank_page() -> None:
    """A blank page is prepared, not refused."""
    assert 0.0 == prepare(np.full((300, 200), 255, np.uint8), 300).x_height


def test_dots_are_no_letters() -> None:
    """A table of contents with leaders has more dots than letters, and its type is not as small as they are."""
    ink = np.zeros((400, 1200), np.uint8)
    for row in range(6):
        foot = 60 * row + 50
        for letter in range(10):
            left = 24 * letter + 10
            ink[foot - 20 : foot, left : left + 16] = 255
            ink[foot - 17 : foot - 4, left + 3 : left + 13] = 0
        for dot in range(40):
            ink[foot - 8 : foot, 16 * dot + 300 : 16 * dot + 308] = 255
    assert 20 == x_height_of(ink)


def test_a_blank_leaf_with_the_other_side_showing_through() -> None:
    """What shines through a blank leaf is no ink, and does not set the size of its type; a line printed on it is."""
    through = np.where(np.fliplr(drawn_page()) < 128, 248, 254).astype(np.uint8)
    printed = through.copy()
    printed[700:740] = drawn_page()[700:740]

    assert (0, 0.0) == (int(np.max(ink_of(through))), prepare(through, 300).x_height)
    assert (0, 255) == (int(np.max(ink_of(printed)[:690])), int(np.max(ink_of(printed)[700:740])))


def test_thin_strokes_of_a_raised_sign_are_ink() -> None:
    """Of a label with a pale middle all is ink, where it is raised before a line, and not on a line or behind it."""
    page = drawn_page()
    page = np.where(page == 255, 250, page).astype(np.uint8)
    raised, on_line = (140, 60), (199, 84)  # before two lines: the foot above that of the first, and on the second
    behind = (140, 1110)  # two x-heights behind the end of the first line
    for top, left in (raised, on_line, behind):
        page[top : top + 4, left : left + 10] = 20
        page[top + 4 : top + 11, left + 2 : left + 5] = 215
        page[top + 11 : top + 15, left : left + 10] = 20
    ink = ink_of(page)
    pieces = np.asarray(cv2.connectedComponentsWithStats(ink)[2], dtype=np.int32)
    faint = with_faint_signs(page, ink, pieces, 20.0)

    assert (255, 0, 0) == tuple(int(faint[top + 7, left + 2]) for top, left in (raised, on_line, behind))


def test_text_beside_a_black_border_stays() -> None:
    """Specks of a copier hang on the black and reach into the text beside it; a picture is taken out with its dots."""
    page = np.zeros((800, 800), np.uint8)
    page[:, 40:200] = 255
    page[700:703, 200:500] = 255  # the specks, as one thread
    page[100:120, 300:312] = 255  # a letter
    page[400:404, 100:104] = 0
    page[401:403, 101:103] = 255  # a dot within the black
    cleaned = drawn_on(page, page, 20.0).type
    assert (255, 0, 0) == (cleaned[110, 305], cleaned[402, 102], cleaned[300, 100])
