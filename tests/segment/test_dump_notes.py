"""Notes of text dumps in the forms in which programs write them: labels, calls, columns, and what is no note."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline import cleanup
from pipeline.cleanup.draft import begin
from pipeline.cleanup.quotation_marks import pairs
from pipeline.config import Settings
from pipeline.model import Article, NoteKind
from pipeline.segment.body_size import BodySize
from pipeline.segment.furniture.foot_matter import is_copyright
from pipeline.segment.measure import Measures
from pipeline.segment.notes.damaged_chain import Start, numbered_chain
from pipeline.segment.notes.damaged_labels import _alone, _starts
from pipeline.segment.notes.dump_foot import begins_with_signs, has_ended, may_begin
from pipeline.segment.notes.gaps import looks_labelled
from pipeline.segment.rows import Row, rows_of
from tests.cleanup.pages import pages_of
from tests.segment.conservation import article_of_dump

TEXT = """\
The harbour board burned four thousand gallons of oil in the winter of the
levy, and it never said who had paid for them.{1} The masters of the tea boats
were asked for a penny and gave a halfpenny, in coin, at the steps,{2} and the
boy who rowed round the moorings with his slate wrote it down.

In the second winter the oil was gone by Candlemas. Nobody in the port would
say where it had gone, though everybody knew, and the lamps stayed dark until
the first of the whalers came in.{3} The board wrote to the ministry.""".splitlines()
NOTES = (
    ("1", ["A. Fennick (ed.), Harbour Registers of Port Selwyn (Port Selwyn: Mole", "Press, 1931), p. 12."]),
    ("2", ["Ibid., p. 44. The coin is in the museum."]),
    (
        "3",
        [
            "P.R.O., HP 22/5, Quell to Drummond, 1 February 1871. The minute adds that the",
            "chairman said that the lamps were dark, and that nobody rose to ask the reason",
            "why; the clerk was told to enter it, and the board went home to its supper at",
            "the usual hour.",
        ],
    ),
)
BEFORE = [("1", "or them."), ("2", "e steps,"), ("3", "came in.")]


def _dump(call: str, label: str) -> list[str]:
    """A page with its three calls and labels in the form given by ``{}``."""
    numbers = {number: call.replace("{}", number) for number, _ in NOTES}
    text = "\n".join(TEXT)
    for number, printed in numbers.items():
        text = text.replace(f"{{{number}}}", printed)
    lines = text.splitlines()
    for number, rows in NOTES:
        first = label.replace("{}", number) + rows[0]
        lines += ["", "", *first.split("\n"), *rows[1:]]
    return lines


def _before(article: Article) -> list[tuple[str, str]]:
    """Every note that has a place: its label, and what stands before its call."""
    texts = {block.id: block.text for block in article.blocks}
    return [(note.label, texts[note.anchor.target][: note.anchor.offset][-8:]) for note in article.notes if note.anchor]


@pytest.mark.parametrize(
    "call",
    ["{}", "^{}", "$^{{}}$", "<sup>{}</sup>", "[^{}]", "[{}]", " ({})", " {}"],
)
def test_calls_in_every_notation(call: str) -> None:
    """However a program writes a raised number, the call is found and nothing of it stays in the text."""
    article = article_of_dump(_dump(call, "{}. "))

    assert BEFORE == _before(article)
    assert not any(character in block.text for block in article.blocks for character in "123^$<[(")


@pytest.mark.parametrize("label", ["{}. ", "{} ", "{}", "^{} ", "<sup>{}</sup>", "[^{}]: ", "{}\n", "{}.\n"])
def test_labels_in_every_notation(label: str) -> None:
    """A note begins at its label, also where that is glued to its first word or stands on a line of its own."""
    article = article_of_dump(_dump("{}", label))

    assert BEFORE == _before(article)
    assert [rows[0][:8] for _, rows in NOTES] == [note.text[:8] for note in article.notes]


def test_labels_that_became_signs() -> None:
    """``*``, ``°`` and quotation marks at the foot of the pages are the numbers that the calls demand."""
    signs = {"1": "'", "2": "”", "3": "*", "4": "*", "5": "°", "6": "°"}
    pages = []
    for shift in (0, 3):
        text = "\n".join(TEXT)
        for number, _ in NOTES:
            text = text.replace(f"{{{number}}}", signs[str(int(number) + shift)])
        notes = [line for number, rows in NOTES for line in (signs[str(int(number) + shift)] + rows[0], *rows[1:])]
        pages.append([*text.splitlines(), "", *notes])
    article = article_of_dump(*pages)

    assert ["1", "2", "3", "4", "5", "6"] == [note.label for note in article.notes]
    assert [place for _, place in BEFORE] * 2 == [place for _, place in _before(article)]
    assert article.notes[0].text.startswith("A. Fennick")


_SIGN = dict(zip("0123456789", "°'”*!5®’8?", strict=True))


def _signed_pages(first: int, pages: int, *, by_page: bool = False) -> list[list[str]]:
    """Pages of three notes, from a number on, whose calls and labels are signs."""
    found = []
    for page in range(pages):
        start = first if by_page else first + 3 * page
        numbers = [str(start + place) for place in range(3)]
        signs = ["".join(_SIGN[digit] for digit in number) for number in numbers]
        text = "\n".join(TEXT)
        for (number, _), sign in zip(NOTES, signs, strict=True):
            text = text.replace(f"{{{number}}}", sign)
        notes = [line for (_, rows), sign in zip(NOTES, signs, strict=True) for line in (sign + rows[0], *rows[1:])]
        found.append([*text.splitlines(), "", *notes])
    return found


def test_signs_are_numbered_through_the_article_or_by_the_page() -> None:
    """An article does the one or the other, also where it has more notes than pages and a number is passed over."""
    through = article_of_dump(*_signed_pages(1, 5))
    by_page = article_of_dump(*_signed_pages(1, 4, by_page=True))

    assert [str(number) for number in range(1, 16)] == [note.label for note in through.notes]
    assert ["1", "2", "3"] * 4 == [note.label for note in by_page.notes]


def test_a_note_whose_number_is_told_by_a_sign_is_not_beyond_doubt() -> None:
    """Its link is no surer than the number; where the labels can be read, nothing is taken off."""
    signed = article_of_dump(*_signed_pages(1, 5))
    legible = article_of_dump(_dump("{}", "{}. "))

    assert max(note.anchor.cert for note in signed.notes if note.anchor and note.doubt) < 0.95
    assert min(note.anchor.cert for note in legible.notes if note.anchor) > 0.95


MEASURES = Measures(BodySize(0.0), leading=0.0, full_line=70, margins={})


def _rows_of(*pages: Sequence[str]) -> list[list[Row]]:
    return rows_of(cleanup.run(pages_of(*pages), Settings()))


def _starts_of(*pages: Sequence[str]) -> list[Start]:
    """The first rows of notes at the foot of pages, by what was printed for their labels."""
    lines = [[f"{printed} Fennick, Lamps, p. 3." for printed in page] for page in pages]
    rows = _rows_of(*lines)
    return [
        Start(row, row.number, len(printed), frozenset())
        for page, on_page in zip(pages, rows, strict=True)
        for printed, row in zip(page, on_page, strict=True)
    ]


def test_labels_of_two_glyphs_are_not_numbered_by_the_page() -> None:
    """Of seven notes on a page none is the tenth: where a third of the labels have two glyphs the numbers run on."""
    pages = ["’*3*>©7", ["3", "®", "*", "'0", '"', "*"], ["8", "“*", '"', "©", "”", "“®", '"', "?°"]]
    labels = numbered_chain(
        _starts_of(*pages, ["*!", "2", "*", "**", "*", "7°", "*”"], ["*°", "*°", "*", "*"]), through=False
    )

    assert 25 < labels[-1].value


@pytest.mark.parametrize(("printed", "number"), [("2.", 21), ("8", 6)])
def test_a_legible_digit_in_a_label_is_hardly_another(printed: str, number: int) -> None:
    """``2.`` with its stop is no 21 but a heading's number, and an 8 at the foot is an 8 before it is a 6."""
    digit, sign = (_starts_of([each])[0] for each in (printed, "*"))

    assert replace(digit, end=1).price(number) > sign.price(number)


