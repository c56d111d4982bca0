"""Articles made by hand, with every construct that the edition can hold."""

from msgspec.structs import replace

from pipeline.model import (
    Anchor,
    Article,
    Block,
    BlockKind,
    Box,
    Cell,
    Discard,
    Entities,
    EntityKind,
    Entry,
    FrontMatter,
    Furniture,
    FurnitureKind,
    Join,
    Mention,
    Note,
    NoteKind,
    Piece,
    Sheet,
    Style,
    StyleSpan,
)

Lines = tuple[tuple[int, int, str, Join], ...]
"""Page, line, text and join of every line of a passage."""


def laid(*lines: tuple[int, int, str] | tuple[int, int, str, Join]) -> tuple[str, tuple[Piece, ...]]:
    """The text of these printed lines, joined as they say, and where each stretch of it came from."""
    text, pieces = "", []
    for index, (page, line, words, *rest) in enumerate(lines):
        join = rest[0] if rest else Join.SPACE if index else Join.START
        text += " " if join is Join.SPACE and index else ""
        end = len(text) + len(words)
        pieces.append(
            Piece(start=len(text), end=end, page=page, line=line, line_start=0, line_end=len(words), join=Join(join))
        )
        text += words
    return text, tuple(pieces)


def block(
    identifier: str,
    kind: BlockKind,
    *lines: tuple[int, int, str] | tuple[int, int, str, Join],
    level: int = 0,
    resumes: bool = False,
    styles: tuple[StyleSpan, ...] = (),
) -> Block:
    """A block that is printed in these lines."""
    text, pieces = laid(*lines)
    return Block(id=identifier, kind=kind, text=text, pieces=pieces, level=level, resumes=resumes, styles=styles)


def note(
    label: str,
    anchor: tuple[str, int, float] | None,
    *lines: tuple[int, int, str] | tuple[int, int, str, Join],
    kind: NoteKind = NoteKind.FOOT,
    identifier: str = "",
) -> Note:
    """A note of these lines, called at (id, offset, certainty) or nowhere."""
    text, pieces = laid(*lines)
    return Note(
        id=identifier or f"fn{label}",
        label=label,
        kind=kind,
        text=text,
        pieces=pieces,
        page=pieces[0].page if pieces else 1,
        anchor=Anchor(target=anchor[0], offset=anchor[1], printed=label, cert=anchor[2]) if anchor else None,
    )


def sheet(page: int, folio: str = "", *, printed: bool = True, cover: bool = False) -> Sheet:
    """A page of 1240 by 1754 pixels with forty lines in one column."""
    boxes = tuple(Box(180, 100 + 40 * line, 1060, 132 + 40 * line) for line in range(40))
    return Sheet(
        page=page,
        folio=folio,
        folio_printed=printed,
        cover=cover,
        width=1240,
        height=1754,
        dpi=150,
        image=f"images/{page:04d}.jpg",
        reader="tesseract",
        line_boxes=boxes,
    )


FRONT = FrontMatter(
    title="Lanterns on the Mole",
    subtitle="Harbour Dues and Tea",
    authors=("Ada Merrow", "Shen Zhihua"),
    affiliations=("Port Selwyn College",),
    emails=("merrow@example.org",),
    abstract="How a small levy shaped the tea trade.",
    keywords=("harbour dues", "tea trade"),
    journal="Annals of Harbour History",
    volume="12",
    issue="3",
    year="1963",
    first_page="101",
    last_page="106",
    issn="0000-0000",
    doi="10.5555/12345678",
    publisher="Harbour History Society",
    conflicts=("The cover gives the year 1964, the article 1963.",),
)

P1 = "On 4 March 1871 Josiah Quell bade every ship in the har"

