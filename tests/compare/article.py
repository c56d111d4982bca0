"""A small article in the project's encoding, and the figures that a fault planted in it moves."""

from pathlib import Path

from pipeline.compare import Evaluation, evaluate

HEAD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Tides</title></titleStmt>
<publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>Invented.</p></sourceDesc></fileDesc></teiHeader>
<facsimile><surface xml:id="f1"/><surface xml:id="f2"/><surface xml:id="f3"/></facsimile>"""

TEXT = """<text><front><titlePage><docTitle><titlePart type="main">The Tide Table Riots</titlePart></docTitle>
<byline><docAuthor>Ada Merrow</docAuthor></byline></titlePage></front>
<body><div type="section"><head>The quarrel begins</head>
<p><pb n="11" facs="#f1"/>In <date when="1802">1802</date> the clerk <persName ref="#quell">Josiah Quell</persName>
printed the first tide table,<note n="1" place="foot"><p>H. Varley, <title level="m">Printing on the Coast</title>
(London, 1911), p. 44.</p></note> and the pilots of <placeName ref="#selwyn">Port Selwyn</placeName> burned it.</p>
<p>Nobody was hurt, though a barge was lost in the smoke.<note n="2" place="foot"><p>Ibid., p. 45.</p></note> The
<pb n="12" facs="#f2"/><fw type="header" place="top">Annals of the Coast</fw> magistrates asked
<persName ref="#quell">Quell</persName> to explain himself.<note n="3" place="foot"><p>Harbour Papers, box 7, letter of
<date when="1803-02-04">4 February 1803</date>.</p></note> His answer has survived:</p>
<quote rend="block">The moon is not a member of your corporation, and I cannot undertake to have her reprimanded before
the next spring tide.<note n="4" place="foot"><p>Ibid., box 8, folio 12, in a clerk’s hand.</p></note></quote>
<p>They did not write to him again.</p></div>
<div type="section"><head>What the pilots wanted</head>
<p>The <orgName>Guild of Pilots</orgName> kept its own table in verse;<note n="5" place="foot"><p>Printed in
<persName ref="#varley">Varley</persName>, <title level="m">Printing</title>, appendix.</p></note> it was wrong on
<pb n="13" facs="#f3"/><fw type="header" place="top">Ada Merrow</fw> purpose, so that strangers ran aground.</p>
<p>By <date when="1810">1810</date> both tables agreed.<note n="6" place="foot"><p>See
the almanac of that year, passim.</p></note> Nobody could say which of them had given way.</p>
</div></body></text></TEI>"""

ARTICLE = HEAD + TEXT

Fault = tuple[str, str]
"""What stands in the article, and what stands there instead."""


def planted(*faults: Fault) -> str:
    """The article with the faults in it.

    Raises:
        ValueError: a fault does not fit the article.
    """
    text = ARTICLE
    for right, wrong in faults:
        if text.count(right) != 1:
            raise ValueError(f"{right!r} stands {text.count(right)} times in the article")
        text = text.replace(right, wrong)
    return text


def judged(folder: Path, output: str, truth: str = ARTICLE) -> Evaluation:
    """The evaluation of one text against another."""
    paths = folder / "truth.xml", folder / "output.xml"
    for path, text in zip(paths, (truth, output), strict=True):
        path.write_text(text, encoding="utf-8")
    return evaluate(*paths)


def figures(evaluation: Evaluation) -> dict[str, object]:
    """Every figure that a fault may move, by name."""
    text, calls, notes, zones, blocks = (
        evaluation.text, evaluation.calls, evaluation.notes, evaluation.zones, evaluation.blocks,
    )  # fmt: skip
    return {
        "CER body": text.body.distance,
        "CER notes": text.notes.distance,
        "calls": calls.exact,
        "calls within a word": calls.within_a_word,
        "certain calls": calls.certain,
        "low": calls.low,
        "found": notes.found,
        "close": notes.close,
        "merged": notes.merged,
        "split": notes.split,
        "lost": notes.lost,
        "spurious": notes.spurious,
        "unanchored": notes.unanchored,
        "zone body": zones.body,
        "zone notes": zones.note,
        "zone heads": zones.head,
        "paragraphs": blocks.paragraph,
        "headings": blocks.heading,
        "quotations": blocks.quotation,
        "beginnings": blocks.boundaries,
        "folios": evaluation.folios,
        "strict": evaluation.entities.strict,
        "fuzzy": evaluation.entities.fuzzy,
        "date values": evaluation.entities.date_values,
        "identity": evaluation.entities.identity,
    }


def moved(folder: Path, *faults: Fault) -> set[str]:
    """Names of the figures that the faults move."""
    right, wrong = figures(judged(folder, ARTICLE)), figures(judged(folder, planted(*faults)))
    return {name for name in right if right[name] != wrong[name]}
