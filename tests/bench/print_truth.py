"""The header, headings and block quotations of a journal article as printed, against what the program made of them.

The truth of ``x.pdf`` is ``x.print.json`` beside it, written by eye from the page images::

    {"header": {"title": "Lamps of the Harbour", "authors": ["Hester Tansy"], "year": "1975",
                "abstract": ["The dues of … the whole coast."], "keywords": ["lamps", "dues"]},
     "headings": [[1, "1. Oil"], [2, "1.1 Whose oil?"]],
     "quotations": ["I send my boy down every forenoon"],
     "free": ["(1) Every lamp burns"]}

The fields of the header have the names of ``FrontMatter``; a field that is absent is not printed. An abstract is told
by its first and last words, and of several abstracts, each with its own ``…``, any will do. A quotation is told by its
first words. What begins like a text in ``free`` is left out of account: displayed sentences, matter of the issue,
lists. Without ``headings`` or ``quotations`` these are not measured.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from rapidfuzz import fuzz

from pipeline.compare.scores import Score, score, total
from pipeline.model import Article, Block, BlockKind, FrontMatter
from tests.bench.ink import ink

ALIKE = 97.0
"""Likeness, in per cent, from which two values are one: hyphens at line ends may differ."""
HEADING = 90.0
"""The same of headings: note calls, and numbers set apart, may differ."""
OPENING = 16
"""Letters and digits that tell a quotation."""
FIELDS = (
    "title", "subtitle", "authors", "affiliations", "emails", "abstract", "keywords", "journal", "volume", "issue",
    "year", "first_page", "last_page", "issn", "doi",
)  # fmt: skip


class Print(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A truth."""

    header: dict[str, str | tuple[str, ...]]
    headings: tuple[tuple[int, str], ...] | None = None
    quotations: tuple[str, ...] | None = None
    free: tuple[str, ...] = ()


class PrintJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one article."""

    fields: tuple[tuple[str, str], ...]
    """(field, ``right``, ``wrong``, ``missing`` or ``invented``)."""
    headings: Score
    levels: Score
    """Of the headings that are right."""
    quotations: Score
    wrong: tuple[str, ...]
    """Everything that is not right, a line for each."""


def judge_print(truth: Print, article: Article) -> PrintJudgement:
    """Compare the front matter and the blocks of an article with the print."""
    fields = tuple(_fields(truth, article.front))
    headings, levels, wrong_headings = _headings(truth, article)
    quotations, wrong_quotations = _quotations(truth, article)
    return PrintJudgement(
        fields=fields, headings=headings, levels=levels, quotations=quotations,
        wrong=(
            *(f"{field} {verdict}: {_given(article.front, field)[:90]!r}"
              for field, verdict in fields if verdict != "right"),
            *wrong_headings, *wrong_quotations,
        ),
    )  # fmt: skip


def _fields(truth: Print, front: FrontMatter) -> Iterator[tuple[str, str]]:
    for field in FIELDS:
        wanted, given = truth.header.get(field, ""), _given(front, field)
        if field == "title":  # a subtitle that was taken for part of the title, or the other way round, is one error
            wanted = f"{wanted} {truth.header.get('subtitle', '')}"
            given = f"{given} {front.subtitle}"
        if not ink(str(wanted)) and not ink(given):
            continue
        right = _abstract_is_right(wanted, given) if field == "abstract" else _is_right(wanted, given)
        right = right and (field != "authors" or len(front.authors) == len(wanted))  # two names run on are none
        yield field, "right" if right else "missing" if not ink(given) else "wrong" if wanted else "invented"


def _given(front: FrontMatter, field: str) -> str:
    value = getattr(front, field)
    return " ".join(value) if isinstance(value, tuple) else str(value)


def _is_right(wanted: str | tuple[str, ...], given: str) -> bool:
    text = wanted if isinstance(wanted, str) else " ".join(wanted)
    return fuzz.ratio(ink(text), ink(given)) >= ALIKE


def _abstract_is_right(wanted: str | tuple[str, ...], given: str) -> bool:
    each = (wanted,) if isinstance(wanted, str) else wanted
    ends = [[ink(part) for part in text.split("…")] for text in each if text]
    return any(ink(given).startswith(start) and ink(given).endswith(end) for start, end in ends)


def _headings(truth: Print, article: Article) -> tuple[Score, Score, list[str]]:
    if truth.headings is None:
        return score(0, 0, 0), score(0, 0, 0), []
    given = [block for block in article.blocks if block.kind is BlockKind.HEADING and not _is_free(truth, block)]
    wanted = dict(enumerate(truth.headings))
    right, levels, wrong = 0, 0, []
    for block in given:
        found = next((key for key, (_, text) in wanted.items() if _same_heading(text, block.text)), None)
        if found is None:
            wrong.append(f"spurious heading: {block.text[:70]} ({block.reason})")
            continue
        level, _ = wanted.pop(found)
        right += 1
        levels += level == block.level
        if level != block.level:
            wrong.append(f"level {block.level} for {level}: {block.text[:70]}")
    wrong += [f"heading lost: {text[:70]}" for _, text in wanted.values()]
    return score(right, len(given), len(truth.headings)), score(levels, right, right), wrong


def _same_heading(wanted: str, given: str) -> bool:
    return fuzz.ratio(ink(wanted), ink(given)) >= HEADING


def _quotations(truth: Print, article: Article) -> tuple[Score, list[str]]:
    """A quotation of several paragraphs is right once, and its further paragraphs are not counted."""
    if truth.quotations is None:
        return score(0, 0, 0), []
    wanted = {ink(text)[:OPENING]: text for text in truth.quotations}
    given, wrong, goes_on = 0, [], False
    right: set[str] = set()
    for block in article.blocks:
        if block.kind is not BlockKind.QUOTATION:
            goes_on = False
            continue
        opening = ink(block.text)
        found = next((key for key in wanted if opening.startswith(key)), None)
        if found or not (goes_on or _is_free(truth, block)):
            given += 1
        if found:
            right.add(found)
        elif not (goes_on or _is_free(truth, block)):
            wrong.append(f"spurious quotation: {block.text[:70]} ({block.reason})")
        goes_on = goes_on or bool(found)
    wrong += [f"quotation lost: {text[:70]}" for key, text in wanted.items() if key not in right]
    return score(len(right), given, len(wanted)), wrong


def _is_free(truth: Print, block: Block) -> bool:
    return any(ink(block.text).startswith(ink(text)[:OPENING]) for text in truth.free)


def tables(judged: Mapping[str, PrintJudgement]) -> str:
    """Two tables in Markdown: the fields of the header, and headings and quotations by article."""
    return f"{_header_table(judged)}\n{_block_table(judged)}"


def _header_table(judged: Mapping[str, PrintJudgement]) -> str:
    tally = Counter(pair for each in judged.values() for pair in each.fields)
    heads = ("field", "right", "wrong", "missing", "invented")
    rows = [(field, *(str(tally[field, verdict]) for verdict in heads[1:])) for field in FIELDS]
    return _markdown([heads, ("---", *["---:"] * 4), *rows])


def _block_table(judged: Mapping[str, PrintJudgement]) -> str:
    heads = ("article", "headings", "given", "right", "level right", "quotations", "given", "right")
    rows = [(name, *_counts([each])) for name, each in judged.items()]
    return _markdown([heads, ("---", *["---:"] * 7), *rows, ("together", *_counts([*judged.values()]))])


def _counts(judged: list[PrintJudgement]) -> list[str]:
    headings, levels, quotations = (
        total([getattr(each, name) for each in judged]) for name in ("headings", "levels", "quotations")
    )
    counts = (headings.wanted, headings.given, headings.right, levels.right)
    return [str(count) for count in (*counts, quotations.wanted, quotations.given, quotations.right)]


def _markdown(rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)
