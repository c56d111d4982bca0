"""What a piece stands in: a journal with its numbers, or a book with its editors."""

import re

from msgspec.structs import replace

from pipeline.model import CitedField, FieldKind
from pipeline.tag.bibliography.entry_text import EntryText
from pipeline.tag.bibliography.listed_names import People, people_at
from pipeline.tag.bibliography.numbering import numbers_in
from pipeline.tag.bibliography.publishing import publishing_in
from pipeline.tag.bibliography.subtitles import is_subtitle
from pipeline.tag.citations.parts.title_language import ORIGINAL_SCRIPT
from pipeline.tag.citations.wording.draft import field_of
from pipeline.tag.citations.wording.title_ends import MONTH, YEAR
from pipeline.tag.words.spans import Span
from pipeline.tag.words.tokens import CAPITAL

_IN = rf"\s(?:\[in:\]\s|(?:[Ii]n|IN|[Dd]ans|[Ee]n|[Ee]m)(?:\s?:\s|\s))(?={CAPITAL}|\d|[“‘«»\"„])"
IN = re.compile(rf"[.,;]?(?:\s(?:[Pp]p\.\s|S\.\s)?(?P<pages>\d{{1,4}}[-–]\d{{1,4}})\.?)?{_IN}")
"""The word before the book that a piece stands in, right behind the piece."""
IN_AFTER_MARK = re.compile(rf"[.,;]{_IN}")
"""The same anywhere in a text, where only a mark before it tells it from a word of a title."""
_ROLE = re.compile(
    r"[,.]?\s\(?(?P<role>[Ee]dited\sby|[Ee]dit(?:ado|ada|é)\sp(?:or|ar)|[Ee]ds?\.(?:\sby)?"
    r"|(?:[Hh](?:rs)?gg?\.|[Hh]erausgegeben)(?:\sund\s(?:übersetzt|eingeleitet|kommentiert))?\sv(?:on|\.)"
    r"|[Tt]ranslated\sby|[Tt]rans\.(?:\sby)?|[Tt]r\.|[Üü]bers(?:\.|etzt)\sv(?:on|\.)|[Éé]d\.\spar|[Tt]rad\.(?:\spar)?|a\scura\sdi"
    r"|sous\sla\sdirection\sde)\s"
)
_HOST_ENDS = re.compile(
    r"[.,]\s(?=[Ee]dit(?:ed|ado|ada|é)\b|sous\sla\sdir|a\scura\sdi|[Ee]ds?\.|[Hh](?:rs)?gg?\.|[Vv]ol(?:ume\s|s?\.)"
    r"|[Pp]{1,2}\.|[Pp]ages\s|S\.\s|\d+[-–]\d|\d{1,2}\.,?\s(?:[^\W\d_]+\.?,?\s)?Aufl|(?:Bd|Band)\.?\s[\dIVX]+\s?[.,;])"
    r"|\s\((?=[Ee]ds?\.|\s?pp?\.|\s?S\.|[Vv]ol|\d|[^()]{2,40}:)"
    rf"|,\s(?=\(?{YEAR})"
    rf"|,\s(?={CAPITAL}[^\W\d_]+(?:[\s/-]{CAPITAL}[^\W\d_]+){{0,2}}:\s[^\d:;()]{{2,60}},\s(?:S\.\s)?\d+\s?[-–]\s?\d+\.?\s?$)"
    r"|,?\s(?=\d{1,4}[-–(]\d)|,?\s(?=\d{1,3}(?:,\sno\.|:\s\d|\s\())"
    rf"|\.\s(?={CAPITAL})|;\s"
)
_DATE_OF_ISSUE = re.compile(rf",?\s\(?(?:(?:\d{{1,2}}\s)?[^\W\d_]{{3,10}}\.?\s)?{YEAR}\)?$")
_NO_JOURNAL = re.compile(
    r"^(?:Version|Edited|Revised|Accessed|Last|Available|Paper|Vol|Part|Report|Unpublished)"
    rf"|^{MONTH}|\b{MONTH}[a-z]*\.?$|^\W*$"
)
_SENTENCE_IN = re.compile(rf"[^\W\d_]{{6,}}[.!?]\s{CAPITAL}")
"""A stop that ends a sentence; in names of journals only abbreviated words have one."""
_AFTER_QUOTED_JOURNAL = re.compile(rf",?\s\(?{YEAR}|,?\s(?:[Vv]ol|[Nn][ro]|t)\.")
LONGEST = 90
"""Characters of the name of a journal that nothing but its number betrays."""
_FROM_NAME = 12
"""Characters between the name of a journal in italics and its numbers: a place in brackets, a series."""


