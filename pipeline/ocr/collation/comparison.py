"""Two readings of a run of words, character by character: where they differ, and what is to be done about it."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import Levenshtein

from pipeline.model import Box, Reading
from pipeline.ocr.collation.cells import STRAIGHT, Cell, Edit
from pipeline.ocr.collation.difference import STOPS, Difference
from pipeline.ocr.collation.disagreements import second_is_right
from pipeline.ocr.collation.doubtful_words import Run
from pipeline.ocr.collation.raised_signs import (
    Ground,
    call_in,
    has_line_ink,
    has_quote_ink,
    is_between_its_like,
    reading_of,
)
from pipeline.ocr.collation.word_shapes import DASHES, LINE_QUOTES, QUOTES
from pipeline.ocr.letterforms.level_words import is_level
from pipeline.ocr.letterforms.small_capitals import ALIKE_IN_SHAPE
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadChar
from pipeline.ocr.readers.recogniser import Glyph
from pipeline.vocabulary import Vocabulary

DIRT = frozenset("_~|^`¦")
"""What Tesseract makes of a speck in the margin, alone before the first word of a line."""
MAY_BE_CALLS = QUOTES | frozenset("°^")
MAY_BE_CAPITAL = 0.05
"""How far the second reader takes a letter for a capital where it is a small one: it expects small letters, so that
even a little shows that the ink is a capital's. Of real small letters it has .01 at most."""
LIKELY = 0.5
"""The second reader's confidence in a number and a word that notes consist of, which nothing is by chance."""
_SHORT_NOTE = re.compile(r"(?P<label>\d{1,3})(?P<word>I(?:bi)?d\.)")


def _is_inked(text: str, box: Box, ground: Ground) -> bool:
    """Whether a quotation mark, or what may be a misread call, has as much ink as one, at its height."""
    return (text in MAY_BE_CALLS and has_quote_ink(box, ground)) or (text in LINE_QUOTES and has_line_ink(box, ground))


_Item = TypeVar("_Item")


class _Stretch(NamedTuple):
    """Cells ``start:end`` of the first reading beside glyphs ``seen:until`` of the second."""

    equal: bool
    start: int
    end: int
    seen: int
    until: int


