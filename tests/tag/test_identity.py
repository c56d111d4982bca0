"""Who is who: order of names, initials, family names, register ids."""

import pytest

from pipeline.model import EntityKind
from pipeline.tag.people.name_order import compatible, parse
from pipeline.tag.register.entries import IdGiver, best_name
from pipeline.tag.register.identity import Naming, identify
from pipeline.tag.words.slugs import slug

SURNAMES = {
    "Mao Zedong": "mao",
    "Zhihua Shen": "shen",
    "Shen Zhihua": "shen",
    "Shu Guang Zhang": "zhang",
    "Mao Tse-tung": "mao",
    "N. S. Khrushchev": "khrushchev",
    "N.S. Khrushchev": "khrushchev",
    "Charles de Gaulle": "degaulle",
    "Lorenz Lüthi": "luthi",
    "Louis XIV": "louisxiv",
    "Juan Carlos I": "juancarlosi",
    "Stalin": "stalin",
    "John J. Merrow Jr.": "merrow",
    "John Quell, Jr.": "quell",
    "John J. Merrow III": "merrow",
}
SLUGS = {"Lüthi": "luthi", "Soviet Union": "soviet-union", "Œuvres d’Łódź": "oeuvres-dlodz", "毛泽东": "name"}


def people(*names: str) -> list[int]:
    """Number of the person for each name, as they follow each other in one paragraph, a page apart."""
    return [
        one.person for one in identify([Naming(0, 2000 * at, name, "", note=False) for at, name in enumerate(names)])
    ]


@pytest.mark.parametrize("name", SURNAMES)
def test_family_name(name: str) -> None:
    """The family name is found in Western and in Chinese order."""
    assert SURNAMES[name] == parse(name).surname


def test_order_does_not_part_a_person() -> None:
    """A Chinese name is the same in both orders, and so is its family name alone."""
    assert [0, 0, 0] == people("Zhihua Shen", "Shen Zhihua", "Shen")


def test_initials_join_the_full_name_wherever_it_stands() -> None:
    """Initials before and after the full name are the same person."""
    assert [0, 0, 0, 0] == people("N. S. Khrushchev", "Nikita Khrushchev", "N. Khrushchev", "Khrushchev")


def test_initials_that_fit_two_join_neither() -> None:
    """J. Smith is neither John nor James, and the certainty of nobody is not claimed."""
    assert [0, 1, 2] == people("John Smith", "James Smith", "J. Smith")


def test_same_family_name_apart() -> None:
    """Two persons of one family name stay two; the bare name goes to the one last named in full."""
    assert [0, 0, 1, 1] == people("Wang Heshou", "Wang", "Wang Ming", "Wang")


@pytest.mark.parametrize(("full", "bare"), [("Dirk Van Hulle", "Van Hulle"), ("Wolfgang von Goethe", "Goethe")])
def test_particles(full: str, bare: str) -> None:
    """A family name with a particle is recognised with it, and without it where the article leaves it out."""
    assert [0, 0] == people(full, bare)


def test_given_name_alone() -> None:
    """A given name alone is the only one who bears it."""
    assert [0, 0] == people("Mao Zedong", "Zedong")


def test_different_given_names_do_not_agree() -> None:
    """Given names that differ in a letter are different persons."""
    assert not compatible(parse("Wang Heshou"), parse("Wang Hezhou"))


@pytest.mark.parametrize("name", SLUGS)
def test_slug(name: str) -> None:
    """Names become ASCII slugs."""
    assert SLUGS[name] == slug(name)


def test_ids_are_numbered_from_the_second() -> None:
    """The second entry of one family name has a number."""
    ids = IdGiver()
    assert ["pers.wang", "pers.wang.2"] == [ids.new(EntityKind.PERSON, name) for name in ("Wang Heshou", "Wang Ming")]


@pytest.mark.parametrize(
    ("forms", "best"),
    [
        (["Mao", "Mao", "Mao Zedong"], "Mao Zedong"),
        (["Khrushchev", "N. S. Khrushchev", "Nikita Khrushchev"], "Nikita Khrushchev"),
        (["Kulik", "Kulik", "B. T. Kulik"], "B. T. Kulik"),
    ],
)
def test_the_fullest_name_heads_the_entry(forms: list[str], best: str) -> None:
    """A given name goes before initials, initials before the family name, however often that stands."""
    assert best == best_name(EntityKind.PERSON, forms)


def test_a_given_name_in_two_spellings() -> None:
    """One letter more within a long given name is a spelling; at its end, or in a short one, it is another name."""
    assert compatible(parse("Johanna Quell"), parse("Joanna Quell"))
    assert compatible(parse("Mohamed Quell"), parse("Mohammed Quell"))
    assert not compatible(parse("Martin Quell"), parse("Martina Quell"))
    assert not compatible(parse("Jane Quell"), parse("Janne Quell"))
    assert not compatible(parse("Wang Jianing"), parse("Wang Jianming"))


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Pablo González Casanova", "González Casanova"),
        ("W. J. Tobias Quell", "Tobias Quell"),
        ("Ulrich von Merrow", "U. Merrow"),
        ("Yen Le Espirito", "Yen Espirito"),
        ("Zachary D. Quell", "Zach Quell"),
    ],
)
def test_names_that_leave_something_out(full: str, short: str) -> None:
    """Given names before two family names or two words, particles: one person, in either order."""
    assert ([0, 0], [0, 0]) == (people(full, short), people(short, full))


def test_the_end_of_two_names_is_neither() -> None:
    """`Hernández Castillo` beside two who are called so."""
    assert 3 == len(set(people("Aída Hernández Castillo", "Pablo Hernández Castillo", "Hernández Castillo")))


def test_a_family_name_of_two_words_does_not_head_the_entry() -> None:
    """However often it stands alone."""
    assert "Maarten Van Ham" == best_name(EntityKind.PERSON, ["Van Ham"] * 9 + ["Maarten Van Ham"])


def test_a_title_that_was_taken_for_a_name_parts_nobody() -> None:
    """`Prof. Dr. Ada Quell`, `Ada Quell` and `A. Quell`, in any order."""
    assert ([0, 0, 0], [0, 0, 0]) == (
        people("Prof. Dr. Ada Quell", "Ada Quell", "A. Quell"),
        people("A. Quell", "Ada Quell", "Prof. Dr. Ada Quell"),
    )
