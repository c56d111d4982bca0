"""Places within a work: pages, leaves, folios, columns; volumes and issues; in the ways of several languages."""

import re
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.wording.draft import field_in
from pipeline.tag.citations.wording.title_ends import PINNED, STARRED, YEAR

_ROMAN = r"(?!cl\.)[ivxlcdm]+(?![a-z])"
_NUMBER = rf"(?:\d{{1,5}}(?:[a-d]?(?![\w/])|(?=n\b|ff?\b))|\d{{1,5}}[rv](?!\w)|{_ROMAN}|[A-Z]\d{{1,4}})"
# 18 ob. is the back of leaf 18; 40n a note on page 40; 23 f., 23f, 23 ff., 23 sq., 23 ss., 23 sgg. go on behind it.
_AFTER = r"(?:\s?ob\.|n\b|\s?ff?\.(?!\s?\d)|ff?(?![\w.])|\s?s(?:qq?|s|gg?|egg?)\.|\s(?:and|u\.|et)\sn\.\s?\d+)?"
_RANGE = rf"{_NUMBER}{_AFTER}(?:\s?[-–—]\s?(?:{_NUMBER}{_AFTER}|[rv]\b))?"
# A number that begins a date, a mark of its own or a citation in numbers is none of the list.
_LIST = rf"{_RANGE}(?:,?\s(?:and\s|&\s|und\s|et\s)?(?!\d+\s(?:[A-Z]|\())(?!\d{{1,3}}/){_RANGE})*"

