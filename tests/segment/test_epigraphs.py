"""Words of another over the text, in the place and the type of an abstract."""

import pytest
from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.model import BlockKind, CleanPage, Lines
from pipeline.segment import run
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page
from tests.segment.setting import page as set_page

INSET = [Set(FULL[:60], indent=4) for _ in range(5)]
AGAINST_THE_RIGHT = [Set(FULL[:70], indent=5, gap=2), Set(FULL[:74], indent=3), Set("and nobody read it.”", indent=30)]


def _titled(*epigraph: Set) -> list[Set]:
    title = [Set("LAMPS AND OIL", size=1.5, centred=True), Set("Hester Tansy", centred=True, gap=1)]
    return [*title, *epigraph, Set("INTRODUCTION", centred=True, gap=2), *body(12)]


def test_an_epigraph_is_signed_under_it() -> None:
    """Lines set in, and farther in the dash and the name: one quotation, and no abstract."""
    last = Set("and nobody read it.", indent=4)
    article = article_of(_titled(Set(FULL[:60], indent=4, gap=2), *INSET, last, Set("—Amos Reed", indent=20)), body(12))

    assert "" == article.front.abstract
    assert ["—Amos Reed"] == [text[-10:] for text in blocks(article, BlockKind.QUOTATION)]


@pytest.mark.parametrize("dash", ["-", "~ "])
def test_an_epigraph_may_be_set_against_the_right(dash: str) -> None:
    """Its last line begins late and ends where the others do; a hyphen or a tilde may stand for the dash."""
    article = article_of(_titled(*AGAINST_THE_RIGHT, Set(f"{dash}Amos Reed", indent=34)), body(12))

    assert "" == article.front.abstract
    text = " ".join(row.text for row in AGAINST_THE_RIGHT)
    assert [f"{text} {dash}Amos Reed"] == blocks(article, BlockKind.QUOTATION)


def test_lines_flush_right_are_no_abstract() -> None:
    """They end at one edge and begin anywhere, as words of another are set over the text; nobody signs them."""
    lines = [FULL[:60], "and asked her:", "Who lit that lamp of ours?", f"It was {FULL[:40]}", "and nobody read it."]
    epigraph = [
        Set(text, indent=(800 - 10 * len(text)) / 20, gap=0 if index else 2) for index, text in enumerate(lines)
    ]
    article = article_of(_titled(*epigraph), body(12))

    assert "" == article.front.abstract
    assert [] == blocks(article, BlockKind.ABSTRACT)
    assert [" ".join(lines)] == blocks(article, BlockKind.QUOTATION)


def test_who_is_quoted_may_stand_at_the_right_without_a_dash() -> None:
    """A few words in the right half of the lines over them, that end where these do."""
    last = Set("and nobody read it.", indent=4)
    article = article_of(
        _titled(Set(FULL[:60], indent=4, gap=2), *INSET, last, Set("Amos Reed", indent=29.5)), body(12)
    )

    assert "" == article.front.abstract


def test_a_heading_may_stand_on_the_page_after_an_epigraph() -> None:
    """The name that ends it has no stop."""
    epigraph = [*AGAINST_THE_RIGHT, Set("—Amos Reed", indent=35)]
    first = _titled(*epigraph)[: 2 + len(epigraph)]
    article = article_of(first, [Set("I. INTRODUCTION", centred=True), *body(12), *body(12)])

    assert ["I. INTRODUCTION"] == blocks(article, BlockKind.HEADING)


def test_an_epigraph_is_cited_in_a_note_at_its_end() -> None:
    """No abstract has a note at its very end and nowhere else."""
    last = Set("and nobody read it.", indent=4, raised="1")
    page = [*_titled(Set(FULL[:60], indent=4, gap=2), *INSET, last), Set("1 Reed, The Keeper, 14.", size=0.8, gap=2)]
    article = article_of(page, body(12))

    assert "" == article.front.abstract
    assert ["1"] == [note.label for note in article.notes]


def test_french_spaces_may_stand_behind_the_note_of_an_epigraph() -> None:
    """``harbour¹ .»``: the stop and the closing guillemet are set off, and are no words."""
    last = Set("of the harbour1", indent=4, raised="1")
    page = [*_titled(Set("«" + FULL[:59], indent=4, gap=2), *INSET, last), Set("1 Reed, 14.", size=0.8, gap=2)]
    made = article_of(page, body(12))
    lines = Lines(doc="set", pages=tuple(_set_off(each) for each in (set_page(1, page), set_page(2, body(12)))))
    article = run(lines, Settings())

    assert "" == made.front.abstract == article.front.abstract


def _set_off(page: CleanPage) -> CleanPage:
    """The page with `` .»`` behind its raised mark."""
    return replace(page, lines=tuple(
        replace(line, text=f"{line.text} .»") if line.text.endswith("harbour1") else line for line in page.lines
    ))  # fmt: skip


def test_a_dialogue_is_no_epigraph() -> None:
    """Its turns begin with a dash, at the indent of paragraphs."""
    turns = [Set("—Who lit the lamp?", indent=1.4), Set("—Tansy did.", indent=1.4), Set("—And the oil?", indent=1.4)]
    article = article_of(first_page(), [*body(6), *turns, *body(6)])

    assert [] == blocks(article, BlockKind.QUOTATION)
