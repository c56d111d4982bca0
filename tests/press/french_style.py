"""French style: guillemets, thin spaces before high punctuation, and note calls before the punctuation.

Source of the rules: Imprimerie nationale, Lexique des règles typographiques (2002): a call follows its word at once,
before every mark of punctuation and before a closing guillemet; ``« »`` and ``; : ! ?`` take a thin space.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml import etree

from tests.press.preparing import find_all, local, tei

THIN = "\u202f"
OUTER = ("«" + THIN, THIN + "»")
INNER = ("“", "”")
_BEFORE_A_CALL = re.compile(r"(?P<marks>[.,;:!?’”]+)$")
_HIGH = re.compile(r"(?<=\w)(?=[;!?](?:\s|$))|(?<=\w)(?=:\s)")
"""A colon within a number, an address or a shelfmark takes no space."""


class Slot(NamedTuple):
    """A stretch of text in the tree: the text of a node, or its tail."""

    node: etree._Element
    place: Literal["text", "tail"]

    @property
    def value(self) -> str:
        return getattr(self.node, self.place) or ""


def set_in_french_style(root: etree._Element) -> None:
    """Change the marks of an English text, and where its calls stand; not a letter is changed."""
    for note in find_all(root, "//t:text//t:note[not(@type='author')]"):
        _set_before_punctuation(note)
    paths = "//t:text//*[self::t:p or self::t:head or self::t:quote[@rend='block'] or self::t:titlePart]"
    for node in find_all(root, paths):
        _change_marks(list(_slots(node)))


def _set_before_punctuation(note: etree._Element) -> None:
    previous, parent = note.getprevious(), note.getparent()
    if parent is None:
        return
    slot = Slot(parent, "text") if previous is None else Slot(previous, "tail")
    found = _BEFORE_A_CALL.search(slot.value)
    if found and (found.start() or previous is not None):
        setattr(slot.node, slot.place, slot.value[: found.start()])
        note.tail = found["marks"] + (note.tail or "")


def _slots(node: etree._Element) -> Iterator[Slot]:
    """The stretches of a paragraph in reading order, without those of the notes in it."""
    yield Slot(node, "text")
    for child in node:
        if local(child) != "note" and child.tag != tei("p"):
            yield from _slots(child)
        yield Slot(child, "tail")


def _change_marks(slots: list[Slot]) -> None:
    text = "".join(slot.value for slot in slots)
    changes = _guillemets(text)
    offset = 0
    for slot in slots:
        value = slot.value
        new = "".join(changes.get(offset + index, character) for index, character in enumerate(value))
        offset += len(value)
        setattr(slot.node, slot.place, _HIGH.sub(THIN, new) or None)


def _guillemets(text: str) -> dict[int, str]:
    """Offset of every quotation mark that is one of a pair -> the mark of the French style that stands for it."""
    changes: dict[int, str] = {}
    open_marks: list[tuple[str, int]] = []
    for offset, mark in enumerate(text):
        if mark in "‘“":
            open_marks.append((mark, offset))
        elif open_marks and mark == {"‘": "’", "“": "”"}[open_marks[-1][0]] and not _is_apostrophe(text, offset):
            _, start = open_marks.pop()
            opening, closing = INNER if open_marks else OUTER
            changes[start], changes[offset] = opening, closing
    return changes


def _is_apostrophe(text: str, offset: int) -> bool:
    """Whether a mark stands within a word, or after the s of a possessive while its quotation goes on."""
    if text[offset] != "’":
        return False
    if text[offset + 1 : offset + 2].isalpha():
        return True
    rest = re.split("[‘“]", text[offset + 1 :])[0]
    return text[offset - 1] == "s" and text[offset + 1 : offset + 3].strip().islower() and "’" in rest
