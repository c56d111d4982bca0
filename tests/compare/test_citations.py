"""Citations: what a planted fault does to their figures."""

from pathlib import Path

from pipeline.compare.citations import CitationFigures
from pipeline.compare.evaluation import evaluate

ARTICLE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Tides</title></titleStmt>
<publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>Invented.</p></sourceDesc></fileDesc></teiHeader>
<text><body><div><p>The tide rose.<note n="1" place="foot"><p><bibl corresp="#a"><author>Ada Merrow</author>, <title
level="m">Lamps</title>, <citedRange unit="page" from="3" to="3">p. 3</citedRange></bibl>.</p></note> It fell.<note
n="2" place="foot"><p><bibl corresp="#b"><author>Josiah Quell</author>, <title level="m">Wicks</title>, <citedRange
unit="page" from="4" to="4">p. 4</citedRange></bibl>.</p></note> It rose.<note n="3" place="foot"><p><bibl
corresp="#a">Merrow, <citedRange unit="page" from="5" to="5">p. 5</citedRange></bibl>; <bibl corresp="#b">Quell,
<citedRange unit="page" from="6" to="6">p. 6</citedRange></bibl>.</p></note></p></div></body></text></TEI>"""

FIRST, SECOND = '<bibl\ncorresp="#a">Merrow', '<bibl corresp="#b">Quell'


def figures(folder: Path, *faults: tuple[str, str]) -> CitationFigures:
    """The figures of the article with these faults against the article."""
    output = ARTICLE
    for right, wrong in faults:
        assert right in output
        output = output.replace(right, wrong)
    (folder / "truth.xml").write_text(ARTICLE, encoding="utf-8")
    (folder / "output.xml").write_text(output, encoding="utf-8")
    return evaluate(folder / "truth.xml", folder / "output.xml").citations


def test_perfect(tmp_path: Path) -> None:
    """Without a fault everything is right, and nothing is wrong or unresolved."""
    given = figures(tmp_path)
    assert given.resolved is not None
    assert (1.0, 1.0, 1.0, 1.0) == (given.found.f1, given.fields.strict.f1, given.ranges.f1, given.resolved.f1)
    assert (0, 0) == (given.wrong, given.unresolved)


def test_other_names_of_the_records_do_not_matter(tmp_path: Path) -> None:
    """A work is known by its first citation, not by the id of its record."""
    given = figures(tmp_path, ('"#a"', '"#bib.merrow"'), ('"#b"', '"#bib.quell"'))
    assert given.resolved is not None
    assert 1.0 == given.resolved.f1


def test_a_wrong_work_costs_precision(tmp_path: Path) -> None:
    """A citation that leads to another work is wrong."""
    given = figures(tmp_path, (FIRST, FIRST.replace("#a", "#b")))
    assert given.resolved is not None
    assert (0.5, 0.5, 1, 0) == (given.resolved.precision, given.resolved.recall, given.wrong, given.unresolved)


def test_unresolved_costs_recall_alone(tmp_path: Path) -> None:
    """A citation that leads nowhere is unresolved, and not wrong."""
    given = figures(tmp_path, (SECOND, "<bibl>Quell"))
    assert given.resolved is not None
    assert (1.0, 0.5, 0, 1) == (given.resolved.precision, given.resolved.recall, given.wrong, given.unresolved)


def test_a_record_of_its_own_is_unresolved(tmp_path: Path) -> None:
    """A citation taken for that of a new work leads nowhere."""
    given = figures(tmp_path, (SECOND, '<bibl corresp="#c">Quell'))
    assert (0, 1) == (given.wrong, given.unresolved)


def test_a_citation_that_is_not_marked(tmp_path: Path) -> None:
    """One of four citations that is not found costs a quarter of the recall, and its field."""
    given = figures(tmp_path, (SECOND, "<seg>Quell"), ("p. 6</citedRange></bibl>", "p. 6</citedRange></seg>"))
    assert (1.0, 0.75) == (given.found.precision, given.found.recall)
    assert (7, 8) == (given.fields.strict.right, given.fields.strict.wanted)


def test_the_ends_of_a_range(tmp_path: Path) -> None:
    """A range whose end is another is found, and wrong."""
    given = figures(tmp_path, ('from="6" to="6"', 'from="6" to="9"'))
    assert (3, 4, 1.0) == (given.ranges.right, given.ranges.wanted, given.fields.strict.f1)


def test_a_title_of_another_level(tmp_path: Path) -> None:
    """An article taken for a book is a title of the wrong kind."""
    given = figures(tmp_path, ('<title level="m">Wicks', '<title level="a">Wicks'))
    assert (7, 8) == (given.fields.strict.right, given.fields.strict.wanted)
