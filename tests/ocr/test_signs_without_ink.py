"""Signs that were made of specks: what stands for them in a line that Tesseract read."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Box
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.sign_sizes import SignSizes, sign_sizes
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.punctuation.signs_without_ink import edits_by_ink
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord
from pipeline.vocabulary import Vocabulary
from tests.ocr.inked_line import BASELINE, PRINTED, SIZES, WIDTH, X_HEIGHT, inked_line

SPECKS = {".": [(5, -2, 7, 0)], ",": [(5, 3, 9, 7)], ":": [(4, -19, 8, -14)], "-": [(5, -13, 7, -11)], "_": []}
"""Too little ink; below the baseline; one dot; a dot; nothing."""


def mended(
    text: str,
    specks: dict[int, list[tuple[int, int, int, int]]],
    raised: slice | None = None,
    sizes: SignSizes = SIZES,
    shade: slice | None = None,
) -> str:
    """The line after the rules."""
    line = inked_line(text, specks, raised, sizes, shade)
    return line.text(list(edits_by_ink(line.cells, line.ground, Vocabulary([text], "eng"))))


@pytest.mark.parametrize(
    ("read", "printed"), [("see B: Tern", "see B. Tern"), ("no. 60; the list", "no. 60, the list")]
)
def test_upper_dot_is_near_the_lower_one(read: str, printed: str) -> None:
    """What hangs far over it is a speck over a stop or a comma."""
    place, lower = next((i, s) for i, s in enumerate(read) if s in ":;"), (4, -5, 8, 0)
    assert printed == mended(read, {place[0]: [lower, (4, -26, 8, -22)]})
    assert read == mended(read, {place[0]: [lower, (4, -19, 8, -14)]})


@pytest.mark.parametrize("sign", [".", ","])
def test_sign_made_of_a_figure_below(sign: str) -> None:
    """The raised figure of the next line begins below the baseline, and is no stop; what touches its letter is one."""
    assert "the mole in 25 years" == mended(f"the mole in{sign} 25 years", {11: [(2, 4, 11, 20)]})
    touching = f"the mole in{sign} 25 years"
    assert touching == mended(touching, {10: [(1, -20, 11, 0), (11, -5, 12, 0)], 11: [(0, -5, 4, 0)]})


@pytest.mark.parametrize(
    ("strokes", "shade", "printed"),
    [
        pytest.param([(2, -30, 8, -20)], None, "‘the ferry", id="one stroke"),
        pytest.param([(1, -30, 5, -20), (7, -30, 11, -20)], None, "“the ferry", id="two strokes"),
        pytest.param([(2, -30, 8, -20)], slice(10, 13), "“the ferry", id="a grey one beside it"),
        pytest.param([(2, -30, 7, -22)], None, "“the ferry", id="a part of one"),
    ],
)
def test_double_quote_that_opens_has_two_strokes(
    strokes: list[tuple[int, int, int, int]], shade: slice | None, printed: str
) -> None:
    """One whole stroke with white beside it is a single quote."""
    assert printed == mended("“the ferry", {0: strokes}, shade=shade)


def test_arm_of_a_letter_is_no_second_stroke() -> None:
    """A capital as near to a single quote as its second stroke would be leaves it single."""
    assert "‘The ferry" == mended("“The ferry", {0: [(2, -30, 8, -20)], 1: [(0, -29, 11, 0)]})
    assert "“wind" == mended("“wind", {0: [(2, -30, 8, -20)], 1: [(0, -29, 4, -19), (0, -20, 11, 0)]})  # in one piece


@pytest.mark.parametrize(
    ("read", "sign", "printed"),
    [
        ("made in Beijing. by someone", ".", "made in Beijing by someone"),
        ("at the eighth.national congress", ".", "at the eighth national congress"),
        ("a trip to China, two months", ",", "a trip to China two months"),
        ("the Great Leap: Forward", ":", "the Great Leap Forward"),
        ("in Hong Kong, -Raymond", "-", "in Hong Kong, Raymond"),
        ("and _ the end", "_", "and the end"),
        ("will be . obvious", ".", "will be obvious"),
        ("the archival : sources", ":", "the archival sources"),
    ],
)
def test_sign_without_its_ink_is_a_speck(read: str, sign: str, printed: str) -> None:
    """A sign whose ink is too little, too low or but a half of it goes; the words stay."""
    assert printed == mended(read, {read.index(sign): SPECKS[sign]})


@pytest.mark.parametrize("text", [
    "made in Beijing. By someone", "ed. by him, in vol. two", "a trip to China, two", "the Great Leap: Forward",
    "verbs in -ing and -ed", "one . . . two", "le texte : un mot", "a word — a dash", "see A. and I here",
])  # fmt: skip
def test_printed_signs_stay(text: str) -> None:
    """What has the ink of its sign is left alone, whatever stands around it."""
    assert text == mended(text, {})


@pytest.mark.parametrize(("text", "place"), [
    ("the end. The next", 7),  # a new sentence: the dot may have faded
    ("https://example.org/a", 15),  # an address is one word
    ("of the year 1.5 exactly", 13),
    ("at 602 U.S. and so", 8),  # initials, though lists have both letters as words
    ("it was heavy- -it was", 14),  # halves of a dash
    ("the Great Leap: Forward", 14),  # both dots may have run into the letter
])  # fmt: skip
def test_doubtful_signs_stay(text: str, place: int) -> None:
    """Faded ink alone is no reason: the sign may have been printed."""
    assert text == mended(text, {place: []})


@pytest.mark.parametrize("sign", [".", ","])
def test_stop_in_the_margin_is_a_speck(sign: str) -> None:
    """A stop with all its ink but far from its word is dirt; at the start of a line it may be a label's."""
    assert ["if our steel", f"{sign} if our steel"] == [
        mended(f"if our steel {sign}", {}),
        mended(f"{sign} if our steel", {}),
    ]


