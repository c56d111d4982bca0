"""The record of a work, as the citation that names it first gives it."""

import re
from collections.abc import Sequence

from pipeline.model import FieldKind, Work
from pipeline.tag.citations.wording.draft import Draft
from pipeline.tag.citations.wording.likeness import fold_title

_DASH = re.compile(r"[–—]")
_LEVEL = re.compile(r"\b(?:fond|f|opis’?|op|delo|dela|dd?|papka|p)\.?\s", re.IGNORECASE)


def make_record(identifier: str, draft: Draft, authors: Sequence[str], host: str) -> Work:
    """The record of what a full citation says."""
    own, journals = draft.own_titles, draft.journals
    pages = [field.value for field in draft.of(FieldKind.CITED) if field.unit == "page"]
    return Work(
        id=identifier,
        kind=_kind(draft, bool(journals), host),
        authors=tuple(authors),
        editors=_values(draft, FieldKind.EDITOR),
        translators=_values(draft, FieldKind.TRANSLATOR),
        title=own[0].value if own else "",
        lang=own[0].lang if own else "",
        translated_title=next((field.value for field in own if field.translation), ""),
        journal=next((field.value for field in journals if not field.translation), ""),
        translated_journal=next((field.value for field in journals if field.translation), ""),
        host=host,
        edition=draft.value(FieldKind.EDITION),
        places=_values(draft, FieldKind.PLACE),
        publisher=draft.value(FieldKind.PUBLISHER),
        date="" if own and own[0].level == "j" else draft.value(FieldKind.DATE),
        volume=draft.value(FieldKind.VOLUME) if journals else "",
        issue=draft.value(FieldKind.ISSUE) if journals or (own and own[0].level == "u") else "",
        pages=pages[0] if pages and journals else "",
    )


def _kind(draft: Draft, in_journal: bool, host: str) -> str:
    if in_journal:
        return "article"
    if host or draft.host is not None:
        return "chapter"
    level = next((field.level for field in draft.of(FieldKind.TITLE)), "")
    if level == "j":
        return "journal"
    return "book" if level == "m" else "unknown"


def _values(draft: Draft, kind: FieldKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(field.value for field in draft.of(kind) if field.value))


def archival_record(identifier: str, draft: Draft) -> Work:
    """The record of what an archival reference says."""
    mark = draft.value(FieldKind.SHELFMARK)
    return Work(
        id=identifier,
        kind="archival",
        # A mark may hold many documents: only where there is none does the title say what the record is of.
        authors=() if mark else _values(draft, FieldKind.AUTHOR),
        title="" if mark else draft.title,
        date="" if mark else draft.value(FieldKind.DATE),
        repository=draft.value(FieldKind.REPOSITORY),
        shelfmark=mark,
    )


def archival_key(repository: str, shelfmark: str, title: str) -> tuple[str, str, str]:
    """When two references are to the same file: folded repository and mark; the title only where there is no mark.

    Example: ``fond 1730, opis 2, delo 8`` and ``1730/2/8`` give the same key, and so do hyphens and dashes.
    """
    mark = re.sub(r",\s*", "/", _LEVEL.sub("", shelfmark)) if _LEVEL.search(shelfmark) else shelfmark
    mark = re.sub(r"\s+", " ", _DASH.sub("-", mark.casefold())).strip()
    return fold_title(repository), mark, "" if mark else fold_title(title)