class Comparison:
    """The comparable cells of a run beside what the second reader has, aligned."""

    def __init__(
        self, cells: list[Cell], run: Run, glyphs: list[Glyph], marks: list[Mark], vocabulary: Vocabulary
    ) -> None:
        """``glyphs`` are those of the run that do not stand for raised ink; cells of raised ink are passed over."""
        inside = [i for i, cell in enumerate(cells) if run.start <= cell.word < run.end and _is_text(cells, i)]
        self.cells, self.marks, self.vocabulary = cells, marks, vocabulary
        own = _stripped(inside, [cells[i].text for i in inside])
        self.visible = _without_dirt(own, cells)
        first = cells[self.visible[0]].char if len(self.visible) < len(own) else None
        seen = [glyph for glyph in glyphs if first is None or glyph.x >= first.box.left]
        if any(glyph.text.isalnum() for glyph in glyphs[: len(glyphs) - len(seen)]):
            self.visible, seen = own, glyphs  # the second reader has a word there
        self.glyphs = _stripped(seen, [glyph.text for glyph in seen])
        self.first = [cells[i].text for i in self.visible]
        self.stretches = _aligned(self.first, [glyph.text for glyph in self.glyphs])
        if self.stretches:
            self.stretches[0] = self._without_neighbour(self.stretches[0])

    def edits(self, ground: Ground, small: frozenset[int] = frozenset()) -> Iterator[Edit]:
        """What is to be done where the second reader is right, or sees a note call; ``small`` is ``small_capitals``."""
        if note := self._short_note():
            yield note
            return
        for stretch in self.stretches:
            if stretch.equal or self._is_on_a_mark(stretch) or self._is_of_a_neighbour(stretch):
                continue
            own = self.glyphs[stretch.seen : stretch.until]
            place, end = self._places(stretch)
            words = {self.cells[index].word for index in _or_beside(self.visible, stretch.start, stretch.end)}
            difference = self._difference(stretch, ground)._replace(small_capitals=words <= small)
            home = self.cells[min(place, len(self.cells) - 1)].word
            call = call_in(difference, own, home, ground) if own else None
            if call:
                yield Edit(place, end, call=call)
            elif second_is_right(difference):
                yield Edit(place, end, tuple((_printed_quote(g.text, difference), g.confidence) for g in own))

    def readings(self) -> dict[int, Reading]:
        """What the second reader has for each word, by the word's number."""
        return {word: reading_of(own) for word, own in self._glyphs().items()}

    def small_capitals(self, ground: Ground) -> frozenset[int]:
        """The words that are level in ink, and in which the second reader sees a capital behind the first letter."""
        seen = {word for word, own in self._glyphs().items() if _has_inner_capital(own)}
        return frozenset(word for word in seen if is_level(ground.pieces, self._chars(word), ground.kind))

    def _chars(self, word: int) -> list[ReadChar]:
        return [cell.char for cell in self.cells if cell.word == word and cell.char and cell.mark < 0]

    def _glyphs(self) -> dict[int, list[Glyph]]:
        texts: dict[int, list[Glyph]] = {}
        for stretch in self.stretches if self.visible else ():
            for offset, glyph in enumerate(self.glyphs[stretch.seen : stretch.until]):
                place = min(stretch.start + offset, max(stretch.end - 1, stretch.start - 1, 0), len(self.visible) - 1)
                if glyph.text != " ":
                    texts.setdefault(self.cells[self.visible[place]].word, []).append(glyph)
        return texts

    def _short_note(self) -> Edit | None:
        """A line that is all of a note, label and ``Id.``, and that Tesseract takes for one word: ``lds`` for 72 Id."""
        text = "".join(glyph.text for glyph in self.glyphs if glyph.text != " ")
        found = _SHORT_NOTE.fullmatch(text)
        whole = len(self.visible) == len(self.cells) and not any(char in " 0123456789" for char in self.first)
        sure = min((glyph.confidence for glyph in self.glyphs), default=0.0)
        if not found or not whole or sure < LIKELY:
            return None
        return Edit(0, len(self.cells), tuple((char, sure) for char in f"{found['label']} {found['word']}"))

    def _places(self, stretch: _Stretch) -> tuple[int, int]:
        """The cells of a stretch; what only the second reader has follows the cell before it, on its side of a mark."""
        if stretch.end > stretch.start:
            return self.visible[stretch.start], self.visible[stretch.end - 1] + 1
        place = self.visible[stretch.start - 1] + 1 if stretch.start else self.visible[0]
        x = self.glyphs[stretch.seen].x
        while place < len(self.cells) and self.cells[place].mark >= 0 and x > self._right_of(self.cells[place].mark):
            place += 1
        return place, place

    def _right_of(self, mark: int) -> int:
        return self.marks[mark].box.right

    def _is_on_a_mark(self, stretch: _Stretch) -> bool:
        """Whether the second reader only has the letter or quote that Tesseract has on what was taken for raised ink.

        A quote must stand there too: Tesseract reads one for the raised number behind a quote that it has lost.
        """
        if stretch.end > stretch.start:
            return False
        text = "".join(glyph.text for glyph in self.glyphs[stretch.seen : stretch.until])
        place, _ = self._places(stretch)
        beside = self.cells[max(place - 1, 0) : place + 1]
        on_marks = [cell for cell in beside if cell.mark >= 0]
        if text not in QUOTES:
            return any(cell.text == text for cell in on_marks)
        plain, x = text.translate(STRAIGHT), self.glyphs[stretch.seen].x
        return any(c.text.translate(STRAIGHT) == plain and self.marks[c.mark].box.left <= x for c in on_marks)

    def _without_neighbour(self, stretch: _Stretch) -> _Stretch:
        """The first stretch without what the second reader has of the word before: ``9In`` for ``Tn`` behind 109."""
        more = stretch.until - stretch.seen > stretch.end - stretch.start > 0
        if stretch.equal or not more or not self.glyphs[stretch.seen].text.isdecimal():
            return stretch
        before = "".join(cell.text for cell in self.cells[: self.visible[0]]).rstrip()
        return stretch._replace(seen=stretch.seen + before.endswith(self.glyphs[stretch.seen].text))

    def _is_of_a_neighbour(self, stretch: _Stretch) -> bool:
        """Whether the second reader only has, at an edge of the run, what the first has in the word beside it."""
        text = "".join(glyph.text for glyph in self.glyphs[stretch.seen : stretch.until]).strip()
        if stretch.end > stretch.start or not any(char.isalnum() for char in text):
            return False
        if stretch.end == len(self.first):
            behind = "".join(cell.text for cell in self.cells[self.visible[-1] + 1 :]).lstrip()
            return behind.startswith(text[:1])
        before = "".join(cell.text for cell in self.cells[: self.visible[0]]).rstrip()
        return stretch.start == 0 and before.endswith(text[-1:])

    def _difference(self, stretch: _Stretch, ground: Ground) -> Difference:
        before, after = "".join(self.first[: stretch.start]), "".join(self.first[stretch.end :])
        inside = [self.cells[i] for i in _or_beside(self.visible, stretch.start, stretch.end)]
        own = _or_beside(self.glyphs, stretch.seen, stretch.until)
        return Difference(
            first="".join(self.first[stretch.start : stretch.end]),
            second="".join(glyph.text for glyph in self.glyphs[stretch.seen : stretch.until]),
            first_sure=min((cell.char.confidence for cell in inside if cell.char), default=1.0),
            second_sure=min((glyph.confidence for glyph in own), default=0.0),
            before=before,
            after=after,
            first_word="".join(self.first[slice(*self._word_around(stretch))]),
            second_word=self._second_word(stretch),
            by_mark=self._is_by_mark(stretch),
            inked=any(_is_inked(cell.text, cell.char.box, ground) for cell in inside if cell.char),
            vocabulary=self.vocabulary,
        )

    def _is_by_mark(self, stretch: _Stretch) -> bool:
        if stretch.end == stretch.start:
            return False
        place, end = self._places(stretch)
        return any(cell.mark >= 0 for cell in (*self.cells[max(place - 1, 0) : place], *self.cells[end : end + 1]))

    def _word_around(self, stretch: _Stretch) -> tuple[int, int]:
        """The cells of the word or words that a stretch touches."""
        left, right = stretch.start, stretch.end
        while left > 0 and self.first[left - 1] != " ":
            left -= 1
        while right < len(self.first) and self.first[right] != " ":
            right += 1
        return left, right

    def _second_word(self, about: _Stretch) -> str:
        """The word or words of a stretch with it, and every difference in letters, as the second reader has them."""
        left, right = self._word_around(about)
        parts: list[str] = []
        for stretch in self.stretches:
            if stretch.end < left or stretch.start > right or (stretch.equal and stretch.end == stretch.start):
                continue
            old = self.first[max(stretch.start, left) : min(stretch.end, right)]
            new = [glyph.text for glyph in self.glyphs[stretch.seen : stretch.until]]
            taken = stretch == about or (not stretch.equal and _is_of_letters(old + new))
            parts += new if taken else old
        return "".join(parts)


