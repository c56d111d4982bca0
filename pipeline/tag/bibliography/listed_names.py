"""The people with whom an entry of a bibliography begins: family names first, given names first, or mixed.

An entry is sorted under a family name, so that the first name is inverted in most styles (`Said, Edward W.`), and the
others are not (Chicago Manual of Style, 17th ed., 14.76), or are too (APA, 7th ed., 9.8: `Wermuth, N., & Lauritzen, S.
L.`); in medicine they are without any mark (`Bauman RA, Ling G`); some bibliographies invert none. Each way is tried,
and that counts which leads to what can follow names: a year, a quoted title, a stop.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.wording.title_ends import YEAR
from pipeline.tag.words.tokens import CAPITAL

PARTICLE = (
    r"(?:[Dd]e\s[Ll]a|[Dd]e\s[Ll]os|[Vv]an\s[Dd]e[nr]?|[Vv]on\s[Dd]er|[Dd]e[lnr]?|[Dd]u|[Dd][aio]s?|[Vv][ao]n|[Tt]er|"
    r"[Ll][ae]|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|[Aa]f|[Zz]u[rm]?|ten|St\.)\s"
)
_WORD = rf"(?:[dDlLO][’']|[‘ʿʻ‛`])?{CAPITAL}[^\W\d_]+(?:[-‐’'ʼ´][^\W\d_]+)*"
_INITIALS = rf"(?:{CAPITAL}|Th|Ch|St|Yu|Ph)\.(?:[\s-]?(?:{CAPITAL}|Ch|Th)\.)*(?:[\s-]?{CAPITAL}(?=[,;:]))?"
_BARE_INITIALS = rf"{CAPITAL}{{1,3}}(?:-{CAPITAL})?(?![\w’'-])"
_FAMILY = rf"(?:{PARTICLE}){{0,2}}{_WORD}(?:\s(?:{PARTICLE})?{_WORD}){{0,2}}"
_GIVEN = (
    rf"(?:{_INITIALS}(?:\s{_WORD}(?=,\s|[;/]|\.\s[“‘\"«]|\.\s\(?\d{{4}}|\s\(\d{{4}}))?|{_BARE_INITIALS}"
    rf"|{CAPITAL}\.-{_WORD}|{_WORD}(?:\s(?:[ae][ldr]-|ud-|d[aeo]s?\s)?{_WORD}){{0,3}}(?:\s{_INITIALS}|\s{CAPITAL}(?=[,.;:\s(]))?)"
    r"(?:\s(?:de(?:\s(?:la|los))?|von|van(?:\sde[nr]?)?|d[aiou]s?|del|le|la)(?=[.,;/]|\s\(|\s\d{4})|\sv\.(?!\s?(?:d\.|Chr)))?"
)
AND = r"(?:and|&|et|und|u\.(?!\s?a\.)|y|e|och|og|en|with|avec|mit|con)"
_ARTICLE = r"(?:The|An?|L[aeo]s?|Les|Un[ae]?|Der|Die|Das|Den|El|Il|Gli|In|On|Of|To|De)\s|L[’']"
_RANK = r"(?:,?\s(?:Jr|Sr)\.?|,?\sI{2,3}(?!\w))?"
_SUPPLIED = r"(?:\s[\[(](?![Ee]d|[Hh]g|[Hh]rsg|[Dd]ir|[Cc]o|[Tt]r|[Rr]ed|[Éé]d|[Oo]rg)[^\])\d]{2,40}[\])](?=[.,;]))?"

_INVERTED = re.compile(rf"(?P<family>{_FAMILY}){_SUPPLIED},\s(?P<given>{_GIVEN}){_SUPPLIED}{_RANK}")
_UNMARKED = re.compile(rf"(?P<family>{_FAMILY})\s(?P<given>{_INITIALS}|{_BARE_INITIALS}){_RANK}")
_NATURAL = re.compile(
    rf"(?!{_ARTICLE})(?P<given>{_INITIALS}|{_WORD}(?:\s{_WORD}){{0,2}}?(?:\s{_INITIALS}|\s{CAPITAL}(?=\s))?)\s?"
    rf"(?P<family>(?:{PARTICLE}){{0,2}}{_WORD}(?:\s(?=[^\W\d_]+(?:[.,:;]|\s{AND}\s)){_WORD})?){_RANK}"
)
_JOIN = re.compile(rf"[,;]?\s{AND}\s|;\s(?:{AND}\s)?|\s?/\s?|,\s(?:(?:\.\s?){{3}}|…)\s?|,\s")
_OTHERS = re.compile(r"[,;]?\s(?:&\s|and\s)?(?:et\.?\sal(?:\.|ii\b|\b)|others|u\.\s?a\.|y\sotros|a\skol\.)")
_ROLE = re.compile(
    r"[.,]?\s[(\[]?(?P<role>[Ee]ds?\b\.?|[Ee]ditors?\b\.?|[Hh](?:rs)?gg?\b(?:\.|(?=[)\],]))|[Hh]erausgeber(?:in(?:nen)?)?|[Dd]irs?\.|[Éé]ds?\.|"
    r"[Cc]oords?\.|[Rr]ed\.|[Oo]rgs?\.|[Cc]omps?\.|a\scura\sdi|[Tt]rans\.|[Tt]ranslators?)(?:,?\s(?:and|&)\s(?:eds?|trans)\.)?[)\]]?"
)
_AGAIN = re.compile(
    r"(?:[—–]{2,6}|—(?=[.,]\s|\s\()|[-_]{3,10}|—\s?—\s?—)(?=[.,\s(])|^(?=,\s|\((?:1[5-9]|20)\d\d[a-z]?\))"
)
"""The dash that stands for the author of the entry before; where a press draws it, the text begins behind it."""
_YEAR_NEXT = re.compile(
    rf"[.,:]?\s?[(\[]?(?:(?:c|ca)\.\s?)?{YEAR}|[.,]?\s\(?(?:n\.\s?d\.|s\.\s?[ad]\.|[Ff]orthcoming|[Ii]n\spress)"
)
_QUOTE_NEXT = re.compile(r"[.,:]?\s[“‘\"«„]")
_STOP_NEXT = re.compile(r"\.\s|(?<=\.)\s")
_COLON_NEXT = re.compile(r"\s?:\s")
_COMMA_NEXT = re.compile(rf"\.?,\s(?!{AND}\s)(?!(?:{CAPITAL}\.)+,)")
MOST = 60
"""Names of one entry."""


class People(NamedTuple):
    """The fields of the people, where the text goes on behind them, and whether a dash stands for them."""

    fields: tuple[CitedField, ...]
    end: int
    sure: bool = True
    """Whether what follows can only stand behind names, or a name is inverted."""
    again: bool = False
    inverted: bool = False
    """Whether the first name has its family name first."""


class _Reading(NamedTuple):
    names: tuple[re.Match[str], ...]
    end: int
    worth: int


def people_at(text: str, place: int, *, inverted: bool | None = None) -> People | None:
    """Authors or editors at the beginning of an entry; None where no name stands there.

    Args:
        text: of the entry.
        place: where the names begin.
        inverted: whether the first names of the bibliography are inverted, which tells `Martínez Milán, Jesús María`,
            one person, from `Rachid Attia, Jeremie Daniel`, two; None where that is not known.
    """
    dash = _AGAIN.match(text, place)
    if dash is not None:
        role = _ROLE.match(text, dash.end())
        others = _with_others(text, dash.end()) if role is None else None
        return others or People((), role.end() if role else dash.end(), again=True)
    readings = [reading for way in _WAYS if (reading := _read(text, place, way))]
    best = max(readings, key=lambda one: (one.worth, _is_inverted(one) is inverted, len(one.names)), default=None)
    if best is None:
        return None
    role = _ROLE.match(text, best.end)
    kind = FieldKind.AUTHOR
    if role is not None:
        kind = FieldKind.TRANSLATOR if role["role"].lower().startswith("tr") else FieldKind.EDITOR
    fields = tuple(
        CitedField(kind=kind, start=name.start(), end=name.end(), value=f"{name['given']} {name['family']}")
        for name in best.names
    )
    return People(
        fields,
        role.end() if role else best.end,
        sure=best.worth > 1 or best.names[0].re is _INVERTED,
        inverted=_is_inverted(best),
    )


def _with_others(text: str, place: int) -> People | None:
    """`———, Quill, T., & Lind, B. (2001).`: who wrote it together with the author of the entry before."""
    join = _JOIN.match(text, place)
    others = people_at(text, join.end()) if join else None
    if others is None or not others.fields or others.fields[0].kind is not FieldKind.AUTHOR:
        return None
    return others._replace(again=True) if _YEAR_NEXT.match(text, others.end) else None


def _is_inverted(reading: _Reading) -> bool:
    return reading.names[0].re is _INVERTED


class _Way(NamedTuple):
    """The forms of the first name, of those behind commas, and of those behind `and`."""

    first: re.Pattern[str]
    further: re.Pattern[str]
    last: re.Pattern[str]


_WAYS = (
    _Way(_INVERTED, _INVERTED, _INVERTED),
    _Way(_INVERTED, _NATURAL, _NATURAL),
    _Way(_INVERTED, _INVERTED, _NATURAL),
    _Way(_NATURAL, _NATURAL, _NATURAL),
    _Way(_UNMARKED, _UNMARKED, _UNMARKED),
)


def _read(text: str, place: int, way: _Way) -> _Reading | None:
    """The names in one way, as far as it goes and to where something can follow; None where it does not fit."""
    names: list[re.Match[str]] = []
    at, joint = place, ""
    best: _Reading | None = None
    while len(names) < MOST:
        form = way.first if not names else way.further if joint.strip() in (",", ";", "/") else way.last
        found = form.match(text, at)
        if found is None or (names and way.first is not _INVERTED and _has_initials(names[0]) > _has_initials(found)):
            break
        names.append(found)
        others = _OTHERS.match(text, found.end())
        end = others.end() if others else found.end()
        worth = _worth(text, end, joint, names)
        # Behind a comma a title may look like one more name: only an `and`, or a sign that names end, shows that it is.
        if worth > (best.worth if best else 0) or (worth and best and worth == best.worth > 1):
            best = _Reading(tuple(names), end, worth)
        join = None if others else _JOIN.match(text, found.end())
        if join is None:
            break
        at, joint = join.end(), join.group()
    return best


def _has_initials(name: re.Match[str]) -> bool:
    return re.match(rf"{_INITIALS}|{_BARE_INITIALS}", name["given"]) is not None


def _worth(text: str, end: int, joint: str, names: Sequence[re.Match[str]]) -> int:
    """How surely names can end here: 3 before a year, a quoted title or the word for editors; 1 before a comma."""
    role = _ROLE.match(text, end)
    if role and len(names) > 1 and joint == ", ":  # Wagner, Richard, Mein Leben, Eike Middell (ed.)
        return 0
    end = role.end() if role else end
    if role or _YEAR_NEXT.match(text, end) or _QUOTE_NEXT.match(text, end):
        return 3
    inverted = names[-1].re is not _NATURAL
    if _STOP_NEXT.match(text, end):
        initial = names[-1].re is _UNMARKED and text[end : end + 1] == "." and _NATURAL.match(text, names[-1].start())
        return 1 if initial else 2
    if _COLON_NEXT.match(text, end):
        return 2 if inverted or len(names) == 1 else 0
    if _COMMA_NEXT.match(text, end):
        return 2 if len(names) > 1 and (joint != ", " or _has_initials(names[-1])) else 1
    return 0
