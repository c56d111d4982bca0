"""A text dump without geometry: heads, folios, notes, quotations and headings from the text alone."""

import pytest

from pipeline import cleanup, segment
from pipeline.config import Settings
from pipeline.model import Article, BlockKind, FurnitureKind, NoteKind
from tests.cleanup.pages import pages_of

FIRST = """\
Annals of Harbour History 12, no. 3 (1963): 101-103

Lanterns on the Mole

ADA MERROW and TOMAS ILINSKI*

On 4 March 1871 Josiah Quell bade every ship that lay in the harbour pay
for its light.' The levy was to cost the masters of the tea boats a good
deal more than money, as one of them wrote in the winter of that year to his
brother, in a letter that the board never saw and would not have liked,


We have paid for nine lamps and seen four; the rest went out in the rain, and no man may read
by such a light.*


and was, he said, none the wiser. The board answered him with a list of the



* Ada Merrow teaches maritime history, Tomas Ilinski keeps the archive.

1. O. Fennick, ed., Harbour Registers (Port Selwyn: Mole Press, 1931), p. 12.

2. P.R.O., HP 22/5, fo. 17.""".splitlines()

SECOND = """\
ADA MERROW AND TOMAS ILINSKI

lamps that had been bought, and with another of the masters who had not
paid for them.


The Gazette


Nobody in the port believed the list.** The Gazette printed it in full and
added a picture of a lantern without a wick, under which it had set a line of
Latin that the harbour master could not read and did not ask about.



3. Ibid., fo. 18. The list goes on over three leaves and names
sixty masters.

102""".splitlines()

THIRD = ["LANTERNS ON THE MOLE", "", "The levy ended in 1884.°", "", "4. HR, p. 44.", "", "103"]


@pytest.fixture(scope="module")
def article() -> Article:
    """An invented article of three pages, as a reader would dump it."""
    return segment.run(cleanup.run(pages_of(FIRST, SECOND, THIRD), Settings()), Settings())


def _texts(article: Article, kind: BlockKind) -> list[str]:
    return [block.text for block in article.blocks if block.kind is kind]


def test_the_running_heads_are_furniture(article: Article) -> None:
    """Both heads leave the text, though neither is printed twice."""
    heads = [each.text for each in article.furniture if each.kind is FurnitureKind.HEAD]

    assert heads[1:] == ["ADA MERROW AND TOMAS ILINSKI", "LANTERNS ON THE MOLE"]


def test_the_folio_of_the_first_page_is_inferred(article: Article) -> None:
    """Page 101 has no printed number; the sequence gives it."""
    assert [(sheet.folio, sheet.folio_printed) for sheet in article.sheets] == [
        ("101", False), ("102", True), ("103", True),
    ]  # fmt: skip


def test_every_note_is_called_where_it_was_printed(article: Article) -> None:
    """Four damaged calls and the star find their notes; what was printed for them leaves the text."""
    texts = {block.id: block.text for block in article.blocks}
    before = [
        (note.label, texts[note.anchor.target][: note.anchor.offset][-8:]) for note in article.notes if note.anchor
    ]

    assert before == [
        ("*", " ILINSKI"), ("1", "s light."), ("2", "a light."), ("3", "he list."), ("4", "in 1884."),
    ]  # fmt: skip


def test_the_star_is_the_authors_note(article: Article) -> None:
    """A note called in the byline is the author's."""
    assert [note.label for note in article.notes if note.kind is NoteKind.AUTHOR] == ["*"]


def test_a_paragraph_goes_on_over_the_page(article: Article) -> None:
    """Head, notes and folio between two lines of a sentence do not part it."""
    assert any("with a list of the lamps that had been bought" in text for text in _texts(article, BlockKind.PARAGRAPH))


def test_the_quotation_is_a_block_and_its_paragraph_resumes(article: Article) -> None:
    """What the sentence before leads into is a quotation; the text after it goes on."""
    kinds = [(block.kind, block.resumes) for block in article.blocks]
    place = kinds.index((BlockKind.QUOTATION, False))

    assert kinds[place + 1] == (BlockKind.PARAGRAPH, True)


def test_the_heading_is_found(article: Article) -> None:
    """A short line between blank lines, without a full stop, after a finished sentence."""
    assert _texts(article, BlockKind.HEADING) == ["The Gazette"]


def test_title_and_authors_reach_the_front(article: Article) -> None:
    """The header gets what the first page says, names not in capitals."""
    assert (article.front.title, article.front.authors) == ("Lanterns on the Mole", ("Ada Merrow", "Tomas Ilinski"))


def test_the_masthead_gives_volume_and_pages(article: Article) -> None:
    """Journal, volume, issue, year and pages are read from the line above the title."""
    front = article.front

    assert (front.journal, front.volume, front.issue, front.year, front.first_page, front.last_page) == (
        "Annals of Harbour History", "12", "3", "1963", "101", "103",
    )  # fmt: skip


_TEXT = [
    "Nobody in the port believed the list. The Gazette printed it in full and",
    "added a picture of a lantern without a wick, under which it had set a line of",
    "Latin that the harbour master could not read and did not ask about.",
]


def _of(kind: BlockKind, *between: str) -> list[str]:
    """The blocks of a kind of a page that has these lines between two paragraphs; an empty one is blank."""
    page = [*_TEXT, *between, "", *_TEXT]
    return _texts(segment.run(cleanup.run(pages_of(page), Settings()), Settings()), kind)


@pytest.mark.parametrize(
    "line",
    [
        "—Josiah Quell, harbour master, 1871",
        "- Might the lamps go out at night?",
        "In the winter of that year a law was made with the aim of",
    ],
)
def test_what_stands_between_blank_lines_and_is_no_heading(line: str) -> None:
    """Who said a motto, an item of a list, and a line that a reader parted from the rest of its sentence."""
    rest = ["", "ending the dispute."] if line.endswith(" of") else []

    assert "The Gazette" in _of(BlockKind.HEADING, "", "The Gazette")
    assert line not in _of(BlockKind.HEADING, "", line, *rest)


def test_a_name_below_a_line_without_a_stop_is_no_quotation() -> None:
    """A sentence leads into a quotation of one line only if that ends like a sentence too."""
    lead = ["The harbour of the lamps, its masters and its boats in the winter of the", "levy and after"]

    assert ["It went out."] == _of(BlockKind.QUOTATION, *lead, "", "It went out.")
    assert not _of(BlockKind.QUOTATION, *lead, "", "JOSIAH QUELL")
