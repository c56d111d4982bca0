"""Citations with a comma behind their people and stops in their titles: `Ada Merrow, Lampen. Ein Versuch, Wien 1931`.

So historians and lawyers cite in German notes. What ends the title is what can only follow one: a comma with a town and
a year, `in:` with a book or journal. The other reader (``reading.py``) takes the stop for the end of the citation, and
knows more than this one of what stands between a title and its imprint; whoever asks both keeps what says more.
"""

import re
from collections.abc import Iterator

from pipeline.model import FieldKind
from pipeline.tag.citations.parts.ended_journals import journal_by_comma
from pipeline.tag.citations.parts.ended_titles import behind_title, with_title
from pipeline.tag.citations.parts.people_or_body import AND, PERSON, is_body, people_or_body
from pipeline.tag.citations.parts.title_parts import OTHERS, ROLE, SAME, Part, People, stop_of
from pipeline.tag.citations.wording.draft import Call, Draft, field_of
from pipeline.tag.citations.wording.title_ends import CITIES
from pipeline.tag.words.tokens import CAPITAL

_TITLE = r"(?=[^\W_a-zß-ÿ]|[“‘«»„‚…¿\[])"
"""A title follows: a capital, a figure or a mark that opens it."""
_JOINED = rf"{PERSON}(?:(?:;\s|\s?/\s?|,?\s{AND}\s){PERSON}){{0,7}}"
_PEOPLE = re.compile(rf"(?:{SAME}\s?/?\s?)?(?P<names>{_JOINED})?{OTHERS}{ROLE}?,\s{_TITLE}")
_ROLE = re.compile(rf"{ROLE},\s")
_BEFORE_ROLE = re.compile(rf"(?<=[a-zß-ÿ,]\s)(?P<names>{_JOINED})$")
_LISTED = re.compile(rf"(?P<names>{PERSON}(?:,\s{PERSON}){{1,5}}(?:\s{AND}\s{PERSON})?){OTHERS}{ROLE},\s{_TITLE}")
_BODY = re.compile(rf"(?P<names>[^\W\d_a-zß-ÿ][^():;?!.„“”»«\[\]]{{3,120}}?){ROLE},\s{_TITLE}")
"""A body that is said to be the editor: `Lampenamt für Häfen (Hg.), `."""
_FAMILIES = re.compile(
    rf"(?P<names>{CAPITAL}[\w’-]{{2,}}(?:\s?/\s?{CAPITAL}[\w’-]{{2,}}){{0,3}}),\s(?={CAPITAL}|[„“«»])"
)
_PIECE = re.compile(r"[“„»][^“”„«»]{4,160}[”“«](?:\s\[[^\[\]]{3,160}\])?,\s[Ii]n:\s")
_QUOTED_LATER = re.compile(r",\s[“„«‘]")
"""Behind a comma a mark opens the title: what stands before it are more people."""
_PROSE = re.compile(
    r"\b(?:dass|daß|wurden?|worden|habe[nt]?|hatten?|sei(?:en)?|wir|ich|jedoch|allerdings|ebenfalls|siehe|vgl|erschien"
    r"|is|are|was|were|has|have|that|which|who|said|argues?|see|also|his|her|their|they|he|she|qui|que|dans|est|sono|che)\b"
)
"""Words of sentences: two of them are no title's, and one behind a stop begins something else."""
_NEXT_SENTENCE = re.compile(r"[.?!]\s(?:Vgl|Siehe|Dazu|Hierzu|See\b|Cf\b|Voir\b|Vedi\b|So\b|Auch\b|Ebd|Ibid)")
_NO_NAME = re.compile(r"(?:Der|Die|Das|Ein|Eine|Im|Am|Zu[rm]?|Bei|Nach|Art|Abs|Bd|Nr|Kap|The|In|On|For)\b\.?")
_LOCATED = re.compile(r"(?:S|Nr|Bd|Art|Abs|Heft|Kap|Anm|Jg|pp?|vol|no|n|ch|id|ibid|op|loc)\b\.?")


def edited_starts(text: str) -> Iterator[int]:
    """Where people begin who are said to be editors, where a sentence leads up to them: `zeigt Ada Merrow (Hg.), `."""
    for role in _ROLE.finditer(text):
        names = _BEFORE_ROLE.search(text, max(0, role.start() - 160), role.start())
        if names is not None:
            yield names.start("names")


def comma_citation_at(text: str, place: int, *, strong: bool) -> Draft | None:
    """The citation of this style that begins at ``place``; None where nothing shows that it is one.

    ``strong`` says that the place alone makes a citation likely; elsewhere only editors who are called so show it.
    """
    people = _people_at(text, place, strong=strong) or (_nobody(text, place) if strong else None)
    part = behind_title(text, people.end, by_comma=True) if people else None
    if people is None and strong and (people := _families_at(text, place)):
        part = journal_by_comma(text, people.end, stop_of(text, people.end))
    if people is None or part is None or _is_prose(text, people.end, part):
        return None
    return with_title(text, place, people, part)


def _families_at(text: str, place: int) -> People | None:
    """`Merrow/Quell, Lampen, Selwyner Zeitung, 3.4.1931`: with the day of a newspaper family names are enough."""
    found = _FAMILIES.match(text, place, place + 80)
    if (
        found is None
        or re.fullmatch(CITIES, found["names"])
        or _NO_NAME.match(found["names"])
        or is_body(found["names"])
    ):
        return None
    return People(people_or_body(text, *found.span("names"), FieldKind.AUTHOR), found.end())


def _nobody(text: str, place: int) -> People | None:
    """`“Lampen von Selwyn”, in: Hafenblätter, 3.4.1931`: a piece that nobody signed."""
    return People((), place) if _PIECE.match(text, place) else None


def _people_at(text: str, place: int, *, strong: bool) -> People | None:
    listed = _LISTED.match(text, place, place + 240)
    found = listed or _PEOPLE.match(text, place, place + 240) or _BODY.match(text, place, place + 160)
    if found is None or _LOCATED.match(text, found.end()):
        return None
    same = found.re is _PEOPLE and found["same"]
    if not (found["names"] or same) or not (strong or (found["role"] and not same)):
        return None
    kind = FieldKind.EDITOR if found["role"] else FieldKind.AUTHOR
    names = found["names"] or ""
    if names and (_NO_NAME.match(names) or re.fullmatch(CITIES, names)):
        return None
    fields = people_or_body(text, *found.span("names"), kind) if names else ()
    sure = all(" " in field.value for field in fields) and not (is_body(names) and not found["role"])
    if names and not (fields and (sure or found["role"])):
        return None
    if same:
        return People((field_of(FieldKind.CALL, found, "same"), *fields), found.end(), Call("idem"))
    return People(fields, found.end())


def _is_prose(text: str, start: int, part: Part) -> bool:
    """Whether what would be the title is a sentence, or goes over into the next one."""
    title = text[start : part.title_end]
    quoted = _QUOTED_LATER.search(title) is not None
    return quoted or len(_PROSE.findall(title)) > 1 or _NEXT_SENTENCE.search(title) is not None
