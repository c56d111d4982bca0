"""``python -m tests.house.pace``: the start, a born-digital article, and where the time of a scanned one goes.

The articles are those of ../shared where it is there, else specimens of the project. A scanned article is read by one
worker, so that the clock can be divided: what is not the reading of pages is everything but OCR.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from tests.conftest import ROOT
from tests.house.measuring import scan2tei
from tests.press.layout import LAYOUTS
from tests.press.page_images import page_image_pdf
from tests.press.preparing import read_article
from tests.press.scanner import LEVELS, scan
from tests.press.typeset import typeset

SHARED = ROOT.parent / "shared"
SPECIMEN = ROOT / "tests" / "specimens" / "lantern-dues.tei.xml"
JTEI = SHARED / "data" / "jtei" / "jtei-8-haaf-source.xml"
SCANNED = SHARED / "article" / "shen-xia-2011.pdf"
START, BORN_DIGITAL, NOT_OCR = 0.3, 3.0, 0.1
"""Seconds, seconds, and the share of a run: the most that each may take."""
TIMES = 3


def start(option: str) -> tuple[float, float]:
    """Seconds by the clock and of the processor that an answer takes, the quickest of some."""
    costs = [scan2tei(option) for _ in range(TIMES)]
    return min(cost.seconds for cost in costs), min(cost.cpu for cost in costs)


def born_digital(folder: Path) -> tuple[int, float, float]:
    """Pages, seconds and processor seconds of an article with a text layer, two workers."""
    article = JTEI if JTEI.is_file() else SPECIMEN
    (folder / "born.pdf").write_bytes(typeset(read_article(article), LAYOUTS["d"]).pdf)
    costs = [scan2tei("run", folder / "born.pdf", "--out", folder / f"born-{n}", "--jobs", "2") for n in range(TIMES)]
    pages = len(pypdfium2.PdfDocument(folder / "born.pdf"))
    return pages, min(cost.seconds for cost in costs), min(cost.cpu for cost in costs)


def shares(folder: Path) -> Iterator[tuple[str, float]]:
    """What the parts of a run over a scanned article took, in seconds by the clock; one worker."""
    source = SCANNED
    if not source.is_file():
        source = folder / "scanned.pdf"
        pages = scan(typeset(read_article(SPECIMEN), LAYOUTS["a"]).pdf, LEVELS["light"], 300, "scanned")
        source.write_bytes(page_image_pdf(pages, 300))
    cost = scan2tei("run", source, "--out", folder / "scanned", "--jobs", "1")
    if cost.code:
        raise SystemExit(cost.err)
    stages = json.loads(next((folder / "scanned").glob("*/.work/timings.json")).read_bytes())["stages"]
    yield "whole run", cost.seconds
    yield from stages.items()
    yield "start, loading, checking, writing", cost.seconds - sum(stages.values())


def main() -> int:
    """Print the tables; 1 if one of the three takes more than it may."""
    wrong = False
    with tempfile.TemporaryDirectory() as name:
        for option in ("--version", "--help"):
            seconds, cpu = start(option)
            wrong |= cpu > START
            sys.stdout.write(f"{option}: {seconds:.2f} s, processor {cpu:.2f} s\n")
        pages, seconds, cpu = born_digital(Path(name))
        wrong |= seconds > BORN_DIGITAL
        sys.stdout.write(f"born-digital article of {pages} pages: {seconds:.2f} s, processor {cpu:.2f} s\n\n")
        (_, whole), *parts = shares(Path(name))
    sys.stdout.write("| part of the run | seconds | share |\n|---|---|---|\n")
    for part, seconds in [("whole run", whole), *parts]:
        sys.stdout.write(f"| {part} | {seconds:.2f} | {seconds / whole:.1%} |\n")
    rest = 1 - dict(parts)["ocr"] / whole
    sys.stdout.write(f"\neverything but OCR: {rest:.1%} (load of the machine: {os.getloadavg()[0]:.1f})\n")
    return int(wrong or rest > NOT_OCR)


if __name__ == "__main__":
    sys.exit(main())
