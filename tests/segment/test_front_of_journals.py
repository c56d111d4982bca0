"""Headers as journals set them: subtitles, parallel titles, letterspaced names, addresses behind the text."""

from dataclasses import replace

import pytest

from pipeline.model import Article, BlockKind, FrontMatter, Style
from pipeline.segment.front.author_addresses import addresses_in_notes
from pipeline.segment.front.front_matter import with_folios
from pipeline.segment.front.parallel_titles import first_title, is_parallel
from pipeline.segment.wording.author_names import split_authors, towns_among
from pipeline.segment.wording.front_labels import ABSTRACT
from pipeline.segment.wording.masthead import name_before_issn
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page

ITALIC = Style(italic=True)
ISSN = "Annals: Of the Lower Harbour (ISSN 1234-5679)"


def _text() -> list[Set]:
    return [Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8)]


def _titled(*under: Set) -> Article:
    return article_of([
        Set("Hester Tansy", indent=0.1), Set("Lamps of the Lower Harbour", size=1.5, gap=1), *under, *_text(),
    ])  # fmt: skip


def test_a_short_line_flush_under_the_title_is_its_subtitle() -> None:
    """In the body's size; the author over the title says that none is to come."""
    front = _titled(Set("Report of a project", gap=0.7)).front

    assert ("Lamps of the Lower Harbour", "Report of a project") == (front.title, front.subtitle)


@pytest.mark.parametrize(
    "under",
    [
        [Set("Hester Tansy, Harbour University", gap=1), Set("Amos Reed, Tidal College", gap=0.1)],
        [Set("Hester Tansy Harbour University", gap=1, style=Style(small_caps=True), styled=2),
         Set("Amos Reed Tidal College", style=Style(small_caps=True), styled=2)],
    ],
    ids=["comma", "small capitals"],
)  # fmt: skip
def test_each_author_shares_a_line_with_his_institution(under: list[Set]) -> None:
    """The second is an author as the first is, and no part of his address."""
    article = article_of([Set("Lamps of the Lower Harbour", size=1.5), *under, *_text()])

    assert ("Hester Tansy", "Amos Reed") == article.front.authors
    assert ("Harbour University", "Tidal College") == article.front.affiliations


def test_the_journal_and_its_owner_under_the_authors_address() -> None:
    """In smaller type, white over it: the rows of the address end there."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), *_text(),
        Set("Hester Tansy, Harbour University, Saltmouth, tansy@mole.example", size=0.85, gap=1),
        Set("Annals of the Harbour / Annales du port", size=0.62, gap=0.6),
        Set("40:4 (December 1963) 83–110", size=0.62), Set("© 1963 Harbour Association", size=0.62),
        Set("and the Association of the Mole", size=0.62),
    ], body(20))  # fmt: skip

    assert ("Harbour University, Saltmouth",) == article.front.affiliations


@pytest.mark.parametrize("heading", ["1. Oil and its price", "Introduction"])
def test_a_section_right_under_the_title_is_no_subtitle(heading: str) -> None:
    """Its number, or its name, says what it is."""
    assert "" == _titled(Set(heading, gap=0.7)).front.subtitle


def test_a_title_in_another_language_is_no_subtitle() -> None:
    """It stays in the text of the title block."""
    article = article_of([
        Set("Die Lampen des Hafens und die Wege in der Nacht", size=1.5),
        Set("The lamps of the harbour and the ways in the night", size=1.3, gap=1),
        Set("Hester Tansy", gap=1), *_text(),
    ])  # fmt: skip

    assert ("Die Lampen des Hafens und die Wege in der Nacht", "") == (article.front.title, article.front.subtitle)
    assert any("The lamps of the harbour" in block.text for block in article.blocks)


@pytest.mark.parametrize(
    ("title", "text", "parallel"),
    [
        ("Les lampes du port et de la nuit", "The lamps of the port and of the night", True),
        ("As lâmpadas do porto: uma história da noite", "Las lámparas del puerto y de la noche", True),
        ("De lampen van het havenhoofd", "Een geschiedenis van het licht", False),
        ("Lamps", "Lampen", False),
    ],
)
def test_parallel_titles(title: str, text: str, parallel: bool) -> None:
    """Two titles are parallel where the small words of both tell two languages; a word alone tells none."""
    assert parallel == is_parallel(title, text)


def test_only_the_first_of_two_titles_on_a_line() -> None:
    """A bar parts them; where both are in one language it is the author's."""
    assert "LUZES DO PORTO E DA NOITE" == first_title("LUZES DO PORTO E DA NOITE | THE LIGHTS OF THE PORT")
    assert "Lamps of the harbour | Oil of the coast" == first_title("Lamps of the harbour | Oil of the coast")


