"""Small made articles, one for each way in which presses number notes and readers lose them."""

import pytest

from pipeline import tei
from pipeline.config import Settings
from pipeline.model import Article, BlockKind, Entities, NoteKind
from tests.segment.conservation import article_of_dump

FILLER = [
    "The harbour board of Port Selwyn met on every second Monday of the month, and",
    "its minutes, which are kept in the municipal archive, fill eleven volumes that",
    "nobody has yet read from end to end, though several have said that they would.",
]
"""Body lines that make a page long enough for its foot to be its foot."""


def _page(body: list[str], notes: list[str], folio: int = 0) -> list[str]:
    """A page of a dump: body, two blank lines, notes, and the folio if there is one."""
    foot = [line for note in notes for line in (note, "")]
    return [*FILLER, *body, *FILLER, "", "", *foot, *(["", str(folio)] if folio else [])]


def _calls(article: Article) -> list[tuple[str, str]]:
    """Label of every note, and the two words before its call; nothing for a note that has no place."""
    texts = {block.id: block.text for block in article.blocks}
    return [
        (note.label, " ".join(texts[note.anchor.target][: note.anchor.offset].split()[-2:]) if note.anchor else "")
        for note in article.notes
    ]


def _low(article: Article) -> list[str]:
    return [note.label for note in article.notes if note.anchor and note.anchor.cert < 0.5]


def test_reference_marks_start_again_on_each_page() -> None:
    """Star, dagger and double dagger on one page, star and dagger on the next."""
    first = _page(
        ["The lamps were lit.* The boats came in.† Nobody paid.‡ It rained."],
        ["* HR, p. 1.", "† Ibid., p. 2.", "‡ Ibid., p. 3."],
    )
    second = _page(["The oil ran out.* The board resigned.† It rained."], ["* HR, p. 9.", "† Ibid., p. 10."])

    assert _calls(article_of_dump(first, second)) == [
        ("*", "were lit."), ("†", "came in."), ("‡", "Nobody paid."), ("*", "ran out."), ("†", "board resigned."),
    ]  # fmt: skip


def test_numbers_start_again_on_each_page() -> None:
    """Two notes on each of three pages, always 1 and 2."""
    bodies = [
        "The lamps were lit.1 The boats came in.2 It rained.",
        "The oil ran out.' The board resigned.? It rained.",
    ]
    pages = [_page([body], ["1 HR, p. 1.", "2 Ibid., p. 2."]) for body in (*bodies, bodies[0])]

    article = article_of_dump(*pages)

    assert _calls(article) == [
        ("1", "were lit."), ("2", "came in."), ("1", "ran out."), ("2", "board resigned."),
        ("1", "were lit."), ("2", "came in."),
    ]  # fmt: skip
    assert article.audit.doubles == article.audit.gaps == ()


def test_letters_start_again_on_each_page() -> None:
    """Notes lettered a, b, c on one page and a, b on the next."""
    first = _page(
        ["The lamps were lit.a The boats came in.b Nobody paid.c It rained."],
        ["a HR, p. 1.", "b Ibid., p. 2.", "c Ibid., p. 3."],
    )
    second = _page(["The oil ran out.a The board resigned.b It rained."], ["a HR, p. 9.", "b Ibid., p. 10."])

    assert _calls(article_of_dump(first, second)) == [
        ("a", "were lit."), ("b", "came in."), ("c", "Nobody paid."), ("a", "ran out."), ("b", "board resigned."),
    ]  # fmt: skip


def test_the_author_and_the_editor_have_notes_of_their_own() -> None:
    """Stars are called across the letters: on the page the starred note stands first, in the text its call does not."""
    first = _page(
        ["The lamps were lit.a The boats came in.b Nobody paid.c It rained."],
        ["a HR, p. 1.", "b Ibid., p. 2.", "c Ibid., p. 3."],
    )
    second = _page(
        ["The oil ran out.a The board resigned.* The lamps went out.b It rained."],
        ["* The author was there.", "a HR, p. 9.", "b Ibid., p. 10."],
    )

    assert _calls(article_of_dump(first, second))[3:] == [
        ("*", "board resigned."),
        ("a", "ran out."),
        ("b", "went out."),
    ]


