"""Headings: told by type, number and white, also in the size of the body, and their levels."""

from dataclasses import replace

import msgspec
import pytest

from pipeline.config import Settings
from pipeline.model import PLAIN, BlockKind, Lines, Style
from pipeline.segment import run
from pipeline.segment.rows import is_bold, whole
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page, heads, page

ITALIC, SMALL_CAPS, BOLD = Style(italic=True), Style(small_caps=True), Style(bold=True)


def test_an_indented_italic_heading_is_no_quotation() -> None:
    """A centred, numbered line in italics over an indented first line is a heading, and the line under it is text."""
    article = article_of(
        first_page(), [*body(), Set("D. Resist the Tide of the Harbour Board", gap=0.8, style=ITALIC, centred=True),
                       Set(FULL[:78], indent=1.4, gap=0.7), *body()[1:]],
    )  # fmt: skip

    assert ["D. Resist the Tide of the Harbour Board"] == [text for _, text in heads(article)]
    assert [] == blocks(article, BlockKind.QUOTATION)


def test_a_heading_of_two_lines_is_one() -> None:
    """The first line fills the measure and is not seen to be centred; its style joins it to the second."""
    article = article_of(
        first_page(),
        [*body(), Set("C. Reframe the Rules of the Harbour to Allow for More Lamps and Fewer Ships in", gap=0.8,
                      style=ITALIC), Set("Winter Months", style=ITALIC, centred=True),
         Set(FULL[:78], indent=1.4, gap=0.7), *body()[1:]],
    )  # fmt: skip

    expected = "C. Reframe the Rules of the Harbour to Allow for More Lamps and Fewer Ships in Winter Months"
    assert [expected] == [text for _, text in heads(article)]


def test_a_heading_of_a_scan_may_have_one_line_that_is_seen_to_be_bold() -> None:
    """Its first line is centred as the second is, without white between; weight is not seen in every line."""
    rows = [
        *body(),
        Set("The Lamps of the Lower Harbour and of the Mole:", gap=1, centred=True, size=1.06),
        Set("Three Approaches", centred=True, size=1.06, style=BOLD),
        Set(FULL[:78], indent=1.4, gap=1), *body()[1:],
    ]  # fmt: skip

    expected = "The Lamps of the Lower Harbour and of the Mole: Three Approaches"
    assert [expected] == [text for _, text in heads(article_of(first_page(), rows, reader="tesseract"))]


@pytest.mark.parametrize(("words", "expected"), [("• The Lower Harbour", []), ("The Lower Harbour", [1])])
def test_an_item_behind_a_bullet_is_no_heading(words: str, expected: list[int]) -> None:
    """Though white stands around it, and it is short, as what stands in a drawing is."""
    rows = [*body(), Set(words, gap=1, centred=True), Set(FULL[:78], indent=1.4, gap=1), *body()[1:]]

    assert expected == [level for level, _ in heads(article_of(first_page(), rows))]


def test_a_number_on_its_own_line_belongs_to_the_heading_under_it() -> None:
    """``II.`` centred over small capitals is one heading."""
    article = article_of(
        first_page(),
        [*body(), Set("II.", gap=0.8, centred=True), Set("TURNING THE LAMPS INSIDE OUT", centred=True),
         Set(FULL[:78], indent=1.4, gap=0.35), *body()[1:]],
    )  # fmt: skip

    assert ["II. TURNING THE LAMPS INSIDE OUT"] == [text for _, text in heads(article)]


def test_the_parts_of_an_appendix_stand_under_it() -> None:
    """A.1 is to A as 1.1 is to 1, though all are set alike."""
    shown = [Set(text, gap=0.8, style=BOLD) for text in ("1. Oil", "2. Rope", "Appendix A. The Lists", "A.1. Of Oil")]
    lines = [line for each in shown for line in (each, Set(FULL[:78], indent=1.4, gap=0.7), *body()[1:])]

    assert [1, 1, 1, 2] == [level for level, _ in heads(article_of(first_page(), [*body(), *lines]))]


