"""How the cells of tables are found: ``python -m tests.bench.tables DIR [--regions] [--each]``.

DIR has the PDFs of the ICDAR 2013 table competition, each with its ``-str.xml`` beside it (they come with Tabula,
https://github.com/tabulapdf/tabula-java, and stay outside the project). What is counted are adjacency relations, as
there: every pair of neighbouring cells that are not blank, side by side or one under the other (Göbel, Hassan, Oro and
Orsi: A Methodology for Evaluating Algorithms for Table Understanding in PDF Documents, DocEng 2012). The whole process
finds the tables itself; with ``--regions`` it is told where they are, as in the competition's first part.
"""

import argparse
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import pypdfium2
from lxml import etree

from pipeline import segment
from pipeline.config import Settings
from pipeline.model import Lines
from pipeline.segment.body.table_cells import cells_of
from pipeline.segment.rows import Row, rows_of
from tests.bench.measuring import run_until

Relations = Counter[tuple[str, str, str]]
"""One cell's letters and digits, its neighbour's, and ``beside`` or ``under``."""
MARGIN = 3
"""Pixels around a region within which its words stand."""


class Area(NamedTuple):
    """A cell: the rows and columns that it fills, both ends included, and its letters and digits."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    text: str


class Region(NamedTuple):
    """A rectangle of a page, in points from its lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class Table(NamedTuple):
    """A table of the truth: its cells, and where it stands."""

    cells: list[Area]
    regions: list[Region]


class Tally(NamedTuple):
    """Relations that are right, given and wanted."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.given)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print precision and recall over all relations, and the mean of the documents."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.tables")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--regions", action="store_true", help="say where the tables are")
    parser.add_argument("--each", action="store_true", help="a row for each document")
    options = parser.parse_args(arguments)
    tallies = []
    with tempfile.TemporaryDirectory() as folder:
        for truth in sorted(options.folder.glob("*-str.xml")):
            pdf = truth.with_name(truth.name.replace("-str.xml", ".pdf"))
            if not pdf.exists():
                sys.stderr.write(f"{pdf.name} is not there\n")
                continue
            lines = msgspec.json.decode(
                (run_until("cleanup", pdf, Path(folder)) / "2-lines.json").read_bytes(), type=Lines
            )
            tables = tables_of(truth)
            found = _in_regions(pdf, lines, tables) if options.regions else _whole(lines)
            tallies.append(tally(found, sum((relations(table.cells) for table in tables), Counter())))
            if options.each:
                sys.stdout.write(f"| {pdf.stem} | {tallies[-1].precision:.3f} | {tallies[-1].recall:.3f} |\n")
    if not tallies:
        parser.error(f"no -str.xml in {options.folder}")
    sys.stdout.writelines(f"{row}\n" for row in _rows(tallies))
    return 0


def _rows(tallies: Sequence[Tally]) -> Iterator[str]:
    yield "| | P | R | |"
    yield "|---|---:|---:|---|"
    total = Tally(*(sum(column) for column in zip(*tallies, strict=True)))
    yield f"| all relations | {total.precision:.3f} | {total.recall:.3f} | {total.right} of {total.wanted} |"
    precision = sum(each.precision for each in tallies) / len(tallies)
    recall = sum(each.recall for each in tallies) / len(tallies)
    yield f"| mean of the documents | {precision:.3f} | {recall:.3f} | {len(tallies)} |"


def tally(given: Relations, wanted: Relations) -> Tally:
    """How many relations are right; one that stands twice counts twice."""
    return Tally((given & wanted).total(), given.total(), wanted.total())


def relations(cells: Sequence[Area]) -> Relations:
    """Every cell with the next one to the right and the next one below that are not blank."""
    full = [cell for cell in cells if cell.text]
    at = {
        (row, column): cell
        for cell in full
        for row in range(cell.first_row, cell.last_row + 1)
        for column in range(cell.first_column, cell.last_column + 1)
    }
    found: set[tuple[Area, Area, str]] = set()
    for (row, column), cell in at.items():
        beside = min((each for each in at if each[0] == row and each[1] > cell.last_column), default=None)
        under = min((each for each in at if each[1] == column and each[0] > cell.last_row), default=None)
        found |= {(cell, at[beside], "beside")} if beside else set()
        found |= {(cell, at[under], "under")} if under else set()
    return Counter((one.text, other.text, way) for one, other, way in found)


def tables_of(truth: Path) -> list[Table]:
    """The tables of one document's ``-str.xml``."""
    return [_table(node) for node in etree.parse(truth).getroot().iter("table")]


def _table(node: etree._Element) -> Table:
    cells, regions = [], []
    for region in node.iter("region"):
        down, across = int(region.get("row-increment") or 0), int(region.get("col-increment") or 0)
        boxes = []
        for cell in region.iter("cell"):
            row, column = int(cell.get("start-row", "0")), int(cell.get("start-col", "0"))
            cells.append(Area(
                row + down, int(cell.get("end-row") or row) + down, column + across,
                int(cell.get("end-col") or column) + across, letters(cell.findtext("content") or ""),
            ))  # fmt: skip
            boxes += [_box(box) for box in cell.iter("bounding-box")]
        if boxes:
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            page = int(region.get("page", "1"))
            regions.append(Region(page, min(lefts), min(bottoms), max(rights), max(tops)))
    return Table(cells, regions)


def _box(node: etree._Element) -> tuple[float, float, float, float]:
    """The corners; in one of them a letter stands for a digit."""
    left, bottom, right, top = (float(re.sub(r"\D", "0", node.get(name, "0"))) for name in ("x1", "y1", "x2", "y2"))
    return left, bottom, right, top


def letters(text: str) -> str:
    """What is compared of a cell: its letters and digits, in one case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def _whole(lines: Lines) -> Relations:
    """The relations of all tables that segment finds."""
    blocks = segment.run(lines, Settings()).blocks
    found: Relations = Counter()
    for block in blocks:
        found += relations([
            Area(cell.row, cell.row, cell.column, cell.column + cell.columns - 1,
                 letters(block.text[cell.start : cell.end]))
            for cell in block.cells
        ])  # fmt: skip
    return found


def _in_regions(pdf: Path, lines: Lines, tables: Sequence[Table]) -> Relations:
    """The relations of what stands in the regions of the truth."""
    document, pages = pypdfium2.PdfDocument(pdf), rows_of(lines)
    found: Relations = Counter()
    for table in tables:
        areas: list[Area] = []
        for region in table.regions:
            width, height = document[region.page - 1].get_size()
            scale = lines.pages[region.page - 1].width / width
            rows = [part for row in pages[region.page - 1] if (part := _inside(row, region, scale, height))]
            below = max((area.last_row for area in areas), default=-1) + 1
            areas += [
                Area(cell.row + below, cell.row + below, cell.column, cell.column + cell.columns - 1,
                     letters("".join(part.text for part in cell.parts)))
                for cell in cells_of(rows)
            ]  # fmt: skip
        found += relations(areas)
    return found


def _inside(row: Row, region: Region, scale: float, height: float) -> Row | None:
    """The part of a row whose words stand in a region."""
    left, right = region.left * scale - MARGIN, region.right * scale + MARGIN
    top, bottom = (height - region.top) * scale - MARGIN, (height - region.bottom) * scale + MARGIN
    words = [
        word
        for word in row.line.words
        if word.box
        and left <= (word.box.left + word.box.right) / 2 <= right
        and top <= (word.box.top + word.box.bottom) / 2 <= bottom
    ]
    return row.part(words[0].start - row.start, words[-1].end - row.start) if words else None


if __name__ == "__main__":
    sys.exit(main())
