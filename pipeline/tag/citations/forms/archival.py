"""Archival references: repository, shelf mark, and the document that lies there.

A statement of a note is cut at its commas; the stretch that is a shelf mark or a known repository is the anchor, and
the stretches around it are read by their place: document and date before or after, leaves behind.
"""

import re
from collections.abc import Mapping

from pipeline.model import CitationKind, CitedField, FieldKind
from pipeline.tag.citations.parts.locators import cited_at, volume_at
from pipeline.tag.citations.parts.names import names_at
from pipeline.tag.citations.parts.publication import dates_in, publication_at
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.definitions import Sign, hereafters_in, sign_at, sign_field
from pipeline.tag.citations.wording.draft import Definition, Draft
from pipeline.tag.citations.wording.enclosures import QUOTES, closing, enclosed, stretches
from pipeline.tag.citations.wording.shelfmarks import (
    FOND,
    LONG_HEAD,
    PROSE,
    Anchor,
    find_anchor,
    is_letter,
    is_mark,
    mark_field,
    repository_field,
    repository_named,
)

_LEADS_IN = re.compile(
    r"(?:[Ff]or|[Oo]n|[Ii]n|[Aa]s|[Ff]ür|[Pp]our|[Ss]ee|[Cc]f\.|and|und|et|The|An?|All|Some|One|By|These?|Those|"
    r"Reported|Printed|Quoted|Cited)\s"
)

# What tells neither title nor date, and belongs to the reference all the same.
_ASIDE = re.compile(r"undated\b|n\.d\.|s\.d\.|o\.D\.|(?:no|nos|folder|file|sheet|reel)\.?\s\d|(?:unpaginated|passim)$")
_CLOSED = re.compile(r"[’”]?\)")
_ENTRY = re.compile(r",\sentry\s(?:for|of)\s")
_REST = re.compile(r"[.,:;]?\s(?!ll?\b|fos?\b|pp?\b)[\w]{1,4}[.,:;]\s?[\dlIOS]")
NEAR = 50
"""Characters behind a reference within which a sign may be defined for it."""


def archival_at(text: str, start: int, stop: int, repositories: Mapping[str, str]) -> Draft | None:
    """An archival reference that begins at ``start`` and ends before ``stop``; None if there is none.

    Args:
        text: the note.
        start: where the citation would begin.
        stop: end of the statement.
        repositories: sign or name of a repository that is known -> its full name.
    """
    parts = [part for low, high in stretches(text, start, stop) for part in _at_colons(text, low, high, repositories)]
    anchor = find_anchor(text, parts, repositories)
    if anchor is None or (anchor.first is None and _is_published(text, parts)):
        return None
    head = min(index for index in (anchor.repository, anchor.first) if index is not None)
    longest = LONG_HEAD if is_letter([text[low:high] for low, high in parts]) else 5
    if head > longest or (head and not _can_head(text, start, parts[:head])):
        return None
    fields = _read(text, parts, anchor, repositories, head)
    if anchor.first is None and not _is_document(text, fields):
        return None
    draft = _draft(text, start, stop, fields)
    return draft._replace(doubt="the mark is cut short") if _is_cut_short(text, fields) else draft


def _is_document(text: str, fields: list[CitedField]) -> bool:
    """Without a shelf mark, a title with its date or leaf, or in quotation marks: `Paris, Bibliothèque` is none."""
    titles = [field for field in fields if field.kind is FieldKind.TITLE]
    placed = any(field.kind in (FieldKind.DATE, FieldKind.CITED) for field in fields)
    return bool(titles) and (placed or text[titles[0].start] in QUOTES)


def _is_cut_short(text: str, fields: list[CitedField]) -> bool:
    """`f. 44. op. 2`, `f. 44, 0p. 2`: a fond behind which stands, misread, what was to be the rest of its mark."""
    marks = [field for field in fields if field.kind is FieldKind.SHELFMARK]
    return any(FOND.fullmatch(mark.value) and _REST.match(text, mark.end) for mark in marks)


def _can_head(text: str, start: int, parts: list[tuple[int, int]]) -> bool:
    """A document before its repository begins with a capital or a mark, and makes no sentence."""
    if text[start].islower() or _LEADS_IN.match(text, start):
        return False
    return not any(PROSE.search(text, *part) for part in parts)


def _read(
    text: str, parts: list[tuple[int, int]], anchor: Anchor, repositories: Mapping[str, str], head: int
) -> list[CitedField]:
    fields = [*_head_fields(text, parts[:head])]
    if anchor.repository is not None:
        fields.append(repository_field(text, parts[anchor.repository], repositories))
    if anchor.first is not None and anchor.last is not None:
        fields.append(mark_field(text, parts[anchor.first], parts[anchor.last]))
        if fields[-1].end < parts[anchor.last][1] and text[fields[-1].end] != " ":
            return fields
    after = max(index for index in (anchor.repository, anchor.last) if index is not None) + 1
    _tail(text, parts, after, fields)
    return fields


def _draft(text: str, start: int, stop: int, fields: list[CitedField]) -> Draft:
    """The citation, with the signs that are defined in it or right behind it."""
    end = max(field.end for field in fields)
    found = hereafters_in(text, start, min(stop, end + NEAR)) or _capitals(text, fields)
    definitions = tuple(Definition(sign.sign, repository=_is_acronym(sign.sign)) for sign in found)
    for sign in found:
        if not _is_acronym(sign.sign) and sign.start >= end:
            fields.append(sign_field(sign))
            closed = _CLOSED.match(text, sign.end)
            end = closed.end() if closed else sign.end
    entry = _ENTRY.match(text, end, stop)
    if entry is not None and (dated := dates_in(text, entry.end(), stop)) and dated[0].start == entry.end():
        fields += dated
        end = dated[0].end
    kept = tuple(sorted(fields, key=lambda field: field.start))
    return Draft(CitationKind.ARCHIVAL, start, end, kept, definitions=definitions)


