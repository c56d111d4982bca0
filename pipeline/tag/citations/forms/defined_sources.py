"""Sources that only the sign which they define shows to be sources: `Details, available at … [hereinafter Plan]`.

What has a sign of its own is a source, whatever its form; it stands in the statement that defines the sign. A sign in
brackets that say what a source quotes is that of the quoted one, and an archive's sign is not that of a work.
"""

from collections.abc import Sequence

from pipeline.tag.citations.forms.reading import citation_at
from pipeline.tag.citations.wording.definitions import Sign, hereafter_at, hereafters_in
from pipeline.tag.citations.wording.known import Known
from pipeline.tag.citations.wording.shelfmarks import REPOSITORY
from pipeline.tag.citations.wording.unread import EXPLAINING


def defining(text: str, spans: Sequence[tuple[int, int]], places: Sequence[tuple[int, bool, int]]) -> dict[int, Sign]:
    """Where statements begin that define a sign.

    Args:
        text: the note.
        spans: its statements.
        places: where in them citations can begin, whether the place makes one likely, and where the statement ends.
    """
    defined: dict[int, Sign] = {}
    for sign in hereafters_in(text, 0, len(text)):
        index = next(index for index, (start, end) in enumerate(spans) if start <= sign.start < end)
        behind = index > 0 and hereafter_at(text, spans[index][0]) is not None  # …, p. 94. Hereafter cited as Plan.
        start = spans[index - behind][0]
        before = [
            place
            for place, strong, _ in places
            # `Hereafter Plan.` behind a name in the text defines the sign of no source.
            if strong and start <= place < sign.start and hereafter_at(text, place) is None
        ]
        # A title that stands before the statement was cut in two: the statement is no beginning.
        whole = behind or sign.sign not in text[:start]
        if before and whole and not _is_of_another(text, before[0], sign.start):
            defined.setdefault(before[0], sign)
    return defined


def _is_of_another(text: str, start: int, sign: int) -> bool:
    """Whether the sign is that of an archive, or of what the source quotes."""
    bracket = text.rfind("(", start, sign)
    return REPOSITORY.search(text, start, sign) is not None or (
        bracket >= 0 and EXPLAINING.match(text, bracket) is not None
    )


def is_read_later(text: str, places: Sequence[tuple[int, bool, int]], start: int, sign: Sign, known: Known) -> bool:
    """Whether a citation is read between ``start`` and the sign: the sign is that one's."""
    later = (place for place, strong, _ in places if strong and start < place < sign.start)
    return any(citation_at(text, place, sign.start, known, strong=True) is not None for place in later)
