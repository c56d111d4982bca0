"""What stands behind the text: signatures, headings of notes and bibliographies, and what parts a bibliography."""

import msgspec
import pytest

from pipeline import segment
from pipeline.config import Settings
from pipeline.model import PLAIN, BlockKind, Box, Lines, Style
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page, heads, page

BOLD = Style(bold=True)


def _entries(*years: int, gap: float = 0.0) -> list[Set]:
    lines = [(Set(f"Tansy, Hester, Lamps of the Harbour in the Year {year} and", size=0.85, gap=gap),
              Set("Later, Saltmouth.", size=0.85, indent=1.5)) for year in years]  # fmt: skip
    return [line for pair in lines for line in pair]


def test_the_authors_name_behind_the_text_is_no_heading() -> None:
    """A signature in bold stands over nothing; it is not lost either."""
    article = article_of(first_page(), [*body(), Set("Prof. Dr. Hester Tansy", gap=1.0, style=BOLD)])

    assert [] == heads(article)
    assert "Prof. Dr. Hester Tansy" in blocks(article, BlockKind.PARAGRAPH)


def test_a_heading_with_more_than_the_authors_name_stays_one() -> None:
    """Of a chapter on a namesake the name is a part only."""
    article = article_of(
        first_page(), [*body(), Set("Hester Tansy and the Oil", gap=1.0, style=BOLD), Set(FULL[:80], gap=0.5), *body()]
    )

    assert ["Hester Tansy and the Oil"] == [text for _, text in heads(article)]


def test_who_translated_an_article_is_no_heading() -> None:
    """The line under the text is kept as one of it."""
    line = Set("Translated by Amos Reed", gap=1.0, style=BOLD)
    article = article_of(first_page(), [*body(), line, Set("References", gap=1.0, style=BOLD), *_entries(1961, 1963)])

    assert ["References"] == [text for _, text in heads(article)]
    assert "Translated by Amos Reed" in blocks(article, BlockKind.PARAGRAPH)


def test_an_abstract_behind_the_text_hangs_on_its_label() -> None:
    """One paragraph, and the abstract of the header; the keywords under it begin another."""
    lines = [f"ABSTRACT: {FULL[:60]}", *[FULL[:70]] * 3, "and nobody read it again."]
    abstract = [Set(text, indent=1.6 if index else 0, gap=0 if index else 3) for index, text in enumerate(lines)]
    article = article_of(first_page(), [*body(12), *abstract, Set("KEYWORDS: lamps – oil", gap=1.5)])

    assert [" ".join(lines), "KEYWORDS: lamps – oil"] == blocks(article, BlockKind.PARAGRAPH)[-2:]
    assert " ".join(lines).removeprefix("ABSTRACT: ") == article.front.abstract
    assert ("lamps", "oil") == article.front.keywords


def test_headings_within_a_bibliography_part_it() -> None:
    """Under ``Statutes`` the entries go on: they are neither quotations nor text."""
    article = article_of(
        first_page(),
        [*body(), Set("Bibliography", gap=1.0, centred=True, style=BOLD), *_entries(1901, 1902),
         Set("Statutes of the Harbour", gap=0.6, centred=True, style=BOLD), *_entries(1903, 1904)],
    )  # fmt: skip

    assert 4 == len(blocks(article, BlockKind.BIBLIOGRAPHY))
    assert [] == blocks(article, BlockKind.QUOTATION)


def test_the_first_lines_of_entries_may_be_indented() -> None:
    """As paragraphs are: then a flush line goes on, though ``eds.`` stands before it."""
    entries = [(Set(f"Tansy, Hester, and Amos Reed, Lamps of the Harbour in the Year {year}, with all", indent=0.8),
                Set("of it, in: Of Ropes and of Oil, and of those who sold them, by Garth and Lind, eds."),
                Set(f"Selwyn: Garth {number}")) for number, year in enumerate(range(1901, 1905))]  # fmt: skip
    article = article_of(
        first_page(),
        [*body(), Set("Bibliography", gap=1.0, centred=True, style=BOLD), *[line for each in entries for line in each]],
    )

    assert [" ".join(line.text for line in entry) for entry in entries] == blocks(article, BlockKind.BIBLIOGRAPHY)


