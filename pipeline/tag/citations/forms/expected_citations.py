"""A full citation at a place where a later note says that one begins: its form need not show that it is one."""

import re

from pipeline.model import CitationKind, FieldKind
from pipeline.tag.citations.forms.reading import LONGEST, behind_designation
from pipeline.tag.citations.parts.followers import read_tail
from pipeline.tag.citations.parts.names import is_author, names_at
from pipeline.tag.citations.parts.titled import LONGEST_TITLE, PROSE, with_level
from pipeline.tag.citations.parts.titles_at import begins_quoted, quoted_title_at, title_at
from pipeline.tag.citations.wording.draft import Draft
from pipeline.tag.citations.wording.known import Known

_NUMBERED = re.compile(r"\.\s\d")
"""Behind what is no title but an abbreviation: `Res. 6`."""


def expected_at(
    text: str, place: int, stop: int, known: Known, draft: Draft | None, *, sure: bool, first: bool
) -> Draft | None:
    """The full citation that is expected at ``place``, where ``draft`` is what its form alone made of it.

    ``sure`` says that a later note names it by its people and title; else people must stand first, and a date, pages or
    quotation marks with them, or the citation must be the ``first`` thing in the note.
    """
    if draft is not None:
        short = draft.kind is CitationKind.SHORT and draft.title and draft.call is None
        plain = sure or bool(draft.of(FieldKind.AUTHOR))
        # One word under an author's name may stand in any title: `Portugal` in `Ships of Portugal`.
        known_already = known.has_title(draft.title) and (" " in draft.title or not draft.of(FieldKind.AUTHOR))
        if not (short and plain) or known_already:
            return draft
        return draft._replace(kind=CitationKind.FULL, announced=True)
    stop = min(stop, place + LONGEST)
    names = names_at(text, place, stop) or names_at(text, place, stop, colon=True)
    if names is None and not (sure or first):
        return None
    if names is not None and not all(is_author(field.value) for field in names.fields) and not sure:
        return None
    found = _whole(text, behind_designation(text, names.end) if names else place, stop, known)
    if found is None or not (sure or _is_located(found, named=names is not None)):
        return None
    return found._replace(start=place, fields=(*(names.fields if names else ()), *found.fields), announced=True)


def _is_located(draft: Draft, *, named: bool) -> bool:
    """A date, pages or quotation marks; without people both a date and pages."""
    located = {FieldKind.DATE, FieldKind.CITED} & {field.kind for field in draft.fields}
    return (bool(located) or draft.of(FieldKind.TITLE)[0].level == "a") if named else len(located) > 1


def _whole(text: str, place: int, stop: int, known: Known) -> Draft | None:
    """A title that needs nothing behind it, and what stands behind it."""
    quoted = None if begins_quoted(text, place, stop) else quoted_title_at(text, place, stop)
    title = quoted or title_at(text, place, stop, known)
    if title is None or not title.value or PROSE.search(title.value) or len(title.value.split()) > LONGEST_TITLE:
        return None
    if _NUMBERED.match(text, title.end):
        return None
    tail = read_tail(text, title.end, stop, known, bare_pages=True, article=quoted is not None)
    title, tail = with_level(title, tail, authored=True)
    return Draft(
        CitationKind.FULL, place, max(title.end, tail.end), (title, *tail.fields), call=tail.call, host=tail.host,
        definitions=tail.definitions,
    )  # fmt: skip
