"""The report of one document: what was found, counted, and everything that needs an editor's eyes.

It is made from the layers alone, so the same layers give the same report; how long the stages took is kept elsewhere.
"""

from collections import Counter
from collections.abc import Iterable
from math import ceil

from pipeline.config import MIN_CERT
from pipeline.model import Article, Block, Entities, Join, Layer, Lines, Note, Page, Pages

WORST = 0.05
"""Share of the pages, the worst ones, by which a document is graded: one page that nobody could read must show."""
GRADES = (("A", 0.9, 0.02), ("B", 0.8, 0.1), ("C", 0.65, 0.25))
"""Grade, the least confidence that the worst pages may have, the most of the notes that may lack a certain call."""
LAST_GRADE = "D"


class Doubt(Layer, frozen=True):
    """One thing to look at."""

    kind: str
    """``page``, ``call``, ``note``, ``sequence``, ``front``, ``remark``, ``names`` or ``edition``."""
    place: str
    """The page, the note or the field, as the layers call it."""
    sentence: str


class Links(Layer, frozen=True):
    """Notes and their calls, counted."""

    notes: int = 0
    linked: int = 0
    low: int = 0
    """Of the linked: with low certainty."""
    lost: int = 0
    """Notes whose call was not found: their place is a guess, or they have none."""


class PageReading(Layer, frozen=True):
    """How one page was read, and why so."""

    page: int
    reader: str
    why: str


class Report(Layer, frozen=True):
    """Counts of one document, and its doubts."""

    doc: str
    pages: int = 0
    readers: dict[str, int] = {}
    """Pages by the way in which they were read; ``failed`` for those that were not."""
    judgements: tuple[PageReading, ...] = ()
    """Where the reader was chosen: what each page of a PDF was, and why it was read so."""
    grade: str = ""
    """``A`` to ``D``, from the worst pages and the calls; see ``GRADES``."""
    worst_pages: float = 0.0
    """Confidence of the words, from 0.0 to 1.0, on the page at the 5th percentile; 0.0 for one that was not read."""
    words: int = 0
    """As read, page furniture included."""
    changes: dict[str, int] = {}
    """Mends by rule."""
    blocks: dict[str, int] = {}
    """Blocks of the article by kind."""
    furniture: dict[str, int] = {}
    discarded: dict[str, int] = {}
    """Words set aside, by reason."""
    doubtful_hyphens: int = 0
    """Line-end hyphens that nothing decides; they are kept."""
    links: Links = Links()
    mentions: dict[str, int] = {}
    register: dict[str, int] = {}
    doubts: tuple[Doubt, ...] = ()


class Layers(Layer, frozen=True):
    """The layers of one document, as far as the run went."""

    pages: Pages
    lines: Lines | None = None
    article: Article | None = None
    entities: Entities | None = None
    faults: tuple[str, ...] = ()
    """What the gate says about the edition: what makes it invalid, and its warnings."""


def build(layers: Layers) -> Report:
    """The report of a document."""
    pages, lines, article, entities = layers.pages, layers.lines, layers.article, layers.entities
    links, worst = count_links(article) if article else Links(), worst_pages(pages)
    return Report(
        doc=pages.doc,
        grade=grade(worst, links),
        worst_pages=worst,
        pages=len(pages.pages),
        readers=_count(page.reader for page in pages.pages),
        judgements=tuple(
            PageReading(page=page.number, reader=page.reader, why=page.judgement)
            for page in pages.pages
            if page.judgement
        ),
        words=sum(len(line.words) for page in pages.pages for line in page.lines),
        changes=_changes(lines) if lines else {},
        blocks=_count(block.kind for block in article.blocks) if article else {},
        furniture=_count(piece.kind for piece in article.furniture) if article else {},
        discarded=_discarded(article) if article else {},
        doubtful_hyphens=_doubtful_hyphens(article) if article else 0,
        links=links,
        mentions=_count(mention.kind for mention in entities.mentions) if entities else {},
        register=_count(entry.kind for entry in entities.register) if entities else {},
        doubts=tuple(_doubts(layers)),
    )


