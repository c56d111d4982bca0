"""Whom to believe where two readers differ: one case for each way of differing, and its counterpart."""

import pytest

from pipeline.ocr.collation.difference import Difference
from pipeline.ocr.collation.disagreements import second_is_right
from pipeline.vocabulary import Vocabulary

PAGE = Vocabulary(
    [
        "The clerks of Höfer and the ferry at Kerzhen read Khlebnikova again,",
        "as Khlebnikova wrote of Kerzben and Kerzben. Ibid., p. 9.",
    ],
    "eng",
)

# The word as Tesseract has it with [what differs], what the second reader has there, both confidences, who is right.
CASES = [
    ("pp. 25[-]28", "–", 0.99, 0.60, "second"),  # an en dash read as a hyphen
    ("place[—]and", "-", 0.99, 0.96, "first"),  # never the other way round
    ("1/1[—]14", "–", 0.99, 0.81, "second"),
    ("small[—]and", "–", 0.99, 0.91, "first"),
    ("ll. 15[ ]22.", "–", 0.99, 0.90, "second"),
    ("slow[- -]it", "—", 0.91, 0.99, "second"),  # the two ends of a thin dash
    ("clerk[. -]a", "—", 0.87, 0.95, "second"),
    ("clerk[. ]A", "—", 0.87, 0.95, "first"),
    ("claim—[-]had", "", 0.99, 0.97, "second"),
    ("service[:]", ";", 0.98, 0.99, "second"),  # a lost tail
    ("week[;]", ":", 0.99, 0.79, "first"),
    ("GAUK[,]", ".", 0.99, 0.99, "first"),
    ("Ibid[.]", ",", 0.98, 0.90, "second"),
    ("boats”[]", ".", 0.98, 0.99, "second"),
    ("horses.[]", ",", 0.97, 0.82, "first"),
    ("languages[.]", "", 0.99, 0.99, "first"),  # a stop is never taken away
    ("oats.[’]", "", 0.94, 0.94, "second"),  # a quote without the ink of one is a speck
    ("‘[“]time", "", 0.99, 0.96, "first"),  # the second reader loses one of two
    ("asked.[]", "'", 0.99, 0.93, "second"),
    ("twice[].", "'", 0.97, 0.94, "second"),
    ("[]single", '"', 0.99, 0.87, "first"),
    ("web.[°]", "", 0.90, 0.99, "second"),
    ("[„]ein", "", 0.9, 0.97, "second"),  # a low quote without ink; with it see below
    ("[[]bid.,", "I", 0.98, 0.95, "second"),  # the page has Ibid. elsewhere
    ("us’[}],", "]", 0.5, 0.88, "second"),  # a brace for a bracket
    ("us’[}],", ")", 0.5, 0.6, "first"),
    ("[_]up", "", 0.99, 0.95, "second"),
    ("by[-]law", "", 0.99, 0.99, "first"),
    ("of[]a", " ", 0.96, 0.99, "second"),
    ("mont[]h.", " ", 0.99, 0.94, "first"),
    ("https:[ ]//doi.org/10.5555/1", "", 0.99, 0.99, "second"),
    ("and[ ]are", "", 0.99, 0.99, "first"),
    ("i[ i]n.", "", 0.99, 0.99, "second"),  # one word that is read twice
    ("a[ a]nd", "", 0.99, 0.90, "first"),
    ("we[ a]re", "", 0.99, 0.99, "first"),
    ("[{] See", "†", 0.85, 0.93, "second"),  # a note's own sign
    ("[*] See", "k", 0.95, 0.99, "first"),
    ("has []he", "]", 0.3, 0.9, "first"),
    ("[KOMEN,]", "***", 0.26, 0.88, "second"),  # a row of stars
    ("[WOMEN,]", "***", 0.93, 0.88, "first"),
    ("I[]. Harbour", "II", 0.9, 0.97, "second"),  # the second reader merges strokes, and adds none
    ("I[]. Harbour", "II", 0.9, 0.8, "first"),
    ("I[I]. Harbour", "", 0.9, 0.99, "first"),
    ("I[]. Harbour", "III", 0.9, 0.97, "first"),
    ("[T]d. at 14", "I", 0.82, 0.96, "second"),  # the capital of an italic Id.
    ("[/]t was", "I", 0.9, 0.8, "second"),  # an italic I is a stroke
    ("and[/]or", "I", 0.9, 0.5, "first"),
    ("Wa[/]drow", "l", 0.9, 0.99, "second"),  # and so is an l
    ("Wa[/]drow", "l", 0.9, 0.8, "first"),
    ("2021 ([S]th Cir.", "5", 0.99, 0.99, "second"),  # an ordinal is a word
    ("2021 ([S]th Cir.", "1", 0.99, 0.99, "first"),
    ("[I]st Cir.", "1", 0.99, 0.99, "second"),
    ("[ne]", "7.", 0.89, 0.99, "second"),  # a label, where the first is unsure of a sign or two
    ("1[]", "1.", 0.84, 0.99, "second"),
    ("[ne]", "7.", 0.98, 0.99, "first"),
    ("aff[’]d, 934", "", 0.92, 0.99, "first"),  # no word without its apostrophe
    ("lam[’]p, 934", "", 0.92, 0.99, "second"),
    ("TOM[A]S", "a", 0.93, 0.99, "first"),  # small capitals are nobody's to decide
    ("Garc[i]a", "í", 0.99, 0.98, "second"),
    ("[a]", "à", 0.99, 0.98, "first"),  # a speck over a common word
    ("figur[é]", "e", 0.98, 0.96, "second"),
    ("H[6]fer", "ö", 0.97, 0.99, "second"),
    ("s[c]en", "e", 0.99, 0.98, "second"),  # the word that is known
    ("him[]", "n", 0.99, 0.58, "first"),
    ("a[r]ticles", "f", 0.99, 0.94, "first"),
    ("Khl[ch]nikova", "eb", 0.91, 0.97, "second"),  # the page has the other elsewhere
    ("Kerz[b]en", "h", 0.98, 0.97, "second"),
    ("tiejia[g]ing", "q", 0.98, 0.99, "second"),  # neither is known: the surer
    ("Dn[e]vnik", "c", 0.97, 0.78, "first"),
    ("l[l].", "1", 0.96, 0.75, "first"),
    ("[1] was", "I", 0.94, 0.99, "second"),
    ("pp. 85-[6].", "", 0.96, 0.98, "first"),  # what the first is sure of, in no word
    ("pp. 85-[6].", "", 0.6, 0.98, "second"),
    ("[p]romettant", "", 0.93, 0.98, "first"),
    ("[X]xv-1", "", 0.93, 0.98, "second"),
    ("px+[g]q).", "", 0.93, 0.98, "second"),
    ("biografi[i]a", "", 0.98, 0.99, "first"),  # of two letters alike one gets lost
    ("light.[]", "1", 0.99, 0.99, "first"),  # a digit that only one has is a note call
    ("8971–8[]6", "9", 0.99, 1.00, "second"),
    ("Forward,[]", "it", 0.90, 0.99, "first"),  # nor are words added
    ("Forward[]", "and", 0.90, 0.99, "first"),
    ("[]bid.,", "I", 0.90, 0.99, "second"),
    ("[]Khlebnikova", "“ ", 0.99, 0.64, "first"),
    ("W[]le", "hi", 0.99, 0.99, "second"),
    ("there [is] a", "", 0.99, 0.99, "first"),  # words do not go
    ("Chinese [4]", "煤", 0.93, 0.23, "first"),
    ("jielun’ [(]‘Concluding", "[", 0.87, 0.98, "second"),  # a square bracket
    ("relations’[)],", "]", 0.86, 0.86, "second"),
    ("Papers[]] (Leiden", ")", 0.86, 0.96, "first"),
    ("this [S]logan", "s", 0.99, 1.00, "second"),  # one shape in both cases
    ("by [W]ei", "w", 0.99, 0.57, "first"),
    ("by [M]erz", "m", 0.99, 0.99, "first"),
    ("([S] December", "5", 0.98, 1.00, "second"),
    ("Part [I] of", "1", 0.97, 0.66, "first"),
    ("chiao’[?]ao", "", 0.41, 0.77, "second"),
    ("why not[?] it", "", 0.41, 0.77, "first"),
    ("huiyi [g]ian", "q", 0.97, 0.99, "second"),  # of pinyin's syllables one is none
    ("Gong[g]qingtuan", "", 0.95, 0.99, "second"),
    ("[g]ain", "q", 0.97, 0.99, "first"),  # a common word
    ("ninet[c]en", "e", 0.9, 0.6, "second"),  # ni-ne-te-en: the word list decides
]


