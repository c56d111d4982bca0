"""A small line plot as SVG: the same points give the same bytes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 560, 376
LEFT, RIGHT, TOP, BOTTOM = 60, 20, 40, 96
TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
FLOORS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95)
"""Where the upward axis may begin."""
STROKES = ("#1b4f72", "#b03a2e", "#1b4f72", "#b03a2e", "#1b4f72", "#b03a2e")
DASHES = ("", "", "6 4", "6 4", "2 3", "2 3")
"""Told apart without colour as well: full lines and broken ones."""


class Curve(NamedTuple):
    """A named line through points; both co-ordinates from 0.0 to 1.0."""

    name: str
    points: tuple[tuple[float, float], ...]


def plot(title: str, across: str, upward: str, curves: Sequence[Curve], steps: Sequence[str] = ()) -> str:
    """The plot; ``across`` and ``upward`` name the axes. The upward axis begins at the floor below the lowest point.

    ``steps`` are the words along the axis, at equal distances; without them it has numbers.
    """
    lowest = min((y for curve in curves for _, y in curve.points), default=0.0)
    base = max(floor for floor in FLOORS if floor <= max(lowest, 0.0))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="24" font-size="14">{escape(title)}</text>',
        *_axes(across, upward, base, steps or [f"{tick:.1f}" for tick in TICKS]),
    ]
    for index, curve in enumerate(curves):
        lines.extend(_line(curve, index % len(STROKES), index, base))
    return "\n".join([*lines, "</svg>\n"])


def _x(value: float) -> str:
    return f"{LEFT + value * (WIDTH - LEFT - RIGHT):.1f}"


def _y(value: float, base: float) -> str:
    return f"{HEIGHT - BOTTOM - (value - base) / (1 - base) * (HEIGHT - TOP - BOTTOM):.1f}"


def _axes(across: str, upward: str, base: float, steps: Sequence[str]) -> Iterator[str]:
    foot, right = _y(base, base), _x(1.0)
    for place, step in enumerate(steps):
        x = _x(place / (len(steps) - 1))
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{escape(step)}</text>'
    for tick in (base + step * (1 - base) / 4 for step in range(5)):
        y = _y(tick, base)
        yield f'<path d="M{LEFT} {y}H{right}" stroke="#dddddd"/>'
        yield f'<text x="{LEFT - 8}" y="{y}" dy="4" text-anchor="end">{tick:.3f}</text>'
    yield f'<path d="M{LEFT} {TOP}V{foot}H{right}" fill="none" stroke="#000000"/>'
    yield f'<text x="{_x(0.5)}" y="{HEIGHT - BOTTOM + 36}" text-anchor="middle">{escape(across)}</text>'
    middle = (TOP + HEIGHT - BOTTOM) // 2
    turned = f'transform="rotate(-90 16 {middle})"'
    yield f'<text x="16" y="{middle}" text-anchor="middle" {turned}>{escape(upward)}</text>'


def _line(curve: Curve, style: int, place: int, base: float) -> Iterator[str]:
    dashes = f' stroke-dasharray="{DASHES[style]}"' if DASHES[style] else ""
    path = "L".join(f"{_x(x)} {_y(y, base)}" for x, y in curve.points)
    yield f'<path d="M{path}" fill="none" stroke="{STROKES[style]}" stroke-width="2"{dashes}/>'
    for x, y in curve.points:
        yield f'<circle cx="{_x(x)}" cy="{_y(y, base)}" r="2.5" fill="{STROKES[style]}"/>'
    left, y_key = LEFT + place % 2 * 250, HEIGHT - 42 + place // 2 * 16
    yield f'<path d="M{left} {y_key}h24" stroke="{STROKES[style]}" stroke-width="2"{dashes}/>'
    yield f'<text x="{left + 30}" y="{y_key + 4}">{escape(curve.name)}</text>'
