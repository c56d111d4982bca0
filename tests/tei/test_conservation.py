"""No article, however odd, loses text or a page on its way into the edition."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.model import (
    Article,
    Block,
    BlockKind,
    Cell,
    Citation,
    CitationKind,
    CitedField,
    Entities,
    EntityKind,
    FieldKind,
    FrontMatter,
    Join,
    Mention,
    Note,
    NoteKind,
    Style,
    StyleSpan,
)
from pipeline.tei import check, run
from tests.tei.articles import block, note, sheet
from tests.tei.reading import edition_of, found, running_text, with_id

PAGES = 5
JOINS = st.sampled_from([Join.SPACE, Join.SOFT, Join.HARD, Join.DOUBTFUL, Join.NOTHING])
FRONT = FrontMatter(title="Tea", authors=("tea", "tea tea", "quay"))
WORDS = st.sampled_from(["tea", "lamps & oil", "<quay>", "港口", "well-", "é"])
FIELDS = st.sampled_from([kind for kind in FieldKind if kind is not FieldKind.CALL])
SETTINGS = st.builds(Settings, lines=st.booleans(), furniture=st.sampled_from(["keep", "drop"]))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Blocks of any kinds in any order over a few pages, with notes called anywhere or nowhere."""
    page, blocks = 1, []
    for index in range(draw(st.integers(0, 6))):
        lines = []
        for line in range(draw(st.integers(1, 3))):
            page = min(page + draw(st.integers(0, 2)), PAGES)
            lines.append((page, index * 3 + line, draw(WORDS), draw(JOINS) if line else Join.START))
        kind = draw(st.sampled_from(BlockKind))
        made = block(f"b{index}", kind, *lines, level=draw(st.integers(0, 3)), resumes=draw(st.booleans()))
        spans = draw(st.lists(_stretch(made.text), max_size=2))
        italics = tuple(StyleSpan(start=start, end=end, style=Style(italic=True)) for start, end in spans)
        cells = draw(_cells(made.text)) if kind is BlockKind.TABLE else ()
        blocks.append(replace(made, styles=italics, cells=cells))
    notes = tuple(draw(_note(number, blocks)) for number in range(draw(st.integers(0, 4))))
    sheets = tuple(
        sheet(number, str(number), cover=number == 1 and draw(st.booleans())) for number in range(1, PAGES + 1)
    )
    return Article(doc="any", language="en", sheets=sheets, front=FRONT, blocks=tuple(blocks), notes=notes)


@st.composite
def _cells(draw: st.DrawFn, text: str) -> tuple[Cell, ...]:
    """None, or cells that fill the text, parted at some of its spaces, in rows of any shape."""
    spaces = [offset for offset, character in enumerate(text) if character == " "]
    parted = sorted(draw(st.sets(st.sampled_from(spaces)))) if spaces else []
    row, column, cells = 0, draw(st.integers(0, 1)), []
    for start, end in pairwise([-1, *parted, len(text)]):
        columns = draw(st.integers(1, 2))
        cells.append(Cell(start=start + 1, end=end, row=row, column=column, columns=columns))
        turns = draw(st.booleans())
        row, column = (row + 1, draw(st.integers(0, 2))) if turns else (row, column + columns + draw(st.integers(0, 1)))
    return tuple(cells) if draw(st.booleans()) else ()


@st.composite
def _note(draw: st.DrawFn, number: int, blocks: list[Block]) -> Note:
    target = draw(st.sampled_from([None, *blocks]))
    anchor = None if target is None else (target.id, draw(st.integers(0, len(target.text))), draw(st.floats(0, 1)))
    page = draw(st.integers(1, PAGES))
    words = draw(WORDS)
    lines = ((page, 30, words), (min(page + draw(st.integers(0, 1)), PAGES), 31, "more", draw(JOINS)))
    return note(str(number + 1), anchor, *lines, kind=draw(st.sampled_from(NoteKind)))


def _stretch(text: str) -> st.SearchStrategy[tuple[int, int]]:
    """Any stretch of the text that is not empty."""
    return st.integers(0, len(text) - 1).flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text)))
    )


@st.composite
def editions(draw: st.DrawFn) -> tuple[Article, Entities]:
    """An article, names anywhere in its blocks and notes, and citations in notes and bibliography."""
    article = draw(articles())
    passages: list[Block | Note] = [*article.blocks, *article.notes]
    mentions = []
    for passage in passages:
        for start, end in draw(st.lists(_stretch(passage.text), max_size=2)):
            kind = draw(st.sampled_from(EntityKind))
            mentions.append(Mention(target=passage.id, start=start, end=end, kind=kind, cert=draw(st.floats(0, 1))))
    citations = [each for passage in passages for each in draw(_citations(passage))]
    return article, Entities(doc="any", mentions=tuple(mentions), citations=tuple(citations))


@st.composite
def _citations(draw: st.DrawFn, passage: Block | Note) -> list[Citation]:
    """None, or one that fills the passage, its fields anywhere in it, one behind the other; or an entry of a list."""
    cuts = sorted(draw(st.sets(st.integers(0, len(passage.text)), max_size=6)))
    stretches = [(low, high) for low, high in pairwise(cuts) if low < high]
    fields = tuple(
        CitedField(kind=draw(FIELDS), start=low, end=high, value="1900", level="m", unit="page", first="1", last="1")
        for low, high in stretches
    )
    listed = isinstance(passage, Block) and passage.kind is BlockKind.BIBLIOGRAPHY
    if not fields or (isinstance(passage, Block) and not listed):
        return []
    kind = CitationKind.ENTRY if listed else draw(st.sampled_from([CitationKind.FULL, CitationKind.ARCHIVAL]))
    made = Citation(
        id=f"{passage.id}.c", target=passage.id, start=0, end=len(passage.text), kind=kind, fields=fields
    )  # fmt: skip
    return [made]


@given(layers=editions(), settings=SETTINGS)
def test_every_block_says_its_text(layers: tuple[Article, Entities], settings: Settings) -> None:
    """Every block and note of the article is in the edition, with exactly its text."""
    article, root = layers[0], edition_of(*layers, settings=settings)
    passages: list[Block | Note] = [*article.blocks, *article.notes]
    written = [running_text(with_id(root, each.id)) for each in passages]

    assert [each.text for each in passages] == written


@given(layers=editions(), settings=SETTINGS)
def test_every_page_begins_once_and_in_order(layers: tuple[Article, Entities], settings: Settings) -> None:
    """Page breaks are the pages of the source without covers, in order."""
    breaks = found(edition_of(*layers, settings=settings), "//t:text//t:pb")

    assert [f"#f{each.page}" for each in layers[0].sheets if not each.cover] == [node.get("facs") for node in breaks]


@given(layers=editions(), settings=SETTINGS)
def test_every_article_is_valid(layers: tuple[Article, Entities], settings: Settings) -> None:
    """Whatever the article is like, the edition passes the gate."""
    faults = check(run(*layers, settings))

    assert [fault for fault in faults if not fault.warning] == []


@given(layers=editions(), settings=SETTINGS)
def test_every_article_is_tei(tei_all: etree.RelaxNG, layers: tuple[Article, Entities], settings: Settings) -> None:
    """Whatever the article is like, ``tei_all`` accepts the edition."""
    tei_all.validate(edition_of(*layers, settings=settings))

    assert [str(entry) for entry in tei_all.error_log] == []