def test_a_bibliography_in_the_type_of_the_notes_goes_on_over_the_page() -> None:
    """A note at the foot of the page on which it begins is of the text above it, and ends there."""
    called = [Set(f"{FULL[:70]}.1", raised="1"), *body()]
    note = Set("1 Of this the harbour board knew nothing, or so it wrote.", size=0.85, at=1400)
    first = "Lamps of the lower harbour, and the oil that was burned in them in the long winter of 1901"
    entries = [line for author in ("Ada", "Bea", "Eva", "Ida", "Lea", "Mia", "Noa", "Ola", "Pia", "Una")
               for line in (Set(f"{author}, {first}", size=0.85), Set("Later.", size=0.85, indent=1.5))]  # fmt: skip
    article = article_of(
        first_page(),
        [*called, Set("References", gap=1.0, size=0.85, style=BOLD), *entries[:8], note],
        entries[8:],
    )

    assert ["Of this the harbour board knew nothing, or so it wrote."] == [each.text for each in article.notes]
    assert 10 == len(blocks(article, BlockKind.BIBLIOGRAPHY))


def test_a_drawn_dash_begins_an_entry() -> None:
    """A rule before ``, Title`` stands for the people of the entry before, though the text begins far in."""
    own = Set("Tansy, Hester, Lamps of the Harbour, Saltmouth, Later, 1901.", size=0.85)
    more = [Set(f", Oil and Rope in the Year {year}, Saltmouth, 1933.", size=0.85, indent=5.0) for year in (1902, 1903)]
    made = page(2, [*body(), Set("Bibliography", gap=1.0, centred=True, style=BOLD), own, *more])
    boxes = [line.box for line in made.lines[-2:] if line.box]
    dashes = tuple(Box(100, box.bottom - 8, box.left - 1, box.bottom - 7) for box in boxes)
    drawn, plain = (
        segment.run(Lines(doc="drawn", pages=(page(1, first_page()), each)), Settings())
        for each in (msgspec.structs.replace(made, rules=dashes), made)
    )

    assert [3, 1] == [len(blocks(article, BlockKind.BIBLIOGRAPHY)) for article in (drawn, plain)]


def test_the_type_of_the_back_matter_sets_no_level() -> None:
    """Sections in the body's size are the highest, though the bibliography's heading is in capitals and bold."""
    sections = [line for number in "123" for line in (Set(f"{number}.", gap=0.8, centred=True),
                                                       Set(FULL[:80], gap=0.8), *body()[1:])]  # fmt: skip
    article = article_of(
        first_page(),
        [*body(), *sections],
        [Set("BIBLIOGRAPHY", centred=True, style=BOLD), *_entries(1901, 1902, gap=0.5)],
    )

    assert [1, 1, 1, 1] == [level for level, _ in heads(article)]


def test_a_heading_over_notes_at_the_pages_end_is_one() -> None:
    """The notes under it are no body, so that nothing follows it on its page."""
    notes = [Set(f"{number} See the harbour book of the year, page {number}.", size=0.8) for number in range(1, 4)]
    called = [Set(f"{FULL[:70]}.{number}", raised=str(number)) for number in range(1, 4)]
    article = article_of(first_page(), [*called, *body(), Set("Notes", gap=1.3), *notes])

    assert ["Notes"] == [text for _, text in heads(article)]


@pytest.mark.parametrize(("size", "style"), [(1.2, PLAIN), (0.8, BOLD)])
def test_a_heading_set_as_that_of_the_endnotes_ends_them(size: float, style: Style) -> None:
    """Whatever it says: behind the last note stand interests and lives of the authors, in the type of the notes."""
    called = [Set(f"{FULL[:70]}.{number}", raised=str(number)) for number in "12"]
    notes = [Set(f"{number}. See the harbour book of the year, page {number}.", size=0.8) for number in "12"]
    behind = [Set("Lives", gap=1.3, size=size, style=style), Set("Hester Tansy keeps the lamps.", size=0.8, gap=0.5)]
    over = Set("Notes", gap=1.3, size=size, style=style)
    article = article_of(first_page(), [*called, *body(), over, *notes, *behind])

    assert ["Notes", "Lives"] == [text for _, text in heads(article)]
    assert "See the harbour book of the year, page 2." == article.notes[-1].text