def host_at(entry: EntryText, place: int) -> list[CitedField]:
    """The book behind `in`, with the editors before its title; or the journal, if its numbers follow."""
    same = _SAME.match(entry.text, place)
    place = same.end() if same else place
    people = people_at(entry.text, place)
    slanted = next((span for span in entry.italics if span[0] >= place - 1), None)
    editors: list[CitedField] = []
    titled = slanted is not None and slanted[0] <= place + 1  # In Lamps Aglow, ed. Jane Roe: a title in italics
    if people and people.fields and not titled and _are_editors(entry.text, people, slanted):
        editors = [replace(field, kind=FieldKind.EDITOR) for field in people.fields]
        place = people.end
    elif (body := _BODY.match(entry.text, place)) is not None:
        editors = [field_of(FieldKind.EDITOR, body, "name")]
        place = body.end()
    place = entry.behind_marks(place)
    title = _host_title(entry, place, slanted)
    if title is None:
        return editors
    if not (editors or same) and (journal := _journal_behind_in(entry, place)):
        return journal
    numbers = None if editors else numbers_in(entry.text, title.end, entry.stop)
    if numbers and numbers.start <= title.end + 1 and not _ROLE.search(entry.text, title.end, entry.stop):
        return [replace(title, level="j"), *numbers.fields]  # In Literary and Linguistic Computing 24, no. 2
    return [*editors, title]


def _journal_behind_in(entry: EntryText, place: int) -> list[CitedField]:
    """`In: Hafenblätter, 17, S. 4–9`: a name without a stop in it, its numbers and pages, and no imprint."""
    numbers = numbers_in(entry.text, place, entry.stop)
    if numbers is None or not is_journal_name(entry.text[place : numbers.start]):
        return []
    slanted = entry.italic_at(place)
    if entry.quoted_end(place) or (slanted and slanted[1] + 2 < numbers.start):
        return []
    if any(field.kind is FieldKind.PUBLISHER for field in publishing_in(entry.text, place, entry.stop)):
        return []
    name = entry.title(place, numbers.start, "j")
    return [name, *numbers.fields] if name else []


def is_journal_name(name: str) -> bool:
    """Whether a text may be the name of a journal that nothing but its numbers shows."""
    short = name[:1].isupper() and ":" not in name and len(name) <= LONGEST
    return short and not (_NO_JOURNAL.search(name) or _SENTENCE_IN.search(name) or _IN_BRACKETS.search(name))


_SAME = re.compile(
    r"(?:[Dd]ers|[Dd]ies)\.(?:\s\((?:[Hh](?:rs)?gg?|[Ee]ds?)\.?\))?[,:]?\s|(?:[Ii]dem|[Ee]adem),?\s(?:\(?eds?\.\)?,?\s)?"
)
"""The author of the piece, who edits the book as well."""
_BODY = re.compile(rf"(?P<name>{CAPITAL}[^.:()“”«»\d]{{3,90}}?),?\s\((?:[Hh](?:rs)?gg?|[Ee]ds?)\.?\)[,:]?\s")
"""An institution as editor."""
_IN_BRACKETS = re.compile(r"\((?:[Hh](?:rs)?gg?|[Ee]ds?)\b")


def _are_editors(text: str, people: People, slanted: Span | None) -> bool:
    """Behind `in` a name is an editor's if it is called so, or if a colon or the title in italics follows."""
    called = people.fields[0].kind is not FieldKind.AUTHOR
    return (
        called
        or (people.inverted and text.startswith(":", people.end))
        or (slanted is not None and slanted[0] >= people.end)
    )