def test_the_authors_star_is_not_the_first_number() -> None:
    """Behind the name stands what a reader made of a star, and a star begins the first note: it is the author's."""
    first, second = _signed_pages(1, 2)
    foot = next(place for place, line in enumerate(first) if not line and first[place + 1].startswith("'"))
    author = ["* Reader in the History of Harbours; I thank the keepers of the", "archive at Port Selwyn for a lamp."]
    top = ["THE LAMPS OF PORT SELWYN", "", "Olive Fennick”", ""]
    article = article_of_dump([*top, *first[: foot + 1], *author, "", *first[foot + 1 :]], second)

    assert ["*", "1", "2", "3", "4", "5", "6"] == [note.label for note in article.notes]


def test_the_authors_star_below_the_notes_of_the_first_page() -> None:
    """It begins with the name that a star is behind at the top, and takes the number of no note."""
    first, *rest = _signed_pages(1, 3)
    top = ["THE LAMPS OF PORT SELWYN", "", "Olive Fennick*", ""]
    article = article_of_dump([*top, *first, "", "* Olive Fennick teaches at the school of the port."], *rest)
    notes = {note.label: note.text[:10] for note in article.notes if note.label != "*"}

    assert [str(number) for number in range(1, 10)] == list(notes)
    assert "A. Fennick" == notes["4"]