def _capitals(text: str, fields: list[CitedField]) -> list[Sign]:
    """`Tsentral’nyi arkhiv (TsAVT)`: a sign in brackets right behind the name of the repository."""
    named = [field for field in fields if field.kind is FieldKind.REPOSITORY]
    sign = sign_at(text, named[0].end, len(text)) if named else None
    return [sign] if sign else []


def _is_acronym(sign: str) -> bool:
    """`SMA`, `P.R.O.`, `TsAVT` stand for an archive; `Dnevnik` for what lies in it."""
    return " " not in sign and sum(letter.isupper() for letter in sign) > 1


def _is_published(text: str, parts: list[tuple[int, int]]) -> bool:
    """An imprint somewhere: a printed collection of documents, not an archive."""
    return any(field.kind is FieldKind.PUBLISHER for low, high in parts for field in _imprints(text, low, high))


def _imprints(text: str, low: int, high: int) -> list[CitedField]:
    rounds = [(s, e) for s, e in enclosed(text) if low <= s < high and text[s] == "("]
    return [field for start, end in rounds for field in publication_at(text, start, end)]


def _at_colons(text: str, low: int, high: int, repositories: Mapping[str, str]) -> list[tuple[int, int]]:
    """A stretch cut after a colon, or after `in`, where a repository follows."""
    for found in re.finditer(r":\s|\bin\s", text[low:high]):
        at = low + found.end()
        if repository_named(text[at:high], repositories):
            return [(low, low + found.start()), (at, high)] if found.start() else [(at, high)]
    return [(low, high)]


def _head_fields(text: str, parts: list[tuple[int, int]]) -> list[CitedField]:
    """The document before the repository: author, title, date."""
    fields: list[CitedField] = []
    if len(parts) > 1 and (names := names_at(text, parts[0][0], parts[-1][1])):
        fields += names.fields
        parts = [part for part in parts if part[0] >= names.end]
    for low, high in _joined(text, parts):
        fields += _document(text, low, high, first=not any(field.kind is FieldKind.TITLE for field in fields))
    return fields


def _joined(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of one title together: `Minute, Yudin’s conversation with Mao`."""
    joined: list[tuple[int, int]] = []
    for low, high in parts:
        plain = not dates_in(text, low, high) and text[low] not in QUOTES + "("
        if plain and joined and not dates_in(text, *joined[-1]) and text[joined[-1][0]] not in QUOTES:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined


def _document(text: str, low: int, high: int, *, first: bool) -> list[CitedField]:
    """A date, or a title with the translation in brackets behind it."""
    dated = dates_in(text, low, high)
    if dated and (text[low] == "(" or dated[0].end - dated[0].start >= high - low - 2):
        return list(dated)
    if not first or not (text[low].isupper() or text[low] in "(" + QUOTES):
        return list(dated)
    end = closing(text, low) if text[low] in QUOTES else None
    bracket = text.find(" [", low, high)
    end = end or (bracket if bracket > 0 else high)
    fields = [title_field(text, low, min(end, high), "u")]
    if text.startswith(" [", end) and (closed := closing(text, end + 1)) and closed <= high:
        fields.append(title_field(text, end + 1, closed, "u", translation=True))
    return fields


def _tail(text: str, parts: list[tuple[int, int]], at: int, fields: list[CitedField]) -> int:
    """Take what follows the mark: leaves, dates, the document; the end of the last taken, 0 for nothing."""
    end = 0
    titled = any(field.kind is FieldKind.TITLE for field in fields)
    for low, high in parts[at:]:
        taken = _follower(text, low, high, titled=titled)
        if taken is None:
            return end
        fields += taken
        titled = titled or any(field.kind is FieldKind.TITLE for field in taken)
        whole = not taken or taken[-1].kind is not FieldKind.CITED
        end = high if whole else taken[-1].end
        if not whole and taken[-1].end < high - 1:
            return end
    return end


def _follower(text: str, low: int, high: int, *, titled: bool) -> list[CitedField] | None:
    """The fields of a stretch behind the mark; None where the reference has ended."""
    cited = cited_at(text, low) or volume_at(text, low)
    if cited:
        return [cited]
    words = text[low:high]
    if PROSE.search(words) or len(words) > 120:
        return None
    if _ASIDE.match(words):
        return []
    dated = list(dates_in(text, low, high))
    if dated and dated[0].end >= high - 1 and dated[0].start <= low + 1:
        return dated
    if words[:1].isupper() and not titled:
        letter = re.search(r"\sto\s", words)
        return dated if letter else [title_field(text, low, high, "u")]
    return None


def after_repository(text: str, place: int, stop: int) -> Draft | None:
    """What follows `Ibid.`, where it can only be archival: a mark of its own, leaves, a letter, a document.

    None for pages and dates alone, which may belong to any work.
    """
    gap = re.compile(r",\s+").match(text, place, stop)
    if gap is None:
        return None
    parts = stretches(text, gap.end(), stop)
    fields: list[CitedField] = []
    at = 0
    if parts and (is_mark(text[slice(*parts[0])], known=True)):
        fields.append(mark_field(text, parts[0], parts[0]))
        at = 1
    end = max(_tail(text, parts, at, fields), *(field.end for field in fields), 0)
    archival = any(f.kind in (FieldKind.SHELFMARK, FieldKind.TITLE) or f.unit in ("leaf", "folio") for f in fields)
    letter = re.search(r"\w\sto\s[^\W\d_a-z]", text[gap.end() : end]) is not None
    return Draft(CitationKind.IBID, place, end, tuple(fields)) if archival or letter else None