def test_a_title_in_capitals_is_told_by_the_running_heads() -> None:
    """Of the body's size, centred, and no name under it."""
    head = Set("lamps of the lower harbour", size=0.9, centred=True)
    pages = [[Set(f"{head.text} {number}", size=0.9, centred=True), Set(FULL[:80], gap=1.0), *body(12), *body(12)]
             for number in (13, 15, 17)]  # fmt: skip
    article = article_of([Set("LAMPS OF THE LOWER HARBOUR", centred=True), Set(FULL[:80], gap=0.6), *body(20)], *pages)

    assert ["LAMPS OF THE LOWER HARBOUR"] == blocks(article, BlockKind.TITLE)


def test_name_and_institution_on_one_line() -> None:
    """Dots part them, over the title."""
    front = article_of([
        Set("Hester Tansy · Harbour University · tansy@harbour.example"),
        Set("Lamps of the Lower Harbour", size=1.8, gap=1.5), *_text(),
    ]).front  # fmt: skip

    assert (("Hester Tansy",), ("tansy@harbour.example",)) == (front.authors, front.emails)
    assert ("Harbour University",) == tuple(text.strip(" ·") for text in front.affiliations)


def test_the_name_before_the_issn_is_the_journals() -> None:
    """Also with a colon in it."""
    assert "Annals: Of the Lower Harbour" == name_before_issn(ISSN)
    assert "" == name_before_issn("The lamps (see ISSN below) are lit")


def test_an_abstract_at_the_end() -> None:
    """Under its own heading, the author's institution behind it."""
    text = " ".join(["The lamps of the harbour were lit by keepers who wrote down every ship"] * 3)
    article = article_of(
        [Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), *_text()],
        [*body(), Set("Abstract", gap=1, centred=True), Set(text[:80], gap=0.5), Set(text[80:160]),
         Set("It ends here."),
         Set("Harbour University, Saltmouth", gap=1.0), Set("tansy@harbour.example")],
    )  # fmt: skip

    assert article.front.abstract.startswith("The lamps of the harbour were lit")
    assert (("Harbour University, Saltmouth",), ("tansy@harbour.example",)) == (
        article.front.affiliations, article.front.emails,
    )  # fmt: skip


def test_a_labelled_abstract_ends_where_the_text_begins() -> None:
    """The label on its own line, the abstract in italics; the paragraphs of the text under it are no abstract."""
    quoted = [Set(FULL[:70], indent=1.5, style=ITALIC, gap=0.6 * (number == 0)) for number in range(4)]
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True),
        Set("Abstract", gap=1, centred=True), *quoted, *_text(), Set("The Oil", gap=1.0, size=1.2), *body(),
    ])  # fmt: skip

    assert 4 * len(FULL[:70]) + 3 == len(ABSTRACT.sub("", article.front.abstract))


def test_a_bare_label_takes_the_group_under_it() -> None:
    """Though an abstract in another language follows."""
    article = article_of([
        Set("Lampen des Hafens", size=1.5), Set("Hester Tansy", gap=1),
        Set("Zusammenfassung", gap=1), Set(FULL[:70], size=0.9, gap=0.5), Set("Und so weiter.", size=0.9),
        Set("Summary", gap=1), Set(FULL[:72], size=0.9, gap=0.5), Set("And so on.", size=0.9), *_text(),
    ])  # fmt: skip

    assert f"{FULL[:70]} Und so weiter." == article.front.abstract


def test_no_issn_out_of_a_doi() -> None:
    """What is within an identifier is not printed as the journal's number."""
    article = article_of([
        Set("https://doi.org/10.1234/1234-5679.337.2", size=0.8), Set("Lamps of the Lower Harbour", size=1.5, gap=1),
        Set("Hester Tansy", gap=1), *_text(),
    ])  # fmt: skip

    assert "" == article.front.issn


def test_academic_titles_are_no_part_of_the_name() -> None:
    """Nor is a name two authors because it stands under a portrait once more."""
    front = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Prof. Dr. iur. Hester Tansy and Dr. Amos Reed", gap=1),
        *_text(),
    ]).front  # fmt: skip

    assert ("Hester Tansy", "Amos Reed") == front.authors


def test_numbered_institutions_are_parted() -> None:
    """Also where they run on, with the label of the address between them."""
    front = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy and Amos Reed", gap=1),
        Set("1 Harbour University, Saltmouth; E-Mail: tansy@harbour.example", gap=1),
        Set("2 Faculty of Oil, University of Gullhaven, 33014 Gullhaven"), *_text(),
    ]).front  # fmt: skip

    assert ("Harbour University, Saltmouth", "Faculty of Oil, University of Gullhaven, 33014 Gullhaven") == (
        front.affiliations
    )


def test_the_imprint_under_the_notes() -> None:
    """The journal's own lines at the foot of the first page, in the type of the notes: volume, pages, ISSN, DOI."""
    called = [*_text()[:-1], Set("and nobody read it again.*", raised="*")]
    front = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), *called,
        Set("* Keepers’ Hall, Saltmouth.", size=0.8, gap=1.0),
        Set("Annals of Lamps, Vol. 12, Number 3, pps. 101–117. ISSN 0317-8471.", size=0.8, gap=0.6),
        Set("DOI: 10.1234/annals.12.3.101.", size=0.8),
    ]).front  # fmt: skip

    assert ("Annals of Lamps", "12", "3", "101", "117") == (
        front.journal, front.volume, front.issue, front.first_page, front.last_page,
    )  # fmt: skip
    assert ("0317-8471", "10.1234/annals.12.3.101") == (front.issn, front.doi)


