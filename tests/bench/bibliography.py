"""How bibliographies are read: ``python -m tests.bench.bibliography [FILE …] [--plain] [--wrong]``.

FILE is an article in TEI with an encoded bibliography and ``ref type="bibl"`` in its text (the articles of the Journal
of the TEI, where they are there, if none is named), or references in the labelled XML of AnyStyle. Each entry is put
together as it is printed and read; a field is right if it has the same words. Titles of books and journals are in
italics, as the page shows them, and in roman with ``--plain``, as a dump has them. AnyStyle's references have no
italics at all. References are led through the entries as they were read.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from pipeline.model import Block, BlockKind, FieldKind, Style, StyleSpan
from pipeline.tag.bibliography import author_date_references, list_entries
from pipeline.tag.citations.wording.draft import Listed
from pipeline.tag.citations.wording.title_ends import YEAR
from pipeline.tag.vote.passages import Passage
from tests.bench.cases import JTEI
from tests.press.preparing import local, tei

IN_TEI = {
    "author": "author", "editor": "editor", "publisher": "publisher", "pubPlace": "place", "date": "date",
    "volume": "number", "issue": "number", "page": "pages", "pp": "pages",
}  # fmt: skip
IN_ANYSTYLE = {
    "author": "author", "title": "title", "container-title": "book", "journal": "journal", "location": "place",
    "publisher": "publisher", "date": "date", "pages": "pages",
}  # fmt: skip
READ = {
    FieldKind.AUTHOR: "author", FieldKind.EDITOR: "editor", FieldKind.PLACE: "place", FieldKind.PUBLISHER: "publisher",
    FieldKind.DATE: "date", FieldKind.VOLUME: "number", FieldKind.ISSUE: "number", FieldKind.CITED: "pages",
}  # fmt: skip
ITALIC = Style(italic=True)
Fields = list[tuple[str, str]]
"""Name of a field and its words; `number` is volume or issue, which two encoders do not tell apart alike."""


class Printed(NamedTuple):
    """An entry as printed, and its fields; `name` is its id."""

    name: str
    text: str
    italics: list[tuple[int, int]]
    fields: Fields


class Tally:
    """Right, given and wanted fields by name."""

    def __init__(self) -> None:
        self.right, self.given, self.wanted = Counter[str](), Counter[str](), Counter[str]()

    def count(self, wanted: Fields, given: Fields) -> None:
        """One entry."""
        both = Counter(wanted) & Counter(given)
        for counter, fields in ((self.right, both.elements()), (self.given, given), (self.wanted, wanted)):
            counter.update(name for name, _ in fields)

    def rows(self) -> Iterator[str]:
        """A row of the table for each field, and one for all."""
        for name in (*sorted(self.wanted), ""):
            counts = [counter[name] if name else counter.total() for counter in (self.right, self.given, self.wanted)]
            right, given, wanted = counts
            figures = f"{right / max(given, 1):.3f} | {right / max(wanted, 1):.3f}"
            yield f"| {name or 'all'} | {figures} | {right} of {wanted} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table of fields, and of references where there are some."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bibliography")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--plain", action="store_true", help="no italics")
    parser.add_argument("--wrong", action="store_true", help="show what is wrong")
    options = parser.parse_args(arguments)
    files = options.files or sorted(JTEI.glob("*.xml"))
    if not files:
        sys.stderr.write("no article with a bibliography is there\n")
        return 2
    tally, led = Tally(), Counter[str]()
    for path in files:
        root = etree.parse(str(path), etree.XMLParser(collect_ids=False)).getroot()
        entries = list(_anystyle(root) if local(root) == "dataset" else _encoded(root))
        listed = _listed(entries, plain=options.plain)
        for printed, read in zip(entries, listed, strict=True):
            given = _given(printed, read, by_one=local(root) == "dataset")
            tally.count(printed.fields, given)
            if options.wrong and Counter(printed.fields) != Counter(given):
                sys.stdout.write(f"{printed.text}\n  not read {set(printed.fields) - set(given)}\n")
        led += _references(root, entries, listed, show=options.wrong)
    sys.stdout.write("| field | precision | recall | right |\n|---|---|---|---|\n")
    sys.stdout.write("".join(f"{row}\n" for row in tally.rows()))
    if led:
        right, wanted = led["right"], led["wanted"]
        precision = right / (right + led["wrong"])
        sys.stdout.write(f"| references | {precision:.3f} | {right / wanted:.3f} | {right} of {wanted} |\n")
    return 0


def _listed(entries: Sequence[Printed], *, plain: bool) -> list[Listed]:
    blocks = [
        Block(
            id=f"b{number}", kind=BlockKind.BIBLIOGRAPHY, text=each.text, pieces=(),
            styles=() if plain else tuple(StyleSpan(start=low, end=high, style=ITALIC) for low, high in each.italics),
        )
        for number, each in enumerate(entries)
    ]  # fmt: skip
    return list_entries(blocks)


def _given(printed: Printed, read: Listed, *, by_one: bool) -> Fields:
    """The fields that were read; AnyStyle labels all authors as one."""
    found: Fields = []
    own = True
    for field in read.draft.fields:
        words = _words(printed.text[field.start : field.end])
        if field.kind is FieldKind.TITLE:
            found.append(("title" if own else "journal" if field.level == "j" else "book", words))
            own = False
        elif field.kind in READ:
            found.append((READ[field.kind], words))
    if not by_one:
        return found
    authors = " ".join(words for name, words in found if name == "author")
    kept = [(name, words) for name, words in found if name in IN_ANYSTYLE.values() and name != "author"]
    return [*kept, ("author", authors)] if authors else kept


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _anystyle(root: etree._Element) -> Iterator[Printed]:
    for number, sequence in enumerate(root):
        text = ""
        fields: Fields = []
        for part in sequence:
            said = " ".join((part.text or "").split())
            text = f"{text} {said}".lstrip()
            name = IN_ANYSTYLE.get(part.tag)
            if name in ("book", "journal"):
                said = re.sub(r"^\W*(?:in|dans)\b:?", "", said, flags=re.IGNORECASE)
            elif name == "date":
                said = next(iter(re.findall(rf"{YEAR}[a-z]?", said)), "")
            elif name == "pages":
                said = re.sub(r"^\W*(?:pp?\.|pages|S\.)\s*", "", said)
            elif name == "author":
                said = re.sub(r"\bet al\b|\band others\b|&|\b(?:and|et|und)\b", "", said)
            if name and _words(said):
                fields.append((name, _words(said)))
        yield Printed(f"{number}", text, [], fields)


def _encoded(root: etree._Element) -> Iterator[Printed]:
    """The entries of an encoded bibliography: articles in quotation marks, books and journals in italics."""
    for entry in root.iterfind(f".//{tei('back')}//{tei('listBibl')}/{tei('bibl')}"):
        text, spans = _flat(entry)
        inner = [span for span in spans if span[0] == "title"]
        fields: Fields = []
        italics: list[tuple[int, int]] = []
        own = True
        for name, what, start, end in sorted(spans, key=lambda span: (span[2], -span[3])):
            words = _words(text[start:end])
            within = any(low <= start and end <= high and (low, high) != (start, end) for _, _, low, high in inner)
            if name == "title" and not within and what != "s":
                italics += [(start, end)] if what in ("m", "j") else []
                fields.append(("title" if own else "journal" if what == "j" else "book", words))
                own = False
            elif name == "biblScope" and what in IN_TEI:
                fields.append((IN_TEI[what], words))
            elif name in IN_TEI:
                fields.append((IN_TEI[name], words))
        yield Printed(entry.get("{http://www.w3.org/XML/1998/namespace}id", ""), text, italics, fields)


def _flat(node: etree._Element) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The text with single spaces, and of every element its name, its level or unit, start and end."""
    pieces: list[str] = []
    spans: list[tuple[str, str, int, int]] = []

    def add(said: str) -> None:
        joined = re.sub(r"\s+", " ", said)
        ends_blank = not pieces or pieces[-1].endswith(" ")
        joined = joined.lstrip() if ends_blank else joined
        if joined:
            pieces.append(joined)

    def length() -> int:
        return sum(map(len, pieces))

    def walk(element: etree._Element) -> None:
        start = length()
        name, what = local(element), element.get("level") or element.get("unit") or ""
        quoted = name == "title" and what == "a"
        add(f"{'“' if quoted else ''}{element.get('target', '') if name == 'ptr' else element.text or ''}")
        for child in element:
            if not callable(child.tag) and local(child) != "note":  # comments have a function for a tag
                walk(child)
            add(child.tail or "")
        add("”" if quoted else "")
        made = "".join(pieces)
        spans.append((name, what, start, len(made.rstrip())))

    walk(node)
    return "".join(pieces).rstrip(), spans


