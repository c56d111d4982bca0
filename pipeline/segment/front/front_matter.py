"""Values for the header out of the article itself, masthead and title block, and together with those of the cover."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile
from typing import Any

import msgspec
from rapidfuzz import fuzz

from pipeline.model import Block, BlockKind, FrontMatter
from pipeline.segment.body.contents import is_led
from pipeline.segment.front.author_addresses import (
    address_behind,
    addresses_in_notes,
    affiliations_of,
    emails_of,
    towns_of,
    without_mail,
)
from pipeline.segment.front.cover_citation import cited_values, values_behind
from pipeline.segment.front.journal_names import (
    AGREED,
    JOURNAL_WORD,
    capitalised,
    name_over_numbers,
    running_head_values,
)
from pipeline.segment.front.keywords import keywords_behind, keywords_of
from pipeline.segment.front.parallel_titles import first_title, is_parallel
from pipeline.segment.front.title_block import split_title_block
from pipeline.segment.front.title_rows import groups_of, text_of
from pipeline.segment.measure import Measures
from pipeline.segment.row_letters import run_of_letters
from pipeline.segment.rows import Row, from_top
from pipeline.segment.wording.author_names import split_authors
from pipeline.segment.wording.front_labels import ABSTRACT, labels_abstract
from pipeline.segment.wording.identifiers import best_doi, first_issn
from pipeline.segment.wording.masthead import (
    abbreviates,
    cites_journal,
    name_before_issn,
    name_beside_issn,
    name_of_journal,
    owned_since,
    reference_values,
    years_in,
)
from pipeline.segment.wording.name_lines import INSTITUTION, REVIEWED, is_rubric, names_people


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the text of an article and tells of it."""

    masthead: Sequence[str]
    """The furniture of the first page, line by line."""
    heads: Sequence[str]
    """Running heads of the other pages."""
    notes: Sequence[str]
    """Texts of author notes."""
    edges: Sequence[str]
    """What stands on the first page or last of all, where authors give their address."""
    partings: Sequence[tuple[str, str]]
    """Words of the title block that white parts, or the line end between full names."""
    lettered: Sequence[tuple[str, str]]
    """Names with a raised letter behind them, and with a comma in its place."""
    signature: tuple[str, str]
    """Names and institution under the text."""


def article_values(article: Sequence[Block], opening: int, around: Around) -> FrontMatter:
    """What the article itself says: on its first page, and in its running heads where the first page is silent.

    Args:
        article: its blocks.
        opening: how many of them stand before the text.
        around: what stands around them.
    """
    blocks = [_parted(block, around) for block in _printed_once(article[:opening])]
    masthead, heads = around.masthead, around.heads
    # All in small letters it is in small capitals, which a font may have at their places.
    bylines = [block.text.upper() if block.text.islower() else block.text
               for block in blocks if block.kind is BlockKind.BYLINE]  # fmt: skip
    # Each author may stand over his own institution.
    parted = any(block.kind is BlockKind.AFFILIATION for block in blocks) and all(map(names_people, bylines))
    named = split_authors(("; " if parted else " ").join(bylines or [around.signature[0]]))
    authors = tuple(name for name in named if not INSTITUTION.search(name))
    by_kind = {kind: " ".join(block.text for block in blocks if block.kind is kind) for kind in BlockKind}
    told = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    printed = [line for line in masthead if not line.isdecimal()]  # a folio is no issue, and 1769 no year
    lines = [*printed, *_behind_quoted_title(printed), *(line for block in told for line in _citations(block))]
    title = " ".join(filter(None, (by_kind[BlockKind.TITLE], by_kind[BlockKind.SUBTITLE])))
    values: dict[str, Any] = running_head_values(heads, by_kind[BlockKind.TITLE])
    own = _masthead_values(lines)
    if own.get("volume") == values.get("issue"):  # ``12 | 1963`` in the heads, and here ``Volume 12``
        values.pop("issue", None)
    values |= own
    values |= values_behind(title, " ".join([title, *printed, *(block.text for block in told)]))
    if values.get("year") == values.get("first_page"):  # ``(2037)`` at the foot, and in the heads ``[Vol. 173:2037``
        values.pop("year", None)
    if over := name_over_numbers(masthead, heads, [title, *authors]):
        values.setdefault("journal", capitalised(over))
    names = [name_of_journal(line) for line in masthead if JOURNAL_WORD.search(line) and not re.search(r"\d", line)]
    names = [name for name in names if name and not is_rubric(name)]
    if names and abbreviates(values.get("journal", ""), names[0]):
        values["journal"] = capitalised(names[0])
    furniture = " ".join([*masthead, *heads])
    everything = " ".join([*by_kind.values(), *around.notes, *around.edges])
    return FrontMatter(
        title=first_title(_unnumbered(by_kind[BlockKind.TITLE], heads)),
        subtitle=by_kind[BlockKind.SUBTITLE],
        authors=authors,
        affiliations=(*(name for name in named if name not in authors), *affiliations_of(blocks, authors))
        or towns_of(by_kind[BlockKind.BYLINE])
        or addresses_in_notes(around.notes, authors)
        or tuple(filter(None, map(str.strip, map(without_mail, around.signature[1:]))))
        or address_behind(article[opening:], authors),
        emails=emails_of(everything, authors, " ".join(block.text for block in article if "@" in block.text)),
        abstract=_abstract(blocks) or _abstract_behind(article[opening:]) or _abstract(article[opening:]),
        keywords=keywords_of(_first_run(blocks, BlockKind.KEYWORDS)) or keywords_behind(article[opening:]),
        issn=first_issn(furniture),
        # In a head that stands once is the end of a bibliography, or of a note.
        doi=best_doi(" ".join([*masthead, *(block.text for block in told)]))
        or best_doi(" ".join(heads), fewest=AGREED),
        **values,
    )


