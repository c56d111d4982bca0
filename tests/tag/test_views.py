"""Registers and bibliographies: views of what the tag stage has found."""

import json

from pipeline.bibliography import bibtex, csl
from pipeline.model import Piece, Sheet
from pipeline.registers import rows
from pipeline.tag import run
from tests.tag.articles import RULES_ONLY, article

NOTES = (
    "note: Ada Merrow, Lamps & Wicks: A History (London: Garth, 1931), p. 3.",
    "note: Kenneth Lieb, ‘The split’, in Jane Roe (ed.), The Shorter History (Cambridge: UP, 1987), p. 2.",
    "note: Merrow, Lamps & Wicks, p. 9.",
)
SOURCE = article("Comrade Lin Biao wrote.", *NOTES)
ENTITIES = run(SOURCE, RULES_ONLY)


def test_the_register_of_works_counts_citations() -> None:
    """Works stand with the number of their citations, in alphabetical order."""
    works = [(row.name, row.times) for row in rows(SOURCE, ENTITIES) if row.register == "works"]
    assert [
        ("Ada Merrow, Lamps & Wicks: A History (1931)", 2),
        ("Jane Roe (ed.), The Shorter History (1987)", 1),
        ("Kenneth Lieb, ‘The split’", 1),
    ] == works


def test_pages_are_folios() -> None:
    """Pages are named by their folios, runs joined; a page without folio by its number in brackets."""
    from msgspec.structs import replace

    notes = tuple(
        replace(note, pieces=(Piece(start=0, end=9, page=page, line=0, line_start=0, line_end=9),))
        for note, page in zip(SOURCE.notes, (2, 3, 4), strict=True)
    )
    sheets = tuple(Sheet(page=page, folio=folio) for page, folio in ((2, "861"), (3, "862"), (4, "")))
    pages = {row.id: row.pages for row in rows(replace(SOURCE, notes=notes, sheets=sheets), ENTITIES)}
    assert ("861, [4]", "862") == (pages["bib.merrow-lamps-wicks"], pages["bib.lieb-the-split"])


def test_csl_of_a_chapter() -> None:
    """A chapter has the book, its editor, place and year."""
    item = next(each for each in json.loads(csl(ENTITIES.works)) if each["type"] == "chapter")
    assert {
        "id": "bib.lieb-the-split",
        "type": "chapter",
        "title": "The split",
        "author": [{"family": "Lieb", "given": "Kenneth"}],
        "editor": [{"family": "Roe", "given": "Jane"}],
        "container-title": "The Shorter History",
        "publisher": "UP",
        "publisher-place": "Cambridge",
        "issued": {"date-parts": [[1987]]},
    } == item


def test_bibtex_escapes() -> None:
    """Characters that TeX reads as commands are escaped; names stand as family, given."""
    entry = bibtex(ENTITIES.works).split("\n\n")[0]
    assert entry.splitlines()[:3] == [
        "@book{bib.merrow-lamps-wicks,",
        "  author = {Merrow, Ada},",
        "  title = {{Lamps \\& Wicks: A History}},",
    ]


def test_nothing_cited() -> None:
    """A document without citations gives an empty list and an empty file."""
    assert ("[]\n", "") == (csl(()), bibtex(()))
