"""Authors, editors and translators at the place where a citation names them."""

import re
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.model import CitedField, FieldKind
from pipeline.name_particles import NAME_PARTICLE
from pipeline.tag.citations.wording.draft import field_in, field_of
from pipeline.tag.citations.wording.enclosures import closing
from pipeline.tag.citations.wording.known import Known
from pipeline.tag.citations.wording.title_ends import CITIES, REPORTED, YEAR
from pipeline.tag.words.name_tables import word_set
from pipeline.tag.words.spans import between
from pipeline.tag.words.tokens import commonness

# A word of a name: capital, or initials (N.S., J.–C.), or Chinese in Latin script; no full stop but after an initial.
# What is composed of a letter and marks above or below it counts as letters: Oyèrónkẹ́.
_WORD = r"(?:(?:[^\W\d_a-zß-ÿ]\.[-–]?){1,4}|[^\W\d_a-zß-ÿ][\w\u0300-\u036f’'‘-]*)"
PARTICLE = rf"(?:{NAME_PARTICLE}|d’|St\.)"
_NOBLE = r"(?:(?:de|du|van|von|der|den|di|da|ter|ten)\s(?:la\s|der\s|den\s)?)?"
"""Particles with which a family name begins where it stands alone: `de Goesbriand, Memoirs`."""
NAME = rf"{_NOBLE}{_WORD}(?:\s(?:{PARTICLE}\s){{0,2}}(?:[a-z]’)?{_WORD}){{0,5}}(?:,\s(?:Jr|Sr)\b\.?)?"
# A. Merrow, J. de Quell: initials show that a name goes on behind a comma, without an `and`.
_WITH_STOPS = (
    rf"(?:[^\W\d_a-zß-ÿ][a-z]?\.[-\s]?){{1,4}}\s?(?:{PARTICLE}\s){{0,2}}"
    r"[^\W\d_a-zß-ÿ][\w’'-]+(?:\s[^\W\d_a-zß-ÿ][\w’'-]+)?"
)
# MC Roe, R G van Quell: English lawyers set no stops (OSCOLA, 4th ed., 3.2.1); no EU Charter.
_WITHOUT_STOPS = (
    rf"(?!(?:EU|EC|UN|US|UK|NY|A|I)\s)(?:[A-Z]{{1,2}}|[A-Z]\s[A-Z])\s(?:{PARTICLE}\s){{0,2}}"
    r"[^\W\d_a-zß-ÿ][\w’'-]*[a-zß-ÿ][\w’'-]*"
)
_INITIALED = rf"(?:{_WITH_STOPS}|{_WITHOUT_STOPS})"
AND = r"(?:and|&|und|u\.|et|y|e)"
_WHOLE = rf"{_WORD}(?:\s(?:{PARTICLE}\s){{0,2}}(?:[a-z]’)?{_WORD}){{1,4}}"
ROLE = (
    r"(?:chief\s|gen(?:eral|\.)\s|rev\.\s)?"
    r"(?:eds?\.?|editors?|Hgg?\.|Hrsg\.|hrsg\.|dirs?\.|éds?\.|comps?\.|red\.|a\sc(?:ura|\.)\sdi|coords?\.)"
)
_NAMES = re.compile(
    rf"""
    (?P<names>
        (?P<inverted>[^\W\d_a-zß-ÿ][\w’-]+,\s(?:[^\W\d_a-zß-ÿ]\.\s?){{1,3}}(?=[,:\s(]))   # Khlebnikova, V.,
        | {_INITIALED}(?:,\s{_INITIALED}(?=,\s(?!(?:{CITIES})\b)|\s\({ROLE}\))){{1,6}}  # A. Merrow, J. Quell,
        # A. Merrow, J. Roe and J. Quell; with whole names only before a quotation mark: others may be words of a title.
        | {_INITIALED}(?:,\s{_INITIALED}){{1,6}}\s{AND}\s{_INITIALED}
        | {_WHOLE}(?:,\s{_WHOLE}){{1,6}}\s{AND}\s{_WHOLE}(?=,?\s[‘“«„])
        # Ada Merrow, Tom Quill & Bo Lind: American lawyers set no mark before the last, and write `and` in titles.
        | {_WHOLE}(?:,\s{_WHOLE}){{1,8}},?\s&\s{_WHOLE}(?:,\s(?:Jr|Sr)\b\.?)?(?=,\s(?:[“‘#]|\d{{4}}\s|[^\W\d_a-zß-ÿ]))
        | {NAME}(?:,\s{NAME}(?=,\s(?:[^,]{{1,40}},\s)?{AND}\s)|,?\s{AND}\s{NAME}|\s?/\s?{NAME}){{0,6}}
    )
    (?P<others>,?\s(?:et\sal\.?|ET\sAL\.?|and\sothers|u\.\s?a\.))?
    (?P<manner>\s\((?:oral|interview|pseud\.)\))?
    """,
    re.VERBOSE,
)
_THREE = re.compile(rf"(?P<names>{_WHOLE}(?:,\s{_WHOLE}){{1,6}},?\s{AND}\s{_WHOLE})(?=,\s[^\W\d_a-zß-ÿ])")
_JOIN = re.compile(rf",?\s{AND}\s|\s?/\s?|,\s(?!(?:Jr|Sr)\b)")
_ROLE_AFTER = re.compile(rf",\s{ROLE}(?=[,:]|\s[‘“])|\s\({ROLE}\)|\scollected\sand\sarranged(?=:)|\s{ROLE}(?=,)")
_END = re.compile(r",\s")
_COLON = re.compile(r":\s|\s(?=[“‘«„])")
# Ada Merrow (1931): Lamps; Merrow, A., 1931, Lamps; Ada Merrow (1931), op. cit.: the year right behind the people.
_YEAR_BEHIND = re.compile(
    rf"\s\((?P<round>{YEAR})[a-z]?\)(?P<mark>[:.,])\s|,\s(?P<plain>{YEAR})[a-z]?,\s(?=[^\W\d_a-zß-ÿ]|[«“‘„]|(?:op|loc|art)\.\s?cit|ouvr\.)"
)
_AFTER_ROLE = re.compile(r"[,:]\s|\s(?=[‘“])")
_REPORTED = re.compile(r",\s\d{1,4}\s[A-Z]")
_CUT = re.compile(r"\w{2}-(?=\s|$)")
"""`Hafen- und Lampenblätter`: half of a compound names nobody."""
_COMMA = re.compile(r",\s(?!(?:Jr|Sr)\b)")
_TITLE_ENDS = re.compile(rf"(?:,?\s[^;(),]{{1,120}}?)?,\s{REPORTED}")
_PERSON = re.compile(rf"(?<![\w’'-]){_WORD}(?:\s(?:{PARTICLE}\s){{0,2}}{_WORD}){{1,3}}")
_KNOWN_CITY = re.compile(rf"(?:{CITIES})(?:,?\s\w+)?")
_CORPORATE = re.compile(
    rf"(?P<names>[^\W\d_a-zß-ÿ][^,;:.()\[\]]{{3,80}}?)(?P<gloss>\s\[[^\]]{{3,120}}\])?(?=,\s{ROLE},\s)"
)
_ROLE_BEFORE = re.compile(
    rf"(?P<role>(?:trans(?:l?\.|lated\sby)|tr\.|übers\.(?:\sv(?:on|\.))?|trad\.(?:\spar)?|eds?\.(?:\sby)?|edited\sby|(?:hrsg|hg)\.\sv(?:on|\.)|"
    rf"éd\.(?:\spar)?|édité(?:es?)?\spar|a\sc(?:ura|\.)\sdi|sous\sla\sdir(?:ection|\.)\sde|comp\.|ed\.\sand\strans\.)\s)(?P<names>{NAME}(?:,?\s{AND}\s{NAME}|,\s{_WORD}(?:\s(?:{PARTICLE}\s)?{_WORD}){{1,3}}(?=,\s(?![Vv]ol|[Nn]o\b|\d))){{0,4}})"
)

