"""Somebody else's OCR layer as a third witness of a page image that was read again.

The layer decides nothing alone: it loses raised figures and diacritics, takes stops for commas, and of the words on
which it differs from the first reader it is right in one of six. But where the second reader was asked and has what the
layer has, the two are right against the first: on 44 pages of 26 articles with the layers of seven programs in 40 of 43
words, most of them quotes of which the first reader lost a stroke; the others were strokes, and a call.

What the layer has and was not taken is a rival of the word: an editor may want to see it.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace
from rapidfuzz.distance import Levenshtein

from pipeline.model import Line, Page, Reading, Word
from pipeline.model.layer import UNKNOWN
from pipeline.readers import RAPIDOCR, TESSERACT

OCR_LAYER = "ocr-layer"
PLAIN = str.maketrans("’‘´`“”„—–", "''''\"\"\"--")
STROKES = str.maketrans("1|!Ii", "lllll")
SURE_STROKE = 0.9
"""Neither reader can tell strokes (``Irigaray``, ``lrigaray``) of which it is less sure."""
ALIKE = 0.5
"""Levenshtein's similarity of two readings of one word at least; others are put side by side by mistake."""
_QUOTE = re.compile(r"(?P<inside>(?<=[^\W_])|(?<=[.,;:!?)\]]))?(?P<mark>['\"])")
_CALL = re.compile(r"\d+$")


def with_witness(page: Page, layer: Sequence[str]) -> Page:
    """The page with the words on which its second reader and the layer agree against the first; the others as rivals.

    Args:
        page: as its image was read.
        layer: the words of its text layer, in the order of the file; none where it has no layer.
    """
    own = [word.text.translate(PLAIN) for line in page.lines for word in line.words]
    theirs: dict[int, str] = {}
    matcher = SequenceMatcher(None, own, [word.translate(PLAIN) for word in layer], autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "replace" and end - start == last - first:
            theirs |= dict(zip(range(start, end), layer[first:last], strict=True))
    lines, place = [], 0
    for line in page.lines:
        lines.append(_line(line, {i: theirs[place + i] for i in range(len(line.words)) if place + i in theirs}))
        place += len(line.words)
    return replace(page, lines=tuple(lines))


def _line(line: Line, theirs: dict[int, str]) -> Line:
    """``theirs`` are the readings of its words. What raised ink touches stays: the layer cannot read it."""
    marked = {mark.word for mark in line.marks}
    words = (_word(w, theirs[i]) if i in theirs and i not in marked else w for i, w in enumerate(line.words))
    return replace(line, words=tuple(words)) if theirs else line


def _word(word: Word, theirs: str) -> Word:
    similar = Levenshtein.normalized_similarity(word.text.casefold(), theirs.casefold())
    if similar < ALIKE or (word.style.small_caps and similar == 1.0):
        return word
    agreed = next((reading for reading in word.rivals if _agrees(reading, theirs)), None)
    if agreed is None or not _may_replace(word, agreed):
        return replace(word, rivals=(*word.rivals, Reading(text=theirs, confidence=UNKNOWN, reader=OCR_LAYER)))
    text = typographic(agreed.text)
    if word.style.small_caps:
        text = _in_small_letters(text)
    own = Reading(text=word.text, confidence=word.confidence, reader=TESSERACT)
    others = (reading for reading in word.rivals if reading not in (agreed, own))
    return replace(word, text=text, confidence=agreed.confidence, rivals=(own, *others))


def _agrees(reading: Reading, theirs: str) -> bool:
    return reading.reader == RAPIDOCR and reading.text.translate(PLAIN) == theirs.translate(PLAIN)


def _may_replace(word: Word, agreed: Reading) -> bool:
    """Not a stroke that is told from another by less than print shows; nor a call that nobody saw raised."""
    text, plain = agreed.text.translate(PLAIN), word.text.translate(PLAIN)
    if text.translate(STROKES) == plain.translate(STROKES):
        return agreed.confidence >= SURE_STROKE
    return text == plain or _CALL.sub("", text) != plain


def _in_small_letters(text: str) -> str:
    """Small capitals are written as small letters behind the first, as the rest of the program has them."""
    return re.sub(r"[^\W\d_]+", lambda letters: letters[0][:1] + letters[0][1:].lower(), text)


def typographic(text: str) -> str:
    """Straight quotes as print has them: ``"So-called"`` -> ``“So-called”``, ``Hume's`` -> ``Hume’s``."""
    marks = {("'", True): "’", ("'", False): "‘", ('"', True): "”", ('"', False): "“"}
    return _QUOTE.sub(lambda found: marks[found["mark"], found["inside"] is not None], text)
