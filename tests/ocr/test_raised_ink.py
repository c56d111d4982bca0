"""Raised ink that geometry tells from broken figures, and what is left to a reader."""

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.ink.components import Components, components_of
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks import raised_ink
from pipeline.ocr.raised_marks.not_calls import told_apart
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

X_HEIGHT, BASELINE = 20, 100
KIND = LineType(slope=0.0, intercept=float(BASELINE), x_height=float(X_HEIGHT))
Ink = tuple[int, int, int, int]
LETTERS: tuple[Ink, ...] = ((10, 80, 24, 100), (28, 80, 42, 100))


def _page(*inks: Ink) -> Components:
    ink = np.zeros((140, 200), np.uint8)
    for left, top, right, bottom in inks:
        ink[top:bottom, left:right] = 255
    return components_of(ink)


def _line(*chars: tuple[str, Ink]) -> ReadLine:
    """One word, ``no`` and what follows it."""
    own = [("n", LETTERS[0]), ("o", LETTERS[1]), *chars]
    read = tuple(ReadChar(text, Box(*box), 0.9) for text, box in own)
    return ReadLine((ReadWord(read, Box(10, 60, 120, 106), 0.9),), Box(10, 60, 120, 106), 0.0, -6.0)


def _marks(line: ReadLine, *inks: Ink) -> list[tuple[str, Box]]:
    """What stands for each mark of a line with this ink, and the mark's box."""
    found = raised_ink.find(_page(*LETTERS, *inks), line, KIND).marks
    chars = line.words[0].chars
    return [("".join(char.text for char in chars[mark.start : mark.end]), mark.box) for mark in found]


def test_a_digit_in_three_pieces_is_one_mark() -> None:
    """The bar of a broken 5 stands higher than any sign of its own, but belongs to the rest."""
    pieces: tuple[Ink, ...] = ((48, 75, 52, 80), (50, 62, 58, 66), (55, 69, 60, 81))
    assert [("", Box(48, 62, 60, 81))] == _marks(_line(), *pieces)


def test_the_half_of_a_figure_is_no_mark() -> None:
    """The stem of a 9 on the line is loose, and the rest of the figure stands in its columns."""
    line = _line(("9", (48, 70, 62, 100)))
    assert [] == _marks(line, (48, 70, 54, 86), (49, 71, 62, 100))


def test_a_stop_and_a_dagger_are_no_exclamation_mark() -> None:
    """``.‡`` is read as ``!``: the stop stands beside the sign, the dot of an exclamation mark under it."""
    read = _line(("!", (46, 62, 61, 100)))
    beside, under = (46, 95, 51, 100), (53, 94, 59, 100)
    sign = (53, 62, 61, 87)
    assert ([("!", Box(*sign))], []) == (_marks(read, beside, sign), _marks(read, under, sign))


def test_an_exclamation_mark_without_its_dot_is_the_mark() -> None:
    """The thin stroke of a raised 1 is read as ``!``, whose box stands on the line beside it, where nothing is."""
    read = _line(("!", (44, 66, 54, 100)))
    stroke, dot = (51, 66, 54, 82), (50, 94, 55, 100)
    assert ([("!", Box(*stroke))], []) == (_marks(read, stroke), _marks(read, stroke, dot))


@pytest.mark.parametrize(
    ("behind", "expected"), [(".", (0, 1)), ("w", (0, 0))], ids=["before its stop: a reader has to say", "in a word"]
)
def test_raised_ink_in_the_box_of_the_last_letter(behind: str, expected: tuple[int, int]) -> None:
    """Where Tesseract drops a raised sign the box of the letter before holds it, also where the word's stop follows."""
    sign, last = (46, 64, 58, 82), (64, 94, 69, 100) if behind == "." else (62, 80, 80, 100)
    chars = (("n", LETTERS[0]), ("o", (28, 64, 60, 100)), (behind, last))
    own = tuple(ReadChar(text, Box(*box), 0.9) for text, box in chars)
    line = ReadLine((ReadWord(own, Box(10, 60, 80, 106), 0.9),), Box(10, 60, 120, 106), 0.0, -6.0)
    [told] = told_apart(_page(*LETTERS, sign, last), [line], [KIND])
    assert expected == (len(told.calls), len(told.doubtful))