@pytest.mark.parametrize(
    ("read", "sign", "printed"),
    [
        ("‘We can do it", "‘", "We can do it"),
        ("the university’ press", "’", "the university press"),
        ("fifteen or’seven years", "’", "fifteen or seven years"),
        ("both the * communes", "*", "both the communes"),
    ],
)
def test_quote_far_smaller_than_a_comma_is_a_speck(read: str, sign: str, printed: str) -> None:
    """What has less than two fifths of the ink of a comma is no quote; where commas are few, there is no telling."""
    speck = {read.index(sign): [(5, -24, 8, -21)]}
    assert printed == mended(read, speck)
    assert sign == "*" or read == mended(read, speck, sizes=SignSizes())
    assert read == mended(read, {})


def test_trace_of_a_stop_ends_no_sentence() -> None:
    """A dot of which less than half of the least stop is there was never one, even before a capital."""
    assert "by the general The" == mended("by the general. The", {14: [(5, -2, 7, 0)]}, sizes=SignSizes(stop=0.03))


def test_faded_stop_of_an_abbreviation_stays() -> None:
    """After ``op.`` a small letter follows in any case: faint ink is a faded stop."""
    assert "see op. cit. there" == mended("see op. cit. there", {6: [(5, -3, 7, 0)]})


@pytest.mark.parametrize("text", ["14. Id.", "see (cf. the", "as /d. at", "505 U.S. at"])
def test_worn_stop_of_an_abbreviation_stays(text: str) -> None:
    """A trace of it is enough, within brackets, behind a stroke that is an italic capital, behind another stop."""
    assert text == mended(text, {text.rindex("."): [(5, -2, 7, 0)]})


@pytest.mark.parametrize(
    ("read", "printed"), [("was aff’d there", "was aff’d there"), ("the lam’p there", "the lamp there")]
)
def test_an_apostrophe_without_which_there_is_no_word(read: str, printed: str) -> None:
    """It is printed, however little its ink; where it parts a word, that ink is a speck."""
    assert printed == mended(read, {read.index("’"): [(5, -24, 8, -21)]})


def test_upper_dot_that_is_a_speck_makes_no_colon() -> None:
    """``B: Kulik`` with one dot of a stop's size, on the baseline, is ``B. Kulik``."""
    assert "by B. Kulik" == mended("by B: Kulik", {4: [(4, -5, 8, 0), (5, -19, 7, -17)]})


@pytest.mark.parametrize(
    ("read", "ink", "printed"),
    [
        (". 23. Roderick", [(4, -5, 8, 0)], "23. Roderick"),
        ("_ 25. Aleksei", [(4, -5, 8, 0)], "25. Aleksei"),
        ("- On the one", [(4, -10, 7, -7)], "On the one"),
        ("- On the one", [(1, -10, 11, -8)], "- On the one"),  # a dash as long as one
    ],
)
def test_mark_beside_the_text_is_a_speck(read: str, ink: list[tuple[int, int, int, int]], printed: str) -> None:
    """A dot before a note's label, a dot for a dash: the ink is not that of the sign."""
    assert printed == mended(read, {next(i for i, char in enumerate(read) if char in "._-"): ink})