def test_a_numbered_list_at_the_foot_of_a_page_is_no_note_to_an_article_with_endnotes() -> None:
    """It is in the type of the notes, which carry on the author's own on the first page; but they stand at the end."""
    first = [*first_page(), Set("* Hester Tansy keeps the lamps of the Lower Harbour.", size=0.8, gap=1.5)]
    called = [Set(f"{FULL[:70]}.{number}", raised=str(number)) for number in "12"]
    items = [Set("1. Lamps burn without oil in no harbour, and no keeper has ever seen one", size=0.8, gap=0.8),
             Set("that did, whatever the Board may have said.", size=0.8)]  # fmt: skip
    notes = [Set(f"{number}. See the harbour book of the year, page {number}.", size=0.8) for number in "12"]
    article = article_of(first, [*called, *body(), *items], [*body(), Set("Notes", gap=1.3), *notes])

    assert ["*", "1", "2"] == [note.label for note in article.notes]


@pytest.mark.parametrize("thanks", ["Acknowledgements", "Danksagung", "Remerciements"])
def test_thanks_end_the_endnotes_in_any_language(thanks: str) -> None:
    """In the type of the notes, too, where only the word tells it."""
    called = [Set(f"{FULL[:70]}.{number}", raised=str(number)) for number in "12"]
    notes = [Set(f"{number}. See the harbour book of the year, page {number}.", size=0.8) for number in "12"]
    behind = [Set(thanks, gap=1.3, size=0.8), Set("Hester Tansy kept the lamps.", size=0.8, gap=0.5)]
    article = article_of(first_page(), [*called, *body(), Set("Notes", gap=1.3, size=0.8), *notes, *behind])

    assert "See the harbour book of the year, page 2." == article.notes[-1].text


def test_numbered_headings_in_small_capitals() -> None:
    """Some fonts have small capitals in the places of small letters: ``ii. oil and wick`` is centred and numbered."""
    article = article_of(first_page(), [*body(), Set("ii. the oil of the lamps", gap=0.32, centred=True),
                                        Set(FULL[:80], gap=0.25), *body()[1:]])  # fmt: skip

    assert ["ii. the oil of the lamps"] == [text for _, text in heads(article)]


def test_the_first_entry_of_a_bibliography_is_no_heading() -> None:
    """A short line under the heading, white above it, that has a year."""
    entries = [Set("Tansy, Hester. 1963. “Lamps,” in The Encyclopedia of", gap=1), Set("Harbours.", indent=1.4),
               Set("Reed, Amos. 1951. Oil: A Study of Wicks, translated by John Pinker and George of"),
               Set("the Mole. Saltmouth: The Press.", indent=1.4)]  # fmt: skip
    text = [*body(), *body(), *body(), *body()]
    article = article_of(first_page(), [*text, Set("Works Cited", gap=1, style=BOLD), *entries])

    assert 2 == len(blocks(article, BlockKind.BIBLIOGRAPHY))


@pytest.mark.parametrize("name", [
    "BIBLIOGRAFÍA CITADA", "Obras consultadas", "Selected Bibliography", "References cited", "Sources et bibliographie",
    "Fonti e bibliografia",
])  # fmt: skip
def test_what_languages_call_a_bibliography(name: str) -> None:
    """Its entries are told by it."""
    listed = [Set(name, gap=1, style=BOLD), *_entries(1901, 1902), Set("Lind, Ada, Oil, 1903.", size=0.85)]
    article = article_of(first_page(), [*body(12), *listed])

    assert 3 == sum(block.kind is BlockKind.BIBLIOGRAPHY for block in article.blocks)


def test_the_heading_of_a_bibliography_may_have_a_number() -> None:
    """``5. References`` stands over entries; ``2. Sources`` may be a section on them."""
    under = [Set("5. References", gap=1, style=BOLD), *_entries(1901, 1902), Set("Lind, Ada, Oil, 1903.", size=0.85)]
    about = [Set("2. Sources", gap=1, style=BOLD), Set(FULL[:80], gap=0.5), *body()]
    article = article_of(first_page(), [*about, *body(), *under])

    assert [] != blocks(article, BlockKind.BIBLIOGRAPHY)