def test_the_authors_note_may_stand_over_the_first_of_the_editor() -> None:
    """On the first page of an excerpt the starred note is called behind two lettered ones."""
    pages = [
        _page(
            ["The lamps were lit.a The boats came in.b The board resigned.* It rained."],
            ["* The author was there.", "a HR, p. 1.", "b Ibid., p. 2."],
        ),
        _page(["The oil ran out.a Nobody paid.b It rained."], ["a HR, p. 9.", "b Ibid., p. 10."]),
    ]

    assert [("*", "board resigned."), ("a", "were lit."), ("b", "came in.")] == _calls(article_of_dump(*pages))[:3]


BROKEN_OFF = [
    "The harbour board burned four thousand gallons of oil in the winter of the",
    "levy, and it never said who had paid for them.1 The masters of the tea boats",
    "were asked for a penny and gave a halfpenny, in coin, at the steps, and some of",
]


@pytest.mark.parametrize(
    ("last", "labels"),
    [
        (BROKEN_OFF[2], ["*", "1"]),
        ("were asked for a penny and gave these things:", ["1"]),
        ("They gave", ["1"]),
    ],
)
def test_a_star_that_interrupts_a_sentence_begins_the_authors_note(last: str, labels: list[str]) -> None:
    """A list begins behind a colon, or a heading; under a full line whose sentence goes on a star is the author's."""
    first = ["The Lamps of the Mole", "by A. Fennick", "", *BROKEN_OFF[:2], last, "* Keeper of the rolls at Quell."]
    second = ["them wrote it down.1 Nobody rose to ask the reason why, and the clerk", "went home.", "", "1 HR, p. 1."]

    assert labels == [note.label for note in article_of_dump(first, second).notes]


def test_a_line_that_begins_with_the_article_is_no_lettered_note() -> None:
    """``a Paris edition`` and ``a London one`` at line starts make no sequence: there is no ``b``."""
    notes = [
        "1. HR, p. 1, and in",
        "a Paris edition.",
        "2. HR, p. 2, and in",
        "a London one.",
        "3. In",
        "a Vienna one.",
    ]

    article = article_of_dump(_page(["The lamps were lit.1 The boats came in.2 It rained.3"], notes))

    assert [note.label for note in article.notes] == ["1", "2", "3"]


def test_two_notes_stand_on_one_line() -> None:
    """Note 2 begins in the line in which note 1 ends."""
    page = _page(
        ["The lamps were lit.1 The boats came in.2 Nobody paid.3 It rained."],
        ["1. HR, p. 1. 2. Ibid., p. 2.", "3. Ibid., p. 3."],
    )

    article = article_of_dump(page)

    assert _calls(article) == [("1", "were lit."), ("2", "came in."), ("3", "Nobody paid.")]
    assert [note.text for note in article.notes] == ["HR, p. 1.", "Ibid., p. 2.", "Ibid., p. 3."]


@pytest.mark.parametrize(
    ("dash", "texts"),
    [
        pytest.param(" - ", ["HR, p. 1.", "Ibid., p. 2.", "Ibid., p. 3."], id="a hyphen"),
        pytest.param(" — ", ["HR, p. 1.", "Ibid., p. 2.", "Ibid., p. 3."], id="a dash"),
        pytest.param("", ["HR, p. 1.", "— and Ibid., p. 2.", "Ibid., p. 3."], id="one note begins with one"),
    ],
)
def test_a_dash_behind_labels_is_theirs(dash: str, texts: list[str]) -> None:
    """Presses set ``12- Ibid.``: what stands behind most labels is no part of the notes."""
    second = "Ibid., p. 2." if dash else "— and Ibid., p. 2."
    page = _page(
        ["The lamps were lit.1 The boats came in.2 Nobody paid.3 It rained."],
        [f"1{dash or '. '}HR, p. 1.", f"2{dash or '. '}{second}", f"3{dash or '. '}Ibid., p. 3."],
    )

    assert texts == [note.text for note in article_of_dump(page).notes]


