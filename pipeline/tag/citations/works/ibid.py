"""Ibid.: the work of the citation before, as far as there is one before, and it can be meant."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model import Citation, CitationKind, FieldKind
from pipeline.tag.citations.forms.reports import LONGEST
from pipeline.tag.citations.wording.draft import NOTHING, Draft, Outcome

SAME_NOTE, NOTE_BEFORE = 0.95, 0.97
SKIPPED = 0.1
"""Taken off for every note without citation in between."""
ONLY_FITTING = 0.6
"""Certainty after a note with several citations of which one can be meant."""
LAST_OF_SEVERAL = 0.4
NOT_THE_LAST = 0.4
"""Certainty where the citation before cannot be meant (a leaf of a book, a day of a book) and an earlier one can."""
LOOK_BACK = 3
"""Notes that are looked through for one that can be meant."""


class Before(NamedTuple):
    """An earlier citation as it was read, and what came of it."""

    draft: Draft
    citation: Citation
    first_page: int | None = None
    """The page on which the work begins in its report or journal, where that is known."""


def resolve_ibid(draft: Draft, here: Sequence[Before], earlier: Sequence[Sequence[Before]]) -> Outcome:
    """Resolve an Ibid.

    Args:
        draft: the citation.
        here: the citations before it in its own note.
        earlier: those of the notes before, one list for each.
    """
    if here:
        return _of_note(draft, here, SAME_NOTE, "the citation before in the note")
    cited = [(skipped, note) for skipped, note in enumerate(reversed(earlier[-LOOK_BACK - 1 :])) if note]
    if not cited:
        return NOTHING._replace(evidence="no citation before")
    skipped, note = cited[0]
    alone = len({each.citation.work for each in note}) == 1
    sure = NOTE_BEFORE - SKIPPED * skipped if alone else 0.0
    outcome = _of_note(draft, note, sure, "the only work of the note before")
    if outcome.work or any(not each.citation.work for each in note):
        return outcome
    return _further_back(draft, [note for _, note in cited[1:]])


def _of_note(draft: Draft, note: Sequence[Before], sure: float, evidence: str) -> Outcome:
    """The last citation of a note that can be meant; ``sure`` is the certainty of the very last, 0.0 where none is."""
    fitting = [each for each in note if can_be_meant(draft, each)]
    if not fitting:
        return NOTHING._replace(evidence="no citation of the note before can be meant")
    last = fitting[-1].citation
    if not last.work:
        there = last.antecedent if last.kind is CitationKind.CROSS_REFERENCE else last.id
        unread = last.id == last.target
        return NOTHING._replace(
            antecedent=there, evidence=f"the citation before is {'unread' if unread else 'unresolved itself'}"
        )
    if sure and last is note[-1].citation:
        return Outcome(last.work, last.id, min(sure, last.cert), evidence)
    if len({each.citation.work for each in fitting}) == 1:
        return Outcome(last.work, last.id, min(ONLY_FITTING, last.cert), "the only one of several that can be meant")
    return Outcome(last.work, last.id, min(LAST_OF_SEVERAL, last.cert), "the last of several citations: doubtful")


def _further_back(draft: Draft, notes: Sequence[Sequence[Before]]) -> Outcome:
    for note in notes:
        fitting = [each for each in note if can_be_meant(draft, each) and each.citation.work]
        if len({each.citation.work for each in fitting}) == 1:
            last = fitting[-1].citation
            return Outcome(last.work, last.id, min(NOT_THE_LAST, last.cert), "the one before cannot be meant: doubtful")
        if fitting:
            break
    return NOTHING._replace(evidence="nothing before can be meant")


def can_be_meant(draft: Draft, before: Before) -> bool:
    """Leaves, folios and marks are those of archives; a day is that of a periodical or an archive, a page of a piece.

    A citation that could not be read (it has no id, or that of its note) can be any.
    """
    if not before.citation.id or before.citation.id == before.citation.target:
        return True
    if _lies_elsewhere(draft, before) or (_by_section(draft) and _is_reported(before)):
        return False
    archival = before.citation.kind is CitationKind.ARCHIVAL or bool(before.draft.of(FieldKind.REPOSITORY))
    archival = archival or before.citation.work.startswith("ms.")
    wants_archive = bool(draft.of(FieldKind.SHELFMARK)) or any(
        field.unit in ("leaf", "folio") for field in draft.of(FieldKind.CITED)
    )
    if wants_archive and not archival:
        return any(field.unit in ("leaf", "folio") for field in before.draft.of(FieldKind.CITED))
    day = any(field.value.count("-") == 2 for field in draft.of(FieldKind.DATE))
    if not day or archival:
        return True
    periodical = any(field.level == "j" for field in before.draft.of(FieldKind.TITLE)[:1])
    dated = any(field.value.count("-") == 2 for field in before.draft.of(FieldKind.DATE))
    return periodical or dated


def _by_section(draft: Draft) -> bool:
    """`Id. § 108`: a law, or what is divided like one."""
    cited = [field.value for field in draft.of(FieldKind.CITED)]
    return bool(cited) and all(value.startswith("§") for value in cited)


def _is_reported(before: Before) -> bool:
    """A decision or an article, by the pages of its report: it has no sections, but an act in its volume has."""
    titles = before.draft.of(FieldKind.TITLE)[:1]
    sections = any(field.value.startswith("§") for field in before.draft.of(FieldKind.CITED))
    return before.first_page is not None and not sections and all(field.level != "u" for field in titles)


def _lies_elsewhere(draft: Draft, before: Before) -> bool:
    """A page that stands before the piece begins, or too far behind: `Id. at 721` means no decision at 197 U.S. 11."""
    if before.first_page is None:
        return False
    pages = [field.first for field in draft.of(FieldKind.CITED) if field.unit == "page" and field.first.isdecimal()]
    return any(not before.first_page <= int(page) <= before.first_page + LONGEST for page in pages)