def test_endnotes_are_numbered_anew_for_every_chapter() -> None:
    """A heading stands over each 1; it is no part of the note above it."""
    called = [Set(FULL[:70] + number, raised=number) for number in "12"]
    notes = [Set("1. HR, p. 1.", size=0.8), Set("2. HR, p. 2.", size=0.8)]
    chapters = [Set("Of the lamps", size=0.8, gap=0.3), *notes, Set("Of the oil", size=0.8, gap=0.3), *notes]
    article = article_of(first_page(), [*called, *body(), *called, *body(), Set("Notes", gap=1.3), *chapters])

    assert [("1", "HR, p. 1."), ("2", "HR, p. 2.")] * 2 == [(note.label, note.text) for note in article.notes]


def test_a_name_on_its_own_line_is_of_the_entry_whose_year_begins_the_next() -> None:
    """The name may be set in capitals, white above it, as a heading is."""
    names = ("TANSY, Hester", "REED, A.", "FENNICK, LUCIUS")
    entries = [(Set(name, gap=1.0), Set(f"{1901 + number} Lamps of the Harbour. Saltmouth."))
               for number, name in enumerate(names)]  # fmt: skip
    article = article_of(
        first_page(),
        [*body(), Set("Bibliography", gap=1.0, centred=True, style=BOLD), *[line for each in entries for line in each]],
    )

    assert [f"{name.text} {work.text}" for name, work in entries] == blocks(article, BlockKind.BIBLIOGRAPHY)


def test_the_heading_of_the_bibliography_may_stand_at_the_top_of_its_page() -> None:
    """In any language it is no running head of that page, nor the end of a signature on the one before."""
    signed = [*body(), Set("Saltmouth University", gap=1.0), *[Set(FULL[:80], size=0.8)] * 2]
    listed = [Set("BIBLIOGRAFIA", centred=True), *_entries(1901, 1902, 1903, 1904, gap=0.4)]
    article = article_of(first_page(), signed, listed)

    assert ["BIBLIOGRAFIA"] == [text for _, text in heads(article)]
    assert [] != blocks(article, BlockKind.BIBLIOGRAPHY)


def test_numbered_works_under_references_are_its_entries() -> None:
    """``1. Tansy, Hester`` begins an entry there, and an item of a list elsewhere."""
    works = [Set(f"{number}. Tansy, Hester, Lamps of the Harbour, Saltmouth {1900 + number}.", size=0.85)
             for number in range(1, 6)]  # fmt: skip
    article = article_of(first_page(), [*body(), Set("References", gap=1.0, centred=True, style=BOLD), *works])

    assert [work.text for work in works] == blocks(article, BlockKind.BIBLIOGRAPHY)
    assert [] == blocks(article, BlockKind.ITEM)


def test_the_universities_of_the_authors_behind_the_text_are_no_note() -> None:
    """The last note has ended, no number is lacking, and an address ends no sentence; it heads nothing either."""
    noted = [*body(), Set("and the lamps were lit.1", raised="1"), Set("1. Reed, Lamps, p. 4.", size=0.8, gap=1.5)]
    address = [Set("University of Saltmouth", size=0.8, gap=1.2), Set("Selwyn University", size=0.8)]
    article = article_of([*first_page(), *noted], [*body(), *address], reader="tesseract")

    assert ["Reed, Lamps, p. 4."] == [note.text for note in article.notes]
    assert [] == heads(article)
    assert any("University of Saltmouth" in text for text in blocks(article, BlockKind.PARAGRAPH))


