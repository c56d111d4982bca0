"""Raised ink that is no note call: parts of broken letters, large quotes, ordinals, specks.

What rules alone cannot tell is doubtful, and needs a reader's word. Each rule says why; measured on books of 1860 to
1930, where worn type breaks and quotes are as tall as digits.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from pipeline.model import enclosing_box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks import raised_ink
from pipeline.ocr.raised_marks.labels_over_lines import labels_over_lines
from pipeline.ocr.raised_marks.marked_characters import STOPS, Mark, place
from pipeline.ocr.raised_marks.raised_ink import REACH, Found
from pipeline.ocr.raised_marks.raised_shapes import MIN_FOOT, MIN_HEIGHT, Ink
from pipeline.ocr.raised_marks.touching_signs import touching_signs
from pipeline.ocr.readers.hocr import ReadChar, ReadLine

OPENING = frozenset("\u2018\u201c")
QUOTE_LIKE = frozenset("'\"‘’“”„‚`´*")
SENTENCE_SIGNS = frozenset("?!")
ORDINALS = ("st", "nd", "rd", "th")
_NUMERAL = re.compile(r"(?:^|\W)(?:\d{1,2}|[ivxlcnru]{1,6}|[IVXLC]{1,6})$")
"""Of a century: in small capitals ``xviii`` is read ``xvn`` or ``xvr``."""
_OF_CENTURY = re.compile(
    r"^(?:-|\W{0,2}\s?(?:(?:and|or|to|et|ou|au)\s\w{1,7}\W{0,3}\s?)?(?:centur(?:y|ies)|siècles?)\b)"
)
"""The noun, or the hyphen before it: ``17th- and 18th-century``."""
USUAL_QUOTE = 0.55  # x-heights; in most faces quotes are smaller
TALLER_THAN_QUOTES = 1.13
LIKE_QUOTES = (0.85, TALLER_THAN_QUOTES)
"""Heights of strokes, in heights of the quotes of the page."""
ABOVE_FEET = 0.15
"""x-heights: in a face whose quotes are .64 tall they end .25 to .3 above the figures, which are .8 tall."""
MAX_DIGIT = 1.8  # x-heights; lining figures are 1.5 tall
HANGING = 5.0
"""x-heights from a label to the text of its note, where labels hang before it: two ems and more."""
MAX_LABEL_GAP = 1.5  # x-heights between a note's star and its first word

Rule = Callable[[Mark, ReadLine, LineType], bool]


class Told(NamedTuple):
    """The raised ink of one line, told apart."""

    calls: list[Mark]
    """What may be note calls and labels of notes."""
    doubtful: list[Mark]
    """What only a reader can tell from quotes and broken letters."""


def calls_among(pieces: Components, lines: list[ReadLine], kinds: list[LineType]) -> list[list[Mark]]:
    """The raised marks of every line of a page that may be note calls."""
    return [told.calls for told in told_apart(pieces, lines, kinds)]


def told_apart(pieces: Components, lines: list[ReadLine], kinds: list[LineType]) -> list[Told]:
    """The raised ink of every line of a page."""
    quote = quote_height(pieces, lines, kinds)
    told = []
    for line, kind in zip(lines, kinds, strict=True):
        found = raised_ink.find(pieces, line, kind, _room_before(line, kind, lines))
        whole = [_without_quote(pieces, mark, line, kind, quote) for mark in found.marks]
        own = _told(found._replace(marks=whole), line, kind, quote)
        told.append(own._replace(doubtful=own.doubtful + _touching(pieces, line, kind)))
    for index, label in labels_over_lines(pieces, lines, kinds).items():
        told[index] = told[index]._replace(calls=[label, *told[index].calls])
    return told


def _room_before(line: ReadLine, kind: LineType, lines: list[ReadLine]) -> float:
    """How far before a line its label may hang, in x-heights: not where a call behind another line would stand."""
    level = (line.box.top + line.box.bottom) / 2
    before = max(
        (o.box.right for o in lines if o.box.right <= line.box.left and o.box.top <= level <= o.box.bottom), default=0
    )
    room = (line.box.left - before) / kind.x_height - (REACH if before else 0.0)
    return min(max(room, REACH), HANGING)


def _told(found: Found, line: ReadLine, kind: LineType, quote: float) -> Told:
    """The marks of a line; ``quote`` is the height of the page's quotes in x-heights."""
    possible = [mark for mark in found.marks if not any(rule(mark, line, kind) for rule in RULES)]
    calls = [mark for mark in possible if not _is_doubtful(mark, line, kind, quote)]
    others = [mark for mark in found.others if not any(rule(mark, line, kind) for rule in (*RULES, *OF_LETTERS))]
    return Told(calls, [mark for mark in possible if mark not in calls] + others)


def _touching(pieces: Components, line: ReadLine, kind: LineType) -> list[Mark]:
    found = touching_signs(pieces, line, kind)
    return [mark for mark in found if not any(rule(mark, line, kind) for rule in (*RULES, *OF_LETTERS))]


