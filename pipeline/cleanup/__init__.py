"""Cleanup: the same lines, mended, with a ledger of every change and the places where a note call may stand.

``BEFORE_CALLS`` and ``AFTER_CALLS`` are the order. A rule proposes edits from the text as it stands and the document's
vocabulary; the draft carries them out and writes them down, and refuses to touch what may stand for a note call.
"""

import logging
from collections.abc import Callable, Iterator, Sequence

from pipeline.cleanup import (
    archival,
    brackets,
    citation_words,
    dashes,
    identifiers,
    names,
    numerals,
    quotation_marks,
    spaces,
    specks,
    stray_marks,
    unicode_form,
)
from pipeline.cleanup.calls import find_calls
from pipeline.cleanup.calls_without_notes import read_numbers
from pipeline.cleanup.draft import Draft, Edit, begin
from pipeline.config import Settings
from pipeline.model import TEXT_LAYER, CleanPage, Lines, Pages
from pipeline.readers import BOTH, TESSERACT
from pipeline.vocabulary import LANGUAGES, Vocabulary

log = logging.getLogger(__name__)

Proposals = Iterator[tuple[int, Edit]]
Rule = Callable[[Sequence[Draft], Vocabulary], Proposals]


def _line_by_line(mend: Callable[[Draft], Iterator[Edit]]) -> Rule:
    def rule(drafts: Sequence[Draft], _: Vocabulary) -> Proposals:
        return ((index, edit) for index, draft in enumerate(drafts) for edit in list(mend(draft)))

    return rule


def _with_vocabulary(mend: Callable[[Draft, Vocabulary], Iterator[Edit]]) -> Rule:
    def rule(drafts: Sequence[Draft], vocabulary: Vocabulary) -> Proposals:
        return ((index, edit) for index, draft in enumerate(drafts) for edit in list(mend(draft, vocabulary)))

    return rule


def _with_document(mend: Callable[[Sequence[Draft]], Proposals]) -> Rule:
    def rule(drafts: Sequence[Draft], _: Vocabulary) -> Proposals:
        return mend(drafts)

    return rule


BEFORE_CALLS: tuple[tuple[str, Rule], ...] = (
    ("characters", _line_by_line(unicode_form.characters)),
    ("composition", _line_by_line(unicode_form.composition)),
    ("apostrophes", _line_by_line(quotation_marks.apostrophes)),
    ("numerals", _line_by_line(numerals.numerals)),
    ("guillemets", _with_document(quotation_marks.guillemets)),
    ("first-parts", _with_document(numerals.first_parts)),
    ("changed-letters", _with_vocabulary(brackets.changed_letters)),
    ("brackets", _with_document(brackets.brackets)),
    ("addresses", _with_document(identifiers.addresses)),
    ("identifiers", _with_document(identifiers.identifiers)),
    ("split-words", _with_vocabulary(spaces.split_words)),
    ("drop-capitals", _with_vocabulary(spaces.drop_capitals)),
    ("split-at-apostrophe", _with_vocabulary(spaces.split_at_apostrophe)),
)
"""The form that everything later relies on (NFC, no control characters), and marks that evidence shows to be text."""

AFTER_CALLS: tuple[tuple[str, Rule], ...] = (
    ("two-marks-for-one", _with_document(quotation_marks.two_for_one)),
    ("bars", _line_by_line(stray_marks.bars)),
    ("specks", _line_by_line(specks.specks)),
    ("stray-stops", _with_vocabulary(stray_marks.stops)),
    ("joining-marks", _with_vocabulary(stray_marks.joining)),
    ("spaces-around-brackets", _line_by_line(spaces.around_brackets)),
    ("thin-spaces", spaces.thin_spaces),
    ("glued-articles", _with_vocabulary(spaces.glued_articles)),
    ("glued-figures", _line_by_line(spaces.glued_figures)),
    ("glued-words", _with_vocabulary(spaces.glued_words)),
    ("leaves", _with_document(archival.leaves)),
    ("archival-commas", _with_document(archival.commas)),
    ("citation-words", _with_document(citation_words.ids)),
    ("ranges", _line_by_line(dashes.ranges)),
    ("page-ranges", _with_document(dashes.page_ranges)),
    ("names", names.names),
    ("low-quotation-marks", _line_by_line(quotation_marks.low_marks)),
    ("quotation-mark-twice", _with_document(quotation_marks.doubled)),
    ("quotation-mark-star", _with_document(quotation_marks.stars)),
    ("quotation-marks", _with_document(quotation_marks.quotation_marks)),
)


OF_TEXT_LAYERS = frozenset({"characters", "composition", "identifiers", "glued-words", "two-marks-for-one"})
"""Rules for born-digital pages too, whose characters are those that the author's file has: the form of characters, what
is printed as one mark, and spaces, which the place of the characters decides. All others mend what a reader of ink
does, and there is none."""


def run(pages: Pages, settings: Settings) -> Lines:
    """Mends every line. Undoing a line's changes gives its OCR text back exactly."""
    drafts = [begin(page, line) for page in pages.pages for line in page.lines]
    vocabulary = Vocabulary((draft.text for draft in drafts), settings.lang)
    _tell_of_other_language(pages, vocabulary, settings.lang)
    _apply(BEFORE_CALLS, drafts, vocabulary)
    find_calls(drafts, vocabulary)
    for index, call, edit in list(read_numbers(drafts)):
        drafts[index].read_call(call, edit, "calls-without-notes")
    _apply(AFTER_CALLS, drafts, vocabulary)
    return Lines(doc=pages.doc, pages=_pages_of(pages, drafts))


def _tell_of_other_language(pages: Pages, vocabulary: Vocabulary, lang: str) -> None:
    """Page images are read with the letters of the languages that were asked for: others lose their diacritics."""
    codes = {language: code for code, language in LANGUAGES.items()}
    read = any(page.reader in (TESSERACT, BOTH) for page in pages.pages)
    if read and vocabulary.told in codes and vocabulary.told not in vocabulary.asked:
        log.warning(
            "%s: read as %s, but its words are of another language: --lang %s reads it better",
            pages.doc, lang, codes[vocabulary.told],
        )  # fmt: skip


def _apply(rules: Sequence[tuple[str, Rule]], drafts: Sequence[Draft], vocabulary: Vocabulary) -> None:
    for name, rule in rules:
        # Proposals are complete before the first is carried out: offsets are those of the text the rule saw, and each
        # rule yields the edits of a line from right to left.
        for index, edit in list(rule(drafts, vocabulary)):
            if drafts[index].reader != TEXT_LAYER or name in OF_TEXT_LAYERS:
                drafts[index].apply(edit, name)


def _pages_of(pages: Pages, drafts: Sequence[Draft]) -> tuple[CleanPage, ...]:
    remaining = iter(drafts)
    return tuple(
        CleanPage(
            number=page.number, reader=page.reader, width=page.width, height=page.height, dpi=page.dpi,
            image=page.image, rules=page.rules, cells=page.cells, drawings=page.drawings, failure=page.failure,
            cut=page.cut,
            lines=tuple(next(remaining).finished() for _ in page.lines),
        )
        for page in pages.pages
    )  # fmt: skip
