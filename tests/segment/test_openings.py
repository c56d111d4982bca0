"""Pages behind the first with which another article or a chapter begins: its title is no running head."""

from tests.segment.setting import FULL, Set, article_of, body, first_page, heads

TITLE = "LANTERNS ON THE MOLE"


def _page(folio: int, head: str, *, second: str) -> list[Set]:
    return [
        Set(f"{head} {folio}", at=100),
        Set(FULL[:80], gap=1),
        *body(9)[1:],
        Set(f"They wrote of {second}, and of the price of {second}."),
    ]


def _opening(size: float, *folio: Set) -> list[Set]:
    return [
        Set(TITLE, at=100 if size == 1 else 180, size=size, centred=True),
        Set("Amos Reed", centred=True, gap=1),
        Set(FULL[:78], indent=1.4, gap=1.5),
        *body(9)[1:],
        *folio,
    ]


def test_a_title_in_larger_type_is_no_running_head_though_the_next_pages_repeat_it() -> None:
    """A running head that repeats a title is smaller and stands over where the title stood."""
    article = article_of(
        [*first_page(), *body(4)],
        _page(12, "LAMPS OF THE HARBOUR", second="oil"),
        _opening(1.4),
        _page(14, TITLE, second="wicks"),
        _page(15, TITLE, second="crews"),
    )

    assert TITLE in [text for _, text in heads(article)]
    assert [4, 5] == [each.page for each in article.furniture if each.text == TITLE]


def test_a_page_whose_folio_went_to_the_foot_has_no_running_head() -> None:
    """So printers open an article: what stands at its top is its title, in whatever type."""
    pages = [_page(folio, TITLE, second=f"{folio} barrels") for folio in range(15, 20)]
    opening = _opening(1, Set("14", at=1400, centred=True))
    article = article_of([*first_page(), *body(4)], _page(13, "LAMPS OF THE HARBOUR", second="oil"), opening, *pages)

    assert TITLE in [text for _, text in heads(article)]


def test_a_running_head_may_stand_over_the_opening_too() -> None:
    """Where other pages have the very same row, at the same height and in the same size, no title stands."""
    head = Set("Tansy: Lanterns on the Mole", at=100)
    names = [Set("HESTER TANSY", centred=True, gap=2), Set("LANTERNS ON THE MOLE", centred=True, gap=2)]
    article = article_of(
        [head, *names, Set(FULL[:78], indent=1.4, gap=2), *body(9)],
        *[[head, Set(FULL[:80], gap=1), *body(9)] for _ in range(3)],
    )

    assert ("LANTERNS ON THE MOLE", ("Hester Tansy",)) == (article.front.title, article.front.authors)
    assert [1, 2, 3, 4] == [each.page for each in article.furniture if each.text == head.text]
