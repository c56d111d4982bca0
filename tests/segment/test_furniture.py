"""Running heads in parts, and stamps at the foot of the pages."""

from dataclasses import replace

import pytest

from pipeline import cleanup, segment
from pipeline.config import Settings
from pipeline.model import BlockKind, Box, CallCandidate, CleanLine, CleanPage, FurnitureKind, Reading, Style
from pipeline.readers import TESSERACT
from pipeline.segment.front.journal_names import running_head_values
from pipeline.segment.furniture.foot_matter import is_copyright, names_owner
from pipeline.segment.rows import whole
from tests.cleanup.pages import pages_of
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page
from tests.segment.setting import heads as shown_heads

TEXT = """\
The harbour board burned four thousand gallons of oil in the winter of the
levy, and it never said who had paid for them.1 The masters of the tea boats
were asked for a penny and gave a halfpenny, in coin, at the steps,2 and the
boy who rowed round the moorings with his slate wrote it down in the evening
for the clerk who kept the ledger of the lamps that were paid for by nobody.""".splitlines()


def _ending(folio: int) -> list[Set]:
    """Three last lines that no other page has."""
    things = ["lamps and their oil", "ships", "the tides of winter", "crews of every nation", "winds"][folio % 5]
    return [
        Set(f"They wrote of {things}, and of the {part} of {things}.")
        for part in ("the price", "the owners", "the loss")
    ]


def _page(folio: int) -> list[Set]:
    return [
        Set(str(folio), at=100),
        Set("Saltmouth Law Review", at=100, indent=14),
        Set("[Vol. 124:127", at=100, indent=33),
        Set(FULL[:78], indent=1.4, gap=1),
        *body(9)[1:-1],
        *_ending(folio),
    ]  # fmt: skip


def test_every_part_of_the_head_is_furniture() -> None:
    """What stands on the baseline of the folio is no text, though it has few letters."""
    article = article_of(first_page(), *[_page(folio) for folio in (128, 129, 130, 131)])

    assert [] == [text for kind in BlockKind for text in blocks(article, kind) if "Vol." in text]
    assert 4 == sum(each.text == "[Vol. 124:127" for each in article.furniture)


def test_a_line_at_the_foot_of_every_page_is_a_stamp() -> None:
    """An address that the distributor prints under every page is furniture, whatever it says."""
    stamp = Set("https://library.example.org/agb - Open Access -", gap=1)
    article = article_of(
        *[[*each, stamp] for each in ([*first_page()[:-1], *_ending(127)], *map(_page, (128, 129, 130)))]
    )

    stamped = [each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT]
    assert [stamp.text] * 4 == stamped
    assert [] == [text for text in blocks(article, BlockKind.PARAGRAPH) if "agb" in text]


@pytest.mark.parametrize(("size", "furniture"), [(1.5, 4), (1, 0)])
def test_a_mark_at_the_foot_of_every_page(size: float, furniture: int) -> None:
    """Springer's mark is three figures in the text layer; in larger type than the text, no author writes it."""
    mark = Set("123", size=size, gap=1)
    article = article_of(
        *[[*each, mark] for each in ([*first_page()[:-1], *_ending(327)], *map(_page, (328, 329, 330)))]
    )

    assert furniture == sum(each.text == "123" for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT)


def test_a_stamp_of_which_a_letter_is_misread_is_one() -> None:
    """A scan reads the printer's line at the foot a little differently on every page."""
    stamps = [f"press/annals/{place}_4.3d" for place in ("saltmouth/ANHA", "saltmcuth/ANHA", "saltmouth/ANHR")]
    article = article_of(
        *[
            [*(first_page() if number == 1 else body(12)), Set(f"{number}. HR, p. 2.", size=0.8, gap=0.5), Set(stamp)]
            for number, stamp in enumerate(stamps, 1)
        ],
        reader="tesseract",
    )

    assert stamps == [each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT]


def test_notes_that_cite_one_book_on_every_page_are_no_stamp() -> None:
    """``(1) Ibidem, page 384.`` ends page after page; but the page that it cites neither stays nor runs with them."""
    pages = [
        [*(first_page() if number == 0 else body(12)), Set(f"(1) Ibidem, page {cited}.", size=0.8, gap=0.6)]
        for number, cited in enumerate((384, 391, 392, 407, 415))
    ]
    article = article_of(*pages, reader="tesseract")

    assert [] == [each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT]
    assert ["1"] * 5 == [note.label for note in article.notes]


def test_a_licence_of_many_lines_at_the_foot_of_every_page_is_a_stamp() -> None:
    """Addresses of the journal and a licence in two languages, six lines: none of them is the end of a note."""
    block = [
        Set("@annals.of.harbours", size=0.6, gap=0.7), Set("This work may be copied by all who", size=0.6),
        Set("name the author and the harbour", size=0.6), Set("of which the author wrote, and no", size=0.6),
        Set("others. Diese Arbeit darf kopiert", size=0.6), Set("werden von allen, die sie nennen", size=0.6),
    ]  # fmt: skip
    article = article_of(*[
        [*(first_page() if number == 1 else body(12)), Set(f"{number}. HR, p. {number}.", size=0.8, gap=0.5), *block]
        for number in range(1, 5)
    ])  # fmt: skip

    assert [f"HR, p. {number}." for number in range(1, 5)] == [note.text for note in article.notes]
    assert 4 * [each.text for each in block] == [
        each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT
    ]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        pytest.param(
            2 * ["SALTMOUTH LAW REVIEW [Vol. 115:1079", "2025] LAMPS"],
            {"journal": "Saltmouth Law Review", "volume": "115", "first_page": "1079", "year": "2025"},
            id="a law review",
        ),
        pytest.param(["Journal of Lamps 4.1", "Hester Tansy", "Journal of Lamps 4.1"],
                     {"journal": "Journal of Lamps", "volume": "4", "issue": "1"}, id="a journal with its issue"),
        pytest.param(["A Review of Lamps", "A Review of Lamps"], {}, id="a title that sounds like a journal"),
        pytest.param(["SALTMOUTH LAW REVIEW [Vol. 115"], {}, id="one page is no habit"),
        pytest.param(2 * ["09/26/63 Saltm. L. Rev. Online *"], {"journal": "Saltm. L. Rev. Online"}, id="a day"),
        pytest.param(2 * ["Lamps and Oil 77 SALTM. L. REV. 1117 (2025)"],
                     {"volume": "77", "first_page": "1117", "year": "2025"}, id="a citation of itself"),
    ],
)  # fmt: skip
def test_running_heads_name_the_journal(heads: list[str], expected: dict[str, str]) -> None:
    """Journal, volume, year and first page, where two heads agree."""
    assert expected == running_head_values(heads, "A Review of Lamps")


