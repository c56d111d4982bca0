"""Headings in the type of the text that only the numbers of the article show."""

import pytest

from tests.segment.setting import FULL, Set, article_of, body, first_page, heads


def _sections(*shown: Set) -> list[Set]:
    return [*body(), *(line for each in shown for line in (each, Set(FULL[:78], indent=1.4, gap=0.3), *body()[1:]))]


def test_the_number_that_the_sequence_lacks_is_a_heading() -> None:
    """B has little white and no type of its own, but stands between A and C."""
    article = article_of(first_page(), _sections(
        Set("A. Of Tin and of Brass", gap=1.0, centred=True),
        Set("B. Of Oil and Wicks in Winter", indent=1.4),
        Set("C. Of the Pier and the Mole", gap=1.0, centred=True),
    ))  # fmt: skip

    assert ["A. Of Tin and of Brass", "B. Of Oil and Wicks in Winter", "C. Of the Pier and the Mole"] == [
        text for _, text in heads(article)
    ]


def test_two_from_the_first_on_show_each_other() -> None:
    """Text stands between them, so that they are no list."""
    first, second = Set("1. Of Tin and of Brass", indent=1.4), Set("2. Of Oil", indent=1.4)

    assert ["1. Of Tin and of Brass", "2. Of Oil"] == [
        text for _, text in heads(article_of(first_page(), _sections(first, second)))
    ]


def test_a_number_that_follows_no_other_is_no_heading() -> None:
    """Nor is one with a stop, which is an item or a sentence."""
    told = Set("A. Of Tin and of Brass", gap=1.0, centred=True)
    for line in ("D. Of Oil and Wicks in Winter", "B. The oil ran out in winter."):
        article = article_of(first_page(), _sections(told, Set(line, indent=1.4)))

        assert ["A. Of Tin and of Brass"] == [text for _, text in heads(article)]


def test_a_misread_roman_number_is_in_the_sequence() -> None:
    """Scans have ``ll.`` for II: nothing else stands between I and III."""
    shown = [Set(f"{number} Of Tin and of Brass", gap=1.0, centred=True) for number in ("I.", "III.")]
    article = article_of(first_page(), _sections(shown[0], Set("ll. Of Oil and Wicks", indent=1.4), shown[1]))

    assert ["I. Of Tin and of Brass", "ll. Of Oil and Wicks", "III. Of Tin and of Brass"] == [
        text for _, text in heads(article)
    ]


def test_a_numbered_sentence_without_the_number_before_it_is_no_heading() -> None:
    """``3. Therefore it is so.`` stands by itself, white around it, behind the items 1 and 2."""
    items = [Set("1. All the lamps are lit.", indent=1.4, gap=0.5), Set("2. This is a lamp.", indent=1.4)]
    third = Set("3. So it is lit.", indent=1.4, gap=0.5)
    page = [*body(), *items, Set(FULL[:78], indent=1.4, gap=0.5), *body()[1:], third, Set(FULL[:80], gap=0.5), *body()]

    assert [] == heads(article_of(first_page(), page))


@pytest.mark.parametrize(
    "formula",
    [
        pytest.param("C = a + b < 1", id="no word"),
        pytest.param("(20) L = n loge(M) + 2k", id="a function"),
        pytest.param("(3) Pi-X Vp = Par-Xhvhi + 4", id="what a reader makes of signs"),
    ],
)
def test_a_displayed_formula_is_no_heading(formula: str) -> None:
    """It stands in the middle, white around it, but hardly has a word."""
    shown = [Set(formula, gap=1.0, centred=True), Set(FULL[:80], gap=1.0), *body()]

    assert [] == heads(article_of(first_page(), [*body(), *shown]))


@pytest.mark.parametrize(("confidence", "expected"), [(0.9, ["OIL AND TIN"]), (0.4, [])])
def test_what_no_reader_could_read_is_no_heading(confidence: float, expected: list[str]) -> None:
    """A drawing read as letters is large and in capitals, as headings are."""
    shown = [Set("OIL AND TIN", gap=1.0, centred=True, confidence=confidence), Set(FULL[:80], gap=1.0), *body()]

    assert expected == [text for _, text in heads(article_of(first_page(), [*body(), *shown], reader="tesseract"))]


def test_a_heading_may_have_a_sign_of_equality() -> None:
    """Most of it is in words."""
    shown = [
        Set("Light = safety at the harbour", gap=1.0, centred=True),
        Set(FULL[:78], gap=1.0, indent=1.4),
        *body()[1:],
    ]

    assert [(1, "Light = safety at the harbour")] == heads(article_of(first_page(), [*body(), *shown]))
