"""Levels of headings, decided over the whole article: by what stands over what."""

import pytest

from pipeline.model import PLAIN, Style
from tests.segment.setting import FULL, Set, article_of, body, first_page, heads

BOLD = Style(bold=True)
LAMPS, OIL, WICKS = (Set(text, gap=0.8, style=BOLD) for text in ("Of Lamps", "Of Oil", "Of Wicks"))


def _section(heading: Set) -> list[Set]:
    return [heading, Set(FULL[:78], indent=1.4, gap=0.7), *body()[1:]]


def _large(text: str) -> Set:
    return Set(text, gap=1.5, size=1.5, style=BOLD)


def test_a_larger_heading_at_the_end_stands_over_none_before_it() -> None:
    """An appendix, or the leaf of the volume, is set larger; the sections of the article are as high as before."""
    article = article_of(
        first_page(),
        [*body(), *_section(LAMPS), *_section(OIL)],
        [*body(), *_section(WICKS), *_section(_large("Of the Pier"))],
    )

    assert [(1, "Of Lamps"), (1, "Of Oil"), (1, "Of Wicks"), (1, "Of the Pier")] == heads(article)


def test_a_title_that_is_set_once_more_is_over_no_section() -> None:
    """Its setting is on the first page only; the sections that follow on other pages have the highest level."""
    article = article_of(
        first_page(), [*body(), *_section(_large("Of the Mole")), *_section(LAMPS)], [*body(), *_section(OIL)]
    )

    assert [(1, "Of the Mole"), (1, "Of Lamps"), (1, "Of Oil")] == heads(article)


def test_a_section_of_the_first_page_that_has_fellows_is_over_its_parts() -> None:
    """Another heading in the larger type shows that it parts the text."""
    article = article_of(
        first_page(),
        [*body(), *_section(_large("Of the Mole")), *_section(LAMPS)],
        [*body(), *_section(_large("Of the Pier")), *_section(OIL)],
    )

    assert [1, 2, 1, 2] == [level for level, _ in heads(article)]


def test_what_stands_between_two_numbers_is_below_them() -> None:
    """The introduction has its own A and B, which come before the I of the article."""
    matters = ("A. Lamps", "B. Oil", "I. Of Wicks", "A. Tin", "B. Brass", "II. Of the Pier", "A. Stone", "B. Rope")
    shown = [Set(text, gap=1.0, centred=True, style=BOLD) for text in (*matters, "III. Of the Ferry")]
    article = article_of(
        first_page(),
        *(
            [*body(), *(line for each in part for line in _section(each))]
            for part in (shown[:3], shown[3:6], shown[6:])
        ),
    )

    assert [2, 2, 1, 2, 2, 1, 2, 2, 1] == [level for level, _ in heads(article)]


def test_of_headings_set_alike_those_in_the_middle_are_over_those_at_the_margin() -> None:
    """A journal may tell two levels by their place alone."""
    middle = [Set(text, gap=1.0, style=BOLD, centred=True) for text in ("Of the Harbour", "Of the Lamps of the Mole")]
    article = article_of(
        first_page(),
        [*body(), *_section(middle[0]), *_section(LAMPS)],
        [*body(), *_section(OIL), *_section(middle[1]), *_section(WICKS)],
    )

    assert [1, 2, 2, 1, 2] == [level for level, _ in heads(article)]


def test_on_a_scan_weight_alone_makes_no_level() -> None:
    """A reader of images takes one of three bold headings for roman; a text layer knows."""
    shown = [Set(text, gap=1.0, centred=True, style=style) for text, style in
             (("Of Lamps", BOLD), ("Of the Oil", PLAIN), ("Of the Wicks", BOLD))]  # fmt: skip
    pages = first_page(), *([*body(), *_section(heading)] for heading in shown)

    assert [1, 1, 1] == [level for level, _ in heads(article_of(*pages, reader="tesseract"))]
    assert [1, 2, 1] == [level for level, _ in heads(article_of(*pages))]


def test_on_a_scan_the_size_of_capitals_makes_no_level() -> None:
    """What is measured of a line without small letters is a guess; a title's capitals are larger still."""
    shown = [Set(text, gap=1.0, centred=True, size=size) for text, size in
             (("OF THE LAMPS", 1.0), ("OF THE OIL", 1.24), ("OF THE WICKS", 0.7))]  # fmt: skip
    pages = first_page(), *([*body(), *_section(heading)] for heading in shown)

    assert [1, 1, 1] == [level for level, _ in heads(article_of(*pages, reader="tesseract"))]


@pytest.mark.parametrize("last", ["Conclusion", "Conclusiones", "Table of Contents"])
def test_a_section_that_every_article_has_is_beside_the_highest(last: str) -> None:
    """However it is set: that of A and B is no sign that it is below I and II."""
    italic = Style(italic=True)
    styles = {"I. Of Wicks": BOLD, "A. Tin": italic, "B. Brass": italic, "II. Of the Pier": BOLD, last: italic}
    shown = [Set(text, gap=1.0, centred=True, style=style) for text, style in styles.items()]
    article = article_of(
        first_page(),
        *([*body(), *(line for each in part for line in _section(each))] for part in (shown[:3], shown[3:])),
    )

    assert [1, 2, 2, 1, 1] == [level for level, _ in heads(article)]


def test_small_roman_numbers_go_on() -> None:
    """``ii.`` behind ``i.`` is no Roman II that was misread."""
    shown = [Set(text, gap=1.0, centred=True) for text in
             ("I. Of Lamps", "A. Of Tin", "i. The Handles", "ii. The Glass", "B. Of Brass", "II. Of Oil")]  # fmt: skip
    article = article_of(first_page(), *([*body(), *_section(heading)] for heading in shown))

    assert [1, 2, 3, 3, 2, 1] == [level for level, _ in heads(article)]


def test_double_letters_stand_under_letters() -> None:
    """German lawyers number so: ``a)``, and under it ``aa)`` and ``bb)``."""
    shown = [Set(text, gap=1.0, style=BOLD) for text in
             ("I. Of Lamps", "a) Of Tin", "aa) The Handles", "bb) The Glass", "b) Of Brass", "II. Of Oil")]  # fmt: skip
    article = article_of(first_page(), *([*body(), *_section(heading)] for heading in shown))

    assert [1, 2, 3, 3, 2, 1] == [level for level, _ in heads(article)]


def test_five_numberings_are_five_levels() -> None:
    """So deep go lawyers; no setting of type does."""
    texts = (
        "I. Of Lamps",
        "A. Of Tin",
        "1. The Handles",
        "a. Of Wood",
        "i. Of Oak",
        "ii. Of Ash",
        "b. Of Horn",
        "II. Of Oil",
    )
    article = article_of(first_page(), *([*body(), *_section(Set(text, gap=1.0, centred=True))] for text in texts))

    assert [1, 2, 3, 4, 5, 5, 4, 1] == [level for level, _ in heads(article)]
