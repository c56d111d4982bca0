"""The document's vote: where names occur, what the words beside them say, and which kind each name is.

Its candidates come from ``proposals``; what a second look finds after the vote is with its subject (``places``,
``institutions``).
"""