@pytest.mark.parametrize("text", ["ENDNOTES", "INTRODUCTION"])
def test_a_heading_at_the_top_of_one_page_is_no_running_head(text: str) -> None:
    """Though it is in capitals and set off, like the heads of the other pages."""
    pages = [_page(128), [Set("129", at=100), Set(text, gap=1), *_page(129)[3:]], _page(130)]
    article = article_of(first_page(), *pages)

    assert [text] == blocks(article, BlockKind.HEADING)


def test_a_folio_between_two_columns() -> None:
    """In reading order it stands behind the first column and before the second, and is a folio nevertheless."""
    pages = [
        [*_page(folio)[3:], Set(str(folio), gap=1, indent=39, column=0), *[_in_second_column(each) for each in body()]]
        for folio in (128, 129, 130)
    ]
    article = article_of(*pages)

    assert ["128", "129", "130"] == [each.text for each in article.furniture if each.kind is FurnitureKind.FOLIO]


def test_the_journals_number_beside_the_folio_between_two_columns() -> None:
    """Both stand on the lowest line, and are read before the second column."""
    low = 100 + 30 * 14
    pages = [
        [*(Set(each.text[:38], indent=each.indent) for each in body(9)), Set("LAMPS 10/1963", at=low),
         Set(f"- {folio} -", at=low, indent=38),
         *(Set(each.text[:38], indent=21, gap=2 * (not index), at=130 if not index else None, column=1)
           for index, each in enumerate(body(9)))]
        for folio in (128, 129, 130, 131)
    ]  # fmt: skip
    article = article_of(*pages)

    assert not [block.text for block in article.blocks if "LAMPS 10" in block.text]


def test_a_scrap_of_letters_that_the_reader_doubts_is_dirt() -> None:
    """``ee`` alone in a line is in no paragraph and in no heading."""
    shown = [Set("Oil and its Price", gap=0.6, style=Style(bold=True)), Set(FULL[:80], gap=0.3)]
    dirty = [*body(), Set("ee", confidence=0.4), *shown, *body()[1:]]
    article = article_of(first_page(), dirty, reader="tesseract")

    assert ["Oil and its Price"] == blocks(article, BlockKind.HEADING)
    assert [("speck", "ee")] == [(each.reason, each.text) for each in article.discarded]


@pytest.mark.parametrize(
    ("head", "text"),
    [(Set("The Lamps of Saltmouth", size=0.86, centred=True), FULL[:80]),
     (Set("The Lamps of Saltmouth", centred=True), "of tin and brass, " + FULL[:62])],
    ids=["in smaller type", "over the middle of a sentence"],
)  # fmt: skip
def test_the_head_of_a_page_out_of_a_book(head: Set, text: str) -> None:
    """Nothing repeats it and the folio stands at the foot; yet it is no heading and no title."""
    article = article_of([head, Set(text, gap=1), *body(9)[1:], *_ending(128), Set("128", gap=1, indent=20)])

    assert [head.text] == [each.text for each in article.furniture if each.kind is FurnitureKind.HEAD]


def test_a_heading_on_a_page_out_of_a_book_is_none() -> None:
    """It is as large as the text, and a sentence begins under it."""
    shown = Set("The Lamps of Saltmouth", centred=True, style=Style(italic=True))
    article = article_of([shown, Set(FULL[:80], gap=1), *body(9)[1:], *_ending(128), Set("128", gap=1, indent=20)])

    assert [] == [each for each in article.furniture if each.kind is FurnitureKind.HEAD]


def test_a_line_of_the_text_is_no_masthead() -> None:
    """``No. 11`` at the top of the first page, in the middle of a sentence."""
    head = Set("The Lamps of Saltmouth 128", size=0.86)
    text = "raised from “Friendship No. 11” a crop of nine thousand lamps, as the keepers wrote."
    article = article_of([head, Set(text, gap=1), *body(9)[1:], *_ending(128)])

    assert any(block.startswith("raised from") for block in blocks(article, BlockKind.PARAGRAPH))


def _in_second_column(line: Set) -> Set:
    return replace(line, column=1)


def test_a_short_line_at_the_foot_of_every_other_page_is_a_stamp() -> None:
    """``SLR Jg. 1/2020`` under the notes of the right-hand pages is the journal's, and no end of a note."""
    stamp = Set("SLR 1. Jg. 1/2020", gap=1)
    article = article_of([*first_page()[:-1], *_ending(127)], *[
        [*_page(folio), Set(f"{folio}. HR, p. {folio}.", size=0.8, gap=0.5), *([stamp] if folio % 2 else [])]
        for folio in range(128, 134)
    ])  # fmt: skip

    assert [] == [note.text for note in article.notes if "Jg" in note.text]


