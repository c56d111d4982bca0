"""The zone of every printed line, as a segmentation in the training format of GROBID has it.

Its lines stand in the order of the PDF's text, ``lb`` behind each, in ``front``, ``body``, ``listBibl`` and the like.
The flavour for notes in law and history has every note with a citation in ``listBibl``, and the bibliography too: what
stands under its heading and begins with no number is of the bibliography. A foot that pages repeat stands in
``note[@place='footnote']``, as notes without a citation do.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tests.bench.ink import ink

ZONES = ("front", "body", "note", "head", "folio", "bibliography", "cover")
_TOKEN = re.compile(r"<!--.*?-->|<(?P<end>/?)(?P<name>[A-Za-z]+)(?P<facts>[^>]*)>|(?P<text>[^<]+)", re.DOTALL)
"""The files are read as they are: some have identifiers that no XML allows."""
_KIND = re.compile(r'(?:place|type)="(\w+)"')
_BY_ELEMENT = {
    "front": "front", "toc": "front", "div|toc": "front", "body": "body", "div|acknowledgment": "body",
    "page": "folio", "note|headnote": "head", "note|footnote": "note", "listbibl": "note", "libbibl": "note",
    "listbiblio": "note", "biblio": "body", "titlepage": "cover",
}  # fmt: skip
"""``biblio`` is a slip of the pen for ``body``: in each of three places it holds text."""
_HEADS_BIBLIOGRAPHY = re.compile(
    r"\W*[\dIVX.]*\s*(?:references|bibliograph(?:y|ie)|bibliograf[ií]a|refer[eê]ncias.*|works cited|"
    r"literatur(?:verzeichnis)?)\W*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*\d{1,3}\.?\s")
REPEATED = 3
"""Pages that have a foot which is the printer's."""


class ZonedLine(NamedTuple):
    """A printed line and its zone, one of ``ZONES``."""

    zone: str
    text: str


class _Line(NamedTuple):
    element: str
    begins: bool
    """Whether its element begins with it."""
    text: str


def zoned_lines(truth: str) -> list[ZonedLine]:
    """The lines of a truth in its order, each with its zone."""
    lines = list(_lines(truth[truth.find("<text") :]))
    feet = Counter(_unnumbered(line.text) for line in lines if line.element == "note|footnote")
    return [
        ZonedLine("head" if feet[_unnumbered(line.text)] >= REPEATED else zone, line.text)
        for line, zone in zip(lines, _zones(lines), strict=True)
    ]


def _unnumbered(text: str) -> str:
    return re.sub(r"\d+", "", text)


def _zones(lines: Sequence[_Line]) -> Iterator[str]:
    """The zone of each line; a list of works is the bibliography's from its heading on."""
    under, listed = False, "note"
    for index, line in enumerate(lines):
        under = under or (bool(_HEADS_BIBLIOGRAPHY.fullmatch(line.text)) and 2 * index > len(lines))
        if line.begins:
            listed = "bibliography" if under and not _LABEL.match(line.text) else "note"
        yield listed if line.element == "listbibl" else _BY_ELEMENT.get(line.element, "body")


def _lines(truth: str) -> Iterator[_Line]:
    within: list[str] = []
    begins, text = True, ""
    for token in _TOKEN.finditer(truth):
        name = (token["name"] or "").casefold()
        if token["text"]:
            text += token["text"]
        elif name:
            if line := " ".join(html.unescape(text).split()):
                yield _Line(within[-1] if within else "", begins, line)
                begins = False
            text = ""
            if name != "lb":
                begins = _enter(within, token, name)


def _enter(within: list[str], token: re.Match[str], name: str) -> bool:
    """Enters an element or leaves the last; whether a new one begins."""
    if token["end"]:
        del within[-1:]
    elif not token["facts"].endswith("/"):
        kind = _KIND.search(token["facts"])
        within.append(f"{name}|{kind[1]}" if kind else name)
    return not token["end"]


def letters_of(line: ZonedLine) -> str:
    """Letters and figures of a line, by which it is found."""
    return ink(line.text)
