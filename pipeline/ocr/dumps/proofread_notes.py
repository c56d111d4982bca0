"""Notes that proofreaders have marked: ``[Footnote 12: See Marsh.]`` is read as the note ``[12] See Marsh.``.

The text calls it by ``[12]``. The bracket that closes it is the mark's, and not the author's.
"""

import re

_OPENED = re.compile(r"^\*?\[(?:Foot)?note (?P<label>\d{1,3}):\s*", re.MULTILINE | re.IGNORECASE)
LONGEST = 20_000
"""Characters of a note within which its bracket has to be closed."""


def proofread_notes(text: str) -> str:
    """The text, the notes that are marked so with their labels alone.

    >>> proofread_notes("[Footnote 3: See [the] lamps.]")
    '[3] See [the] lamps.'
    """
    done, begin = [], 0
    for found in _OPENED.finditer(text):
        end = _closed(text, found.end())
        if end is not None and found.start() >= begin:
            done += [text[begin : found.start()], f"[{found['label']}] ", text[found.end() : end]]
            begin = end + 1
    return "".join([*done, text[begin:]])


def _closed(text: str, begin: int) -> int | None:
    """Where the bracket is closed that was opened before a place; None where it is not."""
    depth = 1
    for found in re.finditer(r"[\[\]]", text[begin : begin + LONGEST]):
        depth += 1 if found[0] == "[" else -1
        if not depth:
            return begin + found.start()
    return None
