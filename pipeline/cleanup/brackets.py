"""Square brackets that were read as a bar or a brace: ``Papers |`` -> ``Papers]``, only where a ``[`` is open."""

import re
from collections.abc import Iterator, Sequence

from pipeline.cleanup.draft import Draft, Edit
from pipeline.vocabulary import Vocabulary

_MARK = re.compile(r"\s?[|¦]\]|\][|¦](?=[\s,.;:)’”]|$)|\[(?!(?:bid|dem)[.,])|\]|\{(?=[\w‘“])|\s?[|¦}](?=[\s,.;:)’”]|$)")
_LETTER = re.compile(r"\[(?=(?:bid|dem)[.,])")
"""The I of ``Ibid.`` and ``Idem,``: a stem with serifs, read as a bracket."""
_CHANGED = re.compile(r"\[(?P<letter>[^\W\d_])(?P<sign>\s?[JjlI1|t)}])(?P<rest>[^\W\d_]{2,})(?!\])")
_TWICE = re.compile(r"(?<=[“‘])[({](?=\[[^\W\d_]\][^\W\d_])")
_ROUNDED = re.compile(r"(?<!\w)\[(?=[^\])]*[^\W\d_]{2})[^\[\]()“”]+(?P<sign>\))")
KNOWN = 2.5
"""Zipf frequency of the word that a changed letter begins; with the sign in it, it would be none."""
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
        edits = [*_letters(draft.text), *_rounded(draft.text)]
        for mark in _MARK.finditer(draft.text):
            if mark.group() == "[":
                open_at = index if not _ROUNDED.match(draft.text, mark.start()) else None
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


def changed_letters(draft: Draft, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``“[gjovernment`` is ``“[g]overnment``: the letter with which a quotation begins otherwise than its source.

    The bracket between letters is read as one of them, and the one before it twice.
    """
    edits = [
        Edit(found.start("sign"), found.end("sign"), "]", 0.9, "a letter in brackets begins a word")
        for found in _CHANGED.finditer(draft.text)
        if vocabulary.frequency(found["letter"] + found["rest"]) >= KNOWN
        and vocabulary.is_unknown((found["letter"] + found["sign"].strip() + found["rest"]).casefold())
    ]
    edits += [
        Edit(found.start(), found.end(), "", 0.9, "one bracket, read twice") for found in _TWICE.finditer(draft.text)
    ]
    yield from sorted(edits, key=lambda edit: -edit.start)


def _rounded(text: str) -> Iterator[Edit]:
    """``[hereinafter Tansy, Lamps))`` ends in ``])``: readers take a square bracket for a round one, never the other.

    What is quoted between (``“[plotential” lamps)``) has a bracket of its own; numbers alone are an interval.
    """
    for found in _ROUNDED.finditer(text):
        yield Edit(found.start("sign"), found.end("sign"), "]", 0.85, "the bracket that is open")


def _letters(text: str) -> Iterator[Edit]:
    for found in _LETTER.finditer(text):
        yield Edit(found.start(), found.end(), "I", 0.9, "no bracket opens within Ibid.")


def _is_closed(drafts: Sequence[Draft], index: int, offset: int) -> bool:
    """Whether a closing bracket comes before another opening one."""
    following = " ".join(draft.text for draft in drafts[index + 1 : index + REACH])
    found = re.search(r"[\[\]]", f"{drafts[index].text[offset:]} {following}")
    return found is not None and found.group() == "]"