def _is_doubtful(mark: Mark, line: ReadLine, kind: LineType, quote: float) -> bool:
    if any(rule(mark, line, kind) for rule in DOUBTS):
        return True
    if mark.star:
        return False  # full in the middle, where two quotes that touch have a gap
    least = TALLER_THAN_QUOTES * quote * kind.x_height if quote > USUAL_QUOTE else 0.0
    return mark.box.height <= least and set(_read_as(mark, line)) <= QUOTE_LIKE


def _without_quote(pieces: Components, mark: Mark, line: ReadLine, kind: LineType, quote: float) -> Mark:
    """A number without the quotation mark before it, where quotes are as tall as small figures: ``law”²⁰``.

    Its strokes are as low as the quotes of the page, and their feet stand higher than those of the figures.
    """
    if mark.star or quote <= USUAL_QUOTE:
        return mark
    boxes = [pieces.box(index) for index in mark.pieces]
    least, most = (share * quote * kind.x_height for share in LIKE_QUOTES)
    figure = next((i for i, box in enumerate(boxes) if box.height > most), 0)
    foot = boxes[figure].bottom - ABOVE_FEET * kind.x_height
    strokes = [i for i, box in enumerate(boxes[:figure]) if box.height >= least and box.bottom <= foot]
    if not strokes or strokes[0] > 0:
        return mark
    rest = mark.pieces[strokes[-1] + 1 :]
    box = enclosing_box([pieces.box(index) for index in rest]) or mark.box
    return place(pieces, Ink(rest, box), line, kind)


def quote_height(pieces: Components, lines: list[ReadLine], kinds: list[LineType]) -> float:
    """Height of the quotes that open words, in x-heights of their lines; 0.0 on a page without.

    An opening quote is never a call, so it shows how tall quotes are in this face.
    """
    heights = []
    for line, kind in zip(lines, kinds, strict=True):
        for word in line.words:
            if len(word.chars) > 1 and word.chars[0].text in OPENING and word.chars[1].text.isalpha():
                heights += _heights(pieces, word.chars[0], kind)
    return float(np.quantile(heights, 0.75)) if heights else 0.0


def _heights(pieces: Components, quote: ReadChar, kind: LineType) -> list[float]:
    found = pieces.boxes(quote.box)
    inside = [box for box in found if quote.box.left - 2 <= box.left and box.right <= quote.box.right + 2]
    return [box.height / kind.x_height for box in inside if 0.3 < box.height / kind.x_height < 1.0]


def _read_as(mark: Mark, line: ReadLine) -> str:
    if mark.word < 0:
        return ""
    return "".join(char.text for char in line.words[mark.word].chars[mark.start : mark.end])


def _beside(mark: Mark, line: ReadLine) -> tuple[str, str]:
    """The characters before and after the mark in its word, empty at the word's ends."""
    texts = [char.text for char in line.words[mark.word].chars] if mark.word >= 0 else []
    before = texts[mark.start - 1] if 0 < mark.start <= len(texts) else ""
    return before, texts[mark.end] if mark.end < len(texts) else ""


def _is_ordinal(mark: Mark, line: ReadLine, _kind: LineType) -> bool:
    """The raised letters of 20th."""
    return _read_as(mark, line) in ORDINALS and _beside(mark, line)[0].isdecimal()


def _is_of_century(mark: Mark, line: ReadLine, _kind: LineType) -> bool:
    """The raised letters of ``18th century`` and ``xviiie siècle``, whatever they were read as.

    No call stands between the number and its noun, and in French the number is never without its ``e``.
    """
    if mark.word < 0:
        return False
    words = [word.text for word in line.words[mark.word : mark.word + 4]]
    texts = [char.text for char in line.words[mark.word].chars]
    behind = " ".join(["".join(texts[mark.end :]), *words[1:]])
    return bool(_NUMERAL.search("".join(texts[: mark.start])) and _OF_CENTURY.match(behind))


def _is_opening_quote(mark: Mark, line: ReadLine, _kind: LineType) -> bool:
    """Read as an opening quote, with a letter right after it: a call has white after it."""
    read = _read_as(mark, line)
    return bool(read) and set(read) <= OPENING and _beside(mark, line)[1].isalpha()


def _is_apostrophe(mark: Mark, line: ReadLine, _kind: LineType) -> bool:
    """Between a letter and a small letter: ``animal's``; with a speck it may be read ``’?``, too."""
    before, after = _beside(mark, line)
    read = set(_read_as(mark, line))
    quoted = read <= QUOTE_LIKE or (read <= QUOTE_LIKE | SENTENCE_SIGNS and bool(read & QUOTE_LIKE))
    return quoted and before.isalpha() and after.islower() and mark.word >= 0


def _is_within_word(mark: Mark, line: ReadLine, _kind: LineType) -> bool:
    """Between letters, where Tesseract has a letter, a stop or nothing: the top of a broken U in ``U.S.``."""
    read = _read_as(mark, line)
    if mark.word < 0 or not (set(read) <= STOPS or read.isalpha()):
        return False
    text = line.words[mark.word].text
    return _beside(mark, line)[0].isalpha() and text[mark.end :].lstrip("".join(STOPS))[:1].isalpha()