def test_a_two_with_a_loose_foot_is_one_mark() -> None:
    """The stroke of a small 2 is thin and breaks; its foot is too low for a sign, and the arch does not stand on it."""
    arch, foot = (48, 68, 59, 81), (47, 84, 59, 89)
    assert [("", Box(47, 68, 59, 89))] == _marks(_line(), arch, foot)


def test_a_sign_without_ink_of_its_own_is_of_the_mark() -> None:
    """Of a raised 12 Tesseract makes ``!!`` and puts the first sign before it; a quote there would have its ink."""
    digits: tuple[Ink, ...] = ((56, 68, 60, 87), (64, 68, 74, 87))
    read = _line(("’", (44, 68, 50, 80)), ("!", (52, 68, 58, 100)), ("!", (64, 68, 74, 87)))
    quote = (46, 68, 50, 78)
    whole = Box(56, 68, 74, 87)
    assert ([("’!!", whole)], [("!!", whole)]) == (_marks(read, *digits), _marks(read, quote, *digits))


def test_a_star_read_as_a_quote_beside_it_is_the_mark() -> None:
    """``road.*`` comes back as ``road.”``, the sign before the star; a quote there would have its ink."""
    star = ((58, 64, 61, 78), (53, 69, 66, 73))
    read = _line(("”", (42, 64, 50, 78)))
    quote: tuple[Ink, ...] = ((43, 66, 45, 76), (47, 66, 49, 76))
    assert ([("”", Box(53, 64, 66, 78))], [("", Box(53, 64, 66, 78))]) == (
        _marks(read, *star), _marks(read, *quote, *star),
    )  # fmt: skip


def test_a_word_of_signs_is_the_mark() -> None:
    """Tesseract makes ``no. !°`` of a raised 10: the stop before it stays a stop, whatever its box is."""
    one, nought = (58, 68, 62, 87), (66, 68, 78, 87)
    stop = ReadChar(".", Box(56, 68, 64, 87), 0.9)
    word = ReadWord((*_line().words[0].chars, stop), Box(10, 60, 64, 106), 0.9)
    signs = tuple(ReadChar(text, Box(left, 60, left + 12, 106), 0.9) for text, left in (("!", 54), ("°", 70)))
    line = ReadLine((word, ReadWord(signs, Box(54, 60, 82, 106), 0.9)), Box(10, 60, 120, 106), 0.0, -6.0)
    found = raised_ink.find(_page(*LETTERS, one, nought), line, KIND).marks
    assert [(1, 0, 2)] == [(mark.word, mark.start, mark.end) for mark in found]


def test_a_digit_that_stands_nowhere_is_of_the_mark() -> None:
    """Of 127 the 7 is in pieces that are no sign; Tesseract reads it, and no figure stands on the line there."""
    one, broken = (48, 68, 52, 87), (60, 68, 66, 71)
    read = _line(("1", (48, 68, 52, 87)), ("7", (58, 68, 68, 87)))
    standing = (58, 70, 68, 100)
    assert ["17", "1"] == [_marks(read, one, ink)[0][0] for ink in (broken, standing)]


def test_two_marks_of_one_number_are_one() -> None:
    """1 and 5 of 125 are whole, and the 2 between them is not."""
    read = _line(("1", (48, 68, 52, 87)), ("2", (56, 68, 66, 87)), ("5", (70, 68, 78, 87)))
    assert [("125", Box(48, 68, 78, 87))] == _marks(read, (48, 68, 52, 87), (58, 68, 66, 72), (70, 68, 78, 87))


