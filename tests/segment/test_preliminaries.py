"""What stands between the title block and the text: the contents, the title once more, and the abstract around them."""

import pytest

from pipeline.model import BlockKind, NoteKind, Style
from pipeline.segment.front.preliminaries import take_preliminaries
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import whole
from tests.segment.setting import FULL, Set, article_of, blocks, body, heads, page

ITALIC = Style(italic=True)
TITLE = Set("THE LAMPS OF THE LOWER HARBOUR", size=1.3, centred=True, gap=1)
NAMES = Set("Hester Tansy", centred=True, gap=1, style=ITALIC)
LABEL = Set("CONTENTS", centred=True, gap=1)
LED = [
    Set(f"{entry} {'.' * (70 - len(entry))} {page}", gap=0.5 * (page == 102))
    for page, entry in enumerate(("INTRODUCTION", "I. OIL", "II. WICKS", "CONCLUSION"), 102)
]
TEXT = [Set("INTRODUCTION", centred=True, gap=1), Set(FULL[:78], indent=1.4, gap=0.5), *body(8)[1:], *body(8)]
SUMMARY = [Set(f"In every harbour a lamp of its own was lit, {words}", indent=2, size=0.85, style=ITALIC) for words in (
    "and the keepers wrote it down", "wherever the ships lay", "whoever had to pay", "and this was read again",
    "by nobody but the clerk", "until the oil was gone.",
)]  # fmt: skip
AGAIN = [TITLE, Set("Hester Tansy*", centred=True, gap=1, style=ITALIC, raised="*"),
         Set(SUMMARY[0].text, 2, 1, 0.85, ITALIC), *SUMMARY[1:]]  # fmt: skip
NOTE = [Set("* Keeper of the lamps.", at=1400, size=0.8)]
HEADS = [Set(f"{folio} Annals of Harbours", size=0.9) for folio in (102, 103, 104)]
REPEATED = article_of(
    [TITLE, NAMES, LABEL, *LED], [HEADS[0], *AGAIN, *TEXT, *NOTE], *[[head, *body(9)] for head in HEADS[1:]]
)


def test_the_title_and_the_names_once_more_behind_the_contents() -> None:
    """They are no heading and no paragraph, and the header has each once."""
    assert [TITLE.text] * 2 == blocks(REPEATED, BlockKind.TITLE)
    assert ["Hester Tansy"] * 2 == blocks(REPEATED, BlockKind.BYLINE)
    assert (TITLE.text, ("Hester Tansy",)) == (REPEATED.front.title, REPEATED.front.authors)
    assert [(1, "CONTENTS"), (1, "INTRODUCTION")] == heads(REPEATED)


def test_the_abstract_under_the_title_once_more() -> None:
    """It is no quotation."""
    assert [REPEATED.front.abstract] == blocks(REPEATED, BlockKind.ABSTRACT)
    assert [] == blocks(REPEATED, BlockKind.QUOTATION)


def test_the_note_that_is_called_at_the_names_once_more() -> None:
    """It is the author's, as under the title."""
    assert [NoteKind.AUTHOR] == [note.kind for note in REPEATED.notes]


def test_a_title_of_two_lines_under_a_running_head() -> None:
    """Its first line stands first on the first page, too, and is no running head for that."""
    lines = [Set("THE LAMPS AND THE OIL OF", size=1.3, centred=True), Set("THE HARBOUR", size=1.3, centred=True)]
    again = [HEADS[0], Set(lines[0].text, 0, 1, 1.3, centred=True), lines[1], *AGAIN[1:], *TEXT]
    article = article_of([*lines, NAMES, LABEL, *LED], again, *[[head, *body(9)] for head in HEADS[1:]])

    assert ["THE LAMPS AND THE OIL OF THE HARBOUR"] * 2 == blocks(article, BlockKind.TITLE)


@pytest.mark.parametrize("style", [Style(), ITALIC], ids=["as the text", "italic, a word upright"])
def test_what_stands_between_the_names_and_the_contents_is_the_abstract(style: Style) -> None:
    """Of several paragraphs, each set as the text is: the text stands behind the contents."""
    paragraphs = [Set(each.text, each.indent, each.gap, style=style) for each in body(5)]
    upright = [Set(FULL[:78], 1.4, 0.6, style=style, styled=6), *paragraphs[1:]]
    article = article_of(
        [TITLE, NAMES, Set("ABSTRACT", centred=True, gap=1), *paragraphs, *upright, LABEL, *LED], TEXT, body()
    )

    assert 2 == article.front.abstract.count("and nobody read it again.")


