"""Measuring on journals as they are: ``python -m tests.bench.journals DIR [--dumps] [--only NAME] [--edited]``.

``DIR`` has PDFs with their truths beside them: ``x.notes.json`` for the notes and their calls, ``x.print.json`` for the
header, headings and block quotations (``print_truth.py`` says what is in it), or both; articles of others stay outside
the project. A truth of notes has the notes in the order of the print, and for each the ink around its call::

    {"notes": [{"label": "12", "page": 3, "text": "See Pinker, Lamps, 14.",
                "call": {"page": 3, "before": "the whole coast in his head.’", "after": "She had reasons of"}}]}

``label`` is the number or sign, ``page`` the page of the PDF from 1, ``text`` the note without its label, over all its
pages and without what the printer set between them. ``call`` is null for a note that is not called (an author's note).
``before`` and ``after`` are twelve letters and digits or more.

With ``--dumps`` the documents are not the PDFs but the texts beside them, ``x.txt``: what a reader made of their scans.

A note is right when it is a note of the edition, alone, and its letters and digits are the same but for 5 %; so a note
that begins or ends in the wrong place is wrong. A call is right when its note is that of the truth and the twelve
letters and digits before it, or those after it, are the same but for two: it stands at the right word. Calls that the
edition marks as uncertain are left out of ``certain``.
"""

import argparse
import resource
import sys
from pathlib import Path

import msgspec

from pipeline.compare.character_error_rate import similarity
from pipeline.compare.note_pairs import CLOSE, NotePairs, pair_notes
from pipeline.compare.reading import ReadCall, Reading, ReadNote
from pipeline.compare.scores import Score, score
from pipeline.compare.table import decimal
from pipeline.compare.tei_reading import read_tei
from pipeline.model import Article
from tests.bench.cases import ROOT
from tests.bench.ink import ink
from tests.bench.measuring import edit
from tests.bench.print_truth import Print, PrintJudgement, judge_print, tables

AROUND = 12
"""Letters and digits beside a call that tell its place."""
MISREAD = 2
"""Of the letters and digits beside a call: those that a reader may have misread."""
SUFFIX = ".notes.json"
PRINT = ".print.json"


class CalledAt(msgspec.Struct, frozen=True, kw_only=True):
    """Where a note is called."""

    page: int
    before: str
    after: str


class PrintedNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note as it is printed."""

    label: str
    page: int
    text: str
    call: CalledAt | None


class NotesOfPrint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A truth."""

    notes: tuple[PrintedNote, ...]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one document."""

    name: str
    notes: Score
    calls: Score
    certain: Score
    """Of the calls that the edition does not mark as uncertain."""
    wrong: tuple[str, ...]
    """Every note and call that is wrong, a line for each."""
    pages: int = 1
    cpu_seconds: float = 0.0


def main(arguments: list[str] | None = None) -> int:
    """Print one table; 1 if a document could not be edited, 2 if there was none."""
    options = _parser().parse_args(arguments)
    kind = "*.txt" if options.dumps else "*.pdf"
    sources = [path for path in sorted(options.journals.glob(kind)) if options.only in path.stem]
    sources = [path for path in sources if any(path.with_suffix(suffix).exists() for suffix in (SUFFIX, PRINT))]
    if not sources:
        sys.stderr.write(f"no {kind} with its {SUFFIX} or {PRINT} beside it in {options.journals}\n")
        return 2
    judged: list[Judgement] = []
    printed: dict[str, PrintJudgement] = {}
    failed = 0
    for source in sources:
        edition, seconds, complaint = edition_of(source, options.folder, edited=options.edited)
        if edition is None:
            failed += 1
            sys.stderr.write(f"{source.stem}: {complaint}\n")
            if source.with_suffix(SUFFIX).exists():
                judged.append(judge(source.stem, _truth(source), NO_EDITION))
            continue
        if source.with_suffix(PRINT).exists():
            printed[source.stem] = _print_judgement(source, edition)
        if not source.with_suffix(SUFFIX).exists():
            continue
        reading = read_tei(edition)
        found = judge(source.stem, _truth(source), reading)
        judged.append(msgspec.structs.replace(found, pages=len(reading.pages), cpu_seconds=seconds))
    sys.stdout.write((table(judged) if judged else "") + (tables(printed) if printed else ""))
    if options.wrong:
        sys.stdout.writelines(f"{each.name}: {line}\n" for each in judged for line in each.wrong)
        sys.stdout.writelines(f"{name}: {line}\n" for name, each in printed.items() for line in each.wrong)
    return int(bool(failed))


NO_EDITION = Reading(text="", blocks=(), notes=(), calls=(), entities=(), pages=(), furniture=())
"""What is read of a document that could not be edited: every note and call of it is lost."""


def _truth(pdf: Path) -> NotesOfPrint:
    return msgspec.json.decode(pdf.with_suffix(SUFFIX).read_bytes(), type=NotesOfPrint)


def _print_judgement(pdf: Path, edition: Path) -> PrintJudgement:
    truth = msgspec.json.decode(pdf.with_suffix(PRINT).read_bytes(), type=Print)
    return judge_print(truth, msgspec.json.decode((edition.parent / "3-article.json").read_bytes(), type=Article))


def judge(name: str, truth: NotesOfPrint, reading: Reading) -> Judgement:
    """Compare the notes and calls of an edition with those of the print."""
    wanted = tuple(
        ReadNote(label=note.label, place="foot", text=ink(note.text), anchored=note.call is not None)
        for note in truth.notes
    )
    given = tuple(msgspec.structs.replace(note, text=ink(note.text)) for note in reading.notes)
    pairs = pair_notes(wanted, given)
    right = _right_notes(wanted, given, pairs)
    placed = {w: call for call in reading.calls if (w := _right_call(call, truth, reading, pairs)) is not None}
    certain = sum(not call.low for call in reading.calls)
    called = [index for index, note in enumerate(truth.notes) if note.call]
    return Judgement(
        name=name,
        notes=score(len(right), len(given), len(wanted)),
        calls=score(len(placed), len(reading.calls), len(called)),
        certain=score(sum(not call.low for call in placed.values()), certain, len(called)),
        wrong=(
            *(_said(truth.notes[w], "note") for w in range(len(wanted)) if w not in right),
            *(f"spurious note {given[g].label}: {given[g].text[:60]}" for g in _left(given, pairs)),
            *(_said(truth.notes[w], "call") for w in called if w not in placed),
        ),
    )


def _right_notes(wanted: tuple[ReadNote, ...], given: tuple[ReadNote, ...], pairs: NotePairs) -> set[int]:
    joined, broken = set(pairs.merged.values()), set(pairs.split.values())
    return {
        w
        for g, w in pairs.truth_of.items()
        if g not in joined and w not in broken and similarity(wanted[w].text, given[g].text) >= 1 - CLOSE
    }


def _right_call(call: ReadCall, truth: NotesOfPrint, reading: Reading, pairs: NotePairs) -> int | None:
    """The note of the truth that the call rightly calls."""
    wanted = pairs.truth_of.get(call.note)
    if wanted is None or (place := truth.notes[wanted].call) is None:
        return None
    text = reading.text_of(call.target)
    before, after = ink(text[: call.offset])[-AROUND:], ink(text[call.offset :])[:AROUND]
    return wanted if _alike(before, ink(place.before)[-AROUND:]) or _alike(after, ink(place.after)[:AROUND]) else None


def _alike(one: str, other: str) -> bool:
    """The same letters and digits, but for what a reader may have misread."""
    return one == other or (len(one) == len(other) == AROUND and similarity(one, other) >= 1 - MISREAD / AROUND)


def _left(given: tuple[ReadNote, ...], pairs: NotePairs) -> list[int]:
    return [index for index in range(len(given)) if index not in pairs.truth_of]


def _said(note: PrintedNote, what: str) -> str:
    where = f" …{note.call.before[-20:]}|{note.call.after[:10]}" if what == "call" and note.call else ""
    return f"{what} {note.label} (page {note.page}): {note.text[:40]} … {note.text[-20:]}{where}"


def table(judged: list[Judgement]) -> str:
    """Markdown, a row for each document and one for all."""
    heads = (
        "| document | pages | notes | given | right | F1 | calls | given | right | P | R | certain P | CPU s/page |\n"
    )
    return heads + "| --- |" + " ---: |" * 12 + "\n" + "".join(map(_row, [*judged, _together(judged)]))


def _row(each: Judgement) -> str:
    cells = [
        each.name,
        str(each.pages),
        *(str(n) for n in (each.notes.wanted, each.notes.given, each.notes.right)),
        decimal(each.notes.f1),
        *(str(n) for n in (each.calls.wanted, each.calls.given, each.calls.right)),
        decimal(each.calls.precision),
        decimal(each.calls.recall),
        decimal(each.certain.precision),
        f"{each.cpu_seconds / each.pages:.2f}",
    ]
    return "| " + " | ".join(cells) + " |\n"


def _together(judged: list[Judgement]) -> Judgement:
    return Judgement(
        name="together",
        notes=_sum([each.notes for each in judged]),
        calls=_sum([each.calls for each in judged]),
        certain=_sum([each.certain for each in judged]),
        wrong=(),
        pages=sum(each.pages for each in judged),
        cpu_seconds=sum(each.cpu_seconds for each in judged),
    )


def _sum(scores: list[Score]) -> Score:
    return score(*(sum(getattr(each, field) for each in scores) for field in ("right", "given", "wanted")))


def edition_of(pdf: Path, folder: Path, *, edited: bool) -> tuple[Path | None, float, str]:
    """The edition, the processor's seconds that it took, and what the program said if there is none."""
    there = folder / pdf.stem / f"{pdf.stem}.tei.xml"
    if edited:
        return (there, 0.0, "") if there.exists() else (None, 0.0, f"there is no {there}")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _, edition, complaint = edit(pdf, folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return edition, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, complaint


def _parser() -> argparse.ArgumentParser:
    parser = parser_of("journals", __doc__, "PDFs with their truth beside them", "journals")
    parser.add_argument("--dumps", action="store_true", help="the texts beside the PDFs")
    return parser


def parser_of(command: str, about: str | None, documents: str, folder: str) -> argparse.ArgumentParser:
    """The options of a command that measures a folder of documents."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.bench.{command}", description=about)
    parser.add_argument("journals", type=Path, metavar="DIR", help=documents)
    parser.add_argument("--only", default="", metavar="NAME", help="only documents whose name holds this")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / folder, help="where the editions go")
    parser.add_argument("--edited", action="store_true", help="measure the editions that are in the folder")
    parser.add_argument("--wrong", action="store_true", help="list every note and call that is wrong")
    return parser


if __name__ == "__main__":
    sys.exit(main())
