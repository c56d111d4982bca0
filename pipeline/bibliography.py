"""The cited works for a reference manager: CSL-JSON and BibTeX.

CSL-JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html; BibTeX: Patashnik, BibTeXing (1988).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from pipeline.model import Work
from pipeline.tag.people.name_order import parse
from pipeline.tag.people.person_names import is_person_name

CSL_TYPES = {
    "book": "book",
    "article": "article-journal",
    "chapter": "chapter",
    "journal": "periodical",
    "archival": "manuscript",
    "unknown": "document",
    "unread": "document",
}
BIBTEX_TYPES = {"book": "book", "article": "article", "chapter": "incollection"}
"""All other kinds are ``misc``."""

SPECIAL = {
    **{character: f"\\{character}" for character in "&%$#_"},
    # BibTeX counts braces before TeX sees them: an escaped one that is not closed would swallow the rest of the file.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""What TeX reads as a command -> how it is printed."""
_SPECIAL = str.maketrans(SPECIAL)
_YEAR = re.compile(r"^\d{4}")
_PAGES = re.compile(r"^(?:pp?\.|S\.)\s*")


def csl(works: Sequence[Work]) -> str:
    """CSL-JSON, one item for each work, keys in alphabetical order."""
    hosts = {work.id: work for work in works}
    items = [_csl_item(work, hosts.get(work.host)) for work in works]
    return msgspec.json.format(msgspec.json.encode(items, order="sorted"), indent=1).decode() + "\n"


def _csl_item(work: Work, host: Work | None) -> dict[str, Any]:
    around = host or work
    item = {
        "id": work.id,
        "type": CSL_TYPES[work.kind],
        "title": work.title or work.shelfmark,
        "language": work.lang,
        "author": [_name(name) for name in work.authors],
        "editor": [_name(name) for name in around.editors],
        "translator": [_name(name) for name in around.translators],
        "container-title": host.title if host else work.journal,
        "publisher-place": "; ".join(around.places),
        "publisher": around.publisher,
        "edition": around.edition,
        "volume": work.volume,
        "issue": work.issue,
        "page": _PAGES.sub("", work.pages),
        "archive": work.repository,
        "archive_location": work.shelfmark,
        "issued": _issued(work.date or around.date),
        "note": f"translated title: {work.translated_title}" if work.translated_title else "",
    }
    return {key: value for key, value in item.items() if value}


def _name(name: str) -> dict[str, str]:
    """Family and given name of a person; a body, or a name that cannot be cut, as it is printed."""
    words = name.split()
    cut = is_person_name(name) and all(word[0].isupper() for word in words) and 1 < len(words) < 5
    family = parse(name).family if cut else ""
    if family and name.startswith(f"{family} "):
        return {"family": family, "given": name[len(family) + 1 :]}
    if family and name.endswith(f" {family}"):
        return {"family": family, "given": name[: -len(family) - 1]}
    return {"literal": name}


def _bibtex_name(name: str) -> str:
    """`Family, Given`; in braces what BibTeX must not cut."""
    parts = _name(name)
    return _escaped(f"{parts['family']}, {parts['given']}") if "family" in parts else f"{{{_escaped(name)}}}"


def _issued(date: str) -> dict[str, Any]:
    parts = [int(part) for part in date.split("-")] if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", date) else []
    return {"date-parts": [parts]} if parts else {}


def bibtex(works: Sequence[Work]) -> str:
    """BibTeX, one entry for each work. Keys are the ids."""
    hosts = {work.id: work for work in works}
    return "\n".join(_bibtex_entry(work, hosts.get(work.host)) for work in works)


def _bibtex_entry(work: Work, host: Work | None) -> str:
    around = host or work
    fields = {
        "author": " and ".join(map(_bibtex_name, work.authors)),
        "editor": " and ".join(map(_bibtex_name, around.editors)),
        "title": f"{{{_escaped(work.title or work.shelfmark)}}}",
        "booktitle": _escaped(host.title) if host else "",
        "journal": _escaped(work.journal),
        "address": _escaped("; ".join(around.places)),
        "publisher": _escaped(around.publisher),
        "edition": _escaped(around.edition),
        "volume": _escaped(work.volume),
        "number": _escaped(work.issue),
        "pages": _escaped(re.sub(r"\s?[-–—]\s?", "--", _PAGES.sub("", work.pages))),
        "year": "".join(_YEAR.findall(work.date or around.date)[:1]),
        "howpublished": _escaped(", ".join(part for part in (work.repository, work.shelfmark) if part)),
        "note": _escaped(f"[{work.translated_title}]") if work.translated_title else "",
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{BIBTEX_TYPES.get(work.kind, 'misc')}{{{work.id},\n{''.join(lines)}}}\n"


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL)


FORMATS: Mapping[str, Callable[[Sequence[Work]], str]] = {"csl": csl, "bibtex": bibtex}
"""Name of a format -> what writes it."""
