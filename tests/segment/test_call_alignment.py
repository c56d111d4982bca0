"""Calls and notes, aligned."""

import math
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Reading
from pipeline.segment.notes.anchoring import with_missing
from pipeline.segment.notes.call_alignment import HORIZON, align
from pipeline.segment.notes.call_prices import LOST, Called, Spot
from pipeline.segment.notes.glyphs import LABELS, WORST, Hand, glyph_price


def _printed(text: str, page: int = 1, confidence: float = 0.95) -> Spot:
    return Spot(page, (Reading(text=text, confidence=confidence, reader="pattern"),))


def _raised(text: str, page: int = 1) -> Spot:
    return Spot(page, (Reading(text=text, confidence=0.99, reader="rapidocr"),), raised=True)


def _silent(page: int = 1, surcharge: float = 0.3) -> Spot:
    return Spot(page, (), None, surcharge)


def _note(label: str, page: int = 1) -> Called:
    return Called(label, page)


def _endnote(label: str) -> Called:
    return Called(label, 9, free=True)


def _pairs(notes: list[Called], spots: list[Spot]) -> list[tuple[int, int]]:
    return [(link.note, link.spot) for link in align(notes, spots)]


def test_links_hold_plain_numbers() -> None:
    """A layer is written from them, and what is counted by comparing them must be one of Python's numbers too."""
    links = align([_note("1"), _note("2")], [_raised("1"), _silent(), _raised("2")])
    assert [(int, int, float)] * 2 == [(type(link.note), type(link.spot), type(link.certainty)) for link in links]


@pytest.mark.parametrize(
    ("printed", "label", "other"),
    [
        ("'°", "10", "42"), ("*!", "31", "29"), ("”°", "20", "14"), ("oe", "74", "18"), ("!”", "17", "40"),
        ("®", "8", "7"),
    ],
)  # fmt: skip
def test_glyphs_are_cheaper_for_the_number_they_stand_for(printed: str, label: str, other: str) -> None:
    """What readers print for a raised number costs less for that number than for another."""
    assert glyph_price(printed, label) < glyph_price(printed, other)


def test_a_label_may_be_an_opening_quotation_mark_whatever_its_digit() -> None:
    """It stands before the first word of the note; in the text the mark tells more."""
    assert glyph_price("‘", "8", LABELS) < 2.0 < glyph_price("‘", "8", Hand())


@pytest.mark.parametrize("printed", ["d", "2"])
def test_a_letter_is_hardly_another(printed: str) -> None:
    """Raised ink that reads d, or 2, is no call of note c, though it is nearer than the loss of that call."""
    assert glyph_price("’", "c") + 2 < glyph_price(printed, "c") < LOST
    assert 0.0 == glyph_price("c", "c")


def test_a_number_costs_nothing_for_itself() -> None:
    """A call that was read right is free."""
    assert glyph_price("12", "12") == 0.0


@given(st.text(max_size=6), st.integers(1, 999))
def test_a_price_is_bounded(printed: str, number: int) -> None:
    """No glyphs cost more than the worst price, none less than nothing."""
    assert 0.0 <= glyph_price(printed, str(number)) <= WORST


def test_a_number_that_the_file_has_in_two_pieces_calls_the_note_of_the_whole() -> None:
    """``2 1``, whose figures were set apart, may be read as each of them, too: none of that speaks against 21."""
    readings = tuple(Reading(text=text, confidence=1.0, reader="text-layer") for text in ("21", "2", "1"))
    links = align([_note("21")], [Spot(1, readings, raised=True), _silent(surcharge=-2.0)])
    assert [(0, "21")] == [(link.spot, link.printed) for link in links]
    assert links[0].certainty > 0.99


def test_a_number_of_a_text_layer_is_no_other() -> None:
    """Nobody read it: a note whose call is lacking is not called there, be its number ever so like, nor doubts it."""
    thirteen = Spot(1, (Reading(text="13", confidence=1.0, reader="text-layer"),), raised=True)
    links = align([_note("12"), _note("13")], [_silent(), thirteen, _silent()])

    assert [(0, 0), (1, 1)] == [(link.note, link.spot) for link in links]
    assert links[1].certainty > 0.98