def _printed_once(opening: Sequence[Block]) -> list[Block]:
    """What stands before the text, without the title and the names that are printed again behind the contents."""
    own = list(takewhile(lambda block: block.kind is not BlockKind.CONTENTS, opening))
    again = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BYLINE)
    return own + [block for block in opening[len(own) :] if block.kind not in again]


def _unnumbered(title: str, heads: Sequence[str]) -> str:
    """The title of a chapter without its number, if running heads have it without: ``3 Lamps of the Harbour``."""
    number = re.match(r"(?:\d{1,2}|[IVX]{1,5})\W*\s", title)
    own = title[number.end() :] if number else title
    return own if run_of_letters(own) in map(run_of_letters, heads) else title


def _parted(block: Block, around: Around) -> Block:
    """A byline with a semicolon where only white parts two names, addresses with a line end: ``Hester Tansy; Reed``."""
    if block.kind not in {BlockKind.BYLINE, BlockKind.AFFILIATION}:
        return block
    text, sign = block.text, "; " if block.kind is BlockKind.BYLINE else "\n"
    if block.kind is BlockKind.BYLINE:
        for marked, name in around.lettered:
            text = text.replace(marked, name, 1)
    for left, right in around.partings:
        text = re.sub(rf"(?<={re.escape(left)})([^\w;]*)\s(?={re.escape(right)})", rf"\1{sign}", text)
    return msgspec.structs.replace(block, text=text)


def _behind_quoted_title(printed: Sequence[str]) -> list[str]:
    """What a citation in several lines has behind the title: ``H Tansy, ‘Lamps of``, ``Oil’ [1963] 12(3) Harbour``."""
    found = _QUOTED_TITLE.match(" ".join(printed))
    return [found["behind"]] if found else []


_QUOTED_TITLE = re.compile(r"[^‘“]{3,40}[‘“].{15,}[’”]\s(?P<behind>[\[(](?:1[6-9]|20)\d\d[\])].{5,100})$")


def _citations(block: Block) -> list[str]:
    """Lines under the names that cite the journal: ``1963 SALTM. L. REV. 61``, ``Annals of Lamps, No. 3, pp. 1-9``."""
    lines = [block.text[piece.start : piece.end] for piece in block.pieces if not REVIEWED.search(block.text)]
    return [line for line in lines if cites_journal(line) or (len(lines) == 1 and line[:1].isdecimal())]


