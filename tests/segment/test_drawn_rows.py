"""Rows within what the ink shows to be drawn: no text, whether there is a caption or not."""

from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.model import Article, BlockKind, Box, Lines
from pipeline.segment import run
from tests.segment.setting import FULL, Set, blocks, body, first_page, heads, page

CHART = Box(300, 320, 700, 640)
"""Under the sixth line of the page."""
AXES = [
    *[Set(number, indent=8, at=level, size=0.9) for level, number in ((360, "400"), (440, "300"), (520, "200"))],
    Set("Oil", indent=16, at=560, size=0.9),
    Set("1870 1880 1890 1900", indent=12, at=670, size=0.9),
    Set("years of the Board", indent=15, at=700, size=0.9),
]
BEHIND = [Set(FULL[:78], indent=1.4, at=840), *body()[1:]]
OPEN = [Set(FULL[:78], indent=1.4), *[Set(FULL[:80])] * 3]


def drawn(rows: list[Set], *, over: int = 6, drawings: tuple[Box, ...] = (CHART,)) -> Article:
    """The article of two pages; on the second a drawing stands under a paragraph of so many lines."""
    pages = page(1, first_page()), replace(page(2, [*body(over), *rows, *BEHIND]), drawings=drawings)
    return run(Lines(doc="set", pages=pages), Settings())


def test_words_of_a_chart_without_caption() -> None:
    """The figures of its axes, what stands in it, and the names right under it."""
    article = drawn(AXES)
    assert [" ".join(each.text for each in AXES)] == blocks(article, BlockKind.DIAGRAM)
    assert [] == heads(article)
    assert all(text.startswith("The keepers") for text in blocks(article, BlockKind.PARAGRAPH))


def test_columns_in_a_chart_are_no_table() -> None:
    """Where two charts stand side by side, so do the figures of their axes."""
    rows = [Set("400 400", tabs=(260, 560), at=level, size=0.9) for level in (360, 420, 480, 540, 600)]
    assert 5 == len(blocks(drawn(rows, drawings=()), BlockKind.TABLE)[0].split()) // 2
    assert [] == blocks(drawn(rows), BlockKind.TABLE)


def test_the_text_in_a_frame_stays() -> None:
    """It goes from margin to margin: somebody framed it, or drew a line about it."""
    rows = [Set(FULL[:78], at=360), Set(FULL[:80], at=390), Set("lamps", indent=16, at=420)]
    assert [] == blocks(drawn(rows), BlockKind.DIAGRAM)


def test_the_last_line_over_a_picture_stays() -> None:
    """A picture is ragged, and reaches up to it; nor is a heading under it taken."""
    rows = [*OPEN, Set("and oil."), Set("THE SECOND LAMP OF THE HARBOUR", centred=True, at=780)]
    article = drawn(rows, drawings=(Box(120, 415, 700, 700),))
    assert [] == blocks(article, BlockKind.DIAGRAM)
    assert [(1, "THE SECOND LAMP OF THE HARBOUR")] == heads(article)


def test_rows_in_the_other_column_stay() -> None:
    """A short line beside a picture, but far from it, is the last of a paragraph there."""
    rows = [Set("of the lamps in winter.", indent=20, at=400)]
    assert [] == blocks(drawn(rows, drawings=(Box(110, 330, 300, 640),)), BlockKind.DIAGRAM)


def test_a_narrow_text_beside_a_picture_stays() -> None:
    """Its lines are as short as the names of an axis, but begin at one edge, one under the other."""
    lines = [
        Set(text, at=level)
        for level, text in zip(range(350, 590, 40), ["the lamps of", "harbour were"] * 3, strict=True)
    ]
    assert [] == blocks(drawn(lines), BlockKind.DIAGRAM)
