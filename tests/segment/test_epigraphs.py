"""Words of another over the text, in the place and the type of an abstract."""

from pipeline.model import BlockKind
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page

INSET = [Set(FULL[:60], indent=4) for _ in range(5)]


def _titled(*epigraph: Set) -> list[Set]:
    title = [Set("LAMPS AND OIL", size=1.5, centred=True), Set("Hester Tansy", centred=True, gap=1)]
    return [*title, *epigraph, Set("INTRODUCTION", centred=True, gap=2), *body(12)]


def test_an_epigraph_is_signed_under_it() -> None:
    """Lines set in, and farther in the dash and the name: one quotation, and no abstract."""
    last = Set("and nobody read it.", indent=4)
    article = article_of(_titled(Set(FULL[:60], indent=4, gap=2), *INSET, last, Set("—Amos Reed", indent=20)), body(12))

    assert "" == article.front.abstract
    assert ["—Amos Reed"] == [text[-10:] for text in blocks(article, BlockKind.QUOTATION)]


def test_an_epigraph_is_cited_in_a_note_at_its_end() -> None:
    """No abstract has a note at its very end and nowhere else."""
    last = Set("and nobody read it.", indent=4, raised="1")
    page = [*_titled(Set(FULL[:60], indent=4, gap=2), *INSET, last), Set("1 Reed, The Keeper, 14.", size=0.8, gap=2)]
    article = article_of(page, body(12))

    assert "" == article.front.abstract
    assert ["1"] == [note.label for note in article.notes]


def test_a_dialogue_is_no_epigraph() -> None:
    """Its turns begin with a dash, at the indent of paragraphs."""
    turns = [Set("—Who lit the lamp?", indent=1.4), Set("—Tansy did.", indent=1.4), Set("—And the oil?", indent=1.4)]
    article = article_of(first_page(), [*body(6), *turns, *body(6)])

    assert [] == blocks(article, BlockKind.QUOTATION)
