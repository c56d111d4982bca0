"""How well page images are read: each reader alone, both together, and how the reading falls off with dirt and dots.

``python -m tests.bench.readers [--only NAME] [--jtei N]`` prints the table of readers, ``--decline`` the CER by
resolution and damage. The truth of a page is the text layer of the clean PDF from which it was scanned; with ``--truth
DIR SOURCE`` it is what somebody read on the pages of a scan (``tests.bench.page_truth``). Raised note calls are left
out on both sides, since the bench of the editions judges them; those that were seen are counted.
"""

import argparse
import re
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
from PIL import Image
from rapidfuzz.distance import Levenshtein

from pipeline.config import Settings
from pipeline.errors import SourceError
from pipeline.model import Line, Page, Word
from pipeline.ocr.collation.cuttings import read_run
from pipeline.ocr.collation.doubtful_words import Run
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.lines.layout import reading_order
from pipeline.ocr.page_image.preparation import Prepared, prepare
from pipeline.ocr.pdf_text import text_layer
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord
from pipeline.ocr.scan import read_scan
from pipeline.readers import BOTH, TESSERACT
from tests.bench.cases import Case, jtei, specimens
from tests.bench.page_truth import pages_read
from tests.bench.plot import Curve, plot
from tests.press.layout import LAYOUTS
from tests.press.preparing import read_article
from tests.press.scanner import LEVELS, scan
from tests.press.typeset import typeset

DPI = 300
RESOLUTIONS = (400, 300, 200, 150)
DECLINE = ("lantern-dues-a-light", "clock-court-f-medium")
"""Printings of which the decline is shown, and the pages of each."""
DECLINE_PAGES = slice(1, 4)
HEADS = ("document", "Tesseract", "RapidOCR on its lines", "both", "both, folded", "calls seen", "labels seen", "false",
         "CPU s/page, Tesseract", "both")  # fmt: skip
BESIDE = 2
"""Characters between a printed mark and the place where it is seen: punctuation that one side has lost."""
PLAIN = str.maketrans("“”‘’–—", "\"\"''--")


class Sheet(NamedTuple):
    """One scanned page and its truth."""

    image: bytes
    dpi: int
    truth: tuple[Line, ...]


class Score(NamedTuple):
    """What a reader made of pages: edits and length in characters, with quotes and dashes as read and folded."""

    edits: int = 0
    folded: int = 0
    length: int = 0
    calls: int = 0
    """Raised signs that are printed in the text, and those of them that were seen."""
    calls_seen: int = 0
    labels: int = 0
    """Raised signs that are printed before notes, and those of them that were seen."""
    labels_seen: int = 0
    false: int = 0
    seconds: float = 0.0
    pages: int = 0

    def plus(self, other: "Score") -> "Score":
        """Both together."""
        return Score._make(one + two for one, two in zip(self, other, strict=True))


class Raised(NamedTuple):
    """A raised sign in running text without spaces and without raised signs."""

    offset: int
    is_label: bool
    """Whether nothing stands before it on its line, as before a note."""


def main(arguments: list[str] | None = None) -> int:
    """Print the tables that are asked for; 2 if no document is."""
    options = _parser().parse_args(arguments)
    if options.truth:
        return _of_scan(*options.truth)
    every = chain(specimens(), jtei(options.jtei) if options.jtei else ())
    cases = [case for case in every if case.scan and options.only in case.name]
    if options.decline:
        sys.stdout.write(_decline([case for case in cases if case.name in DECLINE], options.plots))
        return 0
    if not cases:
        sys.stderr.write(f"no scanned document is called {options.only!r}; see tests/bench/cases.py\n")
        return 2
    sys.stdout.write(_table((case.name, sheets(case, DPI, case.scan)) for case in cases))
    return 0


def sheets(case: Case, dpi: int, damage: str) -> Iterator[Sheet]:
    """The pages of a printing, scanned."""
    if case.article is None:
        return
    printed = typeset(read_article(case.article), LAYOUTS[case.layout])
    with TemporaryDirectory() as folder, pdfium.PdfDocument(printed.pdf) as document:
        path = Path(folder) / "printed.pdf"
        path.write_bytes(printed.pdf)
        for number, image in enumerate(scan(printed.pdf, LEVELS[damage], dpi, f"{case.name}-{dpi}-{damage}")):
            lines, _ = text_layer.read(document[number], path, number + 1, text_layer.DPI)
            yield Sheet(image, dpi, lines)