def test_the_publishers_lines_at_the_end_stand_in_the_type_of_the_text() -> None:
    """The notes over them are notes all the same: nothing of the text follows them."""
    calls = [Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2)]
    notes = [Set(f"{number} HR, p. {number}.", size=0.8, gap=0.5 * (number == 1)) for number in (1, 2)]
    owned = [Set("© 1996 by the Harbour Board of Saltmouth, which keeps the lamps and the books of them", gap=0.3),
             *[Set(FULL[:80])] * 3, Set("ISSN 5555-0184")]  # fmt: skip
    article = article_of(first_page(), [*body(), *calls, *notes, *owned])

    assert ["HR, p. 1.", "HR, p. 2."] == [note.text for note in article.notes]
    assert len(owned) == sum(each.kind is FurnitureKind.COPYRIGHT for each in article.furniture)


def test_the_owner_and_the_licence_under_the_notes_of_the_first_page() -> None:
    """All that stands from the owner's line on, set off by white, is furniture; the note above it ends before it."""
    below = ["© The Author(s) 2021. Published by Saltmouth Press.", "It may be copied by all who", "name the author."]
    article = article_of(
        [*first_page(), Set("1. HR, p. 1.", size=0.8, gap=0.5), Set(below[0], size=0.7, gap=0.6),
         *[Set(text, size=0.7) for text in below[1:]]],
        [*body(8), Set("2. Ibid.", size=0.8, gap=0.5)],
    )  # fmt: skip

    assert below == [each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT]
    assert ["HR, p. 1.", "Ibid."] == [note.text for note in article.notes]


def test_an_owner_whose_sign_the_font_has_for_a_letter() -> None:
    """``q 1963`` for ``© 1963``: a line on which all rights are reserved is the owner's, though it begins small."""
    article = article_of(
        [*first_page(), Set("1. HR, p. 1.", size=0.8, gap=0.5), Set("The Harbour Review, 1963.", size=0.7, gap=1.5),
         Set("q 1963 The Museum. All rights reserved. Published by the", size=0.7),
         Set("Press. https://doi.org/10.5555/735642", size=0.7)],
        [*body(8), Set("2. Ibid.", size=0.8, gap=0.5)],
    )  # fmt: skip

    assert ["HR, p. 1.", "Ibid."] == [note.text for note in article.notes]


def test_where_the_journal_is_indexed_is_no_end_of_a_note() -> None:
    """It stands in the notes' type at the foot of the first page, over the line with the ISSN."""
    below = ["Journal Indexed in the Lamps Citation Index", "Covered in Harbours of the World, ISSN 1234-5679"]
    article = article_of(
        [
            *first_page(),
            Set("1. HR, p. 1.", size=0.8, gap=0.5),
            Set(below[0], size=0.8, gap=1),
            Set(below[1], size=0.8),
        ],
        [*body(8), Set("2. Ibid.", size=0.8, gap=0.5)],
    )

    assert ["HR, p. 1.", "Ibid."] == [note.text for note in article.notes]


def test_a_note_that_many_pages_end_with_is_no_stamp() -> None:
    """``29. See the ledger, at 150.`` and ``38. See the ledger, at 194.``: their numbers do not run with the pages."""
    numbers = {128: 3, 129: 5, 130: 6, 131: 9}
    pages = []
    for folio, last in numbers.items():
        first = min((last for before, last in numbers.items() if before == folio - 1), default=1)
        notes = [f"{number}. Ibid., p. {number}{folio}." for number in range(first + 1, last)]
        notes.append(f"{last}. See the ledger, at {folio + last}.")
        pages.append([*_page(folio), *[Set(text, size=0.8, gap=0.5 * (not index)) for index, text in enumerate(notes)]])
    article = article_of([*first_page()[:-1], *_ending(127), Set("1. HR, p. 1.", size=0.8, gap=0.5)], *pages)

    assert ["See the ledger, at"] * 4 == [note.text[:18] for note in article.notes if "ledger" in note.text]


def test_a_stamp_behind_the_folio_is_one() -> None:
    """``128. Saltmouth Papers on Harbours``: the number before it runs with the pages."""
    pages = [[*_page(folio)[1:], Set(f"{folio}. Saltmouth Papers on Harbours", gap=1)] for folio in range(128, 132)]
    article = article_of(first_page(), *pages)

    assert [] == [text for kind in BlockKind for text in blocks(article, kind) if "Papers" in text]


def test_the_note_on_the_author_under_the_doi_is_no_licence() -> None:
    """The owner's line stands over it, and its reference mark begins the notes."""
    note = ["† Professor of Harbours at Saltmouth. She thanks Amos Reed for", "his careful reading."]
    article = article_of(
        [*first_page()[:1], Set("Hester Tansy†", gap=1.0, centred=True, raised="†"), *first_page()[2:],
         Set("doi: 10.5555/lamps.1963.7", size=0.7, gap=0.6), *[Set(text, size=0.8) for text in note]],
        [*body(8), Set("1. HR, p. 1.", size=0.8, gap=0.5)],
        [*body(8), Set("2. Ibid.", size=0.8, gap=0.5)],
    )  # fmt: skip

    assert " ".join(note)[2:] in [each.text for each in article.notes]


def test_the_folio_over_the_second_column_is_furniture() -> None:
    """The head crosses both columns, and its right end is read as the first row of the second."""
    columns = [
        [Set("Saltmouth Papers / May 1963", at=100), *[Set(each.text[:38], gap=2 * (not index)) for index, each
         in enumerate(body(9))], Set(str(folio), at=100, indent=38, column=1),
         *[Set(each.text[:38], indent=21, gap=2 * (not index), column=1) for index, each in enumerate(body(9))]]
        for folio in range(3, 8)
    ]  # fmt: skip
    article = article_of(first_page(), *columns)

    assert [] == [text for kind in BlockKind for text in blocks(article, kind) if text.isdecimal()]
    assert ["3", "4", "5", "6", "7"] == [sheet.folio for sheet in article.sheets if sheet.folio_printed]


