"""A diff as text, JSON or JUnit's XML; the page in HTML has a module of its own."""

from collections.abc import Callable, Iterator
from itertools import groupby
from xml.sax.saxutils import quoteattr

import msgspec

from pipeline.compare.diff.as_html import as_html
from pipeline.compare.diff.changes import BY_NAME, Change, counted
from pipeline.compare.diff.documents import Diff, DocumentDiff


def as_text(diff: Diff) -> str:
    """Every document with its changes, grouped by weight and kind; nothing at all if nothing is different."""
    parts = [part for document in diff.documents for part in _document(document)]
    if diff.count:
        parts.append(_total(diff))
    return "".join(f"{line}\n" for line in parts)


def _total(diff: Diff) -> str:
    weights = ", ".join(f"{count} {weight}" for weight, count in diff.by_weight().items())
    changed = sum(bool(document.changes) for document in diff.documents)
    documents = f"{changed} of {counted(len(diff.documents), 'document')}"
    return f"{counted(diff.count, 'change')} in {documents}: {weights}"


def _document(document: DocumentDiff) -> Iterator[str]:
    if document.changes:
        yield f"{document.doc}: {counted(len(document.changes), 'change')}"
    for kind, changes in groupby(document.changes, key=lambda change: change.kind):
        yield f"  {BY_NAME[kind].title} ({kind}, {BY_NAME[kind].weight})"
        yield from (f"    {_line(change)}" for change in changes)
    if document.changes:
        yield ""


def _line(change: Change) -> str:
    """The sentence, and where, as far as the sentence does not say so."""
    place = change.place
    page = (
        str(msgspec.structs.replace(place, where="")) if place.where and place.where in change.sentence else str(place)
    )
    shown = f"  [{page}]" if page and f"page {place.folio}" not in change.sentence else ""
    return f"{change.sentence}{shown}"


def as_json(diff: Diff) -> str:
    """The same for programs: documents, each with its changes and their weights."""
    documents = [
        {
            "doc": document.doc,
            **({"trouble": document.trouble} if document.trouble else {}),
            "changes": [{"weight": c.weight.value, **msgspec.to_builtins(c)} for c in document.changes],
        }
        for document in diff.documents
    ]
    counts = {"documents": len(diff.documents), "changes": diff.count, **diff.by_weight()}
    content = msgspec.json.encode({"counts": counts, "documents": documents}, order="sorted")
    return msgspec.json.format(content, indent=1).decode() + "\n"


def as_junit(diff: Diff) -> str:
    """A test case for each document: it fails with its changes, and is an error where it could not be compared.

    The format: https://github.com/testmoapp/junitxml
    """
    failed = sum(bool(document.changes) for document in diff.documents)
    counts = f'tests="{len(diff.documents)}" failures="{failed}" errors="{len(diff.troubles)}"'
    cases = "".join(_case(document) for document in diff.documents)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return (
        f'{head}<testsuites {counts}>\n<testsuite name="scan2tei diff" {counts}>\n{cases}</testsuite>\n</testsuites>\n'
    )


def _case(document: DocumentDiff) -> str:
    start = f'<testcase classname="editions" name={quoteattr(_clean(document.doc))}'
    if document.trouble:
        return f"{start}><error message={quoteattr(_clean(document.trouble))}/></testcase>\n"
    if not document.changes:
        return f"{start}/>\n"
    message = quoteattr(counted(len(document.changes), "change"))
    lines = "\n".join(f"{change.weight}: {_line(change)}" for change in document.changes)
    text = _clean(lines).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"{start}><failure message={message}>{text}</failure></testcase>\n"


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 does not allow; file names may have them."""
    return "".join(char if char >= " " or char in "\n\t" else "\ufffd" for char in text).replace("\ufffe", "\ufffd")


FORMATS: dict[str, Callable[[Diff], str]] = {
    "text": as_text,
    "json": as_json,
    "html": as_html,
    "junit": as_junit,
}
