"""Stops of abbreviations that are in the ink and not in the reading."""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.collation.cells import Cell, Edit, cells_of, rebuild
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.sign_sizes import SignSizes
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.punctuation.lost_stops import lost_quotes, lost_stops, stops_at_quotes
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

WIDTH, X_HEIGHT, BASELINE = 20, 20, 40
Ink = tuple[int, int, int, int]
Rule = Callable[[list[Cell], Ground], Iterator[Edit]]


def mended(read: str, printed: str) -> str:
    """The line after the rule; ``printed`` says where letters and stops are, of which ``read`` lacks some stops."""
    ink = np.zeros((60, WIDTH * (len(printed) + 1)), np.uint8)
    words, chars, unread = [], list[ReadChar](), iter(f"{read} ")
    expected = next(unread)
    for place, sign in enumerate(f"{printed} "):
        left = WIDTH * place
        if sign == ".":
            ink[BASELINE - 5 : BASELINE, left + 4 : left + 9] = 255
        elif sign != " ":
            ink[BASELINE - 28 : BASELINE, left + 2 : left + 17] = 255
        if sign != expected:
            continue
        if sign == " ":
            words.append(ReadWord(tuple(chars), Box(chars[0].box.left, 10, chars[-1].box.right, 46), 0.9))
            chars = []
        else:
            chars.append(ReadChar(sign, Box(left, 10, left + WIDTH, 46), 0.97))
        expected = next(unread, "")
    line = ReadLine(tuple(words), Box(0, 10, WIDTH * len(printed), 46), 0.0, 0.0)
    cells = cells_of(line, [])
    ground = Ground(components_of(ink), LineType(0.0, float(BASELINE), float(X_HEIGHT)))
    rebuilt = rebuild(line, [], cells, list(lost_stops(cells, ground)))
    return " ".join(word.text for word in rebuilt.line.words)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        pytest.param("42 US. 5", "42 U.S. 5", id="between two capitals"),
        pytest.param("see eg. the", "see e.g. the", id="between two small letters"),
        pytest.param("17. Eg. the", "17. E.g. the", id="at the start of a note"),
        pytest.param("A Y J. of", "A Y. J. of", id="behind an initial"),
        pytest.param("the USSR of", "the USSR of", id="without ink there is none"),
        pytest.param("as is. The", "as is. The", id="the stop that is read"),
    ],
)
def test_stops_of_abbreviations(read: str, printed: str) -> None:
    """Every stop of the ink is in the text, and no other."""
    assert printed == mended(read, printed)


def after(rule: Rule, read: str, small: str, rows: tuple[int, int], inks: Iterable[Ink], origin: int) -> str:
    """``read`` after a rule: its letters are blocks, the ``small`` signs dots or strokes in ``rows`` from the baseline.

    ``inks`` are more ink, with columns from ``origin`` pixels right of the left edge of the last small sign.
    """
    ink = np.zeros((60, WIDTH * (len(read) + 3)), np.uint8)
    words, chars, left, edge = [], list[ReadChar](), 0, 0
    for sign in f"{read} ":
        if sign == " ":
            words.append(ReadWord(tuple(chars), Box(chars[0].box.left, 10, chars[-1].box.right, 46), 0.9))
            chars, left = [], left + WIDTH
            continue
        if sign in small:
            edge = left
            ink[BASELINE + rows[0] : BASELINE + rows[1], left + 2 : left + 7] = 255
        else:
            ink[BASELINE - 20 : BASELINE, left + 2 : left + 17] = 255
        width = 9 if sign in small else WIDTH
        chars.append(ReadChar(sign, Box(left, 10, left + width, 46), 0.97))
        left += width
    for start, top, end, bottom in inks:
        ink[BASELINE + top : BASELINE + bottom, edge + origin + start : edge + origin + end] = 255
    line = ReadLine(tuple(words), Box(0, 10, left, 46), 0.0, 0.0)
    cells = cells_of(line, [])
    kind, sizes = LineType(0.0, float(BASELINE), float(X_HEIGHT)), SignSizes(stop=0.03, quote=0.05)
    edits = list(rule(cells, Ground(components_of(ink), kind, sizes)))
    return " ".join(word.text for word in rebuild(line, [], cells, edits).line.words)


