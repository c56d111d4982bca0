"""The top of the first page: what the journal prints over the title, title, authors, addresses, abstract."""

from dataclasses import replace

import pytest

from pipeline.model import BlockKind, Style
from tests.segment.setting import FULL, Set, article_of, blocks, body

ITALIC = Style(italic=True)


def _text() -> list[Set]:
    return [Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8)]


@pytest.mark.parametrize("rubric", ["NOTE", "Article", "BOOK REVIEW", "* * *", "ESSAYS", "SYMPOSIUM PIECES"])
def test_a_rubric_is_no_title(rubric: str) -> None:
    """The name of the section in which the article stands is the journal's, however large."""
    article = article_of([
        Set(rubric, size=1.6, centred=True), Set("Lamps of the Lower Harbour", size=1.5, centred=True, gap=1),
        Set("Hester Tansy and Amos Reed", gap=1, centred=True), *_text(),
    ])  # fmt: skip

    assert ("Lamps of the Lower Harbour", ("Hester Tansy", "Amos Reed")) == (article.front.title, article.front.authors)


def test_the_last_line_of_a_title_is_no_rubric() -> None:
    """Though the journal might print the same words over another."""
    lines = ["Lamps, Oil, and Indirect", "Light: A Philosophical Study of a", "Recent Case"]
    article = article_of([*(Set(line, size=1.6) for line in lines), Set("Hester Tansy", size=1.2, gap=2), *_text()])

    assert " ".join(lines) == article.front.title


def test_the_journals_name_over_its_volume_is_no_title() -> None:
    """However large the journal's name is: the title stands under the line with the volume."""
    article = article_of([
        Set("SALTMOUTH LAW REVIEW", size=1.9, centred=True), Set("Founded 1852", centred=True, gap=0.5),
        Set("Vol. 173 No. 3 (2025)", gap=0.5), Set("CONTROL OF THE LAMPS", size=1.3, centred=True, gap=1),
        Set("Hester Tansy", gap=1, centred=True), *_text(),
    ])  # fmt: skip

    assert ("CONTROL OF THE LAMPS", ("Hester Tansy",)) == (article.front.title, article.front.authors)


def test_the_journals_name_may_take_two_lines() -> None:
    """Running heads have it in one; its numbers stand under it."""
    head = Set("THE SALTMOUTH LAMP REVIEW", gap=-2.0, centred=True)
    pages = [[head, Set(FULL[:80], gap=2.0), *body(20)] for _ in range(4)]
    article = article_of([
        Set("THE SALTMOUTH", size=2.6, centred=True), Set("LAMP REVIEW", size=3.0, centred=True, gap=1),
        Set("VOLUME LIII DECEMBER 1963 NUMBER 5", gap=1), Set("OIL AND THE CARE OF LAMPS", centred=True, gap=2),
        Set("By Hester Tansy", gap=1, centred=True), *_text(),
    ], *pages)  # fmt: skip

    assert ("OIL AND THE CARE OF LAMPS", ("Hester Tansy",)) == (article.front.title, article.front.authors)


def test_authors_may_stand_over_the_title() -> None:
    """In much the same size, with the title under them."""
    article = article_of([
        Set("HESTER TANSY", size=1.3, indent=20), Set("FEAR OF THE DARK", size=1.3, gap=2), *_text(),
    ])  # fmt: skip

    assert ("FEAR OF THE DARK", ("Hester Tansy",)) == (article.front.title, article.front.authors)


@pytest.mark.parametrize("address", ["Harbour University", "Saltmouth Tech", "The Tidal Institute, Saltmouth"])
@pytest.mark.parametrize("small", [1.0, 0.78])
def test_a_title_in_capitals_under_its_author_and_his_address(address: str, small: float) -> None:
    """All in the size of the text; the name may be in small capitals, and the address name no institution."""
    article = article_of([
        Set("HESTER TANSY", size=small, centred=True), Set(address, centred=True, gap=0.6),
        Set("FEAR OF THE DARK: THE LAMPS OF SALTMOUTH", centred=True, gap=2), *_text(),
    ])  # fmt: skip
    front = article.front

    assert ("FEAR OF THE DARK: THE LAMPS OF SALTMOUTH", ("Hester Tansy",)) == (front.title, front.authors)
    assert (address,) == front.affiliations


def test_a_title_in_the_size_of_the_text_may_ask() -> None:
    """Over the names a question is as good a title as any."""
    article = article_of([
        Set("WHO LIT THE LAMPS?", centred=True, style=Style(bold=True)), Set("HESTER TANSY", gap=1.0, centred=True),
        Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8),
    ])  # fmt: skip

    assert ("WHO LIT THE LAMPS?", ("Hester Tansy",)) == (article.front.title, article.front.authors)


