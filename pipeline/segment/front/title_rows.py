"""Where the title stands among the first rows of an article, and what stands over it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from pipeline.letters import CAPITALS
from pipeline.segment.front.journal_names import JOURNAL_WORD
from pipeline.segment.front.parallel_titles import is_parallel, leads_on
from pipeline.segment.front.rubrics import groups_of_rubric
from pipeline.segment.furniture.foot_matter import is_copyright
from pipeline.segment.furniture.masthead_rows import MASTHEAD, is_masthead, is_named_by, names_journal
from pipeline.segment.measure import LARGE, SAME, Measures
from pipeline.segment.row_letters import letters, run_of_letters
from pipeline.segment.rows import (
    Row,
    ends_sentence,
    gap_before,
    gap_into_columns,
    is_bold,
    is_italic,
    starts_lower,
)
from pipeline.segment.wording.author_names import without_translator
from pipeline.segment.wording.front_labels import ABSTRACT, heads_contents, is_labelled
from pipeline.segment.wording.name_lines import (
    INSTITUTION,
    RUBRIC,
    heads_chapter,
    heads_title,
    is_chapter_number,
    is_rubric,
    names_only,
    names_people,
)

ONE_SIZE = 0.97
"""Of two lines of one title the smaller over the larger: they differ by what the reader measures."""
SMALLER = 0.8
"""Relative size below which no title is set."""
MOST_TITLE_ROWS = 5
NAME_ROWS = 3
"""Rows of names over a title in the size of the text."""


def text_of(rows: Sequence[Row]) -> str:
    """The rows as one line."""
    return " ".join(row.cased for row in rows)


def names_translator(rows: Sequence[Row]) -> bool:
    """Whether rows say who translated the article, and nothing else."""
    return not without_translator(text_of(rows))


def _is_logo(row: Row, journal: Sequence[str]) -> bool:
    """Whether a row in capitals is the journal's name as its own line gives it, or a part; letterspaced or not."""
    own = run_of_letters(row.text)
    return row.text.isupper() and len(own) >= 8 and any(own in run_of_letters(line) for line in journal)


def rows_above(rows: Sequence[Row], measures: Measures, journal: Sequence[str], heads: Sequence[str] = ()) -> int:
    """How many rows at the top are the journal's: name, volume, rubric; a title in large type must follow them."""
    found = 0
    for index, row in enumerate(rows[:10]):
        if index and _heads_names(rows, index, measures, heads):
            return index
        # In the type of a title "Issue 12" is part of it, and "Printed in the Dutch Republic".
        lined = (is_masthead(row) or is_copyright(row)) and measures.relative_size(row) < LARGE
        named = any(is_named_by(rows[start : index + 1], heads) for start in range(found, index + 1))
        journals = lined or names_journal(row, rows[:MASTHEAD]) or named
        rubric = is_rubric(row.text) or heads_title([other.text for other in rows[index : index + AHEAD]])
        rubric = rubric and (found == index or not _goes_on(rows[index - 1], row, measures))
        journals = journals or rubric or _is_logo(row, journal) or (found == index and is_chapter_number(row.text))
        if journals or (found == index and not any(letter.isalnum() for letter in row.text)):
            found = index + 1
        if index < MASTHEAD and heads_chapter(row.text):
            return index + 1
    rest = rows[found : found + 12]
    large = any(measures.relative_size(row) >= LARGE for row in rest)
    only_rubric = all(RUBRIC.match(row.text) or not any(map(str.isalnum, row.text)) for row in rows[:found])
    return found if rest and (large or only_rubric or any(names_people(row.cased, measures) for row in rest)) else 0


def _heads_names(rows: Sequence[Row], index: int, measures: Measures, heads: Sequence[str]) -> bool:
    """Whether a row in a type of its own is the running head to the letter, and names stand right under it."""
    row, below = rows[index], rows[index + 1 : index + 2]
    alone = measures.relative_size(row) >= LARGE and not measures.same_size(rows[index - 1], row)
    own = run_of_letters(row.text)
    told = alone and len(own) >= SHORTEST and own in map(run_of_letters, heads) and not JOURNAL_WORD.search(row.text)
    return told and not names_people(row.cased, measures) and any(names_people(each.cased, measures) for each in below)


AHEAD = 5
"""Rows in which a title follows what stands over it, and names the title."""


