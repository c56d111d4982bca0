"""One citation at one place: the forms that a citation can have, tried in order, each read to its end."""

import re

from msgspec.structs import replace

from pipeline.model import CitationKind, CitedField, FieldKind
from pipeline.tag.citations.forms.archival import after_repository, archival_at
from pipeline.tag.citations.forms.german_law import german_law_at
from pipeline.tag.citations.forms.legal import legal_source_at, union_case_at
from pipeline.tag.citations.forms.newspapers import newspaper_at
from pipeline.tag.citations.forms.reports import bare_report_at
from pipeline.tag.citations.parts.followers import read_tail
from pipeline.tag.citations.parts.locators import bare_pages_at, issue_at, volume_at
from pipeline.tag.citations.parts.names import (
    DESIGNATION,
    Names,
    dated_names_at,
    is_author,
    names_at,
    people_alone,
)
from pipeline.tag.citations.parts.people_before_titles import people_at
from pipeline.tag.citations.parts.plain_imprints import signed_journal_at
from pipeline.tag.citations.parts.tails import PUBLISHED
from pipeline.tag.citations.parts.titled import LONGEST_NAME, LONGEST_TITLE, PROSE, is_periodical, titled
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.calls import back_at, call_field, ibid_at, idem_at
from pipeline.tag.citations.wording.definitions import sign_field
from pipeline.tag.citations.wording.draft import Call, Definition, Draft, field_in, field_of
from pipeline.tag.citations.wording.known import Known
from pipeline.tag.citations.wording.legal_forms import CASE
from pipeline.tag.citations.wording.title_ends import YEAR

_GAP = re.compile(r"[,:]?\s*")
_MORE_NAMES = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w’'-]+,\s){0,3}")
_YEAR = re.compile(rf"(?P<year>{YEAR})[a-z]?(?![\w/–-])")
_DESIGNATION = re.compile(rf"{DESIGNATION},\s(?=[A-Z“‘])")
_SLASH = re.compile(r"\s?/\s?")
# `Lamp Society, Inc. v. City of Selwyn`: a party to a case, no author.
_COMPANY = re.compile(r"(?:Inc|Ltd|LLC|L\.L\.C|LLP|L\.P|Corp|Co|S\.A|GmbH|AG|plc|N\.V)\.?,?\s")
_BEHIND_NAME = re.compile(r"(?<![\w’'.-])[^\W\d_a-zß-ÿ][\w’'.-]*,\s$")
# `The report in Ada Merrow, Lamps`: the citation begins later.
_LATER_AUTHOR = re.compile(
    r"\b(?:in|by|from|of|see|siehe|voir|véase|vgl\.|cf\.)\s(?:[^\W\d_a-zß-ÿ][\w.’-]*\s?){1,4},\s"
)
_VOLUME_FIRST = re.compile(r"(?P<volume>\d{1,2}[A-Z]?)\s(?=[^\W\d_a-zß-ÿ])")
_IMPRINT = {FieldKind.PLACE, FieldKind.PUBLISHER, FieldKind.DATE}
LONGEST = 1200
"""Characters of a citation."""


def citation_at(text: str, place: int, stop: int, known: Known, *, strong: bool) -> Draft | None:
    """The citation that begins at ``place`` and ends before ``stop``; None when there is none.

    ``strong`` says that the place alone makes a citation likely; elsewhere only what is known, or sure by its form,
    counts.
    """
    stop = min(stop, place + LONGEST)
    return (
        _ibid(text, place, stop, known)
        or _sign(text, place, stop, known)
        or german_law_at(text, place, stop, strong=strong)
        or _legal(text, place, stop, known, strong=strong)
        or _archival(text, place, stop, known, strong=strong)
        or _by_call(text, place, stop)
        or _idem(text, place, stop, known)
        or (newspaper_at(text, place, stop, known) if strong else None)
        or _by_author(text, place, stop, known, strong=strong)
        or (_by_volume(text, place, stop, known) if strong else None)
        or _by_author_and_colon(text, place, stop, known, strong=strong)
        or (_by_title(text, place, stop, known, strong=strong))
        or (bare_report_at(text, place, stop) or _continued(text, place, stop, known) if strong else None)
    )


