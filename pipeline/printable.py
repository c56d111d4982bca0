r"""Text for a line of a log: names of files may hold anything but a slash and a zero.

A line end in a name would cut the line in two, an escape sequence would colour the terminal, and a sign that turns the
direction of writing would put ``gpj.exe`` before the reader's eyes.
"""

import re
from pathlib import Path

_HALVES = "\ud800-\udfff"
_UNENCODABLE = re.compile(f"[{_HALVES}]")
_UNPRINTABLE = re.compile(f"[{_HALVES}\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_BYTES = range(0xDC80, 0xDD00)
"""What Python makes of bytes in a name that are no UTF-8 (PEP 383)."""


def encodable(text: Path | str) -> str:
    r"""A path as text that can be encoded: bytes that are no UTF-8 become ``\xe9`` and the like."""
    return _UNENCODABLE.sub(_escaped, str(text))


def printable(text: Path | str) -> str:
    r"""A path, or a sentence with one, on one line: control characters become ``\n`` and the like, too.

    >>> printable("two\nlines")
    'two\\nlines'
    """
    return _UNPRINTABLE.sub(_escaped, str(text))


def _escaped(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number - 0xDC00:02x}" if number in _BYTES else found[0].encode("unicode_escape").decode()
