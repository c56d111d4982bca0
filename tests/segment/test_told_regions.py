"""What the source itself calls a region: evidence for its room, against the look of the line and in its stead."""

from pipeline import cleanup, segment
from pipeline.config import Settings
from pipeline.model import Article, BlockKind, FurnitureKind, Line, Page, Pages, Region, Word
from tests.segment.setting import FULL, Set, article_of, body, heads

TEXT, NOTE = Region.TEXT, Region.NOTE


def _text(count: int = 9) -> list[Set]:
    """Full lines that the source calls text, the last one short."""
    return [*[Set(FULL[:80], region=TEXT)] * (count - 1), Set("and nobody read it again.", region=TEXT)]


def _furniture(article: Article, kind: FurnitureKind) -> list[str]:
    return [each.text for each in article.furniture if each.kind is kind]


def test_a_note_without_a_label_is_one_where_the_source_calls_it_so() -> None:
    """In the type of the text, under no rule, and none of its letters says that it goes on."""
    foot = [Set("Reed, who kept the register, has it otherwise on leaf four.", region=NOTE)]
    article = article_of([*_text(), *foot], reader="page-xml")

    assert [foot[0].text] == [note.text for note in article.notes]


def test_stars_in_brackets_label_notes_in_the_type_of_the_text() -> None:
    """How German presses set them: they are no part of the notes."""
    text = [Set("The oil of the mole *) was paid for by the board, and the boats **) lay dark.", region=TEXT)]
    foot = [Set("*) Tansy, leaf nine.", region=NOTE), Set("**) Reed, leaf ten.", region=NOTE)]
    article = article_of([*_text(), *text, *foot], reader="page-xml")

    assert [("*", "Tansy, leaf nine."), ("**", "Reed, leaf ten.")] == [(n.label, n.text) for n in article.notes]


def test_text_that_begins_with_a_number_is_no_note_where_the_source_tells_notes() -> None:
    """Small, at the foot and numbered, but called text."""
    item = Set("1. Lamps of the mole, which nobody lit.", size=0.8, region=TEXT)
    note = Set("* Tansy, leaf nine.", size=0.8, region=NOTE)
    article = article_of([*_text(), item, note], reader="page-xml")

    assert ["Tansy, leaf nine."] == [note.text for note in article.notes]


def test_text_goes_on_under_notes_amid_the_page() -> None:
    """An old folio sets the notes of each paragraph under it."""
    note = Set("* Tansy, leaf nine.", size=0.8, region=NOTE)
    article = article_of([*_text(), note, *_text()], reader="page-xml")

    assert ["Tansy, leaf nine."] == [note.text for note in article.notes]
    assert 2 == sum(each.text.count("and nobody read it again.") for each in article.blocks)


def test_notes_and_text_are_told_by_their_look_where_everything_is_called_text() -> None:
    """Transkribus calls each region a paragraph, unless somebody says otherwise."""
    call = Set("The lamps were lit.1", raised="1", region=TEXT)
    article = article_of([*_text(), call, Set("1 Tansy, leaf nine.", size=0.8, region=TEXT)])

    assert ["Tansy, leaf nine."] == [note.text for note in article.notes]


def test_furniture_is_what_the_source_calls_so() -> None:
    """A running head that looks like a line of text, a catchword, and a side note in the line of the text."""
    page = [
        Set("The lamps of the lower harbour, which", region=Region.HEAD), *_text(),
        Set("harbour", indent=34, region=Region.SIGNATURE), Set("Of lamps.", indent=3, region=Region.MARGIN),
    ]  # fmt: skip
    article = article_of(page, reader="page-xml")

    assert [page[0].text] == _furniture(article, FurnitureKind.HEAD)
    assert ["harbour"] == _furniture(article, FurnitureKind.SIGNATURE)
    assert ["Of lamps."] == _furniture(article, FurnitureKind.MARGINAL)


def test_the_first_row_of_a_page_is_text_where_the_source_tells_heads() -> None:
    """In capitals, short and over a small letter, but called text."""
    row = Set("THE HARBOUR", region=TEXT)
    pages = [[Set("LAMPS OF OXMERE", region=Region.HEAD), *_text()], [row, Set(FULL[:80].lower(), region=TEXT)]]
    article = article_of(*pages, reader="page-xml")

    assert ["LAMPS OF OXMERE"] == _furniture(article, FurnitureKind.HEAD)


def test_folios_need_no_sequence_where_the_source_tells_them() -> None:
    """Somebody transcribed four pages here and there."""
    pages = [[Set(f"— {folio} —", centred=True, region=Region.FOLIO), *_text()] for folio in (140, 162, 170, 186)]
    article = article_of(*pages, reader="page-xml")

    assert ["140", "162", "170", "186"] == [sheet.folio for sheet in article.sheets]


