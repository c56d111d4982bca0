"""Paragraphs and block quotations: where one ends and the next begins, by indent, short lines, white and stops."""

from dataclasses import replace

import pytest

from pipeline.model import BlockKind, Lines
from pipeline.segment.measure import measure
from pipeline.segment.rows import rows_of, whole
from tests.segment.setting import EM, FULL, LEFT, Set, article_of, blocks, body, first_page, page

REFERENCE = "as Reed has shown. Reed 1901, 12"


def test_a_raised_letter_at_the_end_is_looked_through() -> None:
    """``its own light’.e`` ends a sentence: the letter calls a note."""
    row = whole(page(1, [Set("that it might be asked to light itself’.e", raised="e")]), 0)

    assert row.closes
    assert "that it might be asked to light itself’." == row.prose


@pytest.mark.parametrize("last", [REFERENCE, FULL[:80]], ids=["short", "full"])
def test_a_line_indented_as_paragraphs_are_begins_one(last: str) -> None:
    """Whatever the line before ends with."""
    second = [Set("Then " + FULL[:73], indent=1.4), *body()[1:]]
    article = article_of(first_page(), [*body(), *body(), *body()[:-1], Set(last), *second])

    assert 1 == sum(text.startswith("Then The keepers") for text in blocks(article, BlockKind.PARAGRAPH))


def test_items_without_marks_are_paragraphs() -> None:
    """Items in small letters, each in a line of its own, indented as paragraphs are, without stops between them."""
    items = [Set("a lamp of tin on the Mole", indent=1.4), Set("a lamp of brass at the stairs", indent=1.4)]
    article = article_of(first_page(), [*body(), *body(), *body()[:-1], Set("They had:"), *items, *body()])

    assert {each.text for each in items} <= set(blocks(article, BlockKind.PARAGRAPH))


def test_the_further_lines_of_a_hanging_item_begin_no_paragraph() -> None:
    """They are indented like paragraphs, but no flush line follows."""
    hanging = [Set("Lamp, a thing of tin or brass that is lit at dusk and put out at dawn by the boy of"),
               Set("the Board, where there is a boy and", indent=1.4), Set("Oil to burn.", indent=1.4)]  # fmt: skip
    article = article_of(first_page(), [*body(), *body(), *body(), *hanging])

    assert not any(text.startswith("the Board") for text in blocks(article, BlockKind.PARAGRAPH))


@pytest.mark.parametrize(("word", "expected"), [("Lighthouses", 1), ("So", 2)], ids=["too long", "short"])
def test_a_line_ends_early_where_the_next_word_would_have_fitted(word: str, expected: int) -> None:
    """In lines that are not justified a long word is taken over, and leaves more white than a paragraph's last line."""
    above = [Set(FULL[:length]) for length in (80, 75, 78, 74, 80, 76, 73, 80, 77)]
    below = [Set(FULL[:73] + "."), Set(f"{word} " + FULL[:66]), Set(FULL[:76]), Set("and nobody saw them.")]
    article = article_of(first_page(), [*above, Set("Pinker " + FULL[:70], indent=1.4), *below])

    paragraphs = [text for text in blocks(article, BlockKind.PARAGRAPH) if "Pinker" in text or word in text]
    assert expected == len(paragraphs)


QUOTED_PARAGRAPHS = [
    Set("Keeper: " + FULL[:58], indent=3, gap=1), Set(FULL[:68], indent=1.8), Set("and of the tides.", indent=1.8),
    Set("Boy: " + FULL[:61], indent=3), Set(FULL[:68], indent=1.8), Set("and of the oil. (Reed 1901, 12)", indent=1.8),
]  # fmt: skip


def test_paragraphs_of_a_quotation_are_parted_by_their_own_indent() -> None:
    """Prose returns to the quotation's edge."""
    article = article_of(first_page(), [*body(), *QUOTED_PARAGRAPHS, Set(FULL[:80], gap=1), *body()[1:], *body()])

    assert ["Keeper:", "Boy:"] == [text.split()[0] for text in blocks(article, BlockKind.QUOTATION)]


def test_a_paragraph_under_a_quotation_that_ends_without_a_stop() -> None:
    """White stands over its indented first line, a flush line under it, though a source in brackets stops nothing."""
    article = article_of(first_page(), [*body(), *QUOTED_PARAGRAPHS, Set("Now " + FULL[:73], indent=1.4, gap=1),
                                        *body()[1:], *body()])  # fmt: skip

    assert 1 == sum(text.startswith("Now The keepers") for text in blocks(article, BlockKind.PARAGRAPH))


