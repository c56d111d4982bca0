"""What the words of a line say, wherever it stands: headings, names, labels of the front, citations of the journal."""
