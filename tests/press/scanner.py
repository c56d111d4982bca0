"""The scanner: clean pages in, the grey images of a library's copy out, with the damage that real scans show.

Every page is seeded by its document's name and its number, so the same page is always damaged in the same way.
Images are float32 arrays from 0.0 (black) to 1.0 (white) until they are encoded.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2

Grey = npt.NDArray[np.float32]
BASE_DPI = 300
"""Lengths in a ``Damage`` are pixels at this resolution."""


@dataclass(frozen=True, slots=True)
class Damage:
    """How badly a copy was printed, kept and scanned. Lengths are pixels at 300 dpi, tones run from 0.0 to 1.0."""

    skew: float = 0.0
    """Largest angle, in degrees, either way."""
    curl: float = 0.0
    """How far lines bend towards the gutter."""
    spread: float = 0.0
    """Ink gained (above 0) or lost (below 0), as a shift of the threshold between ink and paper."""
    wear: float = 0.0
    """How unevenly the type took ink."""
    bleed: float = 0.0
    """Darkness of the other side of the leaf."""
    blur: float = 0.3
    shade: float = 0.0
    """Fall of light towards the gutter and the corners."""
    grain: float = 0.0
    """Noise of paper and sensor."""
    specks: int = 0
    salt: int = 0
    """Pinholes in the ink, per page."""
    edge: float = 0.0
    """Width of the black strip where the page ends."""
    quality: int = 90
    """JPEG quality."""


LEVELS: dict[str, Damage] = {
    "clean": Damage(skew=0.05, blur=0.45, grain=0.008, quality=88),
    "light": Damage(
        skew=0.3, curl=2.0, spread=0.10, wear=0.05, bleed=0.03, blur=0.7, shade=0.05, grain=0.02, specks=12,
        salt=100, quality=75,
    ),
    "medium": Damage(
        skew=0.5, curl=5.0, spread=0.15, wear=0.10, bleed=0.07, blur=0.95, shade=0.12, grain=0.035, specks=45,
        salt=500, edge=10.0, quality=60,
    ),
    "heavy": Damage(
        skew=0.7, curl=9.0, spread=0.10, wear=0.27, bleed=0.13, blur=1.5, shade=0.22, grain=0.07, specks=130,
        salt=1500, edge=22.0, quality=42,
    ),
}  # fmt: skip


def render(pdf: bytes, dpi: int) -> list[Grey]:
    """Every page of the PDF as it would look on perfect paper."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.render(scale=dpi / 72, grayscale=True).to_numpy() for page in document]
        return [np.asarray(page.reshape(page.shape[:2]) / 255, dtype=np.float32) for page in pages]
    finally:
        document.close()


def scan(pdf: bytes, damage: Damage, dpi: int, name: str, quality: int | None = None) -> Iterator[bytes]:
    """The pages as grey JPEG files, first page first.

    Args:
        pdf: The clean pages.
        damage: What the copy and the scanner do to them.
        dpi: Resolution of the scan.
        name: Seeds the damage, together with the page number.
        quality: JPEG quality, if not the damage's own.
    """
    pages = render(pdf, dpi)
    for number, page in enumerate(pages, 1):
        image = scan_page(page, other_side(pages, number), damage, dpi, seed(name, number))
        yield encode(image, quality or damage.quality)


def scan_page(page: Grey, back: Grey, damage: Damage, dpi: int, random_seed: int) -> Grey:
    """One page, printed, kept and scanned; ``back`` is what the other side of its leaf shows."""
    dice = np.random.Generator(np.random.PCG64(random_seed))
    scale = dpi / BASE_DPI
    image = ink(page, damage, scale, dice)
    image = bleed_through(image, back, damage, scale)
    image = specks(image, damage, scale, dice)
    image = bend(image, damage, scale, dice)
    image = light(image, damage, scale, dice)
    image = blurred(image, damage.blur * scale)
    return np.clip(image + dice.normal(0, damage.grain * 0.5, image.shape).astype(np.float32), 0, 1)


def seed(name: str, number: int) -> int:
    """A seed that depends on the document and the page alone."""
    return int.from_bytes(hashlib.sha256(f"{name}:{number}".encode()).digest()[:8], "big")


def other_side(pages: list[Grey], number: int) -> Grey:
    """The page printed on the back of page ``number`` (counted from 1); blank paper after the last."""
    index = number if number % 2 else number - 2
    return pages[index] if index < len(pages) else np.ones_like(pages[0])