@pytest.mark.parametrize(("before", "read"), [("U", "."), ("V", "h")])
def test_the_top_of_a_broken_letter_within_a_word(before: str, read: str) -> None:
    """``U.S.`` and ``When`` have no call in them, whatever loose stem there is."""
    stem = (50, 70, 56, 84)
    chars = ((before, (10, 60, 24, 100)), (read, stem), ("S", (62, 70, 74, 100)))
    letters = tuple(ReadChar(text, Box(*box), 0.9) for text, box in chars)
    line = ReadLine((ReadWord(letters, Box(10, 60, 74, 100), 0.9),), Box(10, 60, 120, 106), 0.0, -6.0)
    told = told_apart(_page((10, 60, 24, 100), stem, (62, 70, 74, 100)), [line], [KIND])[0]
    assert ([], []) == (told.calls, told.doubtful)


@pytest.mark.parametrize(
    ("char", "ink", "expected"),
    [
        pytest.param("“", (46, 64, 58, 82), (0, 1), id="opening quote before a word: a reader has to say"),
        pytest.param("”", (46, 66, 60, 84), (1, 0), id="behind a word: a mark"),
    ],
)
def test_what_is_doubtful(char: str, ink: Ink, expected: tuple[int, int]) -> None:
    """Marks, and doubtful marks, among ink as large as a digit."""
    left, top, right, bottom = ink
    box = Box(left, top, right, bottom)
    letter = ReadChar("w", Box(62, 80, 80, 100), 0.9)
    first = ReadWord(
        (ReadChar("n", Box(*LETTERS[0]), 0.9), ReadChar("o", Box(*LETTERS[1]), 0.9)), Box(10, 80, 42, 100), 0.9
    )
    sign = ReadChar(char, box, 0.9)
    words = (first, ReadWord((sign, letter), Box(46, 64, 80, 100), 0.9)) if char == "“" else (
        ReadWord((*first.chars, sign), Box(10, 64, 60, 100), 0.9),
    )  # fmt: skip
    line = ReadLine(words, Box(10, 60, 120, 106), 0.0, -6.0)
    told = told_apart(_page(*LETTERS, (62, 80, 80, 100), ink), [line], [KIND])[0]
    assert expected == (len(told.calls), len(told.doubtful))


@pytest.mark.parametrize(("foot", "start"), [(75, 3), (82, 2)], ids=["a quote", "the first figure"])
def test_a_quote_as_tall_as_figures_stands_higher(foot: int, start: int) -> None:
    """``no”¹²`` in a face with tall quotes: what opens words shows how tall they are, and their feet where they end."""
    strokes: tuple[Ink, ...] = ((46, foot - 13, 52, foot), (54, foot - 13, 60, foot))
    figures: tuple[Ink, ...] = ((63, 66, 69, 82), (72, 66, 80, 82))
    opening, letter = (84, 62, 90, 75), (92, 80, 110, 100)
    word = _line(("”", (46, 62, 60, 82)), ("!", figures[0]), ("*", figures[1])).words[0]
    quoted = ReadWord((ReadChar("“", Box(*opening), 0.9), ReadChar("a", Box(*letter), 0.9)), Box(84, 62, 110, 100), 0.9)
    line = ReadLine((word, quoted), Box(10, 60, 120, 106), 0.0, -6.0)
    told = told_apart(_page(*LETTERS, *strokes, *figures, opening, letter), [line], [KIND])[0]
    assert [(start, 5)] == [(mark.start, mark.end) for mark in told.calls]


