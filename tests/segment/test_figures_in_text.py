"""Figures and tables within the text: their words are no text of it, and the paragraph around them is one."""

import pytest
from msgspec.structs import replace

from pipeline.model import BlockKind, Box, NoteKind, Style
from pipeline.segment.rows import is_turned, whole
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page, heads, page

CAPTION = Set("Fig. 1. Lamps lit on the Lower Harbour.", gap=0.8, size=0.8, centred=True)
AXES = [
    *[Set(number, indent=8, gap=1.5, size=1.1) for number in ("400", "300", "200", "100")],
    Set("1870 1880 1890 1900", indent=9, gap=0.5, size=1.1),
    Set("lamps of oil", indent=14, gap=0.5, size=1.1),
]
"""What stands along the axes of a chart."""
OPEN = [Set(FULL[:78], indent=1.4), *[Set(FULL[:80])] * 3]
"""A paragraph that breaks off in a sentence."""
NOTE = "The lamps were counted by the clerks of the Board on the first of May."


def _resumed(*rows: Set) -> list[bool]:
    """Whether the block behind rows that stand within a paragraph resumes it."""
    article = article_of(first_page(), [*body(), *OPEN, *rows, Set("Pinker knew" + FULL[11:80], gap=1), *body()[1:]])
    return [block.resumes for block in article.blocks if block.text.startswith("Pinker knew")]


def test_the_words_of_a_drawing_are_no_text() -> None:
    """Neither the numbers along its axes nor the words within it are headings or paragraphs."""
    article = article_of(first_page(), [*body(), *AXES, CAPTION, Set(FULL[:78], indent=1.4, gap=1), *body()[1:]])

    assert [" ".join(each.text for each in AXES)] == blocks(article, BlockKind.DIAGRAM)
    assert [] == heads(article)
    assert all(text.startswith("The keepers") for text in blocks(article, BlockKind.PARAGRAPH))


def test_one_row_of_signs_over_a_caption() -> None:
    """Of ``RP → W → M`` the reader has only the letters: no heading, though they are in capitals and centred."""
    signs = Set("RP W M", gap=1.5, centred=True)
    article = article_of(first_page(), [*body(), signs, CAPTION, Set(FULL[:78], indent=1.4, gap=1), *body()[1:]])

    assert ["RP W M"] == blocks(article, BlockKind.DIAGRAM)
    assert [] == heads(article)


def test_a_heading_over_a_caption() -> None:
    """It has words: the figure stands at the head of its section."""
    heading = Set("THE OIL", gap=1.5, centred=True)
    words = Set("OF LAMPS", gap=0.1, centred=True)
    article = article_of(first_page(), [*body(), heading, words, CAPTION, *body(), *body()])

    assert [] == blocks(article, BlockKind.DIAGRAM)


def test_the_caption_may_stand_over_the_drawing() -> None:
    """The words are then those under it."""
    article = article_of(first_page(), [*body(), CAPTION, *AXES, Set(FULL[:78], indent=1.4, gap=1), *body()[1:]])

    assert [" ".join(each.text for each in AXES)] == blocks(article, BlockKind.DIAGRAM)


def test_lines_at_one_edge_are_no_drawing() -> None:
    """The text of a papyrus over its picture stands away from the margin, but its lines begin at one edge."""
    lines = [Set(text, indent=6) for text in ("of oil six chests", "of rope two", "of lamps eleven", "for the Mole")]
    article = article_of(first_page(), [*body(), lines[0], *lines[1:], CAPTION, *body()])

    assert [] == blocks(article, BlockKind.DIAGRAM)


def test_a_table_over_its_caption_is_no_drawing() -> None:
    """Rows in columns that ``Table 1`` labels stay a table."""
    tabs = (140, 400, 700)
    rows = [Set(f"{year} 4000 210", tabs=tabs, size=0.9) for year in (1872, 1873, 1874, 1875)]
    caption = Set("Table 1. Lamps and ships", gap=0.6, size=0.9)
    article = article_of(first_page(), [*body(), *rows, caption, Set(FULL[:78], indent=1.4, gap=1), *body()[1:]])

    assert [] == blocks(article, BlockKind.DIAGRAM)
    assert 1 == len(blocks(article, BlockKind.TABLE))


def test_a_table_within_a_figure_has_the_drawing_over_it() -> None:
    """Between the axes and the caption stand rows in columns: they are a table, and the axes are no text."""
    tabs = (140, 400, 700)
    rows = [Set(f"{year} 4000 210", tabs=tabs, size=0.9) for year in (1872, 1873, 1874, 1875, 1876)]
    article = article_of(
        first_page(),
        [*body(), *AXES[:4], Set("", gap=2), *rows, CAPTION, Set(FULL[:78], indent=1.4, gap=1), *body()[1:]],
    )

    assert [" ".join(each.text for each in AXES[:4])] == blocks(article, BlockKind.DIAGRAM)
    assert 1 == len(blocks(article, BlockKind.TABLE))