def test_an_author_whose_name_begins_in_small_letters_begins_an_entry() -> None:
    """Where entries hang, his stands out as the others do; a press in small letters goes on behind no full stop."""
    named = [Set("von Selwyn, Garth, 1905. Of Ropes, and of", size=0.85), Set("Oil. Saltmouth.", size=0.85, indent=1.5)]
    entries = [*_entries(1901, 1902, 1903, 1904), *named, *_entries(1906, 1907)]
    article = article_of(
        first_page(), [*body(), Set("Bibliography", gap=1.0, centred=True, style=BOLD), *entries]
    )  # fmt: skip

    assert "von Selwyn, Garth, 1905. Of Ropes, and of Oil. Saltmouth." in blocks(article, BlockKind.BIBLIOGRAPHY)


def test_a_distributors_page_behind_the_article_is_furniture() -> None:
    """It says whose the journal is, and the article ends before it."""
    said = [
        Set("Copyright of Annals of Harbours is the property of Pinker Press and its content may not be"),
        Set("copied or emailed. However, users may print, download, or email articles for their own use."),
    ]
    article = article_of(first_page(), [*body()], said)

    assert all("Pinker Press" not in block.text for block in article.blocks)
    assert any("Pinker Press" in each.text for each in article.furniture)


def test_the_pages_of_a_file_counted_at_every_foot_are_furniture() -> None:
    """A distributor counts them over his own lines."""
    pages = [
        [*body(), Set(f"Page {number} of 5", gap=3, size=0.7), Set("Printed from Harbour Handbooks", size=0.7)]
        for number in range(2, 6)
    ]
    article = article_of(first_page(), *pages)

    assert all("Page" not in block.text for block in article.blocks)


def test_an_address_under_the_bibliography_is_no_entry() -> None:
    """White over it, no year, and the mail in its last row: one paragraph."""
    address = [
        Set("Department of Lamps", size=0.85, gap=0.7),
        Set("Harbour University", size=0.85),
        Set("tansy@harbour.edu", size=0.85),
    ]
    article = article_of(first_page(), [
        *body(), Set("Bibliography", gap=1.0, centred=True, style=BOLD), *_entries(1901, 1902, 1903), *address,
    ])  # fmt: skip

    assert 3 == len(blocks(article, BlockKind.BIBLIOGRAPHY))
    assert "Department of Lamps Harbour University tansy@harbour.edu" == blocks(article, BlockKind.PARAGRAPH)[-1]


_RAGGED = [
    ("Garth, Ada (1901): The ferry and the lamp, their price", "and their end. Selwyn, 1901"),
    ("Lind, Bo/Reed, Tom (1905): Ropes.", "What became of them. Oslo"),
    ("Harbour Board of Selwyn (HBS) (1908): Tides, told by", "Quell, Tom (1907) and others. Boston"),
    ("Merrow, Ada (1931): Lamps. In: Lind, Bo;", "Tarn, Eva (1930): Oil. Selwyn"),
]


@pytest.mark.parametrize("gap", [1.0, 0.0], ids=["white above the heading", "no white above the heading"])
def test_names_and_years_part_entries_that_are_set_flush(gap: float) -> None:
    """Where neither indents nor white do: a stop within an entry ends none, nor do the names of editors begin one."""
    lines = [Set(line) for entry in _RAGGED for line in entry]
    article = article_of(first_page(), [*body(), Set("References", gap=gap, style=BOLD), *lines])

    assert [" ".join(entry) for entry in _RAGGED] == blocks(article, BlockKind.BIBLIOGRAPHY)


def test_a_heading_without_white_needs_entries_under_it() -> None:
    """A short line of the text may be the word alone."""
    article = article_of(first_page(), [*body(), Set("References"), *body()])

    assert "References" not in [text for _, text in heads(article)]


def test_an_author_in_bold_over_a_hanging_entry_is_no_heading() -> None:
    """Names, the family name first, within a bibliography."""
    entries = [(Set(f"Tansy, Hester/Reed, Amos {name},", style=BOLD, gap=0.4),
                Set("Lamps of the Harbour, Selwyn, 1931 (Port Papers).", indent=1.5)) for name in "ABCD"]  # fmt: skip
    article = article_of(
        first_page(), [*body(), Set("Literatur", gap=1.0, style=BOLD), *[line for each in entries for line in each]]
    )

    assert [" ".join(line.text for line in entry) for entry in entries] == blocks(article, BlockKind.BIBLIOGRAPHY)