@pytest.mark.parametrize("calls", ["(2) (3)", ""])
def test_pages_whose_first_call_has_two_glyphs_are_not_numbered_from_1(calls: str) -> None:
    """However many single glyphs there are: numbers of theses in brackets may be calls, too."""
    theses = [f"By {calls} the lamps of the board {calls} were lit {calls} at noon."] * 3
    pages = [[*page[:4], *theses, *page[4:]] for page in _signed_pages(4, 5)]
    labels = [note.label for note in article_of_dump(*_signed_pages(1, 1), *pages).notes]

    assert [str(number) for number in range(1, 19)] == labels


def test_what_begins_with_signs_under_white_begins_a_note() -> None:
    """Where blank lines part the notes the number is told by its place, if the sign is that of no such number."""
    rows = [*TEXT[:4], "", "‘Fennick, Lamps, p. 3.", "", "°Marsh, Ferries, p. 4.", "", "*I thank the boy."]
    [page] = _rows_of(rows)

    assert [True, True, True] == [start.told for start in _starts(page, 4, 0, MEASURES, carried=False)]
    assert not any(
        start.told for start in _starts(_rows_of([row for row in rows if row])[0], 4, 0, MEASURES, carried=False)
    )


def test_behind_a_colon_a_note_goes_on() -> None:
    """``as follows:`` and a list under white, whose first entry is no note."""
    [page] = _rows_of(
        ["It is cited as follows:", "", "An: Annals of the Harbour", "", "Fennick, p. 3.", "", "Marsh, p. 4."]
    )

    assert [False, True] == [may_begin(page[place], page[place - 1], MEASURES) for place in (1, 3)]


def test_the_authors_note_begins_with_a_name_of_the_byline() -> None:
    """Whatever sign the reader made of its star, and though no call was read behind the name."""
    head = ["Lamps of the Mole", "", "Henry Merrow", ""]
    first, *rest = _signed_pages(1, 3)
    gap = first.index("")
    foot = first.index("", gap + 1)
    author = ["“Henry Merrow teaches at the school of the port, and he thanks the keepers."]
    article = article_of_dump([*head, *first[:foot], "", *author, *first[foot + 1 :]], *rest)

    assert ("1", "A. Fennick") in [(note.label, note.text[:10]) for note in article.notes]


@pytest.mark.parametrize("parted", [True, False])
def test_a_short_line_between_blank_lines_is_a_note_of_its_own(*, parted: bool) -> None:
    """``eld:`` stands for the label and ``Id.`` where blank lines part the notes, but not below a line that goes on."""
    above = [""] if parted else ["which he went on to say, as the clerk had"]
    [page] = _rows_of(
        [*TEXT[:3], "", "* P.R.O., HP 22/5, p. 12.", "", "”Ibid., p. 44.", *above, "eld:", "", "’See Quell, p. 3."]
    )
    alone = _alone(page, 3, MEASURES)

    assert parted == ("eld:" in [page[place].text for place in alone])


