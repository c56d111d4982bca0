"""Archival references: repository, shelf mark, and the document that lies there.

A statement of a note is cut at its commas; the stretch that is a shelf mark or a known repository is the anchor, and the
stretches around it are read by their place: document and date before or after, leaves behind.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

from pipeline.model import CitationKind, CitedField, FieldKind
from pipeline.tag.citations.definitions import Sign, hereafters_in, sign_at
from pipeline.tag.citations.draft import Definition, Draft
from pipeline.tag.citations.enclosures import QUOTES, closing, enclosed, stretches
from pipeline.tag.citations.locators import cited_at, volume_at
from pipeline.tag.citations.names import names_at
from pipeline.tag.citations.publication import dates_in, publication_at
from pipeline.tag.citations.titles_at import title_field

# Shelf marks: a series of marks in the Russian manner, numbers with slashes, record groups and classes, MSS.
_PART = re.compile(
    r"(?:f|fond|op|opis’?|d{1,2}|delo|dela|p|papka|papki|k|kor|por|per|spr|ed\.\skhr)\.?\s(?:[A-ZR]-?)?\d(?:[\w./–-]*\w)?"
    r"(?=$|[\s);:])"
)
_FOND = re.compile(r"(?:f|fond|F)\.?\s(?:[A-ZR]{1,2}-?\s?)?\d[\w-]*(?=$|[\s);:])")
_SLASHES = re.compile(r"(?:[A-Z]{0,4}\s?\d[\d.]*(?:-\d+)?/\d[\d./-]*(?:/\d[\d-]*)*)(?=$|\s\()")
_CLASS = re.compile(
    r"(?:RG|FO|CO|CAB|PREM|HO|WO|SP|HP|BT|T|C|E|KB|ADM|MAF|AIR|DO|INF|PRO|F|AN|BA|NL|R|Rep|GStA|MS|MSS|Ms|Add|Cod|Fonds?|"
    r"Lansdowne|Harley|Cotton|Egerton|Sloane|Vat|Clm|Cgm|Fasz|Box|Carton|[A-Z]{2,5}(?=\s\d+/\d))"
    r"(?:\.?\sMSS?\.?|\.|\slat\.|\sfr\.)?\s[A-Z]{0,3}\s?\d[\w./:-]*(?:\s\d[\w/]*)?$"
)
# What is a mark only behind an archive's name: F7 4567, IOR/H/91.
_OF_KNOWN = re.compile(r"(?:[A-Z]{1,4}\d{0,3}\s\d[\w./-]*|[A-Z]{1,4}(?:/[A-Z\d]+)+)(?=$|\s\()")
_NUMBERED = re.compile(r"(?:(?:Bde?|[Vv]ols?|[Bb]ox|Fasz|[Nn]os?|Nr|carton|[Ff]ile)\.?\s\d[\w/–-]*|(?:1[4-9]|20)\d\d)$")
_REPOSITORY = re.compile(
    r"\b(?:Archiv(?:es?|o|io|um)?|Public\sRecord\sOffice|Record\sOffice|[Aa]rkhiv\w*|[Dd]ang[’‘']?an[’‘']?guan|Library|Bibliothek|Bibliothèque|"
    r"Biblioteca|Staatsarchiv|\w+archiv|[Pp]ersonal\s[Cc]ollection|[Pp]rivate\s[Cc]ollection|Papers|TsKhSD|AVPRF|RGANI|RGASPI|GARF|"
    r"TNA|NARA|PRO|BL|Museum)(?:\b|’)"
)
_PROSE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|that|which|who|whose|said|says|did|does|do|it|he|she|they|we|I|gives?|gave|"
    r"would|could|should|may|might|can|when|where|if|not|but|because|although|while|makes?|made|shows?|found|see|also)\b"
)
_LEADS_IN = re.compile(
    r"(?:[Ff]or|[Oo]n|[Ii]n|[Aa]s|[Ff]ür|[Pp]our|[Ss]ee|[Cc]f\.|and|und|et|The|An?|All|Some|One|By|These?|Those|"
    r"Reported|Printed|Quoted|Cited)\s"
)

_CLOSED = re.compile(r"[’”]?\)?")
_ENTRY = re.compile(r",\sentry\s(?:for|of)\s")
NEAR = 50
"""Characters behind a reference within which a sign may be defined for it."""

ALIKE = 84.0
"""Similarity (0 to 100) of two names of a repository from which they are one."""


class _Anchor(NamedTuple):
    """Indexes of the stretches: the repository (None where it is not named) and the first and last of the mark."""

    repository: int | None
    first: int | None
    last: int | None


def archival_at(text: str, start: int, stop: int, repositories: Mapping[str, str]) -> Draft | None:
    """An archival reference that begins at ``start`` and ends before ``stop``; None if there is none.

    Args:
        text: the note.
        start: where the citation would begin.
        stop: end of the statement.
        repositories: sign or name of a repository that is known -> its full name.
    """
    parts = [part for low, high in stretches(text, start, stop) for part in _at_colons(text, low, high, repositories)]
    anchor = _anchor(text, parts, repositories)
    if anchor is None or (anchor.first is None and _is_published(text, parts)):
        return None
    head = min(index for index in (anchor.repository, anchor.first) if index is not None)
    if head > 5 or (head and not _can_head(text, start, parts[:head])):
        return None
    return _draft(text, start, stop, _read(text, parts, anchor, repositories, head))


def _can_head(text: str, start: int, parts: list[tuple[int, int]]) -> bool:
    """A document before its repository begins with a capital or a mark, and makes no sentence."""
    if text[start].islower() or _LEADS_IN.match(text, start):
        return False
    return not any(_PROSE.search(text, *part) for part in parts)


def _read(
    text: str, parts: list[tuple[int, int]], anchor: _Anchor, repositories: Mapping[str, str], head: int
) -> list[CitedField]:
    fields = [*_head_fields(text, parts[:head])]
    if anchor.repository is not None:
        fields.append(_repository(text, parts[anchor.repository], repositories))
    if anchor.first is not None and anchor.last is not None:
        fields.append(_mark(text, parts[anchor.first], parts[anchor.last]))
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
            fields.append(CitedField(kind=FieldKind.ABBREVIATION, start=sign.start, end=sign.end, value=sign.sign))
            end = sign.end + len(_CLOSED.match(text, sign.end).group())  # type: ignore[union-attr]  # matches always
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


def _anchor(text: str, parts: list[tuple[int, int]], repositories: Mapping[str, str]) -> _Anchor | None:
    words = [text[low:high] for low, high in parts]
    repository = next((i for i, part in enumerate(words[:7]) if repository_named(_bare(part), repositories)), None)
    after = 0 if repository is None else repository + 1
    marks = [
        i
        for i, part in enumerate(words[: after + 6])
        if i != repository and _is_mark(part, known=repository is not None)
    ]
    if repository is None:
        marks = [i for i in marks if _FOND.match(words[i]) or _CLASS.match(words[i])]
        repository = _glossed(words[: marks[0]]) if marks else None
    if not marks:
        return _named_mark(words, repository)
    first = last = marks[0]
    more = _PART if _FOND.match(words[first]) else _SLASHES if words[first].startswith("RG") else None
    while more is not None and last + 1 < len(words) and more.match(words[last + 1]):
        last += 1
    return _Anchor(repository, first, last)


def _glossed(words: list[str]) -> int | None:
    """A name that nobody knows, with its translation behind it, just before the mark: an archive."""
    near = [index for index in range(max(0, len(words) - 2), len(words)) if re.match(r"\w+\s\[", words[index])]
    return near[-1] if near else None


def _named_mark(words: list[str], repository: int | None) -> _Anchor | None:
    """`AUK, Uhrgericht, Bd. 1`: the series by its name; a personal collection or a library may have no mark at all."""
    if repository is None:
        return None
    at = repository + 1
    if at + 1 < len(words) and words[at][:1].isupper() and _NUMBERED.match(words[at + 1]):
        return _Anchor(repository, at, at + 1)
    return _Anchor(repository, None, None) if repository or words[0] in () else None


def _is_mark(part: str, *, known: bool) -> bool:
    part = re.sub(r"\s\(.*", "", part)
    sure = _FOND.match(part) or _CLASS.match(part)
    return bool(sure or (known and (_SLASHES.match(part) or _OF_KNOWN.match(part))))


def _bare(part: str) -> str:
    """A repository's name without what stands in brackets behind it."""
    return re.split(r"\s[(\[]", part, maxsplit=1)[0]