def test_sizes_are_those_of_the_page() -> None:
    """The least sizes follow what is printed: two fifths of the middle stop and comma, the middle hyphen."""
    text = "a, b, c, d, e, f. g. h. i. j. k-l m-n o-p"
    ink = np.zeros((60, WIDTH * len(text)), np.uint8)
    chars = []
    for place, char in enumerate(text):
        for left, top, right, bottom in PRINTED.get(char, [] if char == " " else [(1, -20, 11, 0)]):
            ink[BASELINE + top : BASELINE + bottom, WIDTH * place + left : WIDTH * place + right] = 255
        chars.append(ReadChar(char, Box(WIDTH * place, 10, WIDTH * (place + 1), 46), 0.97))
    line = ReadLine((ReadWord(tuple(chars), Box(0, 10, 500, 46), 0.9),), Box(0, 10, 500, 46), 0.0, 0.0)
    kind = LineType(0.0, float(BASELINE), float(X_HEIGHT))
    found = sign_sizes([line], [kind], components_of(ink))
    assert (4 * 5 * 0.4 / 400, 4 * 9 * 0.4 / 400, 8 / 20, 0.0) == pytest.approx(found)


def test_raised_ink_is_left_to_the_calls() -> None:
    """A sign that stands for raised ink is not a speck, however small."""
    assert "the word. and so" == mended("the word. and so", {8: [(5, -2, 7, 0)]}, raised=slice(8, 9))


@pytest.mark.parametrize(("ink", "printed"), [([], "the word.12 and"), ([(2, -3, 6, 3)], "the word.12, and")])
def test_a_sign_behind_a_raised_call_has_ink(ink: list[tuple[int, int, int, int]], printed: str) -> None:
    """Under a raised number the line is white, so that no ink is mistaken for that of a comma behind it."""
    assert printed == mended("the word.12, and", {9: [], 10: [], 11: ink}, raised=slice(9, 11))


def test_stop_behind_a_raised_call_stays() -> None:
    """A call that Tesseract has no character for stands between a word and its stop: the stop is not alone."""
    assert "might collect." == mended("might collect.", {}, raised=slice(13, 13))


@given(st.lists(st.text("abcXY.,:-", min_size=1, max_size=5), min_size=1, max_size=5), st.data())
def test_letters_are_never_lost(words: list[str], data: st.DataObject) -> None:
    """Whatever ink is gone from the signs, the letters that have theirs are the same as before."""
    text = " ".join(words)
    signs = [place for place, char in enumerate(text) if char in ".,:-"]
    gone = data.draw(st.sets(st.sampled_from(signs))) if signs else set()
    kept = mended(text, {place: [] for place in gone})
    assert [char for char in text if char.isalpha()] == [char for char in kept if char.isalpha()]


@pytest.mark.parametrize(
    ("ink", "printed"),
    [([(14, -20, 23, 0)], "along a pier"), ([(5, -2, 7, 0)], "along pier")],
    ids=["beside its box", "a speck"],
)
def test_a_letter_that_stands_alone_has_ink_between_its_neighbours(
    ink: list[tuple[int, int, int, int]], printed: str
) -> None:
    """Tesseract's box of it may lie in the white beside it."""
    assert printed == mended("along a pier", {6: ink})


@pytest.mark.parametrize(
    ("ink", "printed"),
    [
        pytest.param((5, -13, 8, -10), "the oil and", id="a speck as tall as wide"),
        pytest.param((4, -11, 8, -9), "the-oil and", id="what is left of a hyphen is flat"),
        pytest.param((5, -3, 8, 0), "the-oil and", id="not where a hyphen would be"),
        pytest.param((2, -11, 10, -8), "the-oil and", id="a hyphen"),
    ],
)
def test_a_speck_between_two_words_is_no_hyphen(ink: tuple[int, int, int, int], printed: str) -> None:
    """It hangs in the white, where a hyphen would be a stroke; the words are parted again."""
    assert printed == mended("the-oil and", {3: [ink]})


def test_a_speck_between_parts_of_a_word_stays() -> None:
    """Where a part is no word the reader may have seen more than the ink."""
    assert "the-oilq and" == mended("the-oilq and", {3: [(5, -13, 8, -10)]})
