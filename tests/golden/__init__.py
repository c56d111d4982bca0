"""Goldens: recorded pages, and exactly what the later stages make of them.

``make golden`` accepts the present results. OCR itself is not here, since engines differ: it is measured by the bench.
"""