@pytest.mark.parametrize(
    ("first", "printed", "label"),
    [(1, "l.", "1"), (10, "1O.", "10"), (5, "S.", "5"), (11, "ll.", "11"), (8, "B.", "8"), (2, "Z.", "2")],
)
def test_a_misread_label_is_the_number_that_the_sequence_demands(first: int, printed: str, label: str) -> None:
    """Letters that readers print for digits are taken for the digits where the sequence lacks just them."""
    before = [f"{number}. HR, p. {number}." for number in range(max(1, first - 2), first)]
    after = [f"{number}. HR, p. {number}." for number in range(first + 1, first + 3)]
    calls = " ".join(f"The lamps were lit.{number} " for number in range(max(1, first - 2), first + 3))

    article = article_of_dump(_page([calls], [*before, f"{printed} HR, p. 99.", *after]))

    assert (label, "HR, p. 99.") in [(note.label, note.text) for note in article.notes]
    assert len(article.notes) == len(before) + 1 + len(after)


def test_a_body_line_that_begins_with_a_number_is_no_note() -> None:
    """``12 ships`` and ``3. Of the lamps`` begin lines of the text, and stay in it."""
    body = [
        "In the winter of that year there lay in the harbour, as the master wrote, some",
        "12 ships that paid nothing. The lamps were lit.1 He had then asked the board for",
        "3. Of the lamps, however, only two were lit.2 It rained.",
    ]

    article = article_of_dump(_page(body, ["1. HR, p. 1.", "2. Ibid., p. 2."]))

    assert [note.label for note in article.notes] == ["1", "2"]
    assert any("some 12 ships that paid" in block.text for block in article.blocks)


def test_a_note_whose_first_line_looks_like_text_is_a_note() -> None:
    """A year and an enumeration begin the text of two notes."""
    notes = ["1. 1871 was a wet year; HR, p. 1.", "2. 1. First edition; 2. second edition.", "3. Ibid., p. 3."]

    article = article_of_dump(_page(["The lamps were lit.1 The boats came in.2 Nobody paid.3 It rained."], notes))

    assert [note.text for note in article.notes] == [
        "1871 was a wet year; HR, p. 1.", "1. First edition; 2. second edition.", "Ibid., p. 3.",
    ]  # fmt: skip


def test_a_call_stands_in_a_heading() -> None:
    """A number at the end of a heading calls its note there."""
    page = [
        *FILLER,
        "",
        "",
        "The Levy1",
        "",
        "",
        "The lamps were lit.2 It rained.",
        *FILLER,
        "",
        "",
        "1. HR.",
        "",
        "2. LR.",
    ]

    article = article_of_dump(page)

    heading = next(block for block in article.blocks if block.kind is BlockKind.HEADING)
    assert heading.text == "The Levy"
    assert [note.anchor.target == heading.id for note in article.notes if note.anchor] == [True, False]


def test_a_call_stands_in_a_block_quotation() -> None:
    """The call at the end of a quotation is the quotation's."""
    body = [
        "of the board, who wrote in the winter of that year to his brother, in a letter,", "", "",
        "We have paid for nine lamps and seen four; the rest went out in the rain, and no man may",
        "read by such a light.1", "", "",
        "and was, he said, none the wiser. The board answered him.2 It rained.",
    ]  # fmt: skip

    article = article_of_dump(_page(body, ["1. HR, p. 1.", "2. Ibid., p. 2."]))

    assert _calls(article) == [("1", "a light."), ("2", "answered him.")]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        pytest.param("The lamps were lit,1 it rained.", "were lit,", id="after a comma"),
        pytest.param("The lamps were lit1, it rained.", "were lit", id="before a comma"),
        pytest.param("He called it ‘a trifle’.1 It rained.", "‘a trifle’.", id="after a mark and a stop"),
        pytest.param("He called it ‘a trifle’1. It rained.", "‘a trifle’", id="between a mark and a stop"),
        pytest.param("It ended in 1884.1 It rained.", "in 1884.", id="after a year"),
        pytest.param("It ended (in winter).1 It rained.", "(in winter).", id="after a bracket"),
    ],
)
def test_a_call_stands_where_the_punctuation_leaves_it(text: str, before: str) -> None:
    """Before or after punctuation: the call is where it was printed, and the punctuation stays."""
    body = [text, "The boats came in.2 Nobody paid.3"]

    article = article_of_dump(_page(body, ["1. HR, p. 1.", "2. Ibid., p. 2.", "3. Ibid., p. 3."]))

    assert _calls(article)[0] == ("1", before)


