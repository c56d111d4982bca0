"""The tables of ``python -m tests.bench --names``, as they are pasted into a note."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipeline.compare.entities import KindFigures
from pipeline.compare.scores import Score, total
from pipeline.compare.table import NOTHING, decimal
from pipeline.config import Settings
from pipeline.tag import stage
from tests.bench.names import hipe
from tests.bench.names.documents import Document, clean, scanned
from tests.bench.names.layers import layers
from tests.bench.names.noise import RATES, under_noise
from tests.bench.names.scoring import KINDS, Result, field_scores, identity, judged, kind_scores

SURE = 3
"""Index of the layer that users have: everything but an authority file."""


def report(folder: Path, tell: Callable[[str], object]) -> str:
    """Measure and write all the tables; ``tell`` hears of the progress."""
    tell("specimens off the press\n")
    documents = list(clean(folder))
    results = [[judged(document, layer.tag) for layer in layers(document.truth)] for document in documents]
    names = [layer.name for layer in layers(documents[0].truth)]
    by_layer = [[rows[index] for rows in results] for index in range(len(names))]
    tell("specimens off the scanner\n")
    return "\n".join(
        [
            _section("Layers, on the specimens as printed", _layers(names, by_layer)),
            _section("Each specimen, without an authority file", _documents(documents, by_layer[SURE])),
            _section("Fields of citations", _fields(by_layer[SURE])),
            _section("Damage: mended, and as the reader left it", _damage(folder)),
            _section("Citations under noise planted in the notes, five seeds", _noise(documents)),
            _section("HIPE-2022, with OCR errors", list(_hipe())),
        ]
    )


def _section(head: str, rows: Sequence[Sequence[str]]) -> str:
    if len(rows) < 2:
        return ""
    lines = [rows[0], ["---", *["---:"] * (len(rows[0]) - 1)], *rows[1:]]
    return f"## {head}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _scores(results: Sequence[Result], *, linked: bool = True) -> list[str]:
    """Strict and fuzzy F1 of every kind, then identity, and P and R of dates' values and of the numbers of places."""
    cells = []
    for kind in KINDS:
        strict, fuzzy = kind_scores(results, kind)
        cells.append(f"{decimal(strict.f1)} / {decimal(fuzzy.f1)}")
    same = identity(results)
    dates = total([each.evaluation.entities.date_values for each in results])
    places = total([each.geonames for each in results])
    return [*cells, NOTHING if same is None or not linked else decimal(same), _pair(dates), _pair(places)]


HEADS = [*(f"{kind} strict / fuzzy" for kind in KINDS), "identity B³", "date values P / R", "GeoNames P / R"]


def _pair(one: Score) -> str:
    return f"{decimal(one.precision)} / {decimal(one.recall)}"


def _layers(names: Sequence[str], by_layer: Sequence[Sequence[Result]]) -> list[list[str]]:
    rows = [["layer", *HEADS, "pages / CPU s"]]
    for name, results in zip(names, by_layer, strict=True):
        speed = sum(each.pages for each in results) / sum(each.seconds for each in results)
        linked = any(one.linked for one in results)
        rows.append([name, *_scores(results, linked=linked), f"{speed:.1f}"])
    return rows


RESOLUTION = ["citations P / R", "fields strict F1", "led P / R", "wrong", "unresolved"]


def _citations(result: Result) -> list[str]:
    cited = result.evaluation.citations
    led = NOTHING if cited.resolved is None else _pair(cited.resolved)
    return [_pair(cited.found), decimal(cited.fields.strict.f1), led, str(cited.wrong), str(cited.unresolved)]


def _documents(documents: Sequence[Document], results: Sequence[Result]) -> list[list[str]]:
    rows = [["document", *HEADS, *RESOLUTION]]
    for document, result in zip(documents, results, strict=True):
        rows.append([document.name, *_scores([result]), *_citations(result)])
    return rows


def _fields(results: Sequence[Result]) -> list[list[str]]:
    rows = [["field", "wanted", "strict P / R", "fuzzy P / R"]]
    for kind, (strict, fuzzy) in field_scores(results).items():
        rows.append([kind, str(strict.wanted), _pair(strict), _pair(fuzzy)])
    return rows


def _damage(folder: Path) -> list[list[str]]:
    rows = [["document", *HEADS, *RESOLUTION]]
    for mended, left in scanned(folder):
        for document, said in ((mended, "mended"), (left, "as read")):
            result = judged(document, layers(document.truth)[SURE].tag)
            rows.append([f"{document.name}, {said}", *_scores([result]), *_citations(result)])
    return rows


def _noise(documents: Sequence[Document]) -> list[list[str]]:
    rows = [["misread", "wanted", "right", "wrong", "unresolved", "led P / R"]]
    for rate in RATES:
        results = under_noise(documents, lambda article: stage.run(article, Settings(spacy_model="")), rate)
        cited = [each.evaluation.citations for each in results]
        led = total([one.resolved for one in cited if one.resolved is not None])
        wrong, unresolved = sum(one.wrong for one in cited), sum(one.unresolved for one in cited)
        rows.append([f"{rate:.0%}", str(led.wanted), str(led.right), str(wrong), str(unresolved), _pair(led)])
    return rows


def _hipe() -> Iterator[list[str]]:
    files = sorted(hipe.FOLDER.glob("*-dev-en.tsv")) if hipe.FOLDER.is_dir() else []
    if files:
        yield ["data", "layer", "person", "place", "org", "date"]
    for path in files:
        texts = list(hipe.texts(path))
        for layer in layers(_ANY_TRUTH)[: SURE + 1]:
            figures = [one for text in texts for one in hipe.figures(text, layer.tag(hipe.article(text))).kinds]
            yield [path.stem.removeprefix("HIPE-2022-v2.1-"), layer.name, *(_cell(figures, kind) for kind in KINDS)]


def _cell(figures: Sequence[KindFigures], kind: str) -> str:
    mine = [one for one in figures if one.kind == kind]
    if not mine:
        return NOTHING
    return f"{decimal(total([one.strict for one in mine]).f1)} / {decimal(total([one.fuzzy for one in mine]).f1)}"


_ANY_TRUTH = Path(__file__).parents[2] / "specimens" / "lantern-dues.tei.xml"
"""The layers that are used here know nothing of it."""
