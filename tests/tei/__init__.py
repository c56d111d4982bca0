"""Tests of the stage that writes the edition."""
