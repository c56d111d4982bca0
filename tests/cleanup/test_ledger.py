"""The ledger: whatever cleanup does can be undone, and the OCR text comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import cleanup
from pipeline.cleanup.draft import Edit, begin
from pipeline.config import Settings
from pipeline.model import CallCandidate, Change, Line, Page, Pages, Word, undo
from tests.cleanup.pages import line_of, pages_of

# Characters that the rules look for, letters with loose accents, controls, and whatever Unicode offers.
DAMAGED = st.text(
    st.one_of(st.sampled_from("aefilnhgqAFI’‘“”'\"[]|.,;:-—–*°®0123456789 ﬁ\u0308\u00ad\u200b"), st.characters()),
    max_size=40,
)


def _pages(texts: list[str]) -> Pages:
    lines = tuple(Line(words=tuple(Word(text=word) for word in text.split())) for text in texts)
    return Pages(doc="test", pages=(Page(number=1, reader="dump", lines=lines),))


@given(st.lists(DAMAGED, max_size=8))
def test_undoing_the_ledger_gives_the_ocr_text_back(texts: list[str]) -> None:
    """For any text whatever, undoing a line's changes gives the text that the reader gave."""
    pages = _pages(texts)

    cleaned = cleanup.run(pages, Settings())

    expected = [line.text for line in pages.pages[0].lines]
    assert expected == [undo(line.text, line.changes) for line in cleaned.pages[0].lines]


@given(st.lists(DAMAGED, max_size=8))
def test_words_and_calls_stay_inside_the_line(texts: list[str]) -> None:
    """Every word span and every call candidate is a range of the mended text."""
    lines = cleanup.run(_pages(texts), Settings()).pages[0].lines

    for line in lines:
        ranges = [(word.start, word.end) for word in line.words] + [(call.start, call.end) for call in line.calls]
        assert all(0 <= start <= end <= len(line.text) for start, end in ranges)


@given(st.lists(DAMAGED, max_size=6))
def test_cleanup_is_idempotent_on_what_it_has_mended(texts: list[str]) -> None:
    """Cleaning the cleaned text changes nothing that the first pass left: the second pass gives the third its input."""
    once = cleanup.run(_pages(texts), Settings())
    twice = cleanup.run(_pages([line.text for line in once.pages[0].lines]), Settings())
    thrice = cleanup.run(_pages([line.text for line in twice.pages[0].lines]), Settings())

    assert [line.text for line in twice.pages[0].lines] == [line.text for line in thrice.pages[0].lines]


def test_a_ledger_of_another_text_is_refused() -> None:
    """Undoing changes that do not fit the text raises instead of inventing a text."""
    change = Change(offset=0, before="Zhinua", after="Zhihua", rule="names", confidence=0.9)

    with pytest.raises(ValueError, match="ledger"):
        undo("Moscow", (change,))


def test_an_edit_that_touches_a_call_is_refused() -> None:
    """What may stand for a note call is never mended away."""
    pages = pages_of(["lit.*° Nobody"])
    draft = begin(pages.pages[0], pages.pages[0].lines[0])
    draft.calls = [CallCandidate(start=4, end=6)]

    assert not draft.apply(Edit(3, 5, "", 0.9), "test")
    assert draft.text == "lit.*° Nobody"


def test_an_edit_moves_words_and_calls_behind_it() -> None:
    """After an insertion, later words and calls still stand for the same characters."""
    pages = pages_of(["ofthe port.*"])
    draft = begin(pages.pages[0], line_of("ofthe port.*"))
    draft.calls = [CallCandidate(start=11, end=12)]

    draft.apply(Edit(2, 2, " ", 0.9), "test")

    assert draft.text[draft.words[1].start : draft.words[1].end] == "port.*"
    assert draft.text[draft.calls[0].start : draft.calls[0].end] == "*"