@pytest.mark.parametrize("owner", ["© 1963 by The Lamp Press", "- 1963 by The Lamp Press. All rights reserved."])
def test_the_journal_over_its_owner_under_the_notes(owner: str) -> None:
    """Its name and numbers stand in smaller type close over the owner's line, and are no part of the note."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), *_text(),
        Set("1. HR, p. 1.", size=0.8, gap=0.5),
        Set("[Journal of Lamps, vol. 12 (August 1963)]", size=0.7, gap=0.4), Set(owner, size=0.7),
    ], [*body(8), Set("2. Ibid.", size=0.8, gap=0.5)])  # fmt: skip

    assert ("Journal of Lamps", "12", "1963") == (article.front.journal, article.front.volume, article.front.year)
    assert ["HR, p. 1.", "Ibid."] == [note.text for note in article.notes]


def test_a_note_that_cites_a_journal_over_the_owners_line() -> None:
    """White parts it from the code under which a copy is paid for, which gives the ISSN and no pages."""
    front = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), *_text(),
        Set("1. See Amos Reed, Oil, in the", size=0.8, gap=0.5), Set("Journal of Lamps, xii (1960): 67–72.", size=0.8),
        Set("5555-0184/63/0408/403–23 ª 1963 The Harbour, Inc.", size=0.8, gap=1),
    ], [*body(8), Set("2. Ibid.", size=0.8, gap=0.5)]).front  # fmt: skip

    assert ("", "", "", "1963") == (front.journal, front.volume, front.first_page, front.year)


def test_the_cover_of_an_issue_is_no_title() -> None:
    """Large letters over the contents of an issue are no article's title."""
    article = article_of([
        Set("Inhalt", size=1.8), Set("Hester Tansy", gap=1), Set("Lamps of the Lower Harbour", gap=0.5),
    ], [*body(20)])  # fmt: skip

    assert "" == article.front.title


def test_a_question_may_be_a_subtitle() -> None:
    """Larger than the body, under the title, over the author."""
    front = article_of([
        Set("Lamps in Times of Darkness", size=1.5, centred=True),
        Set("Is the light of all the enemy of the night?", size=1.16, centred=True, gap=1.9),
        Set("Hester Tansy", size=1.16, centred=True, gap=3), *_text(),
    ]).front  # fmt: skip

    assert "Is the light of all the enemy of the night?" == front.subtitle


def test_the_article_says_its_own_language() -> None:
    """Told by its words, where the reader was told nothing: an edition of a German article is in German."""
    text = "der Hafen ist nicht mit dem Lager auf der Insel und die Lampen sind von den Leuten auch im Turm"

    article = article_of([Set(text, indent=1.4), *[Set(text)] * 8])

    assert article.language == "de"


def test_the_title_in_a_second_language_in_the_size_of_the_title() -> None:
    """White and its small words part it from the title, of which it is no further line; it stays in the text."""
    second = "Les lampes du port et la ronde des gardiens"
    article = article_of([
        Set("The Lamps of the Lower Harbour and the Rounds", size=1.1, centred=True, style=Style(bold=True)),
        Set(second, size=1.1, gap=1, centred=True), Set("Hester Tansy", gap=1, centred=True), *_text(),
    ])  # fmt: skip

    assert "The Lamps of the Lower Harbour and the Rounds" == article.front.title
    assert second in [block.text for block in article.blocks]


@pytest.mark.parametrize("before", ["By", "Reviewed by", "Rezension von", "Compte rendu de"])
def test_what_introduces_the_reviewer_is_no_part_of_the_name(before: str) -> None:
    """A review has its author behind ``Reviewed by``, and the name may stand once more."""
    assert ("Hester Tansy",) == split_authors(f"{before} Hester Tansy Hester Tansy")