def test_a_reader_errs_alike_throughout() -> None:
    """Where a reader has made stars of six 2s, a star is cheaper for a 2 than before, and a quotation mark dearer."""
    hand = Hand([("*", "2", 1.0)] * 6)

    assert glyph_price("*", "2", hand) < glyph_price("*", "2")
    assert glyph_price("”", "2", hand) > glyph_price("”", "2")


def test_a_legible_digit_is_hardly_another() -> None:
    """A digit in the text is seldom misread as another; of raised ink that was looked at by itself it is likelier."""
    assert glyph_price("7", "2", Hand()) > glyph_price("7", "2")


def test_the_first_digit_is_misread_otherwise_than_those_behind_it() -> None:
    """A star is a 3 rather than a 2 at the start of a number; at its end that says less."""
    first = glyph_price("*1", "21", Hand()) - glyph_price("*1", "31", Hand())
    last = glyph_price("1*", "12", Hand()) - glyph_price("1*", "13", Hand())

    assert 0 < last < first


def test_a_label_is_not_judged_by_what_calls_in_the_text_are_read_as() -> None:
    """Of labels only the signs were counted, not their place in the number."""
    first = glyph_price("*1", "21", LABELS) - glyph_price("*1", "31", LABELS)
    last = glyph_price("1*", "12", LABELS) - glyph_price("1*", "13", LABELS)

    assert math.isclose(first, last)


def test_a_missing_number_keeps_its_call() -> None:
    """The label of note 28 was lost; the call of 28 goes neither to 27 nor to 29."""
    notes = [_note("27"), _note("29"), _note("30")]
    spots = [_printed("?’"), _printed("?*"), _printed("??"), _printed("*°")]

    links = align(list(with_missing(notes)), spots)

    assert [(0, 0), (1, 1), (2, 2), (3, 3)] == [(link.note, link.spot) for link in links]
    assert ["27", "28", "29", "30"] == [note.label for note in with_missing(notes)]


def test_a_misread_label_makes_no_missing_numbers() -> None:
    """From 5 to 51 nothing is missing: the label is misread."""
    assert ["5", "51"] == [note.label for note in with_missing([_note("5"), _note("51")])]


def test_glyphs_that_make_no_sense_as_text_are_not_passed_by() -> None:
    """``*g`` is a poor 74; but where it can hardly be text it is a call, and no call before it was lost."""
    notes = [_note("72"), _note("73"), _note("74")]
    certain = {
        confidence: align(
            notes,
            [*(_silent() for _ in range(4)), _printed("’*"), _printed("’*"), _printed("*g", confidence=confidence)],
        )[-1].certainty
        for confidence in (0.6, 0.9)
    }

    assert certain[0.6] < 0.65 < 0.85 < certain[0.9]


def test_a_spurious_candidate_does_not_shift_the_rest() -> None:
    """An apostrophe between two calls takes no note from them."""
    spots = [_raised("1"), _printed("’", confidence=0.3), _raised("2"), _raised("3")]

    assert _pairs([_note("1"), _note("2"), _note("3")], spots) == [(0, 0), (1, 2), (2, 3)]


def test_the_sequence_decides_between_readings() -> None:
    """Two calls that the reader made asterisks of are told apart by the notes around them."""
    spots = [_raised("32"), _printed("**"), _printed("**"), _raised("35")]

    assert _pairs([_note(str(number)) for number in range(32, 36)], spots) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_a_lost_call_goes_to_a_silent_place_between_its_neighbours() -> None:
    """Note 2, whose call left no trace, is set at a sentence end between the calls of 1 and 3."""
    spots = [_silent(), _raised("1"), _silent(), _raised("3"), _silent()]

    links = align([_note("1"), _note("2"), _note("3")], spots)

    assert [(link.note, link.spot) for link in links] == [(0, 1), (1, 2), (2, 3)]
    assert not links[1].printed