@pytest.mark.parametrize(
    ("line", "ended"), [("Quell 1871, 12 ff.", True), ("Quell, 654 f.", True), ("GAUK, f.", False), ("see pp.", False)]
)
def test_a_note_may_end_with_following_pages(line: str, *, ended: bool) -> None:
    """``ff.`` and the ``f.`` of pages follow their number; a line that ends in another abbreviation has one to come."""
    [[row]] = _rows_of([line])

    assert ended == has_ended(row)


def test_the_rest_of_a_note_that_broke_off_is_no_note() -> None:
    """At the foot of the next page it stands above the first label, and no number is counted for it."""
    one, other, third = _signed_pages(1, 3)
    foot = other.index("", other.index("") + 1)
    broken = [*one[:-2], "why; see the list of Board v. Masters and"]
    article = article_of_dump(
        broken, [*other[:foot], "", "Party of Selwyn, p. 85 (citing Quell, p. 4).", *other[foot:]], third
    )

    assert [str(number) for number in range(1, 10)] == [note.label for note in article.notes]


@pytest.mark.parametrize(("line", "labelled"), [("777, 782 (2009).", False), ("7, Quell to Drummond.", True)])
def test_a_line_that_begins_with_two_pages_has_no_label(line: str, *, labelled: bool) -> None:
    """It goes on with a citation, though a number is missing there."""
    [[row]] = _rows_of([line])

    assert labelled == looks_labelled(row)


def test_a_label_of_which_the_bracket_is_left() -> None:
    """``)`` and ``SS)`` at the foot of a page are labels like ``®)``: no white and no short line parts the notes."""
    starts = [begins_with_signs(page, 1, first=False) for page in _rows_of(*[
        ["He was paid at the steps, as the clerk wrote in the register of the harbour.", line]
        for line in (") Cf. Fennick, p. 3.", "SS) Cf. Fennick, p. 3.", "®) Cf. Fennick, p. 3.", "Cf. Fennick (p. 3).")
    ])]  # fmt: skip

    assert [True, True, True, False] == starts


@pytest.mark.parametrize(("line", "begins"), [("id. at 41.", True), ("and so to supper.", False), ("idle men.", False)])
def test_a_note_may_begin_with_id(line: str, *, begins: bool) -> None:
    """The capital of ``Id.`` is easily taken for a small letter; no other word in small letters begins a note."""
    [rows] = _rows_of(["He was paid at the steps.", "", line])
    measures = Measures(BodySize(0.0), leading=0.0, full_line=70, margins={})

    assert begins == may_begin(rows[1], rows[0], measures)


@pytest.mark.parametrize(
    ("line", "stamp"),
    [("© Merrow, Lamps, at 703.", False), ("© 1971 The Mole Press", True), ("© The Mole Press", True)],
)
def test_a_sign_for_a_label_is_no_copyright_line(line: str, *, stamp: bool) -> None:
    """``©`` before a name and a page is what a reader made of a raised 6; before a year or an owner it is the sign."""
    [[row]] = _rows_of([line])

    assert stamp == is_copyright(row)


def test_a_quotation_over_the_page_is_closed_above_the_notes() -> None:
    """Its closing mark, on the next page, is no call, though a possessive stands in the notes between."""
    first = [*TEXT[:-1], "the first of the whalers came in.{3} The board called them “the slaves of the"]
    second = [
        "tax” and not its masters.4 It wrote to the ministry, which said nothing at",
        "all.",
        "",
        "4. Ibid., p. 46.",
    ]
    page = [line.replace("{1}", "1").replace("{2}", "2").replace("{3}", "3") for line in first]
    notes = ["", "1. A. Fennick, Lamps, p. 12.", "2. See Pilots’ Union, Report, p. 3.", "3. Ibid., p. 5."]
    article = article_of_dump([*page, *notes], second)

    assert ("4", "masters.") in _before(article)
    assert any("slaves of the tax” and" in block.text for block in article.blocks)


def test_a_label_opens_no_quotation_of_the_next_page() -> None:
    """A mark at the start of a note stands for its number: what is read for a call on the next page closes nothing."""
    text = [TEXT[0], *TEXT[5:7], *TEXT[5:7], "levy, and who had paid for them.” The masters"]
    pages = pages_of(["“Ibid., p. 44. The coin is in the museum."], text).pages
    paired, loose = pairs([begin(page, line) for page in pages for line in page.lines])

    assert not paired
    assert ["”"] == [mark.character for mark in loose]