def _host_title(entry: EntryText, place: int, slanted: Span | None) -> CitedField | None:
    quoted = entry.quoted_end(place)
    if quoted is not None:
        return entry.title(place, quoted, "m")
    if slanted is not None and slanted[0] <= place + 2:
        return entry.title(place, entry.italic_end(slanted), "m")
    return entry.title(place, _host_end(entry, place), "m")


def _host_end(entry: EntryText, place: int) -> int:
    """Where the title of a book ends, its subtitles included: before its imprint, or what else follows titles."""
    published = publishing_in(entry.text, place, entry.stop)
    tail = published[0].start if published else 0
    for found in _HOST_ENDS.finditer(entry.text, place, entry.stop):
        if found.start() + 2 >= tail > place:
            break
        if not (found.group() == ". " and tail and is_subtitle(entry.text, found.end(), tail)):
            return found.start()
    return len(entry.text[:tail].rstrip(" (")) if tail > place else entry.stop


def journal_at(entry: EntryText, place: int, title: CitedField) -> list[CitedField]:
    """The journal behind the title of an article, with its numbers; none where nothing shows that it is one."""
    place = entry.behind_marks(place)
    signs = ORIGINAL_SCRIPT.match(entry.text, place)
    place = entry.behind_marks(signs.end()) if signs else place
    if title.level == "m":
        return _quoted_journal(entry, place)
    slanted = entry.italic_at(place)
    return _journal_in_italics(entry, place, slanted) if slanted else _plain_journal(entry, place, title)


def _journal_in_italics(entry: EntryText, place: int, slanted: Span) -> list[CitedField]:
    numbers = numbers_in(entry.text, place, entry.stop)
    within = numbers is not None and numbers.start < slanted[1]
    if numbers is not None and within:  # the volume is in italics too
        name = entry.title(place, numbers.start, "j")
        return [name, *numbers.fields] if name else []
    name = entry.title(place, slanted[1], "j")
    numbers = numbers_in(entry.text, slanted[1] - (entry.text[slanted[1] - 1] in ", "), entry.stop)
    near = numbers is not None and numbers.start <= slanted[1] + _FROM_NAME
    return [name, *(numbers.fields if numbers and near else ())] if name else []


def _plain_journal(entry: EntryText, place: int, title: CitedField) -> list[CitedField]:
    """A journal that only its number betrays: one short name in capitals stands between the title and the number."""
    numbers = numbers_in(entry.text, place, entry.stop)
    if numbers is None:
        return []
    name = entry.text[place : numbers.start]
    is_name = name[:1].isupper() and ":" not in name and len(name) <= LONGEST and not _NO_JOURNAL.search(name)
    if not is_name or (title.level != "a" and _SENTENCE_IN.search(name)):
        return []
    dated = _DATE_OF_ISSUE.search(entry.text, place, numbers.start)
    end = dated.start() if dated else numbers.start
    signs = ORIGINAL_SCRIPT.search(entry.text, place, end)  # Gangkou yanjiu 港口研究
    journal = entry.title(place, signs.start() if signs and signs.end() == end else end, "j")
    return [journal, *numbers.fields] if journal else []


def _quoted_journal(entry: EntryText, place: int) -> list[CitedField]:
    """`Title in italics, „Studia Iuridica” 2016, Vol. 25`: in Polish the journal is quoted, and the title is not."""
    end = entry.quoted_end(place)
    if end is None or not _AFTER_QUOTED_JOURNAL.match(entry.text, end, entry.stop):
        return []
    numbers = numbers_in(entry.text, end, entry.stop)
    journal = entry.title(place, end, "j")
    return [journal, *(numbers.fields if numbers else ())] if journal else []


def people_called(entry: EntryText, place: int) -> list[CitedField]:
    """Editors and translators, behind the words for them."""
    fields: list[CitedField] = []
    for found in _ROLE.finditer(entry.text, place, entry.stop):
        people = people_at(entry.text, found.end())
        kind = FieldKind.TRANSLATOR if found["role"].lower().startswith(("tr", "üb")) else FieldKind.EDITOR
        fields += [replace(field, kind=kind) for field in people.fields] if people else []
    return fields