# What stands where an author stands, and is none.
_NO_AUTHOR = word_set("""
    Minute Minutes Report Reports Letter Letters Telegram Memorandum Memo Record Records Note Notes Speech Draft
    Protocol Diary Interview Conversation Message Cable Despatch Dispatch Statement Resolution Decree See Also Ibid
    Idem Cf Compare Quoted Cited However Moreover Thus Here In For On From With And But The A An This That These Those
    His Her Its Their It He She They We I At By As When While If Since After Before Although Chapter Part Section
    Figure Table Indeed Similarly Likewise Further Vol No Nos Siehe Vgl Voir Cfr Fragment Petition Act Bill
    Y Vid Vide Véase Véanse Ver Véa Según Consider Consult Lire
    Dans Selon D’après Cité Pour Sur Sous Nach Zu Zur Zum Bei Über Ebenso Intelligence
    """)


DESIGNATION = r"(?:(?:Student\s)?(?:Note|Comment|Essay|Foreword|Commentary)|Book\sReview|Recent\sCase)"
"""What kind of piece it is, between an author and a title (The Bluebook, rule 16.7)."""


class Names(NamedTuple):
    """Fields of the people, and where the text goes on behind them."""

    fields: tuple[CitedField, ...]
    end: int


@lru_cache(maxsize=16384)
def names_at(text: str, place: int, stop: int, *, colon: bool = False) -> Names | None:
    """The authors or editors that begin a citation, up to the comma (or colon) behind them; None where none stand.

    ``colon`` asks for authors with a colon behind them, as German notes have it, or at once with a title in quotation
    marks.
    """
    found = _before_title(text, _three_at(text, place, stop) or _NAMES.match(text, place, stop))
    corporate = _CORPORATE.match(text, place, stop)
    if corporate and (found is None or corporate.end("names") > found.end("names")):
        found = corporate
    if found is None or not may_be_author(found["names"]) or _is_town(text, found) or _CUT.search(found["names"]):
        return None
    end = _behind_gloss(text, found.end())
    role = _ROLE_AFTER.match(text, end, stop)
    end = role.end() if role else end
    comma = (_COLON if colon else _AFTER_ROLE if role else _END).match(text, end, stop)
    if comma is None:
        return None
    kind = FieldKind.EDITOR if role else FieldKind.AUTHOR
    return Names(people_in(text, *found.span("names"), kind, whole=found.re is _CORPORATE), comma.end())