def _goes_on(above: Row, row: Row, measures: Measures) -> bool:
    """Whether a row is the next line of one text: ``A Philosophical Study of a``, ``Recent Case``."""
    size = max(1.0, measures.relative_size(row))
    return measures.same_size(above, row) and gap_before(row, above, measures.leading * size) < 0.35


def authors_over_title(groups: Sequence[Sequence[Row]], first: int, measures: Measures) -> bool:
    """Some journals set the authors over the title, in much the same size."""
    if (
        first + 1 >= len(groups)
        or len(groups[first + 1]) > MOST_TITLE_ROWS
        or not names_people(text_of(groups[first]), measures)
    ):
        return False
    below = text_of(groups[first + 1])
    if is_text_of_dump(groups[first + 1], measures) or (measures.solid and below.startswith("(")):
        return False  # what stands in brackets under a title belongs to it
    if not any(map(str.isalpha, below)) or (_STARS.search(below) and not _STARS.search(text_of(groups[first]))):
        return False  # the stars of authors: what stands over them is the title, with none or with a star of its own
    if _is_first_line_of_title(groups[first : first + 3], measures):
        return False
    sizes = [max(measures.relative_size(row) for row in group) for group in groups[first : first + 2]]
    as_large = sizes[1] >= max(0.98, 0.9 * sizes[0])
    # Names stand under a title that only looks like names, and its subtitle; with their place, under another's rubric.
    below_title = [group for group in groups[first + 2 : first + 4] if names_only(group, measures)]
    signed, placed = bool(below_title), any(" | " in group[0].text for group in below_title)
    large = (as_large and not placed) or (sizes[1] >= LARGE and not signed and sizes[0] < LARGER * sizes[1])
    return large and not names_people(below, measures) and _may_end_title(groups[first + 1][-1])


LARGER = 1.4
"""Size of names over a title, of its own, at which they are no names: a title stands over its subtitle."""
_STARS = re.compile(r"[*†‡∗]")


def _is_first_line_of_title(groups: Sequence[Sequence[Row]], measures: Measures) -> bool:
    """Whether a line goes on in the next, in its size and close under it, and names follow: ``LAMPS AND OIL``."""
    if len(groups) < 3 or not names_only(groups[2], measures):
        return False
    return _goes_on(groups[0][-1], groups[1][0], measures)


def groups_of(rows: Sequence[Row], measures: Measures) -> Iterator[list[Row]]:
    """Rows that belong together: no gap, one size, one style."""
    if not rows:
        return
    group = [rows[0]]
    for previous, row, below in zip(rows, rows[1:], [*rows[2:], None], strict=False):
        leading = measures.leading * max(1.0, measures.relative_size(row))
        gap = max(gap_before(row, previous, leading), gap_into_columns(row, previous, leading))
        # Lines of one justified text differ by what the reader measures, as on a scan.
        close_in_size = abs(measures.relative_size(row) - measures.relative_size(previous)) <= 2 * SAME
        of_one_text = close_in_size and _reach_as_far(previous, row, measures)
        resized = not (measures.same_size(row, previous) or of_one_text)
        # In the middle of a text ``abstract`` is a word.
        labelled = is_labelled(row.text) and not (starts_lower(row.text) and _goes_on(previous, row, measures))
        recased = in_capitals(row) != in_capitals(previous)
        recased = recased and not (measures.solid and _has_no_letters(row))
        # In running text names and titles are italic; the type of a line of display changes as a whole.
        runs_on = starts_lower(row.text) or previous.text[-1:] == "-" or _reach_as_far(previous, row, measures)
        bolder = is_bold(row) and not is_bold(previous)
        lighter = is_bold(previous) and not is_bold(row) and names_people(row.cased, measures)
        lighter = lighter and not names_people(previous.cased, measures)  # there it is an address
        restyled = (is_italic(row) != is_italic(previous) or bolder or lighter) and not runs_on
        if gap >= 0.35 or resized or labelled or recased or restyled or _are_parted(previous, row, below, measures):
            yield group
            group = []
        group.append(row)
    yield group


def _has_no_letters(row: Row) -> bool:
    """Whether it has years alone, as the last line of a title may."""
    return not any(map(str.isalpha, row.text))


def is_text_of_dump(group: Sequence[Row], measures: Measures) -> bool:
    """Whether rows of a dump without white begin with a full line: that of the text under its title."""
    return measures.solid and len(group[0].text) >= FULL * measures.full_line and not in_capitals(group[0])


