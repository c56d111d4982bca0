"""The document's vote."""

import pytest

from pipeline.model import EntityKind
from pipeline.tag.institutions.unknown_institutions import without_unknown_institutions
from pipeline.tag.people.person_names import is_person_name
from pipeline.tag.places.town_names import as_towns
from pipeline.tag.places.unknown_places import without_unknown_places
from pipeline.tag.vote.context import context_votes
from pipeline.tag.vote.passages import passages
from pipeline.tag.vote.verdicts import BODY, NOBODY, NOTE, RULE, Ballot, Verdict, count, without_pairs
from tests.tag.articles import article

PERSON, PLACE, ORG, EVENT = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORG, EntityKind.EVENT


def verdict(name: str, *votes: tuple[EntityKind | None, float, int]) -> Verdict:
    """The verdict on one name: kind, weight and number of each vote."""
    return count(Ballot(name, kind, weight) for kind, weight, times in votes for _ in range(times))[name]


def test_the_majority_names_the_string() -> None:
    """Five votes for a person outweigh one for a place."""
    assert PERSON == verdict("Lorenz Tieck", (PERSON, BODY, 5), (PLACE, BODY, 1)).kind


def test_a_rule_outweighs_the_model() -> None:
    """One rule outweighs two votes of the model."""
    assert PERSON == verdict("Boris Kulikov", (ORG, BODY, 2), (PERSON, RULE, 1)).kind


def test_what_wavers_is_an_event() -> None:
    """A name seen as institution, building and event is an event."""
    assert EVENT == verdict("Great Reform", (ORG, BODY, 28), (PLACE, BODY, 9), (EVENT, BODY, 3)).kind


def test_one_stray_event_makes_no_event() -> None:
    """An institution seen once as an event among many stays an institution."""
    assert ORG == verdict("Xinhua Press", (ORG, BODY, 30), (EVENT, BODY, 1)).kind


def test_two_uses_are_kept_apart() -> None:
    """A name used often for a city and often for a man keeps both kinds."""
    found = verdict("Washington", (PLACE, BODY, 5), (PERSON, BODY, 4))
    assert (PLACE, PERSON) == (found.kind, found.second)


def test_full_names_lend_to_family_names() -> None:
    """A family name that the model takes for an institution follows the full name."""
    verdicts = count([Ballot("Tieckmann", ORG, BODY)] * 2 + [Ballot("Ludwig Tieckmann", PERSON, BODY)] * 3)
    assert PERSON == verdicts["Tieckmann"].kind


@pytest.mark.parametrize("name", ["Congress", "Leap", "Report"])
def test_common_words_are_no_institutions(name: str) -> None:
    """A single common word that only the model takes for an institution is none."""
    assert NOBODY == verdict(name, (ORG, BODY, 2))


@pytest.mark.parametrize("name", ["MF2510409", "VIII-60"])
def test_call_numbers_are_no_institutions(name: str) -> None:
    """A word with digits in it is a call number."""
    assert verdict(name, (ORG, BODY, 2)).kind is None


def test_a_single_find_in_a_note_is_dropped() -> None:
    """A single word that the model finds once in a note, and nothing else supports, names nobody."""
    assert NOBODY == verdict("Kitai", (PERSON, NOTE, 2))


def test_countries_stand_although_common() -> None:
    """The name of a country is a common word, and one vote in prose is enough for it."""
    assert PLACE == verdict("Iraq", (PLACE, BODY, 1)).kind


def test_words_of_the_document_are_no_names() -> None:
    """A term that the document also writes in lower case is no institution, found two times by the model."""
    assert (
        NOBODY
        == count([Ballot("Manuscript Tower", ORG, BODY)] * 2, frozenset(["manuscript", "tower"]))["Manuscript Tower"]
    )


def test_abbreviations_are_not_words_of_the_document() -> None:
    """The US is a country although "us" is written in lower case."""
    assert PLACE == count([Ballot("US", PLACE, BODY)] * 2, frozenset(["us"]))["US"].kind


def test_a_rare_family_name_is_no_place() -> None:
    """A rare word that is a family name in the document is that family name, however often the model sees a place."""
    verdicts = count([Ballot("Khlebnikova", PLACE, BODY)] * 4 + [Ballot("Vera Khlebnikova", PERSON, BODY)])
    assert PERSON == verdicts["Khlebnikova"].kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Directive", ORG),
        ("Annex II", EVENT),
        ("Covenant", PERSON),
        ("EU Law", PLACE),
        ("Member States", PLACE),
    ],
)
def test_acts_and_their_parts_are_no_names(name: str, kind: EntityKind) -> None:
    """What a model makes of acts, their parts and their field is not tagged."""
    assert NOBODY == verdict(name, (kind, BODY, 5))