@pytest.mark.parametrize(
    ("read", "second", "first_sure", "second_sure", "right"), CASES, ids=[case[0] for case in CASES]
)
def test_who_is_right(read: str, second: str, first_sure: float, second_sure: float, right: str) -> None:
    """The reader that errs in its own way is not believed, and the other is."""
    before, _, rest = read.partition("[")
    first, _, after = rest.partition("]")
    start, end = before.rfind(" ") + 1, len(after.partition(" ")[0])
    around = before[start:], after[:end]
    difference = Difference(
        first=first, second=second, first_sure=first_sure, second_sure=second_sure, before=before, after=after,
        first_word=first.join(around), second_word=second.join(around), by_mark=False, inked=False, vocabulary=PAGE,
    )  # fmt: skip
    assert right == ("second" if second_is_right(difference) else "first")


@pytest.mark.parametrize("lost", ["", " "])
def test_the_bracket_about_one_letter(lost: str) -> None:
    """``[T]he`` is how a quotation is begun otherwise than its source begins; an unsure reader does not close it."""
    readings = [
        Difference(
            first=lost, second="]", first_sure=0.3, second_sure=sure, before="[T", after="he lamps", inked=False,
            first_word=f"[T{lost}he", second_word="[T]he", by_mark=False, vocabulary=PAGE,
        )
        for sure in (0.55, 0.4)
    ]  # fmt: skip
    assert [True, False] == [second_is_right(reading) for reading in readings]


