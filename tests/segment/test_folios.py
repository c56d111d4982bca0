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


def test_a_small_roman_folio_is_no_beginning_of_a_sentence() -> None:
    """``vi PREFACE`` is a running head, though its first word is in small letters, and no other page has its words."""
    pages = [_page("THE LAMPS."), _page("vi PREFACE"), _page("OF THE SECOND PRINTING. vii")]
    furniture = [each.text for each in article_of(*pages, reader="tesseract").furniture]

    assert {"vi", "PREFACE", "OF THE SECOND PRINTING.", "vii"} <= {*furniture}


def test_roman_figures_may_grow_together() -> None:
    """A reader takes ``vii`` for ``vu``; the folios before and behind it show what was printed."""
    heads = [f"vi {LEFT_HEAD}", f"{RIGHT_HEAD} vu", f"viii {LEFT_HEAD}", f"{RIGHT_HEAD} ix"]

    assert ["vi", "vii", "viii", "ix"] == _folios(*heads)


def test_dashes_stand_around_a_folio_without_white() -> None:
    """So readers give those of typescripts; a number with one dash is of a range."""
    assert ["4", "5", "6"] == _folios("-4-", "-5-", "—6 —")


def test_the_year_at_the_end_of_a_note_is_no_folio() -> None:
    """It stands alone in its line and runs, by chance, with the years in the heads; its stop closes a sentence."""
    pages = [_page(head) for head in ("1980] OIL", "LAMPS [1981", "OIL AND LAMPS", "1983] OIL")]
    pages[2] += [Set("4. Tansy v. Reed, 12 H.R. 310", size=0.8, gap=1), Set("(1982).", size=0.8)]
    furniture = [each.text for each in article_of(*pages, reader="ocr-layer").furniture]

    assert "1982" not in furniture


def test_dirt_in_the_margin_over_a_running_head() -> None:
    """It is read first, and hides no head."""
    pages = [_page(f"{head} {folio}") for folio, head in zip("4567", [LEFT_HEAD, RIGHT_HEAD] * 2, strict=True)]
    pages[2] = [Set("a”", indent=-2.0, at=70), *pages[2]]

    assert LEFT_HEAD in [each.text for each in article_of(*pages, reader="tesseract").furniture if each.page == 3]