@pytest.mark.parametrize(("read", "calls"), [("’?", 0), ("!?", 1)])
def test_apostrophe_with_a_speck_is_no_call(read: str, calls: int) -> None:
    """Between a letter and a small letter, a quote that a speck has made a question is an apostrophe."""
    ink = (46, 64, 58, 82)
    letters = (ReadChar("n", Box(*LETTERS[0]), 0.9), ReadChar("o", Box(*LETTERS[1]), 0.9))
    signs = (ReadChar(read[0], Box(46, 64, 52, 82), 0.9), ReadChar(read[1], Box(52, 64, 58, 82), 0.9))
    word = ReadWord((*letters, *signs, ReadChar("a", Box(62, 80, 80, 100), 0.9)), Box(10, 64, 80, 100), 0.9)
    line = ReadLine((word,), Box(10, 60, 120, 106), 0.0, -6.0)
    told = told_apart(_page(*LETTERS, (62, 80, 80, 100), ink), [line], [KIND])[0]
    assert calls == len(told.calls)


@pytest.mark.parametrize(
    ("neighbour", "expected"),
    [pytest.param(False, 1, id="in the margin"), pytest.param(True, 0, id="where a call of the next column stands")],
)
def test_a_label_may_hang_before_its_line(neighbour: bool, expected: int) -> None:
    """Four x-heights before its note a label is seen, and a reader has to say that it is none of another line's."""
    chars = tuple(ReadChar(text, Box(left, 80, left + 14, 100), 0.9) for text, left in (("n", 120), ("o", 138)))
    line = ReadLine((ReadWord(chars, Box(120, 80, 152, 100), 0.9),), Box(120, 60, 152, 106), 0.0, -6.0)
    before = ReadChar("a", Box(5, 80, 19, 100), 0.9)
    other = ReadLine((ReadWord((before,), Box(5, 80, 19, 100), 0.9),), Box(5, 60, 19, 106), 0.0, -6.0)
    lines = [line, other] if neighbour else [line]
    page = _page((120, 80, 134, 100), (138, 80, 152, 100), (40, 64, 50, 82))
    assert ([], expected) == (
        told_apart(page, lines, [KIND] * len(lines))[0].calls,
        len(told_apart(page, lines, [KIND] * len(lines))[0].doubtful),
    )


@pytest.mark.parametrize(
    ("ink", "expected"),
    [((48, 71, 60, 93), 1), ((48, 71, 52, 93), 0), ((48, 73, 60, 95), 0), ((48, 66, 60, 93), 0)],
    ids=["a low figure", "a sliver", "too low", "a capital where a line bends"],
)
def test_a_figure_may_stand_a_little_lower_than_other_signs(ink: Ink, expected: int) -> None:
    """The raised figures of some faces stand so low that only their size tells them from broken letters."""
    assert expected == len(_marks(_line(), ink))


@pytest.mark.parametrize(("read", "calls"), [("R", 0), ("9", 1)], ids=["a letter", "a figure"])
def test_a_low_letter_before_small_ones_is_no_call(read: str, calls: int) -> None:
    """Where a line bends upwards, its first letter stands as low as the raised figures of some faces."""
    ink = (8, 71, 20, 93)
    chars = ((read, ink), ("o", (28, 80, 42, 100)), ("n", (46, 80, 60, 100)))
    own = tuple(ReadChar(text, Box(*box), 0.9) for text, box in chars)
    line = ReadLine((ReadWord(own, Box(8, 60, 120, 106), 0.9),), Box(8, 60, 120, 106), 0.0, -6.0)
    [told] = told_apart(_page(ink, chars[1][1], chars[2][1]), [line], [KIND])
    assert calls == len(told.calls + told.doubtful)


