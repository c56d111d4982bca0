"""Whatever bytes a layer file or an hOCR file holds, its reader gives what it can or refuses in a sentence."""

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline import store
from pipeline.compare.tei_reading import read_tei
from pipeline.config import Settings
from pipeline.errors import LayerError, SourceError
from pipeline.model import Page, Pages
from pipeline.ocr import open_source, read_page
from pipeline.ocr.readers import hocr
from pipeline.runner.summary import Summary
from pipeline.stages import STAGES
from tests.golden.making import HERE
from tests.ocr.test_transcripts import PAGE as TRANSCRIBED
from tests.ocr.transcript_writers import FORMS

EXAMPLES = 150
BOUNDED = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
LANTERN = HERE / "lantern"
LAYERS = [stage for stage in STAGES if stage.layer]
HOCR = b"""<html><body><div class='ocr_page' title='bbox 0 0 90 90'><span class='ocr_line' title='bbox 1 2 80 20;
 baseline 0.01 -3'><span class='ocrx_word' title='bbox 1 2 40 20; x_wconf 93'><span class='ocrx_cinfo'
 title='x_bboxes 1 2 9 20; x_conf 98.1'>a</span></span></span></div></body></html>"""


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file with some stretches replaced, lost or doubled; or other bytes altogether."""
    content = whole
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(start + draw(st.integers(0, 30)), len(content))
        content = content[:start] + draw(st.sampled_from(PIECES) | st.binary(max_size=8)) + content[end:]
    return draw(st.sampled_from([content, content[: draw(st.integers(0, len(content)))]]))


PIECES = [
    b"-1",
    b"1e999",
    b"null",
    b"[]",
    b"{}",
    b'""',
    b"[" * 2000,
    b"\xff\xfe",
    b"\0",
    b"99999999999999999999",
    b"<",
    b"&x;",
    b"NaN",
    b"bbox 9 9 1 1",
    b"<String/>",
    b"<sup>",
    b"'",
]


@pytest.mark.parametrize("stage", LAYERS, ids=lambda stage: stage.name)
@BOUNDED
@given(data=st.data())
def test_layer(stage: "object", data: st.DataObject, tmp_path: Path) -> None:
    """A damaged layer is read as a layer, or refused as one; nothing else happens."""
    found = next(each for each in LAYERS if each is stage)
    content = data.draw(damaged((LANTERN / found.file).read_bytes()))
    (tmp_path / found.file).write_bytes(content)
    try:
        layer = store.read_layer(tmp_path, found)
    except LayerError:
        return
    assert found.layer is type(layer)


@BOUNDED
@given(content=st.binary(max_size=400))
@example(content=b"[" * 100_000)
@example(content=b'{"documents":' * 5_000)
def test_record(content: bytes, tmp_path: Path) -> None:
    """A record of the store's own that cannot be read is no record."""
    (tmp_path / "summary.json").write_bytes(content)
    assert store.read_record(tmp_path / "summary.json", Summary) in (None, Summary())


def test_deep_layer(tmp_path: Path) -> None:
    """A layer nested a hundred thousand deep is refused, and does not exhaust the stack."""
    (tmp_path / "1-pages.json").write_bytes(b'{"doc":"a","pages":' + b"[" * 100_000)
    with pytest.raises(LayerError):
        store.read_layer(tmp_path, STAGES[0])
    assert STAGES[0].layer is Pages


@BOUNDED
@given(content=damaged(HOCR))
def test_hocr(content: bytes) -> None:
    """Damaged hOCR gives lines, or is refused."""
    try:
        lines = hocr.parse(content)
    except SourceError:
        return
    assert all(line.words for line in lines)


NUMBER = re.compile(rb"(?<=[\s\"',:])-?[0-9.]+|(?<=>)[^<>]+(?=<)")
ODD = [b"", b"-1", b"0", b"nan", b"inf", b"1e308", b"9" * 20, b"0.0001", b"1 2", b"1,2", b"abc", b"&amp;", b"\xc2\xad"]


@st.composite
def odd_values(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file that is well-formed, with odd values in the place of some of its numbers and texts."""
    content = whole
    for _ in range(draw(st.integers(1, 3))):
        places = [match.span() for match in NUMBER.finditer(content)]
        start, end = draw(st.sampled_from(places))
        content = content[:start] + draw(st.sampled_from(ODD)) + content[end:]
    return content


@pytest.mark.parametrize("form", sorted(FORMS))
@BOUNDED
@given(data=st.data())
def test_transcript(form: str, data: st.DataObject, tmp_path: Path) -> None:
    """Damaged hOCR, ALTO and PAGE give pages that fit on their paper, or are refused in a sentence."""
    suffix, write = FORMS[form]
    path = tmp_path / f"page.{suffix}"
    whole = write(TRANSCRIBED).encode()
    path.write_bytes(data.draw(damaged(whole) | odd_values(whole)))
    try:
        source = open_source(path, Settings())
    except SourceError as error:
        assert error.sentence.startswith("page.")
        return
    for number in range(1, source.page_count + 1):
        page = read_page(source, number, Settings(), tmp_path)
        assert "damaged" not in page.failure, page.failure
        assert page == msgspec.json.decode(msgspec.json.encode(page), type=Page)
        assert all(line.words and 0 <= mark.start <= mark.end for line in page.lines for mark in line.marks)


@BOUNDED
@given(data=st.data())
def test_edition(data: st.DataObject, tmp_path: Path) -> None:
    """A damaged edition is read, or refused."""
    (tmp_path / "a.xml").write_bytes(data.draw(damaged((LANTERN / "lantern.tei.xml").read_bytes())))
    try:
        read_tei(tmp_path / "a.xml")
    except SourceError as error:
        assert str(error)
