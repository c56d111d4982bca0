"""Somebody else's OCR layer as a third witness of a page image that was read again.

The layer decides nothing alone: it loses raised figures and diacritics, and takes stops for commas; mostly it is wrong
where it differs from the first reader. But where it differs the second reader is asked, and if the two have the same
they are mostly right against the first: on some 44 pages of 27 articles they changed 63 of 22,199 words, on eight more
articles 32 of 36 changes were right, before the conditions below left the four out. Most are quotes of which the first
reader lost a stroke, figures below the line (``Jones,`` for Jones₄), and accents.

What the layer has and was not taken is a rival of the word: an editor may want to see it.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace
from rapidfuzz.distance import Levenshtein

from pipeline.model import Line, Page, Reading, Word
from pipeline.model.layer import UNKNOWN
from pipeline.ocr.collation.cuttings import ABOVE, BELOW, MARGIN
from pipeline.ocr.collation.raised_signs import reading_of
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.letterforms.type_size import SIZE_TO_SMALL
from pipeline.ocr.readers.recogniser import read_framed
from pipeline.readers import BOTH, RAPIDOCR, TESSERACT

OCR_LAYER = "ocr-layer"
PLAIN = str.maketrans("’‘´`“”„—–⁰¹²³⁴⁵⁶⁷⁸⁹", "''''\"\"\"--0123456789")
STRAIGHT = frozenset("'\"")
STROKES = str.maketrans("1|!Ii", "lllll")
TAILS = str.maketrans(",;", ".:")
SURE, SURE_OF_LITTLE = 0.5, 0.9
"""No reader can tell strokes (``Irigaray``, ``lrigaray``) and tails of commas of which it is less sure."""
ALIKE = 0.5
"""Levenshtein's similarity of two readings of one word at least; others are put side by side by mistake."""
BESIDE = 0.3
"""White beside a word that is cut out, in x-heights: the next one is near."""
_QUOTE = re.compile(r"(?P<closes>(?<=[^\W_])|(?<=[.,;:!?)\]]))?(?P<mark>['\"])")
_CALL = re.compile(r"\d+$")


def with_witness(page: Page, grey: Grey, layer: Sequence[str]) -> Page:
    """The page with the words on which its second reader and the layer agree against the first; others as rivals.

    Args:
        page: as its image was read.
        grey: that image.
        layer: the words of its text layer, in the order of the file; none where it has no layer.

    Raises:
        ToolError: the second reader's model cannot be loaded.
    """
    own = [word.text.translate(PLAIN) for line in page.lines for word in line.words]
    theirs: dict[int, str] = {}
    matcher = SequenceMatcher(None, own, [word.translate(PLAIN) for word in layer], autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "replace" and end - start == last - first:
            theirs |= dict(zip(range(start, end), layer[first:last], strict=True))
    lines, place = [], 0
    for line in page.lines:
        inside = {index: theirs[place + index] for index in range(len(line.words)) if place + index in theirs}
        lines.append(_line(line, inside, grey if page.reader == BOTH else None) if inside else line)
        place += len(line.words)
    return replace(page, lines=tuple(lines))


def _line(line: Line, theirs: dict[int, str], grey: Grey | None) -> Line:
    """``theirs`` are the readings of its words. What raised ink touches stays: the layer cannot read it."""
    words = list(line.words)
    for index in theirs.keys() - {mark.word for mark in line.marks}:
        word, beside = line.words[index], [*line.words[max(index - 1, 0) : index], *line.words[index + 1 : index + 2]]
        alike = Levenshtein.normalized_similarity(_folded(word.text), _folded(theirs[index]))
        in_capitals = alike == 1.0 and (word.style.small_caps or (word.text.istitle() and theirs[index].isupper()))
        if alike >= ALIKE and not in_capitals and not any(_takes_from(other, word, theirs[index]) for other in beside):
            asked = word if grey is None else _asked(word, line, grey)
            words[index] = _judged(asked, theirs[index])
    return replace(line, words=tuple(words))


def _folded(text: str) -> str:
    return text.translate(PLAIN).casefold()


def _takes_from(other: Word, word: Word, theirs: str) -> bool:
    """Whether what the layer has more than the word is of the word beside: ``Doesn`` and ``'tAlways``."""
    more = _folded(theirs).removeprefix(_folded(word.text)), _folded(theirs).removesuffix(_folded(word.text))
    beside = _folded(other.text)
    return any(0 < len(part) < len(theirs) and (beside.startswith(part) or beside.endswith(part)) for part in more)


def _asked(word: Word, line: Line, grey: Grey) -> Word:
    """The word with what the second reader makes of it, who was not asked where the first was sure."""
    if word.box is None or line.baseline is None or any(rival.reader == RAPIDOCR for rival in word.rivals):
        return word
    x_height = line.size / SIZE_TO_SMALL
    top, bottom = max(round(line.baseline - ABOVE * x_height), 0), round(line.baseline + BELOW * x_height)
    beside, margin = round(BESIDE * x_height), round(MARGIN * x_height)
    cutting = grey[top:bottom, max(word.box.left - beside, 0) : word.box.right + beside]
    glyphs = [glyph for glyph in read_framed(cutting, margin) if glyph.text != " "]
    return replace(word, rivals=(*word.rivals, reading_of(glyphs))) if glyphs else word


def _judged(word: Word, theirs: str) -> Word:
    agreed = next((reading for reading in word.rivals if _agrees(reading, theirs)), None)
    if agreed is None or not _may_replace(word, agreed):
        return replace(word, rivals=(*word.rivals, Reading(text=theirs, confidence=UNKNOWN, reader=OCR_LAYER)))
    text = _typographic(agreed.text)
    if word.style.small_caps:
        text = _in_small_letters(text)
    own = Reading(text=word.text, confidence=word.confidence, reader=TESSERACT)
    others = (reading for reading in word.rivals if reading not in (agreed, own))
    return replace(word, text=text, confidence=agreed.confidence, rivals=(own, *others))


def _agrees(reading: Reading, theirs: str) -> bool:
    return reading.reader == RAPIDOCR and reading.text.translate(PLAIN) == theirs.translate(PLAIN)


def _may_replace(word: Word, agreed: Reading) -> bool:
    """Not where letters or signs would only be lost, or quotes, as readers lose them; nor a call that nobody raised."""
    text, plain = agreed.text.translate(PLAIN), word.text.translate(PLAIN)
    if set(plain) & STRAIGHT and not set(text) & STRAIGHT:
        return False
    if any(text.translate(alike) == plain.translate(alike) for alike in (STROKES, TAILS)):
        return agreed.confidence >= SURE_OF_LITTLE
    edits = Levenshtein.editops(plain, text)
    lost = "".join(plain[edit.src_pos] for edit in edits if edit.tag == "delete")
    only_lost = len(lost) == len(edits) and bool(set(lost) - STRAIGHT)
    return agreed.confidence >= SURE and not only_lost and _CALL.sub("", text) != plain


def _in_small_letters(text: str) -> str:
    """Small capitals are written as small letters behind the first, as the rest of the program has them."""
    return re.sub(r"[^\W\d_]+", lambda letters: letters[0][:1] + letters[0][1:].lower(), text)


def _typographic(text: str) -> str:
    """Straight quotes as print has them: ``"So-called"`` -> ``“So-called”``, ``Hume's`` -> ``Hume’s``."""
    marks = {("'", True): "’", ("'", False): "‘", ('"', True): "”", ('"', False): "“"}
    return _QUOTE.sub(lambda found: marks[found["mark"], found["closes"] is not None], text)
