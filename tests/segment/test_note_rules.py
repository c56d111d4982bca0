"""The rule over the notes, and contents that look like them."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from pipeline.config import Settings
from pipeline.model import Article, BlockKind, Box, Lines
from pipeline.segment import run
from pipeline.segment.notes.endnotes import works_by_author
from pipeline.segment.rows import whole
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page, page

FOOT = 900
"""Baseline of the first row under the rule."""
RULE = Box(100, FOOT - 36, 300, FOOT - 34)
ABOUT = [
    Set("Hester Tansy keeps the lists of lamps of the Board of the Lower Harbour at Port Selwyn,", size=0.8, gap=1),
    Set("where she was born, and teaches the young clerks what the old ones have forgotten.", size=0.8),
]
"""Lines in the type of the notes."""
FIRST = (first_page(), ())
TOPS = {
    1: "and of the lamps in the first year of the Board there is no list, as the clerk",
    2: "when the fog lay on the Mole, so that two boats ran ashore and nobody was asked",
    3: "who had been dismissed for selling oil to the masters of three coasting vessels",
    4: "until the accounts were closed, a month late and four barrels short of the sum.",
}
"""The first rows of the pages; what all pages begin with is a running head."""


NOTES = {
    1: "See Pinker, Lamps, 14.",
    2: "The clerk’s own list is lost.",
    3: "Minutes of the Board, 3 May 1871.",
    4: "Reed, Oil and Tallow, p. 88.",
}


def _noted(number: int, *, over: Sequence[Set] = (), under: Sequence[Set] = ()) -> list[Set]:
    """A page with a note under the rule, and lines over the rule or under it."""
    foot = [*under, Set(f"{number} {NOTES[number]}", size=0.8)]
    text = [Set(TOPS[number]), *body(7), Set(FULL[:70] + str(number), raised=str(number)), *body(7), *over]
    return [*text, replace(foot[0], at=FOOT), *foot[1:]]


def _article(*pages: tuple[list[Set], Sequence[Box]]) -> Article:
    made = [msgspec.structs.replace(page(at, rows), rules=tuple(rules)) for at, (rows, rules) in enumerate(pages, 1)]
    return run(Lines(doc="set", pages=tuple(made)), Settings())


def _texts(article: Article) -> dict[str, str]:
    return {note.label: note.text for note in article.notes}


def test_small_lines_over_the_rule_are_text() -> None:
    """The lines about the author end the text; they carry on no note of the page before."""
    noted = [(_noted(number), [RULE]) for number in (1, 2, 3)]
    article = _article(FIRST, *noted, (_noted(4, over=ABOUT), [RULE]))

    assert NOTES[3] == _texts(article)["3"]
    assert any("where she was born" in block.text for block in article.blocks)


def test_a_page_without_the_rule_has_no_notes() -> None:
    """A caption in the type of the notes at its foot is none."""
    noted = [(_noted(number), [RULE]) for number in (1, 2, 3)]
    plate = [
        Set("which the Board had ordered to be drawn by a man who had never seen the harbour"),
        *body(8),
        *body(8),
        replace(ABOUT[0], gap=4),
        ABOUT[1],
    ]
    article = _article(FIRST, *noted, (plate, []), (_noted(4), [RULE]))

    assert NOTES[3] == _texts(article)["3"]


def test_a_rule_of_the_running_heads_is_none_over_notes() -> None:
    """It stands at one height on every page, and under it one page has nothing but a list in small type."""
    head = Box(100, 60, 300, 62)
    noted = [(_noted(number), [head, RULE]) for number in (1, 2, 3)]
    listed = [replace(row, indent=1.4) for row in (*ABOUT, *ABOUT, *ABOUT)]
    article = _article((FIRST[0], [head]), *noted, (listed, [head]), (_noted(4), [head, RULE]))

    assert NOTES[3] == _texts(article)["3"]


def test_the_line_under_a_link_is_no_rule() -> None:
    """What stands over a link carries on the note of the page before."""
    noted = [(_noted(number), [RULE]) for number in (1, 2, 3)]
    link = Box(140, FOOT + 32, 340, FOOT + 33)
    article = _article(FIRST, *noted, (_noted(4, under=ABOUT), [RULE, link]))

    assert _texts(article)["3"].endswith("the old ones have forgotten.")


def test_a_note_goes_on_alone_under_the_rule() -> None:
    """No label is on the page, and the note before had ended in a stop."""
    noted = [(_noted(number), [RULE]) for number in (1, 2, 3)]
    carried = [
        Set("which the Board had ordered to be drawn by a man who had never seen the harbour"),
        *body(8),
        replace(ABOUT[0], at=FOOT, indent=1),
        replace(ABOUT[1], indent=1),
    ]
    article = _article(FIRST, *noted, (carried, [RULE]), (_noted(4), [RULE]))

    assert _texts(article)["3"].endswith("the old ones have forgotten.")


def test_entries_of_contents_are_no_notes() -> None:
    """An entry begins with a number and has a row before the one that dots lead to its page number."""
    entries = [
        row
        for number in (1, 2, 3, 4)
        for row in (
            Set(f"{number}. The lamps of the Lower Harbour and what the Board wrote down of them", size=0.8),
            Set(f"in the year of the fog ................................................ {number}1", size=0.8),
        )
    ]
    called = [Set(TOPS[1]), *(Set(FULL[:70] + str(number), raised=str(number)) for number in NOTES), *body(8)]
    foot = [Set(f"{number} {text}", size=0.8, gap=2 * (number == 1)) for number, text in NOTES.items()]
    article = article_of(first_page(), entries, [*called, *foot])

    assert 4 == len(blocks(article, BlockKind.CONTENTS))
    assert {str(number): text for number, text in NOTES.items()} == _texts(article)


def test_what_stands_under_the_rule_in_the_type_of_the_text_carries_on_a_note() -> None:
    """In a typed paper nothing but the rule parts them; it is as wide as those right over the labels of other pages."""
    rest = [Set("was kept by the widow of the last keeper, who could not read it, for many years;"), Set("and burnt.")]
    noted = [(_noted(number), [RULE]) for number in (1, 2, 3)]

    article = _article(FIRST, *noted, (_noted(4, under=rest), [RULE]))

    assert _texts(article)["3"].endswith("for many years; and burnt.")


def test_a_rule_of_another_width_over_text_is_none_over_notes() -> None:
    """It is that of a table; what is under it is the text, as on the other pages."""
    table = Box(100, FOOT - 66, 900, FOOT - 64)
    noted = [(_noted(number), [RULE]) for number in range(1, 4)]
    text = [Set("The Board counted the lamps of the harbour, and the accounts were closed in May.", gap=1)]
    article = _article(FIRST, *noted, (_noted(4, over=text), [table, RULE]))

    assert NOTES[3] == _texts(article)["3"]


def test_endnotes_behind_a_bibliography_are_none_of_its_entries() -> None:
    """Journals of OpenEdition print them so: the list of works by author ends where the notes have their heading."""
    names = ("Ash", "Birch", "Cox", "Dee", "Elm", "Fir", "Gorse", "Holm", "Ivy")
    works = [f"{name}, Amos, Lamps of the Harbour, 1931." for name in names]
    made = page(1, [Set(text) for text in ("Bibliography", *works, "NOTES", "1. See Ash, Lamps.")])
    rows = [whole(made, number) for number in range(len(made.lines))]

    assert range(10) == works_by_author(rows)
