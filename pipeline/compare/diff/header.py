"""The header: every text and attribute with its path, and the words for those that an editor knows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.compare.diff.changes import Change, Place, quoted
from pipeline.compare.diff.comparison import Comparison
from pipeline.compare.diff.edition import Field
from pipeline.compare.tei_names import XML_ID, tei

ARTICLE = ("fileDesc/titleStmt", "fileDesc/sourceDesc", "profileDesc/abstract", "profileDesc/textClass")
"""Parts of the header that say something of the article; the others tell how the edition was made."""

WORDS = (
    ("titleStmt/title@level", "level of the title"),
    ("titleStmt/title", "title"),
    ("titleStmt/author", "author"),
    ("analytic/author", "author of the source"),
    ("analytic/title", "title of the source"),
    ("monogr/title", "journal"),
    ("idno[DOI]", "DOI"),
    ("idno[ISSN]", "ISSN"),
    ("idno", "identifier"),
    ("biblScope[volume]", "volume"),
    ("biblScope[issue]", "issue"),
    ("biblScope[page]", "pages"),
    ("imprint/date", "year"),
    ("publisher", "publisher"),
    ("profileDesc/abstract", "abstract"),
    ("keywords/term", "keyword"),
    ("langUsage", "language"),
)
"""Part of a path -> what an editor calls it; the first that fits."""


def read_header(root: Element) -> tuple[Field, ...]:
    """Every text and attribute of ``teiHeader``."""
    header = root.find(tei("teiHeader"))
    return () if header is None else tuple(_fields(header, ""))


def _fields(element: Element, path: str) -> Iterator[Field]:
    for key, value in sorted(element.attrib.items()):
        if key != XML_ID:
            yield Field(path=f"{path}@{etree.QName(key).localname}", value=str(value))
    pieces = [element.text or "", *(child.tail or "" for child in element)]
    text = " ".join(" ".join(pieces).split())
    if text:
        yield Field(path=path, value=text)
    for child in element.iterchildren(tag=etree.Element):
        kind = child.get("type") or child.get("unit") or ""
        step = etree.QName(child).localname + (f"[{kind}]" if kind else "")
        yield from _fields(child, f"{path}/{step}" if path else step)


def header_changes(comparison: Comparison) -> Iterator[Change]:
    """What the two headers say differently, a change for each path."""
    before, after = _by_path(comparison.old.header), _by_path(comparison.new.header)
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path):
            yield _change(path, before.get(path, []), after.get(path, []))


def _by_path(fields: Iterable[Field]) -> dict[str, list[str]]:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for field in fields:
        values[field.path].append(field.value)
    return values


def _change(path: str, before: list[str], after: list[str]) -> Change:
    gone = "; ".join(value for value in before if value not in after) or "; ".join(before)
    come = "; ".join(value for value in after if value not in before) or "; ".join(after)
    name = next((words for part, words in WORDS if part in path), path)
    return Change(
        kind="metadata" if path.startswith(ARTICLE) else "header",
        sentence=f"{name}: {shift(gone, come)}",
        place=Place(where="header"),
        old=gone,
        new=come,
    )


def shift(old: str, new: str) -> str:
    """``“1958” → “1953”``, ``“1958” is gone``, ``“1953” was added``."""
    if not old:
        return f"{quoted(new)} was added"
    return f"{quoted(old)} → {quoted(new)}" if new else f"{quoted(old)} is gone"
