"""Runs with an authority file: where it is found, what it makes stale, and what happens when it cannot be used."""

import csv
import json
from pathlib import Path

from pipeline.errors import ExitCode
from tests.house.conftest import Run, dump, scan2tei

__all__ = ["dump", "scan2tei"]

OXMERE = '[[place]]\nname = "Oxmere"\nwikidata = "Q1"\n'


def ran(tmp_path: Path, stage: str) -> int:
    """When the result of a stage was last written, in nanoseconds."""
    return (tmp_path / "processed" / "lantern" / stage).stat().st_mtime_ns


def test_beside_the_source(scan2tei: Run, dump: Path, tmp_path: Path) -> None:
    """The file beside the source is used without being named, is no source itself, and its identifiers are written."""
    (tmp_path / "authority.toml").write_text(OXMERE)
    done = scan2tei("run", ".")
    assert (ExitCode.OK, "processed/lantern/lantern.tei.xml\n") == (done.returncode, done.stdout)
    edition = (tmp_path / "processed" / "lantern" / "lantern.tei.xml").read_text()
    assert '<idno type="wikidata">https://www.wikidata.org/entity/Q1</idno>' in edition
    assert '<placeName ref="#place.oxmere">Oxmere</placeName>' in edition


def test_content_makes_stale(scan2tei: Run, dump: Path, tmp_path: Path) -> None:
    """A changed entry makes the tag stage stale and nothing before it; a changed layout or name of the file nothing."""
    scan2tei("run", "lantern.txt")
    article, entities = ran(tmp_path, "3-article.json"), ran(tmp_path, "4-entities.json")
    (tmp_path / "authority.toml").write_text(OXMERE)
    scan2tei("run", "lantern.txt")
    told = ran(tmp_path, "4-entities.json")
    assert (article, True) == (ran(tmp_path, "3-article.json"), told > entities)
    (tmp_path / "authority.toml").rename(tmp_path / "names.toml")
    (tmp_path / "names.toml").write_text(f"# The same.\n\n{OXMERE}")
    scan2tei("run", "lantern.txt", "--authority", "names.toml")
    assert told == ran(tmp_path, "4-entities.json")


def test_one_stage_finds_it_too(scan2tei: Run, dump: Path, tmp_path: Path) -> None:
    """`scan2tei tag` uses the file beside the source of the document."""
    scan2tei("run", "lantern.txt")
    (tmp_path / "authority.toml").write_text(OXMERE)
    assert ExitCode.OK == scan2tei("tag", "lantern").returncode
    entities = json.loads((tmp_path / "processed" / "lantern" / "4-entities.json").read_text())
    assert ["Oxmere"] == [entry["name"] for entry in entities["register"] if "idnos" in entry]


def test_that_cannot_be_used(scan2tei: Run, dump: Path, tmp_path: Path) -> None:
    """A malformed file stops the run before it begins, with one sentence, the line, a remedy and exit code 5."""
    (tmp_path / "authority.toml").write_text('[[person]]\nname = "A"\nviaf = "x"\n')
    done = scan2tei("run", "lantern.txt")
    what, remedy = "line 1: 'x' is no viaf of 'A'", "give the identifier alone, or its address"
    said = f"scan2tei: {tmp_path}/authority.toml, {what}; {remedy}\n"
    assert (ExitCode.SOURCE, "", said) == (done.returncode, done.stdout, done.stderr)
    assert not (tmp_path / "processed").exists()


def test_two_files(scan2tei: Run, dump: Path, tmp_path: Path) -> None:
    """Of two files beside a source none is chosen silently."""
    for name in ("authority.toml", "authority.xml"):
        (tmp_path / name).write_text(OXMERE)
    done = scan2tei("run", "lantern.txt")
    assert (ExitCode.USAGE, True) == (done.returncode, "has two authority files; keep one" in done.stderr)


def test_missing_file(scan2tei: Run, dump: Path) -> None:
    """A file that is named and not there is exit code 5."""
    done = scan2tei("run", "lantern.txt", "--authority", "none.toml")
    assert (ExitCode.SOURCE, True) == (done.returncode, "none.toml cannot be read" in done.stderr)


def test_unknown_model(scan2tei: Run, dump: Path, tmp_path: Path) -> None:
    """A model that is not installed is told before anything is read, with exit code 7."""
    done = scan2tei("run", "lantern.txt", "--model", "en_no_such_model")
    assert (ExitCode.TOOL, "") == (done.returncode, done.stdout)
    assert "en_no_such_model is not installed; install it" in done.stderr
    assert not (tmp_path / "processed").exists()


GERMAN = """DIE LATERNE AM WEHR

Von Ada Fellgate

     Im Winter des Jahres 1843 schrieben die Wächter von Oxmere an die Grafschaft und
baten um eine Laterne. Sie hatten keine, und der Weg am Fluss war dunkel.

     Die Grafschaft antwortete im März 1844. Sie schickte zwei Laternen und eine
Rechnung, die von den Wächtern nur zu einem Teil bezahlt wurde.
"""


def test_language_without_a_model(scan2tei: Run, dump: Path, tmp_path: Path) -> None:
    """A language that the model does not speak is told in the report and by `tag`; rules alone find the names."""
    dump.write_text(GERMAN, encoding="utf-8")
    assert ExitCode.OK == scan2tei("run", "lantern.txt", "--lang", "deu").returncode
    report = (tmp_path / "processed" / "lantern" / "report.json").read_text()
    assert "no language model speaks de: they were found by rules alone" in report
    done = scan2tei("tag", "lantern", "--lang", "deu")
    assert "en_core_web_sm does not speak the language de" in done.stderr


def test_identifiers_in_the_register(scan2tei: Run, dump: Path, tmp_path: Path) -> None:
    """`scan2tei index --csv` is a table with the identifiers in a column of their own."""
    (tmp_path / "authority.toml").write_text(OXMERE)
    scan2tei("run", "lantern.txt")
    rows = list(csv.DictReader(scan2tei("index", "lantern", "--csv").stdout.splitlines()))
    (oxmere,) = [row for row in rows if row["name"] == "Oxmere"]
    assert ("places", "place.oxmere", "https://www.wikidata.org/entity/Q1") == (
        oxmere["register"], oxmere["id"], oxmere["identifiers"],
    )  # fmt: skip