def test_numbers_give_the_levels() -> None:
    """I, A and 1 go downwards as they first appear; a heading without a number stands where its setting stands."""
    shown = [
        Set("INTRODUCTION", gap=0.8, centred=True),
        Set("I. THE HARBOUR AND ITS LAMPS", gap=0.8, centred=True),
        Set("A. The Lamps of the East", gap=0.8, centred=True, style=ITALIC),
        Set("1. Oil and its Price", gap=0.8, centred=True),
        Set("B. The Lamps of the West", gap=0.8, centred=True, style=ITALIC),
        Set("CONCLUSION", gap=0.8, centred=True),
    ]
    lines = [line for each in shown for line in (each, Set(FULL[:78], indent=1.4, gap=0.7), *body()[1:])]

    assert [1, 1, 2, 3, 2, 1] == [level for level, _ in heads(article_of(first_page(), [*body(), *lines]))]


def test_a_bold_heading_after_a_list_without_a_stop() -> None:
    """Much white and bold type part a heading from a text that ends without a full stop."""
    article = article_of(
        first_page(),
        [*body()[:-1], Set("and lamps of all kinds"), Set("Sources", gap=1.5, style=Style(bold=True)),
         Set(FULL[:78], indent=1.4, gap=0.5), *body()[1:]],
    )  # fmt: skip

    assert ["Sources"] == [text for _, text in heads(article)]


def test_an_italic_epigraph_is_no_heading() -> None:
    """Five lines in italics are more than a heading."""
    article = article_of(
        first_page(),
        [*body(), *[Set(FULL[:60], indent=3, gap=0.8 * (not i), style=ITALIC) for i in range(5)],
         Set("and was not heard again.", indent=3, style=ITALIC), Set(FULL[:78], indent=1.4, gap=0.8), *body()[1:]],
    )  # fmt: skip

    assert [] == heads(article)
    assert 1 == len(blocks(article, BlockKind.QUOTATION))


@pytest.mark.parametrize("text", ["3. The lamps went out and the ships went in without a light, as they had", "1881"])
def test_a_number_in_running_text_is_no_heading(text: str) -> None:
    """A line of the text that begins with a number, without white around it, stays text."""
    article = article_of(first_page(), [*body()[:3], Set(text), *body()[2:]])

    assert [] == heads(article)


def test_capitals_need_no_white_below() -> None:
    """A line in capitals with white above is a heading, also where the next line stands right under it."""
    article = article_of(
        first_page(), [*body(), Set("THE HARBOUR AND ITS LAMPS", gap=0.5), Set(FULL[:80], gap=0.1), *body()[1:]]
    )

    assert ["THE HARBOUR AND ITS LAMPS"] == [text for _, text in heads(article)]


def test_an_opening_line_in_capitals_is_no_heading() -> None:
    """Some presses set the first line of a section in small capitals; the sentence goes on in the next."""
    opening = Set("THE LAMPS OF THE LOWER HARBOUR WERE NOT LIT BEFORE THE YEAR OF THE GREAT STORM IN", gap=0.6)
    article = article_of(first_page(), [*body(), opening, Set("which a ship was lost, " + FULL[:57]), *body()[1:]])

    assert [] == heads(article)


@pytest.mark.parametrize("style", [ITALIC, Style(bold=True)], ids=["italic", "bold"])
def test_a_centred_heading_needs_no_white_below(style: Style) -> None:
    """Type of its own and its place in the middle are enough, where there is white above."""
    shown = Set("Oil and its Price", gap=0.5, centred=True, style=style)
    article = article_of(first_page(), [*body(), shown, Set(FULL[:80], gap=0.1), *body()[1:]])

    assert ["Oil and its Price"] == [text for _, text in heads(article)]


def test_centred_verse_is_no_heading() -> None:
    """Five centred lines in italics are verse."""
    lines = ["O lamps of tin, O lamps of brass", "Who saw you on the Mole", "Alas, alas", "The ships they pass",
             "And nobody counts the toll"]  # fmt: skip
    verse = [Set(text, gap=0.6 * (not index), centred=True, style=ITALIC) for index, text in enumerate(lines)]
    article = article_of(first_page(), [*body(), *verse, Set(FULL[:78], indent=1.4, gap=0.6), *body()[1:]])

    assert [] == heads(article)