def _ibid(text: str, place: int, stop: int, known: Known) -> Draft | None:
    found = ibid_at(text, place)
    if found is None:
        return None
    call = call_field(text, found)
    archival = after_repository(text, found.end, stop)
    if archival is not None:
        return archival._replace(start=place, fields=(call, *archival.fields), call=found.call)
    tail = read_tail(text, found.end, stop, known, bare_pages=True)
    return Draft(CitationKind.IBID, place, max(found.end, tail.end), (call, *tail.fields), call=found.call)


def _sign(text: str, place: int, stop: int, known: Known) -> Draft | None:
    """A sign that an earlier citation has defined: the longest that stands here."""
    fitting = [
        sign for sign in known.signs if text.startswith(sign, place) and not text[place + len(sign) :][:1].isalnum()
    ]
    if not fitting:
        return None
    sign = max(fitting, key=len)
    end = place + len(sign)
    if not re.match(r"[,.;:)’”\s]|$", text[end:]) or re.match(r"\s(?!no|vol|\(|\d)\w", text[end:]):
        return None
    end += text.startswith(".,", end)  # Merrow et al., supra note 3: the sign ends with a word that is cut short
    stop = len(text) if end > stop else stop  # what was printed so before is not cut within
    tail = read_tail(text, end, stop, known, bare_pages=True)
    pages = None if tail.fields else bare_pages_at(text, end + 1)  # Merrow, Lamps 321-27
    if pages is not None and pages.end <= stop:
        tail = tail._replace(fields=(pages,), end=pages.end)
    if not tail.fields and text[end : end + 1] not in ".;)":
        return None
    call = field_in(text, FieldKind.CALL, place, end)
    return Draft(CitationKind.ABBREVIATION, place, max(end, tail.end), (call, *tail.fields), sign=sign)


def _legal(text: str, place: int, stop: int, known: Known, *, strong: bool) -> Draft | None:
    found = union_case_at(text, place, stop) or (legal_source_at(text, place, stop) if strong else None)
    if found is None:
        return None
    tail = read_tail(text, found.end, stop, known, bare_pages=True)
    defined = (sign_field(found.sign),) if found.sign else ()
    signs = tuple(Definition(sign.sign, repository=False) for sign in (found.sign,) if sign)
    told = tuple(field for field in (found.issuer, found.date, found.title, found.cited) if field)
    fields = (*told, *defined, *tail.fields)
    definitions = (*signs, *tail.definitions)
    return Draft(CitationKind.FULL, place, max(found.end, tail.end), fields, definitions=definitions)


def _archival(text: str, place: int, stop: int, known: Known, *, strong: bool) -> Draft | None:
    draft = archival_at(text, place, stop, known.repositories)
    if draft is None or strong:
        return draft
    first = draft.fields[0]
    plain = first.kind in (FieldKind.REPOSITORY, FieldKind.SHELFMARK) and first.start == place
    return draft if plain and draft.of(FieldKind.SHELFMARK) else None


def _by_call(text: str, place: int, stop: int) -> Draft | None:
    """`Op. cit., Merrow, 1931, p. 3`, `(op. cit., p. 3)`: the call first, the people behind it or in the sentence.

    Behind *idem* there must be a name and a year: else it stands for the author of what follows.
    """
    found = back_at(text, place) or idem_at(text, place)
    if found is None or found.call.kind not in ("op. cit.", "idem") or text.startswith("cit", place):
        return None
    gap = _GAP.match(text, found.end, stop)
    at = gap.end() if gap else found.end
    names = names_at(text, at, stop)
    more = _MORE_NAMES.match(text, names.end, stop) if names else None
    dated = _YEAR.match(text, more.end() if more else at, stop)
    if found.call.kind == "idem" and (names is None or dated is None):
        return None
    fields = names.fields if names and dated else ()
    end = fields[-1].end if fields else found.end
    if dated is not None:
        fields += (replace(field_of(FieldKind.DATE, dated, "year"), end=dated.end()),)
        end = dated.end()
    call = call_field(text, found)
    tail = read_tail(text, end, stop, Known(), bare_pages=True)
    fields = (call, *fields, *tail.fields)
    return Draft(CitationKind.SHORT, place, max(end, tail.end), fields, call=Call("op. cit.", found.call.note))


