"""The summary as a page that needs nothing from elsewhere: a table that a click on a column sorts."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pipeline.runner.summary import Row

TIMES = ".work/times.js"
"""Seconds by document, beside the page; where it is missing, as in an attachment, the column stays empty."""
COLUMNS = {
    "document": "its edition",
    "grade": "A to D, from the worst pages and the certainty of the note calls",
    "pages": "",
    "not read": "pages that could not be read",
    "notes": "",
    "linked": "notes whose call was found",
    "low": "of the linked: with low certainty",
    "lost": "notes whose call was not found",
    "doubts": "things to look at; they are in the report",
    "seconds": "what the stages took when they last ran, the pages one after the other",
    "failure": "why there is no edition",
}
STYLE = """
:root { color-scheme: light dark; --ink: #222; --paper: #fff; --line: #ddd; --bad: #a40000; --over: #f3f3f3; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ddd; --paper: #181818; --line: #444; --bad: #ff9a8f; --over: #262626; }
  a { color: #8ab8ff; } a:visited { color: #c3a6ff; }
}
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; color: var(--ink); background: var(--paper); }
table { border-collapse: collapse; } th, td { padding: .3rem .7rem; border-bottom: 1px solid var(--line); }
th { position: sticky; top: 0; background: var(--paper); text-align: left; padding: 0; }
th button { font: inherit; font-weight: bold; color: inherit; background: none; border: 0; padding: .4rem .7rem;
  cursor: pointer; white-space: nowrap; }
th[aria-sort=ascending] button::after { content: " ↑"; } th[aria-sort=descending] button::after { content: " ↓"; }
td { vertical-align: top; } td:first-child { overflow-wrap: anywhere; min-width: 12rem; }
td:last-child { max-width: 34rem; overflow-wrap: anywhere; }
td.n { text-align: right; font-variant-numeric: tabular-nums; } tr.failed td { color: var(--bad); }
tr:hover td { background: var(--over); }
"""
# Empty cells go last; numbers go by size, words by the alphabet; a second click turns the order round.
SCRIPT = """
const body = document.querySelector("tbody");
const heads = [...document.querySelectorAll("th")];
const seconds = heads.findIndex(head => head.textContent === "seconds");
if (typeof times !== "undefined") for (const row of body.rows) {
  const time = times[row.cells[0].textContent];
  if (time !== undefined) row.cells[seconds].textContent = time.toFixed(1);
}
heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => {
  const up = head.getAttribute("aria-sort") !== "ascending";
  heads.forEach(other => other.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const words = new Intl.Collator("en", {numeric: true}), number = /^[0-9.]+$/;
  const by = (a, b) => number.test(a) && number.test(b) ? a - b : words.compare(a, b);
  const value = row => row.cells[column].textContent;
  const order = (a, b) => a === "" || b === "" ? (a === "") - (b === "") : (up ? 1 : -1) * by(a, b);
  body.append(...[...body.rows].sort((a, b) => order(value(a), value(b))));
}));
"""


def page_of(rows: "Iterable[Row]") -> bytes:
    """The page, in UTF-8."""
    rows = list(rows)
    heads = "".join(
        f'<th scope="col" title="{escape(meaning)}"><button type="button">{name}</button></th>'
        for name, meaning in COLUMNS.items()
    )
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8"><title>Editions</title>',
        '<meta name="viewport" content="width=device-width">',
        f"<style>{STYLE}</style></head><body>",
        f"<p>{_told(rows)} A click on a column sorts.</p>",
        f"<table><thead><tr>{heads}</tr></thead><tbody>",
        *(_row(row) for row in rows),
        f'</tbody></table><script src="{TIMES}"></script><script>{SCRIPT}</script></body></html>',
    ]
    return ("\n".join(parts) + "\n").encode("utf-8", "replace")


def _told(rows: "list[Row]") -> str:
    """As in ``100 documents, 10 failed; grade A: 71, B: 12, C: 4, D: 3``."""
    failed = sum(bool(row.failure) for row in rows)
    grades = ", ".join(f"{g}: {n}" for g in "ABCD" if (n := sum(row.grade == g for row in rows)))
    return f"{len(rows)} documents, {failed} failed{'; grade ' + grades if grades else ''}."


def _row(row: "Row") -> str:
    name = _link(row.result, row.doc) if row.result else escape(row.doc)
    numbers = [str(n) for n in (row.pages, row.failed_pages, row.notes, row.linked, row.low, row.lost)]
    doubts = _link(f"{row.doc}/report.json", str(row.doubts)) if row.result else ""
    cells = "".join(f'<td class="n">{cell}</td>' for cell in (*(numbers if not row.failure else [""] * 6), doubts, ""))
    start = '<tr class="failed">' if row.failure else "<tr>"
    return f"{start}<td>{name}</td><td>{row.grade}</td>{cells}<td>{escape(row.failure)}</td></tr>"


def _link(path: str, words: str) -> str:
    return f'<a href="{escape(quote(path))}">{escape(words)}</a>'
