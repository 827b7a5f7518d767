"""The command line, one file a command."""

from __future__ import annotations

import gc
import os
import sys

GARBAGE = (50_000, 20, 100)  # loading and reading leave no cycles behind: looking for some costs more than it finds


def main() -> None:
    """Entry point of the console script."""
    gc.set_threshold(*GARBAGE)
    try:
        from kextract.cli.app import app
        from kextract.cli.completion import SHELLS, VARIABLE

        if os.environ.get(VARIABLE) in SHELLS:
            _complete(os.environ[VARIABLE])
            return
        app(prog_name="kextract")
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:  # help or schema to a full disk; `extract` says its own
        from kextract.cli.messages import say
        from kextract.output.sink import silence_stdout

        say(f"-: cannot write: {error.strerror or error}")
        silence_stdout()
        sys.exit(1)


def _complete(shell: str) -> None:
    """Answers a completion script."""
    import typer

    from kextract.cli.app import app
    from kextract.cli.completing import tell

    tell(shell, typer.main.get_command(app), sys.argv[1:])