def _idem(text: str, place: int, stop: int, known: Known) -> Draft | None:
    found = idem_at(text, place)
    if found is None:
        return None
    call = call_field(text, found)
    others = _others(text, found.end, stop)
    at = _GAP.match(text, found.end)
    start = others.end if others else at.end() if at else found.end
    rest = titled(text, start, stop, known, authored=True)
    if rest is None:
        return None
    more = others.fields if others else ()
    return rest._replace(start=place, fields=(call, *more, *rest.fields), call=found.call)


def _others(text: str, place: int, stop: int) -> Names | None:
    """`ders./Jane Roe, Lampen`: who wrote it together with the author before."""
    slash = _SLASH.match(text, place, stop)
    return names_at(text, slash.end(), stop) if slash else None


def _by_author(text: str, place: int, stop: int, known: Known, *, strong: bool) -> Draft | None:
    dated = _by_dated(text, place, stop, known, strong=strong)
    if dated is not None:
        return dated
    names = people_at(text, place, stop, known)
    if names is None or _COMPANY.match(text, names.end):
        return None
    title = _title_again(text, place, stop, names) if _is_known_title(text, place, names, known) else None
    if title is not None:
        return title
    people = [field.value for field in names.fields]
    familiar = any(known.has_author(name) for name in people)
    # Behind a name what stands in italics is a title, wherever in a sentence it stands.
    slanted = known.italics.title_end(text, names.end, stop) is not None
    strong = strong or (slanted and all(is_author(name) or known.has_author(name) for name in people))
    back = back_at(text, names.end)
    if back is not None and (strong or familiar or back.call.kind == "note"):
        return _short(text, place, stop, names.fields, back.start, back.end, back.call)
    signed = signed_journal_at(text, names.end, stop)
    if signed and any(field.kind is FieldKind.CITED for field in signed.fields):  # Merrow, LaZ 2017, 151
        return Draft(CitationKind.SHORT, place, signed.end, (*names.fields, *signed.fields))
    rest = titled(text, behind_designation(text, names.end), stop, known, authored=True)
    if rest is not None:
        placed = {field.kind for field in (*rest.fields, *(rest.host.fields if rest.host else ()))}
        printed = placed >= _IMPRINT and any(is_author(name) or known.has_author(name) for name in people)
        published = rest.kind is CitationKind.FULL and (FieldKind.CITED in placed or printed)
        if not strong and not (published or _refers_back(rest) or known.has_title(rest.title)):
            return None
        return rest._replace(start=place, fields=(*names.fields, *rest.fields))
    return _author_alone(text, place, stop, known, names.fields) if familiar else None


def _is_known_title(text: str, place: int, names: Names, known: Known) -> bool:
    """`Lampen und Dochte, wie Fn. 2`: what looks like two people is a title that was cited, and nobody is called so."""
    words = text[place : names.fields[-1].end]
    return (
        len(names.fields) > 1
        and not any(known.has_author(field.value) for field in names.fields)
        and known.has_title(words)
    )


def _title_again(text: str, place: int, stop: int, names: Names) -> Draft | None:
    """The title that the words are, if words that refer back stand behind it."""
    back = back_at(text, names.end)
    title = title_field(text, place, names.fields[-1].end, "m")
    return _short(text, place, stop, (title,), back.start, back.end, back.call) if back else None


def _by_volume(text: str, place: int, stop: int, known: Known) -> Draft | None:
    """`2 ADA MERROW, THE LAW OF LAMPS 39 (1931)`, `1 MERROW, COMMENTARIES *63`: the volume before whose it is.

    So the books of several volumes are cited (The Bluebook, 21st ed., rules 3.1 and 15.8), the old ones without a year.
    Other names than in capitals need the imprint in brackets: `9 Ada Merrow, Lamps, Paris 1931` begins with a label.
    """
    found = _VOLUME_FIRST.match(text, place, stop)
    draft = _by_author(text, found.end(), stop, known, strong=True) if found else None
    if found is None or draft is None or not draft.names or draft.of(FieldKind.VOLUME):
        return None
    bracketed = text[: draft.end].endswith(")") and all(map(is_author, draft.names))
    if not (bracketed or all(map(str.isupper, draft.names))):
        return None
    starred = any(field.value.startswith("*") for field in draft.of(FieldKind.CITED))
    kind = CitationKind.FULL if starred and draft.title else draft.kind
    volume = field_of(FieldKind.VOLUME, found, "volume")
    return draft._replace(start=place, kind=kind, fields=(volume, *draft.fields))