def test_numbered_headings_at_the_top_of_pages_are_no_running_heads() -> None:
    """They are alike but for their numbers, and that is what tells them from a head."""
    shown = [Set(f"1.{n} The {what} of the lamps", size=1.16, gap=0.5) for n, what in ((3, "price"), (4, "oil"))]
    pages = [[each, Set(FULL[:80], gap=0.5), *body(9)[1:], *_ending(n), Set(str(n), gap=1, indent=20)]
             for n, each in zip((128, 129), shown, strict=True)]  # fmt: skip
    article = article_of([*first_page()[:-1], *_ending(127), Set("127", gap=1, indent=20)], *pages)

    assert [each.text for each in shown] == blocks(article, BlockKind.HEADING)


def test_what_stands_beside_the_folios_is_furniture() -> None:
    """At the foot, in few letters and many numbers, on three pages of six."""
    pages = [
        [Set(FULL[:80]), *body(9)[1:], *_ending(n), Set(f"hzr 7/3 (2006), 127-153 {n}" if n % 2 else str(n), gap=1)]
        for n in range(128, 134)
    ]
    article = article_of([*first_page()[:-1], *_ending(127), Set("127", gap=1)], *pages)

    assert [] == [text for kind in BlockKind for text in blocks(article, kind) if "hzr" in text]


def test_a_head_of_numbers_alone_is_furniture() -> None:
    """``[Vol. 4:2 1963]`` under the journal's name, on every page."""
    pages = [
        [Set("Saltmouth Law Review", indent=20), Set("[Vol. 4:2 1963]", indent=30), Set(FULL[:80], gap=1),
         *body(9)[1:-1], *_ending(n), Set(str(n), gap=1, indent=20)]
        for n in (128, 129, 130, 131)
    ]  # fmt: skip
    article = article_of(first_page(), *pages)

    assert [] == [text for text in blocks(article, BlockKind.PARAGRAPH) if "Vol. 4" in text]


def test_a_foot_that_is_read_between_the_columns() -> None:
    """It is the lowest row of its page, though not the last, and other pages have it at their end."""
    foot = Set("Annals of Lamps, Pages 95-102", size=0.9, at=1400)
    pages = [[*body(20), foot] for _ in range(4)]
    article = article_of(first_page(), *pages, [*body(6), foot, Set("2. The oil of the lamps", at=130), *body(3)])

    assert not any("Annals of Lamps" in block.text for block in article.blocks)


def test_the_foot_of_left_pages_has_the_folio_and_is_read_between_the_columns() -> None:
    """Two pages of a short article have it, the first with more in its line; dirt is beside a folio."""
    ends = {34: "", 35: " and its owners", 36: "° "}
    feet = {folio: f"{folio} THE ANNALS OF LAMPS" for folio in (34, 35)} | {36: "36° THE ANNALS OF LAMPS"}
    pages = [
        [*body(20), Set(feet[folio] + ends[folio] * (folio == 35), size=0.8, at=1400),
         Set(f"They wrote of {folio} lamps, and", at=130, column=2), *[Set(FULL[:60], column=2)] * 5]
        for folio in (34, 35, 36)
    ]  # fmt: skip
    article = article_of(*pages)

    assert not any("ANNALS" in block.text for block in article.blocks)
    assert ["34", "35", "36"] == [sheet.folio for sheet in article.sheets]


def test_a_full_line_level_with_a_head_is_text() -> None:
    """It begins the second column, and goes on in the midst of a sentence."""
    head = [Set("Saltmouth Law Review", at=100, indent=4), Set("[Vol. 124:127", at=100, indent=20)]
    text = "paid for by the masters of the boats that ran in the winter of the levy and it"
    pages = [
        [*head, *body(20)],
        [*head, Set(text, at=100, column=2), *[Set(FULL[:80], column=2)] * 8],
        [*head, *body()],
    ]
    article = article_of(first_page(), *pages)

    assert any(text in block.text for block in article.blocks)


@pytest.mark.parametrize(
    ("seen", "stamp"), [("6", False), ("*", False), ("©", True)], ids=["a number", "another sign", "a copyright line"]
)
def test_a_sign_that_a_reader_sees_as_another_begins_a_note(seen: str, *, stamp: bool) -> None:
    """Tesseract makes ``©`` of a small raised 6 or c; the second reader tells whether it is one."""
    reading, first = (
        Reading(text=seen, confidence=0.99, reader="rapidocr"),
        Reading(text="©", confidence=0.9, reader=TESSERACT),
    )
    call = CallCandidate(start=0, end=1, raised=True, readings=(reading, first))
    line = CleanLine(text="© The Lamp, 23.6.94.", box=Box(100, 100, 300, 130), size=16.0, calls=(call,))
    page = CleanPage(number=1, reader="tesseract+rapidocr", lines=(line,), width=1000, height=1500, dpi=300)

    assert stamp == is_copyright(whole(page, 0))


@pytest.mark.parametrize(("second", "owned"), [("6", False), ("©", True)], ids=["a number", "the sign"])
def test_a_year_behind_a_label_names_no_owner(second: str, *, owned: bool) -> None:
    """Where both looks at a raised 6 show a number, the year is that of a work; digits alone are seen in any sign."""
    readings = (
        Reading(text="6", confidence=0.99, reader="digits"),
        Reading(text=second, confidence=0.86, reader="rapidocr"),
        Reading(text="©", confidence=0.9, reader=TESSERACT),
    )
    call = CallCandidate(start=0, end=1, raised=True, readings=readings)
    line = CleanLine(text="© Hester Tansy, Oil, 12 (1963).", box=Box(100, 100, 300, 130), size=16.0, calls=(call,))
    page = CleanPage(number=1, reader="tesseract+rapidocr", lines=(line,), width=1000, height=1500, dpi=300)

    assert owned == names_owner(whole(page, 0))