def _has_inner_capital(glyphs: list[Glyph]) -> bool:
    inner = [glyph for glyph in glyphs if glyph.text.isalpha()][1:]
    return any(glyph.text.casefold() not in ALIKE_IN_SHAPE and glyph.capital >= MAY_BE_CAPITAL for glyph in inner)


def _is_text(cells: list[Cell], index: int) -> bool:
    return cells[index].mark < 0 or is_between_its_like(cells, index)


def _stripped(items: list[_Item], texts: list[str]) -> list[_Item]:
    """The items without those at the ends whose text is a space."""
    start, end = 0, len(items)
    while start < end and texts[start] == " ":
        start += 1
    while end > start and texts[end - 1] == " ":
        end -= 1
    return items[start:end]


def _aligned(first: list[str], second: list[str]) -> list[_Stretch]:
    """What is equal and what is not, by turns; what differs side by side is one difference. All quotes are straight."""
    if not first or not second:
        return []
    plain = [text.translate(STRAIGHT) for text in first], [text.translate(STRAIGHT) for text in second]
    stretches: list[_Stretch] = []
    for op in Levenshtein.opcodes(*plain):
        equal = op.tag == "equal"
        if stretches and stretches[-1].equal == equal:
            stretches[-1] = stretches[-1]._replace(end=op.src_end, until=op.dest_end)
        else:
            stretches.append(_Stretch(equal, op.src_start, op.src_end, op.dest_start, op.dest_end))
    return [part for stretch in stretches for part in _parted(stretch, *plain)]


