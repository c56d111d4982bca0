"""The register: which mentions are one person or one thing, and the entries that they point at."""