BLOCKS = (
    block("t1", BlockKind.TITLE, (2, 1, "Lanterns on the Mole")),
    block("t2", BlockKind.SUBTITLE, (2, 2, "Harbour Dues and Tea")),
    block("by1", BlockKind.BYLINE, (2, 3, "By Ada Merrow and Shen Zhihua")),
    block("af1", BlockKind.AFFILIATION, (2, 4, "Port Selwyn College")),
    block("ab1", BlockKind.ABSTRACT, (2, 5, "How a small levy shaped"), (2, 6, "the tea trade.")),
    block("kw1", BlockKind.KEYWORDS, (2, 7, "Keywords: harbour dues, tea trade")),
    block("p0", BlockKind.PARAGRAPH, (2, 8, "Before any heading.")),
    block("h1", BlockKind.HEADING, (2, 9, "I. The Levy"), level=1),
    block(
        "p1",
        BlockKind.PARAGRAPH,
        (2, 10, P1),
        (3, 1, "bour of Port Selwyn pay. A well-", Join.SOFT),
        (3, 2, "known tea-", Join.HARD),
        (3, 3, "man said so.", Join.DOUBTFUL),
        styles=(
            StyleSpan(start=10, end=22, style=Style(italic=True)),
            StyleSpan(start=20, end=30, style=Style(bold=True)),
            StyleSpan(start=24, end=26, style=Style(superscript=True)),
        ),
    ),
    block("p2", BlockKind.PARAGRAPH, (3, 4, "One of them wrote:")),
    block("q1", BlockKind.QUOTATION, (3, 5, "We have paid for nine lamps.")),
    block("p3", BlockKind.PARAGRAPH, (3, 6, "and was none the wiser, as"), (6, 1, "they say:"), resumes=True),
    block("q2", BlockKind.QUOTATION, (6, 2, "Oil for the dead.")),
    block("p4", BlockKind.PARAGRAPH, (6, 3, "So it went."), resumes=True),
    block("h2", BlockKind.HEADING, (6, 4, "Tea"), level=2),
    block("tb1", BlockKind.TABLE, (6, 5, "1871 12 chests"), (6, 6, "1872 14 chests")),
    block("c1", BlockKind.CAPTION, (6, 7, "Table 1. Tea landed")),
    replace(
        block(
            "tb2",
            BlockKind.TABLE,
            (6, 11, "Tea landed"),
            (6, 12, "Year"),
            (6, 12, "Chests"),
            (6, 12, "Ships"),
            (6, 13, "1873"),
            (6, 13, "nine-"),
            (6, 14, "teen", Join.SOFT),
            (6, 15, "1874"),
            (6, 15, "3"),
            styles=(StyleSpan(start=0, end=28, style=Style(bold=True)),),
        ),
        cells=(
            Cell(start=0, end=10, row=0, column=1, columns=2),
            Cell(start=11, end=15, row=1, column=0),
            Cell(start=16, end=22, row=1, column=1),
            Cell(start=23, end=28, row=1, column=2),
            Cell(start=29, end=33, row=2, column=0),
            Cell(start=34, end=43, row=2, column=1),
            Cell(start=44, end=48, row=3, column=0),
            Cell(start=49, end=50, row=3, column=2),
        ),
    ),
    block(
        "p5",
        BlockKind.PARAGRAPH,
        (6, 8, "The Mole Gazette mocked it after the Great Fog."),
        styles=(StyleSpan(start=0, end=16, style=Style(italic=True, small_caps=True)),),
    ),
    block("h3", BlockKind.HEADING, (6, 9, "II. The End"), level=1),
    block("p6", BlockKind.PARAGRAPH, (6, 10, "It ended.")),
    block("h4", BlockKind.HEADING, (6, 11, "Notes"), level=1),
    block("h5", BlockKind.HEADING, (7, 8, "Bibliography"), level=1),
    block("b1", BlockKind.BIBLIOGRAPHY, (7, 9, "Fennick, O. Harbour Registers.")),
    block("b2", BlockKind.BIBLIOGRAPHY, (8, 1, "Quell, J. Ledger.")),
)