_UNITS = (
    ("page", r"pp?[.,]|pages?|S\.|Seiten?|str\.|str\b|стр\.|с\.|págs?\."),
    ("leaf", r"[ltI1|]{1,2}\.(?!\s?\d{1,2}\.\s?\d)|listy?|lea(?:f|ves)|лл?\.|ark\."),
    ("folio", r"fols?\.|fos?\.|ff?\.(?=\s?\d+\s?[rv])|folios?|Bl\.|cc?\.(?=\s?\d+\s?[rv])"),
    ("column", r"cols?\.|Sp\.|columns?"),
    (
        "section",
        r"§§?|chaps?\.|ch\.|chapters?|sect?s?\.|paras?\.?|R[nz]\.|Rdnr\.|¶¶?|Kap\.|chap\.|[Aa]rts?\.?|Articles?|Recitals?|cls?\.",
    ),
    ("line", r"lines?|vv?\.|verses?"),
    ("item", r"envelopes?|box(?:es)?|docs?\.|doc\b|items?|entry|entries|reels?|frames?|files?"),
    ("note", r"nn?\.|notes?|Anm\.|fn\.|Fn\."),
)
_CITED = re.compile(
    "(?:at\\s|à\\sla\\s|here\\s|hier\\s)?(?:"
    + "|".join(rf"(?P<{unit}>{mark})\s?" for unit, mark in _UNITS)
    + rf")(?P<list>{_LIST})"
)
# art. III, amend. XIV, § XIII, ch. MDXVI
_CAPITALS = re.compile(r"(?:arts?\.|amends?\.|tit\.|§§?|ch\.|cl\.)\s?(?P<list>[IVXLCDM]{1,9})(?!\w)")
# § 35.130, § 1983(a)(2), § 13-12-1, § 2000e-5, § 16A.055: one section, with its parts. Behind one § a hyphen is part of
# the number, behind two the number has to go on behind it: §§ 7-289 to 7-300, but §§ 12-14.
_PARTS = r"(?:\([A-Za-z\d]{1,4}\)){0,4}"
_HYPHENED = rf"\d{{1,5}}[A-Za-z]{{0,2}}(?:-\d{{1,6}}[A-Za-z]?){{1,4}}{_PARTS}"
_SECTION = re.compile(
    rf"""
    (?: §\s?\d{{1,5}}[A-Za-z]{{0,2}}(?:[.:–-](?:\d{{1,6}}[A-Za-z]{{0,2}}|[a-z]{{1,2}})){{1,4}}{_PARTS}
      | §§?\s?\d{{1,5}}(?:(?:[.:]\d{{1,6}}[a-z]?){{1,3}}{_PARTS}|(?=\(){_PARTS})
      | §§\s?{_HYPHENED}(?:(?:,?\s(?:to|through|and|&)\s|,\s|–)(?:{_HYPHENED}|-\d{{1,6}}[A-Za-z]?{_PARTS}))+
    )(?![\w–-])
    """,
    re.VERBOSE,
)
# [42], [42]–[45], [12], [15]; paras 3.12–3.17: the numbered paragraphs of a judgment or report (OSCOLA, 2.1.7).
_PARAGRAPHS = re.compile(
    rf"\[(?!{YEAR}\])\d{{1,4}}(?:\.\d{{1,3}})*\](?:(?:[-–]|,\s)\[\d{{1,4}}(?:\.\d{{1,3}})*\])*"
    r"|(?:at\s)?paras?\.?\s\d{1,3}(?:\.\d{1,3})+(?:\s?[-–]\s?\d{1,3}(?:\.\d{1,3})*)?(?![\w.]\d)"
)
_AT = re.compile(rf"at\s(?P<list>{_RANGE})")
# Pages without `p.`: what ends a citation, or stands before a remark; the day of a date (`22.1.1999`) is none.
_BARE = re.compile(rf"(?P<list>{_LIST})(?!\.\s?\d{{1,2}}\.)(?=\s?[.,;:)\]]|\s?$|\sand\s|\s\(|\s\[\d)")
# vi-vii, xxiv: pages of a preface; one letter alone may be anything.
_PREFACE = re.compile(r"[ivxlc]{2,7}|[ivxlc]{1,7}\s?[-–—]\s?[ivxlc]{1,7}")
_VOLUME = re.compile(
    r"(?:(?:[Vv]ols?|[Bb]de?|[Tt]om?|[Tt])\.\s?|[Vv]olumes?\s|[Bb]and\s|[Tt]omes?\s|[Bb]ook\s)"
    r"(?P<value>\d+(?:[-–/]\d+)?|[IVXLC]+)\b"
    r"|(?P<roman>[IVXLC]{1,6}(?:/\d)?)(?=,\s(?:pp?\.|n[°.]|cols?\.|vv?\.))"
    r"|(?P<words>(?:mid|first|second|third|last)[- ]volume)"
)
_ISSUE = re.compile(
    r"(?:[Nn]os?[.,]|[Nn]r\.|[Nn]umber|[Hh]eft|H\.(?=\s?\d)|n[°º]|вып\.|№)\s?(?P<value>[IVXLCDM]{2,8}(?!\w)|[\dA-Z][\d,]*(?:[-–—/]\d+)?)"
)
_EDITION = re.compile(
    r"(?:\d+(?:st|nd|rd|th|d)?|[Ss]econd|[Tt]hird|[Rr]ev(?:ised|\.)|[Nn]ew)\s(?:rev\.\s)?ed(?:n\b|ition\b|\.)|\d+\.\sAufl(?:age|\.)|\d+e\séd\."
)


class Range(NamedTuple):
    """The ends of a cited range; ``last`` is empty where one place is cited, both for several."""

    first: str
    last: str


def cited_at(text: str, place: int) -> CitedField | None:
    """A marked place that begins here: ``pp. 12–14``, ``fo. 17r–v``, ``l. 7 ob.``, ``§ 3``."""
    if section := _SECTION.match(text, place):
        return replace(field_in(text, FieldKind.CITED, section.start(), section.end()), unit="section")
    if paragraphs := _PARAGRAPHS.match(text, place):
        numbers = re.sub(r"[^\d.,–-]", "", paragraphs.group())
        return cited_field(text, *paragraphs.span(), "section", numbers)
    found = _CITED.match(text, place)
    if found is None and (capital := _CAPITALS.match(text, place)):
        return cited_field(text, capital.start(), capital.end(), "section", capital["list"])
    if found is None:
        plain = _AT.match(text, place)
        return cited_field(text, plain.start(), plain.end(), "page", plain["list"]) if plain else None
    unit = next(name for name, _ in _UNITS if found[name] is not None)
    return cited_field(text, found.start(), found.end(), unit, found["list"])


