"""An article and its translation in facing columns."""

from dataclasses import replace

from pipeline.config import Settings
from pipeline.model import Article, Lines
from pipeline.segment import run
from tests.segment.conservation import assert_conserved
from tests.segment.setting import Set, article_of, first_page, page

GERMAN = """\
Der Hafen war in der Zeit der Kriege
mit Lampen versehen, und das Amt hat
den Schiffen, die nicht zahlten, die
Einfahrt verboten, denn es war ihm zu
dunkel auf der Mole. Das Licht ist
von den Fischern bezahlt worden, sagt""".splitlines()
ENGLISH = """\
In the years of the war the harbour
was provided with lamps, and it was
the office that closed the entrance
for the ships which did not pay, as
it was dark on the mole. The light is
paid for by the fishermen, it is said""".splitlines()
RIGHT = 21
"""Ems at which the right column begins."""


THINGS = ["oil", "the ferries", "a slate in the tower", "nine lamps", "winter tides"]


def column(text: list[str], side: int, number: int) -> list[Set]:
    """A column: its text breaks off within a sentence, and under it stands the note that is called in it."""
    indent = RIGHT if side == 2 else 0
    call = Set(f"{text[4].split('.')[0]}.{number}", indent=indent, raised=str(number))
    note = Set(f"{number} {text[0][:6]}, {THINGS[number - 1]}.", indent=indent, gap=1, size=0.8)
    lines = [Set(line, indent=indent) for line in (*text[number:], *text[:number])]
    return [replace(line, column=side) for line in (replace(lines[0], at=160), *lines[1:], call, *lines, note)]


def facing(number: int, left: list[str] = GERMAN) -> list[Set]:
    """A page in two columns, under a head of the full measure."""
    head = Set("The Lamps of the Lower Harbour / Annals of the Ferries", at=100, centred=True)
    return [head, *column(left, 1, number), *column(ENGLISH, 2, number)]


PAGES = [first_page()[:2], *map(facing, range(1, 6))]


def notes_of(article: Article) -> list[tuple[str, str]]:
    """Language and label of every note that is called in a block of its own text."""
    languages = {block.id: block.language for block in article.blocks}
    return [
        (note.language, note.label)
        for note in article.notes
        if note.anchor and languages[note.anchor.target] == note.language
    ]


def test_each_text_is_read_by_itself() -> None:
    """The translation follows the whole of the text, and each has its notes, whose numbers are the same."""
    article = article_of(*PAGES)
    languages = [block.language for block in article.blocks]

    assert languages == sorted(languages)
    assert [(language, str(number)) for language in ("", "en") for number in range(1, 6)] == notes_of(article)
    assert not {"the", "and"} & {*" ".join(block.text for block in article.blocks if not block.language).split()[9:]}


def test_nothing_of_either_is_lost() -> None:
    """What is of the full measure is in one of them."""
    lines = Lines(doc="set", pages=tuple(page(number, each) for number, each in enumerate(PAGES, 1)))

    assert_conserved(lines, run(lines, Settings()))


def test_two_columns_of_one_language_are_one_text() -> None:
    """Their sentences go on from column to column."""
    article = article_of(first_page()[:2], *(facing(number, ENGLISH) for number in range(1, 6)))

    assert {""} == {block.language for block in article.blocks}


def test_a_source_beside_its_translation_stays_in_its_place() -> None:
    """Three pages in facing columns are no second text of an article that has more without."""
    others = [[Set(str(folio), at=100, centred=True), *first_page()[3:]] for folio in range(6, 14)]

    assert {""} == {block.language for block in article_of(*PAGES[:4], *others).blocks}
