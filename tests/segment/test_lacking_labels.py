"""Labels of a dump that its sequence lacks: glued to words, read as signs, or lost; numbered paragraphs; the star."""

from collections.abc import Sequence

import pytest

from pipeline.cleanup.draft import begin
from pipeline.cleanup.quotation_marks import pairs
from pipeline.model import Article
from tests.cleanup.pages import pages_of
from tests.segment.conservation import article_of_dump

TEXT = """\
The harbour board burned four thousand gallons of oil in the winter of the
levy, and it never said who had paid for them.{} The masters of the tea boats
were asked for a penny and gave a halfpenny, in coin, at the steps,{} and the
boy who rowed round the moorings with his slate wrote it down every evening.
Nobody in the port would say where the oil had gone, though everybody knew.{}"""
OPENINGS = (
    "Nobody in the town had asked what a winter without lamps would come to, and",
    "When the whalers came in at last their masters were told to wait until noon.",
    "A second levy was laid on the ferry, which had never paid one before, though",
    "It was the clerk who kept the slates, and he sold them when the board was out.",
    "Quell had left by then; his successor burned what he could find in the lofts.",
)
NOTES = (
    ("See Fennick, Harbour Registers, at 12.", "Id. at 44.", "Letter from Quell to Drummond (Feb. 1, 1871)."),
    ("The coin is in the museum of the port.", "See Selwyn Archive, HP 22/5.", "Id. at 3-4."),
    ("Drummond, supra note 2, at 7.", "Oil was four shillings a gallon.", "See Report to the Ministry (1872)."),
    ("Proceedings of the Board, at 90 (1871).", "Id.", "The slates were sold in 1884."),
    ("Several lists have been published. See Marsh, Ferries (1902).", "Fennick, supra note 1, at 3.", "Doyle, at 6."),
)


