"""The house: the command line, the store, the runner, and what the project promises about itself."""