def repository_named(name: str, repositories: Mapping[str, str]) -> str:
    """The full name of the repository; empty when this is none."""
    name = _bare(name).removeprefix("the ").strip()
    if name in repositories:
        return repositories[name]
    if not name[:1].isupper() or len(name) > 90 or _PROSE.search(name):
        return ""
    near = [full for known, full in repositories.items() if _alike(name, known)]
    if len(set(near)) == 1:
        return near[0]
    return name if _REPOSITORY.search(name) and not re.search(r"\d", name) else ""


def _alike(name: str, known: str) -> bool:
    """Word by word, as archives of one country differ by one word only (Fujian, Jilin)."""
    pairs = list(zip(name.split(), known.split(), strict=False))
    same_length = len(name.split()) == len(known.split())
    return len(name) > 4 and same_length and all(fuzz.ratio(one, other) >= ALIKE for one, other in pairs)


def _repository(text: str, part: tuple[int, int], repositories: Mapping[str, str]) -> CitedField:
    low, high = part
    name = _bare(text[low:high]).rstrip(" .")
    full = repository_named(name, repositories) or name
    return CitedField(kind=FieldKind.REPOSITORY, start=low, end=low + len(name), value=full)


def _mark(text: str, first: tuple[int, int], last: tuple[int, int]) -> CitedField:
    part = _PART.match(text[slice(*last)]) or _FOND.match(text[slice(*last)])
    end = last[0] + (part.end() if part else len(_bare(text[slice(*last)])))
    return CitedField(kind=FieldKind.SHELFMARK, start=first[0], end=end, value=text[first[0] : end])


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
    cited = cited_at(text, low) or volume_at(text, low)
    if cited:
        return [cited]
    words = text[low:high]
    if _PROSE.search(words) or len(words) > 120:
        return None
    if re.match(r"undated\b|n\.d\.|s\.d\.|o\.D\.|(?:no|nos|folder|file|sheet|reel)\.?\s\d", words) or words in ("unpaginated", "passim"):
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
    if parts and (_is_mark(text[slice(*parts[0])], known=True)):
        fields.append(_mark(text, parts[0], parts[0]))
        at = 1
    end = max(_tail(text, parts, at, fields), *(field.end for field in fields), 0)
    archival = any(f.kind in (FieldKind.SHELFMARK, FieldKind.TITLE) or f.unit in ("leaf", "folio") for f in fields)
    letter = re.search(r"\w\sto\s[^\W\d_a-z]", text[gap.end() : end]) is not None
    return Draft(CitationKind.IBID, place, end, tuple(fields)) if archival or letter else None
