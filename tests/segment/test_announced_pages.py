"""Endnotes from the end of a book: their running heads say which pages call them."""

from pipeline.model import Article, BlockKind
from tests.segment.setting import Set, article_of, blocks, first_page

THINGS = ("wharves", "barrels", "anchors", "ledgers", "signals", "chimneys", "warrants", "harvests", "pilots", "ropes")
CLOSES = (
    "the pilots counted their ropes anew",
    "every warrant was locked up by the bailiff",
    "oil went out on Sundays",
    "chimneys of the quay smoked",
)
"""So that no line is that of another page."""


def _text(folio: int, calls: list[str]) -> list[Set]:
    """A page of text under its running head, with its calls."""
    own = CLOSES[folio % 4]
    called = [
        Set(f"The {thing} were sold in that year.{call}", indent=1.4, raised=call)
        for thing, call in zip(THINGS, calls, strict=False)
    ]
    text = [
        Set(f"{thing} and {own} in all of the winters of the lower harbour"[:80].ljust(80, "s")) for thing in THINGS
    ]
    return [
        Set(f"{folio} Of Lamps and Oil", size=0.9),
        Set(text[0].text, gap=1.0),
        *text[1:],
        Set("and nobody knew."),
        *called,
        Set(own, indent=1.4),
    ]


def _article(first: int, notes: list[Set]) -> Article:
    """A chapter of four pages with four calls, and a page of notes from the end of the book."""
    text = [_text(first + 1, ["1", "2"]), _text(first + 2, ["3"]), _text(first + 3, ["4"])]
    return article_of(first_page(), *text, notes, reader="tesseract")


def _notes(folio: int, pages: str, *chapters: list[str]) -> list[Set]:
    """A page of notes under its running head; over the notes of each chapter but the first stands its title."""
    made = [Set(f"Notes to pages {pages} {folio}", size=0.9)]
    for number, chapter in enumerate(chapters):
        made += [Set(f"{number + 4}. Of the Quays", size=0.8, gap=1.0)] if number else []
        made += [Set(f"{label} Tansy, The Oil of the Port, p. {label}.", size=0.8, gap=0.2) for label in chapter]
    return made


def _anchored(article: Article) -> list[tuple[str, bool]]:
    return [(note.label, note.anchor is not None) for note in article.notes]


def test_notes_to_other_pages_are_called_by_none_of_ours() -> None:
    """A chapter of pages 80 to 82, and the notes to pages 114 to 124: the numbers are the same, the chapter is not."""
    article = _article(79, _notes(198, "114–24", ["1", "2", "3", "4"]))
    assert [(label, False) for label in "1234"] == _anchored(article)


def test_notes_to_our_pages_are_called_there() -> None:
    """The last page of the head is abbreviated."""
    article = _article(118, _notes(198, "119–21", ["1", "2", "3", "4"]))
    assert [(label, True) for label in "1234"] == _anchored(article)


def test_the_notes_of_the_chapters_around_ours_are_called_by_none_of_its_sentences() -> None:
    """Before the notes of the chapter stand the last of the one before, after them the first of the next."""
    article = _article(118, _notes(198, "110–30", ["7", "8", "9", "10"], ["1", "2", "3", "4"], ["1", "2"]))
    others, own = [(label, False) for label in ("7", "8", "9", "10")], [(label, True) for label in "1234"]
    assert [*others, *own, ("1", False), ("2", False)] == _anchored(article)


def test_the_title_over_the_notes_of_a_chapter_is_a_heading() -> None:
    """It has the number of the chapter, and is neither a note nor the end of one."""
    article = _article(118, _notes(198, "110–30", ["7", "8", "9", "10"], ["1", "2", "3", "4"], ["1", "2"]))
    assert ["5. Of the Quays", "6. Of the Quays"] == blocks(article, BlockKind.HEADING)
    assert not any("Quays" in note.text for note in article.notes)


def test_a_page_that_begins_within_a_note_holds_notes_only() -> None:
    """What stands over the first number on it is the rest of a note, not text."""
    rest = [Set("Tansy is quoted there at length, and the keeper is not", size=0.8), Set("named at all.", size=0.8)]
    head, *notes = _notes(198, "119–21", ["1", "2", "3"])
    article = _article(118, [head, *rest, *notes])
    assert not any("Tansy is quoted" in block.text for block in article.blocks)
    assert any(note.text.endswith("not named at all.") for note in article.notes)


def test_a_range_that_falls_was_misread() -> None:
    """It says that the page has notes, and nothing of where they are called."""
    article = _article(118, _notes(198, "119–11", ["1", "2", "3", "4"]))
    assert [(label, True) for label in "1234"] == _anchored(article)
