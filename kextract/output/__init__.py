"""Output formats, a file a format."""
