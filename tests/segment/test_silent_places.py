"""Where a call that left no trace is put."""

import pytest

from pipeline.segment.notes.silent_places import silent_places
from pipeline.segment.notes.spots import Setting, setting_of


def _best(text: str, *, before_stops: bool = False, quoted: bool = False) -> str:
    """The text up to its likeliest place."""
    offset = min(silent_places(text, before_stops=before_stops, quoted=quoted), key=lambda place: place[1])[0]
    return text[:offset]


AFTER = " Nobody else who worked at the harbour in that winter has left a word about it. The ferry sailed."


@pytest.mark.parametrize(
    ("before", "best"),
    [
        ("", "He wrote that “the lamps of the quay went out at nine.”"),
        ("", "He wrote that ‘the lamps of the quay went out at nine’."),
        ("The lamps of the quay went out at nine, as all the keepers said. ",
         "“A dark hour”, he wrote, was what the harbour had to pay for its oil."),
        ("Who lit the lamps of the harbour when the keepers were away? ",
         "The books of the port name a widow, her son and the son’s two friends."),
    ],
)  # fmt: skip
def test_a_lost_call_stands_where_authors_call_their_notes(before: str, best: str) -> None:
    """Behind a quotation, or the sentence that has one; not behind a question, nor behind a few words."""
    assert _best(before + best + AFTER) == before + best


def test_a_block_quotation_has_its_lost_call_at_its_end() -> None:
    """What stands within it was called in the book that it comes from."""
    text = "The keepers came down to the quay at nine. “Put out the lamps,” said the master of the port. They did so."
    assert _best(text, quoted=True) == text


def test_of_clauses_a_semicolon_is_likelier_than_a_comma_and_that_than_a_colon() -> None:
    """Where no sentence ends, and French print has the call before the sign."""
    text = "the lamps, which the keepers lit; the oil, which the port bought: all"
    prices = {
        text[offset]: price
        for offset, price in silent_places(text[:-4], before_stops=True, quoted=False)
        if offset < 60
    }
    assert prices[";"] < prices[","]
    with_colon = dict(silent_places(text, before_stops=True, quoted=False))
    assert with_colon[text.index(",")] < with_colon[text.index(":")]


def test_a_comma_beside_a_quotation_is_nearly_as_likely_as_a_sentence() -> None:
    """``“lamps,” and`` and ``‘lamps’, and`` have a call three times as often as ``lamps, and``."""
    american, british, bare = (
        min(price for offset, price in silent_places(text, before_stops=False, quoted=False) if offset < len(text))
        for text in ("He had “lamps,” and oil", "He had ‘lamps’, and oil", "He had lamps, and oil")
    )
    assert american == british < bare - 1.0


def test_a_sentence_that_calls_a_note_amid_its_words_has_another_at_its_end() -> None:
    """Of two sentences alike the one with a call behind its clause is likelier to have lost one at its end."""
    text = (
        "The lamps of the quay went out at nine, and nobody paid for them. "
        "The lamps of the mole went out at ten, and nobody lit them again."
    )
    first, last = text.index(".") + 1, len(text)
    bare = dict(silent_places(text + " So", before_stops=False, quoted=False))
    called = dict(silent_places(text + " So", before_stops=False, quoted=False, called=[text.index(",") + 1]))

    assert bare[first] == bare[last] == called[last] > called[first]


@pytest.mark.parametrize(
    ("before", "after", "setting"),
    [
        ("the oil of the port’ ", " All the lamps", Setting.AFTER_SENTENCE),
        ("the oil of the port’.", " All the lamps", Setting.AFTER_SENTENCE),
        ("the oil of the port’", " and the lamps", Setting.AMID),
        ("the oil of the port", " All the lamps", Setting.AMID),
    ],
)
def test_a_stop_that_is_lost_behind_a_quotation(before: str, after: str, setting: Setting) -> None:
    """A call between a closing mark and a capital stands behind a sentence, though its stop was not read."""
    assert setting == setting_of(f"{before}oe{after}", len(before), len(before) + 2)
