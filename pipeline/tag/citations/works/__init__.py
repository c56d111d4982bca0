"""The cited works: their records, and which of them a citation means."""
