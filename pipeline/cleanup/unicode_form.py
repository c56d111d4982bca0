"""Characters that are no text: typographic ligatures, soft hyphens, odd spaces, control characters, loose accents."""

import unicodedata
from collections.abc import Iterator

from pipeline.cleanup.draft import Draft, Edit

LIGATURES = {
    "\ufb00": "ff",  # LATIN SMALL LIGATURE FF
    "\ufb01": "fi",  # LATIN SMALL LIGATURE FI
    "\ufb02": "fl",  # LATIN SMALL LIGATURE FL
    "\ufb03": "ffi",  # LATIN SMALL LIGATURE FFI
    "\ufb04": "ffl",  # LATIN SMALL LIGATURE FFL
    "\ufb05": "st",  # LATIN SMALL LIGATURE LONG S T
    "\ufb06": "st",  # LATIN SMALL LIGATURE ST
    "\u00ad": "-",  # SOFT HYPHEN: a text layer writes it for the hyphen that is printed at the line end
    "\u2010": "-",  # HYPHEN
    "\u2011": "-",  # NON-BREAKING HYPHEN
    "\u2217": "*",  # ASTERISK OPERATOR: what TeX sets for an asterisk
    "\u00a0": " ",  # NO-BREAK SPACE
    "\u2002": " ",  # EN SPACE
    "\u2003": " ",  # EM SPACE
    "\u2009": " ",  # THIN SPACE
    "\u202f": " ",  # NARROW NO-BREAK SPACE
    "\u200b": "",  # ZERO WIDTH SPACE
    "\ufeff": "",  # ZERO WIDTH NO-BREAK SPACE
    "\ufffd": "",  # REPLACEMENT CHARACTER: it stands for nothing that can be read
}
"""Æ and œ are letters of a language and stay; the ligatures above are a printer's economy."""
SOFT_HYPHEN = "\u00ad"
NOT_SIGN = "\u00ac"
"""What FineReader and editors of German texts write for a hyphen at a line's end."""


def characters(draft: Draft) -> Iterator[Edit]:
    """Single characters that are replaced or, being control characters, left out."""
    for offset, character in reversed(list(enumerate(draft.text))):
        after = LIGATURES.get(character)
        if character in (SOFT_HYPHEN, NOT_SIGN):
            before = draft.text[max(offset - 1, 0) : offset]
            broken = before.isalpha() and offset == len(draft.text.rstrip()) - 1
            if character == SOFT_HYPHEN and draft.reader == "dump" and not broken:
                after = ""  # where a line of the typescript once ended; on paper nothing is there
            if character == NOT_SIGN and broken:
                after = "-"
        if after is None and unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Cn"}:
            after = ""
        if after is not None:
            yield Edit(offset, offset + 1, after, 1.0, f"U+{ord(character):04X}")


def composition(draft: Draft) -> Iterator[Edit]:
    """Normalisation Form C (Unicode Standard Annex 15), one edit for each stretch that it changes."""
    text, end = draft.text, len(draft.text)
    if unicodedata.is_normalized("NFC", text):
        return
    for start in range(len(text) - 1, -1, -1):
        if unicodedata.combining(text[start]):
            continue
        cluster = text[start:end]
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            yield Edit(start, end, composed, 1.0, "NFC")
        end = start
    if end and not unicodedata.is_normalized("NFC", text[:end]):
        yield Edit(0, end, unicodedata.normalize("NFC", text[:end]), 1.0, "NFC")