def issue_values(pages: Sequence[Sequence[Row]], article: Sequence[Row], measures: Measures) -> FrontMatter:
    """What the journal's own pages before an article say of it: masthead, title, authors, and the abstract.

    Args:
        pages: rows of these pages.
        article: rows of the article's first page: where they have not the title of the cover, it is that of the issue.
        measures: of the source.
    """
    shown = [[row.text for row in rows if not is_led(row.text)] for rows in pages]  # an entry cites no journal
    lines = [text for texts in shown for text in texts]
    blocks, _, _ = split_title_block(pages[0], measures)
    texts = {kind: " ".join(row.text for block in blocks if block.kind is kind for row in block.rows)
             for kind in (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BYLINE)}  # fmt: skip
    if run_of_letters(texts[BlockKind.TITLE]) not in run_of_letters(
        " ".join(row.text for row in from_top(article)[:TITLED])
    ):
        texts, lines = dict.fromkeys(texts, ""), shown[0]
    # The abstract has a page of its own, or a group of rows.
    parts = [rows for rows in pages[1:] if rows] + [group for rows in pages for group in groups_of(rows, measures)]
    abstract = re.sub(r"(?<=\w)- (?=[a-z])", "", next(filter(ABSTRACT.match, map(text_of, parts)), ""))
    cited = cited_values(lines)
    values: dict[str, Any] = dict(cited) if "title" in cited else _masthead_values(lines)
    return FrontMatter(
        title=texts[BlockKind.TITLE],
        subtitle=texts[BlockKind.SUBTITLE],
        authors=split_authors(texts[BlockKind.BYLINE] or cited.get("authors", "")),
        abstract=ABSTRACT.sub("", abstract),
        issn=first_issn(" ".join(lines)),
        doi=best_doi(" ".join(lines)),
        **{name: value for name, value in values.items() if name not in {"title", "authors"}},
    )


TITLED = 12
"""Rows at the top of a page among which its article's title stands."""


def _first_run(blocks: Sequence[Block], kind: BlockKind) -> list[Block]:
    """The blocks of a kind that stand together: what follows elsewhere is in another language."""
    of_kind = list(dropwhile(lambda block: block.kind is not kind, blocks))
    return list(takewhile(lambda block: block.kind is kind, of_kind))


def _abstract(blocks: Sequence[Block]) -> str:
    """The first abstract, without its label; one with a label of its own behind it is in another language."""
    run = _first_run(blocks, BlockKind.ABSTRACT)
    own = [*run[:1], *takewhile(lambda block: not _is_another(block, run[0]), run[1:])]
    return _OWNED.sub("", ABSTRACT.sub("", " ".join(block.text for block in own)))


def _is_another(block: Block, first: Block) -> bool:
    """Whether an abstract is another than the first: it has a label of its own, or is in another language."""
    return bool(ABSTRACT.match(block.text)) or is_parallel(first.text, block.text)


_OWNED = re.compile(
    r"\s+\W{1,3}\s?(?:19|20)\d\d\s[^?!]{3,80}\ball rights reserved\W*$|\s+©[^?!]{4,100}$", re.IGNORECASE
)
"""Whose the abstract is, in its last line; the sign may be misread: ``- 1963 Harbour Press. All rights reserved.``"""


def _abstract_behind(blocks: Sequence[Block]) -> str:
    """An abstract under its own heading in the body: before the text on a page of its own, or at the article's end.

    There a label may stand for the heading, in the paragraph itself.
    """
    for heading, block in pairwise(blocks):
        if heading.kind is BlockKind.HEADING and _HEADS_ABSTRACT.match(heading.text) and block.kind in _TEXT:
            return block.text if len(block.text.split()) >= FEWEST_WORDS else ""
    labelled = (block for block in blocks if block.kind in _TEXT and labels_abstract(block.text))
    return next((ABSTRACT.sub("", each.text) for each in labelled if len(each.text.split()) >= FEWEST_WORDS), "")


_HEADS_ABSTRACT = re.compile(
    r"^\W*(?:abstracts?|abstra[kc]t|kurzfassung|résumés?|resumo|resumen|riassunto|samenvatting)\W*$", re.IGNORECASE
)
"""``Zusammenfassung`` and ``Summary`` stand over the last section of many articles, and are not among these."""
FEWEST_WORDS = 20
"""Words of an abstract."""