def _page(first: int, labels: Sequence[str], above: Sequence[str] = ()) -> list[str]:
    """A page that calls three notes from ``first`` on, whose labels are glued to them as the reader made them."""
    text = TEXT.format(first, first + 1, first + 2).splitlines()
    notes = NOTES[first // 3]
    return [OPENINGS[first // 3], *above, *text, *(label + note for label, note in zip(labels, notes, strict=True))]


def _labels(article: Article) -> list[str]:
    return [note.label for note in article.notes]


LEGIBLE = [_page(first, [str(first + place) for place in range(3)]) for first in (1, 4, 7, 10, 13)]


@pytest.mark.parametrize(
    ("first", "labels"),
    [
        (1, ["l", "2", "3"]),
        (4, ["4", "S", "6"]),
        (10, ["lO", "H", "12"]),
        (10, ["10", "ll", "l2"]),
        (13, ["13", "14", "lS"]),
    ],
)
def test_labels_that_are_glued_to_their_words(first: int, labels: list[str]) -> None:
    """``SSee`` is 5 and ``HId.`` 11 where the sequence lacks that number, and nothing of them stays in the note."""
    pages = list(LEGIBLE)
    pages[first // 3] = _page(first, labels)
    article = article_of_dump(*pages)

    assert [str(number) for number in range(1, 16)] == _labels(article)
    assert [note[:2] for page in NOTES for note in page] == [note.text[:2] for note in article.notes]


@pytest.mark.parametrize("label", ["y ", "° ", "", "5> "])
def test_a_label_between_two_that_can_be_read(label: str) -> None:
    """Whatever a label became, or if nothing is left of it, the row at the foot is the note that lacks."""
    page = _page(4, ["4", label, "6"])
    article = article_of_dump(LEGIBLE[0], page, *LEGIBLE[2:])

    assert [str(number) for number in range(1, 16)] == _labels(article)
    assert article.notes[4].text.startswith("See Selwyn Archive")


def test_a_label_that_lacks_among_signs() -> None:
    """Where the labels are followed as signs, what looks like no sign is read by the numbers that lack."""
    signs = dict(zip("0123456789", "°'”*!§®’8?", strict=True))
    damaged = ["".join(signs[digit] for digit in str(number)) for number in range(1, 16)]
    labels = [*damaged[:3], "4", *damaged[4:7], "y ", *damaged[8:12], "13", *damaged[13:]]
    article = article_of_dump(*(_page(first, labels[first - 1 : first + 2]) for first in (1, 4, 7, 10, 13)))

    assert [str(number) for number in range(1, 16)] == _labels(article)
    assert article.notes[7].text.startswith("Oil was four shillings")


def test_a_number_that_begins_a_line_of_a_note_is_no_label() -> None:
    """``at 1, 2,`` and on the next line ``3, 41``: the note 3 begins below, behind a sentence."""
    notes = ["1See Fennick, Harbour Registers, at 12.", "2Id. at 44. See Marsh, Ferries of the North, at 1, 2,"]
    page = [*_page(1, ["1", "2", "3"])[:-3], *notes, "3, 41 and 60, with the slates.", "3 Letter from Quell (1871)."]
    article = article_of_dump(page, *LEGIBLE[1:])

    assert [str(number) for number in range(1, 16)] == _labels(article)
    assert article.notes[2].text.startswith("Letter from Quell")


def test_a_list_behind_the_last_note_has_no_numbers() -> None:
    """Behind the last label nothing tells that numbers lack: the works cited are none of the notes."""
    works = [
        "Doyle, A., The Northern Ports. Port Selwyn 1902.",
        "Fennick, O., Harbour Registers. Port Selwyn 1931.",
        "Marsh, A., Ferries. Port Selwyn 1902.",
    ]
    article = article_of_dump(*LEGIBLE[:-1], [*LEGIBLE[-1], *works])

    assert [str(number) for number in range(1, 16)] == _labels(article)


def test_words_of_the_sequence_are_no_labels() -> None:
    """A line of the text that begins with two capitals is none where no number lacks."""
    page = _page(
        4, ["4", "5", "6"], above=["SSo it was said, and the board wrote to the ministry about the oil once more."]
    )

    assert [str(number) for number in range(1, 16)] == _labels(article_of_dump(LEGIBLE[0], page, *LEGIBLE[2:]))


def test_numbered_paragraphs_do_not_take_the_place_of_bare_labels() -> None:
    """``1. The lamps`` to ``9. The steps`` are items where the notes, half as many again, have no stops."""
    items = [f"{number}. The board kept a slate of its own for every thing that was lost." for number in range(1, 10)]
    pages = [
        *LEGIBLE[:2],
        _page(7, ["7", "8", "9"], above=items[:5]),
        _page(10, ["10", "11", "12"], above=items[5:]),
        LEGIBLE[4],
    ]

    assert [str(number) for number in range(1, 16)] == _labels(article_of_dump(*pages))


def test_roman_numbers_of_headings_are_no_labels() -> None:
    """``I. The Oil`` is no note 1 where the labels of the notes have no stop."""
    pages = [
        _page(1, ["'", "2", "3"], above=["I. The Oil"]),
        *LEGIBLE[1:3],
        _page(10, ["10", "11", "12"], above=["II. Id"]),
    ]

    assert not [note for note in article_of_dump(*pages).notes if note.text.startswith(("The Oil", "Id "))]


@pytest.mark.parametrize("star", ["*", "•", "·", "• "])
def test_the_authors_star_before_glued_labels(star: str) -> None:
    """A star behind the name and one at the foot are the author's, whatever the reader made of them."""
    first = ["THE OIL OF THE HARBOUR", "Ada B. Fennick'", *LEGIBLE[0]]
    first.insert(-3, f"{star}Keeper of the Slates, Port Selwyn.")
    article = article_of_dump(first, *LEGIBLE[1:])

    assert ["*", *(str(number) for number in range(1, 16))] == _labels(article)


def test_marks_at_the_start_of_several_notes_open_no_quotation() -> None:
    """Two labels that were read as quotation marks leave what closes nothing on the next page to a call."""
    notes = ['"U.N. Doc. 12 (1970).', '"U.N. Doc. 14 (1971).']
    pages = pages_of(
        notes, ['The oil was paid by the masters of the boats, who gave a halfpenny." Nobody asked.']
    ).pages
    paired, loose = pairs([begin(page, line) for page in pages for line in page.lines])

    assert not paired
    assert ['"'] == [mark.character for mark in loose]


@pytest.mark.parametrize("label", ["(I1)", "C°)", "(ιβ)", "f11)", "(u)"])
def test_a_label_in_brackets_that_was_misread(label: str) -> None:
    """Where labels stand in brackets, so does what is left of one, whatever it is; nothing of it stays in the note."""
    pages = [_page(first, [f"({first + place}) " for place in range(3)]) for first in (1, 4, 7, 10, 13)]
    pages[3] = _page(10, ["(10) ", f"{label} ", "(12) "])
    article = article_of_dump(*pages)

    assert [str(number) for number in range(1, 16)] == _labels(article)
    assert [note[:2] for page in NOTES for note in page] == [note.text[:2] for note in article.notes]


def test_a_list_that_a_colon_announces_has_no_labels() -> None:
    """``The lamps were:`` and 1, 2, 3 below it are a list, and in an article without notes there are none."""
    items = [f"{number}. The lamp of the {name} pier, which was lit in the first winter." for number, name in
             enumerate(("north", "south", "tea", "coal"), 1)]  # fmt: skip
    text = [
        *TEXT.replace("{}", "").splitlines(),
        "and nobody knew who paid for the lamps of the four piers, which were:",
    ]
    article = article_of_dump(*[[opening, *text, *items, *text[:-1]] for opening in OPENINGS])

    assert not article.notes


def test_no_label_lacks_behind_the_heading_of_a_list() -> None:
    """Entries under ``References`` are no further notes, though their numbers go on with those of the notes."""
    works = [f"{number}. Fennick, O., Harbour Registers, vol. {number}, Port Selwyn 1931." for number in range(1, 61)]
    article = article_of_dump(*LEGIBLE, [*TEXT.replace("{}", "").splitlines(), "References", *works])

    assert [str(number) for number in range(1, 16)] == _labels(article)


def test_stars_amid_the_text_are_no_labels() -> None:
    """Items with stars, more than twice as many as the notes, do not make these reference marks."""
    items = [
        f"* The lamp of the {name} pier, which was lit in the first winter of the levy"
        for name in ("north", "tea", "coal")
    ]
    pages = [
        [opening, *items, *TEXT.format("[1]", "", "").splitlines(), f"[1] {notes[1]}"]
        for opening, notes in zip(OPENINGS, NOTES, strict=True)
    ]

    assert ["1"] * 5 == _labels(article_of_dump(*pages))


def test_a_report_is_no_label() -> None:
    """``41 H.R. 20`` begins notes 4 and 5, whose labels were lost, and 41 is none."""
    pages = list(LEGIBLE)
    pages[1] = [
        *_page(4, ["4", "5", "6"])[:-3],
        "41 H.R. 20, 24 (1871).",
        "41 H.R. § 802 (1872).",
        "6 Letter from Quell (1871).",
    ]
    article = article_of_dump(*pages)

    assert [str(number) for number in range(1, 16)] == _labels(article)
    assert ["41 H.R. 20", "41 H.R. § 8"] == [article.notes[3].text[:10], article.notes[4].text[:11]]


def test_parts_of_a_table_of_contents_are_no_notes() -> None:
    """``1. The Oil`` to ``3. The Steps`` over which nothing calls, before the notes begin with a 1 again."""
    names = (
        "Oil of the Winter",
        "Levy on the Boats",
        "Steps and the Slates",
        "Ferry of the Board",
        "Boy at the Moorings",
    )
    contents = ["THE OIL OF THE HARBOUR", *(f"{number}. The {name}" for number, name in enumerate(names, 1))]
    pages = [_page(first, [f"{first + place}. " for place in range(3)]) for first in (1, 4, 7, 10, 13)]
    article = article_of_dump(contents, *pages)

    assert [str(number) for number in range(1, 16)] == _labels(article)


def _bracketed(first: int, labels: Sequence[str], last: str = "") -> list[str]:
    """A page that calls three notes by numbers in brackets; its text may end in a line of its own."""
    lines = _page(first, [f"{label} " for label in labels])
    text = [line.replace(f"{number}", f"({number})") for line in lines[:-3] for number in [_called(line, first)]]
    return [*text, *([last] if last else []), *lines[-3:]]


def _called(line: str, first: int) -> str:
    return next((str(number) for number in range(first + 2, first - 1, -1) if str(number) in line), "none")


BRACKETED = [_bracketed(first, [f"({first + place})" for place in range(3)]) for first in (1, 4, 7, 10, 13)]


@pytest.mark.parametrize("label", ["C10)", "<10}", "(ìo)", "{1 0)", "(10ì", "(1O)"])
def test_a_damaged_bracket_under_a_text_that_breaks_off(label: str) -> None:
    """Where labels stand in brackets what is left of one begins a note, though the page turns amid a sentence."""
    page = _bracketed(10, [label, "(11)", "(12)"], "and the clerk of the board was told to look for the slates that he")
    article = article_of_dump(*BRACKETED[:3], page, BRACKETED[4])

    assert [str(number) for number in range(1, 16)] == _labels(article)
    assert article.notes[9].text.startswith("Proceedings")


def test_a_word_in_brackets_begins_no_note() -> None:
    """``(old) lamps`` at the start of a line is text, though a number lacks and the notes follow."""
    page = _bracketed(10, ["", "(11)", "(12)"], "(old) lamps of the mole were never paid for, and nobody asked why")
    article = article_of_dump(*BRACKETED[:3], page, BRACKETED[4])

    assert not [note for note in article.notes if note.text.startswith("lamps of the mole")]


def test_a_label_that_stands_twice_is_misread_once() -> None:
    """``(12)``, ``(11)``, ``(*2)`` behind 9 are 10, 11 and 12."""
    article = article_of_dump(*BRACKETED[:3], _bracketed(10, ["(12)", "(11)", "(*2)"]), BRACKETED[4])

    assert [str(number) for number in range(1, 16)] == _labels(article)


def test_numbers_of_sections_are_no_labels() -> None:
    """``I. The Oil`` is no note 1 where ``II.`` and ``III.`` begin lines too, though labels have stops."""
    heads = ["I. The Oil", "II. The Boats", "III. The Ferry"]
    legible = [_page(first, [f"{first + place}. " for place in range(3)]) for first in (4, 7, 10)]
    pages = [[page[0], head, *page[1:]] for page, head in zip(legible, heads, strict=True)]

    assert "1" not in _labels(article_of_dump(*pages))


@pytest.mark.parametrize("label", ["Gli", "O45.", "6.5 «", "%"])
def test_what_stands_before_id_is_a_label(label: str) -> None:
    """However little it looks like the number that lacks, and nothing of it stays in the note."""
    pages = list(LEGIBLE)
    pages[3] = _page(10, ["10", "11", "12"])
    pages[3][-2] = f"{label} Id."
    article = article_of_dump(*pages)

    assert [str(number) for number in range(1, 16)] == _labels(article)
    assert article.notes[10].text == "Id."


def test_a_label_both_of_whose_digits_are_misread() -> None:
    """``47`` between 10 and 12, where a sentence has ended, is 11."""
    page = _page(10, ["10 ", "47 See ", "12 "])
    article = article_of_dump(*LEGIBLE[:3], page, LEGIBLE[4])

    assert [str(number) for number in range(1, 16)] == _labels(article)
    assert article.notes[10].text == "See Id."


def test_a_reader_damages_all_labels_of_several_pages() -> None:
    """Between 3 and 31 no label can be read; all are those numbers."""
    signs = dict(zip("0123456789", "°'”*4§®’*?", strict=True))
    sheets = []
    for first in range(1, 34, 3):
        labels = [str(first + place) for place in range(3)]
        if 3 < first < 31:
            labels = ["".join(signs[digit] for digit in label) for label in labels]
        text = TEXT.format(first, first + 1, first + 2).splitlines()
        notes = [f"{label} See {note}" for label, note in zip(labels, NOTES[first // 3 % 5], strict=True)]
        sheets.append([OPENINGS[first // 3 % 5], *text, *notes])

    assert [str(number) for number in range(1, 34)] == _labels(article_of_dump(*sheets))


def test_two_short_notes_on_a_line() -> None:
    """``Id. at 44. 8 The coin``: the number that lacks, before a word; before ``Harv.`` it is a volume of that."""
    page = [
        *_page(7, ["7 ", "8 ", "9 "])[:-3],
        "7 Drummond, supra note 2, at 7. 8 Oil was dear.",
        "9 See Report (1872).",
    ]
    volume = [*page[:-2], "7 See Drummond, Lamps. 8 Harv. L. Rev. 12.", page[-1]]
    spaced = [_page(first, [f"{first + place} " for place in range(3)]) for first in (1, 4, 7, 10, 13)]

    assert [str(number) for number in range(1, 16)] == _labels(article_of_dump(*spaced[:2], page, *spaced[3:]))
    assert "8" not in _labels(article_of_dump(*spaced[:2], volume, *spaced[3:]))