def test_the_title_of_a_manuscript_without_names() -> None:
    """It stands right over the abstract, in bold; a bold heading ends the abstract, however close."""
    article = article_of([
        Set("Who Lit the Lamps of the Harbour", centred=True, style=Style(bold=True)),
        Set("Abstract: Of the lamps that the keepers lit, and of those that nobody lit before the", gap=1.0),
        Set("year of the great storm, this article tells what is known."),
        Set("1. Introduction", style=Style(bold=True)), Set(FULL[:80]), *body(8)[1:], *body(8),
    ])  # fmt: skip

    assert "Who Lit the Lamps of the Harbour" == article.front.title
    assert article.front.abstract.endswith("tells what is known.")


def test_authors_over_their_mail_and_towns() -> None:
    """Surnames first, each author over an address without an institution."""
    article = article_of([
        Set("The Lamps of the Lower Harbour", size=1.5),
        Set("Tansy, Hester", gap=1.0, size=1.1, style=Style(bold=True)), Set("tansy@harbour.example"), Set("Saltmouth"),
        Set("Reed, Amos", gap=0.6, size=1.1, style=Style(bold=True)), Set("amos@rope.example"), Set("Selwyn"),
        Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8),
    ])  # fmt: skip

    assert (("Hester Tansy", "Amos Reed"), ("Saltmouth", "Selwyn")) == (
        article.front.authors, article.front.affiliations,
    )  # fmt: skip


def test_an_institute_for_something_is_no_author() -> None:
    """It stands over its university as a name does over its address."""
    article = article_of([
        Set("FÜR HAFENBAU UND LAMPEN", centred=True), Set("AN DER UNIVERSITÄT SALTMOUTH", centred=True),
        Set("Hester Tansy", centred=True, gap=1), Set("LAMPEN UND HÄFEN", size=1.5, centred=True, gap=2), *_text(),
    ])  # fmt: skip

    assert ("Hester Tansy",) == article.front.authors


def test_authors_over_their_own_institutions_are_two() -> None:
    """Nothing stands between their names but the address of the first."""
    article = article_of([
        Set("LAMPS AND OIL", size=1.5, centred=True), Set("Hester Tansy", centred=True, gap=1),
        Set("Harbour University", centred=True), Set("Amos Reed", centred=True, gap=1),
        Set("Tidal University", centred=True), *_text(),
    ])  # fmt: skip

    assert ("Hester Tansy", "Amos Reed") == article.front.authors


def test_a_title_in_two_lines_of_which_the_first_reads_like_names() -> None:
    """``LAMPS AND OIL`` over a case in italics: names follow, so that it is no byline over a title."""
    lines = [
        Set("LAMPS AND OIL", size=1.5, centred=True),
        Set("IN HARBOUR BOARD v. TANSY", size=1.5, centred=True, style=Style(italic=True), gap=0.5),
        Set("Hester Reed", size=1.2, centred=True, gap=2.0),
        Set(FULL[:78], indent=1.4, gap=1.5),
        *body(8)[1:],
    ]
    front = article_of(lines, body(12)).front

    assert ("LAMPS AND OIL IN HARBOUR BOARD v. TANSY", ("Hester Reed",)) == (front.title, front.authors)


def test_contents_end_the_title_block() -> None:
    """``TABLE OF CONTENTS`` right under the author is a heading of the article and no author."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("HESTER TANSY", gap=1, centred=True),
        Set("TABLE OF CONTENTS", gap=0.3, centred=True), *_text(),
    ])  # fmt: skip

    assert ("Hester Tansy",) == article.front.authors


def test_an_entry_of_the_contents_is_no_title_however_large_it_measures() -> None:
    """A row of dots tells nothing of its type: the title over it stays one."""
    dots = " . . . . . . . . . . . ."
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True),
        Set(f"Preface{dots} 122", gap=1), Set(f"Lamps{dots} 124", size=1.8), Set(f"Oil{dots} 130"), *_text(),
    ])  # fmt: skip

    assert ("Lamps of the Lower Harbour", ("Hester Tansy",)) == (article.front.title, article.front.authors)
    assert [f"Preface{dots} 122", f"Lamps{dots} 124", f"Oil{dots} 130"] == blocks(article, BlockKind.CONTENTS)


@pytest.mark.parametrize("party", ["McTANSY", "MacTANSY"])
def test_the_small_letters_of_a_name_in_capitals_part_no_title(party: str) -> None:
    """The rows over and under the one with the name are all of the title."""
    rows = ["LAMPS AND OIL IN THE HARBOUR:", f"THE BOARD AGAINST {party},", "AND THE WICKS"]
    article = article_of([
        *(Set(row, size=1.5, centred=True, gap=0.5) for row in rows), Set("Hester Reed", gap=1, centred=True), *_text(),
    ])  # fmt: skip

    assert " ".join(rows) == article.front.title


def test_an_institution_under_the_names_is_an_affiliation() -> None:
    """With the address; neither is a name."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True),
        Set("University of Saltmouth", centred=True), Set("h.tansy@saltmouth.example", centred=True), *_text(),
    ])  # fmt: skip

    assert ("Hester Tansy",) == article.front.authors
    assert ("University of Saltmouth",) == article.front.affiliations
    assert ("h.tansy@saltmouth.example",) == article.front.emails


