"""Measuring on scans of journals: what is taken for the truth, and what comes out of a whole run."""

from pathlib import Path

import pytest

from pipeline.compare.reading import BODY, ReadCall, Reading, ReadNote
from tests.bench.scanned_journals import main, note_errors, printed
from tests.ocr.conftest import typeset

TEXT = "The lamps were lit in March, and the whole coast saw them. The boats came in at noon."
PAGES = """
#set page(width: 150mm, height: 150mm, margin: 18mm)
#set text(font: "Libertinus Serif", size: 11pt, hyphenate: false)
#set par(justify: true)
#set super(typographic: false, size: 0.65em, baseline: -0.42em)
#align(center)[#text(16pt)[The lamps of the northern coast]]

The lamps were lit in March, and the whole coast saw them.#footnote[See Pinker, _Lamps of the Harbour_, p. 14.] The
boats came in at noon, and nobody asked for the price of oil, which had fallen by a third since the winter. The
keepers were paid by the month and bought their own bread.#footnote[Ibid., p. 19, and the letters of Hester Tansy.]
"""


def test_a_doubted_call_is_not_asked_about() -> None:
    """What the edition of the PDF marks as a guess is no truth; its note is."""
    notes = tuple(ReadNote(label=str(n), place="foot", text="See Pinker.", anchored=True) for n in (1, 2))
    calls = tuple(ReadCall(note=n, target=BODY, offset=28, opens=False, low=n == 1) for n in (0, 1))
    reading = Reading(text=TEXT, blocks=(), entities=(), pages=(), furniture=(), notes=notes, calls=calls)

    assert [True, False] == [note.call is not None for note in printed(reading).notes]


def test_a_note_in_small_capitals_is_no_lost_one() -> None:
    """A text layer has capitals where a scan has small letters: the notes are the same, without an error."""
    assert (0, 27) == note_errors(_noted("H. TANSY, REPORT ON LAMPS 5"), _noted("H. Tansy, Report on Lamps 5"))


def test_what_a_text_layer_writes_otherwise_is_no_error() -> None:
    """An ellipsis in one sign, and straight marks, where it has such; curly ones that differ are an error."""
    assert 0 == note_errors(_noted("H. Tansy’s oil…"), _noted("H. Tansy’s oil..."))[0]
    assert 0 == note_errors(_noted('the keeper\'s "oil"'), _noted("the keeper’s “oil”"))[0]
    assert 1 == note_errors(_noted("the keeper’s “oil”"), _noted("the keeper’s “oil“"))[0]


def _noted(text: str) -> Reading:
    """A reading with one note."""
    note = ReadNote(label="1", place="foot", text=text, anchored=True)
    return Reading(text=TEXT, blocks=(), entities=(), pages=(), furniture=(), calls=(), notes=(note,))


def test_an_article_is_scanned_and_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A PDF with two notes needs no truth beside it; both are found in its scan, with their calls."""
    typeset(PAGES, tmp_path / "lamps.pdf")
    code = main([str(tmp_path), "--damage", "light", "--folder", str(tmp_path / "out")])
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("| lamps-light"))

    assert (0, ["1", "2", "2", "1.000", "2", "1.000", "1.000"]) == (code, row.split(" | ")[1:8])


def test_a_folder_without_articles(tmp_path: Path) -> None:
    """There is nothing to measure."""
    assert 2 == main([str(tmp_path)])
