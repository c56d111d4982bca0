"""Characters of a PDF: what they are where its fonts say it wrongly or not at all, and how they are set."""