def test_a_centred_heading_whose_first_line_fills_the_measure() -> None:
    """Only its second line is seen to be centred, and both are in the type of the body."""
    shown = [Set(FULL[:79], gap=0.7, centred=True), Set("Under the Second Board", centred=True)]
    article = article_of(first_page(), [*body(), *shown, Set(FULL[:80], gap=0.25), *body()[1:]])

    assert [f"{FULL[:79]} Under the Second Board".strip()] == [text for _, text in heads(article)]


def test_a_heading_after_a_reference_without_a_stop() -> None:
    """The short line above it and the white show that the text before is at its end."""
    article = article_of(
        first_page(),
        [*body()[:-1], Set("as Reed has shown. Reed 1901, 12"), Set("Oil and its Price", gap=0.7, centred=True),
         Set(FULL[:80], gap=0.25), *body()[1:]],
    )  # fmt: skip

    assert ["Oil and its Price"] == [text for _, text in heads(article)]


def test_dirt_behind_a_heading_is_no_comma() -> None:
    """A doubted mark that stands alone at the end of a heading does not make it go on."""
    shown = Set("Oil and its Price ~,", gap=0.7, style=Style(bold=True), confidence=0.4, doubted=1)
    article = article_of(first_page(), [*body(), shown, Set(FULL[:80], gap=0.25), *body()[1:]], reader="tesseract")

    assert ["Oil and its Price ~,"] == [text for _, text in heads(article)]


BOLD = Style(bold=True)


@pytest.mark.parametrize(
    ("text", "style"),
    [("3.1 Lamps and their oil", ITALIC), ("2. The keepers of the harbour", BOLD), ("Whose oil was it?", BOLD)],
    ids=["numbered, italic", "numbered, bold", "bold"],
)
def test_a_heading_close_over_a_flush_paragraph(text: str, style: Style) -> None:
    """White above it and none below; the first paragraph of a section is not indented."""
    article = article_of(first_page(), [*body(), Set(text, gap=1, style=style), Set(FULL[:80]), *body()[1:]])

    assert [text] == [found for _, found in heads(article)]


def test_an_italic_first_sentence_is_no_heading() -> None:
    """It ends with a stop."""
    line = Set("1. Every lamp burns.", gap=1, style=ITALIC)
    article = article_of(first_page(), [*body(), line, Set(FULL[:80]), *body()[1:]])

    assert [] == heads(article)


def test_a_heading_in_large_type_is_broken_by_its_sense() -> None:
    """The next word would have fitted; its leading is larger than that of the body."""
    lines = [Set("The Harbour and its Lamps: Have They", gap=1, size=1.35), Set("Been Missed?", gap=0.35, size=1.35)]
    article = article_of(first_page(), [*body(), *lines, Set(FULL[:80], gap=0.5), *body()[1:]])

    assert ["The Harbour and its Lamps: Have They Been Missed?"] == [text for _, text in heads(article)]


def test_a_number_with_its_stop_may_be_the_heading() -> None:
    """Some journals number their sections and give them no titles."""
    lines = [line for n in (1, 2) for line in (Set(f"{n}.", gap=1, centred=True), Set(FULL[:80], gap=1), *body()[1:])]
    article = article_of(first_page(), [*body(), *lines])

    assert ["1.", "2."] == [text for _, text in heads(article)]


def test_one_numbering_is_one_level() -> None:
    """However its headings are set."""
    lines = [Set("1. Oil", gap=1, size=1.2, style=BOLD), Set(FULL[:80], gap=0.5), *body()[1:],
             Set("2. Lamps", gap=1, style=BOLD), Set(FULL[:80], gap=0.5), *body()[1:]]  # fmt: skip
    article = article_of(first_page(), [*body(), *lines])

    assert [(1, "1. Oil"), (1, "2. Lamps")] == heads(article)


