"""Text dumps: lines with their white, encodings, and pages found by folios, running heads and form feeds."""

from pathlib import Path

import pytest

from pipeline.config import Settings
from pipeline.model import Page
from pipeline.ocr import open_source, read_page
from pipeline.ocr.dumps.proofread_notes import proofread_notes
from pipeline.ocr.dumps.reading import LONGEST, read_dump

SHARED = Path(__file__).parents[2].parent / "shared" / "article" / "shen-xia-2011.txt"
COVER = (
    "The Harbour Journal\n\nTo cite this article: A. Clerk (1883)\n\nFull Terms & Conditions of access\nare here\n\n\n"
)
OPENING = "The Harbour Journal (1883), 1-4\n\nTHE CLERKS\n\n" + "A line of the first page.\n" * 8 + "\n\n\n\n"


def body(page: str, count: int = 8) -> str:
    """Lines of text that differ from page to page; a lone number among them that is no folio."""
    mark = "abcdefghij"[sum(map(ord, page)) % 10]
    lines = [f"{'and on ' * (i + 1)}it goes with {mark}" for i in range(count)]
    return "\n".join([*lines, "1492", f"the last line of {mark}", ""])


def at_foot(numbers: list[str]) -> str:
    """Pages with a running head and a folio at the foot."""
    heads = ("A. CLERK", "THE LEDGERS")
    return "".join(f"{heads[i % 2]}\n\n{body(n)}\n\n{n}\n\n\n" for i, n in enumerate(numbers))


def at_top(numbers: list[str]) -> str:
    """Pages that begin with a running head and the folio under it."""
    heads = ("A. CLERK", "THE LEDGERS")
    return "".join(f"{heads[i % 2]}\n{n}\n\n{body(n)}\n" for i, n in enumerate(numbers))


def pages_of(text: str, tmp_path: Path) -> tuple[Page, ...]:
    """The pages of a dump with this text."""
    (tmp_path / "dump.txt").write_text(text, encoding="utf-8")
    return read_dump(tmp_path / "dump.txt")


def test_folios_at_the_foot(tmp_path: Path) -> None:
    """A page ends after a folio at its foot."""
    pages = pages_of(at_foot(["862", "863", "864", "865"]), tmp_path)
    assert ["862", "863", "864", "865"] == [page.lines[-1].text for page in pages]


def test_folios_at_the_top(tmp_path: Path) -> None:
    """A page begins with the running head above its folio."""
    pages = pages_of(at_top(["862", "863", "864", "865"]), tmp_path)
    assert ["A. CLERK", "THE LEDGERS", "A. CLERK", "THE LEDGERS"] == [page.lines[0].text for page in pages]


def test_folio_beside_the_running_head(tmp_path: Path) -> None:
    """A page begins with the line that has both folio and running head."""
    heads = ["12 A. Clerk and Sons", "The Old Ledgers 13", "14 A. Clerk and Sons", "The Old Ledgers 15"]
    pages = pages_of("".join(f"{head}\n\n{body(head)}\n\n" for head in heads), tmp_path)
    assert heads == [page.lines[0].text for page in pages]


def test_damaged_folio(tmp_path: Path) -> None:
    """A folio with a letter for a digit still counts."""
    assert 4 == len(pages_of(at_foot(["860", "86l", "862", "863"]), tmp_path))


def test_lost_folio(tmp_path: Path) -> None:
    """Where a folio was not read the running head turns the page."""
    assert 5 == len(pages_of(at_foot(["862", "863", "@@", "865", "866"]), tmp_path))


def test_a_damaged_folio_beside_the_running_head(tmp_path: Path) -> None:
    """``£72`` beside the running head of the other pages turns the page: it is a folio that was misread."""
    heads = [
        "70 JOURNAL OF LAMPS [Vol. 3",
        "71 JOURNAL OF LAMPS [Vol. 3",
        "£7Z JOURNAL OF LAMPS [Vol. 3",
        "73 JOURNAL OF LAMPS [Vol. 3",
    ]
    pages = pages_of("".join(f"{head}\n{body(head)}" for head in heads), tmp_path)
    assert heads == [page.lines[0].text for page in pages]


def test_cover_and_opening_page(tmp_path: Path) -> None:
    """The distributor's cover and the first page, whose folio is not printed, are pages of their own."""
    pages = pages_of(COVER + OPENING + at_foot(["2", "3", "4"]), tmp_path)
    assert ["are here", "A line of the first page.", "2", "3", "4"] == [page.lines[-1].text for page in pages]


def test_form_feeds(tmp_path: Path) -> None:
    """Form feeds decide, and the last one opens no page."""
    assert ["one", "two"] == [page.lines[0].text for page in pages_of("one\n\ftwo\n\f", tmp_path)]


def test_nothing_to_infer(tmp_path: Path) -> None:
    """Without folios a dump is one page."""
    assert 1 == len(pages_of(body("all", 60), tmp_path))


def test_white_is_kept(tmp_path: Path) -> None:
    """Indents and blank lines are recorded."""
    lines = pages_of("One\n\n\n    Two words\n\tThree\n", tmp_path)[0].lines
    assert [(0, 0), (2, 4), (0, 8)] == [(line.blank_before, line.indent) for line in lines]


