"""One fault planted in a perfect output moves the figures that it should, and no other."""

from pathlib import Path

import pytest

from tests.compare.article import Fault, judged, moved, planted

NOTE_2 = '<note n="2" place="foot"><p>Ibid., p. 45.</p></note>'
NOTE_3 = """<note n="3" place="foot"><p>Harbour Papers, box 7, letter of
<date when="1803-02-04">4 February 1803</date>.</p></note>"""
NOTE_4 = '<note n="4" place="foot"><p>Ibid., box 8, folio 12, in a clerk’s hand.</p></note>'
NOTE_6 = """<note n="6" place="foot"><p>See
the almanac of that year, passim.</p></note>"""
CALLS = {"calls", "certain calls"}

FAULTS: dict[str, tuple[tuple[Fault, ...], set[str]]] = {
    "call a word too late": ((("lost in the smoke." + NOTE_2 + " The", "lost in the smoke. The" + NOTE_2),), CALLS),
    "call before the full stop": ((("smoke." + NOTE_2, "smoke" + NOTE_2 + "."),), CALLS),
    "call two sentences too early": (
        ((NOTE_6, ""), ("By <date", NOTE_6 + "By <date")),
        CALLS | {"calls within a word"},
    ),
    "call at the beginning of the next paragraph": (
        ((NOTE_4 + "</quote>\n<p>They", f"</quote>\n<p>{NOTE_4}They"),),
        CALLS,
    ),
    "calls of two notes exchanged": (
        ((NOTE_4, "@3@"), (NOTE_3, NOTE_4), ("@3@", NOTE_3)),
        CALLS | {"calls within a word"},
    ),
    "call marked as uncertain": ((('<note n="2"', '<note cert="low" n="2"'),), {"certain calls", "low"}),
    "call not found": (
        ((NOTE_2, NOTE_2.replace("<note", '<note type="unanchored"')),),
        CALLS | {"calls within a word", "unanchored"},
    ),
    "note lost": (
        (((NOTE_2), ""),),
        CALLS | {"calls within a word", "CER notes", "zone notes", "found", "close", "lost"},
    ),
    "note run into the one before": (
        ((NOTE_4, ""), (".</p></note> His", ". Ibid., box 8, folio 12, in a clerk’s hand.</p></note> His")),
        CALLS | {"calls within a word", "found", "close", "merged"},
    ),
    "note in two pieces": (
        (
            (
                "almanac of that year, passim.</p></note>",
                'almanac of</p></note><note n="7"><p>that year, passim.</p></note>',
            ),
        ),
        CALLS | {"calls within a word", "found", "close", "split"},
    ),
    "running head in the body": (
        (('<fw type="header" place="top">Annals of the Coast</fw>', "Annals of the Coast"),),
        {"CER body", "zone body", "zone heads"},
    ),
    "running head lost": ((('<fw type="header" place="top">Ada Merrow</fw>', ""),), {"zone heads"}),
    "note in the body": (
        ((NOTE_2, " Ibid., p. 45. "),),
        CALLS | {"calls within a word", "CER body", "CER notes", "zone body", "zone notes", "found", "close", "lost"},
    ),
    "heading as paragraph": (
        (("<head>What the pilots wanted</head>", "<p>What the pilots wanted</p>"),),
        {"headings", "paragraphs", "beginnings"},
    ),
    "quotation as paragraph": (
        (('<quote rend="block">', "<p>"), ("</quote>", "</p>")),
        {"quotations", "paragraphs", "beginnings"},
    ),
    "quotation run into the paragraph before": (
        (('</p>\n<quote rend="block">', " "), ("</quote>", "</p>")),
        {"quotations", "paragraphs"},
    ),
    "paragraph split": ((("in verse;", "in</p><p>verse;"),), {"paragraphs", "beginnings"}),
    "paragraphs joined": (
        (("burned it.</p>\n<p>Nobody", "burned it. Nobody"),),
        {"paragraphs", "beginnings"},
    ),
    "letter of the body misread": ((("barge was", "barqe was"),), {"CER body"}),
    "letter of a note misread": ((("the almanac", "tbe almanac"),), {"CER notes"}),
    "space lost": ((("a barge", "abarge"),), {"CER body", "zone body"}),
    "another folio": ((('n="12"', 'n="112"'),), {"folios"}),
    "place taken for a person": (
        (('<placeName ref="#selwyn">Port Selwyn</placeName>', '<persName ref="#selwyn">Port Selwyn</persName>'),),
        {"strict", "fuzzy"},
    ),
    "name cut short": (
        (('ref="#quell">Josiah Quell</persName>', 'ref="#quell">Josiah</persName> Quell'),),
        {"strict"},
    ),
    "name missed": ((("<orgName>Guild of Pilots</orgName>", "Guild of Pilots"),), {"strict", "fuzzy"}),
    "date with another value": ((('when="1803-02-04"', 'when="1803-04-02"'),), {"date values"}),
    "one person taken for two": ((('ref="#quell">Quell', 'ref="#other">Quell'),), {"identity"}),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_moves_exactly_its_figures(name: str, tmp_path: Path) -> None:
    """A planted fault moves the figures that are about it, and leaves all others where they were."""
    faults, expected = FAULTS[name]
    assert expected == moved(tmp_path, *faults)


def test_a_call_too_late_costs_one_right_answer(tmp_path: Path) -> None:
    """A call that stands a word too late is one wrong answer and one missing one."""
    calls = judged(tmp_path, planted(("smoke." + NOTE_2 + " The", "smoke. The" + NOTE_2))).calls
    assert (calls.exact.right, calls.exact.given, calls.exact.wanted) == (5, 6, 6)
    assert (calls.within_a_word.right, calls.within_a_word.given, calls.within_a_word.wanted) == (6, 6, 6)


def test_exchanged_calls_cost_two_right_answers(tmp_path: Path) -> None:
    """Two calls that exchanged their notes are both wrong."""
    calls = judged(tmp_path, planted((NOTE_4, "@3@"), (NOTE_3, NOTE_4), ("@3@", NOTE_3))).calls
    assert (calls.exact.right, calls.exact.given, calls.exact.wanted) == (4, 6, 6)


def test_a_misread_letter_is_one_edit(tmp_path: Path) -> None:
    """One letter read wrongly is one edit in the characters of the truth."""
    body = judged(tmp_path, planted(("barge was", "barqe was"))).text.body
    assert (1, 1 / body.length) == (body.distance, body.rate)


def test_folded_rate_ignores_the_form_of_quotes(tmp_path: Path) -> None:
    """A straight apostrophe for a curly one is an error, but not in the folded rate."""
    notes = judged(tmp_path, planted(("clerk’s", "clerk's"))).text.notes
    assert (notes.distance, notes.folded) == (1, 0.0)


def test_a_glyph_left_behind_by_a_call_does_not_move_it(tmp_path: Path) -> None:
    """The rest of a badly read call in the text costs a character; the call itself stands where it should."""
    evaluation = judged(tmp_path, planted(("smoke." + NOTE_2, "smoke.'" + NOTE_2)))
    assert (evaluation.text.body.distance, evaluation.calls.exact.right) == (1, 6)


def test_a_call_in_a_lost_sentence_has_to_stand_at_its_edge(tmp_path: Path) -> None:
    """Where the text around a call is lost, the edge of the loss is its place."""
    lost = "Nobody was hurt, though a barge was lost in the smoke."
    assert judged(tmp_path, planted((lost, ""))).calls.exact.right == 6


def test_a_paragraph_cut_in_two_is_two_wrong_blocks(tmp_path: Path) -> None:
    """Of the five paragraphs four are right; two others are given in place of the fifth."""
    paragraph = judged(tmp_path, planted(("in verse;", "in</p><p>verse;"))).blocks.paragraph
    assert (paragraph.right, paragraph.given, paragraph.wanted) == (4, 6, 5)


def test_a_note_that_is_none_is_spurious(tmp_path: Path) -> None:
    """A stretch of nonsense that became a note is no note of the truth."""
    evaluation = judged(tmp_path, planted(("ran aground.", "ran aground.<note><p>|| ~~ 9</p></note>")))
    assert (evaluation.notes.spurious, evaluation.calls.exact.right, evaluation.calls.exact.given) == (1, 6, 7)