def test_a_title_goes_on_behind_its_colon() -> None:
    """Under white, in the type of its first line; the author in bold and an institution in French stand under it."""
    bold = Style(bold=True)
    front = article_of([
        Set("LES LAMPES DU PORT:", size=1.2, centred=True, style=bold),
        Set("REGARD SUR LES GARDIENS ET SUR LEURS NUITS", size=1.2, gap=1, centred=True, style=bold),
        Set("Hester Tansy", gap=1, centred=True, style=bold),
        Set("Laboratoire des ports et des phares - CNRS", centred=True), *_text(),
    ]).front  # fmt: skip

    assert "LES LAMPES DU PORT: REGARD SUR LES GARDIENS ET SUR LEURS NUITS" == front.title
    assert ("Hester Tansy",) == front.authors
    assert ("Laboratoire des ports et des phares - CNRS",) == front.affiliations


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Von Hester Tansy", ("Hester Tansy",)),
        ("Par Hester Tansy et Amos Reed", ("Hester Tansy", "Amos Reed")),
        ("Von Tansy", ("Von Tansy",)),
        ("HESTER MARIA DOS SANTOS", ("Hester Maria dos Santos",)),
        ("DOS PASSOS", ("Dos Passos",)),
        ("Hester Tansy, Saltmouth", ("Hester Tansy",)),
        ("Hester Tansy, Saltmouth, and Amos Reed, Selwyn", ("Hester Tansy", "Amos Reed")),
        ("Tansy, Reed and Birch", ("Tansy", "Reed", "Birch")),
        ("Tansy, Hester", ("Hester Tansy",)),
        ("von Tansy, Hester M.; Reed, Amos", ("Hester M. von Tansy", "Amos Reed")),
        ("Hester Tansy +", ("Hester Tansy",)),
        ("HESTER MCTANSY", ("Hester McTansy",)),
        ("HESTER TANSY Y AMOS REED", ("Hester Tansy", "Amos Reed")),
        ("Hester Tansy y Reed y Amos B. Birch", ("Hester Tansy y Reed", "Amos B. Birch")),
        ("Hester E. Tansy e Amos Reed", ("Hester E. Tansy", "Amos Reed")),
        ("Hester Tansy y Reed", ("Hester Tansy y Reed",)),
    ],
)
def test_bylines(byline: str, authors: tuple[str, ...]) -> None:
    """What stands before a name, its particles in capitals, and the town behind it; surnames alone are no towns."""
    assert authors == split_authors(byline)


def test_a_town_behind_the_name_is_where_the_author_is() -> None:
    """``Hester Tansy, Saltmouth``."""
    assert ("Saltmouth",) == towns_among("Hester Tansy, Saltmouth")


@pytest.mark.parametrize(
    ("printed", "keywords"),
    [
        ("Luzes do porto. Óleo e azeite. Noite.", ("Luzes do porto", "Óleo e azeite", "Noite")),
        ("Lamps, U.S. Ports, St. Ives", ("Lamps", "U.S. Ports", "St. Ives")),
        ("Lamps; Oil. Of ships. Of night; Ports", ("Lamps", "Oil. Of ships. Of night", "Ports")),
    ],
)
def test_keywords_parted_by_full_stops(printed: str, keywords: tuple[str, ...]) -> None:
    """Brazilian journals part them so; a stop behind an abbreviation parts nothing, nor one between semicolons."""
    front = _titled(Set("Palavras-chave: " + printed, gap=1)).front

    assert keywords == front.keywords


def test_an_abstract_in_arabic_is_no_heading() -> None:
    """Its type is larger than that of the text; the line over it, in bold, is one."""
    arabic = "مصابيح الميناء وحراسها في الليل"
    article = article_of(
        [Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), *_text()],
        [*body(8), Set("ملخص", size=1.4, gap=1, style=Style(bold=True)), Set(arabic, size=1.4, gap=0.6),
         Set(arabic, size=1.4), Set(arabic, size=1.4)],
    )  # fmt: skip

    assert [] == [text for text in blocks(article, BlockKind.HEADING) if arabic in text]


def test_titles_in_three_languages_in_one_type() -> None:
    """Nothing but their words parts them; the abstracts are in these languages, too."""
    abstracts = [
        line for label in ("Resumen", "Abstract", "Resumo")
        for line in (Set(f"{label}: {FULL[:60]}", size=0.9, gap=0.6), Set("and nobody read it again.", size=0.9))
    ]  # fmt: skip
    front = article_of([
        Set("Las lámparas del puerto y la luz en", size=1.4), Set("la noche de los barcos", size=1.4),
        Set("The Lamps of the Harbour and the Light", size=1.4), Set("As luzes do porto e dos barcos", size=1.4),
        Set("Hester Tansy", gap=0.5), *abstracts, *_text(),
    ]).front  # fmt: skip

    assert "Las lámparas del puerto y la luz en la noche de los barcos" == front.title
    assert ("Hester Tansy",) == front.authors


def test_long_words_name_nobody() -> None:
    """A German title is the largest line under the names, though *und* and *der* may join names."""
    front = article_of([
        Set("Hafenpapier Nr. 63 | 1963", size=1.4), Set("Hester Tansy, Amos Reed", size=1.4, gap=1.5),
        Set("Hafenbeleuchtungskosten und Leuchtturmwärterinnenlohn", size=1.6, gap=1.5), *_text(),
    ]).front  # fmt: skip

    assert "Hafenbeleuchtungskosten und Leuchtturmwärterinnenlohn" == front.title
    assert ("Hester Tansy", "Amos Reed") == front.authors


def test_no_last_page_before_the_first() -> None:
    """Folios that run backwards are no folios of the article."""
    assert ("", "") == (with_folios(FrontMatter(journal="Annals"), 130, 129).first_page, "")