def test_two_places_for_one_lost_call_share_the_certainty() -> None:
    """Where two silent places are equally likely, neither is certain."""
    links = align([_note("1"), _note("2")], [_raised("1"), _silent(), _silent()])

    assert links[0].certainty > 0.9
    assert links[1].certainty < 0.6


def test_a_call_stands_on_the_page_of_its_note() -> None:
    """Of two candidates that look alike, the one on the note's page is taken."""
    spots = [_printed("*", page=1), _printed("*", page=2)]

    assert _pairs([_note("3", page=2)], spots) == [(0, 1)]


def test_a_call_two_pages_off_is_never_taken() -> None:
    """A note is not linked to a call on a page where it cannot be called."""
    assert _pairs([_note("3", page=5)], [_raised("3", page=2)]) == []


def test_the_page_outweighs_a_better_reading() -> None:
    """A damaged call on the page of its note is likelier than a better one on the page before."""
    assert [(0, 1)] == _pairs([_note("2", 2)], [_printed("2", 1, 0.8), _printed("”°", 2, 0.6)])


def test_reference_marks_restart_on_every_page() -> None:
    """Two pages with * and † each: every mark finds the note on its own page."""
    notes = [_note("*", 1), _note("†", 1), _note("*", 2), _note("†", 2)]
    spots = [_raised("*", 1), _raised("t", 1), _raised("*", 2), _raised("t", 2)]

    assert _pairs(notes, spots) == [(0, 0), (1, 1), (2, 2), (3, 3)]


@given(st.lists(st.sampled_from(["1", "2", "12", "*", "’", ""]), max_size=12), st.integers(0, 6))
def test_links_are_monotone_and_certainties_are_probabilities(texts: list[str], count: int) -> None:
    """Links never cross, no spot is used twice, every certainty is between 0 and 1."""
    spots = [_raised(text) if text else _silent() for text in texts]

    links = align([_note(str(number)) for number in range(1, count + 1)], spots)

    assert [link.spot for link in links] == sorted({link.spot for link in links})
    assert all(0.0 <= link.certainty <= 1.0 for link in links)


def _long_article(pages: int) -> tuple[list[Called], list[Spot]]:
    """An article with two notes on each page, of whose calls one is lost, among places where none is likely."""
    notes = [_note(str(2 * page + number), page) for page in range(pages) for number in (1, 2)]
    spots = [
        spot
        for page in range(pages)
        for spot in (
            *(_silent(page, 1.0) for _ in range(9)),
            _raised(str(2 * page + 1), page),
            *(_silent(page, 1.0) for _ in range(9)),
            _silent(page, 0.0),
        )
    ]
    return notes, spots


def test_a_long_article_is_aligned_as_its_pages_are() -> None:
    """Pages beyond the horizon change nothing: a long article has the links of a short one, again and again."""
    notes, spots = _long_article(HORIZON + 1)
    pairs = _pairs(*_long_article(20 * HORIZON))
    assert pairs[: len(notes)] == _pairs(notes, spots)
    assert [(note, spot) for page in range(20 * HORIZON) for note, spot in _of_page(page)] == pairs


def _of_page(page: int) -> list[tuple[int, int]]:
    return [(2 * page, 20 * page + 9), (2 * page + 1, 20 * page + 19)]


def test_memory_grows_with_the_pages_and_not_their_square() -> None:
    """Four times as many pages take about four times the memory."""
    peaks = []
    for pages in (100, 400):
        notes, spots = _long_article(pages)
        tracemalloc.start()
        align(notes, spots)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 6 * peaks[0]


def test_a_number_is_no_call_of_an_article_with_reference_marks() -> None:
    """An opening quotation mark that a reader takes for a 6 is passed by; the star on the same page is the call."""
    assert [(0, 0)] == _pairs([_note("*")], [_raised("*"), _raised("6")])
    assert [(0, 1)] == _pairs([_note("*")], [_raised("6"), _raised("*")])