def test_a_number_in_the_text_of_a_dump_calls_no_note_again() -> None:
    """``section 92(2`` has the number of a note that is called elsewhere; nothing shows that it is raised."""
    page = [line.replace("in coin, at the", "as section 92(2) has it, at") for line in _dump("{}", "{}. ")]
    article = article_of_dump(page)

    assert "section 92(2)" in article.blocks[0].text
    assert not any(note.again for note in article.notes)


def _without_labels(calls: Sequence[str]) -> list[list[str]]:
    """Two pages of three notes, of whose labels nothing is left, and what is left of their calls."""
    pages = []
    for shift in (0, 3):
        text = "\n".join(TEXT)
        for number, _ in NOTES:
            text = text.replace(f"{{{number}}}", calls[int(number) + shift - 1])
        pages.append([*text.splitlines(), *[line for _, rows in NOTES for line in ("", *rows)]])
    return pages


@pytest.mark.parametrize("calls", ["123456", "*°*°*°"])
def test_labels_that_are_lost(calls: str) -> None:
    """Paragraphs at the foot that cite are the notes, if as many calls are above them; the links are only likely."""
    article = article_of_dump(*_without_labels(calls))

    assert ["1", "2", "3", "4", "5", "6"] == [note.label for note in article.notes]
    assert {"the label was lost; told by the foot of the page"} == {note.doubt for note in article.notes}
    assert all(0.3 < note.anchor.cert < 0.85 for note in article.notes if note.anchor)


def test_paragraphs_at_the_foot_that_nothing_calls_are_no_notes() -> None:
    """Neither signs nor numbers tell of notes where the text has no calls."""
    assert not article_of_dump(*_without_labels([""] * 6)).notes


def test_a_call_is_lost_behind_a_quotation_rather_than_elsewhere() -> None:
    """The reader takes a raised number for a part of the closing mark: ``in coin.”`` is likelier than other ends."""
    text = " ".join(TEXT).replace("{1}", "1").replace("{3}", "3")
    text = text.replace("gave a halfpenny, in coin, at the steps,{2} and the", "gave “a halfpenny, in coin.” The")
    rows = [line for number, rows in NOTES for line in ("", f"{number}. {rows[0]}", *rows[1:])]
    article = article_of_dump([text, *rows])

    assert [("1", "or them."), ("2", "n coin.”"), ("3", "came in.")] == _before(article)


def test_items_of_a_list_have_stops_where_the_labels_of_notes_have_none() -> None:
    """A numbered list in the text is no new sequence of notes, and the notes behind it keep their numbers."""
    pages = []
    for start in (1, 4, 7):
        text = "\n".join(TEXT)
        for place, (number, _) in enumerate(NOTES):
            text = text.replace(f"{{{number}}}", str(start + place))
        notes = [
            line for place, (_, rows) in enumerate(NOTES) for line in ("", f"{start + place} {rows[0]}", *rows[1:])
        ]
        pages.append([*text.splitlines(), "", *notes])
    items = ["1. Lamps: they were lit at dusk.", "", "2. Oil: it was sold by the gallon.", "", "3. Boats: few had any."]
    pages[2][3:3] = ["", *items, ""]
    article = article_of_dump(*pages)

    assert [str(number) for number in range(1, 10)] == [note.label for note in article.notes]


def test_a_dump_without_notes_has_none() -> None:
    """Speech, bullets and a numbered section at the foot of a page are text."""
    page = [
        *(line.replace("{1}", "").replace("{2}", "").replace("{3}", "") for line in TEXT),
        "",
        "I. The Oil",
        "“We have burned it all,” said the clerk to the board in the loft.",
        "",
        "“You have sold it,” said the board. “The lamps are dark.”",
        "",
        "* a gallon of whale oil, at four shillings, for the mole;",
        "",
        "* a gallon of colza oil, at three, for the steps.",
    ]
    article = article_of_dump(page, [line.replace("I. The", "II. No") for line in page])

    assert [] == [note.label for note in article.notes]


