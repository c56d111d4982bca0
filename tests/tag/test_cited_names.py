"""What citations and lists of works say about names."""

from pipeline.model import EntityKind
from pipeline.tag import run
from pipeline.tag.citations import resolve
from pipeline.tag.citations.parts.imprints import find_definitions, find_things
from pipeline.tag.institutions.head_words import headed_names
from pipeline.tag.people.person_names import is_person_name
from pipeline.tag.titles.legal_titles import legal_titles
from pipeline.tag.vote.cited_names import by_note, cited_titles, mistakes_authors
from pipeline.tag.vote.verdicts import BODY, NOBODY, Ballot, count
from pipeline.tag.words.spans import Proposal, trim
from tests.tag.articles import RULES_ONLY, article

NOTE = "Merrow & Quell, Lamps of Mao Zedong (London: Garth, 1931), p. 3."


def test_two_authors_are_no_name() -> None:
    """What covers two authors of a citation is no institution; what covers one may be, unless in capitals."""
    both, one = Proposal(0, 0, 14, EntityKind.ORG, 1.0), Proposal(0, 0, 6, EntityKind.ORG, 1.0)
    for note, expected in ((NOTE, [True, False]), (NOTE.replace("Merrow", "MERROW"), [True, True])):
        citations = by_note(resolve(article(f"note: {note}").notes).citations)["fn1"]
        assert expected == [mistakes_authors(note, each, citations) for each in (both, one)]


def test_no_name_within_a_word_of_a_broken_font() -> None:
    """A sign that stands within words only where a font's codes were lost ends no name."""
    source = article("note: ed. Ada Merrow. The Ada Merrow¥ lamps, and ±Ada Merrow.")
    assert 1 == len(run(source, RULES_ONLY).mentions)


def test_titles_of_citations() -> None:
    """The title of a printed work is one range, with the name in it; a letter's correspondents are none."""
    letter = "Merrow to Quell, 3 May 1871, CO 2/8."
    notes = resolve(article(f"note: {NOTE}", f"note: {letter}").notes).citations
    cited = by_note(notes)
    assert ["Lamps of Mao Zedong"] == [NOTE[slice(*span)] for span in cited_titles(NOTE, cited["fn1"])]
    assert [] == cited_titles(letter, cited["fn2"])


def test_the_last_stop_of_an_abbreviation_stays() -> None:
    """`U.S.` keeps its stop, wherever the span that was proposed ends; a sentence's stop goes."""
    text = "the U.S. in Selwyn. "
    spans = [trim(text, *span) for span in ((0, 7), (4, 8), (12, 19))]
    assert ["U.S.", "U.S.", "Selwyn"] == [text[slice(*span)] for span in spans if span]


def test_legal_titles() -> None:
    """Cases and the abbreviations of reports and codes; a judge's title ends the party, a year begins no report."""
    text = (
        "In Quell v. Lamp Board, Inc. Justice Merrow cites 195 U.S. 138, 42 U.S.C. § 3 and, in 1931 J. Quell 3, Selwyn;"
        " 19 F.3d 4 (Selw. Ct. App. 1970)."
    )
    found = sorted({text[slice(*span)] for span in legal_titles(text)})
    assert ["F.3d", "In Quell v. Lamp Board, Inc.", "Selw. Ct. App. ", "U.S.", "U.S.C."] == found


def test_authors_in_capitals() -> None:
    """The author of a book in capitals is a person, under a name as names are written; a body and a court are none."""
    authors = ("PAUL B. MERROW", "QUELL LAW ASS’N", "PAUL QRS")
    found = run(article(*(f"note: {author}, THE LAW OF LAMPS 12 (1931)." for author in authors)), RULES_ONLY)
    people = [each for each in found.register if each.kind is EntityKind.PERSON]
    assert [(1, "Paul B. Merrow")] == [(each.mentions, each.name) for each in people]


def test_contracted_words_are_no_person() -> None:
    """`Int’l Lamp Comm’n` is a body, `O’Merrow` and `Ch’en` are people."""
    names = ("Int’l Lamp Comm’n", "Ada O’Merrow", "Ch’en Li")
    assert [False, True, True] == [is_person_name(name) for name in names]


def test_abbreviations_of_small_words() -> None:
    """The letters of an abbreviation may begin small words, too, if none other fits: the O of `DOL`."""
    text = "the Department of Lamps (DOL), the Board of Trade for Lamps (BTL), the Union of Wicks (UOX)"
    found = [text[slice(*name)] for name, _ in find_definitions(text)]
    assert ["Department of Lamps", "Board of Trade for Lamps"] == found


def test_letters_degrees_and_treaties_are_no_names() -> None:
    """What is left of `U.S.` in bad OCR, `Ph.D` and `Lamp Treaty` name nothing."""
    assert trim("the U, S.", 4, 5) is None
    assert NOBODY == count([Ballot("Ph.D", EntityKind.PLACE, BODY)])["Ph.D"]
    assert [None, None] == [each.kind for each in headed_names("The Lamp Treaty. The Treaty of Selwyn.")]


def test_things() -> None:
    """Small letters in the plural, or a head word that is a law, a plan or a work; not an office."""
    text = "lamp ships (LS), the Lamp Directive (LD), Chief of Lamp Operations (CLO), Board of Lamps (BL)"
    assert ["LS", "Lamp Directive", "LD"] == [text[slice(*span)] for span in find_things(text, find_definitions(text))]