def bare_pages_at(text: str, place: int) -> CitedField | None:
    """Pages without ``p.``; whoever asks must know that pages can stand here."""
    found = _BARE.match(text, place)
    if found is None or not (found["list"][0].isdecimal() or _PREFACE.fullmatch(found["list"])):
        return None
    return cited_field(text, found.start(), found.end(), "page", found["list"])


_STARRED = re.compile(STARRED)
_PINNED = re.compile(f"(?P<list>{PINNED})")


def pinned_pages_at(text: str, place: int) -> CitedField | None:
    """The `25` of `Corporate Finance 25 (2014)`, the `*63` of `Commentaries *63`."""
    if starred := _STARRED.match(text, place):
        return cited_field(text, starred.start(), starred.end(), "page", starred.group()[1:])
    found = _PINNED.match(text, place)
    return cited_field(text, found.start(), found.end(), "page", found["list"]) if found else None


def volume_at(text: str, place: int) -> CitedField | None:
    """``vol. 7``, ``Bd. 2``, ``t. IV``, ``mid-volume``; before pages also a Roman number alone (``II, p. 5``)."""
    found = _VOLUME.match(text, place)
    return _plain(FieldKind.VOLUME, found, found["value"] or found["roman"] or found["words"]) if found else None


def issue_at(text: str, place: int) -> CitedField | None:
    """``no. 4``, ``Heft 3``, ``n° 12``."""
    found = _ISSUE.match(text, place)
    return _plain(FieldKind.ISSUE, found, found["value"].rstrip(",")) if found else None


def edition_at(text: str, place: int) -> CitedField | None:
    """``2nd ed.``, ``3. Aufl.``."""
    found = _EDITION.match(text, place)
    return _plain(FieldKind.EDITION, found, found.group()) if found else None


def _plain(kind: FieldKind, found: re.Match[str], value: str) -> CitedField:
    return CitedField(kind=kind, start=found.start(), end=found.end(), value=value)


_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
"""As Americans part them: `48 Fed. Reg. 32,555`."""


def cited_field(text: str, start: int, end: int, unit: str, numbers: str) -> CitedField:
    """The cited place ``text[start:end]``, whose numbers are these."""
    ends = range_of(_THOUSANDS.sub("", numbers))
    field = field_in(text, FieldKind.CITED, start, end)
    return replace(field, unit=unit, first=ends.first, last=ends.last)


_ONE = re.compile(
    r"(?P<first>\d+[a-drv]?|[ivxlcdm]+)(?P<back>\sob\.)?(?:\s?[-–—]\s?(?P<last>\d*[a-drv]?|[ivxlcdm]+)(?P<end>\sob\.)?)?"
)


def range_of(numbers: str) -> Range:
    """The ends of one range, written in full; empty for a list of several and for what is more than numbers.

    Example: ``301–30`` -> 301, 330; ``17r–v`` -> 17r, 17v; ``18 ob.–19`` -> 18ob, 19; ``14`` -> 14, 14.
    """
    found = _ONE.fullmatch(re.sub(r"n$|\s(?:and|u\.|et)\sn\..*", "", numbers.strip()))
    if found is None:
        return Range("", "")
    first = found["first"] + ("ob" if found["back"] else "")
    last = _in_full(found["first"], found["last"]) if found["last"] else first
    return Range(first, last + ("ob" if found["end"] else ""))


def _in_full(first: str, last: str) -> str:
    if last in ("r", "v"):
        return first.rstrip("rv") + last
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last