def _three_at(text: str, place: int, stop: int) -> re.Match[str] | None:
    """`Ada Merrow, Jane Quellen and Bo Lind, The Lamps`: three and more, of whom most can be nothing but people."""
    found = _THREE.match(text, place, stop)
    if found is None:
        return None
    names = [text[low:high] for low, high in between(_JOIN, text, *found.span("names"))]
    return found if 2 * sum(map(is_author, names)) > len(names) else None


def _before_title(text: str, found: re.Match[str] | None) -> re.Match[str] | None:
    """`Ada Merrow & Tom Quill, Big Lamps, and Why They Burn, 12 SELW. L. REV. 3`: the people before the first comma.

    Where a report stands behind the list, its last members are words of the title; between people there is no `and`
    (The Bluebook, 21st ed., rule 15.1).
    """
    if found is None or ", " not in found["names"] or not _TITLE_ENDS.match(text, found.end()):
        return found
    comma = _COMMA.search(text, found.start())
    first = _NAMES.match(text, found.start(), comma.start()) if comma else None
    listed = ", and " in found["names"] or text.startswith(", and ", found.end())
    return first if first and listed and " " in first["names"] else found


def _is_town(text: str, found: re.Match[str]) -> bool:
    """`Paris, L’Harmattan, p. 3` is an imprint; a case may be called by its party: `Washington, 869 F.3d at 216`."""
    return re.fullmatch(CITIES, found["names"]) is not None and not _REPORTED.match(text, found.end())


def people_alone(text: str, start: int, end: int, known: Known) -> tuple[CitedField, ...]:
    """People of whom ``text[start:end]`` says nothing but the names; empty if any may be something else.

    A family name was cited before; initials stand before one that was, or that is no English word: `Merrow (n 3)`,
    `SL Quellenberg and B Roe (n 4)`.
    """
    found = _NAMES.fullmatch(text, start, end)
    people = people_in(text, *found.span("names"), FieldKind.AUTHOR) if found else ()
    return people if all(_is_person(each.value, known) for each in people) else ()


def _is_person(name: str, known: Known) -> bool:
    *given, family = name.split()
    cited = known.has_author(family)
    return (cited or commonness(family) < _COMMON) if given and re.fullmatch(_INITIALED, name) else cited and not given


class DatedNames(NamedTuple):
    """People with the year right behind them, and what parts them from what follows."""

    names: Names
    year: CitedField
    mark: str