def test_an_abstract_in_italics_under_a_title_under_its_author() -> None:
    """Nothing labels it; the author stands over the title, and no name between the two."""
    words = FULL[:70]
    front = article_of([
        Set("Hester Tansy (Saltmouth)", size=1.2), Set("Lamps of the Lower Harbour", size=1.6, gap=1),
        *[Set(text, indent=2, gap=1.0 * (not index), style=ITALIC, size=0.9)
          for index, text in enumerate([words, words, words, "and nobody read it again."])], *_text(),
    ]).front  # fmt: skip

    assert ("Hester Tansy",) == front.authors
    assert front.abstract.endswith("and nobody read it again.")


def _headed(*heads: str, title: str = "Lamps of the Lower Harbour") -> FrontMatter:
    """The header of an article, one head on every page behind the first, in turn."""
    pages = [[Set(heads[number % len(heads)], size=0.9), Set(FULL[:80], gap=1.0), *body(12)] for number in range(6)]
    return article_of([Set(title, size=1.5), Set("Hester Tansy", gap=1), *_text()], *pages).front


def test_numbers_in_a_head_that_repeats_the_title_are_the_titles() -> None:
    """They are no volume's, and another head has that."""
    heads = ("1963] LAMPS UNDER SECTION 232 & THEIR OIL", "SALTMOUTH LAW REVIEW [Vol. 89:1280")

    assert "89" == _headed(*heads, title="Lamps under Section 232 and Their Oil").volume


def test_a_journal_in_small_letters() -> None:
    """Its numbers, page for page, tell that the word is its name."""
    front = _headed("zfhl 8/2 (1963), 159-177")

    assert ("zfhl", "8", "2", "159") == (front.journal, front.volume, front.issue, front.first_page)


def test_a_journal_printed_in_full_over_its_short_name() -> None:
    """The first page has the name in full; the feet of all have its letters and the numbers."""
    head = [Set("Annals of Harbours and Lamps", size=0.8), Set("12. Jahrgang (1963), Heft 3, S. 57–75", size=0.8)]
    pages = [[*body(12), Set(f"AnHL 12:3 (1963) {number}", size=0.8, gap=3)] for number in range(58, 63)]
    front = article_of([
        *head, Set("Lamps of the Lower Harbour", size=1.5, gap=2), Set("Hester Tansy", gap=1), *_text(),
        Set("AnHL 12:3 (1963) 57", size=0.8, gap=3),
    ], *pages).front  # fmt: skip

    assert ("Annals of Harbours and Lamps", "12") == (front.journal, front.volume)


def test_a_head_of_the_first_page_counts_with_the_others() -> None:
    """Name and month stand on every page, and the first has no more."""
    head = Set("Saltmouth Law Review December 1963", size=0.9)
    pages = [[head, Set(FULL[:80], gap=1.0), *body(12)] for _ in range(4)]
    front = article_of([head, Set("Lamps of the Lower Harbour", size=1.5, gap=1), Set("Hester Tansy", gap=1), *_text()],
                       *pages).front  # fmt: skip

    assert "Saltmouth Law Review" == front.journal


def test_a_title_in_the_size_of_the_text_goes_on_in_italics() -> None:
    """What the law has in Latin, and the names of cases, are italic in a title, too."""
    front = article_of([
        Set("THE LAMPS GAME: APPLYING SUPPRESSIO", gap=1), Set("LUMINIS IN THE HARBOUR LAW", style=ITALIC),
        Set("Hester Tansy", gap=1, style=ITALIC), *_text(),
    ], body(12)).front  # fmt: skip

    assert ("THE LAMPS GAME: APPLYING SUPPRESSIO LUMINIS IN THE HARBOUR LAW", "") == (front.title, front.subtitle)


def test_the_names_once_more_over_a_title_in_another_language() -> None:
    """They stood over the first title."""
    again = [Set("Hester Tansy", gap=1, style=ITALIC), Set("Lampen des unteren Hafens und ihr Öl", style=ITALIC)]
    abstract = [Set(f"Abstract: {FULL[:66]}"), *[Set(FULL[:80])] * 3, Set("and was read.")]

    assert ("Hester Tansy",) == _titled(*again, *abstract).front.authors


def test_the_owner_in_the_last_line_of_an_abstract() -> None:
    """Whose it is, is no part of it."""
    abstract = [Set(f"Abstract: {FULL[:66]}", gap=1), *[Set(FULL[:80])] * 3, Set("and was read."),
                Set("- 1963 Harbour Press Ltd. All rights reserved.")]  # fmt: skip

    assert _titled(*abstract).front.abstract.endswith("and was read.")


def test_keywords_over_two_columns() -> None:
    """The text begins at the head of the first column, under white."""
    columns = [Set(FULL[:40], gap=2, column=1), *[Set(FULL[:40], column=1)] * 8]
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), Set(f"Abstract: {FULL[:66]}", gap=1),
        *[Set(FULL[:80])] * 3, Set("and was read."), Set("Keywords: lamps, oil", gap=1), *columns,
    ], body(12))  # fmt: skip

    assert ("lamps", "oil") == article.front.keywords