def test_a_long_abstract_in_italics_runs_over_the_page() -> None:
    """Between byline and first heading, in italics: an abstract, wherever it ends."""
    italics = [Set(each.text, each.indent, style=ITALIC) for each in body(12)]
    article = article_of(
        [Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True),
         Set(FULL[:78], indent=1.4, gap=1.5, style=ITALIC), *italics[1:11]],
        [*italics[1:], Set("INTRODUCTION", gap=1, centred=True), *_text()],
    )  # fmt: skip

    assert BlockKind.ABSTRACT in {block.kind for block in article.blocks}
    assert article.front.abstract.startswith("The keepers of the harbour")
    assert [] == [text for text in blocks(article, BlockKind.PARAGRAPH) if len(text) > 1500]


def test_starred_authors_under_a_title_in_two_words() -> None:
    """Two capitalised words may be a name; stars in the line under them say that the names stand there."""
    article = article_of([
        Set("Digital Harbours", size=1.2, centred=True, style=Style(bold=True)),
        Set("Hester M. Tansy* Amos Q. Reed†", gap=1, centred=True), *_text(),
    ])  # fmt: skip

    assert ("Digital Harbours", ("Hester M. Tansy", "Amos Q. Reed")) == (article.front.title, article.front.authors)


def test_an_issue_in_the_title_is_no_masthead() -> None:
    """In the type of a title ``Issue 12`` is part of it."""
    article = article_of([
        Set("Introduction to Issue 12 of the Journal", size=1.5, centred=True),
        Set("of Harbour Lamps", size=1.5, centred=True, gap=0.5),
        Set("Hester Tansy and Amos Reed", gap=1, centred=True), *_text(),
    ])  # fmt: skip

    assert "Introduction to Issue 12 of the Journal of Harbour Lamps" == article.front.title


def test_an_abstract_with_names_in_italics_in_which_a_note_is_called() -> None:
    """It is told by its smaller type and by its indent on both sides, however its words are set."""
    inset = [Set(FULL[:70], indent=2, size=0.9) for _ in range(6)]
    inset[2] = Set("of the " + FULL[:63], indent=2, size=0.9, style=ITALIC)
    inset[4] = Set(FULL[:66] + "12", indent=2, size=0.9, raised="12")
    abstract = [replace(inset[0], gap=0.8), *inset[1:], Set("and was read.", indent=2, size=0.9)]
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True), *abstract,
        *_text(),
    ])  # fmt: skip

    assert 1 == len(blocks(article, BlockKind.ABSTRACT))
    assert blocks(article, BlockKind.ABSTRACT)[0].endswith("and was read.")


def test_a_sentence_about_downloads_is_no_copyright_line() -> None:
    """It goes on in the middle, and the title over it stays the title."""
    abstract = [Set(FULL[:70], indent=2, size=0.9, gap=0.8), Set(FULL[:70], indent=2, size=0.9),
                Set("ments. The lists can be downloaded from the Board’s catalogue.", indent=2, size=0.9)]  # fmt: skip
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True), *abstract,
        *_text(),
    ])  # fmt: skip

    assert "Lamps of the Lower Harbour" == article.front.title
    assert blocks(article, BlockKind.ABSTRACT)[0].endswith("catalogue.")


def test_authors_and_their_institution_over_a_larger_title() -> None:
    """Names in the size of the body, an institution, then the title: journals of central Europe set them so."""
    article = article_of([
        Set("HESTER TANSY", centred=True), Set("University of Saltmouth", size=0.85, gap=0.5, centred=True),
        Set("Lamps of the Lower Harbour", size=1.6, centred=True, gap=1), *_text(),
    ])  # fmt: skip

    assert ("Lamps of the Lower Harbour", ("Hester Tansy",)) == (article.front.title, article.front.authors)
    assert ("University of Saltmouth",) == article.front.affiliations