def dated_names_at(text: str, place: int, stop: int) -> DatedNames | None:
    """`Ada Merrow (1931): `, `Merrow, A., 1931, `: the people whose year stands before the title or the call."""
    found = _NAMES.match(text, place, stop)
    behind = _YEAR_BEHIND.match(text, found.end(), stop) if found and may_be_author(found["names"]) else None
    if found is None or behind is None:
        return None
    group = "round" if behind["round"] else "plain"
    year = field_of(FieldKind.DATE, behind, group)
    people = people_in(text, *found.span("names"), FieldKind.AUTHOR)
    return DatedNames(Names(people, behind.end()), year, behind["mark"] or ",")


def last_person(text: str, start: int, end: int) -> str:
    """The last whole name of a person that a stretch of prose gives; empty where it gives none."""
    names = [found.group() for found in _PERSON.finditer(text, start, end)]
    return next((name for name in reversed(names) if is_author(name) and not _KNOWN_CITY.fullmatch(name)), "")


_COMMON = 3.5
"""Zipf frequency in English from which a word may be one of a title."""


def is_author(name: str) -> bool:
    """Whether the words can be nothing but a person's name: with initials, or with a word that the language lacks."""
    words = name.split()
    if len(words) < 2 or words[0] in _NO_AUTHOR:
        return False
    initial = any(len(word) == 2 and word[1] == "." and word[0].isupper() for word in words)  # Todd M. Merrow
    return initial or "." in words[0] or any(commonness(word) < _COMMON for word in (words[0], words[-1]))


def _behind_gloss(text: str, place: int) -> int:
    """Behind the translation of a corporate author's name, if one stands here."""
    if text.startswith(" [", place):
        return closing(text, place + 1) or place
    return place


def people_after_role(text: str, place: int, stop: int) -> Names | None:
    """``trans. Brian Pearce``, ``ed. Wen Weidong``."""
    found = _ROLE_BEFORE.match(text, place, stop)
    if found is None:
        return None
    edits = found["role"].startswith(("ed", "hrsg", "hg", "éd", "comp", "a c", "sous"))
    kind = FieldKind.EDITOR if edits else FieldKind.TRANSLATOR
    return Names(people_in(text, *found.span("names"), kind), found.end())


_HANDS = re.compile(
    rf"(?P<names>{_WHOLE}(?:,\s{_WHOLE}){{0,6}}(?:,?\s{AND}\s{_WHOLE})?)(?:,?\set\sal\.)?"
    r"\s(?P<role>eds?\.(?:\s&\strans\.)?(?=,?\s|\))|trans\.(?=,?\s|\))|(?:eds?|trans|trs?)(?=,\s|\)))"
)

_OF_EDITIONS = word_set("""
    First Second Third Fourth Fifth New Rev. Revised Enlarged Abridged Annotated Student Students’ Paperback Classic
    Classics Library Deluxe Anniversary Centennial Memorial International Int’l Critical Standard Modern Reprint Press
    """)
"""Words before `ed.` that make an edition of it."""


def people_before_role(text: str, place: int, stop: int) -> Names | None:
    """`Ada Merrow & Tom Quill eds.`, `Ada Merrow trans.`: before press or year (The Bluebook, 15.1; OSCOLA, 3.2.5)."""
    found = _HANDS.match(text, place, stop)
    if found is None:
        return None
    kind = FieldKind.EDITOR if found["role"].startswith("ed") else FieldKind.TRANSLATOR
    people = people_in(text, *found.span("names"), kind)
    words = {word for field in people for word in field.value.split()}
    return Names(people, found.end()) if not words & _OF_EDITIONS else None


def may_be_author(names: str) -> bool:
    """Whether the first word is none that begins a sentence or the name of a document."""
    words = names.replace(",", " ").split()
    return words[0].strip("’'") not in _NO_AUTHOR and not words[0].isdecimal() and len(words) <= 24


def people_in(text: str, start: int, end: int, kind: FieldKind, *, whole: bool = False) -> tuple[CitedField, ...]:
    """A field for each of the people whose names ``text[start:end]`` is; one for all of it if it is ``whole``."""
    if whole or re.match(r"[\w’-]+,\s[^\W\d_]\.", text[start:end]):
        return (_person(text, start, end, kind),)
    return tuple(_person(text, low, high, kind) for low, high in between(_JOIN, text, start, end))


def _person(text: str, start: int, end: int, kind: FieldKind) -> CitedField:
    field = field_in(text, kind, start, end, " ,")
    inverted = re.fullmatch(r"([\w’-]+),\s(.+)", field.value)
    return replace(field, value=f"{inverted[2]} {inverted[1]}") if inverted else field
