"""Scans of journals as they are: ``python -m tests.bench.scanned_journals DIR [--damage LEVEL ...] [--only NAME]``.

``DIR`` has born-digital PDFs of articles, which stay outside the project. Each is put through the simulated scanner of
the press, and the edition of the scan is judged against the edition of the PDF itself, in which nothing is read: its
notes and calls are nearly all right (``docs/notes.md``). Where a truth of the notes lies beside the PDF
(``x.notes.json``, see ``tests.bench.journals``), notes and calls are judged against that.

Notes and calls are right as in ``tests.bench.journals``; a call whose place the edition of the PDF itself doubts is not
asked about. Headings, quotations, running heads and folios are those of ``scan2tei evaluate``. The CER takes as alike
what a text layer says otherwise than a scan can: capitals and small letters, for it has small capitals as capitals; the
sign of an ellipsis and three stops; and, where it has straight quotation marks, all marks, for an edition sets them as
the language does. Words in pictures are none of its text, and a layer without spaces tells none: both count as errors
of the scan.
"""

import argparse
import sys
from pathlib import Path

import msgspec
import pypdfium2

from pipeline.compare.character_error_rate import errors
from pipeline.compare.evaluation import compare
from pipeline.compare.furniture_truth import own_furniture
from pipeline.compare.note_pairs import note_texts, pair_notes
from pipeline.compare.reading import BODY, ReadCall, Reading
from pipeline.compare.scores import Score, score, total
from pipeline.compare.table import decimal, percent
from pipeline.compare.tei_reading import read_tei
from tests.bench.journals import SUFFIX, CalledAt, NotesOfPrint, PrintedNote, judge, parser_of
from tests.bench.measuring import DPI, edit
from tests.press.page_images import page_image_pdf
from tests.press.scanner import LEVELS, scan

AROUND = 60
"""Characters kept on both sides of a call: twelve letters and digits at least."""
HEADS = ("document", "pages", "notes", "right", "F1", "calls", "P", "R", "body CER", "notes CER", "headings",
         "quotations", "heads", "folios")  # fmt: skip
TESTED = ("light", "medium")
ELLIPSIS = {"…": "..."}
STRAIGHT = dict.fromkeys("‘’", "'") | dict.fromkeys("“”", '"')


