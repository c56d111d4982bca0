"""Labels that a reader set in a column of their own go back before their notes."""

import pytest

from pipeline.ocr.dumps.labels import beside_their_notes

ABOVE = ["The clerks kept two ledgers.", "4. Harbour Papers, box 12."]
NOTES = [
    "The first of the lamps was lit in the",
    "spring of that year, and the second when",
    "the harbour had been paid for.",
    "Harbour Papers, box 14.",
    "Ibid.",
    "The keeper says so himself in a letter to",
    "his brother, who kept the other light,",
    "and a clerk has copied it.",
    "It is lost.",
]


def test_column_over_its_notes() -> None:
    """A label goes before the line with which its note begins; white under a label tells that its note is long."""
    column = ["5.", "", "6.", "7.", "8."]
    notes = [NOTES[0], NOTES[1], NOTES[2], NOTES[3], NOTES[4], *NOTES[5:8]]
    expected = [f"5. {NOTES[0]}", *NOTES[1:3], f"6. {NOTES[3]}", f"7. {NOTES[4]}", f"8. {NOTES[5]}", *NOTES[6:8]]
    assert [[*ABOVE, "", *expected]] == beside_their_notes([[*ABOVE, *column, *notes]])


def test_second_paragraph_of_a_note() -> None:
    """Where more lines may begin notes than there are labels, a label without white under it has a short note."""
    column = ["5.", "", "6.", "7.", "", "8."]
    long = [*NOTES[0:3], "", *NOTES[5:8]]
    page = [*ABOVE, *column, *long, "", NOTES[3], "", *NOTES[0:3], "", NOTES[8]]
    lines = [line for line in beside_their_notes([page])[0] if line[:2] in {"5.", "6.", "7.", "8."}]
    assert [f"5. {NOTES[0]}", f"6. {NOTES[3]}", f"7. {NOTES[0]}", f"8. {NOTES[8]}"] == lines


def test_column_under_its_notes() -> None:
    """A column may stand at the foot; a misread label keeps its place, and is left as it was read."""
    notes = [NOTES[3], NOTES[4], NOTES[8], NOTES[4]]
    expected = [*ABOVE, f"5 {NOTES[3]}", f"6 {NOTES[4]}", f"S {NOTES[8]}", f"8 {NOTES[4]}", "", "", ""]
    assert [expected] == beside_their_notes([[*ABOVE, *notes, "5", "", "6", "", "S", "", "8"]])


@pytest.mark.parametrize(
    "page",
    [
        [*NOTES, "10", "20", "30", "40", *NOTES],
        [*NOTES, "1", "2", "3", "4", *NOTES],
        [*ABOVE, "5", "6", "7", "8", "Lamps in the harbour", "Lamps on the pier", "Keepers of lamps", "Clerks"],
        [*ABOVE, "5.", "6.", *NOTES],
        [*ABOVE, "5.", "6.", "7.", NOTES[0], NOTES[1]],
    ],
    ids=["scale", "numbers-that-continue-nothing", "words-of-a-diagram", "two", "fewer-notes-than-labels"],
)
def test_no_labels(page: list[str]) -> None:
    """A page is as it was where the numbers continue no sequence, are too few, or no notes stand beside them."""
    assert [page] == beside_their_notes([page])
