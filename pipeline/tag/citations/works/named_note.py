"""`Supra note 7`, `(wie Anm. 7)`: the work that the note of that number cites under the name or the title."""

import re
from collections.abc import Sequence

from pipeline.model import Citation, CitationKind, FieldKind, Note
from pipeline.tag.citations.wording.draft import NOTHING, Draft, Outcome
from pipeline.tag.citations.wording.enclosures import levelled, statements
from pipeline.tag.citations.wording.likeness import likeness
from pipeline.tag.citations.wording.title_ends import YEAR
from pipeline.tag.citations.works.records import WITH_AUTHOR, Records
from pipeline.tag.citations.works.same_work import fits
from pipeline.tag.people.name_order import parse

ALIKE = 90.0
"""Likeness of a title from which it is the one that is named."""
SHORT_THERE = 0.8
"""Certainty where the note that is named cites the work in short."""
FAR = 60
"""Characters between a name and its year, in which other names may stand."""
NEARBY, OTHER_NOTE = 3, 0.6
"""Notes on either side of the one that is named in which the work is looked for too, and the certainty then."""
_JOINED = re.compile(r"\s?/\s?|,\s|,?\s(?:und|and|&|et|y|e)\s")
_BEHIND_NAMES = re.compile(rf"(?:,?\s(?:and\sothers|et\sal\.?|u\.\s?a\.))?(?:,?\s{YEAR}[a-z]?)?$")
"""What may follow the people before the call: others, and the year of their work."""


def as_names(title: str) -> list[str]:
    """`Merrow/Quell (wie Anm. 3)`, `Merrow and others (n 3)`, `Merrow und Roe 1931 (Anm. 3)`: people, not a title."""
    words = _JOINED.split(_BEHIND_NAMES.sub("", title)) if title else []
    return words if all(word[:1].isupper() and " " not in word for word in words) else []


def last_name(title: str) -> list[str]:
    """`More generally, Merrow, supra note 3`, `Zum Ganzen Merrow (o. Fn. 3)`: words that lead up to a name."""
    word = title.split()[-1] if " " in title else ""
    return [word] if word[:1].isupper() else []


def without_title(draft: Draft) -> Draft:
    """The same citation, where what was read as its title are people."""
    return draft._replace(fields=tuple(field for field in draft.fields if field.kind is not FieldKind.TITLE))


def _capitals(citation: Citation) -> bool:
    """Whether its first author is printed in capitals."""
    authors = [field.value for field in citation.fields if field.kind is FieldKind.AUTHOR]
    return bool(authors) and authors[0].isupper()


def _before_title(citation: Citation) -> int:
    """Where its title begins; without one, its end."""
    return next((field.start for field in citation.fields if field.kind is FieldKind.TITLE), citation.end)


