"""Names, by the rules alone: spans, kinds, identity and registers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tag import run
from tests.tag.articles import RULES_ONLY, article, shown, texts
from tests.tag.case_files import Case, read_cases

CASES = read_cases("names.md")
_VOCABULARY = """
    Mao Zedong Wang Ming the of President Party (CCP) [Joseph] Stalin ’s ‘Title’, and 1958 (Beijing: X Press, 1999) N.
    S. de Ministry . ; in 5 May | ” Łódź
"""
WORDS = st.sampled_from(_VOCABULARY.split())


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case) -> None:
    """Every case of tests/cases/names.md holds."""
    source = article(*case.lines)
    assert list(case.expected) == shown(source, run(source, RULES_ONLY))


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_every_span_is_words_of_its_text(text: str) -> None:
    """Whatever the text, mentions lie in it, are stripped and not empty, and never overlap."""
    source = article(text, f"note: {text}")
    mentions = run(source, RULES_ONLY).mentions
    words = [texts(source)[mention.target][mention.start : mention.end] for mention in mentions]
    assert [word for word in words if not word or word != word.strip()] == []
    assert [one for one, other in pairwise(mentions) if one.target == other.target and one.end > other.start] == []


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_registers_count_their_mentions(text: str) -> None:
    """Each entry has as many mentions as it says, and no mention points outside the register."""
    entities = run(article(text, f"note: {text}"), RULES_ONLY)
    refs = [mention.ref for mention in entities.mentions if mention.ref]
    assert {entry.id: entry.mentions for entry in entities.register} == {ref: refs.count(ref) for ref in refs}


def test_headings_are_not_tagged() -> None:
    """A heading repeats names out of context and is left alone."""
    source = article("heading: The fall of Lin Biao", "He fell.")
    assert [] == shown(source, run(source, RULES_ONLY))


def test_empty_article() -> None:
    """An article without text gives empty registers."""
    entities = run(article(), RULES_ONLY)
    assert ((), (), "") == (entities.mentions, entities.register, entities.model)


def test_long_note_is_read_in_linear_time() -> None:
    """A note with two hundred citations is read, each author found."""
    note = "note: " + "; ".join(
        f"Lin Biao, Letters of the Marshal (Beijing: X Press, {year})" for year in range(1800, 2000)
    )
    entities = run(article(note), RULES_ONLY)
    assert 200 == next(entry.mentions for entry in entities.register if entry.id == "pers.lin")


@pytest.mark.parametrize("line", ["By Ada Merrow", "BY ADA MERROW", "Reviewed by Ada Merrow and Tobias Quell"])
def test_the_word_before_the_author_is_no_name(line: str) -> None:
    """`By` and `Reviewed by` belong to nobody."""
    source = article(f"byline: {line}")
    names = [each.partition(" | ")[0] for each in shown(source, run(source, RULES_ONLY))]
    assert line.removeprefix("Reviewed ")[len("By ") :].split(" and ") == names