def _of_scan(truth: Path, source: Path) -> int:
    """Print the table of a scan whose pages somebody read; 2 if the two do not fit."""
    try:
        read = [Sheet(page.image, DPI, page.lines) for page in pages_read(truth, source, DPI)]
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(_table([(source.stem, read)]))
    return 0


def _table(documents: Iterable[tuple[str, Iterable[Sheet]]]) -> str:
    rows = [f"| {' | '.join(HEADS)} |", "|---" * len(HEADS) + "|"]
    totals = [Score(), Score(), Score()]
    for name, pages in documents:
        scores = [Score(), Score(), Score()]
        for sheet in pages:
            found = _scores(sheet)
            scores = [one.plus(two) for one, two in zip(scores, found, strict=True)]
        totals = [one.plus(two) for one, two in zip(totals, scores, strict=True)]
        rows.append(_row(name, *scores))
    return "\n".join([*rows, _row("all", *totals)]) + "\n"


def _row(name: str, first: Score, second: Score, both: Score) -> str:
    seen = f"{both.calls_seen}/{both.calls} | {both.labels_seen}/{both.labels}"
    rates = " | ".join(f"{100 * score.edits / score.length:.2f} %" for score in (first, second, both))
    folded = f"{100 * both.folded / both.length:.2f} %"
    pace = f"{first.seconds / first.pages:.2f} | {both.seconds / both.pages:.2f}"
    return f"| {name} | {rates} | {folded} | {seen} | {both.false} | {pace} |"


def _scores(sheet: Sheet) -> tuple[Score, Score, Score]:
    """Tesseract alone, the second reader alone on the lines that Tesseract finds, and both."""
    prepared, once = _prepared(sheet)
    first, took = _timed(prepared, TESSERACT)
    both, longer = _timed(prepared, BOTH)
    second = _read_whole(prepared.grey, both)
    return (
        _score(sheet.truth, first.lines, once + took),
        _score(sheet.truth, second, once),
        _score(sheet.truth, both.lines, once + longer),
    )


def _prepared(sheet: Sheet) -> tuple[Prepared, float]:
    with Image.open(BytesIO(sheet.image)) as image:
        grey = np.asarray(image.convert("L"))
    began = _clock()
    return prepare(grey, sheet.dpi), _clock() - began


def _timed(prepared: Prepared, readers: str) -> tuple[Page, float]:
    began = _clock()
    page = read_scan(prepared, Settings(readers=readers))
    return page, _clock() - began


def _clock() -> float:
    """Processor seconds of this process and of the programs that it called."""
    used = time.process_time()
    try:
        import resource
    except ImportError:
        return used
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used + children.ru_utime + children.ru_stime


def _read_whole(grey: Grey, page: Page) -> tuple[Line, ...]:
    """Every line of the page by the second reader, raised marks left out."""
    lines = []
    for line in page.lines:
        if line.box is None or line.baseline is None:
            continue
        word = ReadWord((ReadChar("x", line.box, 1.0),), line.box, 1.0)
        kind = LineType(0.0, float(line.baseline), line.size / 2)
        glyphs = read_run(grey, ReadLine((word,), line.box, 0.0, 0.0), kind, [], Run(0, 1))
        raised = [mark.box for mark in line.marks]
        kept = [g.text for g in glyphs if not any(b.left - 3 <= g.x <= b.right + kind.x_height for b in raised)]
        words = "".join(kept).split()
        if words:
            made = tuple(Word(text=text, box=line.box) for text in words)
            lines.append(Line(words=made, box=line.box, baseline=line.baseline, size=line.size, column=line.column))
    return tuple(reading_order(lines))


def _score(truth: Sequence[Line], read: Sequence[Line], seconds: float) -> Score:
    wanted, given = _text(truth), _text(read)
    edits = Levenshtein.distance(wanted, given)
    folded = Levenshtein.distance(wanted.translate(PLAIN), given.translate(PLAIN))
    return Score(edits, folded, len(wanted), *raised(truth, read), seconds, 1)


def _text(lines: Sequence[Line]) -> str:
    text = " ".join(word for line in lines for word in _words(line) if word)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _words(line: Line) -> Iterator[str]:
    """The words of a line without their raised marks."""
    for index, word in enumerate(line.words):
        text = word.text
        own = (mark for mark in line.marks if mark.word == index)
        for mark in sorted(own, key=lambda one: one.start, reverse=True):
            text = text[: mark.start] + text[mark.end :]
        yield text