def test_a_call_stands_inside_a_hyphenated_word() -> None:
    """``lamp-¹men``: a raised number within a compound leaves the word whole."""
    article = article_of_dump(_page(["He asked the lamp¹-men twice.² It rained."], ["1. HR, p. 1.", "2. Ibid., p. 2."]))

    assert any("the lamp-men twice. It rained." in block.text for block in article.blocks)
    assert _calls(article) == [("1", "the lamp"), ("2", "lamp-men twice.")]


def test_an_article_without_notes_has_none() -> None:
    """Nothing is made a note, and the audit has nothing to say."""
    article = article_of_dump([*FILLER, *FILLER], [*FILLER, *FILLER])

    assert article.notes == ()
    assert article.audit.remarks == article.audit.unanchored == ()


def test_notes_without_any_call_are_guesses() -> None:
    """Every note keeps its text and is marked as uncertain or as unanchored; the audit names them all."""
    article = article_of_dump(
        _page(["The lamps were lit. The boats came in. It rained."], ["1. HR, p. 1.", "2. Ibid., p. 2."])
    )

    assert [note.text for note in article.notes] == ["HR, p. 1.", "Ibid., p. 2."]
    assert sorted([*_low(article), *(name.split()[0] for name in article.audit.unanchored)]) == ["1", "2"]


def test_calls_without_notes_stay_in_the_text() -> None:
    """Where no note is printed, nothing is cut from the text."""
    article = article_of_dump([*FILLER, "The lamps were lit.12 The boats came in.13 It rained.", *FILLER])

    assert article.notes == ()
    assert any("were lit.12 The boats" in block.text for block in article.blocks)


def test_a_hole_in_the_numbering_is_in_the_audit() -> None:
    """Note 3 is not there: the others stand at their calls, and the audit says what is missing."""
    body = ["The lamps were lit.1 The boats came in.2 Nobody paid.3 The oil ran out.4 The board resigned.5"]

    article = article_of_dump(_page(body, [f"{number}. HR, p. {number}." for number in (1, 2, 4, 5)]))

    assert _calls(article) == [("1", "were lit."), ("2", "came in."), ("4", "ran out."), ("5", "board resigned.")]
    assert article.audit.gaps == ("3",)


def test_two_articles_in_one_file_number_their_notes_twice() -> None:
    """The second article begins again with 1: both sequences are linked, each to its own pages."""
    first = [
        _page([f"The lamps were lit.{n} The boats came in.{n + 1}"], [f"{n}. HR.", f"{n + 1}. LR."]) for n in (1, 3)
    ]
    second = [
        _page([f"The oil ran out.{n} The board resigned.{n + 1}"], [f"{n}. HR.", f"{n + 1}. LR."]) for n in (1, 3)
    ]

    assert [label for label, _ in _calls(article_of_dump(*first, *second))] == ["1", "2", "3", "4"] * 2
    assert [words for _, words in _calls(article_of_dump(*first, *second))][4:] == ["ran out.", "board resigned."] * 2


def test_a_note_goes_on_over_two_pages() -> None:
    """One note, its text over the turn; ``Footnote 1 continued`` is furniture."""
    first = _page(
        ["The lamps were lit.1 It rained."], ["1. The register of the lamps, which nobody has read, is kept in"]
    )
    second = [*FILLER, *FILLER, "", "", "Footnote 1 continued", "the archive.", "", "2. Ibid., p. 2."]
    second[0] = "The boats came in.2 " + FILLER[0]

    article = article_of_dump(first, second)

    assert [note.text for note in article.notes] == [
        "The register of the lamps, which nobody has read, is kept in the archive.", "Ibid., p. 2.",
    ]  # fmt: skip
    assert "Footnote 1 continued" in [each.text for each in article.furniture]


