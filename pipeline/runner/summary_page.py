"""The summary as a page that needs nothing from elsewhere: a table that a click on a column sorts."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pipeline.runner.summary import Row

COLUMNS = {
    "document": "",
    "grade": "A to D, from the worst pages and the certainty of the note calls",
    "pages": "",
    "not read": "pages that could not be read",
    "notes": "",
    "linked": "notes whose call was found",
    "low": "of the linked: with low certainty",
    "lost": "notes whose call was not found",
    "doubts": "things to look at; they are in the report",
    "report": "",
    "failure": "why there is no edition",
}
STYLE = """
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; color: #222; }
table { border-collapse: collapse; } th, td { padding: .3rem .7rem; border-bottom: 1px solid #ddd; text-align: left; }
th { cursor: pointer; user-select: none; position: sticky; top: 0; background: #fff; } td.n { text-align: right; }
tr.failed td { color: #a40000; } tr:hover { background: #f4f4f4; }
"""
# Empty cells go last; numbers go by size, words by the alphabet; a second click turns the order round.
SCRIPT = """
const body = document.querySelector("tbody");
document.querySelectorAll("th").forEach((head, column) => head.addEventListener("click", () => {
  const down = head.dataset.down = head.dataset.down === "1" ? "0" : "1";
  const value = row => row.cells[column].textContent;
  const order = (a, b) => a === "" || b === "" ? (a === "") - (b === "")
    : (down === "1" ? 1 : -1) * a.localeCompare(b, "en", {numeric: true});
  [...body.rows].sort((a, b) => order(value(a), value(b))).forEach(row => body.append(row));
}));
"""


def page_of(rows: "Iterable[Row]") -> bytes:
    """The page, in UTF-8."""
    rows = list(rows)
    failed = sum(bool(row.failure) for row in rows)
    heads = "".join(f'<th title="{escape(meaning)}">{name}</th>' for name, meaning in COLUMNS.items())
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8"><title>Editions</title>',
        f"<style>{STYLE}</style></head><body>",
        f"<p>{len(rows)} documents, {failed} failed. A click on a column sorts.</p>",
        f"<table><thead><tr>{heads}</tr></thead><tbody>",
        *(_row(row) for row in rows),
        f"</tbody></table><script>{SCRIPT}</script></body></html>",
    ]
    return ("\n".join(parts) + "\n").encode("utf-8", "replace")


def _row(row: "Row") -> str:
    name = _link(row.result, row.doc) if row.result else escape(row.doc)
    report = _link(f"{row.doc}/report.json", "report") if row.result else ""
    numbers = (row.pages, row.failed_pages, row.notes, row.linked, row.low, row.lost, row.doubts)
    cells = "".join(f'<td class="n">{"" if row.failure else number}</td>' for number in numbers)
    start = '<tr class="failed">' if row.failure else "<tr>"
    return f"{start}<td>{name}</td><td>{row.grade}</td>{cells}<td>{report}</td><td>{escape(row.failure)}</td></tr>"


def _link(path: str, words: str) -> str:
    return f'<a href="{escape(quote(path))}">{escape(words)}</a>'
