"""Which images are wide enough for two facing pages: asked of every page of a PDF, without loading OpenCV."""

WIDE = 1.12  # width to height; two pages of 2 : 3 make 1.33


def may_be_spread(width: float, height: float) -> bool:
    """Whether an image has the shape of two facing pages."""
    return width >= WIDE * height