def _refers_back(draft: Draft) -> bool:
    return draft.call is not None and draft.call.kind == "op. cit."


def behind_designation(text: str, place: int) -> int:
    """`Jane Roe, Note, Lamps …`: what kind of piece it is stands before the title (The Bluebook, rule 16.7)."""
    found = _DESIGNATION.match(text, place)
    return found.end() if found else place


def _by_dated(text: str, place: int, stop: int, known: Known, *, strong: bool) -> Draft | None:
    """`Ada Merrow (1931): Lamps`, `Merrow, A., 1931, «Lamps»`, `Ada Merrow (1931), op. cit.`."""
    dated = dated_names_at(text, place, stop)
    if dated is None:
        return None
    fields = (*dated.names.fields, dated.year)
    back = back_at(text, dated.names.end)
    if back is not None:
        return _short(text, place, stop, fields, back.start, back.end, back.call)
    whole = all(is_author(field.value) for field in dated.names.fields)
    if not strong or not whole or text[dated.names.end - 3 : dated.names.end] == "), ":
        return None
    rest = titled(text, dated.names.end, stop, known, authored=True, dated=True)
    return rest._replace(start=place, fields=(*fields, *rest.fields)) if rest else None


def _by_author_and_colon(text: str, place: int, stop: int, known: Known, *, strong: bool) -> Draft | None:
    """`Ada Merrow: Die Lampen, Wien: Ufer 1999`: as German notes have it; elsewhere a colon stands within a title.

    Only with an imprint without brackets, the book or journal around it or a note that is called, and only behind what
    can be nothing but names; or with a title that is known as theirs.
    """
    names = names_at(text, place, stop, colon=True)
    people = [field.value for field in names.fields] if names else []
    if names is None or not any(is_author(name) or known.has_author(name) for name in people):
        return None
    rest = titled(text, names.end, stop, known, authored=True)
    if rest is None:
        return None
    familiar = known.has_title(rest.title) and any(known.has_author(name) for name in people)
    called = rest.call is not None and rest.call.kind == "note"
    sure = called or (rest.kind is CitationKind.FULL and _without_brackets(text, rest))
    if not (familiar or (strong and sure)):
        return None
    return rest._replace(start=place, fields=(*names.fields, *rest.fields))


def _without_brackets(text: str, draft: Draft) -> bool:
    """Its imprint stands without brackets, or a book or journal follows."""
    places = [field for field in draft.fields if field.kind is FieldKind.PLACE]
    in_journal = any(field.level == "j" for field in draft.fields)
    return draft.host is not None or in_journal or any(text[field.start - 1] != "(" for field in places)


def _author_alone(text: str, place: int, stop: int, known: Known, fields: tuple[CitedField, ...]) -> Draft | None:
    tail = read_tail(text, fields[-1].end, stop, known, bare_pages=True)
    if not any(field.kind is FieldKind.CITED for field in tail.fields):
        return None
    return Draft(CitationKind.SHORT, place, tail.end, (*fields, *tail.fields))


def _short(text: str, place: int, stop: int, fields: tuple[CitedField, ...], start: int, end: int, call: Call) -> Draft:
    said = field_in(text, FieldKind.CALL, start, end)
    tail = read_tail(text, end, stop, Known(), bare_pages=True)
    if tail.call is not None and tail.call.kind == "note":  # op. cit. (n. 39): the note tells which of several works
        call = tail.call
    return Draft(CitationKind.SHORT, place, max(end, tail.end), (*fields, said, *tail.fields), call=call)


