"""Dot leaders are counted from their ink, and tables of contents are read whole."""

import numpy as np
import pytest

from pipeline.config import Settings
from pipeline.ocr import open_source, read_page
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.page_image.dot_leaders import dots_of_ellipses, find_leaders
from tests.ocr.conftest import page_image

X_HEIGHT = 20.0
CONTENTS = """
#set page(width: 130mm, height: 90mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
#let item(title, page) = [#title #box(width: 1fr, repeat[.]) #page #linebreak()]
#item("The lamps of the harbour", "12")
#item("Oil and its price", "134")
#item("The keepers and their bread", "207")

The keepers were paid by the month, and bought their own bread . . . from the baker in Lower Street.
"""


@pytest.mark.parametrize(
    ("dots", "pitch", "expected"),
    [
        pytest.param(12, 10, [(12, False)], id="close"),
        pytest.param(12, 24, [(12, True)], id="with spaces between them"),
        pytest.param(4, 10, [], id="an ellipsis"),
        pytest.param(12, 60, [], id="far apart"),
    ],
)
def test_rows_of_dots(dots: int, pitch: int, expected: list[tuple[int, bool]]) -> None:
    """Many dots on one line, evenly spaced, are a leader."""
    ink = np.zeros((60, 900), np.uint8)
    for dot in range(dots):
        ink[40:45, 20 + pitch * dot : 25 + pitch * dot] = 255
    assert expected == [(len(found.dots), found.spaced) for found in find_leaders(components_of(ink), X_HEIGHT)]


def test_feet_of_broken_letters_are_no_leader() -> None:
    """Dots at the feet of letters stand among the rest of their ink."""
    ink = np.zeros((60, 900), np.uint8)
    for dot in range(12):
        ink[40:45, 20 + 24 * dot : 25 + 24 * dot] = 255
        ink[24:37, 20 + 24 * dot : 34 + 24 * dot] = 255
    assert [] == find_leaders(components_of(ink), X_HEIGHT)


def test_the_edge_of_a_scan_is_no_letter_beside_a_leader() -> None:
    """A black frame is a piece of ink whose box encloses every row of dots, and it has no ink among them."""
    ink = np.zeros((200, 900), np.uint8)
    ink[0:3], ink[:, 0:3] = 255, 255
    for dot in range(12):
        ink[140:145, 20 + 10 * dot : 25 + 10 * dot] = 255
    assert [12] == [len(found.dots) for found in find_leaders(components_of(ink), X_HEIGHT)]


def test_a_table_of_contents_is_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Titles and page numbers are words, and between them stand dots and nothing else."""
    image = page_image(CONTENTS, tmp_path_factory.mktemp("contents") / "contents.png")
    lines = read_page(open_source(image, Settings()), 1, Settings(), image.parent).lines
    items = [[part for part in line.text.replace(" .", ".").split(".") if part] for line in lines[:3]]

    expected = [["The lamps of the harbour", " 12"], ["Oil and its price", " 134"],
                ["The keepers and their bread", " 207"]]  # fmt: skip
    assert expected == items


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param((0, 24, 48), 3, id="three"),
        pytest.param((0, 24, 48, 72), 4, id="with a stop"),
        pytest.param((0, 24, 60), 0, id="not as far apart"),
        pytest.param((0, 10, 20), 0, id="one sign"),
        pytest.param((0, 24), 0, id="two"),
    ],
)
def test_dots_of_a_spaced_ellipsis(places: tuple[int, ...], expected: int) -> None:
    """They are no specks, though the middle one is far from all letters."""
    ink = np.zeros((60, 300), np.uint8)
    for place in places:
        ink[40:45, 20 + place : 25 + place] = 255
    assert expected == len(dots_of_ellipses(components_of(ink), X_HEIGHT))
