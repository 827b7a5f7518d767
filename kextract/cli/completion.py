"""`kextract completion`: the script by which a shell completes kextract's words."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

import typer

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_KEXTRACT_COMPLETE"  # by which the scripts ask; see `kextract.cli.completing`
_HOW = """\
Completion of commands, options, formats, types, rules and files with the Tab key.
Put the line of your shell into its file, and open a new terminal:

  bash  ~/.bashrc                      eval "$(kextract completion bash)"
  zsh   ~/.zshrc, after compinit       eval "$(kextract completion zsh)"
  fish  ~/.config/fish/config.fish     kextract completion fish | source
"""


def completion(
    shell: Annotated[
        str | None, typer.Argument(metavar="[SHELL]", help=f"{', '.join(SHELLS)}.", show_default=False)
    ] = None,
) -> None:
    """Print the completion script of a shell; without SHELL, tell where it belongs."""
    if shell is None:
        typer.echo(_HOW, nl=False)
        return
    if shell not in SHELLS:
        raise typer.BadParameter(f"{shell!r} is not one of {', '.join(SHELLS)}")
    typer.echo((files("kextract") / "shell" / f"kextract.{shell}").read_text("utf-8"), nl=False)