def test_quotations_under_one_another_are_parted_by_a_short_line() -> None:
    """A little white is enough where the line above it ends early with a stop."""
    first = [Set(FULL[:62], indent=2, gap=0.3, size=0.9), Set(FULL[:62], indent=2, size=0.9),
             Set("and was heard.", indent=2, size=0.9)]  # fmt: skip
    second = [Set("Nor " + FULL[:58], indent=2, gap=0.12, size=0.9), Set("do we complain.", indent=2, size=0.9)]
    article = article_of(first_page(), [*body(), *first, *second, Set(FULL[:80], gap=0.3), *body()[1:]])

    assert 2 == len(blocks(article, BlockKind.QUOTATION))


def test_a_quotation_whose_first_line_ends_with_a_sentence() -> None:
    """In the body's type, set in on the left alone by the indent of a paragraph: its lines run on, and are no turns."""
    quoted = [Set(FULL[:77] + ".", indent=1.4, gap=1), *[Set(FULL[:78], indent=1.4)] * 4]
    article = article_of(
        first_page(), [*body(), *body(), *quoted, Set(FULL[:78], indent=1.4, gap=1), *body()[1:], *body()]
    )

    assert 5 == max(text.count("The keepers") for text in blocks(article, BlockKind.QUOTATION))


def test_a_line_with_a_colon_leads_into_the_next_paragraph_of_a_quotation() -> None:
    """Some white parts the two, or the page."""
    lead = Set("The keeper then told the boy:", indent=2, gap=0.3, size=0.95)
    told = [
        Set("Pinker came to the Mole on foot and asked the boy of the Board", indent=3, size=0.95),
        Set("and was heard.", indent=3, size=0.95),
    ]
    end = [Set(FULL[:80], gap=0.3), *body()[1:]]
    on_page = article_of(first_page(), [*body(), lead, replace(told[0], gap=0.25), told[1], *end])
    over_page = article_of(first_page(), [*body(), *body(), lead], [*told, *end, *body()])

    expected = ["The keeper then told the boy:", f"{told[0].text} and was heard."]
    assert [expected, expected] == [blocks(each, BlockKind.QUOTATION) for each in (on_page, over_page)]


@pytest.mark.parametrize(("begins", "expected"), [("(Reed 1901, 12)", 1), ("(and so did the boy)", 0)])
def test_white_under_a_short_line_without_a_stop_parts_paragraphs(begins: str, expected: int) -> None:
    """Unless a sentence goes on with a small letter, as below a formula."""
    article = article_of(first_page(), [
        *body(), Set(FULL[:78], indent=1.4), Set("and this is what the keeper said to the boy"),
        Set(f"{begins} {FULL[:60]}", gap=0.6), *body()[1:],
    ])  # fmt: skip

    assert expected == sum(text.startswith(begins) for text in blocks(article, BlockKind.PARAGRAPH))


def test_verse_is_not_parted_at_its_stops() -> None:
    """Lines of verse end where they will; over a page they are one quotation."""
    lines = ["The lamps were lit, the lamps were out.", "Who counted them?", "The boy was on the Mole about", "A cat."]
    verse = [Set(text, indent=2, gap=0.3 * (not index), size=0.9) for index, text in enumerate(lines)]
    article = article_of(
        first_page(), [*body(), *verse[:2]], [*verse[2:], Set(FULL[:78], indent=1.4, gap=0.3), *body()[1:]]
    )

    assert 1 == len(blocks(article, BlockKind.QUOTATION))


def test_the_margins_of_a_page_that_the_abstract_fills() -> None:
    """They are not those of the abstract, which is inset on both sides."""
    inset = [Set(FULL[:80], indent=2, size=0.9) for _ in range(8)]
    lines = [page(1, [Set("Lamps", size=1.5, centred=True), *inset]), *(page(n, body()) for n in (2, 3))]

    found = measure(rows_of(Lines(doc="set", pages=tuple(lines))))

    assert abs(found.margins[1, 0].left - LEFT) < EM / 2
    assert found.margins[1, 0].width == found.margins[2, 0].width


def test_an_epigraph_of_two_lines_with_its_author() -> None:
    """Lines of different length that begin at one edge are not centred, though they end as far from the other."""
    motto = [Set("The lamps of the coast, wrote the keeper, are lit by the boys of the", indent=2.6, gap=1, size=0.95),
             Set("Board, who never saw the oil that was burnt in them in the winters,", indent=2.6, size=0.95),
             Set("– Hester Tansy, 1861", indent=2.6, size=0.95)]  # fmt: skip
    article = article_of(first_page(), [*body(), *motto, Set(FULL[:78], indent=1.4, gap=0.7), *body()[1:], *body()])

    assert 1 == len(blocks(article, BlockKind.QUOTATION))