@pytest.mark.parametrize(
    ("ink", "expected"),
    [
        pytest.param(((50, 64, 64, 67), (55, 64, 61, 78)), (0, 1), id="a 7 as tall as digits: a reader has to say"),
        pytest.param(((52, 68, 62, 71), (54, 66, 59, 77)), (0, 0), id="a speck"),
    ],
)
def test_what_is_as_wide_as_tall_far_before_its_line(ink: tuple[Ink, ...], expected: tuple[int, int]) -> None:
    """A speck in the margin is no star; but a figure is as wide as tall, too, and may be a label."""
    chars = tuple(ReadChar(text, Box(left, 80, left + 14, 100), 0.9) for text, left in (("n", 110), ("o", 128)))
    line = ReadLine((ReadWord(chars, Box(110, 80, 142, 100), 0.9),), Box(110, 60, 142, 106), 0.0, -6.0)
    [told] = told_apart(_page((110, 80, 124, 100), (128, 80, 142, 100), *ink), [line], [KIND])
    assert expected == (len(told.calls), len(told.doubtful))


@pytest.mark.parametrize(
    ("numeral", "behind", "calls"),
    [
        ("18", "century", 0),
        ("xvn", "siècle", 0),
        ("xvr", "et xvn* siècles", 0),
        ("17", "- and", 0),
        ("18", "lamps", 1),
        ("dim", "century", 1),
    ],
)
def test_raised_letters_of_a_century(numeral: str, behind: str, calls: int) -> None:
    """Between the number of a century and its noun no call stands, whatever the raised letters were read as."""
    sign = (48, 64, 58, 82)
    texts = [*((text, Box(10 + 12 * index, 80, 20 + 12 * index, 100)) for index, text in enumerate(numeral))]
    hyphen = [("-", Box(60, 90, 66, 93))] if behind.startswith("-") else []
    chars = tuple(ReadChar(text, box, 0.9) for text, box in [*texts, ("*", Box(*sign)), *hyphen])
    words = [ReadWord(chars, Box(10, 60, 58, 106), 0.9)]
    for index, text in enumerate(behind.removeprefix("-").split()):
        box = Box(70 + 20 * index, 80, 85 + 20 * index, 100)
        words.append(ReadWord(tuple(ReadChar(each, box, 0.9) for each in text), box, 0.9))
    line = ReadLine(tuple(words), Box(10, 60, 160, 106), 0.0, -6.0)
    [told] = told_apart(_page(*LETTERS, sign, (70, 80, 85, 100)), [line], [KIND])
    assert calls == len(told.calls)


def test_a_low_digit_that_was_read_as_a_quote_is_a_mark() -> None:
    """No quote is as tall as a digit; as a figure on the line it would not have been read as one."""
    low = (48, 75, 58, 94)
    assert ([("‘", Box(*low))], []) == (_marks(_line(("‘", low)), low), _marks(_line(("6", low)), low))


@pytest.mark.parametrize(
    ("ink", "doubtful"),
    [
        pytest.param((48, 70, 62, 94), 1, id="a g"),
        pytest.param((48, 64, 68, 95), 1, id="an f in italics"),
        pytest.param((48, 76, 62, 94), 0, id="no taller than a digit"),
        pytest.param((48, 66, 68, 97), 0, id="on the line"),
    ],
)
def test_a_raised_letter_with_a_descender_hangs_lower_than_a_digit(ink: Ink, doubtful: int) -> None:
    """It is taller, too; whether it is a letter a reader has to say."""
    [told] = told_apart(_page(*LETTERS, ink), [_line()], [KIND])
    assert (0, doubtful) == (len(told.calls), len(told.doubtful))


def test_a_call_that_stands_before_its_stop_is_no_question_mark() -> None:
    """Where calls stand before the stop a raised 2 is read as ``?``: the dot beside it, to its right, is the stop."""
    read = _line(("?", (46, 62, 66, 100)), (".", (63, 95, 68, 100)))
    assert [("?", Box(50, 62, 59, 84))] == _marks(read, (50, 62, 59, 84), (63, 95, 68, 100))


def test_a_bullet_is_no_raised_sign() -> None:
    """A disc in the middle of the small letters may be as large as a star, and labels no note."""
    ink = (48, 81, 60, 93)
    assert [] == [sign for part in raised_ink.find(_page(*LETTERS, ink), _line(("*", ink)), KIND) for sign in part]