def test_a_section_of_the_journal_in_larger_type_than_the_title() -> None:
    """A word in large type, the author, and a longer title below: the word is the journal's."""
    article = article_of([
        Set("Harbours", size=1.9, centred=True), Set("Dr. Hester Tansy", centred=True, gap=1),
        Set("On Lamps and Lights of the Lower Harbour", size=1.4, centred=True, gap=1), *_text(),
    ])  # fmt: skip

    assert "On Lamps and Lights of the Lower Harbour" == article.front.title
    assert ("Hester Tansy",) == article.front.authors


def test_a_title_that_goes_on_in_italics() -> None:
    """Its second line reads like names, and is in the size of the first without a gap."""
    article = article_of([
        Set("The Keepers, the Oil and the Black", size=1.8),
        Set("Lantern and Harbour", size=1.8, style=ITALIC, gap=0.6),
        Set("Hester Tansy", gap=1), *_text(),
    ])  # fmt: skip

    assert ("The Keepers, the Oil and the Black Lantern and Harbour", ("Hester Tansy",)) == (
        article.front.title, article.front.authors,
    )  # fmt: skip


def test_the_title_of_an_unsigned_note() -> None:
    """A little larger than the text, centred and apart from it, with no author below."""
    article = article_of([Set("“PRINCIPLES” AND THE LAW OF LAMPS", size=1.1, centred=True), *_text()])

    assert ("“PRINCIPLES” AND THE LAW OF LAMPS", ()) == (article.front.title, article.front.authors)


def test_a_head_over_a_title_in_the_size_of_the_text() -> None:
    """Type half as large as the body is no title, though names follow soon."""
    article = article_of([
        Set("SALTMOUTH SCHOOL OF LAW", size=0.5, centred=True), Set("THE RULE OF LAMPS", centred=True, gap=3),
        Set("HESTER TANSY", centred=True, gap=2), *_text(),
    ])  # fmt: skip

    assert ("THE RULE OF LAMPS", ("Hester Tansy",)) == (article.front.title, article.front.authors)


def test_the_journals_name_in_large_type_beside_its_volume_is_no_title() -> None:
    """A logo in larger type than the title names the journal that the line with the volume abbreviates."""
    article = article_of([
        Set("J. Lamplighting (1988) 1: 65-75"), Set("Journal of Lamplighting", size=1.9, indent=20, gap=0.3),
        Set("CONTROL OF THE LAMPS", size=1.5, centred=True, gap=2), Set("Hester Tansy", gap=1, centred=True), *_text(),
    ])  # fmt: skip

    assert ("CONTROL OF THE LAMPS", ("Hester Tansy",)) == (article.front.title, article.front.authors)


def _titled(*lines: Set) -> list[Set]:
    return [Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True), *lines]


@pytest.mark.parametrize(
    ("label", "keywords"),
    [("Zusammenfassung:", "Schlüsselwörter: Lampen, Öl, Häfen"), ("Resumen.", "Palabras clave: faro; aceite; puerto"),
     ("ABSTRACT:", "Keywords – lamp – oil – harbour"), ("Riassunto", "Parole chiave: lume · olio · porto")],
)  # fmt: skip
def test_labels_in_the_languages_of_the_journals(label: str, keywords: str) -> None:
    """The label is no part of the abstract, and keywords are parted by the sign that parts them."""
    article = article_of(_titled(
        Set(f"{label} {FULL[:66]}", gap=1), *[Set(FULL[:80])] * 3, Set("and was read."), Set(keywords, gap=1), *_text(),
    ))  # fmt: skip

    assert article.front.abstract.startswith("The keepers of the harbour")
    assert 3 == len(article.front.keywords)


def test_an_abstract_without_label_stands_before_the_keywords() -> None:
    """In the type of the text, over its whole width."""
    article = article_of(_titled(
        Set(FULL[:80], gap=1), *[Set(FULL[:80])] * 3, Set("and was read."), Set("Keywords: lamp; oil", gap=1), *_text(),
    ))  # fmt: skip

    assert article.front.abstract.endswith("and was read.")


def test_keywords_may_have_a_line_each() -> None:
    """In a box beside the abstract; what begins with a small letter goes on in the line before."""
    article = article_of([
        Set("The Lamps of the Harbour", size=1.5), Set("Hester Tansy", gap=1.0),
        Set("Abstract", gap=1.0), Set("Of the lamps that the keepers lit."),
        Set("Keywords:", gap=1.0), Set("Lamp oil"), Set("Keepers of the"), Set("harbour"), Set("Ferries"),
        Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8),
    ])  # fmt: skip

    assert ("Lamp oil", "Keepers of the harbour", "Ferries") == article.front.keywords