def test_a_party_and_a_family_named_after_the_law_are_names() -> None:
    """`Convention Party` is an institution and `Bonar Law` a person."""
    assert ORG == verdict("Convention Lamp Party", (ORG, BODY, 5)).kind
    assert PERSON == verdict("Bonar Law", (PERSON, BODY, 5)).kind


def test_a_single_name_that_is_a_town() -> None:
    """A large town outside English-speaking countries is no person, unless the document has a person of that name."""
    person = Verdict(EntityKind.PERSON, 1.0)
    verdicts = dict.fromkeys(("Rotterdam", "Oran", "Kennedy", "Marshall", "Jan Rotterdam"), person)
    assert ["Rotterdam", "Oran"] == list(as_towns(verdicts, ()))
    assert ["Oran"] == list(as_towns(verdicts, {"Rotterdam"}))


def test_a_single_foreign_word_is_no_institution() -> None:
    """One vote of the model for a rare word as an institution counts for nothing; two do."""
    once = count([Ballot("Larache", EntityKind.ORG, BODY)])
    twice = count([Ballot("Larache", EntityKind.ORG, BODY)] * 2)
    assert [NOBODY.kind, EntityKind.ORG] == [once["Larache"].kind, twice["Larache"].kind]


def test_a_title_in_small_letters_speaks_for_a_person() -> None:
    """`the admiral Oran`; `to Oran` says nothing."""
    texts = passages(article("The admiral Oran sailed to Oran."))
    assert [Ballot("Oran", PERSON, BODY)] == list(context_votes(texts, {"Oran"}))


@pytest.mark.parametrize("name", ["Thus", "Hence", "Essay", "Ed", "Americans"])
def test_words_that_begin_or_mark_are_no_persons(name: str) -> None:
    """What joins two sentences, names the paper itself, marks an editor or is a people names no person."""
    assert NOBODY == verdict(name, (PERSON, BODY, 5))


def test_an_editor_may_be_called_ed() -> None:
    """A given name before another is no mark."""
    assert PERSON == verdict("Ed Merrow", (PERSON, BODY, 2)).kind


@pytest.mark.parametrize(
    ("name", "kind"), [("GRUR", None), ("CMOs", None), ("USA", PLACE), ("MAINE", PLACE), ("MA", None)]
)
def test_capitals_are_places_only_where_they_abbreviate_a_state(name: str, kind: EntityKind | None) -> None:
    """The model makes places of journals and degrees."""
    assert kind == verdict(name, (PLACE, BODY, 3)).kind


def test_any_state_is_no_place() -> None:
    """`Neutral States may not`: law writes the word with a capital."""
    assert NOBODY == verdict("States", (PLACE, BODY, 20))


def test_releases_and_papers_are_no_places() -> None:
    """`Press Release`, `Working Paper`: the model makes places and persons of them."""
    assert NOBODY == verdict("Press Release", (PERSON, BODY, 3)) == verdict("Wick Paper", (PLACE, RULE, 1))


@pytest.mark.parametrize(
    ("pair", "kind"),
    [
        pytest.param("Quell & Merrow", None, id="both are persons of the document"),
        pytest.param("Quell and Garth", None, id="one is in the bibliography"),
        pytest.param("Quell & Sons", ORG, id="the other is no name"),
        pytest.param("Quell & Selwyn", ORG, id="a person and a town"),
    ],
)
def test_two_authors_are_no_institution(pair: str, kind: EntityKind | None) -> None:
    """What the document has alone is two names also where the model takes them for a firm."""
    votes = {"Quell": PERSON, "Merrow": PERSON, "Selwyn": PLACE, pair: ORG}
    verdicts = count([Ballot(name, each, BODY) for name, each in votes.items() for _ in range(5)])
    assert kind == without_pairs(verdicts, {"Garth"})[pair].kind


@pytest.mark.parametrize("name", ["ADA MERROW", "LAMP L. REV", "ORIGINS OF LIGHT"])
def test_capitals_of_notes_are_no_institutions(name: str) -> None:
    """In the notes of a law review capitals are authors, books and journals; in prose they may be an institution."""
    assert NOBODY == verdict(name, (ORG, NOTE, 2))
    assert ORG == verdict(name, (ORG, BODY, 2)).kind


def test_an_institution_in_capitals() -> None:
    """With the head of an institution it is one in notes, too."""
    assert ORG == verdict("HARBOUR COMMITTEE", (ORG, NOTE, 1)).kind


@pytest.mark.parametrize("name", ["Lampism", "Quellianity", "Lantern Era", "Critical Lamp Theory", "Selwyn Agreement"])
def test_doctrines_name_nobody(name: str) -> None:
    """What is believed, a time, or what was agreed is no person, place or institution, whatever the model says."""
    assert [NOBODY] * 3 == [verdict(name, (kind, BODY, 20)) for kind in (PERSON, PLACE, ORG)]