def test_stars_on_every_page_are_reference_marks() -> None:
    """Where the first note of each page has a star, and no other note, the notes are not numbered."""
    page = [
        "The harbour board burned four thousand gallons of oil.* The masters of the boats",
        "were asked for a penny, and gave a halfpenny at the steps.† Nobody would say why.",
        "The boy who rowed round the moorings wrote it down.",
        "", "", "* A. Fennick, Harbour Registers of Port Selwyn, p. 12.", "", "† Ibid., p. 44.",
    ]  # fmt: skip
    article = article_of_dump(page, page, page)

    assert ["*", "†"] * 3 == [note.label for note in article.notes]


def test_signs_for_labels_in_two_columns() -> None:
    """Each column has a foot of its own; its text is text, and the numbers run on through both."""
    more = [line for line in TEXT if "{" not in line]
    columns = [[*more, *more, *column] for column in _signed_pages(1, 6)]
    article = article_of_dump(*([*one, "", *other] for one, other in zip(columns[::2], columns[1::2], strict=True)))

    assert [str(number) for number in range(1, 19)] == [note.label for note in article.notes]
    assert not any("harbour board burned" in note.text for note in article.notes)


def test_every_character_of_two_columns_is_kept() -> None:
    """Where the second column goes on behind the notes, no line is lost and none is doubled."""
    page = [*TEXT[:4], "", *[row for _, rows in NOTES[:2] for row in rows], "", *TEXT[5:]]

    article_of_dump(page)


AFTER_A_LOST_CALL = (
    "and then he put the slate away and he rowed himself home for the night.3",
    "", "",
    "1. A. Fennick, Harbour Registers (Port Selwyn: Mole Press, 1931), p. 12.",
    "2. Ibid., p. 44. The coin is in the museum.",
    "3. Ibid., p. 46, where the slate is drawn.",
)  # fmt: skip
"""The last line of a text whose call 2 left no trace, and its notes."""


@pytest.mark.parametrize(
    ("head", "tail"),
    [("that he called them “the lamps of the poor,”", "as"), ("of a man, a penny and a lamp....", "He was")],
)
def test_a_lost_call_has_a_place_behind_a_mark_or_an_ellipsis(head: str, tail: str) -> None:
    """American presses set the comma within the quotation, and a sentence may trail off; a call may be lost at both."""
    lines = [
        "The harbour board burned the oil in the winter of the levy and nobody paid.1",
        f"The clerk wrote {head}",
        f"{tail} lost as anybody on the Mole or on the lower quay",
        *AFTER_A_LOST_CALL,
    ]  # fmt: skip

    assert ("2", head[-8:]) in _before(article_of_dump(lines))


def test_an_abbreviation_ends_no_sentence() -> None:
    """A call that left no trace is not put behind the ``v.`` of a case, though a capital follows."""
    lines = [
        "The harbour board burned the oil in the winter of the levy and nobody paid.1",
        "The court had decided as much in Quell v. Board of the Port of Selwyn and in",
        "the year of the fire, and the clerk wrote down the numbers of both the cases",
        *AFTER_A_LOST_CALL,
    ]  # fmt: skip

    assert dict(_before(article_of_dump(lines)))["2"] == "he fire,"


_LONG = [
    "3. Ibid., p. 46, where the slate is drawn. The clerk kept it in a box under the",
    "stairs of the board room, with the coin and the lamp, and when he was asked for",
]
_REST = ["Fennick’s edition he said that he had never seen it and would not wish to."]


@pytest.mark.parametrize("parted", [["", ""], [""]])
def test_a_note_that_runs_over_the_page_above_one_blank_line(parted: list[str]) -> None:
    """Where every paragraph has a blank line, the rest of a note is told by what breaks off on the page before."""
    first = [
        *TEXT,
        *parted,
        *[row for number, rows in NOTES[:2] for row in (f"{number}. {rows[0]}", *rows[1:])],
        *_LONG,
    ]
    second = [
        "In the third winter the lamps were lit again, and the oil was paid for by the",
        "masters, each by the tonnage of his boat.4 The boy and his slate were kept, as",
        *parted, *_REST, "", "4. Ibid., p. 50.",
    ]  # fmt: skip
    third = ["nobody had thought of another way to count the boats in the dark of the year."]
    notes = {note.label: note.text for note in article_of_dump(first, second, third).notes}

    assert notes["3"].endswith("asked for Fennick’s edition he said that he had never seen it and would not wish to.")


