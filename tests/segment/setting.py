"""Pages set by hand for the tests of segment: every line with its place, size and style, as a reader would give it."""

from dataclasses import dataclass

from pipeline.config import Settings
from pipeline.model import (
    PLAIN,
    Article,
    BlockKind,
    Box,
    CallCandidate,
    CleanLine,
    CleanPage,
    Lines,
    Reading,
    Region,
    Style,
    WordSpan,
)
from pipeline.segment import run

LEFT, RIGHT, LEADING, SIZE = 100, 900, 30, 20.0
EM = SIZE
GLYPH = 10
"""Width of a character of body size, in pixels: a full line holds eighty."""


@dataclass(frozen=True, slots=True)
class Set:
    """One printed line: its text, and how it is set."""

    text: str
    indent: float = 0.0
    """Ems from the left margin."""
    gap: float = 0.0
    """Lines of white above it, beyond the leading."""
    size: float = 1.0
    """Of the body's."""
    style: Style = PLAIN
    styled: int | None = None
    """Words at its beginning that have the style; None for all."""
    centred: bool = False
    tabs: tuple[int, ...] = ()
    """Left edges of the words, in pixels, for a row of a table."""
    at: int | None = None
    """Baseline, for a line that does not stand under the one before."""
    raised: str = ""
    """Characters at its end that are raised: a note call."""
    on_line: bool = False
    """Whether that call stands on the line after all, in brackets."""
    confidence: float = 1.0
    """Of the reader, for every word."""
    doubted: int | None = None
    """Words at its end that have that confidence; None for all."""
    column: int = 0
    upright: bool = False
    """Whether it is read upwards, from its baseline."""
    turned: bool = False
    """Whether the reader says so: it has no baseline."""
    region: Region = Region.UNKNOWN
    """What the source calls it."""
    small_capitals: bool = False
    """Whether its small letters are drawn as small capitals."""


FULL = "The keepers of the harbour wrote down every lamp that was lit and every ship that ran"
"""A line of body as long as the measure."""


def body(count: int = 6) -> list[Set]:
    """A paragraph of full lines, the last one short, its first line indented."""
    return [Set(FULL[:78], indent=1.4), *([Set(FULL[:80])] * (count - 2)), Set("and nobody read it again.")]


def page(number: int, lines: list[Set], top: int = 100, reader: str = "text-layer") -> CleanPage:
    """A page of lines, one under the other."""
    baseline, made = top, []
    for each in lines:
        baseline = each.at if each.at is not None else baseline + round(LEADING * (1 + each.gap))
        made.append(_line(each, baseline))
    return CleanPage(number=number, reader=reader, lines=tuple(made), width=1000, height=1500, dpi=150)


def _line(each: Set, baseline: int) -> CleanLine:
    size = SIZE * each.size
    width = round(len(each.text) * GLYPH * each.size)
    left = round((LEFT + RIGHT - width) / 2) if each.centred else round(LEFT + each.indent * EM)
    words, offset, edge = [], 0, left
    height = round(size * (0.35 if each.small_capitals else 0.7))
    printed = each.text.split(" ")
    for index, word in enumerate(printed):
        edge = each.tabs[index] if index < len(each.tabs) else edge
        right = edge + round(len(word) * GLYPH * each.size)
        box = Box(edge, baseline - height, right, baseline + 4)
        style = each.style if each.styled is None or index < each.styled else PLAIN
        confidence = each.confidence if each.doubted is None or index >= len(printed) - each.doubted else 1.0
        words.append(WordSpan(start=offset, end=offset + len(word), box=box, confidence=confidence, style=style))
        offset, edge = offset + len(word) + 1, right + round(GLYPH * each.size)
    first = words[0].box.left if words[0].box else left
    last = words[-1].box.right if words[-1].box else left
    box = Box(first, baseline - height, max(last, first + 1), baseline + 4)
    return CleanLine(
        text=each.text, words=tuple(words), size=size, calls=_calls(each), column=each.column, region=each.region,
        baseline=None if each.turned else baseline,
        box=Box(left, baseline - width, left + round(size), baseline) if each.upright else box,
    )  # fmt: skip


def _calls(each: Set) -> tuple[CallCandidate, ...]:
    if not each.raised:
        return ()
    reading = Reading(text=each.raised, confidence=1.0, reader="text-layer")
    start = len(each.text) - len(each.raised)
    return (CallCandidate(start=start, end=len(each.text), raised=not each.on_line, readings=(reading,)),)


def article_of(*pages: list[Set], reader: str = "text-layer") -> Article:
    """The article that segment makes of pages set so."""
    made = tuple(page(number, each, reader=reader) for number, each in enumerate(pages, 1))
    return run(Lines(doc="set", pages=made), Settings())


def blocks(article: Article, kind: BlockKind) -> list[str]:
    """The texts of the blocks of a kind."""
    return [block.text for block in article.blocks if block.kind is kind]


def heads(article: Article) -> list[tuple[int, str]]:
    """Level and text of every heading."""
    return [(block.level, block.text) for block in article.blocks if block.kind is BlockKind.HEADING]


def first_page() -> list[Set]:
    """A first page: title, author, two paragraphs."""
    return [
        Set("The Lamps of the Lower Harbour", size=1.5, centred=True),
        Set("Hester Tansy and Amos Reed", gap=1.0, centred=True),
        Set(FULL[:78], indent=1.4, gap=1.5),
        *body(8)[1:],
        *body(8),
    ]
