"""The bench of names: what it reads from HIPE data, and what its layers are."""

from pathlib import Path

from pipeline import store
from pipeline.config import Settings
from pipeline.model import Pages
from pipeline.stages import stage_called
from pipeline.tag import run
from tests.bench.cases import ROOT, SPECIMENS
from tests.bench.names.documents import unmended
from tests.bench.names.hipe import article as paragraph
from tests.bench.names.hipe import figures, texts
from tests.bench.names.layers import layers
from tests.bench.names.noise import noisy
from tests.bench.names.scoring import geonames_score
from tests.tag.articles import article

GOLDEN = ROOT / "tests" / "golden" / "raw" / "seed-road-opening"
TSV = """TOKEN\tNE-COARSE-LIT\tNE-FINE\tMISC
# hipe2022:document_id = one
Josiah\tB-pers\tO\t_
Quell\tI-pers\tO\tNoSpaceAfter
,\tO\tO\t_
London\tB-loc\tO\t_
Ajax\tB-work\tO\tNoSpaceAfter
# hipe2022:document_id = two
1871\tB-date\tO\t_
"""


def test_hipe(tmp_path: Path) -> None:
    """Documents are cut at their ids, spaces put where the data has them, and works left out."""
    (tmp_path / "x.tsv").write_text(TSV)
    one, two = texts(tmp_path / "x.tsv")
    assert ("Josiah Quell, London Ajax", "1871 ") == (one.text, two.text)
    assert ["Josiah Quell", "London"] == [one.text[each.start : each.end] for each in one.entities]
    assert 1.0 == figures(two, run(paragraph(two), Settings())).strict.f1


def test_layers_build_on_each_other() -> None:
    """The model alone names, rules add, the vote decides, identity links, and authority knows whom."""
    source = article("Captain Quell met Josiah Quell. Quell left.", "note: J. Quell to the Board of Lights, 1871.")
    names = {layer.name: layer.tag(source) for layer in layers(SPECIMENS / "lantern-dues.tei.xml")}
    assert ["spaCy alone", "+ rules", "+ vote", "+ identity", "+ authority"] == list(names)
    assert [False, False, False, True, True] == [any(one.ref for one in each.mentions) for each in names.values()]
    assert "Josiah Quell" in [entry.name for entry in names["+ authority"].register]


def test_unmended_lines_are_the_readers() -> None:
    """As the reader left them means: undoing nothing gives the text that was read."""
    pages = store.read_layer(GOLDEN, stage_called("ocr"))
    assert isinstance(pages, Pages)
    read = [" ".join(word.text for word in line.words) for page in pages.pages for line in page.lines]
    lines = [line.text for page in unmended(pages).pages for line in page.lines]
    assert len(read) == len(lines)
    assert 0.9 < sum(one == two for one, two in zip(read, lines, strict=True)) / len(read)


def test_noise_moves_nothing() -> None:
    """Misread notes keep their length, the same every time, and about the given share of their characters changes."""
    source = article(
        "Quell met Tansy.", f"note: {'Ada Merrow, The Lamps of Selwyn (London: Garth, 1931), p. 3. ' * 40}"
    )
    (before,), (after,) = source.notes, noisy(source, 0.04, 1).notes
    changed = sum(one != other for one, other in zip(before.text, after.text, strict=True))
    assert 0.02 < changed / len(before.text) < 0.04
    assert (noisy(source, 0.04, 1), source.blocks) == (noisy(source, 0.04, 1), noisy(source, 0.04, 1).blocks)
    assert after != noisy(source, 0.04, 2).notes[0]


def test_numbers_of_places(tmp_path: Path) -> None:
    """A number is right where every place that it stands for has it in the truth."""
    entries = '<place xml:id="{0}"><placeName>{0}</placeName><idno type="GeoNames">{1}</idno></place>'
    text = "<text><body><p>{}</p></body></text></TEI>"
    names = "".join(f'<placeName ref="#{name}">{name}</placeName> ' for name in ("Vienna", "Prague", "Graz"))
    for stem, numbers in (("truth", "123"), ("edition", "193")):
        listed = "".join(map(entries.format, ("Vienna", "Prague", "Graz"), numbers))
        register = f"<standOff><listPlace>{listed}</listPlace></standOff>"
        path = tmp_path / f"{stem}.xml"
        path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{register}{text.format(names)}')
    figures = geonames_score(tmp_path / "truth.xml", tmp_path / "edition.xml")
    assert (2, 3, 3) == (figures.right, figures.given, figures.wanted)
