"""A diff as one page of HTML that needs nothing from elsewhere: to attach to a report, or to send by mail."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from pipeline.compare.diff.changes import BY_NAME, Change, counted
from pipeline.compare.diff.documents import Diff, DocumentDiff

STYLE = """
body { font: 16px/1.5 Georgia, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; border-bottom: 1px solid #ccc; }
h3 { font-size: 1rem; margin-bottom: .2rem; }
li { margin: .15rem 0; } .place { color: #666; font-size: .85em; margin-left: .5em; }
.severe > h3 { color: #a40000; } .notable > h3 { color: #8a5a00; } .slight > h3 { color: #555; }
label { margin-right: 1em; } .trouble { color: #a40000; font-weight: bold; }
body.no-severe .severe, body.no-notable .notable, body.no-slight .slight { display: none; }
"""
SCRIPT = """
for (const box of document.querySelectorAll("input"))
  box.addEventListener("change", () => document.body.classList.toggle("no-" + box.value, !box.checked));
"""


def as_html(diff: Diff) -> str:
    """The page: a line of counts, boxes to hide a weight, and every document with its changes."""
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8"><title>scan2tei diff</title>',
        f"<style>{STYLE}</style></head><body>",
        "<h1>What is different</h1>",
        f"<p>{counted(diff.count, 'change')} in {counted(len(diff.documents), 'document')}.</p>",
        f"<p>{''.join(_box(weight, count) for weight, count in diff.by_weight().items())}</p>",
        *(line for document in diff.documents for line in _document(document)),
        f"<script>{SCRIPT}</script></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _box(weight: str, count: int) -> str:
    return f'<label><input type="checkbox" checked value="{weight}"> {count} {weight}</label>'


def _document(document: DocumentDiff) -> Iterator[str]:
    if not document.changes and not document.trouble:
        return
    yield f"<section><h2>{_escaped(document.doc)}</h2>"
    if document.trouble:
        yield f'<p class="trouble">{_escaped(document.trouble)}</p>'
    for kind, changes in groupby(document.changes, key=lambda change: change.kind):
        yield f'<div class="{BY_NAME[kind].weight}"><h3>{escape(BY_NAME[kind].title)}</h3><ul>'
        yield from (_item(change) for change in changes)
        yield "</ul></div>"
    yield "</section>"


def _item(change: Change) -> str:
    place = f'<span class="place">{_escaped(str(change.place))}</span>' if str(change.place) else ""
    return f"<li>{_escaped(change.sentence)}{place}</li>"


def _escaped(text: str) -> str:
    """Names of files may hold half characters, which no encoding takes."""
    return escape(text.encode("utf-8", "replace").decode())