@pytest.mark.parametrize("heading", ["Notes", "! Anmerkungen", "Przypisy"])
def test_endnotes_are_called_on_any_page(heading: str) -> None:
    """Notes printed under a heading at the end stand at calls pages before."""
    first = [*FILLER, "The lamps were lit.1 It rained.", *FILLER]
    second = [
        *FILLER,
        "The boats came in.2 It rained.",
        *FILLER,
        "",
        "",
        heading,
        "",
        "1. HR, p. 1.",
        "",
        "2. Ibid., p. 2.",
    ]

    article = article_of_dump(first, second)

    assert _calls(article) == [("1", "were lit."), ("2", "came in.")]
    assert {note.kind for note in article.notes} == {NoteKind.END}


def test_a_rubric_over_the_title_heads_no_endnotes() -> None:
    """``NOTE``, and the second line of the title begins with I, which may be a misread 1."""
    first = [
        "NOTE", "", "LAMPS OF THE HARBOUR", "IN THE NORTH", "", "Hester Tansy", "", *FILLER,
        "The lamps were lit.1 It rained.", *FILLER, "", "1. HR, p. 1.",
    ]  # fmt: skip
    second = [*FILLER, "The boats came in.2 It rained.", *FILLER, "", "2. Ibid., p. 2."]

    article = article_of_dump(first, second)

    assert {NoteKind.FOOT} == {note.kind for note in article.notes}


def test_true_apostrophes_and_closing_quotes_stay() -> None:
    """Calls that the reader made apostrophes of are cut out; the apostrophes of the text are not."""
    body = ["The masters’ boats weren’t lit.’ He called it ‘a trifle’, and the boy’s lamp ‘a toy’.” It rained."]

    article = article_of_dump(_page(body, ["1. HR, p. 1.", "2. Ibid., p. 2."]))

    text = " ".join(block.text for block in article.blocks)
    assert "The masters’ boats weren’t lit. He called it ‘a trifle’, and the boy’s lamp ‘a toy’. It rained." in text


def test_a_note_is_called_twice() -> None:
    """The second ``2`` leaves the text and calls note 2 once more; the edition has it as ``note/@sameAs``."""
    body = ["The lamps were lit.1 The boats came in.2 Nobody paid.2 The oil ran out.3 It rained."]

    article = article_of_dump(_page(body, ["1. HR, p. 1.", "2. Ibid., p. 2.", "3. Ibid., p. 3."]))

    assert _calls(article) == [("1", "were lit."), ("2", "came in."), ("3", "ran out.")]
    assert [(note.label, len(note.again)) for note in article.notes] == [("1", 0), ("2", 1), ("3", 0)]
    assert any("in. Nobody paid. The oil ran out. It rained." in block.text for block in article.blocks)
    edition = tei.run(article, Entities(doc="test"), Settings())
    assert b'Nobody paid.<note place="foot" n="2" sameAs="#fn2"/>' in edition
    assert [str(fault) for fault in tei.check(edition)] == []


def test_a_section_of_a_book_is_no_note() -> None:
    """``§ 6`` at the start of a line of a note goes on with the note, though § is a reference mark."""
    notes = [
        "* HR, p. 1; on the dues see Fennick, as quoted,",
        "§ 6, and in",
        "11. Among them the third.",
        "† Ibid., p. 2.",
    ]

    article = article_of_dump(_page(["The lamps were lit.* The boats came in.† It rained."], notes))

    assert [(note.label, note.text[:8]) for note in article.notes] == [("*", "HR, p. 1"), ("†", "Ibid., p")]


def test_calls_have_the_form_of_the_article() -> None:
    """Calls in brackets: the call of a note that was set a page early is found, and no apostrophe is taken for it."""
    first = [
        _page([f"The keeper of lamp {name} left in spring. [{number}] Nobody wrote."], [f"[{number}] HR, p. {number}."])
        for number, name in enumerate("abcdef", 1)
    ]
    early = _page(["It was kept at the Board of Sailors’ House, and was lost."], ["[7] HR, p. 90."])
    last = _page(
        ["The board met in the tower. [7] It met again. [8] Nobody paid. [9] The oil ran out. [10] It rained."],
        ["[8] HR, p. 91.", "[9] HR, p. 92.", "[10] HR, p. 93."],
    )

    calls = _calls(article_of_dump(*first, early, last))

    assert calls[5:8] == [("6", "in spring."), ("7", "the tower."), ("8", "met again.")]
