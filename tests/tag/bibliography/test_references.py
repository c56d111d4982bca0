"""References to the bibliography: by author and year from text and notes, and in short from the notes."""

import pytest

from pipeline.model import CitationKind, Entities, FieldKind
from pipeline.tag import run
from tests.tag.articles import RULES_ONLY, article, texts

LISTED = (
    "listed: Merrow, Ada. 1931. Lamps of the Harbour. Selwyn: Garth.",
    "listed: ———. 1933a. Oil and Rope. Selwyn: Garth.",
    "listed: Quill, Tom, and Ines de la Torre. 1940. The Ferry Book. Boston: Ufer.",
    "listed: Quill, Tom, Ada Merrow, and Bo Lind. 1940. Wrecks of the North Coast. Boston: Ufer.",
    "listed: Harbour Board. 2004. Lights at Night. Selwyn: Garth.",
    "listed: Garth, Peter. 1916/1972. Wicks. Oslo: Strand.",
    "listed: Lind, Bo. 1950. Ropes. Oslo: Strand.",
    "listed: Lind, Karin. 1950. Sails. Oslo: Strand.",
)


def _led(line: str) -> list[str]:
    """The references in a line: their words, and the number of the entry."""
    source = article(line, *LISTED)
    return _shown(run(source, RULES_ONLY), texts(source))


def _shown(entities: Entities, text: dict[str, str]) -> list[str]:
    return [
        f"{text[each.target][each.start : each.end]} -> {each.antecedent[1:]}"
        for each in entities.citations
        if each.kind is CitationKind.AUTHOR_DATE
    ]


CASES = [
    ("The lamps burned (Merrow 1931, 12–14).", ["Merrow 1931, 12–14 -> 1"]),
    ("As Merrow (1931: 12) says.", ["1931: 12 -> 1"]),
    ("Merrow’s (1933a) account.", ["1933a -> 2"]),
    ("(see Merrow 1931; Harbour Board 2004, ch. 3)", ["Merrow 1931 -> 1", "Harbour Board 2004, ch. 3 -> 5"]),
    ("(Merrow 1931, 1933a)", ["Merrow 1931 -> 1", "1933a -> 2"]),
    ("(Quill and de la Torre 1940)", ["Quill and de la Torre 1940 -> 3"]),
    ("(Quill, Merrow, and Lind 1940)", ["Quill, Merrow, and Lind 1940 -> 4"]),
    ("(Quill et al. 1940)", ["Quill et al. 1940 -> 4"]),
    ("In Merrow 1931 they burn.", ["Merrow 1931 -> 1"]),
    ("Ada Merrow, who counted them herself, found forty (1931, 9).", ["1931, 9 -> 1"]),
    ("As Garth (1916/1972) says.", ["1916/1972 -> 6"]),
    ("(Garth 1916, 3)", ["Garth 1916, 3 -> 6"]),
    ("The winter of 1931 was long, and Merrow saw it.", []),
    ("The Board met (1931).", []),
    ("(Quill 1940)", []),  # by two and by three, by nobody alone
    ("(Lind 1950)", []),  # two of this name and year
]


@pytest.mark.parametrize(("line", "led"), CASES, ids=[case[0] for case in CASES])
def test_by_author_and_year(line: str, led: list[str]) -> None:
    """Names and year lead to the one entry that has them, and to none where two have, or none has all of them."""
    assert led == _led(line)


def test_no_reference_in_a_note_by_the_year_of_an_imprint() -> None:
    """In a note a year alone in brackets is that of an imprint, whoever is named before it."""
    source = article("Lamps.", "note: Ada Merrow, “Lamps,” Port Review 3 (1931): 9.", *LISTED)
    assert [] == _shown(run(source, RULES_ONLY), texts(source))


def test_short_citation_leads_to_the_entry() -> None:
    """A note may cite in short what only the bibliography has in full; an earlier citation goes before the entry."""
    source = article(
        "Lamps.", "note: Merrow, Lamps of the Harbour, 9.", "note: Merrow, Lamps of the Harbour, 12.", *LISTED
    )
    cited = run(source, RULES_ONLY).citations
    first, second = (each for each in cited if each.kind is CitationKind.SHORT)
    entry = next(each for each in cited if each.kind is CitationKind.ENTRY)
    assert (first.work, first.antecedent) == (entry.work, "b1")
    assert (second.work, second.antecedent) == (entry.work, first.id)


def test_a_work_cited_before_goes_before_one_only_listed() -> None:
    """An author's name alone means the work that was cited, not another that the bibliography has of hers."""
    source = article("Lamps.", "note: Ada Merrow, Oil and Rope (Selwyn: Garth, 1933), 3.", "note: Merrow, 12.", *LISTED)
    cited = run(source, RULES_ONLY).citations
    full, short = (each for each in cited if each.target.startswith("fn"))
    assert (CitationKind.FULL, full.work) == (full.kind, short.work)


def test_note_that_cites_by_author_and_year_is_called_by_its_number() -> None:
    """`Merrow (o. Fn. 1)` means the entry that note 1 refers to by author and year."""
    source = article("Lamps.", "note: Lind, in: Quill/Merrow/Lind 1940: 7.", "note: Lind (o. Fn. 1), S. 9.", *LISTED)
    cited = run(source, RULES_ONLY).citations
    short = next(each for each in cited if each.kind is CitationKind.SHORT)
    entry = next(each for each in cited if each.kind is CitationKind.ENTRY and each.target == "b4")
    assert (short.work, short.cert) == (entry.work, 0.8)


def test_entry_and_full_citation_are_one_work() -> None:
    """The note has the publisher in another form; author, title and year make it the work of the entry."""
    source = article(
        "Lamps.", "note: Ada Merrow, Lamps of the Harbour (Selwyn: T. Garth & Sons Ltd., 1931), 3.", *LISTED
    )
    entities = run(source, RULES_ONLY)
    full = next(each for each in entities.citations if each.target == "fn1")
    entry = next(each for each in entities.citations if each.target == "b1")
    assert (full.kind, full.work) == (CitationKind.FULL, entry.work)


def test_chapter_and_its_book() -> None:
    """Editors, place and publisher are the book's; the author is the chapter's."""
    line = "listed: Quill, Tom. 1950. “Ropes.” In Ports of the North, edited by Ada Merrow, 7–88. Selwyn: Garth."
    works = {work.id: work for work in run(article(line), RULES_ONLY).works}
    chapter = next(work for work in works.values() if work.kind == "chapter")
    book = works[chapter.host]
    assert (("Tom Quill",), (), ()) == (chapter.authors, chapter.editors, chapter.places)
    assert (("Ada Merrow",), ("Selwyn",), "Garth", "1950") == (book.editors, book.places, book.publisher, book.date)


def test_people_of_the_list_are_persons_and_titles_name_nobody() -> None:
    """`Merrow, Ada` is a person under her own name; the Ada of a title is none."""
    source = article("Lamps.", "listed: Merrow, Ada. 1931. The Voyages of Captain Bo Lind. Selwyn: Garth.")
    people = [each for each in run(source, RULES_ONLY).mentions if each.kind == "person"]
    assert ["Merrow, Ada"] == [texts(source)[each.target][each.start : each.end] for each in people]


def test_year_of_the_entry_keeps_its_letter_in_the_text_only() -> None:
    """`1933a` is printed, the year is 1933."""
    entities = run(article("Lamps.", *LISTED), RULES_ONLY)
    dates = [field for each in entities.citations for field in each.fields if field.kind is FieldKind.DATE]
    assert {"1916", "1931", "1933", "1940", "2004", "1950"} == {field.value for field in dates}
