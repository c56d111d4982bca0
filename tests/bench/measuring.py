"""One measurement: print the case, edit it as a user would, time it beside Tesseract alone, compare with the truth."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from pipeline.compare import Evaluation, evaluate
from tests.bench.cases import ROOT, Case

DPI = 300
POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Measurement:
    """What came of one case. Seconds are wall time, one process and one thread for both programs."""

    case: Case
    pages: int
    seconds: float = 0.0
    tesseract_seconds: float | None = None
    evaluation: Evaluation | None = None
    failure: str = ""

    @property
    def seconds_per_page(self) -> float:
        return self.seconds / self.pages

    @property
    def ratio(self) -> float | None:
        """How many times as long as Tesseract alone it took."""
        return self.seconds / self.tesseract_seconds if self.tesseract_seconds else None


def measure(case: Case, folder: Path, *, timed: bool) -> Measurement:
    """Measure one case; what goes wrong is part of the result."""
    pdf = case.ready or print_case(case, folder / "printed")
    pages = len(pypdfium2.PdfDocument(pdf))
    seconds, edition, complaint = edit(pdf, folder / "processed")
    if edition is None:
        return Measurement(case, pages, seconds, failure=complaint)
    furniture = pdf.with_suffix(".furniture.json")
    evaluation = evaluate(pdf.with_suffix(".tei.xml"), edition, furniture if furniture.exists() else None)
    return Measurement(case, pages, seconds, _tesseract(pdf) if timed else None, evaluation)


def print_case(case: Case, folder: Path) -> Path:
    """The PDF of a printing, its truth and its furniture beside it."""
    command = [sys.executable, "-m", "tests.press", str(case.article), "--layout", case.layout]
    scan = ["--scan", case.scan, "--dpi", str(DPI)] if case.scan else []
    subprocess.run(
        [*command, *scan, "--name", case.name, "--out", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    return folder / f"{case.name}.pdf"


def run_until(stage: str, pdf: Path, out: Path) -> Path:
    """The folder of a document, with its layers as far as that stage."""
    command = [sys.executable, "-m", "pipeline.cli", "run", str(pdf), "--out", str(out), "--jobs", "1"]
    subprocess.run([*command, "--until", stage], cwd=ROOT, check=True, capture_output=True)
    return out / pdf.stem


def edit(pdf: Path, out: Path) -> tuple[float, Path | None, str]:
    """Seconds, the edition, and what the program said if there is none."""
    command = [sys.executable, "-m", "pipeline.cli", "run", str(pdf), "--out", str(out), "--jobs", "1", "--force"]
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    seconds = time.monotonic() - start
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["it said nothing"]
        return seconds, None, f"exit code {done.returncode}: {said[-1]}"
    return seconds, ROOT / done.stdout.strip().splitlines()[-1], ""


def _tesseract(pdf: Path) -> float:
    """Seconds that Tesseract alone takes for the same pages, rendered at 300 dpi, one after the other."""
    seconds = 0.0
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "page.png"
        for page in pypdfium2.PdfDocument(pdf):
            page.render(scale=DPI / POINTS_PER_INCH, grayscale=True).to_pil().save(image, dpi=(DPI, DPI))
            start = time.monotonic()
            subprocess.run(
                ["tesseract", str(image), "stdout", "-l", "eng"], env=environment, check=True, capture_output=True
            )
            seconds += time.monotonic() - start
    return seconds
