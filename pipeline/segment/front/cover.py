"""Pages before the article, a distributor's or the journal's own: set aside; what they say is kept for the header."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.body.contents import FEWEST, is_led
from pipeline.segment.row_letters import letters, run_of_letters
from pipeline.segment.rows import Row, from_top
from pipeline.segment.wording.front_labels import heads_contents
from pipeline.segment.wording.name_lines import is_chapter_number, names_people

_FURNITURE = re.compile(
    r"""
      (?:how\ )?to\ (?:cite|link\ to)\ this\ article | journal\ homepage: | submit\ your\ article
    | view\ related\ articles
    | full\ terms\ (?:&|and)\ conditions | article\ views: | citing\ articles: | stable\ url: | persistent\ link:
    | jstor\ is\ a | your\ use\ of\ (?:the|this)\ (?:jstor|heinonline) | heinonline | sci-hub | researchgate
    | see\ discussions,\ stats | see\ profile | recommended\ citation | follow\ this\ and\ additional\ works
    | brought\ to\ you\ for\ free | accepted\ for\ inclusion\ in
    | for\ (?:additional|more)\ information\ about\ this\ article
    | project\ muse | muse\.jhu\.edu | date\ downloaded: | citations\ are\ provided\ as\ a\ general\ guideline
    | bluebook\ \d+ | alwd\ \d+ | mcgill\ guide | additional\ services\ (?:and\ information\ )?for | email\ alerts:
    | the\ online\ version\ of\ this\ article | request\ permissions | link\ to\ this\ article:
    | citation\ for\ published\ version | link\ to\ publication | document\ version | take\ down\ policy
    | download\ date: | citation\ for\ final\ published\ version | advised\ to\ consult\ the\ publisher
    | ^deposited\ on: | ^publisher[’']?s?\ page:
    | zur\ verfügung\ gestellt\ in\ kooperation | suggested\ citation: | ssoar\.info | ^nutzungsbedingungen:
    | electronic\ reference | référence\ électronique | electronic\ version | édition\ électronique
    | printed\ version | édition\ imprimée | pour\ citer\ (?:cet\ article|ce\ document)
    | automatically\ generated\ on | généré\ automatiquement | distribution\ électronique\ cairn
    | document\ g[ée]n[ée]r(?:é\ le|ated\ on) | services\ d['’]érudit | services\ of\ érudit
    | aller\ au\ sommaire\ du\ numéro | relève\ de\ la\ législation\ française | revues\.org\ est\ un\ portail
    | ^(?:volume|chapter)\ url: | citer\ ce\ document\ /\ cite\ this\ document | persee\.fr
    | redalyc\.org | c[óo]mo\ citar\ el\ art[íi]culo | ^disponible\ en: | ^title:\s | ^author\(s\):\s | ^source:\s
    | ^how\ to\ cite: | ^peer\ review: | is\ hosted\ by | content\ is\ licensed\ under | ^website:
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What only a distributor prints."""
_HINTS = re.compile(
    r"""
      jstor | repository | this\ content\ downloaded | downloaded\ (?:from|by|on)
    | terms\ (?:and|&)\ conditions\ of\ (?:use|access) | accessed: | published\ online: | you\ may\ (?:use|download)
    | please\ (?:cite|contact) | view\ the\ article\ online | your\ use\ of\ the | author\ information
    | is\ available\ (?:online\ )?at | cite\ this\ (?:article|paper) | article\ store | general\ rights | uploaded\ by
    | citer\ cet\ article | découvrir\ la\ revue | explore\ this\ journal | see\ table\ of\ contents
    | username: | ip\ address: | version\ of\ record
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What may also stand in a text, or on the first page of an article."""
NEEDED = 3
"""Signs that make a cover, one of them at least of the distributor; two are enough on a page with little text."""
LITTLE_TEXT = 1500
"""Characters of a page with little text."""


def is_cover(rows: Sequence[Row], stamps: frozenset[str] = frozenset()) -> bool:
    """Whether a page is a distributor's cover: it has the furniture of one and little continuous text.

    Args:
        rows: of the page.
        stamps: letters of lines that other pages have too; they tell nothing of this one.
    """
    texts = [row.text for row in rows if letters(row.text) not in stamps]
    furniture = {found.casefold() for text in texts for found in _FURNITURE.findall(text)}
    hints = {found.casefold() for text in texts for found in _HINTS.findall(text)}
    needed = NEEDED - (sum(map(len, texts)) < LITTLE_TEXT)
    return bool(furniture) and len(furniture) + len(hints) >= needed


TITLE = 1.15
"""Size of a title over that of most of the text."""
TOP = 8
"""Rows at the top of a page among which the title of its article stands."""
TITLE_LETTERS = 15
"""Letters of a title that another page repeats, and of no heading."""
LATEST = 5
"""Pages of the issue that may stand before the article: cover, imprint, contents, an abstract."""


def issue_pages(pages: Sequence[Sequence[Row]]) -> set[int]:
    """Indices of the pages before the article that are the journal's own, never the only page.

    On the first, which has little text, stands the title that a later page has at its top; or the contents have it, and
    on the later page names follow it. Or there is nothing but contents, without a title over them, or the number of a
    chapter.
    """
    if volume := _leaves_of_volume(pages):
        return volume
    if len(pages) > 1 and (_is_of_contents(pages[0]) or _numbers_chapter(pages[0])):
        return set(range(next((index for index in range(1, len(pages)) if len(pages[index]) > HALF_TITLE), 1)))
    if not pages or sum(len(row.text) for row in pages[0]) >= LITTLE_TEXT:
        return set()
    sizes = Counter[float]()
    for row in (row for rows in pages for row in rows):
        sizes[round(row.line.size, 1)] += len(row.text)
    body = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    before = [_letters(rows) for rows in (_listed(pages[0], body), *pages[1:LATEST])]
    for index in range(1, min(LATEST, len(pages))):
        title, below = _title_at_top(pages[index], body)
        if title and _is_heading(pages[index], pages[1:index], body):
            return set()
        if len(title) < TITLE_LETTERS:
            title, below = _capitals_at_top(pages[index])
            title = "" if title in before[0] else title  # a running head with the journal's name
        if len(title) < TITLE_LETTERS:
            continue
        named = any(names_people(row.text) for row in below)
        if title in before[0] or (named and any(title in text for text in before[1:index])):
            return set(range(index))
    return set()


def _leaves_of_volume(pages: Sequence[Sequence[Row]]) -> set[int]:
    """Indices of the pages before a chapter with which its volume begins: title, imprint, contents, thanks.

    The contents name the chapter, its author beside its title, as they stand at the top of its first page. Those of a
    report name its sections, which have no authors.
    """
    headed = (index for index, rows in enumerate(pages[:LATEST]) if any(heads_contents(row.text) for row in rows[:1]))
    contents = next(headed, len(pages))
    for index in range(contents + 1, min(contents + LATEST, len(pages))):
        if _heads_chapter(from_top(pages[index])[:TOP], "".join(map(_letters, pages[contents:index]))):
            return set(range(index))
    return set()


def _heads_chapter(rows: Sequence[Row], listed: str) -> bool:
    """Whether a name and a title, one under the other, stand so in contents.

    Between them may stand the title in another language; else the running head of the next page is the first to agree.
    """
    for one, other in (*pairwise(rows), *zip(rows, rows[2:], strict=False)):
        together = _letters([one]), _letters([other])
        entry = "".join(together) in listed or "".join(reversed(together)) in listed
        if entry and names_people(one.text) != names_people(other.text) and len("".join(together)) >= ENTRY_LETTERS:
            return True
    return False


ENTRY_LETTERS = 25
"""Letters of an author and the first line of a title."""


def _is_of_contents(rows: Sequence[Row]) -> bool:
    """Whether a page begins with the heading of contents, and has entries; the last rows may be on the author."""
    return any(heads_contents(row.text) for row in rows[:1]) and sum(is_led(row.text) for row in rows) >= FEWEST


def _numbers_chapter(rows: Sequence[Row]) -> bool:
    """Whether the largest rows of a page are the number of a chapter, and hardly anything else stands there."""
    largest = max((row.line.size for row in rows), default=0.0)
    large = " ".join(row.text for row in rows if row.line.size > HALF * largest > 0.0)
    return len(rows) <= HALF_TITLE and is_chapter_number(large)


HALF_TITLE = 6
"""Rows of a leaf with a chapter's number, or of its empty back: running head, folio and the printer's line."""
HALF = 0.6
"""Of the size of the number: the word over it may be smaller."""


def _listed(rows: Sequence[Row], body: float) -> Sequence[Row]:
    """The rows of a first page that may name an article; where it has contents, they do, and not the title over them.

    Over an article's own contents stands its title, which is printed once more over its text.
    """
    contents = any(is_led(row.text) for row in rows)
    return [row for row in rows if row.line.size < TITLE * body] if contents else rows


def _title_at_top(rows: Sequence[Row], body: float) -> tuple[str, list[Row]]:
    """Letters of the first run of rows in large type at the top of a page, and the rows below it."""
    rows = from_top(rows)
    large = [body > 0 and row.line.size >= TITLE * body for row in rows[:TOP]]
    start = next((index for index, holds in enumerate(large) if holds), TOP)
    size = rows[start].line.size if start < len(rows[:TOP]) else 0.0
    end = start
    while end < len(large) and large[end] and abs(rows[end].line.size - size) < 0.05 * size:
        end += 1
    return _letters(rows[start:end]), list(rows[end : end + 3])


def _is_heading(rows: Sequence[Row], between: Sequence[Sequence[Row]], body: float) -> bool:
    """Whether the first large row of a page is one heading among others: a page of text before it has its type, too."""
    size = next(row.line.size for row in rows if row.line.size >= TITLE * body)
    texts = [page for page in between if sum(len(row.text) for row in page) >= LITTLE_TEXT]
    rows_of_text = [row for page in texts for row in page if any(map(str.isalpha, row.text))]  # no end sign of a press
    return any(abs(row.line.size - size) < 0.05 * size for row in rows_of_text)


def _capitals_at_top(rows: Sequence[Row]) -> tuple[str, list[Row]]:
    """Letters of the first row of a page, if it is in capitals, and the rows below its capitals.

    In the contents the page number may part the first line of a title from the next.
    """
    end = next((place for place, row in enumerate(rows[:TOP]) if not row.text.isupper()), TOP)
    return _letters(rows[: min(end, 1)]), list(rows[end : end + 3])


def _letters(rows: Sequence[Row]) -> str:
    return "".join(run_of_letters(row.text) for row in rows)


def cover_pages(pages: Sequence[Sequence[Row]]) -> set[int]:
    """Indices of distributors' cover pages: the first one or two pages of the source, never the only page."""
    covers: set[int] = set()
    for index, rows in enumerate(pages[:2]):
        others = frozenset(letters(row.text) for page in pages[index + 1 : index + 4] for row in page)
        if index + 1 < len(pages) and (index == 0 or 0 in covers) and is_cover(rows, others):
            covers.add(index)
    return covers
