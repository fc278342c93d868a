"""The command `rnk-gloss`: a tree of commands, each loaded when it is called."""

from __future__ import annotations

import errno
import gc
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from rnk_gloss.cli.diagnostics import INTERRUPTED, report, report_usage
from rnk_gloss.config import load_config
from rnk_gloss.errors import GlossError

# A command is imported when it is called: `lookup` shall not wait for what `review` needs.
_COMMANDS = {
    "extract": ("extract", "Take terms, and segments of pairs, out of documents."),
    "review": ("review", "Review terms and segments in the terminal."),
    "lookup": ("lookup", "Find what the memory holds that is like a text."),
    "concordance": ("concordance", "Find every unit of the memory that holds a text."),
    "pretranslate": ("pretranslate", "Find what is known for each segment of a file."),
    "annotate": ("annotate", "Mark the glossary's terms in a file."),
    "check": ("check", "Find what may be wrong with translations."),
    "segment": ("stateless", "Cut a file into sentences; nothing is stored."),
    "align": ("stateless", "Align a file with its translation; nothing is stored."),
    "import": ("transfer", "Put the units or entries of files into the store."),
    "export": ("transfer", "Write the memory or the glossary to a file."),
    "terms": ("terms", "List, show and decide on the entries of the glossary."),
    "segments": ("segments", "List, show and decide on aligned segments."),
    "undo": ("history", "Take back the last operations."),
    "redo": ("history", "Do again what was undone last."),
    "history": ("history", "Show what was done, newest first."),
    "db": ("database", "Look after the database file."),
    "lexicon": ("lexicon", "Look after the Japanese–English dictionary."),
}

_OBJECTS_BEFORE_COLLECTION = 100_000


class _Tree(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"rnk_gloss.cli.{_COMMANDS[cmd_name][0]}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(cls=_Tree, context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "RNK_GLOSS"})
@click.option("--db", "database", type=click.Path(path_type=Path), help="The database [default: nearest glossary.db].")
@click.version_option(package_name="rnk-gloss", prog_name="rnk-gloss")
@click.pass_context
def program(context: click.Context, database: Path | None) -> None:
    """A glossary and translation memory for people who translate from Japanese.

    Texts go in with `extract`, people decide in `review`, other tools get it by `export`, and `lookup` finds it again.
    """
    config = load_config(database)
    context.obj = config
    if config.path is not None:
        from rnk_gloss.cli.settings import check_settings

        check_settings(config.settings, config.path, context)
    context.default_map = {str(name): value for name, value in config.settings.items() if isinstance(value, dict)}


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    # Most commands are over before there is garbage worth looking for, and none of it need be looked for at the end.
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    code = run(sys.argv[1:] if arguments is None else arguments)
    gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of one run: 0 done, 1 nothing found, 2 usage, 3 database, 4 input, 130 interrupted."""
    _use_utf8()
    try:
        code = program.main(arguments, prog_name="rnk-gloss", standalone_mode=False)
        sys.stdout.flush()
    except (GlossError, click.ClickException, click.Abort, KeyboardInterrupt, UnicodeEncodeError, SystemExit) as error:
        code = _exit_code(error)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        code = _exit_code(error)
    return code if isinstance(code, int) else 0


def _exit_code(error: BaseException) -> int:
    match error:
        case GlossError():
            code = report(error)
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "rnk-gloss"
            code = report_usage(error.format_message(), _variable_of(error) or f"see: {command} --help")
        case click.ClickException():
            code = report_usage(error.format_message())
        case UnicodeEncodeError():
            code = report_usage(f"what was given holds bytes that are no UTF-8: {error.object!r:.80}")
        case OSError():
            # What is still to be written goes nowhere, or Python would tell of it again at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = report(
                GlossError("the output cannot be written: no space is left", hint="write it to another place")
            )
        case SystemExit():
            # click leaves so when the reader of our output has gone (`| head`): that is no fault.
            code = 0
        case _:
            code = INTERRUPTED
    return code


def _variable_of(error: click.UsageError) -> str:
    """A hint that names the variable of the environment whose value an option cannot have; empty where none has it."""
    if not isinstance(error, click.BadParameter) or error.ctx is None or error.param is None:
        return ""
    context, name = error.ctx, str(error.param.name)
    if context.get_parameter_source(name) is not click.core.ParameterSource.ENVIRONMENT:
        return ""
    return f"correct or unset the variable {context.auto_envvar_prefix}_{name.upper()}, from which the value comes"


def _use_utf8() -> None:
    # Data is UTF-8 whatever the locale says: a pipe on Windows or under LANG=C would garble Japanese.
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


if __name__ == "__main__":
    main()
