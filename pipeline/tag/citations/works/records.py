"""The records of the cited works, and which of them a citation can mean."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.model import FieldKind, Work
from pipeline.tag.citations.forms.reports import Report, Reports, may_be_called
from pipeline.tag.citations.wording.draft import Draft, Listed
from pipeline.tag.citations.wording.known import WITHOUT_AUTHOR, Known
from pipeline.tag.citations.wording.likeness import fold_title, likeness, names_agree, numbers_agree, sameness
from pipeline.tag.citations.works.same_work import (
    SAME,
    continues,
    fits,
    has_other_sign,
    is_another_number,
    is_dated_otherwise,
    is_in_another_volume,
    is_in_other_volume_of_series,
    is_in_same_volume,
    people,
    same_publication,
    same_year,
)
from pipeline.tag.citations.works.work_records import archival_key, archival_record, make_record
from pipeline.tag.people.name_order import fold, parse
from pipeline.tag.words.slugs import slug

WITH_AUTHOR = 82.0
"""Likeness (0 to 100) of titles from which an author's short title is that of the full one."""
AT_THE_BEGINNING = 95.0
"""The same for one word without author, which only the beginning of a title makes a title."""
MARGIN = 5.0
"""Points by which the best candidate must be ahead of the second."""


class Candidate(NamedTuple):
    """A work, and how alike its title is, 0.0 to 100.0."""

    work: str
    likeness: float