@pytest.mark.parametrize(
    ("text", "stamp"),
    [("© Principles", False), ("© 1963 The Mole Press", True), ("© the Mole Press", True), ("© two lamps out", False),
     ("Copyright by Hester Tansy", True), ("COPYRIGHT RESERVED", True), ("copyright of lamps by the keepers", False)],
)  # fmt: skip
def test_a_sign_of_copyright_has_an_owner_or_a_year(text: str, *, stamp: bool) -> None:
    """Tesseract makes ``©`` of a small raised c, and of dirt before a line of the text."""
    calls = (
        CallCandidate(start=0, end=1, raised=True, readings=(Reading(text="©", confidence=0.9, reader=TESSERACT),)),
    )
    raised = calls if text.endswith("Principles") else ()
    line = CleanLine(text=text, box=Box(100, 100, 300, 130), size=16.0, calls=raised)
    page = CleanPage(number=1, reader="tesseract+rapidocr", lines=(line,), width=1000, height=1500, dpi=300)

    assert stamp == is_copyright(whole(page, 0))


@pytest.mark.parametrize(
    ("gap", "furniture"),
    [
        pytest.param(-0.2, [], id="of a note"),
        pytest.param(1.0, ["https://doi.org/10.5555/ah.7"], id="of the publisher"),
    ],
)
def test_a_note_may_end_with_a_doi(gap: float, furniture: list[str]) -> None:
    """On a line of its own, close under the note and in its type, it is not the publisher's."""
    notes = [
        Set("1 Tansy, Lamps, 14, and what she wrote of them in the year after.", size=0.8, gap=2),
        Set("2 Tansy, Oil and Its Price, Annals 20 (1963), 51–70.", size=0.8, gap=-0.2),
    ]
    called = [Set("and nobody read it", raised="1"), Set("but for the keepers.", raised="2")]
    doi = Set("https://doi.org/10.5555/ah.7", size=0.8, gap=gap)
    article = article_of(first_page(), [*body(9)[:-1], *called, *notes, doi], _page(129))

    assert furniture == [each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT]


def test_notes_of_the_first_page_that_cite_by_doi() -> None:
    """Three DOIs are not the article's own: each ends a note, close under it and in its type."""
    notes = [
        line
        for number in (1, 2, 3)
        for line in (
            Set(f"{number} Tansy, Lamps and Oil in the Harbour, Annals {number} (1963), 51–70,", size=0.8, gap=0.1),
            Set(f"https://doi.org/10.5555/ah.{number}.", size=0.8, gap=-0.2),
        )
    ]
    called = [Set("and nobody read it", raised=str(number)) for number in (1, 2, 3)]
    article = article_of([*first_page()[:-1], *called, Set("at all.", gap=0), *notes], _page(129))

    assert [] == [each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT]


def test_the_volume_and_the_year_of_a_running_head_are_furniture_where_they_stand_last() -> None:
    """Text layers of law reviews put what stands at the end of the running head behind the notes."""
    lines = ["LAMP LAW REVIEW", *TEXT, "1. Fennick, Lamps, 12 (Port Selwyn 1931).", "[Vol. 70:595"]
    others = ["1982] LANTERNS ON THE MOLE", *TEXT[2:], "2. Fennick, Lamps, 44 (Port Selwyn 1931).", "1982]"]

    article = segment.run(cleanup.run(pages_of(lines, others), Settings()), Settings())

    assert ["[Vol. 70:595", "1982]"] == [each.text for each in article.furniture if each.place == "bottom"]
    assert all(note.text.endswith("1931).") for note in article.notes)


def test_a_line_within_a_sentence_over_the_page_is_a_head() -> None:
    """It is on one page alone, and the page before ends with a note; no heading stands within a sentence."""
    note = Set("1 See Pinker, Lamps, 14.", size=0.8, gap=1)
    first = [*first_page()[:-1], Set(FULL[:70] + "1", raised="1"), Set(FULL[:80]), note]
    head = Set("Annals of the Harbours 12 (1911)", indent=4)
    second = [head, Set("and saw that the Mole was dark, and that nobody had paid for", gap=1), *body(9)[1:]]
    article = article_of(first, second)

    assert [head.text] == [each.text for each in article.furniture if each.kind is FurnitureKind.HEAD]


def test_a_heading_in_larger_type_under_the_folio_is_no_running_head() -> None:
    """Though it is short, set off and the first row of its page."""
    folios = [Set(str(number), indent=39, size=0.8) for number in (2, 3, 4)]
    shown = Set("Oil and Wicks", size=1.3, gap=0.5)
    begins = Set("Nobody of the crew could say who had lit it or why the oil was paid for twice.", indent=1.4, gap=1)
    ends = Set("Reed and the others of the Guild wrote to the Crown.")
    pages = [[folios[0], *body(), ends], [folios[1], shown, begins, *body()[1:], *body()], [folios[2], *body()]]

    assert [(1, "Oil and Wicks")] == shown_heads(article_of(first_page(), *pages))