NOTES = (
    note("*", ("by1", 13, 1.0), (2, 30, "The author thanks the keepers."), kind=NoteKind.AUTHOR, identifier="an1"),
    note("1", ("p1", len(P1) + 22, 0.3), (3, 30, "The toll fell first on the gar"), (4, 1, "dens.", Join.SOFT)),
    note("2", ("p1", len(P1) + 22, 0.9), (3, 31, "A second note at one call.")),
    note("3", ("fn2", 8, 0.95), (3, 32, "A note to a note.")),
    note("4", None, (3, 33, "Nobody calls this one.")),
    note("5", ("q1", 28, 0.6), (3, 34, "P.R.O., HP 22/5.")),
    note("6", None, (6, 33, "")),
    note("1", ("p6", 8, 0.96), (6, 12, "An endnote that"), (7, 2, "runs over."), kind=NoteKind.END, identifier="en1"),
    note("2", None, (7, 3, "An endnote without a call."), kind=NoteKind.END, identifier="en2"),
)

FURNITURE = tuple(
    Furniture(kind=kind, text=text, page=page, place=place, pieces=laid((page, line, text))[1])
    for page, line, kind, text, place in (
        (2, 39, FurnitureKind.COPYRIGHT, "Copyright Harbour History Society", "bottom"),
        (3, 0, FurnitureKind.HEAD, "LANTERNS ON THE MOLE", "top"),
        (3, 0, FurnitureKind.FOLIO, "102", "top"),
        (4, 0, FurnitureKind.CONTINUATION, "Footnote 1 continued", "bottom"),
        (6, 38, FurnitureKind.SIGNATURE, "H 2", "bottom"),
        (7, 0, FurnitureKind.HEAD, "NOTES", "top"),
        (8, 20, FurnitureKind.MARGINAL, "8 Oct.", "margin"),
    )
)

SHEETS = (
    sheet(1, cover=True),
    sheet(2, "101", printed=False),
    sheet(3, "102"),
    sheet(4, "103"),
    Sheet(page=5, folio="104", reader="failed", failure="Tesseract took longer than 120 seconds."),
    sheet(6, "105"),
    sheet(7, "106"),
    sheet(8),
    sheet(9),
)

FULL = Article(
    doc="selwyn-1963",
    language="en",
    sheets=SHEETS,
    front=FRONT,
    blocks=BLOCKS,
    notes=NOTES,
    furniture=FURNITURE,
    discarded=(Discard(reason="cover page", text="Stable URL", pieces=laid((1, 0, "Stable URL"))[1]),),
)

ENTITIES = Entities(
    doc="selwyn-1963",
    mentions=(
        Mention(target="p1", start=3, end=15, kind=EntityKind.DATE, when="1871-03-04"),
        Mention(target="p1", start=16, end=28, kind=EntityKind.PERSON, ref="pers.quell", cert=0.72),
        Mention(target="p1", start=len(P1) + 8, end=len(P1) + 19, kind=EntityKind.PLACE, ref="place.selwyn"),
        Mention(target="p5", start=4, end=16, kind=EntityKind.WORK, ref="work.gazette"),
        Mention(target="p5", start=37, end=46, kind=EntityKind.EVENT, ref="event.fog"),
        Mention(target="fn5", start=0, end=6, kind=EntityKind.ORG, ref="org.pro", cert=0.999),
        Mention(target="tb1", start=0, end=4, kind=EntityKind.DATE, date_from="1871", date_to="1872-05", cert=0.5),
        Mention(target="tb1", start=15, end=19, kind=EntityKind.DATE, not_before="1872", not_after="1873"),
        Mention(target="t1", start=16, end=20, kind=EntityKind.PLACE),
    ),
    register=(
        Entry(id="pers.quell", kind=EntityKind.PERSON, name="Josiah Quell", variants=("Quell",), cert=0.8),
        Entry(id="place.selwyn", kind=EntityKind.PLACE, name="Port Selwyn", idnos={"wikidata": "Q1", "geonames": "7"}),
        Entry(id="work.gazette", kind=EntityKind.WORK, name="Mole Gazette"),
        Entry(id="event.fog", kind=EntityKind.EVENT, name="Great Fog", idnos={"local": "E-1"}),
        Entry(id="org.pro", kind=EntityKind.ORG, name="Public Record Office", variants=("P.R.O.",)),
    ),
    model="en_core_web_sm 3.8.0",
)

