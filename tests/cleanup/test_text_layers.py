"""Born-digital pages: their characters are the printed ones, and nothing of a reader of ink is there to be mended."""

import msgspec
import pytest

from pipeline import cleanup
from pipeline.config import Settings
from pipeline.model import Pages
from tests.cleanup.pages import pages_of


def _text_layer(*lines: str) -> Pages:
    pages = pages_of(lines)
    return Pages(doc="test", pages=tuple(msgspec.structs.replace(page, reader="text-layer") for page in pages.pages))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The harbour’s lamps had . . . widened their light , he said .", id="spaces"),
        pytest.param("They were due in 1911—1912, and in the years from 1914—", id="dashes"),
        pytest.param("| the lamps were lit at dusk ~", id="edges"),
        pytest.param("the keeper's lamps and the “prisoners’] rights” of 1872", id="marks"),
    ],
)
def test_what_the_file_has_stays(line: str) -> None:
    """Odd as it looks: the author may have written it."""
    assert line == cleanup.run(_text_layer(line), Settings()).pages[0].lines[0].text


def test_spaces_that_the_place_of_characters_lost_come_back() -> None:
    """Spaces of a text layer come from where its characters stand, and may be lost like those of a scan."""
    cleaned = cleanup.run(_text_layer("the keepers ofthe harbour"), Settings())

    assert "the keepers of the harbour" == cleaned.pages[0].lines[0].text


def test_two_single_marks_are_one() -> None:
    """Side by side they are printed as a double one, of three the inner is single; others, and beside doubles, stay."""
    cleaned = cleanup.run(_text_layer("the ‘‘lamps’’ and ‘‘‘wicks,’ he said’’"), Settings())
    assert "the “lamps” and “‘wicks,’ he said”" == cleaned.pages[0].lines[0].text
    for line in ("the lamps’’ of 5’ 10’’", "“the ‘‘lamps’’ and the wicks”"):
        assert line == cleanup.run(_text_layer(line), Settings()).pages[0].lines[0].text
