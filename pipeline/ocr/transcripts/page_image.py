"""The image of a transcribed page, where it lies beside the file: the one that the file names, or of the same name."""

import re
from pathlib import Path, PureWindowsPath

from lxml import etree

from pipeline.source_kinds import IMAGE_SUFFIXES, Kind, kind_of

NAMED_IN_HOCR = re.compile(r"(?:^|;)\s*(?:image|file)\s+(?:\"(?P<quoted>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^;]+))")


def image_beside(path: Path, form: str, root: etree._Element, page: etree._Element, *, alone: bool) -> Path | None:
    """The image of a page, only ever from the file's own folder; None where there is none.

    Args:
        path: the file.
        form: its format.
        root: its root element.
        page: the page element.
        alone: whether the file has only this page, so that an image of the file's name must be its image.
    """
    # A name may come from another machine, with its folders, and must not lead out of this one.
    names = [PureWindowsPath(name.strip()).name for name in _named(form, root, page, alone=alone)]
    stems = [path.stem, path.name.split(".")[0]] if alone else []
    names += [stem + suffix for stem in stems for suffix in IMAGE_SUFFIXES]
    return next((path.parent / name for name in names if name and _is_image(path.parent / name)), None)


def _named(form: str, root: etree._Element, page: etree._Element, *, alone: bool) -> list[str]:
    if form == "page-xml":
        return [page.get("imageFilename") or ""]
    if form == "hocr":
        match = NAMED_IN_HOCR.search(page.get("title") or "")
        return [match["quoted"] or match["single"] or match["bare"] or ""] if match else []
    return [element.text or "" for element in root.iter("{*}fileName")] if alone else []


def _is_image(path: Path) -> bool:
    try:
        return path.is_file() and kind_of(path) is Kind.IMAGE
    except (OSError, ValueError):
        return False