EMPTY = Article(doc="blank", language="", sheets=(sheet(1),), front=FrontMatter(), blocks=())

DUMP = Article(
    doc="dump",
    language="en",
    sheets=(Sheet(page=1, folio="", reader="dump"), Sheet(page=2, folio="", reader="dump")),
    front=FrontMatter(title="Lanterns"),
    blocks=(block("p1", BlockKind.PARAGRAPH, (1, 0, "One line"), (2, 0, "and another.")),),
    notes=(note("1", ("p1", 8, 1.0), (1, 1, "A note.")),),
)

ENDS = "harbour lit for the ships and for the boats."
FINIT = "le quai sont dans cette histoire pour la nuit."
BILINGUAL = Article(
    doc="two",
    language="en",
    sheets=(sheet(1, "1"), sheet(2, "2")),
    front=FrontMatter(title="Lamps"),
    blocks=(
        block("t1", BlockKind.TITLE, (1, 0, "Lamps")),
        block(
            "a1", BlockKind.ABSTRACT, (1, 1, "This is the history of the lamps that the keepers of the"), (1, 2, ENDS)
        ),
        block("a2", BlockKind.ABSTRACT, (1, 3, "Les lampes que les gardiens du port ont mises sur"), (1, 4, FINIT)),
        block("p1", BlockKind.PARAGRAPH, (2, 0, "One.")),
    ),
)
"""An abstract in the language of the article, and one in another."""

BARE = Article(
    doc="bare",
    language="de",
    sheets=(Sheet(page=1, folio="", reader="dump"),),
    front=FrontMatter(journal="Annals", authors=("Merrow",), emails=("a@example.org",), affiliations=("College",)),
    blocks=(),
    notes=(note("1", None, (1, 0, "A note without an article.")),),
)

CITED_NOTES = (
    "O. Fennick (ed.), Harbour Registers, trans. Jane Roe, 2nd ed. (Port Selwyn: Mole Press, 1931), vol. 2, p. 12, "
    "hereafter cited as HR.",
    "HR, p. 4; Kenneth Lieb, ‘Zai huiyi de jianghua’ [‘Speech at a meeting’], in Ada Merrow, The Mole (London: Garth, "
    "1940), p. 2; ibid., p. 9.",
    "Public Record Office, HP 22/5, Petition of the boatmen, November 1876, fo. 17r–v.",
    "Ibid., fo. 18; Merrow, p. 4; Jane Roe, ‘Lamps’, Review of Oil 7, no. 2 (1954), pp. 301–30; Quell, Ledger, p. 3.",
    "Merrow, op. cit., p. 5; Mole Gazette, 3 May 1884, p. 1; Roe, ‘Lamps’, p. 302; and see n. 1 above.",
    "Cons. Selwyn, Sec. V, 2 October 1931, n° 4928.",
    "Ibid., sect. 7.",
)

CITED = Article(
    doc="cited",
    language="en",
    sheets=(Sheet(page=1, folio="", reader="dump"),),
    front=FrontMatter(),
    blocks=(block("p1", BlockKind.PARAGRAPH, (1, 0, "A text with notes.")),),
    notes=tuple(
        note(str(number), ("p1", 18, 1.0), (1, number, text)) for number, text in enumerate(CITED_NOTES, start=1)
    ),
)

NO_ENTITIES = Entities(doc="none")