def _are_parted(above: Row, row: Row, below: Row | None, measures: Measures) -> bool:
    """Whether of a dump without white the display ends between two rows, or a name has a line to itself.

    In capitals a title may look like a name: there an initial tells it, or the institution under it.
    """
    if not measures.solid or _has_no_letters(row):
        return _leaves_names(above, row, measures)
    full = FULL * measures.full_line
    if len(above.text) < full <= len(row.text):
        return True
    names, other = (names_only([each], measures) and not _FIGURE.search(each.text) for each in (row, above))
    if in_capitals(row) and in_capitals(above):
        return names and bool(_INITIAL.search(row.text) or (below and INSTITUTION.search(below.text)))
    return names != other and len(row.text) < full and not in_capitals(row)


def _leaves_names(above: Row, row: Row, measures: Measures) -> bool:
    """Whether several names have a line to themselves, and under them stands what is none: the book of a chapter."""
    small = measures.relative_size(row) < LARGE
    several = small and bool(_SEVERAL.search(above.text)) and names_people(above.text, measures)
    return several and not leads_on(above.text) and bool(_OF.search(row.text)) and row.text[:1].isupper()


_SEVERAL = re.compile(r",\s(?:and|&|und|et|y|e)\s")
_OF = re.compile(r"\b(?:of|on|the)\b")
_FIGURE = re.compile(r"\d")
_INITIAL = re.compile(rf"\b[{CAPITALS}]\.\s")
FULL = 0.8
"""Of the letters of a full line: those of a line of text at least."""


def _reach_as_far(one: Row, other: Row, measures: Measures) -> bool:
    """Whether two rows begin and end at the same edges: lines of one justified text."""
    ends = [(measures.indent(row), measures.shortfall(row)) for row in (one, other)]
    in_column = bool(one.line.box) and one.line.column == other.line.column
    return in_column and all(abs(first - second) < 0.5 for first, second in zip(*ends, strict=True))


def in_capitals(row: Row) -> bool:
    """All capitals; of an author's name in capitals and of a title in capitals and small letters only one is.

    Between the parties of a case *v.* stays small, and so does the letter of ``McINTOSH``.
    """
    text = _STAYS_SMALL.sub("", row.cased)
    return any(map(str.isalpha, text)) and text == text.upper()


_STAYS_SMALL = re.compile(r"\bvs?\.(?=\s)|(?<=\bM)a?c(?=[A-Z]{2})")


def title_group(
    groups: Sequence[Sequence[Row]],
    measures: Measures,
    title: str,
    heads: Sequence[str],
    above: Sequence[Row] = (),
) -> int | None:
    """Index of the group with the title, or None without one: by a cover's words, by size, by the names under it.

    Under the number of a chapter it is the first; ``above`` has the rows over the groups.
    """
    if title:
        opening = next((index for index, group in enumerate(groups[:6]) if opens(title, group)), None)
        alike = [fuzz.ratio(letters(text_of(group)), letters(title)) for group in groups[:6]]
        if opening is not None or (alike and max(alike) >= 70):
            return alike.index(max(alike)) if opening is None else opening
    sized = _sizes(groups[:6], measures)
    if sized and max(sized) >= LARGE:
        over = sized[: sized.index(max(sized))]
        signed = max(over, default=0.0) >= LARGE and _is_signature(groups, len(over), measures)
        return _largest_group(groups, over if signed else sized, measures)
    for index, group in enumerate(groups[:3]):
        addressed = _title_under_address(groups, index, measures)
        if addressed is not None:
            return addressed
        if max(measures.relative_size(row) for row in group) < SMALLER and not all(map(is_bold, group)):
            continue  # a running head; bold it may be a title in small capitals
        if len(group) <= 4 and _may_end_title(group[-1]) and _followed_by_names(groups, index, measures):
            return index
        if len(group) <= NAME_ROWS and authors_over_title(groups, index, measures):
            return index
    numbered = bool(groups and above) and heads_chapter(above[-1].text) and len(groups[0]) <= MOST_TITLE_ROWS
    unsigned = _stands_as_title(groups, measures) or _stands_over_abstract(groups, measures) or numbered
    unsigned = unsigned or _stands_in_capitals(groups, measures)
    if unsigned or (groups and _is_repeated(groups[0], measures, heads)):
        return 0
    return next((index for index, group in enumerate(groups[:3]) if _is_shortened(group, heads, measures)), None)