class Records:
    """All works cited so far, in the order of their first citation."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._works: dict[str, Work] = {}
        self._stems: dict[str, int] = {}
        self._archival: dict[tuple[str, ...], str] = {}
        self._documents: list[tuple[str, str]] = []
        self._reports = Reports()
        self._listed: set[str] = set()
        """Works of the bibliography."""
        self._uncited: set[str] = set()
        """Works that the bibliography lists and no note has cited yet."""

    def __getitem__(self, work: str) -> Work:
        return self._works[work]

    def all(self) -> Iterable[Work]:
        return self._works.values()

    def count(self, work: str) -> None:
        """One more citation of it."""
        self._works[work] = replace(self._works[work], citations=self._works[work].citations + 1)
        self._uncited.discard(work)

    def define(self, sign: str, work: str) -> None:
        """The document has given the work a sign; the first definition stands."""
        if sign not in self._known.signs:
            self._known.signs[sign] = work
            old = self._works[work]
            self._works[work] = replace(old, abbreviations=(*old.abbreviations, sign))

    def by_authors(self, names: Sequence[str]) -> list[str]:
        """Works of which all these are authors or editors: cited ones, or where there is none, listed ones."""
        found = [work.id for work in self._works.values() if fits(names, work)]
        return [work for work in found if work not in self._uncited] or found

    def in_journal_by(self, draft: Draft, names: Sequence[str]) -> str:
        """The only work of theirs in that journal and year, where a citation says no more; empty if it says more."""
        titles, year = draft.of(FieldKind.TITLE), draft.value(FieldKind.DATE)[:4]
        if not (names and year and len(titles) == 1 and titles[0].level == "j"):
            return ""
        there = [
            work
            for work in map(self._works.__getitem__, self.by_authors(names))
            if work.title and work.date[:4] == year and fold_title(work.journal) == fold_title(titles[0].value)
        ]
        return there[0].id if len(there) == 1 else ""

    def listed_by(self, names: Sequence[str]) -> list[Work]:
        """The works of the bibliography that are by all of these, and have a year."""
        listed = (self._works[work] for work in self._works if work in self._listed)
        return [work for work in listed if work.date and fits(names, work)]

    def candidates(self, draft: Draft, names: Sequence[str]) -> list[Candidate]:
        """Works that the title and the names can mean, the likeliest first: cited ones, or else listed ones."""
        limit = WITH_AUTHOR if names else WITHOUT_AUTHOR
        if not names and len(fold_title(draft.title).split()) == 1:
            limit = max(limit, AT_THE_BEGINNING)
        found = []
        for work in self._works.values():
            if not work.title or work.kind == "unread":
                continue
            if names and not fits(names, work) and not self._holds_piece_by(names, work):
                continue
            if is_dated_otherwise(draft, work, self._host_of(work)) or is_in_another_volume(draft, work):
                continue
            if is_another_number(draft, work):
                continue
            score = max(likeness(draft.title, work.title), likeness(draft.title, work.translated_title))
            least = WITH_AUTHOR if is_in_same_volume(draft, work) else limit
            both = f"{work.title} {work.translated_title}"
            if score >= least and numbers_agree(draft.title, both) and names_agree(draft.title, both):
                found.append(Candidate(work.id, score))
        if not names:
            found += self._among_documents(draft.title)
        found = [one for one in found if one.work not in self._uncited] or found
        return sorted(found, key=lambda one: -one.likeness)

    def reported(self, report: Report, draft: Draft) -> str:
        """The work cited before that stands there, and can go by the name; empty when there is none.

        Of several in one volume that which begins nearest before the page: one that bears the name before one without.
        """
        there = [work for work in self._reports.of_volume(report) if may_be_called(self[work], draft.title)]
        named = [work for work in there if self[work].title] if draft.title else []
        return next(iter(named or there), "")

    def add_report(self, report: Report, work: str) -> None:
        """Where a work stands, as a citation gives it."""
        self._reports.add(report, work)

    def first_page(self, work: str) -> int | None:
        """The page of its report or journal on which the work begins."""
        return self._reports.first_pages.get(work)

    def year(self, work: str) -> str:
        """The year of the work, or of the book that it stands in; empty where neither is known."""
        return (self._works[work].date or self._host_of(self._works[work]).date)[:4]

    def only_by(self, names: Sequence[str], works: Sequence[str]) -> list[str]:
        """Of several works those that are by nobody else: a work of two is cited under both names."""
        alone = [work for work in works if len(people(self._works[work])) == len(names)]
        return alone if len(alone) == 1 else list(works)

    def _host_of(self, work: Work) -> Work:
        return self._works[work.host] if work.host else work

    def _holds_piece_by(self, names: Sequence[str], work: Work) -> bool:
        """A book without author in which a piece of theirs stands: `Geertz, ‘Deep Play’, in The Interpretation …`."""
        return not people(work) and any(each.host == work.id and fits(names, each) for each in self._works.values())

    def _among_documents(self, title: str) -> list[Candidate]:
        scores: dict[str, float] = {}
        for document, work in self._documents:
            if (score := likeness(title, document)) >= WITHOUT_AUTHOR:
                scores[work] = max(scores.get(work, 0.0), score)
        return [Candidate(work, score) for work, score in scores.items()]

    def same(self, draft: Draft, names: Sequence[str], host: str = "") -> str:
        """The work that another full citation has described already; empty when there is none.

        A piece in another book (``host``) or volume is another piece, whatever its title, and two without title are one
        by their report alone. A bibliography says again what the
        notes say, and how much of an imprint each of them has is a matter of its form: there the year decides.
        """
        for work in self._works.values():
            if self._are_other_books(host, work.host) or is_another_number(draft, work) or has_other_sign(draft, work):
                continue
            if not draft.title or is_in_other_volume_of_series(draft, work):
                continue
            alike = sameness(draft.title, work.title) >= SAME or continues(draft.title, work.title)
            alike = alike or continues(work.title, draft.title)
            alike = alike and numbers_agree(draft.title, work.title) and names_agree(draft.title, work.title)
            published = same_year(draft, work) if work.id in self._listed else same_publication(draft, work)
            if alike and (not names or not people(work) or fits(names, work)) and published:
                return work.id
        return ""

    def _are_other_books(self, one: str, other: str) -> bool:
        """Two books; those of the bibliography and of a note are one by their titles."""
        if not one or not other or one == other:
            return False
        listed = one in self._listed or other in self._listed
        return not listed or sameness(self._works[one].title, self._works[other].title) < SAME

    def archival(self, draft: Draft) -> tuple[str, bool]:
        """The record of an archival reference, and whether it is new."""
        key = archival_key(draft.value(FieldKind.REPOSITORY), draft.value(FieldKind.SHELFMARK), draft.title)
        known = self._archival.get(key) or self._by_mark_alone(key)
        if known:
            self._remember_document(draft, known)
            return known, False
        work = archival_record(self._new_id("ms", f"{key[0]} {key[1] or key[2]}"), draft)
        self._add(work)
        self._archival[key] = work.id
        self._remember_document(draft, work.id)
        return work.id, True

    def _remember_document(self, draft: Draft, work: str) -> None:
        """A letter or report may be cited later by its name alone."""
        if draft.title.count(" ") > 1:
            self._documents.append((draft.title, work))
            self._known.titles.add(draft.title)

    def _by_mark_alone(self, key: tuple[str, ...]) -> str:
        """`HP 31/2` without its archive: the only one that has it."""
        if key[0] or not key[1]:
            return ""
        fitting = [work for (_, mark, _), work in self._archival.items() if mark == key[1]]
        return fitting[0] if len(fitting) == 1 else ""

    def add(self, draft: Draft, authors: Sequence[str], host: str) -> str:
        """A new record from a full citation."""
        name = parse(authors[0]).family if authors else ""
        words = draft.title or " ".join(field.value for field in (*draft.of(FieldKind.VOLUME), *draft.journals))
        work = make_record(self._new_id("bib", f"{name} {' '.join(words.split()[:3])}"), draft, authors, host)
        self._add(work)
        return work.id

    def add_printed(self, printed: str) -> str:
        """The record of a source as it is printed; its words are its sign."""
        work = Work(id=self._new_id("bib", " ".join(printed.split()[:4])), kind="unread", title=printed)
        self._works[work.id] = work
        self._known.signs.setdefault(printed, work.id)
        return work.id

    def printed_so(self, printed: str) -> str:
        """The source that was printed in these words before, with no other numbers: one of the two may say more."""
        for work in self._works.values():
            short, full = sorted((work.title, printed), key=len)
            if work.kind == "unread" and likeness(short, full) >= AT_THE_BEGINNING and numbers_agree(short, full):
                return work.id
        return ""

    def add_listed(self, listed: Listed) -> str:
        """The record of an entry of the bibliography and of the book that it stands in; empty for want of a title."""
        piece, around = listed.draft.piece_and_host()
        if not piece.title:
            return ""
        host = ""
        if around is not None:
            editors = [field.value for field in around.of(FieldKind.EDITOR)]
            host = self.same(around, editors) or self.add(around, [], "")
            self._uncited.add(host)
            self._listed.add(host)
        edited = bool(piece.of(FieldKind.EDITOR)) and not piece.of(FieldKind.AUTHOR)
        work = self.add(piece, [] if edited else listed.names, host)
        self._uncited.add(work)
        self._listed.add(work)
        return work

    def complete(self, work: str, draft: Draft, authors: Sequence[str]) -> None:
        """Fill what the record lacks from another full citation of the same work."""
        old, new = self._works[work], make_record(work, draft, authors, "")
        missing = {
            field: getattr(new, field)
            for field in (
                "title",
                "authors",
                "editors",
                "translators",
                "translated_title",
                "places",
                "publisher",
                "date",
            )
            if not getattr(old, field) and getattr(new, field)
        }
        self._works[work] = replace(old, **missing)
        if "title" in missing:
            self._known.titles.add(new.title)

    def _add(self, work: Work) -> None:
        self._works[work.id] = work
        if work.title:
            self._known.titles.add(work.title)
        self._known.surnames.update(fold(parse(name).family) for name in people(work))

    def _new_id(self, prefix: str, name: str) -> str:
        stem = f"{prefix}.{slug(name)[:40].strip('-')}"
        self._stems[stem] = self._stems.get(stem, 0) + 1
        return stem if self._stems[stem] == 1 else f"{stem}.{self._stems[stem]}"
