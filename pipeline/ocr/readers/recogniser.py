"""The second reader: RapidOCR's recogniser, on cuttings of a line.

It fails where Tesseract does not: it keeps superscripts, diacritics and long dashes, and loses opening quotes, spaces
and the tails of commas. The model (PP-OCR, Apache-2.0: https://github.com/RapidAI/RapidOCR) is in the ``rapidocr``
wheel and is run through onnxruntime directly, so that nothing can be fetched and every character has its probability.
"""

import os
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.errors import ToolError
from pipeline.ocr.ink.greys import PAPER, Grey
from pipeline.readers import TESSERACT, model_file

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

HEIGHT = 48
"""Height in pixels to which the model was trained on lines."""
MIN_WIDTH = 16
BLANK = ""
"""The class of a step that shows no character, in connectionist temporal classification (Graves et al. 2006)."""


_NARROW = str.maketrans("。，、：；？！（）［］【】", ".,,:;?!()[][]")
"""The model also knows the punctuation of East Asia, and takes a stop with white behind it for one of that."""


class Glyph(NamedTuple):
    """One character that the second reader saw."""

    text: str
    x: float
    """Column of the cutting at which it was surest; about the middle of the character, or a little to the right."""
    confidence: float
    long_dash: float = 0.0
    """How far a hyphen may be an en dash: the share of the en dash in the probability of the two."""
    capital: float = 0.0
    """How far a letter may be a capital: the share of the capital in the probability of the two."""


class _Model(NamedTuple):
    session: "InferenceSession"
    name: str
    characters: tuple[str, ...]
    hyphen: int
    en_dash: int
    capitals: NDArray[np.intp]
    """For each character the place of its capital; of what has none, its own."""
    small: NDArray[np.intp]


def read(cutting: Grey) -> tuple[Glyph, ...]:
    """The characters on a cutting of one line, from left to right, spaces included; empty where it sees none.

    Args:
        cutting: grey, dark on light, one line of type; about 2.8 x-heights tall.

    Raises:
        ToolError: the model cannot be loaded.
    """
    height, width = cutting.shape
    if height == 0 or width == 0:
        return ()
    model = _model()
    scaled = max(MIN_WIDTH, round(width * HEIGHT / height))
    how = cv2.INTER_AREA if height > HEIGHT else cv2.INTER_CUBIC
    image = cv2.resize(cutting, (scaled, HEIGHT), interpolation=how).astype(np.float32) / 127.5 - 1.0
    picture = np.ascontiguousarray(np.broadcast_to(image, (1, 3, HEIGHT, scaled)))
    steps = np.asarray(model.session.run(None, {model.name: picture})[0])[0]
    best = steps.argmax(axis=1)
    dashes = steps[:, model.en_dash] / (steps[:, model.en_dash] + steps[:, model.hyphen])
    rows = np.arange(len(steps))
    large, small = steps[rows, model.capitals[best]], steps[rows, model.small[best]]
    seen = zip(
        best.tolist(), steps.max(axis=1).tolist(), dashes.tolist(), (large / (large + small)).tolist(), strict=True
    )
    step = width / len(steps)
    return _glyphs([_glyph(model, *one, x=(place + 0.5) * step) for place, one in enumerate(seen)])


def read_framed(cutting: Grey, beside: int, above: int = 0) -> tuple[Glyph, ...]:
    """What stands on a cutting with so many pixels of white around it: ink at the very edge is not read.

    Nothing on an empty cutting.

    Raises:
        ToolError: the model cannot be loaded.
    """
    if cutting.size == 0:
        return ()
    framed = cv2.copyMakeBorder(cutting, above, above, beside, beside, cv2.BORDER_CONSTANT, value=(PAPER,))
    return read(np.asarray(framed, dtype=np.uint8))


def _glyph(model: _Model, index: int, sure: float, dash: float, capital: float, *, x: float) -> Glyph:
    """What a step shows, with its shares where they mean something."""
    text = model.characters[index]
    is_letter = model.capitals[index] != model.small[index]
    return Glyph(text, x, round(sure, 3), dash if text == "-" else 0.0, capital if is_letter else 0.0)


def _glyphs(seen: list[Glyph]) -> tuple[Glyph, ...]:
    """The best path: what follows itself without a blank between is one character."""
    glyphs: list[Glyph] = []
    before = BLANK
    for here in seen:
        if here.text not in (BLANK, before):
            glyphs.append(here)
        elif here.text != BLANK and here.confidence > glyphs[-1].confidence:
            glyphs[-1] = here
        before = here.text
    return tuple(glyphs)


@lru_cache
def _model() -> _Model:
    """The model, once in a process, on one thread: pages are read side by side."""
    # From 1.30 onnxruntime reports its use over the network, and keeps a number of the machine in the home folder,
    # unless it is told not to before it is loaded (https://github.com/microsoft/onnxruntime/pull/27379).
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    # Pages with a text layer need no reader; loading this takes a tenth of a second.
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # it keeps 26 MB for the next cutting, and saves no time
    try:
        session = onnxruntime.InferenceSession(str(model_file()), options, providers=["CPUExecutionProvider"])
        listed = session.get_modelmeta().custom_metadata_map["character"].splitlines()
    except Exception as error:
        remedy = f"install the rapidocr package again, or read with --readers {TESSERACT}"
        raise ToolError("the model of the second reader cannot be loaded", remedy) from error
    characters = (BLANK, *(character.translate(_NARROW) for character in listed), " ")
    dashes = characters.index("-"), characters.index("–")
    return _Model(session, session.get_inputs()[0].name, characters, *dashes, *_cases(characters))


def _cases(characters: tuple[str, ...]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where the capital and the small letter of each character are; of what has not both, the character itself."""
    places = {character: index for index, character in enumerate(characters)}
    capitals, small = list(range(len(characters))), list(range(len(characters)))
    for index, character in enumerate(characters):
        large, little = places.get(character.upper()), places.get(character.lower())
        if large is not None and little is not None:
            capitals[index], small[index] = large, little
    return np.array(capitals, np.intp), np.array(small, np.intp)
