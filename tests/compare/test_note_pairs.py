"""Which note is which, when notes are lost, alike, merged, split or out of order."""

import pytest

from pipeline.compare.note_pairs import note_figures, note_texts, pair_notes
from pipeline.compare.reading import ReadNote

A = "H. Varley, Printing on the Coast (London, 1911), p. 44."
B = "Harbour Papers, box 7, letter of 4 February 1803."
C = "Interview with the last of the pilots, Port Selwyn, June 1962."


def notes(*texts: str) -> tuple[ReadNote, ...]:
    """Notes with these texts, numbered from 1; ``7:text`` has the number 7."""
    labelled = [text.split(":") if ":" in text else (str(number), text) for number, text in enumerate(texts, 1)]
    return tuple(ReadNote(label=label, place="foot", text=text, anchored=True) for label, text in labelled)


PAIRS = {
    "the same": ((A, B, C), (A, B, C), {0: 0, 1: 1, 2: 2}),
    "one lost": ((A, B, C), (A, C), {0: 0, 1: 2}),
    "one too many": ((A, B), (A, "|| 9 ~", B), {0: 0, 2: 1}),
    "badly read": ((A, B), (A.replace("o", "0").replace("n", "u"), B.replace("r", "t")), {0: 0, 1: 1}),
    "two exchanged": ((A, B, C), (B, A, C), {0: 1, 1: 0, 2: 2}),
    "alike, the number decides": (("Ibid.", "Ibid.", "Ibid."), ("1:Ibid.", "3:Ibid."), {0: 0, 1: 2}),
    "alike, the order decides": (("Ibid.", A, "Ibid."), ("x:Ibid.", "y:" + A, "z:Ibid."), {0: 0, 1: 1, 2: 2}),
    "nothing in common": ((A,), ("7:Ww xx yy zz qq jj kk",), {}),
}


@pytest.mark.parametrize("name", PAIRS)
def test_notes_are_paired(name: str) -> None:
    """Texts decide, then numbers, then the order."""
    truth, output, expected = PAIRS[name]
    assert expected == pair_notes(notes(*truth), notes(*output)).truth_of


FATES = {
    "the same": ((A, B, C), (A, B, C), {"found": 3}),
    "two merged": ((A, B, C), (f"{A} {B}", C), {"found": 1, "merged": 2}),
    "three merged": ((A, B, C), (f"{A} {B} {C}",), {"merged": 3}),
    "a short one merged": (("Ibid.", A), (f"Ibid. {A}",), {"merged": 2}),
    "one split": ((A, B), (A[:30], A[30:], B), {"found": 1, "split": 1}),
    "a short one lost": ((A, "Ibid.", B), (A, B), {"found": 2, "lost": 1}),
    "one spurious": ((A, B), (A, "|| 9 ~", B), {"found": 2, "spurious": 1}),
}


@pytest.mark.parametrize("name", FATES)
def test_fates_are_told_apart(name: str) -> None:
    """A note is found, merged, split or lost; what is none of these in the output is spurious."""
    truth, output, expected = FATES[name]
    wanted, given = notes(*truth), notes(*output)
    figures = note_figures(wanted, given, pair_notes(wanted, given))
    fates = {name: getattr(figures, name) for name in ("found", "merged", "split", "lost", "spurious")}
    assert expected == {name: count for name, count in fates.items() if count}


@pytest.mark.parametrize("name", ["two merged", "three merged", "a short one merged", "one split"])
def test_merged_and_split_notes_are_compared_as_one(name: str) -> None:
    """No character is wrong in a note only because it runs on, or stops."""
    truth, output, _ = FATES[name]
    wanted, given = notes(*truth), notes(*output)
    texts = note_texts(wanted, given, pair_notes(wanted, given))
    assert [pair[0].replace(" ", "") for pair in texts] == [pair[1].replace(" ", "") for pair in texts]