@pytest.mark.parametrize(
    ("last", "affiliations"),
    [
        ("Harbour University, Saltmouth", ("Harbour University, Saltmouth",)),
        ("Professor Hester Tansy is a Professor of Lamps at the University of Saltmouth", ()),
        ("Archives", ()),
    ],
    ids=["address", "sentence", "heading"],
)
def test_an_institution_under_the_text(last: str, affiliations: tuple[str, ...]) -> None:
    """Its name and its address, and no word that makes a sentence of them."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), *_text(), Set(last, gap=1.0),
    ])  # fmt: skip

    assert affiliations == article.front.affiliations


def test_institutions_in_the_notes_of_the_authors() -> None:
    """With an electronic address behind them; a note that thanks somebody has none."""
    notes = ["Harbour University, tansy@mole.example", "I thank the keepers of Harbour University.",
             "University of the Lower Coast, e-mail: reed@mole.example This paper is older."]  # fmt: skip

    assert ("Harbour University", "University of the Lower Coast") == addresses_in_notes(notes, [])


def test_an_abstract_of_several_paragraphs_goes_on_over_the_page() -> None:
    """In the middle of a sentence; set in like its first page, up to the heading of the text."""
    inset = [Set(FULL[:70], indent=2, size=0.9, gap=0.6 * (number == 0)) for number in range(6)]
    over = [Set("lit" + FULL[:67], indent=2, size=0.9), Set("and was read.", indent=2, size=0.9),
            Set(FULL[:66], indent=3.4, size=0.9), Set("The last of it was read, too.", indent=2, size=0.9)]  # fmt: skip
    article = article_of(
        [Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True), *inset],
        [*over, Set("Introduction", gap=1.0, centred=True), *_text(), *body(8)],
    )

    assert article.front.abstract.endswith("read, too.")


def test_the_journal_has_a_line_of_its_own_over_its_numbers() -> None:
    """Of whatever words its name is made."""
    article = article_of([
        Set("Lamps and Oil", size=0.9, style=ITALIC), Set("Vol. XII No. 3, May 1963", size=0.9),
        Set("Keepers of the Lower Harbour", size=1.6, gap=1.5), Set("Hester Tansy", gap=1), *_text(),
    ])  # fmt: skip

    assert ("Lamps and Oil", "XII", "3") == (article.front.journal, article.front.volume, article.front.issue)


def test_a_chapter_with_its_notes_from_the_end_of_the_book_has_no_last_page() -> None:
    """Its folios run on for the chapter, and begin anew two hundred pages later."""
    title = [Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1)]
    pages = [[Set(str(folio), indent=36), *(title if folio == 85 else []), *body(12), *body(12)]
             for folio in (85, 86, 87, 88, 291, 292, 293)]  # fmt: skip

    assert ("85", "") == (article_of(*pages).front.first_page, article_of(*pages).front.last_page)


def test_the_title_in_another_language_in_italics_is_no_part_of_it() -> None:
    """It has the size of the title, and no white over it."""
    article = article_of([
        Set("Von den Lampen und dem Licht der Nacht am Hafen", size=1.5),
        Set("Of the lamps and the light of the harbour", size=1.5, style=ITALIC), Set("Hester Tansy", gap=1), *_text(),
    ])  # fmt: skip

    assert "Von den Lampen und dem Licht der Nacht am Hafen" == article.front.title


def test_the_name_of_the_journal_in_the_largest_type_is_no_title() -> None:
    """Heads repeat it, and its numbers stand under it, large as they are."""
    first = [Set("Saltmouth Law Review Online", size=2.0), Set("Volume 12 | 1963", size=1.4),
             Set("Lamps of the Lower Harbour", size=1.3, gap=1.5), Set("Hester Tansy", gap=1), *_text()]  # fmt: skip
    pages = [[Set("Lamps of the Lower Harbour"), Set("Saltmouth Law Review Online", gap=0.3), Set("12 | 1963", gap=0.3),
              *body(12), *body(12)] for _ in range(4)]  # fmt: skip
    front = article_of(first, *pages).front

    assert ("Lamps of the Lower Harbour", "Saltmouth Law Review Online") == (front.title, front.journal)
    assert ("12", "") == (front.volume, front.issue)


def _chapter() -> FrontMatter:
    """A chapter whose first page has its number before the title, and no folio."""
    pages = [[Set(f"{folio} Lamps of the Lower Harbour"), *body(12), *body(12)] for folio in range(160, 166)]
    pages[-1].append(Set("The keepers went home."))
    return article_of([Set("9 Lamps of the Lower Harbour", size=1.6), *_text()], *pages).front


def test_the_number_of_a_chapter_is_no_part_of_its_title() -> None:
    """Running heads have the title without it."""
    assert "Lamps of the Lower Harbour" == _chapter().title


def test_the_number_of_a_chapter_is_no_folio() -> None:
    """Its line is that of the running heads, but larger."""
    assert ("159", "165") == (_chapter().first_page, _chapter().last_page)


def test_the_journal_stands_over_the_doi_at_the_head() -> None:
    """As long as the article has no number of the journal."""
    article = article_of([
        Set("Harb Lang Lamp Theory", size=0.8), Set("DOI 10.5555/lamps-012", size=0.8),
        Set("Keepers of the Lower Harbour", size=1.6, gap=1.5), Set("Hester Tansy · Amos Reed", gap=1), *_text(),
    ])  # fmt: skip

    assert ("Harb Lang Lamp Theory", "10.5555/lamps-012") == (article.front.journal, article.front.doi)


def test_dots_part_authors() -> None:
    """As one press sets them on the line of the names."""
    assert ("Hester Tansy", "Amos Reed") == split_authors("Hester Tansy · Amos Reed")


def test_a_name_at_the_right_edge_ends_the_article() -> None:
    """So its last folio is that of the article, though the line reaches the margin."""
    title = [Set("Lamps of the Lower Harbour", size=1.5), Set("Hester B. Tansy", gap=1)]
    pages = [[Set(str(folio), indent=36), *(title if folio == 85 else []), *body(12), *body(12)]
             for folio in (85, 86, 87, 88)]  # fmt: skip
    pages[-1].append(Set("Hester Tansy", indent=34, gap=1))

    assert "88" == article_of(*pages).front.last_page


def test_an_abstract_ends_where_the_next_begins_in_another_language() -> None:
    """White parts them, and the second has no label."""
    own = [Set("Abstract: Die Lampen und das Öl des Hafens werden von den Wärtern", style=ITALIC, gap=1),
           Set("aufgeschrieben, die auf der Mole und in der Stadt zu Hause sind.", style=ITALIC)]  # fmt: skip
    other = [Set("The lamps and the oil of the harbour are written down by the keepers", style=ITALIC, gap=1),
             Set("of the mole, in the order of the night.", style=ITALIC)]  # fmt: skip
    article = article_of([
        Set("Von den Lampen", size=1.5), Set("Hester Tansy", gap=1), *own, *other, Set("Keywords: lamps; oil", gap=1),
        *_text(),
    ])  # fmt: skip

    assert article.front.abstract.endswith("zu Hause sind.")


def test_the_box_beside_an_abstract_stands_before_it() -> None:
    """Level with it to its right; it was read in the first paragraph of the text."""
    label, abstract = Set("ABSTRACT", at=400), [Set(FULL[:50], at=430), Set("and it was read.", at=460)]
    heading = Set("1. Oil", at=580, size=1.2)
    box = [Set("ARTICLE HISTORY", at=400, indent=30), Set("Received 1963", at=430, indent=30),
           Set("KEYWORDS", at=460, indent=30), Set("lamps; oil", at=490, indent=30)]  # fmt: skip
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), label, *abstract, heading, *box,
        Set(FULL[:80], at=640), *body(8), *body(8),
    ])  # fmt: skip

    assert (("lamps", "oil"), True) == (article.front.keywords, article.front.abstract.endswith("it was read."))
    assert not any("KEYWORDS" in text for text in blocks(article, BlockKind.PARAGRAPH))


def test_the_numbers_under_a_name_may_begin_with_the_year() -> None:
    """As one press sets them: ``HARBOUR PSYCHOLOGY``, ``1963, VOL. 12, NO. 5, 909-931``."""
    article = article_of([
        Set("HARBOUR PSYCHOLOGY", size=0.8), Set("1963, VOL. 12, NO. 5, 909–931", size=0.8),
        Set("Keepers of the Lower Coast", size=1.6, gap=1.5), Set("Hester Tansy", gap=1), *_text(),
    ])  # fmt: skip

    assert ("Harbour Psychology", "12", "909") == (
        article.front.journal, article.front.volume, article.front.first_page,
    )  # fmt: skip


def test_a_short_title_over_an_author_and_his_translator() -> None:
    """Of two lines that could be names the second says who translated it."""
    front = article_of([
        Set("Chapter 1", size=1.2), Set("Harbour Mentality", size=1.5, gap=0.5),
        Set("Hester Tansy, translated by Amos Reed", size=1.3, gap=2), *_text(),
    ]).front  # fmt: skip

    assert ("Harbour Mentality", ("Hester Tansy",)) == (front.title, front.authors)


def test_abstracts_and_an_index_behind_the_text() -> None:
    """As one platform sets them, each in two languages; those of the article come first."""
    article = article_of(
        [Set("Les lampes du port et de la nuit", size=1.5), Set("Hester Tansy", gap=1), *_text()],
        [*body(), Set("RÉSUMÉS", gap=1, size=1.2), *(Set(FULL[:80], gap=0.5 * (not index)) for index in range(3)),
         Set("INDEX", gap=1, size=1.2), Set("Mots-clés : lampes, huile, port", gap=0.5), Set("Keywords : lamps, oil")],
    )  # fmt: skip

    assert ("lampes", "huile", "port") == article.front.keywords
    assert article.front.abstract.startswith("The keepers")


def test_notes_in_the_margin_are_read_before_the_title_that_the_cover_repeats() -> None:
    """The author stands on the cover alone, and the first page is that of the text."""
    title = Set("Lamps of the Lower Harbour and of the Coast", size=1.5)
    cover = [Set("Harbour History"), Set("Hester Tansy", gap=3), replace(title, gap=1), Set("Saltmouth", gap=9)]
    notes = [Set(f"{number} Pinker, 3.", size=0.8, at=300 + 60 * number, indent=41) for number in range(1, 15)]
    first = [*notes, replace(title, at=130), *_text(), *body(8)]
    article = article_of(cover, first, [*body(8), *body(8)])

    assert (True, False) == (article.sheets[0].cover, article.sheets[1].cover)
    assert ("Hester Tansy",) == article.front.authors


def test_the_service_of_an_officer_keeps_its_capitals() -> None:
    """It is an abbreviation, where the name has small letters."""
    assert ("RLHN",) == towns_among("Captain Hester Tansy, RLHN")
    assert ("Saltmouth",) == towns_among("HESTER TANSY, SALTMOUTH")


def test_keywords_under_a_heading_behind_the_first_page() -> None:
    """Their label stands over them, as that of the abstract did."""
    article = article_of(first_page(), [
        Set("384 TANSY AND REED", at=70), Set("Keywords", style=Style(bold=True), indent=3, gap=1.0),
        Set("harbour – lamps – whale oil", gap=1.0),
        Set("The Oil", style=Style(bold=True), indent=3, gap=2.0), Set(FULL[:80], gap=1.0), *body(8),
    ])  # fmt: skip

    assert ("harbour", "lamps", "whale oil") == article.front.keywords


def _over_page_one(gap: float) -> Article:
    """A page with title, name and one paragraph, whose lines stand so close; the text begins on the next."""
    lines = [Set(FULL, gap=1.5), *(Set(FULL, gap=gap) for _ in range(5)), Set("It ends here.", gap=gap)]
    return article_of(
        [Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), *lines], body(25), body(25)
    )


def test_a_paragraph_set_solid_over_a_text_with_more_leading_is_the_abstract() -> None:
    """Alone under the names, in the type of the text, its lines a third closer."""
    assert _over_page_one(gap=-0.33).front.abstract.endswith("It ends here.")


def test_a_paragraph_with_the_leading_of_the_text_is_text() -> None:
    """Nothing sets it apart."""
    assert not _over_page_one(gap=0.0).front.abstract


def _cited_as(label: str) -> Article:
    """A first page on which the journal says how to cite the article, under a label, before its text."""
    return article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), Set(label, gap=1.5),
        Set('Hester Tansy: "Lamps of the Lower Harbour",', gap=1),
        Set("in: Annals of Harbours, 12/3 (1963), DOI: 10.5555/harbour.12.3.40"), *_text(),
    ])  # fmt: skip


@pytest.mark.parametrize("label", ["HOW TO CITE", "To cite this article:", "Zitiervorschlag"])
def test_how_to_cite_the_article_is_no_text_of_it(label: str) -> None:
    """Label and citation are the journal's, and tell its numbers."""
    article = _cited_as(label)

    assert all("Annals of Harbours" not in block.text and label not in block.text for block in article.blocks)
    assert ("12", "3") == (article.front.volume, article.front.issue)