def test_the_margin_of_a_page_that_a_list_fills() -> None:
    """It is that of the pages that end at the same edge."""
    items = [each for _ in range(4) for each in (Set("- " + FULL[:75], indent=1.5), Set(FULL[:73], indent=3))]
    items = [Set(each.text[: 80 - round(2 * each.indent)], indent=each.indent) for each in items]
    lines = [*(page(n, body()) for n in range(1, 6)), page(6, items)]

    found = measure(rows_of(Lines(doc="set", pages=tuple(lines))))

    assert found.margins[6, 0].left == found.margins[2, 0].left


def _inset(*texts: str) -> list[Set]:
    return [Set(text, indent=1.4) for text in texts]


QUOTED = (
    "“The keepers of the lamps wrote down every ship that ran",
    "into the harbour, and every barrel of oil that was lit in",
    "the lamps of the coast, and of the tides that brought the",
    "crews of every nation there. Nobody read what they wrote,",
    "for the books were kept in the tower with the oil and the",
    "wicks of the winter.”",
)


@pytest.mark.parametrize(
    "over",
    [
        pytest.param([Set("and Tansy says of them:")], id="under the text that leads into it"),
        pytest.param(
            [Set("and nobody read it."), *_inset("Tansy says that")], id="under a line that is indented as well"
        ),
        pytest.param([Set("and nobody read it.")], id="under a sentence"),
    ],
)
def test_rows_that_are_indented_throughout_and_run_on_are_a_quotation(over: list[Set]) -> None:
    """Without white above and below, at the indent of paragraphs: of a paragraph all rows but one are flush."""
    article = article_of(first_page(), [*body(6)[:-1], *over, *_inset(*QUOTED), *body(6)])

    assert [" ".join(QUOTED)] == blocks(article, BlockKind.QUOTATION)


def test_the_further_lines_of_a_hanging_item_are_no_quotation() -> None:
    """They go on the sentence of its first line."""
    first = Set("4.) The board of the harbour met in the tower every winter, as it")
    item = [text.strip("“”").lower() for text in QUOTED]
    article = article_of(first_page(), [*body(6), first, *_inset(*item), *body(6)])

    assert [] == blocks(article, BlockKind.QUOTATION)


def test_short_paragraphs_one_after_another_are_no_quotation() -> None:
    """Each ends with its sentence, or ends early."""
    turns = [
        f"The {keeper} lit the lamp in the tower of the harbour." for keeper in ("first", "second", "third", "fourth")
    ]
    article = article_of(first_page(), [*body(6), *_inset(*turns, "Nobody read it.", "They went."), *body(6)])

    assert [] == blocks(article, BlockKind.QUOTATION)


def test_the_third_line_of_a_hanging_item_begins_no_paragraph() -> None:
    """Though a flush line follows, the next item: it goes on amid a sentence, as far in as the line before."""
    hanging = [Set("Claim one: of every lamp there is a keeper, that keeper is awake, that keeper is the"),
               Set("same from dusk to dawn, and that keeper along with some", indent=1.4),
               Set("oil makes up the light.", indent=1.4), Set("Claim two: there is a lamp.")]  # fmt: skip
    article = article_of(first_page(), [*body(), *body(), *body(), *hanging, *body()])

    assert not any(text.startswith("oil makes") for text in blocks(article, BlockKind.PARAGRAPH))


def test_the_paragraph_goes_on_below_a_claim_that_is_set_off() -> None:
    """Though the claim ends without a stop: the line below it is flush, and white stands between them."""
    claim = [Set("(A) For any lamp x and for any lamp y, if x is lit and y is not, the keeper is", indent=0.8, gap=0.5),
             Set("keeper of y iff Rxy", indent=2.8)]  # fmt: skip
    article = article_of(
        first_page(),
        [
            *body(),
            *body()[:-1],
            Set("as follows:"),
            *claim,
            Set("Now " + FULL[:74], gap=0.5),
            *body()[1:],
            *body(),
            *body(),
        ],
    )

    found = next(block for block in article.blocks if block.text.startswith("Now The keepers"))
    assert found.resumes


def test_a_paragraph_at_the_top_of_a_page_under_a_quotation() -> None:
    """Its first line, as far in as the quotation and hardly larger, is none of it: a flush line follows."""
    quoted = [Set(FULL[:70], indent=1.4, gap=0.5, size=0.95), *[Set(FULL[:70], indent=1.4, size=0.95)] * 2,
              Set("and never came.", indent=1.4, size=0.95)]  # fmt: skip
    top = [Set("Pinker came to the Mole on foot and asked the boy of the Board for a lamp of", indent=1.4),
           Set("the old kind, which he had not seen since the winter in which his brother sailed.")]  # fmt: skip
    article = article_of([*first_page(), *body(), *quoted], [*top, *body()[1:], *body(), *body()])

    assert 1 == sum(text.startswith("Pinker") for text in blocks(article, BlockKind.PARAGRAPH))