def test_the_head_of_a_box_names_nobody() -> None:
    """``ARTICLE INFO`` stands under the names and their institution, over the dates."""
    article = article_of([
        Set("The Lamps of the Harbour", size=1.5), Set("Hester Tansy", gap=1.0), Set("University of Saltmouth"),
        Set("ARTICLE INFO", gap=1.0), Set("ABSTRACT", gap=1.0), Set("Of the lamps that the keepers lit.", size=0.9),
        Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8),
    ])  # fmt: skip

    assert (("Hester Tansy",), "Of the lamps that the keepers lit.") == (article.front.authors, article.front.abstract)


def test_the_life_of_the_author_is_no_abstract() -> None:
    """It begins with the name; the abstract behind it has its label."""
    small = [Set(FULL[:80], size=0.85)] * 2
    article = article_of(_titled(
        Set("Hester Tansy is a keeper of lamps in the lower harbour and has written", gap=1, size=0.85), *small,
        Set("of oil.", size=0.85), Set(f"Abstract: {FULL[:66]}", gap=1), Set(FULL[:80]), Set("and was read."), *_text(),
    ))  # fmt: skip

    assert article.front.abstract.startswith("The keepers")
    assert any(text.startswith("Hester Tansy is a keeper") for text in blocks(article, BlockKind.PARAGRAPH))


def test_a_running_head_tells_a_subtitle_from_a_name() -> None:
    """``Hester Tansys Lampen`` under the title reads like a name; the head of the pages has it with the title."""
    bold = Style(bold=True)
    first = [
        Set("Hafen", size=1.8, style=bold), Set("Hester Tansys Lampen", size=1.2, gap=0.5, style=bold),
        Set("Amos Reed (Saltmouth)", size=1.2, gap=1, style=bold), *_text(),
    ]  # fmt: skip
    others = [[Set(f"Hafen – Hester Tansys Lampen {n}", size=0.9), Set(FULL[:80], gap=1), *body(8)] for n in (6, 7, 8)]
    article = article_of(first, *others)

    assert ("Hafen", "Hester Tansys Lampen") == (article.front.title, article.front.subtitle)


def test_a_bold_line_over_the_authors_is_the_subtitle() -> None:
    """In the size of the body, close under a bold title."""
    bold = Style(bold=True)
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.2, style=bold), Set("Their oil and what it cost", gap=0.2, style=bold),
        Set("Hester Tansy", gap=1, style=bold), *_text(),
    ])  # fmt: skip

    assert ("Their oil and what it cost", ("Hester Tansy",)) == (article.front.subtitle, article.front.authors)


def test_a_centred_line_under_the_title_is_the_subtitle_where_the_authors_stand_over_it() -> None:
    """Nothing else can stand there: the names are printed already."""
    article = article_of([
        Set("HESTER TANSY", size=1.3, centred=True), Set("FEAR OF THE DARK", size=1.3, gap=2, centred=True),
        Set("What the keepers said of the lamps", gap=0.3, centred=True), *_text(),
    ])  # fmt: skip

    assert ("FEAR OF THE DARK", "What the keepers said of the lamps") == (article.front.title, article.front.subtitle)


def test_the_number_of_a_person_is_no_address() -> None:
    """ORCID stands beside the institution."""
    article = article_of(_titled(
        Set("University of Saltmouth", gap=0.3), Set("ORCID: 0000-0000-0000-0000"), *_text(),
    ))  # fmt: skip

    assert ("University of Saltmouth",) == article.front.affiliations


def test_a_book_under_review_is_no_affiliation() -> None:
    """Though a university press published it."""
    article = article_of(_titled(
        Set("Amos Reed (1975), Oil, Saltmouth: Saltmouth University Press, 280 pp.", gap=1, size=0.9), *_text(),
    ))  # fmt: skip

    assert ((), "") == (article.front.affiliations, article.front.abstract)


def test_an_address_at_the_end_of_the_article_is_the_authors() -> None:
    """Some journals print name, institution and mail under the last line."""
    last = [Set("Hester Tansy", gap=1), Set("University of Saltmouth"), Set("E-mail: <h.tansy@saltmouth.example>")]
    article = article_of(_titled(*_text()), body(12), [*body(12), *last])

    assert ("h.tansy@saltmouth.example",) == article.front.emails