def test_the_line_of_the_issue_over_the_folio_is_no_part_of_a_note() -> None:
    """Smaller than the notes, and white over it."""
    issue = Set("October 1963 Vol. 12 No. 5", size=0.55, gap=0.4)
    pages = [[*body(12), *body(12), Set(f"{number} HR, p. 3.", size=0.8, gap=0.5), Set(f"{100 + number}", centred=True)]
             for number in (1, 2)]  # fmt: skip
    article = article_of([*first_page(), *body(12), Set("* Keeper of the lamps.", size=0.8, gap=0.5), issue,
                          Set("100", centred=True)], *pages)  # fmt: skip

    assert not any("October" in note.text for note in article.notes)
    assert ("12", "5") == (article.front.volume, article.front.issue)


def test_a_long_head_with_the_whole_title_has_the_folio() -> None:
    """A line as long is one of the text, unless other pages repeat it."""
    head = "Lamps of the Lower Harbour and the Keepers Who Wrote Down Every Ship That Ran in at Night (Tansy)"
    pages = [[Set(f"{folio} {head}"), *body(12), *body(12)] for folio in range(101, 105)]

    assert ["100", "101", "102"] == [sheet.folio for sheet in article_of(first_page(), *pages).sheets][:3]


def test_notes_beside_the_text_are_no_running_head() -> None:
    """A column of notes in the margin is read before the text, and its first row stands far down the page."""
    text = [replace(each, text=each.text[:56], indent=14, column=2) for each in body(20)]
    pages = [
        [Set(str(folio), at=100, column=1), Set(f"{folio} Ledger of the Board", at=500, size=0.8, column=1),
         replace(text[0], at=160), *text[1:9],
         Set(f"and they lit it.{folio}", indent=14, column=2, raised=str(folio)), *text[10:]]
        for folio in range(1, 5)
    ]  # fmt: skip

    assert ["Ledger of the Board"] * 4 == [note.text for note in article_of(*pages).notes]


def test_an_article_on_copyright_has_the_word_at_the_beginning_of_its_lines() -> None:
    """No year, no sign and no owner stand behind it, in the title and in the text of the first page."""
    title = Set("Copyright and Lamps", size=1.5, centred=True)
    lines = [*body(5)[:-1], Set("copyright on the lamps of the harbour and of the mole, which the keepers have not")]
    article = article_of([title, *first_page()[1:3], *lines, *body(8)], _page(129))

    assert title.text == article.front.title
    assert [] == [each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT]


def test_the_volume_before_the_number_of_a_sheet_is_of_the_signature() -> None:
    """At the foot of the first page of a sheet, far from it on one line; of a lone page the number is the folio."""
    foot = [Set("Bd. II.", indent=2, gap=0.3, at=700), Set("12", indent=30, at=700)]
    article = article_of([*body(9), *foot], reader="page-xml")
    found = [each.text for each in article.furniture if each.kind is FurnitureKind.SIGNATURE]

    assert ["Bd. II."] == found


def test_an_entry_of_the_contents_without_dots_makes_no_running_head() -> None:
    """It stands at the top of a page, and ends in the folio of the page at whose top its heading stands."""
    entries = [Set("introduction 122"), Set("I. on lamps 124"), Set("II. on oil 126")]
    contents = [Set("2024] LAMPS 121", at=100), Set("table of contents", gap=1, centred=True), *entries]
    opening = [Set("122 SALTMOUTH LAW REVIEW", at=100), Set("introduction", gap=1, size=1.2, centred=True)]
    text = [*opening, Set(FULL[:78], indent=1.4, gap=0.7), *body()[1:]]

    assert ["introduction"] == blocks(article_of(first_page(), contents, text), BlockKind.HEADING)


@pytest.mark.parametrize(
    ("words", "tabs", "expected"),
    [
        (["Lamps.", "—", "T.", "I.", "6"], (150, 220, 240, 270, 700), ["Lamps. — T. I. 6"]),
        (["Lamps.", "—", "T.", "I.", "6"], (150, 220, 240, 270, 300), []),
        (["6."], (700,), ["6."]),
    ],
    ids=["far behind its title", "close behind it: the end of a note", "by itself, with a stop"],
)
def test_the_number_of_a_sheet_over_a_stamp(words: list[str], tabs: tuple[int, ...], expected: list[str]) -> None:
    """It ends the page as its printer had it, though a library has set its name under every one."""
    stamp = Set("From the library of the lower harbour", size=0.7, gap=4.0, indent=8)
    sheet = Set(" ".join(words), tabs=tabs, size=0.8, gap=0.5)
    pages = [[*body(9), Set("1 HR, p. 12.", size=0.8, gap=0.5), *([sheet] if page == 2 else []), stamp] for page in
             range(4)]  # fmt: skip
    article = article_of(*pages, reader="tesseract")

    assert expected == [each.text for each in article.furniture if each.kind is FurnitureKind.SIGNATURE]


@pytest.mark.parametrize("along", [[], ["Downloaded from https://lamps.example.org/terms, 3 May 1963"]])
def test_a_journal_with_a_month_under_the_notes_of_a_first_page(along: list[str]) -> None:
    """White sets it off from the notes; what a distributor sets along the edge stands under neither."""
    turned = [Set(text, at=1400, upright=True, turned=True) for text in along]
    first = [
        *first_page(),
        Set("1. HR, p. 1.", size=0.8, gap=0.5),
        Set("Lamps 59 (April 1963), 341–69", size=0.8, gap=1),
    ]
    article = article_of([*first, *turned], [*body(8), Set("2. Ibid.", size=0.8, gap=0.5)])

    assert ["HR, p. 1.", "Ibid."] == [note.text for note in article.notes]


def test_a_note_that_cites_a_journal_over_the_stamp_of_a_first_page() -> None:
    """What a note's sign begins is a note, though it ends as a journal is cited and white parts it from the stamp."""
    stamp = Set("This content downloaded from 10.0.0.7", size=0.8, gap=2)
    note = Set("* Hester Tansy, Lamps of the Mole 31 (1963).", size=0.8, gap=1)
    article = article_of([*first_page(), note, stamp], [*body(8), stamp])

    assert [stamp.text] * 2 == [each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT]


