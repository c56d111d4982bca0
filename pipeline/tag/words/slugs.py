"""Names in the letters that an XML name may have everywhere."""

import re
import unicodedata

# Letters that no decomposition makes ASCII.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "ı": "i"}
)


def slug(name: str) -> str:
    """ASCII letters, digits and hyphens; ``name`` where nothing of the name can be written so.

    Example: ``Lüthi`` -> ``luthi``; ``Soviet Union`` -> ``soviet-union``.
    """
    decomposed = unicodedata.normalize("NFKD", re.sub(r"['’‘ʼ]", "", name).translate(_LETTERS))
    ascii_only = decomposed.encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-") or "name"