@pytest.mark.parametrize("pages", ["S. 101–112", "pp. 101–112", "101–112"])
@pytest.mark.parametrize("volume", ["LV", "12"])
def test_the_citation_of_the_journal_over_a_title_in_the_bodys_size(volume: str, pages: str) -> None:
    """The first line of the page, flush left: volume, year and pages say that it is the journal's."""
    article = article_of([
        Set(f"Hafen-Lampen {volume} (1963), {pages}"),
        Set("Lamps of the Lower Harbour", gap=2, centred=True),
        Set("Hester Tansy", gap=1, centred=True),
        Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8),
    ])  # fmt: skip

    assert ("Lamps of the Lower Harbour", ("Hester Tansy",)) == (article.front.title, article.front.authors)


def test_a_plain_line_under_a_bold_name_is_its_address() -> None:
    """``Historian, Port Selwyn`` has no word of an institution, and is no second author."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5, centred=True),
        Set("Hester Tansy", gap=1, centred=True, style=Style(bold=True)),
        Set("Historian, Port Selwyn", centred=True), *_text(),
    ])  # fmt: skip

    assert (("Hester Tansy",), ("Historian, Port Selwyn",)) == (article.front.authors, article.front.affiliations)


@pytest.mark.parametrize("number", ["9", "Chapter 3", "IV"])
def test_the_number_of_a_chapter_is_no_title(number: str) -> None:
    """However large it is."""
    article = article_of([
        Set(number, size=2.2), Set("Lamps of the Lower Harbour", size=1.6, gap=1),
        Set("Hester Tansy and Amos Reed", gap=1), *_text(),
    ])  # fmt: skip

    assert "Lamps of the Lower Harbour" == article.front.title


def test_every_author_over_the_title_may_have_his_institution() -> None:
    """Two authors, one over the other, each over his own."""
    article = article_of([
        Set("HESTER TANSY", size=0.8, centred=True), Set("Harbour University", centred=True, gap=0.6),
        Set("AMOS REED", size=0.8, centred=True, gap=1), Set("Tidal College", centred=True, gap=0.6),
        Set("FEAR OF THE DARK: THE LAMPS OF SALTMOUTH", size=1.05, centred=True, gap=2), *_text(),
    ])  # fmt: skip
    front = article.front

    assert (("Hester Tansy", "Amos Reed"), ("Harbour University", "Tidal College")) == (
        front.authors, front.affiliations
    )  # fmt: skip


def test_a_title_over_which_its_author_stands_may_name_people() -> None:
    """It is larger than the name over it."""
    article = article_of([
        Set("HESTER TANSY", size=0.8, centred=True), Set("Harbour University", centred=True, gap=0.6),
        Set("A CONVERSATION WITH AMOS REED", size=1.05, centred=True, gap=2), *_text(),
    ])  # fmt: skip

    assert ("A CONVERSATION WITH AMOS REED", ("Hester Tansy",)) == (article.front.title, article.front.authors)


@pytest.mark.parametrize("gap", [0.6, 1.0])
def test_by_on_a_line_of_its_own(gap: float) -> None:
    """It leads to the author, and is no subtitle."""
    article = article_of([
        Set("A Modest Lamp", size=2, centred=True), Set("BY", size=1.1, centred=True, gap=gap),
        Set("HESTER TANSY", size=1.4, centred=True, gap=1), *_text(),
    ])  # fmt: skip

    assert ("A Modest Lamp", "", ("Hester Tansy",)) == (
        article.front.title, article.front.subtitle, article.front.authors
    )  # fmt: skip


def test_and_on_a_line_of_its_own() -> None:
    """Behind two authors and their universities it leads to the third."""
    article = article_of([
        Set("A Modest Lamp", size=2, centred=True), Set("HESTER TANSY", centred=True, gap=1, size=0.8),
        Set("Harbour University", centred=True, gap=0.3, size=0.8), Set("and", centred=True, gap=0.8, size=0.8),
        Set("AMOS REED", centred=True, gap=0.3, size=0.8), Set("Ferry College", centred=True, gap=0.3, size=0.8),
        *_text(),
    ])  # fmt: skip

    assert ("Hester Tansy", "Amos Reed") == article.front.authors
    assert ("Harbour University", "Ferry College") == article.front.affiliations


def test_a_heading_that_looks_like_names_under_the_authors() -> None:
    """The text has its words in small letters."""
    told = [Set("of which a photo is kept that the clerk took for an album of the Board")] * 2
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.6, centred=True), Set("Hester Tansy", gap=1, centred=True),
        Set("A HARBOUR PHOTO ALBUM", gap=4, centred=True, size=0.9), Set(FULL[:80], gap=0.3), *told, *body(8), *body(8),
    ])  # fmt: skip

    assert ("Hester Tansy",) == article.front.authors
    assert ["A HARBOUR PHOTO ALBUM"] == blocks(article, BlockKind.HEADING)


def test_an_epigraph_on_a_library_is_no_institution() -> None:
    """An institution and its address are names; prose is not."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.6, centred=True), Set("Hester Tansy", gap=1, centred=True),
        Set("Lists of lamps seem to be, for readers in the harbour", indent=2, gap=1, size=0.9),
        Set("library, both a blessing and a curse.", indent=2, size=0.9), *_text(),
    ])  # fmt: skip

    assert () == article.front.affiliations


