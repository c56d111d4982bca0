"""Square brackets that were read as a bar or a brace: ``Papers |`` -> ``Papers]``, only where a ``[`` is open."""

import re
from collections.abc import Iterator, Sequence

from pipeline.cleanup.draft import Draft, Edit

_MARK = re.compile(r"\s?[|¦]\]|\][|¦](?=[\s,.;:)’”]|$)|\[(?!(?:bid|dem)[.,])|\]|\{(?=[\w‘“])|\s?[|¦}](?=[\s,.;:)’”]|$)")
_LETTER = re.compile(r"\[(?=(?:bid|dem)[.,])")
"""The I of ``Ibid.`` and ``Idem,``: a stem with serifs, read as a bracket."""
REACH = 6
"""Lines after which an open bracket is forgotten: bracketed translations of titles take three lines at most in the
articles looked at."""


def brackets(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """A bar or a brace closes an open bracket, a brace that a bracket closes opens one; ``]|`` is one bracket.

    Where a bracket stands for a letter (``[bid.``), it is that letter.
    """
    open_at: int | None = None
    for index, draft in enumerate(drafts):
        if open_at is not None and index - open_at > REACH:
            open_at = None
        edits = list(_letters(draft.text))
        for mark in _MARK.finditer(draft.text):
            if mark.group() == "[":
                open_at = index
            elif mark.group() == "{":
                if open_at is None and _is_closed(drafts, index, mark.end()):
                    edits.append(Edit(mark.start(), mark.end(), "[", 0.85, "a bracket closes it"))
                    open_at = index
            elif "]" in mark.group():
                if len(mark.group()) > 1 and open_at is not None:
                    edits.append(Edit(mark.start(), mark.end(), "]", 0.9, "one bracket, read twice"))
                open_at = None
            elif open_at is not None:
                edits.append(Edit(mark.start(), mark.end(), "]", 0.9, "a bracket is open"))
                open_at = None
        yield from ((index, edit) for edit in sorted(edits, key=lambda edit: -edit.start))


def _letters(text: str) -> Iterator[Edit]:
    for found in _LETTER.finditer(text):
        yield Edit(found.start(), found.end(), "I", 0.9, "no bracket opens within Ibid.")


def _is_closed(drafts: Sequence[Draft], index: int, offset: int) -> bool:
    """Whether a closing bracket comes before another opening one."""
    following = " ".join(draft.text for draft in drafts[index + 1 : index + REACH])
    found = re.search(r"[\[\]]", f"{drafts[index].text[offset:]} {following}")
    return found is not None and found.group() == "]"
