"""What each rule of cleanup mends, and what it damages: ``python -m tests.bench.cleaning [--jtei N] [--folder DIR]``.

Every change of the ledger is judged alone: the line with the change and the line without it are compared with the text
that was printed there, and the nearer one is right. Where nothing was damaged, in a born-digital printing, there is
nothing to mend, and every change that is not neutral is a fault.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from pipeline.compare.tei_reading import read_tei
from pipeline.model import CleanLine, Lines, undo
from tests.bench.cases import ROOT, Case, jtei, specimens
from tests.bench.measuring import print_case, run_until

Verdict = Literal["good", "bad", "neutral"]
Tally = Counter[tuple[str, str, Verdict]]
"""Counts of (``clean`` or ``scan``, rule, verdict)."""

FEWEST = 12
"""Characters of a line that can be found in a text."""
ALIKE = 70.0
"""Likeness, in per cent, from which a stretch of the truth counts as what was printed in the line."""
HEADS = ("rule", "clean: good", "bad", "neutral", "scans: good", "bad", "neutral")


def judge(lines: Lines, truth: str) -> Counter[tuple[str, Verdict]]:
    """Verdicts on every change of a document, by rule.

    Args:
        lines: as cleanup leaves them.
        truth: everything that is printed in the document, spaces single.
    """
    verdicts: Counter[tuple[str, Verdict]] = Counter()
    for page in lines.pages:
        for line in page.lines:
            if line.changes:
                verdicts.update(_judged(line, truth))
    return verdicts


def _judged(line: CleanLine, truth: str) -> Iterable[tuple[str, Verdict]]:
    found = fuzz.partial_ratio_alignment(line.text, truth) if len(line.text) >= FEWEST else None
    if found is None or found.score < ALIKE:
        return [(change.rule, "neutral") for change in line.changes]  # a running head, or a line of the cover
    wanted = truth[found.dest_start : found.dest_end]
    states = [undo(line.text, line.changes[index:]) for index in range(len(line.changes))] + [line.text]
    away = [Levenshtein.distance(state, wanted) for state in states]
    return [
        (change.rule, "good" if after < before else "bad" if after > before else "neutral")
        for change, before, after in zip(line.changes, away, away[1:], strict=False)
    ]


def truth_of(path: Path) -> str:
    """Body and notes of a truth, one after the other."""
    reading = read_tei(path)
    return " ".join(" ".join([reading.text, *(note.text for note in reading.notes)]).split())


def table(tally: Tally) -> str:
    """One row a rule, as Markdown."""
    rules = sorted({rule for _, rule, _ in tally})
    verdicts: tuple[Verdict, ...] = ("good", "bad", "neutral")
    rows = [
        [rule, *(str(tally[kind, rule, each]) for kind in ("clean", "scan") for each in verdicts)] for rule in rules
    ]
    sums = [str(sum(int(row[column]) for row in rows)) for column in range(1, len(HEADS))]
    lines = [HEADS, ["---", *(["---:"] * (len(HEADS) - 1))], *rows, ["all", *sums]]
    return "".join(f"| {' | '.join(row)} |\n" for row in lines)


def measure(cases: Sequence[Case], folder: Path) -> Tally:
    """Print, read and clean every case, and judge its ledger."""
    tally: Tally = Counter()
    for case in cases:
        sys.stderr.write(f"{case.name}\n")
        pdf = print_case(case, folder / "printed")
        made = run_until("cleanup", pdf, folder / "cleaned")
        lines = msgspec.json.decode((made / "2-lines.json").read_bytes(), type=Lines)
        kind = "scan" if case.scan else "clean"
        for (rule, verdict), count in judge(lines, truth_of(pdf.with_suffix(".tei.xml"))).items():
            tally[kind, rule, verdict] += count
    return tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 2 if there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.cleaning", description=__doc__)
    parser.add_argument("--jtei", type=int, default=0, metavar="N", help="and N articles of jTEI, clean and scanned")
    parser.add_argument("--only", default="", metavar="NAME", help="only documents whose name holds this")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "bench", help="where printings go")
    options = parser.parse_args(arguments)
    cases = [
        case for case in (*specimens(), *(jtei(options.jtei) if options.jtei else ())) if options.only in case.name
    ]
    if not cases:
        return 2
    sys.stdout.write(table(measure(cases, options.folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
