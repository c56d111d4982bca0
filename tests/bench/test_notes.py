"""The bench of the notes: damage that is planted, evidence that is taken away, certainty that is checked."""

import copy
import random
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pipeline.model import Page
from tests.bench import ablation, certainty, damage, reader_dumps
from tests.bench.cases import SPECIMENS, printed
from tests.bench.plot import Curve, plot
from tests.bench.witnesses import Judged, JudgedLink, Witness, digital_witness, dump_of, judge, witnesses
from tests.press.layout import LAYOUTS
from tests.press.preparing import find_all, read_article
from tests.press.typeset import typeset


@pytest.fixture(scope="module")
def digital() -> Witness:
    """An opening with its text layer."""
    return next(witnesses([printed(SPECIMENS / "lantern-dues.tei.xml", "a", "")], Path()))


def _link(certainty_: float, *, right: bool) -> JudgedLink:
    return JudgedLink("w", "1", certainty_, guessed=False, right=right)


def _words(pages: tuple[Page, ...]) -> list[str]:
    return [word.text for page in pages for line in page.lines for word in line.words]


def test_a_dump_holds_the_words_of_the_pages(digital: Witness, tmp_path: Path) -> None:
    """Geometry is gone, no word is."""
    dump = dump_of(digital, tmp_path)

    assert _words(digital.pages.pages) == _words(dump.pages.pages)
    assert {line.box for page in dump.pages.pages for line in page.lines} == {None}


def test_a_dump_shows_where_the_notes_begin(digital: Witness, tmp_path: Path) -> None:
    """White between body and notes is two blank lines; between the lines of a paragraph there is none."""
    lines = dump_of(digital, tmp_path).pages.pages[2].lines

    assert {line.blank_before for line in lines if line.text.startswith("HR, p")} <= {0}
    assert 2 in {line.blank_before for line in lines}


def test_damage_grows_with_its_level(digital: Witness, tmp_path: Path) -> None:
    """What is damaged at one level is damaged in the same way at every higher one; at 0 nothing is."""
    none, some, all_ = (_words(damage.damaged(digital, level, tmp_path).pages.pages) for level in (0.0, 0.5, 1.0))

    assert none == _words(digital.pages.pages)
    assert 5 < len(set(none) - set(some)) < len(set(none) - set(all_))
    assert set(some) - set(none) <= set(all_)


@pytest.mark.parametrize("habit", reader_dumps.HABITS, ids=lambda habit: habit.name)
def test_a_habit_changes_calls_and_nothing_else(habit: reader_dumps.Habit, digital: Witness, tmp_path: Path) -> None:
    """What a reader leaves of raised numbers is written in their place; no other word changes."""
    before, after = (
        _words(digital.pages.pages),
        _words(reader_dumps.in_habit([digital], habit, tmp_path)[0].pages.pages),
    )
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]

    assert all(one.rstrip("0123456789") == other[: len(one.rstrip("0123456789"))] for one, other in changed)
    assert bool(changed) == (habit.write("12") != "12")


def test_only_calls_and_labels_are_damaged(digital: Witness, tmp_path: Path) -> None:
    """Words that hold no call and are no label come through."""
    marked = {line.words[mark.word].text for page in digital.pages.pages for line in page.lines for mark in line.marks}
    lost = set(_words(digital.pages.pages)) - set(_words(damage.damaged(digital, 1.0, tmp_path).pages.pages))

    assert {word for word in lost - marked if not word.rstrip(".").isdigit()} == set()


@pytest.mark.parametrize(
    ("label", "expected"), [("11.", {"ll."}), ("10.", {"1O.", "l0."}), ("5.", {"S."}), ("7.", {"7"})]
)
def test_labels_are_misread_as_letters(label: str, expected: set[str]) -> None:
    """The digits that look like letters become letters; others lose their full stop."""
    assert expected == {damage.misread_label(label, random.Random(seed)) for seed in range(20)}


def test_a_perfect_promise_has_no_error() -> None:
    """Links that are as often right as they say have an error of 0."""
    links = [_link(0.75, right=right) for right in (True, True, True, False)]

    assert certainty.calibration_error(links) == 0.0
    assert [(each.links, each.found) for each in certainty.reliability(links)] == [(4, 0.75)]


def test_thresholds_trade_recall_for_precision() -> None:
    """Above a threshold only the links that keep it count; all wanted calls still do."""
    judged = Judged((_link(0.9, right=True), _link(0.4, right=False), _link(0.4, right=True)), 4)

    assert (judged.precision(), judged.recall()) == (2 / 3, 0.5)
    assert (judged.precision(0.5), judged.recall(0.5)) == (1.0, 0.25)


def test_a_text_layer_is_linked_whole(digital: Witness) -> None:
    """Every call of the printing is found; taking the sequence away from so clear a witness changes nothing."""
    assert (judge(digital).precision(), judge(digital).recall()) == (1.0, 1.0)
    by_itself = next(each for each in ablation.ABLATIONS if each.name == "without the sequence")
    assert ablation.ablate([digital], by_itself).recall() == 1.0


def test_the_order_of_the_notes_is_missed(digital: Witness, tmp_path: Path) -> None:
    """Where no call is legible, the order of the notes carries the links."""
    dump = damage.damaged(digital, 1.0, tmp_path)
    with_all, without = (
        ablation.ablate([dump], each)
        for each in ablation.ABLATIONS
        if each.name in {"all the evidence", "without the sequence"}
    )

    assert without.recall() < with_all.recall()


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["d", "e"])
def test_three_hundred_notes_are_linked(layout: str) -> None:
    """An article as long as a law review's, its notes at the foot or at the end: the calls are on their words.

    It is made of specimens set three times over, so that a line which happens to be the first of two pages is taken
    for a running head, and its call is lost with it: 349 of 351 is what can be asked.
    """
    article = read_article(SPECIMENS / "lantern-dues.tei.xml")
    body = find_all(article, "//t:body")[0]
    for stem in ("winter-ferry", "seed-road", "clock-court", "lantern-dues") * 3:
        other = find_all(read_article(SPECIMENS / f"{stem}.tei.xml"), "//t:body")[0]
        body.extend(copy.deepcopy(list(other)))

    judged = judge(digital_witness("long", typeset(article, LAYOUTS[layout])))

    assert judged.wanted > 300
    assert min(judged.precision(), judged.recall()) > 0.99


def test_a_plot_is_well_formed_and_the_same_every_time() -> None:
    """The plot is XML; its curves have a point for each figure and lie within the frame."""
    curves = [Curve("P & R", ((0.0, 1.0), (0.5, 0.9), (1.0, 0.62)))]
    svg = plot("Calls", "damage", "precision", curves)

    circles = ElementTree.fromstring(svg).findall("{http://www.w3.org/2000/svg}circle")
    assert len(circles) == 3
    assert svg == plot("Calls", "damage", "precision", curves)
    assert all(40 <= float(circle.get("cy", "0")) <= 280 for circle in circles)