def raised(truth: Sequence[Line], read: Sequence[Line]) -> tuple[int, int, int, int, int]:
    """Calls printed and seen, labels of notes printed and seen, and marks seen where none is printed.

    Spaces are left out, for a reader often draws a label and the first word of its note together.
    """
    (wanted, printed), (given, found) = _flow(truth), _flow(read)
    place = _places(wanted, given)
    left = list(found)
    seen = []
    for mark in printed:
        first, last = place[mark.offset]
        near = [o for o in left if first <= o.offset <= last or _is_beside(first, last, o.offset, given)]
        hit = min(near, key=lambda other: abs(other.offset - last), default=None)
        if hit:
            left.remove(hit)
            seen.append(mark)
    labels, labels_seen = (sum(mark.is_label for mark in marks) for marks in (printed, seen))
    return len(printed) - labels, len(seen) - labels_seen, labels, labels_seen, len(left)


def _flow(lines: Sequence[Line]) -> tuple[str, list[Raised]]:
    """The text without spaces and raised signs, and the places of these."""
    text, marks = "", []
    for line in lines:
        begin = len(text)
        marks += [Raised(begin, True) for mark in line.marks if mark.word < 0]
        for index, word in enumerate(line.words):
            done = 0
            for mark in sorted((mark for mark in line.marks if mark.word == index), key=lambda one: one.start):
                text += word.text[done : mark.start]
                marks.append(Raised(len(text), len(text) == begin))
                done = max(done, mark.end)
            text += word.text[done:]
    return text, marks


def _places(wanted: str, given: str) -> list[tuple[int, int]]:
    """Where in what was read each place of the truth lies: before and after what only the reader has there."""
    places = [(len(given), 0)] * (len(wanted) + 1)
    for op in Levenshtein.opcodes(wanted, given):
        for offset in range(op.src_start, op.src_end + 1):
            here = min(op.dest_start + offset - op.src_start, op.dest_end)
            end = op.dest_end if offset == op.src_end else here
            places[offset] = min(places[offset][0], here), max(places[offset][1], end)
    return places


def _is_beside(first: int, last: int, other: int, text: str) -> bool:
    between = text[other:first] if other < first else text[last:other]
    return len(between) <= BESIDE and not any(char.isalpha() for char in between)


def _decline(cases: Sequence[Case], plots: Path | None) -> str:
    rows = ["| document, damage | " + " | ".join(f"{dpi} dpi" for dpi in RESOLUTIONS) + " |", "|---" * 5 + "|"]
    curves = []
    # Curves beside each other in the key are of one damage.
    for damage in ("light", "medium", "heavy"):
        for case in cases:
            cells: list[str] = []
            points: list[tuple[float, float]] = []
            for dpi in RESOLUTIONS:
                scores = [_of_page(sheet) for sheet in list(sheets(case, dpi, damage))[DECLINE_PAGES]]
                edits, length = sum(one.edits for one in scores), sum(one.length for one in scores)
                cells.append(f"{100 * edits / length:.2f} %")
                points.append((len(points) / (len(RESOLUTIONS) - 1), 1 - edits / length))
                sys.stderr.write(f"{case.name} {damage} {dpi} dpi: {cells[-1]}\n")
            rows.append(f"| {case.article.name.split('.')[0] if case.article else ''} {case.layout}, {damage} | "
                        + " | ".join(cells) + " |")  # fmt: skip
            curves.append(Curve(f"{case.name.rsplit('-', 1)[0]}, {damage}", tuple(points)))
    if plots:
        steps = [f"{dpi} dpi" for dpi in RESOLUTIONS]
        svg = plot("Characters right by resolution and damage", "resolution", "share right", curves, steps)
        plots.mkdir(parents=True, exist_ok=True)
        (plots / "readers-decline.svg").write_text(svg, encoding="utf-8")
    return "\n".join(rows) + "\n"


def _of_page(sheet: Sheet) -> Score:
    prepared, once = _prepared(sheet)
    page, took = _timed(prepared, BOTH)
    return _score(sheet.truth, page.lines, once + took)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.readers", description=__doc__)
    parser.add_argument("--only", default="", metavar="NAME", help="only documents whose name holds this")
    parser.add_argument("--jtei", type=int, nargs="?", const=4, default=0, metavar="N", help="and N articles of jTEI")
    parser.add_argument("--plots", type=Path, metavar="DIR", help="with --decline: write the curves as SVG")
    parser.add_argument(
        "--truth", type=Path, nargs=2, metavar=("DIR", "SOURCE"), help="a scan whose pages were read by eye"
    )
    parser.add_argument("--decline", action="store_true", help="CER by resolution and damage")
    return parser


if __name__ == "__main__":
    sys.exit(main())