def ink(page: Grey, damage: Damage, scale: float, dice: np.random.Generator) -> Grey:
    """Type prints a little fat or thin, and unevenly: a blurred page cut again at a threshold that wanders."""
    if not damage.spread and not damage.wear:
        return page
    soft = blurred(page, 0.7 * scale)
    wander = damage.wear * (cloud(page.shape, 25 * scale, dice) + 0.6 * cloud(page.shape, 3 * scale, dice))
    threshold = 0.5 + damage.spread + wander
    printed = np.clip((soft - threshold) * 2.6 + 0.5, 0, 1)
    pinholes = dice.integers(0, page.size, damage.salt)
    printed.ravel()[pinholes] = np.maximum(printed.ravel()[pinholes], 0.75)
    return np.asarray(0.08 + 0.92 * printed, dtype=np.float32)


def bleed_through(image: Grey, back: Grey, damage: Damage, scale: float) -> Grey:
    """The other side of the leaf shows through, mirrored and soft."""
    if not damage.bleed or back.shape != image.shape:
        return image
    ghost = blurred(np.ascontiguousarray(back[:, ::-1]), 2.2 * scale)
    return np.asarray(image * (1 - damage.bleed * (1 - ghost)), dtype=np.float32)


def specks(image: Grey, damage: Damage, scale: float, dice: np.random.Generator) -> Grey:
    """Dust, and a hair or two."""
    out, (height, width) = image.copy(), image.shape
    for _ in range(damage.specks):
        centre = (int(dice.integers(0, width)), int(dice.integers(0, height)))
        axes = (max(1, round(scale * dice.uniform(0.4, 2.4))), max(1, round(scale * dice.uniform(0.4, 2.0))))
        cv2.ellipse(out, centre, axes, float(dice.uniform(0, 180)), 0, 360, float(dice.uniform(0.15, 0.7)), -1)
    for _ in range(damage.specks // 40):
        start = np.array([dice.integers(0, width), dice.integers(0, height)])
        hair = start + np.cumsum(dice.normal(0, 6 * scale, (12, 2)) + dice.normal(0, 4 * scale, 2), axis=0)
        cv2.polylines(out, [hair.astype(np.int32)], False, 0.45, 1, cv2.LINE_AA)
    return out


def bend(image: Grey, damage: Damage, scale: float, dice: np.random.Generator) -> Grey:
    """The page lies askew on the glass and curls into the gutter."""
    height, width = image.shape
    angle = np.deg2rad(dice.uniform(-damage.skew, damage.skew))
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = columns - width / 2, rows - height / 2
    curl = damage.curl * scale * dice.uniform(0.5, 1.0) * np.exp(-columns / (0.22 * width))
    wave = 0.25 * damage.curl * scale * np.sin(2 * np.pi * (columns / width + dice.uniform()))
    map_x = np.cos(angle) * x - np.sin(angle) * y + width / 2
    map_y = np.sin(angle) * x + np.cos(angle) * y + height / 2 + (curl + wave) * np.sign(y) * np.abs(2 * y / height)
    bent = cv2.remap(
        image, map_x.astype(np.float32), map_y.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(bent, dtype=np.float32)


def light(image: Grey, damage: Damage, scale: float, dice: np.random.Generator) -> Grey:
    """Grey paper under an uneven lamp, darker at the gutter; the black of the glass at the outer edge."""
    width = image.shape[1]
    paper = 0.97 - damage.shade * 0.35 + damage.grain * cloud(image.shape, 2 * scale, dice)
    columns = np.linspace(0, 1, width, dtype=np.float32)[None, :]
    gutter = 1 - damage.shade * np.exp(-columns / 0.07) * 1.5
    lamp = 1 - damage.shade * 0.5 * (cloud(image.shape, 0.3 * width, dice) * 0.5 + 0.5)
    lit = image * np.clip(paper * gutter * lamp, 0, 1)
    strip = round(damage.edge * scale * dice.uniform(0.3, 1.0)) if damage.edge else 0
    if strip:
        lit[:, width - strip :] = 0.12
        lit[: strip // 2, :] = 0.15
    return np.asarray(lit, dtype=np.float32)


def cloud(shape: tuple[int, ...], size: float, dice: np.random.Generator) -> Grey:
    """Smooth noise about 0, mostly within -1 to 1, with blobs of roughly ``size`` pixels."""
    rows, columns = (max(2, round(length / size)) for length in shape[:2])
    coarse = dice.normal(0, 0.5, (rows, columns)).astype(np.float32)
    return np.asarray(cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR), dtype=np.float32)


def blurred(image: Grey, sigma: float) -> Grey:
    """Gaussian blur; below a fifth of a pixel it does nothing."""
    if sigma < 0.2:
        return image
    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), dtype=np.float32)


def encode(image: Grey, quality: int) -> bytes:
    """A grey JPEG file.

    Raises:
        ValueError: the encoder refuses the image.
    """
    done, data = cv2.imencode(".jpg", np.round(image * 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError("the image cannot be written as JPEG")
    return data.tobytes()
