"""Rows: printed lines on their way into zones, and the rooms (zones) that they end in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from pipeline.model import Box, CallCandidate, CleanLine, CleanPage, Join, Lines, Piece, Region, WordSpan
from pipeline.model.layer import UNKNOWN
from pipeline.raised_notation import SUPERSCRIPTS

UPRIGHT, LETTERS = 2, 4
"""Times its width that a row is high which is read upwards, and its characters at least."""
SMALL_CAPITALS = 0.6
"""Height of small letters with ascenders over their type size, below which they are drawn as small capitals: .50 to .58
in four journals; others are .62 and more."""
DOUBTED = 0.5
"""Confidence below which a reader takes dirt for print more often than it misreads print, where a word stands alone."""


class Zone(StrEnum):
    """Which kind of page furniture a row is."""

    HEAD = "header"
    FOLIO = "pageNum"
    SIGNATURE = "sig"
    COPYRIGHT = "copyright"
    CONTINUATION = "continuation"
    MARGINAL = "marginal"


Zones = dict[tuple[int, int, int, int], Zone]
"""The zone of every row that is furniture, by page, line, start and end."""


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line, or the part ``line.text[start:end]`` of it that belongs to one room."""

    page: CleanPage
    number: int
    """Of the line on its page, from 0."""
    start: int
    end: int

    @property
    def line(self) -> CleanLine:
        return self.page.lines[self.number]

    @property
    def region(self) -> Region:
        """What the source itself calls the row."""
        return self.line.region

    @property
    def cell(self) -> Box | None:
        """The cell of a ruled table in which the row stands."""
        box = self.line.box
        return next((cell for cell in self.page.cells if box is not None and cell.has_middle_of(box)), None)

    @property
    def text(self) -> str:
        """The row's text, without white space at its ends."""
        return self.line.text[self.start : self.end]

    @property
    def cased(self) -> str:
        """The text as names are told in it: small capitals as capitals, commas for the raised letters behind authors.

        A font may have small capitals at the places of small letters.
        """
        text = self.text
        for call in reversed(self.raised_letters()):
            text = f"{text[: call.start - self.start]},{text[call.end - self.start :]}"
        return text.upper() if self._is_in_small_capitals() else text

    def raised_letters(self) -> list[CallCandidate]:
        """Single small letters that are raised, as they stand behind authors for their institutions."""
        calls = [call for call in self.line.calls if call.raised and self.start <= call.start and call.end <= self.end]
        return [
            call for call in calls if self.line.text[call.start : call.end].islower() and call.end == call.start + 1
        ]

    def _is_in_small_capitals(self) -> bool:
        box, small = self.line.box, self.text.islower()
        words = [word for word in self.line.words if self.start <= word.start and word.end <= self.end]
        if small and words and all(word.style.small_caps for word in words):
            return True
        told = box is not None and small and sum(self.text.count(letter) for letter in "bdfhklt") >= 2
        return told and box is not None and 0 < box.height < SMALL_CAPITALS * self.line.size

    @property
    def key(self) -> tuple[int, int]:
        """Page and line number: the row's place in reading order."""
        return self.page.number, self.number

    @property
    def span(self) -> tuple[int, int, int, int]:
        """Page, line, start and end: which stretch of which line it is."""
        return (*self.key, self.start, self.end)

    @property
    def closes(self) -> bool:
        """Whether the row ends like a sentence, a note call or a speck at its end looked through."""
        return ends_sentence(self.text) or ends_sentence(self.prose)

    @property
    def is_doubted(self) -> bool:
        """Whether the reader takes a row, on the whole, for dirt: the words of a map, on its lines and hatching."""
        words = (word for word in self.line.words if word.box and self.start <= word.start and word.end <= self.end)
        known = [word.confidence for word in words if word.confidence != UNKNOWN]
        return bool(known) and fmean(known) < DOUBTED

    @property
    def prose(self) -> str:
        """The text without a raised call at its end, be it a number, a sign or a letter, and without a speck there."""
        calls = [call.start for call in self.line.calls if call.raised and call.end == self.end]
        specks = [word.start for word in self.line.words[1:] if word.end == self.end and self._is_speck(word)]
        end = min((start for start in [*calls, *specks] if start > self.start), default=self.end)
        return self.line.text[self.start : end].rstrip()

    def _is_speck(self, word: WordSpan) -> bool:
        doubted = word.box is not None and word.confidence < DOUBTED
        return doubted and not any(map(str.isalnum, self.line.text[word.start : word.end]))

    def part(self, start: int, end: int) -> "Row":
        """The row narrowed to ``text[start:end]``, white space at the ends taken off."""
        return trimmed(self.page, self.number, self.start + start, self.start + end)


def trimmed(page: CleanPage, number: int, start: int, end: int) -> Row:
    """A row without white space at its ends."""
    text = page.lines[number].text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Row(page, number, start, end)


def whole(page: CleanPage, number: int) -> Row:
    """The row of a whole line."""
    return trimmed(page, number, 0, len(page.lines[number].text))


def rows_of(lines: Lines) -> list[list[Row]]:
    """For every page its rows with any text, in reading order."""
    return [[row for number in range(len(page.lines)) if (row := whole(page, number)).text] for page in lines.pages]


