"""A text compared with itself gets perfect marks, whatever is in it."""

from pathlib import Path

import pytest

from pipeline.compare import Evaluation, evaluate
from pipeline.compare.scores import Score
from tests.compare.article import ARTICLE, figures, judged

JTEI = Path(__file__).parents[3] / "shared" / "data" / "jtei"
SPECIMENS = Path(__file__).parents[1] / "specimens"


def imperfect(evaluation: Evaluation) -> dict[str, object]:
    """The figures that are not perfect."""
    errors = ("CER body", "CER notes", "merged", "split", "lost", "spurious")
    found = figures(evaluation)
    wrong: dict[str, object] = {name: found[name] for name in errors if found[name] != 0}
    for name, figure in found.items():
        if isinstance(figure, Score) and not figure.right == figure.given == figure.wanted:
            wrong[name] = figure
    if not evaluation.notes.wanted == evaluation.notes.found == evaluation.notes.close:
        wrong["notes"] = evaluation.notes
    return wrong


def test_the_article_against_itself_is_perfect(tmp_path: Path) -> None:
    """The small article of these tests has something for every figure, and all of them are perfect."""
    evaluation = judged(tmp_path, ARTICLE)
    scores = [figure.f1 for figure in figures(evaluation).values() if isinstance(figure, Score)]
    assert ({}, {1.0}) == (imperfect(evaluation), set(scores))


@pytest.mark.parametrize("path", sorted(SPECIMENS.glob("*.tei.xml")), ids=lambda path: path.name)
def test_a_specimen_against_itself_is_perfect(path: Path) -> None:
    """A specimen compared with itself has no errors of any kind."""
    assert imperfect(evaluate(path, path)) == {}


@pytest.mark.skipif(not JTEI.exists(), reason="the jTEI articles are not beside the checkout (../shared/data/jtei)")
@pytest.mark.parametrize("path", sorted(JTEI.glob("*.xml")), ids=lambda path: path.stem)
def test_a_jtei_article_against_itself_is_perfect(path: Path) -> None:
    """An article that others encoded, compared with itself, has no errors of any kind."""
    assert imperfect(evaluate(path, path)) == {}
