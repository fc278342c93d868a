"""Whether `rnk-gloss.toml` says what the command that is called can use: each key is the name of an option."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from rnk_gloss.config import TABLES_OF_LOOKUP
from rnk_gloss.errors import UsageError

OTHER_KEYS = ("author", "ui", "keys")
"""What stands in the file beside the tables of the commands."""


def check_settings(settings: Mapping[str, object], path: Path, context: click.Context) -> None:
    """Raises `UsageError`, with file, key and what is allowed, for what no command knows and for a value that the
    command which is called cannot use."""
    group = context.command
    assert isinstance(group, click.Group)
    known = [*OTHER_KEYS, *group.list_commands(context)]
    for key in settings:
        if key not in known:
            raise _unknown(f"{path}: {key}", known)
    name = context.invoked_subcommand
    if name is not None and name in settings:
        command = group.get_command(context, name)
        assert command is not None
        _check_table(command, settings[name], f"{path}: {name}", context)


def accepted_keys(command: click.Command, context: click.Context) -> list[str]:
    """The keys that the table of a command may hold: the names of its options, or of the commands of a group."""
    if isinstance(command, click.Group):
        return command.list_commands(context)
    tables = TABLES_OF_LOOKUP if command.name == "lookup" else ()
    return [*dict.fromkeys(str(option.name) for option in _options(command)), *tables]


def _options(command: click.Command) -> list[click.Option]:
    return [parameter for parameter in command.params if isinstance(parameter, click.Option)]


def _check_table(command: click.Command, table: object, place: str, context: click.Context) -> None:
    if not isinstance(table, Mapping):
        raise UsageError(f"{place}: must be a table", hint=f"write it as [{place.rpartition(': ')[2]}]")
    known = accepted_keys(command, context)
    for key, value in table.items():
        inner = f"{place}.{key}"
        if key not in known:
            raise _unknown(inner, known)
        if isinstance(command, click.Group):
            subcommand = command.get_command(context, key)
            assert subcommand is not None
            _check_table(subcommand, value, inner, context)
        elif options := [option for option in _options(command) if option.name == key]:
            _check_value(options, value, inner, context)


def _check_value(options: list[click.Option], value: object, place: str, context: click.Context) -> None:
    option = options[0]
    if option.is_flag and not option.is_bool_flag:
        # Several flags that set one value between them, such as --json and --tsv.
        words = [str(one.flag_value) for one in options]
        if value not in words:
            raise _wrong(place, f"one of {', '.join(words)}", value)
    elif option.is_flag:
        if not isinstance(value, bool):
            raise _wrong(place, "true or false", value)
    elif option.multiple:
        if not isinstance(value, list):
            raise _wrong(place, "a list", value)
        for one in value:
            _convert(option, one, place, context)
    else:
        _convert(option, value, place, context)


def _convert(option: click.Option, value: object, place: str, context: click.Context) -> None:
    if isinstance(option.type, click.types.IntParamType):
        right, what = isinstance(value, int) and not isinstance(value, bool), "a whole number"
    elif isinstance(option.type, click.types.FloatParamType):
        right, what = isinstance(value, int | float) and not isinstance(value, bool), "a number"
    else:
        right, what = isinstance(value, str), "a text"
    if not right:
        raise _wrong(place, what, value)
    try:
        option.type.convert(value, option, context)
    except click.BadParameter as error:
        raise UsageError(f"{place}: {error.message}") from error


def _unknown(place: str, known: list[str]) -> UsageError:
    return UsageError(f"{place}: is not known", hint=f"known are: {', '.join(known) or 'none'}")


def _wrong(place: str, what: str, value: object) -> UsageError:
    return UsageError(f"{place}: must be {what}, not {value!r:.80}")
