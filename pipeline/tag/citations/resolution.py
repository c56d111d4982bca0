"""One ordered pass over the notes: every citation leads to exactly one work, or says why it leads to none.

Ibid. is the work of the citation before: in the same note, or in the note before if that has one citation (Chicago
Manual of Style, 17th ed., 14.34: never after a note with several). What leads nowhere breaks the chain for the Ibid.
behind it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.model import Citation, CitationKind, FieldKind, Note, Work
from pipeline.tag.citations.forms.cutting import citations
from pipeline.tag.citations.forms.reports import Report, report_of
from pipeline.tag.citations.parts.names import last_person
from pipeline.tag.citations.wording.calls import AHEAD
from pipeline.tag.citations.wording.draft import NOTHING, Draft, Listed, Outcome
from pipeline.tag.citations.wording.italics import NONE, authors_in_italics, italics_of
from pipeline.tag.citations.wording.known import Known
from pipeline.tag.citations.wording.unread import SECONDARY, ends_unread, is_comment, lies_unread
from pipeline.tag.citations.works.announced import NOTHING_EXPECTED, Expected, Wanted, expected
from pipeline.tag.citations.works.as_printed import as_printed
from pipeline.tag.citations.works.first_citations import FirstCitations, printed_year
from pipeline.tag.citations.works.ibid import Before, resolve_ibid
from pipeline.tag.citations.works.named_note import NamedNotes, as_names, last_name, without_title
from pipeline.tag.citations.works.records import MARGIN, Candidate, Records
from pipeline.tag.citations.works.short_titles import with_short_title

AUTHOR_ALONE = 0.8
REPORTED = 0.97
"""Certainty of a work by volume and page: nothing else begins there."""
ANNOUNCED = 0.9
"""Certainty that there is a full citation whose form does not show it, but a later short one."""
OTHERS = re.compile(r"\bet\sal\b|\bu\.\s?a\.|\band\sothers\b")
IN_THE_SENTENCE = 120
"""Characters before `(op. cit.)` in which the sentence may name its author."""
EXACT, NEAR = 97.0, 90.0
CERTAINTIES = ((EXACT, 0.97), (NEAR, 0.9), (0.0, 0.8))
"""Likeness of the title -> certainty that the work is the right one."""


class Cited(NamedTuple):
    """All citations of an article and the records that they lead to."""

    citations: tuple[Citation, ...]
    works: tuple[Work, ...]


def resolve(notes: Sequence[Note], listed: Sequence[Listed] = (), measured: frozenset[int] = frozenset()) -> Cited:
    """Read the notes in order and resolve every citation as it comes.

    Args:
        notes: those of the article.
        listed: the entries of its bibliography, which the notes may cite in short from the first time on.
        measured: pages whose italics were measured in the ink, so that half a title may be missed: they tell no title.
    """
    told = [replace(note, styles=()) if note.page in measured else note for note in notes]
    cited, reader = _read(told, listed, NOTHING_EXPECTED)
    there = expected(told, reader.wanted, reader.done)
    return _read(told, listed, there)[0] if there else cited


def _read(notes: Sequence[Note], listed: Sequence[Listed], there: Expected) -> "tuple[Cited, _Pass]":
    """One pass over all notes, with the citations that are expected."""
    reader = _Pass(notes, there)
    entries = [reader.list_entry(each) for each in listed]
    for note in notes:
        reader.read(note)
    return Cited((*reader.done, *entries), tuple(reader.records.all())), reader


def _is_in_full(text: str, draft: Draft, names: Sequence[str]) -> bool:
    """Authors, a title of several words, a year: what a web page or a report is cited by.

    With given names, or with the year in brackets right behind the title: `Merrow, Die Lampen von Selwyn (1931), 5`, as
    Austrian lawyers cite books.
    """
    titles, dates = draft.of(FieldKind.TITLE), draft.of(FieldKind.DATE)
    if not names or not dates or " " not in draft.title:
        return False
    return all(len(name.split()) > 1 for name in names) or text[titles[0].end : dates[0].start] == " ("


def _unread(note: Note) -> Before:
    """What stands for the citation that a note seems to hold: it is unresolved, and an Ibid. leads to the note."""
    draft = Draft(CitationKind.SHORT, 0, len(note.text))
    return Before(draft, Citation(id=note.id, target=note.id, start=0, end=len(note.text), kind=draft.kind))


class _Pass:
    def __init__(self, notes: Sequence[Note], there: Expected) -> None:
        self._notes, self._there = notes, there
        self._titles_slanted = not authors_in_italics(notes)
        self.wanted: list[Wanted] = []
        self.known = Known(there.recurring)
        self.records = Records(self.known)
        self.done: list[Citation] = []
        self._named = NamedNotes(notes, self.done, self.records, again=bool(there))
        self._here: list[Before] = []
        self._earlier: list[list[Before]] = []
        self._first = FirstCitations(notes, self.done, self.records)
        self._number = 0

    def list_entry(self, entry: Listed) -> Citation:
        """An entry of the bibliography: a record, to which the notes may lead."""
        work = self.records.add_listed(entry)
        if work:
            self._first.list_entry(work, entry.block)
        return Citation(
            id=f"{entry.block}.entry", target=entry.block, start=entry.draft.start, end=entry.draft.end,
            kind=CitationKind.ENTRY, fields=entry.draft.fields, work=work, evidence="an entry of the bibliography",
        )  # fmt: skip

    def read(self, note: Note) -> None:
        """One note: its citations, in order."""
        self._here, self._number = [], 0
        self.known.italics = italics_of(note) if self._titles_slanted else NONE
        places = self._there.places.get(note.id, frozenset())
        for draft in citations(note.text, self.known, places, unread=note.id in self._there.unread):
            self._take(note, draft)
        if note.id in self._there.unread:
            self._take_printed(note)
        end = max((each.citation.end for each in self._here), default=0)
        if ends_unread(note.text, end) if self._here else not is_comment(note.text):
            self._here.append(_unread(note))
        self._earlier.append(self._here)

    def _take_printed(self, note: Note) -> None:
        """The source that later notes say is there and that was not read, in its place among the others."""
        names, read = self._there.unread[note.id], [each.draft for each in self._here]
        if read and not names and not ends_unread(note.text, max(each.end for each in read)):
            return
        draft = as_printed(note.text, read, names)
        outcome = self._first.printed(draft) if draft else NOTHING
        if draft and outcome.work:
            self._take(note, draft, outcome)
            self._here.sort(key=lambda each: each.draft.start)
            first = next(index for index, each in enumerate(self.done) if each.target == note.id)
            self.done[first:] = sorted(self.done[first:], key=lambda each: (each.start, -each.end))

    def _take(self, note: Note, draft: Draft, led: Outcome | None = None) -> None:
        identifier = self._new_id(note)
        place = len(self.done)
        host = self._host(note, draft.host) if draft.host else None
        report = report_of(note.text, draft)
        outcome = led or self._outcome(note, draft, host, report)
        citation = self._citation(identifier, note, draft, outcome, host)
        self.done.insert(place, citation)
        self._remember(draft, citation, report)
        self._want(draft, citation)
        before = note.text[max((each.citation.end for each in self._here), default=0) : draft.start]
        if draft.kind is not CitationKind.CROSS_REFERENCE and not (self._here and SECONDARY.search(before)):
            self._here.append(Before(draft, citation, self.records.first_page(citation.work)))

    def _want(self, draft: Draft, citation: Citation) -> None:
        """A short citation that leads nowhere: the work must stand in a note before."""
        if citation.work or citation.kind is not CitationKind.SHORT or not (draft.names or draft.title):
            return
        names = draft.names or as_names(draft.title)
        title = draft.title if draft.names else "" if names else draft.title
        label = draft.call.note if draft.call else ""
        year = draft.value(FieldKind.DATE)[:4]
        self.wanted.append(Wanted(len(self._earlier), tuple(names), title, label, year, called=draft.call is not None))

    def _host(self, note: Note, inner: Draft) -> Citation:
        report = report_of(note.text, inner)
        citation = self._citation(self._new_id(note), note, inner, self._outcome(note, inner, None, report), None)
        self.done.append(citation)
        self._remember(inner, citation, report)
        return citation

    def _new_id(self, note: Note) -> str:
        self._number += 1
        return f"{note.id}.b{self._number}"

    def _remember(self, draft: Draft, citation: Citation, report: Report | None) -> None:
        """Counts, first citations, and what the citation has defined."""
        for field in draft.of(FieldKind.REPOSITORY):
            self.known.repositories.setdefault(field.value, field.value)
        for definition in draft.definitions:
            if definition.repository:
                self.known.repositories.setdefault(definition.sign, draft.value(FieldKind.REPOSITORY))
            elif citation.work:
                self.records.define(definition.sign, citation.work)
        if citation.work:
            if report is not None:
                self.records.add_report(report, citation.work)
            self.records.count(citation.work)
            self._first.add(citation)

    def _citation(self, identifier: str, note: Note, draft: Draft, outcome: Outcome, host: Citation | None) -> Citation:
        return Citation(
            id=identifier,
            target=note.id,
            start=draft.start,
            end=draft.end,
            kind=outcome.kind or draft.kind,
            fields=with_short_title(note.text, draft, self.records[outcome.work]) if outcome.work else draft.fields,
            work=outcome.work,
            antecedent=outcome.antecedent,
            host=host.id if host else "",
            cert=round(outcome.cert, 2) if outcome.work or outcome.antecedent else 0.0,
            evidence=outcome.evidence,
        )

    def _outcome(self, note: Note, draft: Draft, host: Citation | None, report: Report | None) -> Outcome:
        if draft.kind is CitationKind.CROSS_REFERENCE:
            return self._cross_reference(note, draft)
        if draft.kind is CitationKind.IBID:
            return self._ibid(note, draft)
        if draft.sign:
            work = self.known.signs[draft.sign]
            return Outcome(work, self._first.of(work), 1.0, "the sign is defined there")
        if draft.kind is CitationKind.ARCHIVAL:
            return self._archival(draft)
        if draft.call is not None and draft.call.kind == "continued":
            return self._continued()
        return self._by_names_and_title(note, draft, host, report)

    def _ibid(self, note: Note, draft: Draft) -> Outcome:
        if not self._here and lies_unread(note.text, 0, draft.start):
            return NOTHING._replace(evidence="the citation before in the note is unread")
        outcome = resolve_ibid(draft, self._here, self._earlier)
        if not outcome.work or not draft.of(FieldKind.SHELFMARK):
            return outcome
        # A mark of its own: another file of the same repository.
        repository = self.records[outcome.work].repository
        field = draft.of(FieldKind.SHELFMARK)[0]
        placed = replace(field, kind=FieldKind.REPOSITORY, value=repository)
        work, _ = self.records.archival(draft._replace(fields=(*draft.fields, placed)))
        return outcome._replace(work=work)

    def _continued(self) -> Outcome:
        if not self._here or not self._here[-1].citation.work:
            return NOTHING._replace(evidence="what it continues is unresolved")
        before = self._here[-1].citation
        return Outcome(before.work, before.id, min(0.95, before.cert), "goes on with the citation before")

    def _archival(self, draft: Draft) -> Outcome:
        if draft.doubt:
            return NOTHING._replace(evidence=draft.doubt)
        work, new = self.records.archival(draft)
        if new:
            return Outcome(work, "", 1.0, "first citation")
        return Outcome(work, self._first.of(work), 1.0, "same repository and mark")

    def _cross_reference(self, note: Note, draft: Draft) -> Outcome:
        label = draft.call.note if draft.call else ""
        index = self._notes.index(note)
        before = [each for each in self._notes[:index] if each.label == label]
        after = [each for each in self._notes[index + 1 :] if each.label == label]
        if len(after) == 1 and AHEAD.search(note.text, draft.start, draft.end):
            return Outcome("", after[0].id, 1.0, "the note of that number behind")
        if before:
            return Outcome("", before[-1].id, 1.0, "the note of that number before")
        return Outcome("", after[0].id, 0.6, "no such note before, one after") if len(after) == 1 else NOTHING

    def _by_names_and_title(self, note: Note, draft: Draft, host: Citation | None, report: Report | None) -> Outcome:
        names = self._names(note, draft)
        call = draft.call.kind if draft.call else ""
        if call == "note" and draft.call:
            there = self._named.lead(note, draft, names, draft.call.note)
            people = as_names(draft.title) or ([] if names else last_name(draft.title))
            if people and (not there.work or as_names(draft.title)):
                named = self._named.lead(note, without_title(draft), [*names, *people], draft.call.note)
                there = named if named.work or (named.antecedent and not there.work) else there
            # `op. cit. (n. 39)`: where the note does not have it, the name still may.
            alone = not draft.title and len(draft.of(FieldKind.CALL)) > 1
            return there if there.work or not alone else self._by_names(note, draft, names)
        if report is not None and (reported := self.records.reported(report, draft)):
            return self._reported(draft, reported)
        if not draft.title and (report is None or report.within):
            return self._by_names(note, draft, names)
        if in_journal := self.records.in_journal_by(draft, names):
            first = self._first.place(in_journal)
            return Outcome(in_journal, first, REPORTED, "the author's only one there", CitationKind.SHORT)
        if call != "op. cit." and (draft.kind is CitationKind.FULL or self._stands_alone(draft)):
            return self._full(draft, names, host)
        return self._short(note, draft, names)

    def _reported(self, draft: Draft, work: str) -> Outcome:
        """The work that stands in that volume: what its first citation lacks, as its name, another may have."""
        self.records.complete(work, draft, [])
        first = self._first.place(work)
        return Outcome(work, first, REPORTED, "in that volume of the report", CitationKind.SHORT if first else None)

    def _names(self, note: Note, draft: Draft) -> list[str]:
        if draft.call is not None and draft.call.kind == "op. cit." and not draft.names and not draft.title:
            named = last_person(note.text, max(0, draft.start - IN_THE_SENTENCE), draft.start)
            return [named] if named else []
        if draft.call is None or draft.call.kind != "idem":
            return draft.names
        named = last_person(note.text, self._here[-1].citation.end if self._here else 0, draft.start)
        if named:
            return [named, *draft.names]
        before = self._here[-1:] or (self._earlier[-1] if self._earlier and len(self._earlier[-1]) == 1 else [])
        work = before[0].citation.work if before else ""
        if work and self.records[work].kind != "archival":
            return [*(self.records[work].authors or self.records[work].editors), *draft.names]
        return [*before[0].draft.names, *draft.names] if before else []

    def _stands_alone(self, draft: Draft) -> bool:
        """A periodical, or a title with its translation: nothing fuller is to be expected before it."""
        titles = draft.of(FieldKind.TITLE)
        return titles[0].level == "j" or any(field.translation for field in titles)

    def _full(self, draft: Draft, names: list[str], host: Citation | None) -> Outcome:
        same = self.records.same(draft, names, host.work if host else "")
        if same:
            self.records.complete(same, draft, self._authors(draft, names))
            first = self._first.of(same)
            if not first and (entry := self._first.entry(same)):
                short = draft.kind is not CitationKind.FULL
                return Outcome(same, entry if short else "", 0.95, "listed in the bibliography")
            return Outcome(same, first, 0.95, "cited in full before", CitationKind.SHORT if first else None)
        work = self.records.add(draft, self._authors(draft, names), host.work if host else "")
        if draft.announced:
            return Outcome(work, "", ANNOUNCED, "first citation, as a later note shows", CitationKind.FULL)
        return Outcome(work, "", 1.0, "first citation", CitationKind.FULL)

    def _authors(self, draft: Draft, names: list[str]) -> list[str]:
        return [] if draft.of(FieldKind.EDITOR) and not draft.of(FieldKind.AUTHOR) else names

    def _short(self, note: Note, draft: Draft, names: list[str]) -> Outcome:
        found = self.records.candidates(draft, names)
        if len(found) > 1:
            works = self._first.narrowed([one.work for one in found], note, draft)
            found = [one for one in found if one.work in works]
        own = draft.call is None or draft.call.kind == "idem"
        if not found and own and _is_in_full(note.text, draft, names):
            return Outcome(self.records.add(draft, names, ""), "", 1.0, "first citation", CitationKind.FULL)
        if not found and draft.call is None and not names and self.known.recurs(draft.title):
            work = self.records.add(draft, names, "")
            return Outcome(work, "", ANNOUNCED, "no note has it in full", CitationKind.SHORT)
        return self._one_of(found)

    def _one_of(self, found: Sequence[Candidate]) -> Outcome:
        if not found:
            return NOTHING._replace(evidence="no earlier title is like it", kind=CitationKind.SHORT)
        if len(found) > 1 and found[0].likeness - found[1].likeness < MARGIN:
            return NOTHING._replace(evidence="two earlier titles are like it", kind=CitationKind.SHORT)
        cert = next(cert for limit, cert in CERTAINTIES if found[0].likeness >= limit)
        work = found[0].work
        alike = f"title {found[0].likeness:.0f} % alike"
        return Outcome(work, self._first.place(work), cert, alike, CitationKind.SHORT)

    def _by_names(self, note: Note, draft: Draft, names: list[str]) -> Outcome:
        works = self.records.by_authors(names)
        if printed_year(note, draft):
            works = self._first.of_year(works, note, draft)
        if len(works) > 1 and not OTHERS.search(note.text, draft.start, draft.end):
            works = self.records.only_by(names, works)
        if len(works) == 1:
            cert = 0.95 if draft.call else AUTHOR_ALONE
            return Outcome(works[0], self._first.place(works[0]), cert, "the only work of the author before")
        reason = "several works of the author before" if works else "no work of the author before"
        return NOTHING._replace(evidence=reason, kind=CitationKind.SHORT)
