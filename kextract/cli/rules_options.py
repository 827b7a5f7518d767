"""The options for users' own names and rules, which several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import Any

    from kextract.own import OwnError
    from kextract.own.config import Config
    from kextract.own.find import Own

Lexicons = Annotated[
    list[str] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        help="Own names: a TSV or CSV of surface, type, canonical name, class; repeatable. See kextract help lexicon.",
    ),
]
Rules = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="FILE", help="Own rules: a TOML of [[rule]]; repeatable. See kextract help rules."),
]
NoConfig = Annotated[
    bool, typer.Option("--no-config", help="Leave ./kextract.toml and the config in $XDG_CONFIG_HOME alone.")
]
_WITHOUT = frozenset(["--no-config", "-h", "--help", "--version"])
_HELPING = frozenset(["help", "schema"])
MAIN = "extract"
# what a config file may not set: what a single run is about, and what would overwrite files unasked
_NEVER = frozenset(["help", "version", "output", "out_dir", "skip_existing", "force", "debug", "no_config"])


def own_from(
    context: typer.Context, lexicons: Collection[str] | None, rules: Collection[str] | None, no_config: bool
) -> Own | None:
    """The names and rules of the config file and of the options; None without any. Ends the program where a file is
    wrong."""
    return own_of(context.find_root().command, lexicons, rules, no_config)


def own_of(group: Any, lexicons: Collection[str] | None, rules: Collection[str] | None, no_config: bool) -> Own | None:
    """The same for the commands of `group`."""
    config = None if no_config else configured(group)
    names = [*(config.lexicon if config else ()), *(lexicons or ())]
    patterns = [*(config.rules if config else ()), *(rules or ())]
    if not names and not patterns:
        return None
    from kextract.own import OwnError, load

    try:
        return load(names, patterns)
    except OwnError as error:
        refuse(error)


def configured(group: Any) -> Config | None:
    """The config file for the commands of `group`, None where there is none. Ends the program where it is wrong."""
    from kextract.own import OwnError, config

    path = config.find()
    if path is None:
        return None
    options = {name: _settable(command) for name, command in group.commands.items()}
    try:
        return config.load(path, MAIN, {name: known for name, known in options.items() if known})
    except OwnError as error:
        refuse(error)


def defaults(group: Any, arguments: Sequence[str]) -> Mapping[str, Any] | None:
    """What the config file sets for options, by command, as click's default_map wants it. Whoever asks for help gets
    it, whatever stands in the file."""
    if not _WITHOUT.isdisjoint(arguments) or not _HELPING.isdisjoint(arguments[:1]):
        return None
    found = configured(group)
    return found.defaults if found else None


def refuse(error: OwnError) -> NoReturn:
    """All that is wrong with users' files, a line each; then the end."""
    from kextract.cli.messages import say

    for line in error.lines():
        say(line)
    raise typer.Exit(2)


def _settable(command: Any) -> list[str]:
    """The options of a command that a config file may set."""
    named = [one.name for one in command.params if one.param_type_name == "option"]
    return [name for name in named if name not in _NEVER and name not in ("lexicon", "lexicons", "rules")]