def _parted(stretch: _Stretch, first: list[str], second: list[str]) -> list[_Stretch]:
    """What differs beside a space that the second reader has lost, as it does often, is a difference by itself.

    Else a misread sign stays for the space behind it (``Id: A`` and ``Id.A``); but a sign by itself is dirt.
    """
    own, other = first[stretch.start : stretch.end], second[stretch.seen : stretch.until]
    if stretch.equal or len(own) < len("/ ") or not other or not DASHES.union(" ").isdisjoint(other):
        return _by_letters(stretch, first, second)
    left, right = stretch.start + (own[0] == " "), stretch.end - (own[-1] == " ")
    if not any(map(str.isalnum, other)) and first[left - 1 : left] in ([], [" "]):
        return _by_letters(stretch, first, second)
    return [
        *([_Stretch(False, stretch.start, left, stretch.seen, stretch.seen)] if left > stretch.start else []),
        *_by_letters(stretch._replace(start=left, end=right), first, second),
        *([_Stretch(False, right, stretch.end, stretch.until, stretch.until)] if right < stretch.end else []),
    ]


def _by_letters(stretch: _Stretch, first: list[str], second: list[str]) -> list[_Stretch]:
    """A letter and the sign behind it are two differences: ``K,`` and ``k.`` differ in case, and in a tail."""
    size = stretch.end - stretch.start
    pairs = list(zip(first[stretch.start : stretch.end], second[stretch.seen : stretch.until], strict=False))
    lettered = [one.isalnum() for one, _ in pairs]
    alike = all(one.isalnum() == other.isalnum() for one, other in pairs)
    if stretch.equal or size != stretch.until - stretch.seen or not alike or len(set(lettered)) < 2:
        return [stretch]
    return [
        _Stretch(False, stretch.start + i, stretch.start + i + 1, stretch.seen + i, stretch.seen + i + 1)
        for i in range(size)
    ]


def _without_dirt(visible: list[int], cells: list[Cell]) -> list[int]:
    """The cells without signs that stand alone at the start of the run and that no text has."""
    while len(visible) > 2 and cells[visible[0]].text in DIRT and cells[visible[1]].text == " ":
        visible = visible[2:]
    return visible


def _or_beside(items: list[_Item], start: int, end: int) -> list[_Item]:
    """The items ``start:end``, or the two beside the gap where there are none."""
    return items[start:end] or items[max(start - 1, 0) : start + 1]


def _is_of_letters(texts: list[str]) -> bool:
    return not any(text in QUOTES or text in STOPS or text in " -–—" for text in texts)


def _printed_quote(text: str, difference: Difference) -> str:
    """A straight quote as print has it: opening before a word, closing after one."""
    opens = difference.at_word_start and not difference.at_word_end
    return {"'": "‘" if opens else "’", '"': "“" if opens else "”"}.get(text, text)