def test_small_type_over_the_whole_measure_is_a_quotation() -> None:
    """White above and below it, between lines of the body; a journal may not indent what it quotes."""
    small = [Set(FULL[:84], size=0.82, gap=0.3), Set(FULL[:84], size=0.82), Set("in his head.", size=0.82)]
    article = article_of(first_page(), [*body(), *small, Set(FULL[:80], gap=0.4), *body()[1:]])

    assert 1 == len(blocks(article, BlockKind.QUOTATION))


def _set_off(*lines: Set) -> list[str]:
    first, *rest = lines
    shown = [replace(first, gap=1.0), *rest, Set(FULL[:80], gap=1.0), *body()[1:]]
    return [text for _, text in heads(article_of(first_page(), [*body(), *shown]))]


def test_a_numbered_heading_whose_second_line_hangs() -> None:
    """In the body's size; white above and below, no stop, and the next word did not fit into the first line."""
    lines = (Set("3.4 The harbour of the keepers who wrote down every lamp that was lit: oil and"),
             Set("the wicks of the lamps", indent=2.3))  # fmt: skip

    assert [" ".join(line.text for line in lines)] == _set_off(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((FULL[:80], "and lamps of all kinds"), id="first line justified"),
        pytest.param(("All are keepers of the light", "and nobody of them is lost"), id="verse"),
        pytest.param((FULL[:70] + " lamps", "and it ended there."), id="stop"),
        pytest.param((FULL[:64] + " lamps. Nobody", "knew them"), id="end of a sentence within"),
        pytest.param((FULL[:64] + " lamps, Saltmouth", "tansy@harbour.example"), id="address"),
    ],
)
def test_two_lines_set_off_that_are_no_heading(lines: tuple[str, ...]) -> None:
    """A paragraph, verse and an address are set off as well."""
    assert [] == _set_off(*map(Set, lines))


def test_a_question_of_two_lines_is_a_heading() -> None:
    """Its sign is no full stop."""
    lines = (Set("Lamps in the books and lamps in the harbour of the keepers, or an unwritten"), Set("history?"))

    assert [" ".join(line.text for line in lines)] == _set_off(*lines)


def test_a_small_letter_numbers_the_lowest_headings() -> None:
    """``a) Oil and wick`` between white."""
    assert ["a) Oil and wick"] == _set_off(Set("a) Oil and wick"))


@pytest.mark.parametrize("number", ["ii.", "(ii)", "b."])
def test_a_small_number_in_the_middle_of_the_line_is_a_headings(number: str) -> None:
    """White over and under it; an item of a list stands at its indent."""
    shown = Set(f"{number} The Keepers of the Mole", gap=0.8, centred=True)
    item = Set(f"{number} the keepers of the mole, and all their boys", gap=0.8, indent=1.4)
    article = article_of(
        first_page(), [*body(), shown, Set(FULL[:78], indent=1.4, gap=0.8), *body()[1:], item, *body()]
    )

    assert [shown.text] == [text for _, text in heads(article)]


def test_an_abbreviation_ends_no_sentence() -> None:
    """The name of a judge, in italics in the middle of the line."""
    assert ["Tansy J.A."] == _set_off(Set("Tansy J.A.", style=ITALIC, centred=True))


@pytest.mark.parametrize("line", ["Recebido em 16/02/2017", "Annals of Lamps, 1963, Vol. 12, No. 3: 101–117"])
def test_dates_of_receipt_and_citations_of_the_journal_are_no_heading(line: str) -> None:
    """They stand apart and have no stop."""
    assert [] == _set_off(Set(line, style=ITALIC))


def test_a_line_without_a_stop_over_an_indented_paragraph() -> None:
    """It ends early though the next row begins a paragraph: nothing but a heading does."""
    article = article_of(
        first_page(), [*body(), Set("Healing the lamps of the harbour", gap=1.0), *body(), *body(), *body()]
    )

    assert ["Healing the lamps of the harbour"] == [text for _, text in heads(article)]


