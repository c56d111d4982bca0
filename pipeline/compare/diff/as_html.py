"""A diff as one page of HTML that needs nothing from elsewhere: to attach to a report, or to send by mail."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from pipeline.compare.diff.changes import BY_NAME, Change, counted
from pipeline.compare.diff.documents import Diff, DocumentDiff

STYLE = """
:root { color-scheme: light dark; --ink: #222; --paper: #fff; --line: #ccc; --pale: #666;
  --severe: #a40000; --notable: #8a5a00; --slight: #555; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ddd; --paper: #181818; --line: #444; --pale: #999;
    --severe: #ff9a8f; --notable: #e6b450; --slight: #aaa; }
  a { color: #8ab8ff; } a:visited { color: #c3a6ff; }
}
body { font: 16px/1.5 Georgia, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink);
  background: var(--paper); }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin-bottom: .2rem; }
li { margin: .15rem 0; } .place { color: var(--pale); font-size: .85em; margin-left: .5em; }
nav a { margin-right: 1em; overflow-wrap: anywhere; }
.severe > h3 { color: var(--severe); } .notable > h3 { color: var(--notable); } .slight > h3 { color: var(--slight); }
label { margin-right: 1em; } .trouble { color: var(--severe); font-weight: bold; }
body.no-severe .severe, body.no-notable .notable, body.no-slight .slight { display: none; }
"""
SCRIPT = """
const shown = part => getComputedStyle(part).display !== "none";
for (const box of document.querySelectorAll("input"))
  box.addEventListener("change", () => {
    document.body.classList.toggle("no-" + box.value, !box.checked);
    // A document of which nothing is shown would be a heading without a text.
    for (const section of document.querySelectorAll("section")) {
      section.hidden = false;
      section.hidden = ![...section.querySelectorAll("div, .trouble")].some(shown);
    }
  });
"""


def as_html(diff: Diff) -> str:
    """The page: a line of counts, boxes to hide a weight, and every document with its changes."""
    numbered = [(number, each) for number, each in enumerate(diff.documents, 1) if each.changes or each.trouble]
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8"><title>scan2tei diff</title>',
        f"<style>{STYLE}</style></head><body>",
        "<h1>What is different</h1>",
        f"<p>{counted(diff.count, 'change')} in {len(numbered)} of {counted(len(diff.documents), 'document')}.</p>",
        f"<p>{''.join(_box(weight, count) for weight, count in diff.by_weight().items())}</p>",
        *_contents(numbered),
        *(line for number, document in numbered for line in _document(number, document)),
        f"<script>{SCRIPT}</script></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _box(weight: str, count: int) -> str:
    return f'<label><input type="checkbox" checked value="{weight}"> {count} {weight}</label>'


def _contents(numbered: list[tuple[int, DocumentDiff]]) -> Iterator[str]:
    """A link to every document that changed, if they are several."""
    if len(numbered) > 1:
        links = (f'<a href="#d{number}">{_escaped(each.doc)} ({len(each.changes)})</a>' for number, each in numbered)
        yield f"<nav>{' '.join(links)}</nav>"


def _document(number: int, document: DocumentDiff) -> Iterator[str]:
    yield f'<section id="d{number}"><h2>{_escaped(document.doc)}</h2>'
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