def test_the_address_of_a_reader_is_a_stamp() -> None:
    """A scan of a print of a download: under the last note stands when and to whom it was given, read ill once."""
    stamps = [
        Set(f"{site} Downloaded: 03 May 1963 IP address: 10.0.0.7", size=0.8, gap=4)
        for site in ("http://journals.example.org", "Ah Is i")
    ]
    notes = [Set(f"{number} HR, p. {number}0.", size=0.8, gap=0.5) for number in (1, 2)]
    article = article_of([*first_page(), notes[0], stamps[0]], [*body(8), notes[1], stamps[1]], reader="tesseract")

    assert ["HR, p. 10.", "HR, p. 20."] == [note.text for note in article.notes]


def test_running_feet_with_the_date_stand_over_a_stamp() -> None:
    """Two right pages have the same date and numbers about their folios; a distributor's line stands under them."""
    stamp = Set("This content downloaded from 10.0.0.7", size=0.8, gap=2)

    def foot(folio: int) -> Set:
        return Set(f"May 1963 | Vol. 13/No. 4 {folio}" if folio % 2 else f"{folio} Lamps on Harbours", gap=1)

    opening = [*first_page(), foot(126), stamp]
    article = article_of(opening, *([*body(8), *_ending(folio), foot(folio), stamp] for folio in (127, 128, 129)))

    assert [] == [text for kind in BlockKind for text in blocks(article, kind) if "May 1963" in text]
    assert 2 == sum(each.text == "May 1963 | Vol. 13/No. 4" for each in article.furniture)


def test_a_running_foot_has_its_parts_in_the_other_order_on_left_pages() -> None:
    """``May 1963 | Lamps | 45`` and ``46 | Lamps | May 1963``: the date is on both."""
    right, left = (
        Set(text, size=0.8, at=1400) for text in ("May 1963 | LampLight.org | 45", "46 | LampLight.org | May 1963")
    )
    article = article_of([*first_page(), right], [*body(20), left])

    assert not any("LampLight" in block.text for block in article.blocks)
    assert ["45", "46"] == [sheet.folio for sheet in article.sheets]


@pytest.mark.parametrize("parted", [False, True])
def test_a_running_foot_on_one_line_with_the_folio_needs_no_other_page(parted: bool) -> None:
    """Whether its words and the folio are read as one line or as two, white parts both from the text."""
    words = "THE KEEPERS OF LAMPS"
    foot = [Set("245", size=0.7, at=1400), Set(words, size=0.7, indent=5, at=1400)]
    foot = foot if parted else [Set(f"{words} 245", size=0.7, at=1400)]
    article = article_of([*_lines(0), *foot], [*_lines(1), Set("246", size=0.7, at=1400)])

    assert not any("KEEPERS" in block.text for block in article.blocks)
    assert ["245", "246"] == [sheet.folio for sheet in article.sheets]


def _lines(start: int, count: int = 30) -> list[Set]:
    """Lines of text of which no two are alike."""
    return [Set(f"{FULL[(start + row) % 40 :]} {FULL}"[:80]) for row in range(0, 2 * count, 2)]


@pytest.mark.parametrize(
    ("last", "at"),
    [("Reed, Lamps and Oil", 1030), ("2. Reed, Lamps and Oil", 1400), ("They were paid for by nobody.", 1400)],
    ids=["close under the text", "a note", "the end of a sentence"],
)
def test_what_stands_beside_a_folio_may_be_of_the_page(last: str, at: int) -> None:
    """A last line of the text or of the notes may stand as low as the folio in the margin."""
    article = article_of(
        [*_lines(0), Set(last, at=at), Set("245", indent=38, at=at)], [*_lines(1), Set("246", at=1400)]
    )

    assert not any(each.text == last for each in article.furniture)


def test_a_head_over_the_second_column_is_no_beginning_of_it() -> None:
    """On right pages the journal with the folio, and the rubric under it, stand over the second column."""

    def sheet(folio: int) -> list[Set]:
        right = bool(folio % 2)
        side, indent = (2, 24) if right else (1, 0)
        heads = [
            Set(f"Lamp Review {folio}", at=60, column=side, indent=indent),
            Set("Harbours", size=2, at=110, column=side, indent=indent),
        ]
        columns = [
            [Set(each.text[at + folio - 204 :][:36], column=at, indent=indent, at=180 + 30 * row)
             for row, each in enumerate(_lines(at, 20))]
            for at, indent in ((1, 0), (2, 22))
        ]  # fmt: skip
        return [*columns[0], *heads, *columns[1]] if right else [*heads, *columns[0], *columns[1]]

    article = article_of(*map(sheet, (204, 205, 206, 207)))

    assert not any("Harbours" in block.text or "Review" in block.text for block in article.blocks[1:])
    assert ["204", "205", "206", "207"] == [page.folio for page in article.sheets]


def test_a_head_that_cites_the_journal_needs_no_other() -> None:
    """Of two pages of a review one has it; a journal without its numbers is agreed upon by two."""
    cited = running_head_values(["LAMP QUARTERLY VOLUME LXXVI, NO. 1"], "Oil")

    assert {"journal": "Lamp Quarterly", "volume": "LXXVI", "issue": "1"} == cited
    assert {} == running_head_values(["LAMP QUARTERLY 76"], "Oil")