def test_the_article_a_begins_no_section_within_a_heading() -> None:
    """A heading in capitals goes on with ``A``: it numbers nothing there."""
    lines = (Set("3.2. THE SOURCES OF THE LIGHT OF THE HARBOUR IN ALL THE WINTERS OF THE PAST ERA", style=BOLD),
             Set("A HARBOUR WITHOUT LAMPS", style=BOLD))  # fmt: skip

    assert [" ".join(line.text for line in lines)] == _set_off(*lines)


def test_a_heading_at_the_top_of_a_page_behind_the_contents() -> None:
    """The contents have it at the top of a page too, which makes no head of it; their last entry has no stop."""
    contents = [Set("2024] LAMPS 121", at=100), Set("INTRODUCTION ..................................... 122", gap=1),
                *[Set(f"{n}. OF {what} ............................................. 12{n}")
                  for n, what in ((3, "LAMPS"), (4, "OIL"), (5, "CREWS"))]]  # fmt: skip
    text = [Set("122 SALTMOUTH LAW REVIEW", at=100), Set("INTRODUCTION", gap=1, size=0.8, centred=True),
            Set(FULL[:78], indent=1.4, gap=0.7), *body()[1:]]  # fmt: skip
    article = article_of(first_page(), contents, text)

    assert ["INTRODUCTION"] == [text for _, text in heads(article)]


def test_a_numbered_heading_in_plain_type_between_paragraphs() -> None:
    """A little white over and under it is enough; the item of a list, which the next one follows, is none."""
    plain = Set("1. Two kinds of lamps", gap=0.25)
    after = [Set(FULL[:78], indent=1.4, gap=0.25), *body()[1:], *(3 * body())]
    items = [plain, Set("2. Three kinds of oil", gap=0.25)]

    article = article_of(first_page(), [*body(), *body(), plain, *after])
    assert ["1. Two kinds of lamps"] == [text for _, text in heads(article)]
    listed = article_of(first_page(), [*body(), *body(), *items, *after])
    assert "1. Two kinds of lamps" not in [text for _, text in heads(listed)]


def _under(*lines: Set) -> list[tuple[int, str]]:
    """Headings of an article in which each of these stands over a paragraph."""
    shown = [line for each in lines for line in (each, Set(FULL[:78], indent=1.4, gap=0.7), *body()[1:])]
    return heads(article_of(first_page(), [*body(), *shown]))


def test_a_line_with_an_address_is_no_heading() -> None:
    """Under the abstract it says where the author is to be found."""
    assert [] == _under(Set("Hester Tansy: University of Saltmouth; tansy@mole.example", gap=1))


def test_small_capitals_stand_over_italics() -> None:
    """Their letters are capitals of a smaller type, and are not set lower for that."""
    capitals = Set("THE LAMPS OF THE EAST", gap=0.8, centred=True, size=0.88)

    assert [1, 2, 1] == [level for level, _ in _under(
        capitals, Set("Of Tin and Brass", gap=0.8, centred=True, style=ITALIC), capitals,
    )]  # fmt: skip


def test_a_heading_whose_lines_differ_in_italics() -> None:
    """Both are in capitals: the words that it stresses are in italics."""
    article = article_of(
        first_page(),
        [*body(), Set("OPEN LAMPS AND OPEN HARBOURS FOR ALL WHO COME", gap=0.8, style=ITALIC),
         Set("NOT CLOSED ONES"), Set(FULL[:80], gap=0.7), *body()[1:]],
    )  # fmt: skip

    assert ["OPEN LAMPS AND OPEN HARBOURS FOR ALL WHO COME NOT CLOSED ONES"] == [text for _, text in heads(article)]


def test_sentences_in_italics_are_no_heading() -> None:
    """What someone says in a dialogue may be set so, a note called at its end or not."""
    says = Set("Keep the lamps. Let your light be light towards the sea!", indent=2, gap=0.8, style=ITALIC)
    called = Set("Lamps are something to be kept.12", indent=2, gap=0.8, style=ITALIC, raised="12")

    assert [] == _under(says, called)


