"""Dumps as different programs write them: the born-digital printings as text, in each program's way.

What is printed is the same; how a program writes blank lines, pages, raised calls and labels, and columns differs.
Where the notes begin is asked of the text layer, which loses none of them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from pipeline import segment
from pipeline.model import Article, Block, Line, Note, Page, Pages
from pipeline.ocr.dumps.reading import read_dump
from tests.bench.witnesses import SETTINGS, Witness, blank_lines, leading_of, mended

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
CALLS: dict[str, Callable[[str], str]] = {
    "glued": str,
    "¹²": lambda number: number.translate(RAISED),
    "^12": lambda number: f"^{number}",
    "$^{12}$": lambda number: f"$^{{{number}}}$",
    "<sup>": lambda number: f"<sup>{number}</sup>",
    "[12]": lambda number: f"[{number}]",
    "(12)": lambda number: f"({number})",
    "apart": lambda number: f" {number}",
}
LABELS: dict[str, Callable[[str, str], str]] = {
    "12. See": lambda number, rest: f"{number}. {rest}",
    "12 See": lambda number, rest: f"{number} {rest}",
    "12See": lambda number, rest: f"{number}{rest}",
    "¹² See": lambda number, rest: f"{number.translate(RAISED)} {rest}",
    "^12 See": lambda number, rest: f"^{number} {rest}",
    "own line": lambda number, rest: f"{number}\n{rest}",
    "lost": lambda _number, rest: rest,
}


@dataclass(frozen=True, slots=True)
class Form:
    """How a program writes a dump."""

    name: str
    blank: str = "gaps"
    """Blank lines: at ``gaps`` of the page, before every ``paragraph``, after every ``line``, or ``never``."""
    feeds: str = "\f"
    """What stands between two pages; ``mark`` for ``--- Page 3 ---``."""
    call: str = "glued"
    label: str = "12. See"
    unwrapped: bool = False
    """Every paragraph on one line."""
    side_by_side: bool = False
    """Columns line by line, as ``pdftotext -layout`` sets them."""


FORMS = (
    Form("gaps and form feeds (Tesseract)"),
    Form("no form feeds", feeds="\n\n"),
    Form("blank line before every paragraph (archive.org)", blank="paragraph"),
    Form("the same, no form feeds (Google Vision)", blank="paragraph", feeds="\n\n"),
    Form("blank line after every line", blank="line"),
    Form("no blank line", blank="never", feeds="\n"),
    Form("a paragraph a line (FineReader)", blank="paragraph", unwrapped=True),
    Form("pages counted in the text", feeds="mark"),
    *(Form(f"calls {call}", call=call) for call in CALLS if call != "glued"),
    *(Form(f"labels {label}", label=label) for label in LABELS if label != "12. See"),
)
TWO_COLUMNS = (Form("columns in sequence"), Form("columns side by side", side_by_side=True))


def in_form(witness: Witness, form: Form, folder: Path) -> Witness:
    """The witness of a text layer as a dump in a form."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{re.sub(r'[^a-z0-9]+', '-', f'{witness.name} {form.name}')}.txt"
    path.write_text(text_in_form(witness, form), encoding="utf-8")
    return replace(witness, name=f"{witness.name} {form.name}", pages=Pages(doc=witness.name, pages=read_dump(path)))


def text_in_form(witness: Witness, form: Form) -> str:
    """What a program that writes this form writes of a text layer."""
    parts = _Parts(segment.run(mended(witness.pages), SETTINGS))
    sheets = [
        "\n".join(_side_by_side(page, form) if form.side_by_side else _rows(page, form, parts)) + "\n"
        for page in witness.pages.pages
    ]
    if form.feeds != "mark":
        return form.feeds.join(sheets)
    return "".join(f"--- Page {number} ---\n\n{sheet}\n" for number, sheet in enumerate(sheets, 1))


class _Parts:
    """What the lines of the text layer belong to, by page and line."""

    def __init__(self, article: Article) -> None:
        parts: list[Block | Note] = [*article.blocks, *article.notes]
        self.of = {(piece.page, piece.line): part.id for part in parts for piece in part.pieces}
        self.first = {(part.pieces[0].page, part.pieces[0].line) for part in parts}
        notes = (note for note in article.notes if note.label.isdigit())
        self.labelled = {(note.pieces[0].page, note.pieces[0].line) for note in notes}


def _rows(page: Page, form: Form, parts: _Parts) -> list[str]:
    rows: list[str] = []
    leading = leading_of(page.lines)
    for index, line in enumerate(page.lines):
        place, previous = (page.number, index), page.lines[index - 1] if index else None
        text = _text(line, form)
        if place in parts.labelled:
            text = _labelled(text, form)
        part = parts.of.get(place)
        begins = place in parts.first or part is None or part != parts.of.get((page.number, index - 1))
        if form.unwrapped and rows and not begins:
            above = rows.pop()
            rows.append(above[:-1] + text if above.endswith("-") else f"{above} {text}")
            continue
        gap = blank_lines(previous, line, leading)
        rows += [""] * {"gaps": gap, "paragraph": int(begins and index > 0), "line": 1, "never": 0}[form.blank]
        rows.append(text)
    return rows


def _text(line: Line, form: Form) -> str:
    """The words of a line; raised numbers in the text as the form writes them, labels bare."""
    words = [word.text for word in line.words]
    for mark in sorted(line.marks, key=lambda mark: (mark.word, -mark.start)):
        word = words[mark.word]
        number = word[mark.start : mark.end]
        if number.isdigit() and (mark.word, mark.start) != (0, 0):
            words[mark.word] = word[: mark.start] + CALLS[form.call](number) + word[mark.end :]
    return " ".join(words)


def _labelled(text: str, form: Form) -> str:
    found = re.match(r"(\d{1,3})\.?\s*(?=\S)", text)
    return LABELS[form.label](found[1], text[found.end() :]) if found else text


def _side_by_side(page: Page, form: Form) -> list[str]:
    """The lines of the page on a grid of characters, so narrow that none runs into what stands right of it."""
    boxed = [(line, line.box) for line in page.lines if line.box]
    long = [box.width / len(line.text) for line, box in boxed if len(line.text) > 25]
    grid = min(long, default=1.0)
    rows: list[tuple[float, str]] = []
    for line, box in sorted(boxed, key=lambda each: (each[0].baseline or each[1].bottom, each[1].left)):
        foot, column = float(line.baseline or box.bottom), int(box.left / grid)
        if rows and foot - rows[-1][0] <= 0.4 * box.height and len(rows[-1][1]) + 2 < column:
            rows[-1] = rows[-1][0], rows[-1][1].ljust(column) + _text(line, form)
        else:
            rows.append((foot, " " * column + _text(line, form)))
    steps = sorted(two[0] - one[0] for one, two in pairwise(rows))
    leading = steps[len(steps) // 2] if steps else 0.0
    spaced: list[str] = []
    for place, (foot, text) in enumerate(rows):
        parted = place > 0 and foot - rows[place - 1][0] > 1.6 * leading
        spaced += ["", text] if parted else [text]
    return spaced
