"""Places where a call may stand, and such where none does."""

import pytest
from msgspec.structs import replace

from pipeline.model import BlockKind, CallCandidate, Reading
from pipeline.readers import BOTH
from pipeline.segment.assembling import assemble
from pipeline.segment.notes.call_prices import Spot
from pipeline.segment.notes.spots import spots_of
from pipeline.segment.rows import whole
from pipeline.segment.shared_words import TellingWords
from pipeline.vocabulary import Vocabulary
from tests.segment.setting import Set, page


def _spot(kind: BlockKind, reader: str, *readings: tuple[str, str]) -> Spot:
    """The spot that a sign in the middle of a row makes, raised as its readers read it."""
    made = tuple(Reading(text=text, confidence=0.9, reader=name) for text, name in readings)
    printed = page(1, [Set("Tansy, H. (1982) Lamps, Selwyn.")], reader=reader)
    line = replace(printed.lines[0], calls=(CallCandidate(start=14, end=15, raised=True, readings=made),))
    running = assemble([whole(replace(printed, lines=(line,)), 0)], Vocabulary([], "eng"))
    found = spots_of([running], [kind], TellingWords([running.text]))
    return next(each.spot for each in found if not each.spot.is_silent)


@pytest.mark.parametrize(
    ("kind", "reader", "expected"),
    [
        (BlockKind.PARAGRAPH, BOTH, False),
        (BlockKind.BIBLIOGRAPHY, BOTH, True),
        (BlockKind.BIBLIOGRAPHY, "text-layer", True),
        (BlockKind.DIAGRAM, BOTH, True),
        (BlockKind.DIAGRAM, "text-layer", False),
        (BlockKind.TABLE, BOTH, False),
    ],
)
def test_entries_and_words_of_scanned_drawings_call_nothing(kind: BlockKind, reader: str, expected: bool) -> None:
    """A figure of the year may seem to be raised in an entry, and anything in a drawing."""
    assert expected == _spot(kind, reader, ("2", "rapidocr")).calls_nothing


@pytest.mark.parametrize(
    ("readings", "reader", "expected"),
    [
        ((("3", "digits"), ("’", "tesseract")), BOTH, True),
        ((("3", "digits"), ("’", "tesseract")), "tesseract", False),
        ((("3", "digits"), ("3", "rapidocr"), ("’", "tesseract")), BOTH, False),
        ((("3", "digits"), ("*", "tesseract")), BOTH, False),
    ],
    ids=["a quotation mark", "no second reader", "the second reader sees a number", "a star"],
)
def test_what_two_readers_take_for_a_quotation_mark_is_cheap_to_pass_by(
    readings: tuple[tuple[str, str], ...], reader: str, expected: bool
) -> None:
    """The digit reader sees digits in whatever it is shown, in the marks of glottal stops, too."""
    assert expected == _spot(BlockKind.PARAGRAPH, reader, *readings).among_others