class Scanned(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one scan, or of all."""

    name: str
    pages: int
    notes: Score
    calls: Score
    body: tuple[int, int]
    """Character errors, and characters of the truth."""
    note_text: tuple[int, int]
    others: tuple[Score, ...]
    """Headings, quotations, running heads, folios."""
    wrong: tuple[str, ...] = ()


def main(arguments: list[str] | None = None) -> int:
    """Print a table; 1 if a document could not be edited, 2 if there was none."""
    options = _parser().parse_args(arguments)
    pdfs = [path for path in sorted(options.journals.glob("*.pdf")) if options.only in path.stem]
    if not pdfs:
        sys.stderr.write(f"no PDF whose name holds {options.only!r} in {options.journals}\n")
        return 2
    found, failed = [], 0
    for pdf, damage in ((pdf, damage) for pdf in pdfs for damage in options.damage):
        one = _measured(pdf, damage, options.folder, edited=options.edited)
        failed += one is None
        found += [one] if one else []
    sys.stdout.write(table(found))
    if options.wrong:
        sys.stdout.writelines(f"{each.name}: {line}\n" for each in found for line in each.wrong)
    return int(bool(failed))


def printed(reading: Reading) -> NotesOfPrint:
    """The notes of an edition as a truth, those left out whose place it doubts itself."""
    calls = {call.note: call for call in reading.calls if call.target == BODY}
    return NotesOfPrint(
        notes=tuple(
            PrintedNote(label=note.label, page=1, text=note.text, call=_called(calls.get(index), reading))
            for index, note in enumerate(reading.notes)
        )
    )


def note_errors(wanted: Reading, given: Reading) -> tuple[int, int]:
    """Character errors of the notes, and their characters; a note in small capitals is paired as well as others."""
    true, read = (
        tuple(msgspec.structs.replace(note, text=note.text.casefold()) for note in reading.notes)
        for reading in (wanted, given)
    )
    return _errors(note_texts(true, read, pair_notes(true, read)))


def table(found: list[Scanned]) -> str:
    """Markdown, a row for each scan and one for all."""
    rows = [f"| {' | '.join(HEADS)} |", "| --- |" + " ---: |" * (len(HEADS) - 1)]
    return "\n".join([*rows, *map(_row, [*found, _together(found)])]) + "\n"


def _called(call: ReadCall | None, reading: Reading) -> CalledAt | None:
    if call is None or call.low:
        return None
    text = reading.text
    before, after = text[max(0, call.offset - AROUND) : call.offset], text[call.offset :][:AROUND]
    return CalledAt(page=1, before=before, after=after)


def _measured(pdf: Path, damage: str, folder: Path, *, edited: bool) -> Scanned | None:
    """One article, scanned with that damage; None, with a line about it, if it cannot be edited."""
    copy = folder / "scans" / f"{pdf.stem}-{damage}.pdf"
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(page_image_pdf(scan(pdf.read_bytes(), LEVELS[damage], DPI, copy.stem), DPI))
    born = _edition(pdf, folder / "born-digital", edited=edited)
    edition = _edition(copy, folder / "processed", edited=edited)
    if born is None or edition is None:
        return None
    wanted, given, beside = read_tei(born), read_tei(edition), pdf.with_suffix(SUFFIX)
    known = msgspec.json.decode(beside.read_bytes(), type=NotesOfPrint) if beside.exists() else printed(wanted)
    notes = judge(copy.stem, known, given)
    found = compare(wanted, given, own_furniture(wanted))
    return Scanned(
        name=copy.stem,
        pages=len(pypdfium2.PdfDocument(pdf)),
        notes=notes.notes,
        calls=notes.calls,
        body=_errors([(wanted.text, given.text)]),
        note_text=note_errors(wanted, given),
        others=tuple(
            one or score(0, 0, 0)
            for one in (found.blocks.heading, found.blocks.quotation, found.zones.head, found.folios)
        ),
        wrong=notes.wrong,
    )


def _errors(pairs: list[tuple[str, str]]) -> tuple[int, int]:
    straight = any(mark in one for one, _ in pairs for mark in "'\"")
    alike = str.maketrans(ELLIPSIS | (STRAIGHT if straight else {}))
    found = errors([(one.casefold().translate(alike), other.casefold().translate(alike)) for one, other in pairs])
    return found.distance, found.length


def _edition(pdf: Path, out: Path, *, edited: bool) -> Path | None:
    there = out / pdf.stem / f"{pdf.stem}.tei.xml"
    if edited and there.exists():
        return there
    _, edition, complaint = edit(pdf, out)
    if edition is None:
        sys.stderr.write(f"{pdf.stem}: {complaint}\n")
    return edition


def _row(each: Scanned) -> str:
    cells = [
        *(each.name, str(each.pages), str(each.notes.wanted), str(each.notes.right), decimal(each.notes.f1)),
        *(str(each.calls.wanted), decimal(each.calls.precision), decimal(each.calls.recall)),
        *(percent(distance / length if length else None) for distance, length in (each.body, each.note_text)),
        *(decimal(one.f1) for one in each.others),
    ]
    return f"| {' | '.join(cells)} |"


def _together(found: list[Scanned]) -> Scanned:
    return Scanned(
        name="together",
        pages=sum(each.pages for each in found),
        notes=total([each.notes for each in found]),
        calls=total([each.calls for each in found]),
        body=_added([each.body for each in found]),
        note_text=_added([each.note_text for each in found]),
        others=tuple(total(list(kind)) for kind in zip(*(each.others for each in found), strict=True)),
    )


def _added(counts: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(distance for distance, _ in counts), sum(length for _, length in counts)


def _parser() -> argparse.ArgumentParser:
    parser = parser_of("scanned_journals", __doc__, "born-digital PDFs", "scanned")
    parser.add_argument("--damage", nargs="+", choices=tuple(LEVELS), default=TESTED, help="how the copies are damaged")
    return parser


if __name__ == "__main__":
    sys.exit(main())