def test_a_number_is_not_passed_by_for_a_star() -> None:
    """Of notes with numbers a star may be anything, and a number is dear to pass by."""
    assert [(0, 1)] == _pairs([_note("6")], [_raised("*"), _raised("6")])


def test_a_number_on_which_two_readers_agree_is_no_other() -> None:
    """Raised ink that both read as 9 calls note 9, though the sign of note 11 left nothing that looks like 11."""
    readings = (
        Reading(text="9", confidence=0.99, reader="digits"),
        Reading(text="9", confidence=0.6, reader="rapidocr"),
    )
    other = Reading(text="?", confidence=0.9, reader="tesseract")
    nine = Spot(1, (*readings, other), raised=True)
    ten = Spot(1, (Reading(text="1", confidence=0.99, reader="digits"),), raised=True)
    speck, quote = (
        Spot(1, (Reading(text=text, confidence=sure, reader="pattern"),), raised=False)
        for text, sure in (("~", 0.95), ("”", 0.6))
    )
    assert _pairs([_note("9"), _note("10"), _note("11")], [speck, nine, ten, quote]) == [(0, 1), (1, 2), (2, 3)]


def test_a_mark_is_passed_by_for_a_letter() -> None:
    """Two readers see the author's star; the editor's note b is called at the sign that neither can read."""
    star = tuple(Reading(text="*", confidence=0.99, reader=reader) for reader in ("rapidocr", "tesseract"))
    mark, quote = Spot(1, star, raised=True), _raised("’")

    assert [(0, 0), (1, 1)] == _pairs([_note("a"), _note("b")], [_raised("a"), quote, mark])


def test_a_letter_on_which_two_readers_agree_is_no_other() -> None:
    """Note c left no trace; what both read as d is the call of d, and a number is none of either."""
    seen = [[(sign, "letters"), (sign, "rapidocr"), ("?", "tesseract")] for sign in ("d", "2")]
    marks = [tuple(Reading(text=text, confidence=0.9, reader=reader) for text, reader in each) for each in seen]
    spots = [_raised("b"), Spot(1, (), None), *(Spot(1, readings, raised=True) for readings in marks)]

    assert [(0, 0), (1, 1), (2, 2)] == _pairs([_note("b"), _note("c"), _note("d")], spots)


def test_a_letter_that_no_note_has_is_passed_by() -> None:
    """The tail of a letter in the line above is taken for a raised y; the call of note a could not be read."""
    assert [(0, 1)] == _pairs([_note("a")], [_raised("y"), _raised("’")])


def test_a_number_in_a_drawing_may_be_passed_by() -> None:
    """Raised ink there is read as a 2, and the call of note 1 as a sign: in text no number is passed by."""
    damaged = Spot(1, (Reading(text="!", confidence=0.95, reader="tesseract"),), raised=True)
    drawn = replace(_raised("2"), among_others=True)

    assert [(0, 0)] == _pairs([_endnote("1")], [damaged, drawn])
    assert [(0, 1)] == _pairs([_endnote("1")], [damaged, _raised("2")])


def test_ink_in_which_only_one_reader_sees_a_digit_is_passed_by() -> None:
    """He sees digits in all that he is shown: two quotation marks, which look like 11, are the call of note 11."""
    digits = Spot(1, (Reading(text="4", confidence=0.97, reader="digits"),), raised=True)

    assert [(0, 0)] == _pairs([_note("11")], [_raised("''"), digits])


def test_a_star_that_the_surest_reader_takes_for_a_figure_is_passed_by() -> None:
    """An exponent is read as 8 and as a star; the note is called at the star that both see."""
    seen = Reading(text="8", confidence=0.98, reader="rapidocr"), Reading(text="*", confidence=0.9, reader="tesseract")
    exponent, dagger = Spot(1, seen, raised=True), Spot(1, (_raised("†").readings[0],), raised=False, surcharge=1.0)

    assert [(0, 2), (1, 3)] == _pairs([_note("*"), _note("†")], [exponent, exponent, _raised("*"), dagger])