def _references(
    root: etree._Element, entries: Sequence[Printed], listed: Sequence[Listed], *, show: bool
) -> Counter[str]:
    """References in the text that lead to the entry that the encoder led them to, and others; what is wanted."""
    counts = Counter[str]()
    names = {read.block: printed.name for printed, read in zip(entries, listed, strict=True)}
    for node in root.iterfind(f".//{tei('text')}/{tei('body')}//{tei('p')}"):
        text, wanted = _flat(node)[0], _wanted(node)
        given = author_date_references([Passage("p", text, note=False, byline=False, quiet=[])], listed, {}, [])
        led = Counter(names[each.antecedent] for each in given)
        told = Counter(wanted)
        counts.update(right=(led & told).total(), wrong=(led - told).total(), wanted=told.total())
        if show and led != told:
            sys.stdout.write(f"{text[:120]} …\n  not led {dict(told - led)}, led otherwise {dict(led - told)}\n")
    return counts


def _wanted(node: etree._Element) -> list[str]:
    """Targets of the references in a paragraph, those in its notes left out."""
    own = [each for each in node.iter(tei("ref")) if each.get("type") == "bibl" and each.get("target")]
    return [each.get("target", "").lstrip("#") for each in own if not _in_note_of(each, node)]


def _in_note_of(each: etree._Element, node: etree._Element) -> bool:
    around = list(takewhile(lambda up: up is not node, each.iterancestors()))
    return any(local(up) == "note" for up in around)


if __name__ == "__main__":
    sys.exit(main())
