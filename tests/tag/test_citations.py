"""Citations, case by case: where they are cut, which fields they have, and what they lead to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Article, Citation, CitationKind, CitedField
from pipeline.tag.citations import resolve
from tests.tag.articles import article, texts
from tests.tag.case_files import Case, read_cases

RESOLVED = read_cases("citations.md")
FIELDS = read_cases("citation-fields.md")
_VOCABULARY = """
    Ibid. idem op. cit. See in (hereafter HR) HR, pp. 3–4; Smith, Jane Roe, ‘Night Market’, [The Road] (London: Faber,
    1990) vol. 7 no. 2, supra note 1, Convention on Lamps, 961 U.N.T.S. [hereinafter Treaty].
    Public Record Office, HP 22/5, f. 44, op. 2, d. 17, l. 9 ob. 1/1-14/72 “ ” ‘ ( ) [ ; . 34–5
"""
WORDS = st.lists(st.sampled_from(_VOCABULARY.split()), max_size=40).map(" ".join)


def shown(source: Article) -> list[str]:
    """Every citation as ``words | kind | work | antecedent``, with a certainty other than 1."""
    text = texts(source)
    return [
        f"{text[each.target][each.start : each.end]} | {each.kind} | {each.work or '-'} | {each.antecedent or '-'}"
        + (f" ~{each.cert}" if 0 < each.cert < 1 else "")
        for each in resolve(source.notes).citations
    ]


def fields(source: Article) -> list[str]:
    """Every field of every citation as ``kind: value``, titles with their level, ranges with unit and ends."""
    return [_shown_field(field) for each in resolve(source.notes).citations for field in each.fields]


def _shown_field(field: CitedField) -> str:
    parts = [field.kind.value, field.level, "translated" if field.translation else "", field.lang, field.unit]
    ends = f" ({field.first}–{field.last})" if field.first else ""
    return f"{' '.join(part for part in parts if part)}: {field.value}{ends}"


@pytest.mark.parametrize("case", RESOLVED, ids=[case.title for case in RESOLVED])
def test_citations_lead_to_their_works(case: Case) -> None:
    """Every case of tests/cases/citations.md holds."""
    assert list(case.expected) == shown(article(*case.lines))


@pytest.mark.parametrize("case", FIELDS, ids=[case.title for case in FIELDS])
def test_citations_have_their_fields(case: Case) -> None:
    """Every case of tests/cases/citation-fields.md holds."""
    assert list(case.expected) == fields(article(*case.lines))


@given(st.one_of(st.text(max_size=300), WORDS))
def test_fields_lie_in_their_citation(text: str) -> None:
    """Whatever the note, fields lie within their citation, in order, and do not overlap."""
    for each in resolve(article(f"note: {text}", f"note: {text}").notes).citations:
        edges = [each.start, *(edge for field in each.fields for edge in (field.start, field.end)), each.end]
        assert edges == sorted(edges)


@given(WORDS)
def test_citations_are_nested_or_apart(text: str) -> None:
    """Whatever the note, a citation lies behind the one before it or within it."""
    cited = resolve(article(f"note: {text}").notes).citations
    assert [one for one, other in pairwise(cited) if not _nested_or_apart(one, other)] == []


def _nested_or_apart(one: Citation, other: Citation) -> bool:
    return other.start >= one.end or (one.start <= other.start and other.end <= one.end)


@given(WORDS, WORDS)
def test_what_it_leads_to_exists(first: str, second: str) -> None:
    """Works are in the records, antecedents among the notes or what has an id in the edition; the counts are right."""
    cited = resolve(article(f"note: {first}", f"note: {second}").notes)
    works = {work.id: work.citations for work in cited.works}
    led = [each.work for each in cited.citations if each.work]
    assert works == {work: led.count(work) for work in works}
    named = {each.id for each in cited.citations if each.kind is not CitationKind.CROSS_REFERENCE}
    assert {each.antecedent for each in cited.citations} <= {"", "fn1", "fn2", *named}


def test_two_hundred_citations() -> None:
    """A note with two hundred citations is read, each with its own record."""
    note = "; ".join(f"Lin Biao, Letters {year} (Beijing: X Press, {year})" for year in range(1800, 2000))
    assert 200 == len(resolve(article(f"note: {note}").notes).works)


def test_another_script() -> None:
    """A note in another script gives no false identity."""
    cited = resolve(article("note: 毛泽东选集，第1卷，1991，第3页。", "note: 同上，第4页。").notes)
    assert [each for each in cited.citations if each.work] == []
