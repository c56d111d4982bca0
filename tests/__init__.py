"""Tests of scan2tei."""
