"""Folios that run in sequence: Roman front matter, leaps, numbers in running heads."""

import pytest

from pipeline.roman_numerals import as_roman
from pipeline.segment.furniture.folios import roman_value
from tests.segment.setting import FULL, Set, article_of, body

LEFT_HEAD, RIGHT_HEAD = "THE LAMPS OF THE HARBOUR.", "OIL AND ITS PRICE."


def _page(head: str) -> list[Set]:
    return [Set(head), *[Set(each.text, indent=each.indent, gap=not index) for index, each in enumerate(body(9))]]


def _folios(*heads: str) -> list[str]:
    """Folios of pages with these running heads; in brackets what the sequence gives."""
    sheets = article_of(*map(_page, heads), reader="tesseract").sheets
    return [sheet.folio if sheet.folio_printed or not sheet.folio else f"[{sheet.folio}]" for sheet in sheets]


def test_front_matter_is_numbered_in_roman() -> None:
    """Roman numbers run on their own, an ``l`` is an ``i`` where no number has one, and Arabic ones follow."""
    heads = [f"x {LEFT_HEAD}", f"{RIGHT_HEAD} xi", f"xil {LEFT_HEAD}", f"{RIGHT_HEAD} 1", f"2 {LEFT_HEAD}"]

    assert ["x", "xi", "xii", "1", "2"] == _folios(*heads)


def test_a_year_in_the_running_head_is_no_folio() -> None:
    """It is the same on every page, though on two of them, by chance, it is in sequence with another number."""
    last = ["a lamp", "a lamp", "a lamp", "the lamp of 1922"]
    article = article_of(*[[Set("Harbour Studies 1920"), *body(), *body(), Set(f"{FULL[:60]} {end}")] for end in last])

    assert {""} == {sheet.folio for sheet in article.sheets}


def test_the_sequence_leaps_where_two_pages_say_so() -> None:
    """Leaves are missing, or plates are not counted: what follows is numbered as it is printed."""
    heads = [f"36 {LEFT_HEAD}", f"{RIGHT_HEAD} 37", f"42 {LEFT_HEAD}", f"{RIGHT_HEAD} 43", f"44 {LEFT_HEAD}"]

    assert ["36", "37", "42", "43", "44"] == _folios(*heads)


def test_a_lone_number_makes_no_leap_but_takes_its_page_out() -> None:
    """A page whose head has another number gets none from the sequence."""
    heads = [f"36 {LEFT_HEAD}", f"{RIGHT_HEAD} 37", f"38 {LEFT_HEAD}", f"{RIGHT_HEAD} 95"]

    assert ["36", "37", "38", ""] == _folios(*heads)


def test_a_folio_of_which_the_reader_lost_a_digit() -> None:
    """It is no other number: the sequence gives the page its own."""
    heads = [f"216 {LEFT_HEAD}", f"{RIGHT_HEAD} 21", f"218 {LEFT_HEAD}", f"{RIGHT_HEAD} 219"]

    assert ["216", "[217]", "218", "219"] == _folios(*heads)


@pytest.mark.parametrize("value", [1, 4, 9, 14, 40, 49, 88, 99, 144])
def test_roman_numbers_are_read_as_they_are_written(value: int) -> None:
    """A Roman number has the value of which it is made."""
    assert value == roman_value(as_roman(value))


@pytest.mark.parametrize("word", ["", "mix", "vixi", "civil"])
def test_words_are_no_roman_numbers(word: str) -> None:
    """A word of the same letters has no value."""
    assert 0 == roman_value(word)
