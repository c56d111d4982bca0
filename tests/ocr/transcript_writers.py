"""Pages written as hOCR, ALTO and PAGE XML, as engines write them; for tests and for measuring (``python -m``).

``python -m tests.ocr.transcript_writers FORM SOURCE... --out DIR`` writes what we read from each file as FORM.
"""

import argparse
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import NamedTuple

from pipeline.config import Settings
from pipeline.model import Box, Line, Page, Word
from pipeline.ocr import open_source, read_page


class Call(NamedTuple):
    """A note call in a word: what an engine that reads superscripts puts in the place of ``start:end``."""

    start: int
    end: int
    text: str


def raised(line: Line, index: int) -> Call | None:
    """The note call of a word of the line; one before the first word belongs to that."""
    for mark in line.marks:
        if max(mark.word, 0) == index:
            return Call(mark.start, mark.end, mark.readings[0].text if mark.readings else "")
    return None


def pieces(word: Word, call: Call | None) -> list[tuple[str, bool]]:
    """The stretches of a word, each with whether it is superscript."""
    if call is None:
        return [(word.text, False)]
    cut = [(word.text[: call.start], False), (call.text, True), (word.text[call.end :], False)]
    return [piece for piece in cut if piece[0]]


# --- hOCR -------------------------------------------------------------------------------------------------------------


def hocr(*pages: Page) -> str:
    """XHTML as Tesseract writes it."""
    body = "\n".join(_hocr_page(page, number) for number, page in enumerate(pages))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">'
        f'<head><meta name="ocr-system" content="a press"/></head>\n<body>\n{body}\n</body></html>\n'
    )


def _hocr_page(page: Page, number: int) -> str:
    lines = "\n".join(_hocr_line(line) for line in page.lines)
    title = f'image "of page {number}.png"; bbox 0 0 {page.width} {page.height}; ppageno {number}'
    return f"<div class='ocr_page' title='{title}; scan_res {page.dpi} {page.dpi}'>\n{lines}\n</div>"


def _hocr_line(line: Line) -> str:
    words = " ".join(_hocr_word(word, raised(line, index)) for index, word in enumerate(line.words))
    box = line.box or Box(0, 0, 0, 0)
    rise = (line.baseline or box.bottom) - box.bottom
    return f"<span class='ocr_line' title='bbox {_edges(box)}; baseline 0 {rise}'>{words}</span>"


def _hocr_word(word: Word, call: Call | None) -> str:
    inner = "".join(f"<sup>{escape(text)}</sup>" if high else escape(text) for text, high in pieces(word, call))
    inner = f"<em>{inner}</em>" if word.style.italic else inner
    inner = f"<strong>{inner}</strong>" if word.style.bold else inner
    place = f"bbox {_edges(word.box or Box(0, 0, 0, 0))}; x_wconf {round(100 * word.confidence)}"
    return f"<span class='ocrx_word' title='{place}'>{inner}</span>"


def _edges(box: Box) -> str:
    return f"{box.left} {box.top} {box.right} {box.bottom}"


# --- ALTO -------------------------------------------------------------------------------------------------------------


def alto(*pages: Page, unit: str = "pixel", version: int = 4) -> str:
    """ALTO with one block for each page; a superscript is a string of its own without a space before it."""
    scale = {"pixel": 1.0, "mm10": 254 / 300, "inch1200": 4.0}[unit]
    body = "\n".join(_alto_page(page, scale) for page in pages)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v{version}#">\n'
        f"<Description><MeasurementUnit>{unit}</MeasurementUnit></Description>\n<Styles>"
        '<TextStyle ID="i" FONTFAMILY="a" FONTSIZE="10" FONTSTYLE="italics"/>'
        '<TextStyle ID="b" FONTFAMILY="a" FONTSIZE="10" FONTSTYLE="bold"/></Styles>\n'
        f"<Layout>\n{body}\n</Layout></alto>\n"
    )


def _alto_page(page: Page, scale: float) -> str:
    lines = "\n".join(_alto_line(line, scale) for line in page.lines)
    whole = Box(0, 0, page.width, page.height)
    return f"<Page {_place(whole, scale)}><PrintSpace {_place(whole, scale)}><TextBlock>\n{lines}\n</TextBlock></PrintSpace></Page>"  # noqa: E501


def _alto_line(line: Line, scale: float) -> str:
    box = line.box or Box(0, 0, 0, 0)
    words = "<SP/>".join(_alto_word(word, raised(line, index), scale) for index, word in enumerate(line.words))
    base = f'BASELINE="{(line.baseline or box.bottom) * scale:.1f}"'
    return f"<TextLine {_place(box, scale)} {base}>{words}</TextLine>"


