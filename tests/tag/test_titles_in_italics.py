"""Citations whose titles the type shows: case by case in tests/cases/citations-in-italics.md."""

import re

import pytest
from msgspec.structs import replace

from pipeline.model import Article, Note, Style, StyleSpan
from pipeline.tag.citations import resolve
from pipeline.tag.citations.wording.italics import authors_in_italics, italics_of
from pipeline.tag.citations.wording.likeness import names_agree
from tests.tag.articles import article
from tests.tag.case_files import Case, read_cases
from tests.tag.test_citations import fields

CASES = read_cases("citations-in-italics.md")
_SLANTED = re.compile(r"\*([^*]+)\*")


def _slanted(note: Note) -> Note:
    """The note with what stands between stars in italics."""
    plain, spans = "", []
    for index, piece in enumerate(_SLANTED.split(note.text)):
        if index % 2:
            spans.append(StyleSpan(start=len(plain), end=len(plain) + len(piece), style=Style(italic=True)))
        plain += piece
    return replace(note, text=plain, styles=tuple(spans))


def in_italics(*lines: str) -> Article:
    """An article whose notes show italics by stars."""
    source = article(*lines)
    return replace(source, notes=tuple(_slanted(note) for note in source.notes))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_italics_tell_titles(case: Case) -> None:
    """Every case of tests/cases/citations-in-italics.md holds."""
    assert list(case.expected) == fields(in_italics(*case.lines))


def test_words_of_reference_in_italics_are_no_titles() -> None:
    """`See`, `Id.` and `op. cit.` in italics begin no title; what stands behind them does."""
    note = in_italics("note: *Id.* at 3. *See also Merrow v. Selwyn*, 12 Selw. 3; Roe, *op. cit.*, p. 4.").notes[0]
    assert ["Merrow v. Selwyn"] == [note.text[slice(*run)] for run in italics_of(note).runs]


def test_a_bracket_with_a_word_of_reference_ends_a_title() -> None:
    """*Ivi* behind a title and its number of a volume, all in italics, are none of it."""
    note = in_italics("note: *Lamps of the I. Quell (ivi*, pp. 2-3) and *Wicks. Vol*. 2, *(ivi*, p. 4).").notes[0]
    assert ["Lamps of the I. Quell", "Wicks"] == [note.text[slice(*run)] for run in italics_of(note).runs]


def test_german_lawyers_set_authors_in_italics() -> None:
    """Names behind `Vgl.` or at the beginning in italics show a habit that tells no title."""
    assert authors_in_italics(in_italics("note: Vgl.: *Quellmann*, Die Lampen, S. 3; *Roe*, Dochte, S. 4.").notes)


def test_titles_in_italics_are_no_authors() -> None:
    """A title in italics behind a name is no author."""
    assert not authors_in_italics(in_italics("note: Ada Merrow, *Lamps*, Selwyn 1931; Jane Roe, *Wicks*, 1934.").notes)


def test_italics_that_were_measured_tell_no_title() -> None:
    """On pages read from images half a title may look upright: there words alone tell where it ends."""
    notes = in_italics("note: Ada Merrow, *Lamps*, Wicks and Oil (Selwyn: Garth, 1931), 3.").notes
    titles = [field.value for each in resolve(notes, (), frozenset({1})).citations for field in each.fields]
    assert "Lamps, Wicks and Oil" in titles


def test_titles_with_another_name_are_other_works() -> None:
    """However alike two titles are, a name of the one that the other lacks parts them; a misread name does not."""
    assert not names_agree("Observations on Selwyn", "Observations on Quilp")
    assert names_agree("Observations on Se1wyn", "Observations on Selwyn")


def test_italics_over_a_bracket_or_a_semicolon_are_two_titles() -> None:
    """No title has half a bracket: the type went on over what is between two of them."""
    note = in_italics(
        "note: *Quell v. Selwyn*, Award (on *Quell Lamps); Merrow AG v. Ports (Lamps),* 6 February 2007."
    ).notes[0]
    assert ["Quell v. Selwyn", "Quell Lamps", "Merrow AG v. Ports (Lamps)"] == [
        note.text[start:end] for start, end in italics_of(note).runs
    ]
