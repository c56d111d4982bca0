"""The program as a user runs it."""

from tests.house.conftest import scan2tei

__all__ = ["scan2tei"]