_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION})


def _masthead_values(masthead: Sequence[str]) -> dict[str, Any]:
    """The line that says most; others complete it, and at last the year in which the copyright begins."""
    readings = sorted(map(reference_values, masthead), key=len, reverse=True)
    named = [name for line in masthead if (name := name_before_issn(line))]
    named += [name for line in masthead if JOURNAL_WORD.search(name := name_beside_issn(line))]
    values: dict[str, str] = {"journal": named[0]} if named else {}
    for reading in readings:
        if named or reading.get("journal", values.get("journal")) == values.get("journal", reading.get("journal")):
            values = reading | values
    # The copyright may begin a year after or before that of the issue, if the masthead has one.
    printed = {year for line in masthead for year in years_in(line)}
    owned = [year for line in masthead if (year := owned_since(line))]
    if len(printed) == 1 or (owned and not printed):
        values.setdefault("year", printed.pop() if printed else owned[0])
    if "journal" in values:
        values["journal"] = capitalised(values["journal"])
    return values


def merged(cover: FrontMatter, article: FrontMatter) -> FrontMatter:
    """Article and cover together: the article's own word counts, the cover fills gaps, every dispute is written down.

    The exceptions are the authors' spelling, for an article prints them in capitals, the cover as names, if not with
    initials alone; and the name of the journal, which the article has in its smallest type. Either may be misread.
    """
    values = msgspec.structs.asdict(article)
    read_from, conflicts = {}, []
    for name, theirs in msgspec.structs.asdict(cover).items():
        ours = values[name]
        if name in {"read_from", "conflicts"} or not (ours or theirs):
            continue
        read_from[name] = "both" if ours and theirs else "article" if ours else "cover"
        broken_off = name == "doi" and theirs.startswith(ours)
        subtitled = name == "journal" and theirs and ours.startswith(f"{theirs} – ")
        alike = fuzz.ratio(_shown(ours).casefold(), _shown(theirs).casefold()) >= MISREAD
        shortened = name == "authors" and _shortens(theirs, ours)
        misread = name in {"journal", "authors"} and alike and not shortened
        if not ours or broken_off or subtitled or misread:
            values[name] = theirs
        elif theirs and not _same(ours, theirs) and not shortened:
            conflicts.append(
                f"The article gives its {name.replace('_', ' ')} as “{_shown(ours)}”, the cover as “{_shown(theirs)}”."
            )
    values["read_from"], values["conflicts"] = dict(sorted(read_from.items())), tuple(conflicts)
    return FrontMatter(**values)


def _shortens(names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether some are the others with given names cut to their first letters: `H. Tansy`, `Hester Tansy`."""
    families = [[name.split()[-1:] for name in each] for each in (names, others)]
    initials = [sum(len(re.findall(r"(?<!\w)\w\.", name)) for name in each) for each in (names, others)]
    return families[0] == families[1] and initials[0] > initials[1]


MISREAD = 80.0
"""Likeness, of 100, of the name of a journal or author on the cover and what was read of it in the article."""
MANUSCRIPT = 2
"""First folio up to which the pages are those of a manuscript, where no journal is named."""


def with_folios(front: FrontMatter, first: int, last: int | None) -> FrontMatter:
    """First and last page by the folios, where neither masthead nor cover gives them.

    Args:
        front: what they give.
        first: folio of the page with the title.
        last: folio of the last page; None where the article may go on after it.
    """
    if first < 1 or (front.first_page and front.first_page != str(first)):
        return front
    if not front.journal and first <= MANUSCRIPT:
        return front
    if last is not None and last < first:
        return front  # one of the two is no folio of the article's
    folios = (("first_page", first), ("last_page", last))
    found = {name: str(folio) for name, folio in folios if folio and not getattr(front, name)}
    return msgspec.structs.replace(
        front, **found, read_from=dict(sorted((front.read_from | dict.fromkeys(found, "article")).items()))
    )


def _shown(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _same(ours: object, theirs: object) -> bool:
    return re.sub(r"\W+", "", _shown(ours)).casefold() == re.sub(r"\W+", "", _shown(theirs)).casefold()