def test_a_large_initial_over_its_line_is_no_heading() -> None:
    """The rest of its word follows."""
    initial = [Set("A", size=1.6, gap=1), Set("ll " + FULL[4:78], indent=2), *body()[1:]]

    assert [] == heads(article_of(first_page(), [*body(), *initial]))


def test_italics_flush_over_an_indented_paragraph_are_a_heading() -> None:
    """Hardly any white stands below them; the paragraph begins at its indent, and in roman type."""
    italics = [Set("The lamps that nobody paid", style=ITALIC, gap=0.5)]
    article = article_of([*first_page(), *italics, *body(6)], reader="tesseract")

    assert (1, "The lamps that nobody paid") in heads(article)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(Set("The lamps that nobody paid.", style=ITALIC, gap=0.5), id="a sentence"),
        pytest.param(Set("The lamps that nobody paid", gap=0.5), id="in the type of the text"),
    ],
)
def test_no_heading_flush_over_a_paragraph(line: Set) -> None:
    """The stop ends a sentence; and where the type says nothing, more white has to."""
    article = article_of([*first_page(), line, *body(6)], reader="tesseract")

    assert not any("nobody paid" in text for _, text in heads(article))


def test_an_abbreviation_stands_in_full_capitals_among_small_ones() -> None:
    """The second line of a heading in small capitals is in small capitals, too."""
    first = Set("The Lamps of the Lower Harbour and of the Outer Mole", style=SMALL_CAPS, centred=True, gap=0.8)
    second = Set("as Seen by HMS", style=SMALL_CAPS, centred=True)
    made = page(1, [*body(), first, second, *body()], reader="tesseract")
    lines = list(made.lines)
    last = lines[7].words[-1]
    lines[7] = msgspec.structs.replace(
        lines[7], words=(*lines[7].words[:-1], msgspec.structs.replace(last, style=PLAIN))
    )
    article = run(Lines(doc="set", pages=(msgspec.structs.replace(made, lines=tuple(lines)),)), Settings())

    assert [f"{first.text} {second.text}"] == [text for _, text in heads(article)]


def test_a_heading_stands_close_under_a_caption() -> None:
    """A caption ends in no stop, and is no sentence that the heading would go on with."""
    article = article_of(first_page(), [
        *body(), Set("Table 2: Ships that paid in oil", size=0.87, gap=0.8, style=BOLD),
        Set("The Boys of the Quay", gap=0.4, indent=1.4, style=BOLD), Set(FULL[:78], gap=0.4, indent=1.4), *body()[1:],
    ])  # fmt: skip

    assert ["The Boys of the Quay"] == [text for _, text in heads(article)]


def test_what_stands_under_a_caption_may_be_the_table() -> None:
    """The bold label of a column is no heading, close under the caption as it is."""
    article = article_of(first_page(), [
        *body(), Set("Table 2: Ships that paid in oil", size=0.87, gap=0.8, style=BOLD),
        Set("Year", gap=0.4, style=BOLD), Set("1871", gap=0.4), Set("1872"), Set(FULL[:78], gap=1.0, indent=1.4),
        *body()[1:],
    ])  # fmt: skip

    assert [] == heads(article)


@pytest.mark.parametrize("style", [ITALIC, SMALL_CAPS], ids=["italic", "small capitals"])
def test_a_small_letter_over_text_in_another_type_numbers_a_heading(style: Style) -> None:
    """The lowest headings of law reviews; what is drawn as small capitals is a small letter in many text layers."""
    heading = Set("a. the lamps of the upper mole", indent=2.0, gap=0.5, style=style)
    article = article_of(first_page(), [*body(), heading, Set(FULL[:76], indent=1.4), *body()[1:]])

    assert [heading.text] == [text for _, text in heads(article)]


def test_the_next_line_of_a_heading_begins_under_its_first_word() -> None:
    """Its measure is narrower than that of the text: the word would have fitted there."""
    first = Set("3. The Lamps That Were Lit by the Keepers on the Mole", indent=1.5, gap=0.5, style=ITALIC)
    article = article_of(
        first_page(),
        [*body(), first, Set("Were Not Counted", indent=3.0, style=ITALIC), Set(FULL[:76], indent=1.4), *body()[1:]],
    )

    assert [f"{first.text} Were Not Counted"] == [text for _, text in heads(article)]


