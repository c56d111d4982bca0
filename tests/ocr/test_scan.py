"""Page images: words, sizes, and every raised note call found while no quote is taken for one."""

from pathlib import Path

import msgspec
import pytest
from PIL import Image

from pipeline.config import Settings
from pipeline.model import Line, Page, RaisedMark
from pipeline.ocr import open_source, read_page


def marks(page: Page) -> list[tuple[Line, RaisedMark]]:
    """The raised marks in reading order, each with its line."""
    return [(line, mark) for line in page.lines for mark in line.marks]


def line_with(page: Page, text: str) -> Line:
    """The line that contains the text."""
    return next(line for line in page.lines if text in line.text)


def test_every_call_is_seen_and_read(calls_page: Page) -> None:
    """Six calls of one to three digits are found, in order and read right, and none of the thirteen quotes."""
    assert ["1", "27", "103", "4", "58", "69"] == [mark.readings[0].text for _, mark in marks(calls_page)]


def test_calls_stand_at_word_ends(calls_page: Page) -> None:
    """The characters of a mark are the last of its word, or an empty range after them."""
    ends = [(mark.end, len(line.words[mark.word].text)) for line, mark in marks(calls_page)]
    assert [length for _, length in ends] == [end for end, _ in ends]


def test_calls_stand_at_their_words(calls_page: Page) -> None:
    """Each mark hangs on the word that it follows."""
    words = [line.words[mark.word].text for line, mark in marks(calls_page)]
    assert ["read", "refu", "lend", "shor", "pape", "June"] == [word[:4] for word in words]


def test_sizes_part_body_quotation_and_notes(calls_page: Page) -> None:
    """Type of 10, 9 and 8 points measures at least 6 per cent apart, also in a line without small letters' tails."""
    body, quotation, note = (line_with(calls_page, text).size for text in ("harbour", "The town shall", "numbered"))
    assert body > 1.06 * quotation > 1.06 * 1.06 * note


def test_one_size_measures_the_same_in_every_line(calls_page: Page) -> None:
    """All lines of the body measure the same, within 2 per cent, short ones too."""
    sizes = [line_with(calls_page, text).size for text in ("harbour", "spring", "refused", "pay.", "Nobody", "found")]
    assert [sizes[0]] * 6 == pytest.approx(sizes, rel=0.02)


def test_rule_is_found(calls_page: Page) -> None:
    """The one printed rule is found, and does not become a word."""
    assert [True] == [300 < rule.width < 420 and rule.height < 6 for rule in calls_page.rules]


def test_words_have_boxes_inside_the_page(calls_page: Page) -> None:
    """Every word has a box within the page image, and a confidence."""
    boxes = [(word.box, word.confidence) for line in calls_page.lines for word in line.words]
    inside = [box and 0 <= box.left < box.right <= calls_page.width and 0 <= sure <= 1 for box, sure in boxes]
    assert [] == [index for index, good in enumerate(inside) if not good]


def test_saved_image_has_the_size_of_the_page(calls_page: Page, calls_image: Path) -> None:
    """The boxes refer to the page image that is kept."""
    with Image.open(calls_image.parent / calls_page.image) as image:
        assert (calls_page.width, calls_page.height) == image.size


def test_same_page_same_bytes(calls_page: Page, calls_image: Path, tmp_path: Path) -> None:
    """A page read twice gives the same record and the same image."""
    again = read_page(open_source(calls_image, Settings()), 1, Settings(), tmp_path)
    first = (calls_image.parent / calls_page.image).read_bytes()
    assert (msgspec.json.encode(calls_page), first) == (
        msgspec.json.encode(again),
        (tmp_path / again.image).read_bytes(),
    )


def test_low_resolution_is_enlarged(calls_image: Path, tmp_path: Path) -> None:
    """A page at 150 dpi is enlarged before it is read, whatever its file says of its resolution."""
    with Image.open(calls_image) as image:
        image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS).save(
            tmp_path / "low.png", dpi=(72, 72)
        )
    page = read_page(open_source(tmp_path / "low.png", Settings()), 1, Settings(), tmp_path)
    assert "harbour clerks kept their ledgers" in " ".join(line.text for line in page.lines)
