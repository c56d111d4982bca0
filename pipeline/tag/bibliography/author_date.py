"""References by author and year, in text and notes: `(Said 1978, 12)`, `Lowe (1991a; 1996)`, `Müller et al. 2004`.

The year is looked for, and the names before it: they lead to the entry of the bibliography that has this year and
begins with these names (Chicago Manual of Style, 17th ed., 15.21–15.29). No entry, or two of them: no reference, as any
year in brackets may be that of an event.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model import Citation, CitationKind, CitedField, FieldKind
from pipeline.tag.bibliography.listed_names import AND, PARTICLE
from pipeline.tag.bibliography.numbering import pages_field
from pipeline.tag.citations.parts.locators import cited_at
from pipeline.tag.citations.wording.draft import Listed
from pipeline.tag.citations.wording.title_ends import YEAR
from pipeline.tag.people.name_order import fold, parse
from pipeline.tag.vote.passages import Passage
from pipeline.tag.words.tokens import CAPITAL

_YEAR = re.compile(rf"(?<![\d–-])(?P<year>{YEAR}(?:[a-z](?![a-z]))?)(?:/(?P<later>{YEAR}))?(?!\d)")
"""Of two years, `1916/1972`, the first is that of the book and the second that of its edition."""
_WORD = rf"{CAPITAL}[\w’'-]{{1,40}}"
_FAMILY = rf"(?:{PARTICLE}){{0,2}}(?:[dDlLO][’'])?{_WORD}(?:[\s-](?:{PARTICLE})?{_WORD}){{0,5}}"
_NAMES = re.compile(
    rf"(?P<names>{_FAMILY}(?:(?:,\s|/){_FAMILY}){{0,4}}(?:,?\s{AND}\s{_FAMILY})?)"
    r"(?P<others>,?\s(?:et\sal\.?|and\sothers|u\.\s?a\.|and\scolleagues))?(?:[’'ʼ]s?)?"
    r"(?P<gap>,?\s[(\[]?|\s[(\[](?:see\s|cf\.\s|e\.g\.,?\s|in\s)?)$"
)
"""What stands right before a year."""
_JOIN = re.compile(rf",?\s{AND}\s|,\s|/")
_ALONE = re.compile(rf"[(\[](?:\[{YEAR}\]\s)?$")
_CLOSES = re.compile(r"[,:;)\]]")
_SAME_AUTHOR = re.compile(r"(?:[,:]\s?(?:pp?\.\s)?\d{1,4}(?:[-–]\d{1,4})?)?[,;]?\s(?:and\s|&\s)?")
"""Between two years of one author: `1978, 12; 1993`."""
_PAGES = re.compile(r"(?:,\s|:\s?)(?P<pages>\d{1,4}(?:\s?[-–—]\s?\d{1,4})?)(?=[),;.\]]|\s(?:and|my|emphasis|n\.))")
_GAP = re.compile(r",\s")
FAR = 160
"""Characters before a year in which its names are sought."""
NEAR = 250
"""Characters before a year alone in brackets in which its author has been named."""
_SEVERAL = 3
"""Authors from which `et al.` is written, if there is an entry with so many."""
SURE, NAMED_BEFORE = 0.95, 0.8


class _Found(NamedTuple):
    """A reference: the names with the year, or the year alone where the names are part of the sentence."""

    start: int
    year: int
    """Where the year begins."""
    end: int
    entry: Listed
    cert: float = SURE


def author_date_references(
    texts: Sequence[Passage], listed: Sequence[Listed], works: dict[str, str], cited: Sequence[Citation]
) -> list[Citation]:
    """The references to the entries, in the order of the texts.

    Args:
        texts: the passages; in those of the bibliography itself nothing is sought.
        listed: the entries.
        works: block of an entry -> the record of its work.
        cited: the citations of the notes that are known; no reference overlaps one.
    """
    entries: defaultdict[str, list[Listed]] = defaultdict(list)
    for each in listed:
        if each.year and each.names:
            entries[each.year].append(each)
    own = {each.block for each in listed}
    before: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in cited:
        before[citation.target].append(citation)
    found: list[Citation] = []
    for passage in texts if entries else ():
        if passage.id in own or passage.byline:
            continue
        known = before[passage.id]
        free = [
            each
            for each in _references(passage, entries)
            if not any(one.start < each.end and each.start < one.end for one in known)
        ]
        found += [_citation(passage, each, works, len(known) + number) for number, each in enumerate(free, 1)]
    return found


def _references(passage: Passage, entries: dict[str, list[Listed]]) -> Iterator[_Found]:
    text = passage.text
    before: _Found | None = None
    for year in _YEAR.finditer(text):
        candidates = entries.get(year["year"]) or entries.get(year["later"]) or ()
        found = _named(text, year, candidates) if candidates else None
        if found is None and before is not None and _SAME_AUTHOR.fullmatch(text, before.end, year.start()):
            found = _only(year, [each for each in candidates if each.names == before.entry.names])
        if found is None and not passage.note:  # in notes a year in brackets is an imprint's
            found = _named_before(text, year, candidates)
        if found is not None:
            yield found
            before = found


def _only(year: re.Match[str], fitting: Sequence[Listed], cert: float = SURE) -> _Found | None:
    return _Found(year.start(), year.start(), year.end(), fitting[0], cert) if len(fitting) == 1 else None


def _named(text: str, year: re.Match[str], candidates: Sequence[Listed]) -> _Found | None:
    """The entry whose names stand right before the year."""
    names = _NAMES.search(text, max(0, year.start() - FAR), year.start())
    if names is None:
        return None
    others = names["others"] is not None
    for start in _starts(text, names):
        told = text[start : names.end("names")]
        fitting = [each for each in candidates if _fits(told, each, others=others)]
        if others:  # of two and of four authors, `et al.` means the four
            fitting = [each for each in fitting if len(each.names) >= _SEVERAL] or fitting
        if fitting:
            found = _only(year, fitting)
            outside = re.search(r"[(\[]", names["gap"]) is not None
            return found if found is None or outside else found._replace(start=start)
    return None


def _starts(text: str, names: re.Match[str]) -> Iterator[int]:
    """Where the names may begin: other words before them have capitals, too (`In Said 1978`, `As Edward Said`)."""
    start, end = names.span("names")
    yield start
    for space in re.finditer(r"[\s-]", text[start:end]):
        at = start + space.end()
        if text[at].isupper() or re.match(PARTICLE, text[at:end]):
            yield at


def _fits(told: str, entry: Listed, *, others: bool) -> bool:
    """Whether the entry is by the people who are told, and by no more of them unless `et al.` stands there."""
    families = [fold(name) for name in _JOIN.split(told)]
    own = [_families(name) for name in entry.names]
    if len(own) <= len(families) if others else len(own) != len(families):
        return False
    return all(family in known for family, known in zip(families, own, strict=False))


def _families(name: str) -> set[str]:
    """How a person may be referred to: the family name with and without particle; all of the name of an institution."""
    parsed, words = parse(name), name.split()
    behind_given = {fold(" ".join(words[at:])) for at in range(1, len(words)) if at == 1 or words[at - 1].endswith(".")}
    return {fold(name), fold(parsed.surname), *(fold(family) for family in parsed.families), *behind_given}


def _named_before(text: str, year: re.Match[str], candidates: Sequence[Listed]) -> _Found | None:
    """`As Giroux says, … corporate power (2004, 235)`: the author of one entry of this year is named shortly before."""
    alone = _ALONE.search(text, max(0, year.start() - 8), year.start()) and _CLOSES.match(text, year.end())
    if not candidates or not alone:
        return None
    window = text[max(0, year.start() - NEAR) : year.start()]
    words = {fold(word) for word in re.findall(r"[^\W\d_][\w’-]*", window) if word[0].isupper()}
    words |= {word.removesuffix("s").rstrip("’'") for word in words}
    named = [each for each in candidates if fold(parse(each.names[0]).family) in words]
    return _only(year, named, NAMED_BEFORE)


def _citation(passage: Passage, found: _Found, works: dict[str, str], number: int) -> Citation:
    date = CitedField(kind=FieldKind.DATE, start=found.year, end=found.end, value=found.entry.year[:4])
    pages = _pages_at(passage.text, found.end)
    before = "the only entry of this year whose author is named before"
    return Citation(
        id=f"{passage.id}.b{number}",
        target=passage.id,
        start=found.start,
        end=pages.end if pages else found.end,
        kind=CitationKind.AUTHOR_DATE,
        fields=(date, pages) if pages else (date,),
        work=works.get(found.entry.block, ""),
        antecedent=found.entry.block,
        cert=found.cert,
        evidence="the only entry of these names and this year" if found.cert >= SURE else before,
    )


def _pages_at(text: str, place: int) -> CitedField | None:
    """`, 12–14`, `: 12`, `, ch. 3` behind the year."""
    gap = _GAP.match(text, place)
    marked = cited_at(text, gap.end()) if gap else None
    plain = _PAGES.match(text, place)
    if marked is not None or plain is None or re.fullmatch(YEAR, plain["pages"]):
        return marked
    return pages_field(plain)