def _by_title(text: str, place: int, stop: int, known: Known, *, strong: bool) -> Draft | None:
    """A title without author: in quotation marks, known from before, or with what makes it sure."""
    draft = titled(text, place, stop, known, authored=False)
    if draft is None:
        return None
    located = any(field.kind is FieldKind.CITED for field in draft.fields)
    if known.recurs(draft.title) and located:
        return draft
    if known.has_title(draft.title) and _is_telling(draft, strong=strong):
        return draft
    title = draft.of(FieldKind.TITLE)[0]
    slanted = known.italics.begin(title.start) and known.italics.end(title.end)
    if slanted and {field.kind for field in draft.fields} & PUBLISHED:
        return draft  # in *Selwyn Lamps*, ed. Jane Roe (Wien, 1931)
    brief = len(draft.title.split()) <= LONGEST_NAME or CASE.fullmatch(draft.title)
    if strong and draft.call is not None and draft.call.kind == "note" and brief:
        return _of_people(text, draft, known)  # Stevenston (n 3) 599; Merrow v. Selwyn Lamp Co., supra note 3
    if _is_reported(text, draft):
        return draft
    if not strong or PROSE.search(draft.title) or _LATER_AUTHOR.search(text, title.start, title.end):
        return None
    return draft if _is_announced(text, draft) else None


def _of_people(text: str, draft: Draft, known: Known) -> Draft:
    """`Merrow and Roe (n 3) 599`: what looks like a title before a call are its authors, if it can be nothing else."""
    title = draft.of(FieldKind.TITLE)[0]
    people = people_alone(text, title.start, title.end, known) if title.level != "a" else ()
    if not people:
        return draft
    return draft._replace(fields=(*people, *(field for field in draft.fields if field is not title)))


def _is_reported(text: str, draft: Draft) -> bool:
    """`overruled by Merrow v. Roe, 8 U.S. 2 (1931)`: the parties, the report and the year are sure wherever they stand.

    Behind the comma of a name only the rest of a party may stand: `Merrow, Quell & Co. v. Roe`.
    """
    kinds = {field.kind for field in draft.fields}
    if not kinds >= {FieldKind.VOLUME, FieldKind.DATE} or not CASE.fullmatch(draft.title):
        return False
    return not (_COMPANY.match(draft.title) or _BEHIND_NAME.search(text, max(0, draft.start - 40), draft.start))


def _is_telling(draft: Draft, *, strong: bool) -> bool:
    """More than a word or a name: two words and eight letters, and either quotation marks or pages behind them."""
    if draft.of(FieldKind.TITLE)[0].level == "a":
        return len(draft.title) >= 8
    locators = {FieldKind.CITED, FieldKind.VOLUME, FieldKind.ISSUE} | ({FieldKind.DATE} if strong else set())
    located = locators & {f.kind for f in draft.fields}
    return " " in draft.title and len(draft.title) >= 8 and bool(located)


def _is_announced(text: str, draft: Draft) -> bool:
    """An imprint, a volume, an editor; of a periodical a number or a day."""
    kinds = {field.kind for field in draft.fields}
    title = draft.of(FieldKind.TITLE)[0]
    if draft.kind is CitationKind.FULL and "://" in text[title.end : draft.end]:
        return len(draft.title.split()) <= LONGEST_TITLE
    if title.level == "a":
        return len(kinds) > 1 or any(field.level == "j" for field in draft.fields)
    if len(draft.title.split()) > LONGEST_TITLE:
        return False
    issued = draft.kind is CitationKind.FULL and FieldKind.DATE in kinds and " " in draft.title
    if issued or kinds & {*PUBLISHED, FieldKind.VOLUME}:
        return True
    translated = any(field.translation for field in draft.fields)
    periodical = is_periodical(title)
    dated = bool(kinds & {FieldKind.ISSUE, FieldKind.DATE})
    return (periodical and dated) or (translated and bool(kinds & {FieldKind.CITED, FieldKind.ISSUE, FieldKind.DATE}))


def _continued(text: str, place: int, stop: int, known: Known) -> Draft | None:
    """`no. 2803, (20 June 1959), pp. 12–14` behind a semicolon: more of the work before."""
    if place < 2 or text[:place].rstrip()[-1:] != ";":
        return None
    if not (issue_at(text, place) or volume_at(text, place)):
        return None
    tail = read_tail(text, place, stop, known, bare_pages=False)
    if not tail.fields:
        return None
    return Draft(CitationKind.SHORT, place, tail.end, tail.fields, call=Call("continued"))
