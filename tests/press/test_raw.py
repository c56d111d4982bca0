"""Tests of raw/: its files are what the press makes today, and small."""

from pathlib import Path

import numpy as np
import pytest

from tests.press.raw import RECIPES, Recipe, print_recipe, scan_recipe
from tests.press.scanner import render

ROOT = Path(__file__).parents[2]
LARGEST = 1_000_000
BY_NAME = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)


@BY_NAME
def test_a_raw_file_is_small(recipe: Recipe) -> None:
    """No file of raw/ is over one megabyte."""
    assert (ROOT / "raw" / f"{recipe.name}.pdf").stat().st_size <= LARGEST


@BY_NAME
def test_the_truth_of_a_raw_file_is_that_of_the_press(recipe: Recipe) -> None:
    """The truth and the furniture that lie beside the specimens are what the press writes today."""
    printed = print_recipe(recipe, ROOT / "tests" / "specimens")
    stem = ROOT / "tests" / "specimens" / recipe.name
    assert stem.with_suffix(".tei.xml").read_bytes() == printed.truth
    assert stem.with_suffix(".furniture.json").read_text(encoding="utf-8") == printed.furniture_json


@pytest.mark.slow
@BY_NAME
def test_a_raw_file_looks_as_the_press_makes_it(recipe: Recipe) -> None:
    """Page for page the images agree to less than one grey level in the mean: processors may round differently."""
    pdf = scan_recipe(recipe, print_recipe(recipe, ROOT / "tests" / "specimens"))
    now, then = (render(data, 100) for data in (pdf, (ROOT / "raw" / f"{recipe.name}.pdf").read_bytes()))
    distances = [float(np.abs(one - other).mean()) * 255 for one, other in zip(now, then, strict=True)]
    assert [] == [distance for distance in distances if distance > 1]