def test_a_paragraph_goes_on_behind_a_figure() -> None:
    """Its last line over the figure is full and has no stop; so the flush line under it begins none, capital or not."""
    assert [True] == _resumed(*AXES, CAPTION)


def test_a_paragraph_that_ended_does_not_go_on() -> None:
    """The line over the figure has a stop."""
    article = article_of(first_page(), [*body(), *AXES, CAPTION, Set("Pinker knew" + FULL[11:80], gap=1), *body()[1:]])

    assert [False] == [block.resumes for block in article.blocks if block.text.startswith("Pinker knew")]


@pytest.mark.parametrize("note", ["Source: the lists of the Board, 1871.", NOTE])
def test_the_note_under_a_figure_is_no_paragraph(note: str) -> None:
    """Where it is from, labelled or not, in small type right under the caption: the text goes on below it."""
    rows = [*AXES, CAPTION, Set(note, gap=0.4, size=0.7)]
    article = article_of(first_page(), [*body(), *OPEN, *rows, Set("and knew" + FULL[8:80], gap=1), *body()[1:]])

    assert [CAPTION.text, note] == blocks(article, BlockKind.CAPTION)
    assert [True] == [block.resumes for block in article.blocks if block.text.startswith("and knew")]


def test_the_text_under_a_caption_is_text() -> None:
    """It is set larger than the note of a figure."""
    article = article_of(first_page(), [*body(), CAPTION, Set(FULL[:78], indent=1.4, gap=1), *body()[1:]])

    assert [CAPTION.text] == blocks(article, BlockKind.CAPTION)


def test_labels_at_the_top_of_pages_are_no_running_heads() -> None:
    """``Table 1`` and ``Table 2`` differ as folios do, and stand where running heads stand."""
    labels = {"Table 1": "Oil bought by the clerks, 1871", "Table 2": "Wicks", "Table 3": "Ropes that burned at sea"}
    pages = [
        [
            Set(f"H. TANSY {folio}", size=0.8),
            Set(label, size=0.8, gap=1),
            Set(text, size=0.8),
            Set(FULL[:80], gap=2),
            *body(),
        ]
        for folio, (label, text) in enumerate(labels.items(), 419)
    ]
    article = article_of(first_page(), *pages)

    assert [f"{label} {text}" for label, text in labels.items()] == blocks(article, BlockKind.CAPTION)


def test_a_short_italic_line_over_text_is_a_heading() -> None:
    """The lowest headings of many journals have white over them and none below."""
    heading = Set("The oil of the harbour", gap=0.6, style=Style(italic=True))
    article = article_of(first_page(), [*body(), heading, Set("Pinker knew" + FULL[11:80]), *body()[1:]])

    assert [(1, "The oil of the harbour")] == heads(article)


@pytest.mark.parametrize(
    ("line", "below"),
    [
        (Set("The oil of the harbour", style=Style(italic=True)), "Pinker knew"),
        (Set("He burned it all.", gap=0.6, style=Style(italic=True)), "Pinker knew"),
        (Set("The oil of the harbour", gap=0.6, style=Style(italic=True)), "and Pinker"),
    ],
)
def test_an_italic_line_within_the_text_is_none(line: Set, below: str) -> None:
    """No white is over it, or it is a sentence, or the sentence goes on below it."""
    article = article_of(first_page(), [*body(), line, Set(below + FULL[11:80]), *body()[1:]])

    assert [] == heads(article)


def test_the_name_of_the_journal_is_no_title() -> None:
    """It stands larger than the title over it; the line at the top, and the running heads, cite it with its volume."""
    top = [
        Set("Lamps and Harbours 46 (2009) 418-435", size=0.8, centred=True),
        Set("Lamps and Harbours", gap=1.5, size=1.8, centred=True),
        Set("journal homepage: www.lamps.example/lah", gap=1, centred=True),
        Set("The Price of Oil on the Lower Harbour", gap=2, size=1.6),
        Set("Hester Tansy", gap=1, size=1.2),
        Set(FULL[:78], indent=1.4, gap=2.5),
        *body(8)[1:],
    ]
    others = [
        [
            Set(f"H. Tansy / Lamps and Harbours 46 (2009) 418-435 {419 + number}", size=0.8),
            Set("", gap=0),
            *body(),
            *body(8),
        ]
        for number in range(3)
    ]
    article = article_of(top, *[[row for row in page if row.text] for page in others])

    assert "The Price of Oil on the Lower Harbour" == article.front.title
    assert ("Hester Tansy",) == article.front.authors


