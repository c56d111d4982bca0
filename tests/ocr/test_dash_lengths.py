"""Dashes that were read for others: what their length makes of them."""

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.collation.cells import cells_of, rebuild
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.sign_sizes import SignSizes
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.punctuation.dash_lengths import edits_by_length, thin_dashes
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

X_HEIGHT, WIDTH, BASELINE = 20, 14, 40
HYPHEN = 10


def told(
    text: str, length: float, *, touching: bool = False, hyphen: float = HYPHEN / X_HEIGHT, faint: bool = False
) -> str:
    """The word after the rule; its one dash has ``length`` hyphens of ink, up to the letters if it is touching.

    A faint one is grey, and white in black and white.
    """
    place = next(index for index, char in enumerate(text) if char in "-—")
    room = round(length * HYPHEN)
    ink = np.zeros((60, WIDTH * len(text) + room + 20), np.uint8)
    grey = np.full_like(ink, 255)
    chars, left = [], 0
    for index, char in enumerate(text):
        width = room + (0 if touching else 4) if index == place else WIDTH
        if index == place:
            edge = 0 if touching else 2
            dash = (slice(BASELINE - 10, BASELINE - 7), slice(left + edge, left + edge + room))
            ink[dash], grey[dash] = 0 if faint else 255, 215
        else:
            letter = (slice(BASELINE - 22, BASELINE), slice(left, left + WIDTH))
            ink[letter], grey[letter] = 255, 0
        chars.append(ReadChar(char, Box(left, 10, left + width, 46), 0.97))
        left += width
    line = ReadLine((ReadWord(tuple(chars), Box(0, 10, left, 46), 0.9),), Box(0, 10, left, 46), 0.0, 0.0)
    cells = cells_of(line, [])
    kind = LineType(0.0, float(BASELINE), float(X_HEIGHT))
    ground = Ground(components_of(ink), kind, SignSizes(hyphen=hyphen), grey)
    return rebuild(line, [], cells, list(edits_by_length(cells, ground))).line.words[0].text


@pytest.mark.parametrize(
    ("read", "length", "printed"),
    [
        ("175-181", 1.8, "175–181"),
        ("175-181", 1.0, "175-181"),
        ("Soviet—Chinese", 1.8, "Soviet–Chinese"),
        ("claim—had", 3.0, "claim—had"),
        ("claim—had", 2.5, "claim—had"),
        ("Soviet-Chinese", 1.8, "Soviet–Chinese"),
        ("flat-bottomed", 1.7, "flat-bottomed"),
        ("captain-keeper", 1.9, "captain–keeper"),
        ("17r-v", 1.7, "17r–v"),
        ("ob.-19", 1.7, "ob.–19"),
        ("pp. 90-", 1.6, "pp. 90–"),
        ("mid-", 1.6, "mid-"),
    ],
)
@pytest.mark.parametrize("touching", [False, True])
def test_dash_is_what_its_length_is(read: str, length: float, printed: str, touching: bool) -> None:
    """One and a half to two hyphens are an en dash, more are an em dash, whether or not it touches its neighbours."""
    assert printed == told(read, length, touching=touching)


@pytest.mark.parametrize(("length", "printed"), [(1.4, "–"), (1.8, "–"), (3.0, "—")])
def test_dash_between_spaces(length: float, printed: str) -> None:
    """Where no hyphen stands, what is shorter than an em dash is an en dash."""
    assert f"lamps {printed} had" == told("lamps — had", length)
    assert f"lamps {printed}" == told("lamps —", length)


def test_page_without_hyphens_tells_numbers() -> None:
    """Without the page's own hyphens the usual length is the measure, and between words a dash has to be clear."""
    read = ["175-181", "90r-v", "Soviet-Chinese", "fir-v"]
    assert ["175–181", "90r–v", "Soviet-Chinese", "fir-v"] == [told(text, 1.8, hyphen=0.0) for text in read]
    assert ["captain–keeper", "captain–", "pp. 90–"] == [
        told(text, 2.1, hyphen=0.0) for text in ("captain-keeper", "captain—", "pp. 90-")
    ]
    assert "175-181" == told("175-181", 1.3, hyphen=0.0)


@pytest.mark.parametrize(("length", "printed"), [(1.8, "60–71"), (1.0, "60-71")])
def test_dash_too_thin_for_black_and_white(length: float, printed: str) -> None:
    """A dash of which there is no ink is measured in the grey page."""
    assert printed == told("60-71", length, faint=True)


def thin(read: str, *inks: tuple[int, int, int, int, int]) -> str:
    """``read`` after the rule; its stop has a room of its own, and inks are columns and rows in it with their grey."""
    room = 24
    ink = np.zeros((60, WIDTH * len(read) + room + 20), np.uint8)
    grey = np.full_like(ink, 255)
    words, chars, left = [], list[ReadChar](), 0
    for char in f"{read} ":
        if char == " ":
            words.append(ReadWord(tuple(chars), Box(chars[0].box.left, 10, chars[-1].box.right, 46), 0.9))
            chars = []
            continue
        if char == ".":
            for start, top, end, bottom, level in inks:
                area = (slice(BASELINE + top, BASELINE + bottom), slice(left + start, left + end))
                grey[area], ink[area] = level, 255 if level < 128 else 0
        else:
            letter = (slice(BASELINE - 22, BASELINE), slice(left, left + WIDTH))
            ink[letter], grey[letter] = 255, 0
        width = room if char == "." else WIDTH
        chars.append(ReadChar(char, Box(left, 10, left + width, 46), 0.97))
        left += width
    line = ReadLine(tuple(words), Box(0, 10, left, 46), 0.0, 0.0)
    cells = cells_of(line, [])
    kind = LineType(0.0, float(BASELINE), float(X_HEIGHT))
    ground = Ground(components_of(ink), kind, SignSizes(hyphen=HYPHEN / X_HEIGHT), grey)
    return " ".join(word.text for word in rebuild(line, [], cells, list(thin_dashes(cells, ground))).line.words)


FAINT_DASH, STOP = (3, -10, 20, -7, 215), (4, -4, 8, 0, 0)


@pytest.mark.parametrize(
    ("read", "ink", "printed"),
    [
        pytest.param("101.107", FAINT_DASH, "101–107", id="between numbers"),
        pytest.param("101. 107", FAINT_DASH, "101–107", id="with a space that is none"),
        pytest.param("101.107", STOP, "101.107", id="a stop"),
        pytest.param("101.107", (3, -10, 8, -7, 215), "101.107", id="a shade shorter than a dash"),
        pytest.param("mole. 107", FAINT_DASH, "mole. 107", id="behind a word"),
    ],
)
def test_stop_without_ink_between_numbers(read: str, ink: tuple[int, int, int, int, int], printed: str) -> None:
    """Where a stop between numbers has no ink, and a dash in grey, the dash is printed."""
    assert printed == thin(read, ink)
