"""Tests of the reading stage."""
