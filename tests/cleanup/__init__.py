"""Tests of the cleanup stage."""
