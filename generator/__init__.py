"""The generator: survey records enter as YAML and leave as Markdown pages."""