@pytest.mark.parametrize(
    ("before", "second", "right"),
    [("Part I", "I", True), ("I", "", True), ("[Part I", "", False), ("lamps", "", False)],
    ids=["a stroke of two", "the second serif of one", "a bracket is open", "behind a word"],
)
def test_a_bracket_that_is_a_stroke_of_a_number(before: str, second: str, *, right: bool) -> None:
    """``Part I]`` is II, and ``I] am`` is I, as the second reader sees: no bracket opens before it."""
    difference = Difference(
        first="]", second=second, first_sure=0.6, second_sure=0.93, before=before, after="", inked=False,
        first_word="I]", second_word=f"I{second}", by_mark=False, vocabulary=PAGE,
    )  # fmt: skip
    assert right == second_is_right(difference)


@pytest.mark.parametrize("quote", ["‘", "„", "»", "‚"])
def test_inked_quote_stays(quote: str) -> None:
    """The second reader loses opening quotes, and knows no low and no angular ones; ink as large as a quote is one."""
    difference = Difference(
        first=quote, second="", first_sure=0.9, second_sure=0.99, before="", after="time", first_word=f"{quote}time",
        second_word="time", by_mark=False, inked=True, vocabulary=PAGE,
    )  # fmt: skip
    assert not second_is_right(difference)


def test_quote_before_a_call_stays() -> None:
    """Beside raised ink Tesseract is unsure of every quote, so that its doubt says nothing."""
    difference = Difference(
        first="’", second="", first_sure=0.9, second_sure=0.99, before="his head.", after="", first_word="head.’",
        second_word="head.", by_mark=True, inked=False, vocabulary=PAGE,
    )  # fmt: skip
    assert not second_is_right(difference)


@pytest.mark.parametrize(
    ("before", "first", "second", "after", "sure", "right"),
    [
        ("C", "op", "OD", "e", 0.4, True),
        ("S", "r", "", "tat.", 0.6, True),
        ("C", "r", "RI", "m.", 0.5, True),
        ("An", "", "N", "n.", 0.6, False),  # one letter that is seen twice
        ("D", "u", "UA", "ane", 0.6, False),
        ("Ida", "h", "í", "o", 0.7, False),  # a speck
        ("C", "op", "OD", "e", 0.2, False),
    ],
)
def test_small_capitals(before: str, first: str, second: str, after: str, sure: float, right: bool) -> None:
    """In a word of which ink and second reader tell small capitals its letters count, though it doubts their size."""
    difference = Difference(
        first=first, second=second, first_sure=0.98, second_sure=sure, before=before, after=after, inked=False,
        first_word=before + first + after, second_word=before + second + after, by_mark=False, vocabulary=PAGE,
        small_capitals=True,
    )  # fmt: skip
    assert right == second_is_right(difference)