def test_no_word_is_lost(tmp_path: Path) -> None:
    """All words of the dump are words of its pages, in order."""
    text = COVER + OPENING + at_foot(["2", "3", "4"])
    words = [word.text for page in pages_of(text, tmp_path) for line in page.lines for word in line.words]
    assert text.split() == words


def test_dump_is_a_source(tmp_path: Path) -> None:
    """A page of a dump has neither size nor image."""
    (tmp_path / "dump.txt").write_text("one\n\ftwo\n", encoding="utf-8")
    page = read_page(open_source(tmp_path / "dump.txt", Settings()), 2, Settings(), tmp_path)
    assert ("dump", 2, 0, "") == (page.reader, page.number, page.width, page.image)


@pytest.mark.skipif(not SHARED.exists(), reason="the article of ../shared/article is not here")
def test_the_article() -> None:
    """The article's dump has a cover page and the pages 861 to 880; 861 prints no folio."""
    folios = [page.lines[-1].text for page in read_dump(SHARED)]
    assert (21, [str(n) for n in range(862, 881)]) == (len(folios), folios[2:])


LEFT = [f"The left column says {word} and it goes on to the" for word in "abcdefghijklmn"]
RIGHT = [f"next, and the right column says {word} after it" for word in "abcdefghijklmn"]


def side_by_side(left: list[str], right: list[str]) -> str:
    """Two columns line by line, as ``pdftotext -layout`` sets them."""
    return "".join(f"  {one.ljust(56)}{other}\n" for one, other in zip(left, right, strict=True))


def test_columns_side_by_side(tmp_path: Path) -> None:
    """The right column is read after the left one, a line over both of them before."""
    text = "The Journal of Harbours, a line that runs over both of the columns of a page\n\n" + side_by_side(
        LEFT, RIGHT
    )
    lines = [line.text for line in pages_of(text, tmp_path)[0].lines]

    assert [*LEFT, *RIGHT] == lines[1:]


def test_a_table_is_no_pair_of_columns(tmp_path: Path) -> None:
    """Cells are short: their rows stay whole."""
    text = side_by_side([f"lamp {n}" for n in range(12)], [f"{n} gallons of oil" for n in range(12)])

    assert "lamp 0 0 gallons of oil" == pages_of(text, tmp_path)[0].lines[0].text


def test_copyright_lines_under_the_folio(tmp_path: Path) -> None:
    """What is printed under the folio belongs to its page."""
    text = at_foot(["862", "863", "864"]).replace("862\n", "862\nISSN 0000-0000 © 1883 The Harbour Society\n", 1)

    assert "ISSN" in pages_of(text, tmp_path)[0].lines[-1].text


@pytest.mark.parametrize("mark", ["--- Page {} ---", "[Page {}]", "## Page {}", "<!-- page {} -->", "Page {} of 3"])
def test_pages_that_are_counted_in_the_text(mark: str, tmp_path: Path) -> None:
    """A program that numbers the pages says where they begin."""
    text = "".join(f"{mark.format(n)}\n\n{body(str(n))}\n" for n in (1, 2, 3))

    assert [mark.format(n) for n in (1, 2, 3)] == [page.lines[0].text for page in pages_of(text, tmp_path)]


def test_a_document_in_one_line(tmp_path: Path) -> None:
    """A line that no press prints is cut between words of a sentence, and no word is lost or changed."""
    text = "The wardens of Oxmere wrote to the county. 12 lamps burned at the weir. " * 500
    lines = [line.text for line in pages_of(text, tmp_path)[0].lines]

    assert text.split() == " ".join(lines).split()
    assert (True, True) == (max(map(len, lines)) <= LONGEST, all(line[0].islower() for line in lines[1:]))


def test_a_paragraph_in_one_line(tmp_path: Path) -> None:
    """Many dumps have a paragraph in a line, and it stays one."""
    assert 1 == len(pages_of("The lamps of Oxmere. " * 450, tmp_path)[0].lines)


def test_a_word_without_end(tmp_path: Path) -> None:
    """A line without a space is not cut."""
    assert ["a" * 3 * LONGEST] == [line.text for line in pages_of("a" * 3 * LONGEST, tmp_path)[0].lines]


def test_pages_that_proofreaders_count(tmp_path: Path) -> None:
    """``-----File: 012.png-----`` is the name of the page's image."""
    marks = [f"-----File: p01{n}.png--------" for n in (1, 2, 3)]
    text = "".join(f"{mark}\n\n{body(str(n))}\n" for n, mark in enumerate(marks))

    assert marks == [page.lines[0].text for page in pages_of(text, tmp_path)]


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("[Footnote 1: See Marsh.]", "[1] See Marsh."),
        (
            "[Footnote 12: See [the]\nlamps of Marsh.]\n\n[Footnote 13: Id.]",
            "[12] See [the]\nlamps of Marsh.\n\n[13] Id.",
        ),
        ("[Footnote 1: See Marsh.", "[Footnote 1: See Marsh."),
        ("See [Footnote 1: below].", "See [Footnote 1: below]."),
    ],
)
def test_notes_that_proofreaders_mark(marked: str, read: str) -> None:
    """The mark of a note is its label; where it is not closed, or stands within a line, it is left."""
    assert read == proofread_notes(marked)
