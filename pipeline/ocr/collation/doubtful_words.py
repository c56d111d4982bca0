"""Which words of a line are worth a second reading: those where a first reader of print is known to err.

Reading every line twice would double the time. On 29,180 words of ten printings, the words below are 12 per cent (16
per cent of the width) and hold nine tenths of what a second reading mends.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from pipeline.ocr.collation.word_shapes import ADDRESS, MIXED, PART, QUOTES
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadLine, ReadWord
from pipeline.vocabulary import Vocabulary

SURE_WORD = 0.85
SURE_CHARACTER = 0.965
SURE_QUOTE = 0.985
SURE_UNCOMMON = 0.992
"""A word whose every character is surer than this is not read again for being uncommon: so sure is Tesseract only of
what its own word list has, and of such words the second reader mends those alone in which a diacritic was lost. Down to
0.99 there are others, too: ``Atatiirk``, ``Bjgrnson``.
"""
COMMON = 4.3  # Zipf; names above it are as good as words
CONTEXT = 1
"""Words on each side that are read along: a word alone has no scale by which a dash is long; letters need none."""
SHORT = 4
SHORT_COMMON = 3.2
PUNCTUATION = "“”‘’\"'.,;:()[]!?—–-"
_STRANGE = re.compile(r"[^\w\s“”‘’.,;:()\[\]!?—–\-/&]|_")
_SLASH = re.compile(r"(?:^|\W)/[^\W\d]|[^\W\d]/(?:[^\W\d]|$)")
"""A slash at the edge of a word or between letters: what an italic I or l is read as."""
_LIKE_FIGURE = re.compile(r"^[(\[]?[SOBZGl]$")
"""A letter alone, without the stop of an initial, that has the shape of a figure."""
_DIGIT_DASH = re.compile(r"\d[-~]|[-~]\d")


class Doubt(NamedTuple):
    """What a reason may look at."""

    word: ReadWord
    marked: bool
    """Whether raised ink touches or follows the word."""
    last: bool
    """Whether it ends the line, so that its hyphen may part a word."""
    vocabulary: Vocabulary
    level: bool = False
    """Whether its ink may be that of small capitals."""
    unread: bool = False
    """Whether there is ink over or under its letters that they do not have as read."""
    plain: bool = False
    """Whether it ends with a colon that is seen to have no tail."""


class Run(NamedTuple):
    """Words ``start:end`` of a line, to be cut out together."""

    start: int
    end: int


Reason = Callable[[Doubt], bool]


class Inked(NamedTuple):
    """Words of a line of which the ink says something else than the reader, by their numbers."""

    loose: frozenset[int] = frozenset()
    """Those with raised ink behind them that nothing accounts for."""
    level: frozenset[int] = frozenset()
    """Those that may be in small capitals."""
    unread: frozenset[int] = frozenset()
    """Those, with capitals and surely read, that have ink over or under their letters which these do not have."""
    plain: frozenset[int] = frozenset()
    """Those that end with a colon which is seen to have no tail."""


def runs(line: ReadLine, marks: list[Mark], inked: Inked, vocabulary: Vocabulary) -> list[Run]:
    """The doubtful words of a line with their neighbours; what touches is one run."""
    marked = inked.loose | {mark.word for mark in marks} | {mark.word + 1 for mark in marks if mark.word < 0}
    last = len(line.words) - 1
    doubts = [
        Doubt(
            word,
            index in marked,
            index == last,
            vocabulary,
            index in inked.level,
            index in inked.unread,
            index in inked.plain,
        )
        for index, word in enumerate(line.words)
    ]
    found: list[Run] = []
    for index, doubt in enumerate(doubts):
        reasons = [reason for reason in REASONS if reason(doubt)]
        if not reasons:
            continue
        context = CONTEXT if set(reasons) - OF_LETTERS else 0
        start, end = max(index - context, 0), min(index + context + 1, len(doubts))
        if found and found[-1].end >= start:
            found[-1] = Run(found[-1].start, end)
        else:
            found.append(Run(start, end))
    return found


def is_sure(word: ReadWord) -> bool:
    """Whether a word is not read again for being uncommon, unless its ink speaks against it."""
    return min(char.confidence for char in word.chars) >= SURE_UNCOMMON


def _has_raised_ink(doubt: Doubt) -> bool:
    """Tesseract drops superscripts or reads them as quotes."""
    return doubt.marked


def _is_unsure(doubt: Doubt) -> bool:
    """The first reader says so itself."""
    return doubt.word.confidence < SURE_WORD or min(char.confidence for char in doubt.word.chars) < SURE_CHARACTER


def _has_unsure_quote(doubt: Doubt) -> bool:
    """A quote at the end of a word is what Tesseract makes of specks and of raised stars."""
    end = doubt.word.chars[-1]
    return end.text in QUOTES and end.confidence < SURE_QUOTE


def _has_dash(doubt: Doubt) -> bool:
    """Tesseract reads the en dash of a range as a hyphen, and a dash after a word too."""
    text = doubt.word.text
    return bool(_DIGIT_DASH.search(text)) or (text.endswith("-") and not doubt.last)


def _has_colon(doubt: Doubt) -> bool:
    """The tail of a semicolon gets lost, and Tesseract is sure of its colon: not where the page shows it to have none.

    Of 61 colons on 26 scanned pages that were read again for it none became a semicolon.
    """
    return doubt.word.text.endswith(":") and not doubt.plain


def _is_strange(doubt: Doubt) -> bool:
    """Signs that are rare in running text, and digits among letters, are mostly misread letters or note signs."""
    text = doubt.word.text
    return any(pattern.search(text) for pattern in (_STRANGE, _SLASH, _LIKE_FIGURE, MIXED, ADDRESS))


def _is_uncommon(doubt: Doubt) -> bool:
    """No word list has it; or it is a name, where diacritics get lost; or short, as ``ofa`` for ``of a``."""
    text = doubt.word.text.strip(PUNCTUATION)
    parts = PART.findall(text)
    if not parts or (doubt.last and doubt.word.text.endswith("-")):
        return False
    if is_sure(doubt.word) and (text.islower() or not doubt.unread):
        return False
    frequency = min(doubt.vocabulary.frequency(part) for part in parts)
    is_name = text[:1].isupper() and text[1:].islower() and frequency < COMMON
    return is_name or frequency < 2.0 or (len(text) <= SHORT and frequency < SHORT_COMMON)


def _may_lack_diacritic(doubt: Doubt) -> bool:
    """A model of one language drops the diacritics of another, and word lists hold what people type without them."""
    return doubt.vocabulary.may_lack_diacritic(doubt.word.text.strip(PUNCTUATION).casefold())


def _is_level(doubt: Doubt) -> bool:
    """Small capitals, which Tesseract reads as the small letters that they resemble, and is sure of them."""
    return doubt.level


REASONS: tuple[Reason, ...] = (
    _has_raised_ink,
    _is_unsure,
    _has_unsure_quote,
    _has_dash,
    _has_colon,
    _is_strange,
    _is_uncommon,
    _may_lack_diacritic,
    _is_level,
)
OF_LETTERS = {_is_uncommon, _may_lack_diacritic, _is_level}
"""Reasons for which a word is read by itself."""
