"""Command line of the bench: ``python -m tests.bench [--only NAME] [--extra DIR] [--jtei [N]] [--json FILE]``.

``--names`` measures names and citations instead.
"""

import argparse
import sys
from itertools import chain
from pathlib import Path

from tests.bench.cases import ROOT, Case, extra, jtei, specimens
from tests.bench.columns import as_json, failures, markdown, terminal
from tests.bench.measuring import Measurement, measure
from tests.bench.names.report import report


def main(arguments: list[str] | None = None) -> int:
    """Measure and print one table; 1 if a document could not be measured, 2 if there was none."""
    options = _parser().parse_args(arguments)
    if options.names:
        sys.stdout.write(report(options.folder, sys.stderr.write))
        return 0
    cases = _cases(options)
    if not cases:
        sys.stderr.write(f"no document is called {options.only!r}; see tests/bench/cases.py\n")
        return 2
    measurements = [_measured(case, number, len(cases), options) for number, case in enumerate(cases, 1)]
    if options.json:
        options.json.write_text(as_json(measurements), encoding="utf-8")
    sys.stdout.write(terminal(measurements) if sys.stdout.isatty() else markdown(measurements))
    sys.stderr.write(failures(measurements))
    return int(any(each.failure for each in measurements))


def _cases(options: argparse.Namespace) -> list[Case]:
    every = chain(
        specimens(), extra(options.extra) if options.extra else (), jtei(options.jtei) if options.jtei else ()
    )
    return [case for case in every if options.only in case.name]


def _measured(case: Case, number: int, count: int, options: argparse.Namespace) -> Measurement:
    sys.stderr.write(f"{number}/{count} {case.name}\n")
    sys.stderr.flush()
    return measure(case, options.folder, timed=options.timed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", default="", metavar="NAME", help="only documents whose name holds this")
    parser.add_argument("--extra", type=Path, metavar="DIR", help="measure also x.pdf with x.tei.xml beside it")
    parser.add_argument("--jtei", type=int, nargs="?", const=4, default=0, metavar="N", help="and N articles of jTEI")
    parser.add_argument("--names", action="store_true", help="measure names and citations, layer by layer, and stop")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to a file")
    parser.add_argument("--no-timing", dest="timed", action="store_false", help="leave out Tesseract's own run")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "bench", help="where printings and editions go")
    return parser


if __name__ == "__main__":
    sys.exit(main())
