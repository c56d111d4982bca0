"""Note calls in transcripts: what the file calls superscript, and small boxes of note signs above the baseline."""

import unicodedata

from pipeline.model import Box, RaisedMark, Reading
from pipeline.ocr.transcripts.written import Part, WrittenWord, together
from pipeline.raised_notation import SUPERSCRIPT_SIGNS

NOTE_SIGNS = frozenset("0123456789*†‡§¶#∗")
FOOT = 0.2  # of the type size above the baseline
SMALLER = 0.55  # a figure is 0.73 of the type size tall, a raised one about 0.45
ATTACH = 0.6  # of the type size: white between a word and the raised word that belongs to it
ORDINALS = frozenset({"st", "nd", "rd", "th"})


def with_calls_attached(words: list[WrittenWord], size: float) -> list[WrittenWord]:
    """Words that are nothing but superscript, joined to the word right before them: ``head.`` + ``10``."""
    joined: list[WrittenWord] = []
    for word in words:
        whole = word.raised == ((0, len(word.text)),)
        if joined and whole and _is_right_behind(joined[-1].box, word.box, size):
            joined[-1] = together(joined[-1], word)
        else:
            joined.append(word)
    return joined


def _is_right_behind(one: Box | None, other: Box | None, size: float) -> bool:
    return one is not None and other is not None and -size < other.left - one.right < ATTACH * size


def by_geometry(word: WrittenWord, baseline: float, size: float) -> WrittenWord:
    """The word with the note signs that stand above the baseline marked, where its characters have boxes.

    A word of note signs alone counts as one character.
    """
    if word.raised or not size:
        return word
    parts = word.parts or ((Part(0, len(word.text), word.box),) if word.box else ())
    found = [part for part in parts if _stands_raised(part, word.text, baseline, size)]
    # A line of which every sign is raised has its baseline elsewhere.
    return word._replace(raised=tuple(_merged([(part.start, part.end) for part in found])))


def _stands_raised(part: Part, text: str, baseline: float, size: float) -> bool:
    signs = set(text[part.start : part.end])
    foot, height = (baseline - part.box.bottom) / size, part.box.height / size
    return bool(signs) and signs <= NOTE_SIGNS and foot >= FOOT and height <= SMALLER


def by_signs(word: WrittenWord) -> WrittenWord:
    """The word with superscript digits of Unicode marked: ``road.³``."""
    found = [(index, index + 1) for index, char in enumerate(word.text) if char in SUPERSCRIPT_SIGNS]
    return word._replace(raised=tuple(_merged([*word.raised, *found])))


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(set(ranges)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def marks_of(word: WrittenWord, index: int, reader: str) -> list[RaisedMark]:
    """The raised marks of the word that is number ``index`` of its line; ordinals (20th) are none."""
    marks = []
    for start, end in word.raised:
        text = unicodedata.normalize("NFKC", word.text[start:end]).strip()
        if not text or text in ORDINALS or not 0 <= start < end <= len(word.text):
            continue
        reading = Reading(text=text, confidence=round(word.confidence, 3), reader=reader)
        box = _box_of(word, start, end)
        if box:
            marks.append(RaisedMark(word=index, start=start, end=end, box=box, readings=(reading,)))
    return marks


def _box_of(word: WrittenWord, start: int, end: int) -> Box | None:
    """The box of some characters: of their own, else their share of the word's."""
    own = [part.box for part in word.parts if start <= part.start and part.end <= end]
    if own:
        return Box(
            min(b.left for b in own), min(b.top for b in own), max(b.right for b in own), max(b.bottom for b in own)
        )
    if word.box is None:
        return None
    step = word.box.width / len(word.text)
    left, right = round(word.box.left + start * step), round(word.box.left + end * step)
    return Box(left, word.box.top, max(left, right), word.box.bottom)
