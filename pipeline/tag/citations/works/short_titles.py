"""Short titles that look like authors: `Harbour Lamps Out, supra note 9`, of a piece that nobody has signed.

The form alone cannot tell; the work that the citation leads to can: it has no author, and its title has the words.
Where that holds a name that ends so, `Ada Merrow et al., Lamps …`, or ends with it, `Lamps, GARTH`, they are who wrote.
"""

import re

from pipeline.letters import CAPITALS
from pipeline.model import CitationKind, CitedField, FieldKind, Work
from pipeline.tag.citations.parts.names import names_at
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.draft import Draft
from pipeline.tag.citations.works.same_work import people
from pipeline.tag.people.full_names import is_given_name
from pipeline.tag.people.name_order import fold, parse


def with_short_title(text: str, draft: Draft, work: Work) -> tuple[CitedField, ...]:
    """The fields of a citation of ``work``, where what was read as its authors may be its title."""
    authors = draft.of(FieldKind.AUTHOR)
    if draft.kind is not CitationKind.SHORT or not authors or draft.title or people(work) or work.translators:
        return draft.fields
    start, end = authors[0].start, authors[-1].end
    if not _is_in(text[start:end], work.title) or _is_by(authors, work.title):
        return draft.fields
    title = title_field(text, start, end, "a" if work.kind == "article" else "m")
    return tuple(title if field is authors[0] else field for field in draft.fields if field not in authors[1:])


def _is_in(words: str, title: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", title, re.IGNORECASE) is not None


def _is_by(authors: list[CitedField], title: str) -> bool:
    """Whether the title begins with people one of whom the citation names, or names one of them further on."""
    named = names_at(title, 0, len(title))
    families = {fold(family) for field in (named.fields if named else ()) for family in parse(field.value).families}
    return any(fold(each.value) in families or _is_named(each.value, title) for each in authors)


def _is_named(name: str, title: str) -> bool:
    """`Comment on Ada Merrow, Lamps`: a capital before the family name, and the end of a name behind it.

    What stands alone behind the last comma is whose page it is (`Our Terms, GARTH`).
    """
    first, *others = name.split()
    if others:
        return is_given_name(first.title(), "en") and f"{name}," in title
    named = rf"[{CAPITALS}][\w.’-]*\s{re.escape(name)}(?=,|\s(?:&|Jr|et\sal|ET\sAL))"
    return re.search(named, title) is not None or title.endswith(f", {name}")