def test_the_addresses_of_three_authors() -> None:
    """Five lines of institutions are no text yet."""
    lines = [
        "Tidal Institute for Lamp Studies, University of Saltmouth, Mole",
        "Park, S.; Department of History, Harbour",
        "University, Saltmouth, Hither Coast; Aga Khan",
        "University, Institute for the Study of Lamps,",
        "Tide",
    ]
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.6, centred=True), Set("HESTER TANSY AND AMOS REED", gap=1),
        *(Set(line, size=1.1) for line in lines), *_text(),
    ])  # fmt: skip

    assert " ".join(lines) == " ".join(article.front.affiliations)


def test_dates_beside_an_abstract_are_no_part_of_it() -> None:
    """They stand between it and the keywords, under a label; and ``abstract`` in its middle is a word."""
    summary = [Set("Abstract", size=0.8, gap=2), Set(FULL[:75], size=0.9), Set(f"abstract {FULL[:60]}", size=0.9),
               Set("and nobody read it.", size=0.9)]  # fmt: skip
    dates = [Set("Article history", size=0.8, gap=1), Set("Received 1 June 1902", size=0.85),
             Set("Accepted 2 July 1902", size=0.85)]  # fmt: skip
    terms = [Set("Keywords", size=0.8, gap=1), Set("lamps; oil", size=0.85)]
    heading = Set("Introduction", style=Style(bold=True), gap=2)
    title = [Set("LAMPS AND OIL", size=1.5, centred=True), Set("Hester Tansy", centred=True, gap=1)]
    article = article_of([*title, *summary, *dates, *terms, heading, *body(12)], body(12))

    assert f"{FULL[:75]} abstract {FULL[:60]} and nobody read it." == article.front.abstract
    assert ("lamps", "oil") == article.front.keywords


@pytest.mark.parametrize(("second", "whole"), [
    ("DE LA COSTA", "CUANDO LAS LÁMPARAS ARDEN EN EL INVIERNO DE LA COSTA"),
    ("INTRODUCCIÓN", "CUANDO LAS LÁMPARAS ARDEN EN EL INVIERNO"),
])  # fmt: skip
def test_a_title_in_capitals_goes_on_in_a_line_that_begins_with_a_small_word(second: str, whole: str) -> None:
    """White parts its lines; what begins otherwise may be anything."""
    over = [Set("CAPÍTULO 3", size=0.8), Set("CUANDO LAS LÁMPARAS ARDEN EN EL INVIERNO", size=0.8, gap=1.5)]
    article = article_of([*over, Set(second, size=0.8, gap=1.5), Set(FULL[:78], gap=3.0), *body(20)[1:]], body(30))

    assert whole == article.front.title


def test_a_title_in_small_capitals_goes_on_behind_its_colon() -> None:
    """The second line has no great letter, and looks as if it were in capitals; white parts it from the first."""
    style = Style(bold=True, small_caps=True)
    over = [Set("Chapter 5.", style=style), Set("The Keepers of the Harbour:", style=style, gap=0.3),
            Set("between the lamps and the oil", style=style, gap=0.6, small_capitals=True)]  # fmt: skip
    article = article_of([*over, Set(FULL[:78], gap=2.0), *body(20)[1:]], body(30))

    assert "The Keepers of the Harbour: between the lamps and the oil" == article.front.title


def test_a_title_that_reads_like_names_over_its_smaller_subtitle() -> None:
    """Names over a title are not half as large again; they stand over this one."""
    front = article_of([
        Set("HESTER TANSY Y AMOS REED", size=0.95, centred=True), Set("LA VÍA TANSY", size=1.8, gap=1.5, centred=True),
        Set("Ciudades en la transición al puerto", size=1.2, gap=0.3, centred=True, style=Style(italic=True)),
        Set(FULL[:78], indent=1.4, gap=2.0), *body(8)[1:], *body(8),
    ]).front  # fmt: skip

    assert ("LA VÍA TANSY", "Ciudades en la transición al puerto") == (front.title, front.subtitle)
    assert ("Hester Tansy", "Amos Reed") == front.authors


