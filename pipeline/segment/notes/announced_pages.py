"""Endnotes whose running heads say which pages call them: ``Notes to pages 114–24``.

Books print the notes of all chapters at their end, so under such heads. The file of a single chapter often has the
pages of its notes without their heading, begins and ends among the notes of other chapters, or has none of its own: of
such notes none is called in it, whatever numbers they have.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.model import NoteKind
from pipeline.segment.notes.call_alignment import Link
from pipeline.segment.notes.division import RawNote
from pipeline.segment.notes.spots import Located
from pipeline.segment.rows import Row
from pipeline.segment.wording.heading_words import NOTES_TO_PAGES

SEEN = 0.5
"""Certainty of a link from which it shows that a chapter is called in the file."""


class AnnouncedPages:
    """On which pages of the file the notes of a page are called, as its running head says."""

    def __init__(self, heads: Iterable[tuple[int, str]], folios: Mapping[int, str]) -> None:
        """Read the heads. A page whose folio is not known may call as its neighbours do; a range that falls is misread.

        Args:
            heads: the number of a page in the file and a running head on it.
            folios: the printed number of every page, by its number in the file; empty where it is not known.
        """
        printed = {page: int(folio) for page, folio in folios.items() if folio.isdecimal()}
        said = {page: _range_of(found) for page, head in heads if (found := NOTES_TO_PAGES.match(head))}
        text = folios.keys() - said.keys()
        untold = text - printed.keys()
        self._calling: dict[int, frozenset[int]] = {}
        for page, pages in said.items() if printed.keys() - said.keys() else ():
            calling = {other for other in text & printed.keys() if not pages or printed[other] in pages}
            self._calling[page] = frozenset(calling | untold if calling else ())

    def begin(self, rows: Sequence[Row]) -> int | None:
        """Index of the row over the first page with such a head, as if it were the heading of the notes; else None."""
        first = next((index for index, row in enumerate(rows) if row.page.number in self._calling), 0)
        return first - 1 if first else None

    def calling(self, note: RawNote) -> frozenset[int] | None:
        """The pages that may call a note, none of them if they are not in the file; None where no head says it."""
        return self._calling.get(note.label_row.page.number)

    def may_be_called(self, note: RawNote) -> bool:
        """Whether the file has a page that may call a note.

        What stands before the first number of such a page is the rest of a note that is not in the file.
        """
        pages = self.calling(note)
        return pages is None or bool(note.label and pages)


NOWHERE = AnnouncedPages((), {})
"""No head says anything."""


def _range_of(found: re.Match[str]) -> range:
    """The pages of a head; of the last it has only the digits that differ: ``114–24``."""
    first, last = found["first"], found["last"] or found["first"]
    return range(int(first), int(first[: max(0, len(first) - len(last))] + last) + 1)


def of_other_chapters(notes: Sequence[RawNote], links: Sequence[Link], located: Sequence[Located]) -> set[int]:
    """Indices of the notes of chapters before or after those of the file: no call of any of them was seen.

    Such a chapter's numbers end where those of the next begin with 1. A file is of consecutive pages, so that only the
    first chapters and the last can be without calls.
    """
    runs: list[list[int]] = []
    numbered = (note.kind is NoteKind.END and note.label.isdecimal() for note in notes)
    for index in (index for index, is_numbered in enumerate(numbered) if is_numbered):
        if not runs or notes[index].label == "1":
            runs.append([])
        runs[-1].append(index)
    seen = {link.note for link in links if link.certainty >= SEEN and not located[link.spot].spot.is_silent}
    called = [number for number, run in enumerate(runs) if not seen.isdisjoint(run)]
    if not called:
        return set()
    return {index for run in (*runs[: called[0]], *runs[called[-1] + 1 :]) for index in run}
