"""Dumps as readers write them: scans of the specimens as the plain text of Tesseract, each page by itself.

Other readers make other things of a raised number. Their habits are planted in the text of born-digital printings, so
that only the calls differ: ``HABITS`` has what each leaves of ``12``.
"""

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pypdfium2

from pipeline.compare.tei_reading import read_tei
from pipeline.model import Line, Pages, RaisedMark
from pipeline.ocr.dumps.reading import read_dump
from tests.bench.cases import SPECIMENS, Case, printed
from tests.bench.measuring import DPI, POINTS_PER_INCH, print_case
from tests.bench.witnesses import Witness, dump_of

LEVELS = ("light", "medium")
SCANS = (
    *((stem, "a", level) for stem in ("clock-court", "lantern-dues", "seed-road", "winter-ferry") for level in LEVELS),
    ("lantern-dues", "g", "light"),
    ("seed-road", "c", "light"),
    ("winter-ferry", "h", "light"),
    ("clock-court", "f", "medium"),
    ("clock-court", "e", "light"),
    ("winter-ferry", "b", "light"),
)
"""Specimen, layout, damage: every specimen in one column of numbered notes, and what differs most from that."""
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LETTERS = str.maketrans("0123456789", "olzJASbtBg")
QUOTES = str.maketrans("0123456789", "°'”’*”°’*’")
STARS = str.maketrans("0123456789", "°'?****'**")


@dataclass(frozen=True, slots=True)
class Habit:
    """What a reader leaves of a raised number."""

    name: str
    write: Callable[[str], str]
    every: int = 1
    """Of the calls, one in so many is written so; the others stay digits."""


HABITS = (
    Habit("digits on the line (word.12)", str),
    Habit("no call is left", lambda _number: ""),
    Habit("one call in four is left out", lambda _number: "", every=4),
    Habit("quotation marks (word.'”)", lambda number: number.translate(QUOTES)),
    Habit("one sign for any number (word.*)", lambda _number: "*"),
    Habit("stars and degrees (word.'?)", lambda number: number.translate(STARS)),
    Habit("one digit of two (word.!2)", lambda number: f"!{number[-1]}" if len(number) > 1 else number),
    Habit("letters (word.lz)", lambda number: number.translate(LETTERS)),
    Habit("raised signs (word.¹²)", lambda number: number.translate(RAISED)),
    Habit("quotation marks, every other call", lambda number: number.translate(QUOTES), every=2),
)


def tesseract_dumps(folder: Path) -> Iterator[Witness]:
    """The scans of the specimens as Tesseract writes them; a text is read once and kept in the folder."""
    for stem, layout, level in SCANS:
        yield tesseract_dump(printed(SPECIMENS / f"{stem}.tei.xml", layout, level), folder)


def tesseract_dump(case: Case, folder: Path) -> Witness:
    """A scan as Tesseract writes it, a form feed between two pages."""
    path = folder / "plain" / f"{case.name}.txt"
    truth = folder / "printed" / f"{case.name}.tei.xml"
    if not path.exists() or not truth.exists():
        pdf = print_case(case, folder / "printed")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\f".join(plain_text(pdf)), encoding="utf-8")
    return Witness(case.name, Pages(doc=case.name, pages=read_dump(path)), read_tei(truth))


def plain_text(pdf: Path) -> Iterator[str]:
    """What Tesseract writes of each page."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "page.png"
        for page in pypdfium2.PdfDocument(pdf):
            page.render(scale=DPI / POINTS_PER_INCH, grayscale=True).to_pil().save(image, dpi=(DPI, DPI))
            command = ["tesseract", str(image), "-", "--psm", "3", "-l", "eng"]
            done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
            yield done.stdout


def in_habit(every: Iterable[Witness], habit: Habit, folder: Path) -> list[Witness]:
    """Dumps of text layers whose calls a reader has written by its habit; labels are legible."""
    return [_written(witness, habit, folder) for witness in every]


def _written(witness: Witness, habit: Habit, folder: Path) -> Witness:
    calls = 0
    pages = []
    for page in witness.pages.pages:
        lines = []
        for line in page.lines:
            lines.append(_line(line, habit, calls))
            calls += sum(_is_call(line, mark) for mark in line.marks)
        pages.append(msgspec.structs.replace(page, lines=tuple(lines)))
    named = f"{witness.name} {''.join(filter(str.isalnum, habit.name))}"
    return dump_of(replace(witness, name=named, pages=Pages(doc=witness.pages.doc, pages=tuple(pages))), folder)


def _line(line: Line, habit: Habit, before: int) -> Line:
    words = list(line.words)
    marks = [mark for mark in line.marks if _is_call(line, mark)]
    for place, mark in reversed(list(enumerate(marks))):
        text = words[mark.word].text
        if (before + place) % habit.every == habit.every - 1:
            text = text[: mark.start] + habit.write(text[mark.start : mark.end]) + text[mark.end :]
            words[mark.word] = msgspec.structs.replace(words[mark.word], text=text)
    return msgspec.structs.replace(line, words=tuple(word for word in words if word.text), marks=())


def _is_call(line: Line, mark: RaisedMark) -> bool:
    """A raised number that is not the label at the start of the line."""
    printed = line.words[mark.word].text[mark.start : mark.end]
    return (mark.word, mark.start) != (0, 0) and printed.isdigit()