def test_a_chapter_of_a_handbook_on_the_net() -> None:
    """Its title is what the pages repeat, over the authors; under them the book, its editors, and a larger heading."""
    opening = [
        Set("Harbour Handbooks Online", size=1.8), Set("Networks of Lamps", size=1.36, gap=0.5),
        Set("Hester Tansy, Amos Reed, and Jo Vale", size=1.07, gap=0.2),
        Set("The Handbook of Harbour Networks", size=1.07),
        Set("Edited by Garth Selwyn and Una Lind", size=0.86, style=Style(italic=True)),
        Set("Online Publication Date: Aug 1963 DOI: 10.5555/lamps.13", size=0.86, gap=0.4),
        Set("Abstract and Keywords", size=1.17, gap=1.5),
        *[Set("Lamps are lit and ships run, and the keepers of the harbour", gap=1.0 * (not n)) for n in range(3)],
        Set("Keywords: lamps, ships, keepers", size=0.8, gap=0.6), Set("Introduction", size=1.7, gap=1.5),
        Set(FULL[:80], gap=0.7), *body(8),
    ]  # fmt: skip
    pages = [[Set("Networks of Lamps", size=0.86), Set(FULL[:80], gap=1.0), *body(12)] for _ in range(4)]
    front = article_of(opening, *pages).front

    assert "Networks of Lamps" == front.title
    assert ("Hester Tansy", "Amos Reed", "Jo Vale") == front.authors
    assert ("10.5555/lamps.13", "Lamps are lit") == (front.doi, front.abstract[:13])


def test_a_title_in_capitals_may_end_with_what_it_quotes() -> None:
    """No sentence ends so: its stop stands within the marks."""
    article = article_of([
        Set("LAMPS, OIL, AND THE COSTS OF THE", size=1.05, style=Style(bold=True), centred=True),
        Set("HARBOUR: A REPLY TO “LAMPS AND OIL”", size=1.05, style=Style(bold=True), centred=True),
        Set("Hester Tansy", gap=1, centred=True), *_text(),
    ])  # fmt: skip

    assert ("LAMPS, OIL, AND THE COSTS OF THE HARBOUR: A REPLY TO “LAMPS AND OIL”", ("Hester Tansy",)) == (
        article.front.title, article.front.authors
    )  # fmt: skip


def test_the_party_that_a_subtitle_leads_on_to_is_no_author() -> None:
    """White parts it from the line that ends with `v`."""
    article = article_of([
        Set("Lamps after Merrow", size=1.5, centred=True),
        Set("Harbour Court, 18 July 2013, Case 4/11, Merrow v", size=1.2, centred=True, gap=0.6),
        Set("Quell Leisure Ltd", size=1.2, centred=True, gap=0.5),
        Set("Hester Tansy", size=1.1, gap=1, centred=True), *_text(),
    ])  # fmt: skip

    assert ("Harbour Court, 18 July 2013, Case 4/11, Merrow v Quell Leisure Ltd", ("Hester Tansy",)) == (
        article.front.subtitle, article.front.authors
    )  # fmt: skip


def test_names_right_under_a_bold_title_of_their_size_are_not_of_it() -> None:
    """No white parts them, but they are not bold."""
    article = article_of([
        Set("Towards a Light for all of the Harbours: Lamps", style=Style(bold=True)),
        Set("and their Keepers", style=Style(bold=True)), Set("Hester Tansy"),
        Set("Abstract", gap=1, style=Style(bold=True)), *_text(),
    ])  # fmt: skip

    assert ("Towards a Light for all of the Harbours: Lamps and their Keepers", ("Hester Tansy",)) == (
        article.front.title, article.front.authors
    )  # fmt: skip


def test_the_address_on_the_net_under_an_institution_is_of_it() -> None:
    """In a line of its own, it is no paragraph before the abstract."""
    lines = ("Hester Tansy", "University of Saltmouth", "tansy@saltmouth.example")
    top = [Set(text, size=1.0 - 0.1 * row, gap=1.0 - 0.4 * row, centred=True) for row, text in enumerate(lines)]
    abstract = [Set(FULL[:70], indent=2, size=0.85, gap=0 if row else 1.5) for row in range(6)]
    article = article_of(
        [
            Set("The Lamps of the Lower Harbour", size=1.5, centred=True),
            *top,
            *abstract,
            Set("Keywords: oil", gap=1),
            *body(8),
        ],
        body(9),
    )

    assert [" ".join(lines[1:])] == blocks(article, BlockKind.AFFILIATION)
