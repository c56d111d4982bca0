"""A line as a row of cells, one for each character, so that characters can be exchanged and words put together again.

The characters that stand for raised ink have cells like the others and say so; a mark for which no character stands has
an empty cell of its own, so that it keeps its place.
"""

from typing import NamedTuple

from pipeline.model import Box, Reading, enclosing_box
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

STRAIGHT = str.maketrans("“”‘’", "\"\"''")
"""Quotes as the second reader writes them."""


class Cell(NamedTuple):
    """One character of a line, the space between two words, or the place of a mark that no character stands for."""

    text: str
    char: ReadChar | None
    word: int
    """The word it belongs to; for a space, the word before it."""
    mark: int = -1
    """The mark that it stands for, or -1."""


class FoundCall(NamedTuple):
    """A note call that only the second reader sees, and the ink that it is."""

    mark: Mark
    reading: Reading


class Edit(NamedTuple):
    """What becomes of the cells ``start:end``."""

    start: int
    end: int
    chars: tuple[tuple[str, float], ...] = ()
    """Characters that take their place, with their confidence."""
    call: FoundCall | None = None
    """The note call that they stand for; they stay."""


class Rebuilt(NamedTuple):
    """A line with its edits made."""

    line: ReadLine
    marks: list[Mark]
    """All marks at their places in the new words, first those that there were, then those of the edits."""
    calls: list[FoundCall]
    sources: list[tuple[int, ...]]
    """For each new word, the words it was made of."""
    changed: frozenset[int]
    """Words, by their old number, that are not what they were."""


def cells_of(line: ReadLine, marks: list[Mark]) -> list[Cell]:
    """The cells of a line, from left to right."""
    cells: list[Cell] = []
    for index, word in enumerate(line.words):
        if index:
            cells.append(Cell(" ", None, index - 1))
        own = [(number, mark) for number, mark in enumerate(marks) if mark.word == index]
        for place, char in enumerate(word.chars):
            cells += _empty(own, place, index)
            over = (number for number, mark in own if mark.start <= place < mark.end)
            cells.append(Cell(char.text, char, index, next(over, -1)))
        cells += _empty(own, len(word.chars), index)
    return cells


def _empty(marks: list[tuple[int, Mark]], place: int, word: int) -> list[Cell]:
    return [Cell("", None, word, number) for number, mark in marks if mark.start == mark.end == place]


def rebuild(line: ReadLine, marks: list[Mark], cells: list[Cell], edits: list[Edit]) -> Rebuilt:
    """The line with the edits made; ``cells`` are those of the line before."""
    cells = list(cells)
    calls: list[FoundCall] = []
    changed: set[int] = set()
    for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
        old = cells[edit.start : edit.end]
        home = cells[min(edit.start, len(cells) - 1)].word
        if edit.call:
            number = len(marks) + len(calls)
            calls.append(edit.call)
            stay = [cell._replace(mark=number) for cell in old]
            cells[edit.start : edit.end] = stay or [Cell("", None, edit.call.mark.word, number)]
        else:
            changed |= {home, *(cell.word for cell in old)}
            cells[edit.start : edit.end] = _replacing(cells, edit, home)
    words = _words(cells)
    sources = [tuple(sorted({cell.word for cell in word})) for word in words]
    made = tuple(_word(line, word, own, changed) for word, own in zip(words, sources, strict=True))
    placed = _placed([*marks, *(call.mark for call in calls)], words, sources)
    return Rebuilt(line._replace(words=made), placed, calls, sources, frozenset(changed))


def _replacing(cells: list[Cell], edit: Edit, word: int) -> list[Cell]:
    """Cells for the characters of an edit: they share the room of those that they replace."""
    room = _room(cells, edit)
    if room is None:
        return []
    made = []
    for place, (text, confidence) in enumerate(edit.chars):
        left = room.left + room.width * place // len(edit.chars)
        right = room.left + room.width * (place + 1) // len(edit.chars)
        char = ReadChar(text, Box(left, room.top, right, room.bottom), confidence)
        made.append(Cell(" ", None, word) if text == " " else Cell(text, char, word))
    return made


def _room(cells: list[Cell], edit: Edit) -> Box | None:
    """The box of the characters that are replaced, or of the gap between their neighbours."""
    inside = enclosing_box([cell.char.box for cell in cells[edit.start : edit.end] if cell.char])
    if inside:
        return inside
    before = next((cell.char.box for cell in reversed(cells[: edit.start]) if cell.char), None)
    after = next((cell.char.box for cell in cells[edit.end :] if cell.char), None)
    if before and after:
        left, right = sorted((before.right, after.left))
        return Box(left, min(before.top, after.top), right, max(before.bottom, after.bottom))
    if before:
        return Box(before.right, before.top, before.right, before.bottom)
    return Box(after.left, after.top, after.left, after.bottom) if after else None


def _words(cells: list[Cell]) -> list[list[Cell]]:
    words: list[list[Cell]] = [[]]
    for cell in cells:
        if cell.text == " " and cell.char is None:
            words.append([])
        else:
            words[-1].append(cell)
    return [word for word in words if any(cell.char for cell in word)]


def _word(line: ReadLine, cells: list[Cell], sources: tuple[int, ...], changed: set[int]) -> ReadWord:
    chars = tuple(cell.char for cell in cells if cell.char)
    if len(sources) == 1 and sources[0] not in changed:
        return line.words[sources[0]]
    box = enclosing_box([char.box for char in chars]) or line.box
    return ReadWord(chars, box, min(line.words[index].confidence for index in sources))


def _placed(marks: list[Mark], words: list[list[Cell]], sources: list[tuple[int, ...]]) -> list[Mark]:
    """The marks at their places in the new words; ``sources`` are the old words that each new one is made of."""
    placed = [_without_cell(mark, words, sources) for mark in marks]
    for number, cells in enumerate(words):
        for index in {cell.mark for cell in cells if cell.mark >= 0}:
            own = [place for place, cell in enumerate(cells) if cell.mark == index]
            start = sum(1 for cell in cells[: own[0]] if cell.char)
            end = start + sum(1 for place in own if cells[place].char)
            placed[index] = marks[index]._replace(word=number, start=start, end=end)
    return placed


def _without_cell(mark: Mark, words: list[list[Cell]], sources: list[tuple[int, ...]]) -> Mark:
    """A mark whose characters have gone, or stand for another mark too: where it was, or behind the word before."""
    number = max((number for number, own in enumerate(sources) if own[0] <= mark.word), default=-1)
    if number < 0:
        return mark._replace(word=-1, start=0, end=0)
    length = sum(1 for cell in words[number] if cell.char)
    if mark.word not in sources[number]:
        return mark._replace(word=number, start=length, end=length)
    return mark._replace(word=number, start=min(mark.start, length), end=min(mark.end, length))