@pytest.mark.parametrize("begins", ["Life: Hester Tansy", "AUTHOR—Keeper of lamps, who"])
def test_the_life_of_the_author_between_abstract_and_contents(begins: str) -> None:
    """It names him first, or has a label, and is none of the abstract."""
    life = [Set(f"{begins} keeps the lamps of the harbour and", indent=1.4, gap=0.6), *body(4)[1:]]
    article = article_of(
        [TITLE, NAMES, Set("ABSTRACT", centred=True, gap=1), *body(5), *life, LABEL, *LED], TEXT, body()
    )

    assert begins not in " ".join(blocks(article, BlockKind.ABSTRACT))


def test_text_over_an_outline_without_names_is_no_abstract() -> None:
    """Nothing says that the names have been, and the text not begun."""
    article = article_of([TITLE, *body(8), *body(8)], [*LED, *TEXT], body())

    assert [] == blocks(article, BlockKind.ABSTRACT)


def test_a_first_page_with_contents_of_its_own_is_no_cover() -> None:
    """Though it has little text, and the next page has its title: an issue's contents would name it."""
    assert [False] * 4 == [sheet.cover for sheet in REPEATED.sheets]


def test_an_abstract_that_breaks_off_goes_on_in_its_own_block() -> None:
    """At the foot of the page in a word, behind it in a capital: no sentence ended there."""
    broken = [*body(5)[:4], Set("on the lower harbour of Salt-")]
    article = article_of(
        [TITLE, NAMES, Set("ABSTRACT", centred=True, gap=1), *broken],
        [Set("mouth. Amos Reed read it, and then nobody."), LABEL, *LED, *TEXT], body(),
    )  # fmt: skip

    assert 1 == len(blocks(article, BlockKind.ABSTRACT))
    assert article.front.abstract.endswith("Salt-mouth. Amos Reed read it, and then nobody.")


def test_a_label_of_contents_that_looks_like_text() -> None:
    """Without white over it, it is the heading of what dots lead from."""
    label = Set("Table of Contents", indent=8)
    article = article_of([TITLE, NAMES, Set("ABSTRACT", centred=True, gap=1), *body(6), label, *LED], TEXT, body())

    assert (1, "Table of Contents") in heads(article)


def test_the_life_of_the_author_goes_on_behind_the_page() -> None:
    """In one paragraph, which the text does not begin with."""
    life = Set("AUTHOR—Keeper of the lamps. She thanks the Board, the clerks, and Amos", indent=1.4, gap=0.6)
    article = article_of(
        [TITLE, NAMES, Set("ABSTRACT", centred=True, gap=1), *body(5), life],
        [Set("Reed, who wrote it down."), LABEL, *LED, *TEXT], body(),
    )  # fmt: skip

    assert f"{life.text} Reed, who wrote it down." in blocks(article, BlockKind.PARAGRAPH)


def test_title_and_abstract_once_more_in_another_language() -> None:
    """No label says so, but the title does; the keywords under them are of it, and the text begins behind them."""
    told = [
        "Las lámparas del puerto y la ley",
        *["y los guardas escribieron todo lo que se podía leer"] * 8,
        "Palabras clave: luz",
    ]
    made = page(1, [Set(text) for text in ("The lamps of the harbour and the law", "Hester Tansy", FULL, *told, FULL)])
    rows = [whole(made, number) for number in range(len(made.lines))]
    front = [
        RawBlock(kind, [row])
        for kind, row in zip((BlockKind.TITLE, BlockKind.BYLINE, BlockKind.ABSTRACT), rows, strict=False)
    ]
    body = [RawBlock(BlockKind.HEADING, [rows[3]]), RawBlock(BlockKind.QUOTATION, rows[4:12]),
            RawBlock(BlockKind.QUOTATION, [rows[12]]), RawBlock(BlockKind.PARAGRAPH, [rows[13]])]  # fmt: skip

    assert 3 == take_preliminaries(front, body)
    assert [BlockKind.PARAGRAPH, BlockKind.ABSTRACT, BlockKind.KEYWORDS] == [block.kind for block in body[:3]]


def test_keywords_that_share_the_lines_of_the_abstract() -> None:
    """Two labels in one line part them: what stands left of the abstract is the keywords."""
    said = ["Abstract: In every harbour a lamp was lit", "and the keepers wrote it down", "wherever ships", "had been."]
    rows = [
        Set(f"{word} {text}", tabs=(100, 250), size=0.85, gap=0 if row else 1.5)
        for row, (word, text) in enumerate(zip(["Keywords:", "lamps,", "oil,", "harbours"], said, strict=True))
    ]
    article = article_of([TITLE, NAMES, *rows, Set("1. Oil", gap=2, style=Style(bold=True)), *body(9)], body(9))

    assert ["Keywords: lamps, oil, harbours"] == blocks(article, BlockKind.KEYWORDS)
    assert article.front.abstract == " ".join(said).removeprefix("Abstract: ")
