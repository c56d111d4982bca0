"""A source whose parts nothing tells apart: later notes show that a note cites one, and it is taken as it is printed.

`Cons. Selwyn, Sec. V, 2 October 1931, n° 4928`, a resolution, an address: an Ibid. or `supra note 12` behind it says
that a source stands there. Where the note has but one stretch that can be it, or one with the name by which the later
note calls it, that is the source.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.model import CitationKind, CitedField
from pipeline.tag.citations.parts.locators import bare_pages_at, cited_at
from pipeline.tag.citations.wording.beginnings import beginnings
from pipeline.tag.citations.wording.calls import cross_references
from pipeline.tag.citations.wording.draft import Draft
from pipeline.tag.citations.wording.enclosures import levelled, statements
from pipeline.tag.citations.wording.unread import EXPLAINING, is_prose, names_source

LONGEST = 500
"""Characters of a source that is taken as it is printed."""
_GAP = re.compile(r"(,?)\s")
_END = re.compile(rf"\s{EXPLAINING.pattern}|[.;]?\s*$")


def as_printed(text: str, read: Sequence[Draft], names: Collection[str]) -> Draft | None:
    """The source that a note cites and that was not read in it; None where several stretches can be it.

    Args:
        text: the note.
        read: what was read in it.
        names: the names by which later notes call the source; empty where an Ibid. follows.
    """
    text = levelled(text)
    free = list(_free(text, read))
    if names:
        known = [text[each.start : each.end].casefold() for each in read]
        names = [name for name in names if not any(name.casefold() in citation for citation in known)]
        free = [span for span in free if any(name.casefold() in text[slice(*span)].casefold() for name in names)]
    elif len(free) > 1:
        free = [span for span in free if names_source(text[slice(*span)])]
    found = _whole(text, *free[0]) if len(free) == 1 else None
    if found is None or (not names and cited_at(text, found.start)):
        return None
    return found._replace(announced=bool(names))


def _free(text: str, read: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons, read citations and sentences, statements that only a stop parts as one."""
    begun: tuple[int, int] | None = None
    for start, end in statements(text):
        taken = any(each.start < end and start < each.end for each in read)
        free = not taken and not is_prose(text[_beginning(text, start, end) : end])
        if begun and (not free or text[:start].rstrip().endswith(";")):
            yield begun
            begun = None
        if free:
            begun = (begun[0] if begun else start, end)
    if begun:
        yield begun


def _whole(text: str, start: int, end: int) -> Draft | None:
    """What stands there from where a citation can begin, without the place that is cited at its end."""
    start = _beginning(text, start, end)
    found = _END.search(text, start, end)
    end = found.start() if found else end
    cited = _cited(text, start, end)
    printed = text[start : cited.start if cited else end].rstrip(" ,.")
    if printed[:1] in "([" or (printed[0].islower() and "://" not in printed):
        return None  # the rest of a citation, a remark, or letters that OCR has damaged
    if cross_references(printed) or " " not in printed or end - start > LONGEST:
        return None  # a word alone is what a misread `Merrow v.` leaves
    return Draft(CitationKind.FULL, start, end, (cited,) if cited else (), printed=printed)


def _beginning(text: str, start: int, end: int) -> int:
    return next((place for place, strong in beginnings(text, start, end) if strong), start)


def _cited(text: str, start: int, end: int) -> CitedField | None:
    """The place at the end: a marked one behind a space, a bare one behind a comma."""
    for gap in _GAP.finditer(text, start, end):
        found = cited_at(text, gap.end()) or (bare_pages_at(text, gap.end()) if gap[1] else None)
        if found and found.end == end:
            return found
    return None
