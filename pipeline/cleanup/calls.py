"""Where note calls may stand: raised ink that the page shows, and glyphs at a word's end that make no sense as text.

Nothing is decided here. Each place becomes a ``CallCandidate``; the alignment of calls and notes in ``segment``
decides, and only what it links leaves the text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from pipeline.cleanup.call_glyphs import (
    MARKS,
    bracketed,
    calls_in_brackets,
    in_brackets,
    is_open,
    noted,
    overlap,
    patterned,
)
from pipeline.cleanup.draft import Draft
from pipeline.cleanup.quotation_marks import Mark, Pair, pairs
from pipeline.cleanup.raised_calls import apart, is_of_the_text, raised_call
from pipeline.cleanup.unraised_calls import lost_numbers, on_the_line, unraised
from pipeline.model import TEXT_LAYER, CallCandidate, RaisedMark, Region
from pipeline.vocabulary import Vocabulary

MEASURED = frozenset({"tesseract", "tesseract+rapidocr", TEXT_LAYER})
"""Readers of pages whose ink, or whose font, tells what is raised. Other sources tell it if they ever say so."""


def find_calls(drafts: Sequence[Draft], vocabulary: Vocabulary) -> None:
    """Gives every draft its candidates, in order, none overlapping another; raised ink first."""
    paired, loose = pairs(drafts)
    closes_nothing = {(mark.draft, mark.offset) for mark in (*loose, *_doubtful_ends(drafts, paired))}
    # A text layer knows what it raised; patterns only help where a document's text layer raised no number or letter:
    # an author's star is raised also where calls stand in brackets on the line.
    raising = frozenset(draft.reader for draft in drafts if draft.line.marks)
    calling = frozenset(draft.reader for draft in drafts if any(map(_is_raised_call, draft.line.marks)))
    lost, unmarked = lost_numbers(drafts), on_the_line(drafts)
    bracketing = calls_in_brackets(draft.text for draft in drafts if draft.line.box is None)
    telling = any(draft.line.region is Region.NOTE for draft in drafts if draft.line.box is None)
    closed = sum(bool(_CLOSED_LABEL.match(draft.text)) for draft in drafts) >= FEWEST_CLOSED
    enclosed = sum(bool(_ENCLOSED_LABEL.match(draft.text)) for draft in drafts) >= FEWEST_CLOSED
    for index, draft in enumerate(drafts):
        marks = [mark for mark in draft.line.marks if not is_of_the_text(draft.line, mark)]
        seen = [raised_call(draft, mark, index, closes_nothing) for mark in marks]
        raised = apart(seen, [mark.box for mark in marks], draft.text)
        above = " ".join(each.text for each in drafts[max(0, index - 2) : index])
        if closed:
            raised = [_with_bracket(f"{above} ", draft.text, call) for call in raised]
        if enclosed:
            raised = [_with_opening(draft.text, call) for call in raised]
        known = draft.reader == TEXT_LAYER and draft.reader in calling
        told = draft.line.box is not None and draft.reader in MEASURED | raising
        by_glyphs = (
            [*bracketed(draft), *unraised(draft, lost)]
            if known
            else patterned(draft, index, closes_nothing, vocabulary, told=told)
        )
        if counted := unmarked.get(index):
            by_glyphs = _with(counted, by_glyphs)
        if telling and draft.line.box is None:
            by_glyphs = noted(draft)
        elif bracketing and draft.line.box is None:
            by_glyphs = _with(in_brackets(draft, vocabulary), by_glyphs)
        if index and is_open(drafts[index - 1].text):
            by_glyphs = [call for call in by_glyphs if not _closes_a_tag(draft.text, call)]
        by_glyphs = [call for call in by_glyphs if not _closes_what_is_open(f"{above} ", draft.text, call)]
        free = [call for call in by_glyphs if not any(_same_place(draft.text, call, other) for other in raised)]
        draft.calls = sorted([*raised, *free], key=lambda call: (call.start, call.end))


def _with(surer: Sequence[CallCandidate], others: Sequence[CallCandidate]) -> list[CallCandidate]:
    """Surer candidates, and those of the others that none of them overlaps."""
    return [*surer, *(call for call in others if not any(overlap(call, other) for other in surer))]


def _doubtful_ends(drafts: Sequence[Draft], paired: Sequence[Pair]) -> Iterator[Mark]:
    """The marks behind a stop that would end a long quotation of a dump, where no ink tells what they are."""
    begins = list(accumulate((len(draft.text) for draft in drafts), initial=0))
    for opening, closing in ((pair.opening, pair.closing) for pair in paired):
        draft = drafts[closing.draft]
        length = begins[closing.draft] + closing.offset - begins[opening.draft] - opening.offset
        if draft.line.box is None and length >= LONG and draft.text[closing.offset - 1 : closing.offset] in _STOPS:
            yield closing


LONG = 400
"""Characters of a quotation whose end is doubtful: in 60 dumps 14 of 28 such ends were calls, of those below 21 of
402."""
_STOPS = frozenset(".,;:?!")


def _is_raised_call(mark: RaisedMark) -> bool:
    return any(reading.text.isalnum() for reading in mark.readings)


def _same_place(text: str, call: CallCandidate, other: CallCandidate) -> bool:
    """Whether no letter, digit or space parts two candidates: one printed call, seen twice.

    A number in brackets right behind a raised quotation mark is another sign: ``1650-1910"(58)``.
    """
    marked = other.end == call.start and text[other.start : other.end] in MARKS
    if marked and _IN_BRACKETS.fullmatch(text[call.start : call.end]):
        return False
    between = text[min(call.end, other.end) : max(call.start, other.start)]
    return overlap(call, other) or not re.search(r"[\w\s]", between)


_IN_BRACKETS = re.compile(r"\(\d{1,3}\)|\[\d{1,3}\]")


def _closes_a_tag(text: str, call: CallCandidate) -> bool:
    """Whether it closes a tag that begins on the line above."""
    return ">" in text[call.start : call.end] and not {"<", ">"} & set(text[: call.start])


_CLOSED_LABEL = re.compile(r"^[^\w\s]?(?:[*†‡]{1,3}|\d{1,3}|[^\w\s])\)\s?(?=[^\W\d_]|[„“‘«])")
FEWEST_CLOSED = 2
"""Lines that begin with ``*)`` or ``1)``, which show that the bracket belongs to the label and the call."""


def _with_bracket(above: str, text: str, call: CallCandidate) -> CallCandidate:
    """The call with the closing bracket behind it, as German presses set ``*)`` and ``1)``, if it closes nothing."""
    before = above + text[: call.start]
    if text[call.end : call.end + 1] != ")" or before.count("(") > before.count(")"):
        return call
    return replace(call, end=call.end + 1)


_ENCLOSED_LABEL = re.compile(r"^\((?:\d{1,3}|[^\w\s]{1,2})\)\s?(?=[^\W\d_]|[„“‘«])")


def _with_opening(text: str, call: CallCandidate) -> CallCandidate:
    """The call with the bracket right before it, where labels begin ``(1)``, and with what a reader saw of its number.

    The closing one is in its ink, ``lamps (®`` or ``lamps (f)``; one that stands further on closes other brackets.
    """
    start = text.rfind("(", max(0, call.start - 2), call.start)
    before = text[start + 1 : call.start]
    closing = text[call.start : call.end].endswith(")")
    closed_later = ")" in text[call.end :].partition("(")[0]
    if start < 0 or before.strip() != before or (before and not closing) or (closed_later and not closing):
        return call
    return replace(call, start=start)


def _closes_what_is_open(above: str, text: str, call: CallCandidate) -> bool:
    """Whether a candidate ends with the bracket that was opened before it, or stands for the guillemet that lacks.

    ``(the ‘lamp’)``; ``«the lamp* of the harbour``, where the reader made a star of a small ``»``.
    """
    printed, before = text[call.start : call.end], above + text[: call.start]
    if printed.endswith(")"):
        return "(" not in printed and before.rfind("(") > before.rfind(")")
    opened = max((found.start() for found in _OPENED.finditer(before)), default=-1)
    return not any(map(str.isalnum, printed)) and opened > before.rfind("»")


_OPENED = re.compile(r"(?<![^\s(\[—–’“])«")
"""Before a word; behind one it closes, as German presses set it."""