def _alto_word(word: Word, call: Call | None, scale: float) -> str:
    refs = ' STYLEREFS="i"' if word.style.italic else ' STYLEREFS="b"' if word.style.bold else ""
    box = word.box or Box(0, 0, 0, 0)
    cut = pieces(word, call)
    step, done, strings = box.width / max(sum(len(text) for text, _ in cut), 1), 0, []
    for text, high in cut:
        part = Box(round(box.left + done * step), box.top, round(box.left + (done + len(text)) * step), box.bottom)
        style = ' STYLE="superscript"' if high else refs
        strings.append(f'<String CONTENT="{escape(text)}" WC="{word.confidence:.2f}"{style} {_place(part, scale)}/>')
        done += len(text)
    return "".join(strings)


def _place(box: Box, scale: float) -> str:
    left, top, width, height = (round(edge * scale) for edge in (box.left, box.top, box.width, box.height))
    return f'HPOS="{left}" VPOS="{top}" WIDTH="{width}" HEIGHT="{height}"'


# --- PAGE -------------------------------------------------------------------------------------------------------------


def page_xml(page: Page, *, words: bool = True, version: str = "2019-07-15") -> str:
    """PAGE with a region for the page; without ``words`` as transcribers leave it, styles in ``custom``."""
    lines = "\n".join(_page_line(line, number, words=words) for number, line in enumerate(page.lines))
    whole = _polygon(Box(0, 0, page.width, page.height))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/{version}">\n'
        f'<Page imageFilename="page.png" imageWidth="{page.width}" imageHeight="{page.height}">\n'
        f'<TextRegion id="r1"><Coords points="{whole}"/>\n{lines}\n</TextRegion></Page></PcGts>\n'
    )


def _page_line(line: Line, number: int, *, words: bool) -> str:
    box, spots, texts, start = line.box or Box(0, 0, 0, 0), [], [], 0
    for index, word in enumerate(line.words):
        done = start
        for text, high in pieces(word, raised(line, index)):
            if high:
                spots.append(f"textStyle {{offset:{done}; length:{len(text)}; superscript:true;}}")
            done += len(text)
        texts.append("".join(text for text, _ in pieces(word, raised(line, index))))
        start = done + 1
    named = [
        (word, f"w{number}_{index}", text) for index, (word, text) in enumerate(zip(line.words, texts, strict=True))
    ]
    inner = "".join(_page_word(*each) for each in named) if words else ""
    base = line.baseline or box.bottom
    return (
        f'<TextLine id="l{number}" custom="readingOrder {{index:{number};}} {" ".join(spots)}">'
        f'<Coords points="{_polygon(box)}"/><Baseline points="{box.left},{base} {box.right},{base}"/>{inner}'
        f"<TextEquiv><Unicode>{escape(' '.join(texts))}</Unicode></TextEquiv></TextLine>"
    )


def _page_word(word: Word, name: str, text: str) -> str:
    flags = "".join(f' {flag}="true"' for flag in ("italic", "bold") if getattr(word.style, flag))
    return (
        f'<Word id="{name}"><Coords points="{_polygon(word.box or Box(0, 0, 0, 0))}"/>'
        f'<TextEquiv conf="{word.confidence:.2f}"><Unicode>{escape(text)}</Unicode></TextEquiv>'
        f"<TextStyle{flags}/></Word>"
    )


def _polygon(box: Box) -> str:
    return f"{box.left},{box.top} {box.right},{box.top} {box.right},{box.bottom} {box.left},{box.bottom}"


FORMS: dict[str, tuple[str, Callable[[Page], str]]] = {
    "hocr": ("hocr", hocr),
    "alto": ("xml", alto),
    "alto-mm10": ("xml", lambda page: alto(page, unit="mm10", version=2)),
    "page": ("xml", page_xml),
    "page-lines": ("xml", lambda page: page_xml(page, words=False, version="2013-07-15")),
}
"""Name of a form -> suffix, and what writes it."""


def main() -> int:
    """Write every page of the sources in one of the forms."""
    parser = argparse.ArgumentParser(prog="python -m tests.ocr.transcript_writers", description=__doc__)
    parser.add_argument("form", choices=sorted(FORMS))
    parser.add_argument("source", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    suffix, write = FORMS[options.form]
    for path in options.source:
        source = open_source(path, Settings())
        for number in range(1, source.page_count + 1):
            name = f"{path.stem}-{number}.{suffix}"
            page = read_page(source, number, Settings(), options.out)
            (options.out / name).write_text(write(page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