@pytest.mark.parametrize("name", ["Press Release", "Merrow Papers", "Criminal Code"])
def test_writings_are_nobody(name: str) -> None:
    """What is written is no person, even where it stands in the place of an author."""
    assert verdict(name, (PERSON, RULE, 1)).kind is None


def test_a_bill_may_be_somebody() -> None:
    """Buffalo Bill is a person where a rule has found him."""
    assert PERSON == verdict("Selwyn Bill", (PERSON, RULE, 1)).kind


UNKNOWN = ["Zorple", "Quell Migration", "QUELL", "Q.R.S.T.", "1st ed", "Lamp of Truth", "Great Lamp"]
BELIEVED = [
    *("Kerzhin", "Mount Zorple", "Selwyn Courthouse", "Southeast Asia", "New York State", "Old Kerzhin", "Sicily"),
    *("Austria-Hungary", "N.Y.", "Zhongzhengnan", "Kingdom of Granada", "Selwynshire", "Soviet Union"),
    *("VIENNA", "Jackson county"),
]


def test_places_that_no_table_knows() -> None:
    """Such a name of the model's is no place; a rare one behind a preposition may be, or one made of a known one."""
    ballots = [Ballot(name, PLACE, NOTE) for name in ["Zorple", "Sicily", "N.Y.", "Zhongzhengnan", "Selwynshire"]]
    ballots += [
        Ballot(name, PLACE, BODY) for name in (*UNKNOWN, *BELIEVED) if name not in {one.name for one in ballots}
    ]
    verdicts = without_unknown_places({ballot.name: Verdict(PLACE, 1.0) for ballot in ballots}, ballots)
    assert UNKNOWN == [name for name in UNKNOWN if verdicts[name] == NOBODY]
    assert BELIEVED == [name for name in BELIEVED if verdicts[name].kind is PLACE]


def test_a_rule_knows_an_unknown_place() -> None:
    """What a rule takes for a place is one, known or not."""
    ballots = [Ballot("Quell Migration", PLACE, RULE)]
    verdicts = {"Quell Migration": Verdict(PLACE, 1.0)}
    assert verdicts == without_unknown_places(verdicts, ballots)


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Ninth Circuit", ()),
        ("Selwyn Lamp Co", ()),
        ("EU", ()),
        ("NLB", ("National Lamp Board",)),
        ("Lamps.com", ()),
        ("Selwyner Lampengesellschaft", ()),
    ],
)
def test_an_institution_has_a_word_or_letters_that_say_so(name: str, others: tuple[str, ...]) -> None:
    """What only the model takes for an institution is one by a word, as a known body, or by the letters of another."""
    ballots = [*[Ballot(name, ORG, BODY)] * 2, *(Ballot(other, ORG, RULE) for other in others)]
    assert ORG == without_unknown_institutions(count(ballots), ballots)[name].kind


@pytest.mark.parametrize("name", ["Lamp Paradigm", "Quell's Dictum", "HTML", "Big Lamps"])
def test_what_only_the_model_takes_for_an_institution_names_nothing(name: str) -> None:
    """However often it does so."""
    ballots = [Ballot(name, ORG, BODY)] * 20
    assert NOBODY == without_unknown_institutions({name: Verdict(ORG, 1.0)}, ballots)[name]


def test_a_person_whom_the_model_takes_for_an_institution() -> None:
    """A third of the votes is enough, where no word says that it is an institution."""
    ballots = [Ballot("Labrin", ORG, BODY)] * 4 + [Ballot("Labrin", PERSON, BODY)] * 3
    assert PERSON == without_unknown_institutions({"Labrin": Verdict(ORG, 0.57)}, ballots)["Labrin"].kind


@pytest.mark.parametrize(
    "name",
    [
        "Anglican Quell",
        "San Marcos",
        "Lampen Austria",
        "Harbourpeace Germany",
        "Christopher St",
        "Merrow Univ",
        "Law Serv",
    ],
)
def test_what_no_person_is_called(name: str) -> None:
    """A people before the name, a town's beginning, a country behind a noun, a saint cut at its stop, a body."""
    assert not is_person_name(name)


@pytest.mark.parametrize("name", ["Christian Wolff", "Norman Austin", "Han Suyin", "Isaiah Berlin", "Jack London"])
def test_what_a_person_may_be_called(name: str) -> None:
    """Given names that are peoples' too, and family names that are towns or countries."""
    assert is_person_name(name)


def test_a_number_before_a_word_is_no_initial() -> None:
    """`A. Simple`, where the document has `simple` and nothing but the form says that somebody is named."""
    ballots = [Ballot("A. Simple", PERSON, 2 * BODY)]
    assert NOBODY == count(ballots, frozenset(["simple"]))["A. Simple"]
