"""Measuring the notes: ``python -m tests.bench.notes {ablation,certainty,damage,forms,layouts,readers}``.

``ablation``: what each kind of evidence is worth. ``certainty``: precision against recall by threshold, and what the
certainty promises beside what is found. ``damage``: calls against the share of damaged glyphs, and against the state of
the scan. ``forms``: calls of dumps as different programs write them. ``layouts``: calls by layout, over the specimens
or (``--jtei N``) N articles of jTEI, born-digital or (``--scan``) scanned. ``readers``: calls of scans as the text of
Tesseract alone, and by what other readers leave of a raised number. ``--plots DIR`` writes the curves.
All print Markdown.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from tests.bench import ablation, certainty, damage, dump_forms, reader_dumps
from tests.bench.cases import JTEI, ROOT, SPECIMENS, Case, printed, specimens
from tests.bench.plot import Curve, plot
from tests.bench.witnesses import Judged, Witness, dump_of, judge, witnesses
from tests.press.layout import LAYOUTS
from tests.press.scanner import LEVELS


def main(arguments: list[str] | None = None) -> int:
    """Print the tables asked for; with ``--plots`` also write their curves as SVG."""
    options = _parser().parse_args(arguments)
    for name in options.what:
        sys.stdout.writelines(TABLES[name](options))
    return 0


def _ablation(options: argparse.Namespace) -> Iterator[str]:
    read, dumps = _scans_and_dumps(options.folder)
    yield "## What each kind of evidence is worth\n\n"
    yield ablation.table({f"{len(read)} scans": read, f"{len(dumps)} dumps": dumps})


def _certainty(options: argparse.Namespace) -> Iterator[str]:
    read, dumps = _scans_and_dumps(options.folder)
    clean = list(witnesses(_digital(), options.folder))
    planted = [each for level in (0.5, 1.0) for each in damage.damaged_all(clean, level, options.folder / "dumps")]
    groups = {"scans": read, "dumps": dumps, "planted": planted}
    judged = {name: _judged(group) for name, group in groups.items()}
    total = sum(judged.values(), Judged())
    yield f"## Threshold and certainty, over {len(total.links)} links\n\n"
    yield certainty.threshold_table(total) + "\n"
    for name, each in judged.items():
        yield f"{name.capitalize()}:\n\n{certainty.reliability_table(each)}\n"
    yield f"Together:\n\n{certainty.reliability_table(total)}\n"
    if options.plots:
        points = [(total.recall(least), total.precision(least)) for least in certainty.THRESHOLDS]
        curve = Curve("each point a threshold from 0 to .99", tuple(points))
        _write(options.plots / "notes-threshold.svg", plot("Calls by threshold", "recall", "precision", [curve]))


def _damage(options: argparse.Namespace) -> Iterator[str]:
    clean = list(witnesses(_digital(), options.folder))
    planted = {level: _judged(damage.damaged_all(clean, level, options.folder / "dumps")) for level in damage.LEVELS}
    yield "## Calls against planted damage, without geometry\n\n"
    yield _levels("share of calls damaged", {f"{level:.1f}": each for level, each in planted.items()})
    scanned = {level: _judged(list(witnesses(_scanned(level), options.folder))) for level in LEVELS}
    yield "\n## Calls against the state of the scan\n\n"
    yield _levels("scan", scanned)
    if options.plots:
        _write(options.plots / "notes-damage.svg", _curves("share of calls and labels damaged", planted))


def _forms(options: argparse.Namespace) -> Iterator[str]:
    yield "## Calls of dumps, by the form in which a program writes them\n\n"
    yield "| form | calls | given | P | R |\n| --- | ---: | ---: | ---: | ---: |\n"
    for layouts, forms in (("ad", dump_forms.FORMS), ("bk", dump_forms.TWO_COLUMNS)):
        cases = [printed(path, layout, "") for path in _articles(0) for layout in layouts]
        digital = list(witnesses(cases, options.folder))
        for form in forms:
            each = _judged([dump_forms.in_form(witness, form, options.folder / "dumps") for witness in digital])
            figures = f"{each.precision():.3f} | {each.recall():.3f}"
            yield f"| {form.name} | {each.wanted} | {len(each.links)} | {figures} |\n"


def _readers(options: argparse.Namespace) -> Iterator[str]:
    yield "## Calls of the dumps that Tesseract writes of scans\n\n"
    judged = {each.name: judge(each) for each in reader_dumps.tesseract_dumps(options.folder)}
    yield _levels("scan", {**judged, "together": sum(judged.values(), Judged())})
    digital = list(witnesses(_digital(), options.folder))
    yield "\n## Calls by what a reader leaves of a raised number, labels legible\n\n"
    habits = {
        habit.name: _judged(reader_dumps.in_habit(digital, habit, options.folder / "dumps"))
        for habit in reader_dumps.HABITS
    }
    yield _levels("habit", habits)


def _layouts(options: argparse.Namespace) -> Iterator[str]:
    source = "jTEI articles" if options.jtei else "specimens"
    yield f"## Calls by layout, over {options.jtei or ''} {source}, {options.scan or 'born-digital'}\n\n"
    yield "| layout | articles | calls | given | right | P | R |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    for layout in options.layouts:
        cases = [printed(path, layout, options.scan) for path in _articles(options.jtei)]
        each = [judge(witness) for witness in witnesses(cases, options.folder)]
        total = sum(each, Judged())
        right = sum(link.right for link in total.links)
        figures = f"{total.precision():.3f} | {total.recall():.3f}"
        yield f"| {layout} | {len(each)} | {total.wanted} | {len(total.links)} | {right} | {figures} |\n"
        if options.worst:
            yield from _worst(cases, each)


def _worst(cases: Sequence[Case], every: Sequence[Judged]) -> Iterator[str]:
    """The articles in which a call is wrong or missing."""
    for case, judged in zip(cases, every, strict=True):
        right = sum(link.right for link in judged.links)
        if right < max(judged.wanted, len(judged.links)):
            yield f"| {case.name} | | {judged.wanted} | {len(judged.links)} | {right} | | |\n"


def _articles(count: int) -> list[Path]:
    if not count:
        return sorted(path for path in SPECIMENS.glob("*.tei.xml") if "opening" not in path.name)
    with_notes = (path for path in sorted(JTEI.glob("*.xml")) if b"<note" in path.read_bytes())
    return list(islice(with_notes, count))


@cache
def _scans_and_dumps(folder: Path) -> tuple[list[Witness], list[Witness]]:
    read = list(witnesses((case for case in specimens() if case.scan), folder))
    return read, [dump_of(witness, folder / "dumps") for witness in read]


def _digital() -> list[Case]:
    """Every specimen as a journal of numbered notes prints it, with its text layer: the ground for planted damage."""
    return [printed(path, layout, "") for path in _articles(0) for layout in ("a", "d")]


def _scanned(level: str) -> list[Case]:
    return [printed(path, "a", level) for path in _articles(0)]


def _judged(every: Sequence[Witness]) -> Judged:
    return sum((judge(witness) for witness in every), Judged())


def _levels(head: str, levels: dict[str, Judged]) -> str:
    rows = [
        f"| {name} | {each.wanted} | {len(each.links)} | {each.precision():.3f} | {each.recall():.3f} "
        f"| {each.precision(0.5):.3f} | {each.recall(0.5):.3f} |\n"
        for name, each in levels.items()
    ]
    head = f"| {head} | calls | given | P | R | P, certain | R, certain |\n"
    return "".join([head, f"| --- |{' ---: |' * 6}\n", *rows])


def _curves(axis: str, levels: dict[float, Judged]) -> str:
    curves = [
        Curve("precision", tuple((level, each.precision()) for level, each in levels.items())),
        Curve("recall", tuple((level, each.recall()) for level, each in levels.items())),
        Curve("precision, certain", tuple((level, each.precision(0.5)) for level, each in levels.items())),
        Curve("recall, certain", tuple((level, each.recall(0.5)) for level, each in levels.items())),
    ]
    return plot("Calls against planted damage", axis, "precision and recall", curves)


def _write(path: Path, svg: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(svg, encoding="utf-8")


TABLES: dict[str, Callable[[argparse.Namespace], Iterator[str]]] = {
    "ablation": _ablation,
    "certainty": _certainty,
    "damage": _damage,
    "forms": _forms,
    "layouts": _layouts,
    "readers": _readers,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.notes", description=__doc__)
    parser.add_argument("what", nargs="+", choices=TABLES)
    parser.add_argument("--jtei", type=int, nargs="?", const=45, default=0, metavar="N", help="N articles of jTEI")
    parser.add_argument("--scan", default="", choices=["", *LEVELS], help="layouts: scanned with this damage")
    parser.add_argument("--layouts", nargs="+", default=sorted(LAYOUTS), choices=sorted(LAYOUTS), metavar="L")
    parser.add_argument("--worst", action="store_true", help="layouts: name the articles that are not perfect")
    parser.add_argument("--plots", type=Path, metavar="DIR", help="write the curves there, as SVG")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "bench", help="where printings and pages go")
    return parser


if __name__ == "__main__":
    sys.exit(main())