def test_an_address_at_the_foot_of_the_first_page_is_a_note() -> None:
    """One line with the author's mail, and the sentence over it goes on at the next page."""
    top = [*first_page(), Set(FULL[:78], indent=1.4), *[Set(FULL[:80])] * 5]
    address = Set("E-mail address: tansy@harbour.example", indent=1.4, gap=1, size=0.8)
    article = article_of([*top, address], [Set("and saw that the Mole was dark."), *body(), *body(8)])

    assert [(NoteKind.AUTHOR, address.text)] == [(note.kind, note.text) for note in article.notes]
    assert any(
        "saw that the Mole" in text and text.startswith("The keepers") for text in blocks(article, BlockKind.PARAGRAPH)
    )


@pytest.mark.parametrize(("at", "drawn"), [(400, True), (1400, False)])
def test_the_name_of_an_axis_is_of_the_drawing(at: int, drawn: bool) -> None:
    """It is set upright beside the drawing, and read after all else of the page; elsewhere it may be anything."""
    name = Set("lamps of the quay", indent=6, size=1.2, at=at, upright=True)
    text = [Set(FULL[:78], indent=1.4, gap=1), *body()[1:], *body()]
    article = article_of(first_page(), [*AXES, CAPTION, *text, name], [*body(), *body()])

    assert drawn is (name.text in blocks(article, BlockKind.DIAGRAM))


@pytest.mark.parametrize("foot", [[], [Set(f"1 {NOTE}", gap=1, size=0.8), Set("They said so.", size=0.8)]])
def test_a_turned_line_is_no_text(foot: list[Set]) -> None:
    """It stands last on its page: the paragraph and the note before it end or go on without it."""
    turned = Set("lamps of the quay", indent=6, at=1400, upright=True, turned=True)
    called = Set("Pinker knew it.1" if foot else "Pinker knew it", indent=1.4, raised="1" if foot else "")
    last = [Set(f"The {lamp} lamp was lit by its keeper, and nobody saw it burn.") for lamp in "abcdefgh"]
    article = article_of(
        first_page(), [called, *body(), *OPEN, *foot, turned], [Set("and the Mole was dark."), *body(), *last]
    )

    assert [turned.text] == blocks(article, BlockKind.DIAGRAM)
    assert [f"{NOTE} They said so."] * bool(foot) == [note.text for note in article.notes]
    going_on = [text for text in blocks(article, BlockKind.PARAGRAPH) if text.endswith("and the Mole was dark.")]
    assert [f"{OPEN[-1].text} and the Mole was dark."] == [text[-len(OPEN[-1].text) - 23 :] for text in going_on]


def test_a_caption_under_a_running_head_is_none() -> None:
    """It is set off, beside the folio, and the text of the page before goes on behind the table."""
    tabs = (140, 400, 700)
    rows = ["year lamps ships", *(f"{year} 4000 210" for year in (1871, 1872, 1873))]
    pages = [
        [
            Set(f"{number} Hester Tansy", centred=True),
            Set(f"Table {number}. Lamps", gap=1),
            *[Set(text, gap=0.8 * (text == rows[0]), tabs=tabs) for text in rows],
            Set("and ran" + FULL[7:78], gap=1),
            *body(20)[1:],
            *OPEN,
        ]
        for number in (2, 3, 4)
    ]
    article = article_of([*first_page(), *OPEN], *pages)

    assert ["Table 2. Lamps", "Table 3. Lamps", "Table 4. Lamps"] == blocks(article, BlockKind.CAPTION)


def test_an_abstract_at_the_head_of_a_later_page_interrupts_the_text() -> None:
    """Each language has its own, in small type; the paragraph of the page before goes on under them."""
    box = [
        Set("Abstract. Of the oil that the county sold in those years little is known, for its books", size=0.8),
        Set("were lost in the flood. This paper counts the lamps in place of the oil, and finds that", size=0.8),
        Set("there were few.", size=0.8),
        Set("Résumé. Les gardiens du port ont compté les lampes de la côte et les ont vendues à la", size=0.8, gap=0.4),
        Set("ville, qui les a rendues.", size=0.8),
    ]
    article = article_of(first_page()[:-1], [*box, Set("and saw that the Mole was dark.", gap=2), *body()])

    assert ["Abstract.", "Résumé."] == [text.split()[0] for text in blocks(article, BlockKind.ABSTRACT)]
    assert [True] == [block.resumes for block in article.blocks if block.text.startswith("and saw")]
    assert article.front.abstract.startswith("Of the oil")


def test_words_along_an_arrow_are_turned() -> None:
    """They take more height than their type, and stand on no baseline; a line across the page does not."""
    words = page(1, [Set("lamps of the quay", turned=True), Set("lamps of the quay")])
    aslant, across = (replace(line, box=Box(480, 940, 770, 1150)) for line in words.lines)
    rows = [whole(replace(words, lines=(line,)), 0) for line in (aslant, across)]

    assert [True, False] == [is_turned(row) for row in rows]
