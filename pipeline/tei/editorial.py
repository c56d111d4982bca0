"""The encoding description: what was left out, what was mended, and how, from the settings of the run."""

from collections import Counter
from collections.abc import Iterable

from pipeline.config import VERSION, Settings
from pipeline.model import TEXT_LAYER, Article, Block, Entities, Note, Sheet
from pipeline.tei.elements import Element, element
from pipeline.tei.facsimile import has_facsimile
from pipeline.tei.stretches import rend

READERS = {
    "tesseract": "read from the page image by Tesseract",
    "tesseract+rapidocr": "read from the page image by Tesseract, and what it was unsure of by RapidOCR too",
    TEXT_LAYER: "taken from the text layer of the file",
    "ocr-layer": "taken from the OCR layer of the file",
    "dump": "taken from a plain text file",
    "hocr": "taken from an hOCR file",
    "alto": "taken from an ALTO file",
    "page-xml": "taken from a PAGE XML file",
    "failed": "could not be read",
}
"""``Sheet.reader`` -> how the text of such a page was obtained."""

RENDITIONS = {
    "italic": "font-style: italic;",
    "bold": "font-weight: bold;",
    "smallcaps": "font-variant: small-caps;",
    "superscript": "font-size: smaller; vertical-align: super;",
}
"""Word of ``hi/@rend`` -> what it looks like in print."""


def encoding_desc(article: Article, entities: Entities, settings: Settings) -> Element:
    """``encodingDesc``, every sentence of it true of this run."""
    return element(
        "encodingDesc",
        element("projectDesc", element("p", _project(article))),
        element("samplingDecl", *(element("p", sentence) for sentence in sampling(article))),
        _editorial_decl(entities, settings),
        _tags_decl(article),
        element("appInfo", _application(article, entities)),
    )


def _project(article: Article) -> str:
    source = "page images or their text layer" if has_facsimile(article) else "plain text"
    return f"Converted by program from {source}, for reading, editing and text analysis; not proofread."


def sampling(article: Article) -> list[str]:
    """What of the source is not in the text, and why."""
    covers = [sheet.page for sheet in article.sheets if sheet.cover]
    failed = [sheet.page for sheet in article.sheets if sheet.failure or sheet.reader == "failed"]
    reasons = Counter(each.reason for each in article.discarded)
    sentences = ["All of the article that was read is transcribed."]
    if covers:
        sentences.append(f"Left out as no part of the article: the distributor's cover page ({_pages(covers)}).")
    if failed:
        sentences.append(f"Could not be read and marked by a gap: {_pages(failed)}.")
    if reasons:
        listed = ", ".join(f"{reason} ({count})" for reason, count in sorted(reasons.items()))
        sentences.append(f"Set aside with the reason for it, and kept in the layer of the article: {listed}.")
    return sentences


def _pages(numbers: list[int]) -> str:
    """``page 3 of the source``, ``pages 3, 7 of the source``."""
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))} of the source"


def _editorial_decl(entities: Entities, settings: Settings) -> Element:
    hyphens = "all" if settings.diplomatic else "some"
    return element(
        "editorialDecl",
        element("correction", element("p", CORRECTION), method="silent", status="low"),
        element("normalization", element("p", NORMALIZATION), method="silent"),
        element("quotation", element("p", "Quotation marks are kept as characters."), marks="all"),
        element("hyphenation", element("p", HYPHENATION[hyphens]), eol=hyphens),
        element("segmentation", *(element("p", sentence) for sentence in _segmentation(settings))),
        element("interpretation", element("p", INTERPRETATION)) if entities.mentions else None,
    )


CORRECTION = (
    "Misreadings of the page are mended silently; every change, with what stood there before, is in the ledger of the "
    "layer 2-lines.json. Misprints of the source are not corrected."
)
NORMALIZATION = "Spelling is kept. Characters are in Unicode normalisation form C; spacing is normalised."
HYPHENATION = {
    "some": "A hyphen that only marks the end of a line is removed; real hyphens stay, and doubtful ones stand in pc.",
    "all": "Hyphens at line ends stay, in pc: weak if they only mark the end of the line, inter if that is doubtful.",
}
INTERPRETATION = "Names and dates were marked by program; cert gives its certainty where that is below 0.9."


def _segmentation(settings: Settings) -> Iterable[str]:
    """What was done with furniture, notes and lines."""
    heads = "are in fw" if settings.furniture == "keep" else "are left out"
    yield f"Running heads and other page furniture {heads}; page numbers are in pb, in brackets where none was printed."
    yield "Each footnote stands at its call, whose printed number it replaces; cert tells how sure the place is."
    if settings.lines or settings.diplomatic:
        yield "Every printed line of the text begins with lb."


def _tags_decl(article: Article) -> Element | None:
    """The renditions that the text uses; None when it uses none."""
    passages: list[Block | Note] = [*article.blocks, *article.notes]
    spans = [span for passage in passages for span in passage.styles]
    used = {word for span in spans for word in rend(span.style).split()}
    renditions = [
        element("rendition", css, scheme="css", selector=f"hi[rend~='{word}']")
        for word, css in RENDITIONS.items()
        if word in used
    ]
    return element("tagsDecl", *renditions) if renditions else None


def _application(article: Article, entities: Entities) -> Element:
    """The program, and how it came by the text and the names."""
    pages = Counter(map(_how, article.sheets))
    counted = [(how, f"{count} page{'' if count == 1 else 's'}") for how, count in sorted(pages.items()) if how]
    described = [element("desc", f"{count}: {how}.") for how, count in counted]
    told = f"Language model for names: {entities.model}." if entities.model else "Names were found by rules alone."
    model = element("desc", told)
    return element("application", element("label", "scan2tei"), *described, model, ident="scan2tei", version=VERSION)


def _how(sheet: Sheet) -> str:
    return READERS.get(sheet.reader, sheet.reader)
