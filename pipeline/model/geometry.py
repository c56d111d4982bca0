"""Places on a page image, in pixels, origin top left."""

import msgspec


class Box(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Rectangle on a page image, in pixels, origin top left; ``right`` and ``bottom`` are exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        if self.left > self.right or self.top > self.bottom:
            raise ValueError(f"a box cannot end before it begins: {self.left, self.top, self.right, self.bottom}")

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def scaled(self, factor: float) -> "Box":
        """The same place on an image that is so many times as large."""
        return Box(*(round(edge * factor) for edge in (self.left, self.top, self.right, self.bottom)))

    def meets(self, other: "Box") -> bool:
        """Whether the two share any pixel."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def shared_height(self, other: "Box") -> int:
        """Rows of pixels that both have; negative for the white between one under the other."""
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def shared_width(self, other: "Box") -> int:
        """Columns of pixels that both have; negative for the white between one beside the other."""
        return min(self.right, other.right) - max(self.left, other.left)

    def has_middle_of(self, other: "Box") -> bool:
        """Whether the middle of another lies in this one or on its edge."""
        across, down = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        return self.left <= across <= self.right and self.top <= down <= self.bottom


def enclosing_box(boxes: list[Box]) -> Box | None:
    """The smallest box around all of them; None for an empty list."""
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