def count_links(article: Article) -> Links:
    """Notes and their calls, counted as the article's own audit has them."""
    audit = article.audit
    lost = len(frozenset(audit.lost_calls) | frozenset(audit.unanchored))
    return Links(notes=audit.notes, linked=audit.linked, low=audit.low, lost=lost)


def worst_pages(pages: Pages) -> float:
    """The confidence of the page at the 5th percentile: of the worst page, up to 20 pages."""
    confidences = sorted(_confidence(page) for page in pages.pages if page.failure or page.lines)
    return round(confidences[ceil(WORST * len(confidences)) - 1], 3) if confidences else 0.0


def _confidence(page: Page) -> float:
    """Mean over the words; of a text dump or text layer 1.0, since it tells of no doubt."""
    words = [word.confidence for line in page.lines for word in line.words]
    return sum(words) / len(words) if words else 0.0


def grade(worst: float, links: Links) -> str:
    """The grade of a document."""
    doubtful = (links.low + links.lost) / links.notes if links.notes else 0.0
    return next((name for name, least, most in GRADES if worst >= least and doubtful <= most), LAST_GRADE)


def _count(names: Iterable[str]) -> dict[str, int]:
    """How often each name stands, by name: a table whose order no run can change."""
    return dict(sorted(Counter(str(name) for name in names).items()))


def _changes(lines: Lines) -> dict[str, int]:
    return _count(change.rule for page in lines.pages for line in page.lines for change in line.changes)


def _discarded(article: Article) -> dict[str, int]:
    return _count(each.reason for each in article.discarded for _ in each.text.split())


def _doubtful_hyphens(article: Article) -> int:
    passages: list[Block | Note] = [*article.blocks, *article.notes]
    return sum(piece.join is Join.DOUBTFUL for passage in passages for piece in passage.pieces)


# --- Doubts -----------------------------------------------------------------------------------------------------------


def _doubts(layers: Layers) -> Iterable[Doubt]:
    for page in layers.pages.pages:
        if page.failure:
            yield Doubt(kind="page", place=f"page {page.number}", sentence=page.failure)
    if layers.article:
        yield from _article_doubts(layers.article)
    if layers.article and layers.entities and not layers.entities.model:
        sentence = f"no language model speaks {layers.article.language}: they were found by rules alone"
        yield Doubt(kind="names", place="names", sentence=sentence)
    for fault in layers.faults:
        yield Doubt(kind="edition", place="edition", sentence=fault)


def _article_doubts(article: Article) -> Iterable[Doubt]:
    audit = article.audit
    tables = (
        ("call", audit.lost_calls, "its call was not found; its place is a guess"),
        ("call", audit.unanchored, "no place for it was found"),
        ("sequence", audit.gaps, "the sequence of notes skips it"),
        ("sequence", audit.doubles, "it stands more than once"),
    )
    for kind, labels, sentence in tables:
        yield from (Doubt(kind=kind, place=f"note {label}", sentence=sentence) for label in labels)
    yield from _note_doubts(article)
    yield from (Doubt(kind="front", place="front matter", sentence=conflict) for conflict in article.front.conflicts)
    yield from (Doubt(kind="remark", place="notes", sentence=remark) for remark in audit.remarks)


def _note_doubts(article: Article) -> Iterable[Doubt]:
    """Notes that the audit's own lists do not name: disputed calls, and what the note itself says."""
    named = frozenset(article.audit.lost_calls) | frozenset(article.audit.unanchored)
    for note in article.notes:
        place = f"note {note.label}"
        if note.doubt:
            yield Doubt(kind="note", place=place, sentence=note.doubt)
        if note.anchor and note.anchor.cert < MIN_CERT and note.label not in named:
            yield Doubt(kind="call", place=place, sentence=f"its call {note.anchor.printed!r} is uncertain")
