"""The words that refer back: Ibid., idem, op. cit., supra note 12, n. 8 above; in English, Latin, German and French."""

import re
from typing import NamedTuple

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.wording.draft import Call, field_in

_IBID = re.compile(
    r"(?:(?:[{(]?[\[Il1|!]|i)[bh][il1]d(?:em)?\b\.?|[Ee]bda?\.|[Ii]b[íi]d(?:em)?\b\.?|[IiÍí]dem\b\.?(?=,?\s(?:pp?\.|págs?\.|fols?\.|§)\s?\d|\s?$|\s?[;)])|[Ee]benda\b|[Ee]bda?\b|A\.\s?a\.\s?O\.|[Ii]d\.(?=,?\s(?:at\b|\d|§|¶|pp?\.|arts?\.\s[\dIVX]|[(\[](?!a\scura|eds?\b|[Hh]rsg|[Hh]g))|\s?$|\.?\s?[;)]|,?\s[“‘]|,\s[a-z]{2}|\s(?:[A-Z][\w’]*,?\s){1,4}[a-z\d])|[Ii]vi\b|там\sже|Там\sже)"
)
_IDEM = re.compile(
    r"(?:[Ii]dem|[Ee]adem|[Ii]d\.|[Dd]ers\.|[Dd]erselbe|[Dd]ies\.|[Dd]ieselbe|[Ll]e\smême|[Ll]a\smême)(?:(?<=em)\.)?(?=,\s|:\s|\s[‘“«]|\s?/\s?[^\W\d_a-zß-ÿ]|\s\((?:[Hh]r?s?g|[Ee]d)s?\.)"
)
_OP_CIT = re.compile(
    r"(?:[Oo]p[.,]?\s?cit\.?|loc\.\s?cit\.?|art\.\s?cit(?:ée?|\.)?|a\.\s?a\.\s?O\.|aaO|o\.\s?c\.|ouvr(?:age|\.)\scit(?:é|\.)|work\scited"
    r"|(?<=\s)citt?\.(?=[,;.):]|\s?$|\s(?:pp?|voll?|S|n|vv)\.))"
)
_WIE = r"(?:wie\s|o(?:ben|\.)\s?|s(?:iehe|\.\s?o\.|\.)\s?|vgl\.\s)?"
_UP = r"(?:supra|above|oben|ci-dessus|sopra|arriba)"
_DOWN = r"\b(?:[Ii]nfra|[Bb]elow|unten)"
_NOTE = r"(?:nn?\.?|notes?|f(?:oot)?n(?:otes?|\.)?|Anm\.|F[nN]\.?|Fußn\.|nota)"
_SUPRA = re.compile(
    rf"(?:{_UP},?\s(?:at\s)?{_NOTE}\s(?P<a>\d+)|(?:as\sin|see|in)?\s?(?:nn?\.|notes?|fn\.|Anm\.|FN)\s(?P<b>\d+)\s?{_UP}"
    rf"|\((?:nn?\.?|notes?|{_WIE}(?:Anm|Fn|FN)\.)\s(?P<c>\d+)(?::\s(?P<year>\d{{4}}[a-z]?))?(?:\sabove)?\)|wie\s(?:Anm|Fn|FN)\.\s(?P<d>\d+))"
)
_CROSS = re.compile(
    r"(?:above|supra|oben|ci-dessus)?,?\s?(?:\b(?:nn?\.|notes?|fn\.|footnotes?|Anm\.)\s(?P<a>\d{1,3})\s?(?:above|supra|oben|ci-dessus)"
    r"|\b[Ss]upra\s(?:nn?\.|notes?)\s(?P<b>\d{1,3})|(?:(?<=above,\s)|(?<=above\sat\s))(?:nn?\.|notes?)\s(?P<c>\d{1,3})"
    rf"|{_DOWN},?\s(?:at\s)?{_NOTE}\s(?P<e>\d{{1,3}})|{_NOTE}\s(?P<f>\d{{1,3}})\s{_DOWN}"
    rf"|\((?:nn?\.?|fn\.?|{_WIE}(?:Anm|Fn|FN)\.)\s(?P<d>\d{{1,3}})\))(?P<on>(?:[-–]|\sto\s)\d{{1,3}}(?![\w-]))?"
)
AHEAD = re.compile(_DOWN)


class CallSpan(NamedTuple):
    """A call in ``text[start:end]``."""

    call: Call
    start: int
    end: int


def call_field(text: str, span: CallSpan) -> CitedField:
    """The field of a call."""
    return field_in(text, FieldKind.CALL, span.start, span.end)


def ibid_at(text: str, place: int) -> CallSpan | None:
    """``Ibid.``, ``ebd.``, ``Id. at``."""
    found = _IBID.match(text, place)
    return CallSpan(Call("ibid"), found.start(), found.end()) if found else None


def idem_at(text: str, place: int) -> CallSpan | None:
    """``idem``, ``eadem``, ``ders.``: the author before; a title follows."""
    found = _IDEM.match(text, place)
    return CallSpan(Call("idem"), found.start(), found.end()) if found else None


def back_at(text: str, place: int) -> CallSpan | None:
    """``op. cit.``, ``supra note 12``, ``(n. 12)``: what stands in place of a title, or behind a short one."""
    found = _OP_CIT.match(text, place)
    if found:
        return CallSpan(Call("op. cit."), found.start(), found.end())
    found = _SUPRA.match(text, place)
    if found:
        label = next(found[group] for group in "abcd" if found[group])
        return CallSpan(Call("note", label, found["year"] or ""), found.start(), found.end())
    return None


def cross_references(text: str) -> list[CallSpan]:
    """``n. 8 above``, ``supra note 12``, ``infra notes 45–54``, wherever it stands."""
    spans = []
    for found in _CROSS.finditer(text):
        label = next(found[group] for group in "abcdef" if found[group])
        start = found.start() + len(found.group()) - len(found.group().lstrip(" ,"))
        spans.append(CallSpan(Call("note", label), start, found.end()))
    return spans
