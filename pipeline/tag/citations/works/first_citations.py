"""Where each work is cited first, and what is printed there: years and volumes that tell like titles apart."""

import re
from collections.abc import Sequence

from pipeline.model import Citation, CitationKind, FieldKind, Note
from pipeline.tag.citations.wording.draft import NOTHING, Draft, Outcome
from pipeline.tag.citations.wording.title_ends import YEAR
from pipeline.tag.citations.works.printed_years import PrintedYears, of_year, years_printed
from pipeline.tag.citations.works.records import Records

PRINTED = 0.8
"""Certainty of a source that only a later note shows, and whose ends are those of its statement."""
IN_FULL = re.compile(rf"{YEAR}|://|www\.")
"""What a source has that is cited for the first time."""


class FirstCitations:
    """The first citations of the works in the notes read so far, and their entries in the bibliography."""

    def __init__(self, notes: Sequence[Note], done: Sequence[Citation], records: Records) -> None:
        self._texts = {note.id: note.text for note in notes}
        self._done, self._records = done, records
        self._first: dict[str, str] = {}
        self._entries: dict[str, str] = {}

    def list_entry(self, work: str, block: str) -> None:
        """The work has an entry in the bibliography, in this block."""
        self._entries.setdefault(work, block)

    def add(self, citation: Citation) -> None:
        """One more citation of a work."""
        self._first.setdefault(citation.work, citation.id)

    def of(self, work: str) -> str:
        """The first citation of a work; empty where there is none."""
        return self._first.get(work, "")

    def entry(self, work: str) -> str:
        """The block of a work in the bibliography; empty where it is not listed."""
        return self._entries.get(work, "")

    def place(self, work: str) -> str:
        """The first citation of a work; where there is none before, its entry in the bibliography."""
        return self.of(work) or self.entry(work)

    def printed(self, draft: Draft) -> Outcome:
        """What a source leads to that is taken as it is printed: itself, or one that was cited before.

        Without a year or an address, and if no later note calls it by name, it is a short form of an earlier citation.
        """
        printed = draft.printed
        if same := self._records.printed_so(printed):
            return Outcome(same, self.of(same), PRINTED, "printed so before", CitationKind.SHORT)
        if not (draft.announced or IN_FULL.search(printed)):
            words = [part.casefold() for part in printed.split(", ") if not part.isdecimal()]
            works = self._citing(words)
            if len(works) == 1:
                return Outcome(works[0], self.of(works[0]), PRINTED, "its words are there", CitationKind.SHORT)
            return NOTHING
        return Outcome(self._records.add_printed(printed), "", PRINTED, "as printed: a later note cites it")

    def _citing(self, words: Sequence[str]) -> list[str]:
        """The works in whose first citations all these words, in small letters, are printed."""
        first = (each for each in self._done if each.work and self._first.get(each.work) == each.id)
        printed = ((each.work, self._texts[each.target][each.start : each.end].casefold()) for each in first)
        return [work for work, text in printed if all(word in text for word in words)]

    def narrowed(self, works: Sequence[str], note: Note, draft: Draft) -> list[str]:
        """Of several works with like titles those of the year and volume that are printed: `Merrow, Lamps, vol. 2`."""
        fitting = list(works)
        if printed_year(note, draft):
            fitting = self.of_year(works, note, draft) or fitting
        volume = draft.value(FieldKind.VOLUME).casefold()
        if volume:
            fitting = [work for work in fitting if self._volume(work).casefold() == volume] or fitting
        return fitting

    def of_year(self, works: Sequence[str], note: Note, draft: Draft) -> list[str]:
        """Of these works those of the year that the citation prints."""
        printed = {work: PrintedYears(self._records.year(work), self._years(work, note, draft)) for work in works}
        return of_year(printed, printed_year(note, draft))

    def _years(self, work: str, note: Note, draft: Draft) -> list[str]:
        """The years in the first citation of a work and behind it in its statement, up to the citation that asks."""
        first = self._citation(work)
        if first is None:
            return []
        text = self._texts[first.target]
        return years_printed(text, first.start, first.end, draft.start if note.id == first.target else len(text))

    def _volume(self, work: str) -> str:
        """The volume that the first citation of a work names."""
        first = self._citation(work)
        return next((field.value for field in first.fields if field.kind is FieldKind.VOLUME), "") if first else ""

    def _citation(self, work: str) -> Citation | None:
        return next((each for each in self._done if each.id == self.of(work)), None)


def printed_year(note: Note, draft: Draft) -> str:
    """The year that a citation prints, with its letter: `op. cit., 1931b`, `(n. 12: 1931)`; empty where it has none."""
    dates = draft.of(FieldKind.DATE)
    return note.text[dates[0].start : dates[0].end] if dates else draft.call.year if draft.call else ""
