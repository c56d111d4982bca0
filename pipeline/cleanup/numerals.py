"""Roman numbers that stand alone in their line: the number of a section, whose strokes a reader takes for letters."""

import re
from collections.abc import Iterator

from pipeline.cleanup.draft import Draft, Edit
from pipeline.roman_numerals import mended

_ALONE = re.compile(r"(?=.*[Il|])(?P<numeral>[IVXl|]{2,6})\.?")


def numerals(draft: Draft) -> Iterator[Edit]:
    """``Il`` and ``IIl`` by themselves are ``II`` and ``III``: no word of a text stands alone in a line with a capital.

    The last line of a paragraph ends a sentence, and ``Il`` or ``Ill`` begins one.
    """
    found = _ALONE.fullmatch(draft.text)
    if found is None or found["numeral"].isupper():
        return
    if numeral := mended(found["numeral"]):
        yield Edit(found.start("numeral"), found.end("numeral"), numeral, 0.9, "a number alone in its line")