def _articles(first: int, count: int) -> list[str]:
    """A page of numbered articles, the first carried on from the page before."""
    lines = ["of lamps that the board may name from year to year."]
    for number in range(first, first + count):
        lines += [
            f"{number}. Every master shall have a slate with the number {'of his boat' if number % 2 else 'paid'},",
            "so that the boy who rows round the moorings may read it from the water and",
            "tell the clerk, who is to enter it in the ledger before the lamps are lit.",
        ]
    return lines


def test_the_entries_of_a_list_are_no_notes() -> None:
    """Numbered articles fill their pages: over them no text is left that could call them."""
    article = article_of_dump(
        ["The board gave these articles to the masters in the winter."],
        _articles(1, 5),
        _articles(6, 5),
        _articles(11, 5),
    )

    assert not article.notes
    assert any("Every master shall have a slate" in block.text for block in article.blocks)


def test_a_catalogue_behind_the_notes_of_its_introduction() -> None:
    """The numbers of the entries are none of notes, and the notes at the feet before them stay."""
    pages = []
    for first in (1, 4, 7, 10):
        notes = [f"{number} See Reed, Lamps, p. {number}." for number in range(first, first + 3)]
        pages.append([*_essay(14 + first, range(first, first + 3)), *notes])
    article = article_of_dump(*pages, *(_articles(first, 5) for first in (1, 6, 11)))

    assert [str(number) for number in range(1, 13)] == [note.label for note in article.notes]
    assert any("Every master shall have a slate" in block.text for block in article.blocks)


def test_notes_at_the_end_that_the_text_calls_are_no_list() -> None:
    """Endnotes fill their pages too, but the pages before call their numbers."""
    text = "The lamp of pier {0} was lit in the winter of the levy, and the oil was paid for by the masters.{0}"
    notes = [[*_articles(first, 5)] for first in (1, 6, 11)]

    article = article_of_dump([text.format(number) for number in range(1, 16)], *notes)

    assert 15 == len(article.notes)


def test_labels_and_calls_in_raised_brackets_that_became_signs() -> None:
    """``®)`` for ``(6)``: the reader takes the first bracket for a part of the sign, and the second is left."""
    pages: list[list[str]] = []
    for signs in (("’)", "”)", "*)"), ("*)", "°)", "®)")):
        text = "\n".join(TEXT)
        for number, sign in enumerate(signs, 1):
            text = text.replace(f"{{{number}}}", sign)
        notes = [f"{sign} Cf. A. Fennick, Harbour Registers, pp. 12-4{len(pages)}." for sign in signs]
        pages.append([*text.splitlines(), "", *[row for note in notes for row in (note, "")]])

    found = _before(article_of_dump(*pages))

    assert [(str(place + 1), BEFORE[place % 3][1]) for place in range(6)] == found


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("§Z0z Jequiejdes Z| uo Jesn snoqieH Aq 6YS/epiue/qh/woo'dno//:sdyy Woy papeojumoq", True),
        ("S20Z sequieydag {| uo 1asn Jnoqiey Aq 68Z/8101e/UB/woo dno//-sdny wo pepeojuMog", True),
        ("See the register of 1871 at http://lamps.example.org, p. 12.", False),
    ],
)
def test_a_stamp_along_the_edge_that_is_read_from_below(line: str, *, stamp: bool) -> None:
    """``Downloaded from https://`` upside down is no note, nor the end of one."""
    [[row]] = _rows_of([line])

    assert stamp == is_copyright(row)


