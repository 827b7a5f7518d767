"""kextract on an engine for many machines, for real: `python -m pytest tests/engine` with the extra `ray`."""
