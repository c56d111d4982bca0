"""Headings in the type of the text that only the numbers of the article show."""

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
