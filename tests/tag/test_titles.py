"""Titles of works and imprints, and the trimming of spans."""

import pytest

from pipeline.model import Block, BlockKind, Style, StyleSpan
from pipeline.tag.citations.parts.imprints import find_definitions, find_imprints
from pipeline.tag.titles.italic_names import italic_names, without_names
from pipeline.tag.titles.titles_of_works import quiet_spans
from pipeline.tag.words.spans import trim

NOTES = {
    "Li, Haigang huiyi jilu, pp. 231-232.": ["Haigang huiyi jilu"],
    "J. Brown, The Long March (London: Faber, 1990), p. 3.": ["The Long March"],
    "K. Lieber, ‘The split in Yenan’, in Fairbank, The History of China, vol. 14.": [
        "‘The split in Yenan’",
        "The History of China",
    ],
    "See Ann Lee, ‘On Mao’, Journal of Asia 11(4), p. 2.": ["‘On Mao’", "Journal of Asia"],
    "Lin Ke riji [Diary of Lin Ke], p. 4.": ["Lin Ke riji", "Diary of Lin Ke"],
    "AVPRF [Archive of Foreign Policy], f. 5.": [],
    "He met Mao in Moscow, and left.": [],
}
TRIMMED = {
    "the Soviet Union’s": "Soviet Union",
    "Hongqi (Red Flag": "Hongqi",
    "Joseph] Stalin": "Stalin",
    "“Mao’": "Mao",
    "Great Leap ‘de": "Great Leap",
    "Baotou Steel and": "Baotou Steel",
    "Lamp Office Case No": "Lamp Office Case",
    "Yan’an": "Yan’an",
    "B. T. Kulik": "B. T. Kulik",
}


@pytest.mark.parametrize("note", NOTES)
def test_titles_in_notes(note: str) -> None:
    """Titles are seen by the shape of the citation, archives and prose are none."""
    assert NOTES[note] == [note[start:end] for start, end in quiet_spans(note, (), note=True)]


def test_italics_in_the_body() -> None:
    """An italic title in the body names nobody."""
    italic = StyleSpan(start=8, end=18, style=Style(italic=True))
    assert [(8, 18)] == quiet_spans("We read Mao’s Road in Moscow with care.", (italic,), note=False)


def _slanted(text: str, *words: str) -> Block:
    places = [(text.index(word), len(word)) for word in words]
    styles = tuple(StyleSpan(start=at, end=at + size, style=Style(italic=True)) for at, size in places)
    return Block(id="b0", kind=BlockKind.PARAGRAPH, text=text, pieces=(), styles=styles)


def test_people_in_italics_by_habit() -> None:
    """Where prose sets people in italics, their names are no titles; one novel's hero, or more titles, are no habit."""
    people = ("Elisabeth Kranz", "Rainer Hallberg", "Udo Lindqvist")
    prose = _slanted("So sagen es Elisabeth Kranz und Rainer Hallberg, auch Udo Lindqvist und das Licht.", *people)
    novel = _slanted("Wir lesen Elisabeth Kranz und Das ferne Licht im Hafen.", "Elisabeth Kranz", "Das ferne Licht")
    named = italic_names([(prose, "de")])
    assert {*people, "Kranz", "Hallberg", "Lindqvist"} == named
    assert frozenset() == italic_names([(novel, "de")])
    assert () == without_names(prose.text, prose.styles, named)


def test_a_text_set_in_italics_is_no_title() -> None:
    """Where nearly all is italic, italics mark nothing."""
    italic = StyleSpan(start=0, end=12, style=Style(italic=True))
    assert [] == quiet_spans("Mao spoke so.", (italic,), note=False)


@pytest.mark.parametrize("span", TRIMMED)
def test_trim(span: str) -> None:
    """Articles, possessives, brackets, quotation marks and loose conjunctions are left out of a span."""
    bare = trim(span, 0, len(span))
    assert bare is not None
    assert TRIMMED[span] == span[slice(*bare)]


def test_imprint_with_two_places() -> None:
    """Places are parted at `and`, states are left out, the press is whole."""
    text = "(Chapel Hill, NC and London: The University Press, 2001)"
    (imprint,) = find_imprints(text)
    assert ["Chapel Hill", "London", "NC"] == [text[slice(*span)] for span in (*imprint.places, *imprint.states)]
    assert imprint.press is not None
    assert "The University Press" == text[slice(*imprint.press)]


def test_a_season_is_no_press() -> None:
    """`Winter` before its year is the date of an issue, whether or not a second year follows."""
    found = [find_imprints(f"(Selwyn, DC: Winter {years})") for years in ("1995", "1995/1996")]
    assert [None, None] == [imprint.press for imprints in found for imprint in imprints]


def test_a_year_is_no_part_of_the_press() -> None:
    """Journals of law set no comma before it; the end of `Inc.` is no `circa`."""
    texts = ["(Oxford: Garth Press 1998)", "(Oxford: Garth & Quell, Inc. 1998)"]
    presses = [find_imprints(text)[0].press or (0, 0) for text in texts]
    assert ["Garth Press", "Garth & Quell, Inc"] == [
        text[slice(*press)] for text, press in zip(texts, presses, strict=True)
    ]


def test_definition_is_cut_to_its_letters() -> None:
    """The name that an abbreviation stands for begins with its first letter."""
    text = "members of the Chinese Communist Party (CCP) met"
    (definition,) = find_definitions(text)
    assert ("Chinese Communist Party", "CCP") == (text[slice(*definition.name)], text[slice(*definition.short)])