def test_headings_are_what_the_source_calls_so() -> None:
    """One has the look of text; another line has that of a heading, but is called text."""
    told = Set("Of the oil that the board paid for and did not burn", region=Region.HEADING)
    article = article_of([*_text(), told, *_text(), Set("OF LAMPS", gap=1, region=TEXT), *_text()], reader="page-xml")

    assert [told.text] == [text for _, text in heads(article)]


def test_a_folio_so_told_is_one_with_its_dashes() -> None:
    """No head stands to the left of it, and none to the right."""
    article = article_of([Set("— 140 —", centred=True, region=Region.FOLIO), *_text()], reader="page-xml")

    assert ["— 140 —"] == _furniture(article, FurnitureKind.FOLIO)
    assert [] == _furniture(article, FurnitureKind.HEAD)


def test_what_the_source_calls_a_heading_is_no_masthead() -> None:
    """On a title page small words stand over the large ones."""
    small = Set("A Lesson of the", centred=True, region=Region.HEADING)
    large = Set("Lamps of the Harbour", size=1.8, gap=1, centred=True, region=Region.HEADING)
    article = article_of([small, large, Set("For keepers of all ranks.", gap=2, region=TEXT), *_text(16)])

    assert [] == _furniture(article, FurnitureKind.HEAD)
    assert article.blocks[0].text.startswith("A Lesson of the")


def test_a_page_in_the_type_of_notes_is_no_note_where_the_last_one_is_at_its_end() -> None:
    """Behind a preface in larger type the text of a book is as small, for all that lines tell, as notes are."""
    preface = [Set(FULL[:66], size=1.25) for _ in range(20)]
    call = Set("The lamps were lit.1", raised="1", size=1.25)
    note = Set("1 Tansy, leaf nine of the register of lamps.", size=0.9)
    article = article_of([*preface, call, note], [Set(FULL[:80]), *body(24)], reader="page-xml")

    assert ["Tansy, leaf nine of the register of lamps."] == [each.text for each in article.notes]


def _dump(*lines: tuple[str, Region, int]) -> Article:
    """An article of a dump: its lines, what the source calls them, and the blank lines before them."""
    cleaned = cleanup.run(Pages(doc="lamps", pages=(Page(number=1, reader="dump", lines=tuple(
        Line(words=tuple(Word(text=word) for word in text.split()), region=region, blank_before=blank)
        for text, region, blank in lines
    )),)), Settings())  # fmt: skip
    return segment.run(cleaned, Settings())


def test_told_quotations_of_a_dump() -> None:
    """What the source calls a quotation is one, and where it tells them nothing else is guessed to be one."""
    led = ("The board wrote of the lamps of the harbour in the spring of that year, and said this of them:", TEXT, 1)
    told = ("Nobody lit them, and they are out.", Region.QUOTATION, 1)
    article = _dump(led, told, led, ("There is one lamp, and nobody lit it.", TEXT, 1))

    assert [told[0]] == [block.text for block in article.blocks if block.kind is BlockKind.QUOTATION]


def test_no_quotation_under_a_told_heading() -> None:
    """A heading leaves no sentence open for a quotation to finish."""
    head, text = ("The Dues", Region.HEADING, 1), (f"{FULL} for the mole.", Region.UNKNOWN, 1)
    article = _dump(("The Lamps", Region.HEADING, 0), head, text, head, text)

    assert not [block for block in article.blocks if block.kind is BlockKind.QUOTATION]


def test_told_tables_of_a_dump() -> None:
    """Tables end where white parts them; empty cells leave their column empty."""
    rows = [("Lamp │ Oil │ Dues", 1), ("Mole │ │ £3", 0), ("Year │ Lamps", 1)]
    article = _dump((FULL, TEXT, 0), *((text, Region.TABLE, blank) for text, blank in rows))
    tables = [block for block in article.blocks if block.kind is BlockKind.TABLE]

    cells = [[(table.text[cell.start : cell.end], cell.row, cell.column) for cell in table.cells] for table in tables]
    assert [("Lamp", 0, 0), ("Oil", 0, 1), ("Dues", 0, 2), ("Mole", 1, 0), ("£3", 1, 2)] == cells[0]
    assert [("Year", 0, 0), ("Lamps", 0, 1)] == cells[1]


def test_told_items_of_a_dump() -> None:
    """Every line that the source calls an item is one by itself."""
    article = _dump((FULL, TEXT, 0), ("- the mole;", Region.ITEM, 1), ("- the pier.", Region.ITEM, 0))

    assert ["- the mole;", "- the pier."] == [b.text for b in article.blocks if b.kind is BlockKind.ITEM]