def closed(read: str, quote: list[Ink]) -> str:
    """``read`` after the rule; ``quote`` is ink, its columns from the left of the dot of the stop in the first word."""
    return after(lost_quotes, read, ".?", (-5, 0), quote, 2)


STROKE, SECOND = (5, -30, 10, -20), (12, -30, 17, -20)


@pytest.mark.parametrize(
    ("read", "quote", "printed"),
    [
        pytest.param("noon. It", [STROKE], "noon.’ It", id="a single one"),
        pytest.param("noon. It", [STROKE, SECOND], "noon.” It", id="a double one"),
        pytest.param("noon? It", [STROKE], "noon.’ It", id="read as a question with the stop"),
        pytest.param("noon? It", [(0, -30, 10, -8)], "noon? It", id="a question"),
        pytest.param("they. It", [(-4, -22, 1, -16)], "they. It", id="the serif of a y"),
        pytest.param("noon. It", [(5, -30, 8, -27)], "noon. It", id="a speck"),
        pytest.param("noon. It", [(5, -40, 10, -34)], "noon. It", id="the stop of the line above"),
        pytest.param("noon. It", [(24, -30, 29, -20)], "noon. It", id="of the next word"),
    ],
)
def test_quote_over_a_stop(read: str, quote: list[tuple[int, int, int, int]], printed: str) -> None:
    """Ink as large as a comma, raised behind a stop, is the quote that closes."""
    assert printed == closed(read, quote)


def test_quote_needs_the_size_of_the_page() -> None:
    """Without commas on the page there is no measure, and ink before a mark of the next word is not near the stop."""
    assert "noon. It" == closed("noon. It", [STROKE, SECOND, (19, -30, 24, -20)])


def stopped(read: str, *inks: Ink) -> str:
    """``read``, whose quotes are printed, after the rule; ``inks`` have their columns from the left of the quote."""
    return after(stops_at_quotes, read, "’", (-30, -20), inks, 0)


@pytest.mark.parametrize(
    ("inks", "printed"),
    [
        pytest.param([(6, -5, 11, 0)], "noon’. It", id="behind the quote"),
        pytest.param([(1, -5, 5, 0)], "noon.’ It", id="under it"),
        pytest.param([], "noon’ It", id="no ink"),
        pytest.param([(6, -5, 8, -3)], "noon’ It", id="a speck"),
        pytest.param([(6, 2, 11, 7)], "noon’ It", id="below the baseline"),
        pytest.param([(6, -5, 11, 5)], "noon’ It", id="a comma, which is taller"),
        pytest.param([(6, -5, 11, 0), (13, -5, 18, 0)], "noon’ It", id="two dots are dirt"),
    ],
)
def test_stop_at_a_quote(inks: list[tuple[int, int, int, int]], printed: str) -> None:
    """A dot as large as a stop, on the baseline at a closing quote, is the stop of the sentence."""
    assert printed == stopped("noon’ It", *inks)


def test_no_stop_at_a_quote_before_a_small_letter() -> None:
    """The sentence goes on behind a possessive: a dot there is dirt."""
    assert "noon’ is" == stopped("noon’ is", (6, -5, 11, 0))


def test_words_that_lie_crosswise() -> None:
    """A word whose box begins right of the next one's has no room for a stop, and the page is read all the same."""
    ink = np.zeros((60, 200), np.uint8)
    boxes = (Box(120, 10, 140, 46), Box(60, 10, 80, 46))
    words = tuple(ReadWord((ReadChar(text, box, 0.9),), box, 0.9) for text, box in zip("AB", boxes, strict=True))
    cells = cells_of(ReadLine(words, Box(60, 10, 140, 46), 0.0, 0.0), [])
    ground = Ground(components_of(ink), LineType(0.0, float(BASELINE), float(X_HEIGHT)))
    assert [] == list(lost_stops(cells, ground))