def test_a_distributors_sentence_of_two_lines_on_two_pages() -> None:
    """From edge to edge in the smallest type; its second line begins with a small letter and ends with the DOI."""
    stamp = [
        Set(
            "Downloaded from https://www.lamps.org/core. Harbour University, on 15 May 1963 at 12:37:50, by the "
            "terms of the Harbour Board of Saltmouth in its",
            size=0.5,
            indent=-3,
            at=1400,
        ),
        Set(
            "use, available at https://www.lamps.org/core/terms. https://doi.org/10.1017/S00096",
            size=0.5,
            indent=-3,
            at=1416,
        ),
    ]
    article = article_of([*first_page()[:-4], *stamp], [*body(20), *stamp])

    assert 4 == sum(each.kind is FurnitureKind.COPYRIGHT for each in article.furniture)
    assert not any("lamps.org" in block.text for block in article.blocks)
    assert () == article.notes


@pytest.mark.parametrize(
    ("last", "notes"),
    [("655 Avenue of the Mole, Saltmouth, NY 10010", 1), ("7. Amos Reed, Lamps of the Mole, p. 4.", 2)],
    ids=["an address", "a note"],
)
def test_the_publishers_address_under_his_copyright_line_is_no_note(last: str, notes: int) -> None:
    """It begins with the number of a house; over both the journal is cited, in capitals and numbers."""
    first = [
        *first_page(),
        Set("6. Hester Tansy, Lamps of the Mole, p. 2.", size=0.8, gap=0.5),
        Set("LAMPS AND HARBOURS 234:1–19 (1996)", size=0.9, gap=1),
        Set("© Mole Science Inc., 1996", size=0.8, gap=0.6),
        Set(last, size=0.8),
    ]
    article = article_of(first, [*_lines(1), Set("8. Ibid.", size=0.8, gap=0.5)])

    assert notes + 1 == len(article.notes)


def test_a_copyright_line_whose_sign_the_font_has_at_another_place() -> None:
    """Whose the article is stands under the notes, and is none of them."""
    lines = ("* Keeper of the lamps.", "# The Author(s) 1963. Published by the", "Harbour Press. All rights reserved.")
    foot = [Set(text, at=1380 + 25 * row, size=0.8) for row, text in enumerate(lines)]
    article = article_of([*first_page(), *foot], body(20))

    assert not any("1963" in note.text for note in article.notes)
    assert any("Author(s) 1963" in each.text for each in article.furniture)


def test_what_stands_in_one_bar_with_a_stamp_is_of_the_stamp() -> None:
    """A library puts a bar under its scans; of its small words pages share some, and the address is another on each."""
    name, places = (
        Set("Library of the lower harbour", at=1300),
        ["8IB", "EBLIOTHEK SALTMOUTH", "L", "Deeb:OTIER >"],
    )
    bars = [
        [name, Set(f"{place} http://lib.example.org/tansy/000{count + 4}", at=1330)]
        for count, place in enumerate(places)
    ]
    article = article_of(
        *[[*(body(9) if count else first_page()), *_ending(count), *bar] for count, bar in enumerate(bars)]
    )

    found = {each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT}
    assert {each.text for bar in bars for each in bar} == found


@pytest.mark.parametrize("mark", ["Digitized by Google", "by Go gle", "'y Gougle  UNIVERSITY"])
def test_who_scanned_a_page_is_no_text(mark: str) -> None:
    """The mark is read otherwise on every page, so that no two pages share it."""
    stamp = Set(mark, size=1.3, at=1400)
    article = article_of(first_page(), [*body(9), stamp], reader="tesseract")

    assert [mark] == [each.text for each in article.furniture if each.place == "bottom"]


def test_the_name_of_the_scanner_at_the_foot_of_the_text_is_text() -> None:
    """A line of the text may end with it: only white, as that of a margin, parts a stamp from the text."""
    article = article_of(first_page(), [*body(9), Set("They were found by Google")])

    assert [] == [each for each in article.furniture if each.place == "bottom"]


def test_a_running_foot_has_year_and_month_in_half_brackets() -> None:
    """Right pages begin with the year, left ones end with the month; only the words between are the same."""
    feet = ["1963] LAMPS OF THE HARBOUR 397", "398 LAMPS OF THE HARBOUR [May", "1963] LAMPS OF  THE HARBOUR 399"]
    pages = [[*(body(9) if at else first_page()), Set(foot, size=0.8, gap=0.3)] for at, foot in enumerate(feet)]
    article = article_of(*pages, reader="tesseract")

    assert [] == [text for kind in BlockKind for text in blocks(article, kind) if "LAMPS OF" in text]


@pytest.mark.parametrize("text", ["© See above, pp. 2041-43.", "© Id. at 1963.", "© Cf. Tansy, Oil (1963)."])
def test_a_reference_has_no_owner(text: str) -> None:
    """A reader made the sign of a raised 6, whatever number is cited behind it."""
    page = CleanPage(number=1, reader="dump", lines=(CleanLine(text=text),))

    assert not is_copyright(whole(page, 0))
    assert not names_owner(whole(page, 0))


def test_the_licence_under_the_notes_of_a_dump() -> None:
    """A dump shows no type: white, and the owner's name, set the licence off; the stamp along the edge is no note."""
    owned = ["© The Author(s) 2021. Published by the Saltmouth Press on behalf of the Board of the Harbour of Quell.",
             "It may be copied by all who name the author."]  # fmt: skip
    notes = ["1 See Fennick, Harbour Registers, at 12.", "2 See Selwyn Archive, HP 22/5."]
    stamp = "$202 Jequiaydas Z| :sdyy Woy papeojumog sd/:sdny"
    lines = cleanup.run(pages_of([*TEXT, "", *notes, "", *owned, "", stamp], TEXT), Settings())
    article = segment.run(lines, Settings())

    assert ["1", "2"] == [note.label for note in article.notes]
    assert all("Author" not in note.text and "copied" not in note.text for note in article.notes)