def by_language(groups: Sequence[Sequence[Row]], first: int) -> list[list[Row]]:
    """The group with the title, parted where it goes on in another language, if abstracts are labelled in two."""
    rows = groups[first]
    labels = {run_of_letters(label[0]) for group in groups[first + 1 :] if (label := ABSTRACT.match(group[0].text))}
    starts = [index for index in range(1, len(rows)) if _is_other_title(rows, index)] if len(labels) > 1 else []
    return [list(rows[start:end]) for start, end in pairwise([0, *starts, len(rows)])]


def _is_other_title(rows: Sequence[Row], index: int) -> bool:
    """Whether a row begins the title in another language than that of the row above."""
    return is_parallel(rows[index - 1].text, rows[index].text) and not starts_lower(rows[index].text)


def _sizes(groups: Sequence[Sequence[Row]], measures: Measures) -> list[float]:
    """Of groups, up to the abstract if a larger one stands over it: behind it may stand a larger heading."""
    sized = [max(measures.relative_size(row) for row in group) for group in groups]
    labelled = next((index for index, group in enumerate(groups) if ABSTRACT.match(group[0].text)), len(sized))
    over = max(sized[:labelled], default=0.0)
    return sized[:labelled] if over >= max([LARGE, *sized[labelled : labelled + 1]]) else sized


def _may_end_title(row: Row) -> bool:
    """Whether a row may be the last of a title: it ends no sentence, asks a question, or ends with a quoted capital."""
    return not row.closes or row.prose.endswith("?") or _QUOTED_CAPITAL.search(row.prose) is not None


_QUOTED_CAPITAL = re.compile(rf"[{CAPITALS}][’”\"]$")
"""``A REPLY TO “LAMPS AND OIL”``: no sentence ends so, for its stop stands within the marks."""


def _title_under_address(groups: Sequence[Sequence[Row]], index: int, measures: Measures) -> int | None:
    """The title in capitals under the author in capitals and the institution; None where the first rows are not these.

    ``HESTER TANSY``, ``Harbour University``, ``LAMPS AND OIL``: all in the size of the text, or the name smaller.
    Between them may stand a second author over his institution, and who translated the article.
    """
    rows = groups[index]
    title = _under_address(groups, index, measures)
    if title is None:
        return None
    second = _under_address(groups, title, measures)
    if second is not None and INSTITUTION.search(groups[second - 1][-1].text):
        title = second
    if title < len(groups) and names_translator(groups[title]):
        title += 1
    if title >= len(groups) or len(groups[title]) > MOST_TITLE_ROWS:
        return None
    over = measures.relative_size(groups[title][0]) / measures.relative_size(rows[0])
    names = names_people(text_of(groups[title]), measures) and over < LARGE
    capitals = all(map(in_capitals, groups[title])) and not names
    alike = over >= ONE_SIZE
    return title if capitals and alike and not ends_sentence(text_of(groups[title]).rstrip('’”":')) else None


def _under_address(groups: Sequence[Sequence[Row]], index: int, measures: Measures) -> int | None:
    """The group under a name in capitals and the address under that; None where the rows are not these."""
    rows = [row for group in groups[index : index + 2] for row in group]
    if not (
        rows and in_capitals(rows[0]) and names_people(rows[0].text, measures) and is_address_under(rows[0], rows[1:2])
    ):
        return None
    return index + 1 if len(groups[index]) == 2 else index + 2  # name and address may be one group


def is_address_under(name: Row, rows: Sequence[Row]) -> bool:
    """Whether the row under a name in capitals is where its bearer is: an institution, or a line in small letters."""
    return bool(rows) and all(
        INSTITUTION.search(row.text)
        or (in_capitals(name) and row.text[:1].isupper() and not in_capitals(row) and not ends_sentence(row.text))
        for row in rows
    )


def _is_signature(groups: Sequence[Sequence[Row]], index: int, measures: Measures) -> bool:
    """Whether a group is the byline under a title, as large as it may be: names, and no others under them."""
    below = groups[index + 1 : index + 3]
    return names_people(text_of(groups[index]), measures) and not any(names_only(group, measures) for group in below)


def _largest_group(groups: Sequence[Sequence[Row]], sized: Sequence[float], measures: Measures) -> int | None:
    largest = sized.index(max(sized))
    if _alike(sized, largest - 1, largest) and _stands_over(*groups[largest - 1 : largest + 1]):
        largest -= 1  # a line of the title that measures a hair smaller, as on a scan
    elif _alike(sized, largest + 1, largest) and not _stands_over(*groups[largest : largest + 2]):
        largest += 1  # over the title stands a rubric in its size
    if heads_contents(groups[largest][0].text):
        return None  # the cover of an issue
    return largest + groups_of_rubric(groups[largest : largest + AROUND], measures)


