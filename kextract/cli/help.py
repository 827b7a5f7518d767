"""`kextract help TOPIC`: short texts that ship with the package."""

from __future__ import annotations

from typing import Annotated

import typer

TOPICS = {
    "record": "what comes out, key by key",
    "dates": "how dates are read and what their values mean",
    "money": "how amounts are read",
    "explain": "what kextract explain shows, and its JSON",
    "lexicon": "names of your own, and the config file",
    "rules": "rules of your own, and the pattern language",
}


def help(
    context: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[TOPIC]", help=f"{', '.join(TOPICS)}, or a command.", show_default=False),
    ] = None,
) -> None:
    """Explain a topic: the record, dates, money, explain, own names, own rules."""
    if topic is None:
        typer.echo("kextract help TOPIC, where TOPIC is\n")
        for name, about in TOPICS.items():
            typer.echo(f"  {name:<9} {about}")
        typer.echo("\nor a command, as in kextract help merge; kextract --help shows the options of the main job.")
        return
    if topic in TOPICS:
        from importlib.resources import files

        typer.echo((files("kextract") / "help" / f"{topic}.txt").read_text("utf-8").rstrip())
        return
    root = context.find_root()
    command = getattr(root.command, "commands", {}).get(topic)
    if command is None:
        typer.echo(f"kextract: no topic {topic!r}; there are {', '.join(TOPICS)}, and the commands", err=True)
        raise typer.Exit(2)
    typer.echo(command.get_help(type(context)(command, info_name=topic, parent=root)))
