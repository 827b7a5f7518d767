"""The command line, one file a command."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point of the console script."""
    try:
        from kextract.cli.app import app

        app(prog_name="kextract")
    except KeyboardInterrupt:
        sys.exit(130)
