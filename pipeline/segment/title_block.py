"""The top of an article's first page: title, byline, affiliation, abstract, keywords, told apart from the body."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from pipeline.model import BlockKind
from pipeline.segment.author_names import without_titles
from pipeline.segment.front_labels import ABSTRACT, KEYWORDS, heads_contents, is_labelled, runs_into_contents
from pipeline.segment.furniture import MASTHEAD, is_copyright, is_masthead, letters, names_journal, run_of_letters
from pipeline.segment.measure import Measures
from pipeline.segment.parallel_titles import is_parallel
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row, ends_sentence, gap_before, starts_lower

LARGE = 1.15
"""Relative size of a title: presses set it two points or more above the body."""
ONE_SIZE = 0.97
"""Of two lines of one title the smaller over the larger: they differ by what the reader measures."""
SMALLER = 0.8
"""Relative size below which no title is set."""
FINE_PRINT = 0.7
"""Relative size below which a line of the title block is the publisher's."""
MOST_TITLE_ROWS = 5
LONG = 5
"""Rows in smaller type, inset, that are an abstract though a note is called in them: an epigraph is shorter."""
REACH = 70
"""Rows of the first page in which the title block ends."""

_CONNECTORS = frozenset({
    "and", "&", "by", "with", "von", "van", "de", "der", "den", "du", "la", "le", "di", "da", "y", "e", "et", "und",
    "zu", "af", "av", "al", "el", "bin", "ibn", "del", "della", "dos", "ten", "ter",
})  # fmt: skip
_AFFILIATION = re.compile(
    r"\b(?:universit\w*|universidade?|uniwersytet\w*|institut\w*|college|department|school|faculty|centre|center|academy|museum|library|archives?|laboratory)\b|@\w",
    re.IGNORECASE,
)
_NEVER_IN_NAMES = frozenset({
    "of", "the", "in", "on", "for", "to", "from", "at", "as", "is", "are", "not", "its", "how", "why", "what",
    "versus", "vs", "between", "after", "before", "review", "journal", "contents", "introduction", "formerly",
    "einleitung", "einführung", "vorbemerkung", "introducción", "introdução", "introduzione",
    "conclusion", "conclusions", "schluss", "license", "licence",
})  # fmt: skip
_RUBRIC = re.compile(
    r"""
    ^\W* (?:
        notes? | articles? | essays? | comments? | commentar(?:y|ies) | recent\ cases? | (?:book\ )?reviews?
      | (?:review|research|original|special|feature)\ (?:essay|article|paper|note)s? | symposium | forum | lectures?
      | responses? | repl(?:y|ies) | debates? | discussions? | documents? | miscellan(?:y|ea)
      | aufsätze? | beiträge? | abhandlungen? | miszellen? | studien | articoli | saggi
    ) \W*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a journal prints over the title: in which of its sections the article stands."""
_REVIEWED = re.compile(r"\bISBN\b|\b\d{2,4}\s*(?:pp|pages|S|pág|str|p)\.\W*$|\(\d{4}\),")
"""An entry of a bibliography: over a review stand the books that it reviews."""


def is_rubric(text: str) -> bool:
    """Whether a line names a section of the journal and nothing else: ``Articles``, ``Book Reviews``."""
    return bool(_RUBRIC.match(text))


def is_institution(text: str) -> bool:
    """Whether a text names an institution, and is no entry of a bibliography."""
    return bool(_AFFILIATION.search(text)) and not _REVIEWED.search(text)


def names_people(text: str) -> bool:
    """Whether a line is made of names and what joins names: ``ZHIHUA SHEN and YAFENG XIA``, ``By A. B. Clark``."""
    text = without_titles(text)
    words = re.findall(r"[^\W\d_][\w.’'-]*|&", text)
    names = [word for word in words if word.casefold() not in _CONNECTORS]
    return (
        2 <= len(names) <= 14
        and not re.search(r"[:;?!]|\d{2}|^\d", text)
        and not any(name[0].islower() for name in names)  # 馬戎 is neither
        and not _NEVER_IN_NAMES.intersection(name.casefold().rstrip(".") for name in names)
        and not ends_sentence(text.rstrip("*†‡°’'\"”. "))
        and len(names) <= 4 * (1 + len(re.findall(r"\band\b|&|,|\bund\b|\bet\b|[*†‡∗]\s", text)))
    )


def split_title_block(
    rows: Sequence[Row],
    measures: Measures,
    title: str = "",
    authors: Sequence[str] = (),
    heads: Sequence[str] = (),
    journal: Sequence[str] = (),
) -> tuple[list[RawBlock], list[Row], list[Row]]:
    """Divides the first page's rows.

    Args:
        rows: of the first page of the article, furniture and notes taken off.
        measures: of the article.
        title: as a cover page gives it, if there is one.
        authors: likewise.
        heads: running heads of the article, which repeat its title and its authors.
        journal: lines of the page's furniture that have the journal's name.

    Returns:
        the blocks of the title block, rows above the title (journal furniture), and the rows of the body.
    """
    above = list(rows[: _rows_above(rows, measures, journal)])
    groups = list(_groups(rows[len(above) : REACH], measures))
    first = _title_group(groups, measures, title, heads)
    if first is None:
        return [], above, list(rows[len(above) :])
    above += [row for group in groups[:first] for row in group]
    blocks: list[RawBlock] = []
    used = len(above)
    over = _byline_over_title(groups[:first], measures)
    named = bool(authors) or bool(over)
    for position in range(first, len(groups)):
        group = groups[position]
        if position == first and _authors_over_title(groups, first, measures):
            kind: BlockKind | None = BlockKind.BYLINE
        else:
            kind = _kind(groups, position, blocks, measures, authors)
            goes_on = _goes_on_in_title(group, blocks, title, measures) or _runs_on(group, blocks, measures)
            kind = BlockKind.TITLE if goes_on else kind
            goes_on = goes_on or (kind is BlockKind.TITLE and starts_lower(group[0].text))
            if not goes_on and _is_subtitle(groups, position, blocks, measures, heads, named=named):
                kind = BlockKind.SUBTITLE
            second = blocks and not goes_on and kind in {BlockKind.TITLE, BlockKind.SUBTITLE}
            if second and is_parallel(blocks[0].text, _text(group)):
                kind = BlockKind.PARAGRAPH
        if kind is None:
            break
        for part, own_kind in _without_affiliation(kind, group):
            _add(blocks, own_kind, part)
        used += len(group)
    byline = over if _lacks_byline(blocks) else []
    taken = {row.key for block in byline for row in block.rows}
    above = [row for row in above if row.key not in taken]
    return [*byline, *blocks], above, list(rows[used:])


def _lacks_byline(blocks: Sequence[RawBlock]) -> bool:
    return all(block.kind is not BlockKind.BYLINE for block in blocks)


def _byline_over_title(over: Sequence[Sequence[Row]], measures: Measures) -> list[RawBlock]:
    """Authors over a title that is larger than they are: names, below them at most their institution and address."""
    blocks: list[RawBlock] = []
    for group in reversed([group for group in over if measures.relative_size(group[0]) >= FINE_PRINT]):
        text = _text(group)
        dotted = _parted_by_dots(group)
        if dotted:
            return [*dotted, *blocks]
        named = _without_affiliation(BlockKind.BYLINE, group)
        if names_people(_text(named[0][0])) and not _AFFILIATION.search(named[0][0][0].text):
            large_enough = max(measures.relative_size(row) for row in group) >= 0.95
            parts = [RawBlock(kind, list(rows), reason="over the title") for rows, kind in named]
            return [*parts, *blocks] if large_enough else []
        if not _AFFILIATION.search(text) and not _ORCID.search(text):
            return []
        blocks.insert(0, RawBlock(BlockKind.AFFILIATION, list(group), reason="between the names and the title"))
    return []


_DOTS = re.compile(r"\s[·•|]\s")


def _parted_by_dots(group: Sequence[Row]) -> list[RawBlock]:
    """Name, institution and address on one line, dots between them: ``Hester Tansy · Harbour University``."""
    parts = _DOTS.split(group[0].text)
    if len(group) > 1 or len(parts) < 2 or not names_people(parts[0]) or not _AFFILIATION.search(_text(group)):
        return []
    end = len(parts[0])
    return [
        RawBlock(BlockKind.BYLINE, [group[0].part(0, end)], reason="over the title"),
        RawBlock(BlockKind.AFFILIATION, [group[0].part(end, len(group[0].text))], reason="on the line of the names"),
    ]


def _text(rows: Sequence[Row]) -> str:
    return " ".join(row.text for row in rows)


_ORCID = re.compile(r"\borcid\b|\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b", re.IGNORECASE)


def _runs_on(group: Sequence[Row], blocks: Sequence[RawBlock], measures: Measures) -> bool:
    """Whether a title goes on in italics: in its size, without a gap, though it may read like names."""
    if not blocks or blocks[-1].kind is not BlockKind.TITLE:
        return False
    last, size = blocks[-1].rows[-1], measures.relative_size(group[0])
    alike = size >= LARGE and abs(size - measures.relative_size(last)) <= 0.06
    close = gap_before(group[0], last, measures.leading * max(1.0, size)) < 0.35
    return alike and close and _in_capitals(group[0]) == _in_capitals(last) and _italic(group[0]) != _italic(last)


def _goes_on_in_title(group: Sequence[Row], blocks: Sequence[RawBlock], title: str, measures: Measures) -> bool:
    """Whether the cover page says that these rows, as large as the title above them, belong to it."""
    own, known = run_of_letters(_text(group)), run_of_letters(title)
    if not blocks or blocks[-1].kind is not BlockKind.TITLE or len(own) < 8 or not known.endswith(own):
        return False
    return measures.relative_size(group[0]) >= 0.95 * measures.relative_size(blocks[-1].rows[0])


def _is_logo(row: Row, journal: Sequence[str]) -> bool:
    """Whether a row in capitals is the journal's name as its own line gives it, or a part; letterspaced or not."""
    own = _run(row.text)
    return row.text.isupper() and len(own) >= 8 and any(own in _run(line) for line in journal)


def _rows_above(rows: Sequence[Row], measures: Measures, journal: Sequence[str]) -> int:
    """How many rows at the top are the journal's: name, volume, rubric; a title in large type must follow them."""
    found = 0
    for index, row in enumerate(rows[:10]):
        # In the type of a title "Issue 12" is part of it.
        lined = is_masthead(row) and measures.relative_size(row) < LARGE
        journals = lined or is_copyright(row) or _RUBRIC.match(row.text) or names_journal(row, rows[:MASTHEAD])
        journals = journals or _is_logo(row, journal)
        if journals or (found == index and not any(letter.isalnum() for letter in row.text)):
            found = index + 1
    rest = rows[found : found + 12]
    large = any(measures.relative_size(row) >= LARGE for row in rest)
    only_rubric = all(_RUBRIC.match(row.text) or not any(map(str.isalnum, row.text)) for row in rows[:found])
    return found if rest and (large or only_rubric or any(map(names_people, (row.text for row in rest)))) else 0


def _without_affiliation(kind: BlockKind, group: Sequence[Row]) -> list[tuple[list[Row], BlockKind]]:
    """The names of a byline, and the institutions and addresses right under them."""
    first = next((index for index in range(1, len(group)) if _is_address(group[index], group[0])), len(group))
    if kind is not BlockKind.BYLINE or first == len(group):
        return [(list(group), kind)]
    return [(list(group[:first]), kind), (list(group[first:]), BlockKind.AFFILIATION)]


def _is_address(row: Row, names: Row) -> bool:
    """Whether a row under a name says where its bearer is: by its words, or in plain type under a bold name."""
    return bool(_AFFILIATION.search(row.text)) or (_is_bold(names) and not _is_bold(row))


def _authors_over_title(groups: Sequence[Sequence[Row]], first: int, measures: Measures) -> bool:
    """Some journals set the authors over the title, in much the same size."""
    if first + 1 >= len(groups) or len(groups[first + 1]) > MOST_TITLE_ROWS or not names_people(_text(groups[first])):
        return False
    below = _text(groups[first + 1])
    if re.search(r"[*†‡∗]", below):
        return False  # the stars of authors: what stands over them is the title
    if _is_first_line_of_title(groups[first : first + 3], measures):
        return False
    sizes = [max(measures.relative_size(row) for row in group) for group in groups[first : first + 2]]
    return sizes[1] >= max(0.98, 0.9 * sizes[0]) and not names_people(below) and not ends_sentence(below)


def _is_first_line_of_title(groups: Sequence[Sequence[Row]], measures: Measures) -> bool:
    """Whether a line goes on in the next, in its size and close under it, and names follow: ``LAMPS AND OIL``."""
    if len(groups) < 3 or not _names_only(groups[2]):
        return False
    over, under = groups[0][-1], groups[1][0]
    size = max(1.0, measures.relative_size(under))
    return measures.same_size(over, under) and gap_before(under, over, measures.leading * size) < 0.35


def _groups(rows: Sequence[Row], measures: Measures) -> Iterator[list[Row]]:
    """Rows that belong together: no gap, one size, one style."""
    if not rows:
        return
    group = [rows[0]]
    for previous, row in pairwise(rows):
        gap = gap_before(row, previous, measures.leading * max(1.0, measures.relative_size(row)))
        resized = not measures.same_size(row, previous)
        labelled = is_labelled(row.text)
        recased = _in_capitals(row) != _in_capitals(previous)
        # In running text names and titles are italic; the type of a line of display changes as a whole.
        runs_on = starts_lower(row.text) or previous.text[-1:] == "-" or _reach_as_far(previous, row, measures)
        restyled = _italic(row) != _italic(previous) and not runs_on
        if gap >= 0.35 or resized or labelled or recased or restyled:
            yield group
            group = []
        group.append(row)
    yield group


def _reach_as_far(one: Row, other: Row, measures: Measures) -> bool:
    """Whether two rows begin and end at the same edges: lines of one justified text."""
    ends = [(measures.indent(row), measures.shortfall(row)) for row in (one, other)]
    return bool(one.line.box) and all(abs(first - second) < 0.5 for first, second in zip(*ends, strict=True))


def _in_capitals(row: Row) -> bool:
    """All capitals; of an author's name in capitals and of a title in capitals and small letters only one is.

    Between the parties of a case *v.* stays small.
    """
    text = _VERSUS.sub("", row.text)
    return any(map(str.isalpha, text)) and text == text.upper()


_VERSUS = re.compile(r"\bvs?\.(?=\s)")


def _italic(row: Row) -> bool:
    words = row.line.words
    return bool(words) and sum(word.style.italic for word in words) > 0.6 * len(words)


def _title_group(groups: Sequence[Sequence[Row]], measures: Measures, title: str, heads: Sequence[str]) -> int | None:
    if title:
        texts = [letters(_text(group)) for group in groups[:6]]
        opening = next((index for index, text in enumerate(texts) if len(text) >= 8 and _opens(title, text)), None)
        alike = [fuzz.ratio(text, letters(title)) for text in texts]
        if opening is not None or (alike and max(alike) >= 70):
            return alike.index(max(alike)) if opening is None else opening
    sized = [max(measures.relative_size(row) for row in group) for group in groups[:6]]
    if sized and max(sized) >= LARGE:
        return _largest_group(groups, sized, measures)
    for index, group in enumerate(groups[:3]):
        if max(measures.relative_size(row) for row in group) < SMALLER:
            continue  # a running head
        if len(group) <= 4 and not group[-1].closes and _followed_by_names(groups, index):
            return index
        if len(group) == 1 and names_people(group[0].text) and _authors_over_title(groups, index, measures):
            return index
    if _stands_as_title(groups, measures) or (groups and _is_repeated(groups[0], measures, heads)):
        return 0
    return None


def _largest_group(groups: Sequence[Sequence[Row]], sized: Sequence[float], measures: Measures) -> int | None:
    largest = sized.index(max(sized))
    if largest and sized[largest - 1] >= ONE_SIZE * sized[largest]:
        largest -= 1  # a line of the title that measures a hair smaller, as on a scan
    if heads_contents(groups[largest][0].text):
        return None  # the cover of an issue
    return largest + 2 if _is_rubric_over_names(groups[largest : largest + 3], measures) else largest


def _is_repeated(group: Sequence[Row], measures: Measures, heads: Sequence[str]) -> bool:
    """Whether the first rows are those of the running heads, centred: the title in capitals of the body's size."""
    own = _run(_text(group))
    centred = len(group) <= 4 and all(map(measures.is_centred, group))
    return centred and len(own) >= 8 and own in map(_run, heads)


def _is_rubric_over_names(groups: Sequence[Sequence[Row]], measures: Measures) -> bool:
    """Whether a word or two in large type are the journal's section: authors follow, and then a longer large title."""
    if len(groups) < 3:
        return False
    rubric, names, title = (_text(group) for group in groups)
    longer = len(rubric.split()) <= 2 and len(title.split()) >= 4 and not ends_sentence(title)
    longer = longer and not _names_only(groups[2])  # a title in one word, its subtitle and the author
    large = min(measures.relative_size(row) for row in groups[2]) >= LARGE
    return longer and large and names_people(names)


def _stands_as_title(groups: Sequence[Sequence[Row]], measures: Measures) -> bool:
    """Whether the first rows are the title of an unsigned note: centred, larger, apart from the text."""
    if len(groups) < 2 or len(groups[0]) > 4 or ends_sentence(groups[0][-1].text):
        return False
    larger = all(measures.relative_size(row) >= 1.05 and measures.is_centred(row) for row in groups[0])
    return larger and gap_before(groups[1][0], groups[0][-1], measures.leading) >= 0.5


def _opens(title: str, text: str) -> bool:
    """Whether a title begins with a text, its subtitle standing in the next lines."""
    return run_of_letters(title).startswith("".join(text.split()))


def _followed_by_names(groups: Sequence[Sequence[Row]], index: int) -> bool:
    return any(names_people(row.text) for group in groups[index + 1 : index + 3] for row in group[:1])


def _kind(
    groups: Sequence[Sequence[Row]],
    position: int,
    blocks: Sequence[RawBlock],
    measures: Measures,
    authors: Sequence[str],
) -> BlockKind | None:
    """The kind of a group of the title block; None where the body begins."""
    if not blocks:
        return BlockKind.TITLE
    group = groups[position]
    text, last = _text(group), blocks[-1].kind
    size = max(measures.relative_size(row) for row in group)
    if heads_contents(group[0].text):
        return None
    if KEYWORDS.match(text) or (last is BlockKind.KEYWORDS and _is_bare(blocks[-1], KEYWORDS)):
        return BlockKind.KEYWORDS
    if ABSTRACT.match(text):
        return BlockKind.ABSTRACT
    if all(block.kind is BlockKind.BYLINE for block in blocks):
        return BlockKind.TITLE  # authors over the title
    if last in {BlockKind.BYLINE, BlockKind.AFFILIATION} and len(group) <= 4 and is_institution(group[0].text):
        return BlockKind.AFFILIATION
    named = _without_affiliation(BlockKind.BYLINE, group)[0][0]
    kinds = {block.kind for block in blocks}
    # Under an abstract stands the byline of a column beside it, if none stands over it.
    in_place = BlockKind.ABSTRACT not in kinds or (BlockKind.BYLINE not in kinds and _in_capitals(named[0]))
    if in_place and _is_byline(_text(named), named, authors):
        return BlockKind.BYLINE
    if size >= 1.08 and last in {BlockKind.TITLE, BlockKind.SUBTITLE} and (text[-1] == "?" or not ends_sentence(text)):
        return _part_of_title(text, size, blocks, measures)
    if last in {BlockKind.BYLINE, BlockKind.AFFILIATION} and len(group) <= 4 and is_institution(text):
        return BlockKind.AFFILIATION
    return _before_the_body(groups, position, blocks, measures)


def _part_of_title(text: str, size: float, blocks: Sequence[RawBlock], measures: Measures) -> BlockKind:
    """What large type under a title is: more of the title, a subtitle, or the decision that a case note is on."""
    if _DECISION.search(text):
        return BlockKind.PARAGRAPH
    title_size = max(measures.relative_size(row) for row in blocks[0].rows)
    as_large = size >= 0.95 * title_size and blocks[-1].kind is BlockKind.TITLE
    return BlockKind.TITLE if as_large else BlockKind.SUBTITLE


_DECISION = re.compile(
    r"\b(?:judgments?|case|urteil|beschluss|arrêt|sentenza|sentencia|acórdão|arrest)\b.*\b(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
"""The decision that a case note is on."""


def _before_the_body(
    groups: Sequence[Sequence[Row]], position: int, blocks: Sequence[RawBlock], measures: Measures
) -> BlockKind | None:
    """Abstract, or matter that stands before a labelled abstract or the keywords: an author's life, contents, books."""
    group, following = groups[position], groups[position + 1 : position + 1 + AHEAD]
    labels = [other[0].text for other in following if is_labelled(other[0].text)]
    if blocks[-1].kind is BlockKind.ABSTRACT and _is_bare(blocks[-1], ABSTRACT):
        return BlockKind.ABSTRACT
    aside = _is_aside(group, blocks)
    if any(ABSTRACT.match(text) for text in labels):
        return BlockKind.PARAGRAPH
    if labels and KEYWORDS.match(labels[0]):
        right_before = following[0][0].text == labels[0] and len(group) >= 2
        return BlockKind.ABSTRACT if right_before and not aside else BlockKind.PARAGRAPH
    abstract = not aside and _is_abstract(group, blocks, measures, followed=bool(following))
    return BlockKind.ABSTRACT if abstract else None


AHEAD = 5
"""Groups behind one in which the label of an abstract or of keywords shows that it stands before the body."""


def _is_aside(group: Sequence[Row], blocks: Sequence[RawBlock]) -> bool:
    """Whether a group tells of the author, whom it names first, lists a book under review, or gives the contents."""
    text = _text(group)
    names = {word for block in blocks if block.kind is BlockKind.BYLINE for row in block.rows for word in _names(row)}
    begins = [*_names(group[0])][:5]
    return bool(_REVIEWED.search(text)) or runs_into_contents(group[0].text) or len(names.intersection(begins)) >= 2


def _names(row: Row) -> list[str]:
    """Words of three letters or more that may be parts of a name."""
    return [word.casefold() for word in re.findall(r"[^\W\d_]{3,}", row.text)]


def _is_subtitle(
    groups: Sequence[Sequence[Row]],
    position: int,
    blocks: Sequence[RawBlock],
    measures: Measures,
    heads: Sequence[str],
    *,
    named: bool,
) -> bool:
    """Whether a group under the title belongs to it: a running head has both, or both are bold, over the authors.

    Where the authors are named over the title, or on a cover, also a line or two close under the title, centred as it
    is or flush with it.
    """
    group = groups[position]
    text = _text(group)
    if not blocks or blocks[-1].kind not in {BlockKind.TITLE, BlockKind.SUBTITLE} or len(group) > MOST_TITLE_ROWS:
        return False
    title = run_of_letters(blocks[0].text)
    own = run_of_letters(text)
    if len(own) >= 8 and any(
        title in head and own in head[head.find(title) + len(title) :] for head in map(_run, heads)
    ):
        return True
    bold = all(map(_is_bold, [*group, *blocks[-1].rows]))
    close = gap_before(group[0], blocks[-1].rows[-1], measures.leading) < CLOSE
    close = close and (text.endswith("?") or not ends_sentence(text))
    if not close or names_people(text) or blocks[-1].kind is not BlockKind.TITLE:
        return False
    over_names = any(_names_only(other) for other in groups[position + 1 : position + 2])
    if bold and over_names:
        return True
    named = named or any(block.kind is BlockKind.BYLINE for block in blocks)
    if not named or len(group) > 2 or is_labelled(text) or _SECTION.match(text):
        return False
    return all(map(measures.is_centred, [*group, *blocks[-1].rows])) or _is_flush_under(
        groups, position, blocks, measures
    )


_SECTION = re.compile(r"\W*(?:\d|[IVX]+[.)]|(?:introdu\w+|einleitung|vorbemerkung\w*|einführung)\W*$)", re.IGNORECASE)
"""The first heading of the text, which some journals set right under the title."""
NEARER = 0.3
"""Lines by which a subtitle is nearer to its title than to the text."""


def _is_flush_under(
    groups: Sequence[Sequence[Row]], position: int, blocks: Sequence[RawBlock], measures: Measures
) -> bool:
    """Whether a short group begins where a larger title does, and is nearer to it than to what follows."""
    group, title = groups[position], blocks[-1].rows
    if position + 1 >= len(groups) or measures.relative_size(title[-1]) < LARGE:
        return False
    white = [gap_before(rows[0], before, measures.leading)
             for rows, before in ((group, title[-1]), (groups[position + 1], group[-1]))]  # fmt: skip
    edges = [measures.indent(row) for row in (*title, *group)]
    flush = max(edges) - min(edges) < 0.5 and measures.shortfall(group[-1]) > 2.5
    return flush and white[1] > white[0] + NEARER


CLOSE = 1.0
"""Lines of white up to which a group under the title belongs to it."""


def _run(head: str) -> str:
    return "".join(character for character in letters(head) if character.isalpha())


def _is_bold(row: Row) -> bool:
    return bool(row.line.words) and all(word.style.bold for word in row.line.words)


def _names_only(group: Sequence[Row]) -> bool:
    return names_people(re.sub(r"\([^()]*\)", "", group[0].text))


def _is_byline(text: str, group: Sequence[Row], authors: Sequence[str]) -> bool:
    known = any(fuzz.partial_ratio(letters(author), letters(text)) >= 90 for author in authors if len(author) > 4)
    named = names_people(text) or _names_only(group)
    return len(group) <= 3 and len(text) < 160 and (known or named)


def _is_abstract(group: Sequence[Row], blocks: Sequence[RawBlock], measures: Measures, *, followed: bool) -> bool:
    """Between byline and body, and unlike the body: labelled, smaller, italic or indented; more text follows."""
    kinds = {block.kind for block in blocks}
    if BlockKind.BYLINE not in kinds or not followed or not group[-1].closes:
        return False
    if blocks[-1].kind is BlockKind.ABSTRACT:
        return _is_bare(blocks[-1], ABSTRACT)
    if group[0].line.box is None:
        return len(group) >= 2 and max(len(row.text) for row in group) > measures.full_line + 2
    smaller = sum(measures.relative_size(row) < 0.97 for row in group) > 0.6 * len(group)
    inset = all(measures.indent(row) >= 0.6 for row in group)
    if _has_calls(group) and not (smaller and inset and len(group) >= LONG):
        return False
    return len(group) >= 2 and (smaller or inset or all(_italic(row) for row in group))


def _is_bare(block: RawBlock, label: re.Pattern[str]) -> bool:
    """Whether a block is a label on its own line, what it labels being still to come."""
    return len(block.rows) == 1 and len(label.sub("", block.rows[0].text)) < 3


def _has_calls(group: Sequence[Row]) -> bool:
    """Whether notes are called in the rows: they are hardly ever called in an abstract."""
    calls = [call for row in group for call in row.line.calls if call.readings]
    return any(reading.text.isdecimal() and reading.confidence > 0.75 for call in calls for reading in call.readings)


def _add(blocks: list[RawBlock], kind: BlockKind, group: Sequence[Row]) -> None:
    reasons = {
        BlockKind.TITLE: "first and largest on the page", BlockKind.SUBTITLE: "under the title, larger than the body",
        BlockKind.BYLINE: "names under the title", BlockKind.AFFILIATION: "an institution under the names",
        BlockKind.ABSTRACT: "between the names and the body, set apart", BlockKind.KEYWORDS: "labelled",
        BlockKind.PARAGRAPH: "before the abstract",
    }  # fmt: skip
    another = kind is BlockKind.PARAGRAPH or (kind is BlockKind.ABSTRACT and bool(ABSTRACT.match(group[0].text)))
    if blocks and blocks[-1].kind is kind and not another:
        blocks[-1].rows.extend(group)
    else:
        blocks.append(RawBlock(kind, list(group), reason=reasons[kind]))
