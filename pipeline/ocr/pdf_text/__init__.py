"""Text layers of PDFs: which are to be trusted, and how their characters become words and lines."""
