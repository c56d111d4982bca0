"""Raised ink as note calls: which characters of the line stand for it, and which of it is text after all."""

import re
from collections.abc import Sequence

from pipeline.cleanup.call_glyphs import MARKS, SIGNS
from pipeline.cleanup.draft import Draft
from pipeline.model import TEXT_LAYER, Box, CallCandidate, Line, RaisedMark, Reading
from pipeline.raised_notation import first_figures

SURE_SIGN = 0.7
"""Confidence of the second reader that takes for a dagger what the first took for an exclamation mark."""
SURE_FIGURE = 0.5
"""Confidence of the second reader that takes for a figure what the first took for the end of a question or an
exclamation: four marks in 35 scans, all of them calls (``Notts?`` for Notts.⁹, ``1830!`` for 1830¹)."""
SPACED = 0.75
"""Of the height of a raised figure: the most white between two of one number."""
SURE_LETTER = 0.9
"""Confidence of a raised letter, cut out, that was taken for the end of a question: ``organ?`` for organᵇ."""


def is_of_the_text(line: Line, mark: RaisedMark) -> bool:
    """Whether a mark is a part of the text after all.

    A letter between letters, whatever the second reader makes of it (the h of ``What``, which stands higher than the W
    beside it); the first letters of a word that goes on with small ones, where both readers have the same (lines bend
    upwards where a page turns into the spine); an apostrophe between letters, unless a reader sees a number; a digit
    between digits; the ``?`` of a question, unless the second reader is sure of a figure, a letter or a reference mark,
    or the sign by itself is read as a letter for certain; a ``!`` with a small letter behind it ends nothing, and where
    its dot is, its ink is not raised; guillemets, also where they were read as ``<``, unless a reader sees a figure;
    asterisks that have a line to themselves, which part sections.
    """
    if _SECTION_BREAK.fullmatch(line.text):
        return True
    word = line.words[mark.word].text if mark.word >= 0 else ""
    before, after = word[: mark.start], word[mark.end :]
    glyphs = word[mark.start : mark.end]
    if glyphs and _GUILLEMETS.fullmatch(glyphs) and not any(_has_figure(each) for each in mark.readings):
        return True
    inside = before[-1:].isalpha() and after[:1].isalpha()
    if inside and word[mark.start : mark.end].isalpha():
        return True
    if not before and after[:1].islower() and _is_read_alike(word[mark.start : mark.end], mark):
        return True
    if inside and "’" in word[mark.start : mark.end] and not any(each.text.isdecimal() for each in mark.readings):
        return True
    if glyphs == word and glyphs in {"?", "!"} and _ends_sentence(line, mark.word):
        return True
    if any(reading.reader in {"digits", "shape"} for reading in mark.readings):
        return False
    if word[mark.start : mark.end] in {"?", "!"}:
        ends = word[mark.start : mark.end] == "?" or bool(after) or not _goes_on_small(line, mark.word)
        return ends and before[-1:].isalnum() and not any(map(_is_sure_sign, mark.readings))
    return before[-1:].isdecimal() and after[:1].isdecimal()


_SECTION_BREAK = re.compile(r"\*(?:\s?\*){2,}")
_GUILLEMETS = re.compile(r"[«»‹›<>]{1,2}[.,;:]?")


def _has_figure(reading: Reading) -> bool:
    return any(map(str.isdecimal, reading.text))


def _is_read_alike(letters: str, mark: RaisedMark) -> bool:
    readings = [reading.text for reading in mark.readings if reading.reader == "rapidocr"]
    return letters.isalpha() and readings == [letters]


def _is_sure_sign(reading: Reading) -> bool:
    if reading.reader == "letters":
        return reading.confidence >= SURE_LETTER
    if reading.reader != "rapidocr":
        return False
    if reading.text.isalnum():
        return reading.confidence >= (SURE_FIGURE if reading.text.isdecimal() else SURE_LETTER)
    return reading.text in {"†", "‡", "§"} and reading.confidence >= SURE_SIGN


def _ends_sentence(line: Line, word: int) -> bool:
    """Whether a sign by itself stands between a word without a stop and a capital, or the end of the line.

    French presses set a space before it: ``l’avenir ? Elle``. A call there would leave the sentence without its end.
    """
    before = line.words[word - 1].text[-1:] if word > 0 else ""
    return before.isalpha() and (word + 1 == len(line.words) or line.words[word + 1].text[:1].isupper())


def _goes_on_small(line: Line, word: int) -> bool:
    """Whether the next word of the line begins with a small letter."""
    return word + 1 < len(line.words) and line.words[word + 1].text[:1].islower()


def apart(calls: Sequence[CallCandidate], boxes: Sequence[Box], text: str) -> list[CallCandidate]:
    """Candidates of which none touches another: two digits of one call that were seen as two marks are one.

    So are digits that a space parts in the text, and hardly more white than their own width: a line that is set to the
    full measure letter by letter has ``1 0`` for a raised 10.

    Args:
        calls: the candidates of a line.
        boxes: the ink of each.
        text: of the line.
    """
    apart: list[CallCandidate] = []
    edge: Box | None = None
    for call, box in sorted(zip(calls, boxes, strict=True), key=lambda each: (each[0].start, each[0].end)):
        if apart and (_touch(apart[-1], call) or (edge and _are_spaced(apart[-1], call, edge, box, text))):
            apart[-1] = _united(apart[-1], call)
        else:
            apart.append(call)
        edge = box
    return apart


def _touch(one: CallCandidate, other: CallCandidate) -> bool:
    return other.start <= one.end and other.end > other.start and one.end > one.start