AROUND = 8
"""Groups from a rubric to the names under its title: lines with white between them are a group each."""


def _alike(sized: Sequence[float], index: int, largest: int) -> bool:
    return 0 <= index < len(sized) and sized[index] >= ONE_SIZE * sized[largest]


def _stands_over(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether rows are over others, and not only higher at the other edge of the page, as a rubric may be."""
    boxes = [[row.line.box for row in rows if row.line.box] for rows in (above, below)]
    if not all(boxes):
        return True
    left, right = (max(min(box.left for box in each) for each in boxes),
                   min(max(box.right for box in each) for each in boxes))  # fmt: skip
    return left < right


def _is_repeated(group: Sequence[Row], measures: Measures, heads: Sequence[str]) -> bool:
    """Whether the first rows are those of the running heads, centred: the title in capitals of the body's size."""
    own = run_of_letters(text_of(group))
    centred = len(group) <= 4 and all(
        measures.is_centred(row) and measures.relative_size(row) >= 1 - SAME for row in group
    )
    return centred and len(own) >= 8 and own in map(run_of_letters, heads)


def _is_shortened(group: Sequence[Row], heads: Sequence[str], measures: Measures) -> bool:
    """Whether rows in bold or capitals that are no names begin with a running head, which has the start of the title.

    What is the head to the letter may be one itself, over the title.
    """
    text = text_of(group)
    set_apart = all(map(is_bold, group)) or all(map(in_capitals, group))
    if len(group) > MOST_TITLE_ROWS or not set_apart or names_people(text, measures):
        return False
    if not _may_end_title(group[-1]):
        return False
    own = run_of_letters(text)
    return any(HEAD_LETTERS <= len(head) < len(own) and own.startswith(head) for head in map(run_of_letters, heads))


HEAD_LETTERS = 12
"""Letters of a running head that tell a title by its start."""


def _stands_as_title(groups: Sequence[Sequence[Row]], measures: Measures) -> bool:
    """Whether the first rows are the title of an unsigned note: centred, larger, apart from the text."""
    if len(groups) < 2 or len(groups[0]) > 4 or ends_sentence(groups[0][-1].text):
        return False
    larger = all(measures.relative_size(row) >= 1.05 and measures.is_centred(row) for row in groups[0])
    return larger and gap_before(groups[1][0], groups[0][-1], measures.leading) >= 0.5


def _stands_in_capitals(groups: Sequence[Sequence[Row]], measures: Measures) -> bool:
    """Whether a dump without white begins with rows in capitals right over text: its author signs at the end."""
    if not (measures.solid and groups) or len(groups[0]) > MOST_TITLE_ROWS or not _are_capitals(groups[0]):
        return False
    over_text = any(len(group[0].text) >= FULL * measures.full_line for group in groups[1:3])
    return over_text and len(run_of_letters(text_of(groups[0]))) >= HEAD_LETTERS


def _are_capitals(rows: Sequence[Row]) -> bool:
    return all(in_capitals(row) or _has_no_letters(row) for row in rows)


def _stands_over_abstract(groups: Sequence[Sequence[Row]], measures: Measures) -> bool:
    """Whether the first rows are the title of a manuscript without names: set apart, and right over an abstract."""
    if len(groups) < 2 or len(groups[0]) > MOST_TITLE_ROWS or not ABSTRACT.match(groups[1][0].text):
        return False
    apart = all(in_capitals(row) or is_bold(row) or measures.is_centred(row) for row in groups[0])
    apart = apart or gap_before(groups[1][0], groups[0][-1], measures.leading) >= FAR
    return apart and _may_end_title(groups[0][-1])


FAR = 1.0
"""Lines of white under a title in plain type."""


def opens(title: str, group: Sequence[Row]) -> bool:
    """Whether a title, as a cover has it, begins with some rows, its subtitle standing in the next."""
    own = run_of_letters(text_of(group))
    return len(own) >= SHORTEST and run_of_letters(title).startswith(own)


SHORTEST = 8
"""Letters that tell a title by its start."""


def _followed_by_names(groups: Sequence[Sequence[Row]], index: int, measures: Measures) -> bool:
    return any(names_people(row.cased, measures) for group in groups[index + 1 : index + 3] for row in group[:1])