def piece_of(row: Row, start: int, join: Join = Join.SPACE) -> Piece:
    """The piece that says that a text from ``start`` on comes from this row."""
    return Piece(
        start=start, end=start + len(row.text), page=row.page.number, line=row.number,
        line_start=row.start, line_end=row.end, join=join,
    )  # fmt: skip


def plain_text(rows: Sequence[Row]) -> tuple[str, tuple[Piece, ...]]:
    """Rows one after another with spaces, hyphens left as printed: for matter that is kept but not edited."""
    pieces, offset = [], 0
    for row in rows:
        pieces.append(piece_of(row, offset, Join.SPACE if offset else Join.START))
        offset += len(row.text) + 1
    return " ".join(row.text for row in rows), tuple(pieces)


def is_level_beside(row: Row, following: Row) -> bool:
    """Whether a row stands on one line with the next, to its left: a label that a reader parted from its note."""
    one, other = row.line.box, following.line.box
    if one is None or other is None or row.line.column != following.line.column:
        return False
    level = abs(foot_of(row) - foot_of(following)) < LEVEL * other.height
    return level and 0 <= other.left - one.right <= TAB * other.height


LEVEL, TAB = 0.5, 4.0
"""Of the height of a line: how far the feet of a label and its line are apart, and how wide the white between them."""


def gap_before(row: Row, previous: Row | None, leading: float) -> float:
    """White space above a row beyond the normal leading, in lines: 0.0 for the next line, 1.0 for one line left blank.

    Rows of different pages or columns have no gap. Without geometry, blank lines are counted.
    """
    if previous is None or previous.page.number != row.page.number:
        return 0.0
    if row.line.box is None or previous.line.box is None:
        return float(row.line.blank_before)
    if row.line.column != previous.line.column or leading <= 0 or row.line.box.top < previous.line.box.top:
        return 0.0
    return _white(row, previous, leading)


def gap_into_columns(row: Row, previous: Row, leading: float) -> float:
    """The same above the first row of a column, under a row of the whole width; 0.0 above all others."""
    boxed = row.line.box is not None and previous.line.box is not None and leading > 0
    return _white(row, previous, leading) if boxed and previous.line.column == 0 < row.line.column else 0.0


def _white(row: Row, previous: Row, leading: float) -> float:
    return max(0.0, (foot_of(row) - foot_of(previous)) / leading - 1.0)


def from_top(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page as they stand from its top down: notes in the margin may be read before the title."""
    return sorted(rows, key=lambda row: row.line.box.top if row.line.box else 0)


def foot_of(row: Row) -> int:
    """The baseline of a row, in pixels; the foot of its box where no baseline is known.

    Dirt moves boxes, not baselines.
    """
    if row.line.baseline is not None:
        return row.line.baseline
    return row.line.box.bottom if row.line.box else 0


def stands_at_top(row: Row) -> bool:
    """Whether a row stands in the upper half of its page; without geometry, in the first half of its lines."""
    box, page = row.line.box, row.page
    return box.bottom < 0.5 * page.height if box and page.height else row.number < 0.5 * len(page.lines)


def is_upright(row: Row) -> bool:
    """Whether a row has the shape of one that is read up or down the page."""
    box = row.line.box
    return box is not None and len(row.text) >= LETTERS and box.height > UPRIGHT * box.width


def is_turned(row: Row) -> bool:
    """Whether the reader says that a row is read up or down the page: it stands on no baseline across it.

    Or aslant, as words along the arrows of a drawing: then it takes far more height than its type.
    """
    box = row.line.box
    aslant = box is not None and len(row.text) >= LETTERS and box.height > ASLANT * row.line.size > 0
    return row.line.baseline is None and (is_upright(row) or aslant)


ASLANT = 3.0
"""Type sizes of height that no line across the page takes."""


_TERMINAL = re.compile(rf"[.?!…]['’”\")\]]*\W{{0,4}}[\d{SUPERSCRIPTS}]{{0,3}}\W{{0,3}}$|['’”]\W{{0,3}}$")


def begins_anew(row: Row) -> bool:
    """Whether white or a stop is before a row."""
    above = row.page.lines[row.number - 1].text if row.number else ""
    return row.line.blank_before > 0 or ends_sentence(above)


def ends_sentence(text: str) -> bool:
    """Whether a text ends like a sentence; what may be a note call after the full stop is looked through."""
    return bool(_TERMINAL.search(text))


def is_bold(row: Row) -> bool:
    """Whether all words of a row are bold; of the number of a section before them its font may tell nothing.

    Nor does that of Chinese signs amid them: presses have it in one weight.
    """
    first, *others = row.line.words or (None,)
    numbered = first is not None and others and _SECTION_NUMBER.fullmatch(row.line.text[first.start : first.end])
    words = others if numbered else row.line.words
    latin = [word for word in words if not _EAST_ASIAN.fullmatch(row.line.text[word.start : word.end])]
    return bool(latin) and all(word.style.bold for word in latin)


_EAST_ASIAN = re.compile(r"\W*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+\W*")
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")


def is_italic(*rows: Row) -> bool:
    """Whether most words of some rows are italic: names of cases and titles are reversed among them."""
    words = [word for row in rows for word in row.line.words if row.start <= word.start and word.end <= row.end]
    return bool(words) and sum(word.style.italic for word in words) > 0.6 * len(words)


def starts_lower(text: str) -> bool:
    """Whether a text goes on in the middle of a sentence."""
    stripped = text.lstrip("‘“'\"([—–")
    return bool(stripped) and stripped[0].islower()
