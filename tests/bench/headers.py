"""How many fields of the header are right: ``python -m tests.bench.headers [--jtei N] [--folder DIR]``.

The specimens (and articles of jTEI) in several layouts, born-digital; what the masthead, the title block and the cover
of the printing say against what the program read. A field that the layout does not print is not asked for.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from rapidfuzz import fuzz

from pipeline.model import Article, FrontMatter
from tests.bench.cases import JTEI, ROOT, SPECIMENS, Case
from tests.bench.measuring import print_case, run_until
from tests.press.layout import LAYOUTS
from tests.press.masthead import Masthead, read_masthead
from tests.press.preparing import read_article

PRINTED_IN = ("a", "b", "d", "f")
"""With cover and copyright line; two columns; two electronic journals."""
ALIKE = 97.0
"""Likeness, in per cent, from which two values are one: hyphens at line ends may differ."""
Tally = Counter[tuple[str, str]]
"""Counts of (field, ``right`` or ``wrong`` or ``missing`` or ``invented``)."""


def judged(masthead: Masthead, front: FrontMatter, layout: str) -> Iterator[tuple[str, str]]:
    """Every field that was printed, or that was read though it was not."""
    for field, wanted in _printed(masthead, layout).items():
        given = _given(front, field)
        if wanted or given:
            right = fuzz.ratio(_plain(wanted), _plain(given)) >= ALIKE
            yield field, "right" if right else "missing" if not given else "wrong" if wanted else "invented"


def _printed(masthead: Masthead, layout: str) -> dict[str, str]:
    """Field -> value, empty where the layout does not print it."""
    setting = LAYOUTS[layout]
    lined, stamped = setting.journal_line or setting.cover, setting.copyright_line or setting.cover
    return {
        "title": f"{masthead.title} {masthead.subtitle}",
        "authors": " ".join(masthead.authors),
        "journal": masthead.journal if lined else "",
        "volume": masthead.volume if lined else "",
        "issue": masthead.issue if lined else "",
        "year": masthead.year if lined else "",
        "first_page": str(masthead.first_folio) if lined else "",
        "issn": masthead.issn if setting.copyright_line else "",
        "doi": masthead.doi if stamped else "",
    }


def _given(front: FrontMatter, field: str) -> str:
    if field == "title":
        return f"{front.title} {front.subtitle}"
    value = getattr(front, field)
    return " ".join(value) if isinstance(value, tuple) else str(value)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text).casefold().split())


def table(tally: Tally) -> str:
    """One row a field, as Markdown; precision of the values given, recall of those printed."""
    heads = ("field", "right", "wrong", "missing", "invented", "P", "R")
    rows = []
    for field in dict.fromkeys(field for field, _ in tally):
        right, wrong, missing, invented = (tally[field, each] for each in heads[1:5])
        given, printed = right + wrong + invented, right + wrong + missing
        shares = (f"{right / given:.3f}" if given else "–", f"{right / printed:.3f}" if printed else "–")
        rows.append((field, *map(str, (right, wrong, missing, invented)), *shares))
    return "".join(f"| {' | '.join(row)} |\n" for row in (heads, ["---", *(["---:"] * 6)], *rows))


def measure(cases: Sequence[Case], folder: Path) -> Tally:
    """Print, read and divide every case, and judge its front matter."""
    tally: Tally = Counter()
    for case in cases:
        if case.article is None:
            continue
        pdf = print_case(case, folder / "printed")
        made = run_until("segment", pdf, folder / "headers")
        layer = (made / "3-article.json").read_bytes()
        front = msgspec.json.decode(layer, type=Article).front
        for field, verdict in judged(read_masthead(read_article(case.article)), front, case.layout):
            tally[field, verdict] += 1
            if verdict != "right":
                sys.stderr.write(f"{case.name}: {field} {verdict}: {_given(front, field)[:120]!r}\n")
    return tally


def _cases(count: int) -> list[Case]:
    articles = sorted(SPECIMENS.glob("*.tei.xml"))
    articles = [path for path in articles if "opening" not in path.name]
    articles += sorted(JTEI.glob("*.xml"))[:count] if JTEI.is_dir() else []
    stems = [path.name.split(".")[0].removesuffix("-source") for path in articles]
    return [
        Case(f"{stem}-{layout}-header", path, layout)
        for stem, path in zip(stems, articles, strict=True)
        for layout in PRINTED_IN
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; what is not right is named on the standard error."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.headers", description=__doc__)
    parser.add_argument("--jtei", type=int, default=0, metavar="N", help="and N articles of jTEI")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "bench", help="where printings go")
    options = parser.parse_args(arguments)
    sys.stdout.write(table(measure(_cases(options.jtei), options.folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
