"""Notes: their rooms on the page, their labels, and the calls in the text that they answer."""
