"""Tesseract as a process: one thread, a time limit, no file of its own, and a sentence when it is not there."""

import io
import logging
import os
import shlex
import subprocess
from functools import lru_cache

from PIL import Image

from pipeline.config import Settings
from pipeline.errors import SourceError, ToolError
from pipeline.ocr.preparation import Grey

log = logging.getLogger(__name__)

REMEDY = "install it (apt-get install tesseract-ocr)"
ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""With its own OpenMP threads a page takes five times as long (12 s against 2.4 s on two cores)."""


def hocr_of(image: Grey, settings: Settings, options: str) -> bytes:
    """What Tesseract reads on an image, as hOCR.

    The image goes through a pipe and the text comes through one: a process that is killed in the middle leaves no
    temporary file of 8 MB behind, and none is needed.

    Raises:
        ToolError: Tesseract or a language is missing.
        SourceError: Tesseract crashed, or took longer than ``page_timeout``.
    """
    require_languages(settings.lang)
    picture = io.BytesIO()
    Image.fromarray(image).save(picture, "BMP")  # the packing of a PNG takes a quarter of a second
    asked = ["-l", settings.lang, "-c", "tessedit_create_hocr=1", *shlex.split(options)]
    try:
        done = _run(["stdin", "stdout", *asked, "hocr"], picture.getvalue(), settings.page_timeout)
    except subprocess.TimeoutExpired as error:
        raise SourceError(f"Tesseract took longer than {settings.page_timeout} s", "raise --page-timeout") from error
    if done.returncode:
        log.debug("Tesseract: %s", done.stderr.decode("utf-8", "backslashreplace").strip())
        raise SourceError(f"Tesseract failed on the page (status {done.returncode})", "scan it again")
    return done.stdout


def _run(arguments: list[str], given: bytes = b"", limit: float | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["tesseract", *arguments],
            input=given,
            capture_output=True,
            timeout=limit,
            env=os.environ | ONE_THREAD,
            check=False,
        )
    except OSError as error:
        raise ToolError("Tesseract is not installed", REMEDY) from error


@lru_cache
def _installed() -> frozenset[str]:
    """Codes of the languages that there are: what follows the first line of the list."""
    return frozenset(_run(["--list-langs"]).stdout.decode("utf-8", "replace").splitlines()[1:])


def require_languages(lang: str) -> None:
    """Make sure that every language of ``lang`` (codes joined by ``+``) is installed.

    Raises:
        ToolError: one is not, or Tesseract itself is missing.
    """
    for code in lang.split("+"):
        if code not in _installed():
            package = f"tesseract-ocr-{code.replace('_', '-')}"
            raise ToolError(f"Tesseract has no data for {code!r}", f"install it (apt-get install {package})")
