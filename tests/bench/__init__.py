"""The bench: prints specimens in many layouts, scans them badly, edits them, and measures the editions."""