def _are_spaced(one: CallCandidate, other: CallCandidate, first: Box, second: Box, text: str) -> bool:
    """Whether two figures with a space between them stand close together, the second by itself."""
    alone = text[one.end : other.start] == " " and not text[other.end : other.end + 1].isalnum()
    figures = all(any(reading.text.isdecimal() for reading in call.readings) for call in (one, other))
    return alone and figures and 0 <= second.left - first.right <= SPACED * first.height


def _united(one: CallCandidate, other: CallCandidate) -> CallCandidate:
    """Both as one call; where the reader of the first has seen the whole number, as that."""
    numbers = [[reading for reading in call.readings if reading.text.isdecimal()][:1] for call in (one, other)]
    together: tuple[Reading, ...] = ()
    if all(numbers):
        first, second = numbers[0][0], numbers[1][0]
        confidence = round(min(first.confidence, second.confidence), 3)
        whole = len(first.text) > 1 and first.text.endswith(second.text)
        text = first.text if whole else first.text + second.text
        together = (Reading(text=text, confidence=confidence, reader=first.reader),)
    readings = (*together, *one.readings, *other.readings)
    return CallCandidate(start=one.start, end=max(one.end, other.end), raised=True, readings=readings)


def raised_call(draft: Draft, mark: RaisedMark, index: int, closes_nothing: set[tuple[int, int]]) -> CallCandidate:
    """The candidate of a mark, with the glyphs of the line that stand for it.

    Args:
        draft: the line.
        mark: raised ink that is no part of the text.
        index: of the line in the document.
        closes_nothing: the quotation marks that close nothing, by line and offset.
    """
    word = draft.words[mark.word] if mark.word >= 0 else None
    start = word.start + mark.start if word else 0
    end = word.start + mark.end if word else 0
    if draft.reader != TEXT_LAYER and word:
        # The reader often makes two glyphs of a raised number and the ink accounts for one: the other goes with it.
        while end < word.end and _is_spare(draft.text, end, index, closes_nothing):
            end += 1
        while start > word.start and _is_spare(draft.text, start - 1, index, closes_nothing):
            start -= 1
        start += _is_closing(draft.text[start:end], mark) and (index, start) not in closes_nothing
        # No quotation opens before a call: a mark that makes up the word with it is its first figure.
        if word.start < start < end == word.end and set(draft.text[word.start : start]) <= MARKS:
            start = word.start
    # An OCR layer knows only the box of the word, and where it is shared out the ink of `oil.23` falls on the 3 alone.
    number = mark.readings[0].text if mark.readings else ""
    start, end = _whole_number(draft.text, start - first_figures(draft.text[:start], number, end - start), end, mark)
    if word and _in_brackets(draft.text[word.start : word.end], start - word.start, end - word.start):
        # French, Italian and Spanish presses set the number in brackets, which are raised or not, but never text.
        start, end = (
            start - (draft.text[start : start + 1] not in _OPENING),
            end + (draft.text[end - 1] not in _CLOSING),
        )
    if draft.reader != TEXT_LAYER and any(reading.text.isdecimal() for reading in mark.readings):
        start, end = _with_empty_brackets(draft.text, start, end)
    return CallCandidate(start=start, end=end, raised=True, readings=mark.readings)


def _with_empty_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """What stands for a number, and the pair of brackets beside it in which a reader saw none: ``lamps®()``."""
    behind = _EMPTY_BRACKETS.match(text, end)
    return start - len("()") * text[:start].endswith("()"), behind.end() if behind else end


_EMPTY_BRACKETS = re.compile(r"\s?\(\)")


def _whole_number(text: str, start: int, end: int, mark: RaisedMark) -> tuple[int, int]:
    """The number in brackets in which a mark lies or ends, or before which it stands and which it was read as.

    Where only the box of the line is known, its characters share it out, and a mark falls on one beside its own.
    """
    for found in _NUMBER_IN_BRACKETS.finditer(text):
        read_so = any(reading.text == found["number"] for reading in mark.readings)
        if found.start() - read_so <= start and end <= found.end() + read_so:
            return found.span()
    return start, end


_NUMBER_IN_BRACKETS = re.compile(r"[(\[](?P<number>\d{1,3})[)\]]")


def _is_closing(printed: str, mark: RaisedMark) -> bool:
    """Whether what was printed for raised ink begins with a quotation mark and has the number behind it, sign for sign.

    Large quotation marks are as tall as raised figures, and their ink is taken for a figure more: ``”24`` for ``”21``.
    """
    number = mark.readings[0].text if mark.readings else ""
    return printed[:1] in _CLOSING_QUOTES and number.isdecimal() and len(printed) == len(number) + 1


_CLOSING_QUOTES = frozenset('’"”')
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")


def _in_brackets(word: str, start: int, end: int) -> bool:
    """Whether a call stands between brackets with nothing else in them; the mark may hold one of them."""
    opened = word[start - 1 : start] in _OPENING if start else False
    closed = word[end : end + 1] in _CLOSING
    return (opened or word[start:end][:1] in _OPENING) and (closed or word[start:end][-1:] in _CLOSING)


def _is_spare(text: str, offset: int, index: int, closes_nothing: set[tuple[int, int]]) -> bool:
    """Whether a character beside raised ink is no text.

    A sign that ends no word, a mark that closes nothing, or ``!`` and ``?`` behind a stop or a closing mark.
    """
    if text[offset] in "!?":
        return offset > 0 and text[offset - 1] in '.,;:’”")'
    return text[offset] in SIGNS or (text[offset] in MARKS and (index, offset) in closes_nothing)
