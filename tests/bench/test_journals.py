"""Measuring on journals: what counts as a right note and a right call."""

import json
from pathlib import Path

import msgspec
import pytest

from pipeline.compare.reading import BODY, ReadCall, Reading, ReadNote
from tests.bench.journals import CalledAt, NotesOfPrint, PrintedNote, judge, main, table

TEXT = "The lamps were lit in March, and the whole coast saw them. The boats came in at noon."


def _truth(*texts: str) -> NotesOfPrint:
    places = [("The lamps were lit in March,", "and the whole coast"), ("whole coast saw them.", "The boats came in")]
    notes = [
        PrintedNote(label=str(number), page=1, text=text, call=CalledAt(page=1, before=before, after=after))
        for number, (text, (before, after)) in enumerate(zip(texts, places, strict=False), 1)
    ]
    return NotesOfPrint(notes=tuple(notes))


def _edition(*notes: tuple[str, int], text: str = TEXT) -> Reading:
    return Reading(
        text=text, blocks=(), entities=(), pages=(), furniture=(),
        notes=tuple(
            ReadNote(label=str(n), place="foot", text=text, anchored=True) for n, (text, _) in enumerate(notes, 1)
        ),
        calls=tuple(
            ReadCall(note=n, target=BODY, offset=offset, opens=False, low=False)
            for n, (_, offset) in enumerate(notes)
        ),
    )  # fmt: skip


FIRST, SECOND = "See Pinker, Lamps of the Harbour, p. 14.", "Ibid., and the letters of Hester Tansy."


@pytest.mark.parametrize(
    ("given", "notes", "calls"),
    [
        pytest.param([(FIRST, 28), (SECOND, 58)], 2, 2, id="all right"),
        pytest.param([(FIRST, 28), (SECOND, 70)], 2, 1, id="a call at another word"),
        pytest.param([(f"{FIRST} {SECOND}", 28)], 0, 1, id="two notes in one"),
        pytest.param([(FIRST, 28), (f"{SECOND} The boats came in at noon.", 58)], 1, 2, id="body in a note"),
        pytest.param([(FIRST.replace("Lamps of", "Lamps- of"), 28), (SECOND, 58)], 2, 2, id="a hyphen more"),
    ],
)
def test_right_notes_and_calls(given: list[tuple[str, int]], notes: int, calls: int) -> None:
    """A note has to begin and end where it does in print, a call to stand at its word."""
    found = judge("x", _truth(FIRST, SECOND), _edition(*given))

    assert (notes, calls) == (found.notes.right, found.calls.right)


@pytest.mark.parametrize(("read", "right"), [("in Morcb, and the", 1), ("in Morcb, onb lhe", 0)], ids=["two", "five"])
def test_letters_misread_beside_a_call(read: str, right: int) -> None:
    """A call stands at its word also where two letters beside it are misread, but not where five are, on both sides."""
    text = TEXT.replace("in March, and the", read).replace("lit", "1it" if right else "1il")

    assert right == judge("x", _truth(FIRST), _edition((FIRST, 28), text=text)).calls.right


def test_every_wrong_note_and_call_is_named() -> None:
    """A note and its call that are missing are a line each."""
    found = judge("x", _truth(FIRST, SECOND), _edition((FIRST, 28)))

    assert ["note 2 (page 1)", "call 2 (page 1)"] == [line.split(":")[0] for line in found.wrong]


def test_the_table_sums_up() -> None:
    """The last row counts all documents together."""
    one, other = (judge(name, _truth(FIRST, SECOND), _edition((FIRST, 28))) for name in "ab")

    assert "| together | 2 | 4 | 2 | 2 |" in table([one, other])


def test_a_folder_without_a_truth(tmp_path: Path) -> None:
    """PDFs alone cannot be measured."""
    (tmp_path / "x.pdf").touch()

    assert main([str(tmp_path)]) == 2


def test_a_document_that_cannot_be_edited_has_lost_its_notes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stands in the table with all its notes wanted and none given, and the bench does not succeed."""
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    (tmp_path / "x.notes.json").write_bytes(msgspec.json.encode(_truth(FIRST, SECOND)))

    assert main([str(tmp_path), "--folder", str(tmp_path / "editions")]) == 1
    assert "| x | 1 | 2 | 0 | 0 |" in capsys.readouterr().out


def test_a_truth_is_what_the_docstring_says(tmp_path: Path) -> None:
    """The format reads as it is described."""
    text = '{"notes": [{"label": "12", "page": 3, "text": "See Pinker.", "call": null}]}'

    assert json.loads(text) == json.loads(msgspec.json.encode(msgspec.json.decode(text, type=NotesOfPrint)))
