"""Images of pages as arrays: greys, and masks of their ink."""

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Mask = NDArray[np.uint8]
"""255 where there is ink, 0 elsewhere."""

PAPER = 255
"""The grey of white paper."""