def test_labels_of_a_dump_of_which_a_digit_is_misread() -> None:
    """Where the numbers 12 and 13 lack, 72 and 18 stand for them; a line that goes on with a number is none of them."""
    text = [
        "The harbour board burned four thousand gallons of oil in the winter of the",
        "levy.11 The masters were asked for a penny and gave a halfpenny, in coin,12",
        "and the boy who rowed round the moorings wrote it down.13 In the second year",
        "the oil was gone by Candlemas, and nobody would say where it had gone.14 The",
        "board wrote to the ministry,15 and the ministry wrote to the masters again.16",
    ]
    notes = [
        "11 A. Fennick, Harbour Registers of Port Selwyn, p. 12.",
        "72 P.R.O., HP 22/5, fos. 10, 11,",
        "17 and 19.",
        "18 Ibid., fo. 44. The coin is in the museum, and the slate is lost.",
        "14 Quell to Drummond, 1 February 1871.",
        "15 Ibid., p. 46, where the slate is drawn.",
        "16 Harbour Gazette, 4 March 1871, p. 2.",
    ]

    found = article_of_dump([*text, "", *notes]).notes

    assert [("12", "P.R.O., HP 22/5, fos. 10, 11, 17 and 19."), ("13", "Ibid., fo. 44.")] == [
        (note.label, note.text[: 40 if note.label == "12" else 14]) for note in found if note.label in {"12", "13"}
    ]


def test_labels_on_lines_of_their_own_whose_figures_stand_apart() -> None:
    """``1 0`` over a note is 10."""
    pages = []
    for first in (1, 4, 7, 10, 13):
        numbers = range(first, first + 3)
        text = [f"{line}{number}" for line, number in zip(WRITTEN, numbers, strict=True)]
        notes = [(" ".join(str(number)), f"Reed, Lamps, p. {number}.") for number in numbers]
        pages.append([*text, *(part for note in notes for part in note)])

    assert [str(number) for number in range(1, 16)] == [note.label for note in article_of_dump(*pages).notes]


WRITTEN = (
    "The harbour board burned four thousand gallons of oil in that winter.",
    "The masters of the tea boats were asked for a penny and gave nothing.",
    "Nobody in the port would say where it had gone, though all of them knew.",
)


def _essay(first: int, numbers: range) -> list[str]:
    """Lines of text that call notes; no page has those of another."""
    calls = iter(numbers)
    lines = [f"In the year {first * 100 + place} the board of the harbour paid for all its oil." for place in range(32)]
    return [f"{line}{next(calls, '') if place % 4 == 3 else ''}" for place, line in enumerate(lines)]


@pytest.mark.parametrize(
    "heading",
    [
        ["NOTES", "The wardens of the port let me read the slates, and I thank them for", "the lamp and the oil."],
        ["NOTES TO THE TEXT"],
    ],
)
def test_endnotes_under_their_heading(heading: list[str]) -> None:
    """Between the heading and note 1 the author may give thanks; the notes are called pages before."""
    notes = [f"{number}. Reed, Lamps, p. {number}." for number in range(1, 7)]
    article = article_of_dump(_essay(14, range(1, 7)), _essay(15, range(0)), [*heading, *notes])

    notes_to_text = [note for note in article.notes if note.label]
    assert [NoteKind.END] * 6 == [note.kind for note in notes_to_text]
    assert all(note.anchor and note.anchor.printed == note.label for note in notes_to_text)


def test_endnotes_whose_labels_have_lines_of_their_own() -> None:
    """Under the heading stands a 1, and below it the first note."""
    notes = [part for number in range(1, 7) for part in (str(number), f"Reed, Lamps, p. {number}.")]
    article = article_of_dump(_essay(14, range(1, 7)), _essay(15, range(0)), ["NOTES", *notes])

    assert [NoteKind.END] * 6 == [note.kind for note in article.notes]
    assert [f"Reed, Lamps, p. {number}." for number in range(1, 7)] == [note.text for note in article.notes]


def test_foot_notes_of_a_dump_before_a_numbered_list_of_references() -> None:
    """The numbers that the text calls stand at the feet of its pages: the list of works is none of endnotes."""
    pages = [
        [*_essay(14 + number, range(number, number + 1)), f"{number} {WRITTEN[number % 3]}"] for number in (1, 2, 3, 4)
    ]
    works = [f"{number}. Reed, A., The Lamps of the Port, 190{number}." for number in range(1, 6)]
    article = article_of_dump(*pages, [*_essay(19, range(0)), "REFERENCES", *works])

    assert ["1", "2", "3", "4"] == [note.label for note in article.notes]
    assert not [note for note in article.notes if "Reed" in note.text]