def _is_low_letter(mark: Mark, line: ReadLine, kind: LineType) -> bool:
    """A letter of a line that bends upwards: as large and low as a figure may be, with small ones behind it."""
    middle = (mark.box.left + mark.box.right) / 2
    low = kind.baseline_at(middle) - mark.box.bottom < MIN_FOOT * kind.x_height
    return low and _read_as(mark, line).isalpha() and _beside(mark, line)[1].islower()


def _is_part_of_letter(mark: Mark, line: ReadLine, kind: LineType) -> bool:
    """Under it, in the box of a letter that stands on the line within a word, there is the rest of that letter."""
    return not _is_at_edge(mark, line) and _is_over_letter(mark, line, kind)


def _is_part_of_edge(mark: Mark, line: ReadLine, kind: LineType) -> bool:
    """In the box of the first or last letter of a word: where Tesseract drops a raised sign, that box may hold it."""
    return _is_at_edge(mark, line) and _is_over_letter(mark, line, kind)


def _is_at_edge(mark: Mark, line: ReadLine) -> bool:
    """Whether a mark that no character stands for is before a word or behind its last letter; a stop may follow it."""
    if mark.word < 0 or mark.start < mark.end:
        return False
    behind = line.words[mark.word].chars[mark.start :]
    return mark.start == 0 or not any(char.text.isalnum() for char in behind)


def _is_over_letter(mark: Mark, line: ReadLine, kind: LineType) -> bool:
    if mark.word < 0 or mark.end > mark.start:
        return False
    return any(_covers(char, mark, kind) for char in line.words[mark.word].chars if _has_body(char, kind))


def _has_body(char: ReadChar, kind: LineType) -> bool:
    """Whether a character is a letter, a digit or a ``?`` of which raised ink may be the upper part.

    A digit's box that is far too tall is not where the digit is: such a digit is a reading of the raised ink.
    """
    if char.text.isdecimal():
        return char.box.height <= MAX_DIGIT * kind.x_height
    return char.text.isalpha() or char.text in "?!"


def _covers(char: ReadChar, mark: Mark, kind: LineType) -> bool:
    shared = char.box.shared_width(mark.box)
    return _stands(char, kind) and shared > 0.6 * mark.box.width


def _stands(char: ReadChar, kind: LineType) -> bool:
    return char.box.bottom > kind.baseline_at(char.box.left) - 0.2 * kind.x_height


def _is_distant_speck(mark: Mark, line: ReadLine, kind: LineType) -> bool:
    """A star-shaped piece in the margin, too far from the words to be their label or their call."""
    return _is_distant_star(mark, line, kind) and mark.box.height < MIN_HEIGHT * kind.x_height


def _is_distant_star(mark: Mark, line: ReadLine, kind: LineType) -> bool:
    """A piece far from the words, as wide as tall; such is also a 7 that hangs before its note, as tall as digits."""
    return mark.star and is_distant(mark, line, kind)


def is_distant(mark: Mark, line: ReadLine, kind: LineType) -> bool:
    """Further before or behind the line than a star from its word."""
    return max(line.box.left - mark.box.right, mark.box.left - line.box.right) > MAX_LABEL_GAP * kind.x_height


def hangs(mark: Mark, line: ReadLine, kind: LineType) -> bool:
    """Further before the line than a call or most labels: a label that hangs there, or dirt in the margin."""
    return line.box.left - mark.box.left > REACH * kind.x_height


def _is_alone(mark: Mark, line: ReadLine, _kind: LineType) -> bool:
    """A folio in old-style figures has nothing beside it that would show where its baseline is.

    One letter may be a figure misread, but not in a word before that of the mark: the last line of a quotation is
    ``p. 5).`` and a call.
    """
    letters = [index for index, word in enumerate(line.words) for char in word.text if char.isalpha()]
    return len(letters) < 2 and not any(index < mark.word for index in letters)


def _is_read_as_text(mark: Mark, line: ReadLine, kind: LineType) -> bool:
    """Read as letters or digits that stand on the line, and smaller than a digit: the upper part of a broken one."""
    own = line.words[mark.word].chars[mark.start : mark.end] if mark.word >= 0 else ()
    return any(char.text.isalnum() and _stands(char, kind) for char in own)


def _is_over_text(mark: Mark, line: ReadLine, _kind: LineType) -> bool:
    """Smaller than a digit, with text right behind it that is not at the line's start."""
    return mark.word >= 0 and not mark.word == mark.start == 0 and _beside(mark, line)[1].isalnum()


RULES: tuple[Rule, ...] = (
    _is_ordinal,
    _is_of_century,
    _is_apostrophe,
    _is_within_word,
    _is_low_letter,
    _is_part_of_letter,
    _is_distant_speck,
    _is_alone,
)
DOUBTS: tuple[Rule, ...] = (_is_opening_quote, _is_part_of_edge, hangs, _is_distant_star)
"""What speaks against a call until a reader sees a number or a sign there."""
OF_LETTERS: tuple[Rule, ...] = (_is_read_as_text, _is_over_text)
"""What tells pieces of letters from signs that are not as large as digits."""