def test_the_box_at_the_end_says_how_to_cite_and_under_which_licence() -> None:
    """All that stands behind its first line is the journal's."""
    box = [
        Set("How to cite this article: Tansy, H 1963 Lamps. Annals of Harbours, 12(3): 4,", gap=4, size=0.8),
        Set("DOI: 10.5555/harbour.12.3", size=0.8), Set("Published: 24 February 1963", gap=1, size=0.8),
        Set("Copyright: © 1963 The Author(s). This is an open-access article.", gap=1, size=0.8),
        Set("Annals of Harbours is a peer-reviewed open journal.", gap=1, size=0.8),
    ]  # fmt: skip
    article = article_of([Set("Lamps of the Lower Harbour", size=1.5), *_text()], body(25), [*body(8), *box])

    assert not [block.text for block in article.blocks if "journal" in block.text or "Published" in block.text]


def test_a_citation_in_several_lines_over_the_title() -> None:
    """The end of the title in quotation marks is no journal, and the journal goes on in the last line."""
    cited = ["H Tansy, ‘Lamps and Oil of the Lower Harbour, and What the Keepers Paid for",
             "the Oil of the Harbour’ [1963] 12(3) Harbour", "Law Review 101-112"]  # fmt: skip
    title = Set("LAMPS AND OIL OF THE LOWER HARBOUR", size=1.5, gap=2)
    front = article_of([*(Set(line, size=0.8) for line in cited), title, Set("Hester Tansy", gap=1), *_text()]).front

    assert ("Harbour Law Review", "12", "3", "1963") == (front.journal, front.volume, front.issue, front.year)
    assert ("101", "112") == (front.first_page, front.last_page)
