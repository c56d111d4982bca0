"""The ink of a page image: its greys, the pieces that hang together, thin strokes, rules and pictures."""