def test_a_roman_number_of_four_letters_ends_no_sentence() -> None:
    """``VIII.`` before a capital looks as the last word of a sentence does."""
    parts = [
        line
        for number in ("VI", "VII", "VIII")
        for line in (Set(f"{number}. Of the Lamps", gap=0.6), Set(FULL[:78], indent=1.4, gap=0.5), *body()[1:])
    ]
    article = article_of(first_page(), [*body(), *parts])

    assert ["VI. Of the Lamps", "VII. Of the Lamps", "VIII. Of the Lamps"] == [text for _, text in heads(article)]


def test_the_lines_of_a_heading_may_be_broken_by_their_sense() -> None:
    """The next word would have fitted; but neither line is a heading alone."""
    lines = Set("Regarding the Lamps of the Lower Harbour and", gap=1.5, style=ITALIC), Set("Oil", style=ITALIC)
    article = article_of(first_page(), [*body(), *lines, Set(FULL[:80], gap=0.5), *body()[1:]])

    assert ["Regarding the Lamps of the Lower Harbour and Oil"] == [text for _, text in heads(article)]


def test_a_bold_line_that_nearly_fills_a_narrow_column_is_a_heading() -> None:
    """White over it and plain text under it; no line of justified text ends a letter early."""
    flush = [*[Set(FULL[:40])] * 6, Set("and nobody read it.")]
    column = [Set(FULL[:38], indent=1), *flush[1:]]
    heading = Set("The Keepers of the Lamps at the Harbour", gap=1, style=BOLD)
    pages = [*column, heading, *flush, *column]
    article = article_of(pages, [*column, *column, *column])

    assert [heading.text] == [text for _, text in heads(article)]


def test_an_italic_number_before_a_reversed_name_begins_an_italic_heading() -> None:
    """The name of a case stands in roman type among the italics of a heading."""
    text = Set("B. Tansy Once More: The Lamps and the Keepers of the Mole", gap=0.5, indent=2.0, style=ITALIC)
    made = page(2, [*body(), text, Set(FULL[:76], indent=1.4), *body()[1:]])
    lines = list(made.lines)
    words = [msgspec.structs.replace(word, style=PLAIN) if 0 < n < 4 else word for n, word in enumerate(lines[6].words)]
    lines[6] = msgspec.structs.replace(lines[6], words=tuple(words))
    pages = page(1, first_page()), msgspec.structs.replace(made, lines=tuple(lines))
    article = run(Lines(doc="set", pages=pages), Settings())

    assert [text.text] == [text for _, text in heads(article)]


@pytest.mark.parametrize(
    ("text", "bold"), [pytest.param("2 Lamps of the Harbour", True, id="a number"), pytest.param("A Lamp", False)]
)
def test_a_number_before_bold_words_may_be_plain(text: str, bold: bool) -> None:
    """It may be of a part of the font that has no letters, and tells nothing of its weight."""
    made = page(1, [Set(text, style=BOLD)])
    first, *words = made.lines[0].words
    line = msgspec.structs.replace(made.lines[0], words=(msgspec.structs.replace(first, style=PLAIN), *words))

    assert bold == is_bold(whole(msgspec.structs.replace(made, lines=(line,)), 0))


@pytest.mark.parametrize(
    ("line", "style", "below"),
    [
        ("22815_Keepers_of_the_Harbour lamps/1963/oil.pdf", BOLD, FULL[:80]),
        ("Hester Tansy, Lamps of the Harbour, DOI: 10.5555/lamps.12", BOLD, FULL[:80]),
        ("Rescale the lamp by its oil, and read off the light", ITALIC, "l ≃ 9 + 40"),
    ],
    ids=["address", "identifier", "formula"],
)
def test_what_cites_or_leads_to_a_formula_is_no_heading(line: str, style: Style, below: str) -> None:
    """Set off in type of its own: the address of a work, and in italics a sentence that a displayed formula ends."""
    article = article_of(
        first_page(), [*body(), Set(line, gap=1.0, style=style), Set(below, gap=1.0, centred=len(below) < 20), *body()]
    )

    assert [] == heads(article)