@pytest.mark.parametrize("rows", [2, 4])
def test_rows_within_both_margins_are_a_quotation(rows: int) -> None:
    """No white is above or below, and the paragraph after it begins where its lines do."""
    inset = [Set(FULL[:76], indent=1.0)] * (rows - 1)
    article = article_of(first_page(), [*body(6), *inset, Set("and nobody saw it.", indent=1.0), *body(6)])

    assert [rows] == [1 + text.count("The keepers") for text in blocks(article, BlockKind.QUOTATION)]


def test_the_first_line_of_a_paragraph_over_a_short_one_is_no_quotation() -> None:
    """The first reaches to the margin."""
    rows = [Set(FULL[:78], indent=1.0), Set("and nobody saw it.", indent=1.0)]
    article = article_of(first_page(), [*body(6), *rows, *body(6)])

    assert [] == blocks(article, BlockKind.QUOTATION)


def test_the_first_line_of_the_paragraph_under_a_quotation_is_its_own() -> None:
    """White parts the quotation from the text above it only, and the paragraph is indented as far."""
    inset = [Set(FULL[:76], indent=1.0, gap=0.5), Set(FULL[:76], indent=1.0), Set("and nobody saw it.", indent=1.0)]
    first = Set(FULL[:81], indent=1.0, size=0.96)
    article = article_of(first_page(), [*body(6), *inset, first, *body(6)[1:]])

    assert [3] == [1 + text.count("The keepers") for text in blocks(article, BlockKind.QUOTATION)]


def test_verse_whose_lines_begin_small_is_no_list() -> None:
    """One of its lines ends with a semicolon, where items of a list all would."""
    lines = ("The lamps went out along the quay,", "and no one spoke of coming home;", "the gulls cried,", "and flew.")
    verse = [Set(text, indent=3.0, size=0.85, gap=0.6 * (not place)) for place, text in enumerate(lines)]
    article = article_of(first_page(), [*body(6), *verse, Set(FULL[:78], indent=1.4, gap=0.6), *body(6)[1:]])

    assert [" ".join(lines)] == blocks(article, BlockKind.QUOTATION)


@pytest.mark.parametrize(
    "lines",
    [
        (FULL[:80], FULL[:76] + "it", "1789)."),
        (FULL[:75] + " oil,", "Saltmouth University Press, 1901."),
    ],
    ids=["a date", "a comma"],
)
def test_the_further_lines_of_an_entry_begin_no_paragraph(lines: tuple[str, ...]) -> None:
    """They are indented just as paragraphs are, whatever they begin with: the line before is full, amid a sentence."""
    first, *others = lines
    entry = [Set(first, gap=0.6), *(Set(text, indent=1.4) for text in others)]
    article = article_of(first_page(), [*body(), *body(), *body(), *entry, Set(FULL[:80], gap=0.6), *body()[1:]])

    assert " ".join(lines) in blocks(article, BlockKind.PARAGRAPH)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [((0.90, 0.95, 0.91), 1), ((0.95, 0.95, 0.90), 0), ((0.90, 0.98, 0.91), 0)],
    ids=["a line of capitals", "hardly smaller", "a line of the body"],
)
def test_the_rows_of_a_quotation_in_small_type_waver(sizes: tuple[float, ...], expected: int) -> None:
    """Over the whole measure, white above and below it: most of its rows are clearly smaller, and all are smaller."""
    quoted = [Set(FULL[:84], size=size, gap=0.4 * (not place)) for place, size in enumerate(sizes)]
    below = body(6)
    below[0] = Set(FULL[:80], gap=0.4)
    article = article_of(first_page(), [*body(6), *quoted, *below], reader="tesseract")

    assert expected == len(blocks(article, BlockKind.QUOTATION))


def test_matter_set_in_as_far_as_first_lines_is_one_paragraph() -> None:
    """A full line that goes on in a small letter right under it, at its edge, is none of a new paragraph."""
    set_in = [Set(FULL[:77], indent=1.4), Set("of the oil.", indent=1.4)]
    article = article_of(first_page(), [*body(), *body(), *set_in, *body(8)])

    assert not any(block.text == "of the oil." for block in article.blocks)


def test_the_second_line_beside_an_initial_begins_no_paragraph() -> None:
    """It stands in as far as first lines do, by chance, and goes on in the middle of a sentence."""
    first = [Set(FULL[:80], gap=1.5), Set(f"and nobody {FULL[4:66]}", indent=1.4), *body(6)[1:]]
    article = article_of([*first_page()[:2], *first, *body(8), *body(8)], [*body(8), *body(8)])

    assert any(text.startswith(f"{FULL[:80]} and nobody") for text in blocks(article, BlockKind.PARAGRAPH))
