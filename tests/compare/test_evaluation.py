"""The whole evaluation: what a truth need not say, furniture from beside it, the table and the JSON."""

import json
from pathlib import Path

import msgspec
import pytest

from pipeline.compare import Evaluation, evaluate
from pipeline.errors import SourceError
from tests.compare.article import ARTICLE, judged, planted

FURNITURE = [
    {"page": 1, "folio": "11", "head": ""},
    {"page": 2, "folio": "12", "head": "Annals of the Coast", "foot": "ignored"},
    {"page": 3, "folio": "13", "head": "Ada Merrow"},
]


def with_furniture(folder: Path, furniture: object, *faults: tuple[str, str]) -> Evaluation:
    """The evaluation against a truth that has its furniture beside it."""
    judged(folder, planted(*faults))
    path = folder / "furniture.json"
    path.write_text(json.dumps(furniture))
    return evaluate(folder / "truth.xml", folder / "output.xml", path)


def test_furniture_may_stand_beside_the_truth(tmp_path: Path) -> None:
    """Running heads and folios of a list beside the truth are compared page by page."""
    evaluation = with_furniture(tmp_path, FURNITURE)
    assert evaluation.zones.head is not None and evaluation.folios is not None
    assert (
        evaluation.zones.head.f1, evaluation.zones.head.wanted, evaluation.folios.f1, evaluation.folios.wanted,
    ) == (1.0, 6, 1.0, 3)  # fmt: skip


def test_a_folio_on_the_wrong_page_is_wrong(tmp_path: Path) -> None:
    """The right numbers in the right order are wrong all the same when each stands a page too early."""
    shifted = [{**page, "page": page["page"] + 1} for page in FURNITURE]  # type: ignore[operator]
    folios = with_furniture(tmp_path, shifted).folios
    assert folios is not None
    assert folios.right == 0


@pytest.mark.parametrize("furniture", [{"page": 1}, [{"folio": "1"}], [{"page": "one"}]])
def test_a_list_that_is_none_is_refused(furniture: object, tmp_path: Path) -> None:
    """Anything else than a list of page furniture is refused in one sentence."""
    with pytest.raises(SourceError, match=r"furniture\.json is not a list of page furniture"):
        with_furniture(tmp_path, furniture)


def test_a_title_that_the_truth_has_in_its_header_only_is_no_error(tmp_path: Path) -> None:
    """Where the truth has no printed title, the title that the output read from the page is not counted against it."""
    front = ARTICLE[ARTICLE.index("<front>") : ARTICLE.index("<body>")]
    evaluation = judged(tmp_path, ARTICLE, truth=ARTICLE.replace(front, ""))
    assert (evaluation.text.body.distance, evaluation.zones.body.precision) == (0, 1.0)


def test_a_truth_without_page_breaks_says_nothing_about_folios(tmp_path: Path) -> None:
    """Figures that cannot be measured are None, and a dash in the table."""
    truth = ARTICLE
    for page, number in ((1, 11), (2, 12), (3, 13)):
        truth = truth.replace(f'<pb n="{number}" facs="#f{page}"/>', "")
    evaluation = judged(tmp_path, ARTICLE, truth=truth)
    assert evaluation.folios is None
    assert ("folios", "–", "not in the truth") in evaluation.as_rows()


def test_an_empty_output_has_everything_wrong(tmp_path: Path) -> None:
    """An edition without text loses every character, note, call and block, and stops nothing."""
    empty = ARTICLE[: ARTICLE.index("<text>")] + "<text><body><p/></body></text></TEI>"
    evaluation = judged(tmp_path, empty)
    assert (
        evaluation.text.together.rate,
        evaluation.calls.exact.right,
        evaluation.notes.lost,
        evaluation.blocks.together.right,
    ) == (1.0, 0, 6, 0)  # fmt: skip


def test_an_empty_truth_is_no_division_by_zero(tmp_path: Path) -> None:
    """Against a truth without text the rate is infinite, and what was given is not right."""
    empty = ARTICLE[: ARTICLE.index("<text>")] + "<text><body><p/></body></text></TEI>"
    evaluation = judged(tmp_path, ARTICLE, truth=empty)
    assert (float("inf"), 0.0, None) == (
        evaluation.text.together.rate, evaluation.calls.exact.precision, evaluation.calls.exact.recall,
    )  # fmt: skip


def test_the_table_names_every_figure_once(tmp_path: Path) -> None:
    """Every row has a name of its own."""
    names = [name for name, _, _ in judged(tmp_path, ARTICLE).as_rows()]
    assert len(names) == len(set(names))


def test_an_evaluation_survives_json(tmp_path: Path) -> None:
    """Written as JSON and read again it is the same, and the same bytes every time."""
    evaluation = judged(tmp_path, planted(("in verse;", "in</p><p>verse;")))
    written = msgspec.json.encode(evaluation)
    assert evaluation == msgspec.json.decode(written, type=Evaluation)
    assert written == msgspec.json.encode(judged(tmp_path, planted(("in verse;", "in</p><p>verse;"))))
