"""What the user set: `RNK_GLOSS_*` variables, the nearest `rnk-gloss.toml`, the nearest `glossary.db`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rnk_gloss.match.scoring import Scoring

DATABASE_NAME = "glossary.db"
SETTINGS_NAME = "rnk-gloss.toml"
TABLES_OF_LOOKUP = ("penalties", "deductions")


class Config(NamedTuple):
    """Settings of one run; `settings` holds the nearest `rnk-gloss.toml`, which is at `path`, as it stands."""

    database: Path
    author: str
    settings: dict[str, object]
    path: Path | None = None

    def scoring(self) -> Scoring | None:
        """What `[lookup.penalties]` and `[lookup.deductions]` say; None where there are no such tables.

        Raises `rnk_gloss.errors.UsageError`, with file, key and what is allowed, for what makes no sense.
        """
        lookup = self.settings.get("lookup")
        if not isinstance(lookup, Mapping) or not any(name in lookup for name in TABLES_OF_LOOKUP):
            return None
        from rnk_gloss.errors import UsageError
        from rnk_gloss.match.scoring import scoring_of

        tables = {name: lookup.get(name, {}) for name in TABLES_OF_LOOKUP}
        for name, table in tables.items():
            if not isinstance(table, Mapping):
                raise UsageError(f"{self.path}: lookup.{name}: must be a table", hint=f"write it as [lookup.{name}]")
        return scoring_of(**tables, inside=f"{self.path}: lookup.")


def load_config(database: Path | None = None, *, folder: Path | None = None) -> Config:
    """The settings for a run in `folder` (default: the current one); a database named by the user wins.

    Raises `rnk_gloss.errors.UsageError` where `rnk-gloss.toml` cannot be read.
    """
    here = folder or Path.cwd()
    path = _nearest(here, SETTINGS_NAME)
    settings = {} if path is None else _read(path)
    chosen = (
        database or _path_from(os.environ.get("RNK_GLOSS_DB")) or _nearest(here, DATABASE_NAME) or here / DATABASE_NAME
    )
    author = _author(settings, path)
    return Config(chosen, os.environ.get("RNK_GLOSS_AUTHOR") or author or _login_name(), settings, path)


def _author(settings: Mapping[str, object], path: Path | None) -> str:
    author = settings.get("author", "")
    if not isinstance(author, str):
        from rnk_gloss.errors import UsageError

        raise UsageError(f"{path}: author: must be a name, not {author!r:.80}", hint='such as: author = "T. Yamada"')
    return author


def _path_from(value: str | None) -> Path | None:
    return Path(value).expanduser() if value else None


def _nearest(folder: Path, name: str) -> Path | None:
    return next((parent / name for parent in (folder, *folder.parents) if (parent / name).is_file()), None)


def _login_name() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):  # a user without a name in the password database
        return ""


def _read(path: Path) -> dict[str, object]:
    import tomllib

    from rnk_gloss.errors import UsageError

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            f"{path}: cannot be read as settings: {error}", hint="correct the file or move it away"
        ) from error