def test_bold_first_words_of_a_paragraph_are_no_heading() -> None:
    """They fill a line and run on into the next, up to their stop; so do those of the items of a list."""
    first = Set("3. The limited and sovereign rights of the keepers of the lamps", indent=1.4, style=BOLD, gap=0.8)
    second = Set(f"and their heirs. {FULL[:60]}", styled=3, style=BOLD)
    article = article_of(first_page(), [*body(), first, second, *body()[1:]])

    assert [] == heads(article)


@pytest.mark.parametrize("title", ["Burning the Lamps of the Lower Harbour", "How to Read through the Lists of Lamps?"])
def test_a_title_in_plain_type_at_the_foot_of_a_page_is_a_heading(title: str) -> None:
    """Much white is over it, and its long words have capitals; the text goes on over the page, behind a note."""
    called, note = Set(f"{FULL[:70]}.1", raised="1"), Set("1 See Pinker, Lamps of the Lower Harbour, p. 14.", size=0.8)
    page = [called, *body(), Set(title, gap=1.5), replace(note, gap=1.0)]

    assert (1, title) in heads(article_of(first_page(), page, [*body(), *body()]))


@pytest.mark.parametrize(
    "line",
    [
        "Who of the keepers of the harbour could read the lists?",
        "Source: Lamps and Lists of the Lower Harbour, with Minutes of the Boards and Crews",
    ],
)
def test_a_line_set_off_that_is_no_title(line: str) -> None:
    """A sentence has small letters, and what stands under a table says where it comes from."""
    assert [] == heads(article_of(first_page(), [*body(), Set(line, gap=1.5), Set(FULL[:80], gap=1.0), *body()[1:]]))


def test_chinese_signs_in_a_bold_heading_have_one_weight() -> None:
    """The second line of a bold heading ends with such a sign, which is not bold, and belongs to it all the same."""
    rows = [Set("4 The Keepers of the Harbour and their Views of the", gap=1, style=BOLD),
            Set("Character Yi 夷", indent=1.0, style=BOLD, styled=2)]  # fmt: skip
    article = article_of(first_page(), [*body(), *rows, Set(FULL[:80], gap=0.8), *body()[1:]])

    assert ["4 The Keepers of the Harbour and their Views of the Character Yi 夷"] == [
        text for _, text in heads(article)
    ]


def test_a_sentence_that_is_displayed_under_a_label_is_no_heading() -> None:
    """Philosophers number what they discuss, or name it; it stands indented, white around it, without a stop."""
    shown = [Set(f"{label} The lamp is lit when every ship has come", indent=2, gap=0.6) for label in ("(3)", "(OIL)")]
    page = [Set("1. Lamps", gap=1, style=Style(bold=True)), *body(6)]
    after = Set(FULL[:80], gap=0.6)
    article = article_of([*first_page(), *page, shown[0], after, *body(5)], [*body(6), shown[1], after, *body(9)])

    assert ["1. Lamps"] == [text for _, text in heads(article)]


@pytest.mark.parametrize(
    ("below", "expected"),
    [("and the boys of the keepers carried the oil to the lamps of the Mole", 0), ("The boys of the keepers", 1)],
    ids=["the sentence goes on", "another begins"],
)
def test_a_line_that_a_bend_makes_larger_is_no_heading(below: str, expected: int) -> None:
    """Nothing but its size tells of it, the line below stands solid with it, and goes on with its sentence."""
    bent = Set("The keepers of the harbour wrote down every lamp that was lit", indent=1.4, size=1.13)
    text = [Set(below), *([Set(FULL[:80])] * 4), Set("and nobody read it again.")]
    article = article_of(first_page(), [*body(), bent, *text], [*body(20)], reader="tesseract")

    assert expected == len(heads(article))