class NamedNotes:
    """The notes that later ones call by their numbers, with what was read in them so far."""

    def __init__(self, notes: Sequence[Note], done: Sequence[Citation], records: Records, *, again: bool) -> None:
        """``again``: all that names announce has been looked for, and what was not found will not be."""
        self._notes, self._done, self._records, self._again = notes, done, records, again

    def lead(self, note: Note, draft: Draft, names: list[str], label: str) -> Outcome:
        """What a citation leads to that calls the note of this label: the work there of this name or title."""
        index = self._notes.index(note)
        place = next((i for i in range(index - 1, -1, -1) if self._notes[i].label == label), None)
        if place is None:
            return NOTHING._replace(evidence=f"no note {label} before", kind=CitationKind.SHORT)
        there = self._notes[place]
        if not names and not draft.title:
            return self._only_work(there, label)
        named = self._of_year(self._narrowed(self._named_in(there, draft, names), names), draft)
        beside = not named and self._again
        named = named or (self._beside(there, draft, names) if beside else [])
        works = {each.work for each in named}
        if len(works) == 1:
            # Where a short form is all that the note has, another citation there may be unread.
            full = any(each.kind is CitationKind.FULL for each in named)
            sure = full and not beside and self._records[named[0].work].kind != "unread"
            cert = 0.95 if sure else SHORT_THERE
            return Outcome(named[0].work, named[0].id, cert, f"named in note {label}", CitationKind.SHORT)
        if works:
            return NOTHING._replace(evidence=f"note {label} has several such works", kind=CitationKind.SHORT)
        dated = self._dated_in(there, names)
        if len(dated) == 1:
            evidence = f"by author and year in note {label}"
            return Outcome(dated[0], there.id, SHORT_THERE, evidence, CitationKind.SHORT)
        said = [parse(name).family for name in names] or [draft.title]
        if any(name.casefold() in there.text.casefold() for name in said):
            return NOTHING._replace(
                antecedent=there.id, evidence=f"named in note {label}, where it is unread", kind=CitationKind.SHORT
            )
        return self._near_note(place, draft, names, label)

    def _only_work(self, there: Note, label: str) -> Outcome:
        """`Supra note 5, at 72`: the one work that the note has in full; else the note itself."""
        full = [each for each in self._done if each.target == there.id and each.work]
        full = [each for each in full if each.kind is CitationKind.FULL] or full
        if len({each.work for each in full}) == 1:
            evidence = f"the only work of note {label}"
            return Outcome(full[0].work, full[0].id, SHORT_THERE, evidence, CitationKind.SHORT)
        return NOTHING._replace(antecedent=there.id, evidence=f"note {label}", kind=CitationKind.CROSS_REFERENCE)

    def _named_in(self, note: Note, draft: Draft, names: list[str]) -> list[Citation]:
        there = [each for each in self._done if each.target == note.id and each.work]
        named = [each for each in there if self._is_by(each, draft, names)]
        return named or [each for each in there if self._is_titled(each, [*names, draft.title])]

    def _beside(self, note: Note, draft: Draft, names: list[str]) -> list[Citation]:
        """What is cited there where the words stand, in it or beside it: people before its title."""
        words = names[0] if len(names) == 1 else draft.title
        if not words:
            return []
        printed = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
        there = [each for each in self._done if each.target == note.id]
        spans = [(each, *self._statement(note, each, there)) for each in there if each.work]
        if names:
            spans = [(each, low, _before_title(each)) for each, low, _ in spans]
        return [each for each, low, high in spans if printed.search(note.text, low, high)]

    def _statement(self, note: Note, citation: Citation, there: Sequence[Citation]) -> tuple[int, int]:
        """Its statement from the citation before on, and up to its own end if another follows."""
        low, high = next((low, high) for low, high in statements(levelled(note.text)) if citation.start < high)
        low = max([low, *(each.end for each in there if each.end <= citation.start)])
        return low, citation.end if any(citation.end <= each.start < high for each in there) else high

    def _narrowed(self, named: list[Citation], names: list[str]) -> list[Citation]:
        """Of several, those that are in full there, and of these the ones that print the name in the same capitals.

        `Supra note 7` names the note where the full citation stands (The Bluebook, 21st ed., rule 4.2), and authors of
        books have capitals where those of articles have none (rules 15 and 16). The one that is by nobody else goes
        before; the book in which an editor has a piece of his own is meant by that piece.
        """
        full = [each for each in named if each.kind is CitationKind.FULL] or named
        hosts = {each.host for each in full}
        full = [each for each in full if each.id not in hosts]
        alike = [each for each in full if names and _capitals(each) == names[0].isupper()]
        full = alike if len({each.work for each in full}) > 1 and alike else full
        theirs = self._records.only_by(names, list(dict.fromkeys(each.work for each in full)))
        return [each for each in full if each.work in theirs]

    def _dated_in(self, note: Note, names: list[str]) -> list[str]:
        """The listed works that the note cites by author and year: `Merrow 1931: 12`, `Merrow, in: Quell 1931`."""
        family = re.escape(parse(names[0]).family) if names else ""
        return [
            work.id
            for work in (self._records.listed_by(names) if family else ())
            if re.search(rf"(?<!\w){family}\b[^;.\d]{{0,{FAR}}}\(?{work.date[:4]}\b", note.text)
        ]

    def _of_year(self, named: list[Citation], draft: Draft) -> list[Citation]:
        """Those of the year that the call gives, `(n. 12: 1931)`, or of which no year is known."""
        year = draft.call.year[:4] if draft.call else ""
        return [each for each in named if not year or self._records.year(each.work) in ("", year)]

    def _near_note(self, place: int, draft: Draft, names: list[str], label: str) -> Outcome:
        """Numbers of notes go wrong when notes are put in or taken out: a note nearby that has the one such work."""
        around = self._notes[max(0, place - NEARBY) : place + NEARBY + 1]
        named = [
            each for note in around for each in self._named_in(note, draft, names) if each.kind is CitationKind.FULL
        ]
        if not names or len({each.work for each in named}) != 1:
            return NOTHING._replace(evidence=f"note {label} has no such work", kind=CitationKind.SHORT)
        found = next(note.label for note in around if note.id == named[0].target)
        evidence = f"note {label} has no such work, note {found} has"
        return Outcome(named[0].work, named[0].id, OTHER_NOTE, evidence, CitationKind.SHORT)

    def _is_by(self, citation: Citation, draft: Draft, names: list[str]) -> bool:
        """A work of these authors, with this title if one is given."""
        work = self._records[citation.work]
        alike = not draft.title or likeness(draft.title, work.title) >= WITH_AUTHOR
        return fits(names, work) and alike

    def _is_titled(self, citation: Citation, words: list[str]) -> bool:
        """The title, that of the document that was cited there, or the sign begins so: `Höfer` for `Höfer v. Roe`."""
        titles = [self._records[citation.work].title]
        titles += [field.value for field in citation.fields if field.kind in (FieldKind.TITLE, FieldKind.ABBREVIATION)]
        return any(one and likeness(one, title) >= ALIKE for one in words for title in titles if title)
